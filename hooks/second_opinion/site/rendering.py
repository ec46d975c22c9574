"""Markdown as HTML: made by one Markdown for all pages of a language, and once for what a process had before.

MkDocs would make a Markdown for each page, and look for the file behind every link anew. What a page becomes follows
from its filled text, the settings of Markdown and the addresses of all files. That is the key, so what is kept can
never be what would not be made now.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit, urlunsplit

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE
from mkdocs.utils import get_relative_url

from second_opinion.core.cache import SizedCache
from second_opinion.core.markdown_text import fill_names, include_snippets

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.pages import Page

MOST_CHARACTERS = 1_500_000  # characters: twice what a site of forty pages has
RENDERED = SizedCache[str](MOST_CHARACTERS)
LAST = 0  # MkDocs does this last too
TARGETS = {"a": "href", "img": "src"}
# Of what must stand in a text, at least one, where a pattern of Python-Markdown is to find anything there.
MARKS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "reference": ("]:",),  # a text that defines none refers to none
    "link": ("](",),
    "image_link": ("![",),
    "image_reference": ("]:",),
    "short_reference": ("]:",),
    "short_image_ref": ("]:",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n", "\t", "\r"),
    "html": ("<",),
    "entity": ("&",),
}


class Addresses(Treeprocessor):
    """Give links and images the addresses that their files have in the site."""

    def __init__(self, find_file: Callable[[str], File | None]) -> None:
        """Keep what finds a file by its path below docs/; each path is looked for once."""
        super().__init__()
        self._find_file = find_file
        self._found: dict[str, str | None] = {}
        self.file: File | None = None

    def run(self, root: Element) -> None:
        """Replace what is written by what leads there from the page."""
        assert self.file is not None  # noqa: S101 (the renderer says which page it is)
        for element in root.iter():
            if key := TARGETS.get(element.tag):
                element.set(key, self.address_of(element.get(key) or "", self.file))

    def address_of(self, written: str, page: File) -> str:
        """Return what leads from a page to what is written in it; what is no file of the site stays as it is."""
        scheme, host, path, query, anchor = urlsplit(written)
        if scheme or host or not path or path[0] in "/\\" or AMP_SUBSTITUTE in written:
            return written
        target = posixpath.normpath(
            posixpath.join(posixpath.dirname(page.src_uri), unquote(path)).lstrip("/")
        )
        if target not in self._found:
            file = self._find_file(target)
            self._found[target] = file.url if file else None
        address = self._found[target]
        if address is None:
            return written
        return urlunsplit(("", "", get_relative_url(address, page.url), query, anchor))


class Patterns:
    """The patterns of a Markdown; each is tried on each piece of a text, so only those that can find anything are."""

    def __init__(self, markdown: Markdown) -> None:
        """Keep all patterns, in their order, with their marks; one that is not known here is tried on every text."""
        self._inline: Any = markdown.treeprocessors["inline"]
        known = {id(markdown.inlinePatterns[name]): marks for name, marks in MARKS.items()}
        self._all = [(pattern, known.get(id(pattern))) for pattern in markdown.inlinePatterns]

    def set_for(self, text: str) -> None:
        """Let only those be tried that can find anything in a text."""
        self._inline.inlinePatterns = [
            pattern for pattern, marks in self._all if marks is None or any(mark in text for mark in marks)
        ]


class Renderer:
    """What renders the pages of one language."""

    def __init__(
        self,
        config: MkDocsConfig,
        files: Files,
        *,
        snippets: Mapping[str, str],
        values: Mapping[str, str],
    ) -> None:
        """Keep the texts that go into pages; the settings of Markdown and all files stand in the key of each."""
        self._snippets, self._values = snippets, values
        self._addresses = Addresses(files.get_file_from_path)
        self._markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        self._markdown.treeprocessors.register(self._addresses, "addresses", LAST)
        self._patterns = Patterns(self._markdown)
        settings = (config.markdown_extensions, config.mdx_configs)
        self._around = key_of_parts(*settings, *(f"{file.src_uri} {file.url}" for file in files))

    def filled(self, markdown: str) -> str:
        """Return a text with its snippets and then its ``{{ names }}`` put in, so that names in snippets work too."""
        return fill_names(include_snippets(markdown, self._snippets), self._values)

    def key_of(self, text: str, file: File) -> str:
        """Return a key of all that decides what a page becomes."""
        return key_of_parts(text, file.src_uri, file.url, self._around)

    def rendered(self, text: str, file: File) -> str:
        """Return a filled text as HTML, or what it became before in this process."""
        key = self.key_of(text, file)
        html = RENDERED.get(key)
        if html is None:
            self._addresses.file = file
            self._patterns.set_for(text)
            html = self._markdown.reset().convert(text)
            RENDERED.put(key, html, len(html))
        return html


def leave_unrendered(page: Page) -> None:
    """Keep MkDocs from rendering a page."""

    def render(config: MkDocsConfig, files: Files) -> None:  # noqa: ARG001 (what MkDocs hands over)
        page.content = ""

    page.render = render  # type: ignore[method-assign]


def key_of_parts(*parts: object) -> str:
    """Return one key for several parts: equal parts give equal keys."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()
