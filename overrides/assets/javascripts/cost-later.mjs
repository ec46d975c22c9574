/** What stands in the page only when the script has come: most questions, and what is folded. */

import { fieldOf } from "./cost-answers.mjs";
import { find, findAll } from "./dom.mjs";

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
