/** How a sheet fits on paper: with the largest letters with which it is one. */

const SIZES = ["is-large", "is-usual", "is-full"];
const MOST = { upright: 258, across: 180 }; // of the height of A4 within its margins, in millimetres
const MILLIMETRE = 96 / 25.4; // in pixels of a style

/**
 * Give a sheet the largest letters with which it is one paper, and return on how many it comes.
 * @param {HTMLElement} paper
 * @param {HTMLElement} section where it is measured
 */
export function fitToPaper(paper, section) {
  const most = MOST[paper.classList.contains("is-across") ? "across" : "upright"] * MILLIMETRE;
  paper.classList.add("is-measured");
  section.append(paper);
  let height = Infinity;
  for (const [at, size] of SIZES.entries()) {
    if (height <= most) break;
    if (at > 0) paper.classList.remove(SIZES[at - 1]);
    paper.classList.add(size);
    height = paper.getBoundingClientRect().height;
  }
  paper.remove();
  paper.classList.remove("is-measured");
  return Math.ceil(height / most);
}
