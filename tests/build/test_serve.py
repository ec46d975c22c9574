"""`make serve` while files are broken and mended: the browser never waits, and shows what is to be mended."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from support import TODAY, change, copy_sample

BRAND = "brands/voorbeeldkliniek/brand.yml"


class Server:
    """`make serve` in a process of its own."""

    def __init__(self, address: str, said: Iterator[str]) -> None:
        """Keep where it answers and what it prints."""
        self.address, self.said = address, said

    def get(self, path: str = "") -> str:
        """Return what stands at an address, whatever its status."""
        try:
            with urllib.request.urlopen(f"{self.address}{path}", timeout=30) as answer:  # noqa: S310 (it is ours)
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            return error.read().decode()

    def after(self, page: str) -> str:
        """Return the home page that comes after one: the script of that one is told when there is something newer."""
        epoch = re.search(r"livereload\((\d+), \d+\);", page)
        assert epoch is not None, page
        self.get(f"livereload/{epoch[1]}/1")
        return self.get()


@contextmanager
def serving(root: Path) -> Iterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{probe.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-m", "second_opinion.commands.serve", place],
        cwd=root,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": "hooks",
            "TODAY": TODAY,
            "BRAND": str(Path(BRAND).parent),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        yield Server(f"http://{place}/", iter(process.stdout))
    finally:
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=30)
        assert "Traceback" not in said


def until(said: Iterator[str], words: str) -> list[str]:
    """Return what is printed up to and with a line that has some words."""
    lines = []
    for line in said:
        lines.append(line)
        if words in line:
            break
    return lines


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_sample(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[Server]:
    """Return a server that shows a sound site before and after each test."""
    with serving(root) as server:
        until(server.said, "Look at http://")
        yield server


@contextmanager
def changed(server: Server, root: Path, file: str, old: str, new: str) -> Iterator[tuple[int, str]]:
    """Change a file for a while; give the line of it, and the home page that comes then."""
    page = server.get()
    assert '<html lang="nl"' in page
    line = change(root, file, old, new)
    then = server.after(page)
    yield line, then
    change(root, file, new, old)
    assert '<html lang="nl"' in server.after(then)


def test_a_broken_brand_is_shown_and_the_page_comes_back_when_it_is_mended(
    root: Path, server: Server
) -> None:
    with changed(server, root, BRAND, "site_url:", "\tsite_url:") as (line, broken):
        fault = f"{BRAND}:{line}: a tab stands here; put spaces in its place"
        assert fault in broken
        assert fault in server.get("kosten/")
        assert f"{fault}\n" in until(server.said, fault)
        assert until(server.said, "to be mended") == ["1 thing is to be mended\n"]
    assert until(server.said, "up to date") == ["The site is up to date\n"]


def test_a_first_build_that_fails_is_shown_too(tmp_path: Path) -> None:
    root = copy_sample(tmp_path)
    (root / BRAND).rename(root / "away.yml")
    with serving(root) as server:
        until(server.said, "Look at http://")
        broken = server.get("en/costs/")
        assert f"{BRAND}:1: this file is missing" in broken
        (root / "away.yml").rename(root / BRAND)
        assert '<html lang="nl"' in server.after(broken)


def test_a_fault_on_one_page_leaves_the_others_to_look_at_with_a_word_about_it(
    root: Path, server: Server
) -> None:
    with changed(server, root, "docs/nl/costs.md", "slug: kosten\n", "slug: Kosten\n"):
        assert "docs/nl/costs.md:4: 'slug' is 'Kosten'" in server.get("kosten/")
        about = server.get("aanvragen/")
        assert '<html lang="nl"' in about
        assert re.search(r'<a href="/messages.html">\d+ things? (?:is|are) to be mended</a>', about)
        assert "Content-Security-Policy" in about
        assert 'http-equiv="Content-Security-Policy"' not in about


def test_a_changed_component_of_the_style_is_shown(root: Path, server: Server) -> None:
    style = "assets/stylesheets/site.css"
    tokens = f"overrides/{style.removesuffix('.css')}/tokens.css"
    assert "--sand: #f7f4ee;" in server.get(style)
    with changed(server, root, tokens, "--sand: #f7f4ee;", "--sand: #f7f4ed;"):
        assert "--sand: #f7f4ed;" in server.get(style)
