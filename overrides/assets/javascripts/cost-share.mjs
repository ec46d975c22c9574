/** What the reader takes along: the questions to ask, and the estimate on paper. */

import { find, findAll } from "./cost-dom.mjs";

/**
 * Copy the questions that are shown, and say whether that worked.
 * @param {HTMLElement} section
 * @param {import("./cost-words.mjs").Words} words
 */
export async function copyQuestions(section, words) {
  const said = find(section, ".cost-copied", HTMLElement);
  try {
    await navigator.clipboard.writeText(questionsText(section));
    said.textContent = words.copied;
  } catch {
    said.textContent = words.not_copied;
  }
}

/**
 * @param {HTMLElement} section
 * @returns {string}
 */
function questionsText(section) {
  const groups = findAll(section, "[data-to]").filter((group) => !group.hidden);
  return groups.map(groupText).join("\n\n");
}

/** @param {HTMLElement} group */
function groupText(group) {
  return findAll(group, "p, li").map((line) => `${line.matches("li") ? "- " : ""}${line.textContent}`).join("\n");
}

/** Print the estimate without the page around it. */
export function printAlone() {
  const root = document.documentElement;
  window.addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  root.dataset.print = "cost";
  window.print();
}
