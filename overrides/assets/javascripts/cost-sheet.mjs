/**
 * The page to take along: the situation, the answer, why, and what to ask whom.
 *
 * @typedef {import("./cost-answers.mjs").Answers} Answers
 * @typedef {import("./cost-answers.mjs").Way} Way
 * @typedef {import("./cost-estimate.mjs").Ask} Ask
 * @typedef {import("./cost-estimate.mjs").Field} Field
 * @typedef {import("./cost-result.mjs").LineInWords} LineInWords
 * @typedef {{
 *   says: string, lines: LineInWords[], notes: string[], asks: Ask[], answers: Answers, touched: Set<Field>,
 * }} Content
 */

import { replyOf } from "./cost-answers.mjs";
import { element, find, findAll, put } from "./dom.mjs";
import { fill } from "./fill.mjs";

/** The page to take along, as it stands folded below the answer. */
export class Sheet {
  /**
   * @param {HTMLElement} sheet
   * @param {Way} way
   */
  constructor(sheet, way) {
    this.sheet = sheet;
    this.way = way;
  }

  /** @param {Content} content */
  show({ says, lines, notes, asks, answers, touched }) {
    find(this.sheet, ".cost-sheet-says", HTMLElement).textContent = says;
    this.fill("answers", "dl", this.situation(answers, touched));
    const known = lines.filter(({ line }) => line.high !== null);
    this.fill("lines", "dl", known.flatMap(({ what, amount }) => pair(what, amount)));
    this.fill("mind", "ul", notes.map((note) => element("li", note)));
    const year = String(replyOf(answers, "year").value);
    for (const group of findAll(this.sheet, "[data-to]")) {
      const mine = asks.filter(({ to }) => to === group.dataset.to);
      group.hidden = mine.length === 0;
      find(group, "ul", HTMLElement).replaceChildren(...mine.map((ask) => this.askLine(ask, "li", year)));
    }
    put(find(this.sheet, "[data-nothing]", HTMLElement), asks.length === 0 ? this.way.words.ask_nothing : "");
  }

  /**
   * @param {string} name
   * @param {"dl" | "ul"} list
   * @param {HTMLElement[]} items
   */
  fill(name, list, items) {
    const part = find(this.sheet, `[data-part=${name}]`, HTMLElement);
    part.hidden = items.length === 0;
    find(part, list, HTMLElement).replaceChildren(...items);
  }

  /**
   * Return what the reader has answered, and in one line what was taken as usual.
   * @param {Answers} answers
   * @param {Set<Field>} touched
   */
  situation(answers, touched) {
    const known = answers.path.map((field) => ({ field, ...replyOf(answers, field) })).filter(({ isAnswered }) => isAnswered);
    const own = known.filter(({ field, isGiven }) => isGiven || touched.has(field));
    const usual = known.filter((reply) => !own.includes(reply)).map(({ chip }) => chip);
    const rows = own.flatMap(({ short, text }) => pair(short, text));
    return usual.length === 0 ? rows : [...rows, ...pair(this.way.words.sheet_usual, usual.join(", "))];
  }

  /**
   * Return the words that say whom to ask.
   * @param {Ask} ask
   */
  whom({ to }) {
    return find(this.sheet, `[data-to=${to}] strong`, HTMLElement).textContent;
  }

  /**
   * Return what to ask, in the language of the country, with that of the page beside it.
   * @param {Ask} ask
   * @param {"li" | "p"} name
   * @param {string} year
   */
  askLine({ code }, name, year) {
    const { data, words } = this.way;
    const own = fill(words[`ask_${code}`], { year });
    const source = data.asks_in_source[code];
    const asked = source ? element("span", fill(source, { year })) : null;
    if (asked) asked.lang = data.source_lang;
    return element(name, ...(asked ? [asked, ` (${own})`] : [own]));
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function pair(name, text) {
  return [element("dt", name), element("dd", text)];
}
