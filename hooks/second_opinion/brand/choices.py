"""What a hospital can say: the sentences that its own page gets, each with the key and the value that makes it.

All of it comes from the models of brand.yml: a key with a few values is a choice, of any other one someone types the
value, and what it says is tried.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import combinations
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.brand.apart import said_apart
from second_opinion.brand.brand_keys import (
    BETWEEN_LINES,
    EXAMPLE_DAY,
    SMALLEST_BRAND,
    Key,
    new_lines,
    plain_lines,
)
from second_opinion.brand.case_rules import cases_of
from second_opinion.brand.companions import day_beside
from second_opinion.brand.model import Brand, read_brand
from second_opinion.brand.own_notices import check_papers
from second_opinion.brand.own_sections import own_sections
from second_opinion.brand.route import SectionName
from second_opinion.brand.schema import example_in
from second_opinion.brand.sentences import OFFERED
from second_opinion.brand.speaker import Speaker
from second_opinion.brand.typed_amounts import check_typed_amounts
from second_opinion.core.cache import cached_by_digest
from second_opinion.core.findings import Finding, did_you_mean, faults, format_all
from second_opinion.core.languages import LANGUAGES, PAPER_LANGUAGES
from second_opinion.core.validation import YamlDocument, read_yaml
from second_opinion.core.yaml_parser import KeyPath
from second_opinion.data.cases import passages_in
from second_opinion.data.interface import NamedWords

PLAIN = re.compile(r"[a-z]+(?:-[a-z]+)*|\d{4}-\d{2}-\d{2}")
Saying = Mapping[str, Any]  # what brand.yml says, by key and mostly the key inside it
Chosen = tuple[Key, str]  # a key and one of its values
TYPED = ""  # the value of what someone types
# The look, what is for editors, and what is for a network.
NOT_ASKED = frozenset({"look", "edit_page", "elsewhere"})
NO_VALUES: Mapping[str, Mapping[str, str]] = {
    lang: {} for lang in LANGUAGES
}  # of {{ names }}, as nobody types one
NOTHING_TO_COME = datetime.date.max  # a day on which none of those that were typed lies ahead
OWN_LINES = "own_lines"
ONE_DEEP = frozenset({"hard_to_ask", "papers"})  # keys outside of the groups that are asked too
WAITING_TIMES = "waiting_times.weeks"
# Keys that say nothing on the own page, or in several sections, and the section in which they are asked.
ASKED_IN: Mapping[str, SectionName] = {
    "papers": "papers",
    "links.home": "more",
    "links.privacy": "more",
    "links.accessibility": "more",
}
MARKS_OF_STEP = re.compile(r"^\d+\. |\*\*")
# Passages in which another page goes on about the same, behind the answer of a section and the hospital's own line.
GOES_ON_IN: Mapping[str, str] = {"takeover": "taking-over.md"}
AT_A_PROMPT = (  # what a message says of the file, and what it says to someone who answers a question
    (re.compile(r",? between quotes(?: where they are figures only)?"), ""),
    (re.compile(r"take (?:the line|this|it) out(?:;.*)?$"), "leave it empty"),
    (re.compile(r"^give a 'short_name' of at most (\d+) beside it$"), r"write one of at most \1"),
    (re.compile(r"^take one of the two out$"), "choose one of the two"),
    (re.compile(r"^write true or false$"), "answer yes or no"),
)
ANOTHER_WAY: Mapping[str, str] = {"papers.file": "address"}  # what is asked where that key is not said


class KeyChoice(Struct, frozen=True):
    """A value of a key, or an entry of its list, with what the own page says with it, and the section that says so.

    Of what someone types it is the sentence of the example.
    """

    key: Key
    value: str
    anchor: str
    sentence: str


def _keys_to_choose(every_key: Sequence[Key]) -> dict[str, Key]:
    """Return the keys that have a few values only, by their dotted names."""
    return {
        key.dotted: key
        for key in every_key
        if key.values
        and len(key.path) <= 2
        and not key.is_in_list
        and set(PAPER_LANGUAGES).isdisjoint(key.values)
    }


def keys_to_ask(every_key: Sequence[Key]) -> Iterator[Key]:
    """Yield the keys of which a value is chosen or typed; a list of records is one of them."""
    for key in every_key:
        if key.dotted in ONE_DEEP or (
            len(key.path) == 2 and not key.is_in_list and key.path[0] not in NOT_ASKED and key.example
        ):
            yield replace(key, example=key.example or _example_of_records(key, every_key))


def _example_of_records(key: Key, every_key: Sequence[Key]) -> str:
    """Return the example of a list of records, which stands at the keys of a record."""
    inner = [one for one in every_key if one.path[:-1] == key.path]
    inner.sort(key=lambda one: one.dotted in ANOTHER_WAY)
    return f"[{{{', '.join(f'{one.path[-1]}: {one.example}' for one in inner)}}}]"


def choices(saying: Saying, every_key: Sequence[Key], lang: str, words: NamedWords) -> Iterator[KeyChoice]:
    """Yield what can be said beside what a hospital says already, in the order of the keys.

    Of two values of a key with which readers get the same sentence, it is the last one, which is the more exact.
    """
    before = _own_page_by_section(saying, lang, words)
    to_choose = _keys_to_choose(every_key)
    for key in keys_to_ask(every_key):
        if _is_set(saying, key.path):
            continue
        if key.dotted in ASKED_IN:
            yield KeyChoice(key, TYPED, ASKED_IN[key.dotted], words[f"{OFFERED}{key.path[-1]}"])
            continue
        by_sentence: dict[str, KeyChoice] = {}
        for value in key.values if key.dotted in to_choose else [TYPED]:
            after = _own_page_by_section(with_chosen(saying, [(key, value)]), lang, words)
            if found := _where_it_is_said(before, after, key.path[0]):
                anchor, lines = found
                # The line about the page about costs only leads on.
                sentence = BETWEEN_LINES.join(line for line in lines if line != words.costs_page)
                by_sentence[sentence] = KeyChoice(key, value, anchor, sentence)
        yield from by_sentence.values()


def _where_it_is_said(
    before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]], group: str
) -> tuple[str, list[str]] | None:
    """Return the section that says something new, with that: rather that of the group in brand.yml.

    After that, it is rather one with a line more than one with another line.

    before {"a": ["You come."]}, after {"a": ["You come once."], "b": ["We call."]} => "b", ["We call."]
    """
    new = {anchor: [*new_lines(lines, before.get(anchor, []))] for anchor, lines in after.items()}
    said = [anchor for anchor in new if new[anchor]]
    longer = [anchor for anchor in said if len(after[anchor]) > len(before.get(anchor, []))]
    of_group = [anchor for anchor in longer if anchor == group]
    anchor = next(iter([*of_group, *longer, *said]), None)
    return (anchor, new[anchor]) if anchor else None


def own_line(every_key: Sequence[Key], anchor: str, words: NamedWords) -> KeyChoice:
    """Return what makes a line of the hospital's own at the end of a section."""
    key = next(key for key in every_key if key.dotted == OWN_LINES)
    example = format_as_yaml(next(iter(example_in(key.example).values())))
    line = replace(key, path=(OWN_LINES, anchor), example=example)
    return KeyChoice(line, TYPED, anchor, words.offered_own_line)


