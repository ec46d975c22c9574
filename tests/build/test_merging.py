"""Two people change things at once: each on a branch, both merged by plain git, and what the checks say then."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from checking import checked_project, printed_lines
from repositories import git, try_git
from second_opinion.core.markdown_text import Text, headings
from support import ROOT, change, copy_sample, run_module
from unit.spoiling import Edit, write

Work = Sequence[Edit]

SOURCE = "title: Test {name}\npublisher: Test\nlanguage: nl\nread: 2026-11-22\narchived: false\n"
PAGE = """---
title: Test {name} {lang}
description: A page (een pagina) about {name} in {lang} that nobody but this test will ever read.
slug: {name}
written: 2026-11-22
checked: []
next_check: 2027-11-22
sources: []
related: []
search_words: []
---

Test.

## Test {{#{name}-first}}

Test.
"""
LATER = "it is not written down yet which Dutch it was made from; 'make record' does that, later"


def add_source(name: str) -> Work:
    """Add a source."""
    return [write(f"data/sources/{name}.yml", SOURCE.format(name=name))]


def add_term(name: str) -> Work:
    """Add a word to the glossary."""
    text = f"nl: {{ term: {name}woord, text: Test }}\nen: {{ term: {name} word, text: Test }}\n"
    return [write(f"data/glossary/{name}.yml", text)]


def add_page(name: str) -> Work:
    """Add a page in both languages, with its place in the menu and its addresses, as the guide says."""
    return [
        *(write(f"docs/{lang}/{name}.md", PAGE.format(name=name, lang=lang)) for lang in ("nl", "en")),
        write(f"data/menu/{name}.yml", f"place: 125\nnl: Test {name}\nen: Test {name}\n"),
        write(f"data/published/{name}.yml", f"addresses:\n- /{name}/\n- /en/{name}/\n"),
    ]


def below(number: int, text: str, *languages: str) -> Work:
    """Put a text at the top of a section of the page about costs, in some languages."""

    def put_in(lang: str) -> Edit:
        file = f"docs/{lang}/costs.md"
        return lambda root: change(root, file, *_below(section(root, number), text))

    return [put_in(lang) for lang in languages]


def _below(anchor: str, text: str) -> tuple[str, str]:
    return f"{{#{anchor}}}\n", f"{{#{anchor}}}\n\n{text}\n"


def section(root: Path, number: int) -> str:
    """Return the anchor of a section of the page about costs."""
    return headings(Text("", (root / "docs/nl/costs.md").read_text("utf-8")))[number].anchor


def question(name: str, number: int) -> Work:
    """Add a question with its answer before a section of the page about costs."""

    def put(root: Path) -> int:
        mark = f"{{#{section(root, number)}}}"
        for lang, may in (("nl", "Mag"), ("en", "May")):
            file, text = f"docs/{lang}/costs.md", f"## {may} {name}? {{#{name}}}\n\nTest."
            (line,) = (line for line in (root / file).read_text("utf-8").splitlines() if line.endswith(mark))
            change(root, file, f"{line}\n", f"{text}\n\n{line}\n")
        return 0

    return [put]


def command(name: str, *arguments: str) -> Edit:
    """Run what `make` runs."""

    def run(root: Path) -> int:
        done = run_module(root, f"second_opinion.commands.{name}", *arguments)
        assert done.returncode == 0, done.stderr
        return 0

    return run


def translated(number: int) -> Edit:
    """Bring one section up to date as the guide says: paste the line of the message over the old one."""

    def paste(root: Path) -> int:
        anchor = section(root, number)
        (notice,) = [
            line for line in printed_lines(checked_project(root)) if "newer than docs/en/costs.md" in line
        ]
        line = next(
            part for part in notice.split(": ", 4)[-1].split(" and ") if part.startswith(f"{anchor}:")
        )
        file = root / "data/translations/docs/en/costs.yml"
        old = next(old for old in file.read_text("utf-8").splitlines() if old.startswith(f"{anchor}:"))
        return change(root, "data/translations/docs/en/costs.yml", old, line)

    return paste


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project that is a repository of its own."""
    root = copy_sample(tmp_path_factory.mktemp("merging") / "project")
    shutil.copy(ROOT / ".gitattributes", root)
    for step in (["init", "--initial-branch=main"], ["add", "."], ["commit", "--message=Begin"]):
        git(root, *step)
    return root


