"""The finished site is valid HTML by the Nu checker."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from support import ROOT
from upkeep import nu_checker


def errors(*folders: Path) -> list[str]:
    """Return what the Nu checker says is wrong in some folders of HTML files."""
    quick = [
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-Xss16m",
    ]  # its schema is deep without optimisation
    checker = ROOT / nu_checker.FILE
    assert checker.is_file(), "the checker of HTML is not here yet; run: make test, which fetches it"
    command = ["java", *quick, "-jar", str(checker)]
    options = ["--errors-only", "--skip-non-html", "--format", "gnu"]
    done = subprocess.run(
        [*command, *options, *map(str, folders)], capture_output=True, text=True, check=False
    )
    return done.stderr.splitlines()


def test_who_has_no_checker_yet_is_told_what_fetches_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nu_checker, "FILE", tmp_path / "lost.jar")
    with pytest.raises(AssertionError, match="run: make test"):
        errors(tmp_path)


def test_every_page_is_valid_html_for_a_checker_that_finds_what_is_wrong(site: Path, tmp_path: Path) -> None:
    (tmp_path / "wrong.html").write_text(
        '<!doctype html><html lang="nl"><title>x</title><p><div align="left"></div></p>', encoding="utf-8"
    )
    said = errors(site, tmp_path)
    assert [line for line in said if "/wrong.html" not in line] == []
    assert [line for line in said if "No “p” element in scope" in line] != []
