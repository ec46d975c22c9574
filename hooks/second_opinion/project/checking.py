"""What is checked once everything has been read: the table of contents of all checks of a project.

A check is one function that takes the project and gives its findings, and one line in `CHECKS`. What a file says
wrong by itself has been found when it was read; what readers would get wrong is found in the finished site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from second_opinion.brand.colours import check_colours, read_tokens
from second_opinion.brand.files import check_files, check_texts_of_brand
from second_opinion.brand.logo import check_logo, check_name_in_logo
from second_opinion.brand.own_page import check_amounts_of_brand, check_contracts, check_waiting_times
from second_opinion.brand.selection import (
    check_crisis_page_stays,
    check_dutch_names,
    check_left_out,
    check_links_to_left_out,
    check_replaced,
    check_review_dates,
    check_reviewed_pages,
    lacks,
    needed_sections,
)
from second_opinion.brand.sender import AMOUNT
from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS, SOURCE_LANGUAGE, others
from second_opinion.core.markdown_text import Text, headings, includes
from second_opinion.data import deductible, glossary, search_synonyms, sources, studies, tools
from second_opinion.data.moved_anchors import check_moved_anchors
from second_opinion.project.project import Project
from second_opinion.texts import not_yet
from second_opinion.texts.markup import check_markup
from second_opinion.texts.pages import (
    BrokenPage,
    Page,
    check_dates,
    check_headings,
    check_links,
    check_pairs,
    check_references,
    check_step_icons,
    check_unique,
)
from second_opinion.texts.parity import check_page_parity, check_text_parity
from second_opinion.texts.placeholders import IN_BRAND, IN_DATA, check_amounts, check_names, check_years
from second_opinion.texts.published import check_addresses, check_anchors
from second_opinion.texts.questions import check_asked_twice
from second_opinion.texts.reviews import check_reviews_of_page, text_hash
from second_opinion.texts.snippets import (
    check_both_languages,
    check_empty,
    check_includes,
    check_snippet,
    included,
)
from second_opinion.texts.svg import check_svg

Check = Callable[[Project], Iterable[Finding]]


def check_project(project: Project) -> list[Finding]:
    """Return everything that is wrong between the parts of a project."""
    return [finding for check in CHECKS for finding in check(project)]


def strays(project: Project) -> Iterable[Finding]:
    """Find files and folders in docs/ that are no page."""
    return project.strays


def drawings(project: Project) -> Iterator[Finding]:
    """Find pictures that hold more than a drawing."""
    for file, drawing in project.drawings.items():
        yield from check_svg(file, drawing, is_cleaned=_is_of_brand(project, file))


def references(project: Project) -> Iterable[Finding]:
    """Find related pages and sources that do not exist."""
    return check_references(project.written_pages, project.source_files, project.names())


def sources_that_nothing_names(project: Project) -> Iterable[Finding]:
    """Find sources that nothing names; where a part cannot be read, one of it may be meant."""
    parts = (project.deductible, project.costs)
    if (
        project.shared.broken
        or project.own.broken
        or None in parts
        or any(file.startswith((sources.FOLDER, studies.FILE)) for file in project.faulty)
    ):
        return []
    named = {id_ for page in (*project.shared.sound, *project.own.sound) for id_ in page.meta.sources}
    return sources.check_named(project.source_files, named | project.named_sources())


def page_for_people_in_distress(project: Project) -> Iterator[Finding]:
    """Find a page for people in distress that is not there, or that a brand leaves out."""
    page, names_in = crisis_page(project), project.names()
    yield from search_synonyms.check_crisis_page(project.search_file, page, names_in)
    if project.brand:
        written = {one.name for one in project.written_pages} | {one.name for one in project.broken}
        yield from check_crisis_page_stays(project.brand_file, project.brand, page, written)


def crisis_page(project: Project) -> str:
    """Return the name of the page for people in distress."""
    return next(iter(project.crisis_words.values())).page


def days_and_reviews(project: Project) -> Iterator[Finding]:
    """Find days that cannot be meant, reviews by an unknown role or of another text, and what is overdue."""
    for page in project.written_pages:
        yield from check_dates(page, project.today)
        current_hash = text_hash(page, project.snippets[page.lang]) if page.meta.checked else ""
        yield from check_reviews_of_page(page, current_hash, project.roles, project.today)


def pictograms(project: Project) -> Iterator[Finding]:
    """Find pictograms of steps that do not exist; those of data files are looked for where these are read."""
    for page in project.written_pages:
        yield from check_step_icons(page, project.icons)


def addresses(project: Project) -> Iterator[Finding]:
    """Find two pages with one address, and published addresses that lead nowhere now."""
    yield from check_addresses(
        project.shared.sound, project.shared.broken, project.published_files, project.published
    )
    if project.own.all or project.pages_about_brand:
        yield from check_addresses(
            [*_in_place(project), *project.pages_about_brand], project.broken, None, {}
        )


def sections_that_moved(project: Project) -> Iterable[Finding]:
    """Find published sections that are gone, and lines about where they are answered that do not bear out.

    Where a page cannot be read, one of them may stand there.
    """
    pages = project.shared.all
    if any(page.file in project.unreadable for page in pages):
        return []
    anchors: dict[str, set[str]] = {}
    for page in pages:
        anchors.setdefault(page.name, set()).update(project.anchors(page))
    found = check_moved_anchors(project.moved_file, project.moved_anchors, anchors)
    listed = (project.published_files, project.published)
    return [*found, *check_anchors(*listed, pages, anchors, project.moved_anchors)]


def titles(project: Project) -> Iterable[Finding]:
    """Find titles and descriptions that two pages share."""
    return check_unique(_in_place(project))


def _in_place(project: Project) -> list[Page]:
    """Return the pages of the site, but those of a brand that should take the place of another and stand beside it."""
    beside = {finding.file for finding in _beside(project)}
    return [page for page in project.written_pages if page.file not in beside]


def _beside(project: Project) -> list[Finding]:
    return check_dutch_names(project.own.sound, project.shared.sound) if project.brand else []


def _half_replaced(project: Project) -> list[Finding]:
    shared = {(page.lang, page.name) for page in project.shared.all}
    return check_replaced(project.own.all, shared, project.brand) if project.brand else []


def languages_beside_each_other(project: Project) -> Iterator[Finding]:
    """Find what one language has and the other lacks: pages, headings, snippets, names, boxes and numbers."""
    if len(project.languages) < 2:
        return
    half = {Path(finding.file).stem for finding in _half_replaced(project)}
    pages = [page for page in project.written_pages if page.name not in half]
    yield from check_pairs(pages, project.names())
    for page in pages:
        yield from not_yet.check_marks(page.text, page.lang)
    yield from check_both_languages(project.snippets, _snippets_for_later(project))
    for lang in others(SOURCE_LANGUAGE, project.languages):
        twins = {page.name: page for page in pages if page.lang == lang}
        for page in pages:
            twin = twins.get(page.name) if page.lang == SOURCE_LANGUAGE else None
            if twin and has_anchors(page, twin):
                yield from check_page_parity(page, twin)
                yield from not_yet.check_sections(page.text, twin.text, lang)
        for name, text in project.snippets[SOURCE_LANGUAGE].items():
            if name in project.snippets[lang]:
                yield from check_text_parity(text, project.snippets[lang][name])


def _snippets_for_later(project: Project) -> set[tuple[str, str]]:
    """Return the language and name of each snippet that stands only where this language has nothing yet."""
    found = set()
    for page in (page for page in project.written_pages if page.lang == SOURCE_LANGUAGE):
        for lang in others(SOURCE_LANGUAGE, project.languages):
            of_page = {name for _, name in includes(page.text)} if lang in page.meta.not_yet_in else set()
            found |= {(lang, name) for name in of_page | not_yet.snippets_waiting(page.text, lang)}
    return found


def has_anchors(*pages: Page) -> bool:
    """Tell whether every heading has an anchor, without which sections of two languages cannot be told apart."""
    return all(heading.anchor for page in pages for heading in headings(page.text))


def snippets(project: Project) -> Iterator[Finding]:
    """Find snippets that are empty, unused, asked for and not there, or that hold what belongs to a page."""
    for lang, texts in project.snippets.items():
        pages = [page.text for page in _every_page(project, lang)]
        yield from check_empty(texts.values(), project.unreadable)
        yield from check_includes(pages, texts, lang)
        for text in texts.values():
            yield from check_snippet(text)


def what_is_typed(project: Project) -> Iterator[Finding]:
    """Find names without a value, amounts, markup, and words for which the site has another."""
    for lang, texts in project.snippets.items():
        pages = [page.text for page in _every_page(project, lang)]
        for text in (*pages, *texts.values()):
            yield from (
                found for found in check_names(text, project.values[lang]) if _can_be_known(project, found)
            )
            yield from check_amounts(text, IN_BRAND if _is_own(project, text) else IN_DATA)
            yield from check_years(text, deductible.YEARS)
            yield from check_markup(text)
            yield from glossary.check_variants(text, tuple(project.terms[lang]))


def _can_be_known(project: Project, missing: Finding) -> bool:
    """Tell whether a name without a value is a fault of the text; what a broken file should give is not."""
    name = missing.about[0]
    if name.partition(".")[0] in tools.placeholders({}):
        return tools.named_in(name) in project.tools
    return project.brand is not None or not name.startswith(AMOUNT)


def headings_and_links(project: Project) -> Iterator[Finding]:
    """Find headings that cannot be led to, and links to pages and sections that do not exist."""
    for lang in project.languages:
        yield from _headings_and_links(project, lang)


def _headings_and_links(project: Project, lang: str) -> Iterator[Finding]:
    mine, texts = _every_page(project, lang), project.snippets[lang]
    linked = _linked(project, lang)
    anchors = {page.name: project.anchors(page) for page in (*mine, *linked)}
    shared = [
        (page.name, text)
        for page in mine
        for text in included(page.text, texts)
        if not _is_own(project, text)
    ]
    replaced = {
        page.name: page.text
        for page in mine
        if _is_own(project, page.text) and page.name in project.shared.names
    }
    needed = needed_sections(shared, replaced, anchors)
    known = {name: {*there, *needed.get(name, ())} for name, there in anchors.items()}
    lacking = [lacks(replaced[name], sections) for name, sections in needed.items()]
    told = {(finding.file, finding.line) for finding in lacking}
    yield from lacking
    for page in mine:
        yield from (finding for finding in check_headings(page) if (finding.file, finding.line) not in told)
        for text in included(page.text, texts):
            is_own = _is_own(project, text)
            there = anchors if is_own else known
            yield from check_links(page, text, there, project.moved[lang], is_own=is_own)


def _every_page(project: Project, lang: str) -> list[Page | BrokenPage]:
    made = project.made
    every_page: list[Page | BrokenPage] = [*project.written_pages, *project.broken]
    return [page for page in every_page if page.lang == lang and page not in made]


def _is_own(project: Project, text: Text) -> bool:
    """Tell whether a text is the brand's, and not a shared one."""
    return _is_of_brand(project, text.file)


