/**
 * A list of places elsewhere before it can be narrowed down.
 */

import { fetched } from "./fetched.mjs";

/**
 * Fetch what narrows down a list of places.
 * @param {HTMLElement} list
 */
export function directory(list) {
  fetched(import("./directory.mjs"), ({ attach }) => attach(list));
}
