"""Make a release: ``python -m upkeep.make_release VERSION``, on a main branch without a change that is not committed.

All files that name the release are written and tried as they will be released, then committed and tagged. Nothing is
sent anywhere, and where something is red, the files are as they were.
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from second_opinion.commands.command_line import run_command
from second_opinion.data.release import RELEASE_FILE, VERSION, numbers, read_release
from second_opinion.project.reading import Reader
from second_opinion.project.settings import settings_from

BRANCH = "main"


class ReleaseLine(Struct, frozen=True):
    """A line that names the release: its file, how it begins and goes on, what takes its place, and an example."""

    file: str
    pattern: str
    new: str
    like: str


RELEASE_LINES = (
    ReleaseLine(RELEASE_FILE, r"^number: .*$", "number: {version}", "number: 1.2.0"),
    ReleaseLine(RELEASE_FILE, r"^date: .*$", "date: {day}", "date: 2026-11-22"),
    ReleaseLine("pyproject.toml", r'^version = ".*"$', 'version = "{version}"', 'version = "1.2.0"'),
    ReleaseLine(
        "CHANGELOG.md", r"^## Not released yet(.*)$", r"## {version}, {day}\1", "## Not released yet"
    ),
    ReleaseLine(
        "examples/hospital-repository/.github/workflows/publish.yml",
        r"^(  RELEASE: )v\S+",
        r"\1v{version}",
        "RELEASE: v1.2.0",
    ),
)


class Check(Struct, frozen=True):
    """A command that has to succeed, and what its failure means."""

    command: Sequence[str]
    failed: str
    environment: Mapping[str, str] = field(default_factory=dict)


CHECKS = (
    Check(("make", "keys"), "the guide for hospitals cannot be written; mend what it says above"),
    Check(
        ("git", "diff", "--exit-code", "--", "HOSPITALS.md"),
        "'make keys' wrote of what our pages say now; commit HOSPITALS.md",
    ),
    Check(("make", "test"), "a test is red; mend what it says above"),
    Check(
        ("make", "language"),
        "a word is misspelt or a measure is exceeded; mend what it says above",
        {"STRICT": "1"},
    ),
)


def main(arguments: Sequence[str] | None = None, checks: Sequence[Check] = CHECKS) -> int:
    """Make the release; return 1 where something keeps it from being made, each with one line."""
    parser = argparse.ArgumentParser(description="Make a release of what is on the main branch.")
    parser.add_argument("version", help="the number of the release, like 1.2.0")
    version = parser.parse_args(arguments).version
    root = Path.cwd()
    before = {line.file: (root / line.file).read_text("utf-8") for line in RELEASE_LINES}
    if found := [*refused(version, root), *lacking(before)]:
        print("\n".join(found), file=sys.stderr)
        return 1
    write(root, with_release(before, version, settings_from(os.environ, root).today))
    is_green = False
    try:
        is_green = all(passes(check) for check in checks)
    finally:
        if not is_green:
            write(root, before)
    if not is_green:
        return 1
    git("commit", "--quiet", "--message", f"Release {version}", "--", *before)
    git("tag", "--annotate", f"v{version}", "--message", f"Release {version}")
    print(f"Release {version} is committed and tagged; to send it, run: git push origin {BRANCH} v{version}")
    return 0


def refused(version: str, root: Path) -> Iterator[str]:
    """Yield what keeps a release from being made before anything is tried."""
    if not VERSION.fullmatch(version):
        yield f"VERSION is '{version}', which is no number of a release; write three numbers, like 1.2.0"
    else:
        last, _ = read_release(Reader(root).document(root / RELEASE_FILE))
        if numbers(version) <= numbers(last.number):
            yield f"VERSION is {version}, and {last.number} is released already; write a higher one"
        if git("tag", "--list", f"v{version}"):
            yield f"the tag v{version} is there already; write a higher VERSION"
    if (branch := git("branch", "--show-current")) != BRANCH:
        yield f"this is the branch '{branch}'; a release is made on {BRANCH}: git switch {BRANCH}"
    if changed := git("status", "--porcelain").splitlines():
        yield f"{len(changed)} changed or new files are not committed, as '{changed[0][3:]}'; commit them first"


def lacking(texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines that a release needs and that do not stand in their file once."""
    for line in RELEASE_LINES:
        if (count := len(re.findall(line.pattern, texts[line.file], re.MULTILINE))) != 1:
            yield f"{line.file} has {count} lines like '{line.like}'; write one"


def with_release(texts: Mapping[str, str], version: str, day: datetime.date) -> dict[str, str]:
    """Return the files with the release in them."""
    new = dict(texts)
    for line in RELEASE_LINES:
        words = line.new.format(version=version, day=day)
        new[line.file] = re.sub(line.pattern, words, new[line.file], flags=re.MULTILINE)
    return new


def write(root: Path, texts: Mapping[str, str]) -> None:
    """Write the files."""
    for file, text in texts.items():
        (root / file).write_text(text, encoding="utf-8")


def passes(check: Check) -> bool:
    """Run a check, which says itself what it finds, and tell whether it succeeded; a line says that it did not."""
    if subprocess.run(check.command, env={**os.environ, **check.environment}, check=False).returncode == 0:
        return True
    print(f"{' '.join(check.command)}: {check.failed}; nothing is released", file=sys.stderr)
    return False


def git(*arguments: str) -> str:
    """Return what git says."""
    done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=True)
    return done.stdout.rstrip()


if __name__ == "__main__":
    sys.exit(run_command(main, "made the release"))
