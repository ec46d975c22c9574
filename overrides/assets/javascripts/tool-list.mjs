/** A list to take along as it stands on the page. The page is the state: it is read from there, and shown there. */

import { find, findAll } from "./dom.mjs";
import { fill } from "./fill.mjs";
import { fillBlanks, fillFields, hasFilledFields, readFields } from "./tool-blanks.mjs";
import { equip, fillRow, newRow, readRow } from "./tool-rows.mjs";
import { inOrder } from "./tool-state.mjs";

/**
 * @typedef {import("./tool-state.mjs").State} State
 * @typedef {import("./tool-state.mjs").Line} Line
 */

const CHOOSE = "choose"; // of which the chosen lines are one list, whatever part they are from
const COMPARE = "compare";

export class ListOnPage {
  /**
   * @param {HTMLElement} section
   * @param {Record<string, string>} said
   */
  constructor(section, said) {
    const { kind = "", tool = "" } = section.dataset;
    this.section = section;
    this.form = find(section, "form", HTMLFormElement);
    this.said = said;
    this.kind = kind;
    this.tool = tool;
    this.isOfChosen = kind === CHOOSE;
    this.owns = findAll(section, ".tool-own");
    this.ownPlace = /** @type {HTMLSelectElement | null} */ (section.querySelector(".tool-own select"));
    this.lists = findAll(section, "ol[data-list]");
    this.ours = this.lists.flatMap((list) => findAll(list, "li").map((row) => ({ row, list })));
    for (const { row } of this.ours) equip(section, row, said);
  }

  /**
   * Return a checkbox or radio button of the list as a whole.
   * @param {string} name
   */
  option(name) {
    return /** @type {HTMLInputElement | null} */ (this.section.querySelector(`[data-option=${name}]`));
  }

  /**
   * Tell whether an option of the list is there and checked.
   * @param {string} name
   */
  isOn(name) {
    return this.option(name)?.checked ?? false;
  }

  /** Return what the page calls the list. */
  title() {
    return find(this.section, ".tool-title", HTMLElement).textContent ?? "";
  }

  /** Return the checkboxes of what can be chosen. */
  choices() {
    return /** @type {HTMLInputElement[]} */ (findAll(this.form, "[data-part] [type=checkbox]"));
  }

  /** Return the rows of all its parts, in their order. */
  rows() {
    return this.lists.flatMap((list) => findAll(list, "li"));
  }

  /** Return the fields for the names of the columns. */
  columnNames() {
    return /** @type {HTMLInputElement[]} */ (findAll(this.form, ".tool-names [type=text]"));
  }

  /** Return what the page calls the columns. */
  usualNames() {
    return this.columnNames().map((input) => (input.labels?.[0].textContent ?? "").trim());
  }

  /** Return the parts that open and close. */
  folds() {
    return /** @type {HTMLDetailsElement[]} */ (findAll(this.form, ".tool-part"));
  }

  /** Return the parts to which something of one's own can come, and those on whose sheets their lines stand too. */
  parts() {
    return [...(this.ownPlace?.options ?? [])].map(({ value, text, dataset }) => ({
      id: value,
      title: text,
      along: dataset.along?.split(" ") ?? [],
      isCalled: "called" in dataset,
    }));
  }

  /** Return the titles of the parts by their ids. */
  partTitles() {
    return new Map(this.parts().map(({ id, title }) => [id, title]));
  }

  /**
   * Return what stands beside the words of a row.
   * @param {HTMLElement} row
   */
  helpOf(row) {
    const who = row.querySelector(".tool-choice strong")?.textContent;
    return who ? fill(this.said.who, { name: who }) : (row.querySelector("small, .tool-beside")?.textContent ?? "");
  }

  /**
   * Return what the reader has made of it.
   * @returns {State}
   */
  read() {
    const names = this.columnNames().map(({ value }) => value.trim());
    const gone = this.ours.filter(({ row }) => !row.isConnected).map(({ row }) => row.dataset.row ?? "");
    return {
      lines: this.rows().map(readRow),
      gone,
      names,
      isThree: this.isOn("third"),
      isWeighed: this.isOn("weigh"),
      fields: readFields(this.form),
      open: this.folds()
        .filter(({ open }) => open)
        .map(({ id }) => id),
      typed: this.owns.map((own) => textOfOwn(own).value),
    };
  }

  /** Tell whether there is something of the reader's on the list. */
  hasContent() {
    const { lines, names, typed } = this.read();
    const isThere = this.isOfChosen ? lines.length > 0 : lines.some(isFilledIn);
    return isThere || hasFilledFields(this.form) || [...names, ...typed].some(Boolean);
  }

  /** Tell whether it is a list of chosen lines without one. */
  hasChosenNothing() {
    return this.isOfChosen && this.rows().length === 0;
  }

  /**
   * Show a state, or the list as it began.
   * @param {State | null} state
   */
  show(state) {
    this.form.reset();
    for (const row of this.rows()) row.remove();
    for (const { row, list } of this.ours) list.append(row);
    if (state) this.fillIn(state);
    this.showOptions();
  }

