/**
 * A file of the repository as the fields of a form, and the same file with what changed in them and nothing else.
 *
 * What an editor did not touch keeps its bytes: order, quotes, remarks, empty lines. Only the place of a changed value
 * is written anew. The whole file travels along in the field ORIGINAL, which no editor sees.
 *
 * @typedef {typeof import("yaml")} Yaml
 * A field that is `plain` writes numbers, true and false without quotes, and one that stands `alone` needs no language.
 * One that is `fixed` can be given once: what it then says to who changes it.
 *
 * @typedef {{ name: string, widget: string, fields?: Field[], field?: Field, required?: boolean, default?: unknown,
 *   plain?: boolean, alone?: boolean, fixed?: string }} Field
 * @typedef {{ name: string, isPage: boolean, isList?: boolean, fields: Field[] }} Kind
 * @typedef {{ from: number, to: number, text: string }} Edit
 * @typedef {Record<string, unknown>} Values
 * @typedef {{ yaml: Yaml, text: string, edits: Edit[] }} Change
 */

export const ORIGINAL = "original";
export const BODY = "body";
const ENTRIES = "entries"; // the field of a file that is one list
/** One value stands on one line, whatever it says. */
const WRITTEN = { lineWidth: 0, flowCollectionPadding: false, doubleQuotedMinMultiLineLength: Infinity };
const FRONT_MATTER = /^---\n([\s\S]*?\n|)---\n/;

/** Return where the YAML of a file stands, and where the text below it: without the empty lines around it.
 * @param {string} text @param {Kind} kind */
function partsOf(text, { isPage }) {
  if (!isPage) return { start: 0, end: text.length, body: null };
  const match = FRONT_MATTER.exec(text);
  const start = match ? 4 : 0;
  const end = match ? start + (match[1] ?? "").length : 0;
  const after = match ? match[0].length : 0;
  const from = after + (/^\n*/.exec(text.slice(after))?.[0].length ?? 0);
  return { start, end, body: { from, to: Math.max(from, text.trimEnd().length) } };
}

/** Return the YAML of a file, with its places counted from the start of the file.
 * @param {string} text @param {Kind} kind @param {Yaml} yaml */
function documentOf(text, kind, yaml) {
  const { start, end } = partsOf(text, kind);
  const document = yaml.parseDocument(" ".repeat(start).replace(/ $/, "\n") + text.slice(start, end));
  if (document.errors.length > 0) throw new Error(document.errors[0]?.message);
  return document;
}

/** Return a value as its field takes it: one word where several languages may stand is that of the first, and what is
 * left out is what it then means.
 * @param {unknown} value @param {Field} field @returns {unknown} */
function shaped(value, field) {
  const first = field.fields?.[0];
  if (value === undefined && field.default) return field.default;
  if (field.plain && value !== undefined && value !== null) return String(value);
  if (!first || value === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => shaped(one, { ...field, widget: "object" }));
  if (typeof value !== "object") return { [first.name]: value };
  const given = /** @type {Values} */ (value);
  return Object.fromEntries(
    (field.fields ?? [])
      .filter((one) => one.name in given || one.default)
      .map((one) => [one.name, shaped(given[one.name], one)]),
  );
}

/** Return the fields of a file.
 * @param {string} text @param {Kind} kind @param {Yaml} yaml @returns {Values} */
export function fieldsOf(text, kind, yaml) {
  const { body } = partsOf(text, kind);
  const read = documentOf(text, kind, yaml).toJS();
  const values = kind.isList ? { [ENTRIES]: read ?? [] } : (read ?? {});
  const shown = kind.fields
    .filter((one) => one.name in values || one.default)
    .map((one) => [one.name, shaped(values[one.name], one)]);
  return {
    ...Object.fromEntries(shown),
    ...(body ? { [BODY]: text.slice(body.from, body.to) } : {}),
    [ORIGINAL]: text,
  };
}

/** Tell whether a value says nothing. @param {unknown} value @returns {boolean} */
function isEmpty(value) {
  if (value === undefined || value === null || value === "" || value === false) return true;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}

/** Return the fields of which something is said: what may be left out is, where it says what that means.
 * @param {Field[]} fields @param {Values} given */
