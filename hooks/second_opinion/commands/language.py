"""Report on how the pages are written: ``python -m second_opinion.commands.language``.

Misspelt words fail; measures that are passed, hard words and passives are reported, and fail only with ``STRICT=1``
(the measures), as before a release.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from second_opinion.commands.command_line import run_command
from second_opinion.core.findings import Finding
from second_opinion.core.languages import LANGUAGE_NAMES, SOURCE_LANGUAGE
from second_opinion.core.markdown_text import Text
from second_opinion.data import measures, tools, word_lists
from second_opinion.data.measures import Measures
from second_opinion.data.word_lists import PLAIN_WORDS, SPELLING, PlainWords, SpellingList
from second_opinion.project.project import Project
from second_opinion.project.reading import Reader, read_project
from second_opinion.project.settings import SetUpError, is_on, settings_from
from second_opinion.prose.measures import Counts, Measured, counted, measured, of_language, of_page, of_words
from second_opinion.prose.plain_language import remarks, whole_text
from second_opinion.prose.spelling import missing_dictionaries, misspelt, speller
from second_opinion.texts.pages import Page

HEAD = (
    "| page | in sight | most | folded | most | score | words a sentence | spread | longest | questions | hedges "
    "| said twice |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def main() -> int:
    """Print the report; return 1 where a word is misspelt, a strict measure is passed, or it cannot be made."""
    root = Path.cwd()
    if missing := missing_dictionaries():
        print(f"Spelling needs dictionaries: install them (Debian: sudo apt-get install {' '.join(missing)})")
        return 1
    try:
        project = read_project(settings_from(os.environ, root))
    except SetUpError as error:
        print(error)
        return 1
    lists, unsound = read_lists(project)
    if lists is None:
        print("\n".join(map(str, unsound)))
        return 1
    passed = [finding for lang in project.languages for finding in report(project, lang, lists.measures)]
    remarked = [f"- {remark}" for remark in plainer(project, lists.hard)]
    print("\n".join(remarked or ["Nothing to remark."]), end="\n\n")
    print("\n".join(f"notice: {finding}" for finding in passed) or "No measure is passed.", end="\n\n")
    faults = [finding for lang in project.languages for finding in spelling(project, lang, lists.spelling)]
    print("\n".join(map(str, faults)) or "No misspelt words.")
    if passed and is_on("STRICT", os.environ):
        print(f"{len(passed)} measures are passed; each is a notice above.")
        return 1
    return 1 if faults else 0


@dataclass(frozen=True)
class Lists:
    """What the texts are held against: hard words, words that are spelt right, and measures."""

    hard: PlainWords
    spelling: SpellingList
    measures: Measures


def read_lists(project: Project) -> tuple[Lists | None, list[Finding]]:
    """Return what the texts are held against, or what is wrong with it."""
    root = project.settings.root
    reader = Reader(root)
    hard = reader.data(word_lists.read_plain_words, PLAIN_WORDS)
    right = reader.data(word_lists.read_spelling_list, SPELLING)
    held_against = reader.data(measures.read_measures, measures.FILE)
    found = reader.findings
    if held_against:
        document, names = reader.document(root / measures.FILE), project.shared.names
        found += measures.check_measures(document, held_against, names, project.values[SOURCE_LANGUAGE])
    if hard is None or right is None or held_against is None or found:
        return None, found
    return Lists(hard, right, held_against), []


def report(project: Project, lang: str, held_against: Measures) -> list[Finding]:
    """Print what is measured of each page of a language, and return a notice of each measure that is passed."""
    pages = [
        measured_page(project, lang, page.name, page.text, held_against) for page in _pages(project, lang)
    ]
    counts = counted(pages, held_against.hedges.part(lang))
    whole = sum(counts, Counts())
    print(table(pages, counts, whole, lang, held_against), end="\n\n")
    return [
        *(finding for page in pages for finding in of_page(page, held_against)),
        *phrases(project, lang, held_against),
        *of_language(pages, whole, lang, held_against.words),
    ]


def _pages(project: Project, lang: str) -> Iterator[Page]:
    return (page for page in project.pages if page.lang == lang)


def measured_page(project: Project, lang: str, name: str, text: Text, held_against: Measures) -> Measured:
    """Return a page as it is measured: as readers get it, but for what is made from other data."""
    values = {**project.values[lang], **dict.fromkeys(held_against.lists, "")}
    html = whole_text(text, project.snippets[lang], values, project.boxes(lang))
    return measured(html, lang=lang, name=name, text=text)


def phrases(project: Project, lang: str, held_against: Measures) -> Iterator[Finding]:
    """Yield the phrases that no text of a language should have: of its pages, and of its snippets."""
    never, ourselves = held_against.never.part(lang), held_against.about_ourselves.part(lang)
    for page in _pages(project, lang):
        is_about_us = page.name in held_against.pages_about_ourselves
        yield from of_words(page.text, never, () if is_about_us else ourselves)
    for text in project.snippets[lang].values():
        yield from of_words(text, never, ourselves)


def plainer(project: Project, hard: PlainWords) -> Iterator[Finding]:
    """Yield what could be plainer in the texts of the pages."""
    for lang in project.languages:
        explained = [word for term in project.terms[lang] for word in (term.term, *term.forms)]
        for text in (*(page.text for page in _pages(project, lang)), *of_lists(project, lang)):
            yield from remarks(text, lang, hard, explained)


def of_lists(project: Project, lang: str) -> list[Text]:
    """Return what the lists to take along say in a language, each line by itself."""
    return [
        text
        for file in project.tools.values()
        for document, _ in file.said
        for text in tools.texts_of(document, lang)
    ]


def spelling(project: Project, lang: str, spelling_list: SpellingList) -> Iterator[Finding]:
    """Yield the misspelt words of a language: pages with their titles, and snippets."""
    is_right = speller(lang, getattr(spelling_list, lang))
    for page in _pages(project, lang):
        for key in ("title", "description"):
            yield from misspelt(Text(page.file, getattr(page.meta, key), page.line(key)), lang, is_right)
        yield from misspelt(page.text, lang, is_right)
    for text in (*project.snippets[lang].values(), *of_lists(project, lang)):
        yield from misspelt(text, lang, is_right)


def table(
    pages: Sequence[Measured], counts: Sequence[Counts], whole: Counts, lang: str, held_against: Measures
) -> str:
    """Return what is measured of the pages of a language as a Markdown table, a page a row and all of them last."""
    rows = [_row(page, count, held_against) for page, count in zip(pages, counts, strict=True)]
    folded = sum(page.folded for page in pages)
    scores = [page.level.score for page in pages if page.level]
    score = f"{sum(scores) / len(scores):.0f}" if scores else "-"
    all_ = (
        f"**{LANGUAGE_NAMES[lang]}: {whole.words}**",
        whole.words - folded,
        held_against.words,
        folded,
        "",
    )
    return "\n".join([HEAD, *rows, _cells(*all_, score, "", "", "", *_shares(whole))])


def _row(page: Measured, count: Counts, held_against: Measures) -> str:
    most, level = held_against.pages.get(page.name), page.level
    most_open, most_folded = (most.open, most.folded) if most else ("-", "-")
    of_level = (f"{level.score:.0f}", f"{level.words_a_sentence:.1f}") if level else ("-", "-")
    longest = level.longest_words if level else "-"
    said = (page.open, most_open, page.folded, most_folded, *of_level, f"{page.spread:.1f}", longest)
    return _cells(page.text.file, *said, *_shares(count))


def _shares(count: Counts) -> tuple[str, str, str]:
    """Return how often a text asks and hedges, and how much of it another page says too."""
    questions = f"1 in {count.sentences / count.questions:.1f}" if count.questions else "-"
    hedges = f"1 in {count.words // count.hedges}" if count.hedges else "-"
    return questions, hedges, f"{count.repeated / count.words:.1%}" if count.words else "-"


def _cells(*cells: object) -> str:
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    sys.exit(run_command(main, "read the language"))
