/**
 * What the reader has answered: read from the page once, and then what it says. Only `readPage` touches the page.
 *
 * @typedef {import("./cost-estimate.mjs").Amounts} Amounts
 * @typedef {import("./cost-estimate.mjs").Answer} Answer
 * @typedef {import("./cost-estimate.mjs").Ask} Ask
 * @typedef {import("./cost-estimate.mjs").Question} Question
 * @typedef {import("./cost-estimate.mjs").Estimate} Estimate
 * @typedef {import("./cost-estimate.mjs").Field} Field
 * @typedef {import("./cost-estimate.mjs").Situation} Situation
 * @typedef {import("./cost-words.mjs").Words} Words
 * @typedef {import("./cost-words.mjs").Writer} Writer
 * @typedef {{ title: string, publisher: string, lang: string, read: string, date?: string, address?: string }} Source
 * @typedef {Amounts & {
 *   locale: string, advance: number | null, hospital: string, sources: Record<string, Source>, words: Words,
 *   source: SourceWords | null,
 * }} PageData what the script works with; `advance` in euros, null where the hospital asks none; `source` the words of
 *   the page to take along in the language of the country, where that of the page is another one
 * @typedef {{
 *   lang: string, locale: string, words: Words,
 *   names: Record<string, { short: string, answers: Record<string, [text: string, chip: string]> }>,
 * }} SourceWords `names` by field, the answers by their value in the form
 * @typedef {PageData & { html: string }} Later all that is fetched when the reader comes near
 * @typedef {{ data: PageData, words: Words, write: Writer }} Wording what is known, and how it is said in this language
 * @typedef {{
 *   field: Field, kind: string, short: string, usual: string | null, chosen: string | null, label: string,
 *   chip: string, typed: string,
 * }} Filled one question as it stands in the page: what it is called in a list, the value with which the form began
 *   (null without one) and that of the choice, with its words and those for the line of what is usual, and what is
 *   typed
 * @typedef {{ isAnswered: boolean, value?: Answer, text: string, read?: string, error?: string, limit?: string }} Meant
 *   `value` as the estimate takes it (undefined also where the answer is the usual one), `text` as the reader sees it,
 *   `read` a number as it was understood, `error` the name of the words for what is wrong, `limit` what it exceeds
 * @typedef {Meant & { short: string, chip: string, isTyped: boolean, isGiven: boolean, isChanged: boolean }} Reply
 *   `isGiven` where the form did not begin with it, `isChanged` where it began with another one
 * @typedef {{ form: Filled[], replies: Map<Field, Reply>, path: Field[] }} Answers the questions as they were read, the
 *   reply to each in the order of the form, and those that matter
 */

import { readHundredths } from "./amount.mjs";
import { SituationError, asksOf, estimate, matters } from "./cost-estimate.mjs";
import { UNKNOWN, isExact, isKnown } from "./cost-values.mjs";
import { find, inputOf } from "./dom.mjs";
import { fill } from "./fill.mjs";

/** The question whose "no" says that the estimate is not for this reader; it is no field of the estimate itself. */
const GATE = "insured";
/** @type {Record<string, Answer>} */
const VALUES = { true: true, false: false, unknown: UNKNOWN };
/** @type {Reply} */
const NOTHING = { isAnswered: false, text: "", short: "", chip: "", isTyped: false, isGiven: false, isChanged: false };

/**
 * Read the questions as they stand, in the order in which they are given.
 * @param {Iterable<HTMLElement>} fieldsets
 * @returns {Filled[]}
 */
export function readPage(fieldsets) {
  return [...fieldsets].map((fieldset) => {
    const choices = [...fieldset.querySelectorAll("input")].filter(({ type }) => type === "radio");
    return {
      field: fieldOf(fieldset),
      kind: fieldset.dataset.kind ?? "",
      short: find(fieldset, "legend", HTMLElement).dataset.short ?? "",
      usual: choices.find(({ defaultChecked }) => defaultChecked)?.value ?? null,
      ...readChoice(choices.find(({ checked }) => checked)),
      typed: inputOf(fieldset)?.value.trim() ?? "",
    };
  });
}

/** @param {HTMLInputElement | undefined} choice */
function readChoice(choice) {
  if (!choice) return { chosen: null, label: "", chip: "" };
  const label = choice.closest("label")?.textContent ?? "";
  return { chosen: choice.value, label: label.trim(), chip: choice.dataset.chip ?? "" };
}

/**
 * @param {HTMLElement} fieldset
 * @returns {Field}
 */
export function fieldOf(fieldset) {
  return /** @type {Field} */ (fieldset.dataset.field);
}

/**
 * Return what the form says, as it was read.
 * @param {Filled[]} form
 * @param {Wording} wording
 * @returns {Answers}
 */
