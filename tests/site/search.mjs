//! search: the search and the filter of a site as readers use them, in Chromium.
//!
//! In every language: by keyboard from the top of the home page to a result and back; a misspelt name, a name in Chinese,
//! a kind, the same in another language, nothing found; without a script. What is typed is taken from the index of the site,
//! so that the check holds for every site. axe-core on each state; what is transferred before the first result.
//! Of lists with a filter, one that is whole and one that is divided over several pages.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runAxe } from './axe.mjs';
import { inParallel, launch } from './chromium.mjs';
import { folderArgument, Report } from './report.mjs';
import { serve } from './server.mjs';
import { readable, readSite } from './site.mjs';

const BYTES = 40_000;
const TIMES = 3;
const SHIFT = 0.02;
const WORKERS = 2;
const TABS = 30;
const VIEWPORT = { width: 1280, height: 800 };
const HAN = /\p{sc=Han}{2}/u;

const report = new Report('search');
const site = readSite(folderArgument('node search.mjs OUTPUT'));
const server = await serve(site.folder, site.path);
const browser = await launch();
const pages = readable(site);
const searches = pages.filter((page) => page.features.has('div.results'));
let largest = 0;

if (!searches.length) report.add('the site has no search page', site.folder);
const tasks = [
  ...searches.map((page) => () => checkSearch(page.address, page.lang)),
  ...filtered().map((page) => () => checkFilter(page)),
];
await inParallel(tasks, WORKERS, (task) => task());
await browser.close();
await server.close();
report.finish(`${searches.length} searches; at most ${largest} bytes before the first result`);

function urlOf(address) {
  return `${server.origin}${site.path}${address}`;
}

/** What the files of the index say, read as they lie on the disk. */
function indexOf(lang) {
  const read = (name) => JSON.parse(readFileSync(join(site.folder, 'search', lang, `${name}.json`), 'utf8'));
  const index = read('index');
  const files = Math.ceil(index.docs / index.per);
  const documents = Array.from({ length: files }, (_, at) => read(`d${at}`)).flat();
  return { ...index, documents };
}

/** A page that notes what goes wrong in it. */
async function open(address, options = {}) {
  const page = await blank(address, options);
  await page.goto(urlOf(address));
  return page;
}

async function blank(address, options = {}) {
  const context = await browser.newContext({ viewport: VIEWPORT, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => report.add(`script fails: ${error.message}`, address));
  page.on('console', (message) => {
    if (message.type() === 'error') report.add(`error in the console: ${message.text()}`, address);
  });
  return page;
}

async function close(page) {
  await page.context().close();
}

// --- search -----------------------------------------------------------------------------------------------------

async function checkSearch(address, lang) {
  const index = indexOf(lang);
  const named = index.documents.find(({ t, l }) => !l && /\p{L}{6}/u.test(t));
  await checkKeyboard(address, lang, named);
  await checkResults(address, named, index);
  await checkNothing(address);
  await checkWithoutScript(address);
}

/** From the top of the home page to a result and back, without a mouse. */
async function checkKeyboard(address, lang, { t, u }) {
  const home = address.split('/').slice(0, -2).join('/') + '/';
  const page = await open(home);
  if (!(await tabTo(page, 'input[name=q]'))) return report.add('Tab does not reach the field of the search', home);
  await page.keyboard.type(t);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === t && decodeURI(url.pathname).endsWith(address));
  if (!(await results(page))) return report.add('a title typed on the home page finds nothing', `${home}: ${t}`);
  const found = `.found a[href="${u}"]`;
  if (!(await tabTo(page, found))) return report.add('Tab does not reach the result', `${address}: ${t}`);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname + url.hash === u || url.pathname === u);
  await page.goBack();
  await page.waitForURL((url) => url.searchParams.get('q') === t);
  if (!(await results(page))) report.add('back from a result, the results are gone', `${address}: ${t}`);
  const value = await page.locator('main .find input').inputValue();
  if (value !== t) report.add('back from a result, the field has lost what was typed', `${address}: “${value}”`);
  await close(page);
}

async function tabTo(page, selector) {
  for (let at = 0; at < TABS; at += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return true;
  }
  return false;
}

/** Waits for results or for their absence; how many links there are. */
async function results(page) {
  await page.locator('.found a, .failed:not([hidden])').first().waitFor({ timeout: 5000 }).catch(() => {});
  return page.locator('.found a').count();
}

async function checkResults(address, { t, u }, index) {
  const page = await open(address);
  const asked = [];
  page.on('response', (response) => asked.push(response));
  await page.waitForLoadState('networkidle');
  if (asked.some((one) => one.url().includes('/search/') && one.url().endsWith('.json'))) {
    report.add('files of the index are loaded before somebody types', address);
  }
  await type(page, t);
  await expectFound(page, u, `${address}: ${t}`);
  await checkAxe(page, `${address}?q=${t}`);
  const slipped = misspelt(t);
  await type(page, slipped);
  await expectFound(page, u, `${address}: ${slipped}`);
  const chinese = index.documents.map((one) => ({ ...one, name: [one.t, ...(one.n ?? [])].find((name) => HAN.test(name)) }));
  const han = chinese.find(({ name, k }) => name && index.kinds[k][0] !== 'sources') ?? chinese.find(({ name }) => name);
  if (han) {
    const words = han.name.match(/\p{sc=Han}+/u)[0];
    await type(page, words);
    await expectFound(page, han.u, `${address}: ${words}`);
  }
  await close(page);
  await checkAddress(address, t);
  await checkKinds(address, index);
}

