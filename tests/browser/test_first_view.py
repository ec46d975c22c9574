from __future__ import annotations

import gzip
import re
from functools import cache
from typing import Any

import pytest
from msgspec import Struct, field
from playwright.sync_api import Page, Request, Response, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from browser.reader import CONTENT_PAGES, language_link, language_of, other, path_of

# The files of the search.
PARTS = re.compile(r"/search[^/]*\.mjs$|/vendor/|/search/[^/]*\.json$")
MOST_REQUESTS = 6
MOST_BYTES = 27_000  # the pages on costs, with its estimate, and on applying, with its steps and cards
EXPECTED_KINDS = {"document", "stylesheet", "script", "image"}

ABOUT_THE_PAGE = """() => {
  const start = e => e.outerHTML.slice(0, 80);
  const all = [...document.querySelectorAll("*")], ids = all.map(e => e.id).filter(id => id);
  const isData = script => /^application\\/(ld\\+)?json$/.test(script.type);
  return {
    lang: document.documentElement.lang,
    titles: document.querySelectorAll("h1").length,
    icon: document.querySelector("link[rel=icon]").href,
    styled: all.filter(e => e.matches("[style], style")).map(start),
    scripts: [...document.scripts].filter(script => !script.src && !isData(script)).map(start),
    handlers: all.filter(e => [...e.attributes].some(({name}) => name.startsWith("on"))).map(start),
    twins: ids.filter((id, at) => ids.indexOf(id) !== at),
  };
}"""

STORED = """async () => ({
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  cookies: document.cookie,
  history: history.state,
  databases: (await indexedDB.databases()).map(d => d.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""

NOTHING: dict[str, Any] = {
    "local": [],
    "session": [],
    "cookies": "",
    "history": None,
    "databases": [],
    "caches": [],
    "workers": 0,
}


class Visit(Struct, dict=True):  # Playwright keeps by what it was told to listen
    """All that a browser notices while it opens a page and lets the page come to rest."""

    complaints: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)

    def add_request(self, request: Request) -> None:
        """Write down what the page asks for."""
        self.requests.append(request)

    def add_response(self, response: Response) -> None:
        """Write down what the page gets."""
        self.responses.append(response)

    def forget(self) -> None:
        """Let what happened so far be forgotten."""
        for noticed_things in (self.complaints, self.requests, self.responses):
            noticed_things.clear()

    def listen(self, page: Page) -> None:
        """Write down what happens on the page from now on."""
        page.on("console", lambda message: self.complaints.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        page.on("request", self.add_request)
        page.on("response", self.add_response)


def open_fresh(new_context: CreateContextCallback, path: str) -> tuple[Page, Visit]:
    """Open a page with an empty cache."""
    page, visit = new_context().new_page(), Visit()
    visit.listen(page)
    page.goto(path, wait_until="networkidle")
    return page, visit


def noticed(page: Page, visit: Visit, base_url: str, icon: str) -> list[str]:
    """Return what is wrong with what the browser noticed while it opened a page."""
    faults = list(visit.complaints)
    faults += [f"asks {r.url} elsewhere" for r in visit.requests if not r.url.startswith(f"{base_url}/")]
    faults += [f"{r.status} for {r.url}" for r in visit.responses if r.status != 200]
    faults += [
        f"asks {r.url} too early"
        for r in visit.requests
        if r.resource_type not in EXPECTED_KINDS and r.url != icon
    ]
    if (stored := page.evaluate(STORED)) != NOTHING or page.context.cookies():
        faults.append(f"stores {stored}, {page.context.cookies()}")
    return faults


@cache
def _packed(body: bytes) -> int:
    """Return how many bytes are sent for a file; most files come with every page."""
    return len(gzip.compress(body, 6))


def weighed(responses: list[Response], icon: str, icon_body: bytes) -> list[str]:
    """Return what is too much on a first view; a browser with tabs asks for the icon too."""
    bodies = {icon: icon_body} | {response.url: response.body() for response in responses}
    size = sum(_packed(body) for body in bodies.values())
    if len(bodies) <= MOST_REQUESTS and size <= MOST_BYTES:
        return []
    return [f"{size} bytes in {len(bodies)} requests"]


def unclean(about: dict[str, Any], lang: str, html: str) -> list[str]:
    """Return what should not stand in the HTML of a page."""
    faults = [
        f"{kind}: {fault}" for kind in ("styled", "scripts", "handlers", "twins") for fault in about[kind]
    ]
    if about["lang"] != lang or about["titles"] != 1:
        faults.append(f"lang={about['lang']}, {about['titles']} h1")
    if " style=" in html:
        faults.append("style= in the HTML")
    return faults


@pytest.mark.parametrize("path", CONTENT_PAGES.values())
def test_the_search_comes_when_the_reader_reaches_for_it_and_only_in_the_language_of_the_page(
    new_context: CreateContextCallback, path: str
) -> None:
    page, visit = open_fresh(new_context, path)
    before = {request.url for request in visit.requests}
    with page.expect_response(lambda response: response.url.endswith(".json")):
        page.get_by_role("searchbox").focus()
    page.wait_for_load_state("networkidle")
    asked = [r.url for r in visit.requests if PARTS.search(r.url)]
    assert not before & set(asked)
    assert not [url for url in asked if url.endswith(f"/stemmer-{other(language_of(path))}.mjs")]
    indexes = [url for url in asked if url.endswith(".json")]
    assert [path_of(url) for url in indexes] == [f"/assets/search/{language_of(path)}.json"]
    assert any(url.endswith(".mjs") for url in asked)
    assert visit.complaints == []


def test_nothing_is_stored_and_no_typed_word_gets_into_an_address_while_a_reader_uses_a_page(
    page: Page, words: dict[str, dict[str, str]], lang: str
) -> None:
    visit = Visit()
    visit.listen(page)
    page.goto(CONTENT_PAGES[lang])
    page.get_by_role("searchbox").fill("second opinion")
    results = page.get_by_role("search").get_by_role("listitem").get_by_role("link")
    expect(results.first).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.get_by_role("main").locator("button[popovertarget]").first.click()
    page.get_by_role("main").locator("summary").last.click()
    language_link(page, words, lang).click()
    page.wait_for_load_state()
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []
    page.go_back()
    assert page.evaluate(STORED) == NOTHING
    assert [r.url for r in visit.requests if "opinion" in r.url.split("/", 3)[3]] == []
    assert visit.complaints == []
