/**
 * A list to take along before its script has come: a list to tick and to write on.
 */

import { fetched } from "./fetched.mjs";
import { keptName, keptUnder } from "./tool-kept.mjs";

/**
 * Fetch the script when the reader touches the list, or has kept one before; a button is pressed again then.
 * @param {HTMLElement} section
 */
export function tool(section) {
  const early = new AbortController();
  /** @param {Event} [event] */
  const load = (event) => {
    early.abort();
    const target = event?.type === "click" ? event.target : null;
    const button = target instanceof Element ? target.closest("button") : null;
    fetched(import("./tool.mjs"), ({ attach }) => {
      attach(section);
      button?.click();
    }).catch(() => {
      section.dataset.isBroken = "yes";
    });
  };
  for (const event of ["click", "input"]) section.addEventListener(event, load, { signal: early.signal });
  if (keptUnder(keptName(section.dataset.root ?? "", section.dataset.tool ?? "")) !== null) load();
}
