/** The subjects of a list of places elsewhere. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { inOrder, subjectsOf } from "../../overrides/assets/javascripts/directory.mjs";

test("a place may deal with several subjects", () => {
  assert.deepEqual(subjectsOf("cancer|heart and lungs"), ["cancer", "heart and lungs"]);
  assert.deepEqual(subjectsOf("cancer"), ["cancer"]);
});

test("all subjects are offered once, by the alphabet and not by the code of the letter", () => {
  assert.deepEqual(inOrder([["lungs", "Eyes"], ["érythema", "lungs"], ["feet"]]), [
    "érythema",
    "Eyes",
    "feet",
    "lungs",
  ]);
});
