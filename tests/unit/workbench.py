"""One copy of the project that test after test spoils: after each, only what it touched is put back."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from functools import cache
from pathlib import Path

LINKED = "hooks"  # the code, which no test of content changes
Stamp = tuple[int, int, int]


def make_copy(untouched: Path, root: Path) -> Path:
    """Copy a project but for its code, which is linked, and return the copy."""
    shutil.copytree(untouched, root, ignore=shutil.ignore_patterns(LINKED))
    (root / LINKED).symlink_to(untouched / LINKED)
    return root


def touched(root: Path, untouched: Path) -> set[str]:
    """Return the files and folders that are not in a copy as they are in the project, by their paths."""
    return {path for path, _ in stamps(root).items() ^ _stamps_for_good(untouched).items()}


@cache
def _stamps_for_good(untouched: Path) -> dict[str, Stamp]:
    return stamps(untouched)


def stamps(folder: Path) -> dict[str, Stamp]:
    """Return of all that a folder holds the kind, the size and when it was written; a copy takes these over."""
    inside = len(str(folder)) + 1
    return {entry.path[inside:]: _stamp(entry.stat(follow_symlinks=False)) for entry in _entries(folder)}


def _stamp(status: os.stat_result) -> Stamp:
    is_folder = stat.S_ISDIR(status.st_mode)
    return (status.st_mode, 0, 0) if is_folder else (status.st_mode, status.st_size, status.st_mtime_ns)


def _entries(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == LINKED:
                continue
            yield entry
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path)


def put_back(root: Path, untouched: Path) -> None:
    """Make a copy what it was."""
    paths = sorted(touched(root, untouched))
    for path in reversed(paths):
        _take_away(root / path)
    for path in paths:
        if (untouched / path).is_dir():
            (root / path).mkdir()
        elif (untouched / path).exists():
            shutil.copy2(untouched / path, root / path)


def _take_away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
