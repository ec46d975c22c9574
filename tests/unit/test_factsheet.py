"""The fact sheet of a change, as those who check it read it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from second_opinion.commands import factsheet
from second_opinion.commands.factsheet import change, units
from support import change as put


def git(root: Path, *command: str) -> None:
    """Run git in a project folder."""
    subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@voorbeeld.example", *command],
        cwd=root,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the project in git, on a branch called main."""
    git(root, "init", "--initial-branch=main")
    git(root, "add", "docs", "snippets", "data")
    git(root, "commit", "-m", "before")
    monkeypatch.chdir(root)
    return root


def sheet(capsys: pytest.CaptureFixture[str], base: str = "main") -> str:
    """Return the sheet against a base."""
    assert factsheet.main([base]) == 0
    return capsys.readouterr().out


def test_a_changed_sentence_stands_before_and_after_in_both_languages(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository, "snippets/nl/three-questions.md", "Met drie vragen", "Met drie goede vragen")
    put(
        repository,
        "snippets/en/three-questions.md",
        "Three questions",
        "In short, three questions",
    )
    said = sheet(capsys)
    assert (
        "## snippets/three-questions.md\n\n| Dutch before | Dutch after | English before | English after |"
        in said
    )
    row = next(line for line in said.splitlines() if "Met drie goede vragen" in line)
    old_dutch, new_dutch, old_english, new_english = (cell.strip() for cell in row.strip("|").split(" | "))
    assert old_dutch.startswith("Met drie vragen")
    assert new_dutch.startswith("Met drie goede vragen")
    assert old_english.startswith("Three questions")
    assert new_english.startswith("In short, three questions")
    assert "Wat kan er" not in row
    touched = next(
        line for line in said.splitlines() if line.startswith("| snippets/nl/three-questions.md | docs")
    )
    assert "docs/nl/appointment.md" in touched
    assert "docs/en/" not in touched


def test_a_language_that_did_not_change_is_named(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository, "snippets/nl/three-questions.md", "Met drie vragen", "Met drie goede vragen")
    assert "The English text has not changed." in sheet(capsys)


def test_a_changed_amount_stands_with_its_source_and_the_pages_that_show_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository, "data/deductible.yml", "2026-01-01: { euro: 385", "2026-01-01: { euro: 390")
    said = sheet(capsys)
    row = next(line for line in said.splitlines() if line.startswith("| data/deductible.yml | amount"))
    assert "euro: 390" in row
    assert "| zvw |" in row
    touched = next(line for line in said.splitlines() if line.startswith("| data/deductible.yml | docs"))
    assert "docs/nl/costs.md" in touched
    assert "docs/en/costs.md" in touched


def test_a_changed_date_phone_number_and_link_are_listed(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (repository / "snippets/nl/three-questions.md").open("a", encoding="utf-8") as file:
        file.write("\nBel 088-1234567 vóór 3 mei 2027, of kijk op https://elders.example/x.\n")
    said = sheet(capsys)
    assert "| snippets/nl/three-questions.md | date | (nothing) | 3 mei 2027 |" in said
    assert "| snippets/nl/three-questions.md | phone number | (nothing) | 088-1234567 |" in said
    assert "| snippets/nl/three-questions.md | link | (nothing) | https://elders.example/x." in said


def test_every_role_has_a_box_to_tick(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(repository, "snippets/nl/three-questions.md", "Met drie vragen", "Met drie goede vragen")
    boxes = [line for line in sheet(capsys).splitlines() if line.startswith("- [ ] ")]
    assert [box.split(":")[0] for box in boxes] == [
        "- [ ] Doctor",
        "- [ ] Insurance expert",
        "- [ ] Language editor",
    ]


def test_without_a_change_the_sheet_says_so(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sheet(capsys) == "# Fact sheet\n\nNo text and no data have changed.\n"


def test_a_file_that_cannot_be_read_is_named(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file, more in (("docs/nl/costs.md", b"Caf\xe9.\n"), ("data/sources/zvw.yml", b"<<<<<<< HEAD\n")):
        (repository / file).write_bytes((repository / file).read_bytes() + more)
    _, told = sheet(capsys).split("## Mend these first")
    assert "- docs/nl/costs.md:1: this file is not saved as UTF-8; save it again as UTF-8" in told
    assert "a conflict of Git stands here ('<<<<<<<')" in told
    git(repository, "commit", "-am", "after")
    assert "## Mend these first" in sheet(capsys, "HEAD~1")


def test_an_unknown_base_is_one_line(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert factsheet.main(["mian"]) == 1
    assert capsys.readouterr().err == "git does not know 'mian'; write the name of a branch, like BASE=main\n"


def test_a_text_is_split_into_sentences_and_data_into_lines() -> None:
    assert units("docs/nl/x.md", "---\ntitle: A\n---\n\nEen. Twee.\n\n- Drie\n- Vier\n") == [
        "title: A",
        "Een.",
        "Twee.",
        "- Drie",
        "- Vier",
    ]
    assert units("data/x.yml", "# uitleg\na: 1\n\nb: 2\n") == ["a: 1", "b: 2"]


def test_only_what_differs_is_kept() -> None:
    assert change("x.yml", "a: 1\nb: 2\n", "a: 1\nb: 3\n").pairs == (("b: 2", "b: 3"),)


@pytest.mark.parametrize(
    ("front", "named"),
    [
        ("sources: [zvw, bw7]", "zvw, bw7"),
        ("sources:\n  - zvw\n  - bw7\nrelated: []", "zvw, bw7"),
        ("sources:\n- zvw", "zvw"),
        ("sources: []", "(none named)"),
    ],
)
def test_the_sources_of_a_page_are_named_however_they_are_written(
    front: str, named: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"---\ntitle: Test\n{front}\n---\n\nTekst.\n", encoding="utf-8")
    assert factsheet.sources_of(page, factsheet.Change("", ())) == named
