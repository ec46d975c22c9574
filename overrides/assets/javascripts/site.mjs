/**
 * What makes a finished page a little easier. Every page is complete without it; nothing is stored, nothing is sent.
 */

/** Return the last of the headings (top edges in order) that the reader has reached, or null above the first. */
export function reached(headings, line) {
  return headings.filter(({ top }) => top <= line).at(-1) ?? null;
}

/** Let the link to the other language lead to the section that is in view now. */
function languageLink(link) {
  const page = link.href.split("#")[0];
  const aim = () => {
    const headings = [...document.querySelectorAll("main :is(h2, h3, details)[id]")]
      .map((heading) => ({ id: heading.id, top: heading.getBoundingClientRect().top }));
    const atTop = window.scrollY < 40;
    const current = atTop ? null : reached(headings, window.innerHeight / 3);
    link.href = current ? `${page}#${current.id}` : page;
  };
  for (const event of ["pointerdown", "focus", "click", "contextmenu"]) link.addEventListener(event, aim);
}

/** Fetch the search at the reader's first touch of the form; what was typed before it came stays in the field. */
function search(form) {
  let coming;
  const load = () => {
    coming ??= import("./search.mjs").then(({ attach }) => attach(form));
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
  const start = () => load().then(() => form.removeEventListener("submit", submitted)).catch(() => {});
  for (const event of ["focusin", "pointerdown"]) form.addEventListener(event, start, { once: true });
  form.addEventListener("submit", submitted);
}

/** Open what is folded around, or is, the place that the address points to. */
function openTarget() {
  const target = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (!target) return;
  let opened = false;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
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

const modules = { "language-link": languageLink, search };

if (typeof document !== "undefined") {
  document.documentElement.classList.add("js");
  for (const element of document.querySelectorAll("[data-module]")) modules[element.dataset.module]?.(element);
  window.addEventListener("hashchange", openTarget);
  openTarget();
  unfoldForPrint();
}
