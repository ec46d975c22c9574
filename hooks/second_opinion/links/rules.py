"""What is wrong with the links of the finished site: what readers would get, not what editors typed.

It knows nothing of pages, snippets and data: `origins` finds the lines that an editor has to change.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.core.addresses import is_web_address
from second_opinion.core.cache import cached
from second_opinion.core.findings import Message, did_you_mean
from second_opinion.core.languages import FACTS, LANGUAGE_NAMES
from second_opinion.core.phone import can_be_dialled
from second_opinion.links.finished_site import (
    ERROR_PAGE,
    FinishedPage,
    FinishedSite,
    Link,
    Menus,
    finished_page,
    is_page,
    links_of_file,
    root_of,
)
from second_opinion.links.site_places import (
    SCHEME,
    UNSEEN,
    SitePlace,
    path_in_site,
    place_of,
    without_steps_up,
)

SCHEMES = ("https", "http", "mailto", "tel")
EMAIL = re.compile(r"[^@\s/?,]+@[^@\s/?.,]+(?:\.[^@\s/?.,]+)+")
HOW_TO_WRITE = {
    "mailto": "write mailto:name@example.nl",
    "tel": "write tel: and figures only, like tel:+31201234567",
}
NOUNS_OF_THE_PAGE = {"canonical address", "language link"}
PICTURES = {".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico"}


class DefectKind(StrEnum):
    """The kinds of defects, as tables name them."""

    PAGE = "missing page"
    FILE = "missing file"
    ANCHOR = "missing anchor"
    CASE = "letter case"
    SLASH = "no slash at the end"
    OUTSIDE = "leaves the folder"
    ROOT = "ignores the sub-path"
    LANGUAGE = "other language"
    LANGUAGE_LINK = "wrong language link"
    CANONICAL = "wrong canonical address"
    HTTP = "http for https"
    ADDRESS = "malformed address"
    MAILTO = "malformed mailto"
    TEL = "malformed tel"
    SCHEME = "unknown scheme"
    SCRIPT = "javascript"
    EMPTY = "empty target"
    NO_TEXT = "no link text"
    SAYS_NOTHING = "meaningless link text"
    TWO_TARGETS = "two targets, one text"
    REPEATED_ID = "duplicate anchor"
    REFERENCE = "reference to no anchor"
    UNRENDERED = "unrendered Markdown"


class SiteDefect(Struct, frozen=True):
    """One thing that is wrong in the finished site.

    ``{target}`` and ``{near}`` in the words stand for the target of the link and for ``near``, the address in the
    site ("kosten/#who-pays") of the nearest thing that exists; each is shown as it would be written there.
    """

    kind: DefectKind
    link: Link
    wrong: str
    do: str
    near: str | None = None

    def message_at(self, target: str, near: str) -> Message:
        """Return what is wrong and what to do, with the two addresses as they are written at some place."""
        wrong = self.wrong.replace("{target}", target).replace("{near}", near)
        return wrong, self.do.replace("{near}", near)


def check_site(site: FinishedSite, *, http_only: Collection[str] = ()) -> list[SiteDefect]:
    """Return all defects of a site; ``http_only`` are the addresses that exist only as ``http:``."""
    rules = LinkRules(site, frozenset(http_only))
    found: list[SiteDefect] = []
    for page in site.pages.values():
        for link in page.links:
            found += rules.check_target(link)
        found += _check_within_page(page)
        found += rules.check_language_links(page)
        found += rules.check_words(page)
    for link in site.links:
        found += rules.check_target(link)
    return found


class PagesRead:
    """The pages of a site that have been read, while it was made or after; of each is kept what the others need of it.

    Once a page has a defect, no further page is read here: the whole site is then read again.
    """

    def __init__(self, site_url: str) -> None:
        """Start with no page."""
        self.outlines: dict[str, FinishedPage] = {}
        self.is_sound = True
        site = FinishedSite(root_of(site_url), frozenset(), self.outlines, ())
        self._check_words = LinkRules(site, frozenset()).check_words
        self._led_to: set[tuple[object, ...]] = set()
        self._anchors: dict[str, str] = {}
        self._menus: Menus = {}

    def read(self, path: str, html: str) -> None:
        """Read a page as it is sent."""
        if not self.is_sound:
            return
        page = finished_page(path, html, self._menus)
        self.is_sound = not (any(_check_within_page(page)) or any(self._check_words(page)))
        self.outlines[path] = _without_known_targets(page, self._led_to, self._anchors)

    def take_in(self, outlines: Mapping[str, FinishedPage], *, is_sound: bool) -> None:
        """Take in pages that another process has read."""
        self.outlines |= outlines
        self.is_sound = self.is_sound and is_sound


def is_site_sound(
    read: PagesRead,
    texts: Iterable[tuple[str, str]],
    paths: frozenset[str],
    site_url: str,
    *,
    http_only: Collection[str] = (),
) -> bool:
    """Tell whether a site has no defect, of which some pages have been read already.

    ``texts`` are the others of a site with their paths, the pages first.
    """
    site = FinishedSite(root_of(site_url), paths, read.outlines, ())
    rules = LinkRules(site, frozenset(http_only))
    for path, text in texts:
        if not read.is_sound:
            return False
        if is_page(path):
            read.read(path, text)
        elif any(rules.check_target(link) for link in links_of_file(path, text)):
            return False
    return read.is_sound and not check_site(site, http_only=http_only)


def _without_known_targets(
    page: FinishedPage, led_to: set[tuple[object, ...]], anchors: dict[str, str]
) -> FinishedPage:
    """Return a page with only those links that lead where none before did, which ``led_to`` remembers.

    Many pages have the same anchors: ``anchors`` has each of them once.
    """
    links = []
    for link in page.links:
        if link.target[:1] == "#" and link.target[1:] in page.ids and not link.hreflang:
            continue
        if link.noun in NOUNS_OF_THE_PAGE:
            links.append(link)
            continue
        key = (
            *_target_key(link),
            link.file == ERROR_PAGE,
            page.lang,
            link.noun,
            link.hreflang,
            link.is_prose,
        )
        if key not in led_to:
            led_to.add(key)
            links.append(link)
    ids = {anchors.setdefault(anchor, anchor): 1 for anchor in page.ids}
    return replace(page, links=tuple(links), references=(), ids=ids)


def _target_key(link: Link) -> tuple[str, str]:
    """Return what is the same for all links that lead to the same place, from wherever they do."""
    if SCHEME.match(link.target):
        return "", link.target
    return (
        without_steps_up(link.base, link.target)
        if link.target.startswith("../")
        else (link.file, link.target)
    )


def outside_links(site: FinishedSite) -> list[Link]:
    """Return the links to other sites."""
    every = [link for page in site.pages.values() for link in page.links]
    return [
        link
        for link in every
        if link.target.lower().startswith(("https://", "http://")) and path_in_site(site, link.target) is None
    ]


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that is most like ``word``, or None where none is known."""
    found = difflib.get_close_matches(word, sorted(set(known)), n=1, cutoff=0.0)
    return found[0] if found else None


