/**
 * The cost estimate in the page: one question at a time or all of them, and the answer below. Loaded when the reader
 * comes near it. What is filled in stays in this page: nothing is stored, sent, or put into an address.
 */

import { readHundredths, writer } from "./amount.mjs";
import { SituationError, UNKNOWN, estimate, matters } from "./cost-estimate.mjs";
import { amountText, fill, lineText, sentence } from "./cost-words.mjs";

const PAUSE_IN_TYPING = 700;
const MUST_BE_KNOWN = ["insured", "year", "age", "place"];
const VALUES = { true: true, false: false, unknown: UNKNOWN };
/** More than anyone's deductible, and the most that the estimate takes. */
const ALL_USED = 1e10;
const SPLIT = ["gap", "deductible_charged", "insurer"];

/**
 * What a question has been answered with: `value` as the estimate takes it (undefined also where the answer is the
 * usual one), `text` as the reader sees it, `error` the name of the words for what is wrong with it.
 * @typedef {{ isAnswered: boolean, value?: number | boolean | string, text: string, read?: string, error?: string, limit?: string }} Reply
 */

/**
 * Bring the cost estimate of a page to life; a second call does nothing.
 * @param {HTMLElement} section
 */
export function attach(section) {
  if (section.dataset.isAttached) return;
  section.dataset.isAttached = "yes";
  new CostForm(section).start();
}

