"""A copy of the real project to spoil, and what its checks say more than before."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support import TODAY, copy_project

from second_opinion import pages, project
from second_opinion.located import read_yaml
from second_opinion.project import read_project, settings_from


@pytest.fixture(scope="session", autouse=True)
def _each_text_is_read_once() -> Iterator[None]:
    """Keep what YAML texts say: a row changes one of some forty, and reading them all takes a second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(project, "read_yaml", functools.cache(read_yaml))
        patch.setattr(pages, "read_yaml", functools.cache(read_yaml))
        yield


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a copy of the real project, not built."""
    return copy_project(tmp_path / "project")


def findings_of(root: Path, environment: dict[str, str]) -> set[str]:
    """Return what the checks say of a project folder, a notice marked as the build marks it."""
    settings = settings_from({"TODAY": TODAY} | environment, root)
    found = read_project(settings).findings
    lines = {f"{'' if finding.is_fault else 'notice: '}{finding}" for finding in found}
    return {
        line for line in lines if "data/translations.yml" not in line
    }  # any change of a text makes one of those


@pytest.fixture
def new_findings(root: Path) -> Callable[[dict[str, str]], list[str]]:
    """Return a function that tells what the checks say now and did not say of the untouched copy."""
    before = findings_of(root, {})

    def tell(environment: dict[str, str]) -> list[str]:
        return sorted(findings_of(root, environment) - before)

    return tell
