//! Finder: the search of a built site, run without a browser: its own script over its own files.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { html } from './markup.mjs';

// So many results of a kind the page shows at first.
const SHOWN = 5;

/** The searches of `output`: `searchIn(language)` is a promise of that of a language, which is opened once. */
export function openSearches(output) {
  const opened = new Map();
  return (language) => {
    if (!opened.has(language)) opened.set(language, openSearch(output, language));
    return opened.get(language);
  };
}

/**
 * The search of `output` in a language: `find(words, first)` gives `{documents, drawn, count, bytes}`: the first documents,
 * the best before the others; the same as the page draws them, kind by kind; how many there are; and what a browser has
 * loaded by the first result, compressed, the script included. The address of a document is its `u`.
 */
async function openSearch(output, language) {
  const { scripts, search, read } = await openScript(output, language);
  const folder = join(output, 'search', language);
  return async (words, first) => {
    const loaded = new Map(scripts.map((file) => [file, readFileSync(file)]));
    const load = async (name) => {
      const file = join(folder, `${name}.json`);
      if (existsSync(file)) loaded.set(file, readFileSync(file));
      return loaded.has(file) ? JSON.parse(loaded.get(file)) : null;
    };
    const { hits, answer, index } = await search(words, load);
    const best = [...new Set(answer ? [answer, ...hits] : hits)];
    const drawn = byKind(best);
    // What the page draws first: the figure that answers, else what it shows of the first kind.
    await read(answer ? [answer] : drawn.filter(({ kind }) => kind === drawn[0].kind), index);
    const bytes = compressed(loaded);
    const [documents, seen] = await Promise.all([best, drawn].map((some) => read(some.slice(0, first), index)));
    return { documents, drawn: seen, count: hits.length, bytes };
  };
}

/** What the script of the search of `output` and those that it imports export, with the paths of all as `scripts`. */
export async function openScript(output, language) {
  const script = scriptOf(output, language);
  const imported = [...readFileSync(script, 'utf8').matchAll(/from '([^']+)'/g)].map(([, file]) => join(dirname(script), file));
  const scripts = [script, ...imported];
  const exported = await Promise.all(scripts.map((file) => import(pathToFileURL(resolve(file)))));
  return Object.assign({ scripts }, ...exported);
}

/** The hits as the page draws them: kinds in the order of their best hit, so many of each; the figure that answers on top. */
function byKind([best, ...others]) {
  if (!best) return [];
  const kinds = [...new Set([best, ...others].map(({ kind }) => kind))];
  const shown = kinds.flatMap((kind) => others.filter((hit) => hit.kind === kind).slice(0, SHOWN - (kind === best.kind)));
  return [best, ...shown];
}

/** The script that the page of results links. */
function scriptOf(output, language) {
  const home = [join(language, 'index.html'), 'index.html'].find((file) => existsSync(join(output, file)));
  const parts = elements(join(output, home));
  const canonical = parts.find(({ open, attributes }) => open === 'link' && attributes.rel === 'canonical');
  const form = parts.find(({ open, attributes }) => open === 'form' && attributes.role === 'search');
  if (!form) throw new Error(`${home} has no form of a search`);
  // The site may stand below a path.
  const base = new URL(canonical.attributes.href);
  const below = dirname(home) === '.' ? '' : `${dirname(home)}/`;
  const root = base.pathname.slice(0, base.pathname.length - below.length);
  const fileOf = (address) => join(output, new URL(address, base).pathname.slice(root.length));
  const results = join(fileOf(form.attributes.action), 'index.html');
  const script = elements(results).find(({ open, attributes }) => open === 'script' && attributes.src);
  if (!script) throw new Error(`${results} links no script`);
  return fileOf(script.attributes.src);
}

function elements(file) {
  return [...html(readFileSync(file, 'utf8'))].filter(({ open }) => open);
}

function compressed(files) {
  return [...files.values()].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
}
