/**
 * The search itself, without the page: it takes the index and a question in the reader's words, and returns results.
 *
 * How a question is answered:
 * 1. The question is cut into units: a word, or a phrase for which the index knows other words.
 * 2. Each unit is looked up by itself: as written, by its stem, misspelt, as the beginning of a word, in its parts
 *    (secondopinion), and by its other words. The best of these counts.
 * 3. A section gets the sum of its units, less when units are missing, more when words stand side by side as asked.
 *    Common words (the, of, is) help only in the latter.
 * 4. A page shows its two best sections at most.
 */

import MiniSearch from "./vendor/minisearch.mjs";

/**
 * @typedef {{address: string, title: string, description: string, words: string[],
 *            sections: [anchor: string, heading: string, text: string][]}} IndexPage
 * @typedef {{pages: IndexPage[], synonyms: [words: string[], asked: string[]][]}} Index
 * @typedef {{id: number, page: number, address: string, title: string, opening: string, heading: string,
 *            words: string, description: string, text: string}} Section
 * @typedef {{text: string, start: number, end: number}} Word
 * @typedef {{words: string[], others: string[][], weight: number, isTelling: boolean, isLast: boolean}} Unit
 * @typedef {{score: number, share: number, terms: Set<string>}} Hit share: how much of what was asked is there, 0 to 1
 * @typedef {Map<number, Hit>} Hits by the number of the section
 * @typedef {{text: string, isMatch: boolean}} Part
 * @typedef {{address: string, title: Part[], heading: Part[], excerpt: Part[], score: number}} Result
 * @typedef {{stem: (word: string) => string, sound: (word: string) => string, spellOut: (text: string) => string,
 *            common: Set<string>}} Language
 */

/** What a word counts for in each part; the opening is the title once more, for the beginning of a page. */
const FIELDS = { title: 5, opening: 5, heading: 5, words: 3, description: 2, text: 1 };
const QUALITY = {
  sound: 0.8,
  parts: 0.8,
  other: 0.75,
  oneSlip: 0.7,
  otherOfKnown: 0.6,
  prefix: 0.55,
  onePart: 0.5,
  twoSlips: 0.45,
};
const EXACT_FORM = 1.15;
/** Of a word that the site knows, words like it are hardly ever meant. */
const KNOWN_WORD = 0.2;
const COMMON_WEIGHT = 0.1;
const MOST_RESULTS = 8;
/** How fast a section falls when words of the question are missing. */
const COVERED = 1.7;
/** What a unit still weighs when every section has it. */
const COMMON_UNIT = 0.3;
const LOWEST_SHARE = 0.05;
/** How much a page counts when a section is ranked: the words it has elsewhere, and its next best section. */
const PAGE_SHARE = 0.2;
const NEXT_SECTION = 0.25;
/** The second section of a page stands a little lower than its own words would place it. */
const SECOND_OF_PAGE = 0.7;
const EXCERPT_LENGTH = 160;

/** Words that stand in almost every question and say little about its subject. */
const COMMON_WORDS = {
  nl: `aan al als bij dan dat de deze die dit door een en er het hoe ik in is je kan kun kunt mag me met mij mijn
    moet naar nog of om ook op over te tot u uit uw van voor waar wat we wel welke wie wil wilt word worden wordt zich zijn`,
  en: `a about am an and any are as at be been but by can could did do does for from get had has have how i if in
    is it its me my of on one or our shall should so than that the their them then there these they this to us was we what when
    where which will with would you your`,
};

/**
 * Make a search over one index.
 * @param {Index} index
 * @param {string} lang language of the index, "nl" or "en"
 * @returns {Promise<(question: string) => Result[]>}
 */
