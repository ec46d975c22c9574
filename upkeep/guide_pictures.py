"""The pictures of the guides, of sites that are really built: ``make pictures`` takes them anew.

The home page stands in README.md, the four example brands in HOSPITALS.md; the file to fill in, what a refused run
says, the preview and the finished page stand in the repository to copy; the page for editing, the link at the end of a
page, what the checks say and the pages before and after stand in CONTRIBUTING.md, with the steps on a Git host. Those
are drawings of our own (``host_drawings``): no picture shows the windows of a host.
"""

from __future__ import annotations

import base64
import hashlib
import html
import os
import re
import shutil
import struct
import sys
import tempfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import markdown
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from second_opinion.commands.command_line import run_command
from second_opinion.commands.keys import REPOSITORY
from second_opinion.commands.report import summary
from second_opinion.commands.site_texts import read_built_pages
from second_opinion.core.languages import DEFAULT_LANGUAGE
from second_opinion.project.reading import read_project
from second_opinion.project.settings import NEUTRAL, settings_from
from upkeep import chromium, host_drawings, screenshots
from upkeep.browser_repository import open_editing
from upkeep.screenshots import FLAGS
from upkeep.serving import serve
from upkeep.two_versions import build

EXAMPLES = ("voorbeeldziekenhuis", "voorbeeld-kankercentrum", "voorbeeldkliniek", "voorbeeld-ggz-netwerk")
PAGES = {"home": "/", "costs": "/kosten/"}
OF_README = Path(".github/screenshot-home.png")
OF_BRANDS = Path(".github/brands")
OF_REPOSITORY = Path(".github/hospital")
PICTURE_OF_FILE = OF_REPOSITORY / "file.png"
OF_EDITORS = Path(".github/guide")
WINDOW = ViewportSize(width=960, height=720)
SCALE = 0.7
END_OF_PNG = 12  # bytes of the last chunk
FIRST, LAST = 9, 34  # the lines of the file that its picture shows
MISTAKES = {'phone: "000 000 00 00"': 'phone: "bel ons"', "site_url: https://": "site_url: "}
SOURCES = ("docs", "snippets", "data", "brands", "hooks", "overrides", "mkdocs.yml")
WITH_LINKS = {"REPO_URL": "https://github.com/owner/repository"}  # below each page, to change it
MOVED = """Promise.all(document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime < Infinity).map((one) => one.finished))"""
END_OF_PAGE = {"nl": "/kosten/", "en": "/en/costs/"}
END = ViewportSize(width=820, height=900)
CHANGED, ADDED = "reasons", "Dat geldt ook voor uw familie."
MISTAKE = "Vraag het [bij de huisarts](aplying.md)."
STYLE = (
    "table{border-collapse:collapse;font:15px/1.4 sans-serif}td,th{border:1px solid #8a8a8a;padding:.3rem .5rem;"
    "text-align:left;vertical-align:top}h2,p,summary{font-family:sans-serif}.pair{display:flex;gap:1rem}"
    "figure{margin:0;flex:1}img{width:100%;border:1px solid #8a8a8a}"
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


def page_of_file(text: str) -> str:
    """Return a page that shows the beginning of the file to fill in."""
    return file_page("brand/brand.yml", text.splitlines()[FIRST - 1 : LAST], FIRST)


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
            _take(browser, _built(Path(NEUTRAL), Path(temporary, "neutral")), "/", OF_README, scale=1)
            _of_brands(browser, Path(temporary))
            _of_repository(browser, Path(temporary))
            _of_editing(browser, Path(temporary))
            _of_change(browser, Path(temporary))
            _of_host(browser)
        except NoSiteError as error:
            print(error, file=sys.stderr)
            return 1
        finally:
            browser.close()
    print(f"The pictures are in {OF_README}, {OF_BRANDS}/, {OF_REPOSITORY}/ and {OF_EDITORS}/")
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
    _draw(browser, page_of_file(text), PICTURE_OF_FILE)
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
    page = browser.new_page(
        viewport=WINDOW, device_scale_factor=SCALE, locale="nl-NL", reduced_motion="reduce"
    )  # else one screen still stands in the other
    with serve(site) as address:
        open_editing(page, address, Path().resolve(), ["docs/nl/*.md", "data/sources/*.yml"])
        page.goto(f"{address}/edit/#/collections/pages-{DEFAULT_LANGUAGE}/entries/costs")
        page.locator('[data-key-path="body"] textarea').wait_for()
        page.evaluate(MOVED)
        page.screenshot(path=OF_EDITORS / "editing.png")


def _of_change(browser: Browser, folder: Path) -> None:
    """Take the link at the end of a page, a change before and after it, and what the checks say of mistakes."""
    before = _built(Path(NEUTRAL), folder / "before", WITH_LINKS)
    for lang, address in END_OF_PAGE.items():
        _take_end(browser, before, address, OF_EDITORS / f"edit-link-{lang}.png")
    changed = folder / "changed"
    changed.mkdir()
    for name in SOURCES:
        (shutil.copytree if Path(name).is_dir() else shutil.copyfile)(name, changed / name)
    page = changed / "docs" / DEFAULT_LANGUAGE / f"{CHANGED}.md"
    text = page.read_text("utf-8")
    below = text.partition("\n---\n")[2]
    sentence = next(line for line in below.splitlines() if line[:1].isalpha() and line.endswith("."))
    page.write_text(text.replace(sentence, f"{sentence} {ADDED}"), "utf-8")
    if (built := build(changed, folder / "after", {**os.environ, **WITH_LINKS})).returncode != 0:
        raise NoSiteError(built.stderr)
    _take_pair(browser, {"before": before, "after": folder / "after"}, folder)
    wrong = re.sub(r"^written: .*", "written: 22-11-2026", text, flags=re.MULTILINE).replace(
        sentence, MISTAKE
    )
    page.write_text(wrong, "utf-8")
    findings = [
        one
        for one in read_project(settings_from(os.environ, changed)).findings
        if one.file.endswith(page.name)
    ]
    said = re.sub("<summary>(.*)</summary>", r"**\1**", re.sub("</?details>", "", summary(findings)))
    table = markdown.markdown(said, extensions=["tables"])
    _draw(browser, _page("", table), OF_EDITORS / "messages.png")


def _take_end(browser: Browser, site: Path, address: str, picture: Path) -> None:
    """Take the end of a page, with a frame around the link to change it."""
    page = browser.new_page(viewport=END, reduced_motion="reduce")
    with serve(site) as served:
        page.goto(f"{served}{address}")
        link = page.locator(".trust a[href*='/edit/']").first
        link.evaluate(
            "link => { link.style.outline = '4px solid #a3161a'; link.style.outlineOffset = '4px' }"
        )
        page.locator(".trust").screenshot(path=picture)
    page.close()


def _take_pair(browser: Browser, sites: Mapping[str, Path], folder: Path) -> None:
    """Take the first place that differs between two sites, both sides beside each other."""
    change = screenshots.changes(*(read_built_pages(site) for site in sites.values()))[0]
    screen, images = "phone", []
    pages = {side: browser.new_page(viewport=screenshots.SCREENS[screen]) for side in sites}
    with serve(sites["before"]) as before, serve(sites["after"]) as after:
        tabs = {side: (pages[side], address) for side, address in (("before", before), ("after", after))}
        shown, _ = screenshots.take(tabs, change, screen, folder)
    for side in sites:
        taken = base64.b64encode((folder / shown.pictures(screen, side)[0]).read_bytes()).decode()
        called = html.escape(screenshots.CALLED[side])
        images.append(
            f'<figure><figcaption>{called}</figcaption><img src="data:image/png;base64,{taken}"></figure>'
        )
    _draw(
        browser,
        _page("", f'<section class="pair">{"".join(images)}</section>'),
        OF_EDITORS / "before-after.png",
        host_drawings.WIDTH,
    )


def _of_host(browser: Browser) -> None:
    for name, screens in host_drawings.DRAWINGS.items():
        _draw(browser, host_drawings.drawing_page(screens), OF_EDITORS / f"{name}.png", host_drawings.WIDTH)


def _built(brand: Path, site: Path, more: dict[str, str] | None = None) -> Path:
    done = build(Path(), site, {**os.environ, "BRAND": str(brand), **(more or {})})
    if done.returncode != 0:
        raise NoSiteError(f"{done.stderr}The site of {brand.name} cannot be built, so it has no pictures")
    return site


def _take(browser: Browser, site: Path, where: str, picture: Path, *, scale: float = SCALE) -> None:
    """Take the first window of a page."""
    page = browser.new_page(viewport=WINDOW, device_scale_factor=scale, reduced_motion="reduce")
    with serve(site) as address:
        page.goto(f"{address}{where}", wait_until="networkidle")
        page.screenshot(path=picture)
    page.close()


def _draw(browser: Browser, markup: str, picture: Path, width: int = WINDOW["width"]) -> None:
    """Take a picture of what is drawn here, as high as it is."""
    page = browser.new_page(viewport=ViewportSize(width=width, height=120))
    page.set_content(markup)
    picture.write_bytes(marked(page.screenshot(full_page=True), markup))
    page.close()


def marked(picture: bytes, markup: str) -> bytes:
    """Return a picture, as PNG, with the mark of what it was drawn from, by which a test knows an old one."""
    body = b"tEXt" + mark_of(markup)
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return picture[:-END_OF_PNG] + chunk + picture[-END_OF_PNG:]


def mark_of(markup: str) -> bytes:
    """Return the mark that a picture has of what it was drawn from."""
    return b"Source\0" + hashlib.sha256(markup.encode()).hexdigest().encode()


if __name__ == "__main__":
    sys.exit(run_command(main, "took the pictures of the guides"))
