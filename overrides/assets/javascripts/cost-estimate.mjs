/**
 * What a person in the Netherlands pays for a second opinion. Pure: no page, no clock, nothing stored.
 *
 * Amounts come in as euros, as people write them, and leave as whole cents. An answer may be "unknown"; every amount
 * that leaves is therefore a range, whose two ends are equal where the amount is exact, and whose high end is null
 * where there is no upper bound.
 *
 * @typedef {number | boolean | string | undefined} Answer
 * @typedef {Record<string, Answer>} Situation
 * @typedef {{ low: number, high: number | null }} Range in whole cents
 * @typedef {{ euro: number, confirmed: boolean, read: string, sources: string[] }} Compulsory
 * @typedef {{ euro: number[], sources: string[] }} Voluntary
 * @typedef {{ compulsory: Compulsory, voluntary: Voluntary }} Year
 * @typedef {{ years: Record<string, Year>, rules: Record<string, string[]> }} Amounts what the law and the insurers
 *   say, with the sources of each line of the calculation
 * @typedef {"answer" | "unknown" | "year" | "hospital" | "rule"} Origin where an amount comes from
 * @typedef {Range & { code: string, origin: Origin, sources: string[], values: Record<string, number | string> }} Line
 * @typedef {{ code: string, values: Record<string, number | string> }} Note
 * @typedef {{ to: "insurer" | "hospital" | "doctor", code: string }} Question
 * @typedef {{
 *   patient: Range, insurer: Range, gap: Range, deductible_charged: Range,
 *   pay_in_advance?: Range, settle_later?: Range,
 *   isExact: boolean, isCertain: boolean, isWholeBill: boolean,
 *   lines: Line[], warnings: Note[], questions: Question[],
 * }} Estimate
 */

export const UNKNOWN = "unknown";

const CHOICES = {
  age: ["adult", "child"],
  place: ["netherlands", "abroad"],
  care: ["specialist", "gp"],
  referral: [true, false],
  repeat: [true, false],
  cover_abroad: ["none", "basic", "supplementary"],
  contracted: [true, false],
  percentage_of: ["bill", "tariff"],
};
/** What leaving a field out says, so that it is not unknown. */
const MEANS_SOMETHING_LEFT_OUT = ["tariff", "percentage_of", "voluntary_deductible", "compulsory_deductible", "advance"];
const ALWAYS_KNOWN = ["year", "age", "place"];
/** The highest amounts in euro; but for the bill, high enough for every end of a range to be reached. */
const HIGHEST = { bill: 1e6, tariff: 1e10, deductible_used: 1e10, advance: 1e10, reimbursed_percentage: 100 };
const WHOLE = 100_00;

/** Which end of the bill, the percentage, the tariff and the open deductible makes a part largest: 1 the high one, -1 the low one. */
const GROWS_WITH = {
  reimbursable: { bill: 1, percentage: 1, tariff: 1, open: 0 },
  gap: { bill: 1, percentage: -1, tariff: -1, open: 0 },
  deductible_charged: { bill: 1, percentage: 1, tariff: 1, open: 1 },
  patient: { bill: 1, percentage: -1, tariff: -1, open: 1 },
  insurer: { bill: 1, percentage: 1, tariff: 1, open: -1 },
};

/** Whom to ask what, where an answer is unknown. */
const ASK = {
  referral: [["doctor", "referral"]],
  care: [["doctor", "care"]],
  cover_abroad: [["insurer", "cover_abroad"], ["insurer", "permission"]],
  contracted: [["insurer", "contracted"], ["insurer", "permission"]],
  repeat: [["insurer", "repeat"]],
  reimbursed_percentage: [["insurer", "percentage"]],
  tariff: [["insurer", "tariff"]],
  percentage_of: [["insurer", "percentage_of"]],
  deductible_used: [["insurer", "deductible_used"]],
  voluntary_deductible: [["insurer", "voluntary_deductible"]],
  compulsory_deductible: [["insurer", "compulsory_deductible"]],
  bill: [["hospital", "price"], ["hospital", "advance"]],
  advance: [["hospital", "advance"]],
};

