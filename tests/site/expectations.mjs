//! Expectations: a file of queries with the records that readers want, and where those records stand in an output folder.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * Reads the queries of `file`: `[{language, difficulty, words, wanted}]`, where `wanted` lists what must all be found,
 * each as the keys of which one will do.
 */
export function readQueries(file) {
  const languages = parse(readFileSync(file, 'utf8'), { mapAsMap: true });
  return [...languages].flatMap(([language, difficulties]) =>
    [...difficulties].flatMap(([difficulty, queries]) =>
      [...queries].map(([words, keys]) => ({ language, difficulty, words: String(words), wanted: wanted(keys) })),
    ),
  );
}

function wanted(keys) {
  return [keys].flat().map((either) => either.split('|').map((key) => key.trim()));
}

/** The addresses of all records in the data files of `output`: `addresses(key, language)`, undefined where there is none. */
export function readAddresses(output) {
  const folder = join(output, 'data');
  const found = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'datapackage.json')) {
    const { records } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const { id, url } of records ?? []) found.set(`${file.slice(0, -'.json'.length)}/${id}`, url);
  }
  return (key, language) => addressOf(found, key, language);
}

/** `centers/graphene` stands where its data say; `centers` is the folder of such records, `centers?topics=energy` with a query. */
function addressOf(found, key, language) {
  if (key.includes('/')) return pathOf(found.get(key), language);
  const [collection, choice] = key.split('?');
  const [, url] = [...found].find(([other]) => other.startsWith(`${collection}/`)) ?? [];
  const list = pathOf(url, language)?.replace(/[^/]*\/$/, '');
  return list && choice ? `${list}?${choice}` : list;
}

function pathOf(url, language) {
  // A site of one language says where a record stands without naming the language.
  const address = typeof url === 'string' ? url : url?.[language];
  if (!address) return undefined;
  const { pathname, hash } = new URL(address);
  return decodeURI(pathname) + hash;
}
