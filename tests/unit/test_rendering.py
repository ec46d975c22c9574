"""A page is rendered again only when something that decides what it becomes has changed."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from second_opinion.core.remembering import Kept, Recurring
from second_opinion.links.finished_site import finished_page
from second_opinion.site import rendering
from second_opinion.site.rendering import key_of, render_once

SNIPPETS = {"a.md": "Een {{ amount }}"}
VALUES = {"amount": "385 euro"}
TEXT = 'Tekst\n--8<-- "a.md"\n'


def of(
    markdown: str = TEXT,
    snippets: dict[str, str] = SNIPPETS,
    values: dict[str, str] = VALUES,
    around: tuple[str, ...] = ("nl", "costs.md kosten/"),
) -> str:
    """Return the key of a page."""
    return key_of(markdown, snippets, values, around)


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "RENDERED", Kept[str](1_000))


def shown(key: str, html: str) -> str:
    """Return what a page shows that would be rendered to some HTML."""

    def render(config: object, files: object) -> None:
        page.content = html

    page: Any = SimpleNamespace(content=None, render=render)
    render_once(page, key)
    page.render({}, [])
    return cast("str", page.content)


def test_a_page_that_is_the_same_is_not_rendered_again() -> None:
    assert shown(of(), "<p>eerst</p>") == "<p>eerst</p>"
    assert shown(of(), "<p>later</p>") == "<p>eerst</p>"


@pytest.mark.parametrize(
    "other",
    [
        of("Andere tekst"),
        of(snippets={"a.md": "Twee {{ amount }}"}),
        of(values={"amount": "400 euro"}),
        of(around=("en", "costs.md kosten/")),
        of(around=("nl", "costs.md costs/")),
    ],
    ids=["text", "snippet", "value", "language", "address of another page"],
)
def test_whatever_decides_what_a_page_becomes_makes_it_another(other: str) -> None:
    assert shown(of(), "<p>eerst</p>") == "<p>eerst</p>"
    assert shown(other, "<p>later</p>") == "<p>later</p>"


def test_what_was_not_asked_for_longest_makes_room() -> None:
    kept = Kept[str](most=10)
    for key in ("a", "b"):
        kept.put(key, key, size=4)
    kept.get("a")
    kept.put("c", "c", size=4)
    assert [kept.get(key) for key in ("a", "b", "c")] == ["a", None, "c"]


def test_what_is_too_long_is_not_kept() -> None:
    kept = Kept[str](most=10)
    kept.put("a", "a", size=11)
    assert kept.get("a") is None


def test_what_is_asked_a_second_time_is_kept_from_then_on() -> None:
    recurring, made = Recurring[str](100), iter("abc")
    answers = [recurring.answer("question", lambda: next(made)) for _ in range(4)]
    assert answers == ["a", "b", "b", "b"]
    assert recurring.answer("another", lambda: next(made)) == "c"


def test_a_page_that_is_read_again_names_what_it_named_and_one_with_another_part_what_that_names() -> None:
    html = (
        '<html lang="nl"><body><main><p id="a"><a href="../b/">B</a></p><p id="c">C</p></main></body></html>'
    )
    first, *others = [finished_page("a/index.html", html, set()) for _ in range(3)]
    assert others == [first, first]
    assert (list(first.ids), [link.target for link in first.links]) == (["a", "c"], ["../b/"])
    changed = finished_page("a/index.html", html.replace('"c"', '"d"'), set())
    assert (list(changed.ids), changed.links) == (["a", "d"], first.links)
    without_prose = html.replace("<main>", '<main class="trust">')
    assert not any(link.is_prose for link in finished_page("a/index.html", without_prose, set()).links)
