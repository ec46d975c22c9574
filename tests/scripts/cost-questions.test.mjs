/** Which questions of the estimate are asked: what the table says of each decides, not its name. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { isAsked } from "../../overrides/assets/javascripts/cost-questions.mjs";

/** @typedef {import("../../overrides/assets/javascripts/cost-answers.mjs").Reply} Reply */
/** @typedef {import("../../overrides/assets/javascripts/cost-estimate.mjs").Field} Field */
/** @typedef {import("../../overrides/assets/javascripts/cost-estimate.mjs").Question} Question */

const field = /** @type {Field} */ ("visits");
/** @type {Question} */
const WITHOUT_CONTRACT = { field, when: ["contracted", false] };

/**
 * Tell whether a question is asked where these are the answers; a field that is not among them does not matter.
 * @param {Question} question
 * @param {Record<string, string | boolean | null>} given null where a field matters and is not answered
 */
function asked(question, given) {
  const replies = Object.entries(given).map(([name, value]) => {
    const reply = { isAnswered: value !== null, value: value ?? "unknown" };
    return /** @type {[Field, Reply]} */ ([name, reply]);
  });
  return isAsked(question, { form: [], replies: new Map(replies), path: replies.map(([name]) => name) });
}

for (const contracted of [true, false, "unknown"]) {
  test(`a new question is asked wherever it matters, also with 'contracted' ${contracted}`, () => {
    assert.equal(asked({ field }, { contracted, visits: null }), true);
    assert.equal(asked({ field }, { contracted }), false);
  });
}

test("a question that is open is asked from the beginning, one with a chip waits behind it", () => {
  assert.equal(asked({ field, open: true }, { visits: null }), true);
  assert.equal(asked({ field, chip: true }, { visits: "one" }), false);
});

test("a question can wait for the answer to another one", () => {
  assert.equal(asked(WITHOUT_CONTRACT, { contracted: false, visits: null }), true);
  assert.equal(asked(WITHOUT_CONTRACT, { contracted: true, visits: null }), false);
  assert.equal(asked({ ...WITHOUT_CONTRACT, chip: true }, { contracted: false, visits: "one" }), true);
});

test("where the other question does not matter, nothing is waited for", () => {
  assert.equal(asked(WITHOUT_CONTRACT, { visits: null }), true);
});

test("an answer is not hidden from whoever gave it, unless its chip shows it", () => {
  assert.equal(asked(WITHOUT_CONTRACT, { contracted: true, visits: "one" }), true);
  assert.equal(asked({ ...WITHOUT_CONTRACT, chip: true }, { contracted: true, visits: "one" }), false);
});