class CostForm {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.form = section.querySelector("form");
    this.data = JSON.parse(section.querySelector("script").textContent);
    this.words = { ...this.data.words, says_nothing_yet: section.querySelector(".cost-says").textContent };
    this.write = writer(this.data.locale);
    this.fieldsets = [...this.form.querySelectorAll("fieldset")];
    this.fields = this.fieldsets.map((fieldset) => fieldset.dataset.field);
    this.submit = this.form.querySelector("[type=submit]");
    this.switch = this.button("switch");
    this.heading = section.querySelector(".cost-heading");
    this.texts = { soFar: this.heading.textContent, next: this.submit.textContent, all: this.switch.textContent };
    this.timer = 0;
    this.begin();
  }

  /** Begin at the first question, with whatever has been answered. */
  begin() {
    this.at = this.fields[0];
    this.isDone = false;
    this.isReturning = false;
    this.hasAll = false;
    /** Fields whose errors the reader has been shown. */
    this.checked = new Set();
  }

  start() {
    const actions = { previous: this.previous, switch: this.switchView, clear: this.clear, copy: this.copy, print: printAlone };
    this.section.addEventListener("click", (event) => actions[event.target.closest("[data-do]")?.dataset.do]?.call(this));
    this.form.addEventListener("submit", (event) => this.onSubmit(event));
    this.form.addEventListener("input", (event) => this.onInput(event));
    window.addEventListener("pagehide", () => this.forget());
    window.addEventListener("pageshow", () => this.show());
    this.show();
  }

  button(name) {
    return this.section.querySelector(`[data-do=${name}]`);
  }

  fieldset(field) {
    return this.fieldsets[this.fields.indexOf(field)];
  }

  /* What the reader does. */

  /** What is typed is checked after a pause: a message that appears while a button is pressed would move that button. */
  onInput({ target }) {
    if (target.type === "text") target.closest("div").querySelector("[type=radio]").checked = true;
    this.showQuestions();
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.onPause(), PAUSE_IN_TYPING);
  }

  onPause() {
    const written = this.fieldsets.filter((fieldset) => fieldset.querySelector("[type=text]")?.value.trim());
    for (const fieldset of written) this.checked.add(fieldset.dataset.field);
    this.showQuestions();
    this.showAnswer();
  }

  onSubmit(event) {
    event.preventDefault();
    const path = this.path();
    const toCheck = this.hasAll ? path : [this.at];
    for (const field of toCheck) this.checked.add(field);
    const wrong = toCheck.filter((field) => this.shownError(field));
    if (wrong.length === 0) this.forward(path);
    this.show();
    this.showSummary(wrong);
    this.focusOn(wrong);
  }

  /** Go to the next question; after a change, only to one that has not been answered yet. */
  forward(path) {
    const left = path.slice(path.indexOf(this.at) + 1);
    const next = this.isReturning ? left.find((field) => !this.reply(field).isAnswered) : left[0];
    if (this.hasAll || next === undefined) this.isDone = true;
    else this.at = next;
  }

  focusOn(wrong) {
    if (wrong.length > 0) this.section.querySelector(".cost-errors").focus();
    else if (this.isDone) this.heading.focus();
    else this.lookAt(this.at);
  }

  /** Firefox shows the middle of a question that is higher than the window: the question itself must be seen. */
  lookAt(field) {
    const fieldset = this.fieldset(field);
    fieldset.focus();
    fieldset.querySelector("legend").scrollIntoView({ block: "nearest" });
  }

  previous() {
    const path = this.path();
    if (this.isDone) this.at = path.at(-1);
    else this.at = path[Math.max(0, path.indexOf(this.at) - 1)];
    this.goTo(this.at);
  }

  goTo(field, isReturning = false) {
    this.isReturning = isReturning;
    this.isDone = false;
    this.at = field;
    this.show();
    this.lookAt(field);
  }

  switchView() {
    this.hasAll = !this.hasAll;
    this.isDone = false;
    this.at = this.fields[0];
    this.show();
    this.lookAt(this.at);
  }

  forget() {
    this.form.reset();
    this.begin();
  }

  clear() {
    this.forget();
    this.show();
    this.lookAt(this.at);
  }

  async copy() {
    const said = this.section.querySelector(".cost-copied");
    try {
      await navigator.clipboard.writeText(this.questionsText());
      said.textContent = this.words.copied;
    } catch {
      said.textContent = this.words.not_copied;
    }
  }

  /* What has been answered. */

  /** @returns {Reply} */
  reply(field) {
    const fieldset = this.fieldset(field);
    const radio = fieldset.querySelector(":checked");
    if (!radio) return { isAnswered: false, value: MUST_BE_KNOWN.includes(field) ? undefined : UNKNOWN, text: this.words.not_answered };
    const text = radio.closest("label").textContent.trim();
    if (radio.value === "number") return this.numberReply(field, fieldset, text);
    return { isAnswered: true, value: valueOf(field, radio.value), text };
  }

  numberReply(field, fieldset, text) {
    const written = fieldset.querySelector("[type=text]").value.trim();
    const isPercentage = fieldset.dataset.kind === "percentage";
    if (!written) return { isAnswered: true, value: UNKNOWN, text, error: "empty" };
    const hundredths = readHundredths(isPercentage ? written.replace("%", "") : written);
    if (hundredths === null) return { isAnswered: true, text: written, error: fieldset.dataset.kind };
    const read = isPercentage ? fill(this.words.per_cent, { number: this.write.percentage(hundredths) }) : this.write.euro(hundredths);
    const value = hundredths / 100;
    return { isAnswered: true, value, text: read, read, ...this.limitOf(field, value, isPercentage) };
  }

  /** What the estimate itself refuses about one number, in an otherwise plain situation. */
  limitOf(field, value, isPercentage) {
    const year = this.reply("year").value ?? Math.max(...Object.keys(this.data.years).map(Number));
    try {
      estimate({ year, age: "adult", place: "netherlands", [field]: value }, this.data);
      return {};
    } catch (error) {
      if (!(error instanceof SituationError)) throw error;
      return isPercentage ? { error: "percentage" } : { error: "too_high", limit: this.write.euro(error.limit * 100) };
    }
  }

  /** The questions that matter, in order, each as far as the answers before it tell. */
  path() {
    if (this.reply("insured").value === false) return ["insured"];
    const known = {};
    return this.fields.filter((field) => {
      const isAsked = field === "insured" || matters(field, known, this.data);
      if (isAsked && field !== "insured") known[field] = this.knownValue(field);
      return isAsked;
    });
  }

  /** What may be known of a field: an answer with something wrong in it says nothing. */
  knownValue(field) {
    const reply = this.reply(field);
    return reply.error ? UNKNOWN : reply.value;
  }

  situation() {
    const asked = this.path().filter((field) => field !== "insured");
    const situation = Object.fromEntries(asked.map((field) => [field, this.knownValue(field)]));
    return situation.place === "netherlands" && this.data.advance !== null ? { ...situation, advance: this.data.advance } : situation;
  }

  /** The name of the words for what is wrong with a field, as far as the reader is to know it now. */
  shownError(field) {
    if (!this.checked.has(field)) return "";
    const reply = this.reply(field);
    if (reply.error) return reply.error;
    return !reply.isAnswered && MUST_BE_KNOWN.includes(field) ? "missing" : "";
  }

  errorText(field) {
    const error = this.shownError(field);
    const word = error === "euro" ? "amount" : error;
    return error && fill(this.words[`error_${word}`], { limit: this.reply(field).limit ?? "" });
  }

  /* What the reader sees. */

  show() {
    this.showQuestions();
    this.showSummary([]);
    this.showAnswer();
  }

  showQuestions() {
    const path = this.path();
    for (const [index, field] of this.fields.entries()) {
      this.fieldsets[index].hidden = this.hasAll ? false : this.isDone || field !== this.at;
      this.showField(field, path.includes(field));
    }
    const place = path.indexOf(this.at);
    const progress = this.form.querySelector(".cost-progress");
    progress.hidden = this.hasAll || this.isDone;
    progress.textContent = fill(this.words.progress, { number: place + 1, total: Math.max(path.length, place + 1) });
    this.button("previous").hidden = this.hasAll || (place === 0 && !this.isDone);
    this.submit.hidden = this.isDone && !this.hasAll;
    const isLast = this.hasAll || this.isReturning || place === path.length - 1;
    this.submit.textContent = isLast ? this.switch.dataset.finish : this.texts.next;
    this.switch.textContent = this.hasAll ? this.switch.dataset.other : this.texts.all;
  }

  showField(field, isAsked) {
    const fieldset = this.fieldset(field);
    const error = this.errorText(field);
    put(fieldset.querySelector(".cost-error"), error);
    put(fieldset.querySelector(".cost-off"), isAsked ? "" : this.words.not_counted);
    if (field === "compulsory_deductible") this.showUsualAmount(fieldset);
    const input = fieldset.querySelector("[type=text]");
    if (!input) return;
    input.setAttribute("aria-invalid", String(Boolean(error)));
    const { read } = this.reply(field);
    put(fieldset.querySelector(".cost-read"), read ? fill(this.words.read_as, { amount: read }) : "");
  }

  /** Say what the usual deductible is, once the year is known. */
  showUsualAmount(fieldset) {
    const place = fieldset.querySelector("[value=default] + span");
    place.dataset.plain ??= place.textContent;
    const year = this.data.years[this.reply("year").value]?.compulsory;
    if (!year) return put(place, place.dataset.plain);
    const amount = this.write.euro(year.euro * 100);
    const shown = year.confirmed ? amount : fill(this.words.expected, { amount });
    return put(place, fill(this.words.usual_amount, { amount: shown }));
  }

  showSummary(wrong) {
    const summary = this.section.querySelector(".cost-errors");
    summary.hidden = wrong.length === 0;
    summary.querySelector("ul").replaceChildren(...wrong.map((field) => element("li", this.linkTo(field))));
  }

  /** A link that leads to the answer of a field, without a trace in the address. */
  linkTo(field) {
    const fieldset = this.fieldset(field);
    const link = element("a", `${fieldset.querySelector("legend").textContent} ${this.errorText(field)}`);
    link.href = `#${fieldset.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      (fieldset.querySelector("[type=text]") ?? fieldset.querySelector("input")).focus();
    });
    return link;
  }

  showAnswer() {
    window.clearTimeout(this.timer);
    const found = this.found();
    const says = this.section.querySelector(".cost-says");
    const text = typeof found === "string" ? this.words[found] : sentence(found, this.words, this.write);
    if (says.textContent !== text) says.textContent = text;
    const isFinal = typeof found !== "string" && (this.isDone || this.hasAll);
    const isEnd = isFinal || found === "says_not_insured";
    this.section.dataset.state = isEnd ? "end" : "start";
    this.heading.textContent = isEnd ? this.heading.dataset.result : this.texts.soFar;
    const details = this.section.querySelector(".cost-details");
    details.hidden = !isFinal;
    if (isFinal) this.showDetails(found, details);
  }

  /** The estimate, or the name of the words that stand in its place. */
  found() {
    if (this.reply("insured").value === false) return "says_not_insured";
    const path = this.path();
    if (path.some((field) => ![undefined, "empty"].includes(this.reply(field).error))) return "says_wrong";
    if (MUST_BE_KNOWN.some((field) => !this.reply(field).isAnswered)) return "says_nothing_yet";
    return estimate(this.situation(), this.data);
  }

  showDetails(found, details) {
    const part = (name) => details.querySelector(`[data-part=${name}]`);
    this.showNotes(found, part("mind"));
    this.showSplit(found, part("split"));
    this.showLines(found, part("calculation"));
    this.showAsk(found, part("ask"));
    part("answers").querySelector("dl").replaceChildren(...this.path().flatMap((field) => this.answerRow(field)));
    details.querySelector(".cost-copied").textContent = "";
  }

  showNotes({ warnings }, place) {
    const isUnsure = this.reply("insured").value === UNKNOWN;
    const notes = [...(isUnsure ? [{ code: "insurance", values: {} }] : []), ...warnings];
    place.hidden = notes.length === 0;
    place.querySelector("ul").replaceChildren(
      ...notes.map(({ code, values }) => {
        const shown = "euro" in values ? { ...values, euro: this.write.euro(values.euro * 100) } : values;
        return element("li", fill(this.words[`mind_${code}`], shown));
      }),
    );
  }

  /** The picture stands only with exact amounts; the same numbers stand beside it in words. */
  showSplit(found, place) {
    const bill = found.lines[0].high;
    place.hidden = !found.isExact || bill === 0;
    if (place.hidden) return;
    const parts = SPLIT.filter((part) => found[part].low > 0);
    const starts = parts.map((_, index) => sum(parts.slice(0, index).map((part) => found[part].low)));
    place.querySelector("ul").replaceChildren(
      ...parts.map((part, index) => {
        const amount = found[part].low;
        const label = element("span", this.words[`part_${part}`]);
        const number = element("strong", this.write.euro(amount));
        return element("li", label, " ", number, bar((starts[index] / bill) * 100, (amount / bill) * 100, part));
      }),
    );
  }

  showLines({ lines, warnings }, place) {
    const ids = [...new Set(lines.flatMap((line) => line.sources))].filter((id) => id in this.data.sources);
    const way = {
      words: this.words,
      write: this.write,
      number: (id) => ids.indexOf(id) + 1,
      isExpected: warnings.some(({ code }) => code === "expected"),
    };
    place.querySelector("tbody").replaceChildren(...lines.map((line) => lineRow(line, lineText(line, way))));
    place.querySelector("ul").replaceChildren(...ids.map((id, index) => sourceItem(this.data.sources[id], index + 1)));
  }

  questions({ questions }) {
    const isUnsure = this.reply("insured").value === UNKNOWN;
    return [...(isUnsure ? [{ to: "insurer", code: "insurance" }] : []), ...questions];
  }

  showAsk(found, place) {
    const questions = this.questions(found);
    const year = this.reply("year").value;
    for (const group of place.querySelectorAll("[data-to]")) {
      const mine = questions.filter(({ to }) => to === group.dataset.to);
      group.hidden = mine.length === 0;
      group.querySelector("ul").replaceChildren(
        ...mine.map(({ code }) => element("li", fill(this.words[`ask_${code}`], { year }))),
      );
    }
    put(place.querySelector("[data-nothing]"), questions.length === 0 ? this.words.ask_nothing : "");
    this.button("copy").hidden = questions.length === 0;
  }

  questionsText() {
    const groups = [...this.section.querySelectorAll("[data-to]")].filter((group) => !group.hidden);
    const text = (group) => [...group.querySelectorAll("p, li")].map((line) => `${line.matches("li") ? "- " : ""}${line.textContent}`);
    return groups.map((group) => text(group).join("\n")).join("\n\n");
  }

  answerRow(field) {
    const name = this.fieldset(field).querySelector("legend").dataset.short;
    const change = element("button", `${this.words.change} `, element("span", name));
    change.type = "button";
    change.className = "cost-link";
    change.lastElementChild.className = "unseen";
    change.addEventListener("click", () => this.goTo(field, true));
    return [element("dt", name), element("dd", this.reply(field).text, " ", change)];
  }
}

/** Print the estimate without the page around it. */
function printAlone() {
  const root = document.documentElement;
  window.addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  root.dataset.print = "cost";
  window.print();
}

/** An answer as the estimate takes it. */
function valueOf(field, written) {
  if (written === "default") return undefined;
  if (written === "all") return ALL_USED;
  if (written in VALUES) return VALUES[written];
  return /^\d+$/.test(written) ? Number(written) : written;
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {string} name @param {...(string | Node)} content */
function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/** Show a text in its place, or nothing and no place. */
function put(place, text) {
  place.hidden = !text;
  if (place.textContent !== text) place.textContent = text;
}

/** A bar from `start`, both in per cent of the bill; the numbers stand in words beside it. */
function bar(start, width, part) {
  const make = (name, attributes) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    return made;
  };
  const drawing = make("svg", { "aria-hidden": "true", width: "100%", height: "16" });
  drawing.append(
    make("rect", { class: "cost-track", width: "100%", height: "16" }),
    make("rect", { class: `cost-bar cost-bar-${part}`, x: `${start}%`, width: `${width}%`, height: "16" }),
  );
  return drawing;
}

function lineRow(line, { what, amount, from }) {
  const row = element("tr", element("th", what), element("td", amount));
  row.dataset.line = line.code;
  row.firstChild.scope = "row";
  if (from) row.firstChild.append(element("small", from));
  return row;
}

function sourceItem({ title, publisher, date, address, lang, read }, number) {
  const name = element(address ? "a" : "span", title);
  name.lang = lang;
  if (address) Object.assign(name, { href: address, hreflang: lang });
  return element("li", `${number}. ${publisher}: `, name, [date, read].filter(Boolean).map((part) => `, ${part}`).join(""), ".");
}
