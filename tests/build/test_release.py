"""A release is made on a green main branch, in one command, or not at all: `make release VERSION=...`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from repositories import git
from second_opinion.data.release import RELEASE_FILE
from support import ROOT, TODAY, change
from upkeep import make_release
from upkeep.make_release import RELEASE_LINES, Check

FILES = [line.file for line in RELEASE_LINES]
GREEN = Check(("true",), "")
RED = Check(("false",), "a test is red; mend what it says above")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository on its main branch, with release 0.2.0 and news that is not released."""
    for file in FILES:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text((ROOT / file).read_text("utf-8"), "utf-8")
    (tmp_path / RELEASE_FILE).write_text("number: 0.2.0\ndate: 2026-11-01\n", "utf-8")
    (tmp_path / "CHANGELOG.md").write_text(
        "# News\n\n## Not released yet, quicker\n\nNew.\n\n## 0.2.0, 2026-11-01, old\n", "utf-8"
    )
    (tmp_path / "brands/neutral").mkdir(parents=True)
    (tmp_path / "brands/neutral/brand.yml").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TODAY", TODAY)
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A. Voorbeeld")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@voorbeeld.example")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Before")
    return tmp_path


def test_it_writes_the_number_everywhere_and_commits_and_tags_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert make_release.main(["0.3.0"], checks=[GREEN, GREEN]) == 0
    text = {file: (repository / file).read_text("utf-8") for file in FILES}
    assert text[RELEASE_FILE] == f"number: 0.3.0\ndate: {TODAY}\n"
    assert f"\n## 0.3.0, {TODAY}, quicker\n\nNew.\n\n## 0.2.0, 2026-11-01, old\n" in text["CHANGELOG.md"]
    assert re.findall(r'^version = "(.*)"', text["pyproject.toml"], re.MULTILINE) == ["0.3.0"]
    assert re.findall(r"^  RELEASE: (\S+) #", text[FILES[-1]], re.MULTILINE) == ["v0.3.0"]
    assert git(repository, "log", "-1", "--format=%s %D").strip() == "Release 0.3.0 HEAD -> main, tag: v0.3.0"
    assert git(repository, "cat-file", "-t", "v0.3.0").strip() == "tag"
    assert git(repository, "status", "--porcelain") == ""
    assert capsys.readouterr().out.endswith("to send it, run: git push origin main v0.3.0\n")


def test_what_is_tried_is_what_will_be_released(repository: Path) -> None:
    assert make_release.main(["0.3.0"], checks=[Check(("grep", "-q", "0.3.0", RELEASE_FILE), "")]) == 0


def test_where_a_check_is_red_all_is_as_it_was(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert make_release.main(["0.3.0"], checks=[GREEN, RED, Check(("touch", "tried"), "")]) == 1
    assert capsys.readouterr().err == "false: a test is red; mend what it says above; nothing is released\n"
    assert git(repository, "status", "--porcelain") == ""
    assert git(repository, "tag") == ""


@pytest.mark.parametrize(
    ("version", "message"),
    [
        ("0.2.0", "VERSION is 0.2.0, and 0.2.0 is released already; write a higher one"),
        ("0.1.10", "VERSION is 0.1.10, and 0.2.0 is released already; write a higher one"),
        ("", "VERSION is '', which is no number of a release; write three numbers, like 1.2.0"),
        ("v0.3.0", "VERSION is 'v0.3.0', which is no number of a release; write three numbers, like 1.2.0"),
        ("0.9.0", "the tag v0.9.0 is there already; write a higher VERSION"),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_one_line(
    repository: Path, capsys: pytest.CaptureFixture[str], version: str, message: str
) -> None:
    git(repository, "tag", "v0.9.0")
    assert make_release.main([version], checks=[GREEN]) == 1
    assert capsys.readouterr().err == f"{message}\n"


def test_everything_that_keeps_it_from_being_made_is_told_at_once(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(repository, "switch", "--quiet", "--create", "other")
    change(repository, "CHANGELOG.md", "## Not released yet, quicker", "## News")
    (repository / "more.txt").touch()
    assert make_release.main(["0.2.0"], checks=[GREEN]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "VERSION is 0.2.0, and 0.2.0 is released already; write a higher one",
        "this is the branch 'other'; a release is made on main: git switch main",
        "2 changed or new files are not committed, as 'CHANGELOG.md'; commit them first",
        "CHANGELOG.md has 0 lines like '## Not released yet'; write one",
    ]


def test_a_release_needs_the_guide_as_the_texts_are_the_tests_and_their_strict_measures() -> None:
    needed = [(check.command, dict(check.environment)) for check in make_release.CHECKS]
    assert needed == [
        (("make", "keys"), {}),
        (("git", "diff", "--exit-code", "--", "HOSPITALS.md"), {}),
        (("make", "test"), {}),
        (("make", "language"), {"STRICT": "1"}),
    ]
