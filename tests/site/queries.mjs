//! queries: what readers type, asked of the site's own search, which runs here over its built files.
//!
//! Holds to a recall within five of 0.95 in each language, and to 40 kB, compressed, before the first result, the script
//! included. Recall of a query is the share of the records it wants that are among its first five results. The script is at
//! most 6,000 bytes, compressed, and takes texts apart as `src/search/folding.json` says:
//! the program is held to the same table.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readAddresses, readQueries } from './expectations.mjs';
import { openScript, openSearches } from './finder.mjs';
import { Report } from './report.mjs';

const WITHIN = 5;
const RECALL = 0.95;
const BYTES = 40_000;
const SCRIPT_BYTES = 6_000;
const WORDS = new URL('../../src/search/folding.json', import.meta.url);
const USAGE = 'usage: node queries.mjs OUTPUT QUERIES [--all]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false } },
});
const [output, file] = positionals;
if (!file) {
  console.error(USAGE);
  process.exit(2);
}

const report = new Report('queries');
const addresses = readAddresses(output);
const searchIn = openSearches(output);
const queries = readQueries(file);
const answers = [];
await checkScript(queries[0].language);
for (const query of queries) answers.push(await answer(query));
for (const one of answers.filter((one) => one.recall < 1 || values.all)) print(one);
printTable('difficulty');
printTable('language');
judge();
report.finish(`${queries.length} queries, at most ${Math.max(...answers.map((one) => one.bytes))} bytes before the first result`);

/** How long the script is, and how it takes texts apart. */
async function checkScript(language) {
  const { scripts, runs } = await openScript(output, language);
  const bytes = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(script), { level: 9 }).length, 0);
  if (bytes > SCRIPT_BYTES) report.add(`the script has more than ${SCRIPT_BYTES} bytes, compressed`, `${scripts[0]}: ${bytes}`);
  for (const [text, expected] of JSON.parse(readFileSync(WORDS, 'utf8'))) {
    const found = runs(text);
    if (found.join(' ') !== expected.join(' ')) report.add('a text has other words than in folding.json', `${text}: ${found.join(' ')}`);
  }
}

/** What the search finds for a query, and how much of what is wanted is within the first five. */
async function answer(query) {
  const find = await searchIn(query.language);
  const { documents, drawn, count, bytes } = await find(query.words, WITHIN);
  const wanted = query.wanted.map((keys) => keys.map((key) => addressOf(key, query)));
  return { ...query, documents, count, bytes, recall: share(wanted, documents), seen: share(wanted, drawn) };
}

/** The share of what is wanted that is among `documents`. */
function share(wanted, documents) {
  const first = documents.map(({ u }) => u);
  return wanted.filter((either) => either.some((address) => first.includes(address))).length / wanted.length;
}

function addressOf(key, { language, words }) {
  const address = addresses(key, language);
  if (!address) report.add(`${key} is wanted and is no record of the site`, `${language}: ${words}`);
  return address;
}

function print({ language, difficulty, words, wanted, documents, count, recall }) {
  const sought = wanted.map((keys) => keys.join(' | ')).join(', ');
  console.log(`${recall < 1 ? '·' : ' '} ${language} “${words}” (${difficulty}) wants ${sought}; found ${count}`);
  for (const { t, u } of documents) console.log(`      ${t}  ${u}`);
}

/** Recall by rank and as drawn, and the largest transfer, by language or by what makes a query difficult. */
function printTable(by) {
  for (const [name, of] of grouped(answers, by)) {
    const bytes = Math.max(...of.map((one) => one.bytes));
    const recall = `${recallOf(of).toFixed(3)}  drawn ${recallOf(of, 'seen').toFixed(3)}`;
    console.log(`${recall}  ${String(of.length).padStart(4)}  ${String(bytes).padStart(6)} bytes  ${name}`);
  }
}

function judge() {
  for (const [language, of] of grouped(answers, 'language')) {
    const recall = recallOf(of);
    if (recall < RECALL) report.add(`recall within ${WITHIN} is ${recall.toFixed(3)}, not ${RECALL}`, language);
  }
  for (const { language, words, bytes } of answers.filter((one) => one.bytes > BYTES)) {
    report.add(`more than ${BYTES} bytes before the first result`, `${language}: ${words} (${bytes})`);
  }
}

function recallOf(of, order = 'recall') {
  return of.reduce((sum, one) => sum + one[order], 0) / of.length;
}

function grouped(of, by) {
  const groups = new Map();
  for (const one of of) groups.set(one[by], [...(groups.get(one[by]) ?? []), one]);
  return groups;
}
