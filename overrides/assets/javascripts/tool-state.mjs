/**
 * What a reader has made of a list to take along, and how it is kept. Pure: no page.
 *
 * A line is one of ours or of the reader's own. What a reader keeps stands under the ids of ours, so that it is found
 * again in the other language and after a word of the list has changed.
 *
 * @typedef {{
 *   id: string, part: string, text: string, isOwn: boolean, isTicked: boolean, date: string, answers: string[],
 *   weight: number, time: string, place: string, isReminded: boolean,
 * }} Line an appointment has a time, a place, and maybe a reminder
 * @typedef {{
 *   lines: Line[], gone: string[], names: string[], isThree: boolean, isWeighed: boolean,
 *   fields: Record<string, string>, open: string[], typed: string[],
 * }} State the parts that are open, and what is typed and not yet a line, are among it
 */

const COLUMNS = 3;
export const WEIGHTS = 3;
const VERSION = 1;
const MOST_LINES = 200;
const MOST_CHARACTERS = 2000;
const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^\d\d:\d\d$/;

/**
 * Return what is kept of a state.
 * @param {State} state
 */
export function keptText(state) {
  return JSON.stringify({ version: VERSION, ...state });
}

/**
 * Return the state that was kept; null where it cannot be read, such as one of an older or newer site.
 * @param {string | null} text
 * @returns {State | null}
 */
export function readKept(text) {
  const kept = parsed(text);
  if (kept?.version !== VERSION || !Array.isArray(kept.lines)) return null;
  return {
    lines: kept.lines.slice(0, MOST_LINES).filter(isLine).map(soundLine),
    gone: textsOf(kept.gone),
    names: textsOf(kept.names).slice(0, COLUMNS),
    isThree: kept.isThree === true,
    isWeighed: kept.isWeighed === true,
    fields: soundFields(kept.fields),
    open: textsOf(kept.open),
    typed: textsOf(kept.typed),
  };
}

/** @param {string | null} text */
function parsed(text) {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** @param {any} line */
function isLine(line) {
  return typeof line?.id === "string" && typeof line.part === "string" && typeof line.text === "string";
}

/**
 * @param {any} line
 * @returns {Line}
 */
function soundLine({ id, part, text, isOwn, isTicked, date, answers, weight, time, place, isReminded }) {
  return {
    id,
    part,
    text: text.slice(0, MOST_CHARACTERS),
    isOwn: isOwn === true,
    isTicked: isTicked === true,
    date: typeof date === "string" && DAY.test(date) ? date : "",
    answers: textsOf(answers).slice(0, COLUMNS),
    weight: Number.isInteger(weight) && weight >= 0 && weight <= WEIGHTS ? weight : 0,
    time: typeof time === "string" && TIME.test(time) ? time : "",
    place: textsOf([place])[0],
    isReminded: isReminded === true,
  };
}

/** @param {unknown} list */
function textsOf(list) {
  const texts = Array.isArray(list) ? list.slice(0, MOST_LINES) : [];
  return texts.map((text) => (typeof text === "string" ? text.slice(0, MOST_CHARACTERS) : ""));
}

/**
 * @param {unknown} fields
 * @returns {Record<string, string>}
 */
function soundFields(fields) {
  const pairs = Object.entries(typeof fields === "object" && fields !== null ? fields : {}).slice(0, MOST_LINES);
  return Object.fromEntries(pairs.map(([name, text]) => [name, textsOf([text])[0]]));
}

/**
 * Return ids in the order that a reader gave them; those that the reader has never seen come last.
 * @param {string[]} ids as the page has them
 * @param {string[]} given
 */
export function inOrder(ids, given) {
  return [...given.filter((id) => ids.includes(id)), ...ids.filter((id) => !given.includes(id))];
}

/**
 * Return the questions of some list that a reader can take into another: those that are not there yet.
 * @param {State | null} from
 * @param {State} to
 */
export function questionsToTake(from, to) {
  const there = new Set(to.lines.map(({ text }) => text));
  return (from?.lines ?? []).map(({ text }) => text).filter((text) => text && !there.has(text));
}
