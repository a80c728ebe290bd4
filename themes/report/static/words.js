// What search and filter share: how texts are taken apart, and what it takes to change a page. Runs in Node, too.

// As src/search/fold.rs has it: what is changed here is changed there.
const HAN = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー]';
export const WORD = `${HAN}+|(?:(?!${HAN})[\\p{L}\\p{N}\\p{M}]){1,64}`;
const ELIDED = "([cdjlmnst]|(jus|lors|puis|quoi)?qu|(de|a|da|ne|su)ll|un)'";
const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', ς: 'σ' };

const BEGINS_HAN = new RegExp(`^${HAN}`, 'u');

export const isHan = (text) => BEGINS_HAN.test(text);

/** Makes, or loads, each thing once. */
export const once = (make, known = new Map()) => (name) => known.get(name) ?? known.set(name, make(name)).get(name);

/** A text as it is compared: small letters without marks. */
export const fold = (text) =>
  text.normalize('NFKD').toLowerCase().replace(/[\p{M}\xad]/gu, '').replace(/[’‘ʼ]/g, "'").replace(/./g, (letter) => LETTERS[letter] ?? letter);

/** What stands between spaces and signs, folded. */
export const runs = (text) => fold(text).match(new RegExp(`${ELIDED}|${WORD}`, 'gu'))?.filter((run) => !run.endsWith("'")) ?? [];

/** The words of runs; of Chinese pairs of neighbours. */
export function keysOf(runs) {
  const pairs = (run) => (isHan(run) && run.match(/.(?=.)/gu)?.map((one, at) => one + [...run][at + 1])) || [run];
  return [...new Set(runs.flatMap(pairs))];
}

export const words = (text) => keysOf(runs(text));

export const lang = globalThis.document?.documentElement.lang;
export const { format } = new Intl.NumberFormat(lang);
export const all = (selector, page = document) => [...page.querySelectorAll(selector)];

export const say = (words, count, other) => words.replace(/##?/g, (sign) => (sign[1] ? other : format(count)));

export async function get(address, kind = 'json') {
  const answer = await fetch(address);
  return answer.ok && answer[kind]();
}

export const soon = (work, wait) => () => {
  clearTimeout(wait);
  wait = setTimeout(work, 150);
};

/** Writes a choice into the address, and into the links to other languages. */
export function keep(query, way = 'replaceState') {
  const text = `${query}` && `?${query}`;
  if (text !== location.search) history[way](null, '', text || location.pathname);
  for (const link of all('header a[hreflang]')) link.search = text;
}
