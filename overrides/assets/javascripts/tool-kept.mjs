/** What a reader keeps on this device: nothing, unless asked for. */

/**
 * Return the name under which a list is kept: by site, of which several may share a host.
 * @param {string} root the address of a folder of the site
 * @param {string} tool
 */
export function keptName(root, tool) {
  return `second-opinion ${new URL(root, document.baseURI).pathname} ${tool}`;
}

/**
 * Return what is kept, or null; a browser that keeps nothing has nothing.
 * @param {string} name
 */
export function keptUnder(name) {
  try {
    return window.localStorage.getItem(name);
  } catch {
    return null;
  }
}

/**
 * Keep a text, or nothing any more, and tell whether that worked.
 * @param {string} name
 * @param {string | null} text
 */
export function keepUnder(name, text) {
  try {
    if (text === null) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
