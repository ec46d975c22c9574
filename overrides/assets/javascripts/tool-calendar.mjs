/**
 * Dates as a calendar file (RFC 5545). Pure: no page.
 *
 * @typedef {{ id: string, date: string, text: string }} Dated a day as year-month-day, and what happens then
 */

const LONGEST = 75; // bytes of a line; what is longer goes on behind a space

/**
 * Return a calendar with an event of a whole day for each date.
 * @param {Dated[]} dated
 * @param {{ now: Date, owner: string, title: string }} about when it is made, what makes its ids its own, and its name
 */
export function calendarOf(dated, { now, owner, title }) {
  const events = dated.flatMap(({ id, date, text }) => [
    "BEGIN:VEVENT",
    `UID:${id}-${owner}@second-opinion`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
    `DTEND;VALUE=DATE:${dayAfter(date).replaceAll("-", "")}`,
    `SUMMARY:${escaped(text)}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//second-opinion//my-steps//NL",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(title)}`,
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** @param {string} date */
function dayAfter(date) {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/**
 * Return a line in pieces that fit, none of which ends in the middle of a letter.
 * @param {string} line
 */
function folded(line) {
  const encoder = new TextEncoder();
  const pieces = [""];
  let bytes = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (bytes + size > LONGEST) {
      pieces.push("");
      bytes = 1; // the space
    }
    pieces[pieces.length - 1] += letter;
    bytes += size;
  }
  return pieces.join("\r\n ");
}
