// Search. What comes before “The page” knows no page and runs in Node, too; docs/themes.md has the rest.

import {
  WORD, all, fold, format, get, isHan, keep, keysOf, lang, once, runs, say, soon, words,
} from './words.js';

// What a match is worth by where it stands: as a whole name, in a title, another name, a reference or option, a text.
const PLACES = [1.6, 1, 0.9, 0.75, 0.35];

/** A file of keys, or of slips: by the first two letters, of Chinese the first, or as many as the list of splits asks for. */
async function file(kind, letters, { load, [kind]: [splits, files] }) {
  let [start, ...rest] = letters;
  if (!isHan(start)) start += rest.shift() ?? '';
  while (rest[0] && splits.some((one) => one.startsWith(start))) start += rest.shift();
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(start)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (await load(kind + (hash % files).toString(16))) || [];
}

/** The documents of these hits. */
export function read(hits, { per, load }) {
  return Promise.all(hits.map(async ({ number }) => (await load(`d${Math.floor(number / per)}`))[number % per]));
}

/** 1 for the word itself, less for what begins with it and for its forms. */
function likeness(word, key) {
  if (key.startsWith(word)) return key === word ? 1 : 0.8 + (0.1 * word.length) / key.length;
  let at = 0;
  while (word[at] === key[at]) at += 1;
  const rest = Math.max(word.length, key.length) - at;
  if (at < 4 || rest > 3) return 0;
  return rest < 3 ? 0.8 * (at > 4 || rest < 2) : 0.65 * (at > 4);
}

/** Whether one letter is wrong, missing or too many, or two have changed places. */
function isSlip(word, key) {
  let at = 0;
  while (word[at] && word[at] === key[at]) at += 1;
  const same = (left, right) => word.slice(at + left) === key.slice(at + right);
  return same(1, 1) || same(1, 0) || same(0, 1) || (word[at] === key[at + 1] && word[at + 1] === key[at] && same(2, 2));
}

/** Takes in what is filed for a key; `cut`: there are more documents than are named. */
function take(found, key, [count, ...list], worth) {
  let number = 0;
  for (let at = 0; at < list.length; at += 2) {
    number += list[at];
    // What only begins with the word is not called so.
    const place = list[at + 1] || Number(worth !== 1);
    found.hits.set(number, Math.max(found.hits.get(number) ?? 0, found.close * worth * PLACES[place]));
  }
  found.count = Math.max(found.count, count);
  found.cut ||= count * 2 > list.length;
  found.keys.push(key);
}

const nothing = (word) => ({ word, hits: new Map(), keys: [word], count: 1, close: 1 });

async function lookup(word, index, found = nothing(word)) {
  for (const [key, list] of Object.entries(await file('k', word, index))) {
    const worth = likeness(word, key);
    if (worth) take(found, key, list, worth);
  }
  return [found];
}

async function exact(key, index, found) {
  const list = key && (await file('k', key, index))[key];
  if (list) take(found, key, list, 1);
}

/** A word that is known as two: `Graphenzentrum`. */
async function divide(word, index) {
  for (const start of Object.keys(await file('k', word, index)).reverse()) {
    for (const link of ['', 's', 'es', 'n', 'en', 'er', 'e']) {
      const end = word.slice((start + link).length);
      if (!start[3] || !end[3] || !word.startsWith(start + link)) continue;
      const found = await lookup(end, index);
      if (found[0].hits.size) return [...(await lookup(start, index)), ...found];
    }
  }
  return [];
}

/** What is spelled alike. */
async function correct(word, index) {
  const found = nothing(word);
  const [a, b, c, ...rest] = word;
  // Where a letter is missing or too many, the rest begins with the letter before or after.
  const ends = [rest, [c, ...rest], rest.slice(1)];
  // With the third pair the fourth letter does not count: it may be the wrong one.
  for (const [pair, from] of rest[0] ? [[a + b, 0], [a + c, 0], [b + c, 1]] : []) {
    const files = await Promise.all(ends.map((end) => file('s', pair + end.slice(from).join(''), index)));
    const near = new Set(files.flat().filter((key) => isSlip(word, key)));
    for (const key of near) {
      found.close = key.length === word.length ? 0.5 : 0.45;
      await lookup(key, index, found);
    }
    if (near.size) break;
  }
  return [found];
}

/**
 * What a word finds: itself and its forms, also with ae for ä, and as one with a neighbour; else its parts; else what was
 * meant.
 */
