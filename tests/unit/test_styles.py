"""The stylesheets: one file a component, sent as one, and nothing in them that nothing on the site can match."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

import pytest

from second_opinion.site.styles import join_style
from support import ROOT

STYLES = ROOT / "overrides/assets/stylesheets"
SHEETS = sorted(STYLES.rglob("*.css"))
LONGEST_LINE = 120

REMARKS = re.compile(r"/\*.*?\*/", re.DOTALL)
SELECTOR = re.compile(r"[^{}]+(?=\{)")
NAMED = re.compile(r"[.#]([a-z][\w-]*)")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
ATTRIBUTE = re.compile(r"\b(?:class|id)=\"([^\"]*)\"")
IN_MARKDOWN = re.compile(r"\{[^{}]*\}|^/// .*$", re.MULTILINE)
IN_SCRIPT = re.compile(r"\"([^\"\n]*)\"|`([^`\n]*)`")
FILLED_IN = re.compile(
    r"\{.*"
)  # what a script or a template fills in; a name that goes on there ends with "-"


def named(style: str) -> set[str]:
    """Return the classes and ids of which a stylesheet speaks."""
    selectors = SELECTOR.findall(QUOTED.sub("", REMARKS.sub("", style)))
    return {
        name
        for selector in selectors
        if not selector.strip().startswith("@")
        for name in NAMED.findall(selector)
    }


def words(texts: Iterable[str]) -> set[str]:
    """Return the words of which texts may make classes and ids."""
    return {FILLED_IN.sub("", word.replace("$", "")) for text in texts for word in text.split()}


def strings(module: Path) -> Iterator[str]:
    """Yield the strings of a module, and what stands in the attributes of the HTML in them."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from ATTRIBUTE.findall(node.value) or ([node.value] if " " not in node.value else [])


def made() -> set[str]:
    """Return the classes and ids that templates, scripts, modules and editors make."""
    found: set[str] = set()
    for template in (ROOT / "overrides").rglob("*.html"):
        found |= words(ATTRIBUTE.findall(template.read_text("utf-8")))
    for script in (ROOT / "overrides/assets/javascripts").glob("*.mjs"):
        found |= words("".join(pair) for pair in IN_SCRIPT.findall(script.read_text("utf-8")))
    for module in (ROOT / "hooks/second_opinion").rglob("*.py"):
        found |= words(strings(module))
    for folder in ("docs", "snippets"):
        for page in (ROOT / folder).rglob("*.md"):
            written = IN_MARKDOWN.findall(page.read_text("utf-8"))
            found |= {word for text in written for word in re.findall(r"[\w-]+", text)}
    return found


def dead(style: str, names: Collection[str]) -> list[str]:
    """Return the classes and ids of a stylesheet that nothing makes."""
    begun = tuple(name for name in names if name.endswith("-") and len(name) > 1)
    return sorted(name for name in named(style) if name not in names and not name.startswith(begun))


@pytest.fixture(scope="module")
def names() -> set[str]:
    """Return every class and id that is made."""
    return made()


@pytest.mark.parametrize("sheet", SHEETS, ids=[sheet.stem for sheet in SHEETS])
def test_a_stylesheet_speaks_only_of_what_is_made(sheet: Path, names: set[str]) -> None:
    assert dead(sheet.read_text("utf-8"), names) == []


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        (".results ul.search-lists { margin: 0 }", ["search-lists"]),
        ("@media print { .home > #nowhere:not(.vanished) { margin: 0 } }", ["nowhere", "vanished"]),
        (".cost-bar-insurer, .results { margin: 1.5rem }", []),
        ('/* .vanished */ .results::after { content: ".vanished {" }', []),
    ],
)
def test_a_rule_that_nothing_can_match_is_found(rule: str, found: list[str], names: set[str]) -> None:
    assert dead(rule, names) == found


def test_each_component_has_its_place_in_the_order() -> None:
    placed = re.findall(r'@import "site/([\w-]+)\.css";', (STYLES / "site.css").read_text("utf-8"))
    assert sorted(placed) == sorted(sheet.stem for sheet in (STYLES / "site").glob("*.css"))


def test_no_line_of_a_stylesheet_is_too_long_to_read() -> None:
    lines = [f"{sheet.stem}: {line}" for sheet in SHEETS for line in sheet.read_text("utf-8").splitlines()]
    assert [line for line in lines if len(line.partition(": ")[2]) > LONGEST_LINE] == []


def test_every_token_is_used_and_every_used_one_is_there() -> None:
    style = "".join(sheet.read_text("utf-8") for sheet in SHEETS)
    assert set(re.findall(r"var\(--([\w-]+)\)", style)) == set(re.findall(r"^\s+--([\w-]+):", style, re.M))


def test_components_are_sent_as_one_file_without_remarks_and_white_space() -> None:
    parts = {
        "site/a.css": "/* One\nremark. */\na,\nb { top: 0; left: 0 }\n",
        "site/b.css": "\nb { top: 0 }\n",
    }
    sheet = '/* The order. */\n@import "site/a.css";\n@import "site/b.css";\ni { top: 0 }\n'
    assert join_style(sheet, tuple(parts.items())) == "a, b{top: 0;left: 0}b{top: 0}i{top: 0}"


def test_what_stands_between_quotes_in_a_style_is_sent_as_it_is() -> None:
    sheet = 'a::before { content: " ;  { ("; }\n'
    assert join_style(sheet, ()) == 'a::before{content: " ;  { (";}'


def test_a_component_that_is_not_there_stays_an_import_that_the_check_of_links_finds() -> None:
    assert join_style('@import "site/gone.css";\n', ()) == '@import "site/gone.css";'
