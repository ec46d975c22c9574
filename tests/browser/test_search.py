"""The search as a reader meets it: what is found, how it is walked, and what it costs."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Locator, Page, Route, expect

from browser.reader import LANGUAGES, language_of
from browser.tabs import Tabs
from browser.test_first_view import PARTS
from second_opinion.core.formatting import with_straight_apostrophes

HOME = {"nl": "/", "en": "/en/"}
BUDGET = 60_000
LINK = re.compile(r"\[(.+?)\]\((.+?)\)")  # as the words of the interface write one


def field(page: Page) -> Locator:
    return page.get_by_role("searchbox")


def results(page: Page) -> Locator:
    return page.locator("[data-results]")


def links(page: Page) -> Locator:
    return results(page).locator("li").get_by_role("link")


def ask(page: Page, question: str) -> None:
    field(page).fill(question)
    expect(results(page)).to_be_visible()


def say(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(text)


# A clock on which every pause is a tenth; how long they are, the test with a clock of its own looks at.
HASTE = "const wait = setTimeout; window.setTimeout = (what, pause) => wait(what, pause / 10);"


@pytest.fixture(scope="module")
def open_tab(browser: Browser, base_url: str) -> Iterator[Tabs]:
    """Return what gives a tab in which the search waits less: most of these tests would do nothing but wait."""
    tabs = Tabs(browser, base_url, first=HASTE)
    yield tabs
    tabs.close()


@pytest.fixture
def costs(tab: Page, site_url: str) -> Iterator[Page]:
    """Return a content page; at the end nothing may have gone wrong in it."""
    faults: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(message.text)

    def catch(error: Error) -> None:
        faults.append(str(error))

    tab.on("console", hear)
    tab.on("pageerror", catch)
    tab.goto(f"{site_url}/kosten/")
    yield tab
    tab.remove_listener("console", hear)
    tab.remove_listener("pageerror", catch)
    assert faults == []


# All that the search has let a screen reader say.
LISTEN = """() => {
    window.heard = [];
    const status = document.querySelector("[role=search] [role=status]");
    new MutationObserver(() => window.heard.push(status.textContent))
        .observe(status, { childList: true, characterData: true, subtree: true });
}"""


def test_a_question_is_answered_aloud_once_however_slowly_it_is_typed(page: Page, site_url: str) -> None:
    page.clock.install(time=0)
    page.goto(f"{site_url}/kosten/")
    page.clock.pause_at(3_600_000)
    page.evaluate(LISTEN)
    field(page).focus()
    expect(page.locator("form[data-is-attached]")).to_be_attached()
    for typed, shown in [("eig", "eig"), ("en ", "eigen"), ("risico", "eigen risico")]:
        page.keyboard.type(typed)
        page.clock.run_for(400)
        expect(results(page).locator(".search-summary")).to_contain_text(f"“{shown}”")
        page.clock.run_for(400)
    page.clock.run_for(5000)
    field(page).press("Enter")
    expect(links(page).first).to_be_focused()
    page.clock.run_for(5000)
    assert page.evaluate("heard") == [results(page).locator(".search-summary").inner_text()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_stays_within_its_bytes(site: Path, lang: str) -> None:
    other = "en" if lang == "nl" else "nl"
    files = [
        file for file in site.rglob("*") if PARTS.search(file.as_posix()) and file.suffix in {".mjs", ".json"}
    ]
    sent = [file for file in files if file.stem not in {other, f"stemmer-{other}"}]
    assert len(sent) == 4
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in sent) <= BUDGET


def test_every_result_leads_to_a_page_and_a_section_that_exist(site: Path) -> None:
    for lang, home in HOME.items():
        index = json.loads(next(site.rglob(f"search/{lang}.json")).read_text(encoding="utf-8"))
        for page in index["pages"]:
            html = (site / home.strip("/") / page["address"] / "index.html").read_text(encoding="utf-8")
            missing = [anchor for anchor, _, _ in page["sections"] if anchor and f'id="{anchor}"' not in html]
            assert missing == [], page["address"]


def test_a_result_says_where_it_leads_and_why_it_was_found_and_leads_there_and_no_page_fills_the_list(
    costs: Page, site_url: str
) -> None:
    ask(costs, "second opinion verzekeraar betaalt")
    expect(links(costs).first).to_be_visible()
    pages = [link.evaluate("a => new URL(a.href).pathname") for link in links(costs).all()]
    assert max(pages.count(page) for page in pages) <= 2
    assert len(set(pages)) >= 4
    ask(costs, "gesprek opnemen")
    first = results(costs).locator("li").first
    expect(first.get_by_role("link")).to_contain_text("opnemen?")
    expect(first.locator("mark").first).to_be_visible()
    assert {text.lower() for text in first.locator("mark").all_inner_texts()} <= {
        "gesprek",
        "opnemen",
        "neemt",
    }
    say(costs, re.compile(r"^\d resulta"))
    ask(costs, "hoe werkt het eigen risico")
    here = costs.locator("[data-results] a[href*='/kosten/#']").first
    where = here.evaluate("a => a.href")
    here.click()
    expect(costs).to_have_url(where)
    expect(results(costs)).to_be_hidden()
    ask(costs, "mag ik het gesprek opnemen")
    there = links(costs).filter(has_text="opnemen").first
    where = there.evaluate("a => a.href")
    assert re.fullmatch(re.escape(site_url) + r"/[a-z-]+/#[a-z-]+", where)
    there.click()
    expect(costs).to_have_url(where)
    expect(costs.locator(":target")).to_be_visible()


def test_the_list_is_walked_with_the_arrow_keys_and_escape_closes_it_and_keeps_what_was_typed(
    costs: Page,
) -> None:
    ask(costs, "verwijzing")
    expect(links(costs).nth(2)).to_be_visible()
    for key, target in [
        ("ArrowDown", links(costs).nth(0)),
        ("ArrowDown", links(costs).nth(1)),
        ("ArrowUp", links(costs).nth(0)),
        ("ArrowUp", field(costs)),
        ("ArrowDown", links(costs).nth(0)),
        ("End", links(costs).last),
        ("ArrowDown", links(costs).last),
        ("Home", links(costs).first),
        ("Tab", links(costs).nth(1)),
    ]:
        costs.keyboard.press(key)
        expect(target).to_be_focused()
    costs.keyboard.press("Escape")
    expect(results(costs)).to_be_hidden()
    expect(field(costs)).to_be_focused()
    expect(field(costs)).to_have_value("verwijzing")
    costs.keyboard.press("ArrowDown")
    expect(links(costs).first).to_be_focused()


def test_enter_leads_to_the_first_result_and_enter_again_opens_it(costs: Page, site_url: str) -> None:
    field(costs).click()
    costs.keyboard.type("wie betaalt")
    costs.keyboard.press("Enter")
    expect(links(costs).first).to_be_focused()
    address = links(costs).first.evaluate("a => a.href")
    assert costs.url == f"{site_url}/kosten/"
    costs.keyboard.press("Enter")
    expect(costs).to_have_url(address)


def test_the_panel_closes_when_the_reader_goes_elsewhere_and_with_an_emptied_field(costs: Page) -> None:
    ask(costs, "verwijzing")
    expect(links(costs).first).to_be_visible()
    costs.mouse.click(3, 700)
    expect(results(costs)).to_be_hidden()
    field(costs).focus()
    expect(results(costs)).to_be_hidden()
    field(costs).press("ArrowDown")
    expect(links(costs).first).to_be_focused()
    field(costs).fill("")
    expect(results(costs)).to_be_hidden()
    say(costs, "")


# One question each; tests/content/test_search.py asks many.
CRISIS = {"nl": "niet meer leven", "en": "suicidal thoughts"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_results_are_of_the_language_and_at_words_of_distress_alone_help_stands_above_them(
    tab: Page, site_url: str, words: dict[str, dict[str, str]], lang: str
) -> None:
    tab.goto(site_url + HOME[lang])
    notice = results(tab).locator("[data-crisis]")
    ask(tab, CRISIS[lang])
    expect(links(tab).first).to_be_visible()
    expect(notice).to_be_visible()
    say(tab, re.compile("113.*112"))
    address = links(tab).first.evaluate("a => new URL(a.href).pathname")
    assert address in {"/geestelijke-gezondheidszorg/", "/en/mental-health/"}
    ask(tab, "xqzzyk")
    expect(notice).to_be_hidden()
    ask(tab, "second opinion")
    expect(links(tab).nth(4)).to_be_visible()
    expect(notice).to_be_hidden()
    addresses = [link.evaluate("a => new URL(a.href).pathname") for link in links(tab).all()]
    assert {language_of(address) for address in addresses} == {lang}
    tab.set_viewport_size({"width": 320, "height": 400})  # what a keyboard leaves of a phone
    ask(tab, CRISIS[lang])
    field(tab).press("Enter")
    expect(notice.get_by_role("link").first).to_be_focused()
    expect(notice.get_by_role("link").first).to_be_in_viewport(ratio=1)
    expect(notice).to_be_visible()
    said = [words[lang][name] for name in ("search_crisis", "search_crisis_danger")]
    for text in said:
        expect(notice).to_contain_text(LINK.sub(r"\1", text))
    above, first = notice.bounding_box(), links(tab).first.bounding_box()
    assert above is not None
    assert first is not None
    assert above["y"] + above["height"] <= first["y"]
    shown = [(link.inner_text(), link.get_attribute("href")) for link in notice.get_by_role("link").all()]
    assert shown == LINK.findall(" ".join(said))
    assert {address.partition(":")[0] for _, address in LINK.findall(said[0])} == {"tel", "https"}
    assert len(LINK.findall(said[1])) == 1


EMERGENCY = {"nl": "pijn op de borst", "en": "chest pain"}
BOTH = {"nl": "overdosis", "en": "overdose"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_at_words_of_an_emergency_whom_to_call_stands_above_the_results_and_below_help_for_distress(
    tab: Page, site_url: str, words: dict[str, dict[str, str]], lang: str
) -> None:
    tab.goto(site_url + HOME[lang])
    tab.set_viewport_size({"width": 320, "height": 400})
    crisis, notice = (results(tab).locator(f"[data-{kind}]") for kind in ("crisis", "emergency"))
    ask(tab, EMERGENCY[lang])
    expect(notice).to_be_visible()
    expect(crisis).to_be_hidden()
    expect(links(tab).first).to_be_visible()
    said = " ".join(words[lang][name] for name in ("search_emergency_danger", "search_emergency"))
    shown = with_straight_apostrophes(LINK.sub(r"\1", said).replace("*", ""))
    expect(notice).to_have_text(shown)
    say(tab, re.compile(f"^{re.escape(shown)} .*{re.escape(EMERGENCY[lang])}"))
    dutch = notice.locator("[lang=nl]").all_inner_texts()
    assert dutch == re.findall(r"\*(.+?)\*", said)
    assert [link.get_attribute("href") for link in notice.get_by_role("link").all()] == ["tel:112"]
    above, first = notice.bounding_box(), links(tab).first.bounding_box()
    assert above is not None
    assert first is not None
    assert above["y"] + above["height"] <= first["y"]
    field(tab).press("Enter")
    expect(notice.get_by_role("link")).to_be_focused()
    ask(tab, BOTH[lang])
    expect(crisis).to_be_visible()
    expect(notice).to_be_visible()
    over, under = crisis.bounding_box(), notice.bounding_box()
    assert over is not None
    assert under is not None
    assert over["y"] + over["height"] <= under["y"]
    ask(tab, "second opinion")
    expect(notice).to_be_hidden()


def test_what_was_typed_is_text_alone_in_no_address_and_leads_to_the_subjects_where_nothing_is_found(
    costs: Page, site_url: str
) -> None:
    ask(costs, "<img src=x onerror=alert(1)> $& verwijzing")
    expect(links(costs).first).to_be_visible()
    expect(results(costs).locator("img")).to_have_count(0)
    assert costs.url == f"{site_url}/kosten/"
    assert not any("onerror" in link.evaluate("a => a.href") for link in links(costs).all())
    ask(costs, "xqzzyk<b>$&")
    say(costs, re.compile(re.escape("xqzzyk<b>$&")))
    offered = results(costs).get_by_role("link")
    assert offered.evaluate("a => a.href") == f"{site_url}/#subjects"
    expect(links(costs)).to_have_count(0)
    field(costs).press("Enter")
    expect(offered).to_be_focused()


def test_without_the_index_a_message_and_the_subjects_are_left_to_which_enter_leads(
    tab: Page, site_url: str
) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    tab.goto(f"{site_url}/kosten/")
    tab.route("**/search/*.json", refuse)
    ask(tab, "verwijzing")
    say(tab, re.compile(r"\S"))
    expect(results(tab).get_by_role("link")).to_be_visible()
    tab.unroute("**/search/*.json")
    ask(tab, "verwijzingen")
    expect(links(tab).first).to_be_visible()
    tab.route("**/search/*.json", refuse)
    tab.reload()
    ask(tab, "verwijzing")
    expect(results(tab).get_by_role("link")).to_be_visible()
    field(tab).press("Enter")
    expect(tab).to_have_url(re.compile(re.escape(site_url) + r"/\??#subjects$"))
