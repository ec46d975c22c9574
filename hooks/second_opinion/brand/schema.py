"""What brand.yml may say, from its models alone: every key, how it is written, and the sentences that it makes.

The guide, the file that a new brand starts from, the preview and the schema for editors are all made from this.
"""

from __future__ import annotations

import datetime
import html
import itertools
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError

from second_opinion.brand.apart import check_apart, describe_not_beside
from second_opinion.brand.model import GROUPS, NO_ARTICLE, Brand
from second_opinion.brand.own_page import own_sections
from second_opinion.brand.speaker import Speaker
from second_opinion.core.languages import FACTS, PAPER_LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.records import (
    AddressByLanguage,
    FileByLanguage,
    NameByLanguage,
    WordsByLanguage,
)
from second_opinion.core.validation import YamlDocument, read_yaml
from second_opinion.data.interface import Interface

Node = Mapping[str, Any]
DAY = datetime.date(2026, 11, 22)  # of the examples
KNOWN = {"name": dict.fromkeys(FACTS, "Test"), "site_url": "https://test.example"}
BY_LANGUAGE = {
    WordsByLanguage.__name__: "words",
    NameByLanguage.__name__: "a name",
    AddressByLanguage.__name__: "a web address",
    FileByLanguage.__name__: "a file",
    "Articles": "an article",
}
ARTICLES = "; ".join(
    f"{lang}: {' or '.join(f'`{article}`' for article in (*facts.articles, NO_ARTICLE))}"
    for lang, facts in FACTS.items()
    if facts.articles
)
FORMATS = {
    "uri": "a web address",
    "phone": "a telephone number",
    "weeks": "a number of weeks, or two with a hyphen",
    "color": "a colour between quotes",
    "date": "a day",
    "file": "a file in your folder",
    "page": "the name of a page",
    "email": "an email address",
    "slug": "a name of small letters and hyphens",
}
KEYS = "keys"
FIRST = "name"  # the key with which a file begins, below the remarks at its top
COMPANIONS: Mapping[tuple[str, ...], str] = {  # keys that say something only beside another one
    (
        "appointment",
        "other_reasons",
    ): "when_not: [{nl: wij niets toe te voegen hebben, en: we have nothing to add}]",
    ("contact", "hours"): "phone: 000 000 00 00",
    ("costs", "date"): "advance: 500",
    ("costs", "prices"): "date: 2026-11-22",
    ("elsewhere", "directory"): "places: [{name: Test, town: Test, about: [{nl: Test, en: Test}]}]",
    ("elsewhere", "questions_about"): "directory: {nl: https://test.example, en: https://test.example}",
    ("file", "disc_often"): "disc: true",
    ("file", "written_consent"): "by: [us]",
    ("referral", "only"): "by: [treating-doctor]",
    ("waiting_times", "date"): "weeks: [{specialty: {nl: Cardiologie, en: Cardiology}, weeks: 2-3}]",
    ("waiting_times", "weeks"): "date: 2026-11-22",
}
KEYS_BY_QUESTION: Mapping[
    str, Sequence[str]
] = {  # what the keys answer, in the order of the guide and of a new file
    "Whose site is it?": (
        *("name", "short_name", "article", "short_article", "site_url", "languages", "updated", "example"),
        *("repository", "edit_page"),
    ),
    "What does it look like?": ("look",),
    "What do you give second opinions about?": ("specialties",),
    "When does someone come best?": ("moment",),
    "Who refers?": ("referral",),
    "Who sends the file, and how?": ("file",),
    "What do you do with a request?": ("review",),
    "How does someone get an appointment, and what happens there?": ("appointment",),
    "How long do people wait?": ("waiting_times",),
    "Can someone join a study?": ("studies",),
    "What does it cost?": ("costs",),
    "Who gets the report?": ("report",),
    "Do you take over the treatment?": ("takeover",),
    "Do people come from another country?": ("from_abroad",),
    "Is it hard to ask for?": ("hard_to_ask",),
    "Whom do readers ask?": ("contact",),
    "Which leaflets and forms are there?": ("papers",),
    "Which pages of your own site do readers need?": ("links",),
    "Who helps with a complaint?": ("complaints",),
    "Where do people go, if you give no second opinions yourself?": ("elsewhere",),
    "What more is your own?": ("own_lines", "reviewers", "pages_left_out", "menu_first", "sentences"),
}
BETWEEN_LINES = " · "
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
LINK = re.compile(r"\[([^\]]*)\]\((?:<[^>]*>|[^)]*)\)(?:\{[^}]*\})?")


