/**
 * How an estimate was worked out, line by line, and what to mind: in codes, for which the page has words. Pure.
 *
 * @typedef {import("./cost-estimate.mjs").Answer} Answer
 * @typedef {import("./cost-estimate.mjs").Found} Found
 * @typedef {import("./cost-estimate.mjs").Range} Range
 * @typedef {"answer" | "unknown" | "year" | "hospital" | "rule"} Origin where an amount comes from
 * @typedef {Range & { code: string, origin: Origin, sources: string[], values: Record<string, number | string> }} Line
 * @typedef {{ code: string, values: Record<string, number | string> }} Note
 */

import { isExact, isKnown } from "./cost-values.mjs";

/**
 * The questions on whose answers a line rests, where not on one that is called like the line.
 * @type {Readonly<Record<string, string[]>>}
 */
const FIELDS = {
  reimbursable: ["cover_abroad", "care", "referral", "repeat", "contracted", "reimbursed_percentage", "percentage_of"],
  compulsory: ["compulsory_deductible"],
  voluntary: ["voluntary_deductible"],
  used: ["deductible_used"],
};

/** @type {Range} */
const NOT_KNOWN = { low: 0, high: null };

/**
 * Return the questions on whose answers a line rests.
 * @param {string} code of the line
 */
export function fieldsOf(code) {
  return FIELDS[code] ?? [code];
}

/**
 * Return the lines of the calculation.
 * @param {Found} found
 * @returns {Line[]}
 */
export function linesOf(found) {
  const { situation, ends, parts, advance } = found;
  return [
    line(found, "bill", ends.bill, originOf(situation.bill)),
    ...reimbursedLines(found),
    ...(parts.gap.high === 0 ? [] : [line(found, "gap", partOfBill(found, parts.gap))]),
    ...deductibleLines(found),
    line(found, "patient", parts.patient),
    line(found, "insurer", partOfBill(found, parts.insurer)),
    ...(advance.pay_in_advance ? [line(found, "pay_in_advance", advance.pay_in_advance, "hospital")] : []),
    ...(advance.settle_later ? [line(found, "settle_later", advance.settle_later)] : []),
  ];
}

/**
 * @param {Found} found
 * @param {string} code
 * @param {Range} range
 * @param {Origin} origin
 * @param {Partial<Pick<Line, "sources" | "values">>} more the sources, where they are not those of the code
 * @returns {Line}
 */
function line(
  { amounts },
  code,
  { low, high },
  origin = "rule",
  { sources = amounts.line_sources[code] ?? [], values = {} } = {},
) {
  return { code, low, high: high === Infinity ? null : high, origin, sources, values };
}

/**
 * Return what is known of a part of the bill: nothing, where it can be anything from nothing to all of it.
 * @param {Found} found
 * @param {Range} part
 * @returns {Range}
 */
function partOfBill({ ends }, part) {
  return part.low === 0 && part.high === ends.bill.high && part.high > 0 ? NOT_KNOWN : part;
}

/**
 * @param {Answer} answer
 * @returns {Origin}
 */
function originOf(answer) {
  return isKnown(answer) ? "answer" : "unknown";
}

/** @param {Found} found */
function reimbursedLines(found) {
  const { situation, worlds, ends, parts } = found;
  if (worlds.every((world) => !world.isCovered)) return [line(found, "not_covered", parts.reimbursable)];
  if (worlds.every((world) => world.isCovered && world.isFull))
    return [line(found, "covered_in_full", parts.reimbursable)];
  const of = new Set(worlds.map((world) => world.of));
  const isInPart = worlds.every((world) => world.isCovered && !world.isFull);
  const isPlain = isInPart && of.size === 1 && isKnown(situation.reimbursed_percentage);
  const percentage = { percentage: Number(situation.reimbursed_percentage) };
  const hasTariff = isInPart && situation.tariff !== undefined;
  const kind = of.has("tariff") ? "tariff" : hasTariff ? "bill_up_to_tariff" : "bill";
  return [
    ...(hasTariff ? [line(found, "tariff", ends.tariff, originOf(situation.tariff))] : []),
    isPlain
      ? line(found, `percentage_of_${kind}`, parts.reimbursable, "rule", { values: percentage })
      : line(found, "reimbursable", partOfBill(found, parts.reimbursable)),
  ];
}

