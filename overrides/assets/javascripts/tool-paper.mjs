/** A sheet to take along as it stands on paper. */

import { element } from "./dom.mjs";
import { titleOf } from "./tool-sheet.mjs";

/** @typedef {(text: string) => string} Beside a text in the language of the doctor; nothing where that is the same */

/**
 * Return the sheet as a part of the page, which only paper shows.
 * @param {import("./tool-sheet.mjs").Sheet} sheet
 * @param {boolean} isAcross whether it lies on its side
 * @param {Beside} inSource
 */
export function paperOf(sheet, isAcross, inSource) {
  const { title, part, heads, columns, hasBoxes, isCards, parts } = sheet;
  const ofSource = inSource(title) ? titleOf({ title: inSource(title), part: inSource(part) || part }) : "";
  const paper = withClass(
    element("div", withClass(element("p", ...both(titleOf(sheet), ofSource)), "tool-paper-title")),
    isAcross ? "tool-paper is-across" : "tool-paper",
  );
  const lines = heads.map((head) => element("p", element("span", ...both(head, inSource(head)))));
  if (heads.length > 0) paper.append(withClass(element("div", ...lines), "tool-paper-heads"));
  if (columns.length > 0) paper.append(tableOf(sheet, inSource));
  else if (isCards)
    paper.append(
      ...parts.flatMap(({ title: of, rows }) => [withClass(element("p", of), "tool-paper-part"), cardsOf(rows)]),
    );
  else paper.append(...parts.flatMap((one) => listOf(one, hasBoxes, inSource)));
  return paper;
}

/**
 * Return a text, below what it is in the language of the doctor, if that is another.
 * @param {string} text
 * @param {string} ofSource
 */
function both(text, ofSource) {
  return ofSource ? [ofSource, " ", withClass(element("small", text), "tool-paper-beside")] : [text];
}

/**
 * @param {import("./tool-sheet.mjs").Sheet["parts"][number]} part
 * @param {boolean} hasBoxes
 * @param {Beside} inSource
 */
function listOf({ title, rows }, hasBoxes, inSource) {
  const list = hasBoxes
    ? element("ul", ...rows.map(step))
    : element("ol", ...rows.map((row) => question(row, inSource)));
  return title ? [withClass(element("p", title), "tool-paper-part"), list] : [list];
}

/** @param {import("./tool-sheet.mjs").Row} row */
function step(row) {
  return withClass(
    element("li", element("span", row.text), " ", element("small", row.help), " ", roomOf(row.mark)),
    row.isDone ? "is-done" : "",
  );
}

/**
 * @param {import("./tool-sheet.mjs").Row} row
 * @param {Beside} inSource
 */
function question({ text, mark }, inSource) {
  const [first, ...beside] = both(text, inSource(text));
  const words = element("p", first, " ", element("small", inSource(mark) || mark), ...beside);
  return element("li", words, roomOf(""));
}

/** @param {string} said what stands there already */
function roomOf(said) {
  return withClass(element("span", said), "tool-room");
}

/** @param {import("./tool-sheet.mjs").Row[]} rows */
function cardsOf(rows) {
  return withClass(
    element("ul", ...rows.map((row) => element("li", element("strong", row.text), row.help))),
    "tool-paper-cards",
  );
}

/**
 * @param {import("./tool-sheet.mjs").Sheet} sheet
 * @param {Beside} inSource
 */
function tableOf({ columns, parts, markTitle }, inSource) {
  const marks =
    markTitle === null ? [] : [withClass(element("td", inSource(markTitle) || markTitle), "tool-paper-weight")];
  const names = columns.map((name) => element("th", ...both(name, inSource(name))));
  const head = element("thead", element("tr", element("td"), ...marks, ...names));
  const bodies = parts.map(({ title, rows }) => {
    const name = element("th", ...both(title, inSource(title)));
    name.colSpan = columns.length + marks.length + 1;
    return element(
      "tbody",
      withClass(element("tr", name), "tool-paper-part"),
      ...rows.map((row) => tableRow(row, marks.length > 0, inSource)),
    );
  });
  return element("table", head, ...bodies);
}

/**
 * @param {import("./tool-sheet.mjs").Row} row
 * @param {boolean} hasMarks
 * @param {Beside} inSource
 */
function tableRow(row, hasMarks, inSource) {
  const marks = hasMarks ? [withClass(element("td", inSource(row.mark) || row.mark), "tool-paper-weight")] : [];
  return element(
    "tr",
    element("th", ...wordsOf(row, inSource)),
    ...marks,
    ...row.answers.map((answer) => element("td", answer)),
  );
}

/**
 * @param {import("./tool-sheet.mjs").Row} row
 * @param {Beside} inSource
 */
function wordsOf({ text, help }, inSource) {
  if (!help) return both(text, inSource(text));
  const ofSource = inSource(text) || text;
  const more = withClass(element("small", help), "tool-paper-beside tool-paper-more");
  const beside = inSource(help) ? [" ", withClass(element("small", text), "tool-paper-beside"), " ", more] : [];
  return [element("strong", ofSource), ` ${inSource(help) || help}`, ...beside];
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
