"""Who reviewed a page, what changed since, and what is due for whom."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from checking import checked_project, new_faults, printed_lines
from second_opinion.commands.command_line import to_mend
from second_opinion.core.findings import faults
from second_opinion.project.project import Project
from support import TODAY, build, change, run_module

from .spoiling import Row, front

NL = "docs/nl/costs.md"
DEDUCTIBLE = "data/deductible.yml"


def review_line(date: str = "2026-11-20", role: str = "arts", more: str = "") -> str:
    """Return a front-matter line with one review."""
    return f"checked: [{{role: {role}, name: A. Voorbeeld, date: {date}{more}}}]"


ROWS = [
    Row(
        "a role that does not exist",
        [front(NL, "checked", review_line(role="artz", more=", text: x"))],
        [
            f"{NL}:<0>: the role 'artz' is not known; did you mean 'arts'?",
            f"{NL}:<0>: 'x' is no stamp that the build gave for this page; "
            'ask the artz to read it, and then write text: "HASH"',
        ],
    ),
    Row(
        "a check in the future",
        [front(NL, "checked", review_line(date="2026-12-01"))],
        [
            f"{NL}:<0>: the check is of 2026-12-01, and it is 2026-11-27 now; correct it",
            f"{NL}:<0>: the check of 2026-12-01 does not say which text was checked; "
            'add text: "HASH" when it is the text of now',
        ],
    ),
    Row(
        "a check without the text that was checked",
        [front(NL, "checked", review_line())],
        [
            f"{NL}:<0>: the check of 2026-11-20 does not say which text was checked; "
            'add text: "HASH" when it is the text of now'
        ],
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.sentence)
def test_a_fault_in_a_review_is_told(
    row: Row, root: Path, new_findings: Callable[[dict[str, str]], list[str]]
) -> None:
    expected = row.spoil(root)
    said = [re.sub(r'text: "[0-9a-f]{8}"', 'text: "HASH"', line) for line in new_findings({})]
    assert [line for line in said if "'checked'" not in line] == expected


def test_a_day_that_has_passed_is_a_notice_and_no_fault(untouched: Path, sample: Project) -> None:
    late = checked_project(untouched, {"TODAY": "2027-06-01"})
    assert (
        f"notice: {NL}:7: the page was to be checked before 2027-05-27, and it is 2027-06-01 now; "
        "look it through, and then write the day of the next check"
    ) in printed_lines(late)
    assert new_faults(late, sample) == []


@pytest.mark.parametrize(
    ("page", "file"),
    [("my-questions", "data/my-questions.yml"), ("costs", "data/cost-estimate.yml")],
    ids=["a list to take along", "the estimate"],
)
def test_the_words_of_what_a_page_shows_count_as_its_own(root: Path, page: str, file: str) -> None:
    def hashes() -> dict[str, str]:
        project = checked_project(root, {})
        return {one.file: project.hash_of(one) for one in project.written_pages}

    before = hashes()
    words = (root / file).read_text("utf-8")
    (root / file).write_text(re.sub(r"nl: (\w+)", r"nl: Nu \1", words, count=1), "utf-8")
    now = hashes()
    assert f"docs/nl/{page}.md" in {name for name in now if now[name] != before[name]}
    assert now["docs/en/about.md"] == before["docs/en/about.md"]


ROLES = ("doctor", "insurance expert", "language editor")
ABOUT = {"nl": "over-deze-informatie/index.html", "en": "en/about/index.html"}


def due(root: Path, code: int = 0, **env: str) -> str:
    """Return what `make due` prints."""
    done = run_module(root, "second_opinion.commands.due", env={"TODAY": TODAY, **env})
    assert done.returncode == code, done.stderr + done.stdout
    return done.stdout


def listed(said: str, part: str, address: str) -> list[str]:
    """Return what a part of the list says of a page behind its title, once for each time that it says it."""
    (found,) = [section for section in said.split("## ") if section.startswith(part)]
    return re.findall(rf"^- \[ \] \[.+\]\(https://\S+{address}\): (.+)$", found, re.MULTILINE)


def test_an_overdue_page_is_listed_once_with_its_title_its_address_and_for_whom(root: Path) -> None:
    front(NL, "title", "title: Wat kost het?")(root)
    front(NL, "next_check", "next_check: 2027-05-22")(root)
    late = due(root, TODAY="2027-06-01")
    assert late.startswith("## Overdue")
    assert late.count("/kosten/") == 1
    assert "[Wat kost het?](https://second-opinion.example/kosten/)" in late
    assert listed(late, "Overdue", "/kosten/") == [
        f"to be checked before 22 May 2027. For: {', '.join(ROLES)}."
    ]
    assert "was to be checked before" not in late


def test_a_page_that_is_due_in_both_languages_and_what_holds_of_many_lines_stand_in_one_line(
    root: Path,
) -> None:
    for file in (NL, NL.replace("/nl/", "/en/")):
        front(file, "next_check", "next_check: 2027-05-22")(root)
    late = due(root, TODAY="2027-06-01")
    (line,) = [one for one in late.splitlines() if "/kosten/" in one]
    assert line.index("/kosten/") < line.index("/en/costs/")
    (told,) = [one for one in late.splitlines() if "the example is of 2026" in one.lower()]
    assert told.startswith("- [ ] Worked examples: ")
    assert re.search(r"\(data/cost-examples\.yml:\d+\) Also on line \d+\.$", told)


def test_what_is_due_this_month_comes_before_what_changed_and_is_for_who_checked_it(root: Path) -> None:
    front(NL, "checked", review_line())(root)
    front(NL, "next_check", "next_check: 2026-12-28")(root)
    front("docs/nl/child.md", "checked", review_line())(root)
    said = due(root)
    assert listed(said, "This month", "/kosten/") == ["to be checked before 28 December 2026. For: doctor."]
    assert listed(said, "Changed since the check", "/voor-uw-kind/") == [
        "the page has changed since the check of 20 November 2026. For: doctor."
    ]
    assert said.index("## This month") < said.index("## Changed") < said.index("## Never checked")
    front("docs/nl/child.md", "checked", "checked: []")(root)
    front(NL, "checked", "checked: []")(root)
    counts = [unchecked(said), unchecked(due(root))]
    assert counts[1]["Doctor"] == counts[0]["Doctor"] + 2
    assert counts[1]["Language editor"] == counts[0]["Language editor"]


def unchecked(said: str) -> dict[str, int]:
    """Return how many pages each role has not checked yet, as the list says it, in a line a role."""
    lines = re.findall(
        r"^([A-Z][a-z ]+) \(.+\): (\d+) of the \d+ pages have not been checked yet.$", said, re.MULTILINE
    )
    return {role: int(count) for role, count in lines}


def test_who_asks_for_it_gets_it_in_dutch(root: Path) -> None:
    front(NL, "next_check", "next_check: 2027-05-22")(root)
    late = due(root, TODAY="2027-06-01", LANG_OF="nl")
    assert late.startswith("## Te laat")
    assert "nakijken vóór 22 mei 2027. Voor: arts, verzekeringsdeskundige, taalredacteur." in late
    wrong = run_module(root, "second_opinion.commands.due", env={"LANG_OF": "xx"})
    assert (wrong.returncode, wrong.stdout, wrong.stderr) == (1, "", "LANG_OF is 'xx'; known: en, nl\n")


def test_an_amount_that_is_not_confirmed_is_due_when_its_year_begins(root: Path) -> None:
    line = change(root, DEDUCTIBLE, "400, confirmed: true", "400, confirmed: false")
    early = due(root, LANG_OF="nl", STRICT="1")
    said = "Eigen risico: Het bedrag voor 2027 (400 euro) is verwacht en nog niet bevestigd."
    assert said in early.partition("## Nog niet nu")[2]
    assert f"({DEDUCTIBLE}:{line})" in early
    late = due(root, code=1, TODAY="2027-01-01", LANG_OF="nl", STRICT="1")
    assert f"- [ ] {said}" in late
    assert "Nog niet nu" not in late


def test_each_notice_that_has_words_is_told_in_the_language_of_the_report(root: Path) -> None:
    years = change(
        root,
        DEDUCTIBLE,
        "  2027-01-01: { euro: 400, confirmed: true, read: 2026-11-20, sources: [zvw] }\n",
        "",
    )
    text = (root / "docs/nl/abroad.md").read_text("utf-8")
    (root / "docs/nl/abroad.md").write_text(f"{text}\nEen zin erbij.\n", "utf-8")
    section = change(root, NL, "{#ask-first}", "{#ask-first .not-yet-in-en}")
    (root / "snippets/nl/new.md").write_text("Nieuw.\n", "utf-8")
    (root / "snippets/en/new.md").write_text("New.\n", "utf-8")
    page = (root / "docs/en/costs.md").read_text("utf-8")
    (root / "docs/en/costs.md").write_text(
        re.sub(r"(?s)\n## [^\n]*\{#ask-first\}.*?(?=\n## )", "", page), "utf-8"
    )
    said = due(root, LANG_OF="nl")
    assert "- [ ] Eigen risico: Er is nog geen verplicht eigen risico voor 2027." in said
    assert f"({DEDUCTIBLE}:{years - 1})" in said
    assert (
        "Het Nederlands is nieuwer dan docs/en/abroad.md. Werk het Engels bij, en schrijf dan in data/"
        in said
    )
    assert "snippets/en/new.md:1: Er is nog niet opgeschreven van welk Nederlands dit is gemaakt." in said
    told = "Dit stuk is er nog niet in de andere taal. Schrijf het in docs/en/costs.md, en haal dan"
    assert f"{told} '.not-yet-in-en' hier weg. ({NL}:{section})" in said
    in_english, project = due(root), checked_project(root)
    notices = [f"{one.wrong}; {one.do}" for one in project.findings if one.name]
    assert len(notices) >= 4
    assert [one for one in notices if one not in in_english] == []
    examples = due(root, TODAY="2027-01-02", LANG_OF="nl")
    assert (
        "Het voorbeeld is van 2026, en het is nu 2027. Schrijf het nieuwe jaar en de nieuwe bedragen."
        in examples
    )


def test_it_fails_where_there_is_something_to_do_and_only_if_that_is_asked_for(root: Path) -> None:
    front(NL, "next_check", "next_check: 2027-05-22")(root)
    due(root, TODAY="2027-06-01")
    due(root, code=1, TODAY="2027-06-01", STRICT="1")
    due(root, code=int("- [ ]" in due(root)), STRICT="1")


def test_a_weekly_look_that_sleeps_is_told(root: Path) -> None:
    assert "weekly look" not in due(root)
    assert due(root, LOOKED="2026-11-19").startswith(
        "The weekly look at links and dates last ran on 19 November 2026.\n"
    )
    assert due(root, LOOKED="2026-11-18").startswith(
        "- [ ] The weekly look at links and dates last ran on 18 November 2026, 9 days ago. See whether"
    )


def test_the_page_about_the_site_names_the_day_of_the_last_weekly_look_where_that_is_known(
    root: Path,
) -> None:
    done = build(root, env={"LOOKED": "2026-11-23"})
    assert done.returncode == 0, done.stderr
    shown = {lang: (root / "site" / at).read_text("utf-8") for lang, at in ABOUT.items()}
    assert "Dat deed het voor het laatst op 23 november 2026." in shown["nl"]
    assert "It last did so on 23 November 2026." in shown["en"]
    assert "23 november 2026" not in (root / "site/kosten/index.html").read_text("utf-8")
    assert build(root).returncode == 0
    assert "voor het laatst op" not in (root / "site" / ABOUT["nl"]).read_text("utf-8")


def test_the_list_says_when_something_that_it_is_made_from_is_at_fault(root: Path, sample: Project) -> None:
    (root / "data/plain_words.yml").unlink()
    done = run_module(root, "second_opinion.commands.due")
    assert done.returncode == 0
    count = to_mend(1 + len(faults(sample.findings)))
    assert done.stderr == f"{count} before this list is whole; 'make site' names what\n"


def test_words_of_the_list_that_lack_a_blank_are_told(root: Path) -> None:
    line = change(root, "data/due.yml", "before {date}. For: {roles}", "before {date}")
    assert (
        f"data/due.yml:{line}: 'page_due' lacks {{roles}} in English; put it where the program fills something in"
    ) in printed_lines(checked_project(root))


def test_a_page_says_that_it_was_checked_and_that_it_has_changed_since(root: Path) -> None:
    front(NL, "checked", review_line())(root)
    front("docs/en/costs.md", "checked", review_line(role="doctor"))(root)
    asked = "\n".join(map(str, checked_project(root).findings))
    hashes = re.findall(r'text: "([0-9a-f]{8})"', asked)
    assert len(hashes) == 2
    words = {"docs/en/costs.md": "doctor", NL: "arts"}
    found = dict(re.findall(r'^(docs/\S+?):\d+: the check of.*text: "([0-9a-f]{8})"', asked, re.MULTILINE))
    for file, word in words.items():
        front(file, "checked", review_line(role=word, more=f', text: "{found[file]}"'))(root)
    result = build(root)
    assert result.returncode == 0, result.stderr
    page = root / "site/kosten/index.html"
    trust = BeautifulSoup(page.read_text("utf-8"), "html.parser").select_one(".trust")
    assert trust is not None
    assert "Nagekeken door A. Voorbeeld, arts, op 20 november 2026." in trust.get_text()
    assert "Na deze controle" not in trust.get_text()
    assert '"lastReviewed":"2026-11-20"' in page.read_text("utf-8")

    change(root, DEDUCTIBLE, "2026-01-01: { euro: 385", "2026-01-01: { euro: 390")
    examples = root / "data/cost-examples.yml"
    new = (
        examples.read_text("utf-8")
        .replace("patient: 385", "patient: 390")
        .replace("insurer: 265", "insurer: 260")
    )
    examples.write_text(new.replace("deductible_used: 385", "deductible_used: 390"), "utf-8")
    result = build(root)
    assert result.returncode == 0, result.stderr
    changed = BeautifulSoup(page.read_text("utf-8"), "html.parser").select_one(".trust")
    assert changed is not None
    assert "Na deze controle is op deze pagina iets veranderd." in changed.get_text()


MADE_UP = "docs/nl/made-up.md"
PAGE = """---
title: Een verzonnen pagina
description: Een pagina met een bedrag, een moeilijk woord en een gedeelde tekst.
slug: verzonnen
written: 2026-11-20
checked: [{role: arts, name: A. Voorbeeld, date: 2026-11-20, text: "HASH"}]
next_check: 2027-05-20
sources: []
related: []
search_words: [proef]
only_in: {language: nl, reason: verzonnen}
---