/** @param {Found} found */
function deductibleLines(found) {
  const { situation, worlds, ends, parts, year, amounts } = found;
  const covered = worlds.filter((world) => world.isCovered);
  if (!covered.some((world) => world.hasDeductible)) {
    return [line(found, covered.length ? noDeductibleCode(found) : "deductible_not_used", { low: 0, high: 0 })];
  }
  const sources = [...new Set([...year.rule.sources, ...(amounts.line_sources.deductible_charged ?? [])])];
  return [
    compulsoryLine(found),
    ...voluntaryLines(found),
    ...usedLines(found),
    line(found, "open", ends.open, "rule", { values: { year: Number(situation.year) } }),
    line(found, "deductible_charged", parts.deductible_charged, "rule", { sources }),
    ...chargedLines(found),
  ];
}

/** @param {Found} found */
function noDeductibleCode({ situation }) {
  if (situation.age === "child") return "no_deductible_child";
  return situation.care === "gp" ? "no_deductible_gp" : "no_deductible_supplementary";
}

/** @param {Found} found */
function compulsoryLine(found) {
  const { situation, year, ends } = found;
  const answer = situation.compulsory_deductible;
  const origin = answer === undefined ? "year" : originOf(answer);
  const sources = origin === "answer" ? [] : year.compulsory.sources;
  return line(found, "compulsory", ends.compulsory, origin, { sources, values: { year: Number(situation.year) } });
}

/** @param {Found} found */
function voluntaryLines(found) {
  const { situation, year, ends } = found;
  if (ends.voluntary.high === 0) return [];
  const origin = originOf(situation.voluntary_deductible);
  return [
    line(found, "voluntary", ends.voluntary, origin, { sources: origin === "answer" ? [] : year.voluntary.sources }),
  ];
}

/**
 * What is used up, as far as that is known: never more than there is.
 * @param {Found} found
 */
function usedLines(found) {
  const { situation, ends } = found;
  if (ends.used.high === 0) return [];
  const used = Math.min(ends.used.low, ends.whole.high);
  const range = isKnown(situation.deductible_used) ? { low: used, high: used } : NOT_KNOWN;
  return [line(found, "used", range, originOf(situation.deductible_used))];
}

/**
 * The compulsory deductible is charged first; only of exact amounts is it known how much of each.
 * @param {Found} found
 */
function chargedLines(found) {
  const { ends, parts } = found;
  const amounts = [ends.compulsory, ends.voluntary, ends.used, parts.deductible_charged];
  if (ends.voluntary.high === 0 || !amounts.every(isExact)) return [];
  const charged = parts.deductible_charged.low;
  const first = Math.min(charged, Math.max(0, ends.compulsory.low - ends.used.low));
  return [
    line(found, "charged_compulsory", { low: first, high: first }),
    line(found, "charged_voluntary", { low: charged - first, high: charged - first }),
  ];
}

/**
 * Return what to mind.
 * @param {Found} found
 * @returns {Note[]}
 */
export function warningsOf({ situation, year, worlds, ends, parts }) {
  const covered = worlds.filter((world) => world.isCovered);
  const isAbroad = situation.place === "abroad";
  const isCharged = covered.some((world) => world.hasDeductible);
  const isInPart = covered.some((world) => !world.isFull);
  const takesYear = isCharged && typeof situation.compulsory_deductible !== "number";
  const { euro, read, confirmed } = year.compulsory;
  const notes = {
    expected: takesYear && !confirmed,
    no_referral: situation.referral === false && situation.care !== "gp",
    repeat: situation.repeat === true,
    no_cover_abroad: isAbroad && situation.cover_abroad === "none",
    supplementary: isAbroad && situation.cover_abroad === "supplementary" && covered.length > 0,
    abroad: isAbroad,
    gp: situation.care === "gp" && covered.length > 0,
    gap: isInPart && parts.gap.high !== 0,
    tariff_assumed: isInPart && situation.tariff === undefined && situation.reimbursed_percentage !== 0,
    used_up: isCharged && ends.used.low > 0 && ends.used.low >= ends.whole.high,
  };
  const ofYear = { year: Number(situation.year) };
  /** @type {Record<string, Note["values"]>} */
  const values = { expected: { ...ofYear, euro, read }, used_up: ofYear };
  const codes = Object.entries(notes)
    .filter(([, holds]) => holds)
    .map(([code]) => code);
  return codes.map((code) => ({ code, values: values[code] ?? {} }));
}
