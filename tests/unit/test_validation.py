"""YAML with line numbers, and what is said about a value that does not fit."""

from __future__ import annotations

import datetime
import importlib
import itertools
import math
import pkgutil
import re
from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

import second_opinion
from second_opinion.core.findings import Finding, did_you_mean, faults, notices
from second_opinion.core.records import Strict
from second_opinion.core.refusals import allowed_keys, quoted_key
from second_opinion.core.validation import (
    YamlDocument,
    read_yaml,
    validate,
    validate_each,
    validate_list,
    validate_rest,
)
from second_opinion.core.yaml_parser import KeyPath

TEXT = """\
# remark
name: Test
places:
  - id: one
    since: 2026-01-01
  - id: two
by_day:
  2026-01-01: { euro: 385 }
empty:
"""


class Place(BaseModel):
    """A place."""

    model_config = ConfigDict(extra="forbid")
    id: str
    since: datetime.date | None = None


class Amount(BaseModel):
    """An amount."""

    model_config = ConfigDict(extra="forbid")
    euro: Annotated[int, Field(strict=True)]


class Whole(BaseModel):
    """The whole text."""

    model_config = ConfigDict(extra="forbid")
    name: str
    places: list[Place]
    by_day: dict[datetime.date, Amount]
    empty: str | None


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ((), 2),
        (("name",), 2),
        (("places",), 3),
        (("places", 0), 4),
        (("places", 0, "since"), 5),
        (("places", 1, "id"), 6),
        (("by_day", "2026-01-01"), 8),
        (("by_day", "2026-01-01", "euro"), 8),
        (("empty",), 9),
        (("places", 1, "since"), 6),
        (("nowhere", "at", "all"), 2),
    ],
)
def test_the_line_of_a_part_or_of_what_is_around_it(place: tuple[str | int, ...], line: int) -> None:
    assert read_yaml(TEXT, "a.yml").line(*place) == line
    assert read_yaml(TEXT, "a.yml", first_line=11).line(*place) == line + 10


def test_a_sound_text_fits_and_says_nothing() -> None:
    document = read_yaml(TEXT, "a.yml")
    whole, findings = validate(document, Whole)
    assert (findings, document.findings) == ([], ())
    assert whole is not None
    assert whole.by_day[datetime.date(2026, 1, 1)].euro == 385


def test_what_is_missed_where_nothing_is_said_is_told() -> None:
    text = "name: Test\nplaces:\n  - id: one\n  - {}\nby_day:\n  2026-01-01: {}\nempty:\n"
    whole, findings = validate(read_yaml(text, "a.yml"), Whole)
    assert whole is None
    assert [(finding.line, finding.wrong) for finding in findings] == [
        (4, "'id' of the second of 'places' is missing"),
        (6, "'by_day.2026-01-01.euro' is missing"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", {"a": "no"}),
        ("a: on", {"a": "on"}),
        ("a: 'x: y'", {"a": "x: y"}),
        ("a: 2026-11-22", {"a": datetime.date(2026, 11, 22)}),
        ("a: 2026-02-30", {"a": "2026-02-30"}),
        ("a: &x { b: 1 }\nc:\n  <<: *x\n  d: 2", {"a": {"b": 1}, "c": {"b": 1, "d": 2}}),
        ("a: &x { b: 1, d: 1 }\nc: { <<: *x, d: 2 }", {"a": {"b": 1, "d": 1}, "c": {"b": 1, "d": 2}}),
        ("a: &x { b: 1 }\nc: { <<: [*x, { b: 2, d: 3 }] }", {"a": {"b": 1}, "c": {"b": 1, "d": 3}}),
        ("2026-01-01: 1", {"2026-01-01": 1}),
        ("a: [1, -2, 0x1f, 0o17, 1.5, 1e3]", {"a": [1, -2, 31, 15, 1.5, 1000.0]}),
        ("a: [1_000, .inf, 12:30, 2026-11-22T10:00]", {"a": ["1_000", ".inf", "12:30", "2026-11-22T10:00"]}),
        ("a: [~, null, true, False, 'true']", {"a": [None, None, True, False, "true"]}),
        (f"a: {'9' * 5000}", {"a": "9" * 5000}),
        ("", None),
        ("# remark", None),
        ("a: 0201234567\nb: +31\nc: 0\nd: 12", {"a": "0201234567", "b": "+31", "c": 0, "d": 12}),
        ("a: 'words that go on\n  like: these'", {"a": "words that go on like: these"}),
    ],
)
def test_values_are_read_by_the_rules_of_today(text: str, value: object) -> None:
    document = read_yaml(text, "a.yml")
    assert (document.value, document.findings) == (value, ())


