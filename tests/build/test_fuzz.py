"""Hundreds of seeded accidents with the files of editors and hospitals: each ends in words, or in a sound site."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from checking import checked_project
from fuzzing import WAYS, Spoiled, cases, restore
from second_opinion.core.errors import fault_of_error
from second_opinion.project.disk import decoded
from second_opinion.project.settings import SetUpError
from second_opinion.texts.markup import check_markup
from second_opinion.texts.pages import check_headings, read_page
from second_opinion.texts.placeholders import check_amounts, check_names
from second_opinion.texts.snippets import check_includes
from support import build, copy_sample

ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "1"))  # by hand: FUZZ_ROUNDS=50 pytest tests/build/test_fuzz.py
BUILDS = 4 * ROUNDS

SEEDS = 10  # of a small page, which is read in no time

SMALL = """---
title: "Wat kost dat?"
description: Wat een second opinion kost, en wie de rekening daarvan betaalt.
slug: klein
written: 2026-11-22
checked: [{ role: arts, name: A. Voorbeeld, date: 2026-11-20, text: "3fa85f64" }]
next_check: 2027-11-22
sources: [zvw]
related: []
search_words: [prijs, kosten]
---

Een zin over *geld* in {{ deductible.year }}, met [een link](costs.md#who-pays) en `code`.

## Wie betaalt? {#who-pays}

/// important
U betaalt **iets**. <!-- een opmerking -->
///

/// details | Wat de wet zegt
| a | b |
| - | - |
| 1 | ![een plaatje](plaatje.png) |
///

--8<-- "safety.md"

- [een ander][doel]{ .next }

[doel]: https://zorg.example/
"""

# What no editor may read: a trace, an object's address, and the words of the libraries below.
OF_PROGRAMS = re.compile(
    r"Traceback| object at 0x|File \"|\b\w+Error\b|pydantic|ruamel|[Ii]nput should|value_error|NoneType|<class|"
    r"expected <"
)


def brand_of(case: Spoiled) -> dict[str, str]:
    """Return the environment in which the file of a case is read."""
    parts = case.file.split("/")
    return {"BRAND": f"brands/{parts[1]}"} if parts[0] == "brands" else {}


def together(chosen: Sequence[Spoiled]) -> list[list[Spoiled]]:
    """Return accidents by those that happen at once: one to a file of a brand, and some to files that all share."""
    of_brands = [case for case in chosen if brand_of(case)]
    shared = [case for case in chosen if not brand_of(case)]
    groups = [[case, *shared[number :: len(of_brands)]] for number, case in enumerate(of_brands)]
    return [list({case.file: case for case in group}.values()) for group in groups]


def said_by_checks(brand: Mapping[str, str], root: Path) -> list[str]:
    """Return what reading and checking says of a spoiled project; an error that nobody foresaw too."""
    try:
        project = checked_project(root, brand)
    except SetUpError as error:
        return [str(error)]
    except Exception as error:  # noqa: BLE001 (whatever nobody foresaw is what this looks for)
        return [str(fault_of_error(error, "was reading"))]
    return [str(finding) for finding in project.findings]


def wrong_with(lines: list[str]) -> list[str]:
    """Return the lines that an editor could not read."""
    return [line for line in lines if not line.strip() or "\n" in line or OF_PROGRAMS.search(line)]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project that stays as it is."""
    return copy_sample(tmp_path_factory.mktemp("clean"))


@pytest.mark.parametrize("part", range(4))
def test_the_checks_say_in_words_what_any_accident_did(part: int, clean: Path, tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    faults = []
    for group in together(cases(clean, rounds=ROUNDS + 1))[part::4]:
        for case in group:
            case.apply(root)
        names = ", ".join(map(str, group))
        faults += [f"{names}: {line}" for line in wrong_with(said_by_checks(brand_of(group[0]), root))]
        for case in group:
            restore(case, root, clean)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("way", WAYS)
def test_what_is_read_of_a_small_page_is_in_words_after_any_accident(way: str) -> None:
    faults = []
    for seed in range(SEEDS * ROUNDS):
        chance = random.Random(seed)  # noqa: S311 (a test, no secret)
        source, found = decoded(WAYS[way](SMALL.encode(), chance), "docs/nl/small.md")
        page, of_page = read_page("nl", "small", "docs/nl/small.md", source)
        found += [*of_page, *check_headings(page), *check_markup(page.text), *check_amounts(page.text)]
        found += [
            *check_names(page.text, {"deductible.year": "2026"}),
            *check_includes([page.text], {}, "nl"),
        ]
        faults += [f"{way} {seed}: {line}" for line in wrong_with([str(finding) for finding in found])]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("part", range(2))
def test_a_build_after_any_accident_ends_in_words_or_in_a_sound_site(
    part: int, clean: Path, tmp_path: Path
) -> None:
    root = copy_sample(tmp_path / "project")
    before = {"index.html": "<p>before</p>", "sitemap.xml": "<urlset/>"}
    chosen = cases(clean, rounds=ROUNDS + 2)[::-1]
    step = max(1, len(chosen) // BUILDS)
    faults = []
    for case in chosen[::step][part::2]:
        for name, content in before.items():
            (root / "site").mkdir(exist_ok=True)
            (root / "site" / name).write_text(content, "utf-8")
        case.apply(root)
        try:
            result = build(root, env=brand_of(case))
        finally:
            restore(case, root, clean)
        lines = result.stderr.splitlines()
        faults += [f"{case}: {line}" for line in wrong_with(lines)]
        kept = (root / "site/index.html").read_text("utf-8") == before["index.html"]
        if result.returncode not in {0, 1} or kept is (result.returncode == 0):
            faults.append(
                f"{case}: ended with {result.returncode}, the old site is {'' if kept else 'not '}there"
            )
        if result.returncode == 1 and not lines:
            faults.append(f"{case}: failed without a word")
        if result.returncode == 0 and "<iframe" in "".join(
            file.read_text("utf-8") for file in (root / "site").rglob("*.html")
        ):
            faults.append(f"{case}: a frame of another site is published")
    assert not faults, "\n".join(faults)
