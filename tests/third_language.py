"""A small third language, written from right to left, in a copy of the sample: an entry, its words and some pages.

Its words are invented: those of the English texts in Hebrew letters, which nobody is meant to read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from babel.dates import get_month_names
from ruamel.yaml import YAML

from second_opinion.core.markdown_text import Text, includes_in
from second_opinion.texts.translations import format_made_from, hashed_sections, stamp_file_of
from support import change, copy_sample

LANG = "he"
PAGES = ("index", "what-is-it", "costs", "mental-health", "words", "sources")
ENTRY = """    "he": LanguageFacts(name="Test", locale="he_IL", is_whole=False),
}
LANGUAGES = tuple(FACTS)
"""
LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיךכלםמןנסעףפץצקרש", strict=True))
MONTHS = dict(zip(get_month_names(locale="en").values(), get_month_names(locale="he").values(), strict=True))
MONTH = re.compile("|".join(MONTHS))
KEPT = re.compile(r"\beuros?\b|\{[^}]*\}+|\]\([^)]*\)|<[^>]*>|https?://\S+|^(?:///|-+8<-+).*$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\(([a-z-]+)\.md[^)]*\)(?:\{[^}]*\})?")
WRITTEN = ("title", "description")  # what of the head of a page readers see


def invented(text: str) -> str:
    """Return a text in invented words; what is no word of it stays as it is."""
    pieces, start = [], 0
    for match in KEPT.finditer(text):
        pieces += [_in_letters(text[start : match.start()]), match.group()]
        start = match.end()
    return "".join([*pieces, _in_letters(text[start:])])


def _in_letters(text: str) -> str:
    words = MONTH.sub(lambda month: MONTHS[month[0]], text)
    return "".join(LETTERS.get(letter.lower(), letter) for letter in words)


def add_words(value: Any, key: str = "") -> None:
    """Put the third language beside the other two wherever these stand."""
    if isinstance(value, list):
        for item in value:
            add_words(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            add_words(item, name)
        if {"nl", "en"} <= set(value):
            value[LANG] = value["en"] if key in {"slug", "slug_elsewhere"} else _words(value["en"])


def _words(value: Any) -> Any:
    if isinstance(value, list):
        return [_words(item) for item in value]
    if isinstance(value, dict):
        return {name if name in KEYS else _words(name): _words(item) for name, item in value.items()}
    return invented(value)


KEYS = ("term", "forms", "text", "synonyms", "avoid", "words", "asked")


def page_in_third_language(text: str) -> str:
    """Return a page in invented words, without links to pages that the language does not have."""
    _, head, body = text.split("---\n", 2)
    lines = [
        f"{key}: {invented(value)}" if key in WRITTEN else line
        for line in head.splitlines()
        for key, _, value in [line.partition(": ")]
    ]
    return "---\n" + "\n".join(lines) + "\n---\n" + _body(body)


def _body(text: str) -> str:
    return invented(LINK.sub(lambda link: link[0] if link[2] in PAGES else link[1], text))


def project_with_third_language(target: Path) -> Path:
    """Return a copy of the sample that has the third language too."""
    root = copy_sample(target)
    change(root, "hooks/second_opinion/core/languages.py", "}\nLANGUAGES = tuple(FACTS)\n", ENTRY)
    files = YAML()
    for file in (*(root / "data").rglob("*.yml"), root / "brands/neutral/brand.yml"):
        value = files.load(file.read_text("utf-8"))
        add_words(value)
        files.dump(value, file)
    for name in PAGES:
        english = (root / f"docs/en/{name}.md").read_text("utf-8")
        _write(root, "docs", name, page_in_third_language(english))
        for _, snippet in includes_in(Text("", english)):
            text = (root / "snippets/en" / snippet).read_text("utf-8")
            _write(root, "snippets", Path(snippet).stem, _body(text))
        address = f"/{LANG}/" if name == "index" else f"/{LANG}/{name}/"
        change(root, f"data/published/{name}.yml", "addresses:\n", f"addresses:\n- {address}\n")
    return root


def _write(root: Path, kind: str, name: str, text: str) -> None:
    file, source = (f"{kind}/{lang}/{name}.md" for lang in (LANG, "nl"))
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text(text, "utf-8")
    sections = hashed_sections((root / source).read_text("utf-8"), source)
    stamps = root / stamp_file_of(file)
    stamps.parent.mkdir(parents=True, exist_ok=True)
    stamps.write_text(format_made_from({section.anchor: section.hash for section in sections}), "utf-8")
