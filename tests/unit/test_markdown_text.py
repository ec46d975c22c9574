"""What stands where in a Markdown text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_opinion.core.markdown_text import (
    FRONT_MATTER,
    Heading,
    Link,
    Text,
    fill,
    headings,
    includes,
    links,
    names,
    split_front_matter,
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
        ("### Wie?   { #who .wide }", [Heading(5, 3, "Wie?", "who")]),
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
    assert list(includes(Text("a.md", line, 7))) == [(7, name) for name in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](b.md)", [Link(3, "a", "b.md")]),
        ("Zie [a b](c.md#d) en [e](#f).", [Link(3, "a b", "c.md#d"), Link(3, "e", "#f")]),
        ('[a](b.md "titel")', [Link(3, "a", "b.md")]),
        ("[a]( <b.md> )", [Link(3, "a", "b.md")]),
        ("[![Foto](x.svg)](b.md)", [Link(3, "![Foto](x.svg)", "b.md")]),
        ("[a](b_(c).md)", [Link(3, "a", "b_(c).md")]),
        ("[a](<b.md>)", [Link(3, "a", "b.md")]),
        ("[a](b.md){ .next }", [Link(3, "a", "b.md")]),
        ("Een\n\n[over\ntwee](b.md)", [Link(5, "over twee", "b.md")]),
        ("![plaatje](b.png)", []),
        ("[a] (b.md)", []),
        ("[a][b]\n\n[b]: c.md#d 'titel'", [Link(5, "b", "c.md#d")]),
        ("[a]()", [Link(3, "a", "")]),
        ("[ ] taak", []),
    ],
)
def test_links(text: str, found: list[Link]) -> None:
    assert list(links(Text("a.md", text, 3))) == found


def test_names_with_their_lines() -> None:
    text = Text("a.md", "{{ a.b }} en {{c}}\n\n{{  d }}\n{ e }", 2)
    assert names(text) == ((2, "a.b"), (2, "c"), (4, "d"))


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
    assert fill(text, values) == filled


@given(st.text())
def test_a_text_without_names_is_left_alone(text: str) -> None:
    plain = text.replace("{{", "")
    assert fill(plain, {"a": "b", "": "c"}) == plain
