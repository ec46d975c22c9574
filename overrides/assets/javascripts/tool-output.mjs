/** What leaves the page of a list to take along: on paper, copied, shared, by mail, and as dates for a calendar. */

import { element, findAll } from "./dom.mjs";
import { fill } from "./fill.mjs";
import { copyText, layAlone, printAlone, shareText } from "./share.mjs";
import { letterOf } from "./tool-blanks.mjs";
import { calendarOf } from "./tool-calendar.mjs";
import { fitToPaper } from "./tool-fit.mjs";
import { letterText, mailAddress } from "./tool-letter.mjs";
import { isFilledIn } from "./tool-list.mjs";
import { paperOf } from "./tool-paper.mjs";
import { sheetsOf, textOf } from "./tool-sheet.mjs";
import { WEIGHTS } from "./tool-state.mjs";

const HEADS = ["date", "doctor", "along"]; // of a sheet of questions
const CALL_HEADS = ["date", "spoke"];
const BLANK_HEADS = [...HEADS, "question"]; // where none is chosen, or the first one is the one that matters most
const LETTERS = "letters"; // which stand on paper as they stand on the page

/** Each way out; those that a reader presses return what to say of it. */
export class ToolOutput {
  /**
   * @param {import("./tool-list.mjs").ListOnPage} list
   * @param {import("./tool-paper.mjs").Beside} inSource
   */
  constructor(list, inSource) {
    this.list = list;
    this.said = list.said;
    this.inSource = inSource;
  }

  /** Return the sheets as the reader wants them. */
  sheets() {
    const headsOf = (/** @type {string[]} */ heads) => heads.map((name) => this.said[`head_${name}`]);
    const weights = [...(this.list.section.querySelector(".tool-weight select")?.children ?? [])];
    return sheetsOf(
      this.list.read(),
      {
        kind: this.list.kind,
        title: this.list.title(),
        parts: this.list.parts(),
        heads: headsOf(this.list.hasChosenNothing() ? BLANK_HEADS : HEADS),
        callHeads: headsOf(CALL_HEADS),
        names: this.list.usualNames(),
        markTitle: this.said.weight,
        weights: weights.slice(0, WEIGHTS + 1).map(({ textContent }) => textContent ?? ""),
        helps: Object.fromEntries(this.list.ours.map(({ row }) => [row.dataset.row, this.list.helpOf(row)])),
        day: (date) =>
          new Date(`${date}T00:00`).toLocaleDateString(this.list.section.dataset.locale, { dateStyle: "long" }),
      },
      { isBlank: this.list.isOn("blank"), isFilled: this.list.isOn("filled"), isApart: this.list.isOn("apart") },
    );
  }

  /** Return the sheets as they come out of the printer, each with its name and on how many it comes. */
  papers() {
    return this.sheets().map((sheet) => {
      const paper = paperOf(sheet, this.list.isOn("across"), this.inSource);
      return { name: sheet.part || sheet.title, paper, count: fitToPaper(paper, this.list.section) };
    });
  }

  /** Say on how many sheets of paper it comes, and what they are. */
  sheetsInWords() {
    const made = this.papers();
    const names = made.map(({ name, count }) => (count > 1 ? fill(this.said.too_long, { name }) : name)).join(", ");
    const count = made.reduce((sum, one) => sum + one.count, 0);
    return fill(count > 1 ? this.said.sheets : this.said.one_sheet, { count, names });
  }

  /** Draw the sheets; with the browser's own way to print, those of the list of a page come out alone too. */
  draw() {
    const { section, kind } = this.list;
    if (kind === LETTERS) return;
    for (const paper of findAll(section, ".tool-paper")) paper.remove();
    section.append(...this.papers().map(({ paper }) => paper));
    const isAlone = section.querySelector("[data-folded]") === null && this.list.hasContent();
    if (isAlone && !document.documentElement.dataset.print) layAlone(this.layOut([section]));
  }

  /**
   * Mark what is printed, until it has been, and return how the paper lies.
   * @param {HTMLElement[]} printed
   */
  layOut(printed) {
    for (const { classList } of printed) classList.add("is-printed");
    const end = () => printed.forEach(({ classList }) => classList.remove("is-printed"));
    window.addEventListener("afterprint", end, { once: true });
    return printed.length > 1 ? "tool-letter" : this.list.isOn("across") ? "tool-across" : "tool";
  }

  /** Return what to say before printing, where paper shows something else than the reader may expect. */
  beforePrint() {
    if (this.list.hasChosenNothing()) return this.said.blank_sheet;
    const isWholeInstead = this.list.isOn("filled") && !this.list.read().lines.some(isFilledIn);
    return isWholeInstead ? this.said.whole_sheet : "";
  }

  /**
   * Print a letter, or the whole list.
   * @param {HTMLElement | null} letter
   */
  print(letter) {
    printAlone(this.layOut(letter ? [this.list.section, letter] : [this.list.section]));
  }

  /** @param {HTMLElement | null} letter */
  async copy(letter) {
    const text = this.asText(letter);
    if (text === null) return this.said.nothing_chosen;
    return (await copyText(text)) ? this.said.copied : this.said.not_copied;
  }

  /** @param {HTMLElement | null} letter */
  async share(letter) {
    const text = this.asText(letter);
    if (text === null) return this.said.nothing_chosen;
    return (await shareText(text)) ? "" : this.said.not_shared;
  }

  /**
   * Return a letter or the whole list as text; null where nothing has been chosen.
   * @param {HTMLElement | null} letter
   */
  asText(letter) {
    if (this.list.hasChosenNothing()) return null;
    return letter ? letterText(letterOf(letter)) : textOf(this.sheets());
  }

  /** @param {HTMLElement} letter */
  mail(letter) {
    const link = element("a");
    link.href = mailAddress(letterOf(letter));
    link.hidden = true;
    this.list.section.append(link);
    link.click();
    link.remove();
    return this.said.mailed;
  }

  /** Hand the dates of what is still to be done to the reader's own calendar. */
  makeCalendar() {
    const { lines } = this.list.read();
    const dated = lines.filter(({ date, isTicked }) => date && !isTicked);
    if (dated.length === 0) return this.said.no_dates;
    const owner = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16)).join("");
    const file = new Blob([calendarOf(dated, { now: new Date(), owner, title: this.list.title() })], {
      type: "text/calendar",
    });
    const link = element("a");
    link.href = URL.createObjectURL(file);
    link.download = `${this.said.file}.ics`;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 0);
    return this.said.calendar;
  }
}
