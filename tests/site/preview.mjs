//! preview: what an author sees in Chromium while saving: one reload a save and never old words, the place on the page and open
//! details kept, a style sheet exchanged without a reload, findings over the page that go when mended.
//!
//!     node preview.mjs PROGRAM [--shots DIR]
//!
//! In a site that `init` makes, whose files it saves as editors do.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { launch } from './chromium.mjs';
import { Report } from './report.mjs';

const PATIENCE = 10_000;
/** How long it is waited for what must not come. */
const REST = 700;
const HARBOUR = 'content/parks/harbour/en.md';
const HILL = 'content/parks/hill.yaml';
const SHEET = 'content/static/own.css';

const { values: { shots }, positionals: [program] } = parseArgs({ allowPositionals: true, options: { shots: { type: 'string' } } });
if (!program) {
  console.error('usage: node preview.mjs PROGRAM [--shots DIR]');
  process.exit(2);
}

const report = new Report('preview');
const folder = mkdtempSync(join(tmpdir(), 'preview-'));
const site = join(folder, 'site');
execFileSync(resolve(program), ['init', site, '--from', 'report', '--languages', 'en,de'], { stdio: 'ignore' });
const file = (path) => join(site, path);
const read = (path) => readFileSync(file(path), 'utf8');
mkdirSync(file('content/static'), { recursive: true });
writeFileSync(file(SHEET), 'body { --of: first }\n');
writeFileSync(file('content/site.yaml'), read('content/site.yaml').replace('theme_options: {', 'theme_options: {stylesheet: own.css, '));
writeFileSync(file(HARBOUR), `${read(HARBOUR)}\n\n${'A long walk along the water, tree by tree.\n\n'.repeat(60)}`);

const preview = spawn(resolve(program), ['serve', '--site', site, '--port', '0', '--editor', 'vscode'], { stdio: ['ignore', 'pipe', 'ignore'] });
const address = await new Promise((done) => createInterface(preview.stdout).once('line', (line) => done(line.trim())));
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 900, height: 500 } });
const seen = { loads: 0, old: 0 };
page.on('load', () => { seen.loads += 1; });

/** Many editors write another file and give it the name of the first. */
function save(path, text) {
  writeFileSync(file(`${path}~`), text);
  renameSync(file(`${path}~`), file(path));
}

/** Others write into the file. */
const write = (path, text) => writeFileSync(file(path), text);

const check = (holds, what) => { if (!holds) report.add(what, 'preview'); };
const rest = () => new Promise((done) => setTimeout(done, REST));

async function comes(what, test, argument) {
  const came = page.waitForFunction(test, argument, { timeout: PATIENCE, polling: 20 });
  check(await came.then(() => true, () => false), `waited in vain: ${what}`);
}

/** What a save does to the page: how often it is loaded. */
async function loadsOf(work) {
  const before = seen.loads;
  await work();
  await rest();
  return seen.loads - before;
}

const says = (words) => document.querySelector('main').textContent.includes(words);
const place = () => page.evaluate(() => ({ y: Math.round(scrollY), open: [...document.querySelectorAll('details')].filter((one) => one.open).length }));

await page.goto(`${address}en/parks/harbour/`);
await page.evaluate(() => {
  document.querySelectorAll('main details').forEach((one) => { one.open = true; });
  scrollTo({ top: 600, behavior: 'instant' });
});
const before = await place();
check(before.y === 600, `the page could be scrolled to ${before.y} only`);

for (const [how, put] of [['replaced', save], ['written', write]]) {
  const loads = await loadsOf(async () => {
    put(HARBOUR, `${read(HARBOUR)}\n\nThese words were ${how}.\n`);
    await comes(`words of a file that was ${how}`, says, `These words were ${how}.`);
  });
  check(loads === 1, `a file that was ${how}: loaded ${loads} times`);
  const after = await place();
  check(after.y === before.y, `a file that was ${how}: the page moved from ${before.y} to ${after.y}`);
  check(after.open === before.open, `a file that was ${how}: ${before.open} details were open, now ${after.open}`);
}

const elsewhere = await loadsOf(async () => save(HILL, read(HILL).replace('Castle Hill', 'Castle Mount')));
const shows = await page.evaluate(says, 'Castle Mount');
check(elsewhere === (shows ? 1 : 0), `a save that does not change this page loaded it ${elsewhere} times`);

const many = await loadsOf(async () => {
  for (let at = 1; at <= 20; at += 1) write(HARBOUR, `${read(HARBOUR)}\nSave ${at}.\n`);
  await comes('the last of twenty saves', says, 'Save 20.');
});
check(many >= 1 && many <= 3, `twenty saves at once loaded the page ${many} times`);

const sheets = await loadsOf(async () => {
  save(SHEET, 'body { --of: second }\n');
  await comes('the new style', () => getComputedStyle(document.body).getPropertyValue('--of').trim() === 'second');
});
check(sheets === 0, `a style sheet alone loaded the page ${sheets} times`);
const ours = execFileSync(resolve(program), ['theme', 'eject', 'static/report.css', '--site', site, '--print'], { encoding: 'utf8' });
const theme = await loadsOf(async () => {
  write('content/static/report.css', `${ours}\n:root { --of-theme: third }\n`);
  await comes('the new style of the theme', () => getComputedStyle(document.documentElement).getPropertyValue('--of-theme').trim() === 'third');
});
check(theme === 0, `a style sheet of the theme loaded the page ${theme} times`);

const whole = read(HARBOUR);
await loadsOf(async () => {
  save(HARBOUR, whole.replace('Save 20.', 'Save 20 leads [nowhere](@parks/nowhere).'));
  await comes('what is wrong', () => document.getElementById('prospectus-preview').shadowRoot.getElementById('findings').textContent.includes('nowhere'));
});
check(await page.evaluate(says, 'Save 20.'), 'the last good page does not stay under the findings');
await loadsOf(async () => {
  save(HARBOUR, whole);
  await comes('findings that go', () => !document.getElementById('prospectus-preview').shadowRoot.getElementById('findings').textContent.includes('nowhere'));
});

const panel = page.locator('#prospectus-preview');
check(!(await panel.locator('#panel').evaluate((one) => one.open)), 'the panel stays open when nothing is wrong');
await panel.locator('#panel > summary').click();
await comes('what there is to know of the page', () => document.getElementById('prospectus-preview').shadowRoot.getElementById('page').textContent.includes('parks/harbour'));
const known = await panel.locator('#page').textContent();
for (const what of ['content/parks/harbour/facts.yaml', 'content/parks/harbour/en.md', 'changed', 'Made of']) {
  check(known.includes(what), `the panel does not tell of ${what}: ${known.slice(0, 200)}`);
}
const link = await panel.locator('#page dd a').first().getAttribute('href');
check(link === `vscode://file/${encodeURI(site)}/content/parks/harbour/facts.yaml:1:1`, `a file is opened by ${link}`);
if (shots) await page.screenshot({ path: join(shots, 'preview-panel.png') });

await browser.close();
preview.kill();
rmSync(folder, { recursive: true, force: true });
report.finish(`${seen.loads} loads`);
