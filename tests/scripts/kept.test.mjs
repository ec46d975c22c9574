/** The page for editing without Git: a changed value changes in its file, and nothing else does. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as yaml from "yaml";

import { fieldsOf, fileOf } from "../../editing/kept.mjs";
import { inLanguage } from "../../editing/language.mjs";

/** @typedef {import("../../editing/kept.mjs").Values} Values */

/** @param {string[]} names */
const words = (...names) => names.map((name) => ({ name, widget: "string", required: false }));
const day = (/** @type {string} */ name) => ({ name, widget: "datetime" });
/** @param {{ name: string, widget: string }[]} check */
const pageWith = (check) => ({
  name: "pages",
  isPage: true,
  fields: [
    ...words("title", "slug"),
    { name: "checked", widget: "list", fields: check },
    day("next_check"),
    { name: "sources", widget: "list" },
  ],
});
const CHECK = [...words("role", "name"), day("date")];
const PAGE = pageWith(CHECK);
const STAMPED = pageWith([...CHECK, ...words("text")]);
const BY_LANGUAGE = { widget: "object", fields: words("nl", "en") };
const SOURCE = {
  name: "sources",
  isPage: false,
  fields: [
    ...words("title"),
    { name: "publisher", alone: true, ...BY_LANGUAGE },
    { name: "note", ...BY_LANGUAGE },
    ...words("date"),
    day("read"),
    { name: "archived", widget: "boolean" },
  ],
};
const TEXT = `---
title: Wat kost het?   # een opmerking
slug: kosten
checked: []
next_check: 2027-05-27
sources: [zvw, 'avl',  "een, twee"]
---

Tekst met {{ namen }}.

/// important | Let op {#id}
--8<-- "stuk.md"
///
`;
const CHECKS = `  - role: arts
    name: A. Voorbeeld
    date: 2026-12-01
    text: "01234567" # zo gelezen
  # over het geld
  - { role: verzekeringsdeskundige, name: C, date: 2026-12-02, text: 89abcdef }`;
const CHECKED = TEXT.replace(" []", `\n${CHECKS}`);
const FIRST = { role: "arts", name: "A. Voorbeeld", date: "2026-12-01" };
const SECOND = { role: "verzekeringsdeskundige", name: "C", date: "2026-12-02" };
const DATA = `# Een opmerking
title: "Een: titel"
publisher: Overheid
note: { nl: "een, twee", en: 'it''s' } # nog een
read: 2026-11-25

archived: true
`;

/** Change some fields of a file, and return the lines that go and those that come.
 * @param {string} text @param {import("../../editing/kept.mjs").Kind} kind @param {Record<string, unknown>} given */
function changed(text, kind, given) {
  const before = text.split("\n");
  const after = fileOf({ ...fieldsOf(text, kind, yaml), ...given }, kind, yaml).split("\n");
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  return [...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)];
}

