/** What is kept on the reader's device. */

/**
 * Return the text that is kept there under a name, or null; a browser that lets nothing be kept has nothing.
 * @param {string} name
 */
export function readFromDevice(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
