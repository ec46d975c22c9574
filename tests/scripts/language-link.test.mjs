/** Where the link to the other language leads: the section in view, or the one that was left a moment ago. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Place, lastHeadingAbove } from "../../overrides/assets/javascripts/language-link.mjs";

test("a reader at the top of the page is in no section", () => {
  assert.equal(new Place(null, 0).recent(0), null);
});

test("a reader who starts in a section is there, however long ago that was", () => {
  assert.equal(new Place("costs", 0).recent(1_000_000), "costs");
});

test("a reader who comes to a section is there at once", () => {
  const place = new Place(null, 0);
  place.moveTo("costs", 10);
  assert.equal(place.recent(10), "costs");
});

test("of two sections the one counts that the reader came to last", () => {
  const place = new Place("costs", 0);
  place.moveTo("waiting", 5000);
  assert.equal(place.recent(5000), "waiting");
});

for (const [stayed, expected] of /** @type {const} */ ([
  [499, null],
  [500, "costs"],
  [501, "costs"],
])) {
  test(`on the way up a section counts after ${stayed} ms there: ${expected}`, () => {
    const place = new Place("costs", 1000);
    place.moveTo(null, 1000 + stayed);
    assert.equal(place.recent(1000 + stayed), expected);
  });
}

for (const [later, expected] of /** @type {const} */ ([
  [9999, "costs"],
  [10_000, "costs"],
  [10_001, null],
])) {
  test(`at the top a section that was left ${later} ms ago counts: ${expected}`, () => {
    const place = new Place("costs", -Infinity);
    place.moveTo(null, 2000);
    assert.equal(place.recent(2000 + later), expected);
  });
}

test("a section that the reader only passed does not take the place of the one that was read", () => {
  const place = new Place("costs", 0);
  place.moveTo("waiting", 3000);
  place.moveTo(null, 3100);
  assert.equal(place.recent(3100), "costs");
});

test("the time in a section runs from when the reader came, not from the last time it was seen", () => {
  const place = new Place(null, 0);
  place.moveTo("costs", 1000);
  place.moveTo("costs", 1400);
  place.moveTo(null, 1500);
  assert.equal(place.recent(1500), "costs");
});

test("a reader who stays at the top has not left it for it", () => {
  const place = new Place("costs", 0);
  place.moveTo(null, 1000);
  place.moveTo(null, 9000);
  assert.equal(place.recent(11_000), "costs");
  assert.equal(place.recent(11_001), null);
});

test("the time in a section begins anew in the next one", () => {
  const place = new Place("costs", 0);
  place.moveTo("waiting", 100);
  place.moveTo(null, 550);
  assert.equal(place.recent(550), null);
});

const HEADINGS = [
  { id: "first", top: -300 },
  { id: "second", top: 40 },
  { id: "third", top: 900 },
];

for (const [line, expected] of /** @type {const} */ ([
  [-301, null],
  [-300, "first"],
  [39, "first"],
  [40, "second"],
  [899, "second"],
  [900, "third"],
])) {
  test(`the heading reached at ${line} is ${expected}`, () => {
    assert.equal(lastHeadingAbove(HEADINGS, line), expected);
  });
}

test("a page without headings has no section", () => {
  assert.equal(lastHeadingAbove([], 100), null);
});

test("of headings on one line the last in the order of the page counts", () => {
  assert.equal(
    lastHeadingAbove(
      [
        { id: "a", top: 50 },
        { id: "b", top: 20 },
      ],
      100,
    ),
    "b",
  );
});
