"""What is checked once everything has been read: the table of contents of all checks of a project.

A check is one function that takes the project and gives its findings, and one line in `CHECKS`. What a file says
wrong by itself has been found when it was read; what readers would get wrong is found in the finished site.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from second_opinion.brand.colours import check_colours, read_tokens
from second_opinion.brand.dates import check_dates_that_passed
from second_opinion.brand.files import check_files, check_texts_of_brand
from second_opinion.brand.logo import check_letters_in_logo, check_logo, check_name_in_logo
from second_opinion.brand.own_page import check_disc
from second_opinion.brand.selection import (
    check_crisis_page_stays,
    check_dutch_names,
    check_left_out,
    check_linked_pages,
    check_links_to_left_out,
    check_menu_first,
    check_replaced,
    check_review_dates,
    check_reviewed_pages,
    check_short_names,
    check_top_of_pages,
    fault_of_lacking_sections,
    needed_sections,
)
from second_opinion.brand.sentences import check_length
from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS, SOURCE_LANGUAGE, others
from second_opinion.core.markdown_text import Text, headings, includes_in
from second_opinion.data import deductible, glossary, search_synonyms, sources, studies, tools, word_lists
from second_opinion.data.cases import check_cases, usual
from second_opinion.data.cost_examples import FILE as EXAMPLES
from second_opinion.data.cost_examples import check_deductibles, example_texts
from second_opinion.data.moved_anchors import FILE as MOVED
from second_opinion.data.moved_anchors import PageAnchor, check_moved_anchors
from second_opinion.data.passages import FILE as PASSAGES
from second_opinion.data.passages import check_passages
from second_opinion.project.project import Project
from second_opinion.texts import not_yet
from second_opinion.texts.long_sentences import check_long_sentences
from second_opinion.texts.markdown_slips import (
    check_attributes,
    check_bold_alone,
    check_brackets,
    check_code,
    check_emphasis,
    check_lists,
    check_other_marks,
    check_pasted_tables,
    check_phone_links,
    check_spaces_of_marks,
    check_tables,
    check_ticks,
)
from second_opinion.texts.markup import check_markup
from second_opinion.texts.other_language import (
    check_language,
    check_language_of_data,
    check_language_of_head,
    words_in_two_languages,
)
from second_opinion.texts.pages import (
    BrokenPage,
    LostLink,
    Page,
    check_dates,
    check_headings,
    check_links,
    check_pairs,
    check_references,
    check_sources_of_page,
    check_step_icons,
    check_unique,
    group_lost_links,
    links_by_address,
    lost_links,
    says_nothing,
)
from second_opinion.texts.parity import check_number_parity, check_page_parity, check_text_parity
from second_opinion.texts.pictures import check_images, check_picture, check_pictures_used
from second_opinion.texts.placeholders import (
    BRAND_PREFIX,
    IN_LISTS,
    check_amounts,
    check_names,
    check_own_amounts,
    check_years,
)
from second_opinion.texts.published import (
    check_addresses,
    check_anchors,
    check_full_addresses,
    gone_sections,
    names_by_address,
)
from second_opinion.texts.questions import check_asked_twice
from second_opinion.texts.reviews import check_reviews_in_head, check_reviews_of_page
from second_opinion.texts.snippets import (
    check_both_languages,
    check_empty,
    check_includes,
    check_snippet,
    with_its_snippets,
)
from second_opinion.texts.svg import check_svg
from second_opinion.texts.word_slips import (
    check_addresses_in_words,
    check_bare_addresses,
    check_characters,
    check_days,
    check_numbers_of_people,
    check_office_remarks,
    check_passages_twice,
    check_spaces,
    check_unfinished,
    check_words_twice,
)

Check = Callable[[Project], Iterable[Finding]]


def check_project(project: Project) -> list[Finding]:
    """Return everything that is wrong between the parts of a project."""
    return [finding for check in CHECKS for finding in check(project)]


def check_strays(project: Project) -> Iterable[Finding]:
    """Find files and folders in docs/ that are no page."""
    return project.strays


def check_drawings(project: Project) -> Iterator[Finding]:
    """Find pictures that hold more than a drawing."""
    for file, drawing in project.drawings.items():
        yield from check_svg(file, drawing, is_cleaned=_is_of_brand(project, file))


def check_related_pages(project: Project) -> Iterable[Finding]:
    """Find related pages that do not exist."""
    names = project.names()
    every_name = set().union(*names.values())
    known = {
        lang: of | project.unwritten[lang] | project.later[lang] if FACTS[lang].whole else every_name
        for lang, of in names.items()
    }
    return check_references(project.written_pages, known, project.became)


def check_sources_of_pages(project: Project) -> Iterator[Finding]:
    """Find sources that pages name and that do not exist, or are called otherwise now."""
    for page in project.written_pages:
        is_own, called = _is_of_brand(project, page.file), project.new_names_of_sources
        yield from check_sources_of_page(page, project.source_files, called, is_own=is_own)


def check_unnamed_sources(project: Project) -> Iterable[Finding]:
    """Find sources that nothing names; where a part cannot be read, one of it may be meant."""
    parts = (project.deductible, project.costs)
    if (
        project.shared.broken
        or project.own.broken
        or None in parts
        or any(file.startswith((sources.FOLDER, studies.FILE)) for file in project.faulty)
    ):
        return []
    pages = (*project.shared.sound, *project.own.sound)
    named = {id_ for page in pages for id_ in project.sources_named_on(page)}
    return sources.check_named(project.source_files, named | project.named_sources())


def check_page_for_people_in_distress(project: Project) -> Iterator[Finding]:
    """Find a page for people in distress that is not there, or that a brand leaves out."""
    page, names_in = crisis_page(project), project.names()
    yield from search_synonyms.check_crisis_page(
        project.data_file(search_synonyms.FILE), page, names_in, project.became
    )
    if project.readable_brand:
        written = {one.name for one in project.written_pages} | {one.name for one in project.broken}
        yield from check_crisis_page_stays(project.brand_file, project.readable_brand, page, written)


def crisis_page(project: Project) -> str:
    """Return the name of the page for people in distress."""
    return next(iter(project.search_words.crisis.values())).page


def check_days_and_reviews(project: Project) -> Iterator[Finding]:
    """Find days that cannot be meant, reviews by an unknown role or of another text, and what is overdue."""
    for page in project.written_pages:
        yield from check_dates(page, project.today)
        current_hash = project.text_hash(page) if page.meta.checked else ""
        yield from check_reviews_of_page(page, current_hash, project.roles, project.today)


def check_reviews_in_heads(project: Project) -> Iterator[Finding]:
    """Find wrong reviews in the heads of pages in which something else is wrong, so that one run reports all."""
    for page in project.broken:
        yield from check_reviews_in_head(page, project.roles, project.today)


def check_pictograms(project: Project) -> Iterator[Finding]:
    """Find pictograms of steps that do not exist; those of data files are looked for where these are read."""
    for page in project.written_pages:
        whole = with_its_snippets(page.text, project.snippets[page.lang])
        yield from check_step_icons(page, whole, project.icons.known)


def check_addresses_of_pages(project: Project) -> Iterator[Finding]:
    """Find two pages with one address, and published addresses that lead nowhere now."""
    unsure = [lang for lang, names in project.unwritten.items() if names]
    yield from check_addresses(
        project.shared.sound, project.shared.broken, project.published_files, project.published, unsure
    )
    if project.own.all or project.pages_about_brand:
        yield from check_addresses(
            [*_pages_in_place(project), *project.pages_about_brand], project.broken, None, {}
        )


def check_moved_sections(project: Project) -> Iterable[Finding]:
    """Find published sections that are gone, and lines about where they are answered that do not bear out.

    Where a page cannot be read, one of them may stand there.
    """
    pages = project.shared.all
    if _has_unknown_sections(project):
        return []
    anchors, still = _shared_anchors(project), _lines_that_lead_to(project, _gone_sections(project))
    found = check_moved_anchors(
        project.data_file(MOVED), project.moved_anchors, anchors, project.became, reported=still
    )
    return [*found, *check_anchors(project.published_files, project.published, pages, still)]


def check_gone_passages(project: Project) -> Iterable[Finding]:
    """Find shared passages that are gone without a word of what says the same now, or with one that leads nowhere.

    Where a page cannot be read, what leads to a section may lead there.
    """
    anchors = _shared_anchors(project)
    for old in project.moved_anchors:
        anchors.get(old.page, set()).add(old.anchor)
    there = {name for texts in project.shared_snippets.values() for name in texts}
    found = check_passages(project.data_file(PASSAGES), project.passages, there, anchors, project.became)
    return [one for one in found if not (one.is_fault and _has_unknown_sections(project))]


def _lines_that_lead_to(
    project: Project, gone: Collection[PageAnchor]
) -> dict[PageAnchor, list[tuple[str, int]]]:
    """Return for sections that are gone the lines of texts and of moved_anchors.yml that still lead to them."""
    lines: dict[PageAnchor, list[tuple[str, int]]] = {place: [] for place in gone}
    for lang in project.languages if gone else ():
        for one in _lost_links(project, lang, _sections(project, lang)):
            if one.place in lines:
                lines[one.place].append((one.file, one.link.line))
    for old, new in project.moved_anchors.items():
        if new in lines:
            lines[new].append((MOVED, project.data_file(MOVED).line(old.page, old.anchor)))
    return {place: [*dict.fromkeys(of_place)] for place, of_place in lines.items()}


def _shared_anchors(project: Project) -> dict[str, set[str]]:
    """Return the places of each shared page, in whatever language it has them."""
    anchors: dict[str, set[str]] = {}
    for page in project.shared.all:
        anchors.setdefault(page.name, set()).update(project.anchors(page))
    return anchors


def _has_unknown_sections(project: Project) -> bool:
    """Tell whether a page cannot be read, or a published one is empty, so that nobody knows which sections it has."""
    return any(
        page.file in project.unreadable or (says_nothing(page.text) and _was_published(project, page.name))
        for page in project.shared.all
    )


def _was_published(project: Project, name: str) -> bool:
    """Tell whether sections of a page were published; the file of a new one has its addresses alone."""
    return name in project.published and bool(project.published[name].sections)


def _gone_sections(project: Project) -> list[PageAnchor]:
    """Return the sections that were published and are gone; none as long as a page cannot be read."""
    if _has_unknown_sections(project):
        return []
    return gone_sections(project.published, _shared_anchors(project), project.moved_anchors)


def check_titles(project: Project) -> Iterable[Finding]:
    """Find titles and descriptions that two pages share."""
    return check_unique(_pages_in_place(project))


def _pages_in_place(project: Project) -> list[Page]:
    """Return the pages of the site, without those of a brand that miss the shared page that they should replace."""
    beside = {finding.file for finding in _check_dutch_names_of_brand(project)}
    return [page for page in project.written_pages if page.file not in beside]


def _check_dutch_names_of_brand(project: Project) -> list[Finding]:
    return check_dutch_names(project.own.sound, project.shared.sound) if project.readable_brand else []


def _half_replaced(project: Project) -> list[Finding]:
    shared = {(page.lang, page.name) for page in project.shared.all}
    brand = project.readable_brand
    return check_replaced(project.own.all, shared, brand) if brand else []


def check_languages_against_each_other(project: Project) -> Iterator[Finding]:
    """Find what one language has and the other lacks: pages, headings, snippets, names, boxes and numbers."""
    if len(project.languages) < 2:
        return
    half = {Path(finding.file).stem for finding in _half_replaced(project)}
    pages = [page for page in project.written_pages if page.name not in half]
    lacking = {
        (finding.file, anchor)
        for lang in (project.languages if project.own.all else ())
        for finding in _sections(project, lang).lacking
        for anchor in finding.about
    }
    for finding in check_pairs(pages, project.names()):  # but for the sections of which a hospital is told
        if not any((file, anchor) in lacking for file, _ in finding.also for anchor in finding.about):
            yield finding
    for page in pages:
        yield from not_yet.check_marks(page.text, page.lang)
    of_brand = {text.file for texts in project.own_snippets.values() for text in texts.values()}
    alone = check_both_languages(project.snippets, _snippets_for_later(project))
    yield from (
        found for found in alone if found.file not in of_brand
    )  # `check_texts_of_brand` reports those
    for lang in others(SOURCE_LANGUAGE, project.languages):
        twins = {page.name: page for page in pages if page.lang == lang}
        for page in pages:
            twin = twins.get(page.name) if page.lang == SOURCE_LANGUAGE else None
            if twin and has_anchors(page, twin):
                yield from check_page_parity(page, twin)
                yield from not_yet.check_sections(page.text, twin.text, lang)
        for name, text in project.snippets[SOURCE_LANGUAGE].items():
            other = project.snippets[lang].get(name)
            is_half = other and _is_own(project, text) != _is_own(
                project, other
            )  # which is told with its folder
            if other and not is_half and not says_nothing(text) and not says_nothing(other):
                yield from check_text_parity(text, other)


def _snippets_for_later(project: Project) -> set[tuple[str, str]]:
    """Return the language and name of each snippet that stands only where this language has nothing yet."""
    found = set()
    for page in (page for page in project.written_pages if page.lang == SOURCE_LANGUAGE):
        for lang in others(SOURCE_LANGUAGE, project.languages):
            of_page = {name for _, name in includes_in(page.text)} if lang in page.meta.not_yet_in else set()
            found |= {(lang, name) for name in of_page | not_yet.snippets_waiting(page.text, lang)}
    return found


def has_anchors(*pages: Page) -> bool:
    """Tell whether every heading has an anchor, without which sections of two languages cannot be told apart."""
    return all(heading.anchor for page in pages for heading in headings(page.text))


def check_snippets(project: Project) -> Iterator[Finding]:
    """Find snippets that are empty, unused, asked for and not there, or that hold what belongs to a page."""
    for lang, texts in project.snippets.items():
        pages = [page.text for page in _every_page(project, lang)]
        yield from check_empty(texts.values(), project.unreadable)
        is_whole = not any(_was_published(project, name) for name in project.unknown[lang])
        gone = {name for name, heirs in project.passages.items() if heirs}  # of which read_replaced tells
        told = {name for name in project.own_snippets[lang] if {name, usual(name)} & gone}
        if not project.settings.is_neutral:  # a hospital cannot take away a passage of the project
            told |= {name for name, text in texts.items() if not _is_own(project, text)}
        yield from check_includes(pages, texts, lang, is_whole=is_whole, told=told)
        yield from check_cases(texts)
        for text in texts.values():
            yield from check_snippet(text)


def check_typed_words(project: Project) -> Iterator[Finding]:
    """Find names without a value, amounts, markup, and words for which the site has another."""
    brand = project.readable_brand
    amounts = (
        tuple((f"{BRAND_PREFIX}{name}", euros) for name, euros in brand.costs.amounts().items())
        if brand
        else ()
    )
    for lang, texts in project.snippets.items():
        pages = [page.text for page in _every_page(project, lang)]
        for text in (*pages, *texts.values()):
            yield from (
                found for found in check_names(text, project.values[lang]) if _can_be_known(project, found)
            )
            yield from check_amounts(text, amounts if _is_own(project, text) else None)
            yield from check_years(text, deductible.YEARS)
            yield from check_markup(text)
            yield from glossary.check_variants(text, tuple(project.terms[lang]))


def _can_be_known(project: Project, missing: Finding) -> bool:
    """Tell whether a name without a value is a fault of the text; what a broken file should give is not."""
    return project.brand is not None or not missing.about[0].startswith(BRAND_PREFIX)


def check_headings_and_links(project: Project) -> Iterator[Finding]:
    """Find headings that cannot be led to, and links to pages and sections that do not exist."""
    gone = _gone_sections(project)
    for lang in project.languages:
        sections = _sections(project, lang)
        yield from _headings_and_links(project, lang, sections)
        unread = tuple(
            f"{name}-" for name in tools.TOOLS if name not in project.tools
        )  # why is reported already
        lost = [
            one
            for one in _lost_links(project, lang, sections)
            if one.place not in gone and not one.place.anchor.startswith(unread)
        ]
        yield from group_lost_links(lost, sections.there)


@dataclass(frozen=True)
class _Sections:
    """The places of each page of a language: those that are there, those that shared texts may lead to, what lacks."""

    there: Mapping[str, Collection[str]]
    known: Mapping[str, Collection[str]]
    lacking: Sequence[Finding]

    def for_text(self, *, is_own: bool) -> Mapping[str, Collection[str]]:
        """Return the places to which a text may lead; what a brand's page lacks of a shared one is reported there."""
        return self.there if is_own else self.known


