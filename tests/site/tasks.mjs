//! tasks: what readers come for, done in Chromium with at most three clicks from the home page, on a phone and on a desk.
//!
//!     node tasks.mjs PROGRAM SITE OUTPUT TASKS [--shots DIR]
//!
//! Tasks, and the editions of a copy of the site in which something has changed, lie in a file of the site
//! (`expected/tasks.json`). A click follows a link that can be seen, or chooses a box; what is not visible fails.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './chromium.mjs';
import { readAddresses } from './expectations.mjs';
import { Report } from './report.mjs';
import { serve } from './server.mjs';

const MOST_CLICKS = 3;
const SCREENS = [{ width: 360, height: 740 }, { width: 1440, height: 900 }];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { shots: { type: 'string' } } });
const [program, site, output, file] = positionals;
if (!file) {
  console.error('usage: node tasks.mjs PROGRAM SITE OUTPUT TASKS [--shots DIR]');
  process.exit(2);
}

const { tasks, editions, languages } = JSON.parse(readFileSync(file, 'utf8'));
const report = new Report('tasks');
const copy = published();
const sites = {
  report: { ...(await serve(output, '')), address: readAddresses(output) },
  editions: { ...(await serve(join(copy, 'output'), '')), address: readAddresses(join(copy, 'output')) },
};
const browser = await launch();

/** A copy of the site, published on the day of each edition with its edits. What an editor has still to fill in is left out. */
function published() {
  const folder = mkdtempSync(join(tmpdir(), 'editions-'));
  for (const part of ['content', 'themes']) cpSync(join(site, part), join(folder, part), { recursive: true });
  for (const entry of readdirSync(join(folder, 'content'), { recursive: true })) {
    if (!/\.(yaml|md)$/.test(entry)) continue;
    change(join(folder, 'content', entry), (text) => text.replace(/\[\[to fill: ([^\]]*)\]\]/g, '$1'));
  }
  for (const { day, edits } of editions) {
    change(join(folder, 'content/site.yaml'), (text) => text.replace(/^as_of: .*$/m, `as_of: ${day}`));
    for (const { file: path, pattern, text } of edits) {
      change(join(folder, path), (before) => {
        const after = before.replace(new RegExp(pattern), text);
        if (after === before) throw new Error(`${path} has nothing like ${pattern}`);
        return after;
      });
    }
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(`${day}T12:00:00Z`) / 1000) };
    execFileSync(resolve(program), ['publish', '--yes', '--quiet', '--site', folder], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  }
  return folder;
}

