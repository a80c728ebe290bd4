//! links: every address that the site names exists in it, and pages, sitemaps and feeds agree.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, xml } from './markup.mjs';
import { folderArgument, Report } from './report.mjs';
import { cssUrls, languageOf, readSite, readable } from './site.mjs';

const ELSEWHERE = /^(?:mailto|tel|data):/i;

const report = new Report('links');
const site = readSite(folderArgument('node links.mjs OUTPUT'));
const pageOf = new Map(site.pages.map((page) => [page.file, page]));
const listed = new Map();
let checked = 0;

for (const page of site.pages) checkLinks(page);
for (const page of readable(site)) checkHead(page);
checkTitles();
for (const file of filesEndingIn('.css')) checkStyle(file);
for (const file of filesEndingIn('.xml', '.atom')) checkXml(file);
checkRootFiles();
checkSitemap();
checkAlternates();
report.finish(`${checked} links on ${site.pages.length} pages, ${listed.size} addresses in the sitemaps`);

function filesEndingIn(...endings) {
  return [...site.files].filter((file) => endings.some((ending) => file.endsWith(ending)));
}

function read(file) {
  return readFileSync(join(site.folder, file), 'utf8');
}

// --- where an address leads -------------------------------------------------------------------------------------

/** The file that `href`, found in `file`, leads to; null for another host; undefined, and a finding, for nothing. */
function resolve(href, file, where) {
  checked += 1;
  const { target, problem } = locate(href, file);
  if (problem) fault(`${where} ${problem}: ${href}`, file);
  return target;
}