NAMED_AGAIN = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + "".join(
    f"a{place}: &a{place} [{', '.join([f'*a{place - 1}'] * 9)}]\n" for place in range(1, 9)
)
COLON = "a second colon stands in these words"
INDENT = "this line does not fit below the one above it"
RIGHT = "'b', below this, stands further to the right than 'a', which has a value already"
APOSTROPHE = (
    'readers get "s avonds na zes uur": the apostrophe before it is taken for the quote that opens here'
)
SPACE = "one space too many stands before this key"
BEHIND = "words stand behind a quote that has closed"
OPEN = "a quote opens here and is not closed"
BLANK = "'{date}' stands in words without quotes, and a brace means something else there"
REMARK = "'#5b2a86' is taken for a remark, as everything behind a # is"


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ("a: 1\nb: c: d", 2, COLON),
        ("a: {nl: x: y, en: z}", 1, COLON),
        ("a: 1\nb:{nl: x, en: y}", 2, "no space stands behind the colon of 'b'"),
        (" a: 1\nb: {nl: x, en: y}", 1, SPACE),
        ("a:\n  b:x\n  c: d", 2, "no space stands behind the colon of 'b:x'"),
        ("a: 'x\nb: 1\nc: 2\n", 1, OPEN),
        ("- a\nb: 1", 2, INDENT),
        ("a:\n   b: 1\n  c: 2", 2, SPACE),
        ("a:\n  b: 1\n   c: 2", 3, SPACE),
        ("a:\n    b: 1\n  c: 2", 3, INDENT),
        ("a: words\n   b: 2", 1, RIGHT),
        ("c:\n  d: 1\na: not\n\n## e\n# f: 1\n  b: 2", 3, RIGHT),
        ("a: [x]\n  b: {c: 1}", 1, RIGHT),
        ("a:\n  b:[x, y]\n\n  # e: 1\n  c: d", 2, "no space stands behind the colon of 'b:[x, y]'"),
        ("b:[x, y]\n# e: 1\n  c: d", 1, "no space stands behind the colon of 'b:[x, y]'"),
        ("a: {nl: 's avonds na zes uur', en: later}", 1, APOSTROPHE),
        ("a: x\n\tb: 1", 2, "a tab stands here"),
        ("a: 1\nb\nc: 2", 2, "this line has no colon"),
        ("a: {b: 1\nc: 2", 1, "a bracket opens here and is not closed"),
        ("a: [\n", 1, "a bracket opens here and is not closed"),
        ("a: [x\nb: [y]", 1, "a bracket opens here and is not closed"),
        ("a: [x]]", 1, "a bracket closes here that did not open"),
        ("a: 'it's'", 1, BEHIND),
        ('a: {b: "c" d}', 1, BEHIND),
        ('a: {nl: "zo, en: "so"}', 1, OPEN),
        ("a: ['zo, 'so']", 1, OPEN),
        ('a:\n  - {nl: "de brief, en: the letter}\n  - {nl: "foto", en: scan}\n', 2, OPEN),
        ('a:\n  b: "x\n  c: "y"\n', 2, OPEN),
        ('a: 1\nb: "x\n\n# write \'c: 2\', or "no"\nc: 2\n', 2, OPEN),
        ('a: 1\nb: "x\n## the "c"\nc: 2\n', 2, OPEN),
        ('a: "x\nb: 1\nc: the "y"\n', 1, OPEN),
        ('a: "x\nb: 1"\n', 1, OPEN),
        ('a:\n  b: {nl: "x", en: "y"\n  c: 1\n', 2, "a bracket opens here and is not closed"),
        ("a: 1\nb: !tool 1", 2, "'!tool' means nothing here"),
        ("a: 1\nb: !!int x", 2, "'!!int' means nothing here"),
        ("a: 1\nb: *c", 2, "nothing before this line is named '&c'"),
        ("a: 1\nb: &c [*c]", 2, "nothing before this line is named '&c'"),
        ("a: 1\n--- b", 2, "a second text begins here"),
        ("a: 1\n? [b]\n: c", 2, "a list stands here as a key"),
        ("a: 1\n<<: 2", 2, "'<<' takes over what has no keys"),
        ("a: 1\nb: " + "[" * 100_000, 2, "this stands inside more than 40 other things"),
        (NAMED_AGAIN, 6, "this file holds more than 100000 values"),
        ('a: 1\nb: "\\0"', 2, "a character that cannot be seen (#x0000) stands here"),
        ("a: 1\nb: @us", 2, "'@' at the start of a value means something else here"),
        ('a: "\\x"', 1, "this cannot be read"),
        ("a: {nl: Op {date}., en: On {date}.}", 1, BLANK),
        ("a:\n  nl: {date} is de dag", 2, BLANK),
        ("a: 1\nb: #5b2a86\n", 2, REMARK),
        ("a:\n  b: {c: #5b2a86}\n  d: 1", 2, REMARK),
        (
            "a: {b: Bed #5 van acht, c: 1}",
            1,
            "'#5 van acht' is taken for a remark, as everything behind a # is",
        ),
        (
            "a: {b: Bed #5 van acht, c: 1}\n# d: [{e: 1}]",
            1,
            "'#5 van acht' is taken for a remark, as everything behind a # is",
        ),
        ("a: Bed #5 van acht", 1, "'#5 van acht' is taken for a remark, as everything behind a # is"),
        ("a: 1\nb\nc: 2\n", 2, "this line has no colon"),
        ("a. x y\nb: 1", 1, "no colon stands behind 'a'"),
        ("a: 1\n\nb: x\x08", 3, "a character that cannot be seen (#x0008) stands here"),
        ("a: 1\nb: 2\na: 3", 3, "'a' stands here and on line 1"),
        ("- a: 1\n  b: { c: 1, c: 2 }", 2, "'c' stands here and on line 2"),
    ],
)
def test_a_text_that_cannot_be_used_is_told_with_its_line(text: str, line: int, wrong: str) -> None:
    found = read_yaml(text, "a.yml").findings
    assert [(finding.line, finding.wrong) for finding in found] == [(line, wrong)]


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ("a: {nl: 's avonds na zes uur, en: after six}", 'nl: "\'s avonds na zes uur"'),
        ("a: {nl: 's avonds na zes uur', en: after six}", '"\'s avonds na zes uur"'),
        ("a: {nl: 's avonds, en: 'in the evening'}", 'nl: "\'s avonds"'),
        ("a: {nl: 's ochtends en 's avonds, en: always}", "nl: \"'s ochtends en 's avonds\""),
        ("a: ['s ochtends, 's avonds]", '"\'s ochtends"'),
        ("a:\n  - 's ochtends\n", '"\'s ochtends"'),
        ("a: 's-Hertogenbosch\nb: foto's", 'a: "\'s-Hertogenbosch"'),
    ],
)
def test_words_that_begin_with_an_apostrophe_are_proposed_between_double_quotes(
    text: str, proposed: str
) -> None:
    (found,) = read_yaml(text, "a.yml").findings
    assert found.do == f"put the words between double quotes: {proposed}"


