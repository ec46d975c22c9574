/**
 * An estimate in words. Pure: words and numbers in, texts out.
 *
 * @typedef {import("./cost-estimate.mjs").Estimate} Estimate
 * @typedef {import("./cost-estimate.mjs").Range} Range
 * @typedef {import("./cost-lines.mjs").Line} Line
 * @typedef {Record<string, string>} Words
 * @typedef {ReturnType<typeof import("./amount.mjs").writer>} Writer
 */

/**
 * Fill in what stands between braces.
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * Return the answer in one sentence.
 * @param {Estimate} estimate
 * @param {Words} words
 * @param {Writer} write
 */
export function sentence({ patient, isCertain, isWholeBill }, words, write) {
  const { low, high } = patient;
  if (high === null) return isWholeBill ? words.says_whole_unknown : words.says_no_limit;
  const kind = low !== high ? (low === 0 ? "at_most" : "between") : high === 0 ? "nothing" : isWholeBill ? "whole" : "exact";
  const code = isCertain || kind === "whole" ? `says_${kind}` : `says_${kind}_count_on`;
  return fill(words[code], { low: write.number(low), high: write.euro(high) });
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
  return fill(words[low === 0 ? "amount_at_most" : "amount_between"], { low: write.number(low), high: write.euro(high) });
}

/**
 * Return what a line of the calculation says: what, how much, and where that comes from.
 * @param {Line} line
 * @param {{ words: Words, write: Writer, number: (source: string) => number, isExpected: boolean }} way
 *   `number` gives the number of a source in the list below the calculation
 */
export function lineText(line, { words, write, number, isExpected }) {
  const back = line.code === "settle_later" ? moneyBack(line) : null;
  const values = {
    ...line.values,
    percentage: fill(words.per_cent, { number: write.percentage(Number(line.values.percentage) * 100) }),
  };
  const amount = amountText(back ?? line, words, write);
  return {
    what: fill(words[back ? "line_money_back" : `line_${line.code}`], values),
    amount: isExpected && line.origin === "year" ? fill(words.expected, { amount }) : amount,
    from: [words[`origin_${line.origin}`], sourcesText(line.sources.map(number), words, write)].filter(Boolean).join(". "),
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

/**
 * @param {number[]} numbers
 * @param {Words} words
 * @param {Writer} write
 */
function sourcesText(numbers, words, write) {
  if (numbers.length === 0) return "";
  return fill(numbers.length === 1 ? words.origin_source : words.origin_sources, { numbers: write.list(numbers) });
}
