"""The page for editing without Git: each change reaches the repository, and nothing else changes there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from msgspec import Struct
from playwright.sync_api import Browser, Page, ViewportSize

from browser.accessibility import RUN
from repositories import git
from support import ROOT, build, copy_project, read_values
from unit.spoiling import front
from upkeep.browser_repository import choose_repository, open_first_screen
from upkeep.serving import serve

BRAND = "brands/voorbeeld-kankercentrum"
TEXTS = (  # what the walk reads and changes, beside one source and one word: a browser writes many files slowly
    "data/*.yml",
    *(f"{BRAND}/docs/nl/*.md", f"{BRAND}/tools/*.yml", f"{BRAND}/brand.yml"),
)
PAGES, SOURCES, WORDS = "docs/nl/*.md", "data/sources/*.yml", "data/glossary/*.yml"
OWN_LINES = """# Onze vragen
parts:
  - id: our-desk # ons loket
    title: { nl: Aan ons loket, en: For our desk }
    lines:
      - { id: our-room, nl: "Waar meld ik mij?", en: Where do I go first? } # bij de balie
"""
TALL: ViewportSize = {"width": 1280, "height": 4000}  # the CMS makes a field when it is seen
COARSE = 0.1  # pixels for one of CSS: nobody looks at the picture, and so large a one takes long to draw
# Without what is drawn anew at each step, or together with what shines through it.
PLAIN = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`html { opacity: 0 !important }
    *, ::before, ::after, ::backdrop {
      animation: none !important; transition-duration: 0s !important; will-change: auto !important;
      filter: none !important; backdrop-filter: none !important; mask: none !important;
      box-shadow: none !important; border-radius: 0 !important;
    }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
AS_IT_IS = "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); }"
CHECK = """checked:
  - role: arts
    name: A. Voorbeeld
    date: 2026-11-26
    text: "01234567" """  # as someone wrote it by hand
# What axe finds that the CMS writes itself, into which we put no elements: by screen the rule, and why it stands.
OF_THE_CMS = {
    "the first screen": {
        "landmark-one-main": "the CMS has no main part until it has found its language",
        "region": "the CMS has no landmark around its ways to sign in",
    },
    "a form": {
        "landmark-one-main": "the CMS has no main part around a form",
        "page-has-heading-one": "the CMS names the file beside its form, and in no heading",
        "region": "the same",
    },
}
ALL_RULES = {"resultTypes": ["violations"], "preload": False}
SAVED = """async ([path, before]) => {
  const names = path.split("/"), name = names.pop();
  let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("repository");
  for (const each of names) folder = await folder.getDirectoryHandle(each);
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await (await folder.getFileHandle(name)).getFile();
    const text = await found.text().catch(() => before); // while it is written nobody can read it
    if (text !== before) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return before;
}"""


class Editor:
    """Someone who edits in a browser, with a folder of the browser as the repository."""

    def __init__(self, page: Page, address: str, repository: Path) -> None:
        """Choose the repository on the first screen."""
        self._page, self._address, self._repository = page, address, repository
        choose_repository(page)

    def _unfold(self, field: str) -> None:
        """Open each group, or first one of a list, in which a field stands folded."""
        parts = field.split(".")
        for end in range(1, len(parts)):
            above, last = ".".join(parts[: end - 1]), parts[end - 1]
            inside = f'[data-key-path="{above}"] button[aria-controls$="item-{last}-body"]'
            group = f'[data-key-path="{".".join(parts[:end])}"] .wrapper > .header button[aria-expanded]'
            button = self._page.locator(inside if last.isdigit() else group).first
            self._page.locator(f'[data-key-path="{parts[0]}"]').first.wait_for()
            if button.count() and button.get_attribute("aria-expanded") == "false":
                button.click()

    def change(self, kind: str, file: str, field: str, new: str) -> tuple[str, str]:
        """Change a field of a file, save, and return the two lines of the difference."""
        page = self._page
        page.goto(f"{self._address}/edit/#/collections/{kind}/entries/{Path(file).stem}")
        self._unfold(field)
        asked = page.locator(f'[data-key-path="{field}"]').locator("input, textarea").first
        asked.fill(new.format(asked.input_value()))
        asked.blur()
        before = (self._repository / file).read_text("utf-8")
        page.get_by_role("button", name="Opslaan", exact=True).click()
        page.wait_for_url(lambda url: "/entries/" not in url)  # it goes back to the list
        after = page.evaluate(SAVED, [file, before])
        (self._repository / file).write_text(after, "utf-8", newline="\n")
        return self._difference(file)

    def _difference(self, file: str) -> tuple[str, str]:
        told = git(self._repository, "diff", "--unified=0").splitlines()
        changed = [line for line in told if line[:1] in "+-" and line[:4] not in ("+++ ", "--- ")]
        assert [line[0] for line in changed] == ["-", "+"], told
        assert git(self._repository, "diff", "--name-only").split() == [file]
        git(self._repository, "commit", "--quiet", "--all", "--message=change")
        return changed[0][1:], changed[1][1:]


def shortest(repository: Path) -> str:
    """Return the shortest Dutch page of a repository, in which a program types quickly."""
    pages = {file: file.read_text("utf-8") for file in (repository / "docs/nl").glob("*.md")}
    file = min(pages, key=lambda page: len(pages[page].partition("\n---\n")[2]))
    return file.relative_to(repository).as_posix()


def first(repository: Path, files: str) -> str:
    """Return the first of the files that a pattern names in a repository."""
    return min(repository.glob(files)).relative_to(repository).as_posix()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a scratch repository with the real texts, and the packages of the page."""
    root = copy_project(tmp_path_factory.mktemp("editing") / "project")
    front(shortest(root), "checked", CHECK)(root)
    (root / BRAND / "tools").mkdir()
    (root / BRAND / "tools/my-questions.yml").write_text(OWN_LINES, "utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "docs", "data", "brands")
    git(root, "commit", "--quiet", "--message=start")
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    return root


@pytest.fixture(scope="module")
def address(repository: Path) -> Iterator[str]:
    """Return the address of a preview with the page."""
    built = build(repository, site="preview", env={"PREVIEW": "1", "BRAND": BRAND})
    assert built.returncode == 0, built.stderr
    with serve(repository / "preview") as served:
        yield served


class Opened(Struct, frozen=True):
    """The page for editing as it stands open, what axe said of its first screen, what it asked for and told."""

    tab: Page
    editor: Editor
    first_screen: set[str]
    asked: list[str]
    broken: list[str]


@pytest.fixture(scope="module")
def coarse(
    launch_browser: Callable[..., Browser], browser_type_launch_args: dict[str, Any]
) -> Iterator[Browser]:
    """Return a browser on a screen of few pixels: one that only takes them for fewer draws them all."""
    scale = f"--force-device-scale-factor={COARSE}"
    browser = launch_browser(args=[*browser_type_launch_args["args"], scale])
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def opened(coarse: Browser, address: str, repository: Path) -> Iterator[Opened]:
    """Open the page in an English browser, as its words are Dutch all the same, and look at its first screen."""
    with coarse.new_context(
        locale="en-US", viewport=TALL, device_scale_factor=COARSE, reduced_motion="reduce"
    ) as context:
        tab = context.new_page()
        asked: list[str] = []
        broken: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda told: broken.append(told.text) if told.type == "error" else None)
        one_of_many = [shortest(repository), *(first(repository, files) for files in (PAGES, SOURCES, WORDS))]
        open_first_screen(tab, address, repository, [*TEXTS, *one_of_many])
        first_screen = rules_broken(tab)
        tab.evaluate(PLAIN)
        yield Opened(tab, Editor(tab, address, repository), first_screen, asked, broken)