def _sections(project: Project, lang: str) -> _Sections:
    mine, texts = _every_page(project, lang), project.snippets[lang]
    linked = _linked(project, lang)
    anchors = {page.name: project.anchors(page) for page in (*mine, *linked)}
    shared = [
        (page.name, text)
        for page in mine
        for text in with_its_snippets(page.text, texts)
        if not _is_own(project, text)
    ]
    replaced = {
        page.name: page.text
        for page in mine
        if _is_own(project, page.text) and page.name in project.shared.names
    }
    needed = needed_sections(shared, replaced, anchors)
    known = {name: {*there, *needed.get(name, ())} for name, there in anchors.items()}
    return _Sections(
        anchors,
        known,
        [fault_of_lacking_sections(replaced[name], of_page) for name, of_page in needed.items()],
    )


def _headings_and_links(project: Project, lang: str, sections: _Sections) -> Iterator[Finding]:
    reported = {(finding.file, finding.line) for finding in sections.lacking}
    slugs = _slugs(project, lang)
    yield from sections.lacking
    for page in _every_page(project, lang):
        yield from (
            finding for finding in check_headings(page) if (finding.file, finding.line) not in reported
        )
        for text in with_its_snippets(page.text, project.snippets[lang]):
            is_own, unknown = _is_own(project, text), {*project.unknown[lang], *slugs}
            there = sections.for_text(is_own=is_own)
            yield from check_links(
                page,
                text,
                there,
                project.moved[lang],
                unknown=unknown,
                is_own=is_own,
                became=project.became,
            )
            yield from links_by_address(text, slugs)


