"""Checks of headings, of the links between pages and sections, and of published sections that are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from second_opinion.brand.selection import fault_of_lacking_sections, needed_sections
from second_opinion.core.findings import Finding
from second_opinion.data import moved_anchors, passages, tools
from second_opinion.data.moved_anchors import PageAnchor, check_moved_anchors
from second_opinion.data.passages import check_passages
from second_opinion.project.project import Check, Project
from second_opinion.texts.page_links import (
    LostLink,
    check_links,
    check_links_by_address,
    findings_of_lost_links,
    lost_links,
)
from second_opinion.texts.pages import check_headings, is_empty_text
from second_opinion.texts.published import (
    check_anchors,
    check_full_addresses,
    gone_sections,
    names_by_address,
    new_names_of_pages,
)
from second_opinion.texts.snippets import with_its_snippets


class KnownSections(Struct, frozen=True):
    """The places of each page of a language: those that are there, those that shared texts may lead to, what lacks."""

    there: Mapping[str, Collection[str]]
    known: Mapping[str, Collection[str]]
    lacking: Sequence[Finding]

    def for_text(self, *, is_own: bool) -> Mapping[str, Collection[str]]:
        """Return the places to which a text may lead; what a brand's page lacks of a shared one is reported there."""
        return self.there if is_own else self.known


def check_headings_and_links(project: Project) -> Iterator[Finding]:
    """Find headings that cannot be led to, and links to pages and sections that do not exist."""
    gone = _gone_sections(project)
    for lang in project.languages:
        sections = known_sections(project, lang)
        yield from _check_pages(project, lang, sections)
        unread = tuple(
            f"{name}-" for name in tools.TOOLS if name not in project.tools
        )  # why is reported already
        lost = [
            one
            for one in _lost_links(project, lang, sections)
            if one.place not in gone and not one.place.anchor.startswith(unread)
        ]
        yield from findings_of_lost_links(lost, sections.there)


def check_full_addresses_of_this_site(project: Project) -> Iterator[Finding]:
    """Find links that name this very site, where a site of another address would lead its readers away."""
    of_file = project.brand.document.value
    named = of_file.get("site_url") if isinstance(of_file, Mapping) else None
    given = project.brand.readable.site_url if project.brand.readable else None
    sites = {f"{one.rstrip('/')}/" for one in (named, given) if isinstance(one, str)}
    by_address = names_by_address(project.written_pages)
    for lang in project.languages:
        here = {page.name for page in project.written_pages if page.lang == lang}
        for text in project.texts(lang):
            is_own = project.is_of_brand(text.file)
            yield from check_full_addresses(text, sites, by_address, here, is_own=is_own)


def check_moved_sections(project: Project) -> Iterable[Finding]:
    """Find published sections that are gone, and wrong lines about where they are answered now.

    Where a page cannot be read, one of them may stand there.
    """
    pages = project.shared.all
    if _has_unknown_sections(project):
        return []
    anchors, still = _shared_anchors(project), _lines_that_lead_to(project, _gone_sections(project))
    became = new_names_of_pages(project.shared.sound)
    found = check_moved_anchors(
        project.data_file(moved_anchors.FILE),
        project.history.moved_anchors,
        anchors,
        project.page_names.became,
        reported=still,
    )
    return [*found, *check_anchors(project.history.files, project.history.published, pages, still, became)]


def check_gone_passages(project: Project) -> Iterable[Finding]:
    """Find shared passages that are gone without a word of what says the same now, or with one that leads nowhere.

    Where a page cannot be read, what leads to a section may lead there.
    """
    anchors = _shared_anchors(project)
    for old in project.history.moved_anchors:
        anchors.get(old.page, set()).add(old.anchor)
    there = {name for texts in project.shared.snippets.values() for name in texts}
    found = check_passages(
        project.data_file(passages.FILE), project.history.passages, there, anchors, project.page_names.became
    )
    return [one for one in found if not (one.is_fault and _has_unknown_sections(project))]


