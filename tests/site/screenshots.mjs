//! screenshots: samples of every template in one language, whole pages, at three widths, light and dark.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inParallel, launch } from './chromium.mjs';
import { serve } from './server.mjs';
import { readable, readSite, samples } from './site.mjs';

const USAGE = 'usage: node screenshots.mjs OUTPUT DIR [--lang de] [--pages /de/,/de/zentren/] [--widths 360,768,1440]';
const WORKERS = 2;
const HEIGHT = 900;
const SCHEMES = ['light', 'dark'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'de' },
    pages: { type: 'string' },
    widths: { type: 'string', default: '360,768,1440' },
  },
});
const [folder, target] = positionals;
if (!target) {
  console.error(USAGE);
  process.exit(2);
}

const site = readSite(folder);
mkdirSync(target, { recursive: true });
const addresses = chooseAddresses();
const shots = addresses.flatMap((address) => SCHEMES.flatMap((scheme) => widths().map((width) => ({ address, scheme, width }))));
const server = await serve(site.folder, site.path);
const browser = await launch();
await inParallel(shots, WORKERS, shoot);
await browser.close();
await server.close();
console.log(`${shots.length} pictures of ${addresses.length} pages in ${target}`);

function widths() {
  return values.widths.split(',').map(Number);
}

/** The pages asked for, where one may be named by its beginning with `*`; else the samples, in the language or in none. */
function chooseAddresses() {
  if (!values.pages) {
    return samples(site).filter(({ lang, address }) => lang === values.lang || address === '/').map(({ address }) => address);
  }
  const wanted = values.pages.split(',');
  const known = readable(site).map(({ address }) => address);
  return wanted.flatMap((name) => {
    const found = known.filter((address) => (name.endsWith('*') ? address.startsWith(name.slice(0, -1)) : address === name));
    if (!found.length) throw new Error(`no page ${name}`);
    return found;
  });
}

async function shoot({ address, scheme, width }) {
  const page = await browser.newPage({
    viewport: { width, height: HEIGHT },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  await page.goto(`${server.origin}${site.path}${address}`, { waitUntil: 'networkidle' });
  const name = address.replace(/^\/|\/$/g, '').replaceAll('/', '-') || 'root';
  await page.screenshot({ path: join(target, `${name}-${width}-${scheme}.png`), fullPage: true });
  await page.close();
}
