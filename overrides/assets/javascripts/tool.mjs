/**
 * A list to take along, once a reader has touched it: chosen, put in order, filled in, printed, copied and, if the
 * reader asks for it, kept on this device. Nothing is sent, and nothing is put into an address.
 *
 * @typedef {import("./tool-state.mjs").State} State
 * @typedef {import("./tool-state.mjs").Line} Line
 */

import { element, find, findAll, put } from "./dom.mjs";
import { fill } from "./fill.mjs";
import { fetchData, fetchStyle } from "./later-files.mjs";
import { copyText, layAlone, printAlone, shareText } from "./share.mjs";
import { fillBlanks, fillFields, fillFromEarly, fillSameFields, letterOf, readFields, stillEmpty } from "./tool-blanks.mjs";
import { calendarOf } from "./tool-calendar.mjs";
import { fit } from "./tool-fit.mjs";
import { keptUnder, namesKept } from "./tool-kept.mjs";
import { showLarge } from "./tool-large.mjs";
import { letterText, mailAddress } from "./tool-letter.mjs";
import { paperOf } from "./tool-paper.mjs";
import { equip, fillRow, newRow, readRow, textOfRow } from "./tool-rows.mjs";
import { sheetsOf, textOf } from "./tool-sheet.mjs";
import { WEIGHTS, inOrder, keptText, readKept, toTake } from "./tool-state.mjs";

const CHOOSE = "choose"; // of which the chosen lines are one list, whatever part they are from
const HEADS = ["date", "doctor", "along"]; // of a sheet of questions
const CALL_HEADS = ["date", "spoke"];
const BLANK_HEADS = [...HEADS, "question"]; // where none is chosen, or the first one is the one that matters most
const COMPARE = "compare";
const LETTERS = "letters"; // which stand on paper as they stand on the page

/**
 * Bring a list of a page to life, with the words and the style that only it needs.
 * @param {HTMLElement} section
 * @param {AbortController} early what the page does until then
 */
export async function attach(section, early) {
  const { later = "", style = "" } = section.dataset;
  const [words] = await Promise.all([fetchData(later), fetchStyle(section, style)]);
  new Tool(section, words).start();
  section.dataset.isAttached = "yes";
  early.abort();
}

/**
 * Keep a text, or nothing any more, and tell whether that worked.
 * @param {string} name
 * @param {string | null} text
 */
