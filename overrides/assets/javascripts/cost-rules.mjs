/**
 * How the law divides a bill between patient and insurer, by the name of the rule; which rule holds in a year stands in
 * the data. Pure. A rule is never changed for another time: a new law is a new rule, beside the old one.
 *
 * @typedef {{ care: string, isCovered: boolean, isFull: boolean, of: string, hasDeductible: boolean }} World one way in
 *   which the insurer can see a situation; `of` is what a percentage is taken of, "bill" or "tariff"
 * @typedef {"bill" | "percentage" | "tariff" | "open"} Measure `open` is the deductible that is still open
 * @typedef {Record<Measure, number>} Measures in whole cents, the percentage in hundredths; Infinity without a bound
 * @typedef {"reimbursable" | "gap" | "deductible_charged" | "patient" | "insurer"} Part
 * @typedef {Record<Part, number>} Parts in whole cents; Infinity without a bound
 * @typedef {{ split: (world: World, measures: Measures) => Parts, growsWith: Record<Part, Record<Measure, number>> }}
 * Rule `growsWith` says which end of each measure makes a part largest: 1 the high one, -1 the low one, 0 either; the
 *   ends of the ranges rest on it
 */

export const WHOLE = 100_00;

/**
 * The percentage comes first, and only what is left of it counts for the deductible, all of which one bill can take:
 * Zorgverzekeringswet, article 23(2).
 * @type {Rule}
 */
const wholeDeductible = {
  growsWith: {
    reimbursable: { bill: 1, percentage: 1, tariff: 1, open: 0 },
    gap: { bill: 1, percentage: -1, tariff: -1, open: 0 },
    deductible_charged: { bill: 1, percentage: 1, tariff: 1, open: 1 },
    patient: { bill: 1, percentage: -1, tariff: -1, open: 1 },
    insurer: { bill: 1, percentage: 1, tariff: 1, open: -1 },
  },
  split(world, { bill, percentage, tariff, open }) {
    const reimbursable = world.isCovered ? reimbursed(world, bill, percentage, tariff) : 0;
    const gap = bill === Infinity ? gapOfEndless(world, percentage, tariff) : bill - reimbursable;
    const charged = world.hasDeductible ? Math.min(open, reimbursable) : 0;
    return { reimbursable, gap, deductible_charged: charged, patient: gap + charged, insurer: reimbursable - charged };
  },
};

/** @type {Readonly<Record<string, Rule>>} */
export const RULES = { "whole-deductible": wholeDeductible };

/**
 * Return what the insurer takes into account of a bill, in cents; Infinity where that has no bound.
 * @param {World} world
 * @param {number} bill
 * @param {number} percentage
 * @param {number} tariff
 * @returns {number}
 */
function reimbursed(world, bill, percentage, tariff) {
  if (world.isFull) return bill;
  return world.of === "bill" ? share(percentage, Math.min(bill, tariff)) : Math.min(bill, share(percentage, tariff));
}

/**
 * Return what the insurer does not take into account of a bill without bound: nothing, or everything above some amount.
 * @param {World} world
 * @param {number} percentage
 * @param {number} tariff
 * @returns {number}
 */
function gapOfEndless(world, percentage, tariff) {
  const isPaid = world.isFull || (percentage === WHOLE && tariff === Infinity);
  return world.isCovered && isPaid ? 0 : Infinity;
}

/**
 * Return a percentage of an amount, rounded down to a cent; in two steps, so that no amount is too large to be exact.
 * @param {number} percentage
 * @param {number} amount
 * @returns {number}
 */
function share(percentage, amount) {
  if (percentage === 0 || amount === 0) return 0;
  if (amount === Infinity) return Infinity;
  return percentage * Math.floor(amount / WHOLE) + Math.floor((percentage * (amount % WHOLE)) / WHOLE);
}
