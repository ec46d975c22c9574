/**
 * The answer in the page: one sentence and one bar, how it was worked out, and the page to take along.
 *
 * @typedef {import("./cost-answers.mjs").Answers} Answers
 * @typedef {import("./cost-answers.mjs").Source} Source
 * @typedef {import("./cost-answers.mjs").Wording} Wording
 * @typedef {import("./cost-estimate.mjs").Ask} Ask
 * @typedef {import("./cost-estimate.mjs").Estimate} Estimate
 * @typedef {import("./cost-estimate.mjs").Field} Field
 * @typedef {import("./cost-in-words.mjs").BarInWords} BarInWords
 * @typedef {import("./cost-in-words.mjs").LineInWords} LineInWords
 */

import { asksFor, highestParts, outcomeOf, replyOf, stillNeeded } from "./cost-answers.mjs";
import { barOf, drawBar, drawSwatch } from "./cost-bar.mjs";
import { fieldsOf } from "./cost-lines.mjs";
import { Sheet } from "./cost-sheet.mjs";
import { inWords, inWordsOfSource } from "./cost-in-words.mjs";
import { highestText, sentence } from "./cost-words.mjs";
import { element, find, put } from "./dom.mjs";
import { fill } from "./fill.mjs";

const FEW = 3;
const PART_OF_WINDOW = 4;
/** Where the page tells more of what to ask each of them. */
const READ_ON = { doctor: "#no-referral", insurer: "#ask-first", hospital: "#price" };

/** The answer, as the reader sees it. */
export class Result {
  /**
   * @param {HTMLElement} section
   * @param {Wording} wording
   */
  constructor(section, wording) {
    this.section = section;
    this.wording = wording;
    this.title = find(section, ".cost-title", HTMLElement);
    this.panel = find(section, ".cost-result", HTMLElement);
    this.heading = find(section, ".cost-heading", HTMLElement);
    this.says = find(section, ".cost-says", HTMLElement);
    this.highest = find(section, ".cost-highest", HTMLElement);
    this.next = find(section, ".cost-next", HTMLElement);
    this.note = find(section, ".cost-note", HTMLElement);
    this.bar = find(section, ".cost-bar", HTMLElement);
    this.legend = find(section, ".cost-under > .bar-legend", HTMLElement);
    this.advance = find(section, ".cost-advance", HTMLElement);
    this.mind = find(section, ".cost-mind", HTMLElement);
    this.more = find(section, ".cost-more", HTMLElement);
    this.lines = find(section, ".cost-why tbody", HTMLElement);
    this.copied = find(section, ".cost-copied", HTMLElement);
    this.sheet = new Sheet(find(section, ".cost-sheet", HTMLElement), wording);
  }

  /** Keep the answer in view where that leaves three quarters of the window to the questions, now and later. */
  keepInView() {
    const keep = () => {
      this.panel.classList.toggle("is-kept", this.panel.offsetHeight * PART_OF_WINDOW <= window.innerHeight);
    };
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
    const outcome = outcomeOf(answers, this.wording.data);
    const found = typeof outcome === "string" ? null : outcome;
    const says =
      typeof outcome === "string"
        ? this.wording.words[outcome]
        : sentence(outcome, this.wording.words, this.wording.write);
    if (this.says.textContent !== says) this.says.textContent = says;
    this.showNote(outcome, answers);
    this.next.replaceChildren();
    const isAsIs = touched.size === 0 && [...answers.replies.values()].every(({ isGiven }) => !isGiven);
    this.section.dataset.state = isAsIs ? "start" : "end";
    this.bar.hidden = found === null;
    this.legend.hidden = found === null;
    this.more.hidden = found === null;
    put(this.advance, found ? this.advanceText(found) : "");
    this.copied.textContent = "";
    if (found) this.showFound(found, answers, touched);
  }

