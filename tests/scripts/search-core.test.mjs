/** How the search answers a question: what it finds, in which order, and what it shows of it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { createSearch, markUp } from "../../overrides/assets/javascripts/search-core.mjs";

/**
 * @typedef {import("../../overrides/assets/javascripts/search-core.mjs").Index} Index
 * @typedef {import("../../overrides/assets/javascripts/search-core.mjs").IndexPage} IndexPage
 * @typedef {import("../../overrides/assets/javascripts/search-core.mjs").Part} Part
 */

/** Sentences without a word of the questions, so that a word is rare and texts are of one length. */
const FILLED = "Nothing here matters much today. Green leaves fall slowly in autumn.";

/**
 * A page of one section, unless it has others.
 * @param {string} address
 * @param {Partial<IndexPage> & {text?: string}} [parts]
 * @returns {IndexPage}
 */
function page(address, { text = FILLED, ...parts } = {}) {
  return {
    address,
    title: "Leaflet",
    description: "About autumn.",
    words: ["green leaves"],
    sections: [["", "", text]],
    ...parts,
  };
}

/** Enough other pages for a word to be rare. */
const OTHERS = Array.from({ length: 12 }, (_, number) => page(`other-${number}/`, { title: `Leaves ${number}` }));

/**
 * A search over pages among others, which answers with addresses.
 * @param {IndexPage[]} pages
 * @param {Partial<Index> & {lang?: string, others?: IndexPage[]}} [index]
 */
async function searchIn(pages, { lang = "en", others = OTHERS, ...index } = {}) {
  const search = await createSearch({ pages: [...pages, ...others], synonyms: [], ...index }, lang);
  return (/** @type {string} */ question) => search(question).map(({ address }) => address);
}

/** @param {Part[]} parts */
const shown = (parts) => parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

/** @param {Part[]} parts */
const matches = (parts) => parts.filter(({ isMatch }) => isMatch).map(({ text }) => text);

// What is found

for (const [parts, address] of /** @type {[Partial<IndexPage>, string][]} */ ([
  [{ title: "The tariff" }, "a/"],
  [{ words: ["money", "tariff"] }, "a/"],
  [{ description: "What a tariff is." }, "a/"],
  [
    {
      sections: [
        ["", "", FILLED],
        ["rates", "Rates", "The tariff is fixed."],
      ],
    },
    "a/#rates",
  ],
  [
    {
      sections: [
        ["", "", FILLED],
        ["fixed", "A fixed tariff", FILLED],
      ],
    },
    "a/#fixed",
  ],
  [
    {
      sections: [
        ["", "", FILLED],
        ["pay", "What you pay", FILLED, "bill", "tariff"],
      ],
    },
    "a/#pay",
  ],
])) {
  test(`a word in ${JSON.stringify(parts)} is found under ${address}`, async () => {
    assert.deepEqual((await searchIn([page("a/", parts)]))("tariff"), [address]);
  });
}

test("the address of a page's beginning has no anchor", async () => {
  assert.deepEqual((await searchIn([page("", { title: "Tariff" })]))("tariff"), [""]);
});

test("title, words and description lead to the beginning of a page only", async () => {
  const sections = /** @type {IndexPage["sections"]} */ ([
    ["", "", FILLED],
    ["more", "More", FILLED],
  ]);
  const search = await searchIn([page("a/", { words: ["tariff"], description: "A premium.", sections })]);
  assert.deepEqual(search("tariff"), ["a/"]);
  assert.deepEqual(search("premium"), ["a/"]);
});

for (const question of ["", "   ", "?!", "xqzzyk"]) {
  test(`"${question}" finds nothing`, async () => {
    assert.deepEqual((await searchIn([page("a/")]))(question), []);
  });
}

for (const [question, text] of [
  ["REFERRALS", "You need a referral."],
  ["referal", "You need a referral."],
  ["secondopinion", "Ask for a second opinion."],
  ["a referral letter", "You need a referral."],
  ["refer", "You need a referral."],
  ["dont pay", "You do not pay."],
  ["policyholder", "The policy says so."],
  ["doctor's letter", "The letter of the doctor."],
]) {
  test(`"${question}" finds "${text}"`, async () => {
    assert.equal((await searchIn([page("a/", { text })]))(question)[0], "a/");
  });
}

