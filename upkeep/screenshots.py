"""Pictures of the places that a change touches, before and after it: ``make screenshots BASE=main``.

Both sites are built for the same day, so that nothing differs but the change. Each picture shows one section, with a
line around what changed. ``index.html`` in the folder shows the pictures side by side.
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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, FloatRect, Page, ViewportSize, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from second_opinion.commands.command_line import run_command
from second_opinion.commands.site_texts import main_of, read_built_pages
from second_opinion.commands.versions import unpack
from second_opinion.data import sources
from second_opinion.prose.text_differences import changed_paragraphs, paragraphs_in
from upkeep import chromium
from upkeep.serving import serve
from upkeep.two_versions import build

SCREENS = {"phone": ViewportSize(width=390, height=844), "desk": ViewportSize(width=1280, height=800)}
SIDES = ("before", "after")
CALLED = {
    "phone": "telefoon / phone",
    "desk": "breed scherm / wide screen",
    "before": "voor / before",
    "after": "na / after",
}
MOST_PAGES = 12
MOST_PLACES = 6  # of a page
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync"
STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;margin:2rem}figure{margin:0}img{max-width:100%;border:1px solid #888}"
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:2rem;align-items:start;margin-bottom:2rem}"
)
READ = """() => {
  const LEAST = 'h1, h2, h3, h4, p, li, tr, summary, dt, dd, figcaption, legend, label'
  const text = (block) => {
    const copy = block.cloneNode(true)
    for (const part of copy.querySelectorAll('.term-note, script, style, svg')) part.remove()
    return copy.textContent.replace(/\\s+/g, ' ').trim()
  }
  const blocks = []
  let section = ''
  for (const block of document.querySelectorAll(`main :is(${LEAST})`)) {
    if (block.closest('nav, .contents-folded, .term-note')) continue
    if (/^H[2-4]$/.test(block.tagName) && block.id) section = block.id
    if (!block.querySelector(LEAST)) blocks.push({ block, section, text: text(block) })
  }
  return blocks
}"""
SAID = f"() => ({READ})().map(({{ text }}) => text)"
SHOWN = f"""([changed, places, wholePage]) => {{
  const NEAR = 90, FAR = 500, MOST = 1500, OF_TITLE = 260
  const found = Map.groupBy(
    ({READ})().filter(({{ text }}) => changed.includes(text)), ({{ section }}) => section)
  for (const {{ block }} of [...found.values()].flat()) {{
    for (let part = block.closest('details'); part; part = part.parentElement.closest('details')) part.open = true
    block.style.outline = '3px solid #000'
    block.style.outlineOffset = block.tagName === 'TR' ? '-3px' : '3px' // what is around a table cuts off more
  }}
  const high = document.documentElement.scrollHeight
  const edges = (element) => {{
    const {{ top, bottom }} = element.getBoundingClientRect()
    return [top + scrollY, bottom + scrollY]
  }}
  const clip = (place) => {{
    const title = place ? document.getElementById(place) : document.querySelector('main h1')
    if (wholePage) return [0, MOST * 2]
    const parts = (found.get(place) ?? []).map(({{ block }}) => edges(block))
    if (!parts.length) return title && [edges(title)[0] - NEAR / 5, edges(title)[0] + OF_TITLE]
    const top = Math.min(...parts.map(([top]) => top)), bottom = Math.max(...parts.map(([, bottom]) => bottom))
    const start = title ? edges(title)[0] : top
    return [start < top && top - start < FAR ? start - NEAR / 5 : top - NEAR, bottom + NEAR]
  }}
  return {{
    places: [...found.keys()],
    clips: places.map(clip).map((edge) => {{
      if (!edge) return null
      const y = Math.max(0, Math.min(edge[0], high - 1))
      const height = Math.min(high - y, edge[1] - y, wholePage ? MOST * 2 : MOST)
      return {{ x: 0, y, width: document.documentElement.clientWidth, height: Math.max(1, height) }}
    }}),
  }}
}}"""


@dataclass(frozen=True)
class Change:
    """A page that differs: its address without the first slash, in which of the two sites it is, and its title.

    ``words`` is how much of it differs; ``places`` are the anchors of the sections that do, "" for its top.
    """

    address: str
    is_before: bool
    is_after: bool
    title: str = field(default="", compare=False)
    words: int = field(default=0, compare=False)
    places: tuple[str, ...] = field(default=("",), compare=False)

    @property
    def name(self) -> str:
        """Return the page's name in the names of its pictures."""
        return self.address.strip("/").replace("/", "-") or "home"

    @property
    def called(self) -> str:
        """Return its address, with its title where it has one."""
        return f"/{self.address} ({self.title})" if self.title else f"/{self.address}"

    @property
    def sides(self) -> list[str]:
        """Return in which of the two sites it is."""
        return [side for side, there in zip(SIDES, (self.is_before, self.is_after), strict=True) if there]

    def pictures(self, screen: str, side: str) -> list[str]:
        """Return the files of the pictures of its places on one screen of one side."""
        numbers = ("", *(f"-{number}" for number in range(2, len(self.places) + 1)))
        return [f"{self.name}{number}-{screen}-{side}.png" for number in numbers]


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """Return the pages of which the content differs, is new or is gone: Dutch first, those that changed most first.

    The list of sources comes last. Where only what is around the content differs (a menu, a footer), the home pages
    stand for all.
    """
    found = [
        _change(address, before.get(address, ""), after.get(address, ""))
        for address in sorted({*before, *after})
        if _seen(before.get(address, "")) != _seen(after.get(address, ""))
    ]
    if not found and before != after:
        return [Change(home, home in before, True) for home in ("", "en/") if home in after]
    lists = {
        address
        for pages in (before, after)
        for address, page in pages.items()
        if f'<li id="{sources.ANCHOR}' in page
    }
    return sorted(
        found, key=lambda one: (one.address in lists, one.address.startswith("en/"), -one.words, one.address)
    )


