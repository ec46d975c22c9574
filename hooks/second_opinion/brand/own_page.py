"""The page that a brand makes about itself, of its sections: its title, its front matter, its entry in the menu."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from second_opinion.brand.model import Brand
from second_opinion.brand.own_sections import SECTIONS, Section, own_sections
from second_opinion.brand.speaker import Speaker
from second_opinion.core.findings import Finding
from second_opinion.core.formatting import format_day
from second_opinion.core.markdown_text import Text
from second_opinion.core.validation import YamlDocument, validate
from second_opinion.core.yaml_parser import KeyPath
from second_opinion.data.interface import NamedWords
from second_opinion.data.menu import MenuItem
from second_opinion.texts.front_matter import FrontMatter, longest
from second_opinion.texts.pages import AnyPage, BrokenPage, Page

FILE = "data/your-hospital.yml"
ICON = "hospital-box-outline"
OWN_PAGE = "your-hospital"
AT_THE_TOP = 40  # letters of a name beside the logo, which are two lines on a phone


def own_pages(
    document: YamlDocument,
    brand: Brand,
    words: Mapping[str, NamedWords],
    today: datetime.date,
    added: Sequence[str] = (),
) -> tuple[list[AnyPage], MenuItem | None, list[Finding]]:
    """Return the page about a brand in each of its languages and its entry in the menu; nothing without sections.

    It leads on to the pages that the brand ``added``.
    """
    pages: list[AnyPage] = []
    findings: list[Finding] = []
    for lang in brand.languages:
        sections = own_sections(Speaker(brand, lang, words[lang], today))
        too_long = check_name(document, brand, lang, words[lang], has_page=bool(sections))
        findings += too_long
        if sections:
            page, found = _page(document, Speaker(brand, lang, words[lang], today), sections, added)
            pages.append(page)
            findings += [] if too_long else found
    if not pages:
        return [], None, findings
    labels = {lang: said[words_of(brand, "menu")] for lang, said in words.items()}
    shown = {"header": True, "footer": True}
    return pages, MenuItem.model_validate({"page": OWN_PAGE, "icon": ICON, **shown, **labels}), findings


def pages_unread(file: str, languages: Iterable[str]) -> list[AnyPage]:
    """Return the page about a brand that cannot be read, with every section to which its own texts may lead."""
    text = Text(file, "\n\n".join(f"## {anchor} {{#{anchor}}}" for anchor in SECTIONS) + "\n")
    return [BrokenPage(lang, OWN_PAGE, file, text) for lang in languages]


def _title_and_description(brand: Brand, lang: str, words: NamedWords) -> dict[str, str]:
    """Return what the front matter of the page says of a brand."""
    return {
        "title": words[words_of(brand, "title")].format(**brand.names_in(lang, is_short=True)),
        "description": words[words_of(brand, "description")].format(**brand.names_in(lang, is_short=False)),
    }


def texts_about_own_page(speaker: Speaker) -> list[str]:
    """Return what stands beside what the page about a brand says: its title, its entry in the menu, its origin."""
    brand, words = speaker.brand, speaker.words
    said = _title_and_description(brand, speaker.lang, words)
    return [*said.values(), words[words_of(brand, "menu")], origin_of_own_page(speaker)]


def origin_of_own_page(speaker: Speaker) -> str:
    """Return where the page about a brand comes from, and of which day that is where the brand says so."""
    brand, words = speaker.brand, speaker.words
    names = brand.names_in(speaker.lang, is_short=False)
    if brand.updated is None:
        return words.made_from.format(**names)
    return words.made_from_on.format(**names, date=format_day(brand.updated, speaker.lang))


def body_of_own_page(speaker: Speaker, sections: Sequence[Section]) -> list[str]:
    """Return the blocks of the page about a brand: how it begins, whom to call, and its sections."""
    brand = speaker.brand
    number = speaker.to_call(brand.contact) if brand.contact else ""
    lead = speaker.named(speaker.words[words_of(brand, "lead")], is_short=False)
    body = [lead, *([number] if number else [])]
    for section in sections:
        body += [f"## {section.title} {{#{section.anchor}}}", *section.blocks]
    return body


def words_of(brand: Brand, name: str) -> str:
    """Return the name of words, which are others for an organisation that gives no second opinions itself."""
    return f"{name}_elsewhere" if brand.elsewhere else name


def check_name(
    document: YamlDocument, brand: Brand, lang: str, words: NamedWords, *, has_page: bool
) -> list[Finding]:
    """Find a name that is too long for the top of each page, or for what the page about the brand says of itself."""
    short, name, said = (
        brand.short_name_in(lang),
        brand.name_in(lang),
        _title_and_description(brand, lang, words),
    )
    key = "short_name" if brand.short_name else "name"
    top, described = AT_THE_TOP, len(name)
    where = "at the top of a page"
    if has_page and words_of(brand, "title") not in brand.sentences:
        top = min(top, longest("title") - len(said["title"]) + len(short))
        where += " and in the title of your own page"
    if has_page and words_of(brand, "description") not in brand.sentences:
        described = longest("description") - len(said["description"]) + len(name)
    if len(short) > top:
        place, length, most = (key, lang), len(short), top
    elif len(name) > described:
        place, length, most, where = (
            ("name", lang),
            len(name),
            described,
            "in the description of your own page",
        )
    else:
        return []
    wrong = f"'{'.'.join(place)}' has {length} characters, and {most} fit {where}"
    needs_another = place[0] == "name" and length == len(short) and brand.short_name is None
    do = (
        f"give a 'short_name' of at most {most} beside it"
        if needs_another
        else f"shorten it by {length - most}"
    )
    return [Finding(document.file, document.line(*place), wrong, do)]


def _page(
    document: YamlDocument, speaker: Speaker, sections: Sequence[Section], added: Sequence[str]
) -> tuple[AnyPage, list[Finding]]:
    """Return the page in one language, with what is wrong with the words of data/your-hospital.yml at its top."""
    brand, lang, words = speaker.brand, speaker.lang, speaker.words
    date = brand.updated or speaker.today
    named_already = {link.page for link in brand.links.more}
    text = Text(document.file, "\n\n".join(body_of_own_page(speaker, sections)) + "\n")
    said: dict[str, object] = _title_and_description(brand, lang, words) | {
        "slug": words[words_of(brand, "slug")],
        "moved_from": [words.slug] if brand.elsewhere else [],
        "written": date,
        "checked": [],
        "next_check": date + datetime.timedelta(days=365),
        "sources": [],
        "related": [
            name for name in (*added, "applying", "appointment", "costs") if name not in named_already
        ],
        "search_words": [],
    }
    meta, findings = validate(_document_that_says(document, brand, lang, said), FrontMatter)
    if meta is None:
        return BrokenPage(lang, OWN_PAGE, document.file, text), findings
    return Page(lang, OWN_PAGE, document.file, meta, YamlDocument(document.file, {}, {}), text), []


def _document_that_says(
    document: YamlDocument, brand: Brand, lang: str, said: Mapping[str, object]
) -> YamlDocument:
    """Return what the front matter says as a document of the file that says it: the brand's, or ours."""
    names = {name: words_of(brand, name) for name in ("title", "description")}
    own: dict[KeyPath, int] = {
        (key,): document.line("sentences", name, lang)
        for key, name in names.items()
        if name in brand.sentences
    }
    return YamlDocument(document.file if own else FILE, said, own)
