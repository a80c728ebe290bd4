//! Layout: what a page may not look like at any width: too wide, with texts over each other, with words broken without a hyphen.

const HEIGHT = 800;

/** Adds to `report` what is wrong with the page, shown at `address`, at each of `widths`, in pixels; with `words` also broken words. */
export async function checkLayout(page, address, { widths, words }, report) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT });
    const wide = await page.evaluate(widestElement);
    if (wide) report.add(`scrolls sideways at ${width} px`, `${address}: ${wide}`);
    for (const overlap of await page.evaluate(overlappingTexts)) {
      report.add(`text runs over other text at ${width} px`, `${address}: ${overlap}`);
    }
    if (!words) continue;
    for (const word of await page.evaluate(brokenWords)) report.add(`a word is broken at ${width} px`, `${address}: “${word}”`);
  }
}

/** Runs in the page: what sticks out furthest to the right, or null when nothing does. */
export function widestElement() {
  const root = document.documentElement;
  const excess = root.scrollWidth - root.clientWidth;
  if (excess <= 0) return null;
  const right = (element) => element.getBoundingClientRect().right;
  const widest = [...document.body.querySelectorAll('*')].reduce((a, b) => (right(b) >= right(a) ? b : a), root);
  const name = widest.localName + [...widest.classList].map((part) => `.${part}`).join('');
  return `${excess} px too wide by ${name} “${widest.textContent.trim().slice(0, 40)}”`;
}

/** Runs in the page: neighbours in a grid or a flexible line whose texts cover each other. */
function overlappingTexts() {
  // Letters of all scripts are less high than this, in parts of their size, whatever a font says of itself: Noto Sans Arabic has
  // 2.1, and its lines stand as they should.
  const HIGHEST = 1.45;
  const lowered = ({ left, right, width, top, bottom, height }, highest) => {
    const less = Math.max(0, height - highest) / 2;
    return { left, right, width, top: top + less, bottom: bottom - less, height: height - 2 * less };
  };
  const range = document.createRange();
  const isFlow = (element) => {
    const { position, display } = getComputedStyle(element);
    return position !== 'absolute' && position !== 'fixed' && display !== 'none';
  };
  const isShown = (text, within) => {
    for (let element = text.parentElement; ; element = element.parentElement) {
      if (!isFlow(element)) return false;
      if (element === within) return element.checkVisibility();
    }
  };
  const textBoxes = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const boxes = [];
    for (let text; (text = walker.nextNode()); ) {
      if (!text.data.trim() || text.parentElement.closest('svg, details:not([open])') || !isShown(text, element)) continue;
      range.selectNodeContents(text);
      const highest = HIGHEST * parseFloat(getComputedStyle(text.parentElement).fontSize);
      boxes.push(...[...range.getClientRects()].map((box) => lowered(box, highest)));
    }
    return boxes.filter(({ width, height }) => width > 1 && height > 1);
  };
  // A few pixels are the rounding of the layout, and what letters reach out of their line.
  const cover = (a, b) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6;
  const named = (element) => `“${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 30)}”`;
  const found = [];
  for (const parent of document.querySelectorAll('body *')) {
    if (!/grid|flex/.test(getComputedStyle(parent).display) || parent.closest('svg')) continue;
    const neighbours = [...parent.children].map((element) => ({ element, boxes: textBoxes(element) }));
    neighbours.forEach((a, at) => {
      for (const b of neighbours.slice(at + 1)) {
        const covering = a.boxes.some((one) => b.boxes.some((other) => cover(one, other)));
        if (covering) found.push(`${named(a.element)} and ${named(b.element)}`);
      }
    });
  }
  return found;
}

/**
 * Runs in the page: words that stand on two lines without a hyphen. Addresses and names of files may break anywhere, Chinese
 * does. Debian's Chromium has no dictionary for hyphens: what it breaks is broken where a word does not fit on a line.
 */
function brokenWords() {
  const range = document.createRange();
  const isUnseen = (element) =>
    element && (getComputedStyle(element).clipPath.startsWith('inset') || isUnseen(element.parentElement));
  const isBroken = (text, begin, end) => {
    // What follows a soft hyphen begins at the end of the line before.
    range.setStart(text, begin + 1);
    range.setEnd(text, end);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 1);
    return boxes.length > 1 && Math.abs(boxes[0].top - boxes.at(-1).top) > 3;
  };
  const isAddress = ({ data }, begin) => /[/@_]|\.\w/.test(`${data.slice(0, begin).split(/\s/).at(-1)}${data.slice(begin).split(/\s/)[0]}`);
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walker.nextNode()); ) {
    const element = text.parentElement;
    if (!text.data.trim() || element.closest('svg, script, template, pre, code') || !element.checkVisibility()) continue;
    range.selectNodeContents(text);
    if (range.getClientRects().length < 2 || isUnseen(element)) continue;
    for (const { 0: word, index } of text.data.matchAll(/[\p{L}\p{M}\p{N}’']{2,}/gu)) {
      if (/\p{sc=Han}/u.test(word) || !isBroken(text, index, index + word.length)) continue;
      if (!isAddress(text, index)) found.push(word);
    }
  }
  return found;
}