@pytest.mark.parametrize(
    ("text", "proposed"),
    [
        ('a: Ons: huis"', 'a: "Ons: huis"'),
        ('a: {nl: Let op: zo.", en: "So it is."}', 'nl: "Let op: zo."'),
        ("a: {nl: Let op: zo, en zo, en: So}  # why", 'nl: "Let op: zo, en zo"'),
        ("a: {nl: Let op: zo, en zo, en: Mind: so}", 'nl: "Let op: zo, en zo"'),
        ('a: Let op: "zo"', "a: 'Let op: \"zo\"'"),
        ('a: Let op: "zo", zegt foto\'s', "a: 'Let op: \"zo\", zegt foto''s'"),
    ],
)
def test_words_with_a_second_colon_are_proposed_between_quotes_that_hold_them(
    text: str, proposed: str
) -> None:
    (found,) = read_yaml(text, "a.yml").findings
    assert found.do == f"put the words between quotes: {proposed}"
    assert not read_yaml(proposed, "a.yml").findings


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "name: x\nplaces: []\nempty: x\nby_day:\n  2026-01-01: { eruo: 1 }",
            [
                "a.yml:5: the key 'by_day.2026-01-01.eruo' is not known; did you mean 'euro'? (allowed: euro)",
            ],
        ),
        (
            "name: x\nplaces:\n  - id: a\n    sinc: 1\nempty: x\nby_day: {}",
            [
                "a.yml:4: the key 'sinc' of the first of 'places' is not known; "
                "did you mean 'since'? (allowed: id, since)"
            ],
        ),
        (
            "name: [x]\nplaces: x\nempty: x\nby_day: x",
            [
                "a.yml:1: 'name' is ['x'], which does not fit; write words, between quotes where they are figures only",
                "a.yml:2: 'places' is 'x', which does not fit; write a list, like [first, second]",
                "a.yml:4: 'by_day' is 'x', which does not fit; write 'key: value' lines",
            ],
        ),
        (
            "- a",
            [
                "a.yml:1: here stands ['a']; write 'key: value' lines; the keys are name, places, by_day, empty"
            ],
        ),
        (
            "name: [2026-11-22, true]\nplaces: []\nempty: x\nby_day: {2026-01-01: {euro: 1.5}}",
            [
                "a.yml:1: 'name' is ['2026-11-22', true], which does not fit; write words, between quotes where they "
                "are figures only",
                "a.yml:4: 'by_day.2026-01-01.euro' is 1.5, which does not fit; write a whole number, like 1",
            ],
        ),
        (
            f"name: [{'x' * 200}]\nplaces: []\nempty: x\nby_day: {{}}",
            [
                "a.yml:1: 'name' is a list of 1, which does not fit; write words, between quotes where they are "
                "figures only",
            ],
        ),
        ("a: 'b", []),
    ],
)
def test_all_that_does_not_fit_is_told_in_one_go(text: str, said: list[str]) -> None:
    whole, findings = validate(read_yaml(text, "a.yml"), Whole)
    assert whole is None
    assert sorted(map(str, findings)) == said


