/**
 * The cost estimate before it is there: its questions, until the script comes.
 */

import { fetched } from "./fetched.mjs";

/**
 * Fetch what the cost estimate works with when the reader comes near it or touches it; without that it goes away.
 * @param {HTMLElement} section
 */
export function costEstimate(section) {
  const form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
  const early = new AbortController();
  /** @type {Promise<void> | undefined} */
  let coming;
  const load = () => {
    coming ??= fetched(import("./cost-form.mjs"), ({ attach }) => {
      early.abort();
      attach(section);
    });
    coming.catch(() => {
      section.hidden = true;
    });
    return coming;
  };
  /** @param {SubmitEvent} event */
  const submitted = (event) => {
    event.preventDefault();
    load().then(() => form.requestSubmit(), () => {});
  };
  form.addEventListener("submit", submitted, { signal: early.signal });
  for (const event of ["focusin", "pointerdown"]) section.addEventListener(event, load, { signal: early.signal });
  const near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && load(), { rootMargin: "25%" });
  near.observe(section);
  early.signal.addEventListener("abort", () => near.disconnect());
  section.dataset.isStarted = "yes";
}
