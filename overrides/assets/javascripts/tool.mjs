/**
 * A list to take along, once a reader has touched it: chosen, put in order, filled in, printed, copied and, if the
 * reader asks for it, kept on this device. Nothing is sent, and nothing is put into an address.
 *
 * @typedef {import("./tool-state.mjs").State} State
 */

import { find, findAll, onPress, put } from "./dom.mjs";
import { fill } from "./fill.mjs";
import { fetchData, fetchStyle } from "./later-files.mjs";
import { fillFromEarly, fillSameFields, stillEmpty } from "./tool-blanks.mjs";
import { Keeping, readList } from "./tool-keeping.mjs";
import { showLarge } from "./tool-large.mjs";
import { ListOnPage, lineOf, textOfOwn } from "./tool-list.mjs";
import { ToolOutput } from "./tool-output.mjs";
import { textOfRow } from "./tool-rows.mjs";
import { questionsToTake } from "./tool-state.mjs";
import { Status } from "./tool-status.mjs";

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

/** What a reader does with a list: each action changes what stands on the page, says so and keeps it. */
class Tool {
  /**
   * @param {HTMLElement} section
   * @param {{ said: Record<string, string>, inSource: Record<string, string> }} words
   */
  constructor(section, { said, inSource }) {
    this.section = section;
    this.said = said;
    this.list = new ListOnPage(section, said);
    this.out = new ToolOutput(this.list, (text) => inSource[text] ?? "");
    this.keeping = new Keeping(this.list);
    this.status = new Status(section);
    this.lasting = find(section, ".tool-note span", HTMLElement);
    this.notLasting = this.lasting.textContent ?? "";
  }

