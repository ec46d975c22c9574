/** What a reader keeps on this device: nothing, unless asked for. */

/**
 * Return what is kept, or null; a browser that keeps nothing has nothing.
 * @param {string | undefined} name
 */
export function keptUnder(name = "") {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * Return the names under which something is kept that begin alike, which are those of one site.
 * @param {string} beginning
 */
export function namesKept(beginning) {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(beginning));
  } catch {
    return [];
  }
}
