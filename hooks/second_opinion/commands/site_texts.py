"""What the pages of a finished site say, without what every page has around its text."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

# What every page has around its text, or says a second time, the words on buttons, and around a list to take along.
NOT_TEXT = (
    "main :is(nav, script, svg, template, dialog, select, button:not(.term), .term-note, .contents-folded, .moved, "
    ".trust, .tool label:not(.tool-choice), .tool-scripted, .tool-note, .tool-plain, .tool-own, .tool-said)"
)


def read_built_pages(site: Path) -> dict[str, str]:
    """Return the text of each page of a finished site by its address; pages that only lead on are left out."""
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(site.rglob("index.html"))}
    return {
        f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./"): text
        for file, text in texts.items()
        if 'http-equiv="refresh"' not in text
    }


def main_of(page: str) -> str:
    """Return the markup of a page's content."""
    main = LexborHTMLParser(page).css_first("main") if page else None
    return main.html or "" if main else page


def content_of(page: str) -> str:
    """Return the markup of a page's content that is text."""
    tree = LexborHTMLParser(page)
    for element in tree.css(NOT_TEXT):
        element.decompose()
    main = tree.css_first("main")
    return (main.html or "") if main else ""
