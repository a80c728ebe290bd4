// The filter of lists; docs/themes.md has what it goes by.

import { all, fold, format, get, keep, lang, once, say, soon, words } from './words.js';

const rowsOf = (page) => all('tr[data-facets]', page);

/** What the filter goes by of a row that stands in the page. */
function known(row) {
  const { cells, dataset } = row;
  const key = (at) => (at ? cells[at].dataset.sort : all('a', row)[0].textContent);
  return { row: () => row, name: fold(cells[0].textContent), has: dataset.facets, key };
}

/** The same of a divided list. A row comes from the page on which it stands, when it is shown. */
async function divided(address) {
  const { t, facets, sort, per, pages } = await get(address);
  const page = once(async (number) =>
    rowsOf(new DOMParser().parseFromString(await get(pages[number], 'text'), 'text/html')));
  const has = ([name, ids], at) => (ids[at][0] ? ids[at] : ['']).map((id) => ` ${name}=${id} `).join('');
  return t.map((title, at) => ({
    row: async () => (await page(Math.floor(at / per)))[at % per],
    name: fold(title),
    has: Object.entries(facets).map((one) => has(one, at)).join(''),
    key: (column) => (column ? Object.values(sort)[column - 1][at] + 1 || '' : title),
  }));
}

function filterPage(filter) {
  const [form] = all('form', filter);
  const { list, some } = filter.dataset;
  const rows = rowsOf(document);
  const places = new Map(rows.map((row) => [row, row.parentNode]));
  const heads = all('thead th', rows[0].closest('table'));
  const given = heads.map((head) => head.ariaSort);
  const [none] = all('[data-none]');
  const [more = {}] = all('[data-more]');
  const [tally] = all('[data-tally]');
  const said = tally.innerHTML;
  const { compare } = new Intl.Collator(lang, { numeric: true });
  let [records, limit] = list ? [null, 50] : [rows.map(known), rows.length];
  let last = Promise.resolve();

  function choice() {
    const query = new URLSearchParams(new FormData(form));
    for (const { name, type, value } of form.elements) if (type !== 'checkbox' && !value) query.delete(name);
    return query;
  }

  function fitting(query) {
    const { q = '', sort, ...facets } = Object.fromEntries(query);
    const asked = words(q);
    const wanted = Object.keys(facets).map((name) => query.getAll(name).map((id) => ` ${name}=${id} `));
    const found = records.filter(({ name, has }) =>
      asked.every((word) => name.includes(word)) && wanted.every((any) => any.some((one) => has.includes(one))));
    if (!sort) return found;
    const key = (one) => `${one.key(Math.abs(sort)) ?? ''}`;
    const way = sort < 0 ? -1 : 1;
    return found.sort((a, b) => (key(a) && key(b) ? way * compare(key(a), key(b)) : !key(a) - !key(b)));
  }

  // Rows stay in their groups, of which those without a row are hidden.
  function show(found) {
    for (const place of new Set(places.values())) {
      const here = found.filter((row) => (places.get(row) ?? place) === place);
      const group = place.closest('[data-group]') ?? place;
      place.replaceChildren(...here);
      group.hidden = !here[0];
      for (const count of all('[data-count]', group)) count.textContent = format(here.length);
    }
  }

  async function update() {
    const query = choice();
    const isAll = !String(query);
    const sort = query.get('sort');
    if (!isAll) records ??= await divided(list);
    const found = isAll ? rows : fitting(query);
    show(isAll ? rows : await Promise.all(found.slice(0, limit).map((one) => one.row())));
    none.hidden = found.length > 0;
    more.hidden = isAll || found.length <= limit;
    for (const one of all('.pager, .az')) one.hidden = !isAll;
    tally.innerHTML = isAll ? said : say(some, found.length, format(records.length));
    heads.forEach((head, at) => {
      head.ariaSort = !sort ? given[at] : at !== Math.abs(sort) ? 'none' : sort < 0 ? 'descending' : 'ascending';
    });
    keep(query);
  }

  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === 'checkbox') field.checked = asked.getAll(field.name).includes(field.value);
    else if (field.name) field.value = asked.get(field.name) ?? '';
  }
  const later = soon(() => {
    last = last.then(update).catch(() => filter.remove());
  });
  form.oninput = form.onreset = later;
  form.onsubmit = () => false;
  more.onclick = () => {
    limit += 50;
    later();
  };
  filter.hidden = false;
  if (!String(choice())) return;
  for (const one of all('details', filter)) one.open = true;
  later();
}

if (lang && rowsOf(document)[0]) all('.filter').forEach(filterPage);
