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
 * @typedef {{words: string[], others: string[][], isCommon: boolean, isLast: boolean}} Unit
 * @typedef {Map<number, {score: number, terms: Set<string>}>} Hits
 * @typedef {{text: string, isMatch: boolean}} Part
 * @typedef {{address: string, title: Part[], heading: Part[], excerpt: Part[], score: number}} Result
 * @typedef {{stem: (word: string) => string, common: Set<string>}} Language
 */

/** What a word counts for in each part; the opening is the title once more, for the beginning of a page. */
const FIELDS = { title: 5, opening: 5, heading: 5, words: 3, description: 2, text: 1 };
const QUALITY = { exact: 1, stem: 0.9, parts: 0.8, other: 0.75, prefix: 0.55, misspelt: 0.5, nearbyForm: 0.15 };
const COMMON_WEIGHT = 0.1;
const PER_PAGE = 2;
const MOST_RESULTS = 8;
const LOWEST_SHARE = 0.2;
const EXCERPT_LENGTH = 160;

/** Words that stand in almost every question and say little about its subject. */
const COMMON_WORDS = {
  nl: `aan al als bij dan dat de deze die dit door een en er het hoe ik in is je kan kun kunt mag me met mij mijn
    moet naar nog of om ook op over te tot u uit uw van voor waar wat we wel welke wie wil word worden wordt zich zijn`,
  en: `a about am an and any are as at be been but by can could did do does for from get had has have how i if in
    is it its me my of on or our shall should so than that the their them then there these they this to us was we what when
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
  const adjacency = sections.map((section) => fieldTexts(section).map((text) => stemLine(text, lexicon)).join("|"));
  return (question) => {
    const units = readQuestion(question, synonyms, lexicon);
    const ranked = rank(units, engine, lexicon, pairsOf(question, lexicon), adjacency);
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
  const isDutch = lang.startsWith("nl");
  const { stemmer } = await (isDutch ? import("./vendor/stemmer-nl.mjs") : import("./vendor/stemmer-en.mjs"));
  const common = new Set((isDutch ? COMMON_WORDS.nl : COMMON_WORDS.en).split(/\s+/));
  return { common, stem: isDutch ? (word) => sameEnding(stemmer(word)) : stemmer };
}

/**
 * Bring together what Dutch spelling keeps apart: verwijs and verwijz(en), betaald and betaalt and betal(en).
 * @param {string} stem
 */
function sameEnding(stem) {
  const bare = stem.length > 5 ? stem.replace(/(?<=[^aeiou])[dt]+$/, "") : stem;
  return bare.replace(/([aeou])\1(?=[^aeiou]$)/, "$1").replace(/z$/, "s").replace(/v$/, "f");
}

/**
 * What the search knows of words: their stems, and the parts of a compound when both are words of the site.
 * @param {Language} language
 * @param {Set<string>} vocabulary
 */
function makeLexicon(language, vocabulary) {
  const stems = remember((/** @type {string} */ word) => (word.length > 2 && !/\d/.test(word) ? language.stem(word) : word));
  const known = new Set([...vocabulary, ...Array.from(vocabulary, stems)]);
  const parts = remember((/** @type {string} */ word) => splitCompound(word, (part) => known.has(part) || known.has(stems(part))));
  const terms = remember((/** @type {string} */ word) => [
    ...new Set([word, stems(word), ...parts(word).flatMap((part) => [part, stems(part)])]),
  ]);
  return { common: language.common, stems, parts, terms, isKnown: (/** @type {string} */ word) => known.has(word) || known.has(stems(word)) };
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
 * Cut a question into units.
 * @returns {Unit[]}
 */
function readQuestion(question, synonyms, lexicon) {
  const words = plainWords(question);
  const onlyCommon = words.every((word) => lexicon.common.has(word));
  /** @type {Unit[]} */
  const units = [];
  for (let at = 0; at < words.length; ) {
    const phrases = synonyms.filter((phrase) => standsAt(phrase, words, at, lexicon));
    const length = phrases.length > 0 ? phrases[0].words.length : 1;
    const own = words.slice(at, at + length);
    units.push({
      words: own,
      others: phrases.filter((phrase) => phrase.words.length === length).flatMap((phrase) => phrase.others),
      isCommon: !onlyCommon && own.every((word) => lexicon.common.has(word)),
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

/** The pairs of neighbours in a question; a word too common to be looked up still tells here. */
function pairsOf(question, lexicon) {
  const words = plainWords(question).map(lexicon.stems);
  return words.slice(1).map((word, at) => ` ${words[at]} ${word} `);
}

// Looking up

/** @returns {Hits} */
function lookUp(unit, engine, lexicon) {
  const own = together(unit.words.map((word) => lookUpWord(word, unit.isLast, engine, lexicon)), false);
  const others = unit.others.map((words) => together(words.map((word) => lookUpKnown(word, engine, lexicon)), true));
  return best([own, ...others.map((hits) => scaled(hits, QUALITY.other))]);
}

/** @returns {Hits} */
function lookUpWord(word, isLast, engine, lexicon) {
  const isKnown = lexicon.isKnown(word);
  const ways = [lookUpKnown(word, engine, lexicon)];
  if (lexicon.parts(word).length > 0) {
    const parts = lexicon.parts(word).map((part) => lookUpKnown(part, engine, lexicon));
    ways.push(scaled(together(parts, true), QUALITY.parts));
  }
  if (word.length >= (isLast ? 2 : 5)) ways.push(scaled(ask(word, engine, { prefix: true }), QUALITY.prefix));
  if (slips(word) > 0) {
    const hits = ask(word, engine, { fuzzy: slips(word) });
    ways.push(scaled(hits, isKnown ? QUALITY.nearbyForm : QUALITY.misspelt));
  }
  return best(ways);
}

/** @returns {Hits} */
function lookUpKnown(word, engine, lexicon) {
  const asWritten = ask(word, engine);
  const stem = lexicon.stems(word);
  const hits = scaled(ask(stem, engine), QUALITY.stem);
  for (const [id, hit] of asWritten) hits.set(id, { score: hit.score, terms: new Set([word, stem]) });
  return hits;
}

/** @returns {Hits} */
function ask(term, engine, options = {}) {
  return new Map(engine.search(term, options).map((hit) => [hit.id, { score: hit.score, terms: new Set(hit.terms) }]));
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
 * The sum of the hits of words that belong together; where needed, only of sections that hold them all.
 * @param {Hits[]} words
 * @param {boolean} needsAll
 * @returns {Hits}
 */
function together(words, needsAll) {
  /** @type {Map<number, {score: number, terms: Set<string>, found: number}>} */
  const hits = new Map();
  for (const [id, hit] of words.flatMap((word) => Array.from(word))) {
    const other = hits.get(id) ?? { score: 0, terms: new Set(), found: 0 };
    const terms = new Set([...hit.terms, ...other.terms]);
    hits.set(id, { score: other.score + hit.score, terms, found: other.found + 1 });
  }
  return needsAll ? new Map(Array.from(hits).filter(([, hit]) => hit.found === words.length)) : hits;
}

// Ranking

/** @returns {{id: number, score: number, terms: Set<string>}[]} */
function rank(units, engine, lexicon, pairs, adjacency) {
  /** @type {Map<number, {score: number, terms: Set<string>, weight: number}>} */
  const sums = new Map();
  let whole = 0;
  for (const unit of units) {
    const weight = unit.isCommon ? COMMON_WEIGHT : 1;
    whole += weight;
    for (const [id, hit] of lookUp(unit, engine, lexicon)) {
      const sum = sums.get(id) ?? { score: 0, terms: new Set(), weight: 0 };
      const terms = unit.isCommon ? sum.terms : new Set([...sum.terms, ...hit.terms]);
      sums.set(id, { score: sum.score + hit.score * weight, terms, weight: sum.weight + weight });
    }
  }
  return Array.from(sums, ([id, sum]) => ({
    id,
    terms: sum.terms,
    score: sum.score * (sum.weight / whole) ** 2 * (1 + shareOfPairs(pairs, adjacency[id])),
  })).sort((a, b) => b.score - a.score || a.id - b.id);
}

/** The share of a question's neighbours that are neighbours in a section, too. */
function shareOfPairs(pairs, line) {
  if (pairs.length === 0) return 0;
  return pairs.filter((pair) => line.includes(pair)).length / pairs.length;
}

/** The hits to show: those not far below the best, and no page more than twice. */
function pick(ranked, sections) {
  /** @type {Map<number, number>} */
  const shown = new Map();
  const lowest = (ranked[0]?.score ?? 0) * LOWEST_SHARE;
  const kept = ranked.filter(({ id, score, terms }) => {
    const page = sections[id].page;
    const already = shown.get(page) ?? 0;
    if (score < lowest || terms.size === 0 || already === PER_PAGE) return false;
    shown.set(page, already + 1);
    return true;
  });
  return kept.slice(0, MOST_RESULTS);
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
