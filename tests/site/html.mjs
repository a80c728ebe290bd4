//! html: every page and every style sheet is valid by the Nu HTML checker.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { folderArgument, Report } from './report.mjs';
import { readSite } from './site.mjs';

const JAR = fileURLToPath(new URL('node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
const BATCH = 400;
const OUTPUT_LIMIT = 1 << 28;
// Of SVG 2, and in all browsers; the checker of style sheets has the properties of SVG 1.1.
const NEWER = /“(paint-order)”: Property/;

const folder = folderArgument('node html.mjs OUTPUT');
const report = new Report('html');
const { files } = readSite(folder);
const warnings = new Map();

const pages = [...files].filter((file) => file.endsWith('.html'));
const styles = [...files].filter((file) => file.endsWith('.css'));
for (const batch of batches(pages)) await check(batch, '--skip-non-html');
for (const batch of batches(styles)) await check(batch, '--css');

for (const [message, count] of [...warnings].sort((a, b) => b[1] - a[1])) console.log(`warning (${count}): ${message}`);
report.finish(`${pages.length} pages, ${styles.length} style sheets`);

function* batches(list) {
  for (let from = 0; from < list.length; from += BATCH) yield list.slice(from, from + BATCH);
}

async function check(batch, kind) {
  const options = ['-jar', JAR, '--format', 'json', '--stdout', '--exit-zero-always', kind];
  const paths = batch.map((file) => join(folder, file));
  const { stdout } = await promisify(execFile)('java', [...options, ...paths], { maxBuffer: OUTPUT_LIMIT });
  for (const message of JSON.parse(stdout).messages) note(message);
}

function note({ type, subType, url, lastLine, message, extract }) {
  if (type === 'info') {
    if (subType === 'warning') warnings.set(message, (warnings.get(message) ?? 0) + 1);
    return;
  }
  if (NEWER.test(message)) return;
  const file = decodeURI(url ?? 'the checker itself').split(`${folder.replace(/\/$/, '')}/`).pop();
  const excerpt = extract ? `: ${extract.replace(/\s+/g, ' ').trim()}` : '';
  report.add(message, `${file}:${lastLine ?? 0}${excerpt}`);
}