  start() {
    onPress(this.section, {
      add: (button) => this.add(ownOf(button)),
      take: () => this.take(),
      up: (button) => this.move(button, -1),
      down: (button) => this.move(button, 1),
      remove: (button) => this.remove(rowOfButton(button)),
      undo: () => this.undo(),
      print: (button) => this.print(letterOfButton(button)),
      copy: (button) => this.letOut(() => this.out.copy(letterOfButton(button))),
      share: (button) => this.letOut(() => this.out.share(letterOfButton(button))),
      mail: (button) => this.mail(letterOfButton(button)),
      show: (button) => showLarge(this.section, rowOfButton(button)),
      close: () => this.section.querySelector("dialog")?.close(),
      calendar: () => this.letOut(() => this.out.makeCalendar()),
      empty: () => this.empty(),
      wipe: () => this.wipe(),
      keep: (button) => this.keepNow(button),
    });
    for (const sharing of findAll(this.section, "[data-can=share]")) sharing.hidden = !("share" in navigator);
    this.section.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("summary")) this.list.placeOwn(target);
    });
    this.list.form.addEventListener("submit", (event) => event.preventDefault());
    for (const own of this.list.owns) {
      textOfOwn(own).addEventListener(
        "keydown",
        ({ key, isComposing }) => key === "Enter" && !isComposing && this.add(own),
      );
    }
    this.list.form.addEventListener("input", ({ target }) => this.onInput(target));
    this.list.form.addEventListener("toggle", () => this.save(), true);
    window.addEventListener("beforeprint", () => this.draw());
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.restore());
    window.addEventListener(
      "storage",
      ({ key }) => (key === this.keeping.name || key === null) && this.onKeptElsewhere(),
    );
    const early = this.list.isOfChosen ? this.list.choices().filter(({ checked }) => checked) : [];
    fillFromEarly(this.list.form);
    if (this.keeping.hasKept()) this.restore();
    this.bringIntoSight();
    for (const choice of early) {
      this.list.choose(choice, true);
      this.say(fill(this.said.added, { line: lineOf(choice) }));
    }
    this.showAll();
    if (this.keeping.isOn() && !this.keeping.hasKept()) this.switchKeeping();
  }

  /** Lead to what is kept where a browser that loads the page again has gone past its end. */
  bringIntoSight() {
    if (this.section.getBoundingClientRect().bottom < 0) find(this.section, ".tool-acts", HTMLElement).scrollIntoView();
  }

  /** Show what is kept, or the list as it began. */
  restore() {
    const kept = this.keeping.read();
    this.status.clear();
    this.list.show(kept);
    this.keeping.set(kept !== null);
    this.showState();
  }

  /** Show what another window kept; where it kept nothing any more, say why the list is empty now. */
  onKeptElsewhere() {
    const isThere = this.list.hasContent();
    this.restore();
    if (isThere && !this.list.hasContent()) this.say(this.said.wiped_elsewhere);
  }

  /** @param {EventTarget | null} target */
  onInput(target) {
    if (target === this.keeping.box) return this.switchKeeping();
    if (target === this.list.option("third")) this.list.layPaper();
    for (const [one, other] of [
      ["blank", "filled"],
      ["filled", "blank"],
    ]) {
      const that = target === this.list.option(one) && this.list.option(other);
      if (that) that.checked = false;
    }
    this.list.placeOwn(target);
    if (target instanceof HTMLInputElement && target.closest("[data-part]")) {
      this.list.choose(target, target.checked);
      this.say(fill(target.checked ? this.said.added : this.said.removed, { line: lineOf(target) }));
    }
    fillSameFields(this.list.form, target);
    this.showAll();
    return this.save();
  }

  /** Show what the reader wants to see, and what comes of it. */
  showAll() {
    this.list.showOptions();
    this.showState();
  }

  /** Show what comes out of the printer, what a letter still misses, and whether all of it is kept. */
  showState() {
    const isKept = this.keeping.isOn();
    this.lasting.textContent = isKept ? this.said.lasting : this.notLasting;
    for (const unkept of findAll(this.section, ".tool-unkept")) unkept.hidden = isKept || !this.list.hasContent();
    for (const still of findAll(this.section, ".tool-still")) {
      const names = stillEmpty(/** @type {HTMLElement} */ (still.closest("details"))).join(", ");
      put(still, names && fill(this.said.still_empty, { names }));
    }
    for (const sheets of findAll(this.section, ".tool-sheets"))
      put(sheets, this.list.hasChosenNothing() ? "" : this.out.sheetsInWords());
    const toList = this.section.querySelector(".tool-to-list");
    if (toList instanceof HTMLElement)
      put(toList, this.list.rows().length > 0 ? fill(this.said.to_list, { count: this.list.rows().length }) : "");
  }

  /**
   * Put lines of the reader's own on the list, where the reader wants them.
   * @param {string[]} texts
   * @param {string} part
   */
  addOwn(texts, part) {
    const id = `own-${part}-${Date.now()}`;
    for (const [at, text] of texts.entries()) {
      const fold = this.list.addRow({ id: `${id}-${at}`, part, text, isOwn: true }).closest("details");
      if (fold) fold.open = true;
    }
    this.showAll();
    this.save();
  }

  /** @param {HTMLElement} own */
  add(own) {
    textOfOwn(own).focus();
    if (!this.addTyped([own])) this.say(this.said.nothing_typed);
  }

  /** Put on the list what stands in the fields for something of one's own, and tell whether there was anything. */
  addTyped(owns = this.list.owns) {
    const typed = owns.filter((own) => textOfOwn(own).value.trim());
    for (const own of typed) {
      const text = textOfOwn(own).value.trim();
      textOfOwn(own).value = "";
      this.addOwn([text], own.dataset.part ?? this.list.ownPlace?.value ?? "");
      this.say(fill(this.said.added, { line: text }));
    }
    return typed.length > 0;
  }

  take() {
    const kept = readList(this.section.dataset.takes ?? "");
    const texts = questionsToTake(kept, this.list.read());
    this.addOwn(texts, this.list.ownPlace?.value ?? "");
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
    const top = button.getBoundingClientRect().top - before;
    window.scrollBy({ top, behavior: "instant" }); // and it stays below the finger
    const rows = [...(row.parentElement?.children ?? [])];
    const values = { line: textOfRow(row), place: rows.indexOf(row) + 1, count: rows.length };
    this.say(fill(this.said.moved, values));
    this.save();
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const { parentElement: list, nextElementSibling: next } = row;
    const choice = this.list.choices().find(({ value }) => value === row.dataset.row);
    row.remove();
    if (choice) choice.checked = false;
    this.status.canUndo(() => {
      list?.insertBefore(row, next?.parentElement === list ? next : null);
      if (choice) choice.checked = true;
      this.showAll();
      find(row, "[data-do=remove]", HTMLElement).focus();
    });
    this.changed(fill(this.said.removed, { line: textOfRow(row) }));
  }

  /** Empty this list alone, on this device too if it is kept. */
  empty() {
    const before = this.list.read();
    const isKept = this.keeping.isOn();
    const emptied = find(this.section, "[data-do=empty]", HTMLElement);
    /** @param {State | null} state */
    const show = (state) => {
      this.list.show(state);
      this.keeping.set(isKept);
    };
    show(null);
    this.status.canOnlyUndo(() => (show(before), emptied.focus()));
    this.changed(this.said.emptied);
  }

  wipe() {
    const before = this.list.read();
    this.list.show(null);
    this.keeping.wipe();
    const wiped = find(this.section, "[data-do=wipe]", HTMLElement);
    this.status.canOnlyUndo(() => (this.list.show(before), wiped.focus()));
    this.changed(this.said.wiped);
  }

  /**
   * Say what has been done that can be undone, and lead there.
   * @param {string} text
   */
  changed(text) {
    this.showAll();
    this.status.say(text);
    this.status.leadToUndo();
    this.save();
  }

  undo() {
    this.status.undo();
    this.say(this.said.put_back);
    this.save();
  }

  /** @param {string} text */
  say(text) {
    this.status.say(text);
  }

  /** Draw what comes on paper, with what has been typed. */
  draw() {
    this.addTyped();
    this.out.draw();
  }

  /** @param {HTMLElement | null} letter */
  print(letter) {
    this.addTyped();
    this.say(this.out.beforePrint());
    this.out.print(letter);
  }

  /**
   * Let what has been typed too leave the page, and say what came of it.
   * @param {() => string | Promise<string>} out
   */
  async letOut(out) {
    this.addTyped();
    this.say(await out());
  }

  /** @param {HTMLElement | null} letter */
  mail(letter) {
    if (letter) this.say(this.out.mail(letter));
  }

  /** Keep the list from now on, or not any more, as the reader chose. */
  switchKeeping() {
    const isWanted = this.keeping.isOn();
    const isDone = this.keeping.write();
    this.showState();
    this.say(isWanted ? this.said[isDone ? "kept" : "not_kept"] : this.said.no_longer_kept);
  }

  /** @param {HTMLElement} button */
  keepNow(button) {
    this.keeping.set(true);
    this.switchKeeping();
    const around = /** @type {HTMLElement} */ (button.closest(".tool-scripted"));
    if (this.keeping.isOn()) find(around, "[data-do=print]", HTMLElement).focus();
  }

  /** Keep what has changed, where the reader asks for that. */
  save() {
    this.showState();
    if (this.keeping.isOn() && !this.keeping.write()) this.say(this.said.not_kept);
  }
}

/** @param {HTMLElement} button */
function ownOf(button) {
  return /** @type {HTMLElement} */ (button.closest(".tool-own"));
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
