/**
 * What is told of an estimate, in the language of the page and in that of the country. Pure.
 *
 * @typedef {import("./cost-answers.mjs").Answers} Answers
 * @typedef {import("./cost-answers.mjs").Filled} Filled
 * @typedef {import("./cost-answers.mjs").SourceWords} SourceWords
 * @typedef {import("./cost-answers.mjs").Wording} Wording
 * @typedef {import("./cost-estimate.mjs").Estimate} Estimate
 * @typedef {import("./cost-estimate.mjs").Field} Field
 * @typedef {import("./cost-lines.mjs").Line} Line
 * @typedef {[name: string, text: string]} Row
 * @typedef {{ line: Line, what: string, amount: string, why: string }} LineInWords
 * @typedef {{ part: import("./cost-bar.mjs").Part, name: string, amount: string }} BarInWords
 * @typedef {{
 *   says: string, made: string, situation: Row[], bar: BarInWords[], lines: LineInWords[], notes: string[],
 * }} EstimateInWords `situation` is what was answered, `notes` what to mind, `made` when that was
 */

import { writer } from "./amount.mjs";
import { answersOf, isUnsure, replyOf } from "./cost-answers.mjs";
import { barOf } from "./cost-bar.mjs";
import { amountText, lineText, sentence } from "./cost-words.mjs";
import { fill } from "./fill.mjs";

/**
 * Return in words what follows from the answers.
 * @param {Estimate} found
 * @param {Answers} answers
 * @param {Set<Field>} touched the fields of which the reader has chosen the answer
 * @param {Wording} wording
 * @param {Date} now
 * @returns {EstimateInWords}
 */
export function inWords(found, answers, touched, wording, now) {
  const { words, write } = wording;
  return {
    says: sentence(found, words, write),
    made: fill(words.sheet_made, { date: write.day(now) }),
    situation: situationRows(answers, touched, wording),
    bar: barOf(found).lines.map((line) => barText(line, found, wording)),
    lines: found.lines.map((line) => ({ line, ...lineText(line, wording, isExpected(found)) })),
    notes: notesOf(found, answers, wording),
  };
}

/**
 * Return the same in the language of the country, for readers of another one.
 * @param {Estimate} found
 * @param {Answers} answers
 * @param {Set<Field>} touched
 * @param {Wording} wording
 * @param {Date} now
 * @returns {EstimateInWords | null} null where that is the language of the page
 */
export function inWordsOfSource(found, answers, touched, { data }, now) {
  const { source } = data;
  if (source === null) return null;
  const wording = { data, words: source.words, write: writer(source.locale) };
  const form = answers.form.map((filled) => inSource(filled, source));
  return inWords(found, answersOf(form, wording), touched, wording, now);
}

/**
 * @param {Filled} filled
 * @param {SourceWords} source
 * @returns {Filled}
 */
function inSource(filled, { names }) {
  const { short, answers } = names[filled.field];
  const [label, chip] = answers[filled.chosen ?? ""] ?? ["", ""];
  return { ...filled, short, label, chip };
}

/**
 * Tell whether the amounts of the year are not confirmed, and count.
 * @param {Estimate} found
 */
export function isExpected({ warnings }) {
  return warnings.some(({ code }) => code === "expected");
}

/**
 * Return what a part of the bar says.
 * @param {import("./cost-bar.mjs").BarLine} line
 * @param {Estimate} found
 * @param {Wording} wording
 * @returns {BarInWords}
 */
function barText({ part, words: name, range }, found, { words, write }) {
  const amount = range ? amountText(range, words, write) : "";
  const isOfYear = isExpected(found) && (part === "deductible" || name === "bar_you");
  return { part, name: words[name], amount: isOfYear ? fill(words.expected, { amount }) : amount };
}

/**
 * Return what the reader has answered, and in one line what was taken as usual.
 * @param {Answers} answers
 * @param {Set<Field>} touched
 * @param {Wording} wording
 * @returns {Row[]}
 */
function situationRows(answers, touched, { words }) {
  const known = answers.path
    .map((field) => ({ field, ...replyOf(answers, field) }))
    .filter(({ isAnswered }) => isAnswered);
  const own = known.filter(({ field, isGiven }) => isGiven || touched.has(field));
  const usual = known.filter((reply) => !own.includes(reply)).map(({ chip }) => chip);
  /** @type {Row[]} */
  const rows = own.map(({ short, text }) => [short, text]);
  return usual.length === 0 ? rows : [...rows, [words.sheet_usual, usual.join(", ")]];
}

/**
 * @param {Estimate} found
 * @param {Answers} answers
 * @param {Wording} wording
 */
function notesOf({ warnings }, answers, { words, write }) {
  const notes = [...(isUnsure(answers) ? [{ code: "insurance", values: {} }] : []), ...warnings];
  return notes.map(({ code, values }) => {
    const shown = "euro" in values ? { ...values, euro: write.euro(Number(values.euro) * 100) } : values;
    return fill(words[`mind_${code}`], shown);
  });
}
