/**
 * What a person in the Netherlands pays for a second opinion. Pure: no page, no clock, nothing stored.
 *
 * Amounts come in as euros, as people write them, and leave as whole cents. An answer may be "unknown"; every amount
 * that leaves is therefore a range, whose two ends are equal where the amount is exact, and whose high end is null
 * where there is no upper bound.
 *
 * What may be answered and whom to ask comes with the amounts, from the one table of the questions; what an answer does
 * stands here, by the name of the field. `MATTERS` has every field of that table.
 *
 * @typedef {"insured" | "year" | "age" | "place" | "cover_abroad" | "care" | "referral" | "repeat" | "contracted" |
 *   "bill" | "reimbursed_percentage" | "tariff" | "percentage_of" | "deductible_used" | "voluntary_deductible"
 *   | "compulsory_deductible" | "advance"} Field
 * @typedef {number | boolean | string | undefined} Answer
 * @typedef {Partial<Record<Field, Answer>>} Situation
 * @typedef {{ low: number, high: number | null }} Range in whole cents
 * @typedef {{ low: number, high: number }} Ends in whole cents, Infinity where there is no upper bound
 * @typedef {{ euro: number, confirmed: boolean, read: string, sources: string[] }} Compulsory
 * @typedef {{ euro: number[], sources: string[] }} Voluntary
 * @typedef {{ compulsory: Compulsory, voluntary: Voluntary, rule: { name: string, sources: string[] } }} Year
 * @typedef {"insurer" | "hospital" | "doctor"} Knower
 * @typedef {{
 *   field: Field, choices?: (string | boolean)[], most?: number, must?: boolean, usual?: boolean, open?: boolean,
 *   chip?: boolean, when?: [Field, ...(string | boolean)[]], assumed?: boolean, rank?: number,
 *   ask?: [Knower, string, ...(string | boolean)[]][],
 * }} Question `most` in euros or per cent; `must`: there is no estimate without an answer; `usual`: leaving the field
 *   out says something; `open`: the form always asks it; `chip`: its answer stands in the line of what is usual;
 *   `when`: the form asks it where another field has one of the answers that follow;
 *   `ask`: whom to ask what where it is not known, or is one of the answers that follow, and where it is only
 *   `assumed`, `rank` the place of that among all
 * @typedef {{ years: Record<string, Year>, questions: Question[], line_sources: Record<string, string[]> }} Amounts
 *   what the law and the insurers say, what may be answered, and the sources of each line of the calculation
 * @typedef {import("./cost-rules.mjs").World} World
 * @typedef {import("./cost-rules.mjs").Part} Part
 * @typedef {import("./cost-rules.mjs").Measure} Measure
 * @typedef {import("./cost-rules.mjs").Rule} Rule
 * @typedef {import("./cost-lines.mjs").Line} Line
 * @typedef {import("./cost-lines.mjs").Note} Note
 * @typedef {{ field: Field, to: Knower, code: string }} Ask
 * @typedef {{
 *   bill: Range, patient: Range, insurer: Range, gap: Range, deductible_charged: Range,
 *   pay_in_advance?: Range, settle_later?: Range,
 *   isExact: boolean, isCertain: boolean, isWholeBill: boolean,
 *   lines: Line[], warnings: Note[], questions: Ask[],
 * }} Estimate
 * @typedef {Record<Measure | "compulsory" | "voluntary" | "used" | "whole", Ends>} AllEnds
 * @typedef {{ pay_in_advance?: Range, settle_later?: Range }} Advance
 * @typedef {{
 *   situation: Situation, amounts: Amounts, year: Year, worlds: World[], ends: AllEnds, parts: Record<Part, Range>,
 *   advance: Advance,
 * }} Found
 */

import { linesOf, warningsOf } from "./cost-lines.mjs";
import { RULES, WHOLE } from "./cost-rules.mjs";
import { UNKNOWN, hundredths, isExact, isKnown } from "./cost-values.mjs";

/** @type {Part[]} */
const PARTS = ["reimbursable", "gap", "deductible_charged", "patient", "insurer"];

/** An answer that cannot be used; `field` says which, `code` why, `limit` the amount that it exceeds. */
export class SituationError extends Error {
  /**
   * @param {string} field
   * @param {"missing" | "no-amount" | "no-choice" | "no-number" | "too-low" | "too-high" | "parts-of-cents" |
   *   "no-field"} code
   * @param {number | null} limit in euro, or per cent
   */
  constructor(field, code, limit = null) {
    super(`${field}: ${code}`);
    this.name = "SituationError";
    this.field = field;
    this.code = code;
    this.limit = limit;
  }
}

