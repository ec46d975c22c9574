/** What stands in the page only when the script has come: most questions, and what is folded. */

import { fieldOf } from "./cost-answers.mjs";
import { element, find, findAll, inputOf } from "./dom.mjs";

/**
 * Put what was fetched into its places; what the reader has answered, and the focus, stay where they are.
 * @param {HTMLElement} section
 * @param {import("./cost-answers.mjs").Later} later
 */
export function putInLater(section, { html, questions }) {
  const fetched = document.createElement("template");
  fetched.innerHTML = html;
  const list = find(section, ".cost-questions", HTMLElement);
  const order = questions.map(({ field }) => field);
  for (const fieldset of findAll(fetched.content, "fieldset")) putInOrder(list, fieldset, order);
  for (const part of findAll(fetched.content, "[data-place]")) {
    find(section, `[data-place=${part.dataset.place}]`, HTMLElement).replaceChildren(...part.childNodes);
  }
  for (const fieldset of findAll(list, "fieldset")) giveRoom(fieldset);
}

/**
 * Give a question the places for what is said at it, and tell who hears the page of them.
 * @param {HTMLElement} fieldset
 */
function giveRoom(fieldset) {
  const place = (/** @type {string} */ name) => {
    const made = element("p");
    Object.assign(made, { id: `${fieldset.id}-${name}`, className: `cost-${name}`, hidden: true });
    return made;
  };
  const help = find(fieldset, ".cost-help", HTMLElement);
  const [off, error, read] = [place("off"), place("error"), place("read")];
  help.id = `${fieldset.id}-help`;
  help.after(off, error);
  fieldset.setAttribute("aria-describedby", `${help.id} ${off.id} ${error.id}`);
  const input = inputOf(fieldset);
  input?.setAttribute("aria-describedby", `${error.id} ${read.id}`);
  input?.after(read);
}

/**
 * Put a question among the others, in the order of the table.
 * @param {HTMLElement} list
 * @param {HTMLElement} fieldset
 * @param {string[]} order
 */
export function putInOrder(list, fieldset, order) {
  const later = order.slice(order.indexOf(fieldOf(fieldset)) + 1);
  const next = findAll(list, "fieldset").find((other) => later.includes(fieldOf(other)));
  list.insertBefore(fieldset, next ?? null);
}
