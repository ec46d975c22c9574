/** What the search knows of words, in both languages. */

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  distance,
  findWords,
  fold,
  groupBy,
  loadLanguage,
  makeLexicon,
  plainWords,
  splitCompound,
} from "../../overrides/assets/javascripts/search-words.mjs";

const nl = await loadLanguage("nl");
const en = await loadLanguage("en");

/** @param {string[]} words */
const among =
  (...words) =>
  (/** @type {string} */ word) =>
    words.includes(word);

// Words of a text

for (const [written, expected] of [
  ["Huisarts", "huisarts"],
  ["MRI", "mri"],
  ["café", "cafe"],
  ["coëfficiënt", "coefficient"],
  ["cafe\u0301", "cafe"],
  ["doctor's", "doctor"],
  ["Doctor’s", "doctor"],
  ["foto's", "foto"],
  ["don't", "dont"],
  ["rock’n’roll", "rocknroll"],
  ["'s", ""],
  ["2e", "2e"],
]) {
  test(`${written} is looked up as "${expected}"`, () => {
    assert.equal(fold(written), expected);
  });
}

test("the words of a text have their places, signs and spaces are between them", () => {
  assert.deepEqual(findWords("Eén vraag: 385 euro?"), [
    { text: "een", start: 0, end: 3 },
    { text: "vraag", start: 4, end: 9 },
    { text: "385", start: 11, end: 14 },
    { text: "euro", start: 15, end: 19 },
  ]);
});

for (const [text, words] of /** @type {[string, string[]][]} */ ([
  ["", []],
  [" ?! -- ", []],
  ["self-harm", ["self", "harm"]],
  ["the doctor’s opinion", ["the", "doctor", "opinion"]],
  ["'quoted'", ["quoted"]],
  ["don't", ["dont"]],
  ["e\u0301e\u0301n arts", ["een", "arts"]],
  ["WAO/WIA 2e", ["wao", "wia", "2e"]],
])) {
  test(`the words of "${text}"`, () => {
    assert.deepEqual(plainWords(text), words);
  });
}

// Forms of a word

for (const [form, other] of [
  ["patienten", "patient"],
  ["verwijzing", "verwijzingen"],
  ["verwijs", "verwijzen"],
  ["kosten", "kost"],
  ["betaalt", "betalen"],
  ["betaald", "betalen"],
  ["brief", "brieven"],
  ["klacht", "klachten"],
  ["rekening", "rekeningen"],
  ["vergoed", "vergoeden"],
]) {
  test(`Dutch: ${form} and ${other} are forms of one word`, () => {
    assert.equal(nl.stem(form), nl.stem(other));
  });
}

for (const [form, other] of [
  ["arts", "artiest"],
  ["kosten", "koster"],
  ["brief", "breed"],
  ["raad", "rat"],
]) {
  test(`Dutch: ${form} and ${other} are two words`, () => {
    assert.notEqual(nl.stem(form), nl.stem(other));
  });
}

for (const [word, stem] of [
  ["verwijzen", "verwijs"],
  ["brieven", "brief"],
  ["betaald", "betal"],
  ["betaalt", "betal"],
  ["raad", "rad"],
  ["kliniek", "kliniek"],
  ["bed", "bed"],
  ["recht", "recht"],
  ["belegd", "beleg"],
  ["volgt", "volgt"],
  ["klappen", "klap"],
]) {
  test(`Dutch: the stem of ${word} is ${stem}`, () => {
    assert.equal(nl.stem(word), stem);
  });
}

for (const [form, other] of [
  ["doctors", "doctor"],
  ["referrals", "referral"],
  ["referred", "referring"],
  ["costs", "cost"],
  ["policies", "policy"],
  ["paying", "pays"],
  ["insured", "insure"],
]) {
  test(`English: ${form} and ${other} are forms of one word`, () => {
    assert.equal(en.stem(form), en.stem(other));
  });
}

test("English: policy and police are two words", () => {
  assert.notEqual(en.stem("policy"), en.stem("police"));
});

// Sound