/**
 * Return what the patient and the insurer pay, how that is worked out, and what to ask.
 * @param {Situation} situation what is known; what is left out counts as unknown, but for `tariff` (the bill is not
 *   above it), `percentage_of` (the bill), `voluntary_deductible` (0), `compulsory_deductible` (the year's) and
 *   `advance` (none is asked)
 * @param {Amounts} amounts
 * @param {Readonly<Record<string, Rule>>} rules the rules of the law by name
 * @returns {Estimate}
 * @throws {SituationError} for an answer that cannot be used
 * @throws {Error} where the questions, or the rule of the year, are not those that are known here
 */
export function estimate(situation, amounts, rules = RULES) {
  checkQuestions(amounts.questions);
  const year = check(situation, amounts);
  const rule = ruleOf(year, rules);
  const worlds = worldsOf(situation, amounts);
  const ends = endsOf(situation, year);
  /** @param {Part} part */
  const range = (part) => rangeOf(part, rule, worlds, ends);
  const shares = {
    gap: range("gap"),
    deductible_charged: range("deductible_charged"),
    patient: range("patient"),
    insurer: range("insurer"),
  };
  const parts = { ...shares, reimbursable: range("reimbursable") };
  const isWholeBill = worlds.every((world) => !world.isCovered);
  const advance = isWholeBill ? advanceOf(situation, ends.bill) : {};
  const found = { situation, amounts, year, worlds, ends, parts, advance };
  return {
    bill: { low: ends.bill.low, high: finite(ends.bill.high) },
    ...shares,
    ...advance,
    isExact: PARTS.every((part) => isExact(parts[part])),
    isCertain: situation.place === "netherlands" && worlds.every((world) => world.isCovered),
    isWholeBill,
    lines: linesOf(found),
    warnings: warningsOf(found),
    questions: questionsOf(situation, amounts),
  };
}

/* When a question makes a difference. */

/**
 * @typedef {{ situation: Situation, amounts: Amounts, worlds: World[], isInPart: boolean, isCharged: boolean }} Known
 *   what is known of the other fields; `worlds` are those in which the insurer pays
 */

const always = () => true;

/**
 * Whether the answer to each question makes a difference to the outcome, whatever that answer is.
 * @type {Readonly<Record<Field, (known: Known) => boolean>>}
 */
export const MATTERS = {
  insured: always,
  year: always,
  age: always,
  place: always,
  cover_abroad: ({ situation, worlds }) => situation.place === "abroad" && worlds.length > 0,
  care: ({ worlds }) => worlds.length > 0,
  referral: ({ worlds }) => worlds.some((world) => world.care === "specialist"),
  repeat: ({ worlds }) => worlds.length > 0,
  contracted: ({ situation, worlds }) => situation.place !== "abroad" && worlds.length > 0,
  bill: always,
  reimbursed_percentage: ({ isInPart }) => isInPart,
  percentage_of: ({ situation, isInPart }) => isInPart && situation.tariff !== undefined && !isSameOfBoth(situation),
  tariff: ({ situation, isInPart }) => isInPart && situation.reimbursed_percentage !== 0,
  deductible_used: ({ isCharged }) => isCharged,
  voluntary_deductible: ({ situation, amounts, isCharged }) => isCharged && !isUsedUp(situation, amounts),
  compulsory_deductible: ({ situation, amounts, isCharged }) => isCharged && !isUsedUp(situation, amounts),
  advance: ({ worlds }) => worlds.length === 0,
};

/**
 * Tell whether the answer to a question makes a difference to the outcome, whatever that answer is.
 * @param {Field} field
 * @param {Situation} situation what is known of the other fields
 * @param {Amounts} amounts
 * @returns {boolean}
 */
export function matters(field, situation, amounts) {
  const worlds = worldsOf({ ...situation, [field]: UNKNOWN }, amounts).filter((world) => world.isCovered);
  const isInPart = worlds.some((world) => !world.isFull);
  const isCharged = worlds.some((world) => world.hasDeductible);
  return MATTERS[field]({ situation, amounts, worlds, isInPart, isCharged });
}

/**
 * Tell whether the percentage of the bill and of the tariff are one amount: all, nothing, or the bill not below the
 * tariff.
 * @param {Situation} situation
 */
function isSameOfBoth({ reimbursed_percentage: percentage, tariff, bill }) {
  return (
    percentage === 0 || percentage === 100 || (typeof bill === "number" && typeof tariff === "number" && bill >= tariff)
  );
}

/**
 * Tell whether nothing of the deductible can be left, whatever deductible the person has.
 * @param {Situation} situation
 * @param {Amounts} amounts
 */
