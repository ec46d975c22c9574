/**
 * Dates as a calendar file (RFC 5545). Pure: no page.
 *
 * @typedef {{ id: string, date: string, text: string, time: string, place: string, isReminded: boolean }} Dated
 *   a day as year-month-day, what happens then, and of an appointment the time as hours:minutes, where it is, and
 *   whether to be reminded of it
 */

const DAY_BEFORE = { whole: "-PT14H", timed: "-P1D" }; // of a whole day from its midnight, so at ten in the morning
const LONGEST = 75; // bytes of a line; what is longer goes on behind a space

/**
 * Return a calendar with an event for each date: of a whole day, or of an hour where its time is known.
 * @param {Dated[]} dated
 * @param {{ now: Date, owner: string, title: string }} about when it is made, what makes its ids its own, and its name
 */
export function calendarOf(dated, { now, owner, title }) {
  const events = dated.flatMap(({ id, text, place, ...one }) => [
    "BEGIN:VEVENT",
    `UID:${id}-${owner}@second-opinion`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    ...when(one),
    `SUMMARY:${escaped(text)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...reminder(one, text),
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

/** @param {{ date: string, time: string }} one */
function when({ date, time }) {
  const day = date.replaceAll("-", "");
  if (time) return [`DTSTART:${day}T${time.replace(":", "")}00`, "DURATION:PT1H"]; // on the clock of wherever one is
  return [`DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${dayAfter(date).replaceAll("-", "")}`, "TRANSP:TRANSPARENT"];
}

/**
 * @param {{ time: string, isReminded: boolean }} one
 * @param {string} text
 */
function reminder({ time, isReminded }, text) {
  if (!isReminded) return [];
  const before = `TRIGGER:${time ? DAY_BEFORE.timed : DAY_BEFORE.whole}`;
  return ["BEGIN:VALARM", "ACTION:DISPLAY", before, `DESCRIPTION:${escaped(text)}`, "END:VALARM"];
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