def known_sections(project: Project, lang: str) -> KnownSections:
    """Return the sections of the pages of a language, and what those of a brand lack of the shared ones."""
    mine, texts = project.pages_of_editors(lang), project.snippets[lang]
    linked = project.linked_pages(lang)
    anchors = {page.name: project.anchors(page) for page in (*mine, *linked)}
    shared = [
        (page.name, text)
        for page in mine
        for text in with_its_snippets(page.text, texts)
        if not project.is_of_brand(text.file)
    ]
    replaced = {
        page.name: page.text
        for page in mine
        if project.is_of_brand(page.text.file) and page.name in project.shared.names
    }
    needed = needed_sections(shared, replaced, anchors)
    known = {name: {*there, *needed.get(name, ())} for name, there in anchors.items()}
    return KnownSections(
        anchors,
        known,
        [fault_of_lacking_sections(replaced[name], of_page) for name, of_page in needed.items()],
    )


def _check_pages(project: Project, lang: str, sections: KnownSections) -> Iterator[Finding]:
    reported = {(finding.file, finding.line) for finding in sections.lacking}
    slugs = _slugs(project, lang)
    yield from sections.lacking
    replaced = {page.name: page.text for page in project.shared.all if page.lang == lang}
    for page in project.pages_of_editors(lang):
        model = replaced.get(page.name) if project.is_of_brand(page.text.file) else None
        yield from (
            finding for finding in check_headings(page, model) if (finding.file, finding.line) not in reported
        )
        for text in with_its_snippets(page.text, project.snippets[lang]):
            is_own, unknown = project.is_of_brand(text.file), {*project.page_names.unknown[lang], *slugs}
            there = sections.for_text(is_own=is_own)
            yield from check_links(
                page,
                text,
                there,
                project.moved[lang],
                unknown=unknown,
                is_own=is_own,
                became=project.page_names.became,
            )
            yield from check_links_by_address(text, slugs)


def _slugs(project: Project, lang: str) -> dict[str, str]:
    """Return the pages of a language by those of their addresses that are no name of a page."""
    names = project.page_names.by_language[lang] | project.page_names.became.keys()
    pages = (page for page in project.written_pages if page.lang == lang)
    return {page.meta.slug: page.name for page in pages if page.meta.slug and page.meta.slug not in names}


def _lost_links(project: Project, lang: str, sections: KnownSections) -> list[LostLink]:
    """Return the links of a language to sections that do not exist."""
    return [
        one
        for page in project.pages_of_editors(lang)
        for text in with_its_snippets(page.text, project.snippets[lang])
        for one in lost_links(
            page,
            text,
            sections.for_text(is_own=project.is_of_brand(text.file)),
            project.moved[lang],
            project.page_names.unknown[lang],
        )
    ]


def _lines_that_lead_to(
    project: Project, gone: Collection[PageAnchor]
) -> dict[PageAnchor, list[tuple[str, int]]]:
    """Return for sections that are gone the lines of texts and of moved_anchors.yml that still lead to them."""
    lines: dict[PageAnchor, list[tuple[str, int]]] = {place: [] for place in gone}
    for lang in project.languages if gone else ():
        for one in _lost_links(project, lang, known_sections(project, lang)):
            if one.place in lines:
                lines[one.place].append((one.file, one.link.line))
    for old, new in project.history.moved_anchors.items():
        if new in lines:
            lines[new].append(
                (moved_anchors.FILE, project.data_file(moved_anchors.FILE).line(old.page, old.anchor))
            )
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
        page.file in project.unreadable
        or (is_empty_text(page.text) and project.has_published_sections(page.name))
        for page in project.shared.all
    )


def _gone_sections(project: Project) -> list[PageAnchor]:
    """Return the sections that were published and are gone; none as long as a page cannot be read."""
    if _has_unknown_sections(project):
        return []
    return gone_sections(project.history.published, _shared_anchors(project), project.history.moved_anchors)


CHECKS: tuple[Check, ...] = (
    check_headings_and_links,
    check_full_addresses_of_this_site,
    check_moved_sections,
    check_gone_passages,
)