def _seen(page: str) -> str:
    """Return the markup of a page's content without the explanations of words, which open at a press."""
    tree = LexborHTMLParser(main_of(page))
    for note in tree.css(".term-note"):
        note.decompose()
    return tree.html or ""


def _change(address: str, before: str, after: str) -> Change:
    title = LexborHTMLParser(after or before).css_first("h1")
    differ = changed_paragraphs(paragraphs_in(_seen(before)), paragraphs_in(_seen(after)))
    words = sum(len(f"{place.before} {place.after}".split()) for place in differ)
    return Change(address, bool(before), bool(after), title.text(strip=True) if title else "", words)


def index(shown: Sequence[Change], left_out: Sequence[Change], missing: Sequence[str] = ()) -> str:
    """Return the page that shows the pictures side by side, and names the pages that are left out.

    ``missing`` are the pictures of what is not there.
    """
    parts = [
        f"<h2>{html.escape(change.title or change.address)}</h2>\n<p>/{html.escape(change.address)}</p>\n"
        + "\n".join(_pairs(change, missing))
        for change in shown
    ]
    if not shown:
        parts.append("<p>Geen pagina ziet er anders uit. / No page looks different.</p>")
    if left_out:
        named = "".join(f"<li>{html.escape(change.called)}</li>" for change in left_out)
        parts.append(f"<p>Zonder plaatje / Without a picture:</p>\n<ul>{named}</ul>")
    return (
        f'<!doctype html>\n<html lang="nl">\n<meta charset="utf-8">\n<title>Voor en na</title>\n'
        f"<style>{STYLE}</style>\n<h1>Voor en na / Before and after</h1>\n"
        "<p>Om wat verandert staat een zwarte lijn. / A black line stands around what changes.</p>\n"
        + "\n".join(parts)
        + "\n</html>\n"
    )


