"""Who reviewed a page, whether it has changed since, and what is due: front matter and data/roles.yml.

A human reviews, a program checks. A review holds a hash of what was read: the text with its snippets, the amounts in
it, the explanations of its hard words and the words of the lists and the estimate on it; white space and addresses do
not count.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.languages import REPORT_LANGUAGE
from second_opinion.core.markdown_text import Text
from second_opinion.data.glossary import Term
from second_opinion.data.roles import Role
from second_opinion.texts.front_matter import Review
from second_opinion.texts.pages import BrokenPage, Page
from second_opinion.texts.translations import LENGTH, hash_text

FILE = "data/due.yml"  # the words of the list of what is due
STAMP = "stamp"  # what a finding about a changed page has in its values
A_STAMP = re.compile(rf"[0-9a-f]{{{LENGTH}}}")
MONTH = datetime.timedelta(days=31)
Why = Literal["overdue", "soon", "changed"]


def text_hash(page: Page, whole: Text, explained: Sequence[Term], of_tools: Sequence[str]) -> str:
    """Return the hash of what a page says.

    That is its ``whole`` text with the explanations of the words in it, and what its lists and its estimate say.
    """
    of_terms = [term.text for term in explained]
    said = [page.meta.title, page.meta.description, whole.body, *of_terms, *of_tools]
    return hash_text("\n".join(said))


def has_changed_since_review(page: Page, current_hash: str) -> bool:
    """Tell whether a page says something else than what was reviewed last."""
    if not page.meta.checked:
        return False
    return max(page.meta.checked, key=lambda review: review.date).text != current_hash


def check_reviews_of_page(
    page: Page, current_hash: str, roles: Sequence[Role], today: datetime.date
) -> list[Finding]:
    """Find reviews of an unknown role, in the future, or without the text they were of; a change gives a notice."""
    findings: list[Finding] = []
    words = [role.word(page.lang) for role in roles]
    for index, review in enumerate(page.meta.checked):
        line = page.line("checked", index)
        findings += _check_role_and_day(page.file, line, review.role, review.date, words, today)
        if review.text is None:
            wrong = f"the check of {review.date} does not say which text was checked"
            findings.append(
                Finding(page.file, line, wrong, f'add text: "{current_hash}" when it is the text of now')
            )
        elif review.text != current_hash:
            who = next(
                (role.word(REPORT_LANGUAGE) for role in roles if role.word(page.lang) == review.role), ""
            )
            changed = _notice_of_change(page.file, line, review, who or review.role, current_hash)
            is_stamp = bool(A_STAMP.fullmatch(review.text))
            findings.append(
                changed if is_stamp else replace(finding_of_stamp_of_no_version(changed), is_fault=True)
            )
    if (
        page.meta.written < page.meta.next_check < today
    ):  # an earlier one than the writing is reported as such
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


def _notice_of_change(file: str, line: int, review: Review, who: str, current_hash: str) -> Finding:
    return Finding(
        file,
        line,
        f"the page has changed since the {who} checked it on {review.date}",
        f'ask the {who} to read it again, and then write the new date and text: "{current_hash}"',
        is_fault=False,
        values={STAMP: review.text, "who": who, "text": current_hash},
    )


def finding_of_stamp_of_no_version(finding: Finding) -> Finding:
    """Return what is said of a page that has changed since a check, for a stamp that was of no version of it."""
    stamp, who, text = (finding.values[key] for key in (STAMP, "who", "text"))
    wrong = f"'{stamp}' is no stamp that the build gave for this page"
    return replace(finding, wrong=wrong, do=f'ask the {who} to read it, and then write text: "{text}"')


def check_reviews_in_head(page: BrokenPage, roles: Sequence[Role], today: datetime.date) -> list[Finding]:
    """Find reviews of an unknown role or in the future in a head in which something else is wrong."""
    words = [role.word(page.lang) for role in roles]
    head = page.front.value if isinstance(page.front.value, Mapping) else {}
    reviews = head.get("checked")
    return [
        finding
        for index, review in enumerate(reviews if isinstance(reviews, list) else [])
        if isinstance(review, Mapping)
        for finding in _check_role_and_day(
            page.file, page.front.line("checked", index), review.get("role"), review.get("date"), words, today
        )
    ]


def _check_role_and_day(
    file: str, line: int, role: object, date: object, words: Sequence[str], today: datetime.date
) -> list[Finding]:
    """Find a role that is not known and a day that has not come; what is no role or no day is reported already."""
    findings = []
    if isinstance(role, str) and role not in words:
        findings.append(Finding(file, line, f"the role '{role}' is not known", did_you_mean(role, words)))
    if isinstance(date, datetime.date) and date > today:
        wrong = f"the check is of {date}, and it is {today} now"
        findings.append(Finding(file, line, wrong, "correct it"))
    return findings


class Due(Struct, frozen=True):
    """A page that somebody has to look at: why, the day of the next check or of the one since which it changed, who."""

    why: Why
    date: datetime.date
    page: Page
    roles: tuple[Role, ...]


def pages_due(
    pages: Sequence[Page], hashes: Mapping[str, str], roles: Sequence[Role], today: datetime.date
) -> list[Due]:
    """Return each page that has to be looked at, once, the most urgent first; ``hashes`` are by file.

    It is for the roles that checked it before, and for all of them where none did.
    """
    found = [due for page in pages if (due := _due(page, hashes[page.file], roles, today))]
    return sorted(found, key=lambda due: (get_args(Why).index(due.why), due.date, due.page.file))


def _due(page: Page, current_hash: str, roles: Sequence[Role], today: datetime.date) -> Due | None:
    last = {role: review for role in roles if (review := last_review(page, role))}
    whom, next_check = tuple(last) or tuple(roles), page.meta.next_check
    if next_check < today:
        return Due("overdue", next_check, page, whom)
    if next_check <= today + MONTH:
        return Due("soon", next_check, page, whom)
    changed = {role: review.date for role, review in last.items() if review.text != current_hash}
    return Due("changed", max(changed.values()), page, tuple(changed)) if changed else None


def last_review(page: Page, role: Role) -> Review | None:
    """Return the last review of a page by a role; None where there is none."""
    mine = [review for review in page.meta.checked if review.role == role.word(page.lang)]
    return max(mine, key=lambda review: review.date, default=None)