function change(path, edit) {
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

async function walk(task, language, screen) {
  const { origin, address } = sites[task.site ?? 'report'];
  const page = await browser.newPage({ viewport: screen });
  const name = `${task.name} (${language}, ${screen.width} px)`;
  page.on('pageerror', (error) => report.add(`error in the page: ${error.message}`, name));
  if (task.steps.length > MOST_CLICKS) report.add(`takes more than ${MOST_CLICKS} clicks`, name);
  const here = { page, address, origin, language, name, screen };
  await page.goto(origin + (task.from ? address(task.from, language) : `/${language}/`));
  await expect(task, 0, here);
  for (const [at, step] of task.steps.entries()) {
    if (!(await click(step, here))) break;
    await page.waitForLoadState('networkidle');
    await expect(task, at + 1, here);
  }
  if (values.shots) await page.screenshot({ path: join(values.shots, `${tasks.indexOf(task)}-${language}-${screen.width}.png`) });
  await page.close();
}

/** One click; false, and a finding, where there is nothing to click on. */
async function click(step, { page, address, language, name }) {
  const target = typeof step.follow === 'object' ? step.follow[language] : step.follow && address(step.follow, language);
  const other = languages.find((one) => one !== language);
  const way = step.language
    ? `header a[hreflang=${other}]`
    : step.choose
      ? `input[name="${step.choose.split('=')[0]}"][value="${step.choose.split('=')[1]}"]`
      : `a[href="${encodeURI(target ?? '')}${step.page ?? ''}"]`;
  const links = page.locator(way);
  const seen = async () => {
    for (const link of await links.all()) if (await link.isVisible()) return link;
    return null;
  };
  // What a phone folds away is opened: menu and filter are where readers look.
  const link = (await seen()) ?? (await unfold(page), await seen());
  if (!link) {
    report.add(`nothing to click on: ${way}`, name);
    return false;
  }
  await link.click();
  return true;
}

async function unfold(page) {
  for (const kind of ['all', 'facet-box']) {
    const folded = page.locator(`details.${kind}:not([open]) > summary`).first();
    if ((await folded.count()) && (await folded.isVisible())) await folded.click();
  }
}

/** Everything that a task expects after so many clicks. */
async function expect(task, clicks, here) {
  for (const wanted of task.expect) {
    if ((wanted.after ?? task.steps.length) !== clicks) continue;
    for (const [kind, holds] of Object.entries(EXPECTED)) {
      if (kind in wanted && !(await holds(wanted, here))) report.add(`not so: ${JSON.stringify(wanted)}`, here.name);
    }
  }
}

const EXPECTED = {
  /** So many rows of the list are left, all with this choice. */
  async rows({ rows, with: choice }, { page }) {
    await page.waitForTimeout(400);
    const found = await page.locator('tr[data-facets]').evaluateAll((list) =>
      list.filter((row) => row.checkVisibility()).map((row) => row.dataset.facets));
    return found.length === rows && found.every((facets) => !choice || facets.includes(` ${choice} `));
  },
  /** Where nothing is found, links lead on. */
  async 'leads on'(_, { page }) {
    const none = page.locator('[data-none]').first();
    return (await none.isVisible()) && (await none.locator('a[href], button').count()) > 0;
  },
  /** A row of a table with this date says what it counts and who says so; at a width, too. */
  async row({ row, says, width }, { page, language, screen }) {
    await page.setViewportSize({ ...screen, width });
    const line = page.locator('tr').filter({ hasText: row[language] }).first();
    const text = (await line.isVisible()) ? await line.innerText() : '';
    await page.setViewportSize(screen);
    return says.every((one) => text.includes(one));
  },
  /** The page says how it is cited, and each row of its table has an address. */
  async cited(_, { page }) {
    return (await page.locator('.cite').count()) > 0 && (await page.locator('tr[id]').count()) > 0;
  },
  async text({ text }, { page, language }) {
    return (await page.locator('main').innerText()).includes(text[language]);
  },
  /** The same page without script says the same. */
  async 'without script'(_, { page, screen }) {
    const plain = await browser.newContext({ javaScriptEnabled: false, viewport: screen });
    const other = await plain.newPage();
    await other.goto(page.url());
    const same = (await other.locator('main').innerText()) === (await page.locator('main').innerText());
    await plain.close();
    return same;
  },
  /** A link of this kind is seen; on a desk above so many pixels. */
  async link({ link, above = Infinity }, { page, screen }) {
    const boxes = await Promise.all((await page.locator(`main a[href^="${link}"]`).all()).map((one) => one.boundingBox()));
    return boxes.some((box) => box && (screen.width < 1000 || box.y + box.height <= above));
  },
  /** A file is linked, and there. */
  async file({ file: end }, { page, origin }) {
    const link = page.locator(`main a[href$="${end}"]`).first();
    if (!(await link.isVisible())) return false;
    return (await page.request.get(origin + (await link.getAttribute('href')))).ok();
  },
  async shows({ shows }, { page, address, language }) {
    return page.locator(`main a[href="${address(shows, language)}"]`).first().isVisible();
  },
  /** The reader is at the page of a record, in the other language. */
  async at({ at }, { page, address, language }) {
    const other = languages.find((one) => one !== language);
    return decodeURI(new URL(page.url()).pathname) === address(at, other);
  },
  /** So many pages of A4. */
  async pages({ pages }, { page }) {
    const document = await page.pdf({ preferCSSPageSize: true });
    return (document.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length === pages;
  },
};

for (const task of tasks) {
  for (const language of languages) {
    for (const screen of SCREENS) await walk(task, language, screen);
  }
}
await browser.close();
await Promise.all(Object.values(sites).map(({ close }) => close()));
rmSync(copy, { recursive: true });
report.finish(`${tasks.length} tasks in ${languages.length} languages on ${SCREENS.length} screens`);
