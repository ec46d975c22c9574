/**
 * A list of places elsewhere before it can be narrowed down.
 */

import { whenFetched } from "./when-fetched.mjs";

/**
 * Fetch what narrows down a list of places.
 * @param {HTMLElement} list
 */
export function directory(list) {
  whenFetched(import("./directory.mjs"), ({ attach }) => attach(list));
}
