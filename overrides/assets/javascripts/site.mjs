/**
 * What makes a finished page a little easier. Every page is complete without it; nothing is stored, nothing is sent.
 */

const STAY = 500;
const RECENT = 10_000;

/** Where on a page the reader is, or was just now; times are in milliseconds. */
class Place {
  /**
   * @param {string | null} id of the section where the reader starts, null for the top of the page
   * @param {number} time
   */
  constructor(id, time) {
    this.id = id;
    this.since = time;
    this.left = { id: /** @type {string | null} */ (null), time: -Infinity };
  }

  /** The reader has come to section `id`; the section before is kept only if the reader stayed there a while. */
  moveTo(id, time) {
    if (id === this.id) return;
    if (this.id !== null && time - this.since >= STAY) this.left = { id: this.id, time };
    this.id = id;
    this.since = time;
  }

  /** The section in view, or the one that the reader left a moment ago on the way up to the top of the page. */
  recent(time) {
    if (this.id !== null) return this.id;
    return time - this.left.time <= RECENT ? this.left.id : null;
  }
}

/** Return the last of the headings, in the order of the page, whose top edge is above `line`; null above the first. */
function reached(headings, line) {
  return headings.filter(({ top }) => top <= line).at(-1)?.id ?? null;
}

function sectionInView() {
  if (window.scrollY < 40) return null;
  const headings = [...document.querySelectorAll("main :is(h2, h3, details)[id]")]
    .map((heading) => ({ id: heading.id, top: heading.getBoundingClientRect().top }));
  return reached(headings, window.innerHeight / 3);
}

/** Let the link to the other language lead to the section that the reader comes from. */
function languageLink(link) {
  const page = link.href.split("#")[0];
  const target = pointedTo();
  const place = target ? new Place(target.id, -Infinity) : new Place(sectionInView(), performance.now());
  const aim = () => {
    const id = place.recent(performance.now());
    link.href = id === null ? page : `${page}#${id}`;
  };
  window.addEventListener("hashchange", () => place.moveTo(pointedTo()?.id ?? null, performance.now()));
  window.addEventListener("scroll", () => place.moveTo(sectionInView(), performance.now()), { passive: true });
  for (const event of ["pointerdown", "focus", "click", "contextmenu"]) link.addEventListener(event, aim);
}

/** Put the focus into the menu when it opens over the page; the browser puts it back when the menu closes. */
function menu(sheet) {
  sheet.addEventListener("toggle", (event) => {
    if (event.newState === "open") sheet.querySelector("button").focus();
  });
}

/** Close what opened over the page when the focus goes past it, which it would cover; its own button may be pressed. */
function popovers() {
  if (!("popover" in HTMLElement.prototype)) return;
  document.addEventListener("focusin", ({ target }) => {
    for (const open of document.querySelectorAll(":popover-open")) {
      const isPressed = target.popoverTargetElement === open && !target.matches(":focus-visible");
      if (!isPressed && !open.contains(target)) open.hidePopover();
    }
  });
}

/** Fetch the search at the reader's first touch of the form; what was typed before it came stays in the field. */
function search(form) {
  let coming;
  const load = () => {
    coming ??= fetched(import("./search.mjs"), ({ attach }) => attach(form));
    return coming;
  };
  const submitted = async (event) => {
    event.preventDefault();
    try {
      await load();
      form.removeEventListener("submit", submitted);
      form.requestSubmit();
    } catch {
      form.submit();
    }
  };
  const start = () => load().then(() => form.removeEventListener("submit", submitted), () => {});
  for (const event of ["focusin", "pointerdown"]) form.addEventListener(event, start, { once: true });
  form.addEventListener("submit", submitted);
}

/** The element of the text that the address points to; a "%" that begins no code stands for itself, as in browsers. */
function pointedTo() {
  let id = window.location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {}
  return id ? document.querySelector(`main [id="${CSS.escape(id)}"]`) : null;
}

/** Open what is folded around, or is, the place that the address points to. */
function openTarget() {
  const target = pointedTo();
  let opened = false;
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    opened ||= !fold.open;
    fold.open = true;
  }
  if (opened) target.scrollIntoView();
}

/** On paper nothing is folded; on the screen afterwards all is as it was. */
function unfoldForPrint() {
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    for (const fold of closed) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
    closed = [];
  });
}

/** Fetch what the cost estimate works with when the reader comes near it or touches it; without that it goes away. */
function costEstimate(section) {
  const form = section.querySelector("form");
  const early = new AbortController();
  let coming;
  const load = () => {
    coming ??= fetched(import("./cost-form.mjs"), ({ attach }) => {
      early.abort();
      attach(section);
    });
    coming.catch(() => {
      section.hidden = true;
    });
    return coming;
  };
  const submitted = (event) => {
    event.preventDefault();
    load().then(() => form.requestSubmit(), () => {});
  };
  form.addEventListener("submit", submitted, { signal: early.signal });
  for (const event of ["focusin", "pointerdown"]) section.addEventListener(event, load, { signal: early.signal });
  const near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && load(), { rootMargin: "50%" });
  near.observe(section);
  early.signal.addEventListener("abort", () => near.disconnect());
  section.dataset.isStarted = "yes";
}

/** Fetch what narrows down a list of places. */
function directory(list) {
  fetched(import("./directory.mjs"), ({ attach }) => attach(list));
}

/** Use a script when it has come; what fails is reported, also where the page knows what to do without. */
function fetched(script, use) {
  const used = script.then(use);
  used.catch(report);
  return used;
}

/** Start one part by itself: what fails in it is reported, and the page goes on without it. */
function start(part, element) {
  try {
    part(element);
  } catch (error) {
    report(error);
  }
}

/** Let an error reach the console as if nobody had caught it. */
function report(error) {
  setTimeout(() => {
    throw error;
  });
}

const modules = { "cost-estimate": costEstimate, directory, "language-link": languageLink, menu, search };

for (const part of [openTarget, unfoldForPrint, popovers]) start(part);
window.addEventListener("hashchange", openTarget);
for (const element of document.querySelectorAll("[data-module]")) start(modules[element.dataset.module], element);
