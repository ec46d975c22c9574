/**
 * The cost estimate before it can work anything out: the usual answer and its questions, until the rest comes.
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
    coming ??= fetched(import("./cost-form.mjs"), ({ attach }) => attach(section, early));
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
  /** @param {MouseEvent} event */
  const pressed = ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-do]") : null;
    if (button instanceof HTMLElement) load().then(() => button.click(), () => {});
  };
  form.addEventListener("submit", submitted, { signal: early.signal });
  section.addEventListener("click", pressed, { signal: early.signal });
  for (const event of ["focusin", "pointerdown"]) section.addEventListener(event, load, { signal: early.signal });
  const near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && load(), { rootMargin: "25%" });
  near.observe(section);
  early.signal.addEventListener("abort", () => near.disconnect());
  section.dataset.isStarted = "yes";
}