def _describe_mending(near: str | None) -> str:
    """Return what to do about something that does not exist."""
    return (
        "there is none like it; add it, or take this out"
        if near is None
        else "the nearest that exists is '{near}'"
    )


def _describe_link(link: Link) -> str:
    """Return how a message starts: "the link 'words' leads to 'target'"."""
    if link.noun in {
        "link",
        "redirect",
        "canonical address",
        "language link",
        "form",
        "search result",
        "sitemap",
    }:
        verb = "leads to"
    else:
        verb = "names" if link.noun in {"structured data", "preview"} else "is taken from"
    text = f" '{link.text}'" if link.text else ""
    return f"the {link.noun}{text} {verb} '{{target}}'"


class LinkRules:
    """The rules, with what they need to know of the whole site."""

    def __init__(self, site: FinishedSite, http_only: frozenset[str]) -> None:
        """Keep the site, and what may start with http:."""
        self.site = site
        self.http_only = http_only

    @cached_property
    def _by_small_letters(self) -> dict[str, str]:
        """Return the paths by their small letters, to tell a wrong case from a missing file."""
        return {path.lower(): path for path in sorted(self.site.paths)}

    # -- targets

    def check_target(self, link: Link) -> list[SiteDefect]:
        """Return what is wrong with the target of a link; never more than one defect."""
        target = UNSEEN.sub("", link.target)
        if target in {"", "#"}:
            text = f" '{link.text}'" if link.text else ""
            wrong = f"the {link.noun}{text} leads nowhere ('{{target}}')"
            return [
                SiteDefect(
                    DefectKind.EMPTY,
                    link,
                    wrong,
                    "write where it leads, or take the link out and keep its words",
                )
            ]
        scheme = SCHEME.match(target)
        if scheme and path_in_site(self.site, target) is None:
            return self._check_scheme(link, scheme.group(1).lower(), target)
        if target.startswith("//"):
            do = f"write 'https:{target}'"
            return [
                SiteDefect(
                    DefectKind.ADDRESS, link, f"{_describe_link(link)}, which lacks 'https:' in front", do
                )
            ]
        if not scheme and target.startswith("/") != (link.file == ERROR_PAGE) and not target.startswith("#"):
            return [self._defect_of_unportable_target(link, target)]
        place = place_of(self.site, link)
        if place is None:
            wrong, near = (
                f"{_describe_link(link)}, which leads out of the folder of the site",
                self._nearest_address(link, target),
            )
            return [SiteDefect(DefectKind.OUTSIDE, link, wrong, _describe_mending(near), near)]
        return self._check_place(link, place)

    def _check_scheme(self, link: Link, scheme: str, target: str) -> list[SiteDefect]:
        """Return what is wrong with an address that is not in this site."""
        if fault := self._wrong_scheme(link, scheme, target):
            kind, wrong, do = fault
            return [SiteDefect(kind, link, f"{_describe_link(link)}, {wrong}", do)]
        return []

    def _wrong_scheme(self, link: Link, scheme: str, target: str) -> tuple[DefectKind, str, str] | None:
        """Return the kind of what is wrong with such an address, what is said of the link, and what to do."""
        if scheme == "javascript":
            return DefectKind.SCRIPT, "which is a script and no address", "write the address of a page"
        if scheme == "data" and link.noun not in {"link", "form"}:
            return None
        if scheme not in SCHEMES:
            safe = [known for known in SCHEMES if known != "http"]
            return DefectKind.SCHEME, f"and '{scheme}:' is unknown", did_you_mean(scheme, safe)
        if scheme == "mailto" and not _is_mailto(target):
            return DefectKind.MAILTO, "which is no e-mail address", HOW_TO_WRITE[scheme]
        if scheme == "tel" and not _is_tel(target):
            return DefectKind.TEL, "which is no telephone number", HOW_TO_WRITE[scheme]
        if scheme in {"https", "http"} and not is_web_address(link.target):
            do = "write it in full, like https://www.example.nl/page"
            return DefectKind.ADDRESS, "which is no web address", do
        if scheme == "http" and target not in self.http_only:
            do = "write https:, or give its file in data/sources/ 'http_only:' with the reason"
            return DefectKind.HTTP, "which starts with http:", do
        return None

    def _defect_of_unportable_target(self, link: Link, target: str) -> SiteDefect:
        """Return the defect of a target that breaks where the site stands under a path, or in the 404 page."""
        near = self._nearest_address(link, target)
        if link.file == ERROR_PAGE:
            wrong = f"{_describe_link(link)}, which counts from the address that was asked for"
        else:
            ignored = "and so ignores the path under which the site may stand"
            wrong = f"{_describe_link(link)}, which starts with '/' {ignored}"
        return SiteDefect(DefectKind.ROOT, link, wrong, _describe_mending(near), near)

    def _check_place(self, link: Link, place: SitePlace) -> list[SiteDefect]:
        """Return what is wrong with a place in the site: the file, then the anchor, then the language."""
        if place.path not in self.site.paths:
            return [self._defect_of_missing_file(link, place)]
        page = self.site.pages.get(place.path)
        if page is None:
            return []
        if place.fragment and place.fragment not in page.ids and not place.fragment.startswith(":~:"):
            return [_defect_of_missing_anchor(link, place, page)]
        return self._check_target_language(link, page)

    def _defect_of_missing_file(self, link: Link, place: SitePlace) -> SiteDefect:
        """Return the defect of a link to a file that is not there."""
        other_case = self._by_small_letters.get(place.path.lower())
        if other_case:
            near = SitePlace(other_case, place.fragment).address
            wrong = f"{_describe_link(link)}, which differs in letter case from what exists"
            return SiteDefect(DefectKind.CASE, link, wrong, "write '{near}'", near)
        folder = posixpath.join(place.path, "index.html")
        if folder in self.site.paths:
            near = SitePlace(folder, place.fragment).address
            return SiteDefect(
                DefectKind.SLASH,
                link,
                f"{_describe_link(link)} without the slash at its end",
                "write '{near}'",
                near,
            )
        is_page = "." not in posixpath.basename(place.path) or place.path.endswith((".html", ".md"))
        kind, what = (DefectKind.PAGE, "page") if is_page else (DefectKind.FILE, "file")
        like = self._nearest_address(link, place.path)
        wrong = f"{_describe_link(link)}, and that {what} does not exist"
        return SiteDefect(kind, link, wrong, _describe_mending(like), like)

    def _nearest_address(self, link: Link, target: str) -> str | None:
        """Return the address most like a target: a page of the same language, or a file of the same kind."""
        path = re.sub(r"^(?:\.{0,2}/)+", "", target.partition("#")[0].partition("?")[0])
        ending = posixpath.splitext(path)[1].lower()
        if ending in {"", ".html", ".md"}:
            known = (
                other
                for other in self._files_of_language(self._page_language(link))
                if not self.site.pages[other].is_redirect
            )
            return nearest(path.removesuffix(".md"), (SitePlace(other).address for other in known))
        endings = PICTURES if ending in PICTURES else {ending}
        like = nearest(
            path, (other for other in self.site.paths if posixpath.splitext(other)[1].lower() in endings)
        )
        names = [posixpath.basename(like)] if like else []
        return like if difflib.get_close_matches(posixpath.basename(path), names) else None

    def _page_language(self, link: Link) -> str:
        """Return the language of the page on which a link stands."""
        page = self.site.pages.get(link.file)
        return page.lang if page else ""

    # -- languages

    def _check_target_language(self, link: Link, target: FinishedPage) -> list[SiteDefect]:
        """Return the defect of a link into the other language, or of a language link into the wrong one."""
        if link.hreflang and link.hreflang != "x-default" and link.hreflang.partition("-")[0] != target.lang:
            wrong = (
                f"{_describe_link(link)} with hreflang '{link.hreflang}', and that page is in '{target.lang}'"
            )
            return [
                SiteDefect(
                    DefectKind.LANGUAGE_LINK,
                    link,
                    wrong,
                    f"write hreflang '{target.lang}', or link to its twin",
                )
            ]
        here = self._page_language(link)
        if not link.is_prose or link.hreflang or link.file == ERROR_PAGE or target.lang in {here, ""}:
            return []
        twin = self._twin(target, here)
        near = SitePlace(twin.file if twin else min(self._files_of_language(here), key=len)).address
        wrong = f"{_describe_link(link)}, a page in {LANGUAGE_NAMES.get(target.lang, target.lang)}"
        return [
            SiteDefect(
                DefectKind.LANGUAGE, link, wrong, f"link to '{{near}}', or add hreflang={target.lang}", near
            )
        ]

    def _files_of_language(self, lang: str) -> list[str]:
        """Return the files of the pages of a language."""
        return [page.file for page in self.site.pages.values() if page.lang == lang]

    def check_language_links(self, page: FinishedPage) -> list[SiteDefect]:
        """Return canonical addresses and language links that do not belong to this page."""
        found = []
        for link in page.links:
            place = place_of(self.site, link) if link.noun in NOUNS_OF_THE_PAGE else None
            target = self.site.pages.get(place.path) if place else None
            if target is None or page.is_redirect:
                continue
            near = SitePlace(page.file).address
            if link.noun == "canonical address" and target is not page:
                wrong = f"{_describe_link(link)}, and this page stands at '{{near}}'"
                found.append(
                    SiteDefect(DefectKind.CANONICAL, link, wrong, "name its own address '{near}'", near)
                )
            elif link.noun == "language link" and not self._is_twin(link.hreflang, target, page):
                wrong = f"{_describe_link(link)} with hreflang '{link.hreflang}', and that page is no twin of this one"
                found.append(
                    SiteDefect(DefectKind.LANGUAGE_LINK, link, wrong, "name the same page in both languages")
                )
        return found

    def _is_twin(self, hreflang: str, target: FinishedPage, page: FinishedPage) -> bool:
        """Tell whether a page may stand as what ``page`` is in another language.

        Of two pages that do not lead to each other, the wrong one is the one whose twin is sure of another page.
        """
        if hreflang == "x-default":
            return any(
                target is other
                for other in (page, *(self._twin(page, lang) for lang in page.alternates if lang != hreflang))
            )
        back = self._twin(target, page.lang)
        if hreflang != target.lang or back is page:
            return True  # a wrong language is told with the target
        return back is not None and self._twin(back, target.lang) is not target

    def _twin(self, page: FinishedPage, lang: str) -> FinishedPage | None:
        """Return the page that a page names as what it is in a language."""
        address = page.alternates.get(lang)
        place = (
            place_of(self.site, Link(page.file, posixpath.dirname(page.file), "", address))
            if address
            else None
        )
        return self.site.pages.get(place.path) if place else None

    # -- words

    def address_of(self, link: Link) -> str:
        """Return where a link leads: an address from the root of the site, or that of another site."""
        place = place_of(self.site, link)
        return place.address if place else link.target

    def check_words(self, page: FinishedPage) -> Iterator[SiteDefect]:
        """Yield links whose words say nothing, and words that stand for two targets."""
        if page.is_redirect or page.file == ERROR_PAGE:
            return
        first: dict[str, Link] = {}
        reported: set[tuple[str, str]] = set()
        for link in page.links:
            if not link.is_prose:
                continue
            if defect := _defect_of_words(link, page.lang):
                yield defect
                continue
            if link.hreflang:
                continue
            words = comparable_words(link.text)
            same = first.setdefault(words, link)
            if same.target == link.target:
                continue
            key, where = self.address_of(link), self.address_of(same)
            if where != key and (words, key) not in reported:
                reported.add((words, key))
                wrong = f"{_describe_link(link)}, and the same words lead to '{{near}}' on this page"
                yield SiteDefect(DefectKind.TWO_TARGETS, link, wrong, "give the two different words", where)