function keepUnder(name, text) {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** A list of the page. What stands there is what there is: each action reads it and changes it. */
class Tool {
  /**
   * @param {HTMLElement} section
   * @param {{ said: Record<string, string>, inSource: Record<string, string> }} words
   */
  constructor(section, { said, inSource }) {
    const { kind = "", tool = "", kept = "", takes = "" } = section.dataset;
    this.section = section;
    this.form = find(section, "form", HTMLFormElement);
    this.kind = kind;
    this.tool = tool;
    this.name = kept;
    this.takesFrom = takes;
    this.said = said;
    this.inSource = (/** @type {string} */ text) => inSource[text] ?? "";
    this.status = find(section, "[role=status]", HTMLElement);
    this.undoButton = find(section, "[data-do=undo]", HTMLElement);
    this.lasting = find(section, ".tool-note span", HTMLElement);
    this.notLasting = this.lasting.textContent ?? "";
    this.owns = findAll(section, ".tool-own");
    this.ownPlace = /** @type {HTMLSelectElement | null} */ (section.querySelector(".tool-own select"));
    this.keep = this.option("keep");
    this.lists = findAll(section, "ol[data-list]");
    this.ours = this.lists.flatMap((list) => findAll(list, "li").map((row) => ({ row, list })));
    /** @type {(() => void)[]} */
    this.undos = [];
  }

  start() {
    /** @type {Record<string, (button: HTMLElement) => unknown>} */
    const actions = {
      add: (button) => this.add(ownOf(button)),
      take: () => this.take(),
      up: (button) => this.move(button, -1),
      down: (button) => this.move(button, 1),
      remove: (button) => this.remove(rowOfButton(button)),
      undo: () => this.undo(),
      print: (button) => this.print(letterOfButton(button)),
      copy: (button) => this.copy(letterOfButton(button)),
      share: (button) => this.share(letterOfButton(button)),
      mail: (button) => this.mail(letterOfButton(button)),
      show: (button) => showLarge(this.section, rowOfButton(button)),
      close: () => this.section.querySelector("dialog")?.close(),
      calendar: () => this.makeCalendar(),
      empty: () => this.empty(),
      wipe: () => this.wipe(),
      keep: (button) => this.keepNow(button),
    };
    for (const { row } of this.ours) equip(this.section, row, this.said);
    for (const sharing of findAll(this.section, "[data-can=share]")) sharing.hidden = !("share" in navigator);
    this.section.addEventListener("click", ({ target }) => {
      const pressed = target instanceof Element ? target.closest("[data-do]") : null;
      if (pressed instanceof HTMLElement) actions[pressed.dataset.do ?? ""]?.(pressed);
      if (target instanceof Element && target.closest("summary")) this.placeOwn(target);
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    for (const own of this.owns) {
      textOfOwn(own).addEventListener("keydown", ({ key, isComposing }) => key === "Enter" && !isComposing && this.add(own));
    }
    this.form.addEventListener("input", ({ target }) => this.onInput(target));
    this.form.addEventListener("toggle", () => this.save(), true);
    window.addEventListener("beforeprint", () => this.beforePrint());
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.restore());
    window.addEventListener("storage", ({ key }) => (key === this.name || key === null) && this.onKeptElsewhere());
    const early = this.kind === CHOOSE ? this.choices().filter(({ checked }) => checked) : [];
    fillFromEarly(this.form);
    if (keptUnder(this.name) !== null) this.restore();
    this.bringIntoSight();
    for (const choice of early) {
      this.choose(choice, true);
      this.say(fill(this.said.added, { line: lineOf(choice) }));
    }
    this.showOptions();
    if (this.keep?.checked && keptUnder(this.name) === null) this.switchKeeping();
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

  /** Return the checkboxes of what can be chosen. */
  choices() {
    return /** @type {HTMLInputElement[]} */ (findAll(this.form, "[data-part] [type=checkbox]"));
  }

  rows() {
    return this.lists.flatMap((list) => findAll(list, "li"));
  }

  /** @returns {State} */
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
      open: this.folds().filter(({ open }) => open).map(({ id }) => id),
      typed: this.owns.map((own) => textOfOwn(own).value),
    };
  }

  folds() {
    return /** @type {HTMLDetailsElement[]} */ (findAll(this.form, ".tool-part"));
  }

  /** Lead to what is kept where a browser that loads the page again has gone past its end. */
  bringIntoSight() {
    if (this.section.getBoundingClientRect().bottom < 0) find(this.section, ".tool-acts", HTMLElement).scrollIntoView();
  }

  columnNames() {
    return /** @type {HTMLInputElement[]} */ (findAll(this.form, ".tool-names [type=text]"));
  }

  /** Show what is kept, or the list as it began. */
  restore() {
    const kept = readKept(keptUnder(this.name));
    this.undos = [];
    this.say("");
    this.show(kept);
    if (this.keep) this.keep.checked = kept !== null;
  }

  /** Show what another window kept; where it kept nothing any more, say why the list is empty now. */
  onKeptElsewhere() {
    const isThere = this.hasContent();
    this.restore();
    if (isThere && !this.hasContent()) this.say(this.said.wiped_elsewhere);
  }

  /** @param {State | null} state */
  show(state) {
    this.form.reset();
    for (const row of this.rows()) row.remove();
    for (const { row, list } of this.ours) list.append(row);
    if (state) this.fillIn(state);
    this.showOptions();
  }

  /** @param {State} state */
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
      const ordered = inOrder(ids, lines.map(({ id }) => id)).filter((id) => !gone.includes(id));
      const rows = new Map(findAll(list, "li").map((row) => [row.dataset.row ?? "", row]));
      list.replaceChildren(...ordered.flatMap((id) => rows.get(id) ?? []));
    }
    this.columnNames().forEach((input, at) => (input.value = names[at] ?? ""));
    fillFields(this.form, fields);
    this.owns.forEach((own, at) => (textOfOwn(own).value = typed[at] ?? ""));
    for (const fold of this.folds()) fold.open ||= open.includes(fold.id);
    for (const [name, isOn] of /** @type {const} */ ([["third", isThree], ["weigh", isWeighed]])) {
      const option = this.option(name);
      if (option) option.checked = isOn;
    }
    this.layPaper();
  }

  /** @param {EventTarget | null} target */
  onInput(target) {
    if (target === this.keep) return this.switchKeeping();
    if (target === this.option("third")) this.layPaper();
    for (const [one, other] of [["blank", "filled"], ["filled", "blank"]]) {
      const that = target === this.option(one) && this.option(other);
      if (that) that.checked = false;
    }
    this.placeOwn(target);
    if (target instanceof HTMLInputElement && target.closest("[data-part]")) {
      this.choose(target, target.checked);
      this.say(fill(target.checked ? this.said.added : this.said.removed, { line: lineOf(target) }));
    }
    fillSameFields(this.form, target);
    this.showOptions();
    return this.save();
  }

  /**
   * Let something of one's own come where the reader was last; a comparison has a part for it, and each letter its own.
   * @param {EventTarget | null} target
   */
  placeOwn(target) {
    const part = target instanceof Element ? target.closest(".tool-part") : null;
    if (part && this.ownPlace && this.kind !== COMPARE) this.ownPlace.value = part.id.slice(this.tool.length + 1);
  }

  /** Lay the paper on its side for three columns, and upright for two; the reader can still turn it. */
  layPaper() {
    const way = this.option(this.isOn("third") ? "across" : "upright");
    if (way) way.checked = true;
  }

  /** Show the columns, weights and buttons that the reader wants. */
  showOptions() {
    const isThree = this.isOn("third");
    const isWeighed = this.isOn("weigh");
    for (const third of findAll(this.section, ".tool-names label:nth-of-type(3), .tool-answers label:nth-of-type(3)")) {
      third.hidden = !isThree;
    }
    for (const weight of findAll(this.section, ".tool-weight")) weight.hidden = !isWeighed;
    this.form.classList.toggle("is-arranged", this.kind === CHOOSE || this.isOn("arrange"));
    const usual = this.usualNames();
    const names = this.columnNames().map(({ value }, at) => value.trim() || usual[at]);
    for (const answers of findAll(this.form, ".tool-answers")) {
      findAll(answers, ".tool-name").forEach((name, at) => (name.textContent = names[at]));
    }
    fillBlanks(this.section, readFields(this.form));
    const empty = this.section.querySelector(".tool-empty");
    if (empty instanceof HTMLElement) empty.hidden = this.rows().length > 0;
    this.showState();
  }

  /** Show what comes out of the printer, what a letter still misses, and whether all of it is kept. */
  showState() {
    const isKept = this.keep?.checked ?? false;
    this.lasting.textContent = isKept ? this.said.lasting : this.notLasting;
    for (const unkept of findAll(this.section, ".tool-unkept")) unkept.hidden = isKept || !this.hasContent();
    for (const still of findAll(this.section, ".tool-still")) {
      const names = stillEmpty(/** @type {HTMLElement} */ (still.closest("details"))).join(", ");
      put(still, names && fill(this.said.still_empty, { names }));
    }
    for (const sheets of findAll(this.section, ".tool-sheets")) put(sheets, this.hasChosenNothing() ? "" : this.sheetsInWords());
    const toList = this.section.querySelector(".tool-to-list");
    if (toList instanceof HTMLElement) put(toList, this.rows().length > 0 ? fill(this.said.to_list, { count: this.rows().length }) : "");
  }

  /** Say on how many sheets of paper it comes, and what they are. */
  sheetsInWords() {
    const made = this.papers();
    const names = made.map(({ name, count }) => (count > 1 ? fill(this.said.too_long, { name }) : name)).join(", ");
    const count = made.reduce((sum, one) => sum + one.count, 0);
    return fill(count > 1 ? this.said.sheets : this.said.one_sheet, { count, names });
  }

  /** Return the sheets as they come out of the printer, each with its name and on how many it comes. */
  papers() {
    return this.sheets().map((sheet) => {
      const paper = paperOf(sheet, this.isOn("across"), this.inSource);
      return { name: sheet.part || sheet.title, paper, count: fit(paper, this.section) };
    });
  }

  /** Tell whether there is something of the reader's on the list. */
  hasContent() {
    const { lines, names, fields, typed } = this.read();
    const isThere = this.kind === CHOOSE ? lines.length > 0 : lines.some(isFilledIn);
    return isThere || [...names, ...Object.values(fields), ...typed].some(Boolean);
  }

  /** Return what the page calls the columns. */
  usualNames() {
    return this.columnNames().map((input) => (input.labels?.[0].textContent ?? "").trim());
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
    if (this.kind === CHOOSE) find(row, "small", HTMLElement).textContent = this.partTitles().get(line.part) ?? "";
    equip(this.section, row, this.said);
    (this.lists.find((list) => list.dataset.list === line.part) ?? this.lists[0]).append(row);
    return row;
  }

  /** Return the titles of the parts by their ids. */
  partTitles() {
    return new Map(this.parts().map(({ id, title }) => [id, title]));
  }

  /** Return the parts to which something of one's own can come, and those on whose sheets their lines stand too. */
  parts() {
    return [...(this.ownPlace?.options ?? [])].map(({ value, text, dataset }) => ({ id: value, title: text, along: dataset.along?.split(" ") ?? [], isCalled: "called" in dataset }));
  }

  /**
   * Put lines of the reader's own on the list, where the reader wants them.
   * @param {string[]} texts
   * @param {string} part
   */
  addOwn(texts, part) {
    const id = `own-${part}-${Date.now()}`;
    for (const [at, text] of texts.entries()) {
      const fold = this.addRow({ id: `${id}-${at}`, part, text, isOwn: true }).closest("details");
      if (fold) fold.open = true;
    }
    this.showOptions();
    this.save();
  }

  /** @param {HTMLElement} own */
  add(own) {
    textOfOwn(own).focus();
    if (!this.addTyped([own])) this.say(this.said.nothing_typed);
  }

  /** Put on the list what stands in the fields for something of one's own, and tell whether there was anything. */
  addTyped(owns = this.owns) {
    const typed = owns.filter((own) => textOfOwn(own).value.trim());
    for (const own of typed) {
      const text = textOfOwn(own).value.trim();
      textOfOwn(own).value = "";
      this.addOwn([text], own.dataset.part ?? this.ownPlace?.value ?? "");
      this.say(fill(this.said.added, { line: text }));
    }
    return typed.length > 0;
  }

  take() {
    const kept = readKept(keptUnder(this.takesFrom));
    const texts = toTake(kept, this.read());
    this.addOwn(texts, this.ownPlace?.value ?? "");
    const without = kept?.lines.length ? this.said.all_there : this.said.nothing_to_take;
    this.say(texts.length > 0 ? fill(this.said.taken, { count: texts.length }) : without);
  }

  /**
   * @param {HTMLElement} button
   * @param {number} way up (-1) or down (1)
   */
  move(button, way) {
    const row = rowOfButton(button);
    const other = way < 0 ? row.previousElementSibling : row.nextElementSibling;
    const before = button.getBoundingClientRect().top;
    if (way < 0) other?.before(row);
    else other?.after(row);
    button.focus({ preventScroll: true });
    window.scrollBy({ top: button.getBoundingClientRect().top - before, behavior: "instant" }); // and stays below the finger
    const rows = [...(row.parentElement?.children ?? [])];
    const values = { line: textOfRow(row), place: rows.indexOf(row) + 1, count: rows.length };
    this.say(fill(this.said.moved, values));
    this.save();
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const { parentElement: list, nextElementSibling: next } = row;
    const choice = this.choices().find(({ value }) => value === row.dataset.row);
    row.remove();
    if (choice) choice.checked = false;
    this.undos.push(() => {
      list?.insertBefore(row, next?.parentElement === list ? next : null);
      if (choice) choice.checked = true;
      this.showOptions();
      find(row, "[data-do=remove]", HTMLElement).focus();
    });
    this.changed(fill(this.said.removed, { line: textOfRow(row) }));
  }

  /** Empty this list alone, on this device too if it is kept. */
  empty() {
    const before = this.read(), isKept = this.keep?.checked ?? false;
    const emptied = find(this.section, "[data-do=empty]", HTMLElement);
    /** @param {State | null} state */
    const show = (state) => {
      this.show(state);
      if (this.keep) this.keep.checked = isKept;
    };
    show(null);
    this.undos = [() => (show(before), emptied.focus())];
    this.changed(this.said.emptied);
  }

  wipe() {
    const before = this.read();
    this.show(null);
    for (const name of namesKept(this.name.slice(0, -this.tool.length))) {
      keepUnder(name, null);
      window.dispatchEvent(new StorageEvent("storage", { key: name })); // which the browser tells other windows only
    }
    const wiped = find(this.section, "[data-do=wipe]", HTMLElement);
    this.undos = [() => (this.show(before), wiped.focus())];
    this.changed(this.said.wiped);
  }

  /**
   * Say what has been done that can be undone, and lead there.
   * @param {string} text
   */
  changed(text) {
    this.showOptions();
    this.say(text);
    this.undoButton.hidden = false;
    this.undoButton.focus({ preventScroll: true });
    this.save();
  }

  undo() {
    this.undos.pop()?.();
    this.say(this.said.put_back);
    this.undoButton.hidden = this.undos.length === 0;
    this.save();
  }

  /**
   * Say something; what could be undone before it still can.
   * @param {string} text
   */
  say(text) {
    this.status.textContent = text;
    this.undoButton.hidden = this.undos.length === 0;
  }

  switchKeeping() {
    if (!this.keep) return;
    const isKept = this.keep.checked;
    const isDone = keepUnder(this.name, isKept ? keptText(this.read()) : null);
    this.keep.checked = isKept && isDone;
    this.showState();
    this.say(isKept ? this.said[isDone ? "kept" : "not_kept"] : this.said.no_longer_kept);
  }

  /** @param {HTMLElement} button */
  keepNow(button) {
    if (!this.keep) return;
    this.keep.checked = true;
    this.switchKeeping();
    if (this.keep.checked) find(/** @type {HTMLElement} */ (button.closest(".tool-scripted")), "[data-do=print]", HTMLElement).focus();
  }

  save() {
    this.showState();
    if (!this.keep?.checked || keepUnder(this.name, keptText(this.read()))) return;
    this.keep.checked = false;
    this.say(this.said.not_kept);
  }

  /** Return the sheets as the reader wants them. */
  sheets() {
    const headsOf = (/** @type {string[]} */ heads) => heads.map((name) => this.said[`head_${name}`]);
    const weights = [...(this.section.querySelector(".tool-weight select")?.children ?? [])];
    return sheetsOf(this.read(), {
      kind: this.kind,
      title: find(this.section, ".tool-title", HTMLElement).textContent ?? "",
      parts: this.parts(),
      heads: headsOf(this.hasChosenNothing() ? BLANK_HEADS : HEADS),
      callHeads: headsOf(CALL_HEADS),
      names: this.usualNames(),
      markTitle: this.said.weight,
      weights: weights.slice(0, WEIGHTS + 1).map(({ textContent }) => textContent ?? ""),
      helps: Object.fromEntries(this.ours.map(({ row }) => [row.dataset.row, this.helpOf(row)])),
      day: (date) => new Date(`${date}T00:00`).toLocaleDateString(this.section.dataset.locale, { dateStyle: "long" }),
    }, { isBlank: this.isOn("blank"), isFilled: this.isOn("filled"), isApart: this.isOn("apart") });
  }

  /** @param {HTMLElement} row */
  helpOf(row) {
    const who = row.querySelector(".tool-choice strong")?.textContent;
    return who ? fill(this.said.who, { name: who }) : (row.querySelector("small, .tool-beside")?.textContent ?? "");
  }

  /** Draw the sheets; with the browser's own way to print, those of the list of a page come out alone too. */
  beforePrint() {
    this.addTyped();
    if (this.kind === LETTERS) return;
    for (const paper of findAll(this.section, ".tool-paper")) paper.remove();
    this.section.append(...this.papers().map(({ paper }) => paper));
    const isAlone = this.section.querySelector("[data-folded]") === null && this.hasContent();
    if (isAlone && !document.documentElement.dataset.print) layAlone(this.layOut([this.section]));
  }

  /**
   * Mark what is printed, until it has been, and return how the paper lies.
   * @param {HTMLElement[]} printed
   */
  layOut(printed) {
    for (const { classList } of printed) classList.add("is-printed");
    const end = () => printed.forEach(({ classList }) => classList.remove("is-printed"));
    window.addEventListener("afterprint", end, { once: true });
    return printed.length > 1 ? "tool-letter" : this.isOn("across") ? "tool-across" : "tool";
  }

  /** @param {HTMLElement | null} letter */
  print(letter) {
    this.addTyped();
    this.say(this.hasChosenNothing() ? this.said.blank_sheet : this.isWholeInstead() ? this.said.whole_sheet : "");
    printAlone(this.layOut(letter ? [this.section, letter] : [this.section]));
  }

  /** @param {HTMLElement | null} letter */
  async copy(letter) {
    const text = this.asText(letter);
    if (text === null) return this.say(this.said.nothing_chosen);
    return this.say((await copyText(text)) ? this.said.copied : this.said.not_copied);
  }

  /** @param {HTMLElement | null} letter */
  async share(letter) {
    const text = this.asText(letter);
    if (text === null) return this.say(this.said.nothing_chosen);
    return this.say((await shareText(text)) ? "" : this.said.not_shared);
  }

  /**
   * Return a letter or the whole list as text; null where nothing has been chosen.
   * @param {HTMLElement | null} letter
   */
  asText(letter) {
    this.addTyped();
    if (this.hasChosenNothing()) return null;
    return letter ? letterText(letterOf(letter)) : textOf(this.sheets());
  }

  /** Tell whether all comes out although the reader wants what is filled in alone: nothing is. */
  isWholeInstead() {
    return this.isOn("filled") && !this.read().lines.some(isFilledIn);
  }

  hasChosenNothing() {
    return this.kind === CHOOSE && this.rows().length === 0;
  }

  /** @param {HTMLElement | null} letter */
  mail(letter) {
    if (!letter) return;
    const link = element("a");
    link.href = mailAddress(letterOf(letter));
    link.hidden = true;
    this.section.append(link);
    link.click();
    link.remove();
    this.say(this.said.mailed);
  }

  makeCalendar() {
    this.addTyped();
    const { lines } = this.read();
    const dated = lines.filter(({ date, isTicked }) => date && !isTicked);
    if (dated.length === 0) return this.say(this.said.no_dates);
    const owner = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16)).join("");
    const title = find(this.section, ".tool-title", HTMLElement).textContent ?? "";
    const file = new Blob([calendarOf(dated, { now: new Date(), owner, title })], { type: "text/calendar" });
    const link = element("a");
    link.href = URL.createObjectURL(file);
    link.download = `${this.said.file}.ics`;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 0);
    return this.say(this.said.calendar);
  }
}

/** @param {HTMLElement} button */
function ownOf(button) {
  return /** @type {HTMLElement} */ (button.closest(".tool-own"));
}

/**
 * Return the field for something of one's own.
 * @param {HTMLElement} own
 */
function textOfOwn(own) {
  return find(own, "[type=text]", HTMLInputElement);
}

/** @param {HTMLElement} button */
function rowOfButton(button) {
  return /** @type {HTMLElement} */ (button.closest("li"));
}

/**
 * Return the letter of a button; null where the button is for the whole list.
 * @param {HTMLElement} button
 * @returns {HTMLElement | null}
 */
function letterOfButton(button) {
  const part = button.closest("details");
  return part?.querySelector(".tool-letter") ? part : null;
}

/** @param {Line} line */
function isFilledIn({ isOwn, isTicked, date, answers }) {
  return isOwn || isTicked || date !== "" || answers.some(Boolean);
}

/** @param {HTMLInputElement} choice */
function lineOf(choice) {
  return choice.closest("label")?.querySelector(".tool-line")?.textContent ?? "";
}

/** @param {HTMLInputElement} choice */
function partOfChoice(choice) {
  return choice.closest("fieldset")?.dataset.part ?? "";
}