def test_a_list_keeps_its_good_entries() -> None:
    document = read_yaml("- id: one\n- id: two\n  colour: red\n- three\n- id: 4", "a.yml")
    good, findings = validate_list(document, Place)
    assert {index: place.id for index, place in good.items()} == {0: "one"}
    assert [finding.line for finding in findings] == [3, 4, 5]


def test_a_folder_keeps_its_good_files_and_tells_all_that_is_wrong_with_the_others() -> None:
    texts = {"one": "id: one", "two": "id: two\ncolour: red", "three": "- 1", "four": "id: 'four"}
    entries = {name: read_yaml(text, f"{name}.yml") for name, text in texts.items()}
    good, findings = validate_each(entries, Place)
    assert {name: place.id for name, place in good.items()} == {"one": "one"}
    assert [(finding.file, finding.line) for finding in findings] == [
        ("two.yml", 2),
        ("three.yml", 1),
        ("four.yml", 1),
    ]


@pytest.mark.parametrize(
    ("word", "known", "question"),
    [
        ("cots", ["costs", "about"], "did you mean 'costs'?"),
        ("xyz", ["costs", "about"], "known: about, costs"),
        ("xyz", [], "none is known yet"),
    ],
)
def test_the_nearest_word_is_named_or_else_all(word: str, known: list[str], question: str) -> None:
    assert did_you_mean(word, known) == question


def test_faults_and_notices_are_apart_in_the_order_of_files_and_lines_and_each_once() -> None:
    late, early = Finding("b.md", 2, "wrong", "mend"), Finding("a.md", 10, "wrong", "mend")
    note = Finding("a.md", 9, "due", "look", is_fault=False)
    found = [late, note, early, Finding("b.md", 2, "wrong", "mend"), Finding("b.md", 1, "other", "mend")]
    assert [str(finding) for finding in faults(found)] == [
        "a.md:10: wrong; mend",
        "b.md:1: other; mend",
        "b.md:2: wrong; mend",
    ]
    assert notices(found) == [note]


