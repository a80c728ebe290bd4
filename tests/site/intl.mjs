//! intl: numbers, dates, lists, units, currencies and names of languages as PROGRAM writes them, held to `Intl`.
//!
//! The twelve languages that the program speaks and two more in every format, others in those that the program has from
//! tables of its own: a site with one page of all of them is built, and each value compared with what `Intl` gives. Of the kinds of spaces none is told apart: which of them are no-break
//! is ours. What differs on purpose stands in MEANT with its reason; what is listed there and does not differ is a finding.
//!
//! Ours is CLDR 49 (ICU4X 2.4), of units and names of languages 48. `Intl` is that of a Node whose CLDR is nearest, 48: the
//! running one, else one from npm.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Report } from './report.mjs';

const CLDR = '48.';
const NODE = 'node@26.10.0';
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'ar', 'zh', 'ja', 'hi', 'sv'];
/** Others, in the formats that `tools/cldr.py` brings. */
const FURTHER = [
  'am', 'bg', 'bn', 'bs', 'cs', 'cy', 'da', 'de-CH', 'el', 'en-GB', 'es-MX', 'et', 'eu', 'fa', 'fi', 'fil', 'fr-CA', 'ga', 'he', 'hu', 'hy', 'id',
  'is', 'ka', 'kk', 'km', 'ko', 'lo', 'lt', 'lv', 'mk', 'mn', 'ms', 'my', 'ne', 'pt-PT', 'ro', 'sr-Latn', 'sw', 'ta', 'th', 'tr', 'uk', 'ur', 'vi', 'zh-Hant',
];
const FROM_TABLES = ['language', 'kilometres', 'years', 'dollars'];
const ALL = [...LANGUAGES, ...FURTHER];

