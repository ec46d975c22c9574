"""A copy of the real project to spoil, and what its checks say more than before."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from second_opinion.project import Project, read_project, settings_from
from support import TODAY, copy_project


def checked(root: Path, environment: Mapping[str, str] | None = None) -> Project:
    """Read and check a project folder on the day of the tests."""
    return read_project(settings_from({"TODAY": TODAY, **(environment or {})}, root))


def said_of(found: Project) -> set[str]:
    """Return what the checks say, a notice marked as the build marks it.

    What data/translations.yml remembers is left out: any change of a text makes one of those, and they have tests of
    their own.
    """
    lines = {f"{'' if finding.is_fault else 'notice: '}{finding}" for finding in found.findings}
    return {line for line in lines if "data/translations.yml" not in line}


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the real project that nobody changes."""
    return copy_project(tmp_path_factory.mktemp("untouched"))


@pytest.fixture(scope="session")
def real(untouched: Path) -> Project:
    """Return the real project, read and checked."""
    return checked(untouched)


@pytest.fixture
def root(untouched: Path, tmp_path: Path) -> Path:
    """Return a copy of the real project to spoil, not built."""
    return shutil.copytree(untouched, tmp_path / "project")


@pytest.fixture
def new_findings(root: Path, untouched: Path, real: Project) -> Callable[[Mapping[str, str]], list[str]]:
    """Return a function that tells what the checks say now and do not say of the untouched copy on the same day."""

    def tell(environment: Mapping[str, str]) -> list[str]:
        before = checked(untouched, environment) if environment else real
        return sorted(said_of(checked(root, environment)) - said_of(before))

    return tell