@dataclass(frozen=True)
class ValueWithSentences:
    """A value of a key, the sentence that it makes in each language, and a brand.yml that says it."""

    value: str
    sentences: Mapping[str, str]
    written: str = field(default="", compare=False)


@dataclass(frozen=True)
class Key:
    """A key of brand.yml: the keys around it, how it is written, what it is for, and what its values say."""

    path: Sequence[str]
    kind: str
    values: Sequence[str]
    description: str
    example: str
    is_needed: bool
    in_list: bool
    says: Sequence[ValueWithSentences] = ()
    not_beside: Sequence[str] = ()

    @property
    def dotted(self) -> str:
        """Return the key as messages name it."""
        return ".".join(self.path)


@dataclass(frozen=True)
class _Step:
    """A key on the way to another one: the record that holds it, and whether that is an entry of a list."""

    record: Node
    name: str
    in_list: bool


def json_schema() -> dict[str, Any]:
    """Return the schema for editors that check a file while someone types."""
    schema = Brand.model_json_schema()
    for name in BY_LANGUAGE:
        by_language = schema["$defs"][name]
        alone = _without_null(by_language["properties"][SOURCE_LANGUAGE])
        schema["$defs"][name] = {"anyOf": [alone, by_language]}
    for name in GROUPS:
        group = schema["properties"][name]
        if "anyOf" not in group:
            said = {key: group.pop(key) for key in ("$ref", "allOf") if key in group}
            schema["properties"][name] = {"anyOf": [said, {"type": "null"}], **group}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_for_editors(schema)}


def _for_editors(node: Any) -> Any:
    """Return a part of the schema with its examples as values, and without titles that only repeat the keys."""
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {
        key: _for_editors(value) for key, value in node.items() if key != "title" or isinstance(value, dict)
    }
    if isinstance(examples := node.get("examples"), list):
        made["examples"] = [example_in(example) for example in examples]
    return made


def example_in(example: str) -> Any:
    """Return the value of an example as it stands in the model, which is YAML."""
    value = read_yaml(f"a: {example}", "example").value["a"]
    return json.loads(json.dumps(value, default=datetime.date.isoformat))


def keys(words: Mapping[str, Interface]) -> list[Key]:
    """Return every key of brand.yml, each below the one around it; ``words`` are those of the own page."""
    found: list[Key] = []
    for way, node in _ways_to_keys(Brand.model_json_schema()):
        key = _key(way, node, words)
        is_said = any(_has_same_sentences(key, other) for other in found)
        found.append(replace(key, says=()) if is_said else key)
    return found


def _ways_to_keys(schema: Node) -> Iterator[tuple[tuple[_Step, ...], Node]]:
    """Yield the way to each key and what the schema says of it; what stands in a record, at its first place alone."""
    seen: set[str] = set()

    def below(
        record: Node, way: tuple[_Step, ...], in_list: bool
    ) -> Iterator[tuple[tuple[_Step, ...], Node]]:
        for name, node in record["properties"].items():
            steps = (*way, _Step(record, name, in_list))
            yield steps, node
            inner, is_list = _record_in(node)
            if inner and inner not in seen:
                seen.add(inner)
                yield from below(schema["$defs"][inner], steps, is_list)

    yield from below(schema, (), False)


