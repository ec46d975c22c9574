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
VALUES = {("tariff", "below"): "default", ("compulsory_deductible", "usual"): "default"}
NUMBERS = {
    question.field: answer.words
    for question in QUESTIONS
    for answer in question.answers
    if isinstance(answer, Typed)
}

# Answer questions as fast as a script can: `given` has the value of the choice and what is typed, by field. With
# `walks` those that are asked, one after the other, until none is left; the fields are returned.
ANSWER = """(section, [given, walks]) => {
  const questions = [...section.querySelectorAll("fieldset")], asked = [];
  const answer = question => {
    const [choice, typed] = given[question.dataset.field];
    [...question.querySelectorAll("[type=radio]")].find(e => e.value === choice).click();
    if (typed) {
      const input = question.querySelector("[type=text]");
      input.value = typed;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
    asked.push(question.dataset.field);
  };
  if (!walks) questions.filter(e => e.dataset.field in given).forEach(answer);
  for (let now; walks && (now = questions.find(e => e.checkVisibility()));) {
    if (asked.includes(now.dataset.field)) throw new Error(`${now.dataset.field}: ${section.innerText}`);
    answer(now);
    section.querySelector("[type=submit]").click();
  }
  return asked;
}"""

# Type something wrong, send it, and put it right again: what is said about it meanwhile, and whether it is gone.
MISTYPE = """(section, [field, typed]) => {
  const question = section.querySelector(`[data-field=${field}]`), input = question.querySelector("[type=text]");
  const summary = section.querySelector("form > [role=group]"), right = input.value;
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
        if typed := self._typed(field, value):
            self.number(field).fill(typed)
        else:
            self.choice(field, value).check()

    def _typed(self, field: str, value: object) -> str:
        is_number = field in NUMBERS and isinstance(value, (int, float)) and not isinstance(value, bool)
        if not is_number or (field, value) == ("deductible_used", 0):
            return ""
        return str(value).replace(".", "," if self.lang == "nl" else ".")

    def _answered(self, known: dict[str, Any], *, walks: bool) -> list[str]:
        given = {}
        for field, value in known.items():
            typed = self._typed(field, value)
            said = str(value).lower() if isinstance(value, bool) else str(value)
            given[field] = ["number" if typed else VALUES.get((field, said), said), typed]
        asked: list[str] = self.whole.evaluate(ANSWER, [given, walks])
        return asked

    def give_all(self, known: dict[str, Any]) -> None:
        """Answer every question that has an answer here at once, in the view with all of them."""
        self._answered(known, walks=False)

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
        """Be led through the questions at once, "I don't know" to what is not known; return what was asked."""
        return self._answered(dict.fromkeys(FIELDS, "unknown") | known, walks=True)

    def fill_in_by_hand(self, known: dict[str, Any]) -> list[str]:
        """Do the same as a reader does, who finds each question and each answer by its words."""
        asked = []
        while field := self.asked():
            asked.append(field)
            self.give(field, known.get(field, "unknown"))
            self.go_on()
        return asked

    def mistype(self, field: str, typed: str) -> tuple[str, str, bool, bool]:
        """Send something wrong and then what stood there.

        Return what the summary and the question said about it, whether the summary had the focus, and whether it went.
        """
        summary, question, has_focus, is_gone = self.whole.evaluate(MISTYPE, [field, typed])
        return summary, question, has_focus, is_gone

    def row(self, line: str) -> Locator:
        """Return a line of the calculation by the code that the estimate gives it."""
        return self.whole.locator(f"[data-line={line}]")
