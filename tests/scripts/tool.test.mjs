/** Lists to take along: what is kept, what stands on the sheet, and the calendar. */

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  fillBlanks,
  fillFields,
  fillFromEarly,
  hasFilledFields,
} from "../../overrides/assets/javascripts/tool-blanks.mjs";
import { calendarOf } from "../../overrides/assets/javascripts/tool-calendar.mjs";
import { letterText, mailAddress } from "../../overrides/assets/javascripts/tool-letter.mjs";
import { sheetsOf, textOf } from "../../overrides/assets/javascripts/tool-sheet.mjs";
import { inOrder, keptText, readKept, questionsToTake } from "../../overrides/assets/javascripts/tool-state.mjs";

/** @typedef {import("../../overrides/assets/javascripts/tool-state.mjs").Line} Line */

/**
 * @param {string} id
 * @param {Partial<Line>} more
 * @returns {Line}
 */
function line(id, more = {}) {
  return {
    id,
    part: "a",
    text: `${id}?`,
    isOwn: false,
    isTicked: false,
    date: "",
    answers: [],
    weight: 0,
    time: "",
    place: "",
    isReminded: false,
    ...more,
  };
}

/** @param {Partial<import("../../overrides/assets/javascripts/tool-calendar.mjs").Dated>} more */
function dated(more) {
  return { id: "one", date: "2026-12-03", text: "Ring", time: "", place: "", isReminded: false, ...more };
}

/** @param {Line[]} lines */
function state(...lines) {
  return {
    lines,
    gone: ["gone"],
    names: ["Ada", ""],
    isThree: false,
    isWeighed: true,
    fields: { name: "Ada" },
    open: ["x-a"],
    typed: ["And"],
  };
}

/**
 * @param {import("../../overrides/assets/javascripts/tool-state.mjs").State} from
 * @param {boolean} isBlank
 */
function filledIn(from, isBlank) {
  return sheetsOf(from, names("compare"), { isBlank, isFilled: true })[0].parts.flatMap(({ rows }) =>
    rows.map(({ text }) => text),
  );
}

/** @param {Line[]} lines */
function cardsPrinted(...lines) {
  return sheetsOf(state(...lines), names("cards"), {})[0].parts.map(({ title, rows }) => [title, rows.length]);
}

/** @param {string} kind */
function names(kind) {
  return {
    kind,
    title: "Title",
    heads: ["When?"],
    callHeads: ["Who?"],
    parts: [
      { id: "a", title: "A", along: ["b", "c"], isCalled: false },
      { id: "b", title: "B", along: [], isCalled: false },
      { id: "c", title: "C", along: [], isCalled: true },
    ],
    names: ["Ada", "Second", "Third"],
    weights: ["", "little", "some", "much"],
    markTitle: "Counts",
    helps: { one: "Why?" },
    day: (/** @type {string} */ date) => `day ${date}`,
  };
}

test("what is kept comes back as it was", () => {
  const whole = state(
    line("one", { isTicked: true, date: "2026-12-03", answers: ["x", "y"], weight: 3 }),
    line("own-1", { isOwn: true }),
  );
  assert.deepEqual(readKept(keptText(whole)), whole);
});

for (const text of [
  null,
  "",
  "no json",
  "null",
  "[]",
  '{"version":2,"lines":[]}',
  '{"version":1}',
  '{"version":1,"lines":{}}',
]) {
  test(`nothing is read from ${text}`, () => assert.equal(readKept(text), null));
}

test("what somebody else wrote into the store becomes sound, or is left out", () => {
  const spoilt = {
    version: 1,
    lines: [
      null,
      { id: 1, part: "a", text: "x" },
      {
        id: "one",
        part: "a",
        text: "x".repeat(9999),
        isOwn: "yes",
        date: "3 May",
        answers: [1, "y", "z", "more"],
        weight: 9,
      },
    ],
    gone: "all",
    names: [{}, "Ada", "B", "C"],
    isThree: 1,
  };
  const kept = readKept(JSON.stringify(spoilt));
  assert.deepEqual(
    kept?.lines.map(({ id, text, isOwn, date, answers, weight }) => [id, text.length, isOwn, date, answers, weight]),
    [["one", 2000, false, "", ["", "y", "z"], 0]],
  );
  assert.deepEqual([kept?.gone, kept?.names, kept?.isThree], [[], ["", "Ada", "B"], false]);
});

