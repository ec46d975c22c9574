/**
 * The link to the other language, which leads to the section where the reader is.
 */

import { pointedTo } from "./targets.mjs";

/** @typedef {{id: string, top: number}} Heading top: where its upper edge is in the window */

const STAY = 500;
const RECENT = 10_000;

/** Where on a page the reader is, or was just now; times are in milliseconds. */
export class Place {
  /**
   * @param {string | null} id of the section where the reader starts, null for the top of the page
   * @param {number} time
   */
  constructor(id, time) {
    this.id = id;
    this.since = time;
    this.left = { id: /** @type {string | null} */ (null), time: -Infinity };
  }

  /**
   * The reader has come to section `id`; the section before is kept only if the reader stayed there a while.
   * @param {string | null} id
   * @param {number} time
   */
  moveTo(id, time) {
    if (id === this.id) return;
    if (this.id !== null && time - this.since >= STAY) this.left = { id: this.id, time };
    this.id = id;
    this.since = time;
  }

  /**
   * The section in view, or the one that the reader left a moment ago on the way up to the top of the page.
   * @param {number} time
   */
  recent(time) {
    if (this.id !== null) return this.id;
    return time - this.left.time <= RECENT ? this.left.id : null;
  }
}

/**
 * Return the last of the headings, in the order of the page, whose top edge is above `line`; null above the first.
 * @param {Heading[]} headings
 * @param {number} line
 */
export function lastHeadingAbove(headings, line) {
  return headings.filter(({ top }) => top <= line).at(-1)?.id ?? null;
}

function sectionInView() {
  if (window.scrollY < 40) return null;
  const headings = [...document.querySelectorAll("main :is(h2, h3, details:not(.more))[id]")].map((heading) => ({
    id: heading.id,
    top: heading.getBoundingClientRect().top,
  }));
  return lastHeadingAbove(headings, window.innerHeight / 3);
}

/**
 * Let the link to the other language lead to the section that the reader comes from.
 * @param {HTMLAnchorElement} link
 */
export function languageLink(link) {
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
