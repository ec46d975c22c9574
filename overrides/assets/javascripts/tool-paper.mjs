/** A sheet to take along as it stands on paper. */

import { element } from "./dom.mjs";

const MOST_ROWS = 18; // of a sheet with letters of the usual size

/**
 * Return the sheet as a part of the page, which only paper shows.
 * @param {import("./tool-sheet.mjs").Sheet} sheet
 */
export function paperOf({ title, heads, columns, hasBoxes, hasMarks, isCards, parts }) {
  const isFull = parts.flatMap(({ rows }) => rows).length > MOST_ROWS;
  const paper = withClass(element("div", withClass(element("p", title), "tool-paper-title")), isFull ? "tool-paper is-full" : "tool-paper");
  if (heads.length > 0) paper.append(withClass(element("div", ...heads.map((head) => element("p", head))), "tool-paper-heads"));
  if (columns.length > 0) paper.append(tableOf(columns, parts, hasMarks));
  else if (isCards) paper.append(cardsOf(parts.flatMap(({ rows }) => rows)));
  else paper.append(...parts.flatMap((part) => listOf(part, hasBoxes)));
  return paper;
}

/**
 * @param {import("./tool-sheet.mjs").Sheet["parts"][number]} part
 * @param {boolean} hasBoxes
 */
function listOf({ title, rows }, hasBoxes) {
  const list = hasBoxes ? element("ul", ...rows.map(step)) : element("ol", ...rows.map(question));
  return title ? [withClass(element("p", title), "tool-paper-part"), list] : [list];
}

/** @param {import("./tool-sheet.mjs").Row} row */
function step(row) {
  const who = row.help ? [element("small", row.help), " "] : [];
  return withClass(element("li", ...who, row.text, roomOf(row.mark)), row.isDone ? "is-done" : "");
}

/** @param {import("./tool-sheet.mjs").Row} row */
function question({ text, mark }) {
  return element("li", element("p", text, " ", element("small", mark)), roomOf(""));
}

/** @param {string} said what stands there already */
function roomOf(said) {
  return withClass(element("span", said), "tool-room");
}

/** @param {import("./tool-sheet.mjs").Row[]} rows */
function cardsOf(rows) {
  return withClass(element("ul", ...rows.map((row) => element("li", element("strong", row.text), row.help))), "tool-paper-cards");
}

/**
 * @param {string[]} columns
 * @param {import("./tool-sheet.mjs").Sheet["parts"]} parts
 * @param {boolean} hasMarks
 */
function tableOf(columns, parts, hasMarks) {
  const marks = hasMarks ? [withClass(element("td"), "tool-paper-weight")] : [];
  const head = element("thead", element("tr", element("td"), ...marks, ...columns.map((name) => element("th", name))));
  const bodies = parts.map(({ title, rows }) => {
    const name = element("th", title);
    name.colSpan = columns.length + marks.length + 1;
    return element("tbody", withClass(element("tr", name), "tool-paper-part"), ...rows.map((row) => tableRow(row, hasMarks)));
  });
  return element("table", head, ...bodies);
}

/**
 * @param {import("./tool-sheet.mjs").Row} row
 * @param {boolean} hasMarks
 */
function tableRow(row, hasMarks) {
  const marks = hasMarks ? [withClass(element("td", row.mark), "tool-paper-weight")] : [];
  return element("tr", element("th", ...wordsOf(row)), ...marks, ...row.answers.map((answer) => element("td", answer)));
}

/** @param {import("./tool-sheet.mjs").Row} row */
function wordsOf({ text, help }) {
  return help ? [element("strong", text), ` ${help}`] : [text];
}

/**
 * @template {HTMLElement} Element
 * @param {Element} made
 * @param {string} name
 */
function withClass(made, name) {
  made.className = name;
  return made;
}
