"""A copy of the sample to spoil, and what its checks say more than before."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from checking import checked_project, printed_lines
from second_opinion.brand.brand_keys import Key, all_keys
from second_opinion.core.markdown_text import split_front_matter
from second_opinion.project.project import Project
from second_opinion.site.cost_view import cost_amounts
from support import TODAY, copy_sample

from .brand_folders import LEFT_OUT
from .made_up_page import commit_project
from .workbench import make_copy, put_back, touched

LATER = (  # what waits for `make record`
    "; 'make record' writes it down, later",
    "; 'make record' does that, later",
)
OTHER_LANGUAGE = re.compile(
    r": '[^']*' is in (?:Dutch|English)"
)  # many tests type the same words in both languages
OF_TEXTS = re.compile(r"(docs|snippets)/[^/]+/[^/]+\.md")


def text_of(file: Path) -> str:
    """Return what an editor sees in a file: neither how it is coded nor how its lines end."""
    return file.read_text("utf-8-sig", errors="replace") if file.is_file() else ""


def due_to_new_texts(root: Path, untouched: Path) -> Callable[[str], bool]:
    """Return what tells whether a line must follow from new words of a text, and has tests of its own.

    Whoever changes a Dutch text makes its English one older, and what is new waits until it is written down; most tests
    type the same words in both languages.
    """
    files = {path for path in touched(root, untouched) if OF_TEXTS.fullmatch(path)}
    new = {file for file in files if text_of(root / file) != text_of(untouched / file)}
    taken_away = {file for file in files if not (root / file).exists()}
    taken_away |= {file.replace("/nl/", "/en/") for file in taken_away}

    def tells(line: str) -> bool:
        is_behind = line.startswith("notice: ") and ": the Dutch is newer than " in line
        is_new = line.startswith("notice: ") and line.endswith(LATER)
        is_of_none = line.startswith("data/translations/") and any(f"'{file}'" in line for file in taken_away)
        is_typed_in_both = bool(OTHER_LANGUAGE.search(line))
        return (
            is_typed_in_both
            or is_new
            or is_of_none
            or (is_behind and line.removeprefix("notice: ").split(":")[0] in new)
        )

    return tells


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample that nobody changes."""
    return copy_sample(tmp_path_factory.mktemp("untouched"))


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project whose pages say next to nothing: a row is about the brand alone."""
    root = copy_sample(tmp_path_factory.mktemp("bare"))
    for file in (root / "docs").rglob("*.md"):
        front, body, _ = split_front_matter(file.read_text("utf-8"))
        snippets = "".join(f"{line}\n\n" for line in body.splitlines() if line.startswith("--8<--"))
        file.write_text(f"---\n{front}---\n\nTest.\n\n{snippets}", "utf-8")
    for folder in (root / "docs").iterdir():
        shutil.copy(folder / "abroad.md", folder / f"{LEFT_OUT}.md")
    return root


@pytest.fixture(scope="session")
def sample(untouched: Path) -> Project:
    """Return the sample, read and checked."""
    return checked_project(untouched)


@pytest.fixture(scope="session")
def every_key(sample: Project) -> Sequence[Key]:
    """Return every key of brand.yml, with the sentences that its values make: to make these takes a while."""
    return all_keys(sample.own_page.words)


@pytest.fixture(scope="session")
def amounts(sample: Project) -> dict[str, Any]:
    """Return what the estimate works with, as the page hands it to the script."""
    assert sample.costs.deductible is not None
    assert sample.costs.texts is not None
    return cost_amounts(sample.costs.deductible, sample.costs.texts, "en")


@pytest.fixture(scope="session")
def workbench(untouched: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the copy of the sample that the tests spoil one after the other."""
    return make_copy(untouched, tmp_path_factory.mktemp("workbench") / "project")


@pytest.fixture
def root(workbench: Path, untouched: Path) -> Iterator[Path]:
    """Return a copy of the sample to spoil, not built; its code is only linked."""
    yield workbench
    put_back(workbench, untouched)


@pytest.fixture(scope="session")
def committed(untouched: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample in git, with a made-up page, passage and word, that nobody changes."""
    root = make_copy(untouched, tmp_path_factory.mktemp("committed") / "project")
    commit_project(root)
    return root


@pytest.fixture(scope="session")
def shelf(committed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the copy in git that the tests spoil one after the other."""
    return make_copy(committed, tmp_path_factory.mktemp("shelf") / "project")


@pytest.fixture
def repository(shelf: Path, committed: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the project in git, on a branch called main, with a made-up page, passage and word."""
    monkeypatch.chdir(shelf)
    monkeypatch.setenv("TODAY", TODAY)
    yield shelf
    put_back(shelf, committed)


@pytest.fixture
def new_findings(root: Path, untouched: Path, sample: Project) -> Callable[[Mapping[str, str]], list[str]]:
    """Return a function that tells what the checks say now and do not say of the untouched copy on the same day."""

    def tell(environment: Mapping[str, str]) -> list[str]:
        before = checked_project(untouched, environment) if environment else sample
        is_due = due_to_new_texts(root, untouched)
        said = printed_lines(checked_project(root, environment)) - printed_lines(before)
        return sorted(line for line in said if not is_due(line))

    return tell
