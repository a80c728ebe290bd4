//! Finder: the search of a built site, run without a browser: its own script over its own files.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { html } from './markup.mjs';

/**
 * The search of `output` in a language: `find(words)` gives `{documents, count, bytes}`: its first documents, of which `u`
 * is the address, how many there are, and what a browser has loaded by then, compressed, the script included.
 */
export async function openSearch(output, language) {
  const script = scriptOf(output, language);
  const { search, read } = await import(pathToFileURL(resolve(script)));
  const folder = join(output, 'search', language);
  return async (words, first) => {
    const loaded = new Map([[script, readFileSync(script)]]);
    const load = async (name) => {
      const file = join(folder, `${name}.json`);
      if (existsSync(file)) loaded.set(file, readFileSync(file));
      return loaded.has(file) ? JSON.parse(loaded.get(file)) : null;
    };
    const { hits, answer, index } = await search(words, load);
    const best = [...new Set(answer ? [answer, ...hits] : hits)].slice(0, first);
    const documents = await read(best, index);
    return { documents, count: hits.length, bytes: compressed(loaded) };
  };
}

/** The script that the page of results links. */
function scriptOf(output, language) {
  const home = [join(output, language, 'index.html'), join(output, 'index.html')].find((file) => existsSync(file));
  const page = elements(home).find(({ open, attributes }) => open === 'form' && attributes.role === 'search');
  if (!page) throw new Error(`${home} has no form of a search`);
  const results = join(output, new URL(page.attributes.action, 'https://site.example').pathname, 'index.html');
  const script = elements(results).find(({ open, attributes }) => open === 'script' && attributes.src);
  if (!script) throw new Error(`${results} links no script`);
  return join(output, new URL(script.attributes.src, 'https://site.example').pathname);
}

function elements(file) {
  return [...html(readFileSync(file, 'utf8'))].filter(({ open }) => open);
}

function compressed(files) {
  return [...files.values()].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
}
