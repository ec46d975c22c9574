"""The cost estimate as a reader meets it: questions by their words, answers by theirs."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from browser.reader import CONTENT_PAGES
from second_opinion.data.cost_questions import QUESTIONS, Typed
from support import ROOT, read_values

Words = dict[str, dict[str, str]]
TEXTS: dict[str, dict[str, Any]] = read_values(ROOT / "data/cost-estimate.yml")
FIELDS = [question.field for question in QUESTIONS if question.answers]

# The words of the answer to a question: `field_value` where it has words of its own.
COMMON = {True: "yes", False: "no", "unknown": "unknown"}  # 0, like False, is "no"
VALUES = {("tariff", "below"): "default", ("compulsory_deductible", "usual"): "default"}
NUMBERS = {
    question.field: answer.words
    for question in QUESTIONS
    for answer in question.answers
    if isinstance(answer, Typed)
}

# Answer questions as fast as a script can: `given` has the value of the choice and what is typed, by field.
ANSWER = """(section, given) => {
  for (const [field, [choice, typed]] of Object.entries(given)) {
    const question = section.querySelector(`[data-field=${field}]`);
    [...question.querySelectorAll("[type=radio]")].find(e => e.value === choice).click();
    if (!typed) continue;
    const input = question.querySelector("[type=text]");
    input.value = typed;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}"""

# Type something wrong, send it, and put it right again: what is said about it meanwhile, and whether it is gone.
MISTYPE = """(section, [field, typed]) => {
  const question = section.querySelector(`[data-field=${field}]`), input = question.querySelector("[type=text]");
  const summary = section.querySelector("[role=group]"), right = input.value;
  const send = text => {
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    section.querySelector("[type=submit]").click();
  };
  send(typed);
  const said = [summary.innerText, question.innerText, document.activeElement === summary];
  send(right);
  return [...said, !summary.checkVisibility()];
}"""


def words_of(part: str, lang: str) -> dict[str, str]:
    """Return the words of the form or of the answer in one language."""
    return {name: both[lang] for name, both in TEXTS[part].items()}


class CostPage:
    """The page with the estimate in one language."""

    def __init__(self, page: Page, lang: str) -> None:
        """Open the page at the estimate."""
        self.page, self.lang = page, lang
        self.form, self.says = words_of("form", lang), words_of("answer", lang)
        self.whole = page.locator(".cost")
        self.answer = self.whole.get_by_role("status").first
        self.errors = self.whole.get_by_role("group", name=self.form["errors"], exact=True)

    def open(self) -> CostPage:
        """Go to the page, and wait until the estimate works."""
        self.page.goto(CONTENT_PAGES[self.lang])
        self.whole.scroll_into_view_if_needed()
        return self.works()

    def works(self) -> CostPage:
        """Wait until the estimate works: it looks the same before that."""
        expect(self.whole).to_have_attribute("data-is-attached", "yes")
        return self

    def question(self, field: str) -> Locator:
        """Return a question with its answers."""
        name = re.escape(self.form[field]).replace(r"\{year\}", r"\d{4}")
        return self.whole.get_by_role("group", name=re.compile(f"^{name}$"))

    def chip(self, field: str) -> Locator:
        """Return the answer to a question in the line of what is usual."""
        return self.whole.locator(f"button[data-of={field}]")

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
        return self.whole.get_by_role("button", name=(self.says | self.form)[name], exact=True)

    def give(self, field: str, value: object) -> None:
        """Answer a question; a number is typed as the language writes it."""
        if typed := self._typed(field, value):
            self.number(field).fill(typed)
        else:
            self.choice(field, value).check()

    def _typed(self, field: str, value: object) -> str:
        is_number = field in NUMBERS and isinstance(value, (int, float)) and not isinstance(value, bool)
        if not is_number or (field, value) == ("deductible_used", 0):
            return ""
        return str(value).replace(".", "," if self.lang == "nl" else ".")

    def give_all(self, known: dict[str, Any]) -> None:
        """Answer every question that has an answer here at once."""
        given = {}
        for field, value in known.items():
            typed = self._typed(field, value)
            said = str(value).lower() if isinstance(value, bool) else str(value)
            given[field] = ["number" if typed else VALUES.get((field, said), said), typed]
        self.whole.evaluate(ANSWER, given)

    def go_on(self) -> None:
        """Press the one main button, that checks all and leads to the answer."""
        self.whole.locator("button[type=submit]").click()

    def shown(self) -> list[str]:
        """Return the questions that can be seen."""
        fields: list[str] = self.whole.locator("fieldset").evaluate_all(
            "all => all.filter((e) => e.checkVisibility()).map((e) => e.dataset.field)"
        )
        return fields

    def mistype(self, field: str, typed: str) -> tuple[str, str, bool, bool]:
        """Send something wrong and then what stood there.

        Return what the summary and the question said about it, whether the summary had the focus, and whether it went.
        """
        summary, question, has_focus, is_gone = self.whole.evaluate(MISTYPE, [field, typed])
        return summary, question, has_focus, is_gone

    def row(self, line: str) -> Locator:
        """Return a line of the calculation by the code that the estimate gives it."""
        return self.whole.locator(f"[data-line={line}]")