/** An answer that cannot be used; `field` says which, `code` why, `limit` the amount that it passes. */
export class SituationError extends Error {
  /**
   * @param {string} field
   * @param {"missing" | "no-amount" | "no-choice" | "no-number" | "too-low" | "too-high" | "parts-of-cents" | "no-field"} code
   * @param {number | null} limit in euro, or per cent
   */
  constructor(field, code, limit = null) {
    super(`${field}: ${code}`);
    this.name = "SituationError";
    this.field = field;
    this.code = code;
    this.limit = limit;
  }
}

/**
 * Return what the patient and the insurer pay, how that is worked out, and what to ask.
 * @param {Situation} situation what is known; what is left out counts as unknown, but for `tariff` (the bill is not
 *   above it), `percentage_of` (the bill), `voluntary_deductible` (0), `compulsory_deductible` (the year's) and
 *   `advance` (none is asked)
 * @param {Amounts} amounts
 * @returns {Estimate}
 * @throws {SituationError}
 */
export function estimate(situation, amounts) {
  const year = check(situation, amounts);
  const worlds = worldsOf(situation);
  const ends = endsOf(situation, year);
  const parts = Object.fromEntries(Object.keys(GROWS_WITH).map((part) => [part, rangeOf(part, worlds, ends)]));
  const isWholeBill = worlds.every((world) => !world.isCovered);
  const advance = isWholeBill ? advanceOf(situation, ends.bill) : {};
  const found = { situation, amounts, year, worlds, ends, parts, advance };
  const { reimbursable, ...shares } = parts;
  return {
    ...shares,
    ...advance,
    isExact: Object.values(parts).every(isExact),
    isCertain: situation.place === "netherlands" && worlds.every((world) => world.isCovered),
    isWholeBill,
    lines: linesOf(found),
    warnings: warningsOf(found),
    questions: questionsOf(found),
  };
}

/**
 * Tell whether the answer to a question makes a difference to the outcome, whatever that answer is.
 * @param {string} field
 * @param {Situation} situation what is known of the other fields
 * @param {Amounts} amounts
 * @returns {boolean}
 */
export function matters(field, situation, amounts) {
  const worlds = worldsOf({ ...situation, [field]: UNKNOWN }).filter((world) => world.isCovered);
  const isInPart = worlds.some((world) => !world.isFull);
  const isCharged = worlds.some((world) => world.hasDeductible);
  const rules = {
    cover_abroad: () => situation.place === "abroad" && worlds.length > 0,
    care: () => worlds.length > 0,
    referral: () => worlds.some((world) => world.care === "specialist"),
    repeat: () => worlds.length > 0,
    contracted: () => situation.place !== "abroad" && worlds.length > 0,
    reimbursed_percentage: () => isInPart,
    tariff: () => isInPart && situation.reimbursed_percentage !== 0,
    percentage_of: () => isInPart && situation.tariff !== undefined && !isSameOfBoth(situation),
    deductible_used: () => isCharged,
    voluntary_deductible: () => isCharged && !isUsedUp(situation, amounts),
    compulsory_deductible: () => isCharged && !isUsedUp(situation, amounts),
    advance: () => worlds.length === 0,
  };
  return rules[field]?.() ?? true;
}

/** The percentage of the bill and of the tariff are the same amount: all, nothing, or the bill is not below the tariff. */
function isSameOfBoth({ reimbursed_percentage: percentage, tariff, bill }) {
  return percentage === 0 || percentage === 100 || (typeof bill === "number" && typeof tariff === "number" && bill >= tariff);
}

/** Nothing of the deductible can be left, whatever deductible the person has. */
function isUsedUp({ year, deductible_used: used }, amounts) {
  const known = amounts.years[year];
  return Boolean(known) && typeof used === "number" && used >= known.compulsory.euro + Math.max(...known.voluntary.euro);
}

/* What is known. */

/**
 * Refuse what cannot be used.
 * @param {Situation} situation
 * @param {Amounts} amounts
 * @returns {Year} the amounts of the year
 */
function check(situation, amounts) {
  for (const field of ALWAYS_KNOWN) {
    if (situation[field] === undefined || situation[field] === UNKNOWN) throw new SituationError(field, "missing");
  }
  const year = Object.hasOwn(amounts.years, String(situation.year)) ? amounts.years[String(situation.year)] : undefined;
  if (!year) throw new SituationError("year", "no-amount");
  const highest = { ...HIGHEST, compulsory_deductible: year.compulsory.euro };
  const choices = { ...CHOICES, year: [Number(situation.year)], voluntary_deductible: [0, ...year.voluntary.euro] };
  for (const [field, answer] of Object.entries(situation)) {
    if (Object.hasOwn(choices, field)) checkChoice(field, answer, choices[field]);
    else if (Object.hasOwn(highest, field)) checkNumber(field, answer, highest[field]);
    else throw new SituationError(field, "no-field");
  }
  return year;
}