async function find(word, index, joined) {
  for (const way of [lookup, divide]) {
    for (const spelling of new Set([word, word.replace(/([aou])e/g, '$1')])) {
      const found = await way(spelling, index);
      for (const key of way === lookup ? joined : []) await exact(key, index, found[0]);
      if (found[0]?.hits.size) return found;
    }
  }
  return correct(word, index);
}

/**
 * `{hits, groups, answer, every, close, keys, index}`: `hits` as `{number, kind, score}`, the best first, `kind` of
 * `index.kinds`; `groups`, the same by kind as `{kind, hits}`; `answer`, the hit that is a figure and answers;
 * `every`: each has all words; `close`: of a word only what is spelled alike was found; `keys`: what to mark.
 * `load(name)` gives a file of the index, or null.
 */
export async function search(query, load) {
  const head = await load('index');
  const index = { ...head, load, k: [head.splits, head.buckets], s: [head.slipsplits, head.slips] };
  const all = runs(query);
  const says = ([run, more]) => more || !index.small?.includes(run);
  const telling = query.split(/\s/).map(runs).filter(says).flat();
  const given = keysOf(telling[0] ? telling : all);
  // Of many words the longest tell enough, of many pairs some from all of the name: each costs a file.
  const spread = given.filter((word, at) => !isHan(word) || at % Math.ceil(given.length / 4) === 0);
  const longest = [...spread].sort((a, b) => b.length - a.length).slice(0, 4);
  const asked = spread.filter((word) => longest.includes(word));
  const pairs = asked.slice(1).map((word, at) => asked[at] + word);
  const found = (await Promise.all(asked.map((word, at) => find(word, index, pairs.slice(at && at - 1, at + 1))))).flat();
  // Short words, and those of very many documents, do not decide which documents are found.
  const known = found.filter((one) => one.hits.size);
  const rare = known.filter((one) => !one.cut);
  const long = rare.filter(({ word }) => word[3] || isHan(word));
  const deciding = [long, rare].find(([first]) => first) ?? known;
  const met = new Map();
  const hitOf = once((number, end = 0) => {
    const kind = index.kinds.find(([, , count]) => number < (end += count));
    return { number, kind, score: 0, met: 0 };
  }, met);
  for (const one of known) {
    for (const [number, worth] of one.hits) {
      const hit = hitOf(number);
      // What a source says comes behind what the site says.
      hit.score += (hit.kind[0] === 'sources' ? 0.6 : 1) * worth * (1 + Math.log2(1 + index.docs / one.count));
      hit.met += deciding.includes(one);
    }
  }
  // All of the words, or where that gives little, all but one.
  const best = [...met.values()].sort((a, b) => b.met - a.met);
  const most = best[0]?.met ?? 0;
  const least = best[4]?.met === most || deciding.length < 3 ? most : most - 1;
  // First is what is called as was asked: names are filed as a whole, too, without spaces.
  const named = nothing();
  for (const name of [all, telling]) await exact(name.join(''), index, named);
  for (const [number, worth] of named.hits) {
    const hit = hitOf(number);
    if (worth > 1) {
      hit.score += 100;
      hit.met = most || 1;
    }
  }
  const hits = [...met.values()].filter((one) => one.met && one.met >= least);
  hits.sort((a, b) => b.score - a.score || a.number - b.number);
  const kinds = [...new Set(hits.map((one) => one.kind))];
  const figure = hits.find((one) => one.kind[0] === 'figures' && one.score > 0.95 * hits[0].score);
  const [record] = await read(figure ? [figure] : [], index);
  return {
    groups: kinds.map((kind) => ({ kind, hits: hits.filter((one) => one.kind === kind) })),
    hits,
    answer: record?.v && Object.assign(figure, { record }),
    every: hits.every((one) => one.met === deciding.length && known.length === found.length),
    close: known.some((one) => one.close < 1),
    keys: found.flatMap((one) => one.keys),
    index,
  };
}

// --- The page ------------------------------------------------------------------------------------------------------

/** A text in which the words that were found are marked. */
function marked(text, keys) {
  const isFound = (word) => keys.some((key) => (key[2] || isHan(key) ? word.includes(key) : word === key));
  return text.split(new RegExp(`(${WORD})`, 'u')).map((textContent) =>
    isFound(fold(textContent)) ? Object.assign(document.createElement('mark'), { textContent }) : textContent);
}

