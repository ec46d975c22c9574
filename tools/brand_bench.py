"""What it takes to build the site for 1, 10 and 100 brands: the part of ``make bench`` about brands."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

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


def seconds_of_fleet(root: Path, brands: Path, sites: Path) -> float:
    """Build the sites of all brands in a folder, and return how long it took."""
    command = ["second_opinion.commands.fleet", "--brands", str(brands), "--sites", str(sites)]
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(root / "hooks")}
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=root, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\nThere is nothing to measure: this build failed.")
    return time.perf_counter() - start


def report(root: Path, folder: Path, counts: Sequence[int] = COUNTS) -> str:
    """Return the time and memory for several numbers of brands, as a Markdown table."""
    rows = ["| Brands | in all | each | most memory of a process so far |", "|---|---|---|---|"]
    for count in counts:
        brands = write_brands(root, folder / f"of-{count}-brands", count)
        taken = seconds_of_fleet(root, brands, folder / f"sites-{count}")
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // unit
        rows.append(f"| {count} | {taken:.1f} s | {taken / count:.1f} s | {most} MB |")
    return "\n".join(rows)