def _is_set(saying: Saying, path: Sequence[str]) -> bool:
    """Tell whether a hospital says a key already."""
    top, *inner = path
    return top in saying and (not inner or inner[0] in saying[top])


def value_in(saying: Saying, key: Key) -> object:
    """Return what a hospital says of a key, below which no other is asked; None where that is nothing."""
    top, *inner = key.path
    said = saying.get(top)
    if not inner:
        return None if isinstance(said, Mapping) and top != OWN_LINES else said
    return said.get(inner[0]) if len(inner) == 1 and isinstance(said, Mapping) and top != OWN_LINES else None


def lines_with(saying: Saying, before: Saying, lang: str, words: NamedWords) -> list[str]:
    """Return what the own page says that it did not say before."""
    known = _own_page_by_section(before, lang, words)
    return [
        line
        for anchor, lines in _own_page_by_section(saying, lang, words).items()
        for line in new_lines(lines, known.get(anchor, []))
    ]


def line_before(saying: Saying, key: Key, lang: str, words: NamedWords) -> str:
    """Return the line of the own page behind which a line of the hospital's own comes; nothing for another key."""
    top, *inner = key.path
    if top != OWN_LINES or not inner:
        return ""
    before = _own_page_by_section(saying, lang, words).get(inner[0], [])
    after = _own_page_by_section(_with_example(saying, key), lang, words).get(inner[0], [])
    place = next((place for place, line in enumerate(after) if line not in before), 0)
    return after[place - 1] if place else ""