def every_model() -> list[type[Strict]]:
    """Return all records that are checked, of every module."""
    for module in pkgutil.iter_modules(second_opinion.__path__):
        importlib.import_module(f"second_opinion.{module.name}")
    found: list[type[Strict]] = []
    left = [Strict]
    while left:
        found.append(model := left.pop())
        left += model.__subclasses__()
    return found


WRONG = [
    "",
    "x",
    "2026-13-45",
    1,
    -1,
    10**30,
    1.5,
    math.inf,
    True,
    [],
    [None],
    ["x", 2],
    {},
    {"x": 1},
    "x" * 400,
]


def test_no_word_of_a_library_reaches_whoever_wrote_a_wrong_value() -> None:
    kinds = set()
    for model in every_model():
        for name, value in itertools.product(allowed_keys(model), WRONG):
            document = YamlDocument("a.yml", {name: value}, {})
            _, findings = validate(document, model)
            try:
                model.model_validate({name: value})
            except ValidationError as error:
                own = {detail["msg"] for detail in error.errors() if detail["type"] != "value_error"}
                kinds |= {detail["type"] for detail in error.errors()}
            said = "\n".join(map(str, findings)).lower()
            assert [words for words in own if words.lower() in said] == []
            assert not re.search(r"should be|should have|valid |input|unable|pydantic|parsing", said), said
            assert "as the other lines of this kind" not in said, (model, name, value)
    assert {"model_type", "list_type", "literal_error", "greater_than_equal", "extra_forbidden"} <= kinds


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (("contact", "phone"), "'contact.phone'"),
        (("papers", 0, "file", "nl"), "'file.nl' of the first of 'papers'"),
        (("languages", 1), "the second of 'languages'"),
        (("papers", 11), "number 12 of 'papers'"),
        (("a", "places", 1, "about", 0, "nl"), "'nl' of the first of 'about' of the second of 'a.places'"),
    ],
)
def test_an_entry_of_a_list_is_named_as_people_count(place: KeyPath, said: str) -> None:
    assert quoted_key(place) == said


def test_the_rest_of_a_list_keeps_its_lines_and_how_its_entries_are_counted() -> None:
    places = "  - id: 1\n  - id: two\n    since: x\n  - id: three\n  - id: 4\n  - id: five\n"
    text = f"name: A\nempty:\nby_day: {{}}\nplaces:\n{places}"
    document = read_yaml(text, "x.yml")
    whole, rest, found = validate_rest(document, Whole)
    assert whole is not None
    assert [place.id for place in whole.places] == ["two", "three", "five"]
    assert [rest.line("places", index, "id") for index in range(3)] == [6, 8, 10]
    assert [rest.quoted(("places", index, "id")) for index in range(3)] == [
        "'id' of the second of 'places'",
        "'id' of the third of 'places'",
        "'id' of the fifth of 'places'",
    ]
    assert [finding.line for finding in found] == [5, 7, 9]


def test_a_sound_document_is_all_that_is_left_of_it() -> None:
    document = read_yaml("name: A\nempty:\nby_day: {}\nplaces: []\n", "x.yml")
    whole, rest, found = validate_rest(document, Whole)
    assert whole is not None
    assert rest is document
    assert found == []


def test_the_same_text_gives_the_same_document_by_which_answers_are_kept() -> None:
    document = read_yaml("a: 1", "a.yml")
    assert read_yaml("a: 1", "a.yml") is document
    assert read_yaml("a: 1", "b.yml").file == "b.yml"
    assert read_yaml("a: 1", "a.yml", first_line=4).line("a") == 4


def test_of_what_is_written_only_lines_without_a_value_are_kept() -> None:
    document = read_yaml("a: words\nb: # gone\nc:\n- d\n-\n", "a.yml")
    assert document.written == {2: "b: # gone", 5: "-"}


def test_files_with_the_same_keys_hold_their_places_once() -> None:
    first, second = (read_yaml(f"terms: [{words}]\n", f"{words}.yml") for words in ("a", "b"))
    places = {place: place for place in first.lines}
    assert all(places[place] is place for place in second.lines)
