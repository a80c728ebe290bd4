//! browser: the site as Chromium shows it, served with `default-src 'self'`.
//!
//! Every page: no error, no failed or foreign request, no violation of the policy, no cookie; a light first view.
//! Samples of every template in every language: the layout from 320 to 2000 px, axe-core, the skip link, and what stays without
//! JavaScript.
//!
//! With `--strict`, as the built-in theme is held to: forced colours, print, a lighter first view, a limit for shifts of the layout.
//! With `--sampled` the samples alone are looked at, not every page; with `--whole` the layout of every page is.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { runAxe } from './axe.mjs';
import { inParallel, launch } from './chromium.mjs';
import { checkLayout, widestElement } from './layout.mjs';
import { folderArgument, Report } from './report.mjs';
import { serve } from './server.mjs';
import { languageOf, readable, readSite, samples } from './site.mjs';

const WORKERS = 2;
const HEIGHT = 800;
const { values: asked } = parseArgs({
  allowPositionals: true,
  options: {
    strict: { type: 'boolean', default: false },
    sampled: { type: 'boolean', default: false },
    whole: { type: 'boolean', default: false },
  },
});
const WIDTHS = [320, 360, 768, 1024, 1440, 2000];
const AXE_WIDTHS = [320, 1280];
// What is printed on A4 or Letter, without margins, in pixels of the screen.
const PAPER_WIDTH = 673;
// Bytes, compressed, without images; home has the map, a chart and the ways into the site.
const FIRST_VIEW_LIMIT = asked.strict ? 30_000 : 46_000;
const HOME_LIMIT = asked.strict ? 30_000 : 50_000;
const SHIFT_LIMIT = 0.02;
const SCHEMES = ['light', 'dark'];

const report = new Report('browser');
const site = readSite(folderArgument('node browser.mjs OUTPUT [--strict] [--sampled | --whole]'));
const server = await serve(site.folder, site.path);
const browser = await launch();
const undecided = new Map();
const [heaviest, heaviestHome] = [0, 1].map(() => ({ value: 0, page: '' }));
const restless = { value: 0, page: '' };

const chosen = samples(site);
const everyPage = asked.sampled ? chosen : readable(site);
const unknown = readable(site)
  .filter((page) => page.address === '/' || page.address === `/${languageOf(page)}/`)
  .map((page) => ({ address: `${page.address}no-such-page/deeper/`, status: 404 }));

const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: WIDTHS[0], height: HEIGHT } });
await context.addInitScript(recordViolations);
await inParallel([...everyPage, ...unknown], WORKERS, checkLoading);
await inParallel(asked.whole ? everyPage : chosen, WORKERS, checkShape);
await inParallel(chosen, WORKERS, checkAccess);
if (asked.strict) await inParallel(chosen, WORKERS, checkOtherMedia);
await inParallel(await xmlFiles(), WORKERS, checkXml);
const scriptless = await browser.newContext({ javaScriptEnabled: false });
await inParallel(chosen, WORKERS, checkWithoutScript);
await browser.close();
await server.close();

for (const [rule, count] of undecided) console.log(`axe could not decide (${count}): ${rule}`);
for (const [largest, limit, name] of [[heaviestHome, HOME_LIMIT, 'home'], [heaviest, FIRST_VIEW_LIMIT, 'other pages']]) {
  console.log(`heaviest first view, ${name}, compressed, without images: ${(largest.value / 1000).toFixed(1)} kB, ${largest.page}`);
  if (largest.value > limit) report.add(`first view over ${limit / 1000} kB, compressed`, `${largest.page}: ${largest.value} bytes`);
}
console.log(`largest layout shift: ${restless.value.toFixed(4)}, ${restless.page || 'none'}`);
if (asked.strict && restless.value > SHIFT_LIMIT) {
  report.add(`layout shifts by more than ${SHIFT_LIMIT}`, `${restless.page}: ${restless.value.toFixed(4)}`);
}
report.finish(`${everyPage.length} pages, ${chosen.length} of them in depth`);

function urlOf(address) {
  return `${server.origin}${site.path}${address}`;
}

// --- every page -------------------------------------------------------------------------------------------------

/** Runs in the page before anything else. */
function recordViolations() {
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    window.violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
  });
}