def lines_behind(saying: Saying, key: Key, passages: Mapping[str, str]) -> list[str]:
    """Return what another page says behind a line of the hospital's own, which would only say it again."""
    name = GOES_ON_IN.get(key.path[-1], "") if key.path[0] == OWN_LINES else ""
    if name not in passages:
        return []
    brand, _ = _read(saying, NOTHING_TO_COME)
    return [MARKS_OF_STEP.sub("", line) for line in plain_lines(passages_in(passages, cases_of(brand))[name])]


@cached_by_digest
def _own_page_by_section(saying: Saying, lang: str, words: NamedWords) -> dict[str, list[str]]:
    """Return the lines of the own page by the anchors of its sections; none where what a hospital says has a fault."""
    brand, found = _read(saying, NOTHING_TO_COME)
    sections = own_sections(Speaker(brand, lang, words, EXAMPLE_DAY)) if brand and not faults(found) else []
    return {one.anchor: [line for block in one.blocks for line in plain_lines(block)] for one in sections}


def with_chosen(saying: Saying, chosen: Sequence[Chosen]) -> Saying:
    """Return what a hospital says with values that it chose; those of a list stand in it together.

    Of what is still to be typed it is the example.
    """
    said = saying
    for key, value in chosen:
        if value == TYPED:
            said = _with_example(said, key)
            continue
        read = read_yaml(f"a: {value}", "").value["a"]
        if key.is_list:
            top, name = key.path
            read = [*said.get(top, {}).get(name, []), read]
        said = with_value(said, key, read)
    return said


def _with_example(saying: Saying, key: Key) -> Saying:
    """Return what a hospital says with the example of a key, and of the day that is typed with it."""
    return with_value(with_its_day(saying, key, EXAMPLE_DAY), key, example_for(saying, key))


def example_for(saying: Saying, key: Key) -> Any:
    """Return the example of a key: of the waiting times, one of what a hospital gives second opinions about."""
    example = example_in(key.example)
    given = saying.get("specialties", {})
    about = [*given.get("names", []), *([given["disease"]] if "disease" in given else [])]
    if key.dotted != WAITING_TIMES or not about:
        return example
    first = about[0] if isinstance(about[0], Mapping) else dict.fromkeys(LANGUAGES, about[0])
    return [{**entry, "specialty": first} for entry in example]


def with_its_day(saying: Saying, key: Key, day: datetime.date) -> Saying:
    """Return what a hospital says with the day that belongs to a key, where one does and it does not say it yet."""
    path = day_beside(key.dotted)
    return _with(saying, path, day) if path and not _is_set(saying, path) else saying


def describe_conflict(saying: Saying, chosen: Sequence[Chosen]) -> str | None:
    """Return why values cannot be chosen together; None where they can."""
    once = [key.dotted for key, _ in chosen if not key.is_list]
    if twice := next((name for name in once if once.count(name) > 1), None):
        values = [value for key, value in chosen if key.dotted == twice]
        return f"'{twice}' has one value, and these are {' and '.join(values)}; choose one of them"
    return next((one.words for one in wrong_answers(with_chosen(saying, chosen))), None)