function checkChoice(field, answer, choices) {
  if (answer !== undefined && answer !== UNKNOWN && !choices.includes(answer)) throw new SituationError(field, "no-choice");
}

function checkNumber(field, answer, highest) {
  if (answer === undefined || answer === UNKNOWN) return;
  if (typeof answer !== "number" || Number.isNaN(answer)) throw new SituationError(field, "no-number");
  if (answer < 0) throw new SituationError(field, "too-low", 0);
  if (answer > highest) throw new SituationError(field, "too-high", highest);
  if (hundredths(answer) / 100 !== answer) throw new SituationError(field, "parts-of-cents");
}

/** Whole cents of euros; hundredths of a per cent. */
function hundredths(value) {
  return Math.round(value * 100) || 0;
}

function isKnown(answer) {
  return answer !== undefined && answer !== UNKNOWN;
}

/**
 * Return the ways in which the insurer can see the situation, one for each way of filling in the choices.
 * @param {Situation} situation
 * @returns {{ care: string, isCovered: boolean, isFull: boolean, of: string, hasDeductible: boolean }[]}
 */
function worldsOf(situation) {
  const isAbroad = situation.place === "abroad";
  const of = situation.tariff === undefined ? "bill" : (situation.percentage_of ?? "bill");
  const fields = {
    care: situation.care,
    referral: situation.referral,
    repeat: situation.repeat,
    cover_abroad: isAbroad ? situation.cover_abroad : "none",
    contracted: isAbroad ? false : situation.contracted,
    percentage_of: of,
  };
  return completions(fields).map(({ care, referral, repeat, cover_abroad: cover, contracted, percentage_of }) => {
    const isSupplementary = isAbroad && cover === "supplementary";
    return {
      care,
      isCovered: !repeat && (care === "gp" || referral) && !(isAbroad && cover === "none"),
      isFull: isSupplementary || contracted,
      of: percentage_of,
      hasDeductible: situation.age !== "child" && care !== "gp" && !isSupplementary,
    };
  });
}

/** Return every way of filling in the choices that are not known. */
function completions(fields) {
  return Object.entries(fields).reduce(
    (known, [field, answer]) =>
      (isKnown(answer) ? [answer] : CHOICES[field]).flatMap((choice) => known.map((some) => ({ ...some, [field]: choice }))),
    [{}],
  );
}

/**
 * Return the lowest and the highest that each amount can be, in cents (the percentage in hundredths).
 * @param {Situation} situation
 * @param {Year} year
 */
function endsOf(situation, year) {
  const most = hundredths(Math.max(0, ...year.voluntary.euro));
  const compulsory = situation.compulsory_deductible ?? year.compulsory.euro;
  const ends = {
    bill: endsOfAnswer(situation.bill, Infinity),
    percentage: endsOfAnswer(situation.reimbursed_percentage, WHOLE),
    tariff: situation.tariff === undefined ? { low: Infinity, high: Infinity } : endsOfAnswer(situation.tariff, Infinity),
    compulsory: endsOfAnswer(compulsory, hundredths(year.compulsory.euro)),
    voluntary: endsOfAnswer(situation.voluntary_deductible ?? 0, most),
    used: endsOfAnswer(situation.deductible_used, Infinity),
  };
  const whole = { low: ends.compulsory.low + ends.voluntary.low, high: ends.compulsory.high + ends.voluntary.high };
  const open = { low: Math.max(0, whole.low - ends.used.high), high: Math.max(0, whole.high - ends.used.low) };
  return { ...ends, whole, open };
}

function endsOfAnswer(answer, highest) {
  return isKnown(answer) ? { low: hundredths(answer), high: hundredths(answer) } : { low: 0, high: highest };
}

/* What follows from it. */

/**
 * Return the range of a part over all worlds. Each part only rises, or only falls, with each amount, so that its ends
 * lie at ends of the amounts.
 * @returns {Range}
 */
function rangeOf(part, worlds, ends) {
  const low = Math.min(...worlds.map((world) => split(world, corner(part, ends, -1))[part]));
  const high = Math.max(...worlds.map((world) => split(world, corner(part, ends, 1))[part]));
  return { low, high: high === Infinity ? null : high };
}

