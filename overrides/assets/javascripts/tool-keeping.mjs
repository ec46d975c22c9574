/** A list to take along on the reader's device: kept there when the reader asks for it, and not any more. */

/**
 * Keep a text on the device, or with null nothing any more, and tell whether that worked.
 * @param {string} name
 * @param {string | null} text
 */
export function writeToDevice(name, text) {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Return the names under which something is kept on the device that begin alike, which are those of one site.
 * @param {string} beginning
 */
export function namesOnDevice(beginning) {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(beginning));
  } catch {
    return [];
  }
}