def _slugs(project: Project, lang: str) -> dict[str, str]:
    """Return the pages of a language by those of their addresses that are no name of a page."""
    names = project.names()[lang] | project.became.keys()
    pages = (page for page in project.written_pages if page.lang == lang)
    return {page.meta.slug: page.name for page in pages if page.meta.slug and page.meta.slug not in names}


def _lost_links(project: Project, lang: str, sections: _Sections) -> list[LostLink]:
    """Return the links of a language to sections that do not exist."""
    return [
        one
        for page in _every_page(project, lang)
        for text in with_its_snippets(page.text, project.snippets[lang])
        for one in lost_links(
            page,
            text,
            sections.for_text(is_own=_is_own(project, text)),
            project.moved[lang],
            project.unknown[lang],
        )
    ]


def check_full_addresses_of_this_site(project: Project) -> Iterator[Finding]:
    """Find links that name this very site, where a site of another address would lead its readers away."""
    of_file = project.brand_file.value
    named = of_file.get("site_url") if isinstance(of_file, Mapping) else None
    given = project.readable_brand.site_url if project.readable_brand else None
    sites = {f"{one.rstrip('/')}/" for one in (named, given) if isinstance(one, str)}
    by_address = names_by_address(project.written_pages)
    for lang in project.languages:
        here = {page.name for page in project.written_pages if page.lang == lang}
        for text in _texts(project, lang):
            is_own = _is_own(project, text)
            yield from check_full_addresses(text, sites, by_address, here, is_own=is_own)


