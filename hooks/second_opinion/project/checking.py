"""What is checked once everything has been read: the table of contents of all checks of a project.

A check is one function that takes the project and gives its findings, and a line in the `CHECKS` of its module. What a
file says wrong by itself has been found when it was read; what readers would get wrong is found in the finished site.
"""

from __future__ import annotations

from second_opinion.core.findings import Finding
from second_opinion.project import (
    checks_of_brand,
    checks_of_data,
    checks_of_languages,
    checks_of_links,
    checks_of_pages,
    checks_of_texts,
)
from second_opinion.project.project import Project

MODULES = (
    checks_of_pages,
    checks_of_links,
    checks_of_languages,
    checks_of_texts,
    checks_of_data,
    checks_of_brand,
)


def check_project(project: Project) -> list[Finding]:
    """Return everything that is wrong between the parts of a project."""
    return [finding for module in MODULES for check in module.CHECKS for finding in check(project)]
