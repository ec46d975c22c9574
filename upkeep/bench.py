"""Measure the site against a stock Material and static-i18n site made from the same pages (``make bench``).

It only measures, prints and writes BENCHMARKS.md; nothing here decides whether a number is good enough.
"""

from __future__ import annotations

import gzip
import json
import os
import platform
import posixpath
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from second_opinion.commands.command_line import run_command
from second_opinion.commands.report_markdown import format_row
from second_opinion.core.addresses import address
from second_opinion.core.markdown_text import INCLUDE, fill_names
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from second_opinion.texts.pages import Page
from second_opinion.texts.published import page_address
from upkeep import brand_bench, copies, link_bench

ROOT = Path(__file__).parents[1]
PAGES = ("index", "applying", "costs")
SIZES = (300, 1500)  # pages, about: made up from as many copies of the real ones
FILE = ROOT / "BENCHMARKS.md"
MEASURED = ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "markdown", "selectolax")
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
MODULE_IMPORT = re.compile(r"""\b(?:import|export)\b(?:[\w*{}\s,$]+\bfrom\b)?\s*["']([^"']+)["']""")
STYLE_IMPORT = re.compile(r"""(?:@import\s+|url\()["']?([^"')]+)""")
STOCK_CONFIGURATION = """\
site_name: Second opinion
site_url: https://second-opinion.example
theme:
  name: material
  font: false
plugins:
  - search
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - {locale: nl, name: Nederlands, default: true}
        - {locale: en, name: English}
markdown_extensions: [attr_list, sane_lists, tables, pymdownx.blocks.admonition]
"""


class FirstView(Struct, frozen=True):
    """What a browser fetches to show a page for the first time: bytes after gzip, and requests."""

    size: int
    requests: int

    def __str__(self) -> str:
        """Return it as a cell of the table."""
        return f"{self.size / 1024:.1f} KB in {self.requests} requests"


# ---- what a page loads


def loaded_by_page(html: str) -> Iterator[str]:
    """Yield the addresses that a page loads at once, as they stand in its HTML.

    Material's script starts its search worker and fetches the index without being asked, so both count.
    """
    tree = LexborHTMLParser(html)
    for link in tree.css("link[href]"):
        if LOADED_LINKS & set((link.attributes.get("rel") or "").split()):
            yield link.attributes["href"] or ""
    for element in tree.css("script[src], img[src]:not([loading=lazy])"):
        yield element.attributes["src"] or ""
    for element in tree.css("script#__config"):
        config = json.loads(element.text())
        yield config["search"]
        yield posixpath.join(config["base"], "search/search_index.json")


def loaded_by_file(name: str, text: str) -> list[str]:
    """Return the addresses that a stylesheet or a module loads, as they stand in it."""
    if name.endswith(".css"):
        return STYLE_IMPORT.findall(text)
    if name.endswith(".mjs"):
        return MODULE_IMPORT.findall(text)
    return []


def local_path(base: str, reference: str) -> str | None:
    """Return the path in the site of what ``base`` refers to, or None where it is not a file of the site."""
    parts = urlsplit(urldefrag(reference).url)
    if parts.scheme or parts.netloc or not parts.path:
        return None
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), parts.path)).lstrip("/")


def first_view(site: Path, where: str) -> FirstView:
    """Return what the first view of a page takes, following stylesheets and modules to what they load."""
    start = f"{where}index.html"
    sizes: dict[str, int] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        file = site / name
        if name in sizes or not file.is_file():
            continue
        data = file.read_bytes()
        sizes[name] = min(len(data), len(gzip.compress(data, compresslevel=6, mtime=0)))
        text = data.decode("utf-8", errors="ignore")
        references = loaded_by_page(text) if name == start else loaded_by_file(name, text)
        waiting += [path for reference in references if (path := local_path(name, reference))]
    return FirstView(sum(sizes.values()), len(sizes))


# ---- the stock site