def _every_page(project: Project, lang: str) -> list[Page | BrokenPage]:
    made = project.generated
    every_page: list[Page | BrokenPage] = [*project.written_pages, *project.broken]
    return [page for page in every_page if page.lang == lang and page not in made]


def _is_own(project: Project, text: Text) -> bool:
    """Tell whether a text is the brand's, and not a shared one."""
    return _is_of_brand(project, text.file)


def _is_of_brand(project: Project, file: str) -> bool:
    return file.startswith(f"{project.settings.shown(project.settings.brand)}/")


def check_lists_to_take_along(project: Project) -> Iterator[Finding]:
    """Find links of these lists that lead nowhere, people that nobody knows, and amounts and numbers that differ."""
    drawing = project.who_does_what
    anchors = {lang: _led_to(project, lang) for lang in project.languages if FACTS[lang].whole}
    for file in project.tools.values():
        yield from tools.check_tool_links(file, anchors, project.became, project.unknown)
        if drawing:
            yield from tools.check_who(file, [party.id for party in drawing.parties])
        for document, _ in file.said:
            source = tools.texts_of(document, SOURCE_LANGUAGE)
            for text in source:
                yield from check_amounts(text, instead=IN_LISTS)
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
    return [page for page in project.only_linked if page.lang == lang]


