/**
 * The search itself, without the page: it takes the index and a question in the reader's words, and returns results.
 *
 * How a question is answered:
 * 1. The question is cut into units: a word, or a phrase for which the index knows other words.
 * 2. Each unit is looked up by itself: as written, by its stem, misspelt, as the beginning of a word, in its parts
 *    (secondopinion), and by its other words. The best of these counts.
 * 3. A section gets the sum of its units, less when units are missing, more when words stand side by side as asked.
 *    Common words (the, of, is) help only in the latter; words that stand on every page (doctor, opinion) count less.
 *    A section, or a term, that is called just what was asked counts more than twice.
 * 4. A page shows its two best sections at most.
 * 5. To words of someone in distress the page with help is the first answer, whatever else is found.
 */

import { findWords, groupBy, loadLanguage, makeLexicon, plainWords } from "./search-words.mjs";
import MiniSearch from "./vendor/minisearch.mjs";

/**
 * @typedef {{address: string, title: string, description: string, words: string[],
 *            sections: [anchor: string, heading: string, text: string, ...asked: string[]][]}} IndexPage asked: for it
 * @typedef {{pages: IndexPage[], synonyms: [words: string[], asked: string[]][],
 *            crisis?: {address: string | null, words: string[]}, emergency?: string[]}} Index
 * @typedef {{id: number, page: number, address: string, title: string, opening: string, heading: string,
 *            words: string, description: string, text: string}} Section
 * @typedef {{words: string[], others: string[][], weight: number, factor: number, isTelling: boolean,
 *            isLast: boolean}} Unit
 * @typedef {{score: number, share: number, terms: Set<string>}} Hit share: how much of what was asked is there, 0 to 1
 * @typedef {Map<number, Hit>} Hits by the number of the section
 * @typedef {{id: number, score: number, terms: Set<string>}} Found
 * @typedef {{words: string[], stems: string[], others: string[][]}} Phrase others: phrases to look up instead
 * @typedef {{pair: string, weight: number}} Pair
 * @typedef {{text: string, isMatch: boolean}} Part
 * @typedef {{address: string, title: Part[], heading: Part[], excerpt: Part[], score: number}} Result
 * @typedef {(question: string) => boolean} Hears whether a question holds one of some phrases
 * @typedef {((question: string) => Result[]) & {isCrisis: Hears, isEmergency: Hears}} Search
 * @typedef {import("./search-words.mjs").Word} Word
 * @typedef {import("./search-words.mjs").Lexicon} Lexicon
 */

/** What a word counts for in each part; the opening is the title once more, for the beginning of a page. */
const FIELDS = { title: 5, opening: 6, heading: 4, words: 3, description: 2, text: 1 };
/** What a hit is worth by the way it was found; likes: by the number of slips. */
const QUALITY = {
  exactForm: 1.3,
  parts: 0.8,
  likes: [0.8, 0.7, 0.45],
  other: 0.75,
  otherOfKnown: 0.6,
  prefix: 0.55,
  onePart: 0.5,
};
/** Of a word that the site knows, words like it are hardly ever meant. */
const DOUBT = 0.2;
const COMMON_WEIGHT = 0.1;
/** What a word that stands on every page weighs beside others. */
const FILLER_WEIGHT = 0.3;
/** How many words may stand between two words of a phrase of distress or danger. */
const WORDS_BETWEEN = 3;
/** What two neighbours tell when none, one or both are common words. */
const PAIR_WEIGHTS = [1, 0.5, 0.1];
/** What it counts that a section bears the very name that was asked for, and not that name among other words. */
const SAME_NAME = 2.5;
const MOST_RESULTS = 8;
/** How fast a section falls when words of the question are missing. */
const COVERED = 1.7;
/** What a unit still weighs when every section has it. */
const COMMON_UNIT = 0.45;
const LOWEST_SHARE = 0.05;
/** How much a page counts when a section is ranked: the words it has elsewhere, and its next best section. */
const PAGE_SHARE = 0.2;
const NEXT_SECTION = 0.3;
/** The second section of a page stands a little lower than its own words would place it. */
const SECOND_OF_PAGE = 0.7;
const EXCERPT_LENGTH = 160;

/**
 * Make a search over one index.
 * @param {Index} index
 * @param {string} lang language of the index
 * @returns {Promise<Search>}
 */