async function checkLoading({ address, status = 200 }) {
  const page = await context.newPage();
  const seen = watch(page, address, status);
  const response = await page.goto(urlOf(address));
  if (response.status() !== status) report.add(`answered with ${response.status()}, not ${status}`, address);
  await measure(page, seen, address);
  const violations = await page.evaluate(() => window.violations);
  for (const violation of new Set(violations)) report.add(`against the content security policy: ${violation}`, address);
  reportErrors(seen, address, violations.length > 0);
  for (const cookie of await context.cookies()) report.add(`sets a cookie: ${cookie.name}`, address);
  await context.clearCookies();
  await page.close();
}

/** Notes what happens while the page loads; requests that go wrong are findings at once. */
function watch(page, address, status) {
  const seen = { errors: [], responses: [] };
  page.on('pageerror', (error) => report.add(`script fails: ${error.message}`, address));
  page.on('console', (message) => {
    const { url } = message.location();
    const itself = status === 404 && url === urlOf(address);
    const place = url.startsWith(server.origin) && url !== urlOf(address) ? ` (${url.replace(server.origin, '')})` : '';
    if (message.type() === 'error' && !itself) seen.errors.push(message.text() + place);
  });
  page.on('request', (request) => {
    const { origin, host } = new URL(request.url());
    if (origin !== server.origin) report.add(`asks another host: ${host || request.url().slice(0, 60)}`, address);
  });
  page.on('requestfailed', (request) => {
    report.add(`request fails: ${request.url().replace(server.origin, '')}, ${request.failure().errorText}`, address);
  });
  page.on('response', (response) => {
    seen.responses.push(response);
    if (response.status() < 400 || response.url() === urlOf(address)) return;
    report.add(`request answered with ${response.status()}: ${response.url().replace(server.origin, '')}`, address);
  });
  return seen;
}

/** A violation was reported in better words already, so its message in the console is left out. */
function reportErrors({ errors }, address, violated) {
  for (const text of new Set(errors)) {
    if (!violated || !text.includes('Content Security Policy')) report.add(`error in the console: ${text}`, address);
  }
}

async function measure(page, { responses }, address) {
  const { shift, blocking } = await page.evaluate(loadingTimes);
  for (const script of blocking) report.add(`script blocks rendering: ${script.replace(server.origin, '')}`, address);
  keepLargest(restless, shift, address);
  const sizes = await Promise.all(responses.filter(countsInFirstView).map(compressedSize));
  // What is made to be printed as a whole is as long as that is.
  if (await page.evaluate(() => 'document' in document.documentElement.dataset)) return;
  const isHome = address.split('/').filter(Boolean).length < 2;
  keepLargest(isHome ? heaviestHome : heaviest, sizes.reduce((sum, size) => sum + size, 0), address);
}

/** Runs in the page: how far its layout moved so far, and the scripts that it waited for. */
async function loadingTimes() {
  const shift = await new Promise((done) => {
    new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0)))
      .observe({ type: 'layout-shift', buffered: true });
    setTimeout(done, 20, 0);
  });
  const blocking = performance
    .getEntriesByType('resource')
    .filter((entry) => entry.initiatorType === 'script' && entry.renderBlockingStatus === 'blocking')
    .map((entry) => entry.name);
  return { shift, blocking };
}

function countsInFirstView(response) {
  return ['document', 'stylesheet', 'script', 'font', 'fetch'].includes(response.request().resourceType());
}

async function compressedSize(response) {
  const body = await response.body().catch(() => Buffer.alloc(0));
  return response.request().resourceType() === 'font' ? body.length : gzipSync(body).length;
}

function keepLargest(largest, value, page) {
  if (value > largest.value) Object.assign(largest, { value, page });
}

// --- samples ----------------------------------------------------------------------------------------------------

async function checkShape({ address }) {
  const page = await context.newPage();
  await page.goto(urlOf(address));
  // The built-in theme is not yet held to words that do not break: long German names in its narrow columns still do.
  await checkLayout(page, address, { widths: WIDTHS, words: !asked.strict }, report);
  await page.close();
}

async function checkAccess({ address }) {
  const page = await context.newPage();
  await page.goto(urlOf(address));
  for (const width of AXE_WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await checkAxe(page, `${address} (${colorScheme}, ${width} px)`);
    }
  }
  await page.goto(urlOf(address));
  await checkSkipLink(page, address);
  await page.close();
}

