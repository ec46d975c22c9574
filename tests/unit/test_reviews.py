"""Who reviewed a page, what changed since, and what is due for whom."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from checking import checked as checked_project
from checking import said_of
from support import TODAY, build, run_module

from .spoiling import Row, front

NL = "docs/nl/costs.md"


def checked(date: str = "2026-11-20", role: str = "arts", more: str = "") -> str:
    """Return a front-matter line with one review."""
    return f"checked: [{{role: {role}, name: A. Voorbeeld, date: {date}{more}}}]"


ROWS = [
    Row(
        "a role that does not exist",
        [front(NL, "checked", checked(role="artz", more=", text: x"))],
        [
            f"{NL}:<0>: the role 'artz' is not known; did you mean 'arts'?",
            f"notice: {NL}:<0>: the page has changed since the artz checked it on 2026-11-20; "
            'ask the artz to read it again, and then write the new date and text: "HASH"',
        ],
    ),
    Row(
        "a check in the future",
        [front(NL, "checked", checked(date="2026-12-01"))],
        [
            f"{NL}:<0>: the check is of 2026-12-01, and it is 2026-11-27 now; correct it",
            f"{NL}:<0>: the check of 2026-12-01 does not say which text was checked; "
            'add text: "HASH" when it is the text of now',
        ],
    ),
    Row(
        "a check without the text that was checked",
        [front(NL, "checked", checked())],
        [
            f"{NL}:<0>: the check of 2026-11-20 does not say which text was checked; "
            'add text: "HASH" when it is the text of now'
        ],
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.sentence)
def test_an_editor_reads(row: Row, root: Path, new_findings: Callable[[dict[str, str]], list[str]]) -> None:
    expected = row.spoil(root)
    said = [re.sub(r'text: "[0-9a-f]{8}"', 'text: "HASH"', line) for line in new_findings({})]
    assert [line for line in said if "'checked'" not in line] == expected


def test_a_day_that_has_passed_is_a_notice_and_no_fault(untouched: Path) -> None:
    said = said_of(checked_project(untouched, {"TODAY": "2027-06-01"}))
    assert (
        f"notice: {NL}:7: the page was to be checked before 2027-05-27, and it is 2027-06-01 now; "
        "look it through, and then write the day of the next check"
    ) in said
    assert [line for line in said if not line.startswith("notice: ")] == []


def due(root: Path, today: str = TODAY) -> str:
    """Return what `make due` prints."""
    done = run_module(root, "second_opinion.commands.due", env={"TODAY": today})
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_list_says_for_each_role_what_is_unchecked_due_or_changed(root: Path) -> None:
    front(NL, "checked", checked())(root)
    _, doctor, second, *_ = due(root).split("## ")
    assert doctor.startswith("Doctor (")
    assert f"- [ ] {NL}: changed since the check of 2026-11-20" in doctor
    assert "- [ ] docs/en/costs.md: not checked yet" in doctor
    assert f"- [ ] {NL}: not checked yet" in second
    late = due(root, "2027-06-01")
    assert f"- [ ] {NL}: overdue since 2027-05-27" in late.split("## ")[1]


def test_the_list_says_when_something_that_it_is_made_from_is_at_fault(root: Path) -> None:
    (root / "data/plain_words.yml").unlink()
    done = run_module(root, "second_opinion.commands.due")
    assert done.returncode == 0
    assert done.stderr == "1 thing is to be mended before this list is whole; 'make site' names what\n"


def test_a_page_says_that_it_was_checked_and_that_it_has_changed_since(root: Path) -> None:
    front(NL, "checked", checked())(root)
    front("docs/en/costs.md", "checked", checked(role="doctor"))(root)
    asked = "\n".join(map(str, checked_project(root).findings))
    hashes = re.findall(r'text: "([0-9a-f]{8})"', asked)
    assert len(hashes) == 2
    words = {"docs/en/costs.md": "doctor", NL: "arts"}
    found = dict(re.findall(r'^(docs/\S+?):\d+: the check of.*text: "([0-9a-f]{8})"', asked, re.MULTILINE))
    for file, word in words.items():
        front(file, "checked", checked(role=word, more=f', text: "{found[file]}"'))(root)
    result = build(root)
    assert result.returncode == 0, result.stderr
    page = root / "site/kosten/index.html"
    trust = BeautifulSoup(page.read_text("utf-8"), "html.parser").select_one(".trust")
    assert trust is not None
    assert "Nagekeken door A. Voorbeeld, arts, op 20 november 2026." in trust.get_text()
    assert "Na deze controle is de tekst" not in trust.get_text()
    assert '"lastReviewed":"2026-11-20"' in page.read_text("utf-8")

    with (root / "snippets/nl/ask-insurer.md").open("a", encoding="utf-8") as snippet:
        snippet.write("\nEen nieuwe zin.\n")
    assert build(root).returncode == 0
    changed = BeautifulSoup(page.read_text("utf-8"), "html.parser").select_one(".trust")
    assert changed is not None
    assert "Na deze controle is de tekst van de pagina veranderd." in changed.get_text()


def test_a_page_that_is_overdue_says_so_to_its_readers(root: Path) -> None:
    result = build(root, env={"TODAY": "2027-06-01"})
    assert result.returncode == 0, result.stderr
    page = BeautifulSoup((root / "site/kosten/index.html").read_text("utf-8"), "html.parser")
    assert "had vóór 27 mei 2027" in page.get_text()
