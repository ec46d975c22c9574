/**
 * The answer in the page: one sentence and one bar, how it was worked out, and the page to take along.
 *
 * @typedef {import("./cost-answers.mjs").Answers} Answers
 * @typedef {import("./cost-answers.mjs").Source} Source
 * @typedef {import("./cost-answers.mjs").Way} Way
 * @typedef {import("./cost-estimate.mjs").Ask} Ask
 * @typedef {import("./cost-estimate.mjs").Estimate} Estimate
 * @typedef {import("./cost-estimate.mjs").Field} Field
 * @typedef {import("./cost-lines.mjs").Line} Line
 * @typedef {{ line: Line, what: string, amount: string, why: string }} LineInWords
 */

import { asksFor, highestParts, isUnsure, outcomeOf, replyOf, stillNeeded } from "./cost-answers.mjs";
import { barOf, drawBar, drawSwatch } from "./cost-bar.mjs";
import { fieldsOf } from "./cost-lines.mjs";
import { Sheet } from "./cost-sheet.mjs";
import { amountText, lineText, noteText, sentence } from "./cost-words.mjs";
import { element, find, put } from "./dom.mjs";
import { fill } from "./fill.mjs";

/** The answer, as the reader sees it. */
export class Result {
  /**
   * @param {HTMLElement} section
   * @param {Way} way
   */
  constructor(section, way) {
    this.section = section;
    this.way = way;
    this.title = find(section, ".cost-title", HTMLElement);
    this.panel = find(section, ".cost-result", HTMLElement);
    this.heading = find(section, ".cost-heading", HTMLElement);
    this.says = find(section, ".cost-says", HTMLElement);
    this.note = find(section, ".cost-note", HTMLElement);
    this.bar = find(section, ".cost-bar", HTMLElement);
    this.advance = find(section, ".cost-advance", HTMLElement);
    this.mind = find(section, ".cost-mind", HTMLElement);
    this.more = find(section, ".cost-more", HTMLElement);
    this.lines = find(section, ".cost-why tbody", HTMLElement);
    this.copied = find(section, ".cost-copied", HTMLElement);
    this.sheet = new Sheet(find(section, ".cost-sheet", HTMLElement), way);
  }

  /** Keep the answer in view where that leaves two thirds of the window to the questions, now and later. */
  keepInView() {
    const keep = () => this.panel.classList.toggle("is-kept", this.panel.offsetHeight * 3 <= window.innerHeight);
    new ResizeObserver(keep).observe(this.panel);
    window.addEventListener("resize", keep);
  }

  /** Lead to the answer, also where it is in view already: that must be seen to happen. */
  lookAt() {
    this.heading.focus({ preventScroll: true });
    window.scrollBy(0, this.title.getBoundingClientRect().bottom);
  }

  /**
   * Show what follows from the answers.
   * @param {Answers} answers
   * @param {Set<Field>} touched the fields of which the reader has chosen the answer
   */
  show(answers, touched) {
    const outcome = outcomeOf(answers, this.way.data);
    const found = typeof outcome === "string" ? null : outcome;
    const says = typeof outcome === "string" ? this.way.words[outcome] : sentence(outcome, this.way.words, this.way.write);
    if (this.says.textContent !== says) this.says.textContent = says;
    this.showNote(outcome, answers);
    const isAsIs = touched.size === 0 && [...answers.replies.values()].every(({ isGiven }) => !isGiven);
    this.section.dataset.state = isAsIs ? "start" : "end";
    this.bar.hidden = found === null;
    this.more.hidden = found === null;
    put(this.advance, found ? this.advanceText(found) : "");
    this.copied.textContent = "";
    if (found) this.showFound(found, answers, touched, says);
  }

  /**
   * Show what stands below the answer; for whom there is none, that is where to read on.
   * @param {ReturnType<typeof outcomeOf>} outcome
   * @param {Answers} answers
   */
  showNote(outcome, answers) {
    const { data, words, write } = this.way;
    if (typeof outcome === "string") {
      this.note.hidden = outcome !== "says_not_insured";
      const link = element("a", words.not_insured_link);
      link.href = "#not-insured";
      this.note.replaceChildren(link);
      return;
    }
    put(this.note, noteText(highestParts(outcome, answers, data), stillNeeded(outcome, answers), words, write));
  }