def _key(way: Sequence[_Step], node: Node, words: Mapping[str, Interface]) -> Key:
    *_, step = way
    values = _values(node)
    example = (node.get("examples") or [""])[0]
    path = tuple(each.name for each in way)
    is_needed = step.name in step.record.get("required", ())
    is_said_around = len(path) > 2 and step.in_list and is_needed
    has_keys = len(path) == 1 and _record_in(node)[0]
    says = [] if has_keys or is_said_around else _sentences_by_value(way, node, values, words)
    return Key(
        path=path,
        kind=_kind(node),
        values=values,
        description=node.get("description", ""),
        example=example,
        is_needed=is_needed,
        in_list=step.in_list,
        says=says,
        not_beside=describe_not_beside(".".join(path)),
    )


def _has_same_sentences(key: Key, other: Key) -> bool:
    """Tell whether a key makes just the sentences of another key, which stands beside it or around it."""
    said, before = ([each.sentences for each in one.says] for one in (key, other))
    return said == before and key.path[:-1] in {other.path[:-1], other.path}


def _without_null(node: Node) -> Node:
    choices = [choice for choice in node.get("anyOf", ()) if choice.get("type") != "null"]
    return choices[0] if choices else node


def _record_in(node: Node) -> tuple[str, bool]:
    """Return the name of the record that a key holds, or nothing, and whether it holds a list of them."""
    node = _without_null(node)
    is_list = node.get("type") == "array"
    name = (node["items"] if is_list else node).get("$ref", "").rpartition("/")[2]
    return ("" if name in BY_LANGUAGE else name), is_list


def _enum(node: Node) -> list[str]:
    node = _without_null(node)
    return [*node.get("enum", ()), *([node["const"]] if "const" in node else [])]


def _values(node: Node) -> list[str]:
    """Return the values that a key, or an entry of its list, can have, where these are few."""
    node = _without_null(node)
    if node.get("type") == "array":
        return _enum(node["items"])
    return ["true", "false"] if node.get("type") == "boolean" else _enum(node)


def _kind(node: Node) -> str:
    """Return how a key is written, in words."""
    node = _without_null(node)
    kind = node.get("type")
    if kind == "array":
        entry = _kind(node["items"])
        return "a list of entries with keys" if entry == KEYS else f"a list: {entry}"
    if values := _values(node):
        return " or ".join(f"`{value}`" for value in values)
    if "$ref" in node:
        of_language = BY_LANGUAGE.get(node["$ref"].rpartition("/")[2])
        allowed = f", {ARTICLES}" if of_language == BY_LANGUAGE["Articles"] else ""
        if of_language == BY_LANGUAGE[NameByLanguage.__name__]:
            return f"{of_language}, in each language where it differs"
        return f"{of_language} in each language{allowed}" if of_language else KEYS
    if kind == "object":
        named = " or ".join(f"`{name}`" for name in node.get("propertyNames", {}).get("enum", ()))
        return f"words in each language, by {named or 'name'}"
    if kind == "integer":
        return f"a whole number from {node['minimum']} to {node['maximum']}"
    return FORMATS.get(node.get("format", ""), "words")


# ---- what a value says


def _sentences_by_value(
    way: Sequence[_Step], node: Node, values: Sequence[str], words: Mapping[str, Interface]
) -> list[ValueWithSentences]:
    """Return what each value of a key says, or its example where it can have many."""
    is_list = _without_null(node).get("type") == "array"
    examples = node.get("examples") or []
    tried = [f"[{value}]" if is_list else value for value in values if value not in PAPER_LANGUAGES]
    tried += [example for example in examples if not values or (is_list and example not in tried)]
    made = [ValueWithSentences(value, _sentences(way, value, words), _written(way, value)) for value in tried]
    return [each for each in made if any(each.sentences.values())]


