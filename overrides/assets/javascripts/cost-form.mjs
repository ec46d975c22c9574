/**
 * The cost estimate in the page: the usual answer, what is different, and all questions for who wants them. Loaded when
 * the reader comes near it. What is filled in stays in this page: nothing is stored, sent, or put into an address. So
 * it is gone with the page, and comes back only with one that the browser has kept as it was.
 *
 * @typedef {import("./cost-answers.mjs").Answers} Answers
 * @typedef {import("./cost-answers.mjs").PageData} PageData
 * @typedef {import("./cost-estimate.mjs").Field} Field
 * @typedef {import("./cost-questions.mjs").Place} Place
 */

import { writer } from "./amount.mjs";
import { answersOf, fieldOf, readPage } from "./cost-answers.mjs";
import { putInLater } from "./cost-later.mjs";
import { Questions, shownError } from "./cost-questions.mjs";
import { Result } from "./cost-result.mjs";
import { copySheet } from "./cost-share.mjs";
import { find, inputOf, onPress } from "./dom.mjs";
import { fetchData, fetchStyle } from "./later-files.mjs";
import { printAlone } from "./share.mjs";

const PAUSE = 700;

/**
 * Bring the cost estimate of a page to life, with what is fetched for it.
 * @param {HTMLElement} section
 * @param {AbortController} early ends what stood in for this script until now
 */
export async function attach(section, early) {
  const { later = "", style = "" } = section.dataset;
  const [data] = await Promise.all([fetchData(later), fetchStyle(section, style)]);
  early.abort();
  putInLater(section, data);
  new CostForm(section, data).start();
  section.dataset.isAttached = "yes";
}

/** What the reader does, and where that leads. Each event reads the page once. */
class CostForm {
  /**
   * @param {HTMLElement} section
   * @param {PageData} data
   */
  constructor(section, data) {
    this.section = section;
    this.form = find(section, "form", HTMLFormElement);
    this.wording = { data, words: data.words, write: writer(data.locale) };
    this.questions = new Questions(this.form, this.wording);
    this.result = new Result(section, this.wording);
    this.clearing = find(this.form, "[data-do=clear]", HTMLElement);
    this.clearText = this.clearing.textContent ?? "";
    this.place = this.beginning();
    /** @type {(() => void) | null} */
    this.putBack = null;
    this.timer = 0;
  }

  /**
   * Return the usual situation, with whatever has been answered.
   * @returns {Place}
   */
  beginning() {
    return { opened: null, below: new Set(), hasAll: false, checked: new Set(), touched: new Set() };
  }

  start() {
    onPress(this.section, {
      open: (chip) => this.open(/** @type {Field} */ (chip.dataset.of)),
      lead: (button) => this.lead(/** @type {Field} */ (button.dataset.of)),
      close: () => this.close(),
      switch: () => this.switchView(),
      clear: () => this.clear(),
      copy: () => this.copy(),
      print: () => printAlone("cost"),
    });
    this.section.addEventListener("keydown", ({ key }) => key === "Escape" && this.close());
    this.form.addEventListener("submit", (event) => this.onSubmit(event));
    this.form.addEventListener("click", ({ target }) => target instanceof HTMLInputElement && this.onTouch(target));
    this.form.addEventListener("input", (event) => this.onInput(event));
    window.addEventListener("beforeprint", () => this.onPause());
    window.addEventListener("pagehide", ({ persisted }) => !persisted && this.forget());
    window.addEventListener("pageshow", () => this.show());
    for (const fieldset of this.questions.fieldsets.values()) chooseEarly(fieldset);
    this.result.keepInView();
    this.show();
  }

  /** @returns {Answers} */
  read() {
    return answersOf(readPage(this.questions.fieldsets.values()), this.wording);
  }

  /**
   * An answer counts as given also where the reader chooses the one with which the form began. A choice is answered at
   * once, and takes the place of a number; what is being typed meanwhile waits for its own pause.
   * @param {HTMLInputElement} input
   */
  onTouch(input) {
    const fieldset = /** @type {HTMLElement} */ (input.closest("fieldset"));
    this.place.touched.add(fieldOf(fieldset));
    this.offerClearing(null);
    if (input.type === "text") return this.wait();
    const typed = inputOf(fieldset);
    if (typed && input.value !== "number") typed.value = "";
    const answers = this.read();
    return keepStill(fieldset, () => {
      this.questions.showAfter(fieldset, answers, this.place);
      this.result.show(answers, this.place.touched);
    });
  }

