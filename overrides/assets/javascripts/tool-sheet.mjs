/**
 * A list to take along as a sheet: what stands on paper, and what is copied. Pure: no page.
 *
 * @typedef {import("./tool-state.mjs").State} State
 * @typedef {import("./tool-state.mjs").Line} Line
 * @typedef {{ text: string, help: string, mark: string, answers: string[] }} Row
 * @typedef {{ title: string, columns: string[], hasBoxes: boolean, isCards: boolean, parts: { title: string, rows: Row[] }[] }} Sheet
 * @typedef {{
 *   kind: string, title: string, parts: { id: string, title: string }[], names: string[], weights: string[],
 *   helps: Record<string, string>, day: (date: string) => string,
 * }} Names
 */

/**
 * Return the sheet of a state; a blank one has the lines and no answers.
 * @param {State} state
 * @param {Names} names how the page calls things
 * @param {boolean} isBlank
 * @returns {Sheet}
 */
export function sheetOf(state, names, isBlank) {
  const count = names.kind === "compare" ? (state.isThree ? 3 : 2) : 0;
  const columns = names.names.slice(0, count).map((name, at) => (isBlank ? "" : state.names[at]) || name);
  const parts = names.parts.map(({ id, title }) => ({
    title,
    rows: state.lines.filter(({ part }) => part === id).map((line) => rowOf(line, state, names, isBlank)),
  }));
  return {
    title: names.title,
    columns,
    hasBoxes: names.kind === "steps",
    isCards: names.kind === "cards",
    parts: parts.filter(({ rows }) => rows.length > 0),
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
  const row = { text: line.text, help: names.helps[line.id] ?? "", mark: "", answers: ["", "", ""].slice(0, isThree ? 3 : 2) };
  if (isBlank) return row;
  if (names.kind === "compare") {
    const mark = isWeighed && line.weight > 0 ? names.weights[line.weight] : "";
    return { ...row, mark, answers: row.answers.map((_, at) => line.answers[at] ?? "") };
  }
  const isDone = line.isTicked ? "✓" : "";
  return names.kind === "steps" ? { ...row, mark: [isDone, line.date && names.day(line.date)].filter(Boolean).join(" ") } : row;
}

/**
 * Return a sheet as text, a line for each line.
 * @param {Sheet} sheet
 */
export function textOf({ title, columns, hasBoxes, parts }) {
  const blocks = parts.map((part) => [part.title, ...part.rows.flatMap((row, at) => rowText(row, at, columns, hasBoxes))]);
  return [title, ...blocks.map((lines) => lines.join("\n"))].join("\n\n");
}

/**
 * @param {Row} row
 * @param {number} at
 * @param {string[]} columns
 * @param {boolean} hasBoxes
 */
function rowText({ text, mark, answers }, at, columns, hasBoxes) {
  if (hasBoxes) return [`- ${text}${mark ? ` (${mark})` : ""}`];
  if (columns.length === 0) return [`${at + 1}. ${text}`];
  return [`${text}${mark ? ` (${mark})` : ""}`, ...columns.map((name, column) => `- ${name}: ${answers[column]}`)];
}
