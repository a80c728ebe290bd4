// Part of the preview, never of a published site: loads the page again after a build and shows findings.
(() => {
  let last = null;
  const show = (list) => {
    document.getElementById("prospectus-findings")?.remove();
    if (!list.length) return;
    const panel = document.createElement("details");
    panel.id = "prospectus-findings";
    panel.open = list.some((finding) => finding.severity === "error");
    panel.style.cssText = "position:fixed;inset:auto 0 0 0;max-block-size:45vh;overflow:auto;z-index:9999;background:#131b26;color:#fff;font:14px/1.5 ui-monospace,monospace;padding:.75rem 1rem;border-top:4px solid #bf2e17";
    const summary = document.createElement("summary");
    summary.textContent = list.length === 1 ? "1 finding" : `${list.length} findings`;
    panel.append(summary);
    for (const finding of list) {
      const block = document.createElement("pre");
      block.style.cssText = "white-space:pre-wrap;margin:.75rem 0";
      const place = finding.line ? `${finding.path}:${finding.line}:${finding.column}` : finding.path;
      const hint = finding.hint ? `\n→ ${finding.hint}` : "";
      block.textContent = `${finding.severity}[${finding.code}] ${finding.message}\n${place}\n${finding.excerpt ?? ""}${hint}`;
      panel.append(block);
    }
    document.body.append(panel);
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
