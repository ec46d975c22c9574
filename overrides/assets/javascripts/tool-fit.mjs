/**
 * How a sheet fits on paper: with the largest letters with which it is one. Pure: no page.
 *
 * @typedef {import("./tool-sheet.mjs").Sheet} Sheet
 * @typedef {import("./tool-sheet.mjs").Row} Row
 * @typedef {{ name: string, letters: number, room: number }} Size of the letters, and what is left to write on, in points
 * @typedef {(text: string) => string} Beside what stands with a text in another language; nothing where that is all
 */

const PAPER = { width: 493, height: 735 }; // upright, within its margins, in points
const ACROSS = { width: 762, height: 510 };
/** @type {Size[]} */
const QUESTIONS = [{ name: "is-large", letters: 13, room: 24 }, { name: "", letters: 11, room: 16 }, { name: "is-full", letters: 10.5, room: 8 }];
/** @type {Size[]} */
const STEPS = QUESTIONS.map((size) => ({ ...size, room: 5 }));
/** @type {Size[]} */
const TABLE = [{ name: "is-large", letters: 11, room: 16 }, { name: "", letters: 9, room: 16 }, { name: "is-full", letters: 8.5, room: 11 }];
const LINE = 1.35; // of the height of letters
const WIDTH = 0.52; // of letters, as a part of their height
const BESIDE = 0.85; // what stands with a text is smaller
const TITLE = 32;
const HEAD = 27;
const PART = 30;

/**
 * Return how a sheet fits: the name of its size, and on how many sheets of paper it comes.
 * @param {Sheet} sheet
 * @param {boolean} isAcross
 * @param {Beside} beside
 */
export function fitOf(sheet, isAcross, beside) {
  const paper = isAcross ? ACROSS : PAPER;
  const sizes = sheet.columns.length > 0 ? TABLE : sheet.hasBoxes ? STEPS : QUESTIONS;
  const shares = sizes.map((size) => ({ size, share: shareOf(sheet, size, paper, beside) }));
  const { size, share } = shares.find((one) => one.share <= 1) ?? shares[shares.length - 1];
  return { name: size.name, count: Math.ceil(share) };
}

/**
 * Return how much of a paper a sheet takes.
 * @param {Sheet} sheet
 * @param {Size} size
 * @param {{ width: number, height: number }} paper
 * @param {Beside} beside
 */
function shareOf({ heads, columns, parts, markTitle }, size, { width, height }, beside) {
  const marks = markTitle === null ? 0 : 60;
  const first = columns.length > 0 ? width * 0.35 : width - 20;
  const other = (width - first - marks) / (columns.length || 1);
  const rows = parts.flatMap((part) => part.rows.map((row) => heightOf({ ...row, answers: row.answers.slice(0, columns.length) }, size, first, other, beside)));
  const titles = columns.length > 0 ? (parts.length + 1) * (size.letters * LINE + 4) : parts.filter(({ title }) => title).length * PART;
  const all = rows.reduce((sum, one) => sum + one, TITLE + titles + heads.length * HEAD);
  return all / height;
}

/**
 * @param {Row} row
 * @param {Size} size
 * @param {number} first how wide its words may be
 * @param {number} other how wide each answer may be
 * @param {Beside} beside
 */
function heightOf({ text, help, mark, answers }, { letters, room }, first, other, beside) {
  const line = letters * LINE;
  const said = [text, help].filter(Boolean).join(" ");
  const also = [text, help].map(beside).filter(Boolean).join(" ");
  const words = lines(`${also || said} ${answers.length > 0 ? "" : mark}`, letters, first) * line;
  const both = words + (also ? lines(said, letters * BESIDE, first) * line * BESIDE : 0);
  if (answers.length === 0) return both + room;
  return Math.max(both, room, ...answers.map((answer) => lines(answer, letters, other - 8) * line)) + 5;
}

/**
 * Return on how many lines a text comes.
 * @param {string} text
 * @param {number} letters
 * @param {number} width
 */
function lines(text, letters, width) {
  const most = Math.floor(width / (letters * WIDTH));
  return text.trim().split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / most)), 0);
}