function corner(part, ends, side) {
  return Object.fromEntries(
    Object.entries(GROWS_WITH[part]).map(([amount, direction]) => [amount, ends[amount][direction === side ? "high" : "low"]]),
  );
}

/**
 * Split a bill in one world, in cents; an endless bill gives endless parts, or none.
 * The percentage comes first, and only what is left of it counts for the deductible: Zorgverzekeringswet, article 23(2).
 */
function split(world, { bill, percentage, tariff, open }) {
  const reimbursable = world.isCovered ? reimbursed(world, bill, percentage, tariff) : 0;
  const gap = bill === Infinity ? gapOfEndless(world, percentage, tariff) : bill - reimbursable;
  const charged = world.hasDeductible ? Math.min(open, reimbursable) : 0;
  return { reimbursable, gap, deductible_charged: charged, patient: gap + charged, insurer: reimbursable - charged };
}

function reimbursed(world, bill, percentage, tariff) {
  if (world.isFull) return bill;
  return world.of === "bill" ? share(percentage, Math.min(bill, tariff)) : Math.min(bill, share(percentage, tariff));
}

/** What the insurer does not take into account of a bill without bound: nothing, or everything above some amount. */
function gapOfEndless(world, percentage, tariff) {
  const isPaid = world.isFull || (percentage === WHOLE && tariff === Infinity);
  return world.isCovered && isPaid ? 0 : Infinity;
}

/** Return a percentage of an amount, rounded down to a cent; in two steps, so that no amount is too large to be exact. */
function share(percentage, amount) {
  if (percentage === 0 || amount === 0) return 0;
  if (amount === Infinity) return Infinity;
  return percentage * Math.floor(amount / WHOLE) + Math.floor((percentage * (amount % WHOLE)) / WHOLE);
}

/** Not reimbursed: what the hospital asks beforehand, and what is then still to pay, or comes back (below zero). */
function advanceOf({ advance }, bill) {
  if (typeof advance !== "number") return {};
  const asked = hundredths(advance);
  return {
    pay_in_advance: { low: asked, high: asked },
    settle_later: { low: bill.low - asked, high: bill.high === Infinity ? null : bill.high - asked },
  };
}

function isExact({ low, high }) {
  return low === high;
}

/* How it was worked out, in words that the page knows by their code. */

/** @returns {Line[]} */
function linesOf(found) {
  const { situation, ends, parts, advance } = found;
  return [
    line(found, "bill", ends.bill, originOf(situation.bill)),
    ...reimbursedLines(found),
    ...(parts.gap.high === 0 ? [] : [line(found, "gap", parts.gap)]),
    ...deductibleLines(found),
    line(found, "patient", parts.patient),
    line(found, "insurer", parts.insurer),
    ...Object.entries(advance).map(([code, range]) => line(found, code, range, code === "settle_later" ? "rule" : "hospital")),
  ];
}

/** @returns {Line} */
function line({ amounts }, code, { low, high }, origin = "rule", { sources = amounts.rules[code] ?? [], values = {} } = {}) {
  return { code, low, high: high === Infinity ? null : high, origin, sources, values };
}

function originOf(answer) {
  return isKnown(answer) ? "answer" : "unknown";
}

function reimbursedLines(found) {
  const { situation, worlds, ends, parts } = found;
  if (worlds.every((world) => !world.isCovered)) return [line(found, "not_covered", parts.reimbursable)];
  if (worlds.every((world) => world.isCovered && world.isFull)) return [line(found, "covered_in_full", parts.reimbursable)];
  const of = new Set(worlds.map((world) => world.of));
  const isInPart = worlds.every((world) => world.isCovered && !world.isFull);
  const isPlain = isInPart && of.size === 1 && isKnown(situation.reimbursed_percentage);
  const values = isPlain ? { percentage: Number(situation.reimbursed_percentage) } : {};
  const hasTariff = isInPart && situation.tariff !== undefined;
  const kind = of.has("tariff") ? "tariff" : hasTariff ? "bill_up_to_tariff" : "bill";
  return [
    ...(hasTariff ? [line(found, "tariff", ends.tariff, originOf(situation.tariff))] : []),
    line(found, isPlain ? `percentage_of_${kind}` : "reimbursable", parts.reimbursable, "rule", { values }),
  ];
}

