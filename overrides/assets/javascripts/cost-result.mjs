/**
 * The answer in the page: one sentence, how it was worked out, and what to ask.
 *
 * @typedef {import("./cost-answers.mjs").Answers} Answers
 * @typedef {import("./cost-answers.mjs").Source} Source
 * @typedef {import("./cost-answers.mjs").Way} Way
 * @typedef {import("./cost-estimate.mjs").Ask} Ask
 * @typedef {import("./cost-estimate.mjs").Estimate} Estimate
 * @typedef {import("./cost-estimate.mjs").Field} Field
 * @typedef {import("./cost-lines.mjs").Line} Line
 * @typedef {{ shortName: (field: Field) => string, change: (field: Field) => void }} Questions how a question is called in
 *   the list of answers, and the way back to it
 */

import { GATE, isUnsure, outcomeOf, replyOf } from "./cost-answers.mjs";
import { element, find, findAll, put } from "./cost-dom.mjs";
import { fill, lineText, sentence } from "./cost-words.mjs";

/** @type {("gap" | "deductible_charged" | "insurer")[]} */
const SPLIT = ["gap", "deductible_charged", "insurer"];

/** The answer, as the reader sees it. */
export class Result {
  /**
   * @param {HTMLElement} section
   * @param {Way} way
   * @param {Questions} questions
   */
  constructor(section, way, questions) {
    this.section = section;
    this.way = way;
    this.questions = questions;
    this.heading = find(section, ".cost-heading", HTMLElement);
    this.says = find(section, ".cost-says", HTMLElement);
    this.details = find(section, ".cost-details", HTMLElement);
    this.copy = find(section, "[data-do=copy]", HTMLElement);
    this.copied = find(section, ".cost-copied", HTMLElement);
    this.texts = { soFar: this.heading.textContent, nothing: this.says.textContent ?? "" };
  }

  /**
   * Show what follows from the answers; how it was worked out only at the end.
   * @param {Answers} answers
   * @param {boolean} isAtEnd whether the reader has come to the end, or has all questions in view
   */
  show(answers, isAtEnd) {
    const outcome = outcomeOf(answers, this.way.data);
    const found = typeof outcome === "string" ? null : outcome;
    const text = this.sentence(outcome);
    if (this.says.textContent !== text) this.says.textContent = text;
    const isEnd = (found !== null && isAtEnd) || outcome === "says_not_insured";
    this.section.dataset.state = isEnd ? "end" : "start";
    this.heading.textContent = isEnd ? (this.heading.dataset.result ?? "") : this.texts.soFar;
    this.details.hidden = found === null || !isAtEnd;
    if (found !== null && isAtEnd) this.showDetails(found, answers);
  }

  /**
   * @param {Estimate | "says_not_insured" | "says_wrong" | "says_nothing_yet"} outcome
   * @returns {string}
   */
  sentence(outcome) {
    if (outcome === "says_nothing_yet") return this.texts.nothing;
    return typeof outcome === "string" ? this.way.words[outcome] : sentence(outcome, this.way.words, this.way.write);
  }

  /**
   * @param {Estimate} found
   * @param {Answers} answers
   */
  showDetails(found, answers) {
    this.showNotes(found, answers, this.part("mind"));
    this.showSplit(found, this.part("split"));
    this.showLines(found, this.part("calculation"));
    this.showAsk(found, answers, this.part("ask"));
    const rows = answers.path.flatMap((field) => this.answerRow(field, replyOf(answers, field).text));
    find(this.part("answers"), "dl", HTMLElement).replaceChildren(...rows);
    this.copied.textContent = "";
  }

  /** @param {string} name */
  part(name) {
    return find(this.details, `[data-part=${name}]`, HTMLElement);
  }

  /**
   * @param {Estimate} found
   * @param {Answers} answers
   * @param {HTMLElement} place
   */
  showNotes({ warnings }, answers, place) {
    const { words, write } = this.way;
    const notes = [...(isUnsure(answers) ? [{ code: "insurance", values: {} }] : []), ...warnings];
    const items = notes.map(({ code, values }) => {
      const shown = "euro" in values ? { ...values, euro: write.euro(Number(values.euro) * 100) } : values;
      return element("li", fill(words[`mind_${code}`], shown));
    });
    place.hidden = notes.length === 0;
    find(place, "ul", HTMLElement).replaceChildren(...items);
  }

