/** What a reader takes along: copied, or on paper. */

/**
 * Copy a text, and tell whether that worked.
 * @param {string} text
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Print what a style for paper shows alone under a name.
 * @param {string} what
 */
export function printAlone(what) {
  const root = document.documentElement;
  window.addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  root.dataset.print = what;
  window.print();
}