test("a reader's order stands, and what is new comes last", () => {
  assert.deepEqual(inOrder(["one", "two", "new"], ["two", "unknown", "one"]), ["two", "one", "new"]);
});

test("only questions that are not there yet are taken over", () => {
  assert.deepEqual(questionsToTake(state(line("one"), line("two")), state(line("one"))), ["two?"]);
  assert.deepEqual(questionsToTake(null, state()), []);
});

test("chosen questions are numbered through in the reader's order, each with its part", () => {
  const [sheet] = sheetsOf(
    state(line("one", { part: "b" }), line("two"), line("three", { part: "b" })),
    names("choose"),
    {},
  );
  assert.equal(textOf([sheet]), "Title\n\n1. one? (B)\n2. two? (A)\n3. three? (B)");
  assert.deepEqual(sheet.heads, ["When?"]);
});

test("each part has a sheet of its own if wanted, with the lines that stand on several", () => {
  const chosen = [line("one", { part: "b" }), line("two"), line("three", { part: "c" })];
  assert.equal(
    textOf(sheetsOf(state(...chosen), names("choose"), { isApart: true })),
    "Title\nB\n\n1. one?\n2. two?\n\nTitle\nC\n\n1. two?\n2. three?",
  );
  for (const some of [[chosen[1]], [chosen[0], chosen[1]]]) {
    const apart = sheetsOf(state(...some), names("choose"), { isApart: true });
    assert.deepEqual(
      apart.map(({ part }) => part),
      ["B", "C"],
    );
    assert.doesNotMatch(textOf(apart), /\(A\)/);
  }
  assert.equal(textOf(sheetsOf(state(chosen[0]), names("choose"), { isApart: true })), "Title\nB\n\n1. one?");
});

test("a list of which nothing is chosen is a sheet to write on", () => {
  const [{ rows }] = sheetsOf(state(), names("choose"), { isApart: true })[0].parts;
  assert.deepEqual([rows.length, ...new Set(rows.map(({ text }) => text))], [10, ""]);
});

test("only what is filled in and what is the reader's own stands on a sheet of that, if anything is", () => {
  const own = line("own", { isOwn: true });
  const filled = state(
    line("one", { answers: [" ", "yes"] }),
    line("two", { answers: ["", " "] }),
    own,
    line("three", { part: "b" }),
  );
  assert.deepEqual(filledIn(filled, false), ["one?", "own?"]);
  assert.deepEqual(filledIn(filled, true), ["one?", "two?", "own?", "three?"]);
  assert.deepEqual(filledIn(state(line("two")), false), ["two?"]);
});

test("two pieces of advice stand below each question alike, with the reader's own names and weights", () => {
  const [sheet] = sheetsOf(
    state(line("one", { answers: ["yes"], weight: 3 }), line("two", { part: "b" })),
    names("compare"),
    {},
  );
  assert.equal(textOf([sheet]), "Title\n\nA\none? (much)\n- Ada: yes\n- Second: \n\nB\ntwo?\n- Ada: \n- Second: ");
});

test("a blank sheet has every question, a third column if wanted, and nothing that was filled in", () => {
  const filled = { ...state(line("one", { answers: ["yes", "no", "both"], weight: 3 })), isThree: true };
  const [{ columns, markTitle, parts }] = sheetsOf(filled, names("compare"), { isBlank: true });
  assert.equal(markTitle, "Counts"); // there is a place to weigh with a pen
  assert.equal(sheetsOf({ ...filled, isWeighed: false }, names("compare"), { isBlank: true })[0].markTitle, null);
  assert.deepEqual(
    [columns, parts],
    [
      ["Ada", "Second", "Third"],
      [{ title: "A", rows: [{ text: "one?", help: "Why?", mark: "", isDone: false, answers: ["", "", ""] }] }],
    ],
  );
});

test("steps say what is done, and when", () => {
  const done = line("one", { isTicked: true, date: "2026-12-03" });
  assert.equal(
    textOf(sheetsOf(state(done, line("two")), names("steps"), {})),
    "Title\n\nA\n☑ one? (day 2026-12-03)\n☐ two?",
  );
});

// ---- the calendar

const ABOUT = { now: new Date("2026-11-27T20:00:01.234Z"), owner: "0f", title: "Steps" };