def _is_of_brand(project: Project, file: str) -> bool:
    return file.startswith(f"{project.settings.shown(project.settings.brand)}/")


def lists_to_take_along(project: Project) -> Iterator[Finding]:
    """Find links of these lists that lead nowhere, people that nobody knows, and amounts and numbers that differ."""
    drawing = project.who_does_what
    anchors = {lang: _led_to(project, lang) for lang in project.languages if FACTS[lang].whole}
    for file in project.tools.values():
        yield from tools.check_tool_links(file, anchors)
        if drawing:
            yield from tools.check_who(file, [party.id for party in drawing.parties])
        for document, _ in file.said:
            source = tools.texts_of(document, SOURCE_LANGUAGE)
            for text in source:
                yield from check_amounts(text)
            for lang in others(SOURCE_LANGUAGE, project.languages):
                twins = tools.texts_of(document, lang)
                if len(twins) == len(source):
                    pairs = zip(source, twins, strict=True)
                    yield from (found for pair in pairs for found in check_text_parity(*pair))


def _led_to(project: Project, lang: str) -> dict[str, set[str]]:
    """Return the sections of each page to which a list may lead: also those that a brand's page lacks, or left out."""
    found: dict[str, set[str]] = {}
    shared = [page for page in project.shared.all if page.lang == lang]
    for page in (*shared, *_every_page(project, lang), *_linked(project, lang)):
        found.setdefault(page.name, set()).update(project.anchors(page))
    return found


