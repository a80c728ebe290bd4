// Search and filter. What comes before “The page” knows no page and runs in Node, too; docs/themes.md tells the rest.

// As src/search/fold.rs has it: what is changed here is changed there.
const HAN = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー]';
const WORD = `${HAN}+|(?:(?!${HAN})[\\p{L}\\p{N}\\p{M}])+`;
const ELISION = /(^|[^\p{L}\p{N}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|(?:de|a|da|ne|su)ll|un)'/gu;
const LETTERS = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l' };
// What a match is worth by where it stands: as a whole name, in a title, another name, a reference or option, a text.
const PLACES = [1.6, 1, 0.9, 0.75, 0.35];

const isHan = (text) => new RegExp(`^${HAN}`, 'u').test(text);

/** A text as it is compared: small letters without marks. */
export const fold = (text) =>
  text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/[ßæœøł]/g, (letter) => LETTERS[letter]);

/** What stands between spaces and signs, folded. */
function runs(text) {
  const whole = fold(text).replace(/[’‘ʼ]/g, "'").replace(ELISION, '$1 ');
  return whole.match(new RegExp(WORD, 'gu')) ?? [];
}

/** The words of runs; of Chinese each pair of neighbours. */
function keysOf(runs) {
  const pairs = (letters) => letters.slice(1).map((letter, at) => letters[at] + letter);
  // Of what is long, every other pair has all letters.
  const enough = (pairs) => pairs.filter((_, at) => pairs.length < 4 || at % 2 === 0 || at === pairs.length - 1);
  const ofHan = (run) => (run.length > 1 ? enough(pairs([...run])) : run);
  return [...new Set(runs.flatMap((run) => (isHan(run) ? ofHan(run) : run)))];
}

const words = (text) => keysOf(runs(text));

function bucket(text, buckets) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (hash % buckets).toString(16);
}

/** The keys that lie in one file with this one, by their first two letters, of Chinese the first, or as many as it takes. */
async function keysBeside(key, { splits, buckets, load }) {
  const letters = [...key];
  const first = (length) => letters.slice(0, length).join('');
  let length = isHan(key) ? 1 : 2;
  while (splits.includes(first(length)) && letters[length]) length += 1;
  return (await load(`k${bucket(first(length), buckets)}`)) ?? {};
}

/** The documents of these hits. */
export async function read(hits, { per, load }) {
  const files = await Promise.all(hits.map(({ number }) => load(`d${Math.floor(number / per)}`)));
  return hits.map(({ number }, at) => files[at][number % per]);
}

/** 1 for the word itself, less for what begins with it and for its forms. */
function likeness(word, key) {
  if (key.startsWith(word)) return key === word ? 1 : 0.8 + (0.1 * word.length) / key.length;
  let same = 0;
  while (word[same] === key[same]) same += 1;
  const rest = Math.max(word.length, key.length) - same;
  if (same < 4 || rest > 3) return 0;
  return rest < 3 ? 0.8 * (same > 4 || rest < 2) : 0.65 * (same > 4);
}

/** Whether one letter is wrong, missing or too many, or two have changed places. */
function isSlip(word, key) {
  let at = 0;
  while (at < word.length && word[at] === key[at]) at += 1;
  const same = (left, right) => word.slice(at + left) === key.slice(at + right);
  const swapped = word[at] === key[at + 1] && word[at + 1] === key[at];
  return same(1, 1) || same(1, 0) || same(0, 1) || (swapped && same(2, 2));
}

/** Takes in what is filed for a key; `cut`: there are more documents than are named. */
function take(found, key, [count, ...list], worth) {
  let number = 0;
  for (let at = 0; at < list.length; at += 2) {
    number += list[at];
    // What only begins with the word is not called so.
    const place = list[at + 1] || Number(worth !== 1);
    found.hits.set(number, Math.max(found.hits.get(number) ?? 0, worth * PLACES[place]));
  }
  found.count = Math.max(found.count, count);
  found.cut ||= count * 2 > list.length;
  found.keys.push(key);
}

