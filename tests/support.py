"""What several tests need: copies of the project to spoil, and builds in a process of their own."""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from second_opinion.core.validation import read_yaml
from upkeep import copies

ROOT = Path(__file__).resolve().parent.parent
NUMBER = crc32(str(ROOT).encode())  # of this copy of the project: the tests of another are of the same run
TODAY = "2026-11-27"
SAMPLE = ROOT / "tests/sample"
CODE = ("editing", "hooks", "overrides")  # what hardly any test changes, and always with `overwrite`
SHARED_CODE = f"code-{NUMBER}"
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
RUN = (
    "RUN_OF_THE_TESTS"  # the process that others of the same run have in common: it starts them, or is alone
)
os.environ.setdefault(RUN, str(os.getpid()))
MEMORY = Path("/dev/shm")  # noqa: S108 (each run has a folder of its own there)
ROOM = 2 * 2**30  # bytes, of which a run takes a quarter at most
_running: list[subprocess.Popen[bytes]] = []  # or Python would complain that nobody waits for their end
SOURCES_OF_A_LINE = re.compile(r"(?m)^(  \w+: )\[[\w, -]+\]$")  # of the estimate: editors choose them


def work_in_memory() -> None:
    """Let copies and sites be written to memory, where there is room: a disk makes the tests wait for it."""
    if "TMPDIR" in os.environ or not MEMORY.is_dir():
        return
    there = os.statvfs(MEMORY)
    if there.f_bavail * there.f_frsize > ROOM and not there.f_flag & os.ST_NOEXEC:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # or what pytest was told earlier stays


def day_of_texts() -> str:
    """Return the day on which the real texts are tested: the last on which somebody wrote or checked one."""
    heads = [file.read_text("utf-8").split("\n---", 1)[0] for file in ROOT.glob("docs/*/*.md")]
    days: list[str] = re.findall(r"\b(?:written|date): (\d{4}-\d\d-\d\d)\b", "\n".join(heads))
    return max([TODAY, *days])


def copy_project(target: Path) -> Path:
    """Copy everything that a build reads into a folder, and return the folder."""
    return _link_code(copies.copy_project(ROOT, target, without=CODE))


def copy_sample(target: Path) -> Path:
    """Make a small project in a folder: made-up texts and data, with the code and the words of this one."""
    copies.copy_project(ROOT, target, without=(*CODE, *(path.name for path in SAMPLE.iterdir())))
    shutil.copytree(SAMPLE, target, dirs_exist_ok=True)
    _link_code(target)
    for name in WORDS:
        shutil.copy(ROOT / "data" / name, target / "data")
    estimate = target / "data/cost-estimate.yml"
    estimate.write_text(SOURCES_OF_A_LINE.sub(r"\1[zvw]", estimate.read_text("utf-8")), encoding="utf-8")
    return target


def _link_code(target: Path) -> Path:
    """Give a copy the files of the code that all copies share: to link one takes a twentieth of copying it."""
    code = made_once(SHARED_CODE, _copy_code)
    for name in CODE:
        shutil.copytree(code / name, target / name, copy_function=os.link)
    return target


def check_shared_code() -> None:
    """Fail where a test has changed the code that all copies share; a copy takes over when each file was written."""
    shared = _shared_folder() / SHARED_CODE
    files = [file for file in shared.rglob("*.*") if file.is_file()]
    changed = [str(file) for file in files if file.stat().st_mtime_ns > shared.stat().st_mtime_ns]
    assert not changed, f"a test has changed this for all others, in place of using 'overwrite': {changed}"


def _copy_code(target: Path) -> None:
    for name in CODE:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))


def overwrite(file: Path, text: str) -> None:
    """Put another file in the place of one of a copy: the copies with which it is shared keep what it was."""
    new = file.with_name(f"{file.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


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
    overwrite(path, text.replace(old, new))
    return text[: text.index(old)].count("\n") + 1


def read_values(file: Path) -> Any:
    """Return what a YAML file says, as the program reads it: a text that was read before takes no time."""
    return read_yaml(file.read_text("utf-8"), file.name).value


def _page_names(root: Path) -> set[str]:
    return {file.name for file in (root / "docs/nl").glob("*.md")}


def is_from_sample(root: Path) -> bool:
    """Tell whether a project folder is made from the sample: its pages are those rather than the real ones."""
    pages = _page_names(root)
    return len(pages ^ _page_names(SAMPLE)) < len(pages ^ _page_names(ROOT))


def _shared_folder() -> Path:
    """Return the folder of what the processes of this run of the tests make together."""
    return Path(tempfile.gettempdir(), f"tests-{os.environ[RUN]}")


def made_once(name: str, make: Callable[[Path], object]) -> Path:
    """Return a file or a folder that the first process of a run of the tests makes of those that ask for it."""
    folder = _shared_folder()
    folder.mkdir(exist_ok=True)
    made, half = folder / name, folder / f"{name}.part"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(half, ignore_errors=True)
            make(half)
            half.rename(made)
    return made


def forget_what_was_made() -> None:
    """Take away what the processes of this run of the tests have made together, once it is over."""
    if os.environ[RUN] == str(os.getpid()):
        shutil.rmtree(_shared_folder(), ignore_errors=True)


def _start(at: Path, root: Path) -> None:
    """Start the process of `starter.py` with a project folder, and return once it listens."""
    started = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("starter.py")), str(root), str(at), os.environ[RUN]],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": f"{ROOT / 'hooks'}:{ROOT}",
            "PYTHONDONTWRITEBYTECODE": "1",
            "TMPDIR": tempfile.gettempdir(),
            "TODAY": TODAY,
        },
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    _running.append(started)
    assert started.stdout is not None
    with started.stdout as said:
        assert said.readline() == b"ready\n", "the process that runs commands does not start"


def _start_with_sample(at: Path) -> None:
    _start(at, made_once("sample", copy_sample))


def _start_with_the_project(at: Path) -> None:
    _start(at, ROOT)


def _ask(request: Mapping[str, object], *, is_sample: bool) -> int:
    """Let the process of `starter.py` run a command in a child, and return its exit code."""
    make = _start_with_sample if is_sample else _start_with_the_project
    with socket.socket(socket.AF_UNIX) as asked:
        asked.connect(str(made_once(f"{'sample' if is_sample else 'project'}.starter", make)))
        asked.sendall(f"{json.dumps(request)}\n".encode())
        with asked.makefile() as answers:
            answer = answers.readline()
    assert answer, f"the process of {request['module']} was ended from outside"
    return int(answer)


def run_module(
    root: Path, module: str, *arguments: str, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m module`` in a project folder, on the day of the tests, and return what was printed.

    It is a process of its own, with the code of this project; it need not import that code once more, nor make what
    a build of the real site, or of the sample, has made.
    """
    is_sample = is_from_sample(root)
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
        status = _ask(request, is_sample=is_sample)
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


def built(copy: Callable[[Path], Path]) -> Callable[[Path], None]:
    """Return a function that copies a project into a folder, and builds its site there."""

    def make(root: Path) -> None:
        result = build(copy(root))
        assert result.returncode == 0, result.stderr

    return make


def page_paths(site: Path) -> list[str]:
    """Return the address of every page of a finished site, from /; redirects and the 404 page are left out."""
    pages = [
        file for file in site.rglob("index.html") if 'http-equiv="refresh"' not in file.read_text("utf-8")
    ]
    paths = sorted(f"/{file.parent.relative_to(site).as_posix()}/" for file in pages)
    return ["/" if path == "/./" else path for path in paths]