for (const [written, meant] of [
  ["klagt", "klacht"],
  ["medies", "medisch"],
  ["medise", "medische"],
  ["risiko", "risico"],
  ["prosent", "procent"],
  ["ekstra", "extra"],
  ["kwaliteit", "kwalitijt"],
  ["kwestie", "kwesty"],
  ["foto", "photo"],
  ["ferwijzing", "verwijzing"],
  ["terapie", "therapie"],
  ["eigenrisiko", "ijgenrisico"],
  ["vertrauwen", "vertrouwen"],
  ["sorg", "zorg"],
  ["wort", "word"],
  ["wordt", "wort"],
  ["dokter", "doktter"],
  ["aqua", "akua"],
  ["kado", "cado"],
  ["spagetti", "spaghetti"],
]) {
  test(`Dutch: ${written} sounds like ${meant}`, () => {
    assert.equal(nl.sound(written), nl.sound(meant));
  });
}

for (const [written, other] of [
  ["schade", "sade"],
  ["kat", "gat"],
  ["bed", "bad"],
  ["dak", "tak"],
  ["huis", "haus"],
]) {
  test(`Dutch: ${written} does not sound like ${other}`, () => {
    assert.notEqual(nl.sound(written), nl.sound(other));
  });
}

test("English has no rules of sound: a word sounds as it is written", () => {
  assert.equal(en.sound("physician"), "physician");
});

// Short forms

for (const [typed, meant] of [
  ["I don't know", "I do not know"],
  ["I dont know", "I do not know"],
  ["it doesn’t", "it does not"],
  ["he didn't", "he did not"],
  ["it isnt", "it is not"],
  ["they aren't", "they are not"],
  ["it wasn't", "it was not"],
  ["it hasn't", "it has not"],
  ["I haven't", "I have not"],
  ["he wouldn't", "he would not"],
  ["it couldn't", "it could not"],
  ["you shouldn't", "you should not"],
  ["I can't", "I cannot"],
  ["cant pay", "cannot pay"],
  ["Can’t pay, can't wait", "cannot pay, cannot wait"],
  ["I won't", "I will not"],
  ["DON'T", "DO not"],
]) {
  test(`English: "${typed}" stands for "${meant}"`, () => {
    assert.equal(en.spellOut(typed), meant);
  });
}

for (const text of ["wont", "scant", "cantor", "hadn't", "donts"]) {
  test(`English: "${text}" is left as it is`, () => {
    assert.equal(en.spellOut(text), text);
  });
}

test("Dutch has no short forms to write in full", () => {
  assert.equal(nl.spellOut("can't"), "can't");
});

test("a language is known by the beginning of its code", async () => {
  assert.equal((await loadLanguage("nl-NL")).sound("zorg"), "sorg");
  assert.equal((await loadLanguage("en-GB")).sound("zorg"), "zorg");
});

test("words of a language that the search does not know are taken as they are", async () => {
  const other = await loadLanguage("he");
  assert.equal(other.stem("מילים"), "מילים");
  assert.equal(other.sound("zorg"), "zorg");
  assert.equal(other.spellOut("don't"), "don't");
  assert.equal(other.common.size + other.filler.size, 0);
});

for (const [language, common, filler] of /** @type {const} */ ([
  [nl, ["de", "ik", "zijn", "aan"], ["arts", "opinion", "zo", "2de"]],
  [en, ["the", "i", "your", "a"], ["doctor", "opinion", "wants", "2nd"]],
])) {
  test(`${common[0]} is common, ${filler[0]} stands on every page, no word is both and none is empty`, () => {
    assert.deepEqual(
      common.filter((word) => !language.common.has(word)),
      [],
    );
    assert.deepEqual(
      filler.filter((word) => !language.filler.has(word)),
      [],
    );
    assert.deepEqual(
      [...language.common].filter((word) => language.filler.has(word)),
      [],
    );
    assert.equal(language.common.has("") || language.filler.has(""), false);
  });
}

// Distance

for (const [from, to, expected] of /** @type {[string, string, number][]} */ ([
  ["", "", 0],
  ["", "abc", 3],
  ["abc", "", 3],
  ["arts", "arts", 0],
  ["arts", "artsen", 2],
  ["artsen", "arts", 2],
  ["kosten", "kisten", 1],
  ["kosten", "kotsen", 1],
  ["ab", "ba", 1],
  ["abc", "cab", 2],
  ["ca", "abc", 3],
  ["deductible", "deductable", 1],
  ["verwijzing", "verwyzing", 2],
  ["kitten", "sitting", 3],
  ["aab", "aba", 1],
])) {
  test(`"${from}" and "${to}" are ${expected} apart`, () => {
    assert.equal(distance(from, to), expected);
  });
}

// Compounds

const said = (/** @type {string[]} */ words) => words.join(", ") || "nothing";

