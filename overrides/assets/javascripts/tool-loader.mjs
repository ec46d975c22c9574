/**
 * A list to take along before its script has come: a list to tick and to write on.
 */

import { whenTouched } from "./touched.mjs";

/**
 * Fetch the script when the reader touches the list, or has kept one before.
 * @param {HTMLElement} section
 */
export function tool(section) {
  const { load } = whenTouched(section, () => import("./tool.mjs"), section.querySelector(".tool-acts") ?? section);
  if (localStorage.getItem(section.dataset.kept ?? "")) load();
}