def check_questions(project: Project) -> Iterator[Finding]:
    """Find questions that two pages of a language answer."""
    made = project.pages_about_brand
    for subjects in project.subjects.values():
        yield from check_asked_twice(page.text for _, page in subjects if page not in made)


def check_each_text(project: Project) -> Iterator[Finding]:
    """Find slips in each text, page or snippet, by itself."""
    for lang in project.languages:
        for text in _texts(project, lang):
            yield from check_text(text, lang)


@cached
def check_text(text: Text, lang: str) -> tuple[Finding, ...]:
    """Return what each of the checks of one text finds in it."""
    found = [finding for check in CHECKS_OF_A_TEXT for finding in check(text)]
    return (*found, *check_words_twice(text, lang), *check_days(text, lang), *check_language(text, lang))


def check_long_sentences_of_brand(project: Project) -> Iterator[Finding]:
    """Give a notice of long sentences in the texts of a brand; of ours `make language` tells those."""
    for lang in project.languages:
        for text in _texts(project, lang):
            if _is_own(project, text):
                yield from check_long_sentences(text)


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
            for source, twin in words_in_two_languages(document):
                yield from check_number_parity(source, twin)
                if document.file.startswith(f"{glossary.FOLDER}/"):
                    yield from check_amounts(source, instead=IN_LISTS)
                    yield from check_amounts(twin, instead=IN_LISTS)