def _sentences(way: Sequence[_Step], value: str, words: Mapping[str, Interface]) -> dict[str, str]:
    """Return what a brand says in each language with a value and not without it."""
    said = {lang: _blocks(_written(way, value), lang, words[lang]) for lang in words}
    without = {lang: _blocks(_written(way, None), lang, words[lang]) for lang in words}
    return {lang: BETWEEN_LINES.join(new_lines(said[lang], without[lang])) for lang in words}


def _written(way: Sequence[_Step], value: str | None) -> str:
    """Return a brand.yml that says one thing, with what it cannot be said without; None leaves the thing itself out.

    the steps "appointment" and "video" with "true" => "appointment: {video: true}"
    """
    path = tuple(step.name for step in way)
    text = value
    for step in reversed(way[1:]):
        beside = COMPANIONS.get(path, "") if text == value else ""
        needed = [
            name
            for name in step.record.get("required", ())
            if name != step.name and not beside.startswith(f"{name}:")
        ]
        parts = [f"{name}: {step.record['properties'][name]['examples'][0]}" for name in needed]
        parts += [beside] if beside else []
        parts += [] if text is None else [f"{step.name}: {text}"]
        text = f"{{{', '.join(parts)}}}"
        text = f"[{text}]" if step.in_list else text
    return "" if text is None else f"{way[0].name}: {text}"


def _blocks(text: str, lang: str, words: Interface) -> list[str]:
    """Return what the page about a brand says, in plain words; nothing for what is no brand."""
    return _lines(read_yaml(text, "example").value or {}, lang, words)


def _lines(said: Node, lang: str, words: Interface) -> list[str]:
    """Return the lines of the page about a brand with these keys; none for keys that no brand may have."""
    try:
        brand = Brand.model_validate({**KNOWN, **said})
    except ValidationError:
        return []
    sections = own_sections(Speaker(brand, lang, words, DAY))
    return [line for section in sections for block in section.blocks for line in plain_lines(block)]


def plain_lines(block: str) -> Iterator[str]:
    """Yield the lines of a block of Markdown as readers see them."""
    for line in re.sub(r"<(?!br)[^>]+>", "", LINK.sub(r"\1", block)).replace("<br>", " ").splitlines():
        words = re.sub(r"\\(.)", r"\1", html.unescape(line)).strip().removeprefix("- ")
        cells = [cell.strip() for cell in words.split("|") if cell.strip(" -")]
        if cells:
            yield ", ".join(cells)


def new_lines(lines: Sequence[str], before: Sequence[str]) -> Iterator[str]:
    """Yield the lines that others do not have; of a line that begins like one of those, only what it adds."""
    for line in lines:
        shared = max((old for old in before if line.startswith(old)), key=len, default="")
        if rest := line.removeprefix(shared).strip(" ,"):
            yield rest


# ---- what two keys say together


@dataclass(frozen=True)
class Together:
    """Pairs of keys, and the sentence in each language that neither says alone, or that one of them no longer says.

    A key has its value behind it where it has few.
    """

    pairs: Sequence[Sequence[str]]
    sentences: Mapping[str, str]
    is_gone: bool


@dataclass(frozen=True)
class _Tried:
    """A value of a key, a brand that says it, and the lines that its page then says in each language."""

    key: Key
    value: ValueWithSentences
    brand: Node
    lines: Mapping[str, Sequence[str]]


def keys_together(every_key: Sequence[Key], words: Mapping[str, Interface]) -> list[Together]:
    """Return what two keys say only beside each other, and what one of them says no longer then, each sentence once."""
    tried = [
        _Tried(key, value, brand, {lang: _lines(brand, lang, words[lang]) for lang in words})
        for key in every_key
        if len(key.path) == 2
        for value in key.says
        for brand in (read_yaml(value.written, "example").value,)
    ]
    found: dict[tuple[str, bool], Together] = {}
    for one, other in itertools.combinations(tried, 2):
        for sentences, is_gone in _said_together(one, other, words):
            which = (sentences[SOURCE_LANGUAGE], is_gone)
            known = found[which].pairs if which in found else ()
            if not known or not {tuple(one.key.path), tuple(other.key.path)} & COMPANIONS.keys():
                pair = [_name_of(one), _name_of(other)]
                found[which] = Together([*known, pair], sentences, is_gone)
    return [*found.values()]


