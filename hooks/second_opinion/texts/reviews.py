"""Who checked a page, whether it has changed since, and what is due: front matter and data/roles.yml.

A check holds a hash of the text that was checked, snippets included; white space and addresses do not count.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.markdown_text import Text
from second_opinion.data.roles import Role
from second_opinion.texts.pages import Page
from second_opinion.texts.snippets import included
from second_opinion.texts.translations import hash_of

SOON = datetime.timedelta(days=60)


def text_hash(page: Page, snippets: Mapping[str, Text]) -> str:
    """Return the hash of what a page says, its snippets included."""
    said = [page.meta.title, page.meta.description, *(text.body for text in included(page.text, snippets))]
    return hash_of("\n".join(said))


def changed_since_check(page: Page, now: str) -> bool:
    """Tell whether a page says something else than what was checked last."""
    if not page.meta.checked:
        return False
    return max(page.meta.checked, key=lambda check: check.date).text != now


def check_checks(page: Page, now: str, roles: Sequence[Role], today: datetime.date) -> list[Finding]:
    """Find checks of an unknown role, in the future, or without the text they were of; a change gives a notice."""
    findings = []
    words = [role.word(page.lang) for role in roles]
    for index, check in enumerate(page.meta.checked):
        line = page.line("checked", index)
        if check.role not in words:
            findings.append(
                Finding(
                    page.file, line, f"the role '{check.role}' is not known", did_you_mean(check.role, words)
                )
            )
        if check.date > today:
            wrong = f"the check is of {check.date}, and it is {today} now"
            findings.append(Finding(page.file, line, wrong, "correct it"))
        if check.text is None:
            wrong = f"the check of {check.date} does not say which text was checked"
            findings.append(Finding(page.file, line, wrong, f'add text: "{now}" when it is the text of now'))
        elif check.text != now:
            findings.append(
                Finding(
                    page.file,
                    line,
                    f"the page has changed since the {check.role} checked it on {check.date}",
                    f'ask the {check.role} to read it again, and then write the new date and text: "{now}"',
                    is_fault=False,
                )
            )
    if page.meta.next_check < today:
        findings.append(
            Finding(
                page.file,
                page.line("next_check"),
                f"the page was to be checked before {page.meta.next_check}, and it is {today} now",
                "look it through, and then write the day of the next check",
                is_fault=False,
            )
        )
    return findings


def due(pages: Sequence[Page], hashes: Mapping[str, str], role: Role, today: datetime.date) -> list[str]:
    """Return a line for each page that a role has to look at, the most urgent first; ``hashes`` are by file."""
    lines = []
    for page in sorted(pages, key=lambda page: (page.meta.next_check, page.file)):
        mine = [check for check in page.meta.checked if check.role == role.word(page.lang)]
        if page.meta.next_check < today:
            lines.append(f"{page.file}: overdue since {page.meta.next_check}")
        elif not mine:
            lines.append(f"{page.file}: not checked yet")
        elif max(mine, key=lambda check: check.date).text != hashes[page.file]:
            lines.append(f"{page.file}: changed since the check of {max(check.date for check in mine)}")
        elif page.meta.next_check <= today + SOON:
            lines.append(f"{page.file}: due on {page.meta.next_check}")
    return lines
