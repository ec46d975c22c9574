"""Hundreds of random faults in copies of the sample and of its finished site: each is told at its place."""

from __future__ import annotations

import random
import re
import shutil
from itertools import count
from pathlib import Path

import pytest

from second_opinion.links.finished_site import read_finished_site
from second_opinion.links.rules import SiteDefect, check_site
from support import SAMPLE, build, copy_sample
from upkeep.seeding import SITE_URL, Seed, seed_content, seed_site

LINE = re.compile(r"^(?P<file>[^:\s]+):(?P<line>\d+): (?P<words>.*)$", re.MULTILINE)
OF_LINKS = re.compile(
    r"leads to|leads nowhere|is taken from|readers see|of the link|has no words|starts with http:"
)
BUILDS, ROUNDS = 2, 4


@pytest.mark.parametrize("start", range(BUILDS))
def test_faults_of_editors_are_told_at_their_lines(start: int, tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    seeds = seed_content(root, random.Random(start), count(100), rounds=ROUNDS)  # noqa: S311 (a test, no secret)
    done = build(root)
    assert done.returncode == 1
    assert not (root / "site").exists()
    printed = [(match["file"], int(match["line"]), match["words"]) for match in LINE.finditer(done.stderr)]
    places = {(seed.file, seed.line(root)): seed for seed in seeds}
    missed = [f"{seed.kind}: {place}" for place, seed in places.items() if not is_told(seed, *place, printed)]
    assert missed == []
    strays = [words for file, line, words in printed if OF_LINKS.search(words) and (file, line) not in places]
    assert strays == []


def is_told(seed: Seed, file: str, line: int, printed: list[tuple[str, int, str]]) -> bool:
    """Tell whether one line was printed about a fault, at its place or with that; there may be no second one."""
    about = [
        words for at, number, words in printed if (at, number) == (file, line) and OF_LINKS.search(words)
    ]
    with_others = re.compile(rf"\(so do(?:es)? .*{re.escape(f'{file}:{line}')}\b")
    told = [
        words for at, number, words in printed if (at, number) == (file, line) or with_others.search(words)
    ]
    return any(seed.said in words for words in told) and len(about) <= 1


def test_faults_in_the_finished_site_are_told_in_their_files(sample_project: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(sample_project / "site", tmp_path / "site")
    assert defects(copy) == []
    seeds = seed_site(copy, random.Random(7), rounds=3)  # noqa: S311 (a test, no secret)
    found = defects(copy)
    missed = [
        f"{seed.kind} in {seed.file}" for seed in seeds if not any(tells(defect, seed) for defect in found)
    ]
    assert missed == []
    strays = [defect for defect in found if not any(tells(defect, seed) for seed in seeds)]
    assert strays == []


def tells(defect: SiteDefect, seed: Seed) -> bool:
    """Tell whether a defect is that of a seed."""
    link = defect.link
    return link.file == seed.file and seed.said in f"{link.target} {link.text}"


def defects(site: Path) -> list[SiteDefect]:
    """Return what is wrong with a finished site."""
    sources = "".join(file.read_text("utf-8") for file in (SAMPLE / "data/sources").glob("*.yml"))
    http_only = re.findall(r'address: "(http://[^"]+)"', sources)
    return check_site(read_finished_site(site, SITE_URL), http_only=http_only)