def _name_of(tried: _Tried) -> str:
    """Return the key that was tried, with its value where it has few."""
    key = tried.key
    return f"{key.dotted}: {tried.value.value}" if key.values else key.dotted


def _said_together(
    one: _Tried, other: _Tried, words: Mapping[str, Interface]
) -> list[tuple[dict[str, str], bool]]:
    """Return in each language what two values say beside each other, and neither of them alone.

    Where that is nothing, it is what one of them says no longer, and True. There is nothing where a brand cannot set
    both, or where one never stands without the other.
    """
    brand = _saying_both(one, other)
    if one.key.dotted == other.key.dotted or brand in (one.brand, other.brand):
        return []
    changes = _changes(one, other, brand, SOURCE_LANGUAGE, words[SOURCE_LANGUAGE])
    if not any(changes):
        return []
    if any(check_apart(YamlDocument("", brand, {}), Brand.model_validate({**KNOWN, **brand}))):
        return []
    by_language = {lang: _changes(one, other, brand, lang, words[lang]) for lang in words}
    new, gone = changes
    return [
        ({lang: (told[is_gone])[number] for lang, told in by_language.items()}, is_gone)
        for is_gone in (not new,)
        for number in range(len(gone if is_gone else new))
    ]


def _changes(
    one: _Tried, other: _Tried, brand: Node, lang: str, words: Interface
) -> tuple[list[str], list[str]]:
    """Return the lines that a brand with two values says anew, and the sentences of either that it no longer says."""
    lines = _lines(brand, lang, words)
    if not lines:
        return [], []
    alone = [*one.lines[lang], *other.lines[lang]]
    told = [line for tried in (one, other) for line in tried.value.sentences[lang].split(BETWEEN_LINES)]
    gone = [
        sentence for sentence in _sentences_in(told) if not any(_is_said(sentence, line) for line in lines)
    ]
    known = " ".join(alone)
    new = [
        line
        for line in lines
        if line not in alone and (gone or not all(_is_said(said, known) for said in _sentences_in([line])))
    ]
    return new, gone


def _is_said(sentence: str, line: str) -> bool:
    """Tell whether a sentence stands in a line, also where one of them is in a list, and has no full stop."""
    return sentence.removesuffix(".") in line


def _sentences_in(lines: Sequence[str]) -> list[str]:
    return [sentence for line in lines for sentence in SENTENCE_END.split(line) if sentence]


def _saying_both(one: _Tried, other: _Tried) -> Node:
    """Return a brand that says two values; what one needs beside it gives way to the value of the other."""
    (top, name), (other_top, other_name) = one.key.path, other.key.path
    if top != other_top or one.key.in_list:
        return {**one.brand, **other.brand}
    own = {name: one.brand[top][name], other_name: other.brand[top][other_name]}
    return {**one.brand, **other.brand, top: {**one.brand[top], **other.brand[top], **own}}


# ---- in Markdown, and as the file of a new brand


def guide_table(every_key: Sequence[Key], words: Mapping[str, Interface]) -> str:
    """Return the tables of all keys for the guide, by what they answer, and that of what two of them say together."""
    beside = "What two keys say together"
    listed = [f"[{question}](#{_anchor_of(question)})" for question in (*KEYS_BY_QUESTION, beside)]
    parts = [" ·\n".join(listed)]
    for question, tops in KEYS_BY_QUESTION.items():
        rows = [_row(key) for top in tops for key in every_key if key.path[0] == top]
        head = ["| What you say, and what readers get | Key | What you write |", "|---|---|---|"]
        parts += [f"### {question}", "\n".join([*head, *rows])]
    together = [_row_of_pairs(one) for one in keys_together(every_key, words)]
    parts += [f"### {beside}", "\n".join(["| Keys | What they say then |", "|---|---|", *together])]
    return "\n\n".join(parts)


