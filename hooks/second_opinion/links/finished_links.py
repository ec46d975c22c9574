"""What is wrong with the links of the finished site, as findings at the lines that editors or hospitals can change."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.brand import files
from second_opinion.brand.selection import fault_of_lacking_sections
from second_opinion.core.addresses import HOME, home
from second_opinion.core.findings import Finding
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.markdown_text import Text
from second_opinion.links.finished_site import FinishedSite, paths_in, read_finished_site, texts_in
from second_opinion.links.origins import (
    KINDS_ABOUT_WORDS,
    OriginLine,
    Origins,
    lines_of_defect,
    lines_with_address,
    read_origins,
)
from second_opinion.links.rules import (
    DefectKind,
    PagesRead,
    SiteDefect,
    check_site,
    is_site_sound,
    outside_links,
)
from second_opinion.links.site_places import format_address, place_of
from second_opinion.project.project import Project
from second_opinion.project.settings import shown_path
from second_opinion.texts.published import page_address

KINDS_OF_MISSING_TARGET = {DefectKind.PAGE, DefectKind.FILE, DefectKind.ANCHOR, DefectKind.CASE}


class LackingSection(Struct, frozen=True):
    """A section that a page of a brand lacks of the shared one in whose place it stands, and the lines that lead to it.

    These are lines of the project, which a hospital cannot change: it is told of its own page instead.
    """

    page: Text
    anchor: str
    needed_at: Sequence[OriginLine]


class LocatedDefect(Struct, frozen=True):
    """A defect with the lines to change, and the section to add where that mends it at the lines of others."""

    defect: SiteDefect
    lines: Sequence[OriginLine]
    lacking: LackingSection | None = None


def check_finished_site(
    project: Project, folder: Path, site_url: str, read: PagesRead, with_findings: Callable[[], Project]
) -> list[Finding]:
    """Return what is wrong with the links of the site in a folder, apart from what the project's own checks found.

    ``with_findings`` returns the project with all of that. Unless something is wrong, it is not asked, and the pages
    that have been read already are not read again. Where two pages have one address, one of them lacks, and nothing can
    be said of the links to it.
    """
    if len({page_address(page) for page in project.pages}) < len(project.pages):
        return []
    http_only = {source.address for source in project.sources.values() if source.address and source.http_only}
    paths = paths_in(folder)
    if is_site_sound(
        read, texts_in(folder, paths - read.outlines.keys()), paths, site_url, http_only=http_only
    ):
        return []
    site = read_finished_site(folder, site_url)
    return _findings_of_defects(check_site(site, http_only=http_only), site, with_findings())


def _findings_of_defects(
    defects: Iterable[SiteDefect], site: FinishedSite, project: Project
) -> list[Finding]:
    """Return the findings of defects at every line that holds them, each once."""
    origins = read_origins(project)
    located = [
        _locate(defect, site, project, origins)
        for defect in defects
        if not _is_of_broken_page(defect, site, project) and not _is_of_wrong_file(defect, site, project)
    ]
    return [
        *_findings_at_lines(located, site, project, origins),
        *_findings_of_lacking_sections(located, project),
    ]


def _locate(defect: SiteDefect, site: FinishedSite, project: Project, origins: Origins) -> LocatedDefect:
    """Return a defect with where it is mended."""
    lines = lines_of_defect(defect, site, origins)
    section = _section_of_replaced_page(defect, site, project, origins)
    if section is None:
        return LocatedDefect(defect, lines)
    own = [line for line in lines if line.file.startswith(_texts_of_brand(project))]
    return LocatedDefect(defect, own, LackingSection(*section, [line for line in lines if line not in own]))


def _texts_of_brand(project: Project) -> str:
    """Return the folder of the pages that a brand wrote, with which their files begin."""
    return f"{shown_path(project.settings.root, project.settings.brand)}/docs/"


def _findings_at_lines(
    located: Iterable[LocatedDefect], site: FinishedSite, project: Project, origins: Origins
) -> list[Finding]:
    """Return the findings of defects at the lines to change, without those that the project's own checks told there.

    One line of data or of a template makes links on many pages, with different words on each: it is told once.
    """
    known, brand = _reported_at_lines(project.findings), _texts_of_brand(project)
    found: dict[tuple[str, ...], Finding] = {}
    for each in located:
        defect = each.defect
        if any(_is_known(defect, line, known) for line in each.lines):
            continue
        for line in each.lines:
            words = defect.link.text if line.file.endswith(".md") else ""
            key = (line.file, str(line.line), defect.kind, line.target, words)
            found.setdefault(
                key, _finding_at(_with_advice_for_author(line, defect, brand), line, site, origins)
            )
    return [*found.values()]


def _reported_at_lines(findings: Iterable[Finding]) -> dict[tuple[str, int], set[str]]:
    """Return what is told of at each line of a file."""
    known: dict[tuple[str, int], set[str]] = {}
    for finding in findings:
        for place in ((finding.file, finding.line), *finding.also):
            known.setdefault(place, set()).update(finding.about)
    return known


def _findings_of_lacking_sections(located: Iterable[LocatedDefect], project: Project) -> list[Finding]:
    """Return a finding for each page of a brand that lacks sections to which lines of others lead."""
    told = {(finding.file, about) for finding in project.findings for about in finding.about}
    needed: dict[Text, dict[str, list[str]]] = {}
    for section in (each.lacking for each in located if each.lacking):
        if (section.page.file, section.anchor) not in told:
            places = needed.setdefault(section.page, {}).setdefault(section.anchor, [])
            places += [f"{line.file}:{line.line}" for line in section.needed_at]
    return [
        fault_of_lacking_sections(page, lacking)
        for page, sections in needed.items()
        if (lacking := {anchor: places for anchor, places in sections.items() if places})
    ]


def places_of_outside_links(project: Project, folder: Path, site_url: str) -> dict[str, set[tuple[str, int]]]:
    """Return every address of another site in the pages and what they are made from, with the lines that hold it."""
    site = read_finished_site(folder, site_url)
    origins = read_origins(project)
    places: dict[str, set[tuple[str, int]]] = {}
    for link in dict.fromkeys(outside_links(site)):
        lines = lines_of_defect(SiteDefect(DefectKind.HTTP, link, "", ""), site, origins)
        places.setdefault(link.target, set()).update((line.file, line.line) for line in lines)
    for source in project.sources.values():
        if source.address:
            lines = lines_with_address(source.address, origins)
            places.setdefault(source.address, set()).update((line.file, line.line) for line in lines)
    return places


def _is_of_broken_page(defect: SiteDefect, site: FinishedSite, project: Project) -> bool:
    """Tell whether a link leads to a page that is not there because of faults already told."""
    place = place_of(site, defect.link)
    if defect.kind not in KINDS_OF_MISSING_TARGET or place is None:
        return False
    names = {page.name for page in project.broken}.union(*project.page_names.unwritten.values())
    of_brand = (one for one in project.findings if one.file == project.brand.document.file)
    names |= {about.removesuffix(".md") for one in of_brand for about in one.about}
    is_home = place.path in {f"{home(lang)}index.html" for lang in LANGUAGES}
    return posixpath.basename(place.path).removesuffix(".md") in names or (is_home and HOME in names)


def _is_of_wrong_file(defect: SiteDefect, site: FinishedSite, project: Project) -> bool:
    """Tell whether a link leads to a file of the brand that was left behind because of a fault already told."""
    place = place_of(site, defect.link)
    if defect.kind != DefectKind.FILE or place is None or not place.path.startswith(files.FOLDER):
        return False
    file = place.path.removeprefix(files.FOLDER)
    return any(file in finding.about for finding in project.findings)


def _section_of_replaced_page(
    defect: SiteDefect, site: FinishedSite, project: Project, origins: Origins
) -> tuple[Text, str] | None:
    """Return the brand's page, and the section that it lacks of the shared one in whose place it stands."""
    place = place_of(site, defect.link)
    page = origins.pages.get(place.path) if place else None
    if place is None or page is None or defect.kind not in {DefectKind.ANCHOR, DefectKind.CASE}:
        return None
    root, own = project.settings.root, shown_path(project.settings.root, project.settings.brand)
    shared = root / "docs" / page.lang / f"{page.name}.md"
    is_replaced = page.file.startswith(f"{own}/docs/") and shared.is_file()
    return (page.text, place.fragment) if is_replaced else None


