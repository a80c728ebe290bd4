// Filters a table by the choices of the form above it. The choice is kept in the address, so that a filtered table can be linked to.
// Without scripts the form is not shown and the whole table is.
const form = document.getElementById("filter");
const table = document.getElementById("listed");
const shown = document.getElementById("shown");
const none = document.getElementById("no-match");
const names = [...form.elements].map((choice) => choice.name).filter((name) => name);
const rows = [...table.querySelectorAll("tr[data-row]")];

function fits(row, choice) {
  return names.every((name) => !choice[name] || row.dataset[name].split(" ").includes(choice[name]));
}

function apply() {
  const choice = Object.fromEntries(names.map((name) => [name, form.elements[name].value]));
  let count = 0;
  for (const row of rows) {
    row.hidden = !fits(row, choice);
    if (!row.hidden) count += 1;
  }
  for (const body of table.tBodies) body.hidden = !body.querySelector("tr[data-row]:not([hidden])");
  table.hidden = none.hidden = false;
  if (count) none.hidden = true;
  else table.hidden = true;
  shown.textContent = shown.dataset.text.replace("#1", count).replace("#2", rows.length);
  return choice;
}

function remember(choice) {
  const query = new URLSearchParams(Object.entries(choice).filter(([, value]) => value)).toString();
  history.replaceState(null, "", query ? `?${query}` : location.pathname);
}

const asked = new URLSearchParams(location.search);
for (const name of names) {
  const value = asked.get(name);
  if (value && [...form.elements[name].options].some((option) => option.value === value)) form.elements[name].value = value;
}
form.addEventListener("change", () => remember(apply()));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => remember(apply())));
form.classList.add("on");
apply();
