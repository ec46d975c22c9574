"""What it takes to build the site for 1, 10 and 100 brands: the part of ``make bench`` about brands."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

EXAMPLE = "voorbeeldziekenhuis"
COUNTS = (1, 10, 100)


def write_brands(root: Path, folder: Path, count: int) -> Path:
    """Write as many brand folders, each with an address of its own, and return the folder that holds them."""
    for number in range(count):
        brand = shutil.copytree(root / "brands" / EXAMPLE, folder / f"brand-{number}")
        file = brand / "brand.yml"
        text = file.read_text(encoding="utf-8").replace(
            f"second-opinion.{EXAMPLE}", f"number-{number}.{EXAMPLE}"
        )
        file.write_text(text, encoding="utf-8")
    return folder


class Taken(Protocol):
    """What a build took."""

    @property
    def seconds(self) -> float:
        """Return how long it took."""


def report(root: Path, folder: Path, taken_by: Callable[..., Taken], counts: Sequence[int] = COUNTS) -> str:
    """Return the time and memory for several numbers of brands, as a Markdown table; ``taken_by`` runs a build."""
    rows = ["| Brands | in all | each |", "|---|---|---|"]
    for count in counts:
        brands = write_brands(root, folder / f"of-{count}-brands", count)
        command = [
            "second_opinion.commands.fleet",
            "--brands",
            str(brands),
            "--sites",
            str(folder / f"sites-{count}"),
        ]
        taken = taken_by(command, cwd=root)
        rows.append(f"| {count} | {taken} | {taken.seconds / count:.2f} s |")
    return "\n".join(rows)
