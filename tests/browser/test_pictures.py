"""The pictures that are drawn from data: whole on the smallest phone, in the colours of the system and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser.reader import DESK, PHONE
from browser.tabs import Tabs
from second_opinion.data.studies import HUNDRED
from second_opinion.data.who_does_what import LANES
from support import page_paths

LEAST = 12  # pixels that a letter is high

# Names of lanes that are wider than their lane, or too small to read, or of which a word stands in two lines.
NAMES_THAT_DO_NOT_FIT = """least => [...document.querySelectorAll(".lanes-who > li")].filter(e => {
  const words = document.createRange();
  words.selectNodeContents(e);
  const isBroken = [...e.lastChild.data.matchAll(/\\S+/g)].some(({ index, 0: word }) => {
    words.setStart(e.lastChild, index);
    words.setEnd(e.lastChild, index + word.length);
    return words.getClientRects().length > 1;
  });
  words.selectNodeContents(e);
  return isBroken || words.getBoundingClientRect().width > e.getBoundingClientRect().width + 1
    || parseFloat(getComputedStyle(e).fontSize) < least;
}).map(e => e.textContent)"""

# How far each end of an arrow stands from the middle of the lane that is nearest, in pixels.
ASIDE = """() => {
  const middle = e => { const box = e.getBoundingClientRect(); return box.left + box.width / 2; };
  const lanes = [...document.querySelectorAll(".lanes-who > li")].map(middle);
  return [...document.querySelectorAll(".lanes .end")]
    .map(e => Math.min(...lanes.map(lane => Math.abs(lane - middle(e)))));
}"""

# Whether whatever is drawn has a size, and in how many colours the people are.
DRAWN = (
    "() => [...document.querySelectorAll('main .hundred use, main .lanes use')].map(e => e.getBBox().width)"
)
COLOURS = "part => [...new Set([...document.querySelectorAll(part)].map(e => getComputedStyle(e).color))]"


def pages_with(site: Path, part: str) -> list[str]:
    """Return the addresses of the pages that have a picture."""
    found = [
        path
        for path in page_paths(site)
        if f'class="{part}"' in (site / path.lstrip("/") / "index.html").read_text("utf-8")
    ]
    assert found, f"no page has {part}"
    return found


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_name_fits_its_lane_and_every_arrow_begins_and_ends_in_one(
    open_tab: Tabs, site: Path, size: ViewportSize
) -> None:
    page = open_tab(viewport=size)
    for path in pages_with(site, LANES):
        page.goto(path)
        assert page.evaluate(NAMES_THAT_DO_NOT_FIT, LEAST) == [], path
        assert max(page.evaluate(ASIDE)) < 1, path


def test_the_system_gives_pictures_its_colours(open_tab: Tabs, site: Path) -> None:
    page = open_tab(viewport=DESK, forced_colors="active")
    for path in pages_with(site, HUNDRED):
        page.goto(path)
        assert page.evaluate(COLOURS, "body, .hundred g, .hundred li > svg") == page.evaluate(COLOURS, "body")
    for path in pages_with(site, LANES):
        page.goto(path)
        assert page.evaluate(COLOURS, "body, .lanes svg") == page.evaluate(COLOURS, "body")


def test_paper_has_every_picture_and_each_on_one_sheet(tab: Page, site: Path) -> None:
    tab.emulate_media(media="print")
    for path in {*pages_with(site, HUNDRED), *pages_with(site, LANES)}:
        tab.goto(path)
        assert min(tab.evaluate(DRAWN)) > 0, path
        for picture in tab.locator(f".{HUNDRED}, .{LANES}").all():
            expect(picture).to_have_css("break-inside", "avoid")
