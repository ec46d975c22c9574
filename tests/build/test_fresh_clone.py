"""`make site` on a machine that has nothing but git, make and Python."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct
from playwright.sync_api import Page, expect

from support import ROOT, copy_sample, link_packages


class Clone(Struct, frozen=True):
    """A fresh copy of the project, and what `make site` there said, which made everything."""

    folder: Path
    home: Path
    first: subprocess.CompletedProcess[str]


def tracked_files() -> list[str]:
    """Return the files that git would hand to someone who clones, as paths from the root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def bare(home: Path) -> dict[str, str]:
    """Return an environment with nothing but a path and an empty home."""
    return {"PATH": "/usr/bin:/bin", "HOME": str(home)}


def make(
    target: str, folder: Path, home: Path, python: str = sys.executable
) -> subprocess.CompletedProcess[str]:
    """Make something in a bare environment, with the Python that runs the tests, or what stands in its place."""
    return subprocess.run(
        ["make", target, f"PYTHON={python}"],
        cwd=folder,
        env=bare(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """Copy the tracked files into an empty folder, with what is installed, and run `make site` there."""
    folder, home = tmp_path_factory.mktemp("clone"), tmp_path_factory.mktemp("home")
    for name in tracked_files():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)
    link_packages(folder)
    return Clone(folder, home, make("site", folder, home))


def test_first_run_builds_both_languages_and_says_where(clone: Clone) -> None:
    assert clone.first.returncode == 0, clone.first.stdout + clone.first.stderr
    assert "site/" in clone.first.stdout.splitlines()[-1]
    assert '<html lang="nl"' in (clone.folder / "site/index.html").read_text("utf-8")
    assert '<html lang="en"' in (clone.folder / "site/en/index.html").read_text("utf-8")


def test_first_run_leaves_nothing_that_git_would_not_ignore(clone: Clone) -> None:
    subprocess.run(["git", "init", "-q"], cwd=clone.folder, check=True)
    unknown = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard"],
        cwd=clone.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(unknown.stdout.splitlines()) == set(tracked_files())


def locked_package(folder: Path) -> str:
    """Make a package of one module in a folder, and return its line of a requirements.txt with hashes."""
    file, about = folder / "greeting-1.0-py3-none-any.whl", "greeting-1.0.dist-info"
    with zipfile.ZipFile(file, "w") as wheel:
        wheel.writestr("greeting.py", "WORD = 'good morning'\n")
        wheel.writestr(f"{about}/METADATA", "Metadata-Version: 2.1\nName: greeting\nVersion: 1.0\n")
        wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr(f"{about}/RECORD", "")
    return f"./{file.name} --hash=sha256:{hashlib.sha256(file.read_bytes()).hexdigest()}\n"


# Makes a .venv as Python does, but with the pip that the tests have: to unpack one takes longer than all the rest.
WITH_OUR_PIP = f"""#!/bin/sh
case "$*" in
  "-m venv --clear .venv") "{sys.executable}" "$@" --without-pip && ln -s "{{pip}}" .venv/lib/python3.*/site-packages ;;
  *) exec "{sys.executable}" "$@" ;;
esac
"""


def test_what_is_locked_is_installed_once(tmp_path: Path) -> None:
    """The whole list is installed on a clean checkout by `make test` itself; here is one small package."""
    folder, home = tmp_path / "clone", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    locked = folder / "requirements.txt"
    locked.write_text(locked_package(folder), "utf-8")
    python = tmp_path / "python"
    python.write_text(WITH_OUR_PIP.format(pip=Path(sysconfig.get_path("purelib"), "pip")), "utf-8")
    python.chmod(0o755)
    first = make("packages", folder, home, str(python))
    assert (first.returncode, first.stderr) == (0, "")
    assert (
        first.stdout
        == "Installing packages in .venv (the first time, and after a change of requirements.txt)\n"
    )
    greeted = [str(folder / ".venv/bin/python"), "-c", "import greeting; print(greeting.WORD)"]
    assert subprocess.run(greeted, capture_output=True, text=True, check=True).stdout == "good morning\n"
    os.utime(locked)  # a checkout gives files a new time
    pip = next(folder.glob(".venv/lib/python3.*/site-packages/pip"))
    pip.rename(folder / "pip")  # whoever wants to install something now fails
    second = make("packages", folder, home, str(python))
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample with what `make` reads and what is installed: it is built in half the time of the clone."""
    folder = copy_sample(tmp_path_factory.mktemp("small"))
    for name in ("Makefile", "pyproject.toml", "requirements.txt", "requirements-test.txt"):
        shutil.copy(ROOT / name, folder)
    link_packages(folder)
    return folder


@pytest.fixture
def served(small: Path, tmp_path: Path) -> Iterator[str]:
    """Run `make serve` in the sample on a free port and return the address, once it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
    serving = subprocess.Popen(
        ["make", "serve", f"ADDRESS={host}"],
        cwd=small,
        env=bare(tmp_path),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(f"http://{host}/", serving)
        yield f"http://{host}/"
    finally:
        os.killpg(serving.pid, signal.SIGTERM)
        serving.wait(timeout=20)


def wait_for(address: str, serving: subprocess.Popen[bytes], *, seconds: int = 60) -> None:
    """Return once the address answers; fail when the server has stopped or the time is over."""
    end = time.monotonic() + seconds
    while serving.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(address, timeout=20).close()  # noqa: S310 (the server is ours)
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail(f"`make serve` does not answer on {address}")


def test_an_open_page_shows_a_change_by_itself(small: Path, served: str, tab: Page) -> None:
    tab.goto(served)
    with (small / "docs/nl/index.md").open("a", encoding="utf-8") as file:
        file.write("\nDeze zin is er net bij gekomen.\n")
    expect(tab.get_by_text("Deze zin is er net bij gekomen.")).to_be_visible(timeout=20_000)
