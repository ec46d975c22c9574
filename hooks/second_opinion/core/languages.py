"""The languages of the site: which there are, how they are called, and which comes first."""

from __future__ import annotations

DEFAULT_LANGUAGE = "nl"

OTHER_LANGUAGE = {"nl": "en", "en": "nl"}

LANGUAGE_NAMES = {"nl": "Dutch", "en": "English"}
