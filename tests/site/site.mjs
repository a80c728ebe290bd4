//! Site: what the output folder holds, read once: its files, and of each page what the checks ask about.
//!
//! Nothing here knows a collection or a template of the report: languages, sections and samples are read
//! off the folder, so the checks hold for every site that the program builds.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html } from './markup.mjs';

/** Reads `folder`; `origin` and `path` are the two parts of the base URL that its canonical links name. */
export function readSite(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .sort();
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => readPage(file, readFileSync(join(folder, file), 'utf8')));
  if (!pages.length) throw new Error(`${folder} holds no page`);
  return { folder, files: new Set(files), pages, ...base(pages) };
}

/** The address of a file below the base URL: `de/index.html` is `/de/`. */
function addressOf(file) {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

function base(pages) {
  for (const { canonical, address } of pages) {
    if (!canonical || !URL.canParse(canonical)) continue;
    const url = new URL(canonical);
    const pathname = decodeURI(url.pathname);
    if (pathname.endsWith(address)) return { origin: url.origin, path: pathname.slice(0, -address.length) };
  }
  return { origin: null, path: '' };
}

function readPage(file, source) {
  const page = {
    file,
    address: addressOf(file),
    lang: null,
    title: null,
    headings: 0,
    canonical: null,
    noindex: false,
    redirect: null,
    alternates: [],
    ids: new Set(),
    links: [],
    data: [],
    features: new Set(),
  };
  let inside = null;
  let drawing = 0;
  for (const token of html(source)) {
    if (token.open) {
      if (token.open === 'svg') drawing += 1;
      inside = drawing && token.open === 'title' ? null : [token.open, token.attributes];
      readElement(page, token.open, token.attributes);
    } else if (token.close) {
      if (token.close === 'svg') drawing -= 1;
      inside = null;
    } else if (inside) readText(page, inside, token.text);
  }
  return page;
}

function readElement(page, name, attributes) {
  const { id, href, content, rel = '' } = attributes;
  if (id) page.ids.add(id);
  if (name === 'a' && attributes.name) page.ids.add(attributes.name);
  if (name === 'html') page.lang = attributes.lang ?? null;
  if (name === 'h1') page.headings += 1;
  if (name === 'link' && rel === 'canonical') page.canonical = href;
  if (name === 'link' && rel === 'alternate' && attributes.hreflang && !attributes.type) {
    page.alternates.push([attributes.hreflang, href]);
  }
  if (name === 'meta' && attributes.name === 'robots' && content.includes('noindex')) page.noindex = true;
  if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'refresh') {
    page.redirect = content.replace(/^[^]*?url=/i, '');
    page.links.push([page.redirect, 'meta refresh']);
  }
  if (name === 'meta' && /^https?:/.test(content ?? '')) {
    page.links.push([content, `meta ${attributes.property ?? attributes.name}`]);
  }
  for (const key of ['href', 'xlink:href', 'src', 'poster', 'data', 'action', 'formaction']) {
    if (attributes[key] !== undefined) page.links.push([attributes[key], `${name} ${key}`]);
  }
  for (const key of ['srcset', 'imagesrcset']) {
    for (const candidate of attributes[key]?.split(/,\s+/) ?? []) {
      page.links.push([candidate.trim().split(/\s+/)[0], `${name} ${key}`]);
    }
  }
  for (const [key, value] of Object.entries(attributes)) {
    if (!key.startsWith('on')) for (const url of cssUrls(value)) page.links.push([url, `${name} ${key}`]);
  }
  noteFeatures(page, name, attributes);
}

function readText(page, [name, attributes], text) {
  if (name === 'title') page.title = (page.title ?? '') + text.trim();
  if (name === 'script' && attributes.type === 'application/ld+json') page.data.push(text);
}

/** What a page is made of: elements with their classes and roles. Two templates differ in these. */
function noteFeatures(page, name, attributes) {
  page.features.add(name);
  for (const part of attributes.class?.split(/\s+/) ?? []) page.features.add(`${name}.${part}`);
  if (attributes.role) page.features.add(`${name}[role=${attributes.role}]`);
}

/** The addresses in a style sheet or a style value. */
export function cssUrls(source) {
  const text = source.replace(/\/\*[^]*?\*\//g, '');
  const urls = [...text.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/g)];
  const imports = [...text.matchAll(/@import\s+(?:"([^"]*)"|'([^']*)')/g)];
  return [...urls, ...imports].map(([, double, single, bare]) => double ?? single ?? bare);
}

/** The pages that a reader can stay on: all but those that send him on. */
export function readable(site) {
  return site.pages.filter((page) => page.redirect === null);
}

/**
 * Pages that between them show every template: per language its home page, every page one level below it, and of
 * each section as many deeper pages as it takes to meet every element and class that occurs in the section.
 */
export function samples(site) {
  return [...sections(site).values()].flatMap(({ deep, pages }) => (deep ? cover(pages) : pages));
}

/** The language folder that a page lies in, or null: the first part of its address, where that is its language. */
export function languageOf(page) {
  const first = page.file.split('/')[0];
  return page.file.includes('/') && first.toLowerCase() === page.lang?.toLowerCase() ? first : null;
}

function sections(site) {
  const sections = new Map();
  for (const page of readable(site)) {
    const language = languageOf(page);
    const parts = page.address.split('/').filter((part) => part && part !== language);
    const deep = parts.length >= 2;
    const key = deep ? `${language}/${parts[0]}` : `${language}`;
    const section = sections.get(key) ?? { deep, pages: [] };
    section.pages.push(page);
    sections.set(key, section);
  }
  return sections;
}

/** Few pages that together have every feature of `pages`: always the one that adds most. */
function cover(pages) {
  const missing = new Set(pages.flatMap((page) => [...page.features]));
  const gain = (page) => [...page.features].filter((feature) => missing.has(feature)).length;
  const chosen = [];
  while (missing.size) {
    const best = pages.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    for (const feature of best.features) missing.delete(feature);
    chosen.push(best);
  }
  return chosen;
}