def _texts(project: Project, lang: str) -> Iterator[Text]:
    yield from (page.text for page in _every_page(project, lang))
    yield from project.snippets[lang].values()


def check_pictures(project: Project) -> Iterator[Finding]:
    """Find pictures beside pages that browsers cannot show, that are too large, not there, or shown by none."""
    wrong = [found for file, picture in project.pictures.items() for found in check_picture(file, picture)]
    yield from wrong
    sound = project.pictures.keys() - {finding.file for finding in (*wrong, *check_drawings(project))}
    misnamed = {stray.file for stray in project.strays}
    brand = project.settings.shown(project.settings.brand)
    for lang in project.languages:
        every_text = [*_texts(project, lang)]
        if project.settings.is_neutral:  # of a hospital the project's own pictures are no matter
            yield from check_pictures_used(every_text, f"docs/{lang}", sorted(sound))
        yield from check_pictures_used(every_text, f"{brand}/docs/{lang}", sorted(sound))
        for text in _texts(project, lang):
            if not _is_own(project, text):
                yield from check_images(text, f"docs/{lang}", project.pictures, misnamed)


def check_worked_examples(project: Project) -> Iterator[Finding]:
    """Find examples worked out with another deductible than that of their year, and words with amounts of none."""
    document = project.data_file(EXAMPLES)
    if project.deductible:
        yield from check_deductibles(document, project.cost_examples, project.deductible)
    for example, text in example_texts(document, project.cost_examples):
        yield from check_own_amounts(text, example.amounts, example.percentage)