const nothing = (word) => ({ word, hits: new Map(), keys: [word], count: 1 });

async function lookup(word, index) {
  const found = nothing(word);
  for (const [key, list] of Object.entries(await keysBeside(word, index))) {
    const worth = likeness(word, key);
    if (worth) take(found, key, list, worth);
  }
  return found;
}

/** A word that is known as two: `Graphenzentrum`. */
async function divide(word, index) {
  const starts = Object.keys(await keysBeside(word, index)).filter((key) => key.length > 3 && word.startsWith(key));
  for (const start of starts.sort((a, b) => b.length - a.length)) {
    for (const link of ['', 's', 'es', 'n', 'en', 'er', 'e']) {
      const end = word.slice(start.length + link.length);
      if (end.length < 4 || !word.startsWith(start + link)) continue;
      const found = await lookup(end, index);
      if (found.hits.size) return [await lookup(start, index), found];
    }
  }
}

/** What is spelled alike. */
async function correct(word, index) {
  const found = { ...nothing(word), close: true };
  const [a, b, c] = word;
  for (const pair of word.length > 3 && !isHan(word) ? [a + b, a + c, b + c] : []) {
    const near = ((await index.load(`s${bucket(pair, index.slips)}`)) ?? []).filter((key) => isSlip(word, key));
    for (const key of near.slice(0, 4)) {
      const { hits, keys, count } = await lookup(key, index);
      const worth = key.length === word.length ? 0.5 : 0.45;
      for (const [number, score] of hits) found.hits.set(number, Math.max(found.hits.get(number) ?? 0, worth * score));
      found.count = Math.max(found.count, count);
      found.keys.push(...keys);
    }
    if (near[0]) break;
  }
  return [found];
}

/** What a word finds: itself and its forms, also with ae for ä, or as one with its neighbours; else its parts; else what was meant. */
async function find(word, index, joined) {
  const spellings = new Set([word, word.replace(/([aou])e/g, '$1')]);
  for (const spelling of spellings) {
    const found = await lookup(spelling, index);
    for (const key of joined) {
      const list = (await keysBeside(key, index))[key];
      if (list) take(found, key, list, 1);
    }
    if (found.hits.size) return [found];
  }
  for (const spelling of spellings) {
    const found = await divide(spelling, index);
    if (found) return found;
  }
  return correct(word, index);
}

/**
 * `{hits, answer, every, close, keys, index}`: `hits` as `{number, kind, score}`, the best first, `kind` a position in
 * `index.kinds`; `answer`, the hit that is a figure and answers; `every`: each has all words; `close`: words of which
 * only what is spelled alike was found; `keys`: what to mark. `load(name)` gives a file of the index, or null.
 */
export async function search(query, load) {
  const index = { ...(await load('index')), load };
  const all = runs(query);
  const says = ([run, more]) => more || !index.small?.includes(run);
  const telling = query.split(/\s/).map(runs).filter(says).flat();
  const asked = keysOf(telling[0] ? telling : all);
  const pairs = asked.slice(1).map((word, at) => asked[at] + word);
  const found = (await Promise.all(asked.map((word, at) => find(word, index, pairs.slice(at && at - 1, at + 1))))).flat();
  // Short words, and those of very many documents, do not decide which documents are found.
  const isLong = ({ word }) => word.length > 3 || isHan(word);
  const known = found.filter(({ hits }) => hits.size);
  const rare = known.filter(({ cut }) => !cut);
  const deciding = [rare.filter(isLong), rare, known].find(([first]) => first);
  const kindOf = (number, end = 0) => index.kinds.findIndex(([, , count]) => number < (end += count));
  const met = new Map();
  let most = 0;
  for (const one of known) {
    for (const [number, worth] of one.hits) {
      const hit = met.get(number) ?? { number, kind: kindOf(number), score: 0, met: 0 };
      hit.score += worth * (1 + Math.log2(1 + index.docs / one.count));
      hit.met += deciding.includes(one);
      most = Math.max(most, hit.met);
      met.set(number, hit);
    }
  }
  // First is what is called as was asked: names are filed as a whole, too, without spaces.
  for (const name of new Set([all.join(''), telling.join('')])) {
    const [, ...list] = (name && (await keysBeside(name, index))[name]) || [];
    let number = 0;
    for (let at = 0; at < list.length; at += 2) {
      number += list[at];
      if (list[at + 1]) continue;
      const hit = met.get(number) ?? { number, kind: kindOf(number), score: 0 };
      met.set(number, { ...hit, score: hit.score + 200, met: most });
    }
  }
  const hits = [...met.values()].filter((hit) => hit.met === most).sort((a, b) => b.score - a.score || a.number - b.number);
  const figure = hits.find(({ kind }) => index.kinds[kind][0] === 'figures');
  return {
    hits,
    answer: figure && figure.score > 0.95 * hits[0].score ? figure : null,
    every: most === deciding?.length && !found.some((one) => isLong(one) && !one.hits.size),
    close: known.filter(({ close }) => close).map(({ word }) => word),
    keys: found.flatMap(({ keys }) => keys),
    index,
  };
}