def _defect_of_words(link: Link, lang: str) -> SiteDefect | None:
    """Return the defect of a link without words, or with words that do not say where it leads."""
    words = comparable_words(link.text)
    if not words:
        do = "write what the reader finds there"
        return SiteDefect(DefectKind.NO_TEXT, link, "the link to '{target}' has no words", do)
    if lang in FACTS and words in FACTS[lang].empty_link_words:
        wrong = f"the words '{link.text}' of the link to '{{target}}' do not say where it leads"
        return SiteDefect(DefectKind.SAYS_NOTHING, link, wrong, "name what the reader finds there")
    return None


def _defect_of_missing_anchor(link: Link, place: SitePlace, page: FinishedPage) -> SiteDefect:
    """Return the defect of a link to a place that a page does not have."""
    known = [anchor for anchor in page.ids if anchor and not anchor.startswith("term-note-")]
    other_case = [anchor for anchor in known if anchor.lower() == place.fragment.lower()]
    if other_case:
        wrong = f"{_describe_link(link)}, which differs in letter case from what exists"
        return SiteDefect(
            DefectKind.CASE, link, wrong, "write '{near}'", SitePlace(place.path, other_case[0]).address
        )
    anchor = nearest(place.fragment, known)
    wrong = f"{_describe_link(link)}, and that page has no '#{place.fragment}'"
    if not anchor:
        return SiteDefect(DefectKind.ANCHOR, link, wrong, "that page has no anchors; link to the page itself")
    near = SitePlace(place.path, anchor).address
    return SiteDefect(DefectKind.ANCHOR, link, wrong, _describe_mending(near), near)


