"""Two versions of the project beside each other: the site of each, and its pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser


def run_in(project: Path, *arguments: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run Python in a project folder with its own code, and return what it said."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env={**env, "PYTHONPATH": "hooks"},
        capture_output=True,
        text=True,
        check=False,
    )


def build(project: Path, site: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Build a project folder with its own code into ``site``, and return what it said."""
    return run_in(project, "-m", "second_opinion.commands.build", "--site", str(site), env=env)


def read_pages(site: Path) -> dict[str, str]:
    """Return the text of each page of a finished site by its address; pages that only lead on are left out."""
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(site.rglob("index.html"))}
    return {
        f"{file.parent.relative_to(site).as_posix()}/".removeprefix("./"): text
        for file, text in texts.items()
        if 'http-equiv="refresh"' not in text
    }


def main_of(page: str) -> str:
    """Return the markup of a page's content."""
    main = LexborHTMLParser(page).css_first("main") if page else None
    return main.html or "" if main else page
