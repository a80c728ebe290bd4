//! samples: the sample sites below `tests/sites`, built from clean copies, and the examples that `init` makes, held to all that the
//! built-in theme promises.
//!
//! Each is copied or made into a folder of its own, built there by PROGRAM, and checked by html.mjs, links.mjs, browser.mjs,
//! search.mjs, queries.mjs and spoken.mjs.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const SAMPLES = ['bank', 'hospitals', 'indicators', 'japanese', 'scripts'];
// In its pages a browser sees nothing that it does not see in those of `scripts`, which has the same content.
const SEEN_ELSEWHERE = ['bank'];
// The languages that each starting point is made in.
const STARTS = { 'init-report': 'de,en', 'init-register': 'de', 'init-indicators': 'en' };
const SITES = [...SAMPLES, ...Object.keys(STARTS)];
const USAGE = 'usage: node samples.mjs PROGRAM [--whole] [--site bank]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { whole: { type: 'boolean', default: false }, site: { type: 'string', multiple: true, default: SITES } },
});
const program = positionals[0] && resolve(positionals[0]);
if (!program) {
  console.error(USAGE);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'prospectus-samples-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const failed = values.site.filter((name) => !passes(name));
if (failed.length) console.log(`samples with findings: ${failed.join(', ')}`);
process.exitCode = failed.length ? 1 : 0;

/** Whether the site is built without a word and passes each check. */
function passes(name) {
  const site = join(folder, name);
  console.log(`-- ${name}`);
  if (STARTS[name]) {
    if (!run(program, ['init', site, '--from', name.replace('init-', ''), '--languages', STARTS[name]], folder)) return false;
  } else {
    const clean = (path) => !['output', 'themes'].includes(basename(path));
    cpSync(fileURLToPath(new URL(`../sites/${name}`, import.meta.url)), site, { recursive: true, filter: clean });
  }
  const output = join(site, 'output');
  const range = values.whole ? [] : ['--sampled'];
  const steps = [
    () => run(program, ['build', '--strict'], site),
    () => run('node', [check('html'), output], site),
    () => run('node', [check('links'), output], site),
    () => (SEEN_ELSEWHERE.includes(name) && !values.whole) || run('node', [check('browser'), output, '--strict', ...range], site),
    () => run('node', [check('search'), output], site),
    () => answers(name, output, site),
    () => speaks(name, output, site),
  ];
  // What was not built cannot be checked; the checks are independent of each other.
  return steps[0]() && steps.slice(1).map((step) => step()).every(Boolean);
}

/** Whether its search finds what readers want, where there are queries. */
function answers(name, output, site) {
  const queries = fileURLToPath(new URL(`queries/${name}.yaml`, import.meta.url));
  return !existsSync(queries) || run('node', [check('queries'), output, queries], site);
}

/** Whether its pages are spoken as is kept, where that is. */
function speaks(name, output, site) {
  const expected = fileURLToPath(new URL(`../../expected/spoken/${name}`, import.meta.url));
  return !existsSync(expected) || run('node', [check('spoken'), output, expected], site);
}

function check(name) {
  return fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
}

function run(command, words, cwd) {
  return spawnSync(command, words, { cwd, stdio: 'inherit' }).status === 0;
}
