/** The page for editing without Git: a changed value changes in its file, and nothing else does. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as yaml from "yaml";

import { fieldsOf, fileOf } from "../../editing/kept.mjs";

/** @param {string[]} names */
const words = (...names) => names.map((name) => ({ name, widget: "string", required: false }));
const day = (/** @type {string} */ name) => ({ name, widget: "datetime" });
const PAGE = {
  name: "pages",
  isPage: true,
  fields: [
    ...words("title", "slug"),
    { name: "checked", widget: "list", fields: [...words("role", "name"), day("date")] },
    day("next_check"),
    { name: "sources", widget: "list" },
  ],
};
const BY_LANGUAGE = { widget: "object", fields: words("nl", "en") };
const SOURCE = {
  name: "sources",
  isPage: false,
  fields: [
    ...words("title"),
    { name: "publisher", ...BY_LANGUAGE },
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
const DATA = `# Een opmerking
title: "Een: titel"
publisher: Overheid
note: { nl: "een, twee", en: 'it''s' } # nog een
read: 2026-11-25

archived: true
`;

/** Change some fields of a file, and return the lines that go and those that come.
 * @param {string} text @param {typeof PAGE} kind @param {Record<string, unknown>} given */
function changed(text, kind, given) {
  const before = text.split("\n"), after = fileOf({ ...fieldsOf(text, kind, yaml), ...given }, kind, yaml).split("\n");
  const gone = before.filter((line) => !after.includes(line)), come = after.filter((line) => !before.includes(line));
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
    lines: ["- checked: []", '+ checked: [{ role: arts, name: "A, B", date: 2026-12-01 }]'],
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
  { what: "what was left out, and stays a text", text: DATA, kind: SOURCE, given: { date: "2026" }, lines: ['+ date: "2026"'] },
  { what: "a yes that becomes a no", text: DATA, kind: SOURCE, given: { archived: false }, lines: ["- archived: true", "+ archived: false"] },
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
