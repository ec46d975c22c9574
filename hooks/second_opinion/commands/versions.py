"""The project as it was, beside the project as it is: what git keeps of a branch, and what changed since."""

from __future__ import annotations

import io
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.data.release import RELEASE_FILE, VERSION, numbers
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import NEUTRAL

NUMBER = re.compile(r"^number: (\S+)", re.MULTILINE)
CONTENT = ("docs", "snippets", "data", "brands")


class Versions(Struct, frozen=True):
    """The project before a change and with it, and the texts, data and pictures that differ."""

    before: Project
    after: Project
    files: Sequence[str]
    pictures: Sequence[str]

    @property
    def languages(self) -> Sequence[str]:
        """Return the languages of the sheet."""
        return self.after.languages


class UnknownBaseError(Exception):
    """Git does not know what a change is to be compared with; the message is for an editor."""


def run_git(root: Path, *command: str) -> str:
    """Return what git says; nothing where it does not know."""
    done = subprocess.run(
        ["git", "-c", "core.quotepath=off", *command], cwd=root, capture_output=True, check=False
    )
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def has_history(root: Path) -> bool:
    """Tell whether git keeps what the project was before."""
    return bool(run_git(root, "rev-list", "--max-count=2", "HEAD").split()[1:])


def last_text(root: Path, file: str) -> str:
    """Return what a file said before it went; nothing where git does not know it."""
    gone = run_git(root, "log", "--max-count=1", "--diff-filter=D", "--format=%H", "--", file).strip()
    return text_at(root, f"{gone}^", file) if gone else ""


def text_at(root: Path, commit: str, file: str) -> str:
    """Return what a file said at a commit; nothing where it was not there."""
    return run_git(root, "show", f"{commit}:{file}")


def released(root: Path) -> dict[str, str]:
    """Return how git knows each release, the newest first: by its tag, or else by the commit in which its number came.

    A copy without its whole history does not tell in which commit its oldest number came, so that is left out.
    """
    first = {
        number[1]: commit
        for commit in run_git(root, "log", "--format=%H", "--", RELEASE_FILE).split()
        if (number := NUMBER.search(text_at(root, commit, RELEASE_FILE)))
    }
    if first and run_git(root, "rev-parse", "--is-shallow-repository").strip() == "true":
        del first[next(reversed(first))]
    tags = {tag.removeprefix("v"): tag for tag in run_git(root, "tag", "--list", "v*").split()}
    known = first | {number: tag for number, tag in tags.items() if VERSION.fullmatch(number)}
    return {number: known[number] for number in sorted(known, key=numbers, reverse=True)}


def commit_of(root: Path, release: str) -> str:
    """Return how git knows a release, a tag, a branch or a commit; nothing where it does not."""
    if run_git(root, "rev-parse", "--verify", "--quiet", f"{release}^{{commit}}"):
        return release
    return released(root).get(release.removeprefix("v"), "")


def describe_version(root: Path, commit: str) -> str:
    """Return what a commit is called: the release whose number it bears, and how many changes came after that.

    "0.2.0 and 640 changes after it"; nothing where it bears no number.
    """
    number = NUMBER.search(text_at(root, commit, RELEASE_FILE))
    if not number:
        return ""
    release = commit_of(root, number[1])
    later = run_git(root, "rev-list", "--count", "--no-merges", f"{release}..{commit}") if release else ""
    count = int(later or 0)
    return f"{number[1]} and {count} change{'' if count == 1 else 's'} after it" if count else number[1]


def unpack(base: str, folder: Path) -> None:
    """Put the project as it is at a branch or commit into a folder; raises CalledProcessError where there is none."""
    packed = subprocess.run(["git", "archive", base], capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")


@contextmanager
def read_before(base: str, now: Project) -> Iterator[Project]:
    """Give the project as it was at a branch or commit, read for the same day and brand as it is now.

    Raises UnknownBaseError where git does not know it.
    """
    root, settings = now.settings.root, now.settings
    if not run_git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}"):
        raise UnknownBaseError(f"git does not know '{base}'; write the name of a branch, like BASE=main")
    with tempfile.TemporaryDirectory() as temporary:
        old = Path(temporary).resolve()
        unpack(base, old)
        inside = settings.brand.is_relative_to(root)
        brand = old / settings.brand.relative_to(root) if inside else settings.brand
        brand = brand if brand.is_dir() else old / NEUTRAL
        yield read_project(replace(settings, root=old, brand=brand, is_published=False))


def changed_files(root: Path, base: str) -> list[str]:
    """Return the files with content that differ from a branch or commit: new ones, and both names of a renamed one."""
    listed = run_git(root, "diff", "--name-only", "--no-renames", base, "--", *CONTENT).splitlines()
    listed += run_git(root, "ls-files", "--others", "--exclude-standard", "--", *CONTENT).splitlines()
    return sorted({*listed})
