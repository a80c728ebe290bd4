// Part of the preview, never of a published site: loads the page again after a build and shows findings.
(() => {
  let last = null;
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
  const listen = () => {
    const events = new EventSource("/-prospectus/events");
    events.onmessage = (event) => {
      if (last !== null && last !== event.data) location.reload();
      last = event.data;
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
