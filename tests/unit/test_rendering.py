"""A page is rendered again only when something that decides what it becomes has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any, cast

import pytest
from markdown import Markdown

from second_opinion.core import cache
from second_opinion.core.cache import SizedCache, cached_by_digest, keep_nothing_for_later_builds
from second_opinion.links.finished_site import finished_page
from second_opinion.site import rendering
from second_opinion.site.rendering import Patterns, Renderer, leave_unrendered

SNIPPETS = {"a.md": "Een {{ amount }}"}
VALUES = {"amount": "385 euro"}
OTHERWISE = {"tables": {"use_align_attribute": True}}
TEXT = 'Tekst\n\n--8<-- "a.md"\n'


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "RENDERED", SizedCache[str](1_000))


def file_of(uri: str, url: str) -> Any:
    """Return a file of the site."""
    return SimpleNamespace(src_uri=uri, url=url)


COSTS = file_of("nl/costs.md", "kosten/")
FILES = [
    COSTS,
    file_of("nl/index.md", "./"),
    file_of("nl/applying.md", "aanvragen/"),
    file_of("plan één.png", "plan één.png"),
]


class FilesOfASite:
    """The files of a site, which count how often one is looked for."""

    def __init__(self, files: Sequence[Any] = FILES) -> None:
        self.files, self.looked_for = files, Counter[str]()

    def __iter__(self) -> Iterator[Any]:
        return iter(self.files)

    def get_file_from_path(self, path: str) -> Any:
        """Return the file behind a link."""
        self.looked_for[path] += 1
        return next((file for file in self.files if file.src_uri in {path, path.removeprefix("nl/")}), None)


def renderer(
    files: FilesOfASite | None = None,
    snippets: dict[str, str] = SNIPPETS,
    values: dict[str, str] = VALUES,
    settings: Mapping[str, Mapping[str, object]] = {},
) -> Renderer:
    """Return what renders the pages of a language."""
    config: Any = SimpleNamespace(markdown_extensions=["tables"], mdx_configs=settings)
    return Renderer(config, cast("Any", files or FilesOfASite()), snippets=snippets, values=values)


def shown(markdown: str, by: Renderer, file: Any = COSTS) -> str:
    """Return what a page becomes."""
    return by.rendered(by.filled(markdown), file)


def key(by: Renderer, markdown: str = TEXT, file: Any = COSTS) -> str:
    """Return the key of a page."""
    return by.key_of(by.filled(markdown), file)


def test_names_inside_snippets_are_filled_in_too() -> None:
    values = {"year": "2026", "table": "| a |\n|---|\n| b |"}
    by = renderer(snippets={"part.md": "In {{ year }}:\n\n{{ table }}\n"}, values=values)
    html = shown('{{ year }}\n\n--8<-- "part.md"\n\n{{ unknown }}', by)
    assert html.startswith("<p>2026</p>\n<p>In 2026:</p>\n<table>")
    assert html.endswith("<p>{{ unknown }}</p>")


def test_a_snippet_in_a_list_belongs_to_its_entry() -> None:
    html = shown('- Een.\n\n    --8<-- "part.md"\n', renderer(snippets={"part.md": "\nTwee.\n\nDrie.\n"}))
    assert html == "<ul>\n<li>\n<p>Een.</p>\n<p>Twee.</p>\n<p>Drie.</p>\n</li>\n</ul>"


def test_a_page_that_is_the_same_is_not_rendered_again() -> None:
    by = renderer()
    rendering.RENDERED.put(key(by), "<p>eerder</p>", 1)
    assert shown(TEXT, by) == "<p>eerder</p>"
    assert shown("Iets anders", by) == "<p>Iets anders</p>"
    assert shown("Iets anders", renderer(settings=OTHERWISE)) == "<p>Iets anders</p>"


@pytest.mark.parametrize(
    "other",
    [
        key(renderer(), "Andere tekst"),
        key(renderer(), file=FILES[1]),
        key(renderer(snippets={"a.md": "Twee {{ amount }}"})),
        key(renderer(values={"amount": "400 euro"})),
        key(renderer(settings=OTHERWISE)),
        key(renderer(FilesOfASite([COSTS, file_of("nl/applying.md", "anders/")]))),
    ],
    ids=["text", "page", "snippet", "value", "settings of Markdown", "address of another page"],
)
def test_whatever_decides_what_a_page_becomes_makes_it_another(other: str) -> None:
    assert key(renderer()) == key(renderer())
    assert other != key(renderer())


@pytest.mark.parametrize(
    ("written", "leads_to"),
    [
        ("applying.md", "../aanvragen/"),
        ("applying.md#a-b", "../aanvragen/#a-b"),
        ("applying.md?q=1", "../aanvragen/?q=1"),
        ("index.md", "../"),
        ("costs.md#c", "./#c"),
        ("plan%20%C3%A9%C3%A9n.png", "../plan één.png"),
        *((same, same) for same in ("#c", "https://example.org/a.md", "/a.md", "lacks.md", "tel:112", "")),
    ],
)
def test_a_link_leads_to_where_the_file_stands_in_the_site(written: str, leads_to: str) -> None:
    html = shown(f"[a]({written})\n![b]({written})", renderer())
    assert f'href="{leads_to}"' in html
    assert f'src="{leads_to}"' in html


@pytest.mark.parametrize(
    "text",
    [
        "`code` and ``a ` b``",
        "\\*no emphasis\\*",
        "[a][b] [b][] [b] ![c][b] ![b]\n\n[b]: https://example.org",
        "[a](https://example.org) ![c](https://example.org/c.png)",
        "<https://example.org> <name@example.org>",
        "a  \nb",
        "a\t\nb",
        "a <b>c</b>",
        "a &amp; b &euro; c & d",
        "*a* **b** _c_ __d__ ***e***",
        "nothing at all",
    ],
)
def test_whatever_can_be_typed_becomes_what_markdown_makes_of_it(text: str) -> None:
    by = renderer()
    for around in ("{}", "- {}", "# {}", "| a |\n|---|\n| {} |"):
        typed = around.format(text)
        assert shown(typed, by) == Markdown(extensions=["tables"]).convert(typed)


def test_only_what_can_stand_in_a_text_is_looked_for_there() -> None:
    markdown = Markdown()
    patterns, inline = Patterns(markdown), cast("Any", markdown.treeprocessors["inline"])

    def tried(text: str) -> int:
        patterns.set_for(text)
        return len(inline.inlinePatterns)

    assert tried("some words") < tried("[a](b)") < tried("`a` [a](b)") < len(markdown.inlinePatterns)


def test_what_one_page_names_is_unknown_to_the_next() -> None:
    by = renderer()
    assert shown("[a][b]\n\n[b]: applying.md", by) == '<p><a href="../aanvragen/">a</a></p>'
    assert shown("[a][b]", by, FILES[1]) == "<p>[a][b]</p>"
    assert shown("[a](applying.md)", by, FILES[1]) == '<p><a href="aanvragen/">a</a></p>'


def test_the_file_behind_many_links_is_looked_for_once() -> None:
    files = FilesOfASite()
    by = renderer(files)
    for file in FILES[:3]:
        shown("[a](applying.md) [b](applying.md#b) [c](lacks.md)", by, file)
    assert files.looked_for == {"nl/applying.md": 1, "nl/lacks.md": 1}


def test_what_was_not_asked_for_longest_makes_room() -> None:
    kept = SizedCache[str](most=10)
    for key in ("a", "b"):
        kept.put(key, key, size=4)
    kept.get("a")
    kept.put("c", "c", size=4)
    assert [kept.get(key) for key in ("a", "b", "c")] == ["a", None, "c"]


def test_a_closed_cache_keeps_nothing() -> None:
    kept = SizedCache[str](most=10)
    kept.put("a", "a", size=4)
    kept.close()
    kept.put("b", "b", size=4)
    assert [kept.get(key) for key in ("a", "b")] == [None, None]


def test_what_looks_alike_is_answered_apart() -> None:
    @cached_by_digest
    def answer(*given: object, **named: object) -> str:
        return f"{given} {named}"

    alike = [("1",), (1,), ("ab", "c"), ("a", "bc"), ("abc",), ("\ud800",), ("'\\ud800'",), (("a", "bc"),)]
    assert len({answer(*given) for given in [*alike, *alike]}) == len(alike)
    assert answer(a="1") != answer(a=1) != answer(("a", 1))


def test_what_only_a_later_build_would_ask_for_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_FOR_LATER_BUILDS", [])
    asked: list[str] = []

    @cached_by_digest
    def answer(word: str) -> str:
        asked.append(word)
        return word.upper()

    before = [answer("a"), answer("a")]
    keep_nothing_for_later_builds()
    after = [answer("a"), answer("a")]
    assert [*before, *after] == ["A"] * 4
    assert asked == ["a"] * 3


def test_mkdocs_renders_no_page_and_holds_no_body() -> None:
    page: Any = SimpleNamespace(content=None, file=COSTS, markdown=TEXT)
    leave_unrendered(page)
    page.render({}, [])
    assert page.content == ""


def test_what_is_put_anew_counts_once() -> None:
    kept = SizedCache[str](most=10)
    for key, answer in (("a", "first"), ("b", "b"), ("a", "second")):
        kept.put(key, answer, size=4)
    assert [kept.get(key) for key in ("a", "b")] == ["second", "b"]


def test_what_is_too_long_is_not_kept() -> None:
    kept = SizedCache[str](most=10)
    kept.put("a", "a", size=11)
    assert kept.get("a") is None


def test_a_page_that_is_read_again_names_what_it_named_and_one_with_another_part_what_that_names() -> None:
    html = (
        '<html lang="nl"><body><main><p id="a"><a href="../b/">B</a></p><p id="c">C</p></main></body></html>'
    )
    first, *others = [finished_page("a/index.html", html, {}) for _ in range(3)]
    assert others == [first, first]
    assert (list(first.ids), [link.target for link in first.links]) == (["a", "c"], ["../b/"])
    changed = finished_page("a/index.html", html.replace('"c"', '"d"'), {})
    assert (list(changed.ids), changed.links) == (["a", "d"], first.links)
    without_prose = html.replace("<main>", '<main class="trust">')
    assert not any(link.is_prose for link in finished_page("a/index.html", without_prose, {}).links)