for (const [question, text] of [
  ["verzekeraars", "De verzekeraar betaalt."],
  ["risiko", "Het eigen risico."],
  ["ziekenhuisrekening", "De rekening van het ziekenhuis."],
  ["klagt", "Een klacht indienen."],
  ["spoedrekening", "De rekening."],
]) {
  test(`Dutch: "${question}" finds "${text}"`, async () => {
    assert.deepEqual((await searchIn([page("a/", { text })], { lang: "nl" }))(question), ["a/"]);
  });
}

test("a word is found by its beginning from two letters on where it is the last, else from five", async () => {
  const search = await searchIn([page("a/", { text: "Anaesthesia." }), page("b/", { text: "Xylophone." })]);
  assert.deepEqual(search("an"), ["a/"]);
  assert.deepEqual(search("xy"), ["b/"]);
  assert.deepEqual(search("x"), []);
  assert.deepEqual(search("xylo anaesthesia"), ["a/"]);
  assert.deepEqual(search("xylop anaesthesia").toSorted(), ["a/", "b/"]);
});

test("of a compound all parts must be there", async () => {
  const search = await searchIn([
    page("both/", { text: "A letter for the hospital." }),
    page("one/", { text: "A letter." }),
  ]);
  assert.deepEqual(search("hospitalletter"), ["both/"]);
});

// Common words, and words of every page

test("common words find nothing beside others, and something by themselves", async () => {
  const search = await searchIn([page("a/", { text: "What is it for?" }), page("b/", { text: "The tariff." })]);
  assert.deepEqual(search("what is it tariff"), ["b/"]);
  assert.deepEqual(search("what"), ["a/"]);
  assert.deepEqual(search("what xqzzyk"), []);
});

test("a common word still helps where it stands beside its neighbour as asked", async () => {
  const search = await searchIn([
    page("apart/", { text: "Tariff, about money. What may come?" }),
    page("beside/", { text: "May come, about money. What tariff?" }),
  ]);
  assert.deepEqual(search("what tariff"), ["beside/", "apart/"]);
  assert.deepEqual(search("tariff what"), ["apart/", "beside/"]);
});

test("a word that stands on every page counts less than one that tells", async () => {
  const search = await searchIn([
    page("doctor/", { title: "Doctor doctor" }),
    page("tariff/", { text: "Somewhere a tariff." }),
  ]);
  assert.deepEqual(search("doctor tariff"), ["tariff/", "doctor/"]);
});

test("where all words of a question stand on every page they count as others do", async () => {
  const pages = [page("doctor/", { title: "Doctor here" }), page("tariff/", { title: "Tariff here" })];
  const search = await createSearch({ pages: [...pages, ...OTHERS], synonyms: [] }, "en");
  assert.equal(search("doctor")[0].score, search("tariff")[0].score);
  assert.equal(search("the doctor")[0].address, "doctor/");
});

test("a phrase that has other words counts in full, also where its words stand on every page", async () => {
  const pages = [page("opinion/", { text: "A second opinion." }), page("tariff/", { text: "A tariff." })];
  const phrase = /** @type {Index["synonyms"]} */ ([[["second opinion"], ["other view"]]]);
  assert.equal((await searchIn(pages))("second opinion tariff")[0], "tariff/");
  assert.equal((await searchIn(pages, { synonyms: phrase }))("second opinion tariff")[0], "opinion/");
});

// Order

const withHeadings = OTHERS.map((other) => page(other.address, { sections: [["", "In the autumn", FILLED]] }));

for (const [better, worse] of /** @type {[Partial<IndexPage>, Partial<IndexPage>][]} */ ([
  [{ title: "The tariff here" }, { sections: [["", "The tariff here", FILLED]] }],
  [{ sections: [["", "A tariff here", FILLED]] }, { words: ["a tariff here"] }],
  [{ words: ["tariff today"] }, { description: "Tariff today." }],
  [{ description: "The tariff." }, { sections: [["", "", `The tariff. ${FILLED}`]] }],
])) {
  test(`a word in ${JSON.stringify(better)} counts more than in ${JSON.stringify(worse)}`, async () => {
    for (const pages of [
      [page("better/", better), page("worse/", worse)],
      [page("worse/", worse), page("better/", better)],
    ]) {
      assert.deepEqual((await searchIn(pages, { others: withHeadings }))("tariff please"), ["better/", "worse/"]);
    }
  });
}