export async function createSearch(index, lang) {
  const language = await loadLanguage(lang);
  const sections = index.pages.flatMap(toSections).map((section, id) => ({ ...section, id }));
  const vocabulary = new Set(sections.flatMap((section) => fieldTexts(section).flatMap((text) => plainWords(text))));
  const lexicon = makeLexicon(language, vocabulary);
  const engine = fillEngine(sections, lexicon);
  const synonyms = readSynonyms(index.synonyms, lexicon);
  const lines = sections.map((section) => fieldTexts(section).map((text) => stemLine(text, lexicon)).join("|"));
  return (question) => {
    const words = plainWords(language.spellOut(question));
    const units = readQuestion(words, synonyms, lexicon);
    const hits = units.map((unit) => lookUp(unit, engine, lexicon));
    const pairs = pairsOf(words, lexicon);
    units.forEach((unit, number) => {
      unit.weight *= rarity(hits[number].size, sections.length);
    });
    const ranked = rank(units, hits, (id) => sections[id].page, (id) => shareOfPairs(pairs, lines[id]));
    return pick(ranked, sections).map((hit) => toResult(hit, sections[hit.id], lexicon));
  };
}

// Words

/**
 * Words of a text with their places.
 * @param {string} text
 * @returns {Word[]}
 */
export function findWords(text) {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu), (found) => ({
    text: fold(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/**
 * One way of writing for a word: small letters, no accents, no apostrophes.
 * @param {string} word
 */
export function fold(word) {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s$/u, "")
    .replace(/['’]/gu, "");
}

/** @param {string} text */
function plainWords(text) {
  return findWords(text).map((word) => word.text);
}

/**
 * @param {string} lang
 * @returns {Promise<Language>}
 */
async function loadLanguage(lang) {
  if (lang.startsWith("nl")) {
    const { stemmer } = await import("./vendor/stemmer-nl.mjs");
    const stem = (/** @type {string} */ word) => sameEnding(stemmer(word));
    return { stem, sound: soundOfDutch, spellOut: (text) => text, common: wordSet(COMMON_WORDS.nl) };
  }
  const { stemmer } = await import("./vendor/stemmer-en.mjs");
  return { stem: stemmer, sound: (word) => word, spellOut: spellOutEnglish, common: wordSet(COMMON_WORDS.en) };
}

/** @param {string} words */
function wordSet(words) {
  return new Set(words.split(/\s+/));
}

/**
 * The short forms that people type for what the pages write in full: don't, cant, won't.
 * @param {string} text
 */
function spellOutEnglish(text) {
  return text
    .replace(/\bcan['’]?t\b/gi, "cannot")
    .replace(/\bwon['’]t\b/gi, "will not")
    .replace(/\b(do|does|did|is|are|was|has|have|would|could|should)n['’]?t\b/gi, "$1 not");
}

/**
 * One way of writing for what sounds the same in Dutch: klagt and klacht, medies and medisch, risiko and risico.
 * @param {string} word
 */
function soundOfDutch(word) {
  return word
    .replace(/sch(?=e?$)/, "s")
    .replace(/ch|gh/g, "g")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/[cq]/g, "k")
    .replace(/x/g, "ks")
    .replace(/ph|v/g, "f")
    .replace(/th/g, "t")
    .replace(/ij/g, "ei")
    .replace(/ou/g, "au")
    .replace(/ie|y/g, "i")
    .replace(/z/g, "s")
    .replace(/d$/, "t")
    .replace(/dt$/, "t")
    .replace(/(.)\1/g, "$1");
}

/**
 * Bring together what Dutch spelling keeps apart: verwijs and verwijz(en), betaald and betaalt and betal(en).
 * @param {string} stem
 */
function sameEnding(stem) {
  const bare = stem.length > 5 ? stem.replace(/(?<=[^aeiou])[dt]+$/, "") : stem;
  return bare.replace(/([^aeiou])\1$/, "$1").replace(/([aeou])\1(?=[^aeiou]$)/, "$1").replace(/z$/, "s").replace(/v$/, "f");
}

/**
 * What the search knows of words.
 * @param {Language} language
 * @param {Set<string>} vocabulary every word of the site
 */
function makeLexicon({ common, stem, sound }, vocabulary) {
  const stems = remember((word) => (word.length > 2 && !/\d/.test(word) ? stem(word) : word));
  const known = new Set([...vocabulary, ...Array.from(vocabulary, stems)]);
  const isKnown = (/** @type {string} */ word) => known.has(word) || known.has(stems(word));
  const parts = remember((word) => splitCompound(word, isKnown));
  const onePart = remember((word) => (isKnown(word) || parts(word).length > 0 ? [] : findPart(word, isKnown)));
  const bySound = groupBy(vocabulary, sound);
  return {
    common,
    stems,
    isKnown,
    parts,
    onePart,
    /** Under which terms a word stands in the index: itself, its stem, its parts. */
    terms: remember((word) => [...new Set([word, stems(word), ...parts(word).flatMap((part) => [part, stems(part)])])]),
    /** Words of the site that may be meant by a word, the likeliest first. */
    likes: remember((word) => findLikes(word, vocabulary, bySound.get(sound(word)) ?? [])),
  };
}

/**
 * @param {string} word
 * @param {Set<string>} vocabulary
 * @param {string[]} sameSound
 * @returns {{word: string, quality: number}[]}
 */
function findLikes(word, vocabulary, sameSound) {
  const most = slips(word);
  if (most === 0) return [];
  const likes = sameSound.map((like) => ({ word: like, quality: QUALITY.sound }));
  for (const like of vocabulary) {
    if (Math.abs(like.length - word.length) > most || slips(like) === 0 || sameSound.includes(like)) continue;
    const found = distance(word, like);
    if (found <= most) likes.push({ word: like, quality: found === 1 ? QUALITY.oneSlip : QUALITY.twoSlips });
  }
  return likes.filter((like) => like.word !== word).sort((a, b) => b.quality - a.quality);
}

/**
 * @template T, K
 * @param {Iterable<T>} things
 * @param {(thing: T) => K} keyOf
 */
function groupBy(things, keyOf) {
  /** @type {Map<K, T[]>} */
  const groups = new Map();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}

/**
 * Keep what a function of a word has answered.
 * @template T
 * @param {(word: string) => T} work
 * @returns {(word: string) => T}
 */
function remember(work) {
  /** @type {Map<string, T>} */
  const answers = new Map();
  return (word) => {
    if (!answers.has(word)) answers.set(word, work(word));
    return /** @type {T} */ (answers.get(word));
  };
}

/**
 * Split a word that was written in one: secondopinion, zorgverzekeraar, verwijsbrief.
 * @param {string} word
 * @param {(part: string) => boolean} isKnown
 * @returns {string[]} the parts, or nothing when the word cannot be split into known words
 */
export function splitCompound(word, isKnown) {
  const least = 4;
  for (let at = word.length - least; at >= least; at -= 1) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    if (!isKnown(head) && !(head.endsWith("s") && head.length > least && isKnown(head.slice(0, -1)))) continue;
    if (isKnown(tail)) return [head, tail];
    const rest = splitCompound(tail, isKnown);
    if (rest.length > 0) return [head, ...rest];
  }
  return [];
}

/**
 * The longest known word at the beginning or the end of a word: zelfmoord(gedachten), (bloed)onderzoek.
 * @param {string} word
 * @param {(part: string) => boolean} isKnown
 * @returns {string[]} one part or none
 */
function findPart(word, isKnown) {
  for (let length = word.length - 3; length >= 5; length -= 1) {
    const found = [word.slice(0, length), word.slice(-length)].find(isKnown);
    if (found) return [found];
  }
  return [];
}

// Index

/**
 * @param {IndexPage} page
 * @param {number} number
 * @returns {Omit<Section, "id">[]}
 */
function toSections(page, number) {
  return page.sections.map(([anchor, heading, text], position) => ({
    page: number,
    address: page.address + (anchor ? `#${anchor}` : ""),
    title: page.title,
    heading,
    opening: position === 0 ? page.title : "",
    words: position === 0 ? page.words.join(" . ") : "",
    description: position === 0 ? page.description : "",
    text,
  }));
}

/** @param {Omit<Section, "id">} section */
function fieldTexts(section) {
  return [section.title, section.heading, section.words, section.description, section.text];
}

/** The words of a text by their stems, to see which stand side by side. */
function stemLine(text, lexicon) {
  return ` ${plainWords(text).map(lexicon.stems).join(" ")} `;
}

function fillEngine(sections, lexicon) {
  const engine = new MiniSearch({
    fields: Object.keys(FIELDS),
    tokenize: (text) => plainWords(text).flatMap(lexicon.terms),
    processTerm: (term) => term,
    searchOptions: { boost: FIELDS, tokenize: (text) => [text] },
  });
  engine.addAll(sections);
  return engine;
}

/** Every phrase for which the index has other words, the longest first; what is looked up are words of the pages. */
function readSynonyms(groups, lexicon) {
  const phrases = groups.flatMap(([words, asked]) => {
    const onPages = words.map(plainWords);
    return [...onPages, ...asked.map(plainWords)].map((phrase) => ({
      words: phrase,
      stems: phrase.map(lexicon.stems),
      others: onPages.filter((other) => other !== phrase),
    }));
  });
  return phrases.filter((phrase) => phrase.words.length > 0).sort((a, b) => b.words.length - a.words.length);
}

// Question

/**
 * Cut the words of a question into units.
 * @param {string[]} words
 * @returns {Unit[]}
 */
function readQuestion(words, synonyms, lexicon) {
  const isTelling = (/** @type {string} */ word) => !lexicon.common.has(word);
  const onlyCommon = !words.some(isTelling);
  /** @type {Unit[]} */
  const units = [];
  for (let at = 0; at < words.length; ) {
    const phrases = synonyms.filter((phrase) => standsAt(phrase, words, at, lexicon));
    const length = phrases.length > 0 ? phrases[0].words.length : 1;
    const own = words.slice(at, at + length);
    units.push({
      words: own,
      others: phrases.filter((phrase) => phrase.words.length === length).flatMap((phrase) => phrase.others),
      isTelling: onlyCommon || own.some(isTelling),
      weight: onlyCommon ? 1 : own.filter(isTelling).length || COMMON_WEIGHT,
      isLast: at + length === words.length,
    });
    at += length;
  }
  return units;
}

function standsAt(phrase, words, at, lexicon) {
  if (at + phrase.words.length > words.length) return false;
  return phrase.words.every((expected, offset) => {
    const word = words[at + offset];
    return word === expected || lexicon.stems(word) === phrase.stems[offset] || isMisspelt(word, expected, lexicon);
  });
}

/** Whether a word that the site does not know is an expected one with a slip in it. */
function isMisspelt(word, expected, lexicon) {
  return !lexicon.isKnown(word) && expected.length > 4 && distance(word, expected) <= slips(expected);
}

/** How many slips of the pen a word of this length may have. */
function slips(word) {
  if (/\d/.test(word) || word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * The number of letters to add, drop, change or swap to make one word of the other.
 * @param {string} from
 * @param {string} to
 */
export function distance(from, to) {
  let before = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const change = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
      next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1);
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isSwap) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[to.length];
}

/**
 * The pairs of neighbours in a question. A word too common to be looked up still tells here, with its neighbour.
 * @param {string[]} words
 * @returns {{pair: string, weight: number}[]}
 */
function pairsOf(words, lexicon) {
  const meant = words.map((word) => (lexicon.isKnown(word) ? word : (lexicon.likes(word)[0]?.word ?? word)));
  return meant.slice(1).map((word, at) => ({
    pair: ` ${lexicon.stems(meant[at])} ${lexicon.stems(word)} `,
    weight: lexicon.common.has(word) && lexicon.common.has(meant[at]) ? COMMON_WEIGHT : 1,
  }));
}

// Looking up

/** @returns {Hits} */
function lookUp(unit, engine, lexicon) {
  const own = together(unit.words.map((word) => lookUpWord(word, unit.isLast, engine, lexicon)));
  const isKnown = unit.words.every(lexicon.isKnown);
  const others = unit.others.map((words) => allOf(words.map((word) => lookUpKnown(word, engine, lexicon))));
  return best([own, ...others.map((hits) => scaled(hits, isKnown ? QUALITY.otherOfKnown : QUALITY.other))]);
}

/** @returns {Hits} */
function lookUpWord(word, isLast, engine, lexicon) {
  const ways = [lookUpKnown(word, engine, lexicon)];
  const parts = lexicon.parts(word).map((part) => lookUpKnown(part, engine, lexicon));
  if (parts.length > 0) ways.push(scaled(allOf(parts), QUALITY.parts));
  for (const part of lexicon.onePart(word)) ways.push(scaled(lookUpKnown(part, engine, lexicon), QUALITY.onePart));
  if (word.length >= (isLast ? 2 : 5)) ways.push(scaled(ask(word, engine, { prefix: true }), QUALITY.prefix));
  const doubt = lexicon.isKnown(word) ? KNOWN_WORD : 1;
  for (const like of lexicon.likes(word)) {
    ways.push(scaled(lookUpKnown(like.word, engine, lexicon), like.quality * doubt));
  }
  return best(ways);
}

/**
 * A word by its stem; the very form that was asked for counts a little more.
 * @returns {Hits}
 */
function lookUpKnown(word, engine, lexicon) {
  const hits = ask(lexicon.stems(word), engine);
  for (const id of ask(word, engine).keys()) {
    const hit = hits.get(id);
    if (hit) hits.set(id, { ...hit, score: hit.score * EXACT_FORM });
  }
  return hits;
}

/** @returns {Hits} */
function ask(term, engine, options = {}) {
  return new Map(
    engine.search(term, options).map((hit) => [hit.id, { score: hit.score, share: 1, terms: new Set(hit.terms) }]),
  );
}

/** @returns {Hits} */
function scaled(hits, factor) {
  return new Map(Array.from(hits, ([id, hit]) => [id, { ...hit, score: hit.score * factor }]));
}

/**
 * The best hit of each section.
 * @param {Hits[]} ways
 * @returns {Hits}
 */
function best(ways) {
  /** @type {Hits} */
  const hits = new Map();
  for (const [id, hit] of ways.flatMap((way) => Array.from(way))) {
    if (hit.score > (hits.get(id)?.score ?? 0)) hits.set(id, hit);
  }
  return hits;
}

/**
 * The sum of the hits of words that were asked together; less where some are missing.
 * @param {Hits[]} words
 * @returns {Hits}
 */
function together(words) {
  /** @type {Hits} */
  const sums = new Map();
  for (const [id, hit] of words.flatMap((word) => Array.from(word))) {
    const sum = sums.get(id) ?? { score: 0, share: 0, terms: new Set() };
    const share = sum.share + hit.share / words.length;
    sums.set(id, { score: sum.score + hit.score, share, terms: new Set([...sum.terms, ...hit.terms]) });
  }
  return new Map(Array.from(sums, ([id, sum]) => [id, { ...sum, score: sum.score * sum.share }]));
}

/**
 * The same, of sections only that hold all the words.
 * @param {Hits[]} words
 * @returns {Hits}
 */
function allOf(words) {
  return new Map(Array.from(together(words)).filter(([, hit]) => hit.share > 0.99));
}

// Ranking

/**
 * @param {Unit[]} units
 * @param {Hits[]} hits of each unit
 * @param {(id: number) => number} pageOf
 * @param {(id: number) => number} shareOfPairsIn
 * @returns {{id: number, score: number, terms: Set<string>}[]}
 */
function rank(units, hits, pageOf, shareOfPairsIn) {
  const whole = units.reduce((sum, unit) => sum + unit.weight, 0);
  /** @type {Map<number, {score: number, terms: Set<string>, shares: number[]}>} */
  const sums = new Map();
  /** @type {Map<number, number[]>} */
  const pages = new Map();
  units.forEach((unit, number) => {
    for (const [id, hit] of hits[number]) {
      const sum = sums.get(id) ?? { score: 0, terms: new Set(), shares: [] };
      sum.score += hit.score * (unit.isTelling ? 1 : COMMON_WEIGHT);
      sum.shares[number] = (hit.share * unit.weight) / whole;
      if (unit.isTelling) hit.terms.forEach((term) => sum.terms.add(term));
      sums.set(id, sum);
      const page = pages.get(pageOf(id)) ?? [];
      page[number] = Math.max(page[number] ?? 0, sum.shares[number]);
      pages.set(pageOf(id), page);
    }
  });
  return Array.from(sums, ([id, { score, terms, shares }]) => {
    const covered = (1 - PAGE_SHARE) * total(shares) ** COVERED + PAGE_SHARE * total(pages.get(pageOf(id)) ?? []) ** COVERED;
    return { id, terms, score: score * covered * (1 + shareOfPairsIn(id)) };
  }).sort((a, b) => b.score - a.score || a.id - b.id);
}

/**
 * What a unit tells: much when few sections have it, little when most have it.
 * @param {number} found
 * @param {number} all
 */
function rarity(found, all) {
  return COMMON_UNIT + (1 - COMMON_UNIT) * (Math.log((all + 1) / (found + 1)) / Math.log(all + 1));
}

/** @param {number[]} numbers */
function total(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** The share of a question's neighbours that are neighbours in a section, too. */
function shareOfPairs(pairs, line) {
  const found = pairs.filter(({ pair }) => line.includes(pair));
  return pairs.length === 0 ? 0 : total(found.map(({ weight }) => weight)) / total(pairs.map(({ weight }) => weight));
}

/** The hits to show: of each page its two best, and none far below the first. */
function pick(ranked, sections) {
  const pages = groupBy(ranked.filter((hit) => hit.terms.size > 0), (hit) => sections[hit.id].page);
  const hits = Array.from(pages.values()).flatMap(([first, second]) =>
    second === undefined
      ? [first]
      : [
          { ...first, score: first.score + second.score * NEXT_SECTION },
          { ...second, score: second.score * SECOND_OF_PAGE },
        ],
  );
  hits.sort((a, b) => b.score - a.score || a.id - b.id);
  return hits.filter((hit) => hit.score >= hits[0].score * LOWEST_SHARE).slice(0, MOST_RESULTS);
}

// Results

/** @returns {Result} */
function toResult(hit, section, lexicon) {
  const isMatch = (/** @type {Word} */ word) =>
    !lexicon.common.has(word.text) && lexicon.terms(word.text).some((term) => hit.terms.has(term));
  const excerpt = [section.text, section.description]
    .map((text) => excerptOf(text, isMatch))
    .find((parts) => parts.some((part) => part.isMatch));
  return {
    address: section.address,
    title: markUp(section.title, isMatch),
    heading: markUp(section.heading, isMatch),
    excerpt: excerpt ?? [{ text: shorten(section.text || section.description), isMatch: false }],
    score: hit.score,
  };
}

/**
 * Cut a text where its words match and where they do not.
 * @param {string} text
 * @param {(word: Word) => boolean} isMatch
 * @returns {Part[]}
 */
export function markUp(text, isMatch) {
  /** @type {Part[]} */
  const parts = [];
  let done = 0;
  for (const word of findWords(text).filter(isMatch)) {
    if (word.start > done) parts.push({ text: text.slice(done, word.start), isMatch: false });
    parts.push({ text: text.slice(word.start, word.end), isMatch: true });
    done = word.end;
  }
  if (done < text.length) parts.push({ text: text.slice(done), isMatch: false });
  return parts;
}

/**
 * The sentences with the most different matches, and what follows them.
 * @param {string} text
 * @param {(word: Word) => boolean} isMatch
 * @returns {Part[]}
 */
function excerptOf(text, isMatch) {
  const sentences = text.split(/(?<=[.?!])\s+|\n/);
  const windows = sentences.map((_, at) => passage(sentences, at));
  const counts = windows.map((window) => new Set(findWords(window).filter(isMatch).map((word) => word.text)).size);
  const at = counts.indexOf(Math.max(...counts));
  const before = at > 0 ? [{ text: "… ", isMatch: false }] : [];
  return [...before, ...markUp(windows[at], isMatch)];
}

/** The sentence at a place with as many of the next ones as fit in an excerpt. */
function passage(sentences, at) {
  let text = sentences[at];
  for (const next of sentences.slice(at + 1)) {
    if (text.length + next.length >= EXCERPT_LENGTH) break;
    text += ` ${next}`;
  }
  return shorten(text);
}

/** @param {string} text */
function shorten(text) {
  const line = text.replace(/\s+/g, " ");
  if (line.length <= EXCERPT_LENGTH * 1.25) return line;
  return `${line.slice(0, line.lastIndexOf(" ", EXCERPT_LENGTH))} …`;
}
