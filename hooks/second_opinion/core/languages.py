"""The languages of the site: which there are, how they are called, and which comes first."""

from __future__ import annotations

from collections.abc import Sequence

LANGUAGES: Sequence[str] = ("nl", "en")
DEFAULT_LANGUAGE = "nl"  # its pages stand at the root of the site
SOURCE_LANGUAGE = "nl"  # in which a text is written first
TRANSLATIONS = tuple(lang for lang in LANGUAGES if lang != SOURCE_LANGUAGE)

OTHER_LANGUAGE = {"nl": "en", "en": "nl"}

LANGUAGE_NAMES = {"nl": "Dutch", "en": "English"}