async function type(page, words) {
  const field = page.locator('main .find input');
  await field.fill(words);
  await page.waitForURL((url) => url.searchParams.get('q') === words);
  await results(page);
  await page.waitForLoadState('networkidle');
}

/** A result on the page, and its status in words. */
async function expectFound(page, address, where) {
  if (!(await page.locator(`.found a[href="${address}"]`).count())) report.add('is not found', where);
  if (!(await page.locator('[role=status]').textContent()).trim()) report.add('nothing is said of the results', where);
}

/** A title with two letters of its longest word exchanged. */
function misspelt(title) {
  const word = title.match(/\p{L}+/gu).reduce((a, b) => (b.length > a.length ? b : a));
  const at = [...word].findIndex((letter, at) => at > 1 && letter !== word[at + 1]);
  return title.replace(word, word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
}

/** Results of an address: what is transferred before the first, and that nothing moves when they come. */
async function checkAddress(address, words) {
  // Where the machine is at work, what the results do not wait for may come before them: the least of some times is needed.
  let bytes = Infinity;
  for (let time = 0; time < TIMES && bytes > BYTES; time += 1) bytes = Math.min(bytes, await bytesBefore(address, words));
  largest = Math.max(largest, bytes);
  if (bytes > BYTES) report.add(`more than ${BYTES} bytes before the first result`, `${address}: ${words} (${bytes})`);
}

async function bytesBefore(address, words) {
  const page = await blank(address);
  const asked = [];
  page.on('response', (response) => asked.push(response));
  await page.addInitScript(() => {
    window.shift = 0;
    new MutationObserver(() => {
      if (document.querySelector('.found a')) window.first ??= performance.now();
    }).observe(document, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) window.shift += value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(urlOf(`${address}?q=${encodeURIComponent(words)}`));
  if (!(await results(page))) report.add('an address with a query shows no results', `${address}?q=${words}`);
  const before = await page.evaluate(() =>
    performance.getEntriesByType('resource').filter((one) => one.responseEnd <= window.first).map(({ name }) => name));
  const loaded = asked.filter((one) => /\.(js|json)$/.test(one.url()) && before.includes(one.url()));
  const sizes = await Promise.all(loaded.map(async (one) => gzipSync(await one.body()).length));
  await page.waitForLoadState('networkidle');
  const shift = await page.evaluate(() => window.shift);
  if (shift > SHIFT) report.add(`the layout shifts by more than ${SHIFT}`, `${address}?q=${words}: ${shift.toFixed(4)}`);
  await close(page);
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Kinds and languages: the choice stands in the address, back takes it off, another language keeps it. */
async function checkKinds(address, index) {
  const word = commonWord(index);
  if (!word) return;
  const page = await open(`${address}?q=${encodeURIComponent(word)}`);
  await results(page);
  const where = `${address}?q=${word}`;
  const chips = page.locator('.chips a');
  if ((await chips.count()) < 3) return report.add('a word of two kinds offers no kinds', where);
  const count = Number(await chips.nth(1).locator('.count').textContent());
  await chips.nth(1).click();
  await page.waitForURL((url) => url.searchParams.has('kind'));
  await page.waitForLoadState('networkidle');
  const shown = await page.locator('.found li').count();
  if (shown !== Math.min(count, 20)) report.add('a kind shows other results than it counts', `${where}: ${shown}, ${count}`);
  if (!(await page.locator('.chips a[aria-current]:focus').count())) report.add('the chosen kind loses the focus', where);
  await checkAxe(page, `${where}, a kind`);
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('kind'));
  await page.goForward();
  await page.waitForURL((url) => url.searchParams.has('kind'));
  const others = page.locator('header a[hreflang]');
  for (const link of await others.evaluateAll((links) => links.map(({ href }) => href))) {
    const { searchParams } = new URL(link);
    if (searchParams.get('q') !== word || !searchParams.has('kind')) report.add('a language loses what was asked', link);
  }
  await close(page);
}

/** A word of titles of several kinds, or null. */
function commonWord({ documents }) {
  const kinds = new Map();
  for (const { t, k, l } of documents) {
    if (l) continue;
    for (const word of t.toLowerCase().match(/\p{L}{5,}/gu) ?? []) kinds.set(word, (kinds.get(word) ?? new Set()).add(k));
  }
  const [word, of] = [...kinds].reduce((a, b) => (b[1].size > a[1].size ? b : a));
  return of.size > 1 ? word : null;
}

async function checkNothing(address) {
  const words = 'qxzvkjw & wqzz';
  const page = await open(address);
  await type(page, words);
  if (await page.locator('.found a').count()) report.add('something is found for nothing', address);
  for (const part of ['.failed', '.unasked a']) {
    if (!(await page.locator(part).first().isVisible())) report.add(`nothing found, and no ${part}`, address);
  }
  const mails = page.locator('[data-mail]');
  const mail = (await mails.count()) ? await mails.first().getAttribute('href') : null;
  if (mail && !decodeURIComponent(mail).includes(words)) report.add('the mail does not say what was looked for', mail);
  await checkAxe(page, `${address}, nothing found`);
  await close(page);
}

async function checkWithoutScript(address) {
  const page = await open(`${address}?q=water`, { javaScriptEnabled: false });
  for (const part of ['main .find input', '.unasked .note', '.unasked a']) {
    if (!(await page.locator(part).first().isVisible())) report.add(`without a script, no ${part}`, address);
  }
  const az = await page.locator('.unasked a').last().getAttribute('href');
  await page.goto(server.origin + az);
  if (!(await page.locator('main li a').count())) report.add('without a script, no names from A to Z', az);
  await close(page);
  const whole = await open(az.slice(site.path.length));
  await checkAxe(whole, az);
  await close(whole);
}

/** In the first language alone: the others have the same templates. */
async function checkAxe(page, where) {
  if ((await page.getAttribute('html', 'lang')) !== searches[0].lang) return;
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await runAxe(page);
    for (const { id, help, nodes } of violations) {
      for (const { target } of nodes) report.add(`axe ${id}: ${help}`, `${where} (${colorScheme}): ${target.join(' ')}`);
    }
  }
}

// --- filters ----------------------------------------------------------------------------------------------------

/** In the first language that has some: a list with a filter that is whole, and one that is divided. */
function filtered() {
  const all = pages.filter((page) => page.features.has('section.filter') && page.features.has('fieldset'));
  const isDivided = (page) => page.features.has('nav.pager');
  return [all.find((page) => !isDivided(page)), all.find(isDivided)].filter(Boolean);
}

async function checkFilter({ address }) {
  const page = await open(address);
  const rows = () => page.locator('tr[data-facets]:visible').count();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  const before = await rows();
  const box = await rarest(page);
  await choose(page, box.index, true);
  await page.waitForURL((url) => url.searchParams.getAll(box.name).includes(box.value));
  await page.waitForLoadState('networkidle');
  const shown = await rows();
  const expected = Math.min(box.count, 50);
  if (shown !== expected) report.add('the filter shows other rows than its count', `${address}: ${shown}, ${expected}`);
  const names = await page.locator('tr[data-facets]:visible th a').allTextContents();
  if (new Set(names).size !== names.length) report.add('the filter shows a row twice', address);
  const folder = new URL(urlOf(address)).pathname;
  const fetched = asked.filter((url) => new URL(url).pathname.startsWith(folder)).length;
  if (fetched > box.count) report.add('pages are fetched whose rows are not shown', `${address}: ${fetched}`);
  await checkAxe(page, `${address}, filtered`);
  const again = await open(`${address}?${new URLSearchParams([[box.name, box.value]])}`);
  await again.waitForFunction((count) => document.querySelectorAll('tr[data-facets]:not([hidden])').length === count, expected)
    .catch(() => report.add('an address does not bring its filter', address));
  await close(again);
  await page.locator('.filter input[type=search]').fill('qxzvkjw');
  await page.locator('[data-none]:visible').waitFor({ timeout: 5000 })
    .catch(() => report.add('nothing is said where no row fits', address));
  await page.locator('.filter [type=reset]').click();
  await page.waitForURL((url) => !url.search);
  if ((await rows()) !== before) report.add('without a filter the list is not what it was', address);
  await checkSorted(page, address);
  await close(page);
}

/** By name from A to Z, where the list offers it. */
async function checkSorted(page, address) {
  const order = page.locator('.filter select[name=sort]');
  if (!(await order.locator('option[value="0"]').count())) return;
  await order.selectOption('0');
  await page.waitForURL((url) => url.searchParams.get('sort') === '0');
  await page.waitForLoadState('networkidle');
  const names = await page.locator('tr[data-facets]:visible th a').allTextContents();
  const lang = await page.getAttribute('html', 'lang');
  const { compare } = new Intl.Collator(lang, { numeric: true });
  if (names.some((name, at) => at && compare(names[at - 1], name) > 0)) report.add('rows are not in the order of names', address);
}

/** The option of a facet that fewest rows have. */
async function rarest(page) {
  const boxes = await page.locator('.filter [type=checkbox]').evaluateAll((boxes) =>
    boxes.map(({ name, value, labels }, index) => ({
      index, name, value, count: Number(labels[0].querySelector('.count').textContent.replace(/\D/g, '')),
    })));
  return boxes.reduce((a, b) => (b.count < a.count ? b : a));
}

async function choose(page, index, checked) {
  const box = page.locator('.filter details:not([open]) > summary');
  if (await box.isVisible().catch(() => false)) await box.click();
  await page.locator('.filter [type=checkbox]').nth(index).setChecked(checked);
}
