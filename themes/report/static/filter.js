// The filter of an index: hides and orders rows of a table that is whole in the page. The other pages of a longer list
// are fetched by the links of the pager when the filter is first used. The choice stands in the query of the address.
(() => {
  const filter = document.querySelector('.filter');
  const body = document.querySelector('.table.cards tbody');
  const tally = document.querySelector('[data-tally]');
  if (!filter || !body || !tally) return;
  const form = filter.querySelector('form');
  const pager = document.querySelector('.pager');
  const said = tally.innerHTML;
  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const none = document.createElement('p');
  none.className = 'note';
  none.textContent = filter.dataset.none;
  none.hidden = true;
  body.closest('table').parentElement.after(none);
  const heads = [...body.closest('table').tHead.rows[0].cells];
  const given = heads.map((head) => head.getAttribute('aria-sort'));
  const rows = [...body.rows];
  let whole = !pager;

  // Rows of the pages that follow and of those before, in their order.
  async function load() {
    if (whole) return;
    const follow = async (page, rel, add) => {
      for (let link = page.querySelector(`.pager [rel=${rel}]`); link; ) {
        const answer = await fetch(link.href);
        if (!answer.ok) throw new Error(answer.status);
        const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const base = answer.url;
        const found = [...next.querySelectorAll('.table.cards tbody tr')];
        add(found.map((row) => document.importNode(row, true)));
        link = next.querySelector(`.pager [rel=${rel}]`);
        if (link) link.href = new URL(link.getAttribute('href'), base).href;
      }
    };
    await follow(document, 'next', (more) => rows.push(...more));
    await follow(document, 'prev', (more) => rows.unshift(...more));
    whole = true;
  }

  const sortKey = (row, at) => (at ? row.cells[at].dataset.sort : (row.querySelector('th a') || row.cells[0]).textContent);

  function compare(choice) {
    const at = Math.abs(Number(choice));
    const down = choice.startsWith('-') ? -1 : 1;
    return (a, b) => {
      const [x, y] = [sortKey(a, at), sortKey(b, at)];
      if (!x || !y) return !x - !y;
      return down * order(x, y);
    };
  }

  function choice() {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const isFacet = form.querySelector(`[type=checkbox][name="${CSS.escape(name)}"]`);
      if (value || isFacet) query.append(name, value);
    }
    return query;
  }

  function show(query) {
    const words = fold(query.get('q') || '').split(/\s+/).filter(Boolean);
    const facets = new Map();
    for (const [name, value] of query) {
      if (name !== 'q' && name !== 'sort') facets.set(name, [...(facets.get(name) || []), ` ${name}=${value} `]);
    }
    const sort = query.get('sort');
    const sorted = sort ? [...rows].sort(compare(sort)) : rows;
    let shown = 0;
    for (const row of sorted) {
      const has = row.dataset.facets || '';
      const title = words.length ? fold(row.cells[0].textContent) : '';
      const named = words.every((word) => title.includes(word));
      const fits = named && [...facets.values()].every((any) => any.some((one) => has.includes(one)));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    body.replaceChildren(...sorted);
    const direction = sort?.startsWith('-') ? 'descending' : 'ascending';
    heads.forEach((head, at) => {
      const order = sort ? at === Math.abs(Number(sort)) && direction : given[at];
      if (order) head.setAttribute('aria-sort', order);
      else head.removeAttribute('aria-sort');
    });
    return shown;
  }

  async function update() {
    const query = choice();
    const some = String(query) !== '';
    try {
      if (some) await load();
    } catch {
      filter.hidden = true;
      return;
    }
    const shown = show(query);
    none.hidden = shown > 0;
    if (pager) pager.hidden = whole;
    document.querySelector('.az')?.toggleAttribute('hidden', some);
    const numbers = new Intl.NumberFormat(document.documentElement.lang);
    if (some || (pager && whole)) {
      const words = filter.dataset.some.replace('##', numbers.format(rows.length));
      tally.textContent = words.replace('#', numbers.format(shown));
    } else {
      tally.innerHTML = said;
    }
    const search = some ? `?${query}` : '';
    history.replaceState(null, '', location.pathname + search + location.hash);
    for (const link of document.querySelectorAll('.languages a')) link.search = search;
  }

  let wait;
  const later = () => {
    clearTimeout(wait);
    wait = setTimeout(update, 120);
  };
  form.addEventListener('input', later);
  form.addEventListener('reset', later);
  form.addEventListener('submit', (event) => event.preventDefault());

  // What an address asks for.
  const asked = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === 'checkbox') field.checked = asked.getAll(field.name).includes(field.value);
    else if (field.name) field.value = asked.get(field.name) || '';
  }
  filter.hidden = false;
  if (String(choice()) !== '') {
    filter.querySelector('details').open = true;
    update();
  }
})();