// --- The page ------------------------------------------------------------------------------------------------------

const lang = globalThis.document?.documentElement.lang;
const { format } = new Intl.NumberFormat(lang);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];

async function get(address, kind = 'json') {
  const answer = await fetch(address);
  return answer.ok ? answer[kind]() : null;
}

function soon(work, wait) {
  return () => {
    clearTimeout(wait);
    wait = setTimeout(work, 150);
  };
}

/** Writes a choice into the address, and into the links to other languages. */
function keep(query, way = 'replaceState') {
  const text = String(query) && `?${query}`;
  if (text !== location.search) history[way](null, '', location.pathname + text + location.hash);
  for (const link of all('header a[hreflang]')) link.search = text;
}

/** A text in which the words that were found are marked. */
function marked(text, keys) {
  const isFound = (word) => keys.some((key) => (key[2] || isHan(key) ? word.includes(key) : word === key));
  return text.split(new RegExp(`(${WORD})`, 'u')).map((part, at) => {
    if (at % 2 === 0 || !isFound(fold(part))) return part;
    const mark = document.createElement('mark');
    mark.append(part);
    return mark;
  });
}

/** A template of the page, filled; what has no content is left out. */
function make(name, { u, l = '', ...texts }, keys = []) {
  const made = document.getElementById(name).content.firstElementChild.cloneNode(true);
  for (const slot of all('[data-slot]', made)) {
    const text = texts[slot.dataset.slot];
    if (text) slot.append(...marked(text, keys));
    else slot.remove();
  }
  for (const link of all('a', made)) Object.assign(link, { href: u, lang: l });
  return made;
}

/** A document; `n` are its other names, `v` the value of a figure. */
function entry(name, { n = [], v = '', ...texts }, keys) {
  const names = n.filter((one) => words(one).some((word) => keys.includes(word)));
  const [, digits, unit] = v.match(/^(.*?\d[\d.,’\s]*)(.*)$/s) ?? [0, v];
  return make(name, { ...texts, names: names.join(' · '), digits, unit }, keys);
}