function isUsedUp({ year, deductible_used: used }, amounts) {
  const known = amounts.years[String(year)];
  return (
    Boolean(known) && typeof used === "number" && used >= known.compulsory.euro + Math.max(...known.voluntary.euro)
  );
}

/* What is known. */

/**
 * Refuse a table of questions of which one has no rule here, or lacks.
 * @param {Question[]} questions
 */
function checkQuestions(questions) {
  const asked = questions.map(({ field }) => String(field));
  const without = asked.filter((field) => !Object.hasOwn(MATTERS, field));
  const lacking = Object.keys(MATTERS).filter((field) => !asked.includes(field));
  if (without.length > 0) throw new Error(`no rule in cost-estimate.mjs for: ${without.join(", ")}`);
  if (lacking.length > 0) throw new Error(`a rule in cost-estimate.mjs and no question: ${lacking.join(", ")}`);
}

/**
 * @param {Year} year
 * @param {Readonly<Record<string, Rule>>} rules
 * @returns {Rule}
 */
function ruleOf({ rule: { name } }, rules) {
  if (!Object.hasOwn(rules, name)) throw new Error(`no rule of the law is called ${name}`);
  return rules[name];
}

/**
 * Refuse what cannot be used.
 * @param {Situation} situation
 * @param {Amounts} amounts
 * @returns {Year} the amounts of the year
 */
function check(situation, amounts) {
  const needed = amounts.questions.filter(({ field, must }) => must && field !== "insured");
  for (const { field } of needed) {
    if (!isKnown(situation[field])) throw new SituationError(field, "missing");
  }
  const year = Object.hasOwn(amounts.years, String(situation.year)) ? amounts.years[String(situation.year)] : undefined;
  if (!year) throw new SituationError("year", "no-amount");
  /** @type {Record<string, { choices?: Answer[], most?: number }>} */
  const limits = {
    ...Object.fromEntries(amounts.questions.map((question) => [question.field, question])),
    ...limitsOf(year, situation),
  };
  for (const [field, answer] of Object.entries(situation)) {
    const { choices, most } = Object.hasOwn(limits, field) ? limits[field] : {};
    if (choices) checkChoice(field, answer, choices);
    else if (most !== undefined) checkNumber(field, answer, most);
    else throw new SituationError(field, "no-field");
  }
  return year;
}

/**
 * Return what may be answered where the amounts of the year tell.
 * @param {Year} year
 * @param {Situation} situation
 * @returns {Record<string, { choices?: Answer[], most?: number }>}
 */
function limitsOf(year, situation) {
  return {
    year: { choices: [Number(situation.year)] },
    voluntary_deductible: { choices: [0, ...year.voluntary.euro] },
    compulsory_deductible: { most: year.compulsory.euro },
  };
}

/**
 * @param {string} field
 * @param {Answer} answer
 * @param {Answer[]} choices
 */
function checkChoice(field, answer, choices) {
  if (isKnown(answer) && !choices.includes(answer)) throw new SituationError(field, "no-choice");
}

/**
 * @param {string} field
 * @param {Answer} answer
 * @param {number} most in euros or per cent
 */
function checkNumber(field, answer, most) {
  if (!isKnown(answer)) return;
  if (typeof answer !== "number" || Number.isNaN(answer)) throw new SituationError(field, "no-number");
  if (answer < 0) throw new SituationError(field, "too-low", 0);
  if (answer > most) throw new SituationError(field, "too-high", most);
  if (hundredths(answer) / 100 !== answer) throw new SituationError(field, "parts-of-cents");
}

/**
 * Return the ways in which the insurer can see the situation, one for each way of filling in the choices.
 * @param {Situation} situation
 * @param {Amounts} amounts
 * @returns {World[]}
 */
function worldsOf(situation, amounts) {
  const isAbroad = situation.place === "abroad";
  const of = situation.tariff === undefined ? "bill" : (situation.percentage_of ?? "bill");
  /** @type {Situation} */
  const fields = {
    care: situation.care,
    referral: situation.referral,
    repeat: situation.repeat,
    cover_abroad: isAbroad ? situation.cover_abroad : "none",
    contracted: isAbroad ? false : situation.contracted,
    percentage_of: of,
  };
  return completions(fields, amounts.questions).map(
    ({ care, referral, repeat, cover_abroad: cover, contracted, percentage_of }) => {
      const isSupplementary = isAbroad && cover === "supplementary";
      return {
        care: String(care),
        isCovered: !repeat && (care === "gp" || Boolean(referral)) && !(isAbroad && cover === "none"),
        isFull: isSupplementary || Boolean(contracted),
        of: String(percentage_of),
        hasDeductible: situation.age !== "child" && care !== "gp" && !isSupplementary,
      };
    },
  );
}

