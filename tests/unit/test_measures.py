"""What `make language` measures of made-up pages, and what it says where a measure is exceeded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from checking import checked_project
from second_opinion.commands import language
from second_opinion.core.findings import Finding
from second_opinion.core.markdown_text import Text
from second_opinion.core.validation import read_yaml
from second_opinion.data.measures import FILE, Measures, check_measures, read_measures
from second_opinion.data.word_lists import PlainWords
from second_opinion.prose.measuring import (
    Counts,
    MeasuredPage,
    check_has_measure,
    check_page,
    check_phrases,
    check_whole_language,
    count_each_page,
    count_repeated_words,
    measure,
)
from second_opinion.prose.plain_language import whole_text
from support import TODAY

BOXES = [{"name": "important", "title": "Belangrijk", "class": "important"}]
LISTS = """words: 100
pages:
  costs: { open: 10, folded: 5 }
lists: [glossary]
hedges: {nl: [soms, in de regel], en: [some]}
never: {nl: [in principe], en: [in principle]}
about_ourselves: {nl: [wij lazen], en: [we read]}
pages_about_ourselves: [about]
"""
PAGE = """Eerste zin van **drie** [woorden](costs.md#a). {#no}

## Een kop die niet telt {#head}

--8<-- "shared.md"

| Kop | Prijs |
|---|---|
| Arts | {{ price }} |

/// important
Let hierop.
///

/// details | Een titel die niet telt
Drie woorden gevouwen.
///

{{ glossary }}

![Een plaatje](a.svg)
"""


def page_of(
    markdown: str,
    *,
    lang: str = "nl",
    name: str = "costs",
    snippets: Mapping[str, Text] | None = None,
    values: Mapping[str, str] | None = None,
) -> MeasuredPage:
    """Return a page as it is measured."""
    text = Text(f"docs/{lang}/{name}.md", markdown, 11)
    html = whole_text(text, snippets or {}, values or {}, BOXES)
    return measure(html, lang=lang, name=name, text=text)


def measures() -> Measures:
    """Return what the made-up pages are measured against."""
    found, findings = read_measures(read_yaml(LISTS, FILE))
    assert findings == []
    assert found is not None
    return found


def notices_in_words(findings: list[Finding]) -> list[str]:
    """Return what is said, all of which are notices."""
    assert not any(finding.is_fault for finding in findings)
    return [str(finding) for finding in findings]


def test_words_are_counted_as_a_reader_reads_them_without_titles() -> None:
    found = page_of(
        PAGE.replace(" {#no}", ""),
        snippets={"shared.md": Text("snippets/nl/shared.md", "Gedeelde {{ who }}.")},
        values={"who": "tekst", "price": "385 euro", "glossary": ""},
    )
    assert " ".join(found.words) == (
        "eerste zin van drie woorden gedeelde tekst kop prijs arts 385 euro let hierop drie woorden gevouwen"
    )
    assert (found.open, found.folded) == (14, 3)


def test_a_run_of_eight_words_on_two_pages_counts_once_for_each_word() -> None:
    run = "een twee drie vier vijf zes zeven acht negen"
    pages = [
        page_of(f"Hier {run} hier.", name="a"),
        page_of(f"Daar {run} daar.\n\n{run}", name="b"),
        page_of("een twee drie vier vijf zes zeven, en niet verder.", name="c"),
    ]
    assert count_repeated_words(pages) == [9, 18, 0]


def test_hedges_and_questions_are_counted() -> None:
    pages = [page_of("Soms wel. Ga in de regel ‘soms’ niet. Waarom? Zeg: ‘Mag dat?’ Dat mag.")]
    assert count_each_page(pages, measures().hedges.part("nl")) == [
        Counts(words=14, hedges=3, sentences=5, questions=2)
    ]
    assert Counts(1, 2, 3, 4, 5) + Counts(1, 1, 1, 1, 1) == Counts(2, 3, 4, 5, 6)


LONG = f"{'de kat zat ' * 9}daar."


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("Ja. Dat mag u van uw arts altijd zo vragen.", []),
        (
            "Ja. Zo mag u dat van uw arts ook altijd vragen.",
            ["1: 11 words in sight, 10 at most; "
             "leave out what another page says, or fold away what only some readers want"],
        ),
        (
            "Ja. Dat mag u van uw arts altijd zo vragen.\n\n/// details | Meer\n"
            "\n| a | b |\n|---|---|\n| c | d |\n| e | f |\n\n///",
            ["1: 6 folded words, 5 at most; leave out what no reader acts on"],
        ),
        ("Ja. " * 9, []),
        (
            "Ja. " * 10,
            [
                "1: nearly all sentences are equally long (they differ by 0.0 words, 4 at least); "
                "put a short one beside a long one"
            ],
        ),
        (
            "Verantwoordelijkheid. Verantwoordelijkheid verantwoordelijkheid onverantwoordelijkheden "
            "verantwoordelijkheid verantwoordelijkheid verantwoordelijkheid verantwoordelijkheid "
            "verantwoordelijkheid verantwoordelijkheid.",
            ["1: a score of -275.2, 60 at least; write shorter sentences and words"],
        ),
    ],
)  # fmt: skip
def test_a_page_that_exceeds_a_measure_gets_a_notice(markdown: str, lines: list[str]) -> None:
    assert notices_in_words(list(check_page(page_of(markdown), measures()))) == [
        f"docs/nl/costs.md:{line}" for line in lines
    ]


@pytest.mark.parametrize(
    ("markdown", "line"), [(f"Ja.\n\nZo is het. {LONG}", 13), ('Ja.\n\n--8<-- "a.md"\n', 11)]
)
def test_a_sentence_that_is_too_long_is_told_at_its_line(markdown: str, line: int) -> None:
    found = page_of(
        markdown, name="other", snippets={"a.md": Text("snippets/nl/a.md", LONG.replace("zat", "is"))}
    )
    (told,) = notices_in_words(list(check_page(found, measures())))
    start, quoted, end = told.partition(found.sentences[-1])
    assert start == f"docs/nl/other.md:{line}: a sentence of 28 words, 25 at most: '"
    assert (quoted != "", end) == (True, "'; make two")


def test_an_english_page_and_one_without_a_sentence_have_no_least_score() -> None:
    table = "| A | B |\n|---|---|\n| 1 | 2 |\n"
    hard = f"Irresponsibility. {'Irresponsibility ' * 10}"
    for page in (page_of(table), page_of(hard, lang="en", name="other")):
        assert notices_in_words(list(check_page(page, measures()))) == []
    assert page_of(table).level is None


def test_a_measure_that_is_exceeded_says_how_many_words_there_were_before() -> None:
    now, before = page_of("woord " * 12), page_of("woord " * 9)
    (found,) = [one for one in check_page(now, measures(), before) if "in sight" in one.wrong]
    assert found.wrong == "12 words in sight (9 before), 10 at most"


def test_a_page_without_a_measure_gets_the_line_for_it() -> None:
    assert list(check_has_measure(page_of("Ja."), measures())) == []
    assert notices_in_words(list(check_has_measure(page_of("woord " * 51, name="visiting"), measures()))) == [
        "docs/nl/visiting.md:1: the page 'visiting' has no measure of its own: nothing says when it has become too "
        "long; write in data/measures.yml, below 'pages:', visiting: { open: 100, folded: 0 }"
    ]


def test_phrases_that_say_two_things_or_speak_of_us_are_told_at_their_line() -> None:
    text = Text("docs/nl/x.md", "In principe wel.\nWij lazen, [in principe](wij-lazen.md).\n", 3)
    both = "says yes and perhaps; say what holds, or whom to ask"
    us = "is about ourselves; say what holds for the reader; our sources stand below the page"
    assert notices_in_words(list(check_phrases(text, ["in principe"], ["wij lazen"]))) == [
        f"docs/nl/x.md:3: 'in principe' {both}",
        f"docs/nl/x.md:4: 'in principe' {both}",
        f"docs/nl/x.md:4: 'wij lazen' {us}",
    ]
    assert (
        notices_in_words(list(check_phrases(Text("x", "In de principes staat het."), ["in principe"], [])))
        == []
    )


def test_the_pages_of_a_language_together_are_measured_too() -> None:
    hard = [page_of("Verantwoordelijkheid is onverantwoordelijkheid.", name=name) for name in "ab"]
    too_much = Counts(words=15_000, repeated=600, hedges=300, sentences=700, questions=100)
    assert notices_in_words(list(check_whole_language(hard, too_much, "nl", 13_500))) == [
        "Dutch: 15,000 words, 13,500 at most; leave out what is said twice",
        "Dutch: 4.0% of the words stand on two pages, in runs of 8; 3% at most; say it on one page, and link to it",
        "Dutch: a hedge in every 50 words, one in 140 at most; "
        "leave out each because of which nobody does anything else",
        "Dutch: a question in every 7.0 sentences, one in 8 at most; say it",
        "Dutch: a score of -155.3 on average, 72 at least; write shorter sentences and words",
    ]
    at_most = Counts(words=14_000, repeated=420, hedges=100, sentences=800, questions=100)
    assert notices_in_words(list(check_whole_language(hard, at_most, "en", 14_000))) == []


def test_a_page_or_a_list_that_does_not_exist_is_told_with_its_line() -> None:
    document = read_yaml(LISTS.replace("[glossary]", "[glosary]").replace("[about]", "[abot]"), FILE)
    found, _ = read_measures(document)
    assert found is not None
    assert [str(one) for one in check_measures(document, found, ["about", "cost"], ["glossary"])] == [
        f"{FILE}:3: the page 'costs' does not exist; did you mean 'cost'?",
        f"{FILE}:4: the list 'glosary' does not exist; did you mean 'glossary'?",
        f"{FILE}:8: the page 'abot' does not exist; did you mean 'about'?",
    ]
    assert check_measures(document, measures(), ["costs", "about"], ["glossary"]) == []


def test_a_measure_that_is_no_measure_is_told() -> None:
    _, found = read_measures(read_yaml(LISTS.replace("open: 10", "opne: 10").replace("100", "-1"), FILE))
    assert [str(one) for one in found] == [
        f"{FILE}:1: 'words' is -1, which does not fit; write 0 or more",
        f"{FILE}:3: the key 'pages.costs.opne' is not known; did you mean 'open'? (allowed: open, folded)",
    ]


@pytest.fixture
def run(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """Let `make language` run in a copy of the project, in which every word is spelt right."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("TODAY", TODAY)
    monkeypatch.setattr(language, "speller", lambda *_: lambda _word: True)
    monkeypatch.setattr(language, "missing_dictionaries", list)
    return root


@pytest.mark.parametrize(("strict", "status"), [("", 0), ("1", 1)])
def test_a_measure_that_is_exceeded_fails_only_where_that_is_asked(
    run: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], strict: str, status: int
) -> None:
    text = (run / FILE).read_text("utf-8")
    (run / FILE).write_text(re.sub("^words: .*", "words: 1", text), "utf-8")
    monkeypatch.setenv("STRICT", strict)
    assert language.main([]) == status
    printed = capsys.readouterr().out
    assert "\n| docs/en/costs.md | " in printed
    assert "\n| **Dutch: " in printed
    assert "\nnotice: Dutch: " in printed
    assert (" measures are exceeded; each is a notice above.\n" in printed) == bool(status)