test("equal sections stand in the order of the site", async () => {
  const search = await searchIn([page("a/", { text: "A tariff." }), page("b/", { text: "A tariff." })]);
  assert.deepEqual(search("tariff"), ["a/", "b/"]);
});

/**
 * Of two texts the first answers a question better, whichever stands first on the site.
 * @param {string} name
 * @param {string} question
 * @param {string} better
 * @param {string} worse
 */
function prefers(name, question, better, worse) {
  test(name, async () => {
    const [one, other] = [page("better/", { text: better }), page("worse/", { text: worse })];
    for (const pages of [
      [one, other],
      [other, one],
    ]) {
      assert.deepEqual((await searchIn(pages))(question), ["better/", "worse/"]);
    }
  });
}

prefers("the very form that was asked for goes first", "insured", "Being insured.", "Being insurable, to insure.");
prefers(
  "all words of a question go before one of them, however often",
  "tariff premium",
  "A tariff and a premium.",
  "A tariff, a tariff, a tariff.",
);
prefers(
  "words side by side as asked go before the same words apart",
  "tariff premium",
  "Green tariff premium leaves fall.",
  "Green premium leaves fall tariff.",
);
prefers(
  "words side by side go first also where one is misspelt",
  "tarriff premium",
  "Green tariff premium leaves fall.",
  "Green premium leaves fall tariff.",
);
prefers("what is written right goes before what is only like it", "tarifs", "One tarifs.", "One tariff.");
prefers("one slip goes before two", "premiumx", "One premiumy.", "One premiuzy.");
prefers("a whole word goes before its beginning", "prem", "One prem.", "One premium.");

test("what is rare tells more", async () => {
  const search = await searchIn([
    page("often/", { text: "Autumn autumn autumn." }),
    page("rare/", { text: "One tariff." }),
  ]);
  assert.equal(search("tariff autumn")[0], "rare/");
});

test("the parts of a compound count a little less than the words by themselves", async () => {
  const search = await createSearch(
    { pages: [page("a/", { text: "One night, one shift." }), ...OTHERS], synonyms: [] },
    "en",
  );
  const [[together], [apart]] = ["nightshift", "night shift"].map(search);
  assert.ok(together.score < apart.score);
});

test("a known word is hardly ever meant as another", async () => {
  const search = await createSearch(
    { pages: [page("a/", { text: "One costs." }), page("b/", { text: "One coats." }), ...OTHERS], synonyms: [] },
    "en",
  );
  const [exact, like] = search("costs");
  assert.deepEqual([exact.address, like.address], ["a/", "b/"]);
  assert.ok(like.score < exact.score * 0.25);
});

test("a section that is called just what was asked goes before one that has those words among others", async () => {
  const search = await searchIn([
    page("among/", {
      sections: [
        ["", "", FILLED],
        ["a", "The tariff and the tariff of the premium", "Tariff tariff tariff."],
      ],
    }),
    page("called/", {
      sections: [
        ["", "", FILLED],
        ["b", "The tariff", FILLED],
      ],
    }),
  ]);
  for (const question of ["tariff", "the tariff", "what is a tariff", "tarriff"]) {
    assert.equal(search(question)[0], "called/#b", question);
  }
});

test("the name of a page is that of its beginning", async () => {
  const search = await createSearch(
    { pages: [page("a/", { title: "Tariff" }), page("b/", { title: "Tariff tariff" }), ...OTHERS], synonyms: [] },
    "en",
  );
  const [first, second] = search("tariff");
  assert.equal(first.address, "a/");
  assert.ok(first.score > 2 * second.score);
});

