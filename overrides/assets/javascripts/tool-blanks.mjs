/** The fields of letters, and the places in their words that the reader fills in. */

import { findAll } from "./dom.mjs";
import { blankText } from "./tool-rows.mjs";

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

const DOTS = ".".repeat(12); // in a letter, for what the reader has not filled in

/**
 * Return what the reader has filled in, by field.
 * @param {ParentNode} root
 * @returns {Record<string, string>}
 */
export function readFields(root) {
  return Object.fromEntries(letterFields(root).map(({ dataset, value }) => [dataset.field, value.trim()]));
}

/**
 * Tell whether the reader has filled in something: what stands in a field at first is not the reader's.
 * @param {ParentNode} root
 */
export function hasFilledFields(root) {
  return letterFields(root).some(isFilledByReader);
}

/**
 * Fill in what the reader kept.
 * @param {ParentNode} root
 * @param {Record<string, string>} values
 */
export function fillFields(root, values) {
  for (const field of letterFields(root)) field.value = values[field.dataset.field ?? ""] ?? field.defaultValue;
}

/**
 * Give the same field of the other letters what the reader fills in in one of them.
 * @param {ParentNode} root
 * @param {EventTarget | null} filled
 */
export function fillSameFields(root, filled) {
  const fields = letterFields(root);
  const from = fields.find((field) => field === filled);
  const same = fields.filter((field) => field !== from && field.dataset.field === from?.dataset.field);
  for (const field of same) field.value = from?.value ?? field.defaultValue;
}

/**
 * Give the same fields of all letters what was filled in before the script came.
 * @param {ParentNode} root
 */
export function fillFromEarly(root) {
  for (const field of letterFields(root).filter(isFilledByReader)) fillSameFields(root, field);
}

/**
 * Put what the reader has filled in into the words of the letters, with days as the language of the words writes them.
 * Where nothing was, there stands what is known, in the language of the words.
 * @param {HTMLElement} section
 */
export function fillBlanks(section) {
  const { locale = "" } = section.dataset;
  const values = Object.fromEntries(
    letterFields(section).map((field) => [
      field.dataset.field,
      isFilledByReader(field) ? field.value.trim() : undefined,
    ]),
  );
  for (const blank of findAll(section, "[data-blank]")) {
    const value = values[blank.dataset.blank ?? ""] ?? blank.dataset.known ?? "";
    const lang = blank.closest("[lang]")?.getAttribute("lang") ?? "";
    blank.textContent = blank.dataset.kind === "date" ? dayOf(value, locale.startsWith(lang) ? locale : lang) : value;
  }
}

/**
 * @param {string} date
 * @param {string} locale
 */
function dayOf(date, locale) {
  return date && new Date(`${date}T00:00`).toLocaleDateString(locale, { dateStyle: "long" });
}

/**
 * Return a letter of the page, with dots for what is empty; what is only ever written by hand is no part of it.
 * @param {HTMLElement} part
 * @returns {import("./tool-letter.mjs").Letter}
 */
export function letterOf(part) {
  /** @param {string} place */
  const textsIn = (place) => {
    const lines = findAll(part, `${place} .tool-line`).filter((line) => !line.querySelector("[data-kind=pen]"));
    return lines.map((line) => blankText(line, () => DOTS));
  };
  return {
    subject: part.querySelector(".tool-subject")?.textContent ?? "",
    start: textsIn(".tool-start"),
    lines: textsIn("li"),
    end: textsIn(".tool-end"),
  };
}

/**
 * Return what a letter still misses, as the page calls it.
 * @param {HTMLElement} part
 */
export function stillEmpty(part) {
  return [
    ...new Set(
      findAll(part, ".tool-letter .tool-line [data-blank]:empty:not([data-kind=pen])").map(
        ({ dataset }) => dataset.label ?? "",
      ),
    ),
  ];
}

/** @param {Field} field */
function isFilledByReader({ value, defaultValue }) {
  return value.trim() !== defaultValue;
}

/**
 * @param {ParentNode} root
 * @returns {Field[]}
 */
function letterFields(root) {
  return /** @type {Field[]} */ (findAll(root, "[data-field]"));
}
