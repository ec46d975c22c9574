"""The cost estimate as a reader meets it: questions by their words, answers by theirs."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect
from ruamel.yaml import YAML

from browser.reader import CONTENT_PAGES
from second_opinion.data.cost_questions import QUESTIONS, Typed
from support import ROOT

Words = dict[str, dict[str, str]]
TEXTS: dict[str, dict[str, Any]] = YAML(typ="safe").load(ROOT / "data/cost-estimate.yml")
FIELDS = [question.field for question in QUESTIONS if question.answers]

# The words of the answer to a question: `field_value` where it has words of its own.
COMMON = {True: "yes", False: "no", "unknown": "unknown"}  # 0, like False, is "no"
NUMBERS = {
    question.field: answer.words
    for question in QUESTIONS
    for answer in question.answers
    if isinstance(answer, Typed)
}


def words_of(part: str, lang: str) -> dict[str, str]:
    """Return the words of the form or of the answer in one language."""
    return {name: both[lang] for name, both in TEXTS[part].items()}


class CostPage:
    """The page with the estimate in one language."""

    def __init__(self, page: Page, lang: str) -> None:
        """Open the page at the estimate."""
        self.page, self.lang = page, lang
        self.form, self.says = words_of("form", lang), words_of("answer", lang)
        self.whole = page.get_by_role("region", name=self.form["title"], exact=True)
        self.answer = self.whole.get_by_role("status").first
        self.errors = self.whole.get_by_role("group", name=self.form["errors"], exact=True)

    def open(self) -> CostPage:
        """Go to the page, and wait until the estimate works."""
        self.page.goto(CONTENT_PAGES[self.lang])
        self.whole.scroll_into_view_if_needed()
        expect(
            self.whole.get_by_text(self.says["progress"].split("{total}")[0].format(number=1))
        ).to_be_visible()
        return self

    def question(self, field: str) -> Locator:
        """Return a question with its answers."""
        return self.whole.get_by_role("group", name=self.form[field], exact=True)

    def choice(self, field: str, value: object) -> Locator:
        """Return the radio button for an answer."""
        own = f"{field}_{str(value).lower()}"
        if field in NUMBERS and isinstance(value, (int, float)) and (field, value) != ("deductible_used", 0):
            name = self.form[NUMBERS[field]]
        elif (field, value) == ("deductible_used", 0):
            name = self.form["deductible_used_nothing"]
        elif own in self.form:
            name = self.form[own]
        elif value in COMMON:
            name = self.form[COMMON[value]]
        else:
            name = str(value) if field == "year" else f"{value} {'euro' if self.lang == 'nl' else 'euros'}"
        is_whole = own != "compulsory_deductible_usual"  # its amount comes after it
        return self.question(field).get_by_role("radio", name=name, exact=is_whole)

    def number(self, field: str) -> Locator:
        """Return the text field of a question."""
        return self.question(field).get_by_role("textbox")

    def button(self, name: str) -> Locator:
        """Return a button by the name of its words."""
        return self.whole.get_by_role("button", name=self.form[name], exact=True)

    def give(self, field: str, value: object) -> None:
        """Answer a question; a number is typed as the language writes it."""
        is_number = field in NUMBERS and isinstance(value, (int, float)) and not isinstance(value, bool)
        if is_number and (field, value) != ("deductible_used", 0):
            self.number(field).fill(str(value).replace(".", "," if self.lang == "nl" else "."))
        else:
            self.choice(field, value).check()

    def give_all(self, known: dict[str, Any]) -> None:
        """Answer every question that has an answer here, in the view with all of them."""
        for field, value in known.items():
            self.give(field, value)

    def go_on(self) -> None:
        """Press the one main button."""
        self.whole.locator("button[type=submit]").click()

    def asked(self) -> str:
        """Return the question that is asked now; empty at the end."""
        shown = self.shown()
        assert len(shown) <= 1, shown
        return shown[0] if shown else ""

    def shown(self) -> list[str]:
        """Return the questions that can be seen."""
        fields: list[str] = self.whole.locator("fieldset").evaluate_all(
            "all => all.filter((e) => e.checkVisibility()).map((e) => e.dataset.field)"
        )
        return fields

    def fill_in(self, known: dict[str, Any]) -> list[str]:
        """Answer one question after the other, "I don't know" to what is not known; return what was asked."""
        asked = []
        while field := self.asked():
            asked.append(field)
            self.give(field, known.get(field, "unknown"))
            self.go_on()
        return asked

    def row(self, line: str) -> Locator:
        """Return a line of the calculation by the code that the estimate gives it."""
        return self.whole.locator(f"[data-line={line}]")
