//! walk: a sample of the queries, typed on a phone, beginning at the home page, and read off the page of results.
//!
//! For each, one of the records that it wants is among the first links of the results, the query stands in the address,
//! the links to other languages keep it, and Enter on the first result leads to it. `--shots DIR` keeps pictures.

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './chromium.mjs';
import { readAddresses, readQueries } from './expectations.mjs';
import { openSearches } from './finder.mjs';
import { Report } from './report.mjs';
import { serve } from './server.mjs';

const EACH = 8;
const SEEN = 15;
const SCREEN = { width: 390, height: 844 };
const RESULT = 'main .found :is(h2, h3) > a[href]';
const USAGE = 'usage: node walk.mjs OUTPUT QUERIES [--shots DIR]';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: 'string' } } });
const [output, file] = positionals;
if (!file) {
  console.error(USAGE);
  process.exit(2);
}

const report = new Report('walk');
const addresses = readAddresses(output);
const { origin, close } = await serve(output);
const browser = await launch();
const sample = sampled(await answered(readQueries(file)));
for (const [at, query] of sample.entries()) await walk(query, at);
await browser.close();
await close();
report.finish(`${sample.length} queries typed and read`);

/** The queries whose answer a page shows at once; queries.mjs tells of the others. */
async function answered(queries) {
  const found = [];
  const searchIn = openSearches(output);
  for (const query of queries) {
    const find = await searchIn(query.language);
    const { drawn } = await find(query.words, SEEN);
    const sought = query.wanted.flat().map((key) => addresses(key, query.language));
    if (drawn.some(({ u }) => sought.includes(u))) found.push(query);
  }
  return found;
}

/** Queries of each language, as far apart in the file as can be. */
function sampled(queries) {
  const languages = [...new Set(queries.map(({ language }) => language))];
  return languages.flatMap((language) => {
    const of = queries.filter((query) => query.language === language);
    return of.filter((_, at) => Math.floor((at * EACH) / of.length) !== Math.floor(((at - 1) * EACH) / of.length));
  });
}

async function walk(query, at) {
  const { language, words } = query;
  const page = await browser.newPage({ viewport: SCREEN });
  const name = `${language}: ${words}`;
  page.on('pageerror', (error) => report.add(`error in the page: ${error.message}`, name));
  page.on('requestfailed', (request) => report.add(`failed: ${new URL(request.url()).pathname}`, name));
  await page.goto(`${origin}/${language}/`, { waitUntil: 'networkidle' });
  // A narrow screen has a way to the search in its head, a wide one the field.
  const way = page.locator('a.to-search:visible').first();
  if (await way.count()) await way.click();
  await page.waitForLoadState('networkidle');
  const field = page.locator('form[role=search] input[name=q]:visible').first();
  await field.fill(words);
  await field.press('Enter');
  await page.locator('main [role=status]').filter({ hasText: /\S/ }).waitFor({ timeout: 10_000 });
  await page.locator(RESULT).first().waitFor({ timeout: 10_000 }).catch(() => report.add('nothing is drawn', name));
  await page.waitForLoadState('networkidle');
  if (values.shots) await page.screenshot({ path: join(values.shots, `${at}-${language}.png`), fullPage: true });
  await look(page, query, name);
  await page.close();
}

/** What stands on the page of results. */
async function look(page, { language, words, wanted }, name) {
  const asked = new URL(page.url()).searchParams.get('q');
  if (asked !== words) report.add('the address does not say what was asked', `${name} (${asked})`);
  const others = page.locator('header a[hreflang]');
  const kept = await others.evaluateAll((links) => links.map((link) => new URL(link.href).searchParams.get('q')));
  if (!kept.length || kept.some((one) => one !== words)) report.add('a link to another language loses the query', name);
  const links = page.locator(RESULT);
  const found = await links.evaluateAll((links) => links.map((link) => link.pathname + link.search + link.hash));
  const first = [...new Set(found.map(decodeURI))].slice(0, SEEN);
  const sought = wanted.flat().map((key) => addresses(key, language));
  if (!sought.some((address) => first.includes(address))) {
    report.add(`nothing that is wanted is among the first ${SEEN} links`, `${name} (${first.slice(0, 3).join(' ')})`);
  }
  await follow(page, links.first(), found[0], name);
}

/** Enter on the first result leads to it. */
async function follow(page, link, address, name) {
  if (!address) return;
  const results = new URL(page.url()).pathname;
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== results);
  await page.waitForLoadState('networkidle');
  const { pathname, search, hash } = new URL(page.url());
  if (pathname + search + hash !== address) report.add(`the first result leads to ${pathname}, not to ${address}`, name);
}
