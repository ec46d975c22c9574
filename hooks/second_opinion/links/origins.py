"""Where editors find what is wrong in the finished site: every line of a page, snippet, data file, brand or template.

Nothing here runs as long as nothing is wrong.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from second_opinion.core.markdown_text import INCLUDE, Text, markdown_links, without_targets
from second_opinion.links.finished_site import FinishedSite, Link, noun_of
from second_opinion.links.rules import DefectKind, SiteDefect, comparable_words
from second_opinion.links.site_places import SitePlace, place_of
from second_opinion.project.disk import read_text
from second_opinion.project.project import Project
from second_opinion.project.settings import shown_path
from second_opinion.texts.pages import Page
from second_opinion.texts.published import page_address
from second_opinion.texts.snippets import with_its_snippets

KINDS_ABOUT_WORDS = {DefectKind.NO_TEXT, DefectKind.SAYS_NOTHING, DefectKind.TWO_TARGETS}
KINDS_FOUND_BY_PATTERN = {DefectKind.UNRENDERED, DefectKind.REPEATED_ID, DefectKind.REFERENCE}
DATA_TYPES = {".yml", ".yaml", ".md", ".css", ".mjs", ".html", ".svg"}

AUTOMATIC = re.compile(r"<((?:[a-z][a-z0-9+.-]*:|[^\s<>@]+@)[^\s<>]+)>", re.IGNORECASE)
RAW = re.compile(r"""\b(?:href|src|srcset|poster|action)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
TOKEN = re.compile(r"""[a-z][a-z0-9+.-]*:[^\s"'<>)\]}]+|[^\s"'<>()\[\]:]+@[^\s"'<>()\[\]]+""", re.IGNORECASE)

VALUE = re.compile(r"""^[\s-]*[\w-]+:\s+["']?([^\s"']+)["']?\s*$""")

JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
TAG = re.compile(r"<([a-z][\w-]*)((?:\{\{.*?\}\}|\{%.*?%\}|[^<>])*)>", re.DOTALL)
ATTRIBUTE = re.compile(r"""([\w:-]+)="((?:\{\{.*?\}\}|\{%.*?%\}|[^"])*)\"""", re.DOTALL)


class WrittenLink(Struct, frozen=True):
    """A link as it stands in a Markdown text; ``is_markdown`` tells it from one in raw HTML.

    ``defined`` is the line of the target where that stands apart from the words: ``[words]: target``.
    """

    file: str
    line: int
    words: str
    target: str
    is_markdown: bool = True
    defined: int = 0


class OriginLine(Struct, frozen=True):
    """A line that an editor can change, and the target as it stands there ("" where it stands there in parts)."""

    file: str
    line: int
    target: str = ""
    has_names_of_pages: bool = False


class Origins(Struct, frozen=True, dict=True):
    """Everything that a site is made from, as text; ``pages`` and their ``texts`` go by their path in the site."""

    pages: Mapping[str, Page]
    texts: Mapping[str, Sequence[Text]]
    data: Sequence[Text]
    brand: Sequence[Text]
    templates: Sequence[Text]
    code: Sequence[Text]
    assets: Mapping[str, str]
    values: Collection[str] = ()

    @cached_property
    def addresses(self) -> Mapping[str, Sequence[OriginLine]]:
        """Return the lines of data and brand in which each address stands."""
        found: dict[str, list[OriginLine]] = {}
        for text in (*self.data, *self.brand):
            for line, words in text.lines():
                for address in {*TOKEN.findall(words), *VALUE.findall(words)}:
                    found.setdefault(address, []).append(OriginLine(text.file, line))
        return found

    @cached_property
    def links(self) -> Mapping[str, Sequence[WrittenLink]]:
        """Return the links that stand in each Markdown text."""
        texts = {text.file: text for texts in self.texts.values() for text in texts}
        return {file: tuple(written_links(text)) for file, text in texts.items()}


def read_origins(project: Project) -> Origins:
    """Read again, this time as plain text, what a project is made from."""
    root, brand = project.settings.root, project.settings.brand

    def texts(folder: Path) -> list[Text]:
        files = [file for file in sorted(folder.rglob("*")) if file.suffix in DATA_TYPES]
        return [Text(shown_path(root, file), text_of(file)) for file in files]

    def text_of(file: Path) -> str:
        return read_text(file, "")[0] or ""  # what is wrong with the file has been said

    pages: dict[str, Page] = {}
    of_pages: dict[str, Sequence[Text]] = {}
    for page in project.pages:
        path = f"{page_address(page)}index.html"
        whole = Text(page.file, text_of(root / page.file))
        of_pages[path] = [whole, *with_its_snippets(page.text, project.snippets[page.lang])[1:]]
        pages[path] = page
    overrides = root / "overrides"
    written = texts(overrides)
    return Origins(
        pages,
        of_pages,
        data=texts(root / "data"),
        brand=texts(brand),
        templates=[text for text in written if text.file.endswith(".html")],
        code=[text for text in written if text.file.endswith((".css", ".mjs"))],
        assets={
            file.relative_to(overrides).as_posix(): shown_path(root, file)
            for file in overrides.rglob("*")
            if file.is_file()
        },
        values={name for values in project.values.values() for name in values},
    )