test("a question of common words only has no name, nor has a section without one", async () => {
  const search = await createSearch({ pages: [page("a/", { title: "What is it" }), ...OTHERS], synonyms: [] }, "en");
  const other = await createSearch({ pages: [page("a/", { title: "What is it now" }), ...OTHERS], synonyms: [] }, "en");
  assert.ok(search("what is it")[0].score < 2 * other("what is it")[0].score);
});

// What is shown of a page, and of how many

test("of one page its two best sections are shown, the better one first", async () => {
  const sections = /** @type {IndexPage["sections"]} */ ([
    ["", "", FILLED],
    ["one", "One", "A tariff somewhere in the leaves."],
    ["two", "Two", "Tariff, tariff, tariff."],
    ["three", "Three", "The tariff and the tariff."],
  ]);
  const search = await searchIn([page("a/", { sections })]);
  assert.deepEqual(search("tariff"), ["a/#two", "a/#three"]);
});

test("the best sections of a page are those with the best sum, not the first word's", async () => {
  const sections = /** @type {IndexPage["sections"]} */ ([
    ["", "", FILLED],
    ["one", "One", "Premium premium premium."],
    ["two", "The tariff of it", "Tariff, tariff, tariff."],
    ["three", "Three", "A premium and a tariff."],
  ]);
  const search = await searchIn([page("a/", { sections })]);
  assert.deepEqual(search("premium tariff").toSorted(), ["a/#three", "a/#two"]);
});

test("a page with a second section about it goes before one that has the first alone", async () => {
  const section = /** @type {IndexPage["sections"][0]} */ (["first", "First", "One tariff in leaves."]);
  const search = await searchIn([
    page("one/", { sections: [["", "", FILLED], section, ["more", "More", FILLED]] }),
    page("two/", {
      sections: [["", "", FILLED], section, ["more", "More", "And another tariff that falls in leaves slowly."]],
    }),
  ]);
  assert.deepEqual(search("tariff"), ["two/#first", "one/#first", "two/#more"]);
});

test("what a page says elsewhere counts for a section of it", async () => {
  const section = /** @type {IndexPage["sections"][0]} */ (["first", "First", "One tariff in leaves."]);
  const search = await searchIn([
    page("alone/", { sections: [["", "", FILLED], section, ["more", "More", FILLED]] }),
    page("with/", { sections: [["", "", FILLED], section, ["more", "More", `A premium. ${FILLED}`]] }),
  ]);
  assert.equal(
    search("tariff premium").indexOf("with/#first") < search("tariff premium").indexOf("alone/#first"),
    true,
  );
});

test("eight results are shown at most", async () => {
  const pages = Array.from({ length: 9 }, (_, number) => page(`${number}/`, { text: "A tariff." }));
  assert.deepEqual(
    (await searchIn(pages))("tariff"),
    pages.slice(0, 8).map(({ address }) => address),
  );
});

test("what falls far behind the first is left out", async () => {
  const search = await searchIn([
    page("named/", { title: "Tariff", sections: [["", "Tariff", "Tariff tariff tariff."]] }),
    page("far/", { text: `${FILLED} ${FILLED} ${FILLED} ${FILLED} A tarifx.` }),
  ]);
  assert.deepEqual(search("tariff"), ["named/"]);
  assert.deepEqual(search("tarifx").toSorted(), ["far/", "named/"]);
});

// Other words for the same

/** @type {Index["synonyms"]} */
const SYNONYMS = [
  [
    ["family doctor", "GP"],
    ["house physician", "huisarts"],
  ],
  [["physician"], ["medic"]],
  [[], [""]],
];

for (const [question, found] of /** @type {[string, string[]][]} */ ([
  ["gp", ["gp/", "family/"]],
  ["family doctor", ["family/", "gp/"]],
  ["huisarts", ["family/", "gp/"]],
  ["huisartz", ["family/", "gp/"]],
  ["house physician", ["family/", "gp/"]],
  ["house physicians", ["family/", "gp/"]],
  ["medic", ["physician/"]],
])) {
  test(`"${question}" is looked up by its other words too`, async () => {
    const search = await searchIn(
      [
        page("family/", { text: "Ask your family doctor." }),
        page("gp/", { text: "Ask your GP about it." }),
        page("physician/", { text: "A physician helps." }),
        page("doctor/", { text: `A doctor. ${FILLED}` }),
      ],
      { synonyms: SYNONYMS },
    );
    const got = search(question);
    assert.deepEqual(got.filter((address) => found.includes(address)).toSorted(), found.toSorted());
    assert.equal(found.includes(got[0]), true, got.join());
  });
}