for (const [word, known, parts] of /** @type {[string, string[], string[]][]} */ ([
  ["secondopinion", ["second", "opinion"], ["second", "opinion"]],
  ["zorgverzekeraar", ["zorg", "verzekeraar"], ["zorg", "verzekeraar"]],
  ["verwijsbrief", ["verwijs", "brief"], ["verwijs", "brief"]],
  ["ziekenhuisrekening", ["zieken", "huis", "ziekenhuis", "rekening"], ["ziekenhuis", "rekening"]],
  ["ziekenhuiskosten", ["zieken", "huis", "kosten"], ["zieken", "huis", "kosten"]],
  ["verzekeringsarts", ["verzekering", "arts"], ["verzekerings", "arts"]],
  ["afspraken", ["raken"], []],
  ["zorgkaart", ["zorg"], []],
  ["xyzzorg", ["xyz", "zorg"], []],
  ["zorgxyz", ["zorg", "xyz"], []],
  ["gasthuis", ["gat", "huis"], []],
  ["bossarts", ["boss", "bos", "arts"], ["boss", "arts"]],
  ["zaksarts", ["zak", "arts"], []],
  ["", [], []],
])) {
  test(`${word} is split into ${said(parts)} where ${said(known)} is known`, () => {
    assert.deepEqual(splitCompound(word, among(...known)), parts);
  });
}

// The words of a site

const dutch = makeLexicon(nl, [
  "De rekening van het ziekenhuis.",
  "Zorg en verzekeraars: zelfmoord, klacht, 113, bloed.",
]);
const english = makeLexicon(en, ["Your deductible and referrals", "insurer pays reimbursement, costs"]);

test("a word is known in any form", () => {
  assert.deepEqual(["rekening", "rekeningen", "verzekeraar", "113"].map(dutch.isKnown), [true, true, true, true]);
  assert.deepEqual(["rekest", "verzekering", "112", ""].map(dutch.isKnown), [false, false, false, false]);
});

test("what is too short or has a digit has no stem but itself", () => {
  assert.deepEqual(["en", "2de", "h1n1s"].map(dutch.stems), ["en", "2de", "h1n1s"]);
  assert.deepEqual(["us", "b12s", "h1n1s"].map(english.stems), ["us", "b12s", "h1n1s"]);
  assert.equal(english.stems("gps"), "gp");
  assert.equal(dutch.stems("verzekeraars"), "verzekerar");
});

test("a compound is known by its parts, in any form", () => {
  assert.deepEqual(dutch.parts("ziekenhuisrekeningen"), ["ziekenhuis", "rekeningen"]);
  assert.deepEqual(dutch.parts("ziekenhuisbed"), []);
});

for (const [word, part] of [
  ["zelfmoordgedachten", "zelfmoord"],
  ["spoedrekening", "rekening"],
  ["bloedwaarde", "bloed"],
  ["bloedvat", "bloed"],
  ["klachtgesprek", "klacht"],
]) {
  test(`of ${word} the part ${part} is known`, () => {
    assert.deepEqual(dutch.onePart(word), [part]);
  });
}

for (const [word, why] of [
  ["rekening", "is known itself"],
  ["ziekenhuisrekening", "is known by all its parts"],
  ["zorgpad", "begins with a known word of four letters only"],
  ["bloedje", "leaves less than three letters"],
  ["xyzabcdef", "has no known word"],
]) {
  test(`${word} has no part by itself: it ${why}`, () => {
    assert.deepEqual(dutch.onePart(word), []);
  });
}

test("the longest known part goes before others", () => {
  const lexicon = makeLexicon(en, ["heart heartbeat"]);
  assert.deepEqual(lexicon.onePart("heartbeatmonitor"), ["heartbeat"]);
});

test("a word stands in the index as itself, by its stem and by its parts, each once", () => {
  assert.deepEqual(dutch.terms("zorg"), ["zorg"]);
  assert.deepEqual(dutch.terms("rekeningen"), ["rekeningen", "reken"]);
  assert.deepEqual(dutch.terms("ziekenhuisrekeningen"), [
    "ziekenhuisrekeningen",
    "ziekenhuisreken",
    "ziekenhuis",
    "rekeningen",
    "reken",
  ]);
});

