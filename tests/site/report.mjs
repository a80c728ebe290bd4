//! Report: findings of one check, printed once per wording with the pages that have it.
//!
//! A fault of the theme stands on hundreds of pages; it is said once, with a few of them.

const SHOWN_PAGES = 4;

export class Report {
  #check;
  #findings = new Map();
  #started = performance.now();

  constructor(check) {
    this.#check = check;
  }

  /** Notes that `page` has the fault `message`. */
  add(message, page) {
    const pages = this.#findings.get(message) ?? new Map();
    pages.set(page, (pages.get(page) ?? 0) + 1);
    this.#findings.set(message, pages);
  }

  /** Prints every finding and what was looked at, and sets the exit code. */
  finish(looked) {
    const findings = [...this.#findings].sort((a, b) => b[1].size - a[1].size);
    for (const [message, pages] of findings) {
      console.log(`✗ ${message}`);
      const shown = [...pages].slice(0, SHOWN_PAGES);
      for (const [page, times] of shown) console.log(`    ${page}${times > 1 ? ` (${times} times)` : ''}`);
      if (pages.size > shown.length) console.log(`    and ${pages.size - shown.length} more`);
    }
    const seconds = ((performance.now() - this.#started) / 1000).toFixed(1);
    const outcome = findings.length ? `kinds of findings: ${findings.length}` : 'nothing found';
    console.log(`${this.#check}: ${outcome}; ${looked}; ${seconds} s`);
    process.exitCode = findings.length ? 1 : 0;
  }
}

/** The folder to check: the first argument; ends the program where there is none. */
export function folderArgument(usage) {
  const folder = process.argv[2];
  if (folder && !folder.startsWith('-')) return folder;
  console.error(`usage: ${usage}`);
  process.exit(2);
}
