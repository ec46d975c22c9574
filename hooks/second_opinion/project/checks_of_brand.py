"""Checks of a brand against its folder, the day and the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from second_opinion.brand.brand_menu import check_menu_first, check_short_names, check_top_of_pages
from second_opinion.brand.colours import check_colours, read_tokens
from second_opinion.brand.dates import check_dates_that_passed
from second_opinion.brand.files import check_files, check_texts_of_brand
from second_opinion.brand.invented import EXAMPLE_LOGO, check_addresses_in_text, check_invented
from second_opinion.brand.links_to_left_out import check_links_to_left_out
from second_opinion.brand.logo import check_letters_in_logo, check_logo, check_name_in_logo
from second_opinion.brand.one_name import check_one_name_for_all
from second_opinion.brand.own_notices import (
    check_address_for_discs,
    check_booking,
    check_day_of_amounts,
    check_hours,
    check_papers,
    check_ways_to_ask,
)
from second_opinion.brand.selection import (
    check_abroad,
    check_crisis_page_stays,
    check_dutch_names,
    check_left_out,
    check_linked_pages,
    check_names_of_replacing_pages,
    check_replaced,
    check_review_dates,
    check_reviewed_pages,
    message_of_missing,
    names_by_title,
)
from second_opinion.brand.sentences import check_length_of_own_sentences
from second_opinion.brand.typed_amounts import check_typed_amounts
from second_opinion.brand.words_in_sentences import check_words_in_sentences
from second_opinion.core.findings import Finding
from second_opinion.data import search_synonyms
from second_opinion.project.own_words_said import check_unread_sentences
from second_opinion.project.project import Check, Project
from second_opinion.texts.pages import Page
from second_opinion.texts.published import new_names_of_pages


def check_brand(project: Project) -> Iterator[Finding]:
    """Find what in brand.yml disagrees with its folder, the colours of the site, the day or the pages.

    Where something in it is wrong, only faults are told: a notice could be about what was not read.
    """
    for finding in _check_brand_against_day_and_pages(project):
        if finding.is_fault or project.brand.sound:
            yield finding


def _check_brand_against_day_and_pages(project: Project) -> Iterator[Finding]:
    brand, document, folder = project.brand.readable, project.brand.document, project.settings.brand
    if brand is None:
        return
    yield from check_files(document, brand, folder)
    if project.settings.is_published:
        logo, site_url = project.settings.root / EXAMPLE_LOGO, project.settings.site_url
        yield from check_invented(document, brand, folder, logo, site_url=site_url)
        for text in project.own.texts:
            yield from check_addresses_in_text(text)
    yield from check_name_in_logo(document, brand, folder)
    yield from check_letters_in_logo(document, brand, folder)
    yield from check_address_for_discs(document, brand)
    yield from check_papers(document, brand)
    yield from check_booking(document, brand)
    yield from check_ways_to_ask(document, brand)
    yield from check_hours(document, brand)
    yield from check_day_of_amounts(document, brand)
    yield from check_words_in_sentences(document, brand)
    yield from check_typed_amounts(document, brand, project.values)
    yield from check_one_name_for_all(document, brand)
    yield from check_dates_that_passed(document, brand, project.today)
    yield from check_texts_of_brand(folder, project.settings.shown(folder), brand.languages)
    yield from check_length_of_own_sentences(document, brand)
    yield from check_unread_sentences(project)
    if project.tokens is not None:
        tokens = read_tokens(project.tokens)
        yield from check_colours(document, brand.look.colours, tokens) if brand.look.colours else ()
        yield from check_logo(document, brand, folder, tokens)
    missing = partial(
        message_of_missing,
        became=new_names_of_pages([*project.shared.sound, *project.own.sound]),
        called=names_by_title(project.shared.sound),
    )
    known = (project.shared.names | project.own.names).union(*project.misnamed.values())
    yield from check_left_out(document, brand, project.shared.names, project.own.names, missing)
    yield from check_abroad(document, brand)
    wrong_first = check_menu_first(document, brand, known, missing)
    own = project.own.names - project.shared.names
    yield from wrong_first or check_top_of_pages(
        document, brand, project.menu_items, project.menu, own, is_preview=project.settings.is_preview
    )
    yield from check_linked_pages(document, brand, _known_names(project), missing)
    yield from check_reviewed_pages(document, brand, known, missing)
    yield from check_review_dates(document, brand, project.written_pages)
    yield from check_links_to_left_out(
        document, brand, project.written_pages, project.snippets, _crisis_page(project)
    )


def _known_names(project: Project) -> dict[str, set[str]]:
    """Return the names of the pages of each language to which a brand may lead: of its site, and not yet there."""
    made = {page.name for page in project.own_page.pages}
    return {
        lang: names - made - project.brand.left_out | project.page_names.unwritten[lang]
        for lang, names in project.page_names.by_language.items()
    }


def check_pages_of_brand(project: Project) -> Iterable[Finding]:
    """Find pages of a brand that take the place of a shared one by half, or stand beside it."""
    short = check_short_names(project.written_pages, project.shared.names)
    misnamed = check_names_of_replacing_pages(project.own.broken, project.shared.sound, project.languages)
    return [*check_replaced_by_half(project), *_check_dutch_names_of_brand(project), *short, *misnamed]


def _check_dutch_names_of_brand(project: Project) -> list[Finding]:
    return check_dutch_names(project.own.sound, project.shared.sound) if project.brand.readable else []


def check_replaced_by_half(project: Project) -> list[Finding]:
    """Find pages of a brand that take the place of a shared one in one language alone."""
    shared = {(page.lang, page.name) for page in project.shared.all}
    brand = project.brand.readable
    return check_replaced(project.own.all, shared, brand) if brand else []


def pages_in_place(project: Project) -> list[Page]:
    """Return the pages of the site, without those of a brand that miss the shared page that they should replace."""
    beside = {finding.file for finding in _check_dutch_names_of_brand(project)}
    return [page for page in project.written_pages if page.file not in beside]


def check_page_for_people_in_distress(project: Project) -> Iterator[Finding]:
    """Find a page for people in distress that is not there, or that a brand leaves out."""
    page, names_in = _crisis_page(project), project.page_names.by_language
    yield from search_synonyms.check_crisis_page(
        project.data_file(search_synonyms.FILE), page, names_in, project.page_names.became
    )
    if project.brand.readable:
        written = {one.name for one in project.written_pages} | {one.name for one in project.broken}
        yield from check_crisis_page_stays(project.brand.document, project.brand.readable, page, written)


def _crisis_page(project: Project) -> str:
    """Return the name of the page for people in distress."""
    return next(iter(project.search_words.crisis.values())).page


CHECKS: tuple[Check, ...] = (
    check_brand,
    check_pages_of_brand,
    check_page_for_people_in_distress,
)
