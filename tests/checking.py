"""A project folder, read and checked on the day of the tests, and what the checks say of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from second_opinion.brand.model import Brand
from second_opinion.core.findings import Finding, faults
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from support import TODAY


def checked_project(root: Path, environment: Mapping[str, str] | None = None) -> Project:
    """Read and check a project folder on the day of the tests."""
    return read_project(settings_from({"TODAY": TODAY, **(environment or {})}, root))


def with_brand(project: Project, brand: Brand) -> Project:
    """Return a project as that of another brand, in which nothing is wrong."""
    return replace(project, brand=replace(project.brand, sound=brand, readable=brand))


def as_printed(finding: Finding) -> str:
    """Return a finding as the build prints it, where a notice is marked as one."""
    return f"{'' if finding.is_fault else 'notice: '}{finding}"


def new_faults(now: Project, before: Project) -> list[Finding]:
    """Return the faults that a project has and did not have before: those of words of ours have a test of their own."""
    return faults({*now.findings}.difference(before.findings))


def printed_lines(found: Project) -> set[str]:
    """Return what the checks say of a project, as the build prints it."""
    return {as_printed(finding) for finding in found.findings}
