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
