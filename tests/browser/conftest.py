"""Fixtures for the browser tests: the addresses of the real site, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import pytest

from browser.changed_site import changed_project
from browser.reader import LANGUAGES, language_of, read_words
from support import NUMBER, built, made_once, page_paths
from upkeep.serving import serve


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


@pytest.fixture
def lang(request: pytest.FixtureRequest) -> str:
    """Return the language for a test of what both have alike: half of these are in each, by their names."""
    return LANGUAGES[crc32(request.node.name.encode()) % 2]


@pytest.fixture(scope="session")
def changed_url() -> Iterator[str]:
    """Return the address of a site with what the real one need not have."""
    with serve(made_once(f"changed-{NUMBER}", built(changed_project)) / "site") as address:
        yield address
