"""Fixtures for the browser tests: the addresses of the real site, its words, and axe."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.accessibility import Accessibility
from browser.reader import LANGUAGES, language_of, read_words
from support import page_paths


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """Return the address of every page of the real site."""
    return page_paths(site)


@pytest.fixture(scope="session")
def paths_in(paths: list[str]) -> dict[str, list[str]]:
    """Return the addresses of the pages of each language."""
    found = {lang: [path for path in paths if language_of(path) == lang] for lang in LANGUAGES}
    assert all(found.values()), "a language has no pages"
    return found


@pytest.fixture(scope="session")
def words() -> dict[str, dict[str, str]]:
    """Return the words of the interface of each language, by name."""
    return read_words("data/interface.yml")


@pytest.fixture(scope="session")
def axe() -> Accessibility:
    """Return the automatic check on accessibility."""
    return Accessibility()
