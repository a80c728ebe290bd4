// Part of the preview, never of a published site: the page as it is after each build, and what there is to say of it.
(() => {
  const own = document.currentScript.dataset;
  const words = { error: "errors", warning: "warnings", note: "notes" };
  const element = (name, attributes = {}, ...inner) => {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => value != null && made.setAttribute(key, value));
    made.append(...inner);
    return made;
  };

  // The panel has a tree of its own, which no style sheet of the site reaches.
  const host = element("div", { id: "prospectus-preview" });
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = `<style>
    :host { all: initial; position: fixed; inset: auto 0 0 auto; z-index: 2147483647; color-scheme: dark; max-inline-size: 100vw; }
    #panel { background: #131b26; color: #fff; font: 14px/1.5 system-ui, sans-serif; border-block-start: 4px solid var(--worst, #4a6a8a); border-start-start-radius: 6px; max-block-size: 50vh; overflow: auto; text-align: left; direction: ltr; }
    #panel[open] { inline-size: 100vw; border-start-start-radius: 0; }
    summary { cursor: pointer; font-weight: 600; } #panel > summary { padding: .35rem .75rem; }
    summary:focus-visible, a:focus-visible { outline: 2px solid #fff; outline-offset: -2px; }
    .inner { padding: 0 .75rem .75rem; } .inner > div { display: grid; gap: .5rem; } .inner > div:not(:empty) + div:not(:empty) { margin-block-start: .75rem; }
    .finding { border-inline-start: 4px solid var(--of); padding-inline-start: .75rem; }
    .finding p, ul, dl { margin: 0; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; } dd { margin: 0; }
    ul { padding-inline-start: 1.2em; columns: 22rem; max-block-size: 12rem; overflow: auto; }
    pre { margin: .25rem 0; white-space: pre-wrap; font: 13px/1.4 ui-monospace, monospace; color: #cfd8e3; }
    a { color: #8ec5ff; } code { font: 13px/1.4 ui-monospace, monospace; }
    h2 { font-size: 1rem; margin: 0; }
    .error { --of: #ff7a66; } .warning { --of: #ffc24d; } .note { --of: #8ec5ff; }
  </style><details id="panel" lang="en"><summary></summary><div class="inner"><div id="findings"></div><div id="page"></div></div></details>`;
  const [panel, summary] = [root.getElementById("panel"), root.querySelector("summary")];
  document.body.append(host);
  const colors = { error: "#bf2e17", warning: "#b5790a", note: "#4a6a8a" };

  /** A place in a file; a link where an editor opens it. */
  const place = ({ editor, root: site }, path, line, column) => {
    const shown = line ? `${path}:${line}:${column}` : path;
    if (!editor) return element("code", {}, shown);
    const file = encodeURI(`${site.replaceAll("\\", "/")}/${path}`);
    const href = editor.replace("{file}", file).replace("{line}", line ?? 1).replace("{column}", column ?? 1);
    return element("a", { href }, element("code", {}, shown));
  };

  let known = { diagnostics: [] };
  let opened = false;
  const show = (told) => {
    known = told;
    const list = told.diagnostics;
    const counted = Object.entries(words)
      .map(([severity, many]) => [severity, many, list.filter((finding) => finding.severity === severity).length])
      .filter(([, , count]) => count)
      .map(([severity, many, count]) => `${count} ${count === 1 ? severity : many}`);
    const worst = Object.keys(colors).find((severity) => list.some((finding) => finding.severity === severity));
    summary.textContent = counted.join(", ") || "Preview";
    panel.style.setProperty("--worst", colors[worst] ?? "#2e6b3f");
    // What an error opens closes when it is mended.
    if (worst === "error" && !panel.open) panel.open = opened = true;
    else if (worst !== "error" && opened) panel.open = opened = false;
    // Alike ones are gathered as on the command line: one error is not to be buried by what is not translated.
    const shown = new Map();
    const wording = (finding) => finding.code + finding.message.replace(/`[^`]*`|[0-9]/g, "");
    const blocks = list.filter((finding) => {
      const [kind, limit] = [wording(finding), finding.severity === "error" ? 10 : 3];
      shown.set(kind, (shown.get(kind) ?? 0) + 1);
      return shown.get(kind) <= limit;
    }).map((finding) => element("div", { class: `finding ${finding.severity}` },
      element("p", {}, element("strong", {}, `${finding.severity}[${finding.code}] `), finding.message),
      element("p", {}, place(told, finding.path, finding.line, finding.column)),
      ...(finding.excerpt ? [element("pre", {}, finding.excerpt)] : []),
      ...(finding.hint ? [element("p", {}, `→ ${finding.hint}`)] : [])));
    const left = list.length - blocks.length;
    if (left) blocks.push(element("p", {}, `and ${left} more like these: prospectus check lists them`));
    root.getElementById("findings").replaceChildren(...blocks);
    // The end of the page can be scrolled above the closed panel.
    document.body.style.paddingBlockEnd = counted.length ? "3rem" : "";
    if (panel.open) describe();
  };
  const findings = () => fetch("/-prospectus/findings.json").then((answer) => answer.json()).then(show);

  /** What there is to know of the page in view. */
  const describe = async () => {
    const answer = await fetch(`/-prospectus/page${location.pathname}`, { cache: "no-store" });
    if (!answer.ok) return;
    const page = await answer.json();
    const lines = [];
    const line = (term, ...of) => lines.push(element("dt", {}, term), element("dd", {}, ...of));
    if (page.record) line("Record", page.record);
    if (page.files.length) line("Files", ...page.files.flatMap((path, at) => [...(at ? [", "] : []), place(known, path)]));
    if (page.withheld) line("Not public", `it ${page.withheld}`);
    if (page.untranslated.length) line("Not translated", page.untranslated.join(", "));
    if (page.unsourced) line("Without source", `${page.unsourced} ${page.unsourced === 1 ? "fact" : "facts"}`);
    if (page.review) line("Review", page.review.overdue ? `was due by ${page.review.by}` : `by ${page.review.by}`);
    if (page.changed != null) line("Last save", `changed ${page.changed} ${page.changed === 1 ? "page" : "pages"}`);
    const made = element("details", {}, element("summary", {}, `Made of ${page.reads.length} things`),
      element("ul", {}, ...page.reads.map((read) => element("li", {}, read))));
    root.getElementById("page").replaceChildren(element("h2", {}, "This page"), element("dl", {}, ...lines), ...(page.reads.length ? [made] : []));
  };
  panel.addEventListener("toggle", () => { if (panel.open) describe(); });

  // What a reader did to the page is done to it again after it was loaded anew: details that were opened or closed.
  const details = () => [...document.querySelectorAll("details")];
  const key = `prospectus ${location.pathname}`;
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
  sessionStorage.removeItem(key);
  if (kept) {
    details().forEach((one, at) => { one.open = kept.open[at] ?? one.open; });
    panel.open = kept.panel;
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  }
  const again = () => {
    const open = details().map((one) => one.open);
    sessionStorage.setItem(key, JSON.stringify({ open, panel: panel.open && !opened, x: scrollX, y: scrollY }));
    location.reload();
  };

  // New style sheets take the place of old ones once they are there, so that the page is never without.
  const loaded = (link) => new Promise((done) => { link.onload = link.onerror = done; });
  const restyle = (page) => {
    const sheets = (of) => [...of.querySelectorAll('link[rel="stylesheet"]')];
    const [old, now] = [sheets(document), sheets(page)];
    const exchanged = now.map((sheet, at) => {
      const was = old[at];
      if (was?.getAttribute("href") === sheet.getAttribute("href")) return null;
      const link = document.importNode(sheet);
      const ready = loaded(link);
      (was ?? old.at(-1) ?? document.head.lastChild).after(link);
      return ready.then(() => was?.remove());
    });
    old.slice(now.length).forEach((sheet) => sheet.remove());
    return Promise.all(exchanged);
  };

  // Static files of the site have no fingerprint in their names.
  const refresh = (statics) => {
    let isShown = false;
    for (const [path, build] of Object.entries(statics).filter(([, build]) => build > own.build)) {
      const links = [...document.querySelectorAll('link[rel="stylesheet"]')];
      const sheet = links.find((link) => new URL(link.href).pathname.endsWith(`/${path}`));
      if (sheet) {
        const link = sheet.cloneNode();
        link.href = `${new URL(sheet.href).pathname}?${build}`;
        loaded(link).then(() => sheet.remove());
        sheet.after(link);
      } else {
        isShown ||= document.documentElement.outerHTML.includes(`/${path}`);
      }
    }
    return isShown;
  };

  // After a build the page is asked for again: it is loaded anew only if it is another.
  let asked = Promise.resolve();
  const look = async (told) => {
    if (String(told.build) === own.build) return;
    const answer = await fetch(location.href, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelector('script[src="/-prospectus/reload.js"]')?.dataset;
    if (!now || now.rest !== own.rest) return again();
    if (now.page !== own.page) await restyle(page);
    if (refresh(told.statics)) return again();
    Object.assign(own, { build: now.build, page: now.page });
  };
  const listen = () => {
    const events = new EventSource("/-prospectus/events");
    events.onmessage = (event) => {
      const told = JSON.parse(event.data);
      asked = asked.then(() => look(told)).then(findings).catch(() => {});
    };
    // A browser opens six connections to a host: a page in the background gives its own back.
    document.addEventListener("visibilitychange", () => {
      events.close();
      if (document.visibilityState === "visible") listen();
    }, { once: true });
  };
  findings();
  listen();
})();
