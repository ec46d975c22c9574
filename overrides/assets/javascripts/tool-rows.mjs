/** The lines of a list to take along, as rows of the page. */

import { find, findAll } from "./dom.mjs";
import { fill } from "./fill.mjs";

/**
 * @typedef {import("./tool-state.mjs").Line} Line
 * @typedef {Record<string, string>} Words
 */

/**
 * Return the one template of a list, as a new element.
 * @param {ParentNode} section
 * @param {string} name
 */
function made(section, name) {
  const template = find(section, `[data-template=${name}]`, HTMLTemplateElement);
  const root = template.content.firstElementChild?.cloneNode(true);
  if (root instanceof HTMLElement) return root;
  throw new Error(`the template ${name} is empty`);
}

/**
 * Return a new row with the words of a line.
 * @param {ParentNode} section
 * @param {{ id: string, part: string, text: string, isOwn: boolean }} line
 */
export function newRow(section, { id, part, text, isOwn }) {
  const row = made(section, "row");
  row.dataset.row = id;
  row.dataset.part = part;
  if (isOwn) row.dataset.isOwn = "yes";
  find(row, ".tool-line", HTMLElement).textContent = text;
  return row;
}

/**
 * Give a row the buttons that move it and take it away, and what is filled in there the name of its line.
 * @param {ParentNode} section
 * @param {HTMLElement} row
 * @param {Words} said
 */
export function equip(section, row, said) {
  const buttons = made(section, "move");
  for (const button of findAll(buttons, "button")) {
    button.setAttribute("aria-label", fill(said[button.dataset.do ?? ""], { line: textOfRow(row) }));
  }
  row.append(...(section.querySelector("[data-template=pick]") ? [made(section, "pick")] : []), buttons);
  const line = row.querySelector(".tool-beside")?.textContent ?? textOfRow(row);
  for (const named of findAll(row, ".tool-date, .tool-meeting label, .tool-pick, .tool-show")) {
    (named.querySelector("input") ?? named).setAttribute("aria-label", `${named.textContent?.trim()}: ${line}`);
  }
}

/** @param {HTMLElement} row */
export function textOfRow(row) {
  return blankText(find(row, ".tool-line", HTMLElement));
}

/**
 * Return words of the page, with something for what is still to be filled in: its name, if nothing else is said.
 * @param {HTMLElement} words
 * @param {(label: string) => string} shown
 */
export function blankText(words, shown = (label) => `[${label}]`) {
  const pieces = [...words.childNodes].map((piece) => {
    const label = piece instanceof HTMLElement && !piece.textContent ? piece.dataset.label : undefined;
    return label ? shown(label) : piece.textContent;
  });
  return pieces.join("");
}

/**
 * Return what a row says and what a reader has filled in.
 * @param {HTMLElement} row
 * @returns {Line}
 */
export function readRow(row) {
  const { tick, day, answers, weight, time, place, reminder } = fieldsOf(row);
  return {
    id: row.dataset.row ?? "",
    part: row.closest("ol")?.dataset.list || (row.dataset.part ?? ""),
    text: textOfRow(row),
    isOwn: row.dataset.isOwn === "yes",
    isTicked: tick?.checked ?? false,
    date: valueOf(day),
    answers: answers.map(({ value }) => value),
    weight: Number(valueOf(weight)),
    time: valueOf(time),
    place: valueOf(place),
    isReminded: reminder?.checked ?? false,
  };
}

/** @param {HTMLInputElement | HTMLSelectElement | null} field */
function valueOf(field) {
  return field ? field.value.trim() : "";
}

/**
 * Fill in what a reader kept of a row.
 * @param {HTMLElement} row
 * @param {Line} line
 */
export function fillRow(row, line) {
  const { tick, day, answers, weight, time, place, reminder } = fieldsOf(row);
  if (tick) tick.checked = line.isTicked;
  if (day) day.value = line.date;
  answers.forEach((answer, at) => (answer.value = line.answers[at] ?? ""));
  if (weight) weight.value = String(line.weight);
  if (time) time.value = line.time;
  if (place) place.value = line.place;
  if (reminder) reminder.checked = line.isReminded;
}

/** @param {HTMLElement} row */
function fieldsOf(row) {
  /** @param {string} which */
  const input = (which) => /** @type {HTMLInputElement | null} */ (row.querySelector(which));
  return {
    tick: input("[type=checkbox]"),
    day: input("[type=date]"),
    time: input("[type=time]"),
    place: input(".tool-meeting [type=text]"),
    reminder: input(".tool-meeting [type=checkbox]"),
    answers: [...row.querySelectorAll("textarea")],
    weight: row.querySelector("select"),
  };
}