def stock_markdown(project: Project, page: Page) -> str:
    """Return a page as a stock site can read it: snippets included, names filled in, a plain title."""
    snippets = project.snippets[page.lang]

    def lines() -> Iterator[str]:
        for line in page.text.body.splitlines():
            include = INCLUDE.match(line)
            yield snippets[include.group(2)].body if include else line

    body = fill_names("\n".join(lines()), dict(project.values[page.lang]))
    front = json.dumps({"title": page.meta.title, "description": page.meta.description}, ensure_ascii=False)
    return (
        f"---\n{front}\n---\n\n# {page.meta.title}\n\n{re.sub(r'^/// [a-z-]+', '/// note', body, flags=re.M)}"
    )


def write_stock_project(project: Project, folder: Path) -> None:
    """Write the pages and a configuration for a stock site into a folder."""
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(STOCK_CONFIGURATION, encoding="utf-8")
    for page in project.pages:
        file = folder / "docs" / page.lang / f"{page.name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(stock_markdown(project, page), encoding="utf-8")


# ---- measuring


class Taken(Struct, frozen=True):
    """What a build took: how long, how much of the processors, and the most memory of a process at once."""

    seconds: float
    of_processors: float
    megabytes: int

    def __str__(self) -> str:
        """Return all as a cell of the table."""
        return f"{self.seconds:.1f} s ({self.of_processors:.1f} s CPU), {self.megabytes} MB"


Pair = tuple[Taken, Taken]


def taken_by(command: Sequence[str], *, cwd: Path) -> Taken:
    """Run a module of Python and return what it took; end with what it said when it failed."""
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT / "hooks")}
    with tempfile.NamedTemporaryFile() as figures:
        measured = [
            sys.executable,
            str(ROOT / "upkeep/measured.py"),
            figures.name,
            sys.executable,
            "-m",
            *command,
        ]
        done = subprocess.run(
            measured,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"{done.stdout}\nThere is nothing to measure: this build failed.")
        return Taken(**json.load(figures))


def seconds(command: Sequence[str], *, cwd: Path) -> float:
    """Run a build and return how long it took."""
    return taken_by(command, cwd=cwd).seconds


def format_first_views(project: Project, ours: Path, stock: Path, taken: Pair) -> str:
    """Return the measurements of both built sites as a Markdown table."""
    rows = [
        format_row("Dutch pages, first view, gzip", "this site", "stock Material"),
        format_row("---", "---", "---"),
    ]
    for name in PAGES:
        if page := project.page("nl", name):
            plain = address("nl", None if name == "index" else name)
            rows.append(
                format_row(page.meta.title, first_view(ours, page_address(page)), first_view(stock, plain))
            )
    rows.append(format_row(f"Build of {len(project.pages)} pages", *taken))
    return "\n".join(rows)


def both(root: Path, folder: Path) -> tuple[Project, Pair]:
    """Build a project and the stock site of its pages into a folder; return the project and what each took."""
    project = read_project(settings_from(os.environ, root))
    write_stock_project(project, folder / "stock")
    ours = taken_by(["second_opinion.commands.build", "--site", str(folder / "ours")], cwd=root)
    return project, (ours, taken_by(["mkdocs", "build", "--quiet"], cwd=folder / "stock"))


def rows_of_copies(folder: Path) -> Iterator[str]:
    """Yield a row of the table for each number of pages that are made up from the real ones."""
    for size in SIZES:
        root = copies.enlarge(ROOT, folder / f"of-{size}", pages=size)
        (work := folder / f"work-{size}").mkdir()
        project, taken = both(root, work)
        yield format_row(f"Build of {len(project.pages)} pages", *taken)


def machine() -> str:
    """Return on what was measured: versions and processors."""
    versions = ", ".join(f"{name} {version(name)}" for name in MEASURED)
    return f"Python {platform.python_version()}, {versions}; {os.cpu_count()} processors."


def main() -> int:
    """Build both sites in a temporary folder, and print and write the tables."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        project, taken = both(ROOT, folder)
        sizes = "\n".join(
            [
                format_first_views(project, folder / "ours", folder / "stock" / "site", taken),
                *rows_of_copies(folder),
            ]
        )
        parts = ["# What was measured", "With `make bench`, in one run.", machine(), sizes]
        links = partial(link_bench.report, ROOT, folder / "ours", seconds)
        for measure in (partial(brand_bench.report, ROOT, folder, taken_by), links):
            parts.append(measure())
            FILE.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    print(FILE.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "measured the site"))