function searchPage(page) {
  const said = page.dataset;
  const field = document.querySelector('main .find').elements.q;
  const [status, chips, found] = all('[role=status], .chips, .found', page);
  const [failed, unasked] = all('.failed, .unasked');
  const plural = new Intl.PluralRules(lang);
  const files = new Map();
  const load = (name) => files.get(name) ?? files.set(name, get(`${said.base}${name}.json`)).get(name);
  let [query, kind, limit, run] = ['', '', 20, 0];

  const address = (kind) => new URLSearchParams({ ...(query && { q: query }), ...(kind && { kind }) });
  const say = (words, count) => words?.replace(/##?/g, (sign) => (sign === '#' ? format(count) : query));
  const counted = (name, { id, label, hits }, more) =>
    make(name, { u: `?${address(id)}`, label, count: format(hits.length), more });

  /** Says how much was found, and of which kinds. */
  function tell({ hits, every, close }, groups) {
    const count = hits[0] ? said[plural.select(hits.length)] ?? said.other : said.none;
    status.textContent = [count, close && said.close, !every && hits[0] && said.most]
      .map((words) => say(words || '', hits.length)).join(' ');
    const kinds = groups[1] ? [{ id: '', label: said.all, hits }, ...groups] : [];
    chips.replaceChildren(...kinds.map((one) => counted('chip', one)));
    for (const chip of all('a', chips)) if (chip.search === location.search) chip.setAttribute('aria-current', 'true');
    failed.hidden = unasked.hidden = hits.length > 0;
    for (const mail of all('[data-mail]')) mail.href = mail.dataset.mail.replace('%23%23', encodeURIComponent(query));
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
    const { hits, answer, keys, index } = result;
    const kinds = index.kinds.map(([id, label], at) => ({ id, label, hits: hits.filter((hit) => hit.kind === at) }));
    const groups = kinds.filter((one) => one.hits[0]).sort((a, b) => hits.indexOf(a.hits[0]) - hits.indexOf(b.hits[0]));
    tell(result, groups);
    const chosen = groups.filter(({ id }) => id === kind);
    const lists = (chosen[0] ? chosen : groups).map((group) => ({ ...group, shown: group.hits.slice(0, chosen[0] ? limit : 5) }));
    if (answer && !chosen[0]) lists.unshift({ ...kinds[answer.kind], shown: [answer], isAnswer: true });
    let parts = [];
    for (const list of lists) {
      const records = await read(list.shown, index);
      if (mine !== run) return;
      if (!parts[0]) for (const { shown } of lists) read(shown, index);
      parts.push(part(list, records, keys, chosen[0]));
      if (!parts[1]) found.replaceChildren();
      found.append(parts.at(-1));
    }
    if (!parts[0]) found.replaceChildren();
  }

  function part({ isAnswer, ...group }, records, keys, isChosen) {
    if (isAnswer) return entry('answer', { ...records[0], label: group.label }, keys);
    const more = group.hits.length > records.length && (isChosen ? said.more : say(said.rest, group.hits.length));
    const made = counted('group', group, more);
    made.querySelector('ol').append(...records.map((record) => entry('hit', record, keys)));
    return made;
  }

  async function update(way) {
    keep(address(kind), way);
    try {
      await draw();
    } catch {
      status.textContent = said.failed;
      unasked.hidden = false;
    }
  }

  function typed() {
    if (field.value.trim() === query) return;
    [query, limit] = [field.value.trim(), 20];
    update();
  }

  function asked() {
    const given = new URLSearchParams(location.search);
    [query, kind, limit] = [given.get('q')?.trim() ?? '', given.get('kind') ?? '', 20];
    field.value = query;
    update();
  }

  field.form.addEventListener('input', soon(typed));
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    typed();
  });
  page.addEventListener('click', async (event) => {
    const link = event.target.closest('.chips a, .more');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const asked = new URLSearchParams(link.search).get('kind') ?? '';
    const from = link.matches('.more') && asked === kind ? limit : 0;
    [kind, limit] = [asked, from + 20];
    const isChip = chips.contains(link);
    await update('pushState');
    (isChip ? chips.querySelector('[aria-current]') : all('h3 a', found)[from])?.focus();
  });
  addEventListener('popstate', asked);
  asked();
}

// --- The filter of a list ------------------------------------------------------------------------------------------

const rowsOf = (page) => all('tr[data-facets]', page);

/** What the filter goes by of a row that stands in the page. */
function known(row) {
  const [head, ...cells] = row.cells;
  const keys = [(head.querySelector('a') ?? head).textContent, ...cells.map((cell) => cell.dataset.sort)];
  return { row, name: fold(head.textContent), has: row.dataset.facets, key: (at) => keys[at] };
}