def _check_within_page(page: FinishedPage) -> Iterator[SiteDefect]:
    """Yield anchors that stand twice, references to none, and Markdown that was not rendered."""
    for anchor, count in page.ids.items():
        if count > 1:
            link = Link(page.file, posixpath.dirname(page.file), "anchor", anchor, attribute="id")
            wrong = f"the anchor '{{target}}' stands {count} times on the page"
            yield SiteDefect(DefectKind.REPEATED_ID, link, wrong, "give each a name of its own")
    for link in page.references:
        if link.target not in page.ids:
            near = nearest(link.target, page.ids)
            wrong = f"'{link.attribute}' of <{link.tag}> names '{{target}}', which is no anchor on the page"
            yield SiteDefect(
                DefectKind.REFERENCE, link, wrong, f"did you mean '{near}'?" if near else "take it out"
            )
    for link in page.unrendered:
        do = "look for a bracket, a space or a name that is not right, or write it as code"
        yield SiteDefect(DefectKind.UNRENDERED, link, "readers see '{target}' as it was typed", do)


@cached
def comparable_words(text: str) -> str:
    """Return the words of a link in small letters, without marks."""
    return " ".join(re.findall(r"[\w'’-]*\w", text.casefold()))


def _is_mailto(target: str) -> bool:
    """Tell whether a mailto: address names one or more mailboxes."""
    mailboxes = unquote(target.partition(":")[2].partition("?")[0]).split(",")
    return all(EMAIL.fullmatch(mailbox.strip()) for mailbox in mailboxes)


def _is_tel(target: str) -> bool:
    """Tell whether a tel: address is a number that a telephone can dial."""
    return can_be_dialled(target.partition(":")[2].partition(";")[0])