  /**
   * @param {Estimate} found
   * @param {Answers} answers
   * @param {Set<Field>} touched
   * @param {string} says
   */
  showFound(found, answers, touched, says) {
    const isExpected = found.warnings.some(({ code }) => code === "expected");
    const lines = found.lines.map((line) => ({ line, ...lineText(line, this.way, isExpected) }));
    const asks = asksFor(found, answers, touched, this.way.data);
    const notes = this.notes(found, answers);
    this.showBar(found, isExpected);
    this.mind.hidden = notes.length === 0;
    find(this.mind, "ul", HTMLElement).replaceChildren(...notes.map((note) => element("li", note)));
    const year = String(replyOf(answers, "year").value);
    this.lines.replaceChildren(...lines.map((line) => this.lineRow(line, asks, year)));
    this.sheet.show({ says, lines, notes, asks, answers, touched });
  }

  /**
   * Draw the bar, and say the same in words.
   * @param {Estimate} found
   * @param {boolean} isExpected
   */
  showBar(found, isExpected) {
    const { words, write } = this.way;
    const { segments, lines } = barOf(found);
    const items = lines.map(({ part, words: name, range }) => {
      const amount = range ? amountText(range, words, write) : "";
      const isOfYear = isExpected && (part === "deductible" || name === "bar_you");
      const shown = isOfYear ? fill(words.expected, { amount }) : amount;
      const said = element("span", words[name], ...(shown ? [": ", element("strong", shown)] : []));
      return element("li", drawSwatch(part), said);
    });
    const legend = element("ul", ...items);
    legend.className = "bar-legend";
    this.bar.replaceChildren(drawBar(segments), legend);
  }

  /**
   * Return what the hospital asks beforehand, as its own way of working; nothing where it asks nothing.
   * @param {Estimate} found
   */
  advanceText({ pay_in_advance: advance }) {
    const { data, words, write } = this.way;
    return advance ? fill(words.hospital_advance, { hospital: data.hospital, amount: write.euro(advance.low) }) : "";
  }

  /**
   * Return what to mind.
   * @param {Estimate} found
   * @param {Answers} answers
   */
  notes({ warnings }, answers) {
    const { words, write } = this.way;
    const notes = [...(isUnsure(answers) ? [{ code: "insurance", values: {} }] : []), ...warnings];
    return notes.map(({ code, values }) => {
      const shown = "euro" in values ? { ...values, euro: write.euro(Number(values.euro) * 100) } : values;
      return fill(words[`mind_${code}`], shown);
    });
  }

  /**
   * Return a line that can be opened: why, by which source, and whom to ask what is not known of it.
   * @param {LineInWords} shown
   * @param {Ask[]} asks
   * @param {string} year
   */
  lineRow({ line, what, amount, why }, asks, year) {
    const fold = element("details", element("summary", what), element("p", why));
    const sources = line.sources.filter((id) => id in this.way.data.sources);
    fold.append(...sources.map((id) => this.sourceLine(this.way.data.sources[id])));
    const mine = asks.filter(({ field }) => fieldsOf(line.code).includes(field));
    for (const ask of mine) {
      const asked = this.sheet.askLine(ask, "p", year);
      asked.prepend(element("strong", `${this.sheet.whom(ask)}: `));
      fold.append(asked);
    }
    const head = element("th", fold);
    head.scope = "row";
    const row = element("tr", head, element("td", amount));
    row.dataset.line = line.code;
    return row;
  }

  /** @param {Source} source */
  sourceLine({ title, publisher, date, address, lang, read }) {
    const name = element(address ? "a" : "span", title);
    name.lang = lang;
    if (address) Object.assign(name, { href: address, hreflang: lang });
    const rest = [date, read].filter(Boolean).map((part) => `, ${part}`).join("");
    return element("p", `${this.way.words.source} ${publisher}: `, name, `${rest}.`);
  }
}
