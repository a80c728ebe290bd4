//! Markup: the tags and texts of an HTML or XML file, in order.
//!
//! For files that a validator has accepted: it reads what is well formed and repairs nothing.

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'title']);
const TOKEN = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<[!?][^>]*>|<\/([^\s>]+)\s*>|<([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Replaces the character references in `text`. */
export function decode(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name] ?? whole;
  });
}

/** Yields `{open, attributes}`, `{close}` and `{text}` of an HTML file. */
export function* html(source) {
  yield* tokens(source, RAW_TEXT);
}

/** Yields the same of an XML file, where no element holds raw text. */
export function* xml(source) {
  yield* tokens(source, new Set());
}

function* tokens(source, rawText) {
  const pattern = new RegExp(TOKEN);
  let from = 0;
  for (let match; (match = pattern.exec(source)); from = pattern.lastIndex) {
    if (match.index > from) yield { text: decode(source.slice(from, match.index)) };
    const [, cdata, close, open, rest] = match;
    if (cdata !== undefined) yield { text: cdata };
    else if (close) yield { close: close.toLowerCase() };
    else if (open) {
      const name = open.toLowerCase();
      yield { open: name, attributes: attributes(rest) };
      if (rest.endsWith('/') && !rawText.size) yield { close: name };
      if (rawText.has(name)) pattern.lastIndex = rawTextEnd(source, pattern.lastIndex, name);
    }
    if (open && rawText.has(open.toLowerCase())) {
      const end = pattern.lastIndex;
      const start = match.index + match[0].length;
      const text = source.slice(start, end);
      if (text) yield { text: /title|textarea/i.test(open) ? decode(text) : text };
    }
  }
}

function rawTextEnd(source, from, name) {
  const end = source.slice(from).search(new RegExp(`</${name}[\\s>]`, 'i'));
  return end < 0 ? source.length : from + end;
}

function attributes(source) {
  const found = {};
  for (const [, name, double, single, bare] of source.matchAll(ATTRIBUTE)) {
    found[name.toLowerCase()] ??= decode(double ?? single ?? bare ?? '');
  }
  return found;
}