function locate(href, file) {
  const home = site.origin ?? 'http://site.invalid';
  const here = `${home}${encodeURI(`${site.path}/${file}`)}`;
  if (ELSEWHERE.test(href)) return { target: null };
  if (!URL.canParse(href, here)) return { problem: 'is no address' };
  const url = new URL(href, here);
  if (url.origin !== home) return { target: null };
  const pathname = decoded(url.pathname);
  const target = fileAt(pathname);
  if (!target) return { problem: 'leads nowhere' };
  if (target.folder) return { problem: 'lacks the final slash' };
  const fragment = decoded(url.hash.slice(1)).replace(/:~:.*$/, '');
  const ids = pageOf.get(target.file)?.ids;
  if (ids && fragment && fragment !== 'top' && !ids.has(fragment)) return { problem: 'names an id that is not there' };
  return { target: target.file };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fileAt(pathname) {
  if (!pathname.startsWith(`${site.path}/`)) return null;
  const below = pathname.slice(site.path.length + 1);
  const file = below === '' || below.endsWith('/') ? `${below}index.html` : below;
  if (site.files.has(file)) return { file };
  return site.files.has(`${below}/index.html`) ? { folder: true } : null;
}

function fault(message, file) {
  report.add(message, file);
}

// --- pages ------------------------------------------------------------------------------------------------------

function checkLinks(page) {
  for (const [href, where] of page.links) resolve(href, page.file, where);
  for (const text of page.data) checkData(text, page.file);
}

/** JSON-LD parses, and what it names on this site is there. */
function checkData(text, file) {
  try {
    JSON.parse(text, (key, value) => {
      const ours = site.origin && typeof value === 'string' && !/\s/.test(value) && value.startsWith(`${site.origin}/`);
      if (ours && key !== '@id') resolve(value, file, `JSON-LD ${key}`);
      return value;
    });
  } catch (error) {
    fault(`JSON-LD does not parse: ${error.message}`, file);
  }
}

function checkHead(page) {
  const { file } = page;
  if (!page.lang) fault('no lang on html', file);
  if (!page.title) fault('no title', file);
  if (page.headings !== 1) fault(`${page.headings} h1, not one`, file);
  if (page.noindex) return;
  if (!page.canonical) return fault('no canonical link', file);
  const expected = `${site.origin}${encodeURI(site.path + page.address)}`;
  if (page.canonical !== expected) fault(`canonical is ${page.canonical}, not the address of the page`, file);
}

function checkTitles() {
  const seen = new Map();
  for (const page of readable(site).filter(({ noindex }) => !noindex)) {
    const key = `${page.lang}: ${page.title}`;
    if (seen.has(key)) fault('two pages with one title', `${page.file} and ${seen.get(key)}: ${page.title}`);
    else seen.set(key, page.file);
  }
}

function checkStyle(file) {
  for (const url of cssUrls(read(file))) resolve(url, file, 'url()');
}

// --- sitemaps, feeds, robots.txt --------------------------------------------------------------------------------

function checkXml(file) {
  const elements = elementsOf(read(file));
  const root = elements[0]?.name;
  if (root === 'feed' || root === 'rss') checkFeed(file, elements);
  if (root === 'sitemapindex') for (const { text } of named(elements, 'loc')) absolute(text, file, 'loc');
  if (root === 'urlset') checkUrlSet(file, elements);
}

/** The elements of an XML file, each with its name, attributes and own text. */
function elementsOf(source) {
  const elements = [];
  const open = [];
  for (const token of xml(source)) {
    if (token.open) {
      const element = { name: token.open, attributes: token.attributes, text: '' };
      elements.push(element);
      open.push(element);
    } else if (token.close) open.pop();
    else if (open.length) open.at(-1).text += token.text;
  }
  return elements.map((element) => ({ ...element, text: element.text.trim() }));
}

function named(elements, ...names) {
  return elements.filter(({ name }) => names.includes(name));
}

function absolute(href, file, where) {
  if (!/^https?:/.test(href)) return fault(`${where} is not absolute: ${href}`, file);
  return resolve(href, file, where);
}

function checkFeed(file, elements) {
  for (const { attributes, text } of named(elements, 'link')) absolute(attributes.href ?? text, file, 'link of the feed');
  for (const { attributes, text } of named(elements, 'content', 'summary', 'description')) {
    if (attributes.type === 'html' || text.includes('<')) checkFeedText(text, file);
  }
}

function checkFeedText(source, file) {
  for (const { open, attributes = {} } of html(source)) {
    for (const key of ['href', 'src']) {
      if (attributes[key] !== undefined) absolute(attributes[key], file, `${open} ${key} in the feed`);
    }
  }
}

function checkUrlSet(file, elements) {
  let alternates = [];
  for (const { name, attributes, text } of elements) {
    if (name === 'url') alternates = [];
    if (name === 'loc') noteListed(text, alternates, file);
    if (name === 'xhtml:link') alternates.push([attributes.hreflang, attributes.href]);
    if (name === 'xhtml:link') absolute(attributes.href, file, 'alternate in the sitemap');
  }
}

function noteListed(address, alternates, file) {
  const target = absolute(address, file, 'loc');
  if (!target) return;
  if (listed.has(target)) fault(`listed twice in the sitemaps: ${address}`, file);
  listed.set(target, { alternates, file });
}

function checkRootFiles() {
  if (!site.files.has('404.html')) fault('no 404.html', '404.html');
  if (!site.files.has('robots.txt')) return fault('no robots.txt', 'robots.txt');
  const maps = [...read('robots.txt').matchAll(/^sitemap:\s*(\S+)/gim)];
  if (!maps.length) fault('names no sitemap', 'robots.txt');
  for (const [, address] of maps) absolute(address, 'robots.txt', 'Sitemap');
}

// --- what head and sitemap say of each other --------------------------------------------------------------------

function checkSitemap() {
  for (const page of site.pages) {
    const indexable = !page.noindex && page.redirect === null;
    if (indexable && !listed.has(page.file)) fault('indexable, but in no sitemap', page.file);
    if (!indexable && listed.has(page.file)) fault('in a sitemap, but not to be indexed', page.file);
  }
}

function checkAlternates() {
  for (const page of readable(site)) {
    const targets = page.alternates.map(([language, href]) => [language, href, locate(href, page.file).target]);
    if (page.noindex && targets.length) fault('hreflang on a page that is not to be indexed', page.file);
    if (page.noindex) continue;
    checkOwnAlternates(page, targets);
    for (const [language, href, target] of targets) checkReturn(page, language, href, pageOf.get(target));
    const inSitemap = listed.get(page.file);
    if (inSitemap && written(inSitemap.alternates) !== written(page.alternates)) {
      fault(`hreflang differs: head ${written(page.alternates)}; sitemap ${written(inSitemap.alternates)}`, page.file);
    }
  }
}

function checkOwnAlternates(page, targets) {
  const languages = targets.map(([language]) => language);
  if (new Set(languages).size !== languages.length) fault('a language twice in hreflang', page.file);
  if (!languageOf(page)) return;
  if (!languages.includes('x-default')) fault('no hreflang x-default', page.file);
  if (!targets.some(([language, , target]) => language === page.lang && target === page.file)) {
    fault('hreflang does not name the page itself', page.file);
  }
}

function checkReturn(page, language, href, other) {
  if (!other) return;
  if (other.noindex) fault(`hreflang ${language} leads to a page that is not to be indexed`, page.file);
  if (language !== 'x-default' && other.lang !== language) fault(`hreflang ${language} leads to ${other.lang}: ${href}`, page.file);
  if (written(other.alternates) !== written(page.alternates)) fault(`hreflang ${language} is not returned: ${href}`, page.file);
}

function written(alternates) {
  return alternates.map(([language, href]) => `${language}=${href}`).sort().join(' ');
}
