"""The real project, as its editors left it."""

from __future__ import annotations

import pytest

from checking import checked_project
from second_opinion.project.project import Project
from support import ROOT, day_of_texts


@pytest.fixture(scope="session")
def real() -> Project:
    """Return the real project, read and checked."""
    return checked_project(ROOT, {"TODAY": day_of_texts()})