  /**
   * Fill in a state on the list as it began.
   * @param {State} state
   */
  fillIn({ lines, gone, names, isThree, isWeighed, fields, open, typed }) {
    const choices = new Map(this.choices().map((choice) => [choice.value, choice]));
    const ours = new Map(this.ours.map(({ row }) => [row.dataset.row ?? "", row]));
    for (const line of lines) {
      const choice = choices.get(line.id);
      if (choice && !line.isOwn) this.choose(choice, true);
      else if (line.isOwn) ours.set(line.id, this.addRow(line));
      const row = ours.get(line.id);
      if (row) fillRow(row, line);
    }
    for (const list of this.lists) {
      const ids = findAll(list, "li").map((row) => row.dataset.row ?? "");
      const ordered = inOrder(
        ids,
        lines.map(({ id }) => id),
      ).filter((id) => !gone.includes(id));
      const rows = new Map(findAll(list, "li").map((row) => [row.dataset.row ?? "", row]));
      list.replaceChildren(...ordered.flatMap((id) => rows.get(id) ?? []));
    }
    this.columnNames().forEach((input, at) => (input.value = names[at] ?? ""));
    fillFields(this.form, fields);
    this.owns.forEach((own, at) => (textOfOwn(own).value = typed[at] ?? ""));
    for (const fold of this.folds()) fold.open ||= open.includes(fold.id);
    for (const [name, isOn] of /** @type {const} */ ([
      ["third", isThree],
      ["weigh", isWeighed],
    ])) {
      const option = this.option(name);
      if (option) option.checked = isOn;
    }
    this.layPaper();
  }

  /** Lay the paper on its side for three columns, and upright for two; the reader can still turn it. */
  layPaper() {
    const way = this.option(this.isOn("third") ? "across" : "upright");
    if (way) way.checked = true;
  }

  /**
   * Let something of one's own come where the reader was last; a comparison has a part for it, and each letter its own.
   * @param {EventTarget | null} target
   */
  placeOwn(target) {
    const part = target instanceof Element ? target.closest(".tool-part") : null;
    if (part && this.ownPlace && this.kind !== COMPARE) this.ownPlace.value = part.id.slice(this.tool.length + 1);
  }

  /** Show the columns, weights and buttons that the reader wants. */
  showOptions() {
    const isThree = this.isOn("third");
    const isWeighed = this.isOn("weigh");
    for (const third of findAll(this.section, ".tool-names label:nth-of-type(3), .tool-answers label:nth-of-type(3)")) {
      third.hidden = !isThree;
    }
    for (const weight of findAll(this.section, ".tool-weight")) weight.hidden = !isWeighed;
    this.form.classList.toggle("is-arranged", this.isOfChosen || this.isOn("arrange"));
    const usual = this.usualNames();
    const names = this.columnNames().map(({ value }, at) => value.trim() || usual[at]);
    for (const answers of findAll(this.form, ".tool-answers")) {
      findAll(answers, ".tool-name").forEach((name, at) => (name.textContent = names[at]));
    }
    fillBlanks(this.section);
    const empty = this.section.querySelector(".tool-empty");
    if (empty instanceof HTMLElement) empty.hidden = this.rows().length > 0;
  }

  /**
   * Put a line that can be chosen on the list, or take it off.
   * @param {HTMLInputElement} choice
   * @param {boolean} isChosen
   */
  choose(choice, isChosen) {
    choice.checked = isChosen;
    const row = this.rows().find((other) => other.dataset.row === choice.value);
    if (!isChosen) return row?.remove();
    const part = partOfChoice(choice);
    if (!row) this.addRow({ id: choice.value, part, text: lineOf(choice), isOwn: false });
    return undefined;
  }

  /**
   * Put a line behind the others of its part.
   * @param {{ id: string, part: string, text: string, isOwn: boolean }} line
   */
  addRow(line) {
    const row = newRow(this.section, line);
    if (this.isOfChosen) find(row, "small", HTMLElement).textContent = this.partTitles().get(line.part) ?? "";
    equip(this.section, row, this.said);
    (this.lists.find((list) => list.dataset.list === line.part) ?? this.lists[0]).append(row);
    return row;
  }
}

/**
 * Return the field for something of one's own.
 * @param {HTMLElement} own
 */
export function textOfOwn(own) {
  return find(own, "[type=text]", HTMLInputElement);
}

/**
 * Tell whether a line holds something of the reader's.
 * @param {Line} line
 */
export function isFilledIn({ isOwn, isTicked, date, answers }) {
  return isOwn || isTicked || date !== "" || answers.some(Boolean);
}

/**
 * Return the words of something to choose.
 * @param {HTMLInputElement} choice
 */
export function lineOf(choice) {
  return choice.closest("label")?.querySelector(".tool-line")?.textContent ?? "";
}

/** @param {HTMLInputElement} choice */
function partOfChoice(choice) {
  return choice.closest("fieldset")?.dataset.part ?? "";
}
