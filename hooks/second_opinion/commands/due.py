"""List what is to be looked at, and by whom: ``python -m second_opinion.commands.due``; TODAY= tries another day.

``LANG_OF=nl`` says it in Dutch. With ``STRICT=1`` it fails where there is something to do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.commands.command_line import run_command, to_mend
from second_opinion.commands.factsheet_data import FILE_TITLES
from second_opinion.commands.finding_places import describe_by_section
from second_opinion.core.addresses import absolute
from second_opinion.core.findings import Finding, did_you_mean, faults, notices
from second_opinion.core.formatting import format_day
from second_opinion.core.languages import LANGUAGES, REPORT_LANGUAGE, SOURCE_LANGUAGE
from second_opinion.data.deductible import EXPECTED
from second_opinion.data.interface import NamedWords
from second_opinion.data.roles import Role
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import SetUpError, is_on, settings_from
from second_opinion.texts.pages import Page
from second_opinion.texts.published import page_address
from second_opinion.texts.reviews import Due, Why, check_reviews_of_page, last_review, pages_due

LONGEST_SLEEP = 8  # days from one weekly look to the next
TICK_BOX = "- [ ] "


class DueReport(Struct, frozen=True):
    """What is said of a project, and in which language."""

    project: Project
    lang: str

    @property
    def words(self) -> NamedWords:
        """Return the words of the language."""
        return self.project.words.due[self.lang]

    @property
    def roles(self) -> Sequence[Role]:
        """Return the roles to which it is said."""
        return self.project.roles

    def lines(self) -> Iterator[str]:
        """Yield the lines of the report, as Markdown: what is due, who has not looked yet, and all else."""
        yield from self._weekly_look()
        pages = self.project.reviewed_pages
        hashes = {page.file: self._hash(page) for page in pages}
        all_due = pages_due(pages, hashes, self.roles, self.project.today)
        for why in get_args(Why):
            if these := [one for one in all_due if one.why == why]:
                yield f"## {self.words[why]}\n"
                yield "\n".join(TICK_BOX + self._page(alike) for alike in _group_twins(these)) + "\n"
        if not all_due:
            yield f"{self.words.nothing}\n"
        yield from self._unchecked()
        grouped = _group_alike([(one, self._notice_in_words(one)) for one in self._notices()])
        now = [TICK_BOX + self._notice(one, others) for one, others in grouped if not self._is_for_later(one)]
        later = [self._notice(one, others) for one, others in grouped if self._is_for_later(one)]
        yield f"## {self.words.notices}\n"
        yield "\n".join(now) or self.words.no_notices
        if later:
            yield f"\n## {self.words.later}\n"
            yield "\n\n".join(later)

    def _notice_in_words(self, finding: Finding) -> Finding:
        """Return a notice in the language of the report, where it has words there; else as the build says it."""
        said = self.words.get(f"notice_{finding.name}")
        return replace(finding, wrong=said.format(**finding.values), do="") if said else finding

    def _is_for_later(self, finding: Finding) -> bool:
        """Tell whether a notice asks for nothing yet: an amount is confirmed in time when its year begins."""
        return finding.name == EXPECTED and int(str(finding.values["year"])) > self.project.today.year

    def _weekly_look(self) -> Iterator[str]:
        looked = self.project.settings.looked
        if looked is None:
            return
        days = (self.project.today - looked).days
        date = format_day(looked, self.lang)
        if days > LONGEST_SLEEP:
            yield TICK_BOX + self.words.looked_long_ago.format(date=date, days=days) + "\n"
        else:
            yield self.words.looked.format(date=date) + "\n"

    def _page(self, alike: Sequence[Due]) -> str:
        one = alike[0]
        said = self.words.page_changed if one.why == "changed" else self.words.page_due
        site = self.project.brand.sound.site_url if self.project.brand.sound else ""
        titles = [f"[{each.page.meta.title}]({absolute(site, page_address(each.page))})" for each in alike]
        return said.format(
            title=" / ".join(titles),
            date=format_day(one.date, self.lang),
            roles=", ".join(role.word(self.lang) for role in one.roles),
        )

    def _notice(self, one: Finding, others: Sequence[int]) -> str:
        """Return a notice under what its file is called, with the other lines of which the same holds."""
        said = self._notice_in_words(one)
        also = f" {self.words.also.format(lines=', '.join(map(str, others)))}" if others else ""
        title = FILE_TITLES.get(PurePath(one.file).stem, "") if one.file.startswith("data/") else ""
        if not title:
            return f"{describe_by_section(self.project, said)}{also}"
        dutch, _, english = title.partition(" / ")
        called = dutch if self.lang == SOURCE_LANGUAGE else english
        return f"{called}: {replace(said, file='')} ({one.file}:{one.line}){also}"

    def _unchecked(self) -> Iterator[str]:
        pages = self.project.reviewed_pages
        counts = {role: sum(not last_review(page, role) for page in pages) for role in self.roles}
        if any(counts.values()):
            yield f"## {self.words.unchecked_title}\n"
        for role, count in counts.items():
            if count:
                name = role.word(self.lang).capitalize()
                said = {"role": name, "looks_at": role.looks_at.part(self.lang), "count": count}
                yield self.words.unchecked.format(**said, all=len(pages)) + "\n"

    def _notices(self) -> list[Finding]:
        """Return all notices but those about reviews, which stand above with the titles of the pages."""
        about_reviews = [
            finding
            for page in self.project.written_pages
            for finding in check_reviews_of_page(page, self._hash(page), self.roles, self.project.today)
        ]
        return [finding for finding in notices(self.project.findings) if finding not in about_reviews]

    def _hash(self, page: Page) -> str:
        return self.project.hash_of(page)


def _group_twins(found: Sequence[Due]) -> list[list[Due]]:
    """Return the pages that are due, those that are one page in several languages and due alike together."""
    alike: dict[tuple[object, ...], list[Due]] = {}
    for one in found:
        alike.setdefault((one.page.name, one.date, one.roles), []).append(one)
    return [sorted(these, key=lambda one: LANGUAGES.index(one.page.lang)) for these in alike.values()]


def _group_alike(found: Sequence[tuple[Finding, Finding]]) -> list[tuple[Finding, list[int]]]:
    """Return notices, each with the other lines of its file of which the same is said."""
    alike: dict[Finding, list[Finding]] = {}
    for one, said in found:
        alike.setdefault(replace(said, line=0), []).append(one)
    return [(first, [one.line for one in others]) for first, *others in alike.values()]


def main() -> int:
    """Print the report; with STRICT=1, return 1 where there is something to do."""
    lang = _language_from(os.environ.get("LANG_OF") or REPORT_LANGUAGE)
    project = read_project(settings_from(os.environ, Path.cwd()))
    lines = list(DueReport(project, lang).lines())
    print("\n".join(lines))
    if broken := faults(project.findings):
        print(f"{to_mend(len(broken))} before this list is whole; 'make site' names what", file=sys.stderr)
    return int(is_on("STRICT", os.environ) and any(TICK_BOX in line for line in lines))


def _language_from(given: str) -> str:
    """Return the language to speak; raise SetUpError for one that the site does not have."""
    if given not in LANGUAGES:
        raise SetUpError(f"LANG_OF is '{given}'; {did_you_mean(given, LANGUAGES)}")
    return given


if __name__ == "__main__":
    sys.exit(run_command(main, "listed what is due"))
