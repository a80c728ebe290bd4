// Two provinces side by side: each has a page with a table whose second column is its own. Without this script the page
// of each province shows it beside Shandong.
const form = document.querySelector("[data-compare]");
const shown = document.querySelector("[data-pair]");

const chosen = (name) => form.elements[name].selectedOptions[0];

/** The table of a province, from its page. */
const table = async (option) => {
  const answer = await fetch(option.dataset.page);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("table.pair");
};

/** Puts the second column of one table behind that of another. */
const join = (first, second) => {
  [...first.rows].forEach((row, at) => {
    [...row.cells].slice(2).forEach((cell) => cell.remove());
    row.append(document.importNode(second.rows[at].cells[1], true));
  });
  return first;
};

const show = async () => {
  const [a, b] = [chosen("a"), chosen("b")];
  try {
    const [first, second] = await Promise.all([table(a), table(b)]);
    // Another choice may have been made meanwhile.
    if (a !== chosen("a") || b !== chosen("b")) return;
    const joined = join(document.importNode(first, true), second);
    joined.caption.textContent = form.dataset.title.replace("{a}", a.text).replace("{b}", b.text);
    shown.replaceChildren(joined);
  } catch {
    shown.replaceChildren();
  }
};

if (form && shown) {
  const asked = new URLSearchParams(location.search);
  const ids = [...form.elements.a.options].map((option) => option.value);
  const known = (name, otherwise) => (ids.includes(asked.get(name)) ? asked.get(name) : otherwise);
  form.elements.a.value = known("a", ids[0]);
  form.elements.b.value = known("b", "shandong");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const query = new URLSearchParams({ a: form.elements.a.value, b: form.elements.b.value });
    history.replaceState(null, "", `?${query}`);
    show();
  });
  if (asked.has("a") || asked.has("b")) show();
}