export async function createSearch(index, lang) {
  const language = await loadLanguage(lang);
  const sections = index.pages.flatMap(toSections).map((section, id) => ({ ...section, id }));
  const lexicon = makeLexicon(language, sections.flatMap(fieldTexts));
  const engine = fillEngine(sections, lexicon);
  const synonyms = readSynonyms(index.synonyms, lexicon);
  const lines = sections.map((section) =>
    fieldTexts(section)
      .map((text) => stemLine(text, lexicon))
      .join("|"),
  );
  const names = sections.map(({ heading, opening }) => nameOf(lexicon.wordsOf(heading || opening), lexicon));
  const wordsOf = (/** @type {string} */ question) => plainWords(language.spellOut(question));
  const help = sections.find(({ address }) => address === index.crisis?.address);
  const hears = (/** @type {string[]} */ phrases) => {
    const listed = phrases.map(wordsOf);
    return (/** @type {string} */ question) => {
      const words = wordsOf(question);
      return listed.some((phrase) => standsApart(phrase, words, lexicon));
    };
  };
  const isCrisis = hears(index.crisis?.words ?? []);
  const search = (/** @type {string} */ question) => {
    const words = wordsOf(question);
    const units = readQuestion(words, synonyms, lexicon);
    const hits = units.map((unit) => lookUp(unit, engine, lexicon));
    const pairs = pairsOf(words, lexicon);
    const name = nameOf(words, lexicon);
    const found = cover(units, hits, sections).map((hit) => ({
      ...hit,
      score:
        hit.score *
        (1 + shareOfPairs(pairs, lines[hit.id])) *
        (isSameName(name, names[hit.id], lexicon) ? SAME_NAME : 1),
    }));
    const picked = pick(found, sections);
    return (help && isCrisis(question) ? withFirst(help.id, picked) : picked).map((hit) =>
      toResult(hit, sections[hit.id], lexicon),
    );
  };
  return Object.assign(search, { isCrisis, isEmergency: hears(index.emergency ?? []) });
}

// Index

/**
 * @param {IndexPage} page
 * @param {number} number
 * @returns {Omit<Section, "id">[]}
 */
function toSections(page, number) {
  return page.sections.map(([anchor, heading, text, ...asked], position) => ({
    page: number,
    address: page.address + (anchor ? `#${anchor}` : ""),
    title: page.title,
    heading,
    opening: position === 0 ? page.title : "",
    words: (position === 0 ? page.words : asked).join(" . "),
    description: position === 0 ? page.description : "",
    text,
  }));
}

/** @param {Omit<Section, "id">} section */
function fieldTexts(section) {
  return [section.title, section.heading, section.words, section.description, section.text];
}

/**
 * The words of a text by their stems, to see which stand side by side.
 * @param {string} text
 * @param {Lexicon} lexicon
 */
function stemLine(text, lexicon) {
  return ` ${lexicon.wordsOf(text).map(lexicon.stems).join(" ")} `;
}

/**
 * @param {Section[]} sections
 * @param {Lexicon} lexicon
 */
function fillEngine(sections, lexicon) {
  const engine = new MiniSearch({
    fields: Object.keys(FIELDS),
    tokenize: (text) => lexicon.wordsOf(text).flatMap(lexicon.terms),
    processTerm: (term) => term,
    searchOptions: { boost: FIELDS, tokenize: (text) => [text] },
  });
  engine.addAll(sections);
  return engine;
}

/**
 * Every phrase for which the index has other words, the longest first; what is looked up are words of the pages.
 * @param {Index["synonyms"]} groups
 * @param {Lexicon} lexicon
 * @returns {Phrase[]}
 */
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
 * @param {Phrase[]} synonyms
 * @param {Lexicon} lexicon
 * @returns {Unit[]}
 */
function readQuestion(words, synonyms, lexicon) {
  const isTelling = (/** @type {string} */ word) => !lexicon.isCommon(word);
  const onlyCommon = !words.some(isTelling);
  const onlyFiller = !words.some((word) => isTelling(word) && !lexicon.isFiller(word));
  const weightOf = (/** @type {string} */ word) => (lexicon.isFiller(word) && !onlyFiller ? FILLER_WEIGHT : 1);
  /** @type {Unit[]} */
  const units = [];
  for (let at = 0; at < words.length;) {
    const phrases = synonyms.filter((phrase) => standsAt(phrase, words, at, lexicon));
    const length = phrases.length > 0 ? phrases[0].words.length : 1;
    const own = words.slice(at, at + length);
    const telling = own.filter(isTelling);
    const weight = length > 1 ? telling.length : total(telling.map(weightOf));
    units.push({
      words: own,
      others: phrases.filter((phrase) => phrase.words.length === length).flatMap((phrase) => phrase.others),
      isTelling: onlyCommon || telling.length > 0,
      weight: onlyCommon ? 1 : weight || COMMON_WEIGHT,
      factor: onlyCommon ? 1 : Math.min(weight, 1) || COMMON_WEIGHT,
      isLast: at + length === words.length,
    });
    at += length;
  }
  return units;
}

