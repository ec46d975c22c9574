/**
 * An estimate in words. Pure: words and numbers in, texts out.
 *
 * @typedef {import("./cost-estimate.mjs").Estimate} Estimate
 * @typedef {import("./cost-estimate.mjs").Range} Range
 * @typedef {import("./cost-lines.mjs").Line} Line
 * @typedef {Record<string, string>} Words
 * @typedef {ReturnType<typeof import("./amount.mjs").writer>} Writer
 */

import { fill } from "./fill.mjs";

/**
 * Return the answer in one sentence, behind one that a hospital here sees nobody without the referral that lacks.
 * @param {Estimate} estimate
 * @param {Words} words
 * @param {Writer} write
 */
export function sentence(estimate, words, write) {
  const codes = estimate.warnings.map(({ code }) => code);
  const isNotSeen = words.says_not_seen && codes.includes("no_referral") && !codes.includes("abroad");
  const says = amountSentence(estimate, words, write);
  return isNotSeen ? `${words.says_not_seen} ${says}` : says;
}

/**
 * @param {Estimate} estimate
 * @param {Words} words
 * @param {Writer} write
 */
function amountSentence({ patient, isCertain, isWholeBill }, words, write) {
  const { low, high } = patient;
  if (high === null) return isWholeBill ? words.says_whole_unknown : words.says_no_limit;
  const kind =
    low !== high ? (low === 0 ? "at_most" : "between") : high === 0 ? "nothing" : isWholeBill ? "whole" : "exact";
  const code = isCertain || kind === "whole" ? `says_${kind}` : `says_${kind}_count_on`;
  return fill(words[code], { low: write.number(low), high: write.euro(high) });
}

/**
 * Return what the highest amount is made of, where that is the answer; or nothing.
 * @param {{ compulsory: number, voluntary: number } | null} highest in cents
 * @param {Words} words
 * @param {Writer} write
 */
export function highestText(highest, words, write) {
  if (!highest) return "";
  return fill(words.highest_is, {
    compulsory: write.euro(highest.compulsory),
    voluntary: write.euro(highest.voluntary),
  });
}

/**
 * Return a range of amounts in words.
 * @param {Range} range
 * @param {Words} words
 * @param {Writer} write
 */
export function amountText({ low, high }, words, write) {
  if (high === null) return words.amount_unknown;
  if (low === high) return write.euro(high);
  return fill(words[low === 0 ? "amount_at_most" : "amount_between"], {
    low: write.number(low),
    high: write.euro(high),
  });
}

/**
 * Return what a line of the calculation says: what, how much, and why.
 * @param {Line} line
 * @param {{ words: Words, write: Writer }} wording
 * @param {boolean} isExpected whether the amounts of the year are not confirmed
 */
export function lineText(line, { words, write }, isExpected) {
  const back = line.code === "settle_later" ? moneyBack(line) : null;
  const code = back ? "money_back" : line.code;
  const values = {
    ...line.values,
    percentage: fill(words.per_cent, { number: write.percentage(Number(line.values.percentage) * 100) }),
  };
  const amount = amountText(back ?? line, words, write);
  return {
    what: fill(words[`line_${code}`], values),
    amount: isExpected && line.origin === "year" ? fill(words.expected, { amount }) : amount,
    why: words[`why_${code}`],
  };
}

/**
 * Return what comes back, where it is certain that something does: an amount below zero, the other way round.
 * @param {Range} range
 * @returns {Range | null}
 */
function moneyBack({ low, high }) {
  return high !== null && high < 0 ? { low: -high, high: -low } : null;
}