def lines_of_defect(defect: SiteDefect, site: FinishedSite, origins: Origins) -> list[OriginLine]:
    """Return every line that holds what is wrong; where none can be told, the first of the page's own file."""
    link = defect.link
    if link.line:
        return _lines_in_asset(link, origins) or [
            OriginLine(origins.assets.get(link.file, f"site/{link.file}"), link.line, link.target)
        ]
    texts = origins.texts.get(link.file, ())
    if defect.kind in KINDS_FOUND_BY_PATTERN:
        found = _lines_with_pattern(defect, texts, origins)
    else:
        found = _lines_with_link(defect, site, texts, origins)
    own = texts[0].file if texts else f"site/{link.file}"
    return found or [OriginLine(own, 1, link.target)]


def _lines_with_pattern(defect: SiteDefect, texts: Sequence[Text], origins: Origins) -> list[OriginLine]:
    """Return the lines with an anchor, a reference or Markdown: of the page, else of data and brand, else of templates.

    What was filled in on the page does not stand in its text.
    """
    pattern, target = _pattern_of(defect), defect.link.target
    is_filled_in = defect.kind == DefectKind.UNRENDERED and target.strip("{} ") in origins.values
    return (
        _lines_matching(pattern, [] if is_filled_in else texts, target)
        or _lines_matching(pattern, (*origins.data, *origins.brand), target)
        or _lines_matching(pattern, origins.templates, target)
    )


def _lines_with_link(
    defect: SiteDefect, site: FinishedSite, texts: Sequence[Text], origins: Origins
) -> list[OriginLine]:
    """Return the lines with a link, of the first of these that holds it.

    In the text of a page: page and snippets; data; brand; templates.
    In the frame around it, such as the menu: data; brand; page and snippets; templates.
    """
    link = defect.link
    of_page = _lines_in_markdown(defect, site, texts, origins)
    of_data = _lines_of_data(defect, origins)
    is_frame = link.tag == "a" and not link.is_prose
    first, then = (of_data, of_page) if is_frame else (of_page, of_data)
    return first or then or _lines_in_templates(link, origins.templates)


def _lines_of_data(defect: SiteDefect, origins: Origins) -> list[OriginLine]:
    """Return the lines of data, else of a brand, that hold an address, or the words where those are the defect."""
    link = defect.link
    found = lines_with_address(link.target, origins) or _lines_with_beginning(link, origins.brand)
    return found or (_lines_with_words(link.text, origins.data) if defect.kind in KINDS_ABOUT_WORDS else [])


def _lines_in_asset(link: Link, origins: Origins) -> list[OriginLine]:
    """Return the lines with an address in what a style or a script is made from; it is sent without its remarks."""
    stem = link.file.removesuffix(".css")
    files = {
        shown for path, shown in origins.assets.items() if path == link.file or path.startswith(f"{stem}/")
    }
    pattern = re.compile(rf"""["'(]\s*{re.escape(link.target)}["')\s]""")
    return _lines_matching(pattern, [text for text in origins.code if text.file in files], link.target)


def _pattern_of(defect: SiteDefect) -> re.Pattern[str]:
    """Return what a line holds that has an anchor, a reference to one, or Markdown that was not rendered."""
    target = re.escape(defect.link.target)
    if defect.kind == DefectKind.REPEATED_ID:
        return re.compile(rf"""\{{[^{{}}]*#{target}(?![\w-])|\bid=["']?{target}(?![\w-])""")
    if defect.kind == DefectKind.REFERENCE:
        return re.compile(rf"""\b{defect.link.attribute}\s*=\s*["'](?:[^"']*\s)?{target}["'\s]""")
    return re.compile(r"\s+".join(map(re.escape, defect.link.target.split())))


def _lines_matching(pattern: re.Pattern[str], texts: Iterable[Text], target: str) -> list[OriginLine]:
    """Return the lines in which a pattern is found."""
    return [
        OriginLine(text.file, line, target)
        for text in texts
        for line, words in text.lines()
        if not INCLUDE.match(words) and (pattern.search(words) or pattern.search(html.unescape(words)))
    ]


