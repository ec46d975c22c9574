"""A project with as many pages as wanted, made of the real ones, and the same pages for a stock site."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

LANGUAGES = ("nl", "en")
CONTENT = ("docs", "snippets", "data", "brands", "overrides", "hooks", "mkdocs.yml")


def copy_project(root: Path, folder: Path) -> Path:
    """Copy everything that a build reads into a folder, and return the folder."""
    for name in CONTENT:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    return folder


def add_pages(folder: Path, pages: int) -> None:
    """Add copies of a long page, each with a name, title and address of its own, until there are so many pages."""
    have = len(list((folder / "docs").glob("*/*.md")))
    numbers = range((pages - have + 1) // len(LANGUAGES))
    for lang in LANGUAGES:
        source = (folder / "docs" / lang / "applying.md").read_text("utf-8")
        for number in numbers:
            said = f"Made-up page {number} in {lang}, which stands here to be built and is read by nobody at all."
            text = re.sub(r"^title: .*$", f"title: Made-up page {number} ({lang})", source, flags=re.M)
            text = re.sub(r"^description: .*$", f"description: {said}", text, flags=re.M)
            text = re.sub(r"^slug: .*$", f"slug: page-{number}", text, flags=re.M)
            text = re.sub(r"^moved_from: .*\n", "", text, flags=re.M)
            (folder / "docs" / lang / f"page-{number}.md").write_text(text, "utf-8")
    addresses = "".join(f"- /page-{number}/\n- /en/page-{number}/\n" for number in numbers)
    translations = (folder / "data/translations.yml").read_text("utf-8")
    line = next(line for line in translations.splitlines() if line.startswith("docs/en/applying.md:"))
    lines = "".join(f"{line.replace('applying', f'page-{number}')}\n" for number in numbers)
    with (folder / "data/addresses.yml").open("a", encoding="utf-8") as file:
        file.write(addresses)
    with (folder / "data/translations.yml").open("a", encoding="utf-8") as file:
        file.write(lines)
    menu = "".join(
        f"- {{page: page-{number}, nl: Bladzijde {number}, en: Page {number}}}\n" for number in numbers
    )
    with (folder / "data/menu.yml").open("a", encoding="utf-8") as file:
        file.write(menu)
