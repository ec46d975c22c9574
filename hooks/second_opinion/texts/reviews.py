"""Who reviewed a page, whether it has changed since, and what is due: front matter and data/roles.yml.

A human reviews, a program checks. A review holds a hash of the text that was read, snippets included; white space and
addresses do not count.
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


def changed_since_review(page: Page, current_hash: str) -> bool:
    """Tell whether a page says something else than what was reviewed last."""
    if not page.meta.checked:
        return False
    return max(page.meta.checked, key=lambda review: review.date).text != current_hash


def check_reviews_of_page(
    page: Page, current_hash: str, roles: Sequence[Role], today: datetime.date
) -> list[Finding]:
    """Find reviews of an unknown role, in the future, or without the text they were of; a change gives a notice."""
    findings = []
    words = [role.word(page.lang) for role in roles]
    for index, review in enumerate(page.meta.checked):
        line = page.line("checked", index)
        if review.role not in words:
            findings.append(
                Finding(
                    page.file,
                    line,
                    f"the role '{review.role}' is not known",
                    did_you_mean(review.role, words),
                )
            )
        if review.date > today:
            wrong = f"the check is of {review.date}, and it is {today} now"
            findings.append(Finding(page.file, line, wrong, "correct it"))
        if review.text is None:
            wrong = f"the check of {review.date} does not say which text was checked"
            findings.append(
                Finding(page.file, line, wrong, f'add text: "{current_hash}" when it is the text of now')
            )
        elif review.text != current_hash:
            findings.append(
                Finding(
                    page.file,
                    line,
                    f"the page has changed since the {review.role} checked it on {review.date}",
                    f'ask the {review.role} to read it again, and then write the new date and text: "{current_hash}"',
                    is_fault=False,
                )
            )
    if page.meta.written < page.meta.next_check < today:  # an earlier one than the writing is told as such
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
        mine = [review for review in page.meta.checked if review.role == role.word(page.lang)]
        if page.meta.next_check < today:
            lines.append(f"{page.file}: overdue since {page.meta.next_check}")
        elif not mine:
            lines.append(f"{page.file}: not checked yet")
        elif max(mine, key=lambda review: review.date).text != hashes[page.file]:
            lines.append(f"{page.file}: changed since the check of {max(review.date for review in mine)}")
        elif page.meta.next_check <= today + SOON:
            lines.append(f"{page.file}: due on {page.meta.next_check}")
    return lines
