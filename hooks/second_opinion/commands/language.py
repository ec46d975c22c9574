"""Report on plain language and spelling: ``python -m second_opinion.commands.language``.

Misspelt words fail; hard words, passives and scores are reported and never fail.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from second_opinion.commands.command_line import run_command
from second_opinion.core.findings import Finding
from second_opinion.core.markdown_text import Text
from second_opinion.data.word_lists import (
    PLAIN_WORDS,
    SPELLING,
    PlainWords,
    SpellingList,
    read_plain_words,
    read_spelling_list,
)
from second_opinion.project.project import Project
from second_opinion.project.reading import Reader, read_project
from second_opinion.project.settings import SetUpError, settings_from
from second_opinion.prose.plain_language import PageReport, report
from second_opinion.prose.spelling import missing_dictionaries, misspelt, speller


def main() -> int:
    """Print the report; return 1 where a word is misspelt or the report cannot be made."""
    root = Path.cwd()
    if missing := missing_dictionaries():
        print(f"Spelling needs dictionaries: install them (Debian: sudo apt-get install {' '.join(missing)})")
        return 1
    try:
        project = read_project(settings_from(os.environ, root))
    except SetUpError as error:
        print(error)
        return 1
    reader = Reader(root)
    hard, findings = read_plain_words(reader.document(root / PLAIN_WORDS))
    spelling_list, found = read_spelling_list(reader.document(root / SPELLING))
    if unsound := [*reader.findings, *findings, *found]:
        print("\n".join(map(str, unsound)))
    if hard is None or spelling_list is None or unsound:
        return 1
    languages = project.languages
    reports = [page_report(project, lang, name, hard) for lang in languages for name in names(project, lang)]
    print(markdown_report(reports))
    faults = [finding for lang in languages for finding in spelling(project, lang, spelling_list)]
    print("\n".join(map(str, faults)) or "No misspelt words.")
    return 1 if faults else 0


def names(project: Project, lang: str) -> list[str]:
    """Return the names of the pages of a language."""
    return [page.name for page in project.pages if page.lang == lang]


def page_report(project: Project, lang: str, name: str, hard: PlainWords) -> PageReport:
    """Return the report of one page."""
    page = next(page for page in project.pages if (page.lang, page.name) == (lang, name))
    explained = [word for term in project.terms[lang] for word in (term.term, *term.forms)]
    values = dict.fromkeys(project.values[lang], "x")
    return report(
        page.text, lang, snippets=project.snippets[lang], values=values, hard=hard, explained=explained
    )


def spelling(project: Project, lang: str, spelling_list: SpellingList) -> Iterator[Finding]:
    """Yield the misspelt words of a language: pages with their titles, and snippets."""
    is_right = speller(lang, getattr(spelling_list, lang))
    for page in project.pages:
        if page.lang == lang:
            for key in ("title", "description"):
                yield from misspelt(Text(page.file, getattr(page.meta, key), page.line(key)), lang, is_right)
            yield from misspelt(page.text, lang, is_right)
    for text in project.snippets[lang].values():
        yield from misspelt(text, lang, is_right)


def markdown_report(reports: list[PageReport]) -> str:
    """Return the scores as a Markdown table, and the remarks as a list."""
    head = ["| page | score | words a sentence | longest |", "|---|---|---|---|"]
    rows = [
        f"| {found.file} | {level.score:.0f} | {level.words_a_sentence:.1f} | {level.longest_words} |"
        for found in reports
        if (level := found.level)
    ]
    remarks = [f"- {remark}" for found in reports for remark in found.remarks]
    return "\n".join([*head, *rows, "", *(remarks or ["Nothing to remark."]), ""])


if __name__ == "__main__":
    sys.exit(run_command(main, "read the language"))