def test_a_sentence_a_check_a_date_an_amount_and_a_source_change_alone(
    opened: Opened, address: str, repository: Path
) -> None:
    editor = opened.editor

    page = shortest(repository)
    was, now = editor.change("pages-nl", page, "body", "{} Een zin erbij.")
    assert now == f"{was} Een zin erbij."
    was, now = editor.change("pages-nl", page, "checked.0.name", "B. Voorbeeld")
    assert (was, now) == ("    name: A. Voorbeeld", "    name: B. Voorbeeld")
    was, now = editor.change("pages-nl", page, "checked.0.text", "89abcdef")
    assert (was.strip(), now.strip()) == ('text: "01234567"', 'text: "89abcdef"')
    was, now = editor.change("pages-nl", page, "next_check", "2031-02-03")
    assert was.startswith("next_check: ")
    assert now == "next_check: 2031-02-03"
    year = "2026-01-01"
    was, now = editor.change("deductible", "data/deductible.yml", f"compulsory.{year}.euro", "1{}")
    assert now == was.replace("euro: ", "euro: 1")
    was, now = editor.change("sources", first(repository, SOURCES), "title", "{} (nieuw)")
    assert now in (f"{was} (nieuw)", f'{was[:-1]} (nieuw)"')

    assert opened.broken == []
    assert [url for url in opened.asked if not url.startswith((address, "data:", "blob:"))] == []


def test_a_line_of_each_other_kind_of_file_changes_alone(opened: Opened, repository: Path) -> None:
    first_word = next(iter(read_values(repository / "data/interface.yml")))
    for kind, file, field in (
        ("lists", "data/my-questions.yml", "parts.0.lines.0.nl"),
        ("lists", "data/two-opinions.yml", "parts.0.lines.0.en"),
        ("lists", "data/my-steps.yml", "lead.nl"),
        ("lists", "data/letters.yml", "fields.0.nl"),
        ("lists", "data/what-to-say.yml", "parts.0.title.nl"),
        ("words", "data/interface.yml", f"{first_word}.nl"),
        ("drawing", "data/who-does-what.yml", "steps.0.nl"),
        ("glossary", first(repository, WORDS), "nl.text"),
        ("own_docs-nl", first(repository, f"{BRAND}/docs/nl/*.md"), "description"),
        ("own_lists", f"{BRAND}/tools/my-questions.yml", "parts.0.lines.0.nl"),
        ("own_brand", f"{BRAND}/brand.yml", "name.nl"),
        ("drawing", "data/studies.yml", "entries.0.title.nl"),
        ("drawing", "data/cost-examples.yml", "entries.0.nl"),
    ):
        was, now = opened.editor.change(kind, file, field, "{} X")
        assert (now != was, now.replace(" X", "", 1)) == (True, was), file
    assert opened.broken == []


def test_what_is_not_accessible_is_of_the_cms_itself(opened: Opened, address: str, repository: Path) -> None:
    found = {"the first screen": opened.first_screen}
    page = min((repository / "docs/nl").glob("*.md")).stem
    opened.tab.goto(f"{address}/edit/#/collections/pages-nl/entries/{page}")
    opened.tab.locator('[data-key-path="title"]').locator("input, textarea").first.wait_for()
    opened.tab.evaluate(AS_IT_IS)
    found["a form"] = rules_broken(opened.tab)
    assert {screen: rules for screen, rules in found.items() if rules - {*OF_THE_CMS[screen]}} == {}


def rules_broken(page: Page) -> set[str]:
    """Return the rules of axe, all of them, that a page does not keep as it stands."""
    page.evaluate(AXE_SCRIPT)
    return {violation["id"] for violation in page.evaluate(RUN, ["html", ALL_RULES])}
