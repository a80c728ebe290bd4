//! spoken: what a screen reader is told of one page of each kind, as plain text, compared with what is kept.
//!
//! The tree that Chromium makes for assistive technology is read from top to bottom: a line for each heading, paragraph, item of
//! a list and row of a table; links in brackets. Of the first language of the site: its home page, every page one level below it,
//! and the first page of each section; with `--page` further ones. What stands around the main part is read once, on the home page.
//!
//! `--write` renews what is kept.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inParallel, launch } from './chromium.mjs';
import { Report } from './report.mjs';
import { serve } from './server.mjs';
import { languageOf, readable, readSite } from './site.mjs';

const USAGE = 'usage: node spoken.mjs OUTPUT EXPECTED [--page ADDRESS] [--write]';
const WORKERS = 2;
/** Lines of a list or a table that are kept: the first ones show how each is read. */
const MOST = 12;

/** Roles that begin a line, with what is said before it; what has no words says nothing. */
const BLOCKS = {
  banner: '=== banner',
  navigation: '=== navigation',
  main: '=== main',
  complementary: '=== complementary',
  contentinfo: '=== content info',
  search: '=== search',
  form: '=== form',
  region: '=== region',
  paragraph: '',
  listitem: '-',
  term: 'term:',
  definition: 'definition:',
  row: '|',
  caption: 'caption:',
  figure: 'figure:',
  Figcaption: '',
  group: 'group:',
  DisclosureTriangle: 'fold:',
  blockquote: 'quotation:',
  note: 'note:',
  generic: '',
  table: 'table:',
  LabelText: '',
};

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { page: { type: 'string', multiple: true, default: [] }, write: { type: 'boolean', default: false } },
});
if (positionals.length !== 2) {
  console.error(USAGE);
  process.exit(2);
}
const [output, expected] = positionals;
const report = new Report('spoken');
const site = readSite(output);
const server = await serve(site.folder, site.path);
const browser = await launch();
const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
const texts = new Map();
const pages = chosen();
await inParallel(pages, WORKERS, read);
await browser.close();
await server.close();
if (asked.write) write();
else compare();
report.finish(`${pages.length} pages${asked.write ? ', written' : ''}`);

/** The pages that are read, in the order of their addresses. */
function chosen() {
  const all = readable(site).filter((page) => !page.redirect);
  const language = languageOf(all.find((page) => languageOf(page)) ?? all[0]);
  const seen = new Set();
  const found = all.filter((page) => {
    if (languageOf(page) !== language || page.file.endsWith('404.html')) return false;
    const parts = page.address.split('/').filter((part) => part && part !== language);
    if (parts.length < 2) return true;
    return parts.length === 2 && !seen.has(parts[0]) && seen.add(parts[0]);
  });
  const further = all.filter((page) => asked.page.includes(page.address));
  for (const address of asked.page) {
    if (!further.some((page) => page.address === address)) report.add('there is no such page', address);
  }
  return [...new Set([...found, ...further])];
}

async function read({ address }) {
  const page = await context.newPage();
  await page.goto(`${server.origin}${site.path}${address}`);
  const session = await context.newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const isHome = address.split('/').filter(Boolean).length < 2;
  const text = spoken(nodes, !isHome);
  texts.set(fileOf(address), text);
  checkHeadings(address, text);
  await page.close();
}