  /**
   * What is typed is checked after a pause: a message that appears while a button is pressed would move that button.
   * @param {Event} event
   */
  onInput({ target }) {
    if (!(target instanceof HTMLInputElement && target.type === "text")) return;
    chooseTyped(target);
    this.offerClearing(null);
    this.questions.showAfter(/** @type {HTMLElement} */ (target.closest("fieldset")), this.read(), this.place);
    this.wait();
  }

  wait() {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.onPause(), PAUSE);
  }

  onPause() {
    const answers = this.read();
    for (const [field, { isTyped }] of answers.replies) if (isTyped) this.place.checked.add(field);
    keepStill(document.activeElement?.closest("fieldset") ?? this.form, () => {
      this.questions.show(answers, this.place);
      this.showResult(answers);
    });
  }

  /** Copy what follows from the answers as they are now. */
  copy() {
    this.onPause();
    return copySheet(this.section, this.wording.words);
  }

  /** @param {Event} event */
  onSubmit(event) {
    event.preventDefault();
    const answers = this.read();
    for (const field of answers.path) this.place.checked.add(field);
    const wrong = answers.path.filter((field) => shownError(field, answers, this.place, this.wording.data));
    this.show(answers, wrong);
    if (wrong.length > 0) this.questions.summary.focus();
    else this.result.lookAt();
  }

  /**
   * Open the question of a chip below the chips, or close it again.
   * @param {Field} field
   */
  open(field) {
    if (this.place.opened === field) return this.close();
    this.place.opened = field;
    this.show();
    return this.questions.lookAt(field);
  }

  /**
   * Lead to a question, which is opened below the chips where it is not asked already.
   * @param {Field} field
   */
  lead(field) {
    if (this.questions.fieldset(field).hidden) return this.open(field);
    return this.questions.lookAt(field);
  }

  close() {
    const { opened } = this.place;
    if (opened === null) return;
    this.place.opened = null;
    this.show();
    this.questions.chip(opened)?.focus();
  }

  switchView() {
    const { place } = this;
    Object.assign(place, { hasAll: !place.hasAll, opened: null });
    this.show();
    if (place.hasAll) this.questions.lookAt(this.questions.fields[0]);
  }

  forget() {
    this.form.reset();
    this.place = this.beginning();
    this.offerClearing(null);
  }

  /** Clear the answers, or put back those that were cleared just now; the button stays where the reader is. */
  clear() {
    const { putBack, place } = this;
    if (putBack) {
      this.offerClearing(null);
      putBack();
    } else {
      const inputs = [...this.form.querySelectorAll("input")].map((input) => ({
        input,
        checked: input.checked,
        value: input.value,
      }));
      this.forget();
      this.offerClearing(() => {
        for (const { input, ...was } of inputs) Object.assign(input, was);
        this.place = place;
      });
    }
    this.show();
    this.questions.added.textContent = putBack ? "" : this.wording.words.cleared;
    this.clearing.scrollIntoView({ block: "nearest" });
  }

  /**
   * Let the button clear the answers, or put back those that were cleared.
   * @param {(() => void) | null} putBack
   */
  offerClearing(putBack) {
    this.putBack = putBack;
    this.clearing.textContent = putBack ? this.wording.words.put_back : this.clearText;
  }

  /**
   * @param {Answers} answers
   * @param {Field[]} wrong what stands in the summary of what is wrong
   */
  show(answers = this.read(), wrong = []) {
    this.questions.show(answers, this.place);
    this.questions.showSummary(wrong, answers, this.place);
    this.showResult(answers);
  }

  /** @param {Answers} answers */
  showResult(answers) {
    window.clearTimeout(this.timer);
    this.result.show(answers, this.place.touched);
  }
}

/**
 * Let what stands above a question come and go without moving that question.
 * @param {Element} question
 * @param {() => void} change
 */
function keepStill(question, change) {
  const { top } = question.getBoundingClientRect();
  change();
  window.scrollBy({ top: question.getBoundingClientRect().top - top, behavior: "instant" });
}

/**
 * What was typed before the script had come is an answer too, unless another one is chosen.
 * @param {HTMLElement} fieldset
 */
function chooseEarly(fieldset) {
  const input = inputOf(fieldset);
  if (input?.value && !fieldset.querySelector(":checked")) chooseTyped(input);
}

/**
 * Who types a number answers with it.
 * @param {HTMLInputElement} input
 */
function chooseTyped(input) {
  const number = input.closest("div");
  if (number) find(number, "[type=radio]", HTMLInputElement).checked = true;
}
