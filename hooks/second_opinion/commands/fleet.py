"""Build the sites of many brands side by side: ``make fleet BRANDS=folder``.

A brand that is broken never stops the others. Each process builds one brand after the other, so that what they share is
read, checked and compiled once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from msgspec import Struct

from second_opinion.commands.build import build_in_place, has_something_else
from second_opinion.commands.command_line import run_command, to_mend
from second_opinion.core.findings import Finding

CONFIG = Path("mkdocs.yml")


class BrandOutcome(Struct, frozen=True):
    """What became of one brand: where its site stands, and what keeps it from being there."""

    brand: Path
    site: Path
    faults: Sequence[Finding]

    def row(self) -> str:
        """Return the outcome as a row of the table; what is to be mended first stands in it."""
        if not self.faults:
            return f"| {self.brand.name} | {self.site} | |"
        first = str(self.faults[0]).replace("|", "\\|")
        return f"| {self.brand.name} | refused | {to_mend(len(self.faults))}: {first} |"


def brands_in(folder: Path) -> list[Path]:
    """Return the brand folders below a folder, in the order of their names."""
    return sorted(file.parent for file in folder.glob("*/brand.yml"))


def parse_share(brands: Sequence[Path], share: str) -> list[Path]:
    """Return the part of the brands that a share such as "2/8" names: every eighth one, from the second on.

    Raises ValueError for a share that is none.
    """
    part, _, of = share.partition("/")
    if not (part.isdecimal() and of.isdecimal() and 1 <= int(part) <= int(of)):
        raise ValueError(f"SHARE is '{share}'; write it like 2/8, which is the second part of eight")
    return list(brands[int(part) - 1 :: int(of)])


def build_brand(brand: Path, sites: Path) -> BrandOutcome:
    """Build the site of one brand into a folder of its name."""
    site = (sites / brand.name).resolve()
    if has_something_else(site):
        wrong = Finding("", 0, f"{sites / brand.name} is no site of an earlier build", "name another folder")
        return BrandOutcome(brand, sites / brand.name, [wrong])
    os.environ["BRAND"] = str(brand.resolve())
    return BrandOutcome(brand, sites / brand.name, build_in_place(site, CONFIG).faults)


def _format_outcomes(outcomes: Sequence[BrandOutcome]) -> str:
    """Return which sites were built and which were refused, and why, as Markdown."""
    built = sum(not outcome.faults for outcome in outcomes)
    rows = [outcome.row() for outcome in outcomes]
    ending = f"{built} of {len(outcomes)} sites were built."
    return "\n".join(["| Brand | Site | To mend first |", "|---|---|---|", *rows, "", ending])


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the sites and print the table; return 1 where one was refused or there is nothing to build."""
    parser = argparse.ArgumentParser(description="Build the sites of many brands.")
    parser.add_argument("--brands", type=Path, required=True, help="the folder that holds the brand folders")
    parser.add_argument("--sites", type=Path, required=True, help="the folder to write the sites into")
    parser.add_argument("--share", default="1/1", help="the part to build, like 2/8")
    options = parser.parse_args(arguments)
    try:
        every_brand = brands_in(options.brands)
        brands = parse_share(every_brand, options.share or "1/1")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    if not every_brand:
        print(f"There is no brand.yml one folder below {options.brands}/", file=sys.stderr)
        return 1
    workers = max(1, min(len(brands), os.cpu_count() or 1))  # a share of few brands can be empty
    with ProcessPoolExecutor(workers) as pool:
        outcomes = list(pool.map(partial(build_brand, sites=options.sites), brands))
    print(_format_outcomes(outcomes))
    return 1 if any(outcome.faults for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(run_command(main, "built the sites"))