def _anchor_of(heading: str) -> str:
    """Return the anchor that Git hosts give a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _quoted(sentences: Mapping[str, str]) -> str:
    return " ".join(f"“{sentence}”" for sentence in sentences.values() if sentence)


def _row_of_pairs(said: Together) -> str:
    pairs = "<br>".join(" and ".join(f"`{key}`" for key in pair) for pair in said.pairs)
    return f"| {pairs} | {'No longer: ' if said.is_gone else ''}{_quoted(said.sentences)} |"


def _row(key: Key) -> str:
    says = [
        f"`{each.value}`: {quoted}" if key.values else quoted
        for each in key.says
        for quoted in [_quoted(each.sentences)]
    ]
    needed = " (needed)" if key.is_needed else ""
    example = f", like `{key.example}`" if key.example and not key.values else ""
    told = "<br>".join([key.description, *says, *key.not_beside])
    cells = (told, f"`{key.dotted}`{needed}", f"{key.kind}{example}")
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def offered(every_key: Sequence[Key], given: Callable[[Key], str | None]) -> str:
    """Return the lines of a new brand.yml, each key with what it is for and what it says.

    ``given`` returns what is known of a key, which then is said; None leaves it to be chosen.
    """
    blocks = []
    top_keys = {key.dotted: key for key in every_key if len(key.path) == 1}
    for question, name in (
        (question, name) for question, names in KEYS_BY_QUESTION.items() for name in names
    ):
        top = top_keys[name]
        begins = name == KEYS_BY_QUESTION[question][0] and name != FIRST
        blocks += [f"# ===== {question} ====="] if begins else []
        inner = [key for key in every_key if len(key.path) == 2 and key.path[0] == top.path[0]]
        is_list = any(key.in_list for key in inner)
        said = [key for key in (top, *inner) if given(key) is not None]
        lines = [
            *_explained(top),
            *_line(
                top,
                given(top),
                bare=bool(inner) and not is_list,
                is_said=bool(said) or top.dotted in GROUPS,
            ),
        ]
        for key in inner if not is_list else ():
            deeper = [each for each in every_key if len(each.path) > 2 and each.path[:2] == key.path]
            lines += [*_explained(key), *(line for each in deeper for line in _explained(each))]
            lines += [*_line(key, given(key), bare=False, is_said=key in said)]
        if is_list:
            entry = ", ".join(f"{key.path[1]}: {key.example}" for key in inner)
            lines = [*_explained(top), *(line for key in inner for line in _explained(key))]
            lines += _line(replace(top, example=f"[{{{entry}}}]"), given(top), bare=False, is_said=bool(said))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _explained(key: Key) -> list[str]:
    kind = "" if key.kind == KEYS else f" ({key.kind.replace('`', '')})"
    is_inside = key.in_list or len(key.path) > 2
    named = f"  {'.'.join(key.path[2:]) or key.path[-1]}: " if is_inside else ""
    lines = [f"## {named}{key.description}{kind}"]
    for each in key.says:
        quoted = _quoted(each.sentences)
        lines.append(f"##   {each.value}: {quoted}" if key.values else f"##   {quoted}")
    return [*lines, *(f"##   {remark.replace('`', '')}" for remark in key.not_beside)]


def _line(key: Key, value: str | None, *, bare: bool, is_said: bool) -> list[str]:
    indent = "  " * (len(key.path) - 1)
    text = "" if bare else f" {key.example if value is None else value}"
    return [f"{'' if is_said else '# '}{indent}{key.path[-1]}:{text}"]
