"""What it takes to build the site for 1, 10 and 100 brands: the part of ``make bench`` about brands."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

EXAMPLE = "voorbeeld-kankercentrum"  # it has a page of its own and a leaflet in each language
NAMES = ("Voorbeeld Kankercentrum", "Voorbeeld Cancer Centre")
HOST = "second-opinion.voorbeeldkankercentrum.example"
COUNTS = (1, 10, 100)


def write_brands(root: Path, folder: Path, count: int) -> Path:
    """Write as many brand folders, each with its own name, address, page and leaflets; return the folder of them."""
    for number in range(count):
        brand = shutil.copytree(root / "brands" / EXAMPLE, folder / f"brand-{number}")
        for file in (brand / "brand.yml", *brand.glob("docs/*/*.md")):
            text = file.read_text(encoding="utf-8")
            for name in NAMES:
                text = text.replace(name, f"{name} {number}")
            file.write_text(text.replace(HOST, f"number-{number}.{HOST}"), encoding="utf-8")
        for leaflet in brand.glob("papers/*.pdf"):
            leaflet.write_bytes(leaflet.read_bytes() + f"\n% {number}\n".encode())
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
