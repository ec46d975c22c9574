"""The finished site is valid HTML by the Nu checker."""

from __future__ import annotations

import subprocess
from pathlib import Path

from support import ROOT
from tools import nu_checker


def errors(folder: Path) -> list[str]:
    """Return what the Nu checker says is wrong in a folder of HTML files."""
    done = subprocess.run(
        [
            "java",
            "-jar",
            str(ROOT / nu_checker.FILE),
            "--errors-only",
            "--skip-non-html",
            "--format",
            "gnu",
            str(folder),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.splitlines()


def test_every_page_is_valid_html(site: Path) -> None:
    assert errors(site) == []


def test_the_checker_finds_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text(
        '<!doctype html><html lang="nl"><title>x</title><p><div align="left"></div></p>', encoding="utf-8"
    )
    assert [line for line in errors(tmp_path) if "No “p” element in scope" in line] != []
