/**
 * The menu that opens over the page on a small screen.
 */

/**
 * Put the focus into the menu when it opens over the page; the browser puts it back when the menu closes.
 * @param {HTMLElement} sheet
 */
export function menu(sheet) {
  sheet.addEventListener("toggle", (event) => {
    if (event.newState === "open") sheet.querySelector("button")?.focus();
  });
}
