"""What several tests need: copies of the project to spoil, and builds in a process of their own."""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import IO, Any

from second_opinion.core.validation import read_yaml
from tools import copies

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-27"
SAMPLE = ROOT / "tests/sample"
WORDS = (  # of the program, which the sample has from here
    "cost-estimate.yml",
    "due.yml",
    "editing.yml",
    "interface.yml",
    "pictograms.yml",
    "plain_words.yml",
    "release.yml",
    "roles.yml",
    "sign-off.yml",
    "spelling.yml",
    "tools.yml",
    "your-hospital.yml",
)
SOURCES_OF_A_LINE = re.compile(r"(?m)^(  \w+: )\[[\w, -]+\]$")  # of the estimate: editors choose them


def day_of_texts() -> str:
    """Return the day on which the real texts are tested: the last on which somebody wrote or checked one."""
    heads = [file.read_text("utf-8").split("\n---", 1)[0] for file in ROOT.glob("docs/*/*.md")]
    days: list[str] = re.findall(r"\b(?:written|date): (\d{4}-\d\d-\d\d)\b", "\n".join(heads))
    return max([TODAY, *days])


def copy_project(target: Path) -> Path:
    """Copy everything that a build reads into a folder, and return the folder."""
    return copies.copy_project(ROOT, target)


def copy_sample(target: Path) -> Path:
    """Make a small project in a folder: made-up texts and data, with the code and the words of this one."""
    copies.copy_project(ROOT, target, without=(*(path.name for path in SAMPLE.iterdir()),))
    shutil.copytree(SAMPLE, target, dirs_exist_ok=True)
    for name in WORDS:
        shutil.copy(ROOT / "data" / name, target / "data")
    estimate = target / "data/cost-estimate.yml"
    estimate.write_text(SOURCES_OF_A_LINE.sub(r"\1[zvw]", estimate.read_text("utf-8")), encoding="utf-8")
    return target


def link_packages(folder: Path) -> None:
    """Give a folder the packages that are there already, in a .venv of its own: what runs there cannot empty ours."""
    own = folder / ".venv"
    own.mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (own / name).symlink_to(Path(sys.prefix, name).resolve())
    for lock in folder.glob("requirements*.txt"):
        shutil.copy(lock, own)


def change(root: Path, file: str, old: str, new: str) -> int:
    """Put ``new`` in the place of the one ``old`` in a file, and return the line on which it stood."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"'{old}' stands {text.count(old)} times in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def read_values(file: Path) -> Any:
    """Return what a YAML file says, as the program reads it: a text that was read before takes no time."""
    return read_yaml(file.read_text("utf-8"), file.name).value


def _page_names(root: Path) -> set[str]:
    return {file.name for file in (root / "docs/nl").glob("*.md")}


@cache
def _built_before(*, is_sample: bool) -> Path:
    return copy_sample(Path(tempfile.mkdtemp(prefix="sample-"))) if is_sample else ROOT


@cache
def _starter(*, is_sample: bool) -> tuple[IO[str], IO[str]]:
    """Start the process of `starter.py`, and return where it is asked and where it answers."""
    started = subprocess.Popen(
        [
            sys.executable,
            str(Path(__file__).with_name("starter.py")),
            str(_built_before(is_sample=is_sample)),
        ],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "TODAY": TODAY,
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert started.stdin is not None
    assert started.stdout is not None
    atexit.register(started.communicate)
    return started.stdin, started.stdout


def run_module(
    root: Path, module: str, *arguments: str, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m module`` in a project folder, on the day of the tests, and return what was printed.

    It is a process of its own, with the code of this project; it need not import that code once more, nor make what
    a build of the real site, or of the sample, has made.
    """
    is_sample = not _page_names(ROOT) <= _page_names(root)
    today = TODAY if is_sample else day_of_texts()
    with tempfile.TemporaryDirectory() as folder:
        out, err = (Path(folder, name) for name in ("out", "err"))
        request = {
            "module": module,
            "arguments": arguments,
            "cwd": str(root),
            "env": {"PATH": os.environ["PATH"], "PYTHONPATH": "hooks", "TODAY": today, **(env or {})},
            "out": str(out),
            "err": str(err),
        }
        asked, answers = _starter(is_sample=is_sample)
        print(json.dumps(request), file=asked, flush=True)
        status = int(answers.readline())
        printed = (out.read_text("utf-8"), err.read_text("utf-8"))
    return subprocess.CompletedProcess([module, *arguments], status, *printed)


def run_afresh(root: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run Python anew in a project folder, where the interpreter's own settings matter or what it did before."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=root,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": "hooks", "TODAY": TODAY} | env,
        capture_output=True,
        text=True,
        check=False,
    )


def build(
    root: Path, *, site: str = "site", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Build a project folder as `make site` does, and return what was printed and the exit code."""
    return run_module(root, "second_opinion.commands.build", "--site", site, env=env)


def page_paths(site: Path) -> list[str]:
    """Return the address of every page of a finished site, from /; redirects and the 404 page are left out."""
    pages = [
        file for file in site.rglob("index.html") if 'http-equiv="refresh"' not in file.read_text("utf-8")
    ]
    paths = sorted(f"/{file.parent.relative_to(site).as_posix()}/" for file in pages)
    return ["/" if path == "/./" else path for path in paths]