function deductibleLines(found) {
  const { worlds, ends, parts } = found;
  const covered = worlds.filter((world) => world.isCovered);
  if (!covered.some((world) => world.hasDeductible)) {
    return [line(found, covered.length ? noDeductibleCode(found) : "deductible_not_used", { low: 0, high: 0 })];
  }
  return [
    compulsoryLine(found),
    ...voluntaryLines(found),
    ...usedLines(found),
    line(found, "open", ends.open),
    line(found, "deductible_charged", parts.deductible_charged),
    ...chargedLines(found),
  ];
}

function noDeductibleCode({ situation }) {
  if (situation.age === "child") return "no_deductible_child";
  return situation.care === "gp" ? "no_deductible_gp" : "no_deductible_supplementary";
}

function compulsoryLine(found) {
  const { situation, year, ends } = found;
  const answer = situation.compulsory_deductible;
  const origin = answer === undefined ? "year" : originOf(answer);
  const sources = origin === "answer" ? [] : year.compulsory.sources;
  return line(found, "compulsory", ends.compulsory, origin, { sources, values: { year: Number(situation.year) } });
}

function voluntaryLines(found) {
  const { situation, year, ends } = found;
  if (ends.voluntary.high === 0) return [];
  const origin = originOf(situation.voluntary_deductible);
  return [line(found, "voluntary", ends.voluntary, origin, { sources: origin === "answer" ? [] : year.voluntary.sources })];
}

/** What is used up, never more than there is. */
function usedLines(found) {
  const { situation, ends } = found;
  if (ends.used.high === 0) return [];
  const used = { low: Math.min(ends.used.low, ends.whole.high), high: Math.min(ends.used.high, ends.whole.high) };
  return [line(found, "used", used, originOf(situation.deductible_used))];
}

/** The compulsory deductible is charged first; only of exact amounts is it known how much of each. */
function chargedLines(found) {
  const { ends, parts } = found;
  const amounts = [ends.compulsory, ends.voluntary, ends.used, parts.deductible_charged];
  if (ends.voluntary.high === 0 || !amounts.every(isExact)) return [];
  const charged = parts.deductible_charged.low;
  const first = Math.min(charged, Math.max(0, ends.compulsory.low - ends.used.low));
  return [["charged_compulsory", first], ["charged_voluntary", charged - first]].map(([code, amount]) =>
    line(found, String(code), { low: Number(amount), high: Number(amount) }),
  );
}

/** @returns {Note[]} */
function warningsOf({ situation, year, worlds, ends, parts }) {
  const covered = worlds.filter((world) => world.isCovered);
  const isAbroad = situation.place === "abroad";
  const isCharged = covered.some((world) => world.hasDeductible);
  const isInPart = covered.some((world) => !world.isFull);
  const takesYear = isCharged && typeof situation.compulsory_deductible !== "number";
  const { euro, read, confirmed } = year.compulsory;
  const notes = {
    expected: takesYear && !confirmed,
    no_referral: situation.referral === false && situation.care !== "gp",
    repeat: situation.repeat === true,
    no_cover_abroad: isAbroad && situation.cover_abroad === "none",
    supplementary: isAbroad && situation.cover_abroad === "supplementary" && covered.length > 0,
    abroad: isAbroad,
    gp: situation.care === "gp" && covered.length > 0,
    gap: isInPart && parts.gap.high !== 0,
    tariff_assumed: isInPart && situation.tariff === undefined && situation.reimbursed_percentage !== 0,
    used_up: isCharged && ends.used.low > 0 && ends.used.low >= ends.whole.high,
  };
  const values = { expected: { year: Number(situation.year), euro, read } };
  return Object.keys(notes).filter((code) => notes[code]).map((code) => ({ code, values: values[code] ?? {} }));
}

/** @returns {Question[]} each question once, in the order of what they can change */
function questionsOf({ situation, amounts }) {
  const asked = Object.keys(ASK).filter((field) => isUnknown(field, situation) && matters(field, situation, amounts));
  const questions = asked.flatMap((field) => ASK[field]).map(([to, code]) => ({ to, code }));
  return questions.filter(({ code }, index) => questions.findIndex((other) => other.code === code) === index);
}

function isUnknown(field, situation) {
  return situation[field] === UNKNOWN || (situation[field] === undefined && !MEANS_SOMETHING_LEFT_OUT.includes(field));
}