def _pairs(change: Change, missing: Sequence[str]) -> Iterator[str]:
    """Yield the pictures of each place of a page on each screen, the two sides beside each other."""
    for number in range(len(change.places)):
        for screen in SCREENS:
            sides = [_picture(change, screen, side, number, missing) for side in SIDES]
            yield f'<div class="pair">{"".join(sides)}</div>'


def _picture(change: Change, screen: str, side: str, number: int, missing: Sequence[str]) -> str:
    file, called = change.pictures(screen, side)[number], f"{CALLED[side]}, {CALLED[screen]}"
    if side not in change.sides or file in missing:
        return f"<p>{called}: staat er niet / not there</p>"
    return f'<figure><figcaption>{called}</figcaption><img src="{file}" alt="{called}"></figure>'


# ---- the two sites


def take(
    tabs: Mapping[str, tuple[Page, str]], change: Change, screen: str, folder: Path
) -> tuple[Change, list[str]]:
    """Take the pictures of a page on one screen; ``tabs`` are those of the two sites, with their addresses.

    Returns the page with its places, and the pictures that there are not, as a side has no such section.
    """
    said: dict[str, list[str]] = {}
    for side in change.sides:
        tab, site = tabs[side]
        tab.goto(f"{site}/{change.address}")
    for side in change.sides:  # both have come by now, so that their scripts are waited for at the same time
        tabs[side][0].wait_for_load_state("networkidle")
        said[side] = tabs[side][0].evaluate(SAID)
    is_whole = len(said) == 1
    differ = {
        side: [] if is_whole else [text for text in said[side] if text not in said[_other(side)]]
        for side in said
    }
    marked: dict[str, Any] = {
        side: tabs[side][0].evaluate(SHOWN, [differ[side], [], is_whole]) for side in said
    }
    found = tuple(dict.fromkeys(place for side in reversed(list(marked)) for place in marked[side]["places"]))
    change = replace(change, places=found[:MOST_PLACES] or ("",))
    missing = []
    for side in said:
        clips: list[FloatRect | None] = tabs[side][0].evaluate(
            SHOWN, [differ[side], list(change.places), is_whole]
        )["clips"]
        for clip, file in zip(clips, change.pictures(screen, side), strict=True):
            if clip:
                tabs[side][0].screenshot(path=folder / file, full_page=True, clip=clip)
            else:
                missing.append(file)
    return change, missing


def _other(side: str) -> str:
    return SIDES[1 - SIDES.index(side)]


def take_all(program: str, sites: Mapping[str, Path], folder: Path) -> tuple[list[Change], list[Change]]:
    """Take the pictures of two sites into a folder, and return the pages shown and those that were left out."""
    found = changes(*(read_built_pages(sites[side]) for side in SIDES))
    shown, left_out = found[:MOST_PAGES], found[MOST_PAGES:]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    missing: list[str] = []
    with sync_playwright() as playwright, serve(sites["before"]) as before, serve(sites["after"]) as after:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS.split())
        for screen in SCREENS:
            tabs = _tabs(browser, screen, {"before": before, "after": after})
            taken = [take(tabs, change, screen, folder) for change in shown]
            shown = [change for change, _ in taken]
            missing += [file for _, files in taken for file in files]
        browser.close()
    (folder / "index.html").write_text(index(shown, left_out, missing), encoding="utf-8")
    return shown, left_out


def _tabs(browser: Browser, screen: str, addresses: Mapping[str, str]) -> dict[str, tuple[Page, str]]:
    """Open a tab of one screen for each of the two sites."""
    return {
        side: (browser.new_page(viewport=SCREENS[screen], reduced_motion="reduce"), address)
        for side, address in addresses.items()
    }


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
        f"{len(shown)} of {len(shown) + len(left_out)} changed pages are in {options.folder}/ "
        f"(open {options.folder}/index.html)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "took the pictures"))