export function answersOf(form, wording) {
  const year = form.find(({ field }) => field === "year")?.chosen;
  const replies = new Map(form.map((filled) => [filled.field, replyTo(filled, year ?? null, wording)]));
  return { form, replies, path: pathOf(replies, wording.data) };
}

/**
 * @param {Answers} answers
 * @param {Field} field
 * @returns {Reply}
 */
export function replyOf({ replies }, field) {
  return replies.get(field) ?? NOTHING;
}

/**
 * @param {Filled} filled
 * @param {string | null} year that was chosen
 * @param {Wording} wording
 * @returns {Reply}
 */
function replyTo(filled, year, wording) {
  const { short, usual, chosen, typed } = filled;
  const meant = meantBy(filled, year, wording);
  const answer = meant.isAnswered ? meant.text : wording.words.not_filled_in;
  return {
    ...meant,
    short,
    chip: filled.chip || fill(wording.words.chip_other, { question: short, answer }),
    isTyped: typed !== "",
    isGiven: chosen !== null && chosen !== usual,
    isChanged: usual !== null && chosen !== usual,
  };
}

/**
 * @param {Filled} filled
 * @param {string | null} year that was chosen
 * @param {Wording} wording
 * @returns {Meant}
 */
function meantBy(filled, year, wording) {
  const { field, chosen, label } = filled;
  if (chosen === null) {
    return {
      isAnswered: false,
      value: mustBeKnown(field, wording.data) ? undefined : UNKNOWN,
      text: wording.words.not_answered,
    };
  }
  if (chosen === "number") return numberReply(filled, year, wording);
  return { isAnswered: true, value: valueOf(field, chosen, wording.data), text: label };
}

/**
 * @param {Filled} filled
 * @param {string | null} year
 * @param {Wording} wording
 * @returns {Meant}
 */
function numberReply({ field, kind, label, typed }, year, { data, words, write }) {
  const isPercentage = kind === "percentage";
  if (!typed) return { isAnswered: true, value: UNKNOWN, text: label, error: "empty" };
  const hundredths = readHundredths(isPercentage ? typed.replace("%", "") : typed);
  if (hundredths === null) return { isAnswered: true, text: typed, error: isPercentage ? "percentage" : "amount" };
  const read = isPercentage ? fill(words.per_cent, { number: write.percentage(hundredths) }) : write.euro(hundredths);
  const reply = { isAnswered: true, value: hundredths / 100, text: read, read };
  const limit = limitPassed(field, reply.value, year, data);
  if (limit === null) return reply;
  return isPercentage
    ? { ...reply, error: "percentage" }
    : { ...reply, error: "too_high", limit: write.euro(limit * 100) };
}

/**
 * Return the limit at which the estimate refuses a number in an otherwise plain situation; null where it takes it.
 * @param {Field} field
 * @param {number} value
 * @param {string | null} year
 * @param {PageData} data
 * @returns {number | null}
 */
function limitPassed(field, value, year, data) {
  const known = year === null ? Math.max(...Object.keys(data.years).map(Number)) : Number(year);
  try {
    estimate({ year: known, age: "adult", place: "netherlands", [field]: value }, data);
    return null;
  } catch (error) {
    if (!(error instanceof SituationError)) throw error;
    return error.limit ?? 0;
  }
}

/**
 * Return an answer as the estimate takes it.
 * @param {Field} field
 * @param {string} chosen
 * @param {PageData} data
 * @returns {Answer}
 */
function valueOf(field, chosen, data) {
  if (chosen === "default") return undefined;
  if (chosen === "all") return data.questions.find((question) => question.field === field)?.most;
  if (Object.hasOwn(VALUES, chosen)) return VALUES[chosen];
  return /^\d+$/.test(chosen) ? Number(chosen) : chosen;
}

/**
 * Tell whether there is no estimate without an answer to a question.
 * @param {Field} field
 * @param {PageData} data
 */
export function mustBeKnown(field, data) {
  return data.questions.some((question) => question.field === field && question.must === true);
}

/**
 * Return the questions that matter, in order, each as far as the answers before it tell.
 * @param {Map<Field, Reply>} replies
 * @param {PageData} data
 * @returns {Field[]}
 */
function pathOf(replies, data) {
  if (replies.get(GATE)?.value === false) return [GATE];
  /** @type {Situation} */
  const known = Object.fromEntries([...replies.keys()].map((field) => [field, UNKNOWN]));
  /** @type {Field[]} */
  const path = [];
  for (const [field, reply] of replies) {
    if (!matters(field, known, data)) continue;
    path.push(field);
    if (field !== GATE) known[field] = knownValue(reply);
  }
  return path;
}

/**
 * Return what may be known of a field: an answer with something wrong in it says nothing.
 * @param {Reply} reply
 * @returns {Answer}
 */