## Een krokodil: wat is dat? {#what}

U betaalt hooguit {{ deductible.compulsory }} in {{ deductible.year }}. Lees [over de moerashaai](costs.md)
en over de proefzeef.

--8<-- "shared.md"
"""
WORD = """nl: {term: proefzeef, text: Een zeef om te proeven.}
en: {term: trial sieve, text: A sieve to try.}
"""


@pytest.fixture
def checked_page(root: Path) -> Path:
    """Return a project with a page that was checked as it is: with an amount, hard words and a snippet."""
    for lang in ("nl", "en"):
        (root / f"snippets/{lang}/shared.md").write_text("Bel 088 123 45 67.\n", "utf-8")
    for id_, term in (("sieve", "proefzeef"), ("shark", "moerashaai"), ("crocodile", "krokodil")):
        words = WORD.replace("proefzeef", term).replace("trial sieve", id_)
        (root / f"data/glossary/{id_}.yml").write_text(words, "utf-8")
    page = root / MADE_UP
    page.write_text(PAGE, "utf-8")
    (found,) = [re.search(r'text: "([0-9a-f]{8})"', line) for line in said_of_page(root)]
    assert found
    page.write_text(PAGE.replace("HASH", found[1]), "utf-8")
    return root


def said_of_page(root: Path) -> list[str]:
    """Return what the checks say of the check of the made-up page, its hash left as it is."""
    return [line for line in printed_lines(checked_project(root)) if f"{MADE_UP}:6:" in line]


@pytest.mark.parametrize(
    ("file", "old", "new", "is_told"),
    [
        (DEDUCTIBLE, "2026-01-01: { euro: 385", "2026-01-01: { euro: 390", True),
        (DEDUCTIBLE, "2023-01-01: { euro: 385", "2023-01-01: { euro: 390", False),
        ("data/glossary/sieve.yml", "om te proeven", "om te testen", True),
        ("data/glossary/sieve.yml", "to try", "to taste", False),
        ("data/glossary/shark.yml", "om te proeven", "om te testen", False),
        ("data/glossary/crocodile.yml", "om te proeven", "om te testen", False),
        ("snippets/nl/shared.md", "Bel 088", "Bel nu 088", True),
        (MADE_UP, "U betaalt", "U betaalt zelf", True),
        (MADE_UP, "costs.md", "applying.md", False),
    ],
    ids=[
        "an amount on it",
        "an amount of another year",
        "an explanation on it",
        "an explanation in the other language",
        "an explanation of a word that is only in a link",
        "an explanation of a word that is only in a title",
        "a snippet on it",
        "its text",
        "where a link leads",
    ],
)
def test_a_page_has_changed_since_its_check_when_what_it_shows_has(
    file: str, old: str, new: str, is_told: bool, checked_page: Path
) -> None:
    assert said_of_page(checked_page) == []
    change(checked_page, file, old, new)
    said = [re.sub(r'text: "[0-9a-f]{8}"', 'text: "HASH"', line) for line in said_of_page(checked_page)]
    told = (
        f"notice: {MADE_UP}:6: the page has changed since the doctor checked it on 2026-11-20; "
        'ask the doctor to read it again, and then write the new date and text: "HASH"'
    )
    assert said == [told] * is_told


def test_a_page_that_is_overdue_says_so_to_its_readers(root: Path) -> None:
    result = build(root, env={"TODAY": "2027-06-01"})
    assert result.returncode == 0, result.stderr
    page = BeautifulSoup((root / "site/kosten/index.html").read_text("utf-8"), "html.parser")
    assert "had vóór 27 mei 2027" in page.get_text()
