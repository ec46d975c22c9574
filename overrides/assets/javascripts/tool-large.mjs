/** A sentence that fills the screen, to be read by somebody else. */

import { find } from "./dom.mjs";

const LARGE = "large"; // of the step back that closes it

/**
 * Show the words of a card large, until the reader closes them or goes a step back.
 * @param {ParentNode} section
 * @param {HTMLElement} card
 */
export function showLarge(section, card) {
  const large = find(section, "dialog", HTMLDialogElement);
  for (const [at, name] of [".tool-line", ".tool-beside"].entries()) {
    large.querySelectorAll("p")[at].textContent = card.querySelector(name)?.textContent ?? "";
  }
  large.showModal();
  history.pushState(LARGE, "");
  window.addEventListener("popstate", () => large.close(), { once: true });
  large.addEventListener("close", () => history.state === LARGE && history.back(), { once: true });
}
