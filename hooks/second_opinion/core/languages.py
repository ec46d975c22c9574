"""The languages of the site: which there are, how they are called, how they write, and which comes first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class LanguageFacts:
    """What the program knows of a language: its English name, and its name in libraries and in dictionaries."""

    name: str
    locale: str
    dictionary_package: str


FACTS: Mapping[str, LanguageFacts] = {
    "nl": LanguageFacts("Dutch", "nl_NL", "hunspell-nl"),
    "en": LanguageFacts("English", "en_GB", "hunspell-en-gb"),
}
LANGUAGES = tuple(FACTS)
DEFAULT_LANGUAGE = "nl"  # its pages stand at the root of the site
SOURCE_LANGUAGE = "nl"  # in which a text is written first
TRANSLATIONS = tuple(lang for lang in LANGUAGES if lang != SOURCE_LANGUAGE)
OTHER_LANGUAGE = dict(zip(LANGUAGES, reversed(LANGUAGES), strict=True))
LANGUAGE_NAMES = {lang: facts.name for lang, facts in FACTS.items()}
LOCALES = {lang: facts.locale for lang, facts in FACTS.items()}
