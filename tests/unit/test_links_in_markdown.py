"""Every check sees the same links and images in a Markdown text, however they are written."""

from __future__ import annotations

import pytest

from second_opinion.brand.selection import needed_sections
from second_opinion.core.markdown_text import Text
from second_opinion.data.word_lists import PlainWords
from second_opinion.links.origins import written_links
from second_opinion.prose.plain_language import check_plain_text, prose_lines
from second_opinion.prose.spelling import check_spelling
from second_opinion.texts.markup import check_markup
from second_opinion.texts.parity import numbers_in
from second_opinion.texts.translations import hash_text
from upkeep.upgrade_report import addresses_in

FILE = "docs/nl/costs.md"
HARD = PlainWords.model_validate(
    {"nl": {"indien": "als"}, "en": {}, "known_abbreviations": [], "no_passives": []}
)

# The same words with their target, {0}, written in every way.
WAYS = [
    "[Foto]({0}) en tekst.",
    "[![Foto van een scan](x.svg)]({0}) en tekst.",
    "[Foto]({0} 'titel'){{ .next }} en tekst.",
    "[Foto](<{0}>) en tekst.",
    "[Foto](\n{0}) en tekst.",
    "[Foto [nieuw]]({0}) en tekst.",
    "[Een](a.md) en [Foto]({0}) en tekst.",
    "[Foto][foto] en tekst.\n\n[foto]: {0}",
    "[Foto][] en tekst.\n\n[foto]: <{0}>",
]


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    """Return one way of writing a link."""
    return str(request.param)


def text(way: str, target: str) -> Text:
    """Return a text with a link to a target."""
    return Text(FILE, way.format(target), 3)


@pytest.mark.parametrize("target", ["b.md", "b_(c).md", "b_(c_(d)).md", "b(2).md#indien-3"])
def test_no_address_is_taken_for_words_or_numbers(way: str, target: str) -> None:
    read = text(way, target)
    assert numbers_in(read) == []
    assert hash_text(read.body) == hash_text(way.format("anders.md"))
    words = " ".join(prose for _, prose in prose_lines(read))
    assert "md" not in words
    assert ")" not in words.replace("'titel'", "")
    assert list(check_plain_text(read, "nl", HARD, [])) == []
    assert [finding.line for finding in check_spelling(read, "nl", lambda word: word != "md")] == []


def test_a_script_is_found_as_the_target_of_every_link(way: str) -> None:
    found = check_markup(text(way, "javascript:alert(1)"))
    assert [(finding.wrong, finding.about[0]) for finding in found] == [
        ("the link leads to 'javascript:alert(1)', which runs a script", "javascript:alert(1)")
    ]


def test_a_section_is_needed_by_every_link_to_it(way: str) -> None:
    needed = needed_sections([("index", text(way, "b.md#c"))], ["b"], {"b": []})
    assert list(needed["b"]) == ["c"]


def test_every_link_is_found_again_where_it_is_written(way: str) -> None:
    found = [link for link in written_links(text(way, "b_(c).md")) if link.target == "b_(c).md"]
    assert [(link.line, link.words.lstrip("![").partition("]")[0].partition(" ")[0]) for link in found] == [
        (3, "Foto")
    ]
    assert [link.defined for link in found] == [5 if "[foto]:" in way else 0]


def test_a_web_address_is_listed_whole(way: str) -> None:
    assert addresses_in(text(way, "https://a.example/b_(c)").body) == ["https://a.example/b_(c)"]


def test_addresses_that_stand_by_themselves_are_listed_too() -> None:
    assert addresses_in('<https://a.example/> (https://b.example) "https://c.example"') == [
        "https://a.example/",
        "https://b.example",
        "https://c.example",
    ]


@pytest.mark.parametrize(
    ("markdown", "without_words"),
    [
        ("![](x.svg)", ["x.svg"]),
        ("[![](x.svg)](applying.md)", ["x.svg"]),
        ("![ ](<x (1).svg> 'titel')", ["x (1).svg"]),
        ("![](x.svg) en ![](y.svg)", ["x.svg", "y.svg"]),
        ("![\n](x.svg)", ["x.svg"]),
        ("![][x]\n\n[x]: x.svg", ["x.svg"]),
        ("![ ][x]\n\n[x]: x.svg", ["x.svg"]),
        ("[![Een scan](x.svg)](applying.md)", []),
        ("![Een [foto]](x.svg)", []),
        ("![](x.svg 'titel'){ .decorative }", []),
        ("`![](x.svg)`", []),
    ],
)
def test_an_image_without_words_is_found(markdown: str, without_words: list[str]) -> None:
    found = [finding.wrong for finding in check_markup(Text(FILE, markdown))]
    assert found == [f"the image '{target}' has no alternative text" for target in without_words]