/** A template of the page, filled; what has no content is left out. */
function make(name, { u, l = lang, ...texts }, keys = []) {
  const made = document.getElementById(name).content.cloneNode(true);
  for (const slot of all('[data-slot]', made)) {
    const text = texts[slot.dataset.slot];
    if (text) slot.append(...marked(text, keys));
    else slot.remove();
  }
  for (const link of all('a', made)) Object.assign(link, { href: u, lang: l });
  return made;
}

/** A document; `n` are its other names, `v` the value of a figure. */
function entry(name, { n = [], v = '', ...texts }, keys = []) {
  const names = n.filter((name) => words(name).some((word) => keys.includes(word)));
  const [, digits, unit] = v.match(/(\D*[\d.,’\s]*)(.*)/s);
  return make(name, { ...texts, names: names.join(' · '), digits, unit }, keys);
}

function searchPage(page) {
  const said = page.dataset;
  const [field] = all('main .find [name=q]');
  const [status, chips, found] = all('[role=status], .chips, .found', page);
  const [failed, unasked] = all('.failed, .unasked');
  const load = once((name) => get(`${said.base}${name}.json`));
  let [run, query, kind, limit] = [0];

  const address = (kind) => new URLSearchParams(kind ? { q: query, kind } : query && { q: query });
  const counted = (name, { kind: [id, label], hits }, more) =>
    make(name, { u: `?${address(id)}`, label, count: format(hits.length), more });

  /** Says how much was found, and of which kinds. */
  function tell({ hits, groups, every, close }) {
    const [count, besides] = status.children;
    count.textContent = say(hits[0] ? said[new Intl.PluralRules(lang).select(hits.length)] : said.none, hits.length, query);
    besides.textContent = close ? said.close : every ? '' : said.most;
    const kinds = [{ kind: ['', said.all], hits }, ...groups];
    chips.replaceChildren(...kinds.map((one) => counted('chip', one)));
    for (const chip of all('a', chips)) if (chip.search === location.search) chip.ariaCurrent = 'true';
    chips.parentElement.hidden = !groups[1];
    failed.hidden = unasked.hidden = hits.length > 0;
    for (const link of all('[data-mail]')) link.href = link.dataset.mail.replace(/(%23)+/, encodeURIComponent(query));
  }

  /** The first documents of a kind; the one that answers stands above. */
  async function listed(group, { answer, keys, index }, most = 5) {
    if (group === answer) return entry('answer', { ...answer.record, label: answer.kind[1] });
    const others = group.hits.filter((one) => one !== answer);
    const records = await read(others.slice(0, most), index);
    const made = counted('group', group, others[most] && say(most > 5 ? said.more : said.rest, group.hits.length));
    all('ol', made)[0].append(...records.map((one) => entry('hit', one, keys)));
    return records[0] ? made : '';
  }

  /** Draws what is asked for; the first of it before the documents of the rest are fetched. */
  async function draw() {
    const mine = (run += 1);
    page.hidden = !query;
    failed.hidden = true;
    unasked.hidden = !page.hidden;
    if (!query) return;
    const result = await search(query, load);
    if (mine !== run) return;
    const { groups, answer } = result;
    tell(result);
    const chosen = groups.find((one) => one.kind[0] === kind);
    if (chosen) result.answer = null;
    const lists = chosen ? [chosen] : answer ? [answer, ...groups] : groups;
    for (const some of [lists.splice(0, 1), lists]) {
      const parts = await Promise.all(some.map((list) => listed(list, result, chosen && limit)));
      if (mine !== run) return;
      if (some !== lists) found.replaceChildren();
      found.append(...parts);
    }
  }

  async function ask(words, which, shown = 20, way) {
    [query, kind, limit] = [words.trim(), which ?? '', shown];
    keep(address(kind), way);
    try {
      await draw();
    } catch {
      status.children[0].textContent = said.failed;
      unasked.hidden = false;
    }
  }

  function typed() {
    if (field.value.trim() !== query) ask(field.value);
    return false;
  }

  function asked() {
    const given = new URLSearchParams(location.search);
    field.value = given.get('q') ?? '';
    ask(field.value, given.get('kind'));
  }

  field.form.oninput = soon(typed);
  field.form.onsubmit = typed;
  page.onclick = async (event) => {
    const link = event.target.closest('.chips a, .more');
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const isChip = chips.contains(link);
    const which = new URLSearchParams(link.search).get('kind');
    const from = !isChip && which === kind ? limit : 0;
    await ask(query, which, from + 20, 'pushState');
    (isChip ? all('[aria-current]', chips) : all('h3 a', found).slice(from))[0]?.focus();
  };
  window.onpopstate = asked;
  asked();
}

if (lang) all('.results').forEach(searchPage);
