"""Checks of what is typed on pages and in snippets, each text by itself."""

from __future__ import annotations

from collections.abc import Iterator

from second_opinion.core.cache import handed_over
from second_opinion.core.findings import Finding
from second_opinion.core.markdown_text import Text
from second_opinion.data import deductible, glossary
from second_opinion.data.cases import check_cases, usual
from second_opinion.project.project import Check, Project
from second_opinion.texts import markdown_slips, word_slips
from second_opinion.texts.markup import check_markup
from second_opinion.texts.other_language import check_language
from second_opinion.texts.placeholders import BRAND_PREFIX, check_amounts, check_names, check_years
from second_opinion.texts.sentence_lengths import check_long_sentences
from second_opinion.texts.snippets import check_empty, check_includes, check_snippet, without_repeats


def check_each_text(project: Project) -> Iterator[Finding]:
    """Find slips in each text, page or snippet, by itself."""
    for lang in project.languages:
        for text in project.texts(lang):
            yield from check_text(text, lang)


def check_long_sentences_of_brand(project: Project) -> Iterator[Finding]:
    """Give a notice of long sentences in the texts of a brand; of ours `make language` tells those."""
    for lang in project.languages:
        for text in project.texts(lang):
            if project.is_of_brand(text.file):
                yield from check_long_sentences(text)


@handed_over
def check_text(text: Text, lang: str) -> tuple[Finding, ...]:
    """Return what each of the checks of one text finds in it."""
    found = [finding for check in (*markdown_slips.CHECKS, *word_slips.CHECKS) for finding in check(text)]
    in_language = (*word_slips.CHECKS_IN_A_LANGUAGE, check_language)
    return (*found, *(finding for check in in_language for finding in check(text, lang)))


def check_snippets(project: Project) -> Iterator[Finding]:
    """Find snippets that are empty, unused, asked for and not there, or that hold what belongs to a page."""
    yield from without_repeats(_check_includes(project))
    for texts in project.snippets.values():
        yield from check_empty(texts.values(), project.unreadable)
        yield from check_cases(texts)
        for text in texts.values():
            yield from check_snippet(text)


def _check_includes(project: Project) -> Iterator[Finding]:
    """Find snippets that no page uses, or that are asked for and not there.

    Of a hospital's those alone are told that are its own: it cannot take away a passage of the project.
    """
    for lang, texts in project.snippets.items():
        pages = [page.text for page in project.pages_of_editors(lang)]
        is_whole = not any(project.has_published_sections(name) for name in project.page_names.unknown[lang])
        gone = {
            name for name, heirs in project.history.passages.items() if heirs
        }  # of which read_replaced tells
        told = {name for name in project.own.snippets[lang] if {name, usual(name)} & gone}
        if not project.settings.is_neutral:
            told |= {name for name, text in texts.items() if not project.is_of_brand(text.file)}
        yield from check_includes(pages, texts, lang, is_whole=is_whole, told=told)


def check_typed_words(project: Project) -> Iterator[Finding]:
    """Find names without a value, amounts, markup, and words for which the site has another."""
    brand = project.brand.readable
    amounts = (
        tuple((f"{BRAND_PREFIX}{name}", euros) for name, euros in brand.costs.amounts().items())
        if brand
        else ()
    )
    for lang, texts in project.snippets.items():
        pages = [page.text for page in project.pages_of_editors(lang)]
        for text in (*pages, *texts.values()):
            yield from (
                found for found in check_names(text, project.values[lang]) if _can_be_known(project, found)
            )
            yield from check_amounts(text, amounts if project.is_of_brand(text.file) else None)
            yield from check_years(text, deductible.YEARS)
            yield from check_markup(text)
            yield from glossary.check_variants(text, tuple(project.terms[lang]))


def _can_be_known(project: Project, missing: Finding) -> bool:
    """Tell whether a name without a value is a fault of the text; what a broken file should give is not."""
    return project.brand.sound is not None or not missing.about[0].startswith(BRAND_PREFIX)


CHECKS: tuple[Check, ...] = (
    check_each_text,
    check_long_sentences_of_brand,
    check_snippets,
    check_typed_words,
)