/**
 * @param {Phrase} phrase
 * @param {string[]} words
 * @param {number} at
 * @param {Lexicon} lexicon
 */
function standsAt(phrase, words, at, lexicon) {
  if (at + phrase.words.length > words.length) return false;
  return phrase.words.every((expected, offset) => {
    const word = words[at + offset];
    return word === expected || lexicon.stems(word) === phrase.stems[offset] || lexicon.mayMean(word, expected);
  });
}

/**
 * Whether the words of a phrase of distress stand in a question, in order and with few words in between.
 * @param {string[]} phrase
 * @param {string[]} words
 * @param {Lexicon} lexicon
 */
function standsApart(phrase, words, lexicon) {
  return words.some((_, start) => {
    let at = start;
    return phrase.every((expected, number) => {
      const near = words.slice(at, at + (number === 0 ? 1 : WORDS_BETWEEN + 1));
      const found = near.findIndex((word) => lexicon.isForm(word, expected));
      at += found + 1;
      return found !== -1;
    });
  });
}

/**
 * A name or a question without the words that tell nothing of it.
 * @param {string[]} words
 * @param {Lexicon} lexicon
 */
function nameOf(words, lexicon) {
  return words.filter((word) => !lexicon.isCommon(word));
}

/**
 * Whether a question is the name of a section, perhaps misspelt.
 * @param {string[]} asked
 * @param {string[]} name
 * @param {Lexicon} lexicon
 */
function isSameName(asked, name, lexicon) {
  if (asked.length === 0 || asked.length !== name.length) return false;
  return asked.every((word, at) => lexicon.isSpelt(word, name[at]));
}

/**
 * The pairs of neighbours in a question. A word too common to be looked up still tells here, with its neighbour.
 * @param {string[]} words
 * @param {Lexicon} lexicon
 * @returns {Pair[]}
 */
function pairsOf(words, lexicon) {
  const meant = words.map((word) => (lexicon.isKnown(word) ? word : (lexicon.likes(word)[0]?.word ?? word)));
  return meant.slice(1).map((word, at) => ({
    pair: ` ${lexicon.stems(meant[at])} ${lexicon.stems(word)} `,
    weight: PAIR_WEIGHTS[[word, meant[at]].filter(lexicon.isCommon).length],
  }));
}

// Looking up

/**
 * @param {Unit} unit
 * @param {MiniSearch} engine
 * @param {Lexicon} lexicon
 * @returns {Hits}
 */
function lookUp(unit, engine, lexicon) {
  const own = together(unit.words.map((word) => lookUpWord(word, unit.isLast, engine, lexicon)));
  const isKnown = unit.words.every(lexicon.isKnown);
  const others = unit.others.map((words) => allOf(words.map((word) => lookUpKnown(word, engine, lexicon))));
  return best([own, ...others.map((hits) => scaled(hits, isKnown ? QUALITY.otherOfKnown : QUALITY.other))]);
}

/**
 * The best of all ways to find a word; only the last may still be half typed.
 * @param {string} word
 * @param {boolean} isLast
 * @param {MiniSearch} engine
 * @param {Lexicon} lexicon
 * @returns {Hits}
 */
function lookUpWord(word, isLast, engine, lexicon) {
  const ways = [lookUpKnown(word, engine, lexicon)];
  const parts = lexicon.parts(word).map((part) => lookUpKnown(part, engine, lexicon));
  if (parts.length > 0) ways.push(scaled(allOf(parts), QUALITY.parts));
  for (const part of lexicon.onePart(word)) ways.push(scaled(lookUpKnown(part, engine, lexicon), QUALITY.onePart));
  if (word.length >= (isLast ? 2 : 5)) ways.push(scaled(ask(word, engine, { prefix: true }), QUALITY.prefix));
  const doubt = lexicon.isKnown(word) ? DOUBT : 1;
  for (const like of lexicon.likes(word)) {
    ways.push(scaled(lookUpKnown(like.word, engine, lexicon), QUALITY.likes[like.slips] * doubt));
  }
  return best(ways);
}

/**
 * A word by its stem; the very form that was asked for counts a little more.
 * @param {string} word
 * @param {MiniSearch} engine
 * @param {Lexicon} lexicon
 * @returns {Hits}
 */
function lookUpKnown(word, engine, lexicon) {
  const hits = ask(lexicon.stems(word), engine);
  for (const id of ask(word, engine).keys()) {
    const hit = hits.get(id);
    if (hit) hits.set(id, { ...hit, score: hit.score * QUALITY.exactForm });
  }
  return hits;
}

/**
 * @param {string} term
 * @param {MiniSearch} engine
 * @param {{prefix?: boolean}} options
 * @returns {Hits}
 */