/**
 * Read a calendar as RFC 5545 says: unfold, split into names and values, undo the escapes.
 * @param {string} file
 */
function readCalendar(file) {
  assert.ok(file.endsWith("\r\n"));
  assert.doesNotMatch(file.replaceAll("\r\n", ""), /[\r\n]/);
  for (const piece of file.split("\r\n")) assert.ok(Buffer.byteLength(piece) <= 75, piece);
  const lines = file.replaceAll("\r\n ", "").trimEnd().split("\r\n");
  return lines.map((whole) => {
    const colon = whole.indexOf(":");
    const value = whole.slice(colon + 1).replace(/\\(.)/g, (_, letter) => (letter === "n" ? "\n" : letter));
    return [whole.slice(0, colon), value];
  });
}

test("each date is an event of a whole day", () => {
  const read = readCalendar(calendarOf([dated({ date: "2026-12-31", text: "Ring" })], ABOUT));
  assert.deepEqual(read, [
    ["BEGIN", "VCALENDAR"],
    ["VERSION", "2.0"],
    ["PRODID", "-//second-opinion//my-steps//NL"],
    ["CALSCALE", "GREGORIAN"],
    ["X-WR-CALNAME", "Steps"],
    ["BEGIN", "VEVENT"],
    ["UID", "one-0f@second-opinion"],
    ["DTSTAMP", "20261127T200001Z"],
    ["DTSTART;VALUE=DATE", "20261231"],
    ["DTEND;VALUE=DATE", "20270101"],
    ["TRANSP", "TRANSPARENT"],
    ["SUMMARY", "Ring"],
    ["END", "VEVENT"],
    ["END", "VCALENDAR"],
  ]);
});

test("an appointment has its hour, its place and a reminder the day before", () => {
  const one = { time: "14:30", place: "Room 2; left", isReminded: true };
  const [timed, whole] = [one, { ...one, time: "" }].map((more) => readCalendar(calendarOf([dated(more)], ABOUT)));
  assert.deepEqual(timed.slice(8, -2), [
    ["DTSTART", "20261203T143000"],
    ["DURATION", "PT1H"],
    ["SUMMARY", "Ring"],
    ["LOCATION", "Room 2; left"],
    ["BEGIN", "VALARM"],
    ["ACTION", "DISPLAY"],
    ["TRIGGER", "-P1D"],
    ["DESCRIPTION", "Ring"],
    ["END", "VALARM"],
  ]);
  assert.deepEqual(
    whole.find(([name]) => name === "TRIGGER"),
    ["TRIGGER", "-PT14H"],
  );
});

test("a step says when and where it is", () => {
  const steps = state(
    line("one", { date: "2026-12-03", time: "14:30", place: "Room 2" }),
    line("two", { place: "Home" }),
  );
  const [{ parts }] = sheetsOf(steps, names("steps"), {});
  assert.deepEqual(
    parts[0].rows.map(({ mark }) => mark),
    ["day 2026-12-03, 14:30, Room 2", "Home"],
  );
});

test("of cards those that are picked stand on paper, or all, by their part", () => {
  const cards = [line("one"), line("two", { part: "b" })];
  assert.deepEqual(cardsPrinted(...cards), [
    ["A", 1],
    ["B", 1],
  ]);
  assert.deepEqual(cardsPrinted(cards[0], { ...cards[1], isTicked: true }), [["B", 1]]);
});

test("the sheet of what is asked on the telephone has lines of its own", () => {
  const sheets = sheetsOf(state(line("one", { part: "b" }), line("two", { part: "c" })), names("choose"), {
    isApart: true,
  });
  assert.deepEqual(
    sheets.map(({ heads }) => heads),
    [["When?"], ["Who?"]],
  );
});

for (const text of [
  "a; b, c\\n and \\ more\nnext\r\nlast",
  "é".repeat(100),
  "👩‍⚕️".repeat(40),
  "x".repeat(300),
  "BEGIN:VEVENT\r\nEND:VEVENT",
]) {
  test(`a calendar reads back ${text.slice(0, 12)}`, () => {
    const read = readCalendar(calendarOf([dated({ text })], ABOUT));
    assert.equal(read.find(([name]) => name === "SUMMARY")?.[1], text.replaceAll("\r\n", "\n"));
    assert.equal(read.filter(([name]) => name === "BEGIN").length, 2);
  });
}