@pytest.fixture
def merged(repository: Path) -> Iterator[Callable[[Work, Work], list[str]]]:
    """Return a function that does two works on two branches, merges them, and returns what is said more than before."""

    def merge(mine: Work, yours: Work) -> list[str]:
        before = printed_lines(checked_project(repository))
        for branch, work in (("mine", mine), ("yours", yours)):
            git(repository, "checkout", "--quiet", "-B", branch, "main")
            for edit in work:
                edit(repository)
            git(repository, "add", ".")
            git(repository, "commit", f"--message={branch}")
        done = try_git(repository, "merge", "--no-edit", "mine")
        assert done.returncode == 0, done.stdout
        return sorted(printed_lines(checked_project(repository)) - before)

    yield merge
    try_git(repository, "merge", "--abort")  # nothing to end where it went well
    git(repository, "checkout", "--quiet", "--force", "main")


Merged = Callable[[Work, Work], list[str]]


def test_two_sources(merged: Merged) -> None:
    told = "no page, study, amount or line of the estimate names the source"
    assert merged(add_source("trial-one"), add_source("trial-two")) == [
        f"notice: data/sources/{name}.yml:1: {told} '{name}'; name it where its fact stands, or take it out"
        for name in ("trial-one", "trial-two")
    ]


def test_two_words(merged: Merged) -> None:
    assert merged(add_term("trial"), add_term("zebra")) == []


def test_two_pages_at_one_place_of_the_menu(merged: Merged, repository: Path) -> None:
    new = ("trial", "zebra")
    assert merged(add_page("trial"), add_page("zebra")) == sorted(
        [
            *(
                f"notice: data/published/{name}.yml:1: '{name}-first' of the page '{name}' does not stand here yet; "
                "'make record' writes it down, later"
                for name in new
            ),
            *(f"notice: docs/en/{name}.md:1: of this text {LATER}" for name in new),
            "notice: data/menu/zebra.yml:1: 'place' is 125 here and in data/menu/trial.yml (line 1); "
            "give one of the two another number",
        ]
    )
    order = [item.page for item in checked_project(repository).menu]
    assert order.index("zebra") == order.index("trial") + 1


def test_two_questions_of_one_page(merged: Merged) -> None:
    found = merged(question("trial", 2), question("zebra", 4))
    assert [line.partition(": ")[2].partition(":")[0] for line in found] == [
        "data/published/costs.yml",
        "docs/en/costs.md",
    ]
    assert all("'trial', 'zebra'" in line and line.endswith("later") for line in found)


def test_two_sections_of_one_page_of_which_the_english_is_left_for_later(merged: Merged) -> None:
    (notice,) = merged(below(2, "Een zin.", "nl"), below(3, "Nog een zin.", "nl"))
    assert ": the Dutch is newer than docs/en/costs.md: " in notice
    assert notice.count(" changed (line ") == 2


def test_two_neighbouring_sections_of_one_page_with_their_english(merged: Merged, repository: Path) -> None:
    hashes = (repository / "data/translations/docs/en/costs.yml").read_text("utf-8")
    written = [line.partition(":")[0] for line in hashes.splitlines() if line]
    anchors = [
        heading.anchor for heading in headings(Text("", (repository / "docs/nl/costs.md").read_text("utf-8")))
    ]
    first, second = (anchors.index(anchor) for anchor in [one for one in written if one != "begin"][1:3])
    works = ([*below(number, "Zin.", "nl", "en"), translated(number)] for number in (first, second))
    assert merged(*works) == []


def test_two_questions_that_are_written_down_on_both_branches(merged: Merged) -> None:
    written_down = command("record")
    assert merged([*question("a-trial", 2), written_down], [*question("z-trial", 5), written_down]) == []


def test_two_sections_that_are_written_down_at_one_place_of_the_file_of_their_page(merged: Merged) -> None:
    def published_alone(root: Path) -> int:
        command("record")(root)
        return try_git(root, "checkout", "--", "data/translations").returncode

    (notice,) = merged([*question("trial-a", 2), published_alone], [*question("trial-b", 5), published_alone])
    assert notice.endswith(LATER)


def test_an_old_address_and_a_new_section_of_one_page(merged: Merged) -> None:
    moved = [
        write("data/published/trial.yml", "addresses: [/trial/, /en/trial/, /zebra/]\n"),
    ]
    found = merged([*add_page("trial"), *moved], question("zebra", 3))
    assert [line for line in found if not line.startswith("notice: ")] == [
        "data/published/trial.yml:1: the published address /zebra/ leads nowhere now; "
        "add 'moved_from: [zebra]' to the page that took its place, so that old links keep working"
    ]