def _is_known(defect: SiteDefect, line: OriginLine, known: Mapping[tuple[str, int], Collection[str]]) -> bool:
    """Tell whether the project's own checks already said at this line what is wrong."""
    said = known.get((line.file, line.line), ())
    if defect.kind in KINDS_ABOUT_WORDS:
        return False
    target = line.target or defect.link.target
    spoken = {target, f"#{target.partition('#')[2]}" if "#" in target else target}
    spoken |= {target.strip("{} ")} if defect.kind == DefectKind.UNRENDERED else set()
    return not spoken.isdisjoint(said)


def _with_advice_for_author(line: OriginLine, defect: SiteDefect, brand: str) -> SiteDefect:
    """Return a defect with advice for whoever writes that line: the texts of the project are not a hospital's.

    ``brand`` is the folder of its pages.
    """
    if defect.kind != DefectKind.HTTP or not line.file.startswith(brand):
        return defect
    return replace(defect, do="write https:, or take the link out where that page has no https")


def _finding_at(defect: SiteDefect, line: OriginLine, site: FinishedSite, origins: Origins) -> Finding:
    """Return the finding of a defect at one line, with the addresses as they are written there."""
    target = line.target or defect.link.target
    near = format_address(site, defect.near, defect.link) if defect.near is not None else ""
    if line.has_names_of_pages and defect.near is not None:
        near = _format_as_markdown(defect, line, origins) or near
    return Finding(line.file, line.line, *defect.message_at(target, near))


def _format_as_markdown(defect: SiteDefect, line: OriginLine, origins: Origins) -> str:
    """Return the nearest target as an editor writes it in Markdown: "costs.md#who-pays"; "" where it is no page."""
    path, mark, fragment = (defect.near or "").partition("#")
    page = origins.pages.get(f"{path}index.html")
    if page is None:
        return ""
    return f"#{fragment}" if mark and line.file == page.file else f"{page.name}.md{mark}{fragment}"
