/**
 * What a reader fills in, until its script comes.
 */

import { whenFetched } from "./when-fetched.mjs";

/**
 * Fetch the script of a section when the reader touches that; a button is pressed again then.
 * @param {HTMLElement} section
 * @param {() => Promise<{ attach: (section: HTMLElement, early: AbortController) => unknown }>} script
 * @param {HTMLElement} useless what goes away where the script does not come
 */
export function whenTouched(section, script, useless = section) {
  const early = new AbortController();
  const { signal } = early;
  /** @type {Promise<void> | undefined} */
  let coming;
  const load = () => {
    coming ??= whenFetched(script(), ({ attach }) => attach(section, early));
    coming.catch(() => {
      useless.hidden = true;
    });
    return coming;
  };
  /** @param {{ target: any }} event */
  const pressed = ({ target }) => {
    const button = target.closest("[data-do]");
    if (button)
      load().then(
        () => button.click(),
        () => {},
      );
  };
  /**
   * Not at a button: what comes could move it away from under the finger.
   * @param {{ target: any }} event
   */
  const touched = ({ target }) => {
    if (!target.closest("[data-do]")) load();
  };
  section.addEventListener("click", pressed, { signal });
  for (const event of ["focusin", "pointerdown"]) section.addEventListener(event, touched, { signal });
  return { load, signal };
}
