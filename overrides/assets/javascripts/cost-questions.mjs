/**
 * The questions in the page: which are shown, what stands at each of them, and what is wrong.
 *
 * @typedef {import("./cost-answers.mjs").Answers} Answers
 * @typedef {import("./cost-answers.mjs").PageData} PageData
 * @typedef {import("./cost-answers.mjs").Way} Way
 * @typedef {import("./cost-estimate.mjs").Field} Field
 * @typedef {{ at: Field, isDone: boolean, isReturning: boolean, hasAll: boolean, checked: Set<Field> }} Place where the
 *   reader is: at which question, or done; `isReturning` to change one answer; `hasAll` questions in view; `checked` are
 *   the fields whose errors the reader is shown
 */

import { fieldOf, mustBeKnown, replyOf } from "./cost-answers.mjs";
import { element, find, findAll, inputOf, put } from "./cost-dom.mjs";
import { fill } from "./cost-words.mjs";

/**
 * Return the name of the words for what is wrong with a field, as far as the reader is to know it now; or nothing.
 * @param {Field} field
 * @param {Answers} answers
 * @param {Place} place
 * @param {PageData} data
 * @returns {string}
 */
export function shownError(field, answers, place, data) {
  if (!place.checked.has(field)) return "";
  const { error, isAnswered } = replyOf(answers, field);
  return error ?? (!isAnswered && mustBeKnown(field, data) ? "missing" : "");
}

/** The questions of the form, as the reader sees them. */
export class Questions {
  /**
   * @param {HTMLFormElement} form
   * @param {Way} way
   */
  constructor(form, way) {
    this.way = way;
    this.fieldsets = new Map(findAll(form, "fieldset").map((fieldset) => [fieldOf(fieldset), fieldset]));
    this.fields = [...this.fieldsets.keys()];
    this.summary = find(form, ".cost-errors", HTMLElement);
    this.progress = find(form, ".cost-progress", HTMLElement);
    this.previous = find(form, "[data-do=previous]", HTMLElement);
    this.switch = find(form, "[data-do=switch]", HTMLElement);
    this.submit = find(form, "[type=submit]", HTMLElement);
    this.usual = find(form, "[data-field=compulsory_deductible] [value=default] + span", HTMLElement);
    this.texts = { next: this.submit.textContent, all: this.switch.textContent, usual: this.usual.textContent ?? "" };
  }

  /**
   * @param {Field} field
   * @returns {HTMLElement}
   */
  fieldset(field) {
    const fieldset = this.fieldsets.get(field);
    if (!fieldset) throw new Error(`the estimate has no question ${field}`);
    return fieldset;
  }

  /**
   * Return the words that name a question in a list.
   * @param {Field} field
   */
  shortName(field) {
    return find(this.fieldset(field), "legend", HTMLElement).dataset.short ?? "";
  }

  /**
   * Show the questions as they are at a place, and how far that is.
   * @param {Answers} answers
   * @param {Place} place
   */
  show(answers, place) {
    const { path } = answers;
    for (const field of this.fields) this.showField(field, answers, place);
    this.showUsualAmount(answers);
    const at = path.indexOf(place.at);
    this.progress.hidden = place.hasAll || place.isDone;
    this.progress.textContent = fill(this.way.words.progress, { number: at + 1, total: Math.max(path.length, at + 1) });
    this.previous.hidden = place.hasAll || (at === 0 && !place.isDone);
    this.submit.hidden = place.isDone && !place.hasAll;
    const isLast = place.hasAll || place.isReturning || at === path.length - 1;
    this.submit.textContent = isLast ? (this.switch.dataset.finish ?? "") : this.texts.next;
    this.switch.textContent = place.hasAll ? (this.switch.dataset.other ?? "") : this.texts.all;
  }

  /**
   * @param {Field} field
   * @param {Answers} answers
   * @param {Place} place
   */
  showField(field, answers, place) {
    const fieldset = this.fieldset(field);
    const error = this.errorText(field, answers, place);
    fieldset.hidden = !place.hasAll && (place.isDone || field !== place.at);
    put(find(fieldset, ".cost-error", HTMLElement), error);
    put(find(fieldset, ".cost-off", HTMLElement), answers.path.includes(field) ? "" : this.way.words.not_counted);
    const input = inputOf(fieldset);
    if (!input) return;
    input.setAttribute("aria-invalid", String(Boolean(error)));
    const { read } = replyOf(answers, field);
    put(find(fieldset, ".cost-read", HTMLElement), read ? fill(this.way.words.read_as, { amount: read }) : "");
  }

  /**
   * Say what the usual deductible is, once the year is known.
   * @param {Answers} answers
   */
  showUsualAmount(answers) {
    const { data, words, write } = this.way;
    const year = data.years[String(replyOf(answers, "year").value)]?.compulsory;
    if (!year) return put(this.usual, this.texts.usual);
    const amount = write.euro(year.euro * 100);
    const shown = year.confirmed ? amount : fill(words.expected, { amount });
    return put(this.usual, fill(words.usual_amount, { amount: shown }));
  }

  /**
   * @param {Field} field
   * @param {Answers} answers
   * @param {Place} place
   * @returns {string} empty where there is nothing wrong that the reader is to know
   */
  errorText(field, answers, place) {
    const error = shownError(field, answers, place, this.way.data);
    return error && fill(this.way.words[`error_${error}`], { limit: replyOf(answers, field).limit ?? "" });
  }

  /**
   * Show a summary of what is wrong, or none.
   * @param {Field[]} wrong
   * @param {Answers} answers
   * @param {Place} place
   */
  showSummary(wrong, answers, place) {
    this.summary.hidden = wrong.length === 0;
    const items = wrong.map((field) => element("li", this.linkTo(field, this.errorText(field, answers, place))));
    find(this.summary, "ul", HTMLElement).replaceChildren(...items);
  }

  /**
   * Return a link that leads to the answer of a field, without a trace in the address.
   * @param {Field} field
   * @param {string} error
   */
  linkTo(field, error) {
    const fieldset = this.fieldset(field);
    const link = element("a", `${find(fieldset, "legend", HTMLElement).textContent} ${error}`);
    link.href = `#${fieldset.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      (inputOf(fieldset) ?? find(fieldset, "input", HTMLInputElement)).focus();
    });
    return link;
  }

  /**
   * Firefox shows the middle of a question that is higher than the window: the question itself must be seen.
   * @param {Field} field
   */
  lookAt(field) {
    const fieldset = this.fieldset(field);
    fieldset.focus();
    find(fieldset, "legend", HTMLElement).scrollIntoView({ block: "nearest" });
  }
}