if (!process.argv[2]) {
  console.error('usage: node intl.mjs PROGRAM');
  process.exit(2);
}
if (!process.versions.cldr.startsWith(CLDR)) {
  const again = ['--yes', '--package', NODE, 'node', fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const inner = process.env.INTL_AGAIN ? { status: 1 } : spawnSync('npx', again, { stdio: 'inherit', env: { ...process.env, INTL_AGAIN: '1' } });
  if (process.env.INTL_AGAIN) console.error(`this Node has CLDR ${process.versions.cldr}, not ${CLDR}x`);
  process.exit(inner.status ?? 1);
}

const DAYS = ['2024-01-01', '2024-02-29', '2025-08-17', '2026-12-31'];
const MONTHS = ['2024-01', '2024-05', '2025-09', '2026-12'];
const INTEGERS = ['0', '7', '1234', '12345', '1234567', '-98765'];
const DECIMALS = ['0.5', '1234.5', '12.25', '-0.75', '98765.125'];
const SHORTENED = ['1000000', '2500000', '38000000', '265000000', '1500000000', '2340000000000'];
const COUNTED = ['1', '2', '3', '5', '11', '22', '1.5', '100'];
const TAGS = ['de', 'ar', 'zh-Hans', 'pt', 'ru', 'ko'];
const LISTS = [['A'], ['A', 'B'], ['A', 'B', 'C'], ['A', 'B', 'C', 'D']];

/** What each format gives in a language, by what is formatted. */
function byIntl(language) {
  const date = (options) => {
    const format = new Intl.DateTimeFormat(language, { timeZone: 'UTC', calendar: 'gregory', ...options });
    return (text) => format.format(new Date(`${text.padEnd(10, '-01')}T00:00:00Z`));
  };
  const number = (options) => {
    const format = new Intl.NumberFormat(language, { maximumFractionDigits: 20, ...options });
    return (text) => format.format(text);
  };
  const list = new Intl.ListFormat(language);
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const unit = (unit, unitDisplay) => number({ style: 'unit', unit, unitDisplay });
  const all = (format, values) => Object.fromEntries(values.map((value) => [String(value), format(value)]));
  return {
    'day, long': all(date({ dateStyle: 'long' }), DAYS),
    'day, short': all(date({ dateStyle: 'medium' }), DAYS),
    'month, long': all(date({ year: 'numeric', month: 'long' }), MONTHS),
    integer: all(number({}), INTEGERS),
    decimal: all(number({}), DECIMALS),
    shortened: all(number({ notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2, maximumSignificantDigits: 3 }), SHORTENED),
    list: all((items) => list.format(items), LISTS),
    language: all((tag) => names.of(tag), TAGS),
    kilometres: all(unit('kilometer', 'short'), COUNTED),
    years: all(unit('year', 'long'), COUNTED),
    dollars: all(number({ style: 'currency', currency: 'USD', currencyDisplay: 'name', minimumFractionDigits: 0 }), COUNTED),
  };
}

/** The reasons for which a format of a language differs: ours, or another version of CLDR. */
const MEANT = {
  'fr day, long': 'ours: the first of a month is an ordinal, 1er',
  'pt day, long': 'ours: the first of a month is an ordinal, 1º',
  'it day, long': 'ours: the first of a month is an ordinal, 1º',
  'it day, short': 'ours: the first of a month is an ordinal, 1º',
  'fr day, short': 'ours: 01/01/2024, which is as long in every row of a table',
  'ar day, short': 'ours: with the name of the month, as ICU4X has the form of middle length; Intl has digits',
  'de shortened': 'ours: Mio., Mrd., Bio., as tables in German have them',
  'fr shortened': 'ours: mille milliards, since billion means another number to many readers',
  'my dollars': 'CLDR 48: the name before the number, {1} {0}; Intl does not follow it',
  'hi day, long': 'CLDR 49, which ICU4X 2.4 has: a comma behind the month; 48 has none',
  'hi list': 'CLDR 49, which ICU4X 2.4 has: no comma before और; 48 has one',
};

const report = new Report('intl');
const folder = mkdtempSync(join(tmpdir(), 'prospectus-intl-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const ours = built();
let compared = 0;
for (const language of ALL) {
  for (const [format, values] of Object.entries(byIntl(language))) {
    if (FURTHER.includes(language) && !FROM_TABLES.includes(format)) continue;
    const differs = Object.entries(values).filter(([value, expected]) => {
      compared += 1;
      return spaced(ours[language][format][value]) !== spaced(expected);
    });
    const meant = MEANT[`${language} ${format}`] ?? MEANT[`* ${format}`];
    if (differs.length && !meant) {
      for (const [value, expected] of differs) {
        report.add(`${format} in ${language}`, `${value}: “${ours[language][format][value]}”, Intl has “${expected}”`);
      }
    }
    if (!differs.length && MEANT[`${language} ${format}`]) report.add('does not differ any more', `${format} in ${language}`);
  }
}
report.finish(`${compared} values in ${ALL.length} languages, CLDR ${process.versions.cldr}`);

function spaced(text) {
  return text?.replace(/[\u00a0\u202f\u2009]/g, ' ');
}

/** The values as the program writes them: the page of each language holds them as JSON. */
function built() {
  const each = (text) => `{${ALL.map((language) => `${language}: ${JSON.stringify(text)}`).join(', ')}}`;
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const field = (name, declared) => `  ${name}: {${declared}, label: ${each(name)}}\n`;
  const fields = { kilometres: 'unit: km', years: 'unit: year', dollars: 'unit: USD', shortened: 'display: compact' };
  write('content/site.yaml', `title: ${each('Formats')}\nbase_url: https://formats.example\nlanguages: [${ALL.join(', ')}]\nsearch: false\n`);
  write('content/pages/_collection.yaml', `label: ${each('Pages')}\nsegment: ${each('')}\nfields:\n  title: {type: text, translated: true, required: true, label: ${each('Title')}}\n`);
  write('content/pages/home.yaml', `title: ${each('Formats')}\nslug: ""\n`);
  write('content/values/_collection.yaml', `label: ${each('Values')}\nsegment: ${each('values')}\nroles: {title: name}\nfields:\n${field('name', 'type: text')}${field('language', 'type: language')}${Object.entries(fields).map(([name, declared]) => field(name, `type: decimal, ${declared}`)).join('')}`);
  const records = [];
  const record = (facts) => {
    records.push(facts.name);
    write(`content/values/${facts.name}.yaml`, Object.entries(facts).map(([key, value]) => `${key}: ${value}\n`).join(''));
  };
  TAGS.forEach((tag, at) => record({ name: `l${at}`, language: tag }));
  SHORTENED.forEach((value, at) => record({ name: `s${at}`, shortened: value }));
  COUNTED.forEach((value, at) => record({ name: `c${at}`, kilometres: value, years: value, dollars: value }));
  const fact = (format, name, key) => `["${format}", "${key}", {% set f = fact(record="values/${name}", field="${format}") %}{{ f.text }}]`;
  const filter = (format, value, words) => `["${format}", ${JSON.stringify(String(value))}, {{ ${words} }}]`;
  const entries = [
    ...DAYS.map((day) => filter('day, long', day, `"${day}" | date(form="long")`)),
    ...DAYS.map((day) => filter('day, short', day, `"${day}" | date(form="short")`)),
    ...MONTHS.map((month) => filter('month, long', month, `"${month}" | date(form="long")`)),
    ...INTEGERS.map((value) => filter('integer', value, `"${value}" | number`)),
    ...DECIMALS.map((value) => filter('decimal', value, `"${value}" | number`)),
    ...LISTS.map((items) => filter('list', items, `${JSON.stringify(items)} | list`)),
    ...TAGS.map((tag, at) => fact('language', `l${at}`, tag)),
    ...SHORTENED.map((value, at) => fact('shortened', `s${at}`, value)),
    ...COUNTED.flatMap((value, at) => ['kilometres', 'years', 'dollars'].map((format) => fact(format, `c${at}`, value))),
  ];
  const template = `{% extends "base.html" %}{% block main %}<main id="main"><pre>\n${entries.join('\n')}\n</pre></main>{% endblock %}`;
  write('content/templates/home.html', template);
  const run = spawnSync(resolve(process.argv[2]), ['build', '--site', folder, '--quiet', '--no-sync'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return Object.fromEntries(ALL.map((language) => [language, valuesOf(readFileSync(join(folder, 'output', language, 'index.html'), 'utf8'))]));
}

function valuesOf(page) {
  const values = {};
  const text = page.slice(page.indexOf('<pre>') + 5, page.indexOf('</pre>'));
  for (const line of text.trim().split('\n')) {
    const [, format, value, shown] = line.match(/^\["([^"]*)", "([^"]*)", (.*)\]$/);
    (values[format] ??= {})[value] = shown.replace(/<\/?bdi[^>]*>/g, '').replace(/&amp;/g, '&');
  }
  return values;
}