def _linked(project: Project, lang: str) -> list[Page | BrokenPage]:
    return [page for page in project.linked if page.lang == lang]


def questions(project: Project) -> Iterator[Finding]:
    """Find questions that two pages of a language answer."""
    made = project.pages_about_brand
    for subjects in project.subjects.values():
        yield from check_asked_twice(page.text for _, page in subjects if page not in made)


def what_the_brand_says(project: Project) -> Iterator[Finding]:
    """Find what brand.yml says that its folder, the colours of the site, the day or the pages do not bear out."""
    brand, document, folder = project.brand, project.brand_file, project.settings.brand
    if brand is None:
        return
    yield from check_files(document, brand, folder)
    yield from check_name_in_logo(document, brand, folder)
    yield from check_waiting_times(document, brand, project.today)
    yield from check_amounts_of_brand(document, brand, project.today)
    yield from check_contracts(document, brand, project.today)
    yield from check_texts_of_brand(folder, project.settings.shown(folder), brand.languages)
    if project.tokens is not None:
        tokens = read_tokens(project.tokens)
        yield from check_colours(document, brand.look.colours, tokens) if brand.look.colours else ()
        yield from check_logo(document, brand, folder, tokens)
    known = project.shared.names | project.own.names
    yield from check_left_out(document, brand, project.shared.names, project.own.names)
    yield from check_reviewed_pages(document, brand, known)
    yield from check_review_dates(document, brand, project.written_pages)
    yield from check_links_to_left_out(
        document, brand, project.written_pages, project.snippets, crisis_page(project)
    )


def pages_of_the_brand(project: Project) -> Iterable[Finding]:
    """Find pages of a brand that take the place of a shared one by half, or stand beside it."""
    return [*_half_replaced(project), *_beside(project)]


CHECKS: tuple[Check, ...] = (
    strays,
    drawings,
    references,
    sources_that_nothing_names,
    page_for_people_in_distress,
    days_and_reviews,
    pictograms,
    addresses,
    sections_that_moved,
    titles,
    languages_beside_each_other,
    snippets,
    what_is_typed,
    headings_and_links,
    lists_to_take_along,
    questions,
    what_the_brand_says,
    pages_of_the_brand,
)