test("of other words all must be there, and what people only ask is not looked up", async () => {
  const search = await searchIn(
    [
      page("family/", { text: "Your family." }),
      page("medic/", { text: "A medic." }),
      page("physician/", { text: "A physician." }),
    ],
    { synonyms: SYNONYMS },
  );
  assert.deepEqual(search("gp"), []);
  assert.deepEqual(search("physician"), ["physician/"]);
});

test("the longest phrase counts, the words in it are not looked up for others", async () => {
  const search = await searchIn([page("medic/", { text: "A nurse." }), page("gp/", { text: "The GP." })], {
    synonyms: [
      [["nurse"], ["physician"]],
      [["GP"], ["house physician"]],
    ],
  });
  assert.deepEqual(search("house physician"), ["gp/"]);
  assert.deepEqual(search("physician"), ["medic/"]);
  const reversed = await searchIn([page("medic/", { text: "A nurse." }), page("gp/", { text: "The GP." })], {
    synonyms: [
      [["nurse"], ["physician"]],
      [["GP"], ["physician house"]],
    ],
  });
  assert.deepEqual(reversed("physician house"), ["gp/"]);
});

test("of the words of a phrase a section is better that has them all", async () => {
  const pages = [
    page("one/", { text: "Physician physician physician." }),
    page("all/", { text: "The house of a physician." }),
  ];
  assert.equal((await searchIn(pages, { synonyms: SYNONYMS }))("house physician")[0], "all/");
});

test("a phrase is one only where all its words follow each other", async () => {
  const search = await searchIn([page("gp/", { text: "The GP." })], { synonyms: SYNONYMS });
  assert.deepEqual(search("house"), []);
  assert.deepEqual(search("house of a physician"), []);
  assert.deepEqual(search("my house physician"), ["gp/"]);
});

test("the other words of a word that the site has count less than those of one that it has not", async () => {
  const scores = [];
  for (const text of ["Green leaves.", "Green medic leaves."]) {
    const search = await createSearch(
      { pages: [page("a/", { text: "A physician." }), page("b/", { text }), ...OTHERS], synonyms: SYNONYMS },
      "en",
    );
    scores.push(search("medic").find(({ address }) => address === "a/")?.score ?? 0);
  }
  assert.ok(scores[1] < scores[0] * 0.9 && scores[1] > 0, scores.join());
});

// Words of someone in distress

const HELP = page("help/", {
  title: "Help",
  sections: [
    ["", "", FILLED],
    ["now", "Now", "Call 113 leaves."],
  ],
});
const CRISIS = { address: "help/#now", words: ["kill myself", "do not want to live", "suicide"] };

/** @param {Index["crisis"]} [crisis] */
const distress = (crisis = CRISIS) =>
  createSearch({ pages: [page("a/", { text: "Live in the tariff." }), HELP, ...OTHERS], synonyms: [], crisis }, "en");

for (const [question, is] of /** @type {[string, boolean][]} */ ([
  ["kill myself", true],
  ["I will kill myself tonight", true],
  ["killing myself", true],
  ["kill all of me myself", true],
  ["kill all of me and myself", false],
  ["myself kill", false],
  ["kill", false],
  ["myself", false],
  ["i don't want to live", true],
  ["i dont want to live anymore", true],
  ["do you want to live", false],
  ["do what you do not want to live", true],
  ["suicidal", true],
  ["SUICIDE!", true],
  ["suiside", true],
  ["live in the tariff", false],
  ["", false],
])) {
  test(`"${question}" ${is ? "is" : "is not"} said in distress`, async () => {
    assert.equal((await distress()).isCrisis(question), is);
  });
}