function saidIn(fields, given) {
  return fields.filter(({ name, widget, required, default: usual }) => {
    const value = given[name];
    if (widget !== "boolean") return !isEmpty(value);
    return typeof value === "boolean" && (required !== false || value !== Boolean(usual));
  });
}

/** Tell whether two values say the same: what is left out and what is empty do.
 * @param {unknown} one @param {unknown} other @returns {boolean} */
export function isSame(one, other) {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  if (typeof one !== "object" || typeof other !== "object") return String(one) === String(other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = /** @type {Values} */ (one);
  const right = /** @type {Values} */ (other);
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => isSame(left[key], right[key]));
}

/** Return one value as YAML: a text with the quotes that it had, or those that it needs.
 * @param {Yaml} yaml @param {unknown} value @param {{ type?: string, isFlow: boolean, field?: Field }} how */
function scalar(yaml, value, { type, isFlow, field }) {
  if (typeof value !== "string" || field?.widget === "datetime") return String(value);
  const one = new yaml.Scalar(value);
  if (type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE") one.type = type;
  else if (field?.plain && /^(?:0|[1-9]\d*|true|false)$/.test(value)) return value;
  else if (/^[\d-]+$|^(?:yes|no|on|off|[yn])$|\n/i.test(value)) one.type = "QUOTE_DOUBLE"; // a text, on one line
  const around = new yaml.YAMLSeq();
  around.flow = true;
  around.items = [one];
  const written = yaml.stringify(isFlow ? around : one, WRITTEN).trimEnd();
  return isFlow ? written.slice(1, -1) : written;
}

/** Return a text with what changed in it; it begins at `start` of the file in which the changes have their places.
 * @param {string} text @param {Edit[]} edits */
function applied(text, edits, start = 0) {
  return [...edits] // of two at one place the first stays first, and what goes makes room before anything comes
    .sort((one, other) => one.from - other.from || one.to - other.to)
    .reduceRight((made, { from, to, text: put }) => made.slice(0, from - start) + put + made.slice(to - start), text);
}

/** Return the start of the line of a place. @param {string} text @param {number} place */
function startOfLine(text, place) {
  return text.lastIndexOf("\n", place - 1) + 1;
}

/** Return the end of the line of a place. @param {string} text @param {number} place */
function endOfLine(text, place) {
  const end = text.indexOf("\n", place);
  return end < 0 ? text.length : end + 1;
}

/** Return as many spaces as stand before a place on its line. @param {string} text @param {number} place */
function indentOf(text, place) {
  return " ".repeat(place - startOfLine(text, place));
}

/** Return the field of what stands in a list. @param {Field | undefined} field @returns {Field | undefined} */
function eachOf(field) {
  return field?.field ?? (field?.fields ? { ...field, widget: "object" } : undefined);
}

/** Return the first field of a group, where that may stand alone: a name that is the same in each language.
 * @param {Field | undefined} field @param {Values} given */
function aloneIn(field, given) {
  const [first, ...others] = field?.fields ?? [];
  const isAlone = field?.alone && others.every(({ name, required }) => required === false && isEmpty(given[name]));
  return isAlone ? first : undefined;
}

/** Return any value on one line of YAML.
 * @param {Yaml} yaml @param {unknown} value @param {Field | undefined} field @param {boolean} isFlow
 * @returns {string} */
function onOneLine(yaml, value, field, isFlow) {
  if (Array.isArray(value)) return `[${value.map((each) => onOneLine(yaml, each, eachOf(field), true)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return scalar(yaml, value, { isFlow, field });
  const given = /** @type {Values} */ (value);
  const alone = aloneIn(field, given);
  if (alone) return scalar(yaml, given[alone.name], { isFlow, field: alone });
  return `{ ${saidIn(field?.fields ?? [], given)
    .map((one) => `${one.name}: ${onOneLine(yaml, given[one.name], one, true)}`)
    .join(", ")} }`;
}

/** Return a list as YAML, in which what stood there keeps its quotes.
 * @param {Change} change @param {import("yaml").YAMLSeq} node @param {unknown[]} now @param {Field} field */
function listed({ yaml, text }, node, now, field) {
  const one = eachOf(field);
  const before = node.items.map((item) => {
    const [from, to] = /** @type {import("yaml").Node} */ (item).range ?? [0, 0];
    const edited = (/** @type {unknown} */ given) => {
      /** @type {Change} */
      const inside = { yaml, text, edits: [] };
      if (yaml.isMap(item)) compare(inside, item, field.fields ?? [], /** @type {Values} */ (given));
      return applied(text.slice(from, to), inside.edits, from);
    };
    return { value: shaped(/** @type {import("yaml").Node} */ (item).toJSON(), one ?? field), edited };
  });
  const isFlow = Boolean(node.flow) || node.items.length === 0;
  const places = placesOf(
    before.map(({ value }) => value),
    now,
    field,
  );
  const items = now.map(
    (value, index) => before[places[index] ?? -1]?.edited(value) ?? onOneLine(yaml, value, one, isFlow),
  );
  if (isFlow) return `[${items.join(", ")}]`;
  const start = node.range?.[0] ?? 0;
  const indent = indentOf(text, start);
  return items.map((item, index) => `${index ? indent : ""}- ${item.trimEnd()}`).join("\n");
}

/** Return for each entry of a list as it is now the place that it had: the one that says the same, or the most of it.
 * An entry with a name that is fixed has the place of that name; one that says the same under another name is refused.
 * @param {unknown[]} before @param {unknown[]} now @param {Field} field */
function placesOf(before, now, { fields }) {
  const fixed = fields?.find((one) => one.fixed);
  const named = (/** @type {unknown} */ value) => fixed && /** @type {Values} */ (value)[fixed.name];
  const places = now.map((value) => before.findIndex((one) => isSame(one, value)));
  return places.map((place, index) => {
    if (place >= 0 && places.indexOf(place) === index) return place;
    const free = [...before.keys()].filter((one) => !places.includes(one));
    if (fixed) {
      const unnamed = (/** @type {unknown} */ value) => ({ .../** @type {Values} */ (value), [fixed.name]: "" });
      const renamed = free.find((one) => isSame(unnamed(before[one]), unnamed(now[index])));
      if (renamed !== undefined) throw new Error(`${named(before[renamed])}: ${fixed.fixed}`);
    }
    const alike = free.filter((one) => named(before[one]) === named(now[index]));
    const shared = alike.map((one) => ({ one, count: inCommon(before[one], now[index]) }));
    const nearest = shared.sort((one, other) => other.count - one.count)[0];
    if (!nearest || nearest.count === 0) return -1;
    places[index] = nearest.one;
    return nearest.one;
  });
}

/** Return how many values two groups share. @param {unknown} one @param {unknown} other */
function inCommon(one, other) {
  if (typeof one !== "object" || typeof other !== "object") return 0;
  const left = /** @type {Values} */ (one);
  const right = /** @type {Values} */ (other);
  return Object.keys(left).filter((key) => !isEmpty(left[key]) && isSame(left[key], right[key])).length;
}

/** Return a group as an entry of a list: in lines of its own, as its neighbours are.
 * @param {Yaml} yaml @param {unknown} value @param {Field} field @param {string} indent @param {boolean} isFlow */
function entryOf(yaml, value, field, indent, isFlow) {
  if (isFlow) return `${indent}- ${onOneLine(yaml, value, eachOf(field), true)}\n`;
  const lines = anew(yaml, /** @type {Values} */ (value), field.fields ?? [], `${indent}  `);
  return `${indent}- ${lines.slice(indent.length + 2)}`;
}

/** Note what differs between a list of groups and the form: what stays keeps its remarks and what no field shows.
 * @param {Change} change @param {import("yaml").Pair | null} pair @param {import("yaml").YAMLSeq} node
 * @param {unknown[]} now
 * @param {Field} field */
function compareEntries(change, pair, node, now, field) {
  const items = /** @type {import("yaml").YAMLMap[]} */ (node.items);
  const places = placesOf(
    items.map((item) => shaped(item.toJSON(), { ...field, widget: "object" })),
    now,
    field,
  );
  const kept = places.filter((place) => place >= 0);
  const isInOrder = kept.every((place, index) => index === 0 || place > (kept[index - 1] ?? place));
  if (kept.length === 0 && pair) writeEntries(change, pair, now, field);
  else if (node.flow || !isInOrder || !items.every((item) => change.yaml.isMap(item)))
    replace(change, node, now, field, Boolean(node.flow));
  else changeEntries(change, items, { now, places, field });
}

/** Write a list of groups of which nothing stays, each in lines of its own.
 * @param {Change} change @param {import("yaml").Pair} pair @param {unknown[]} now @param {Field} field */
function writeEntries({ yaml, text, edits }, pair, now, field) {
  const { from, to } = rangeOf(text, pair);
  const key = /** @type {import("yaml").Node} */ (pair.key);
  const written = now.map((value) => entryOf(yaml, value, field, `${indentOf(text, from)}  `, false)).join("");
  const afterKey = text.indexOf(":", key.range?.[1] ?? from) + 1;
  edits.push({ from: afterKey, to, text: written ? `\n${written.trimEnd()}` : " []" });
}

/** Change, take out and put in groups of a list, each on its own lines.
 * @param {Change} change @param {import("yaml").YAMLMap[]} items
 * @param {{ now: unknown[], places: number[], field: Field }} to */
function changeEntries(change, items, { now, places, field }) {
  const { yaml, text, edits } = change;
  const ranges = items.map(({ range }) => {
    const [from, end] = range ?? [0, 0];
    return { from: startOfLine(text, from), to: endOfLine(text, from + text.slice(from, end).trimEnd().length) };
  });
  items.forEach((item, place) => {
    const index = places.indexOf(place);
    const range = ranges[place];
    if (index >= 0) compare(change, item, field.fields ?? [], /** @type {Values} */ (now[index]));
    else if (range) edits.push({ ...range, text: "" });
  });
  const indent = /^ */.exec(text.slice(ranges[0]?.from))?.[0] ?? "";
  const isFlow = Boolean(items[0]?.flow);
  let at = ranges[0]?.from ?? 0;
  now.forEach((value, index) => {
    const range = ranges[places[index] ?? -1];
    if (range) at = range.to;
    else edits.push({ from: at, to: at, text: entryOf(yaml, value, field, indent, isFlow) });
  });
}

/** Write a value in the place of another.
 * @param {Change} change @param {import("yaml").Node} node @param {unknown} now @param {Field} field
 * @param {boolean} isFlow */
function replace(change, node, now, field, isFlow) {
  const { yaml, text, edits } = change;
  const [from, end] = node.range ?? [0, 0];
  const to = from + text.slice(from, end).trimEnd().length;
  const type = yaml.isScalar(node) ? node.type : undefined;
  const given = field.fields && typeof now === "object" && !Array.isArray(now) ? /** @type {Values} */ (now) : null;
  const alone = given ? aloneIn({ ...field, alone: true }, given) : undefined; // as it was
  if (yaml.isSeq(node) && Array.isArray(now)) edits.push({ from, to, text: listed(change, node, now, field) });
  else if (given && alone)
    edits.push({ from, to, text: scalar(yaml, given[alone.name], { type, isFlow, field: alone }) });
  else if (given) edits.push({ from, to, text: onOneLine(yaml, now, field, isFlow) });
  else edits.push({ from, to, text: scalar(yaml, now, { type, isFlow, field }) });
}

/** Return the range of an entry of a map: from its key to the end of what it says.
 * @param {string} text @param {import("yaml").Pair} pair */
function rangeOf(text, { key, value }) {
  const [from, keyEnd] = /** @type {import("yaml").Node} */ (key).range ?? [0, 0];
  const end = /** @type {import("yaml").Node | null} */ (value)?.range?.[1] ?? keyEnd;
  return { from, to: from + text.slice(from, end).trimEnd().length };
}

/** Take an entry out of a map. @param {Change} change @param {import("yaml").YAMLMap} map @param {string} name */
function takeOut({ text, edits }, map, name) {
  const index = map.items.findIndex(({ key }) => String(key) === name);
  const pair = map.items[index];
  const next = map.items[index + 1];
  const last = map.items[index - 1];
  if (!pair) return;
  const { from, to } = rangeOf(text, pair);
  if (!map.flow) edits.push({ from: startOfLine(text, from), to: endOfLine(text, to), text: "" });
  else if (next) edits.push({ from, to: rangeOf(text, next).from, text: "" });
  else edits.push({ from: last ? rangeOf(text, last).to : from, to, text: "" });
}

/** Put an entry into a map, below the nearest one that stands above it in the form.
 * @param {Change} change @param {import("yaml").YAMLMap} map @param {unknown} now
 * @param {{ fields: Field[], field: Field }} among */
function putIn({ yaml, text, edits }, map, now, { fields, field }) {
  const above = fields.slice(0, fields.indexOf(field)).map(({ name }) => name);
  const pair = map.items.filter(({ key }) => above.includes(String(key))).at(-1) ?? map.items[0];
  if (!pair) throw new Error(`${field.name}: an empty map cannot be filled here`);
  const { from, to } = rangeOf(text, pair);
  if (map.flow) edits.push({ from: to, to, text: `, ${field.name}: ${onOneLine(yaml, now, field, true)}` });
  else {
    const line = endOfLine(text, to);
    edits.push({ from: line, to: line, text: anew(yaml, { [field.name]: now }, [field], indentOf(text, from)) });
  }
}

/** Note what differs in one value of a map, which is no group.
 * @param {Change} change @param {import("yaml").YAMLMap} map @param {import("yaml").Node} node
 * @param {{ was: unknown, now: unknown, field: Field }} value */
function compareValue(change, map, node, { was, now, field }) {
  const pair = map.items.find(({ key }) => String(key) === field.name);
  if (pair && change.yaml.isSeq(node) && Array.isArray(now) && field.fields)
    compareEntries(change, pair, node, now, field);
  else if (isEmpty(now) && typeof was !== "boolean" && !Array.isArray(was)) takeOut(change, map, field.name);
  else replace(change, node, now, field, Boolean(map.flow));
}

/** Note what differs between a map and the fields of a form.
 * @param {Change} change @param {import("yaml").YAMLMap} map @param {Field[]} fields @param {Values} given */
function compare(change, map, fields, given) {
  for (const field of fields) {
    const node = /** @type {import("yaml").Node | undefined} */ (map.get(field.name, true) ?? undefined);
    const was = shaped(node?.toJSON(), field);
    const now = given[field.name];
    if (isSame(was, now)) continue;
    if (!node) putIn(change, map, now, { fields, field });
    else if (change.yaml.isMap(node) && field.fields && !isEmpty(now))
      compare(change, node, field.fields, /** @type {Values} */ (now));
    else compareValue(change, map, node, { was, now, field });
  }
}

/** Return a map as lines of YAML, for a file that is new.
 * @param {Yaml} yaml @param {Values} given @param {Field[]} fields @param {string} indent @returns {string} */
function anew(yaml, given, fields, indent = "") {
  return saidIn(fields, given)
    .map((field) => {
      const value = given[field.name];
      const isGroup = field.fields && field.fields.length > 2 && typeof value === "object" && !Array.isArray(value);
      return isGroup
        ? `${indent}${field.name}:\n${anew(yaml, /** @type {Values} */ (value), field.fields ?? [], `${indent}  `)}`
        : `${indent}${field.name}: ${onOneLine(yaml, value, field, false)}\n`;
    })
    .join("");
}

/** Return the file that the fields of a form make.
 * @param {Values} given @param {Kind} kind @param {Yaml} yaml */
export function fileOf(given, kind, yaml) {
  const text = given[ORIGINAL];
  if (typeof text !== "string" || text === "") return anew(yaml, given, kind.fields);
  const { body } = partsOf(text, kind);
  const document = documentOf(text, kind, yaml);
  /** @type {Change} */
  const change = { yaml, text, edits: [] };
  const [field] = kind.fields;
  const all = document.contents;
  if (kind.isList && field && yaml.isSeq(all))
    compareEntries(change, null, all, /** @type {unknown[]} */ (given[ENTRIES]), field);
  else if (all !== null) compare(change, /** @type {import("yaml").YAMLMap} */ (all), kind.fields, given);
  const written = String(given[BODY] ?? "").trim();
  if (body && written !== text.slice(body.from, body.to).trim()) change.edits.push({ ...body, text: written });
  const made = applied(text, change.edits);
  check(fieldsOf(made, kind, yaml), given, kind);
  return made;
}

/** Refuse a file that does not say what the form says. @param {Values} made @param {Values} given @param {Kind} kind */
function check(made, given, kind) {
  const names = [...kind.fields.map(({ name }) => name), ...(kind.isPage ? [BODY] : [])];
  const wrong = names.filter((name) => !isSame(trimmed(made[name]), trimmed(given[name])));
  if (wrong.length > 0) throw new Error(`${wrong.join(", ")}: this cannot be written without loss`);
}

/** @param {unknown} value */
function trimmed(value) {
  return typeof value === "string" ? value.trim() : value;
}
