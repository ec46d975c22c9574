"""What stands where in a Markdown text."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_opinion.core.markdown_text import (
    FRONT_MATTER,
    Heading,
    Text,
    defined_links,
    fill_names,
    headings,
    includes_in,
    markdown_links,
    names_to_fill,
    split_front_matter,
    text_links,
    without_targets,
)


@pytest.mark.parametrize(
    ("text", "front", "body", "line"),
    [
        ("---\na: 1\n---\n\nText\n", "a: 1\n", "\nText\n", 4),
        ("---\na: 1\nb: 2\n--- \nText", "a: 1\nb: 2\n", "Text", 5),
        ("---\n---\nText", "", "Text", 3),
        ("---\na: 1\n---", "a: 1\n", "", 3),
        ("Text\n\n---\n\nText", "", "Text\n\n---\n\nText", 1),
        ("\n---\na: 1\n---\n", "", "\n---\na: 1\n---\n", 1),
        ("---\na: 1\n", "", "---\na: 1\n", 1),
        ("", "", "", 1),
    ],
)
def test_the_front_matter_and_the_line_on_which_the_text_starts(
    text: str, front: str, body: str, line: int
) -> None:
    assert split_front_matter(text) == (front, body, line)


@given(st.text(alphabet="-a: \n", max_size=60))
def test_front_matter_and_text_join_back_to_the_source(text: str) -> None:
    front, body, line = split_front_matter(text)
    assert text.endswith(body)
    before = text[: len(text) - len(body)]
    assert front in before
    assert before.count("\n") == line - 1 or (body == "" and before.count("\n") + 1 == line)
    assert (before == "") == (FRONT_MATTER.match(text) is None)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("## Wie betaalt? {#who-pays}", [Heading(5, 2, "Wie betaalt?", "who-pays")]),
        ("### Wie?   { #who .wide }", [Heading(5, 3, "Wie?", "who", ("wide",))]),
        ("# Kop", [Heading(5, 1, "Kop", "")]),
        ("##Kop zonder spatie", [Heading(5, 2, "Kop zonder spatie", "")]),
        ("###### Diep {#deep}", [Heading(5, 6, "Diep", "deep")]),
        ("Nummer #1 is geen kop", []),
        ("    ## Ook geen kop", []),
        ("##", []),
        ('--8<-- "safety.md"', []),
    ],
)
def test_headings(line: str, found: list[Heading]) -> None:
    assert list(headings(Text("a.md", f"\n{line}\n", 4))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Een\n\nTwee\n----\n", [Heading(6, 2, "Twee", "")]),
        ("Een { #one }\n===", [Heading(4, 1, "Een", "one")]),
        ("## Een {#one}\n\nTwee\n-", [Heading(4, 2, "Een", "one"), Heading(6, 2, "Twee", "")]),
        ("Een\nTwee\n---\n", []),
        ("Een\n\n---\n\nTwee", []),
        ("| a |\n|---|\n| b |", []),
        ('--8<-- "safety.md"\n\nTekst', []),
    ],
)
def test_a_line_that_is_underlined_is_a_heading(text: str, found: list[Heading]) -> None:
    assert list(headings(Text("a.md", text, 4))) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('--8<-- "safety.md"', ["safety.md"]),
        ("  --8<-- 'safety.md'  ", ["safety.md"]),
        ('-8<- "safety.md"', ["safety.md"]),
        ('Tekst --8<-- "safety.md"', []),
        ("--8<--", []),
    ],
)
def test_includes(line: str, found: list[str]) -> None:
    assert list(includes_in(Text("a.md", line, 7))) == [(7, name) for name in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](b.md)", [(3, "a", "b.md")]),
        ("Zie [a b](c.md#d) en [e](#f).", [(3, "a b", "c.md#d"), (3, "e", "#f")]),
        ('[a](b.md "titel")', [(3, "a", "b.md")]),
        ("[a]( <b.md> )", [(3, "a", "b.md")]),
        ("[![Foto](x.svg)](b.md)", [(3, "![Foto](x.svg)", "b.md")]),
        ("[a](b_(c).md)", [(3, "a", "b_(c).md")]),
        ("[a](<b.md>)", [(3, "a", "b.md")]),
        ("[a](b.md){ .next }", [(3, "a", "b.md")]),
        ("Een\n\n[over\ntwee](b.md)", [(5, "over twee", "b.md")]),
        ("![plaatje](b.png)", []),
        ("[a] (b.md)", []),
        ("[a][b]\n\n[b]: c.md#d 'titel'", [(5, "b", "c.md#d")]),
        ("[a]()", [(3, "a", "")]),
        ("[ ] taak", []),
        ("[a](b_(c_(d)).md)", [(3, "a", "b_(c_(d)).md")]),
        ("[a](<b (c.md>)", [(3, "a", "b (c.md")]),
        ("[a [b] c](d.md)", [(3, "a [b] c", "d.md")]),
        ("[a](b[c](d).md)", [(3, "a", "b[c](d).md")]),
        ("[a [b](c.md)", [(3, "b", "c.md")]),
        ("[a [b](c.md) d](e.md)", [(3, "a [b](c.md) d", "e.md")]),
        ("[open\n\n[a](b.md)", [(5, "a", "b.md")]),
        ("[a\n\nb](c.md)", []),
        ("`[a](b.md)` en ``[`](c.md)``", []),
        ("\\[a](b.md) en [c\\]](d.md)", [(3, "c\\]", "d.md")]),
        ('[a](b.md "titel)', [(3, "a", 'b.md "titel')]),
        ("[a]: dit is een zin, en geen adres", []),
        ("[^1]: noot", []),
        ("[a]:\n  <b c.md>\n  (titel)", [(3, "a", "b c.md")]),
    ],
)
def test_links(text: str, found: list[tuple[int, str, str]]) -> None:
    assert [(link.line, link.words, link.target) for link in text_links(Text("a.md", text, 3))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![a](b.svg){ .wide } c", [("![a](b.svg){ .wide }", "a", "b.svg", "{ .wide }", True, 0)]),
        ("![a](b.svg){{ c }}", [("![a](b.svg)", "a", "b.svg", "", True, 0)]),
        (
            "[![Foto](x.svg)](applying.md){: .next }",
            [
                ("[![Foto](x.svg)](applying.md){: .next }", "![Foto](x.svg)", "applying.md", "{: .next }", False, 0),
                ("![Foto](x.svg)", "Foto", "x.svg", "", True, 0),
            ],
        ),
        ("[a][B  c]\n\n[b c]: d.md 'e'", [("[a][B  c]", "a", "d.md", "", False, 5)]),
        ("![a] [b]{ .wide }\n\n[b]: c.svg", [("![a] [b]{ .wide }", "a", "c.svg", "{ .wide }", True, 5)]),
        ("[a][] en [a]\n\n[a]: b.md", [("[a][]", "a", "b.md", "", False, 5), ("[a]", "a", "b.md", "", False, 5)]),
        ("[a][c]\n\n[b]: d.md", []),
        ("[a](\n  b.md\n  'c'\n) d", [("[a](\n  b.md\n  'c'\n)", "a", "b.md", "", False, 0)]),
    ],
)  # fmt: skip
def test_links_and_images_as_they_are_written(
    text: str, found: list[tuple[str, str, str, str, bool, int]]
) -> None:
    assert [
        (text[link.start : link.end], link.words, link.target, link.attributes, link.is_image, link.defined)
        for link in markdown_links(Text("a.md", text, 3))
    ] == found


def test_a_target_that_is_defined_apart_has_a_place_of_its_own() -> None:
    text = "Een [a].\n\n[a]: b.md\n[c d]: <e.md>"
    assert [(link.line, link.words, link.target) for link in defined_links(Text("a.md", text, 3))] == [
        (5, "a", "b.md"),
        (6, "c d", "e.md"),
    ]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[a](b.md) en ![c](d.svg){ .e }", "[a] en ![c]{ .e }"),
        ("[![Foto](x.svg)](applying.md)", "[![Foto]]"),
        ("[a](b_(c).md 'd')(e)", "[a](e)"),
        ("[a](b[c](d).md) e", "[a] e"),
        ("[a](\nb.md) c", "[a]\n c"),
        ("[a][b] c\n\n[b]: d.md\ne", "[a] c\n\n\ne"),
        ("`[a](b)`", "`[a](b)`"),
        ("[a] (b)", "[a] (b)"),
        ("[a](b 'c\n[d]: e\n')", "[a]\n\n"),
    ],
)
def test_a_text_without_where_its_links_lead(text: str, left: str) -> None:
    assert without_targets(text) == left


@given(st.text(alphabet="![]()<>:\"'`\\ab{}\n ", max_size=60))
def test_a_text_without_targets_keeps_its_lines_and_is_a_part_of_the_text(text: str) -> None:
    left = without_targets(text)
    assert left.count("\n") == text.count("\n")
    assert _is_part_of(left, text)
    for link in markdown_links(Text("a.md", text)):
        assert text.startswith(("[", "!["), link.start)
        assert link.start < link.end <= len(text)


def _is_part_of(left: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in left)


def test_names_with_their_lines() -> None:
    text = Text("a.md", "{{ a.b }} en {{c}}\n\n{{  d }}\n{ e }", 2)
    assert names_to_fill(text) == ((2, "a.b"), (2, "c"), (4, "d"))


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("In {{ year }}: {{amount}}.", "In 2026: 385 euro."),
        ("{{ year }}{{ year }}", "20262026"),
        ("{{ other }}", "{{ other }}"),
        ("{{ table }}", "| a |\n|---|"),
        ("{ year }", "{ year }"),
    ],
)
def test_names_are_filled_in_and_unknown_ones_stay(text: str, filled: str) -> None:
    values = {"year": "2026", "amount": "385 euro", "table": "| a |\n|---|"}
    assert fill_names(text, values) == filled


@given(st.text())
def test_a_text_without_names_is_left_alone(text: str) -> None:
    plain = text.replace("{{", "")
    assert fill_names(plain, {"a": "b", "": "c"}) == plain


def test_a_curled_quote_does_not_make_a_text_take_twice_as_much() -> None:
    written = f"Wat is ’{'a' * 10_000}’?"
    tracemalloc.start()
    kept = [Text("a.md", f"{written}{number}") for number in range(50)]
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size < len(kept) * 11_000
    assert kept[-1].body == f"{written}49"


@given(st.text(), st.integers(1, 9))
def test_equal_texts_are_one_and_say_what_was_written(body: str, line: int) -> None:
    text, same = Text("a.md", body, line), Text("a.md", body, line)
    assert {text, same} == {same}
    assert text.body == body
    assert text not in {
        Text("b.md", body, line),
        Text("a.md", f"{body}.", line),
        Text("a.md", body, line + 1),
    }


def test_half_a_character_is_kept_as_it_was_written() -> None:
    assert Text("a.yml", "\ud800").body == "\ud800"
