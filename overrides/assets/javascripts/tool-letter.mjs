/**
 * A letter as text: what is copied, and what a mail program opens. Pure: no page.
 *
 * @typedef {{ subject: string, start: string[], lines: string[], end: string[] }} Letter
 */

/**
 * Return a letter as text, without its subject.
 * @param {Letter} letter
 */
export function letterText({ start, lines, end }) {
  return [start.join("\n"), ...lines, end.join("\n")].filter(Boolean).join("\n\n");
}

/**
 * Return the address that opens a letter in the reader's own mail program; to whom it goes is filled in there.
 * @param {Letter} letter
 */
export function mailAddress(letter) {
  const body = letterText(letter).replaceAll("\n", "\r\n");
  return `mailto:?subject=${encodeURIComponent(letter.subject)}&body=${encodeURIComponent(body)}`;
}
