/**
 * A list to take along as a sheet: what stands on paper, and what is copied. Pure: no page.
 *
 * @typedef {import("./tool-state.mjs").State} State
 * @typedef {import("./tool-state.mjs").Line} Line
 * @typedef {{ text: string, help: string, mark: string, isDone: boolean, answers: string[] }} Row
 * @typedef {{
 *   title: string, heads: string[], columns: string[], hasBoxes: boolean, hasMarks: boolean, isCards: boolean,
 *   parts: { title: string, rows: Row[] }[],
 * }} Sheet
 * @typedef {{
 *   kind: string, title: string, heads: string[], parts: { id: string, title: string }[], names: string[], weights: string[],
 *   helps: Record<string, string>, day: (date: string) => string,
 * }} Names
 */

/** @type {Row} */
const EMPTY_ROW = { text: "", help: "", mark: "", isDone: false, answers: [] };
const LINES_TO_WRITE_ON = 10; // on a sheet for which nothing was chosen

/**
 * Return the sheet of a state. A blank one has the lines and no answers; one of what is filled in leaves out the lines
 * without any, if there is an answer at all. Chosen lines are numbered through, as the reader put them in order.
 * @param {State} state
 * @param {Names} names how the page calls things
 * @param {{ isBlank?: boolean, isFilled?: boolean }} wanted
 * @returns {Sheet}
 */
export function sheetOf(state, names, { isBlank = false, isFilled = false }) {
  const lines = isFilled && !isBlank && state.lines.some(hasAnswer) ? state.lines.filter(hasAnswer) : state.lines;
  const count = names.kind === "compare" ? (state.isThree ? 3 : 2) : 0;
  const columns = names.names.slice(0, count).map((name, at) => (isBlank ? "" : state.names[at]) || name);
  const parts = names.parts.map(({ id, title }) => ({
    title,
    rows: lines.filter(({ part }) => part === id).map((line) => rowOf(line, state, names, isBlank)),
  }));
  if (names.kind === "choose") return { ...sheetOfChosen(lines, names), columns };
  return {
    title: names.title,
    heads: [],
    columns,
    hasBoxes: names.kind === "steps",
    hasMarks: count > 0 && parts.some(({ rows }) => rows.some(({ mark }) => mark)),
    isCards: names.kind === "cards",
    parts: parts.filter(({ rows }) => rows.length > 0),
  };
}

/** @param {Line} line */
function hasAnswer({ answers }) {
  return answers.some((answer) => answer.trim());
}

/**
 * @param {Line[]} lines
 * @param {Names} names
 */
function sheetOfChosen(lines, { title, heads, parts }) {
  const titles = new Map(parts.map((part) => [part.id, part.title]));
  const rows = lines.map(({ text, part }) => ({ ...EMPTY_ROW, text, mark: titles.get(part) ?? "" }));
  const shown = rows.length > 0 ? rows : Array.from({ length: LINES_TO_WRITE_ON }, () => EMPTY_ROW);
  return { title, heads, hasBoxes: false, hasMarks: false, isCards: false, parts: [{ title: "", rows: shown }] };
}

/**
 * @param {Line} line
 * @param {State} state
 * @param {Names} names
 * @param {boolean} isBlank
 * @returns {Row}
 */
function rowOf(line, { isThree, isWeighed }, names, isBlank) {
  const row = { ...EMPTY_ROW, text: line.text, help: names.helps[line.id] ?? "", answers: ["", "", ""].slice(0, isThree ? 3 : 2) };
  if (isBlank) return row;
  if (names.kind === "compare") {
    const mark = isWeighed && line.weight > 0 ? names.weights[line.weight] : "";
    return { ...row, mark, answers: row.answers.map((_, at) => line.answers[at] ?? "") };
  }
  return names.kind === "steps" ? { ...row, isDone: line.isTicked, mark: line.date && names.day(line.date) } : row;
}

/**
 * Return a sheet as text, a line for each line.
 * @param {Sheet} sheet
 */
export function textOf({ title, columns, hasBoxes, parts }) {
  const blocks = parts.map((part) => [part.title, ...part.rows.flatMap((row, at) => rowText(row, at, columns, hasBoxes))].filter(Boolean));
  return [title, ...blocks.map((lines) => lines.join("\n"))].join("\n\n");
}

/**
 * @param {Row} row
 * @param {number} at
 * @param {string[]} columns
 * @param {boolean} hasBoxes
 */
function rowText({ text, mark, isDone, answers }, at, columns, hasBoxes) {
  const marked = mark ? `${text} (${mark})` : text;
  if (hasBoxes) return [`${isDone ? "☑" : "☐"} ${marked}`];
  if (columns.length === 0) return [`${at + 1}. ${marked}`];
  return [marked, ...columns.map((name, column) => `- ${name}: ${answers[column]}`)];
}
