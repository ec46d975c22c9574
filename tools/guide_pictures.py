"""The pictures of the guides, of sites that are really built: ``make pictures`` takes them anew.

The four example brands stand in HOSPITALS.md; the file to fill in, what a refused run says, the preview and the
finished page stand in the repository to copy; the page for editing and the steps on a Git host stand in
CONTRIBUTING.md. Those are drawings of our own (``host_drawings``): no picture shows the windows of a host.
"""

from __future__ import annotations

import html
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from second_opinion.commands.command_line import run_command
from second_opinion.commands.keys import REPOSITORY
from second_opinion.core.languages import DEFAULT_LANGUAGE
from second_opinion.project.settings import NEUTRAL
from tools import chromium, host_drawings
from tools.browser_repository import open_editing
from tools.screenshots import FLAGS
from tools.serving import serve
from tools.two_versions import build

EXAMPLES = ("voorbeeldziekenhuis", "voorbeeld-kankercentrum", "voorbeeldkliniek", "voorbeeld-ggz-netwerk")
PAGES = {"home": "/", "costs": "/kosten/"}
OF_BRANDS = Path(".github/brands")
OF_REPOSITORY = Path(".github/hospital")
OF_EDITORS = Path(".github/guide")
WINDOW = ViewportSize(width=960, height=720)
SCALE = 0.7
FIRST, LAST = 9, 34  # the lines of the file that its picture shows
MISTAKES = {'phone: "000 000 00 00"': 'phone: "bel ons"', "site_url: https://": "site_url: "}
STYLE = (
    "body{margin:0;padding:1rem;font:15px/1.5 'DejaVu Sans Mono',monospace;background:#fff;color:#1c1c1c}"
    "h1{font:bold 16px/1.5 sans-serif;margin:0 0 .5rem}div{white-space:pre;overflow:hidden}"
    ".wrapped{white-space:pre-wrap}span{color:#5c5c5c}b{background:#fff2da}"
)


class NoSiteError(Exception):
    """A site cannot be built; the message says why."""


def file_page(title: str, lines: Sequence[str], first: int) -> str:
    """Return a page that shows lines of a file with their numbers, what is said there marked."""
    shown = [
        f"<div><span>{number:>3}  {html.escape(line)}</span></div>"
        if line.startswith("#") or not line
        else f"<div><span>{number:>3}</span>  <b>{html.escape(line)}</b></div>"
        for number, line in enumerate(lines, first)
    ]
    return _page(title, "".join(shown))


def summary_page(title: str, said: str) -> str:
    """Return a page that shows what a build says."""
    return _page(title, f'<div class="wrapped">{html.escape(said)}</div>')


def _page(title: str, inside: str) -> str:
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style><h1>{html.escape(title)}</h1>{inside}"


def main() -> int:
    """Take all pictures; return 1 where there is no browser or a site cannot be built."""
    program = chromium.ensure(os.environ, is_root=os.geteuid() == 0)
    if program is None:
        print(chromium.ADVICE, file=sys.stderr)
        return 1
    for folder in (OF_BRANDS, OF_REPOSITORY):
        folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS.split())
        try:
            _of_brands(browser, Path(temporary))
            _of_repository(browser, Path(temporary))
            _of_editing(browser, Path(temporary))
            _of_host(browser)
        except NoSiteError as error:
            print(error, file=sys.stderr)
            return 1
        finally:
            browser.close()
    print(f"The pictures are in {OF_BRANDS}/, {OF_REPOSITORY}/ and {OF_EDITORS}/")
    return 0


def _of_brands(browser: Browser, folder: Path) -> None:
    for name in EXAMPLES:
        site = _built(Path("brands") / name, folder / name)
        for page, address in PAGES.items():
            _take(browser, site, address, OF_BRANDS / f"{name}-{page}.png")


def _of_repository(browser: Browser, folder: Path) -> None:
    brand = folder / "brand"
    shutil.copytree(REPOSITORY.parent, brand)
    file = brand / REPOSITORY.name
    text = file.read_text("utf-8")
    lines = text.splitlines()[FIRST - 1 : LAST]
    _draw(browser, file_page("brand/brand.yml", lines, FIRST), OF_REPOSITORY / "file.png")
    preview = _built(brand, folder / "preview", {"PREVIEW": "1"})
    _take(browser, preview, "/", OF_REPOSITORY / "preview.png")
    file.write_text(text.replace("\nexample: true\n", "\n"), "utf-8")
    _take(browser, _built(brand, folder / "finished"), "/uw-ziekenhuis/", OF_REPOSITORY / "finished.png")
    for right, wrong in MISTAKES.items():
        text = text.replace(right, wrong)
    file.write_text(text, "utf-8")
    refused = build(Path(), folder / "refused", {**os.environ, "BRAND": str(brand)})
    said = refused.stderr.replace(f"{folder}/", "")
    _draw(browser, summary_page("Summary of the run", said), OF_REPOSITORY / "refused.png")


def _of_editing(browser: Browser, folder: Path) -> None:
    site = _built(Path(NEUTRAL), folder / "editing", {"PREVIEW": "1"})
    page = browser.new_page(viewport=WINDOW, device_scale_factor=SCALE, locale="nl-NL")
    with serve(site) as address:
        open_editing(page, address, Path().resolve(), ["docs/nl/*.md", "data/sources/*.yml"])
        page.goto(f"{address}/edit/#/collections/pages-{DEFAULT_LANGUAGE}/entries/costs")
        page.locator('[data-key-path="body"] textarea').wait_for()
        page.screenshot(path=OF_EDITORS / "editing.png")


def _of_host(browser: Browser) -> None:
    for name, screens in host_drawings.DRAWINGS.items():
        _draw(browser, host_drawings.drawing_page(screens), OF_EDITORS / f"{name}.png", host_drawings.WIDTH)


def _built(brand: Path, site: Path, more: dict[str, str] | None = None) -> Path:
    done = build(Path(), site, {**os.environ, "BRAND": str(brand), **(more or {})})
    if done.returncode != 0:
        raise NoSiteError(f"{done.stderr}The site of {brand.name} cannot be built, so it has no pictures")
    return site


def _take(browser: Browser, site: Path, where: str, picture: Path) -> None:
    """Take the first window of a page."""
    page = browser.new_page(viewport=WINDOW, device_scale_factor=SCALE, reduced_motion="reduce")
    with serve(site) as address:
        page.goto(f"{address}{where}", wait_until="networkidle")
        page.screenshot(path=picture)
    page.close()


def _draw(browser: Browser, markup: str, picture: Path, width: int = WINDOW["width"]) -> None:
    """Take a picture of what is drawn here, as high as it is."""
    page = browser.new_page(viewport=ViewportSize(width=width, height=120))
    page.set_content(markup)
    page.screenshot(path=picture, full_page=True)
    page.close()


if __name__ == "__main__":
    sys.exit(run_command(main, "took the pictures of the guides"))