function ask(term, engine, options = {}) {
  return new Map(
    engine.search(term, options).map((hit) => [hit.id, { score: hit.score, share: 1, terms: new Set(hit.terms) }]),
  );
}

/**
 * @param {Hits} hits
 * @param {number} factor
 * @returns {Hits}
 */
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
 * The sections in which units were found: the sum of their scores, less by what is missing of the question.
 *
 * "costs abroad", of two units that weigh the same: a section with both covers 1 and keeps its score; one with "costs"
 * alone covers a half, and keeps less of it, yet more where another section of its page has "abroad".
 * @param {Unit[]} units
 * @param {Hits[]} hits of each unit
 * @param {Section[]} sections
 * @returns {Found[]}
 */
function cover(units, hits, sections) {
  const weights = units.map((unit, number) => unit.weight * rarity(hits[number].size, sections.length));
  /** @type {Map<number, Found & {shares: number[]}>} */
  const sums = new Map();
  units.forEach((unit, number) => {
    for (const [id, hit] of hits[number]) {
      const sum = sums.get(id) ?? { id, score: 0, terms: new Set(), shares: units.map(() => 0) };
      sum.score += hit.score * unit.factor;
      sum.shares[number] = (hit.share * weights[number]) / total(weights);
      if (unit.isTelling) hit.terms.forEach((term) => sum.terms.add(term));
      sums.set(id, sum);
    }
  });
  const pages = groupBy(sums.values(), ({ id }) => sections[id].page);
  return Array.from(pages.values()).flatMap((onPage) => {
    const ofPage = total(units.map((_, number) => Math.max(...onPage.map(({ shares }) => shares[number])))) ** COVERED;
    return onPage.map(({ id, score, terms, shares }) => {
      const covered = (1 - PAGE_SHARE) * total(shares) ** COVERED + PAGE_SHARE * ofPage;
      return { id, terms, score: score * covered };
    });
  });
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

/**
 * The share of a question's neighbours that are neighbours in a section, too.
 * @param {Pair[]} pairs
 * @param {string} line the section's words by their stems
 */
function shareOfPairs(pairs, line) {
  const found = pairs.filter(({ pair }) => line.includes(pair));
  return pairs.length === 0 ? 0 : total(found.map(({ weight }) => weight)) / total(pairs.map(({ weight }) => weight));
}

/**
 * What to show, the best first: of each page its two best sections, and nothing far below the first.
 * @param {Found[]} found
 * @param {Section[]} sections
 * @returns {Found[]}
 */
function pick(found, sections) {
  const telling = found.filter((hit) => hit.terms.size > 0).sort(byScore);
  const pages = groupBy(telling, (hit) => sections[hit.id].page);
  const hits = Array.from(pages.values()).flatMap(twoBest).sort(byScore);
  return hits.filter((hit) => hit.score >= hits[0].score * LOWEST_SHARE).slice(0, MOST_RESULTS);
}

/**
 * One section as the first of what was found.
 * @param {number} id
 * @param {Found[]} found
 * @returns {Found[]}
 */
function withFirst(id, found) {
  const first = found.find((hit) => hit.id === id) ?? { id, score: found[0]?.score ?? 1, terms: new Set() };
  return [first, ...found.filter((hit) => hit !== first)].slice(0, MOST_RESULTS);
}

/**
 * @param {Found[]} onPage the best first
 * @returns {Found[]}
 */
function twoBest([first, second]) {
  if (second === undefined) return [first];
  return [
    { ...first, score: first.score + second.score * NEXT_SECTION },
    { ...second, score: second.score * SECOND_OF_PAGE },
  ];
}

/**
 * @param {Found} a
 * @param {Found} b
 */
function byScore(a, b) {
  return b.score - a.score || a.id - b.id;
}

// Results

/**
 * @param {Found} hit
 * @param {Section} section
 * @param {Lexicon} lexicon
 * @returns {Result}
 */
function toResult(hit, section, lexicon) {
  const isMatch = (/** @type {Word} */ word) =>
    !lexicon.isCommon(word.text) && lexicon.terms(word.text).some((term) => hit.terms.has(term));
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
  const sentences = text.replace(/([.?!])\s+/g, "$1\n").split("\n");
  const windows = sentences.map((_, at) => passage(sentences, at));
  const counts = windows.map(
    (window) =>
      new Set(
        findWords(window)
          .filter(isMatch)
          .map((word) => word.text),
      ).size,
  );
  const at = counts.indexOf(Math.max(...counts));
  const before = at > 0 ? [{ text: "… ", isMatch: false }] : [];
  return [...before, ...markUp(windows[at], isMatch)];
}

/**
 * The sentence at a place with as many of the next ones as fit in an excerpt.
 * @param {string[]} sentences
 * @param {number} at
 */
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
