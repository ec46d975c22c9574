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
