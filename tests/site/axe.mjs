//! axe: axe-core, run in a page by the rules of WCAG 2.2 A and AA.

import { readFileSync } from 'node:fs';

const AXE = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations', 'incomplete'],
};

/** What axe finds in `page` as it stands: `{violations, incomplete}`, each a list of rules with the nodes they are about. */
export async function runAxe(page) {
  await page.evaluate(AXE);
  return page.evaluate((options) => window.axe.run(options), OPTIONS);
}
