"""Copies of the project, also with many times its pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from pathlib import Path

from second_opinion.commands.record import write_down

CONTENT = ("docs", "snippets", "data", "brands", "overrides", "editing", "hooks", "mkdocs.yml")
LISTS = re.compile(r"^\{\{ (?:glossary|questions|sources|tools) \}\}$", re.M)


def copy_project(root: Path, folder: Path, *, without: Collection[str] = ()) -> Path:
    """Copy everything that a build reads into a folder, but for some folders, and return the folder."""
    for name in (name for name in CONTENT if name not in without):
        path = root / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, folder / name)
    return folder


def enlarge(root: Path, target: Path, *, pages: int) -> Path:
    """Copy a project with so many pages, about, and return the copy: all but some of its pages, time after time.

    There is one home page, and one of each page that lists what all others hold, however large a site is. Each copy
    passes the checks as its original does: it has questions, a place and a translation record of its own.
    """
    copy_project(root, target)
    every_file = sorted((target / "docs").rglob("*.md"))
    copied = [
        file for file in every_file if file.stem != "index" and not LISTS.search(file.read_text("utf-8"))
    ]
    times = 1 + max(1, round((pages - len(every_file)) / len(copied)))
    for file in copied:
        text = file.read_text(encoding="utf-8")
        for number in range(2, times + 1):
            file.with_name(f"{file.stem}-{number}.md").write_text(_another(text, number), encoding="utf-8")
    _list_copies(target, {file.stem for file in copied}, times)
    write_down(target)
    return target


def _another(text: str, number: int) -> str:
    """Return a page under another title, description and address, with other questions."""
    for key, most in (("title", 50), ("description", 140)):
        start = re.compile(rf"""^{key}: ["']?([^"\n]{{1,{most}}}).*$""", re.M)
        text = start.sub(rf'{key}: "\1 {number}"', text, count=1)
    text = re.sub(r"^slug: (.*)$", rf"slug: \1-{number}", text, count=1, flags=re.M)
    text = re.sub(r"^((?:#+|/// details \|) .*)\?", rf"\1 ({number})?", text, flags=re.M)
    return re.sub(r"^moved_from: .*\n", "", text, count=1, flags=re.M)


def _list_copies(target: Path, names: Collection[str], times: int) -> None:
    """Give each copy of a page a place in the menu, behind those of all pages that it is made of."""
    for file in sorted((target / "data" / "menu").glob("*.yml")):
        text = file.read_text(encoding="utf-8")
        for number in range(2, times + 1) if file.stem in names else ():
            copy = re.sub(r"^place: (\d+)$", rf"place: {number}0000\1", text, flags=re.M)
            copy = re.sub(r"""^(nl|en): ["']?(.*?)["']?$""", rf'\1: "\2 {number}"', copy, flags=re.M)
            copy = re.sub(r"^header: .*\n", "", copy, flags=re.M)
            file.with_name(f"{file.stem}-{number}.yml").write_text(copy, encoding="utf-8")
