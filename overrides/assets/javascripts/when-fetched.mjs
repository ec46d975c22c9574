/**
 * Scripts that come later than the page.
 */

import { report } from "./errors.mjs";

/**
 * Use a script when it has come; what fails is reported, also where the page knows what to do without.
 * @template Script
 * @param {Promise<Script>} script
 * @param {(script: Script) => void} use
 */
export function whenFetched(script, use) {
  const used = script.then(use);
  used.catch(report);
  return used;
}
