"""What `make bench` makes of seeded faults and of what each tool finds."""

from __future__ import annotations

from pathlib import Path

from upkeep import link_bench
from upkeep.seeding import Seed

SEEDS = [Seed("missing page", f"{n}/index.html", f"seed-{n}", f"seed-{n}") for n in (1, 2)]
SEEDS.append(Seed("empty target", "1/index.html", "seed words 3", "seed words 3"))


def test_table_counts_what_each_tool_names(tmp_path: Path) -> None:
    finders = {
        "ours": lambda _site, _address: "seed-1 seed-2 seed words 3",
        "other": lambda _site, _address: "seed-2",
    }
    found = link_bench.found_by(finders, tmp_path, SEEDS)
    assert link_bench.recall_table(SEEDS, found).splitlines() == [
        "| fault | seeded | ours | other |",
        "|---|---|---|---|",
        "| missing page | 2 | 2 | 1 |",
        "| empty target | 1 | 1 | 0 |",
        "| **all** | 3 | 3 (100%) | 1 (33%) |",
    ]


def test_a_tool_that_fails_is_left_out(tmp_path: Path) -> None:
    def fails(_site: Path, _address: str) -> str:
        raise OSError

    assert link_bench.found_by({"other": fails}, tmp_path, SEEDS) == {}