def test_where_no_measure_is_exceeded_a_release_may_go_on(
    run: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(language, "_check_measures", lambda *_: [])
    monkeypatch.setenv("STRICT", "1")
    assert language.main([]) == 0
    assert f"\n{language.NO_MEASURE}\n" in capsys.readouterr().out


def test_a_list_that_cannot_be_used_is_told_and_nothing_else(
    run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (run / FILE).read_text("utf-8")
    (run / FILE).write_text(text.replace("\n  costs:", "\n  costz:"), "utf-8")
    line = next(number for number, words in enumerate(text.splitlines(), 1) if words.startswith("  costs:"))
    assert language.main([]) == 1
    assert (
        capsys.readouterr().out == f"{FILE}:{line}: the page 'costz' does not exist; did you mean 'costs'?\n"
    )


def test_a_long_sentence_that_a_hospital_says_is_told_on_its_own_line(root: Path, tmp_path: Path) -> None:
    long = f"Wij {'zeggen dat ' * 13}nu."
    lines = ["name: Ons", "site_url: https://www.house.nl", "hard_to_ask: true", "sentences:"]
    lines.append(f"  hard_to_ask: {{nl: '{long}', en: Short.}}")
    (tmp_path / "brand.yml").write_text("\n".join(lines), "utf-8")
    project = checked_project(root, {"BRAND": str(tmp_path)})
    lists, _ = language.read_lists(project)
    assert lists is not None
    page = project.page("nl", "your-hospital")
    assert page is not None
    measured = language.measure_page(project, "nl", page.name, page.text, lists.measures)
    told = [one for one in check_page(measured, lists.measures) if "a sentence of 28 words" in one.wrong]
    assert [(one.file, one.line) for one in told] == [(f"{tmp_path}/brand.yml", 5)]


def test_what_a_hospital_misspells_or_says_hard_is_told_on_the_lines_of_its_own_file(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        "name: Ons",
        "site_url: https://www.house.nl",
        "links: {home: {nl: https://www.zeerverzonnen.nl}}",
    ]
    lines += [
        "contact:",
        "  department: {nl: het zeerverzonnen loket, en: the desk}",
        "  phone: 000 000 00 00",
    ]
    (tmp_path / "brand.yml").write_text("\n".join(lines), "utf-8")
    project = checked_project(root, {"BRAND": str(tmp_path)})
    monkeypatch.setattr(language, "speller", lambda *_: lambda word: word != "zeerverzonnen")
    hard = PlainWords.model_validate(
        {"nl": {"loket": "balie"}, "en": {}, "known_abbreviations": [], "no_passives": []}
    )
    lists, _ = language.read_lists(project)
    assert lists is not None
    told = [
        *language.check_all_spelling(project, lists.spelling),
        *language.check_plain_language(project, hard),
    ]
    of_brand = [one for one in told if one.file == f"{tmp_path}/brand.yml"]
    assert [(one.file, one.line, one.wrong.split("'")[1]) for one in of_brand] == [
        (f"{tmp_path}/brand.yml", 5, "zeerverzonnen"),
        (f"{tmp_path}/brand.yml", 5, "loket"),
    ]
