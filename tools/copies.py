"""Copies of the project, also with many times its pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from pathlib import Path

CONTENT = ("docs", "snippets", "data", "brands", "overrides", "editing", "hooks", "mkdocs.yml")


def copy_project(root: Path, folder: Path, *, without: Collection[str] = ()) -> Path:
    """Copy everything that a build reads into a folder, but for some folders, and return the folder."""
    for name in (name for name in CONTENT if name not in without):
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


def enlarge(root: Path, target: Path, *, times: int) -> Path:
    """Copy a project with each page but the home page so many times, and return the copy."""
    copy_project(root, target)
    for file in sorted((target / "docs").rglob("*.md")):
        if file.stem == "index":
            continue
        text = file.read_text(encoding="utf-8")
        for number in range(2, times + 1):
            file.with_name(f"{file.stem}-{number}.md").write_text(_another(text, number), encoding="utf-8")
    _list_copies(target, times)
    return target


def _another(text: str, number: int) -> str:
    """Return a page under another title, description and address."""
    for key, most in (("title", 50), ("description", 140)):
        start = re.compile(rf"""^{key}: ["']?([^"\n]{{1,{most}}}).*$""", re.M)
        text = start.sub(rf'{key}: "\1 {number}"', text, count=1)
    text = re.sub(r"^slug: (.*)$", rf"slug: \1-{number}", text, count=1, flags=re.M)
    return re.sub(r"^moved_from: .*\n", "", text, count=1, flags=re.M)


def _list_copies(target: Path, times: int) -> None:
    """Give the copies a place in the menu, their addresses and what their translations were made from."""
    for folder in ("menu", "published", "translations/docs/en"):
        for file in sorted((target / "data" / folder).glob("*.yml")):
            text = file.read_text(encoding="utf-8")
            for number in range(2, times + 1) if file.stem != "index" else ():
                copy = re.sub(r"^- (/\S*[^/\s])/$", rf"- \1-{number}/", text, flags=re.M)
                copy = re.sub(r"^(nl|en): .*$", rf"\1: {file.stem} {number}", copy, flags=re.M)
                copy = re.sub(r"^header: .*\n|^sections:\n(?:- .*\n)*", "", copy, flags=re.M)
                file.with_name(f"{file.stem}-{number}.yml").write_text(copy, encoding="utf-8")