def _lines_in_markdown(
    defect: SiteDefect, site: FinishedSite, texts: Sequence[Text], origins: Origins
) -> list[OriginLine]:
    """Return the lines of a page and its snippets with a link to the same place, of the same words where there are.

    Of "[price](costs.md)" on line 3 and "[bill](costs.md)" on line 9, a defect at the link "bill" => line 9; one of
    which no words are the same, as after a name in {{ }} => both, or only the first where the defect is in words.
    """
    link = defect.link
    wanted = place_of(site, link)
    page = origins.pages.get(link.file)
    same = [
        one
        for text in texts
        for one in origins.links[text.file]
        if one.target == link.target
        or (wanted is not None and _place_of_written_link(site, one, link, page, origins) == wanted)
    ]
    alike = [one for one in same if comparable_words(one.words) == comparable_words(link.text)]
    is_in_words = defect.kind in KINDS_ABOUT_WORDS and any(one.words for one in same)
    kept = alike or (same[:1] if is_in_words else same)
    return [
        OriginLine(
            one.file,
            one.line if defect.kind in KINDS_ABOUT_WORDS else one.defined or one.line,
            one.target,
            one.is_markdown,
        )
        for one in kept
    ]


def _place_of_written_link(
    site: FinishedSite, one: WrittenLink, link: Link, page: Page | None, origins: Origins
) -> SitePlace | None:
    """Return where a written link leads once its page is finished."""
    path, mark, fragment = one.target.partition("#")
    if one.is_markdown and path.endswith(".md") and page is not None:
        for file, other in origins.pages.items():
            if (other.lang, f"{other.name}.md") == (page.lang, path.removeprefix("./")):
                return SitePlace(file, fragment)
    return place_of(site, Link(link.file, link.base, "link", one.target)) if path or mark else None


def written_links(text: Text) -> Iterator[WrittenLink]:
    """Yield the links, images and addresses in a Markdown text; a link by reference, and where it is defined."""
    body = text.body
    for link in markdown_links(text):
        yield WrittenLink(
            text.file, link.line, _without_markdown_marks(link.words), link.target, defined=link.defined
        )
    for match in AUTOMATIC.finditer(body):
        target = match.group(1)
        yield WrittenLink(
            text.file, text.line_at(match.start()), target, target if ":" in target else f"mailto:{target}"
        )
    for match in RAW.finditer(body):
        target = match.group(1) if match.group(1) is not None else match.group(2)
        yield WrittenLink(
            text.file, text.line_at(match.start()), "", html.unescape(target), is_markdown=False
        )


def _without_markdown_marks(markdown: str) -> str:
    """Return the words of a link without the marks for bold and slanted, and without the address of an image."""
    words = re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", without_targets(markdown))
    return " ".join(html.unescape(words).split())


def lines_with_address(target: str, origins: Origins) -> list[OriginLine]:
    """Return the lines of data and brand in which an address stands."""
    lines = [*origins.addresses.get(target, ()), *origins.addresses.get(target.removeprefix("mailto:"), ())]
    return [OriginLine(line.file, line.line, target) for line in dict.fromkeys(lines)]


def _lines_with_beginning(link: Link, texts: Iterable[Text]) -> list[OriginLine]:
    """Return the line of a brand with which an address starts, as each edit link starts with the repository."""
    return [
        OriginLine(text.file, line, token)
        for text in texts
        for line, words in text.lines()
        for token in TOKEN.findall(words.partition(" #")[0])
        if "://" in token and not words.startswith("#") and link.target.startswith(f"{token.rstrip('/')}/")
    ]


def _lines_with_words(words: str, texts: Iterable[Text]) -> list[OriginLine]:
    """Return the lines of data whose value is just these words."""
    said = re.compile(rf"""^\s*[\w-]+:\s*["']?{re.escape(words)}["']?\s*$""")
    return [
        OriginLine(text.file, line) for text in texts for line, value in text.lines() if said.search(value)
    ]


def _lines_in_templates(link: Link, templates: Iterable[Text]) -> list[OriginLine]:
    """Return the line of the template that writes a link, where it can be told from the fixed part of its address.

    Of "{{ home }}costs/" 6 letters are fixed. The address with the most is meant; one without any is meant where it is
    the only one.
    """
    found: dict[int, list[OriginLine]] = {}
    for text in templates:
        for tag in TAG.finditer(text.body):
            address = _address_in_tag(tag, link)
            fixed = JINJA.split(address or "")
            if address is not None and re.fullmatch(".*".join(map(re.escape, fixed)), link.target, re.DOTALL):
                line = text.line_at(tag.start())
                found.setdefault(len("".join(fixed)), []).append(OriginLine(text.file, line))
    best = found[max(found)] if found else []
    return best if len(best) == 1 or (found and max(found) > 0) else []


def _address_in_tag(tag: re.Match[str], link: Link) -> str | None:
    """Return the address in a tag of a template as it is written; None where no link of this kind stands there."""
    attributes = dict(ATTRIBUTE.findall(tag.group(2)))
    address: str | None = attributes.get(link.attribute)
    if tag.group(1) != link.tag or address is None:
        return None
    is_other = link.tag == "link" and noun_of("link", link.attribute, attributes) != link.noun
    return None if is_other else address
