/**
 * The answer as a bar: who pays which part of the bill, what is certain and what is open. Made from the same numbers as
 * the sentence and the calculation; what it shows is also said in words, so the drawing is hidden from who hears the
 * page.
 *
 * @typedef {import("./cost-estimate.mjs").Estimate} Estimate
 * @typedef {import("./cost-estimate.mjs").Range} Range
 * @typedef {"deductible" | "gap" | "open" | "insurer"} Part
 * @typedef {{ part: Part, start: number, width: number }} Segment in hundredths of a per cent
 * @typedef {{ part: Part, words: string, range: Range | null }} BarLine a part in words: the name of its words, and how
 *   much
 * @typedef {{ segments: Segment[], lines: BarLine[] }} Bar
 */

import { WHOLE } from "./cost-rules.mjs";

const PIECES = [
  [88_00, 93_00],
  [95_00, 98_00],
]; // in which a bar without end ends
const GAP = 2_00;

/**
 * Return the bar of an estimate; without parts where the bill is nothing.
 * @param {Pick<Estimate, "patient" | "insurer" | "gap" | "deductible_charged" | "isWholeBill" | "bill">} found
 * @returns {Bar}
 */
export function barOf(found) {
  const { bill, patient, insurer } = found;
  if (bill.high === null || patient.high === null) return endless(found);
  /** @type {[Part, string, number][]} */
  const parts = [
    ...certainOf(found),
    ["open", "bar_open", patient.high - patient.low],
    ["insurer", "part_insurer", insurer.low],
  ];
  const lines = parts.filter(([, , cents]) => cents > 0);
  return {
    segments: segmentsOf(lines.map(([part, , cents]) => [part, cents])),
    lines: lines.map(([part, words, cents]) => ({ part, words, range: { low: cents, high: cents } })),
  };
}

/**
 * Return what the patient pays in any case, as one part where it is not certain why.
 * @param {Pick<Estimate, "patient" | "gap" | "deductible_charged">} found
 * @returns {[Part, string, number][]}
 */
function certainOf({ patient, gap, deductible_charged: charged }) {
  if (charged.low + gap.low < patient.low) return [["deductible", "bar_certain", patient.low]];
  return [
    ["deductible", "part_deductible_charged", charged.low],
    ["gap", "part_gap", gap.low],
  ];
}

/**
 * Of a bill that nobody knows the end is open: it shows the most that the patient pays, and who pays what comes above
 * it.
 * @param {Pick<Estimate, "patient" | "isWholeBill">} found
 * @returns {Bar}
 */
function endless({ patient, isWholeBill }) {
  if (patient.high === null) {
    const part = isWholeBill ? "gap" : "open";
    return { segments: broken(part, 0), lines: [{ part, words: isWholeBill ? "bar_whole" : "bar_open", range: null }] };
  }
  if (patient.high === 0)
    return { segments: broken("insurer", 0), lines: [{ part: "insurer", words: "part_insurer", range: null }] };
  return {
    segments: [{ part: "open", start: 0, width: WHOLE / 2 }, ...broken("insurer", WHOLE / 2)],
    lines: [
      { part: "open", words: "bar_you", range: patient },
      { part: "insurer", words: "bar_above", range: null },
    ],
  };
}

/**
 * Return parts that together fill a bar; one too small to be seen is left out.
 * @param {[Part, number][]} parts in cents
 * @returns {Segment[]}
 */
function segmentsOf(parts) {
  const bill = parts.reduce((sum, [, cents]) => sum + cents, 0);
  let paid = 0;
  const segments = parts.map(([part, cents]) => {
    const start = Math.floor((WHOLE * paid) / bill);
    paid += cents;
    return { part, start, width: Math.floor((WHOLE * paid) / bill) - start };
  });
  return segments.filter(({ width }) => width > 0);
}

/**
 * Return a part that goes on without a known end: it ends in pieces.
 * @param {Part} part
 * @param {number} start
 * @returns {Segment[]}
 */
function broken(part, start) {
  const pieces = PIECES.map(([from, to]) => ({ part, start: from, width: to - from }));
  return [{ part, start, width: PIECES[0][0] - GAP - start }, ...pieces];
}

/**
 * Draw a bar.
 * @param {Segment[]} segments
 */
export function drawBar(segments) {
  return drawing("bar", "100%", "28", segments);
}

/**
 * Draw the pattern of a part, for beside its words.
 * @param {Part} part
 */
export function drawSwatch(part) {
  return drawing("bar-swatch", "24", "16", [{ part, start: 0, width: WHOLE }]);
}

/**
 * @param {string} name
 * @param {string} width
 * @param {string} height
 * @param {Segment[]} segments
 */
function drawing(name, width, height, segments) {
  const svg = drawn("svg", { class: name, "aria-hidden": "true", width, height });
  const rects = segments.map(({ part, start, width: wide }) =>
    drawn("rect", {
      class: `bar-${part}`,
      x: `${start / 100}%`,
      width: `${wide / 100}%`,
      height: "100%",
      fill: `url(#bar-${part})`,
    }),
  );
  svg.append(...rects);
  return svg;
}

/**
 * @param {"svg" | "rect"} name
 * @param {Record<string, string>} attributes
 */
function drawn(name, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