for (const [word, likes] of /** @type {[string, {word: string, slips: number}[]][]} */ ([
  ["klagt", [{ word: "klacht", slips: 0 }]],
  ["ziekenhius", [{ word: "ziekenhuis", slips: 1 }]],
  ["zeikenhius", [{ word: "ziekenhuis", slips: 2 }]],
  ["zekkenhiuz", []],
  ["rekening", []],
  ["bleod", [{ word: "bloed", slips: 1 }]],
  ["bleodt", []],
  ["zotg", []],
  ["sorg", []],
  ["rekenin", [{ word: "rekening", slips: 1 }]],
  ["114", []],
])) {
  test(`Dutch: ${word} may mean ${likes.map((like) => like.word).join() || "no other word"}`, () => {
    assert.deepEqual(dutch.likes(word), likes);
  });
}

test("what sounds the same is likelier than one slip, and that than two", () => {
  const lexicon = makeLexicon(nl, ["risicova risicc ridico", "risico"]);
  assert.deepEqual(
    lexicon.likes("risiko").map((like) => like.word),
    ["risico"],
  );
  const long = makeLexicon(nl, ["verklarinqex verklaringex verclaringen"]);
  assert.deepEqual(
    long.likes("verklaringen").map(({ word, slips }) => [word, slips]),
    [
      ["verclaringen", 0],
      ["verklaringex", 1],
      ["verklarinqex", 2],
    ],
  );
});

test("a short word of the site is never taken for a misspelt longer one", () => {
  const lexicon = makeLexicon(en, ["cost costs"]);
  assert.deepEqual(lexicon.likes("costz"), [{ word: "costs", slips: 1 }]);
});

for (const [word, expected, is] of /** @type {[string, string, boolean][]} */ ([
  ["deductible", "deductible", true],
  ["deductable", "deductible", true],
  ["deductebel", "deductible", true],
  ["dedaktibel", "deductible", false],
  ["referal", "referral", true],
  ["costz", "costs", true],
  ["cozzs", "costs", false],
  ["cest", "cost", false],
])) {
  test(`English: ${word} is ${is ? "" : "not "}${expected}, perhaps misspelt`, () => {
    assert.equal(english.isSpelt(word, expected), is);
  });
}

test("Dutch: what sounds the same is the same word misspelt, however short", () => {
  assert.equal(dutch.isSpelt("sorg", "zorg"), true);
  assert.equal(dutch.isSpelt("borg", "zorg"), false);
});

test("a word that the site knows is meant as it is written", () => {
  const lexicon = makeLexicon(en, ["insurer insured"]);
  assert.equal(lexicon.isSpelt("insured", "insurer"), true);
  assert.equal(lexicon.mayMean("insured", "insurer"), false);
  assert.equal(lexicon.mayMean("insurrer", "insurer"), true);
  assert.equal(lexicon.mayMean("hospital", "insurer"), false);
});

for (const [word, expected, is] of /** @type {[string, string, boolean][]} */ ([
  ["zelfmoord", "zelfmoord", true],
  ["zelfmoorden", "zelfmoord", true],
  ["zelfmoordgedachten", "zelfmoord", true],
  ["zelfmoort", "zelfmoord", true],
  ["doodgaan", "dood", false],
  ["doden", "dood", true],
  ["hopeloze", "hopeloos", true],
  ["hoplos", "hopeloos", true],
  ["hoplost", "hopeloos", false],
  ["leven", "leve", true],
  ["leven", "leves", false],
  ["leverworst", "lever", true],
  ["doof", "dood", false],
  ["doods", "doodt", false],
  ["eindee", "eindex", true],
  ["einda", "eindb", false],
])) {
  test(`Dutch: ${word} is ${is ? "" : "not "}a form of ${expected}`, () => {
    assert.equal(dutch.isForm(word, expected), is);
  });
}

test("common words and those of every page are told apart from others", () => {
  assert.deepEqual(["de", "arts", "zorg"].map(dutch.isCommon), [true, false, false]);
  assert.deepEqual(["de", "arts", "zorg"].map(dutch.isFiller), [false, true, false]);
});

test("an answer is kept, and is the same one the next time", () => {
  assert.equal(dutch.terms("rekening"), dutch.terms("rekening"));
});

// Groups

test("things with one key come together, in the order in which they came", () => {
  const groups = groupBy([5, 2, 3, 4], (number) => number % 2);
  assert.deepEqual(
    [...groups],
    [
      [1, [5, 3]],
      [0, [2, 4]],
    ],
  );
  assert.deepEqual([...groupBy([], () => 1)], []);
});
