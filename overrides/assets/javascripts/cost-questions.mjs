/**
 * The questions in the page: which are shown, what stands at each of them, and what is wrong.
 *
 * @typedef {import("./cost-answers.mjs").Answers} Answers
 * @typedef {import("./cost-answers.mjs").PageData} PageData
 * @typedef {import("./cost-answers.mjs").Wording} Wording
 * @typedef {import("./cost-estimate.mjs").Field} Field
 * @typedef {import("./cost-estimate.mjs").Question} Question
 * @typedef {{
 *   opened: Field | null, below: Set<Field>, hasAll: boolean, checked: Set<Field>, touched: Set<Field>,
 * }} Place where the reader is: which chip is opened, and which questions its answers brought `below` it; `hasAll`
 *   questions in view; `checked` are the fields whose errors the reader is shown, `touched` those of which the reader
 *   has chosen the answer
 */

import { fieldOf, mustBeKnown, replyOf, usedAbove } from "./cost-answers.mjs";
import { putInOrder } from "./cost-later.mjs";
import { element, find, findAll, inputOf, put } from "./dom.mjs";
import { fill } from "./fill.mjs";

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

/**
 * Tell whether a question is asked: it matters, and it does not wait behind a chip or for another answer.
 * @param {Question} question
 * @param {Answers} answers
 */
export function isAsked({ field, open, chip, when }, answers) {
  if (!answers.path.includes(field)) return false;
  if (open || (!chip && replyOf(answers, field).isAnswered)) return true;
  if (!when) return !chip;
  const [other, ...values] = when;
  return !answers.path.includes(other) || values.some((value) => value === replyOf(answers, other).value);
}