test("to words of distress help is the first answer, also where nothing or something else is found", async () => {
  const search = await distress();
  assert.deepEqual(
    search("suicide").map(({ address }) => address),
    ["help/#now"],
  );
  assert.deepEqual(
    search("suicide tariff").map(({ address }) => address),
    ["help/#now", "a/"],
  );
  assert.deepEqual(
    search("tariff").map(({ address }) => address),
    ["a/"],
  );
});

test("help that is found anyway stands in the list once, with what was found in it", async () => {
  const search = await distress();
  const [first, ...rest] = search("suicide tariff 113");
  assert.equal(first.address, "help/#now");
  assert.deepEqual(matches(first.excerpt), ["113"]);
  assert.deepEqual(
    rest.map(({ address }) => address),
    ["a/"],
  );
});

test("with help on top there are still eight results at most", async () => {
  const pages = Array.from({ length: 9 }, (_, number) => page(`${number}/`, { text: "A tariff." }));
  const search = await createSearch({ pages: [...pages, HELP, ...OTHERS], synonyms: [], crisis: CRISIS }, "en");
  assert.deepEqual(
    search("suicide tariff").map(({ address }) => address),
    ["help/#now", "0/", "1/", "2/", "3/", "4/", "5/", "6/"],
  );
});

test("without a page with help the distress is still heard", async () => {
  const search = await distress({ address: null, words: CRISIS.words });
  assert.equal(search.isCrisis("suicide"), true);
  assert.deepEqual(search("suicide"), []);
});

test("an index without words of distress hears none", async () => {
  const search = await createSearch({ pages: [HELP], synonyms: [] }, "en");
  assert.equal(search.isCrisis("suicide"), false);
});

// Words of someone with whom something may be wrong right now

const EMERGENCY = ["chest pain", "overdose"];

/** @param {Partial<Index>} [more] */
const danger = (more = {}) =>
  createSearch({ pages: [page("a/", { text: "Pain and the tariff." }), HELP, ...OTHERS], synonyms: [], ...more }, "en");

for (const [question, is] of /** @type {[string, boolean][]} */ ([
  ["chest pain", true],
  ["Chest pains!", true],
  ["my chest is in pain", true],
  ["chset pain", false],
  ["pain", false],
  ["overdoze", true],
  ["tariff", false],
  ["", false],
])) {
  test(`"${question}" ${is ? "is" : "is not"} said in an emergency`, async () => {
    const search = await danger({ emergency: EMERGENCY });
    assert.equal(search.isEmergency(question), is);
    assert.equal(search.isCrisis(question), false);
  });
}

test("in an emergency what is found stays as it is", async () => {
  const question = "chest pain tariff";
  const [heard, deaf] = await Promise.all([danger({ emergency: EMERGENCY }), danger()]);
  assert.equal(heard.isEmergency(question), true);
  assert.equal(deaf.isEmergency(question), false);
  assert.deepEqual(heard(question), deaf(question));
  assert.deepEqual(
    heard(question).map(({ address }) => address),
    ["a/"],
  );
});

test("words may be those of distress and of an emergency", async () => {
  const search = await danger({ crisis: { ...CRISIS, words: ["overdose"] }, emergency: EMERGENCY });
  assert.deepEqual([search.isCrisis("overdose"), search.isEmergency("overdose")], [true, true]);
  assert.deepEqual([search.isCrisis("chest pain"), search.isEmergency("chest pain")], [false, true]);
});

// What is shown

test("a result shows title, heading and text with what was found in them", async () => {
  const sections = /** @type {IndexPage["sections"]} */ ([
    ["", "", FILLED],
    ["rates", "Which tariffs?", "The tariff is fixed."],
  ]);
  const search = await createSearch(
    { pages: [page("a/", { title: "Tariff and the rest", sections }), ...OTHERS], synonyms: [] },
    "en",
  );
  const result = search("the tariffs").find(({ address }) => address === "a/#rates");
  assert.ok(result);
  assert.equal(shown(result.title), "[Tariff] and the rest");
  assert.equal(shown(result.heading), "Which [tariffs]?");
  assert.equal(shown(result.excerpt), "The [tariff] is fixed.");
});

