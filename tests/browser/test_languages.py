"""One plain link to the other language: the same page and the same section, and back."""

from __future__ import annotations

import itertools
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from selectolax.lexbor import LexborHTMLParser

from browser.reader import (
    CONTENT_PAGES,
    DESK,
    HOMES,
    PHONE,
    SCREENS,
    language_link,
    language_of,
    other,
    path_of,
    press_tab_to,
    section_of,
)
from browser.tabs import Tabs

Words = dict[str, dict[str, str]]


def twin_of(page: Page, lang: str) -> str:
    """Return the path of the page in the other language that the head of the page names, or of that home page."""
    named = page.locator(f"link[rel=alternate][hreflang={other(lang)}]")
    return path_of(named.get_attribute("href") or "") if named.count() else HOMES[other(lang)]


def where_the_links_lead(site: Path, words: Words, path: str) -> tuple[str, list[str]]:
    """Return the path to which the language link in the HTML of a page leads, and what is wrong with the link."""
    lang, html = (
        language_of(path),
        LexborHTMLParser((site / path.strip("/") / "index.html").read_text("utf-8")),
    )
    name = words[other(lang)]["language_name"]
    links = [link for link in html.css("header a[href]") if link.text(strip=True) == name]
    if len(links) != 1:
        return "", [f"{path}: {len(links)} links to the other language"]
    marks = {links[0].attributes.get(mark) for mark in ("lang", "hreflang")}
    faults = [f"{path}: lang and hreflang are {marks}"] if marks != {other(lang)} else []
    named = html.css_first(f"link[rel=alternate][hreflang={other(lang)}]")
    goal = path_of(named.attributes["href"] or "") if named else HOMES[other(lang)]
    leads_to = urljoin(f"https://site.example{path}", links[0].attributes["href"])
    if path_of(leads_to) != goal or section_of(leads_to):
        faults.append(f"{path}: leads to {leads_to}, not to {goal}")
    return path_of(leads_to), faults


def test_in_the_html_the_link_is_on_every_page_and_leads_to_the_same_page_and_back(
    site: Path, words: Words, paths: list[str]
) -> None:
    ways, faults = {}, []
    for path in paths:
        ways[path], found = where_the_links_lead(site, words, path)
        faults += found
    homes = set(HOMES.values())  # to which a page leads that the other language does not have
    faults += [
        f"{path}: the way back from {twin} leads to {ways.get(twin)}"
        for path, twin in ways.items()
        if ways.get(twin) != path and twin not in homes
    ]
    assert not faults, "\n".join(faults)


# The heading nearest to the middle of the page that has the upper half of a window for itself.
MIDDLE = """() => {
  const all = [...document.querySelectorAll("main :is(h2, h3, details:not(.more))[id]")];
  const headings = all.filter(e => !e.closest("nav, section"));
  const top = e => e.getBoundingClientRect().top + scrollY;
  const alone = headings.filter((e, at) => !headings[at + 1] || top(headings[at + 1]) - top(e) > innerHeight / 2);
  const middle = document.documentElement.scrollHeight / 2;
  alone.sort((a, b) => Math.abs(top(a) - middle) - Math.abs(top(b) - middle));
  const [{ id }, before] = [alone[0], scrollY];
  alone[0].scrollIntoView();
  return scrollY === before ? id : new Promise(done => addEventListener("scroll", () => done(id), { once: true }));
}"""


def follow_from_the_middle(page: Page, words: Words, path: str, size: ViewportSize) -> list[str]:
    """Read in the middle of the open page, follow the link, and return what is wrong with where it leads."""
    page.set_viewport_size(size)
    section: str = page.evaluate(MIDDLE)
    page.clock.fast_forward(2000)
    link, goal = language_link(page, words, language_of(path)), twin_of(page, language_of(path))
    link.click()
    if (path_of(page.url), section_of(page.url)) != (goal, section):
        return [f"{path}: from #{section} to {page.url}"]
    expect(page.locator(f"[id='{section}']")).to_be_in_viewport()
    return []


def test_the_link_leads_to_the_section_where_the_reader_is_and_back(
    page: Page, words: Words, paths_in: dict[str, list[str]]
) -> None:
    page.clock.install()
    faults = []
    some = sorted({HOMES["nl"], CONTENT_PAGES["nl"], *paths_in["nl"][::9]})
    for path, sizes in zip(some, itertools.cycle([(PHONE, DESK), (DESK, PHONE)])):
        page.goto(path)
        faults += follow_from_the_middle(page, words, path, sizes[0])
        if (twin := path_of(page.url)) in paths_in["en"]:
            faults += follow_from_the_middle(page, words, twin, sizes[1])
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_the_link_works_by_keyboard_from_the_top_and_from_a_section(
    open_tab: Tabs, words: Words, size: ViewportSize, lang: str
) -> None:
    page = open_tab(viewport=size)
    page.goto(CONTENT_PAGES[lang])
    press_tab_to(page, language_link(page, words, lang))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{CONTENT_PAGES[other(lang)]}")
    page.goto(f"{CONTENT_PAGES[lang]}#deductible")
    expect(page.locator("#deductible")).to_be_in_viewport()
    language_link(page, words, lang).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{CONTENT_PAGES[other(lang)]}#deductible")


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_a_reader_at_the_top_gets_the_top_of_the_page(
    open_tab: Tabs, words: Words, size: ViewportSize, lang: str
) -> None:
    page = open_tab(viewport=size)
    page.goto(CONTENT_PAGES[lang])
    language_link(page, words, lang).click()
    page.wait_for_url(f"**{CONTENT_PAGES[other(lang)]}")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