for (const { what, text, kind, given, lines } of [
  { what: "nothing", text: TEXT, kind: PAGE, given: {}, lines: [] },
  { what: "nothing in data", text: DATA, kind: SOURCE, given: {}, lines: [] },
  {
    what: "a title that needs quotes",
    text: TEXT,
    kind: PAGE,
    given: { title: "Geld: wat nu" },
    lines: ["- title: Wat kost het?   # een opmerking", '+ title: "Geld: wat nu"   # een opmerking'],
  },
  {
    what: "a date",
    text: TEXT,
    kind: PAGE,
    given: { next_check: "2027-06-01" },
    lines: ["- next_check: 2027-05-27", "+ next_check: 2027-06-01"],
  },
  {
    what: "a source of a page",
    text: TEXT,
    kind: PAGE,
    given: { sources: ["een, twee", "avl", "nieuw"] },
    lines: [`- sources: [zvw, 'avl',  "een, twee"]`, `+ sources: ["een, twee", 'avl', nieuw]`],
  },
  { what: "what is left out", text: TEXT, kind: PAGE, given: { slug: "" }, lines: ["- slug: kosten"] },
  {
    what: "a review",
    text: TEXT,
    kind: PAGE,
    given: { checked: [{ role: "arts", name: "A, B", date: "2026-12-01" }] },
    lines: ["- checked: []", "+ checked:", "+   - role: arts", "+     name: A, B", "+     date: 2026-12-01"],
  },
  {
    what: "the name of a check, of which no field shows the stamp",
    text: CHECKED,
    kind: PAGE,
    given: { checked: [{ ...FIRST, name: "B. Voorbeeld" }, SECOND] },
    lines: ["-     name: A. Voorbeeld", "+     name: B. Voorbeeld"],
  },
  {
    what: "a check between two others, and a name",
    text: CHECKED,
    kind: PAGE,
    given: { checked: [FIRST, { role: "taalredacteur", name: "D", date: "2026-12-03" }, { ...SECOND, name: "E" }] },
    lines: [
      "-   - { role: verzekeringsdeskundige, name: C, date: 2026-12-02, text: 89abcdef }",
      "+   - role: taalredacteur",
      "+     name: D",
      "+     date: 2026-12-03",
      "+   - { role: verzekeringsdeskundige, name: E, date: 2026-12-02, text: 89abcdef }",
    ],
  },
  {
    what: "a check that goes",
    text: CHECKED,
    kind: PAGE,
    given: { checked: [SECOND] },
    lines: [
      "-   - role: arts",
      "-     name: A. Voorbeeld",
      "-     date: 2026-12-01",
      '-     text: "01234567" # zo gelezen',
    ],
  },
  {
    what: "a check in front, and the one that goes",
    text: CHECKED,
    kind: PAGE,
    given: { checked: [{ role: "taalredacteur", name: "D", date: "2026-12-03" }, SECOND] },
    lines: [
      "-   - role: arts",
      "-     name: A. Voorbeeld",
      "-     date: 2026-12-01",
      '-     text: "01234567" # zo gelezen',
      "+   - role: taalredacteur",
      "+     name: D",
      "+     date: 2026-12-03",
    ],
  },
  {
    what: "the last check that goes",
    text: CHECKED,
    kind: PAGE,
    given: { checked: [] },
    lines: ["- checked:", ...CHECKS.split("\n").map((line) => `- ${line}`), "+ checked: []"],
  },
  {
    what: "the stamp that a check gets",
    text: TEXT.replace("[]", `\n  - role: arts\n    name: A\n    date: 2026-12-01`),
    kind: STAMPED,
    given: { checked: [{ role: "arts", name: "A", date: "2026-12-01", text: "12345678" }] },
    lines: ['+     text: "12345678"'],
  },
  {
    what: "a check beside one on the line of its list",
    text: TEXT.replace("[]", '[{ role: arts, name: A, date: 2026-12-01, text: "01234567" }]'),
    kind: PAGE,
    given: { checked: [{ role: "arts", name: "B", date: "2026-12-01" }, SECOND] },
    lines: [
      '- checked: [{ role: arts, name: A, date: 2026-12-01, text: "01234567" }]',
      '+ checked: [{ role: arts, name: B, date: 2026-12-01, text: "01234567" }, ' +
        "{ role: verzekeringsdeskundige, name: C, date: 2026-12-02 }]",
    ],
  },
  {
    what: "a sentence",
    text: TEXT,
    kind: PAGE,
    given: { body: TEXT.split("---\n\n")[1]?.replace("Tekst", "Zin") },
    lines: ["- Tekst met {{ namen }}.", "+ Zin met {{ namen }}."],
  },
  {
    what: "a text with its quotes",
    text: DATA,
    kind: SOURCE,
    given: { title: 'Een "titel"' },
    lines: ['- title: "Een: titel"', '+ title: "Een \\"titel\\""'],
  },
  {
    what: "one of two languages",
    text: DATA,
    kind: SOURCE,
    given: { note: { nl: "drie", en: "it's" } },
    lines: [`- note: { nl: "een, twee", en: 'it''s' } # nog een`, `+ note: { nl: "drie", en: 'it''s' } # nog een`],
  },
  {
    what: "a name that gets one in the other language",
    text: DATA,
    kind: SOURCE,
    given: { publisher: { nl: "Overheid", en: "Government" } },
    lines: ["- publisher: Overheid", "+ publisher: { nl: Overheid, en: Government }"],
  },
  {
    what: "what was left out, and stays a text",
    text: DATA,
    kind: SOURCE,
    given: { date: "2026" },
    lines: ['+ date: "2026"'],
  },
  {
    what: "a yes that becomes a no",
    text: DATA,
    kind: SOURCE,
    given: { archived: false },
    lines: ["- archived: true", "+ archived: false"],
  },
])
  test(`${what} changes, and nothing else`, () => assert.deepEqual(changed(text, kind, given), lines));

