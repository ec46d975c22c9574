"""Findings as an editor knows their places, for reports."""

from __future__ import annotations

from second_opinion.core.findings import Finding
from second_opinion.core.markdown_text import headings
from second_opinion.project.project import Project


def describe_by_section(project: Project, finding: Finding) -> str:
    """Return a finding as an editor knows its place: by page and section, with the line to click behind it."""
    page = next((one for one in project.written_pages if one.file == finding.file), None)
    if page is None:
        return str(finding)
    above = [one.title for one in headings(page.text) if one.line <= finding.line]
    where = " › ".join([page.meta.title, *above[-1:]])
    said = f"{finding.wrong}; {finding.do}" if finding.do else finding.wrong
    return f"{where}: {said} ({finding.file}:{finding.line})"