test("the beginning of a page has no heading to show", async () => {
  const search = await createSearch({ pages: [page("a/", { title: "Tariff" }), ...OTHERS], synonyms: [] }, "en");
  assert.deepEqual(search("tariff")[0].heading, []);
});

/**
 * @param {string} text
 * @param {string} question
 * @param {string} [description]
 */
async function excerpt(text, question, description = "About autumn.") {
  const search = await createSearch(
    { pages: [page("a/", { text, description, title: "Tariff" }), ...OTHERS], synonyms: [] },
    "en",
  );
  return shown(search(question)[0].excerpt);
}

const MORE = "with more and more words ".repeat(3);
const LONG = `A sentence that says nothing of it, and is as long as such sentences are, ${MORE}to its end.`;

test("the excerpt begins with the sentence that has most of what was found, and goes on while it can", async () => {
  const text = `${LONG} A premium. Is the premium a tariff? Yes! It is short. ${LONG}`;
  assert.equal(await excerpt(text, "tariff premium"), "… A [premium]. Is the [premium] a [tariff]? Yes! It is short.");
});

test("an excerpt from the beginning has no dots before it", async () => {
  assert.equal(await excerpt("One tariff. Another.", "tariff"), "One [tariff]. Another.");
});

test("of sentences with the same words the first is shown, and one word twice counts once", async () => {
  assert.equal(
    await excerpt(`${LONG} One tariff. ${LONG} ${LONG} A tariff tariff tariff.`, "tariff"),
    "… One [tariff].",
  );
});

test("where the text has nothing of it the description is shown, and else the text from its beginning", async () => {
  assert.equal(await excerpt("Green leaves.", "tariff", "What a tariff is."), "What a [tariff] is.");
  assert.equal(await excerpt("Green leaves.", "tariff"), "Green leaves.");
  assert.equal(await excerpt("", "tariff"), "About autumn.");
});

for (const [length, isCut] of /** @type {[number, boolean][]} */ ([
  [200, false],
  [201, true],
])) {
  test(`a sentence of ${length} letters is ${isCut ? "cut between words" : "shown as it is"}`, async () => {
    const sentence = `Tariff ${"word ".repeat(60)}`
      .slice(0, length - 1)
      .replace(/ $/, "s")
      .concat("x");
    assert.equal(sentence.length, length);
    const got = await excerpt(sentence, "tariff");
    assert.equal(got.endsWith(" …"), isCut);
    assert.equal(
      got,
      `[Tariff]${isCut ? `${sentence.slice(6, sentence.lastIndexOf(" ", 160))} …` : sentence.slice(6)}`,
    );
  });
}

test("white space of a text is shown as one space", async () => {
  assert.equal(await excerpt("One\n\n  tariff\there.", "tariff"), "One [tariff] here.");
});

test("next sentences are added as long as they fit into 160 letters", async () => {
  const tariff = "One tariff.";
  for (const [length, expected] of /** @type {[number, boolean][]} */ ([
    [148, true],
    [149, false],
  ])) {
    const next = `${"n".repeat(length - 1)}.`;
    assert.equal(await excerpt(`${tariff} ${next}`, "tariff"), expected ? `One [tariff]. ${next}` : "One [tariff].");
  }
});

// Marking up

const isTariff = (/** @type {{text: string}} */ { text }) => text === "tariff";

for (const [text, expected] of /** @type {[string, Part[]][]} */ ([
  ["", []],
  ["no such word", [{ text: "no such word", isMatch: false }]],
  ["tariff", [{ text: "tariff", isMatch: true }]],
  [
    "The Tariff.",
    [
      { text: "The ", isMatch: false },
      { text: "Tariff", isMatch: true },
      { text: ".", isMatch: false },
    ],
  ],
  [
    "tariff, tariff",
    [
      { text: "tariff", isMatch: true },
      { text: ", ", isMatch: false },
      { text: "tariff", isMatch: true },
    ],
  ],
  [
    "tariffs tárìff",
    [
      { text: "tariffs ", isMatch: false },
      { text: "tárìff", isMatch: true },
    ],
  ],
])) {
  test(`"${text}" is cut where its words match`, () => {
    assert.deepEqual(markUp(text, isTariff), expected);
  });
}
