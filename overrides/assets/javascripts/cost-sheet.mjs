/**
 * The page to take along: the situation, the answer, why, and what to ask whom. Who reads another language gets each in
 * the language of the country first, for whoever it is shown to, with the own one beside it.
 *
 * @typedef {import("./cost-answers.mjs").Wording} Wording
 * @typedef {import("./cost-bar.mjs").Segment} Segment
 * @typedef {import("./cost-estimate.mjs").Ask} Ask
 * @typedef {import("./cost-in-words.mjs").BarInWords} BarInWords
 * @typedef {import("./cost-in-words.mjs").EstimateInWords} EstimateInWords
 */

import { drawBar, drawSwatch } from "./cost-bar.mjs";
import { element, find, findAll, put } from "./dom.mjs";
import { fill } from "./fill.mjs";

/** The page to take along, as it stands folded below the answer. */
export class Sheet {
  /**
   * @param {HTMLElement} sheet
   * @param {Wording} wording
   */
  constructor(sheet, wording) {
    this.sheet = sheet;
    this.wording = wording;
    const [made, address] = findAll(sheet, ".cost-made p");
    this.made = made;
    address.textContent = find(document, "link[rel=canonical]", HTMLLinkElement).href;
  }

  /**
   * @param {EstimateInWords} own
   * @param {EstimateInWords | null} theirs the same in the language of the country, where that is another one
   * @param {Segment[]} segments the parts of the bar
   * @param {Ask[]} asks
   * @param {string} year
   */
  show(own, theirs, segments, asks, year) {
    find(this.sheet, ".cost-sheet-says", HTMLElement).replaceChildren(...this.both(own.says, theirs?.says));
    this.made.replaceChildren(...this.both(own.made, theirs?.made));
    const legend = own.bar.map((part, at) => this.legendLine(part, theirs?.bar[at]));
    this.fill("bar", "ul", legend);
    find(this.sheet, "[data-bar]", HTMLElement).replaceChildren(drawBar(segments));
    this.fill(
      "situation",
      "dl",
      own.situation.flatMap((row, at) => this.pair(row, theirs?.situation[at])),
    );
    this.fill(
      "lines",
      "dl",
      amountsOf(own).flatMap((row, at) => this.pair(row, theirs && amountsOf(theirs)[at])),
    );
    this.fill(
      "notes",
      "ul",
      own.notes.map((note, at) => element("li", ...this.both(note, theirs?.notes[at]))),
    );
    for (const group of findAll(this.sheet, "[data-to]")) {
      const mine = asks.filter(({ to }) => to === group.dataset.to);
      group.hidden = mine.length === 0;
      find(group, "ul", HTMLElement).replaceChildren(...mine.map((ask) => this.askLine(ask, "li", year)));
    }
    put(find(this.sheet, "[data-nothing]", HTMLElement), asks.length === 0 ? this.wording.words.ask_nothing : "");
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
   * Return a text in the language of the country, with that of the page beside it; once where they are the same.
   * @param {string} own
   * @param {string | undefined} theirs
   */
  both(own, theirs = own) {
    if (theirs === own) return [own];
    const shown = element("span", theirs);
    shown.lang = this.wording.data.source?.lang ?? "";
    return [shown, ` (${own})`];
  }

  /**
   * @param {string[]} own
   * @param {string[] | null} [theirs]
   */
  pair([name, text], theirs) {
    return [element("dt", ...this.both(name, theirs?.[0])), element("dd", ...this.both(text, theirs?.[1]))];
  }

  /**
   * Return what a part of the bar says, beside its pattern.
   * @param {BarInWords} own
   * @param {BarInWords} [theirs]
   */
  legendLine(own, theirs) {
    return element("li", drawSwatch(own.part), element("span", ...this.both(barLine(own), theirs && barLine(theirs))));
  }

  /**
   * Return the words that say whom to ask.
   * @param {Ask} ask
   */
  whom({ to }) {
    return find(this.sheet, `[data-to=${to}]`, HTMLElement).dataset.whom ?? "";
  }

  /**
   * Return what to ask.
   * @param {Ask} ask
   * @param {"li" | "p"} name
   * @param {string} year
   */
  askLine({ code }, name, year) {
    const { data, words } = this.wording;
    const asked = `ask_${code}`;
    return element(
      name,
      ...this.both(fill(words[asked], { year }), data.source ? fill(data.source.words[asked], { year }) : undefined),
    );
  }
}

/** @param {BarInWords} part */
function barLine({ name, amount }) {
  return amount ? `${name}: ${amount}` : name;
}

/**
 * Return the lines of the calculation of which an amount is known.
 * @param {EstimateInWords} told
 */
function amountsOf({ lines }) {
  return lines.filter(({ line }) => line.high !== null).map(({ what, amount }) => [what, amount]);
}