  /**
   * Show what stands below the answer; for whom there is none, that is where to read on.
   * @param {ReturnType<typeof outcomeOf>} outcome
   * @param {Answers} answers
   */
  showNote(outcome, answers) {
    const { data, words, write } = this.wording;
    if (typeof outcome === "string") {
      put(this.highest, "");
      this.note.hidden = outcome !== "says_not_insured";
      const link = element("a", words.not_insured_link);
      link.href = "#not-insured";
      this.note.replaceChildren(link);
      return;
    }
    const highest = highestText(highestParts(outcome, answers, data), words, write);
    put(this.highest, highest);
    const needed = highest ? [] : stillNeeded(outcome, answers);
    const wasOpen = this.note.querySelector("details")?.open === true;
    const links = needed.map((field) => this.linkTo(field, answers));
    const [first, more] = [links.slice(0, FEW), links.slice(FEW)];
    this.note.hidden = needed.length === 0;
    this.note.replaceChildren(
      element("p", `${words.still_needed} `, ...first),
      ...(more.length > 0 ? [this.moreNeeded(more, wasOpen)] : []),
    );
  }

  /**
   * Return a button that leads to a question.
   * @param {Field} field
   * @param {Answers} answers
   */
  linkTo(field, answers) {
    const button = element("button", replyOf(answers, field).short);
    Object.assign(button, { type: "button", className: "cost-link" });
    Object.assign(button.dataset, { do: "lead", of: field });
    return button;
  }

  /**
   * Say the one thing to do next, with a link to where the page tells more of it.
   * @param {Ask} ask
   */
  showNext({ to, code }) {
    const link = element("a", this.wording.words[`next_${code}`]);
    link.href = READ_ON[to];
    this.next.replaceChildren(link);
  }

  /**
   * Return what else is needed for an exact amount, folded.
   * @param {HTMLElement[]} more
   * @param {boolean} isOpen
   */
  moreNeeded(more, isOpen) {
    const summary = element("summary", fill(this.wording.words.still_more, { count: more.length }));
    const fold = element("details", summary, element("ul", ...more.map((button) => element("li", button))));
    fold.open = isOpen;
    return fold;
  }

  /**
   * @param {Estimate} found
   * @param {Answers} answers
   * @param {Set<Field>} touched
   */
  showFound(found, answers, touched) {
    const now = new Date();
    const own = inWords(found, answers, touched, this.wording, now);
    const asks = asksFor(found, answers, touched, this.wording.data);
    const year = String(replyOf(answers, "year").value);
    const { segments } = barOf(found);
    this.bar.replaceChildren(drawBar(segments));
    this.legend.replaceChildren(...own.bar.map((part) => this.legendLine(part)));
    if (this.section.dataset.state === "end" && asks.length > 0) this.showNext(asks[0]);
    this.mind.hidden = own.notes.length === 0;
    find(this.mind, "ul", HTMLElement).replaceChildren(...own.notes.map((note) => element("li", note)));
    this.lines.replaceChildren(...own.lines.map((line) => this.lineRow(line, asks, year)));
    this.sheet.show(own, inWordsOfSource(found, answers, touched, this.wording, now), segments, asks, year);
  }

  /** @param {BarInWords} shown */
  legendLine({ part, name, amount }) {
    return element("li", drawSwatch(part), element("span", name, ...(amount ? [": ", element("strong", amount)] : [])));
  }

  /**
   * Return what the hospital asks beforehand, as its own way of working; nothing where it asks nothing.
   * @param {Estimate} found
   */
  advanceText({ pay_in_advance: advance }) {
    const { data, words, write } = this.wording;
    return advance ? fill(words.hospital_advance, { hospital: data.hospital, amount: write.euro(advance.low) }) : "";
  }

  /**
   * Return a line that can be opened: why, by which source, and whom to ask what is not known of it.
   * @param {LineInWords} shown
   * @param {Ask[]} asks
   * @param {string} year
   */
  lineRow({ line, what, amount, why }, asks, year) {
    const fold = element("details", element("summary", what), element("p", why));
    const sources = line.sources.filter((id) => id in this.wording.data.sources);
    fold.append(...sources.map((id) => this.sourceLine(this.wording.data.sources[id])));
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
    const rest = [date, read]
      .filter(Boolean)
      .map((part) => `, ${part}`)
      .join("");
    return element("p", `${this.wording.words.source} ${publisher}: `, name, `${rest}.`);
  }
}