/** In the colours of the reader's system, and on paper. */
async function checkOtherMedia({ address }) {
  const page = await context.newPage();
  await page.setViewportSize({ width: AXE_WIDTHS.at(-1), height: HEIGHT });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(urlOf(address));
  await checkAxe(page, `${address} (forced colours)`);
  const wide = await page.evaluate(widestElement);
  if (wide) report.add('scrolls sideways in forced colours', `${address}: ${wide}`);
  await page.emulateMedia({ forcedColors: 'none', media: 'print' });
  await page.setViewportSize({ width: PAPER_WIDTH, height: HEIGHT });
  const printed = await page.evaluate(widestElement);
  if (printed) report.add('wider than the paper when printed', `${address}: ${printed}`);
  if (!(await page.locator('h1').first().isVisible())) report.add('no h1 on paper', address);
  await page.close();
}

async function checkAxe(page, where) {
  const { violations, incomplete } = await runAxe(page);
  for (const { id, help, nodes } of violations) {
    for (const { target, any } of nodes) {
      report.add(`axe ${id}: ${help}`, `${where}: ${target.join(' ')}${any[0] ? `: ${any[0].message}` : ''}`);
    }
  }
  for (const { id, nodes } of incomplete) undecided.set(id, (undecided.get(id) ?? 0) + nodes.length);
}

async function checkSkipLink(page, address) {
  // In a frame there is nothing to skip.
  if (await page.evaluate(() => document.body.classList.contains('embed'))) return;
  await page.keyboard.press('Tab');
  const target = await page.evaluate(focusedSkipLink);
  if (!target) return report.add('the first Tab does not reach a visible skip link', address);
  await page.keyboard.press('Enter');
  if (!(await page.evaluate(holdsTheHeading, target))) return report.add('the skip link leads past the h1', address);
  if (await page.evaluate(focusIsInside, target)) return;
  await page.keyboard.press('Tab');
  if (!(await page.evaluate(focusIsPastStart, target))) report.add('after the skip link, Tab goes on before its target', address);
}

/** Runs in the page: the id that the focused link leads to, or null when it is no skip link or cannot be seen. */
function focusedSkipLink() {
  const link = document.activeElement;
  const href = link?.getAttribute('href') ?? '';
  if (link.localName !== 'a' || !href.startsWith('#')) return null;
  const box = link.getBoundingClientRect();
  const onScreen = box.width > 1 && box.height > 1 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth;
  return onScreen && link.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ? href.slice(1) : null;
}

/** Runs in the page. */
function holdsTheHeading(id) {
  const target = document.getElementById(id);
  const heading = document.querySelector('h1');
  return Boolean(target && heading && location.hash === `#${id}` && target.contains(heading));
}

/** Runs in the page. */
function focusIsInside(id) {
  return document.getElementById(id).contains(document.activeElement);
}

/** Runs in the page: also true when nothing from the target on takes the focus, so that it is back at the start. */
function focusIsPastStart(id) {
  const focused = document.activeElement;
  const position = document.getElementById(id).compareDocumentPosition(focused);
  const atStart = focused === document.body || focused.getAttribute('href') === `#${id}`;
  return atStart || Boolean(position & Node.DOCUMENT_POSITION_FOLLOWING);
}

async function checkWithoutScript({ address }) {
  const page = await scriptless.newPage();
  await page.goto(urlOf(address));
  for (const name of ['main', 'h1']) {
    const shown = await page.locator(name).first().isVisible();
    if (!shown) report.add(`without JavaScript, no ${name} can be seen`, address);
  }
  await page.close();
}

// --- XML --------------------------------------------------------------------------------------------------------

async function xmlFiles() {
  return [...site.files].filter((file) => /\.(xml|atom|svg)$/.test(file));
}

async function checkXml(file) {
  const page = await context.newPage();
  const source = readFileSync(`${site.folder}/${file}`, 'utf8');
  const error = await page.evaluate(parserError, source);
  if (error) report.add(`XML does not parse: ${error}`, file);
  await page.close();
}

/** Runs in the page. */
function parserError(source) {
  const parsed = new DOMParser().parseFromString(source, 'application/xml');
  return parsed.querySelector('parsererror div')?.textContent ?? null;
}
