"""What it takes to build the site for 1, 10 and 100 brands: the part of ``make bench`` about brands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

EXAMPLE = "voorbeeldziekenhuis"
COUNTS = (1, 10, 100)


def brands(root: Path, folder: Path, count: int) -> list[Path]:
    """Write as many brand folders, each with an address of its own."""
    made = []
    for number in range(count):
        brand = shutil.copytree(root / "brands" / EXAMPLE, folder / f"brand-{number}")
        file = brand / "brand.yml"
        text = file.read_text(encoding="utf-8").replace(
            f"second-opinion.{EXAMPLE}", f"number-{number}.{EXAMPLE}"
        )
        file.write_text(text, encoding="utf-8")
        made.append(brand)
    return made


def memory_of_build(root: Path, brand: Path) -> int:
    """Build the site of a brand in a process of its own, and return the most memory that it took, in MB."""
    command = [sys.executable, "-m", "second_opinion.commands.build", "--site", str(brand / "site")]
    env = os.environ | {"BRAND": str(brand), "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=root, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        said = process.stdout.read() if process.stdout else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{said.decode()}\nThere is nothing to measure: this build failed.")
    shutil.rmtree(brand / "site")
    return used.ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(root: Path, folder: Path, counts: Sequence[int] = COUNTS) -> str:
    """Return the time and memory for several numbers of brands, as a Markdown table."""
    workers = min(2, os.cpu_count() or 1)
    rows = ["| Brands | in all | each | most memory |", "|---|---|---|---|"]
    for count in counts:
        made = brands(root, folder / f"of-{count}", count)
        start = time.perf_counter()
        with ThreadPoolExecutor(workers) as pool:
            most = max(pool.map(lambda brand: memory_of_build(root, brand), made))
        taken = time.perf_counter() - start
        rows.append(f"| {count} | {taken:.1f} s | {taken / count:.1f} s | {most} MB |")
    return "\n".join(rows)
