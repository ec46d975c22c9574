"""How sheets and reports show things: as Markdown, what goes struck through and what comes bold; and as a page."""

from __future__ import annotations

import html
from collections.abc import Sequence

from babel import Locale
from markdown import markdown

from second_opinion.commands.report import escape_table_cell
from second_opinion.core.languages import LOCALES, REPORT_LANGUAGE, SOURCE_LANGUAGE
from second_opinion.data import glossary
from second_opinion.data.sources import Source
from second_opinion.prose.text_differences import mark_words

WAS, BECOMES, NEW, GONE = "was / before", "wordt / after", "nieuw / new", "weg / gone"

STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:0;overflow-wrap:anywhere}"
    "main{max-width:70rem;margin:auto;padding:1rem}ul{padding-left:1.5rem}code{font-size:.8em}img{max-width:100%}"
    "table{border-collapse:collapse;width:100%;table-layout:fixed}td,th{border:1px solid;padding:.4rem;"
    "text-align:left;vertical-align:top}@page{margin:15mm;@bottom-right{content:counter(page) ' / ' counter(pages)}}"
    "@media print{body{font-size:9pt}main{padding:0}p,ul{margin:.3em 0}h3,p{break-after:avoid}li{break-inside:avoid}}"
)


def as_page(text: str) -> str:
    """Return a report as a page for a browser, which needs nothing beside it."""
    title = text.partition("\n")[0].removeprefix("# ")
    body = markdown(text, extensions=["tables", "md_in_html", "pymdownx.tilde"])
    return (
        f'<!doctype html>\n<html lang="{REPORT_LANGUAGE}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{html.escape(title)}</title>\n'
        f"<style>{STYLE}</style>\n<main>\n{body}\n</main>\n</html>\n"
    )


def format_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    return "\n".join(format_row(*cells) for cells in (head, ["---"] * len(head), *rows))


def format_row(*cells: object) -> str:
    """Return a row of a table in Markdown."""
    return f"| {' | '.join(map(str, cells))} |"


def escape_for_sheet(text: str) -> str:
    """Return a text as Markdown that shows just that text, also where a comment makes signs of HTML harmless."""
    return escape_table_cell(text.replace("&", "&amp;")).replace("\\<", "&lt;").replace("\\>", "&gt;")


def mark_changes(before: str, after: str) -> tuple[str, str]:
    """Return two versions of a text, what goes struck through and what comes bold; one alone has no marks."""
    if not (before and after):
        return escape_for_sheet(before), escape_for_sheet(after)
    gone, added = mark_words(before, after)
    return (
        " ".join(
            f"~~{escape_for_sheet(words)}~~" if is_changed else escape_for_sheet(words)
            for words, is_changed in gone
        ),
        " ".join(
            f"**{escape_for_sheet(words)}**" if is_changed else escape_for_sheet(words)
            for words, is_changed in added
        ),
    )


def language_name(lang: str) -> str:
    """Return how a language calls itself."""
    return glossary.capitalise(str(Locale.parse(LOCALES[lang]).language_name))


def source_line(source: Source) -> str:
    """Return a source as one reads it: by title and publisher."""
    return f"{source.title}, {source.publisher.in_language(SOURCE_LANGUAGE)}"
