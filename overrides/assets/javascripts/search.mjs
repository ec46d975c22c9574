/**
 * The search in the header: binds the form to the search itself. Loaded when the reader first reaches for it.
 *
 * Without this script the form leads to the list of all subjects; when the index cannot be loaded it still does.
 * What is typed stays in the page: nothing is stored, nothing goes into an address.
 */

import { element, find } from "./dom.mjs";
import { fetchData } from "./later-files.mjs";
import { createSearch } from "./search-core.mjs";

/** @typedef {import("./search-core.mjs").Result} Result */
/** @typedef {import("./search-core.mjs").Part} Part */

const PAUSE_IN_TYPING = 150;
/** A screen reader would read out the answer to every half word that is typed slowly. */
const PAUSE_BEFORE_SAYING = 1000;
const LEAST_LETTERS = 2;

/**
 * Bring the search of a form to life; a second call does nothing.
 * @param {HTMLFormElement} form
 */
export function attach(form) {
  if (form.dataset.isAttached) return;
  form.dataset.isAttached = "yes";
  new SearchForm(form).start();
}

class SearchForm {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.input = find(form, "input[type=search]", HTMLInputElement);
    this.panel = find(form, "[data-results]", HTMLElement);
    /** What a screen reader is told; the same words stand above the results. */
    this.status = find(form, "[data-status]", HTMLElement);
    /** Where help is, day and night: above all results, when the words are those of someone in distress. */
    this.crisis = find(this.panel, "[data-crisis]", HTMLElement);
    /** The same for someone with whom something may be wrong right now. */
    this.emergency = find(this.panel, "[data-emergency]", HTMLElement);
    this.summary = styled("p", "search-summary");
    this.list = styled("ol", "search-list");
    this.help = styled("p", "search-help");
    /** @type {Promise<import("./search-core.mjs").Search> | null} */
    this.search = null;
    this.timer = 0;
    this.saying = 0;
    this.hasFailed = false;
    /** The question whose results stand in the list; null when there are none. */
    this.answered = /** @type {string | null} */ (null);
  }

  start() {
    this.panel.append(this.summary, this.list, this.help);
    this.list.hidden = true;
    this.help.hidden = true;
    if (!this.panel.id) this.panel.id = "search-results";
    this.input.setAttribute("aria-controls", this.panel.id);
    this.input.addEventListener("input", () => this.onInput());
    this.input.addEventListener("click", () => this.open());
    this.form.addEventListener("submit", (event) => this.onSubmit(event));
    this.form.addEventListener("keydown", (event) => this.onKey(event));
    this.form.addEventListener("focusout", (event) => this.onFocusOut(event));
    this.list.addEventListener("click", (event) => this.onClick(event));
    document.addEventListener("pointerdown", (event) => this.onPointer(event));
    this.load().catch(() => {});
    if (this.question()) this.onInput();
  }

  question() {
    return this.input.value.trim();
  }

  canAnswer() {
    return this.question().length >= LEAST_LETTERS;
  }

  /** The search over the index; after a failure the next question tries again. */
  load() {
    this.search ??= fetchData(this.form.dataset.index ?? "").then((index) =>
      createSearch(index, languageOf(this.form)),
    );
    this.search.catch(() => {
      this.search = null;
    });
    return this.search;
  }

  onInput() {
    window.clearTimeout(this.timer);
    window.clearTimeout(this.saying);
    if (!this.canAnswer()) {
      this.close();
      return;
    }
    this.panel.hidden = false;
    this.timer = window.setTimeout(() => this.answer(), PAUSE_IN_TYPING);
  }

  /**
   * Enter leads to the first result, or to help where that stands above; without results, to the list of subjects.
   * @param {SubmitEvent} event
   */
  onSubmit(event) {
    if (this.hasFailed) return;
    event.preventDefault();
    window.clearTimeout(this.timer);
    this.open().then(() => this.links()[0]?.focus());
  }

  /** Show the panel with what answers the question in the field. */
  async open() {
    if (!this.canAnswer()) return;
    this.panel.hidden = false;
    await this.answer();
    this.sayAloud();
  }

  close() {
    window.clearTimeout(this.saying);
    this.panel.hidden = true;
    this.status.textContent = "";
  }

  async answer() {
    const question = this.question();
    if (question === this.answered) {
      this.saySoon();
      return;
    }
    const waiting = window.setTimeout(() => this.say("loading"), PAUSE_IN_TYPING);
    try {
      const search = await this.load();
      if (question !== this.question()) return;
      this.crisis.hidden = !search.isCrisis(question);
      this.emergency.hidden = !search.isEmergency(question);
      this.show(question, search(question));
    } catch {
      this.fail();
    } finally {
      window.clearTimeout(waiting);
    }
  }

  /**
   * @param {string} question
   * @param {Result[]} results
   */
  show(question, results) {
    this.hasFailed = false;
    this.answered = question;
    const home = new URL(this.form.dataset.home || ".", document.baseURI);
    this.list.replaceChildren(...results.map((result) => resultItem(result, home)));
    this.list.hidden = results.length === 0;
    this.offerSubjects(results.length === 0);
    this.say(results.length === 0 ? "nothing" : results.length === 1 ? "oneResult" : "results", results.length);
  }

  fail() {
    this.hasFailed = true;
    this.answered = null;
    this.list.replaceChildren();
    this.list.hidden = true;
    this.offerSubjects(true);
    this.say("failed");
  }

  /**
   * @param {string} name of the words on the form
   * @param {number} count of results
   */
  say(name, count = 0) {
    const text = this.word(name)
      .replace("{count}", String(count))
      .replace("{query}", () => this.question());
    this.summary.textContent = text;
    this.saySoon();
  }

  saySoon() {
    window.clearTimeout(this.saying);
    this.saying = window.setTimeout(() => this.sayAloud(), PAUSE_BEFORE_SAYING);
  }

  /** Let a screen reader say what stands above the results; what it has said it does not say again. */
  sayAloud() {
    window.clearTimeout(this.saying);
    if (this.panel.hidden) return;
    const parts = [this.crisis, this.emergency, this.summary].filter((part) => !part.hidden);
    const text = parts.map((part) => part.textContent).join(" ");
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  /**
   * The way on when there are no results: the list of all subjects.
   * @param {boolean} isNeeded
   */
  offerSubjects(isNeeded) {
    this.help.hidden = !isNeeded;
    const link = element("a", this.word("subjects"));
    link.href = this.form.action;
    this.help.replaceChildren(link);
  }

  /** @param {string} name */
  word(name) {
    return this.form.dataset[`word${name[0].toUpperCase()}${name.slice(1)}`] ?? "";
  }

  links() {
    return /** @type {HTMLAnchorElement[]} */ (Array.from(this.panel.querySelectorAll("a"))).filter(
      (link) => !link.closest("[hidden]"),
    );
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (isPartOfMore(event)) return;
    if (this.panel.hidden) {
      if (event.key === "ArrowDown") this.open().then(() => this.links()[0]?.focus());
      return;
    }
    const goal = event.key === "Escape" ? this.input : this.goalOf(event.key);
    if (!goal) return;
    event.preventDefault();
    goal.focus();
    if (event.key === "Escape") this.close();
  }

  /**
   * Where a key leads: from the field into the list, from result to result, and back.
   * @param {string} key
   * @returns {HTMLElement | undefined}
   */
  goalOf(key) {
    const links = this.links();
    const at = links.findIndex((link) => link === document.activeElement);
    if (at === -1) return key === "ArrowDown" && document.activeElement === this.input ? links[0] : undefined;
    /** @type {Record<string, HTMLElement | undefined>} */
    const goals = { ArrowDown: links[at + 1], ArrowUp: links[at - 1] ?? this.input, Home: links[0], End: links.at(-1) };
    return goals[key];
  }

  /** @param {FocusEvent} event */
  onFocusOut(event) {
    // Without a next element the pointer went to plain text, perhaps in the panel itself: onPointer decides.
    if (event.relatedTarget instanceof Node && !this.form.contains(event.relatedTarget)) this.close();
  }

  /** @param {PointerEvent} event */
  onPointer(event) {
    if (event.target instanceof Node && !this.form.contains(event.target)) this.close();
  }

  /**
   * A result on this very page only moves the page: the panel must not stay in front of it.
   * @param {MouseEvent} event
   */
  onClick(event) {
    if (event.target instanceof Element && event.target.closest("a")) this.close();
  }
}

