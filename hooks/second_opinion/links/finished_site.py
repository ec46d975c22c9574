"""What the finished site names: every address, anchor and reference in its pages, styles, scripts and indexes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import dirname
from typing import NamedTuple

from msgspec import Struct, field
from selectolax.lexbor import LexborHTMLParser, LexborNode

from second_opinion.core.addresses import home
from second_opinion.core.cache import cached_up_to
from second_opinion.core.findings import line_at

ERROR_PAGE = "404.html"
SEARCH_INDEX = re.compile(r"^assets/search/([a-z]{2})\.json$")
READ_TYPES = (".html", ".css", ".mjs", ".js", ".xml", ".json")

PROSE = "main a[href]:not(nav a, .contents-folded a, .term-note a, .trust a, .moved a)"
ADDRESSES = {
    "href",
    "src",
    "poster",
    "action",
    "formaction",
    "data-index",
    "data-later",
    "data-style",
    "data-home",
    "xlink:href",
}
ADDRESS_LISTS = {"srcset", "imagesrcset"}
ID_REFERENCES = (
    "for",
    "popovertarget",
    "commandfor",
    "aria-controls",
    "aria-labelledby",
    "aria-describedby",
    "aria-details",
    "aria-owns",
    "list",
    "headers",
)
REFERRING = frozenset(ID_REFERENCES)
LINKING = frozenset({*ADDRESSES, *ADDRESS_LISTS, "data", "style", "content"})
NOUNS = {"a": "link", "area": "link", "img": "image", "source": "image", "use": "image", "image": "image"}
PREVIEWS = {"og:url", "og:image", "og:see_also", "twitter:image"}

STYLE_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]*?)["']?\s*\)|@import\s+["']([^"']+)["']""")
MODULE_IMPORT = re.compile(r"""\b(?:from|import)\s*\(?\s*["'](\.{0,2}/[^"']+)["']""")
SITEMAP_ADDRESS = re.compile(r"""<loc>\s*([^<]*?)\s*</loc>|\bhref="([^"]*)\"""")
ROBOTS_ADDRESS = re.compile(r"^Sitemap:[ \t]*(\S*)", re.MULTILINE)
JSON_ADDRESS = re.compile(r'"(?:url|item|@id|logo|image)":\s*"([^"]*)"')
REFRESH = re.compile(r"^\s*\d+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)

MENU = "<nav"
CURRENT = ' aria-current="page"'
# What leads elsewhere from each page, or can be led to.
DIFFERS_BY_PAGE = re.compile(r"""\bhref=["'](?!\.\./|#)|\bid=""")
DRAWN = re.compile(r"""\bhref=["']#([^"']*)""")

UNRENDERED_MARKS = ("](", "][", "{{", "8<-", "8&lt;-")
UNRENDERED_LIST = re.compile(r"\{:?[ \t]*[.#][\w-]")
UNRENDERED = re.compile(
    r"!?\[[^\[\]\n]+\]\([^()\n]*\)"
    r"|!?\[[^\[\]\n]+\]\[[^\[\]\n]*\]"
    r"|\{\{[^{}\n]*(?:\}\})?"
    r"""|-+8<-+(?:\s*["'“”‘’][^"'“”‘’\n]*["'“”‘’])?"""
    r"|\{:?[ \t]*[.#][\w-]+[^{}\n]*\}"
)
BLOCKS = "title, p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6, summary, figcaption, .admonition, .body"
NOT_TEXT = "code, pre, script, style"
NOTES = ".term-note"


class Link(NamedTuple):
    """An address that a file of the site names; ``base`` is the folder from which it counts.

    ``noun`` says what it is in an editor's words. ``is_prose`` marks the links that an editor wrote in the main
    content, for which the rules about words hold. ``line`` is 0 in a page, which an editor never sees.
    """

    file: str
    base: str
    noun: str
    target: str
    text: str = ""
    hreflang: str = ""
    tag: str = ""
    attribute: str = ""
    is_prose: bool = False
    line: int = 0


class Named(Struct, frozen=True):
    """What a page names: its links, its anchors, and what it names by an anchor."""

    links: tuple[Link, ...]
    ids: tuple[str, ...]
    references: tuple[Link, ...]


class FinishedPage(Struct, frozen=True):
    """One page: its links, how often each anchor stands there, and what it names by an anchor."""

    file: str
    lang: str
    links: tuple[Link, ...]
    ids: Mapping[str, int]
    references: tuple[Link, ...]
    unrendered: tuple[Link, ...] = ()
    alternates: Mapping[str, str] = field(default_factory=dict)
    is_redirect: bool = False


class FinishedSite(Struct, frozen=True):
    """The whole site: the paths of all files, the pages, and the links in files that are no pages."""

    site_url: str
    paths: frozenset[str]
    pages: Mapping[str, FinishedPage]
    links: tuple[Link, ...]


def read_finished_site(folder: Path, site_url: str) -> FinishedSite:
    """Read a finished site from its folder, a file at a time: all of them together can be large."""
    paths = paths_in(folder)
    return finished_site(texts_in(folder, paths), paths, site_url)


def paths_in(folder: Path) -> frozenset[str]:
    """Return the paths of all files of a site."""
    return frozenset(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def texts_in(folder: Path, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the text of each file that can name something, with its path; the pages come first."""
    for path in sorted(paths, key=lambda path: (not is_page(path), path)):
        if path.endswith(READ_TYPES) or path == "robots.txt":
            yield path, (folder / path).read_text(encoding="utf-8", errors="replace")


def is_page(path: str) -> bool:
    """Tell whether a file of the site is a page."""
    return path.endswith(".html")


def finished_site(texts: Iterable[tuple[str, str]], paths: frozenset[str], site_url: str) -> FinishedSite:
    """Return what the texts of a site, each with its path, name; ``paths`` are those of all files, pictures too."""
    pages: dict[str, FinishedPage] = {}
    links: list[Link] = []
    menus: Menus = {}
    for path, text in texts:
        if is_page(path):
            pages[path] = finished_page(path, text, menus)
        else:
            links += links_of_file(path, text)
    return FinishedSite(root_of(site_url), paths, pages, tuple(links))


# Each with its folder => what it shows of the page that it stands on.
Menus = dict[tuple[str, str], frozenset[str]]


def root_of(site_url: str) -> str:
    """Return the address of a site with the slash at its end."""
    return site_url.rstrip("/") + "/"


# ---- pages


def finished_page(path: str, html: str, menus: Menus) -> FinishedPage:
    """Return what one page names, but for the menus that an earlier page had: those are in ``menus``, and go there."""
    shorter, drawn = without_known_menus(html, dirname(path), menus)
    page = _read_page(path, shorter)
    return page if drawn <= page.ids.keys() else _read_page(path, html)


def _read_page(path: str, html: str) -> FinishedPage:
    tree = LexborHTMLParser(html)
    prose = {node.mem_id for node in tree.css(PROSE)}
    root = tree.root
    named = _names_in(root.traverse() if root is not None else (), path, prose)
    lang = root.attributes.get("lang") if root is not None else ""
    alternates = {link.hreflang: link.target for link in named.links if link.noun == "language link"}
    return FinishedPage(
        path,
        (lang or "").partition("-")[0],
        named.links,
        Counter(named.ids),
        named.references,
        tuple(_unrendered_markdown(path, html)),
        alternates,
        any(link.noun == "redirect" for link in named.links),
    )


def _names_in(nodes: Iterable[LexborNode], path: str, prose: Collection[int]) -> Named:
    """Return what the elements of a page name."""
    folder = dirname(path)
    links: list[Link] = []
    references: list[Link] = []
    ids: list[str] = []
    for node in nodes:
        attributes = node.attributes
        if not attributes:
            continue
        if "id" in attributes:
            ids.append(attributes["id"] or "")
        if not LINKING.isdisjoint(attributes):
            links += _links_of(node, attributes, path, folder, is_prose=node.mem_id in prose)
        if not REFERRING.isdisjoint(attributes):
            references += _references_of(node, attributes, path)
        if node.tag == "a" and attributes.get("name") and attributes["name"] not in ids:
            ids.append(attributes["name"] or "")
        if attributes.get("type") == "application/ld+json":
            addresses = JSON_ADDRESS.findall(node.text())
            links += [
                _link_without_words(path, "structured data", address, tag="script") for address in addresses
            ]
    return Named(tuple(links), tuple(ids), tuple(references))


def without_known_menus(html: str, folder: str, menus: Menus) -> tuple[str, frozenset[str]]:
    """Return a page without the lists of links that lead from it where they led from another; remember the others.

    What is left out may show drawings of the page itself: their anchors are returned too.
    """
    before, *parts = html.split(MENU)
    shorter = [_without_known_menu(part, dirname(folder), menus) for part in parts]
    return MENU.join([before, *(part for part, _ in shorter)]), frozenset().union(
        *(drawn for _, drawn in shorter)
    )


def _without_known_menu(html: str, folder: str, menus: Menus) -> tuple[str, frozenset[str]]:
    end = html.find("</nav>")
    start, stop = html.find("<ul", 0, end), html.rfind("</ul>", 0, end)
    if min(start, stop, end) < 0:
        return html, frozenset()
    menu = (folder, html[start:stop].replace(CURRENT, ""))
    if menu in menus:
        return html[:start] + html[stop:].removeprefix("</ul>"), menus[menu]
    if not DIFFERS_BY_PAGE.search(menu[1]):
        menus[menu] = frozenset(DRAWN.findall(menu[1]))
    return html, frozenset()


def _link_without_words(path: str, noun: str, target: str, *, tag: str, attribute: str = "") -> Link:
    return Link(path, dirname(path), noun, target, tag=tag, attribute=attribute)


def _links_of(
    node: LexborNode, attributes: Mapping[str, str | None], path: str, folder: str, *, is_prose: bool
) -> Iterator[Link]:
    tag = node.tag or ""
    for name, value in attributes.items():
        if name in ADDRESSES or (name == "data" and tag == "object"):
            noun = noun_of(tag, name, attributes)
            text = _link_text(node, attributes) if tag == "a" else attributes.get("alt") or ""
            hreflang = attributes.get("hreflang") or ""
            target = value or ""
            yield Link(path, folder, noun, target, text, hreflang, tag, name, is_prose)
        elif name in ADDRESS_LISTS:
            for part in (value or "").split(","):
                target = part.split()[0] if part.split() else ""
                yield _link_without_words(path, "image", target, tag=tag, attribute=name)
        elif name == "style":
            for address in _style_addresses(value or ""):
                yield _link_without_words(path, "style", address[0], tag=tag, attribute=name)
        elif tag == "meta" and name == "content":
            yield from _meta_link(attributes, path)


def noun_of(tag: str, attribute: str, attributes: Mapping[str, str | None]) -> str:
    """Return what an address is for, in an editor's words; of a <link> its rel says it."""
    if attribute.startswith("data-") or attribute == "data":
        parts = {
            "data-index": "search index",
            "data-later": "cost estimate",
            "data-style": "stylesheet",
            "data-home": "search",
        }
        return parts.get(attribute, "object")
    if tag != "link":
        return NOUNS.get(tag, tag)
    rel = (attributes.get("rel") or "").split()
    if "alternate" in rel and "hreflang" in attributes:
        return "language link"
    return "canonical address" if "canonical" in rel else " ".join(rel)


def _meta_link(attributes: Mapping[str, str | None], path: str) -> Iterator[Link]:
    content = attributes.get("content") or ""
    if (attributes.get("http-equiv") or "").lower() == "refresh" and (found := REFRESH.match(content)):
        yield _link_without_words(path, "redirect", found.group(1), tag="meta", attribute="content")
    if (attributes.get("property") or attributes.get("name")) in PREVIEWS:
        yield _link_without_words(path, "preview", content, tag="meta", attribute="content")


def _references_of(node: LexborNode, attributes: Mapping[str, str | None], path: str) -> Iterator[Link]:
    for name in ID_REFERENCES:
        if name in attributes:
            for target in (attributes[name] or "").split() or [""]:
                text = " ".join(node.text().split())
                yield Link(path, dirname(path), name, target, text, tag=node.tag or "", attribute=name)


def _link_text(node: LexborNode, attributes: Mapping[str, str | None]) -> str:
    """Return the words that a reader hears for a link: its label, its text, or those of its pictures."""
    label = attributes.get("aria-label")
    words = label or node.text() or ""
    if not words.strip():
        words = " ".join(image.attributes.get("alt") or "" for image in node.css("img"))
    return " ".join(words.split())


def _unrendered_markdown(path: str, html: str) -> Iterator[Link]:
    """Yield Markdown that readers would see; a quick look at the whole text says whether to search at all."""
    if not (any(mark in html for mark in UNRENDERED_MARKS) or UNRENDERED_LIST.search(html)):
        return
    tree = LexborHTMLParser(html)
    for node in tree.css(NOT_TEXT):
        node.decompose()
    texts = [node.text() for node in tree.css(NOTES)]
    for node in tree.css(NOTES):
        node.decompose()  # a note stands in the middle of a sentence
    texts += [node.text() for node in tree.css(BLOCKS)]
    texts += [node.attributes.get("content") or "" for node in tree.css("meta[name=description]")]
    found = [match.group(0) for text in texts for match in UNRENDERED.finditer(text)]
    for target in dict.fromkeys(found):
        yield _link_without_words(path, "text", target, tag="p")


# ---- other files


def links_of_file(path: str, text: str) -> Iterable[Link]:
    """Return the links of a style, a script, the sitemap, robots.txt or a search index."""
    if index := SEARCH_INDEX.match(path):  # it holds the words of all pages, too much to keep
        return _links_of_index(path, index.group(1), text)
    return _links_of_small_file(path, text)


@cached_up_to(200)
def _links_of_small_file(path: str, text: str) -> tuple[Link, ...]:
    return tuple(_links_of_file(path, text))


def _links_of_file(path: str, text: str) -> Iterator[Link]:
    if path.endswith(".css"):
        yield from _links_at_lines(path, "style", text, _style_addresses(text))
    elif path.endswith((".mjs", ".js")):
        yield from _links_at_lines(path, "script", text, _matches_with_lines(MODULE_IMPORT, text))
    elif path.endswith(".xml"):
        yield from _links_at_lines(path, "sitemap", text, _matches_with_lines(SITEMAP_ADDRESS, text))
    elif path == "robots.txt":
        yield from _links_at_lines(path, "sitemap", text, _matches_with_lines(ROBOTS_ADDRESS, text))


def _matches_with_lines(pattern: re.Pattern[str], text: str) -> Iterator[tuple[str, int]]:
    for match in pattern.finditer(text):
        yield next(group for group in match.groups() if group is not None), match.start()


def _style_addresses(text: str) -> Iterator[tuple[str, int]]:
    return (
        (address, start)
        for address, start in _matches_with_lines(STYLE_ADDRESS, text)
        if not address.startswith("data:")
    )


def _links_at_lines(path: str, noun: str, text: str, found: Iterator[tuple[str, int]]) -> Iterator[Link]:
    for target, start in found:
        line = line_at(text, start)
        yield Link(path, dirname(path), noun, target, line=line)


def _links_of_index(path: str, lang: str, text: str) -> Iterator[Link]:
    """Yield the way to each section of each page; it counts from the home page of the index's language."""
    for page in json.loads(text)["pages"]:
        for anchor, heading, *_ in page["sections"] or [("", "")]:
            target = f"{page['address'] or './'}{'#' + anchor if anchor else ''}"
            yield Link(
                path, home(lang).rstrip("/"), "search result", target, heading or page["title"], line=1
            )
