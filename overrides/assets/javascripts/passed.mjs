/**
 * What a page says once a day has passed since it was built: its amount is of another year, its check is overdue.
 */

/**
 * Say so if the last day of an element is over by the reader's clock: at the end of the words around a year, and in the
 * place of a sentence of its own.
 * @param {HTMLElement} element
 */
export function sayWhenPassed(element) {
  const { until, said = "" } = element.dataset;
  const now = new Date();
  if (now <= new Date(`${until}T23:59:59`)) return;
  const words = said.replaceAll("{now}", String(now.getFullYear()));
  if (element.localName !== "time") {
    element.textContent = words;
    element.hidden = false;
    return;
  }
  const around = element.closest("p, li, td");
  if (!around || around.querySelector(".passed")) return;
  const note = document.createElement("strong");
  note.className = "passed";
  note.textContent = words;
  around.append(" ", note);
}
