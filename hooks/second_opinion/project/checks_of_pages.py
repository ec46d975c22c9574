"""Checks of the pages: what they name, when they were written and checked, their addresses, pictures and questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS
from second_opinion.data.cases import passages_in
from second_opinion.project.checks_of_brand import pages_in_place
from second_opinion.project.project import Check, Project
from second_opinion.texts.pages import (
    check_dates,
    check_references,
    check_sources_of_page,
    check_step_icons,
    check_unique,
)
from second_opinion.texts.picture_files import check_images, check_picture, check_pictures_used
from second_opinion.texts.published import check_addresses
from second_opinion.texts.questions import check_asked_twice
from second_opinion.texts.reviews import check_reviews_in_head, check_reviews_of_page
from second_opinion.texts.snippets import with_its_snippets
from second_opinion.texts.svg import check_svg


def check_strays(project: Project) -> Iterable[Finding]:
    """Find files and folders in docs/ that are no page."""
    return project.strays


def check_related_pages(project: Project) -> Iterable[Finding]:
    """Find related pages that do not exist."""
    names = project.page_names
    every_name = set().union(*names.by_language.values())
    known = {
        lang: of | names.unwritten[lang] | names.later[lang] if FACTS[lang].is_whole else every_name
        for lang, of in names.by_language.items()
    }
    return check_references(project.written_pages, known, names.became)


def check_sources_of_pages(project: Project) -> Iterator[Finding]:
    """Find sources that pages name and that do not exist, or are called otherwise now."""
    for page in project.written_pages:
        is_own, called = project.is_of_brand(page.file), project.new_names_of_sources
        yield from check_sources_of_page(page, project.source_files, called, is_own=is_own)


def check_days_and_reviews(project: Project) -> Iterator[Finding]:
    """Find days that cannot be meant, reviews by an unknown role or of another text, and what is overdue."""
    for page in project.written_pages:
        yield from check_dates(page, project.today)
        current_hash = project.hash_of(page) if page.meta.checked else ""
        yield from check_reviews_of_page(page, current_hash, project.roles, project.today)


def check_reviews_in_heads(project: Project) -> Iterator[Finding]:
    """Find wrong reviews in the heads of pages in which something else is wrong, so that one run reports all."""
    for page in project.broken:
        yield from check_reviews_in_head(page, project.roles, project.today)


def check_pictograms(project: Project) -> Iterator[Finding]:
    """Find pictograms of steps that do not exist; those of data files are looked for where these are read."""
    ours = {
        lang: passages_in(snippets, project.brand.cases) for lang, snippets in project.shared.snippets.items()
    }
    for page in project.written_pages:
        whole = with_its_snippets(page.text, project.snippets[page.lang])
        yield from check_step_icons(page, whole, project.icons.known, ours[page.lang])


def check_addresses_of_pages(project: Project) -> Iterator[Finding]:
    """Find two pages with one address, and published addresses that lead nowhere now."""
    unsure = [lang for lang, names in project.page_names.unwritten.items() if names]
    yield from check_addresses(
        project.shared.sound, project.shared.broken, project.history.files, project.history.published, unsure
    )
    if project.own.all or project.pages_about_brand:
        yield from check_addresses(
            [*pages_in_place(project), *project.pages_about_brand], project.broken, None, {}
        )


def check_titles(project: Project) -> Iterable[Finding]:
    """Find titles and descriptions that two pages share."""
    return check_unique(pages_in_place(project))


def check_questions(project: Project) -> Iterator[Finding]:
    """Find questions that two pages of a language answer."""
    made = project.pages_about_brand
    for subjects in project.subjects.values():
        yield from check_asked_twice(page.text for _, page in subjects if page not in made)


def check_drawings(project: Project) -> Iterator[Finding]:
    """Find pictures that hold more than a drawing."""
    for file, drawing in project.drawings.items():
        yield from check_svg(file, drawing, is_cleaned=project.is_of_brand(file))


def check_pictures(project: Project) -> Iterator[Finding]:
    """Find pictures beside pages that browsers cannot show, that are too large, not there, or shown by none."""
    wrong = [found for file, picture in project.pictures.items() for found in check_picture(file, picture)]
    yield from wrong
    sound = project.pictures.keys() - {finding.file for finding in (*wrong, *check_drawings(project))}
    misnamed = {stray.file for stray in project.strays}
    brand = project.settings.shown(project.settings.brand)
    for lang in project.languages:
        every_text = [*project.texts(lang)]
        if project.settings.is_neutral:  # of a hospital the project's own pictures are no matter
            yield from check_pictures_used(every_text, f"docs/{lang}", sorted(sound))
        yield from check_pictures_used(every_text, f"{brand}/docs/{lang}", sorted(sound))
        for text in project.texts(lang):
            if not project.is_of_brand(text.file):
                yield from check_images(text, f"docs/{lang}", project.pictures, misnamed)


CHECKS: tuple[Check, ...] = (
    check_strays,
    check_related_pages,
    check_sources_of_pages,
    check_days_and_reviews,
    check_reviews_in_heads,
    check_pictograms,
    check_addresses_of_pages,
    check_titles,
    check_questions,
    check_drawings,
    check_pictures,
)