function knownValue({ error, value }) {
  return error ? UNKNOWN : value;
}

/**
 * Return the situation that the answers tell, with what the hospital asks beforehand.
 * @param {Answers} answers
 * @param {PageData} data
 * @returns {Situation}
 */
function situationOf(answers, data) {
  const fields = answers.path.filter((field) => field !== GATE);
  /** @type {Situation} */
  const situation = Object.fromEntries(fields.map((field) => [field, knownValue(replyOf(answers, field))]));
  return situation.place === "netherlands" && data.advance !== null
    ? { ...situation, advance: data.advance }
    : situation;
}

/**
 * Return the estimate, or the name of the words that stand in its place.
 * @param {Answers} answers
 * @param {PageData} data
 * @returns {Estimate | "says_not_insured" | "says_wrong" | "says_nothing_yet"}
 */
export function outcomeOf(answers, data) {
  if (replyOf(answers, GATE).value === false) return "says_not_insured";
  const errors = answers.path.map((field) => replyOf(answers, field).error);
  if (errors.some((error) => error !== undefined && error !== "empty")) return "says_wrong";
  const isOpen = [...answers.replies].some(([field, reply]) => mustBeKnown(field, data) && !reply.isAnswered);
  return isOpen ? "says_nothing_yet" : estimate(situationOf(answers, data), data);
}

/**
 * Tell whether the reader does not know whether the estimate is for them.
 * @param {Answers} answers
 */
export function isUnsure(answers) {
  return replyOf(answers, GATE).value === UNKNOWN;
}

/**
 * Return what the highest deductible of the year is made of, in cents, where that is the answer, and it is not known
 * what the reader chose.
 * @param {Estimate} found
 * @param {Answers} answers
 * @param {PageData} data
 */
export function highestParts({ patient }, answers, { years }) {
  const { compulsory, voluntary } = years[String(replyOf(answers, "year").value)];
  const parts = { compulsory: compulsory.euro * 100, voluntary: Math.max(0, ...voluntary.euro) * 100 };
  const isHighest = patient.low === 0 && patient.high === parts.compulsory + parts.voluntary;
  return isHighest && !isKnown(replyOf(answers, "voluntary_deductible").value) ? parts : null;
}

/**
 * Return all that there is of the deductible, in cents, where the reader has typed that more of it is used.
 * @param {Answers} answers
 * @param {PageData} data
 * @returns {number | null}
 */
export function usedAbove(answers, { years }) {
  const used = replyOf(answers, "deductible_used");
  const year = years[String(replyOf(answers, "year").value)];
  if (!year || !used.read || used.error) return null;
  const [own, chosen] = [replyOf(answers, "compulsory_deductible"), replyOf(answers, "voluntary_deductible")].map(
    knownValue,
  );
  const compulsory = typeof own === "number" ? own : year.compulsory.euro;
  const voluntary = typeof chosen === "number" ? chosen : Math.max(0, ...year.voluntary.euro);
  const whole = (compulsory + voluntary) * 100;
  return Number(used.value) * 100 > whole ? whole : null;
}

/**
 * Return the questions that keep the amount from being exact, what can change most first.
 * @param {Estimate} found
 * @param {Answers} answers
 * @returns {Field[]}
 */
export function stillNeeded({ patient, isWholeBill, questions }, answers) {
  if (isExact(patient) || isWholeBill) return [];
  return [...new Set(questions.map(({ field }) => field).filter((field) => answers.path.includes(field)))];
}

/**
 * Return what to ask whom: what is not known, what the reader only took as it was, and what they lack; each once, in
 * order of what it can change.
 * @param {Estimate} found
 * @param {Answers} answers
 * @param {Set<Field>} touched the fields of which the reader has chosen the answer
 * @param {PageData} data
 * @returns {Ask[]}
 */
export function asksFor({ questions }, answers, touched, data) {
  const inPath = data.questions.filter(({ field }) => answers.path.includes(field));
  const isOpen = (/** @type {Question} */ { field, assumed }) =>
    field === GATE ? isUnsure(answers) : assumed === true && !touched.has(field) && !replyOf(answers, field).isGiven;
  const lacking = inPath.map(({ field, ask = [], ...question }) => {
    const { value } = replyOf(answers, field);
    return { ...question, field, ask: ask.filter(([, , ...also]) => also.some((answer) => answer === value)) };
  });
  const assumed = asksOf([...inPath.filter(isOpen), ...lacking]);
  const rank = (/** @type {Ask} */ { field }) => data.questions.find((question) => question.field === field)?.rank ?? 0;
  const asks = [...assumed, ...questions].sort((one, other) => rank(one) - rank(other));
  return asks.filter(({ code }, index) => asks.findIndex((other) => other.code === code) === index);
}
