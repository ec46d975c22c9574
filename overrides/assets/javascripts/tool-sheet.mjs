/**
 * A list to take along as a sheet: what stands on paper, and what is copied. Pure: no page.
 *
 * @typedef {import("./tool-state.mjs").State} State
 * @typedef {import("./tool-state.mjs").Line} Line
 * @typedef {{ text: string, help: string, mark: string, isDone: boolean, answers: string[] }} Row
 * @typedef {{
 *   title: string, part: string, heads: string[], columns: string[], hasBoxes: boolean, markTitle: string | null,
 *   isCards: boolean, parts: { title: string, rows: Row[] }[],
 * }} Sheet
 * @typedef {{
 *   kind: string, title: string, heads: string[], callHeads: string[], parts: Part[], names: string[],
 *   weights: string[], markTitle: string, helps: Record<string, string>, day: (date: string) => string,
 * }} Names
 * @typedef {{ id: string, title: string, along: string[], isCalled: boolean }} Part its lines stand on the sheets of
 *   those `along` too
 * @typedef {{ isBlank?: boolean, isFilled?: boolean, isApart?: boolean }} Wanted
 */

/** @type {Row} */
const EMPTY_ROW = { text: "", help: "", mark: "", isDone: false, answers: [] };
const LINES_TO_WRITE_ON = 10; // on a sheet for which nothing was chosen

/**
 * Return the sheets of a state: one, or of chosen lines one for each part that are to stand apart.
 * @param {State} state
 * @param {Names} names how the page calls things
 * @param {Wanted} wanted
 * @returns {Sheet[]}
 */
export function sheetsOf(state, names, wanted) {
  if (names.kind !== "choose") return [sheetOf(state, names, wanted)];
  const parts = wanted.isApart ? partsApart(state.lines, names.parts) : [];
  if (parts.length === 0) return [sheetOfChosen(state.lines, names)];
  return parts.map((part) => sheetOfPart(part, state.lines, names));
}

/**
 * Return the parts that get a sheet: those with a chosen line, and in place of one that goes along, those it goes with.
 * @param {Line[]} lines
 * @param {Part[]} parts
 */
function partsApart(lines, parts) {
  const chosen = new Set(lines.map(({ part }) => part));
  const wanted = new Set(
    parts.filter(({ id }) => chosen.has(id)).flatMap(({ id, along }) => (along.length > 0 ? along : [id])),
  );
  return parts.filter(({ id }) => wanted.has(id));
}

/**
 * Return the sheet of a state. A blank one has the lines and no answers; one of what is filled in leaves out our lines
 * without any, if there is an answer at all. Of cards those that are picked stand there, or all.
 * @param {State} state
 * @param {Names} names
 * @param {Wanted} wanted
 * @returns {Sheet}
 */
function sheetOf(state, names, { isBlank = false, isFilled = false }) {
  const isPicked = names.kind === "cards" && state.lines.some(({ isTicked }) => isTicked);
  const isShort = isFilled && !isBlank && state.lines.some(hasAnswer);
  const isWanted = isPicked
    ? (/** @type {Line} */ line) => line.isTicked
    : (/** @type {Line} */ line) => !isShort || line.isOwn || hasAnswer(line);
  const lines = state.lines.filter(isWanted);
  const count = names.kind === "compare" ? (state.isThree ? 3 : 2) : 0;
  const columns = names.names.slice(0, count).map((name, at) => state.names[at] || name);
  const parts = names.parts.map(({ id, title }) => ({
    title,
    rows: lines.filter(({ part }) => part === id).map((line) => rowOf(line, state, names, isBlank)),
  }));
  const hasMarks = isBlank ? state.isWeighed : parts.some(({ rows }) => rows.some(({ mark }) => mark));
  return {
    title: names.title,
    part: "",
    heads: [],
    columns,
    hasBoxes: names.kind === "steps",
    markTitle: count > 0 && hasMarks ? names.markTitle : null,
    isCards: names.kind === "cards",
    parts: parts.filter(({ rows }) => rows.length > 0),
  };
}

/** @param {Line} line */
function hasAnswer({ answers }) {
  return answers.some((answer) => answer.trim());
}

/**
 * Return a sheet of all chosen lines, each with its part, numbered through as the reader put them in order.
 * @param {Line[]} lines
 * @param {Names} names
 */
function sheetOfChosen(lines, { title, heads, parts }) {
  const titles = new Map(parts.map((part) => [part.id, part.title]));
  return numbered(
    title,
    "",
    heads,
    lines.map(({ text, part }) => ({ ...EMPTY_ROW, text, mark: titles.get(part) ?? "" })),
  );
}

/**
 * Return a sheet of the chosen lines of a part, and of those that stand on its sheet too.
 * @param {Part} part
 * @param {Line[]} lines
 * @param {Names} names
 */
function sheetOfPart({ id, title, isCalled }, lines, names) {
  const here = new Set([id, ...names.parts.filter(({ along }) => along.includes(id)).map((other) => other.id)]);
  const rows = lines.filter(({ part }) => here.has(part)).map(({ text }) => ({ ...EMPTY_ROW, text }));
  return numbered(names.title, title, isCalled ? names.callHeads : names.heads, rows);
}

/**
 * Return a sheet of rows, or one to write on where there are none.
 * @param {string} title
 * @param {string} part
 * @param {string[]} heads
 * @param {Row[]} rows
 * @returns {Sheet}
 */
function numbered(title, part, heads, rows) {
  const shown = rows.length > 0 ? rows : Array.from({ length: LINES_TO_WRITE_ON }, () => EMPTY_ROW);
  return {
    title,
    part,
    heads,
    columns: [],
    hasBoxes: false,
    markTitle: null,
    isCards: false,
    parts: [{ title: "", rows: shown }],
  };
}

/**
 * @param {Line} line
 * @param {State} state
 * @param {Names} names
 * @param {boolean} isBlank
 * @returns {Row}
 */
function rowOf(line, { isThree, isWeighed }, names, isBlank) {
  const row = {
    ...EMPTY_ROW,
    text: line.text,
    help: names.helps[line.id] ?? "",
    answers: ["", "", ""].slice(0, isThree ? 3 : 2),
  };
  if (isBlank) return row;
  if (names.kind === "compare") {
    const mark = isWeighed && line.weight > 0 ? names.weights[line.weight] : "";
    return { ...row, mark, answers: row.answers.map((_, at) => line.answers[at] ?? "") };
  }
  return names.kind === "steps" ? { ...row, isDone: line.isTicked, mark: whenAndWhere(line, names) } : row;
}

/**
 * @param {Line} line
 * @param {Names} names
 */
function whenAndWhere({ date, time, place }, names) {
  return [date && names.day(date), time, place].filter(Boolean).join(", ");
}

/**
 * Return sheets as text, a line for each line.
 * @param {Sheet[]} sheets
 */
export function textOf(sheets) {
  return sheets.map(textOfSheet).join("\n\n");
}

/**
 * Return the title of a sheet, with the part that it is for on a line below.
 * @param {{ title: string, part: string }} sheet
 */
export function titleOf({ title, part }) {
  return [title, part].filter(Boolean).join("\n");
}

/** @param {Sheet} sheet */
function textOfSheet(sheet) {
  const { columns, hasBoxes, parts } = sheet;
  const blocks = parts.map((part) =>
    [part.title, ...part.rows.flatMap((row, at) => rowText(row, at, columns, hasBoxes))].filter(Boolean),
  );
  return [titleOf(sheet), ...blocks.map((lines) => lines.join("\n"))].join("\n\n");
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
