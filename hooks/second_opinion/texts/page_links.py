"""The links of pages to sections, pages and files of the site: where one leads nowhere, and what is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from second_opinion.core.findings import Finding, Message, did_you_mean
from second_opinion.core.markdown_text import MarkdownLink, Text, text_links
from second_opinion.data.moved_anchors import PageAnchor
from second_opinion.texts import picture_files
from second_opinion.texts.pages import AnyPage

PAPER_ENDINGS = (".pdf", ".docx", ".odt")  # of leaflets and forms
ON_HOST = re.compile(r"https?://\S+/docs/\w+/([\w-]+)\.md(#[\w-]+)?$")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ADDRESS = re.compile(r"/|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def check_links(
    page: AnyPage,
    text: Text,
    anchors: Mapping[str, Collection[str]],
    moved: Mapping[PageAnchor, PageAnchor],
    *,
    unknown: Collection[str] = (),
    is_own: bool = False,
    became: Mapping[str, str],
) -> list[Finding]:
    """Find links to pages that do not exist; addresses are left to the check of the finished site.

    ``text`` is the page's own or that of a snippet it includes; ``anchors`` holds the anchors of each page
    of the page's language by page name, ``moved`` where sections of these pages are answered now. Of pages that are
    ``unknown``, as they are to be written, something else tells. In a text of a brand (``is_own``) a link to one that
    moved works, and is a notice. ``became`` names the page that took the place of each one that went.
    """
    findings = []
    for link in text_links(text):
        if _place_of_link(page, link).page not in unknown and (
            fault := _message_of_wrong_link(page, link, anchors, moved, became)
        ):
            is_moved = _place_of_link(page, link) in moved
            findings.append(
                Finding(
                    text.file,
                    link.line,
                    *fault,
                    is_fault=not (is_own and is_moved),
                    about=_target_and_anchor(link),
                )
            )
    return findings


def check_links_by_address(text: Text, slugs: Mapping[str, str]) -> Iterator[Finding]:
    """Find links that call a page by its address: kosten.md for costs.md. ``slugs`` are the pages by such addresses."""
    for link in text_links(text):
        path, mark, anchor = link.target.partition("#")
        slug = path.removesuffix(".md")
        if slug in slugs:
            wrong = (
                f"the link '{link.words}' leads to '{link.target}', and '{slug}' is the address of that page"
            )
            do = f"write the name of its file, {slugs[slug]}.md{mark}{anchor}"
            yield Finding(text.file, link.line, wrong, do, about=_target_and_anchor(link))


def _target_and_anchor(link: MarkdownLink) -> tuple[str, str]:
    return link.target, f"#{link.target.partition('#')[2]}"


class LostLink(Struct, frozen=True):
    """A link to a section that its page does not have: the file it stands in, and the place where it should lead."""

    file: str
    link: MarkdownLink
    place: PageAnchor


def lost_links(
    page: AnyPage,
    text: Text,
    anchors: Mapping[str, Collection[str]],
    moved: Mapping[PageAnchor, PageAnchor],
    unknown: Collection[str] = (),
) -> list[LostLink]:
    """Return the links of a text to sections that do not exist, on pages that do; see `check_links`."""
    links = [link for link in text_links(text) if link.target and not ADDRESS.match(link.target)]
    places = [_place_of_link(page, link) for link in links]
    return [
        LostLink(text.file, link, place)
        for link, place in zip(links, places, strict=True)
        if place.page in anchors
        and place.page not in unknown
        and place.anchor not in {*anchors[place.page], ""}
        and place not in moved
    ]


def findings_of_lost_links(lost: Iterable[LostLink], anchors: Mapping[str, Collection[str]]) -> list[Finding]:
    """Return one finding for all links of a language to a section that is not there, at the first of them."""
    by_place: dict[PageAnchor, list[LostLink]] = {}
    for one in lost:
        by_place.setdefault(one.place, []).append(one)
    return [_finding_of_lost_links(place, links, anchors[place.page]) for place, links in by_place.items()]


def _finding_of_lost_links(place: PageAnchor, lost: Sequence[LostLink], anchors: Collection[str]) -> Finding:
    first, *more = lost
    so_do = f" (so {'does' if len(more) == 1 else 'do'} {_format_places(more)})" if more else ""
    wrong = f"the link '{first.link.words}' leads to '#{place.anchor}', which is no section of {place.page}.md{so_do}"
    also = tuple((one.file, one.link.line) for one in more)
    about = tuple(dict.fromkeys(said for one in lost for said in _target_and_anchor(one.link)))
    return Finding(
        first.file, first.link.line, wrong, did_you_mean(place.anchor, anchors), about=about, also=also
    )


def _format_places(lost: Iterable[LostLink]) -> str:
    """Return the files and lines of links, in one line."""
    return ", ".join(dict.fromkeys(f"{one.file}:{one.link.line}" for one in lost))


def _place_of_link(page: AnyPage, link: MarkdownLink) -> PageAnchor:
    path, _, anchor = link.target.partition("#")
    return PageAnchor(path.removesuffix(".md") if path else page.name, anchor)


def _message_of_wrong_link(
    page: AnyPage,
    link: MarkdownLink,
    anchors: Mapping[str, Collection[str]],
    moved: Mapping[PageAnchor, PageAnchor],
    became: Mapping[str, str],
) -> Message | None:
    """Return what is wrong with where a link leads, and what to do."""
    if ADDRESS.match(link.target):
        return _message_of_file_on_host(link, anchors)
    if not link.target:
        do = "write the page or the section, like costs.md#who-pays"
        return f"the link '{link.words}' leads nowhere", do
    path, place = link.target.partition("#")[0], _place_of_link(page, link)
    name, anchor = place.page, place.anchor
    if name not in anchors:
        return _message_of_missing_target(link, place, anchors, moved, became)
    if new := moved.get(place):
        wrong = f"the link '{link.words}' leads to '#{anchor}', which moved from {name}.md"
        return wrong, f"write {new.page}.md{'#' + new.anchor if new.anchor else ''}"
    if path and not path.endswith(".md") and anchor in {*anchors[name], ""}:
        wrong = f"the link '{link.words}' leads to '{link.target}'"
        return wrong, f"write {name}.md{'#' + anchor if anchor else ''}"
    return None


def _message_of_file_on_host(link: MarkdownLink, pages: Collection[str]) -> Message | None:
    """Return what is wrong with a link to the file of a page where editors see it; None for any other address."""
    match = ON_HOST.match(link.target)
    if match is None or match[1] not in pages:
        return None
    wrong = f"the link '{link.words}' leads to the file of a page, '{link.target}'"
    return wrong, f"write {match[1]}.md{match[2] or ''}"


def _message_of_missing_target(
    link: MarkdownLink,
    place: PageAnchor,
    anchors: Mapping[str, Collection[str]],
    moved: Mapping[PageAnchor, PageAnchor],
    became: Mapping[str, str],
) -> Message:
    """Return what is wrong with a link to something that is no page, and what to do."""
    path = link.target.partition("#")[0]
    if path.endswith(PAPER_ENDINGS):
        wrong = f"the link '{link.words}' leads to the file '{path}', and a text leads to pages alone"
        do = "name the file at 'papers' in brand.yml, and lead to your-hospital.md#papers, or write its whole address"
        return wrong, do
    if link.target.startswith("www."):
        return f"the link '{link.words}' leads to '{link.target}'", f"write https://{link.target}"
    if MAIL.fullmatch(link.target):
        return f"the link '{link.words}' leads to '{link.target}'", f"write mailto:{link.target}"
    if path.endswith(picture_files.ENDINGS):
        wrong = f"the link '{link.words}' leads to the picture '{link.target}', and readers do not see it"
        return wrong, f"write a '!' before it: ![{link.words}]({link.target})"
    wrong = f"the link '{link.words}' leads to '{link.target}', and that page"
    if (now := became.get(place.page)) in anchors:
        return f"{wrong} has become {now}.md", _where_now(PageAnchor(str(now), place.anchor), anchors, moved)
    return f"{wrong} does not exist", did_you_mean(path, [f"{other}.md" for other in anchors])


def _where_now(
    place: PageAnchor, anchors: Mapping[str, Collection[str]], moved: Mapping[PageAnchor, PageAnchor]
) -> str:
    """Return what to write in place of a section of a page that went, by its name on the page that took its place."""
    now = moved.get(place, place)
    if now.anchor and now.anchor in anchors.get(now.page, ()):
        return f"write {now.page}.md#{now.anchor}"
    return f"write {place.page}.md" + (", or a section of it" if place.anchor else "")
