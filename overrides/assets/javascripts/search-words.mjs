/**
 * What the search knows of words: how to find them in a text, and which of them belong together.
 */

/**
 * @typedef {{text: string, start: number, end: number}} Word
 * @typedef {{stem: (word: string) => string, sound: (word: string) => string, spellOut: (text: string) => string,
 *            common: Set<string>, filler: Set<string>}} Language
 * @typedef {{word: string, slips: number}} Like a word of the site that may be meant; no slips: it sounds the same
 */

/**
 * @typedef {object} Lexicon
 * @property {(text: string) => string[]} wordsOf words of a text
 * @property {(word: string) => string} stems what the forms of a word have in common
 * @property {(word: string) => boolean} isKnown whether the site has a word, in any form
 * @property {(word: string) => boolean} isCommon whether a word tells nothing of a question's subject
 * @property {(word: string) => boolean} isFiller whether a word tells little, because it stands on every page
 * @property {(word: string, expected: string) => boolean} isForm whether a word is an expected one, in any form
 * @property {(word: string) => string[]} parts of a compound of known words; else none
 * @property {(word: string) => string[]} onePart the known part of a compound that the site does not know; else none
 * @property {(word: string) => string[]} terms under which a word stands in the index: itself, its stem, its parts
 * @property {(word: string) => Like[]} likes words of the site that may be meant, the likeliest first
 * @property {(word: string, expected: string) => boolean} isSpelt whether a word is an expected one, with slips of the
 *   pen
 * @property {(word: string, expected: string) => boolean} mayMean whether an unknown word is an expected one misspelt
 */

/** Words that stand in almost every question and say little about its subject. */
const COMMON_WORDS = {
  nl: [
    "aan al als bij dan dat de deze die dit door een en er het hoe ik in is je kan kun kunt mag me met mij mijn",
    "moet naar nog of om ook op over te tot u uit uw van voor waar wat we wel welke wie wil wilt word worden",
    "wordt zich zijn",
  ].join(" "),
  en: [
    "a about am an and any are as at be been but by can could did do does for from get had has have how i if in",
    "is it its me my of on one or our shall should so than that the their them then there these they this to us",
    "was we what when where which will with would you your",
  ].join(" "),
};