/** The questions of the form, as the reader sees them. */
export class Questions {
  /**
   * @param {HTMLFormElement} form
   * @param {Wording} wording
   */
  constructor(form, wording) {
    this.wording = wording;
    this.list = find(form, ".cost-questions", HTMLElement);
    this.fieldsets = new Map(findAll(this.list, "fieldset").map((fieldset) => [fieldOf(fieldset), fieldset]));
    this.fields = [...this.fieldsets.keys()];
    this.summary = find(form, ".cost-errors", HTMLElement);
    this.usualOnes = find(form, ".cost-usual", HTMLElement);
    this.opened = find(form, ".cost-opened", HTMLElement);
    this.below = find(form, ".cost-below", HTMLElement);
    this.added = find(form, ".cost-added", HTMLElement);
    this.close = find(form, "[data-do=close]", HTMLElement);
    this.switch = find(form, "[data-do=switch]", HTMLElement);
    this.usual = find(form, "[data-field=compulsory_deductible] [value=default] + span", HTMLElement);
    this.years = findAll(form, ".cost-for");
    this.texts = { all: this.switch.textContent, usual: this.usual.textContent ?? "" };
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
   * Return the button with the answer to a question in the line of what is usual.
   * @param {Field} field
   * @returns {HTMLElement | null}
   */
  chip(field) {
    return this.usualOnes.querySelector(`[data-of=${field}]`);
  }

  /**
   * Show the questions as they are at a place.
   * @param {Answers} answers
   * @param {Place} place
   */
  show(answers, place) {
    this.putInPlace(place);
    for (const field of this.fields) this.showField(field, answers, place);
    for (const chip of findAll(this.usualOnes, "[data-of]")) this.showChip(chip, answers, place);
    this.showYear(answers);
    this.showUsualAmount(answers);
    this.usualOnes.hidden = place.hasAll;
    this.close.hidden = place.opened === null;
    this.switch.textContent = place.hasAll ? this.wording.words.few_questions : this.texts.all;
  }

  /**
   * Show the questions after an answer, and say which ones it brought: they come where the reader is.
   * @param {HTMLElement} from the question that was answered
   * @param {Answers} answers
   * @param {Place} place
   */
  showAfter(from, answers, place) {
    const shown = this.fields.filter((field) => this.isShown(field, answers, place));
    const added = shown.filter((field) => this.fieldset(field).hidden);
    const isBelow = this.opened.contains(from) || this.below.contains(from);
    place.below = new Set([...place.below, ...(isBelow ? added : [])].filter((field) => shown.includes(field)));
    this.show(answers, place);
    const names = added.map((field) => find(this.fieldset(field), "legend", HTMLElement).textContent);
    if (added.length > 0)
      this.added.textContent = fill(this.wording.words.questions_added, { questions: names.join(" ") });
  }

  /**
   * Put the question that is opened below the chips, those that its answers brought below that, and the others in the
   * list.
   * @param {Place} place
   */
  putInPlace({ opened, below, hasAll }) {
    for (const [field, fieldset] of this.fieldsets) {
      const home = below.has(field) && !hasAll ? this.below : this.list;
      if (field !== opened && !home.contains(fieldset)) putInOrder(home, fieldset, this.fields);
    }
    if (opened !== null && !this.opened.contains(this.fieldset(opened))) this.opened.prepend(this.fieldset(opened));
  }

  /**
   * @param {Field} field
   * @param {Answers} answers
   * @param {Place} place
   */
  isShown(field, answers, place) {
    if (place.hasAll || place.opened === field || shownError(field, answers, place, this.wording.data)) return true;
    return this.wording.data.questions.some((question) => question.field === field && isAsked(question, answers));
  }

  /**
   * @param {Field} field
   * @param {Answers} answers
   * @param {Place} place
   */
  showField(field, answers, place) {
    const fieldset = this.fieldset(field);
    const error = this.errorText(field, answers, place);
    fieldset.hidden = !this.isShown(field, answers, place);
    put(find(fieldset, ".cost-error", HTMLElement), error);
    put(find(fieldset, ".cost-off", HTMLElement), answers.path.includes(field) ? "" : this.wording.words.not_counted);
    const input = inputOf(fieldset);
    if (!input) return;
    input.setAttribute("aria-invalid", String(Boolean(error)));
    const { read } = replyOf(answers, field);
    put(find(fieldset, ".cost-read", HTMLElement), read ? this.readText(field, read, answers) : "");
  }

  /**
   * Say how a number was understood, and where it is more than can count.
   * @param {Field} field
   * @param {string} amount
   * @param {Answers} answers
   */
  readText(field, amount, answers) {
    const { data, words, write } = this.wording;
    const whole = field === "deductible_used" ? usedAbove(answers, data) : null;
    const said = fill(words.read_as, { amount });
    return whole === null ? said : `${said}. ${fill(words.used_above, { whole: write.euro(whole) })}`;
  }

  /**
   * @param {HTMLElement} chip
   * @param {Answers} answers
   * @param {Place} place
   */
  showChip(chip, answers, place) {
    const field = /** @type {Field} */ (chip.dataset.of);
    const { chip: text, isChanged } = replyOf(answers, field);
    put(find(chip, "span", HTMLElement), isChanged ? `${text} ${this.wording.words.differs}` : text);
    chip.classList.toggle("is-changed", isChanged);
    chip.setAttribute("aria-expanded", String(place.opened === field));
    /** @type {HTMLElement} */ (chip.parentElement).hidden = !answers.path.includes(field) && place.opened !== field;
  }

  /**
   * Say for which year a question is: what was used of another one does not count.
   * @param {Answers} answers
   */
  showYear(answers) {
    const { isAnswered, text } = replyOf(answers, "year");
    if (isAnswered) for (const shown of this.years) put(shown, text);
  }

  /**
   * Say what the usual deductible is, once the year is known.
   * @param {Answers} answers
   */
  showUsualAmount(answers) {
    const { data, words, write } = this.wording;
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
    const error = shownError(field, answers, place, this.wording.data);
    return error && fill(this.wording.words[`error_${error}`], { limit: replyOf(answers, field).limit ?? "" });
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
