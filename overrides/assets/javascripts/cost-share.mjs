/** The page that the reader takes along, as text. */

import { find, findAll } from "./dom.mjs";
import { copyText } from "./share.mjs";

/**
 * Copy the page to take along, and say whether that worked.
 * @param {HTMLElement} section
 * @param {import("./cost-words.mjs").Words} words
 */
export async function copySheet(section, words) {
  const isCopied = await copyText(textOf(find(section, ".cost-sheet", HTMLElement)));
  find(section, ".cost-copied", HTMLElement).textContent = isCopied ? words.copied : words.not_copied;
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