test("a new file has what the form says", () => {
  const given = { title: "Wet", publisher: { nl: "Overheid" }, date: "2026-11", read: "2026-11-27", archived: false };
  assert.equal(
    fileOf(given, SOURCE, yaml),
    'title: Wet\npublisher: Overheid\ndate: "2026-11"\nread: 2026-11-27\narchived: false\n',
  );
});

test("a file that cannot be read is told", () => {
  assert.throws(() => fieldsOf("a: [\n", SOURCE, yaml));
});

const LINE = { name: "lines", widget: "list", required: false, fields: words("id", "nl", "en") };
const LIST = {
  name: "lists",
  isPage: false,
  fields: [
    {
      name: "parts",
      widget: "list",
      fields: [...words("id"), LINE, { name: "weighed", widget: "boolean", required: false, default: true }],
    },
  ],
};
const LISTED = `kind: choose # geen veld
parts:
  - id: one
    lines:
      - { id: a, nl: "Wat, en hoe?", en: What? } # zo gevraagd
      - id: b
        nl: Wanneer?
        en: When?
  - { id: two, weighed: false, lines: [{ id: c, nl: Wie? }] }
`;

/** Change the first part of the list, and return the lines that go and those that come. @param {Values} given */
function inFirstPart(given) {
  const { parts } = fieldsOf(LISTED, LIST, yaml);
  const [first, ...others] = /** @type {Values[]} */ (parts);
  return changed(LISTED, LIST, { parts: [{ ...first, ...given }, ...others] });
}

test("a line of a part of a list changes, and nothing else", () => {
  const lines = [
    { id: "a", nl: "Wat, en waarom?", en: "What?" },
    { id: "b", nl: "Wanneer?", en: "When?" },
  ];
  assert.deepEqual(inFirstPart({ lines }), [
    '-       - { id: a, nl: "Wat, en hoe?", en: What? } # zo gevraagd',
    '+       - { id: a, nl: "Wat, en waarom?", en: What? } # zo gevraagd',
  ]);
});

test("the name by which a line is found stays, and a new line gets one", () => {
  const named = [{ name: "id", widget: "string", fixed: "laat deze naam" }, ...words("nl")];
  const kind = {
    name: "lines",
    isPage: false,
    isList: true,
    fields: [{ name: "entries", widget: "list", fields: named }],
  };
  const text = "- id: a\n  nl: Wat?\n";
  const save = (/** @type {Values[]} */ entries) => fileOf({ ...fieldsOf(text, kind, yaml), entries }, kind, yaml);
  assert.throws(() => save([{ id: "b", nl: "Wat?" }]), /a: laat deze naam/);
  assert.equal(save([{ id: "b", nl: "Wie?" }]), "- id: b\n  nl: Wie?\n", "one goes, and another comes");
  assert.equal(
    save([
      { id: "a", nl: "Wie?" },
      { id: "b", nl: "Wat?" },
    ]),
    "- id: a\n  nl: Wie?\n- id: b\n  nl: Wat?\n",
  );
});