def describe_numbers(saying: Saying, picked: Mapping[int, Chosen]) -> str | None:
    """Return why sentences cannot all be true, by the numbers before them; None where they can."""
    wrong = describe_conflict(saying, [*picked.values()])
    if wrong is None:
        return None
    for number, one in picked.items():
        if why := _why_apart(saying, [one]):
            return f"{number} cannot be true beside what you said before: {why}; leave it out"
    for (number, one), (beside, other) in combinations(picked.items(), 2):
        if one[0] == other[0] and not one[0].is_list:
            return f"{number} and {beside} cannot both be true; type one of the two"
        if why := _why_apart(saying, [one, other]):
            return f"{number} and {beside} cannot both be true: {why}; type one of the two"
    why = _why_apart(saying, [*picked.values()])
    return f"{format_all(map(str, picked))} cannot all be true: {why}; leave one out" if why else wrong


def _why_apart(saying: Saying, chosen: Sequence[Chosen]) -> str | None:
    """Return why what is chosen cannot stand beside each other or what was said; None where it can."""
    brand, _ = _read(with_chosen(saying, chosen), NOTHING_TO_COME)
    return next((pair.why for pair in said_apart(brand)), None) if brand else None


class WrongAnswer(Struct, frozen=True):
    """The key of which an answer is wrong, step by step, and what is wrong with it, for who is asked."""

    place: KeyPath
    words: str


def wrong_answers(saying: Saying, today: datetime.date = NOTHING_TO_COME) -> list[WrongAnswer]:
    """Return all that is wrong with what a hospital says."""
    brand, found = _read(saying, today)
    amounts = check_typed_amounts(_document_of(saying), brand, NO_VALUES) if brand else ()
    return [WrongAnswer(one.place, describe_at_prompt(one)) for one in faults([*found, *amounts])]


def lines_of_dead_papers(saying: Saying) -> list[str]:
    """Return of which leaflets readers can open nothing, and what to write in brand.yml."""
    brand, _ = _read(saying, NOTHING_TO_COME)
    found = check_papers(_document_of(saying), brand) if brand else []
    return [describe_at_prompt(one) for one in found]


def _document_of(saying: Saying) -> YamlDocument:
    return YamlDocument("brand.yml", {**SMALLEST_BRAND, **saying}, {})


def _read(saying: Saying, today: datetime.date) -> tuple[Brand | None, list[Finding]]:
    return read_brand(_document_of(saying), today=today)


def describe_at_prompt(finding: Finding) -> str:
    """Return what is wrong in words for someone who answers a question, and does not see a file.

    "write it between quotes, or take the line out" => "write it, or leave it empty"
    """
    do = reduce(lambda words, instead: instead[0].sub(instead[1], words), AT_A_PROMPT, finding.do)
    return f"{finding.wrong}; {do}"


def parse_choices(text: str, every_key: Sequence[Key]) -> tuple[list[Chosen], list[str]]:
    """Return the values in a text like ``report.to=you,gp costs.insurer_first=true``, and what is wrong with it."""
    known = _keys_to_choose(every_key)
    chosen, wrong = [], []
    for part in text.split():
        name, _, values = part.partition("=")
        key = known.get(name)
        if key is None:
            wrong.append(f"'{name}' is no key of which a value can be chosen; {did_you_mean(name, known)}")
            continue
        if not values:
            whole = [f"{name}={value}" for value in (["true"] if "true" in key.values else key.values)]
            wrong.append(f"no value stands behind '{name}'; write {' or '.join(whole)}")
            continue
        for value in values.split(","):
            if value in key.values:
                chosen.append((key, value))
            else:
                wrong.append(f"'{name}' is '{value}'; {did_you_mean(value, key.values)}")
    return chosen, wrong


def with_value(saying: Saying, key: Key, value: object) -> dict[str, Any]:
    """Return what a hospital says with a value of a key."""
    return _with(saying, key.path, value)


def _with(saying: Saying, path: Sequence[str], value: object) -> dict[str, Any]:
    top, *inner = path
    return {**saying, top: {**saying.get(top, {}), inner[0]: value} if inner else value}


def format_as_yaml(value: object) -> str:
    """Return a value as it stands in brand.yml."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{lang}: {format_as_yaml(said)}' for lang, said in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(format_as_yaml, value))}]"
    is_plain = not isinstance(value, str) or PLAIN.fullmatch(value)
    return str(value).lower() if is_plain else json.dumps(value, ensure_ascii=False)
