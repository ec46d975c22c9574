/** What an answer and a range are to all parts of the estimate. */

export const UNKNOWN = "unknown";

/**
 * Return whole cents of euros, or hundredths of a per cent.
 * @param {number} value
 */
export function hundredths(value) {
  return Math.round(value * 100) || 0;
}

/**
 * Tell whether an answer says what is so.
 * @param {unknown} answer
 */
export function isKnown(answer) {
  return answer !== undefined && answer !== UNKNOWN;
}

/**
 * Tell whether the two ends of a range are one amount.
 * @param {{ low: number, high: number | null }} range
 */
export function isExact({ low, high }) {
  return low === high;
}
