"""Checks of one language against another: what one has and the other lacks, and words in the wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from second_opinion.brand.selection import check_dutch_names
from second_opinion.core.findings import Finding
from second_opinion.core.languages import SOURCE_LANGUAGE, others
from second_opinion.core.markdown_text import headings, includes_in
from second_opinion.data import glossary, search_synonyms, word_lists
from second_opinion.project.checks_of_brand import check_replaced_by_half
from second_opinion.project.checks_of_links import known_sections
from second_opinion.project.project import Check, Project
from second_opinion.texts import not_yet
from second_opinion.texts.other_language import (
    check_language_of_data,
    check_language_of_head,
    words_in_two_languages,
)
from second_opinion.texts.page_twins import check_pairs
from second_opinion.texts.pages import Page, is_empty_text
from second_opinion.texts.parity import check_number_parity, check_page_parity, check_text_parity
from second_opinion.texts.placeholders import IN_LISTS, check_amounts
from second_opinion.texts.snippets import check_both_languages

IN_WORDS = ("title", "description", "short")  # of the head of a page
WORDS_NOT_FOR_READERS = (
    word_lists.PLAIN_WORDS,
    word_lists.SPELLING,
    search_synonyms.FILE,
)  # not what readers read


def check_pages_in_each_language(project: Project) -> Iterator[Finding]:
    """Find pages and sections that one language has and another lacks, and marks that wrongly say so."""
    if len(project.languages) < 2:
        return
    pages = _pages_to_compare(project)
    lacking = {
        (finding.file, anchor)
        for lang in (project.languages if project.own.all else ())
        for finding in known_sections(project, lang).lacking
        for anchor in finding.about
    }
    beside = {finding.file for finding in check_dutch_names(project.own.sound, project.shared.sound)}
    for finding in check_pairs(pages, project.page_names.by_language):
        is_told = finding.file in beside or any(
            (file, anchor) in lacking for file, _ in finding.also for anchor in finding.about
        )
        if not is_told:  # to the hospital already
            yield finding
    for page in pages:
        yield from not_yet.check_marks(page.text, page.lang)


def check_pages_against_each_other(project: Project) -> Iterator[Finding]:
    """Find headings, names, boxes and numbers of a page that its twin in another language has not."""
    pages = _pages_to_compare(project)
    for lang in others(SOURCE_LANGUAGE, project.languages):
        twins = {page.name: page for page in pages if page.lang == lang}
        for page in pages:
            twin = twins.get(page.name) if page.lang == SOURCE_LANGUAGE else None
            if twin and _has_anchors(page, twin):
                yield from check_page_parity(page, twin)
                yield from not_yet.check_sections(page.text, twin.text, lang)


def check_snippets_in_each_language(project: Project) -> Iterator[Finding]:
    """Find snippets that one language has and another lacks; `check_texts_of_brand` reports those of a brand."""
    if len(project.languages) < 2:
        return
    of_brand = {text.file for texts in project.own.snippets.values() for text in texts.values()}
    alone = check_both_languages(project.snippets, _snippets_for_later(project))
    yield from (finding for finding in alone if finding.file not in of_brand)


def check_snippets_against_each_other(project: Project) -> Iterator[Finding]:
    """Find what a snippet says that its twin in another language does not, where both are shared or the brand's."""
    for lang in others(SOURCE_LANGUAGE, project.languages):
        for name, text in project.snippets[SOURCE_LANGUAGE].items():
            twin = project.snippets[lang].get(name)
            if twin is None or is_empty_text(text) or is_empty_text(twin):
                continue
            if project.is_of_brand(text.file) == project.is_of_brand(twin.file):
                yield from check_text_parity(text, twin)


def _pages_to_compare(project: Project) -> list[Page]:
    """Return the pages of which each language is written by the same people."""
    half = {Path(finding.file).stem for finding in check_replaced_by_half(project)}
    return [page for page in project.written_pages if page.name not in half]


def _snippets_for_later(project: Project) -> set[tuple[str, str]]:
    """Return the language and name of each snippet that stands only where this language has nothing yet."""
    found = set()
    for page in (page for page in project.written_pages if page.lang == SOURCE_LANGUAGE):
        for lang in others(SOURCE_LANGUAGE, project.languages):
            of_page = {name for _, name in includes_in(page.text)} if lang in page.meta.not_yet_in else set()
            found |= {(lang, name) for name in of_page | not_yet.snippets_waiting(page.text, lang)}
    return found


def _has_anchors(*pages: Page) -> bool:
    """Tell whether every heading has an anchor, without which sections of two languages cannot be told apart."""
    return all(heading.anchor for page in pages for heading in headings(page.text))


def check_words_in_another_language(project: Project) -> Iterator[Finding]:
    """Find what the heads of pages, and files of data, say in another language than they should."""
    for page in project.written_pages:
        head = {page.line(key): getattr(page.meta, key) for key in IN_WORDS if getattr(page.meta, key)}
        yield from check_language_of_head(page.file, head, page.lang)
    for document in project.documents:
        if document.file not in WORDS_NOT_FOR_READERS:
            yield from check_language_of_data(document)


def check_numbers_in_data(project: Project) -> Iterator[Finding]:
    """Find numbers that differ by language in files of data, and amounts that explain a word."""
    of_lists = {document.file for file in project.tools.values() for document, _ in file.said}
    for document in project.documents:
        if document.file.startswith("data/") and document.file not in {*WORDS_NOT_FOR_READERS, *of_lists}:
            for original, twin in words_in_two_languages(document):
                yield from check_number_parity(original, twin)
                if document.file.startswith(f"{glossary.FOLDER}/"):
                    yield from check_amounts(original, instead=IN_LISTS)
                    yield from check_amounts(twin, instead=IN_LISTS)


CHECKS: tuple[Check, ...] = (
    check_pages_in_each_language,
    check_pages_against_each_other,
    check_snippets_in_each_language,
    check_snippets_against_each_other,
    check_words_in_another_language,
    check_numbers_in_data,
)
