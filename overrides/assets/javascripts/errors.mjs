/**
 * What goes wrong in one part of a page stays there, and is reported.
 */

/**
 * Start one part by itself: what fails in it is reported, and the page goes on without it.
 * @param {(element: any) => void} part
 * @param {HTMLElement} [element] on which the part works
 */
export function start(part, element) {
  try {
    part(element);
  } catch (error) {
    report(error);
  }
}

/**
 * Let an error reach the console as if nobody had caught it.
 * @param {unknown} error
 */
export function report(error) {
  setTimeout(() => {
    throw error;
  });
}
