/**
 * The cost estimate in the page: one question at a time or all of them, and the answer below. Loaded when the reader
 * comes near it. What is filled in stays in this page: nothing is stored, sent, or put into an address.
 *
 * @typedef {import("./cost-answers.mjs").Answers} Answers
 * @typedef {import("./cost-answers.mjs").PageData} PageData
 * @typedef {import("./cost-estimate.mjs").Field} Field
 * @typedef {import("./cost-questions.mjs").Place} Place
 */

import { writer } from "./amount.mjs";
import { answersOf, readPage, replyOf } from "./cost-answers.mjs";
import { find } from "./cost-dom.mjs";
import { Questions, shownError } from "./cost-questions.mjs";
import { Result } from "./cost-result.mjs";
import { copyQuestions, printAlone } from "./cost-share.mjs";

const PAUSE_IN_TYPING = 700;

/**
 * Bring the cost estimate of a page to life; a second call does nothing.
 * @param {HTMLElement} section
 */
export function attach(section) {
  if (section.dataset.isAttached) return;
  section.dataset.isAttached = "yes";
  new CostForm(section).start();
}

/** What the reader does, and where that leads. Each event reads the page once. */
class CostForm {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.form = find(section, "form", HTMLFormElement);
    /** @type {PageData} */
    const data = JSON.parse(find(section, "script", HTMLScriptElement).textContent ?? "");
    this.way = { data, words: data.words, write: writer(data.locale) };
    this.questions = new Questions(this.form, this.way);
    this.result = new Result(section, this.way, {
      shortName: (field) => this.questions.shortName(field),
      change: (field) => this.goTo(field, true),
    });
    this.place = this.beginning();
    this.timer = 0;
  }

  /**
   * Return the first question, with whatever has been answered.
   * @returns {Place}
   */
  beginning() {
    return { at: this.questions.fields[0], isDone: false, isReturning: false, hasAll: false, checked: new Set() };
  }

  start() {
    /** @type {Record<string, () => unknown>} */
    const actions = {
      previous: () => this.previous(),
      switch: () => this.switchView(),
      clear: () => this.clear(),
      copy: () => copyQuestions(this.section, this.way.words),
      print: printAlone,
    };
    this.section.addEventListener("click", ({ target }) => {
      const pressed = target instanceof Element ? target.closest("[data-do]") : null;
      if (pressed instanceof HTMLElement) actions[pressed.dataset.do ?? ""]?.();
    });
    this.form.addEventListener("submit", (event) => this.onSubmit(event));
    this.form.addEventListener("input", (event) => this.onInput(event));
    window.addEventListener("pagehide", () => this.forget());
    window.addEventListener("pageshow", () => this.show());
    this.show();
  }

  /** @returns {Answers} */
  read() {
    return answersOf(readPage(this.form), this.way);
  }

  /**
   * What is typed is checked after a pause: a message that appears while a button is pressed would move that button.
   * @param {Event} event
   */
  onInput({ target }) {
    if (target instanceof HTMLInputElement && target.type === "text") {
      const number = target.closest("div");
      if (number) find(number, "[type=radio]", HTMLInputElement).checked = true;
    }
    this.questions.show(this.read(), this.place);
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.onPause(), PAUSE_IN_TYPING);
  }

  onPause() {
    const form = readPage(this.form);
    for (const { field } of form.filter(({ typed }) => typed)) this.place.checked.add(field);
    const answers = answersOf(form, this.way);
    this.questions.show(answers, this.place);
    this.showResult(answers);
  }

  /** @param {Event} event */
  onSubmit(event) {
    event.preventDefault();
    const answers = this.read();
    const toCheck = this.place.hasAll ? answers.path : [this.place.at];
    for (const field of toCheck) this.place.checked.add(field);
    const wrong = toCheck.filter((field) => shownError(field, answers, this.place, this.way.data));
    if (wrong.length === 0) this.forward(answers);
    this.show(answers, wrong);
    this.focusOn(wrong);
  }

  /**
   * Go to the next question; after a change, only to one that has not been answered yet.
   * @param {Answers} answers
   */
  forward(answers) {
    const { place } = this;
    const left = answers.path.slice(answers.path.indexOf(place.at) + 1);
    const next = place.isReturning ? left.find((field) => !replyOf(answers, field).isAnswered) : left[0];
    if (place.hasAll || next === undefined) place.isDone = true;
    else place.at = next;
  }

  /** @param {Field[]} wrong */
  focusOn(wrong) {
    if (wrong.length > 0) this.questions.summary.focus();
    else if (this.place.isDone) this.result.heading.focus();
    else this.questions.lookAt(this.place.at);
  }

  previous() {
    const { place } = this;
    const answers = this.read();
    const before = answers.path[Math.max(0, answers.path.indexOf(place.at) - 1)];
    this.goTo(place.isDone ? (answers.path.at(-1) ?? place.at) : before, false, answers);
  }

  /**
   * @param {Field} field
   * @param {boolean} isReturning whether the reader comes from the end, to change one answer
   * @param {Answers} answers
   */
  goTo(field, isReturning, answers = this.read()) {
    Object.assign(this.place, { at: field, isDone: false, isReturning });
    this.show(answers);
    this.questions.lookAt(field);
  }

  switchView() {
    const [first] = this.questions.fields;
    Object.assign(this.place, { hasAll: !this.place.hasAll, isDone: false, at: first });
    this.show();
    this.questions.lookAt(first);
  }

  forget() {
    this.form.reset();
    this.place = this.beginning();
  }

  clear() {
    this.forget();
    this.show();
    this.questions.lookAt(this.place.at);
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
    this.result.show(answers, this.place.isDone || this.place.hasAll);
  }
}