/**
 * Return every way of filling in the choices that are not known.
 * @param {Situation} fields
 * @param {Question[]} questions
 * @returns {Situation[]}
 */
function completions(fields, questions) {
  /** @type {Situation[]} */
  const none = [{}];
  return Object.entries(fields).reduce((known, [field, answer]) => {
    const answers = isKnown(answer) ? [answer] : choicesOf(field, questions);
    return answers.flatMap((choice) => known.map((some) => ({ ...some, [field]: choice })));
  }, none);
}

/**
 * @param {string} field
 * @param {Question[]} questions
 * @returns {Answer[]}
 */
function choicesOf(field, questions) {
  const choices = questions.find((question) => question.field === field)?.choices;
  if (!choices) throw new Error(`the question ${field} has no choices`);
  return choices;
}

/**
 * Return the lowest and the highest that each amount can be, in cents (the percentage in hundredths).
 * @param {Situation} situation
 * @param {Year} year
 * @returns {AllEnds}
 */
function endsOf(situation, year) {
  const most = hundredths(Math.max(0, ...year.voluntary.euro));
  const compulsory = endsOfAnswer(
    situation.compulsory_deductible ?? year.compulsory.euro,
    hundredths(year.compulsory.euro),
  );
  const voluntary = endsOfAnswer(situation.voluntary_deductible ?? 0, most);
  const used = endsOfAnswer(situation.deductible_used, Infinity);
  const whole = { low: compulsory.low + voluntary.low, high: compulsory.high + voluntary.high };
  return {
    bill: endsOfAnswer(situation.bill, Infinity),
    percentage: endsOfAnswer(situation.reimbursed_percentage, WHOLE),
    tariff:
      situation.tariff === undefined ? { low: Infinity, high: Infinity } : endsOfAnswer(situation.tariff, Infinity),
    compulsory,
    voluntary,
    used,
    whole,
    open: { low: Math.max(0, whole.low - used.high), high: Math.max(0, whole.high - used.low) },
  };
}

/**
 * @param {Answer} answer in euros, or per cent
 * @param {number} highest in cents, or hundredths
 * @returns {Ends}
 */
function endsOfAnswer(answer, highest) {
  if (!isKnown(answer)) return { low: 0, high: highest };
  const known = hundredths(Number(answer));
  return { low: known, high: known };
}

/* What follows from it. */

/** @param {number} cents */
function finite(cents) {
  return cents === Infinity ? null : cents;
}

/**
 * Return the range of a part over all worlds. Each part only rises, or only falls, with each amount, so that its ends
 * lie at ends of the amounts.
 * @param {Part} part
 * @param {Rule} rule
 * @param {World[]} worlds
 * @param {AllEnds} ends
 * @returns {Range}
 */
function rangeOf(part, { split, growsWith }, worlds, ends) {
  /** @param {1 | -1} side */
  const corner = (side) => {
    /** @param {Measure} measure */
    const end = (measure) => ends[measure][growsWith[part][measure] === side ? "high" : "low"];
    return { bill: end("bill"), percentage: end("percentage"), tariff: end("tariff"), open: end("open") };
  };
  const low = Math.min(...worlds.map((world) => split(world, corner(-1))[part]));
  const high = Math.max(...worlds.map((world) => split(world, corner(1))[part]));
  return { low, high: finite(high) };
}

/**
 * Not reimbursed: what the hospital asks beforehand, and what is then still to pay, or comes back (below zero).
 * @param {Situation} situation
 * @param {Ends} bill
 * @returns {Advance}
 */
function advanceOf({ advance }, bill) {
  if (typeof advance !== "number") return {};
  const asked = hundredths(advance);
  return {
    pay_in_advance: { low: asked, high: asked },
    settle_later: { low: bill.low - asked, high: finite(bill.high - asked) },
  };
}

/**
 * Return what to ask whom, each question once, in the order of what they can change.
 * @param {Situation} situation
 * @param {Amounts} amounts
 * @returns {Ask[]}
 */
function questionsOf(situation, amounts) {
  const open = amounts.questions.filter(
    ({ field, usual }) => situation[field] === UNKNOWN || (situation[field] === undefined && !usual),
  );
  const counting = open.filter(({ field }) => field !== "insured" && matters(field, situation, amounts));
  const ranked = counting.sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  const asks = asksOf(ranked);
  return asks.filter(({ code }, index) => asks.findIndex((other) => other.code === code) === index);
}

/**
 * Return what to ask whom about questions of the form.
 * @param {Question[]} questions
 * @returns {Ask[]}
 */
export function asksOf(questions) {
  return questions.flatMap(({ field, ask = [] }) => ask.map(([to, code]) => ({ field, to, code })));
}