test("a line that comes into a part stands behind the others", () => {
  const { parts } = fieldsOf(LISTED, LIST, yaml);
  const [first] = /** @type {{ lines: Values[] }[]} */ (parts);
  const lines = [...(first?.lines ?? []), { id: "d", nl: "Hoe vaak?", en: "" }];
  assert.deepEqual(inFirstPart({ lines }), ["+       - { id: d, nl: Hoe vaak? }"]);
});

test("what is left out is what it then means, and is written where it becomes something else", () => {
  const { parts } = fieldsOf(LISTED, LIST, yaml);
  assert.deepEqual(
    /** @type {Values[]} */ (parts).map(({ weighed }) => weighed),
    [true, false],
  );
  assert.deepEqual(inFirstPart({ weighed: true }), []);
  assert.deepEqual(inFirstPart({ weighed: false }), ["+     weighed: false"]);
});

const STUDIES = {
  name: "drawing-studies",
  isPage: false,
  isList: true,
  fields: [
    {
      name: "entries",
      widget: "list",
      fields: [
        ...words("source"),
        { name: "people", widget: "string", required: false, plain: true },
        { name: "joined", widget: "select", required: false, plain: true },
        { name: "note", required: false, widget: "object", fields: words("nl", "en", "by") },
      ],
    },
  ],
};
const STUDIED = `# Van elk honderd mensen
- source: mellink-2006 # uit Rotterdam
  people: 317
  joined: false
- source: survey-2017
  people: 1300+
`;

for (const { what, entry, given, lines } of [
  { what: "a number", entry: 0, given: { people: "318" }, lines: ["-   people: 317", "+   people: 318"] },
  {
    what: "a number that becomes a text",
    entry: 0,
    given: { people: "300+" },
    lines: ["-   people: 317", "+   people: 300+"],
  },
  {
    what: "a no that becomes a yes",
    entry: 0,
    given: { joined: "true" },
    lines: ["-   joined: false", "+   joined: true"],
  },
  { what: "a yes or no that was not said", entry: 1, given: { joined: "true" }, lines: ["+   joined: true"] },
  {
    what: "words in one language that may not stand alone",
    entry: 1,
    given: { note: { nl: "Zelf" } },
    lines: ["+   note:", "+     nl: Zelf"],
  },
  {
    what: "two lines of a text",
    entry: 1,
    given: { source: "Aan: u\nDag" },
    lines: ["- - source: survey-2017", '+ - source: "Aan: u\\nDag"'],
  },
])
  test(`in a file that is one list, ${what} changes, and nothing else`, () => {
    const entries = /** @type {Values[]} */ (fieldsOf(STUDIED, STUDIES, yaml)["entries"]);
    const now = entries.map((one, index) => (index === entry ? { ...one, ...given } : one));
    assert.deepEqual(changed(STUDIED, STUDIES, { entries: now }), lines);
  });

test("an entry comes into a file that is one list, and another goes", () => {
  const entries = /** @type {Values[]} */ (fieldsOf(STUDIED, STUDIES, yaml)["entries"]);
  assert.deepEqual(changed(STUDIED, STUDIES, { entries: [...entries, { source: "heeg-2019", people: "70" }] }), [
    "+ - source: heeg-2019",
    "+   people: 70",
  ]);
  assert.deepEqual(changed(STUDIED, STUDIES, { entries: entries.slice(0, 1) }), [
    "- - source: survey-2017",
    "-   people: 1300+",
  ]);
});

test("the language is that of the page, where the editor chose no other", () => {
  assert.equal(inLanguage(null, "nl"), '{"locale":"nl"}');
  assert.equal(inLanguage('{"locale":"en-GB","theme":"dark"}', "nl"), '{"locale":"en-GB","theme":"dark"}');
});
