/** What a reader takes along: copied, shared, or on paper. */

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
 * Let the reader's device share a text, and tell whether that worked or the reader thought better of it.
 * @param {string} text
 */
export async function shareText(text) {
  try {
    await navigator.share({ text });
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}

/**
 * Print what a style for paper shows alone under a name.
 * @param {string} what
 */
export function printAlone(what) {
  layAlone(what);
  window.print();
}

/**
 * Let the next print be what a style for paper shows alone under a name.
 * @param {string} what
 */
export function layAlone(what) {
  const root = document.documentElement;
  window.addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  root.dataset.print = what;
}