test("a letter is its lines with a blank one between them, and an end that stays together", () => {
  const letter = { subject: "Copy", start: ["Monday"], lines: ["Dear Ada,", "One\ntwo"], end: ["Regards,", "Bob"] };
  assert.equal(letterText(letter), "Monday\n\nDear Ada,\n\nOne\ntwo\n\nRegards,\nBob");
});

test("a mail holds the whole letter, whatever a reader writes", () => {
  const letter = { subject: "A & B?", start: [], lines: ["50% = 1/2 #1 é 👩‍⚕️"], end: ["a+b"] };
  const address = mailAddress(letter);
  assert.doesNotMatch(address.slice("mailto:?subject=".length), /[ #é"<>]/);
  const said = new URLSearchParams(address.slice("mailto:?".length).replaceAll("+", "%2B"));
  assert.deepEqual(
    [...said],
    [
      ["subject", "A & B?"],
      ["body", "50% = 1/2 #1 é 👩‍⚕️\r\n\r\na+b"],
    ],
  );
});

test("of fields that are kept only texts come back", () => {
  const kept = readKept(
    JSON.stringify({ version: 1, lines: [], fields: { name: "Ada", born: 3, question: "x".repeat(9999) } }),
  );
  assert.deepEqual([kept?.fields.name, kept?.fields.born, kept?.fields.question.length], ["Ada", "", 2000]);
});

test("cards are a sheet of their own", () => {
  const [sheet] = sheetsOf(state(line("one")), names("cards"), {});
  assert.deepEqual([sheet.isCards, sheet.hasBoxes, sheet.columns], [true, false, []]);
});

class Element {
  value = "";
}

/**
 * Return a form with letters whose fields hold what the page has at first, and what the reader typed.
 * @param {{ field: string, defaultValue: string, value: string }[]} fields
 */
function formOf(fields) {
  const all = fields.map(({ field, ...values }) => Object.assign(new Element(), { dataset: { field }, ...values }));
  return { all, root: /** @type {ParentNode} */ (/** @type {unknown} */ ({ querySelectorAll: () => all })) };
}

test("the name of a hospital that stands in a letter at first is nothing of the reader's, and gives way to it", (t) => {
  Object.assign(globalThis, { HTMLElement: Element });
  t.after(() => Reflect.deleteProperty(globalThis, "HTMLElement"));
  const second = { field: "second", defaultValue: "Ours", value: "Ours" };
  const { all, root } = formOf([second, { field: "illness", defaultValue: "", value: "" }, second]);
  assert.equal(hasFilledFields(root), false);
  all[2].value = "Theirs";
  assert.equal(hasFilledFields(root), true);
  fillFromEarly(root);
  assert.deepEqual(
    all.map(({ value }) => value),
    ["Theirs", "", "Theirs"],
  );
  fillFields(root, { illness: "Flu" });
  assert.deepEqual(
    all.map(({ value }) => value),
    ["Ours", "Flu", "Ours"],
  );
  fillFields(root, { second: "" });
  assert.equal(all[0].value, "");
});

test("a letter names the hospital in the language of its words, until the reader types another", (t) => {
  Object.assign(globalThis, { HTMLElement: Element });
  t.after(() => Reflect.deleteProperty(globalThis, "HTMLElement"));
  const field = Object.assign(new Element(), {
    dataset: { field: "second" },
    defaultValue: "het Huis",
    value: "het Huis",
  });
  const blanks = ["het Huis", "the House"].map((known) =>
    Object.assign(new Element(), { dataset: { blank: "second", known }, textContent: "", closest: () => null }),
  );
  const section = /** @type {HTMLElement} */ (
    /** @type {unknown} */ ({
      dataset: { locale: "en-GB" },
      querySelectorAll: (/** @type {string} */ what) => (what === "[data-field]" ? [field] : blanks),
    })
  );
  const shown = () => {
    fillBlanks(section);
    return blanks.map(({ textContent }) => textContent);
  };
  assert.deepEqual(shown(), ["het Huis", "the House"]);
  field.value = "Elders";
  assert.deepEqual(shown(), ["Elders", "Elders"]);
  field.value = "";
  assert.deepEqual(shown(), ["", ""]);
});