  /**
   * The picture stands only with exact amounts; the same numbers stand beside it in words.
   * @param {Estimate} found
   * @param {HTMLElement} place
   */
  showSplit(found, place) {
    const bill = found.lines[0].high;
    place.hidden = !found.isExact || !bill;
    if (!found.isExact || !bill) return;
    const parts = SPLIT.filter((part) => found[part].low > 0);
    const starts = parts.map((_, index) => sum(parts.slice(0, index).map((part) => found[part].low)));
    const items = parts.map((part, index) => {
      const amount = found[part].low;
      const label = element("span", this.way.words[`part_${part}`]);
      const number = element("strong", this.way.write.euro(amount));
      return element("li", label, " ", number, bar((starts[index] / bill) * 100, (amount / bill) * 100, part));
    });
    find(place, "ul", HTMLElement).replaceChildren(...items);
  }

  /**
   * @param {Estimate} found
   * @param {HTMLElement} place
   */
  showLines({ lines, warnings }, place) {
    const { data, words, write } = this.way;
    const ids = [...new Set(lines.flatMap((line) => line.sources))].filter((id) => id in data.sources);
    const way = {
      words,
      write,
      /** @param {string} id */
      number: (id) => ids.indexOf(id) + 1,
      isExpected: warnings.some(({ code }) => code === "expected"),
    };
    const rows = lines.map((line) => lineRow(line, lineText(line, way)));
    find(place, "tbody", HTMLElement).replaceChildren(...rows);
    find(place, "ul", HTMLElement).replaceChildren(...ids.map((id, index) => sourceItem(data.sources[id], index + 1)));
  }

  /**
   * @param {Estimate} found
   * @param {Answers} answers
   * @param {HTMLElement} place
   */
  showAsk({ questions }, answers, place) {
    const { words } = this.way;
    const year = String(replyOf(answers, "year").value);
    const asks = [...(isUnsure(answers) ? this.asksOfGate() : []), ...questions];
    for (const group of findAll(place, "[data-to]")) {
      const mine = asks.filter(({ to }) => to === group.dataset.to);
      group.hidden = mine.length === 0;
      const items = mine.map(({ code }) => element("li", fill(words[`ask_${code}`], { year })));
      find(group, "ul", HTMLElement).replaceChildren(...items);
    }
    put(find(place, "[data-nothing]", HTMLElement), asks.length === 0 ? words.ask_nothing : "");
    this.copy.hidden = asks.length === 0;
  }

  /** @returns {Ask[]} */
  asksOfGate() {
    const gate = this.way.data.questions.find(({ field }) => field === GATE);
    return (gate?.ask ?? []).map(([to, code]) => ({ to, code }));
  }

  /**
   * @param {Field} field
   * @param {string} text
   */
  answerRow(field, text) {
    const name = this.questions.shortName(field);
    const hidden = element("span", name);
    hidden.className = "unseen";
    const change = element("button", `${this.way.words.change} `, hidden);
    change.type = "button";
    change.className = "cost-link";
    change.addEventListener("click", () => this.questions.change(field));
    return [element("dt", name), element("dd", text, " ", change)];
  }
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * Return a bar from `start`, both in per cent of the bill; the numbers stand in words beside it.
 * @param {number} start
 * @param {number} width
 * @param {string} part
 */
function bar(start, width, part) {
  const drawing = drawn("svg", { "aria-hidden": "true", width: "100%", height: "16" });
  drawing.append(
    drawn("rect", { class: "cost-track", width: "100%", height: "16" }),
    drawn("rect", { class: `cost-bar cost-bar-${part}`, x: `${start}%`, width: `${width}%`, height: "16" }),
  );
  return drawing;
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

/**
 * @param {Line} line
 * @param {{ what: string, amount: string, from: string }} texts
 */
function lineRow(line, { what, amount, from }) {
  const head = element("th", what);
  head.scope = "row";
  if (from) head.append(element("small", from));
  const row = element("tr", head, element("td", amount));
  row.dataset.line = line.code;
  return row;
}

/**
 * @param {Source} source
 * @param {number} number
 */
function sourceItem({ title, publisher, date, address, lang, read }, number) {
  const name = element(address ? "a" : "span", title);
  name.lang = lang;
  if (address) Object.assign(name, { href: address, hreflang: lang });
  return element("li", `${number}. ${publisher}: `, name, [date, read].filter(Boolean).map((part) => `, ${part}`).join(""), ".");
}
