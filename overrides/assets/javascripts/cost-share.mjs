/** What the reader takes along: one page, copied or on paper. */

import { find, findAll } from "./cost-dom.mjs";

/**
 * Copy the page to take along, and say whether that worked.
 * @param {HTMLElement} section
 * @param {import("./cost-words.mjs").Words} words
 */
export async function copySheet(section, words) {
  const said = find(section, ".cost-copied", HTMLElement);
  try {
    await navigator.clipboard.writeText(textOf(find(section, ".cost-sheet", HTMLElement)));
    said.textContent = words.copied;
  } catch {
    said.textContent = words.not_copied;
  }
}

/**
 * Return the page as text: a line for each line, and an empty one before each heading.
 * @param {HTMLElement} sheet
 */
function textOf(sheet) {
  const lines = findAll(sheet, "h5, h6, p, li, dt").filter((line) => line.textContent && !line.closest("[hidden]"));
  return lines.map(lineOf).join("\n").trim();
}

/** @param {HTMLElement} line */
function lineOf({ localName, textContent, nextElementSibling }) {
  const text = textContent ?? "";
  if (localName === "dt") return `- ${text}: ${nextElementSibling?.textContent ?? ""}`;
  if (localName === "li") return `- ${text}`;
  return localName === "p" ? text : `\n${text}`;
}

/** Print the page to take along, without what stands around it. */
export function printAlone() {
  const root = document.documentElement;
  window.addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  root.dataset.print = "cost";
  window.print();
}