/** Headings step down by one, so that none is missed by who goes from one to the next. */
function checkHeadings(address, text) {
  let before = 0;
  for (const [, marks, words] of text.matchAll(/^(#+) (.*)$/gm)) {
    if (marks.length > before + 1) report.add('a heading skips a level', `${address}: ${words}`);
    before = marks.length;
  }
}

function fileOf(address) {
  return `${address.split('/').filter(Boolean).join('.') || 'home'}.txt`;
}

// --- the tree as text ---------------------------------------------------------------------------------------------------

/** What a tree of nodes says, line by line. */
function spoken(nodes, mainOnly) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  let line = '';
  let inCell = false;
  const flush = () => {
    if (inCell) {
      line += ' ';
      return;
    }
    // How large a file is changes with any edit.
    const words = line.replace(/\s+/gu, ' ').replace(/\d+([.,]\d+)? ([kM]?B)\b/gu, 'some $2').trim();
    if (words && words !== '-' && words !== '|') lines.push(words);
    line = '';
  };
  const childrenOf = (node) => (node.childIds ?? []).map((id) => byId.get(id)).filter(Boolean);
  // Where long words may break is no part of what is said.
  const named = (node) => node.name?.value?.replaceAll('\u00ad', '').trim() ?? '';
  const valued = (node, name) => node.properties?.find((property) => property.name === name)?.value?.value;
  const visitAll = (node) => childrenOf(node).forEach(visit);
  const inBlock = (begin, node) => {
    flush();
    line = begin ? `${begin} ` : '';
    visitAll(node);
    flush();
  };
  function visit(node) {
    const role = node.role?.value;
    const name = named(node);
    if (node.ignored) return visitAll(node);
    switch (role) {
      case 'StaticText':
        line += node.name?.value.replaceAll('\u00ad', '') ?? '';
        return;
      case 'InlineTextBox':
      case 'ListMarker':
        return;
      case 'LineBreak':
        line += ' ';
        return;
      case 'heading':
        flush();
        lines.push(`${'#'.repeat(valued(node, 'level') ?? 1)} ${name}`);
        return;
      case 'link':
        line += ` [${name}] `;
        return;
      case 'button':
      case 'checkbox':
      case 'radio':
      case 'searchbox':
      case 'textbox':
      case 'combobox':
      case 'spinbutton':
        line += ` {${role}: ${name}} `;
        return;
      case 'image':
      case 'img': {
        const said = [name, node.description?.value].filter(Boolean).join(': ');
        if (said) line += ` (image: ${said}) `;
        return;
      }
      case 'cell':
      case 'gridcell':
      case 'columnheader':
      case 'rowheader':
        inCell = true;
        line += ' ';
        visitAll(node);
        line += ' |';
        inCell = false;
        return;
      case 'table':
      case 'list':
      case 'DescriptionList':
        return listed(node, role === 'table' ? `table: ${name}` : '');
      case 'time':
      case 'emphasis':
      case 'strong':
      case 'mark':
      case 'superscript':
      case 'subscript':
      case 'code':
      case 'Abbr':
      case 'insertion':
      case 'deletion':
        return visitAll(node);
      default: {
        const begin = BLOCKS[role] ?? '';
        const isNamed = ['region', 'navigation', 'form', 'group', 'figure', 'search', 'complementary'].includes(role);
        if (role === 'group' && !name) return inBlock('', node);
        const more = node.description?.value;
        if (role === 'group' && more) {
          flush();
          lines.push(`group: ${name}: ${more}`);
          return visitAll(node);
        }
        return inBlock(begin && isNamed ? `${begin} ${name}`.trim() + (begin.startsWith('===') ? '\n' : '') : begin, node);
      }
    }
  }
  /** A list or a table, of which the first lines are kept. */
  function listed(node, head) {
    flush();
    if (head) lines.push(head);
    const before = lines.length;
    visitAll(node);
    flush();
    const more = lines.length - before - MOST;
    if (more > 0) lines.splice(before + MOST, more, `… ${more} more`);
  }
  const root = nodes.find((node) => !node.ignored && node.role?.value === 'main');
  if (mainOnly && root) inBlock('', root);
  else visit(nodes[0]);
  flush();
  return `${lines.join('\n')}\n`;
}

// --- what is kept -------------------------------------------------------------------------------------------------------

function write() {
  mkdirSync(expected, { recursive: true });
  for (const file of kept()) if (!texts.has(file)) rmSync(join(expected, file));
  for (const [file, text] of texts) writeFileSync(join(expected, file), text);
}

function kept() {
  return existsSync(expected) ? readdirSync(expected).filter((file) => file.endsWith('.txt')) : [];
}

function compare() {
  for (const file of kept()) if (!texts.has(file)) report.add('is kept and there is no such page', file);
  for (const [file, text] of texts) {
    const path = join(expected, file);
    if (!existsSync(path)) report.add('is not kept: run it with --write', file);
    else difference(file, readFileSync(path, 'utf8'), text);
  }
}

/** Says where two texts first differ. */
function difference(file, before, now) {
  const [old, fresh] = [before.split('\n'), now.split('\n')];
  const at = fresh.findIndex((line, nth) => line !== old[nth]);
  if (at < 0 && old.length === fresh.length) return;
  const nth = at < 0 ? fresh.length : at;
  report.add('is spoken differently (renew with --write)', `${file}:${nth + 1}: “${old[nth] ?? ''}” is now “${fresh[nth] ?? ''}”`);
}