/** The same of a divided list. A row comes from the page on which it stands, when it is shown. */
async function divided(address) {
  const { t, facets, sort, per, pages } = await get(address);
  const parsed = new Map();
  const parse = (text) => rowsOf(new DOMParser().parseFromString(text, 'text/html'));
  async function row(at) {
    const page = pages[Math.floor(at / per)];
    if (!parsed.has(page)) parsed.set(page, get(page, 'text').then(parse));
    return (await parsed.get(page))[at % per];
  }
  const has = ([field, ids], at) => (ids[at][0] ? ids[at] : ['']).map((id) => ` ${field}=${id} `).join('');
  return t.map((title, at) => ({
    fetch: () => row(at),
    name: fold(title),
    has: Object.entries(facets).map((facet) => has(facet, at)).join(''),
    key: (column) => (column ? sort[column][at] : title),
  }));
}

function filterPage(filter) {
  const form = filter.querySelector('form');
  const { list, some } = filter.dataset;
  const rows = rowsOf(document);
  const bodies = [...new Set(rows.map((row) => row.parentNode))];
  const heads = all('thead th', rows[0].closest('table'));
  const given = heads.map((head) => head.ariaSort);
  const [none, more] = all('[data-none], [data-more]');
  const tally = document.querySelector('[data-tally]');
  const said = tally.innerHTML;
  const { compare } = new Intl.Collator(lang, { numeric: true });
  let [records, limit] = [list ? null : rows.map(known), 50];

  function choice() {
    const query = new URLSearchParams(new FormData(form));
    for (const name of ['q', 'sort']) if (!query.get(name)) query.delete(name);
    return query;
  }

  function fitting(names, sort) {
    const boxes = all('fieldset', form).map((set) => all(':checked', set).map(({ name, value }) => ` ${name}=${value} `));
    const wanted = [...boxes.filter(([any]) => any)];
    const fits = ({ name, has }) =>
      names.every((word) => name.includes(word)) && wanted.every((any) => any.some((one) => has.includes(one)));
    const found = records.filter(fits);
    if (!sort) return found;
    const [at, way] = [Math.abs(sort), sort < 0 ? -1 : 1];
    const key = (one) => String(one.key(at) ?? '');
    return found.sort((a, b) => (key(a) && key(b) ? way * compare(key(a), key(b)) : !key(a) - !key(b)));
  }

  async function put(found, isAll) {
    if (list) {
      const shown = isAll ? rows : await Promise.all(found.slice(0, limit).map((one) => one.fetch()));
      bodies[0].replaceChildren(...shown);
      return;
    }
    for (const row of rows) row.hidden = true;
    for (const { row } of found) row.hidden = false;
    if (!bodies[1]) bodies[0].append(...found.map(({ row }) => row));
    for (const body of bodies) body.hidden = !body.querySelector('[data-facets]:not([hidden])');
  }

  async function update() {
    const query = choice();
    const isAll = !String(query);
    const sort = query.get('sort');
    if (!isAll) records ??= await divided(list);
    const found = records ? fitting(words(query.get('q') ?? ''), sort) : rows;
    await put(found, isAll);
    none.hidden = found.length > 0;
    more.hidden = isAll || !list || found.length <= limit;
    for (const part of all('.pager, .az')) part.hidden = !isAll;
    tally.innerHTML = isAll ? said : some.replace('##', format(records.length)).replace('#', format(found.length));
    heads.forEach((head, at) => {
      const way = sort < 0 ? 'descending' : 'ascending';
      head.ariaSort = sort ? (at === Math.abs(sort) ? way : 'none') : given[at];
    });
    keep(query);
  }

  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === 'checkbox') field.checked = asked.getAll(field.name).includes(field.value);
    else if (field.name) field.value = asked.get(field.name) ?? '';
  }
  const later = soon(() => update().catch(() => (filter.hidden = true)));
  for (const event of ['input', 'reset']) form.addEventListener(event, later);
  form.addEventListener('submit', (event) => event.preventDefault());
  more.addEventListener('click', () => {
    limit += 50;
    later();
  });
  filter.hidden = false;
  if (!String(choice())) return;
  for (const box of all('details', filter)) box.open = true;
  later();
}

if (globalThis.document) {
  all('.results').forEach(searchPage);
  if (rowsOf(document)[0]) all('.filter').forEach(filterPage);
}
