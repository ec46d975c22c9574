"""Old links to a section that is gone: with a script they lead on, without one the page says where it is now."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from msgspec import Struct
from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab
from selectolax.lexbor import LexborHTMLParser

from browser.accessibility import Accessibility
from browser.reader import LANGUAGES, PHONE
from browser.tabs import Tabs
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from second_opinion.texts.published import page_address
from support import ROOT, TODAY


class Move(Struct, frozen=True):
    """An old address from the root of the site, and where it leads now."""

    old: str
    new: str
    title: str


def moves(project: Project, lang: str) -> Iterator[Move]:
    """Yield every move in a language, as the table says it."""
    for old, new in project.moved[lang].items():
        page, target = project.page(lang, old.page), project.page(lang, new.page)
        assert page is not None
        assert target is not None
        section = f"#{new.anchor}" if new.anchor else ""
        yield Move(
            f"/{page_address(page)}#{old.anchor}", f"/{page_address(target)}{section}", target.meta.title
        )


@pytest.fixture(scope="module")
def read() -> Project:
    """Return the real project."""
    return read_project(settings_from({"TODAY": TODAY}, ROOT))


@pytest.fixture(scope="module", params=LANGUAGES)
def known(read: Project, request: pytest.FixtureRequest) -> list[Move]:
    """Return the moves in a language."""
    found = list(moves(read, request.param))
    assert found
    return found


def of_each_kind(known: list[Move]) -> list[Move]:
    """Return a move to the same page, to another, to a folded part and to a page as a whole, where there is one."""

    def kind(move: Move) -> tuple[bool, ...]:
        page, _, anchor = move.new.partition("#")
        return move.old.startswith(f"{page}#"), "-more" in anchor, not anchor

    return list({kind(move): move for move in known}.values())


def target_of(tab: Tab, move: Move) -> Locator:
    """Return what a move leads to."""
    anchor = move.new.partition("#")[2]
    return tab.locator(f"main [id='{anchor}']" if anchor else "main h1")


def test_every_line_of_the_table_stands_on_its_page_with_a_link_to_the_answer(
    site: Path, known: list[Move]
) -> None:
    said = {}
    for path in {move.old.partition("#")[0] for move in known}:
        tree = LexborHTMLParser((site / path[1:] / "index.html").read_text("utf-8"))
        for link in tree.css(".moved[id] > a[data-moved]"):
            assert link.parent is not None
            old = f"{path}#{link.parent.id}"
            said[old] = Move(old, urljoin(path, link.attributes["href"] or ""), link.text())
    assert said == {move.old: move for move in known}


def test_an_old_link_leads_to_where_it_is_answered_now_and_back_leads_out(
    open_tab: Tabs, known: list[Move]
) -> None:
    tab = open_tab(viewport=PHONE)
    for move in of_each_kind(known):
        tab.goto("/404.html")
        tab.goto(move.old)
        tab.wait_for_url(f"**{move.new}")
        expect(target_of(tab, move)).to_be_in_viewport()
        assert tab.locator(".moved:visible").count() == 0
        assert target_of(tab, move).evaluate("e => e.closest('details')?.open ?? true"), move
        tab.go_back()
        tab.wait_for_url("**/404.html")


def test_the_keyboard_goes_on_from_the_place_that_an_old_link_leads_to(
    open_tab: Tabs, known: list[Move]
) -> None:
    tab = open_tab()
    move = next(move for move in known if "#" in move.new)
    tab.goto(move.old)
    tab.wait_for_url(f"**{move.new}")
    tab.keyboard.press("Tab")
    anchor = move.new.partition("#")[2]
    assert tab.evaluate(
        """id => {
          const target = document.getElementById(id), position = target.compareDocumentPosition(document.activeElement);
          return target === document.activeElement || Boolean(position & Node.DOCUMENT_POSITION_FOLLOWING);
        }""",
        anchor,
    )


def test_a_link_on_the_page_itself_to_a_section_that_moved_leads_on_too(
    open_tab: Tabs, known: list[Move]
) -> None:
    tab = open_tab()
    move = known[0]
    tab.goto(move.old.partition("#")[0])
    tab.evaluate("hash => { location.hash = hash; }", move.old.partition("#")[2])
    tab.wait_for_url(f"**{move.new}")


def test_without_a_script_the_page_says_where_it_is_now(open_tab: Tabs, known: list[Move]) -> None:
    tab = open_tab(java_script_enabled=False, viewport=PHONE)
    for move in of_each_kind(known):
        tab.goto(move.old)
        said = tab.locator(".moved:visible")
        expect(said).to_have_count(1)
        expect(said).to_be_in_viewport()
        said.get_by_role("link", name=move.title, exact=True).click()
        tab.wait_for_url(f"**{move.new}")
        expect(target_of(tab, move)).to_be_in_viewport()


def test_what_moved_is_said_to_nobody_else(open_tab: Tabs, known: list[Move]) -> None:
    tab = open_tab(java_script_enabled=False)
    tab.goto(known[0].old.partition("#")[0])
    assert tab.locator(".moved").count() > 0
    assert tab.locator(".moved:visible").count() == 0
    tab.goto(known[0].old)
    tab.emulate_media(media="print")
    assert tab.locator(".moved:visible").count() == 0


def test_the_words_about_it_can_be_read_by_everyone(
    open_tab: Tabs, axe: Accessibility, known: list[Move]
) -> None:
    tab = open_tab(viewport=PHONE)
    tab.route("**/site.mjs", lambda route: route.abort())
    tab.goto(known[0].old)
    expect(tab.locator(".moved:visible")).to_have_count(1)
    assert tab.evaluate("() => document.documentElement.scrollWidth") == PHONE["width"]
    assert axe.faults(tab, known[0].old) == []


def test_every_line_of_the_table_is_a_move_in_some_language(read: Project) -> None:
    assert {old for lang in LANGUAGES for old in read.moved[lang]} == read.history.moved_anchors.keys()