/**
 * Whether a key is pressed along with others, or makes up a letter with the next.
 * @param {KeyboardEvent} event
 */
function isPartOfMore({ altKey, ctrlKey, metaKey, shiftKey, isComposing }) {
  return altKey || ctrlKey || metaKey || shiftKey || isComposing;
}

/** @param {HTMLElement} form */
function languageOf(form) {
  return /** @type {HTMLElement} */ (form.closest("[lang]")).lang;
}

/**
 * @param {Result} result
 * @param {URL} home
 */
function resultItem(result, home) {
  const link = styled("a", "search-link", styled("span", "search-page", ...marked(result.title)));
  link.href = new URL(result.address || ".", home).href;
  if (result.heading.length > 0) {
    const arrow = styled("span", "search-arrow", " › ");
    arrow.setAttribute("aria-hidden", "true");
    link.append(arrow, styled("span", "search-heading", ...marked(result.heading)));
  }
  return styled("li", "search-item", link, styled("p", "search-excerpt", ...marked(result.excerpt)));
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} style
 * @param {...(string | Node)} content
 */
function styled(name, style, ...content) {
  const made = element(name, ...content);
  made.className = style;
  return made;
}

/**
 * Return a text for a page, with what was found in it marked.
 * @param {Part[]} parts
 */
function marked(parts) {
  return parts.map(({ text, isMatch }) => (isMatch ? element("mark", text) : text));
}
