/**
 * The cost estimate before it can work anything out: the usual answer and its questions, until the rest comes.
 */

import { whenTouched } from "./touched.mjs";

/**
 * Fetch what the cost estimate works with when the reader comes near it or touches it; without that it goes away.
 * @param {HTMLElement} section
 */
export function costEstimate(section) {
  const form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
  const { load, signal } = whenTouched(section, () => import("./cost-form.mjs"));
  /** @param {SubmitEvent} event */
  const submitted = (event) => {
    event.preventDefault();
    load().then(
      () => form.requestSubmit(),
      () => {},
    );
  };
  form.addEventListener("submit", submitted, { signal });
  const near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && load(), { rootMargin: "25%" });
  near.observe(section);
  signal.addEventListener("abort", () => near.disconnect());
  section.dataset.isStarted = "yes";
}
