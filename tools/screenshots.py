"""Pictures of the pages that a change touches, before and after it: ``make screenshots BASE=main``.

Both sites are built for the same day, so that nothing differs but the change. ``index.html`` in the folder shows the
pictures side by side.
"""

from __future__ import annotations

import argparse
import datetime
import html
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from second_opinion.commands.command_line import run_command
from second_opinion.commands.versions import unpack
from tools import chromium
from tools.serving import serve
from tools.two_versions import build, main_of, read_pages

SCREENS = {"phone": ViewportSize(width=390, height=844), "desk": ViewportSize(width=1280, height=800)}
MOST_PAGES = 12
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem}img{max-width:100%;border:1px solid #888}"
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:2rem;align-items:start}"
)


@dataclass(frozen=True)
class Change:
    """A page that differs: its address without the first slash, and in which of the two sites it is."""

    address: str
    is_before: bool
    is_after: bool

    @property
    def name(self) -> str:
        """Return the page's name in the names of its pictures."""
        return self.address.strip("/").replace("/", "-") or "home"

    @property
    def sides(self) -> list[str]:
        """Return which pictures there are."""
        return [side for side, there in (("before", self.is_before), ("after", self.is_after)) if there]


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """Return the pages of which the content differs, is new or is gone.

    Where only what is around the content differs (a menu, a footer), the home pages stand for all.
    """
    found = [
        Change(address, address in before, address in after)
        for address in sorted({*before, *after})
        if main_of(before.get(address, "")) != main_of(after.get(address, ""))
    ]
    if not found and before != after:
        return [Change(home, home in before, True) for home in ("", "en/") if home in after]
    return found


def index(shown: Sequence[Change], left_out: int) -> str:
    """Return the page that shows the pictures side by side."""
    parts = [
        f"<h2>/{html.escape(change.address)}</h2>\n"
        + "\n".join(f'<div class="pair">{_pair(change, screen)}</div>' for screen in SCREENS)
        for change in shown
    ]
    if not shown:
        parts.append("<p>No page looks different. Geen pagina ziet er anders uit.</p>")
    if left_out:
        parts.append(f"<p>And {left_out} more pages. En nog {left_out} pagina’s.</p>")
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Before and after</title>\n'
        f"<style>{STYLE}</style>\n<h1>Before and after / Voor en na</h1>\n" + "\n".join(parts) + "\n</html>\n"
    )


def _pair(change: Change, screen: str) -> str:
    return "".join(
        f'<figure><figcaption>{side}, {screen}</figcaption><img src="{picture}" alt="{picture}"></figure>'
        if side in change.sides
        else f"<p>{side}, {screen}: this page is not there</p>"
        for side in ("before", "after")
        for picture in [f"{change.name}-{screen}-{side}.png"]
    )


# ---- the two sites


def take(browser: Browser, site: Path, side: str, shown: Sequence[Change], folder: Path) -> None:
    """Take the pictures of one of the two sites."""
    with serve(site) as address:
        for screen, size in SCREENS.items():
            page = browser.new_page(viewport=size, reduced_motion="reduce")
            for change in shown:
                if side in change.sides:
                    page.goto(f"{address}/{change.address}", wait_until="networkidle")
                    page.screenshot(path=folder / f"{change.name}-{screen}-{side}.png", full_page=True)
            page.close()


def take_all(program: str, sites: Mapping[str, Path], folder: Path) -> tuple[list[Change], int]:
    """Take the pictures of two sites into a folder, and return the pages shown and how many more were left out."""
    found = changes(read_pages(sites["before"]), read_pages(sites["after"]))
    shown, left_out = found[:MOST_PAGES], max(0, len(found) - MOST_PAGES)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS.split())
        for side, site in sites.items():
            take(browser, site, side, shown, folder)
        browser.close()
    (folder / "index.html").write_text(index(shown, left_out), encoding="utf-8")
    return shown, left_out


def main(arguments: Sequence[str] | None = None) -> int:
    """Build both sites and take the pictures; return 1 where one of the sites cannot be built."""
    parser = argparse.ArgumentParser(description="Show the pages that a change touches, before and after it.")
    parser.add_argument("--base", default="main", help="the branch or commit to compare with")
    parser.add_argument("--folder", type=Path, default=Path("screenshots"), help="the folder of the pictures")
    options = parser.parse_args(arguments)
    program = chromium.ensure(os.environ, is_root=os.geteuid() == 0)
    if program is None:
        print(chromium.ADVICE, file=sys.stderr)
        return 1
    today = os.environ.get("TODAY") or datetime.date.today().isoformat()
    with tempfile.TemporaryDirectory() as temporary:
        old, sites = Path(temporary, "old"), {side: Path(temporary, side) for side in ("before", "after")}
        try:
            unpack(options.base, old)
        except subprocess.CalledProcessError:
            print(f"There is no '{options.base}' here; name a branch: BASE=origin/main", file=sys.stderr)
            return 1
        for side, project in (("after", Path()), ("before", old)):
            built = build(project, sites[side], {**os.environ, "TODAY": today})
            if built.returncode != 0:
                print(built.stderr, file=sys.stderr)
                print(
                    f"The site {side} the change cannot be built, so there are no pictures", file=sys.stderr
                )
                return 1
        shown, left_out = take_all(program, sites, options.folder)
    print(
        f"{len(shown)} of {len(shown) + left_out} changed pages are in {options.folder}/ "
        f"(open {options.folder}/index.html)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "took the pictures"))
