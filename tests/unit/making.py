"""Small pages, terms and words for tests of one function."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from second_opinion.brand.model import Brand, read_brand
from second_opinion.brand.speaker import Speaker
from second_opinion.core.validation import read_yaml
from second_opinion.data.glossary import Term
from second_opinion.data.interface import NamedWords
from second_opinion.project.project import Project
from second_opinion.texts.pages import Page, read_page
from support import TODAY

DAY = datetime.date.fromisoformat(TODAY)

WORDS = NamedWords(
    {
        "table_region": "Tabel: {title}",
        "all_words": "Alle moeilijke woorden",
        "start_page": "Begin",
        "section_not_yet": "Niet in het Engels:",
    }
)


def term(id_: str, word: str, *forms: str, text: str = "Uitleg.") -> Term:
    """Return a term with its other forms."""
    return Term(id_, word, forms, text, ())


def make_page(
    name: str = "costs", *, lang: str = "nl", body: str = "Tekst.\n", keys: Mapping[str, str] | None = None
) -> Page:
    """Return a page that is sound, with some keys of its front matter as given."""
    known = {
        "title": "Wat kost dat?",
        "description": "Wat een second opinion kost, en wie de rekening daarvan betaalt.",
        "slug": name,
        "written": "2026-11-22",
        "checked": "[]",
        "next_check": "2027-05-22",
        "sources": "[]",
        "related": "[]",
        "search_words": "[]",
    }
    front = {
        key: value for key, value in (known | dict(keys or {})).items() if key != "slug" or name != "index"
    }
    source = "---\n" + "".join(f"{key}: {value}\n" for key, value in front.items()) + f"---\n\n{body}"
    page, findings = read_page(lang, name, f"docs/{lang}/{name}.md", source)
    assert not findings, findings
    assert isinstance(page, Page)
    return page


def brand_of(text: str) -> Brand:
    """Return the brand of a sound brand.yml that begins with a name and an address."""
    start = "name: {nl: Test, en: Trial}\nsite_url: https://house.example\n"
    brand, findings = read_brand(read_yaml(start + text, "brand.yml"), today=DAY)
    assert findings == []
    assert brand is not None
    return brand


def speaker_of(project: Project, said: str, lang: str = "nl") -> Speaker:
    """Return a brand that says something of itself in a language."""
    return Speaker(brand_of(said), lang, project.own_page.words[lang], DAY)
