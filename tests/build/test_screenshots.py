"""`make screenshots`: which pages a change touches, and their pictures before and after it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from support import change, copy_sample, run_module
from tools.screenshots import Change, changes, index, main


def page(content: str, *, menu: str = "Menu") -> str:
    """Return a page with something in it."""
    return f"<html><body><nav>{menu}</nav><main><p>{content}</p></main></body></html>"


HOMES = {"": page("Begin"), "en/": page("Start")}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (HOMES, HOMES, []),
        ({"kosten/": page("Was")}, {"kosten/": page("Wordt")}, [Change("kosten/", True, True)]),
        ({}, {"nieuw/": page("Nieuw")}, [Change("nieuw/", False, True)]),
        ({"oud/": page("Oud")}, {}, [Change("oud/", True, False)]),
        (
            HOMES,
            {"": page("Begin", menu="Nieuw"), "en/": page("Start")},
            [Change("", True, True), Change("en/", True, True)],
        ),
    ],
    ids=["nothing", "a sentence", "a new page", "a page that goes", "only the menu"],
)
def test_the_pages_that_a_reader_sees_change(
    before: dict[str, str], after: dict[str, str], expected: list[Change]
) -> None:
    assert changes(before, after) == expected


def test_the_overview_names_each_picture_and_how_many_pages_were_left_out() -> None:
    shown = index([Change("en/costs/", True, True), Change("nieuw/", False, True)], 3)
    assert 'src="en-costs-phone-before.png"' in shown
    assert "before, desk: this page is not there" in shown
    assert "And 3 more pages" in shown
    assert "No page looks different" in index([], 0)


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder, under a made-up name."""
    who = ("-c", "user.name=Test", "-c", "user.email=test@hospital.example", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, check=True)


def test_a_changed_sentence_gives_pictures_of_its_page_alone(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    git(root, "init")
    git(root, "add", "--all")
    git(root, "commit", "--message", "before")
    change(root, "docs/en/costs.md", "---\n\n", "---\n\nA sentence that was not here before.\n\n")
    done = run_module(root, "tools.screenshots", "--base", "main", env=os.environ)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 of 1 changed pages")
    assert sorted(path.name for path in (root / "screenshots").iterdir()) == [
        "en-costs-desk-after.png",
        "en-costs-desk-before.png",
        "en-costs-phone-after.png",
        "en-costs-phone-before.png",
        "index.html",
    ]


def test_a_branch_that_is_not_there_gets_one_line_of_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git(tmp_path, "init")
    monkeypatch.chdir(tmp_path)
    assert main(["--base", "mian"]) == 1
    assert capsys.readouterr().err == "There is no 'mian' here; name a branch: BASE=origin/main\n"