def check_brand(project: Project) -> Iterator[Finding]:
    """Find what brand.yml says that its folder, the colours of the site, the day or the pages do not bear out.

    Of one in which something is wrong only faults are told: a notice can be about what could not be read.
    """
    for finding in _check_brand_against_day_and_pages(project):
        if finding.is_fault or project.brand:
            yield finding


def _check_brand_against_day_and_pages(project: Project) -> Iterator[Finding]:
    brand, document, folder = project.readable_brand, project.brand_file, project.settings.brand
    if brand is None:
        return
    yield from check_files(document, brand, folder)
    yield from check_name_in_logo(document, brand, folder)
    yield from check_letters_in_logo(document, brand, folder)
    yield from check_disc(document, brand)
    yield from check_dates_that_passed(document, brand, project.today)
    yield from check_texts_of_brand(folder, project.settings.shown(folder), brand.languages)
    yield from check_length(document, brand)
    if project.tokens is not None:
        tokens = read_tokens(project.tokens)
        yield from check_colours(document, brand.look.colours, tokens) if brand.look.colours else ()
        yield from check_logo(document, brand, folder, tokens)
    known = project.shared.names | project.own.names
    yield from check_left_out(document, brand, project.shared.names, project.own.names)
    wrong_first = check_menu_first(document, brand, known)
    own = project.own.names - project.shared.names
    yield from wrong_first or check_top_of_pages(
        document, brand, project.menu_items, project.menu, own, is_preview=project.settings.is_preview
    )
    yield from check_linked_pages(document, brand, _known_names(project))
    yield from check_reviewed_pages(document, brand, known)
    yield from check_review_dates(document, brand, project.written_pages)
    yield from check_links_to_left_out(
        document, brand, project.written_pages, project.snippets, crisis_page(project)
    )


def _known_names(project: Project) -> dict[str, set[str]]:
    """Return the names of the pages of each language to which a brand may lead: of its site, and not yet there."""
    made = {page.name for page in project.generated}
    left_out = project.readable_brand.left_out if project.readable_brand else set()
    return {
        lang: names - made - left_out | project.unwritten[lang] for lang, names in project.names().items()
    }


def check_pages_of_brand(project: Project) -> Iterable[Finding]:
    """Find pages of a brand that take the place of a shared one by half, or stand beside it."""
    short = check_short_names(project.written_pages, project.shared.names)
    return [*_half_replaced(project), *_check_dutch_names_of_brand(project), *short]


IN_WORDS = ("title", "description", "short")  # of the head of a page
WORDS_NOT_FOR_READERS = (
    word_lists.PLAIN_WORDS,
    word_lists.SPELLING,
    search_synonyms.FILE,
)  # not what readers read
CHECKS_OF_A_TEXT: tuple[Callable[[Text], Iterable[Finding]], ...] = (
    check_lists,
    check_spaces_of_marks,
    check_ticks,
    check_bold_alone,
    check_pasted_tables,
    check_code,
    check_emphasis,
    check_brackets,
    check_phone_links,
    check_attributes,
    check_tables,
    check_other_marks,
    check_office_remarks,
    check_unfinished,
    check_passages_twice,
    check_bare_addresses,
    check_addresses_in_words,
    check_spaces,
    check_characters,
    check_numbers_of_people,
)
CHECKS: tuple[Check, ...] = (
    check_strays,
    check_drawings,
    check_related_pages,
    check_sources_of_pages,
    check_unnamed_sources,
    check_page_for_people_in_distress,
    check_days_and_reviews,
    check_reviews_in_heads,
    check_pictograms,
    check_addresses_of_pages,
    check_moved_sections,
    check_gone_passages,
    check_titles,
    check_languages_against_each_other,
    check_snippets,
    check_typed_words,
    check_headings_and_links,
    check_full_addresses_of_this_site,
    check_lists_to_take_along,
    check_questions,
    check_each_text,
    check_long_sentences_of_brand,
    check_words_in_another_language,
    check_numbers_in_data,
    check_pictures,
    check_worked_examples,
    check_brand,
    check_pages_of_brand,
)
