"""What several browser tests need: screens, words, colours, and what a page says about itself."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import Locator, Page, ViewportSize

from support import ROOT, read_values

LANGUAGES = ("nl", "en")
HOMES = {"nl": "/", "en": "/en/"}
CONTENT_PAGES = {"nl": "/kosten/", "en": "/en/costs/"}  # long pages with terms, tables, boxes and sources

PHONE = ViewportSize(width=320, height=568)
ZOOMED = ViewportSize(width=320, height=256)  # a window of 1280 by 1024 at 400 %
DESK = ViewportSize(width=1280, height=800)
SCREENS = {"phone": PHONE, "desk": DESK}


def language_of(path: str) -> str:
    """Return the language of the page at an address."""
    return "en" if path.startswith("/en/") else "nl"


def other(lang: str) -> str:
    """Return the other language."""
    return "nl" if lang == "en" else "en"


def read_words(file: str) -> dict[str, dict[str, str]]:
    """Return the words of a file with both languages: language => name => words."""
    content: dict[str, dict[str, str]] = read_values(ROOT / file)
    return {lang: {name: both[lang] for name, both in content.items()} for lang in LANGUAGES}


def path_of(address: str) -> str:
    """Return what stands after the host, without the section."""
    return urlsplit(address).path


def section_of(address: str) -> str:
    """Return the section that an address leads to, or nothing."""
    return urldefrag(address).fragment


def language_link(page: Page, words: dict[str, dict[str, str]], lang: str) -> Locator:
    """Return the link at the top of a page in ``lang`` to the other language."""
    return page.get_by_role("banner").get_by_role(
        "link", name=words[other(lang)]["language_name"], exact=True
    )


def menu_button(page: Page, words: dict[str, str]) -> Locator:
    """Return the button that opens the menu."""
    return page.get_by_role("button", name=words["menu"], exact=True)


def menu(page: Page, words: dict[str, str]) -> Locator:
    """Return the menu itself, which is there only while it is open."""
    return page.get_by_role("navigation", name=words["all_subjects"], exact=True)


def terms(page: Page) -> Locator:
    """Return the words in the text that can be explained, without those in parts that are folded."""
    return page.locator("main button[popovertarget]:not(details:not([open]) *)")


def note_of(page: Page, term: Locator) -> Locator:
    """Return the explanation that belongs to a word."""
    return page.locator(f"[id='{term.get_attribute('popovertarget')}']")


def next_step(page: Page) -> Locator:
    """Return the one next step: the last link of the text, before what to read and where it comes from."""
    return page.locator("main p > a:only-child").last


def press_tab_to(page: Page, goal: Locator, *, most: int = 30) -> None:
    """Press Tab until the goal has the focus."""
    element = goal.element_handle()
    for _ in range(most):
        page.keyboard.press("Tab")
        if element.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"{goal} is not reached by {most} times Tab")


def luminance(colour: str) -> float:
    """Return the relative luminance (WCAG) of a computed colour such as ``rgb(0, 86, 95)``."""
    numbers = [float(number) / 255 for number in re.findall(r"[\d.]+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in numbers
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """Return the contrast (WCAG, 1 to 21) of two computed colours."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)
