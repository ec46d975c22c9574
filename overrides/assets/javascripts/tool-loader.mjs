/**
 * A list to take along before its script has come: a list to tick and to write on.
 */

import { readFromDevice } from "./on-device.mjs";
import { whenTouched } from "./touched.mjs";

/**
 * Fetch the script when the reader touches the list, opens it or comes by a link into it, or has kept one before.
 * @param {HTMLElement} section
 */
export function tool(section) {
  const { load } = whenTouched(section, () => import("./tool.mjs"), section.querySelector(".tool-acts") ?? section);
  const fold = section.querySelector("[data-folded]");
  fold?.addEventListener("toggle", load, { once: true });
  if (fold?.matches("[open]") || readFromDevice(section.dataset.kept ?? "")) load();
}
