"""How the fact sheet shows things: as Markdown, what goes struck through and what comes bold."""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale

from second_opinion.commands.report import escape_table_cell
from second_opinion.core.languages import LOCALES, SOURCE_LANGUAGE
from second_opinion.data import glossary
from second_opinion.data.sources import Source
from second_opinion.prose.differences import parts

WAS, BECOMES, NEW, GONE = "was / before", "wordt / after", "nieuw / new", "weg / gone"


def format_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def escape_for_sheet(text: str) -> str:
    """Return a text as Markdown that shows just that text, also where a comment makes signs of HTML harmless."""
    return escape_table_cell(text.replace("&", "&amp;")).replace("\\<", "&lt;").replace("\\>", "&gt;")


def mark_changes(before: str, after: str) -> tuple[str, str]:
    """Return two versions of a text, what goes struck through and what comes bold; one alone has no marks."""
    if not (before and after):
        return escape_for_sheet(before), escape_for_sheet(after)
    gone, added = parts(before, after)
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
