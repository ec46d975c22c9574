/**
 * The search before it is there: its form, until the script comes.
 */

import { whenFetched } from "./when-fetched.mjs";

/**
 * Fetch the search at the reader's first touch of the form; what was typed before it came stays in the field.
 * @param {HTMLFormElement} form
 */
export function search(form) {
  /** @type {Promise<void> | undefined} */
  let coming;
  const load = () => {
    coming ??= whenFetched(import("./search.mjs"), ({ attach }) => attach(form));
    return coming;
  };
  /** @param {SubmitEvent} event */
  const submitted = async (event) => {
    event.preventDefault();
    try {
      await load();
      form.removeEventListener("submit", submitted);
      form.requestSubmit();
    } catch {
      form.submit();
    }
  };
  const touched = () =>
    load().then(
      () => form.removeEventListener("submit", submitted),
      () => {},
    );
  for (const event of ["focusin", "pointerdown"]) form.addEventListener(event, touched, { once: true });
  form.addEventListener("submit", submitted);
}
