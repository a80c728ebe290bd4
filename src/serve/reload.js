// Part of the preview, never of a published site: shows findings, and the page as it is after each build.
(() => {
  const own = document.currentScript.dataset;
  const colors = { error: "#bf2e17", warning: "#b5790a", note: "#4a6a8a" };
  const counted = (list) => Object.keys(colors)
    .map((severity) => [severity, list.filter((finding) => finding.severity === severity).length])
    .filter(([, count]) => count)
    .map(([severity, count]) => `${count} ${severity}${count === 1 ? "" : "s"}`)
    .join(", ");
  const show = (list) => {
    document.getElementById("prospectus-findings")?.remove();
    document.body.style.paddingBlockEnd = "";
    if (!list.length) return;
    const worst = Object.keys(colors).find((severity) => list.some((finding) => finding.severity === severity));
    const panel = document.createElement("details");
    panel.id = "prospectus-findings";
    panel.dir = "ltr";
    panel.lang = "en";
    panel.open = worst === "error";
    panel.style.cssText = `position:fixed;inset:auto 0 0 0;max-block-size:45vh;overflow:auto;z-index:9999;background:#131b26;color:#fff;text-align:left;font:14px/1.5 ui-monospace,monospace;padding:.75rem 1rem;border-top:4px solid ${colors[worst]}`;
    const summary = document.createElement("summary");
    summary.textContent = counted(list);
    panel.append(summary);
    // Alike ones are gathered as on the command line: one error is not to be buried by what is not translated.
    const shown = new Map();
    const wording = (finding) => finding.code + finding.message.replace(/`[^`]*`|[0-9]/g, "");
    for (const finding of list) {
      const [kind, limit] = [wording(finding), finding.severity === "error" ? 10 : 3];
      shown.set(kind, (shown.get(kind) ?? 0) + 1);
      if (shown.get(kind) > limit) continue;
      const block = document.createElement("pre");
      block.style.cssText = "white-space:pre-wrap;margin:.75rem 0";
      const place = finding.line ? `${finding.path}:${finding.line}:${finding.column}` : finding.path;
      const hint = finding.hint ? `\n→ ${finding.hint}` : "";
      block.textContent = `${finding.severity}[${finding.code}] ${finding.message}\n${place}\n${finding.excerpt ?? ""}${hint}`;
      panel.append(block);
    }
    const left = list.length - panel.querySelectorAll("pre").length;
    if (left) panel.append(`and ${left} more like these: prospectus check lists them`);
    document.body.append(panel);
    // The end of the page can be scrolled above the closed panel.
    document.body.style.paddingBlockEnd = "4rem";
  };
  const findings = () => fetch("/-prospectus/findings.json").then((answer) => answer.json()).then((json) => show(json.diagnostics));

  // What a reader did to the page is done to it again after it was loaded anew: details that were opened or closed.
  const details = () => [...document.querySelectorAll("details:not(#prospectus-findings)")];
  const key = `prospectus ${location.pathname}`;
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
  sessionStorage.removeItem(key);
  if (kept) {
    details().forEach((one, at) => { one.open = kept.open[at] ?? one.open; });
    scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
  }
  const again = () => {
    const open = details().map((one) => one.open);
    sessionStorage.setItem(key, JSON.stringify({ open, x: scrollX, y: scrollY }));
    location.reload();
  };

  // New style sheets take the place of old ones once they are there, so that the page is never without.
  const restyle = (page) => {
    const sheets = (of) => [...of.querySelectorAll('link[rel="stylesheet"]')];
    const [old, now] = [sheets(document), sheets(page)];
    const loaded = now.map((sheet, at) => {
      const [was, href] = [old[at], sheet.getAttribute("href")];
      if (was?.getAttribute("href") === href) return Promise.resolve();
      const link = document.importNode(sheet);
      const ready = new Promise((done) => { link.onload = link.onerror = done; });
      (old[at] ?? old[old.length - 1] ?? document.head.lastChild).after(link);
      return ready.then(() => was?.remove());
    });
    old.slice(now.length).forEach((sheet) => sheet.remove());
    return Promise.all(loaded);
  };

  // Static files of the site have no fingerprint in their names.
  const refresh = (statics) => {
    let isShown = false;
    for (const [path, build] of Object.entries(statics).filter(([, build]) => build > own.build)) {
      const sheet = [...document.querySelectorAll('link[rel="stylesheet"]')].find((link) => new URL(link.href).pathname.endsWith(`/${path}`));
      if (sheet) {
        const link = sheet.cloneNode();
        link.href = `${new URL(sheet.href).pathname}?${build}`;
        link.onload = link.onerror = () => sheet.remove();
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
    if (refresh(told.statics ?? {})) return again();
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