/** Words that stand on every page: beside other words of a question they say little about its subject. */
const FILLER_WORDS = {
  nl: [
    "2de 2e alleen ander andere anders arts artsen doen dokter dokters ga gaan graag heb hebben heeft hij iemand",
    "iets krijg krijgen laten maar meer mening niet nu opinion second specialist tweede vraag vragen ze zeg",
    "zeggen zegt ziekenhuis zij zo",
  ].join(" "),
  en: [
    "2nd another ask doctor doctors go going hospital like make more need no not now opinion other physician say",
    "says second someone something specialist take tell who want wants",
  ].join(" "),
};

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
  if (/^[a-z0-9]+$/.test(word)) return word;
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]s$/u, "")
    .replace(/['’]/gu, "");
}

/**
 * The words of a text alone.
 * @param {string} text
 */
export function plainWords(text) {
  return findWords(text).map((word) => word.text);
}

/**
 * Load what the search knows of a language.
 * @param {string} lang its code; of a language that is not known here, words are taken as they are
 * @returns {Promise<Language>}
 */
export async function loadLanguage(lang) {
  const load = LOADERS[lang.slice(0, 2)];
  return load ? load() : { stem: asItIs, sound: asItIs, spellOut: asItIs, common: new Set(), filler: new Set() };
}

/** @type {Record<string, () => Promise<Language>>} */
const LOADERS = {
  async nl() {
    const { stemmer } = await import("./vendor/stemmer-nl.mjs");
    const stem = (/** @type {string} */ word) => sameEnding(stemmer(word));
    return {
      stem,
      sound: soundOfDutch,
      spellOut: asItIs,
      common: wordSet(COMMON_WORDS.nl),
      filler: wordSet(FILLER_WORDS.nl),
    };
  },
  async en() {
    const { stemmer } = await import("./vendor/stemmer-en.mjs");
    return {
      stem: stemmer,
      sound: asItIs,
      spellOut: spellOutEnglish,
      common: wordSet(COMMON_WORDS.en),
      filler: wordSet(FILLER_WORDS.en),
    };
  },
};

/** @param {string} text */
function asItIs(text) {
  return text;
}

/** @param {string} words */
function wordSet(words) {
  return new Set(words.split(" "));
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
  const bare = stem.length > 5 ? stem.replace(/([^aeioudt])[dt]+$/, "$1") : stem;
  return bare
    .replace(/([^aeiou])\1$/, "$1")
    .replace(/([aeou])\1(?=[^aeiou]$)/, "$1")
    .replace(/z$/, "s")
    .replace(/v$/, "f");
}

/**
 * What the search knows of words.
 * @param {Language} language
 * @param {string[]} texts all texts of the site
 * @returns {Lexicon}
 */
export function makeLexicon({ common, filler, stem, sound }, texts) {
  const wordsOf = remember(plainWords);
  const vocabulary = new Set(texts.flatMap(wordsOf));
  const stems = remember((word) => (word.length > 2 && !/\d/.test(word) ? stem(word) : word));
  const known = new Set([...vocabulary, ...Array.from(vocabulary, stems)]);
  const isKnown = (/** @type {string} */ word) => known.has(word) || known.has(stems(word));
  const parts = remember((word) => splitCompound(word, isKnown));
  const onePart = remember((word) => (isKnown(word) || parts(word).length > 0 ? [] : findPart(word, isKnown)));
  const isSpelt = (/** @type {string} */ word, /** @type {string} */ expected) =>
    word === expected || sound(word) === sound(expected) || distance(word, expected) <= slips(expected);
  const bySound = groupBy(vocabulary, sound);
  return {
    wordsOf,
    stems,
    isKnown,
    parts,
    onePart,
    isCommon: (word) => common.has(word),
    isFiller: (word) => filler.has(word),
    isForm: (word, expected) =>
      word === expected ||
      stems(word) === stems(expected) ||
      (expected.length > 4 && word.startsWith(expected)) ||
      (expected.length > 5 && distance(word, expected) <= slips(expected)),
    terms: remember((word) => [...new Set([word, stems(word), ...parts(word).flatMap((part) => [part, stems(part)])])]),
    likes: remember((word) => findLikes(word, vocabulary, bySound.get(sound(word)) ?? [])),
    isSpelt,
    mayMean: (word, expected) => !isKnown(word) && isSpelt(word, expected),
  };
}

/**
 * Words of the site that sound like a word, or that are the word with a slip or two.
 * @param {string} word
 * @param {Set<string>} vocabulary
 * @param {string[]} sameSound
 * @returns {Like[]}
 */
function findLikes(word, vocabulary, sameSound) {
  const most = slips(word);
  if (most === 0) return [];
  const likes = sameSound.map((like) => ({ word: like, slips: 0 }));
  for (const like of vocabulary) {
    if (Math.abs(like.length - word.length) > most || slips(like) === 0 || sameSound.includes(like)) continue;
    const found = distance(word, like);
    if (found <= most) likes.push({ word: like, slips: found });
  }
  return likes.filter((like) => like.word !== word).sort((a, b) => a.slips - b.slips);
}

/**
 * Keep what a function of a text has answered.
 * @template T
 * @param {(text: string) => T} work
 * @returns {(text: string) => T}
 */
function remember(work) {
  /** @type {Map<string, T>} */
  const answers = new Map();
  return (text) => {
    if (!answers.has(text)) answers.set(text, work(text));
    return /** @type {T} */ (answers.get(text));
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

/**
 * How many slips of the pen a word of this length may have.
 * @param {string} word
 */
function slips(word) {
  if (/\d/.test(word) || word.length < 5) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * The number of letters to add, drop, change or swap to make one word of the other.
 * @param {string} from
 * @param {string} to
 */
export function distance(from, to) {
  /** @type {number[]} */
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
 * Put together what has the same key.
 * @template T, K
 * @param {Iterable<T>} things
 * @param {(thing: T) => K} keyOf
 */
export function groupBy(things, keyOf) {
  /** @type {Map<K, T[]>} */
  const groups = new Map();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}
