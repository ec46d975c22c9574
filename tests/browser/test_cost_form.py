"""The cost estimate on the page, as readers use it: by hand, by keyboard, on a phone, on paper, with mistakes.

What it works out, which questions matter and what each answer says is held without a browser, in tests/unit.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from browser.accessibility import Accessibility
from browser.changed_site import PRICE_LIST
from browser.cost_page import FIELDS, CostPage
from browser.reader import CONTENT_PAGES, DESK, LANGUAGES, PHONE, ZOOMED, path_of
from browser.tabs import Tabs
from browser.test_first_view import NOTHING, STORED, Visit
from browser.test_fits import SPACE_TEXT, faults_on, unfold
from second_opinion.data.cost_questions import QUESTIONS

ALWAYS_ASKED = [question.field for question in QUESTIONS if question.is_open]
CHIPS = [question.field for question in QUESTIONS if question.has_chip]
# A hard case: no contract, a tariff below the bill, a voluntary deductible of which a part is used.
HARD = {
    "contracted": False,
    "bill": 1200,
    "reimbursed_percentage": 70,
    "tariff": 1000,
    "percentage_of": "bill",
    "deductible_used": 100,
    "voluntary_deductible": 300,
}
AFTER_ALL = 5000  # milliseconds, long after every pause

# Where every piece of the text and of the form stands that can be seen, and what it says.
PIECES = "h1, h2, h3, h4, p, li, label, legend, button, table, output"
PLACES = f"""() => [...document.querySelectorAll("main :is({PIECES})")]
  .filter(e => e.checkVisibility({{visibilityProperty: true}}) && e.getClientRects().length)
  .filter(e => e.textContent.trim() && !e.closest("nav"))
  .map(e => [e.tagName, e.textContent.trim(), e.getBoundingClientRect()])
  .map(([name, text, box]) => [name, text, Math.round(box.top + scrollY), Math.round(box.left)])"""


@pytest.fixture(params=LANGUAGES)
def cost_in_each(request: pytest.FixtureRequest, tab: Page) -> CostPage:
    """Return the estimate in each language, ready to be used, for what the languages write in their own way."""
    return CostPage(tab, request.param).open()


@pytest.fixture
def cost(tab: Page, lang: str) -> CostPage:
    """Return the estimate, ready to be used, in one language."""
    return CostPage(tab, lang).open()


def box(element: Locator) -> Any:
    """Return where an element stands."""
    return element.bounding_box()


def legend_of(cost: CostPage) -> list[str]:
    """Return what the bar says in words."""
    return [
        " ".join(text.split()) for text in cost.whole.locator(".cost-under .bar-legend li").all_inner_texts()
    ]


@pytest.mark.parametrize(("lang", "size"), [("nl", PHONE), ("en", DESK)], ids=["phone", "desk"])
def test_the_answer_stands_there_before_any_script_and_nothing_moves_or_changes_when_they_come(
    open_tab: Tabs, lang: str, size: ViewportSize
) -> None:
    page = open_tab(viewport=size)
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/site.mjs", hold)
    page.goto(f"{CONTENT_PAGES[lang]}#estimate", wait_until="commit")
    cost = CostPage(page, lang)
    expect(cost.whole).to_have_role("region")
    expect(cost.whole).to_have_accessible_name(cost.form["title"])
    expect(cost.answer).to_contain_text(cost.says["says_at_most"].split("{")[0].strip())
    expect(page.get_by_text(cost.form["instead"])).to_be_hidden()
    expect(page.get_by_role("contentinfo")).to_be_attached()
    assert cost.shown() == ALWAYS_ASKED
    assert cost.whole.locator("button[data-of]").count() == len(CHIPS)
    before = page.evaluate(PLACES)
    waiting[0].continue_()
    cost.whole.scroll_into_view_if_needed()
    cost.works()
    assert page.evaluate(PLACES) == before


def test_a_case_without_contract_is_answered_at_a_glance_to_the_cent(cost_in_each: CostPage) -> None:
    cost = cost_in_each
    expect(cost.question("bill")).to_be_hidden()
    cost.give("contracted", False)
    for field, value in {"bill": 800.5, "reimbursed_percentage": 62.5, "tariff": "below"}.items():
        cost.give(field, value)
    cost.give("deductible_used", 0)
    cost.give("voluntary_deductible", 0)
    cost.go_on()
    amounts = ("685,19", "385", "300,19", "115,31")
    total, charged, gap, insurer = (
        amount if cost.lang == "nl" else amount.replace(",", ".") for amount in amounts
    )
    expect(cost.answer).to_contain_text(total)
    expect(cost.whole.get_by_role("heading", name=cost.form["heading"], exact=True)).to_be_focused()
    shown = legend_of(cost)
    parts = ("part_deductible_charged", "part_gap", "part_insurer")
    assert [text.startswith(f"{cost.says[part]}: ") for part, text in zip(parts, shown, strict=True)] == [
        True
    ] * 3
    assert [amount in text for amount, text in zip((charged, gap, insurer), shown, strict=True)] == [True] * 3
    drawn = [box(rect)["width"] for rect in cost.whole.locator(".cost-bar .bar rect").all()]
    assert [width > 0 for width in drawn] == [True] * 3
    cost.whole.get_by_text(cost.form["calculation"], exact=True).first.click()
    for line, amount in {"patient": total, "gap": gap, "insurer": insurer}.items():
        expect(cost.row(line).get_by_role("cell")).to_contain_text(amount)


def test_a_hard_case_is_worked_out_line_by_line_each_with_why_its_source_and_whom_to_ask(
    cost: CostPage,
) -> None:
    cost.button("all_questions").click()
    assert cost.shown() == FIELDS
    expect(cost.question(FIELDS[0])).to_be_focused()
    cost.give_all(HARD)
    cost.go_on()
    expect(cost.answer).to_contain_text("1.085 euro" if cost.lang == "nl" else "1,085 euros")
    cost.whole.get_by_text(cost.form["calculation"], exact=True).first.click()
    row = cost.row("deductible_charged")
    row.locator("summary").click()
    expect(row.get_by_text(cost.says["why_deductible_charged"], exact=True)).to_be_visible()
    expect(row.get_by_text(cost.says["source"]).first).to_be_visible()
    cost.give("deductible_used", "unknown")
    cost.go_on()
    row = cost.row("used")
    row.locator("summary").click()
    expect(row).to_contain_text(cost.form["ask_insurer"])
    cost.give("age", "child")
    expect(cost.question("deductible_used")).to_contain_text(cost.says["not_counted"])
    expect(cost.question("bill")).not_to_contain_text(cost.says["not_counted"])
    cost.button("few_questions").click()
    expect(cost.question("age")).to_be_hidden()
    expect(cost.chip("age")).to_contain_text(f"{cost.form['chip_age_child']} {cost.says['differs']}")


def test_a_chip_opens_its_question_in_place_says_what_differs_and_is_found_again(cost: CostPage) -> None:
    chip, question, change = cost.chip("referral"), cost.question("referral"), cost.form["change"]
    expect(chip).to_have_accessible_name(re.compile(f"^{cost.form['chip_referral_true']} ?, {change}$"))
    expect(chip).to_have_attribute("aria-expanded", "false")
    chip.click()
    expect(chip).to_have_attribute("aria-expanded", "true")
    expect(question).to_be_focused()
    assert box(cost.question("contracted"))["y"] < box(chip)["y"] < box(question)["y"]
    cost.give("referral", False)
    expect(cost.answer).to_have_text(cost.says["says_whole_unknown"])
    changed = re.escape(f"{cost.form['chip_referral_false']} {cost.says['differs']}")
    expect(chip).to_have_accessible_name(re.compile(f"^{changed} ?, {change}$"))
    expect(cost.whole.get_by_role("listitem").filter(has_text=cost.says["mind_no_referral"])).to_be_visible()
    cost.page.keyboard.press("Escape")
    expect(chip).to_be_focused()
    expect(question).to_be_hidden()
    cost.chip("bill").click()
    cost.give("bill", 650)
    cost.button("close").click()
    expect(cost.chip("bill")).to_be_focused()
    expect(cost.chip("bill")).to_contain_text("650 euro")


@pytest.mark.parametrize("size", [PHONE, {"width": 390, "height": 664}, DESK], ids=["phone", "low", "desk"])
def test_the_button_leads_to_the_answer_which_takes_at_most_a_quarter_of_the_window(
    open_tab: Tabs, lang: str, size: ViewportSize
) -> None:
    cost = CostPage(open_tab(viewport=size), lang).open()
    page, panel = cost.page, cost.whole.locator(".cost-result")
    button = cost.whole.locator("button[type=submit]")
    for larger_text in (False, True):
        if larger_text:
            page.evaluate("() => document.documentElement.style.fontSize = '200%'")
        cost.give("deductible_used", "unknown" if larger_text else 0)
        button.evaluate("e => e.scrollIntoView({ block: 'end' })")
        if box(panel)["height"] * 4 > size["height"]:
            expect(panel).not_to_be_in_viewport()
        before = page.evaluate("() => scrollY")
        cost.go_on()
        expect(cost.answer).to_be_in_viewport(ratio=1)
        assert page.evaluate("() => scrollY") < before


def place_of(question: Locator) -> float:
    """Return how far below the top of the window a question stands."""
    top: float = question.evaluate("e => e.getBoundingClientRect().top")
    return top


def test_what_an_answer_brings_comes_below_it_and_the_reader_stays_where_they_are(open_tab: Tabs) -> None:
    cost = CostPage(open_tab(viewport=PHONE), "nl").open()
    for field, value, brought in [
        ("contracted", False, ["bill", "reimbursed_percentage", "percentage_of", "tariff"]),
        ("place", "abroad", ["cover_abroad"]),
    ]:
        if field in CHIPS:
            cost.chip(field).click()
        question = cost.question(field)
        question.evaluate("e => e.scrollIntoView({ block: 'center' })")
        before = place_of(question)
        cost.give(field, value)
        expect(cost.choice(field, value)).to_be_focused()
        assert abs(place_of(question) - before) < 2, field
        said = cost.whole.get_by_role("status").nth(1)
        for other in brought:
            expect(cost.question(other)).to_be_visible()
            assert place_of(cost.question(other)) > before, other
            expect(said).to_contain_text(cost.form[other])
    expect(cost.question("contracted")).to_be_hidden()
    cost.button("close").click()
    assert place_of(cost.chip("place")) < place_of(cost.question("cover_abroad"))


def test_what_does_not_count_is_only_shown_with_all_questions(cost: CostPage) -> None:
    cost.chip("referral").click()
    cost.give("referral", False)
    for field in ALWAYS_ASKED:
        expect(cost.question(field)).to_be_hidden()
    expect(cost.chip("repeat")).to_be_hidden()
    cost.button("all_questions").click()
    for field in ALWAYS_ASKED:
        expect(cost.question(field)).to_contain_text(cost.says["not_counted"])


def test_below_the_answer_stands_what_to_do_next_and_what_is_needed_leads_to_its_question(
    cost_in_each: CostPage,
) -> None:
    cost = cost_in_each
    cost.give("deductible_used", 100)
    cost.give("voluntary_deductible", 0)
    expect(cost.whole.get_by_role("link", name=cost.says["next_contracted"], exact=True)).to_be_visible()
    needed = cost.whole.get_by_role("button", name=cost.form["bill_short"], exact=True)
    said = needed.locator("xpath=..").text_content() or ""
    assert said.startswith(f"{cost.says['still_needed']} {cost.form['bill_short']}")
    needed.click()
    expect(cost.question("bill")).to_be_focused()
    cost.chip("referral").click()
    cost.give("referral", False)
    cost.go_on()
    step = cost.whole.get_by_role("link", name=cost.says["next_referral"], exact=True)
    expect(step).to_be_in_viewport()
    step.click()
    expect(cost.page.locator("#no-referral")).to_be_in_viewport()


def test_an_amount_goes_with_its_answer_and_too_much_is_told(cost: CostPage) -> None:
    cost.give("voluntary_deductible", 0)
    cost.give("deductible_used", 500)
    amount = "385 euro" if cost.lang == "nl" else "385 euros"
    expect(cost.question("deductible_used")).to_contain_text(cost.says["used_above"].format(whole=amount))
    cost.give("deductible_used", 0)
    expect(cost.number("deductible_used")).to_have_value("")
    expect(cost.question("deductible_used")).not_to_contain_text(amount)


def test_who_is_not_insured_is_led_to_the_section_about_that(cost: CostPage) -> None:
    cost.chip("insured").click()
    cost.give("insured", False)
    expect(cost.answer).to_have_text(cost.says["says_not_insured"])
    cost.whole.get_by_role("link", name=cost.says["not_insured_link"], exact=True).click()
    expect(cost.page.locator("#not-insured")).to_be_in_viewport()


def test_the_answers_can_be_cleared_which_leads_back_to_the_usual_situation(cost: CostPage) -> None:
    usual, chips = cost.answer.inner_text(), cost.whole.locator("button[data-of]").all_inner_texts()
    cost.button("all_questions").click()
    cost.give_all(HARD | {"year": 2027, "referral": False})
    cost.go_on()
    expect(cost.answer).not_to_have_text(usual)
    answered = cost.answer.inner_text()
    cost.button("clear_answers").click()
    expect(cost.whole.get_by_role("status").nth(1)).to_have_text(cost.says["cleared"])
    cost.button("put_back").click()
    expect(cost.answer).to_have_text(answered)
    expect(cost.number("bill")).to_have_value("1200")
    cost.button("clear_answers").click()
    expect(cost.answer).to_have_text(usual)
    assert cost.whole.locator("button[data-of]").all_inner_texts() == chips
    assert cost.shown() == ALWAYS_ASKED
    assert [field.input_value() for field in cost.whole.locator("[type=text]").all()] == [""] * 5


def test_an_amount_that_is_only_expected_is_said_at_the_answer(cost: CostPage) -> None:
    cost.chip("year").click()
    cost.give("year", 2027)
    asked = cost.form["deductible_used"].format(year=2027)
    expect(cost.whole.get_by_role("group", name=asked, exact=True)).to_be_visible()
    expect(cost.question("deductible_used")).not_to_contain_text("2026")
    cost.give("deductible_used", 0)
    cost.give("voluntary_deductible", 0)
    cost.go_on()
    amount = "400 euro" if cost.lang == "nl" else "400 euros"
    said = cost.says["mind_expected"].split("{read}")[0].format(year=2027, euro=amount)
    expect(cost.whole.locator(".cost-mind").get_by_role("listitem").filter(has_text=said)).to_be_visible()
    at_most = cost.says["amount_at_most"].format(high=amount)
    assert legend_of(cost)[0].endswith(cost.says["expected"].format(amount=at_most))
    cost.chip("compulsory_deductible").click()
    name = cost.says["usual_amount"].format(amount=cost.says["expected"].format(amount=amount))
    expect(cost.question("compulsory_deductible").get_by_role("radio", name=name, exact=True)).to_be_checked()


def test_a_wrong_amount_is_said_at_the_field_and_in_a_summary_and_can_be_corrected(
    cost_in_each: CostPage,
) -> None:
    cost = cost_in_each
    cost.give_all({"contracted": False, "bill": 650, "reimbursed_percentage": 75})
    cost.number("bill").fill("-650")
    cost.number("reimbursed_percentage").fill("120")
    cost.go_on()
    expect(cost.errors).to_be_focused()
    expect(cost.errors.get_by_role("link")).to_have_count(2)
    expect(cost.number("bill")).to_have_attribute("aria-invalid", "true")
    expect(cost.number("bill")).to_have_accessible_description(cost.says["error_amount"])
    expect(cost.answer).to_have_text(cost.says["says_wrong"])
    cost.errors.get_by_role("link").first.click()
    expect(cost.number("bill")).to_be_focused()
    cost.number("bill").fill("€ 1.250,50")
    cost.number("reimbursed_percentage").fill("80%")
    shown = "1.250,50 euro" if cost.lang == "nl" else "1,250.50 euros"
    expect(cost.question("bill")).to_contain_text(cost.says["read_as"].format(amount=shown))
    cost.go_on()
    expect(cost.errors).to_be_hidden()
    expect(cost.chip("bill")).to_contain_text(shown)


MISTAKES = [
    ("bill", "1000001", "error_too_high"),
    ("bill", "12,34,5", "error_amount"),
    ("bill", "", "error_empty"),
    ("compulsory_deductible", "385,01", "error_too_high"),
    ("reimbursed_percentage", "62,555", "error_percentage"),
]


def test_each_mistake_in_a_number_has_its_own_message(cost: CostPage) -> None:
    cost.give_all(
        {"contracted": False, "bill": 650, "reimbursed_percentage": 75, "compulsory_deductible": 100}
    )
    for field, typed, error in MISTAKES:
        summary, question, has_focus, is_gone = cost.mistype(field, typed)
        said = cost.says[error].split("{")[0]
        assert (said in summary, said in question, has_focus, is_gone) == (True, True, True, True), typed


def test_a_page_that_the_browser_keeps_is_found_again_with_its_answers(cost: CostPage) -> None:
    expect(cost.whole.get_by_text(cost.form["stays"])).to_be_visible()
    cost.give_all({"deductible_used": 0, "voluntary_deductible": 0})
    answered = cost.answer.inner_text()
    for event in ("pagehide", "pageshow"):
        cost.page.evaluate(
            "e => window.dispatchEvent(new PageTransitionEvent(e, { persisted: true }))", event
        )
    expect(cost.answer).to_have_text(answered)
    expect(cost.choice("deductible_used", 0)).to_be_checked()


def test_leaving_the_page_forgets_every_answer_and_leaves_no_trace(cost: CostPage) -> None:
    usual = cost.answer.inner_text()
    length = cost.page.evaluate("() => history.length")
    cost.give_all(HARD)
    cost.chip("referral").click()
    cost.go_on()
    assert cost.page.url.endswith(CONTENT_PAGES[cost.lang])
    assert cost.page.evaluate("() => history.length") == length
    assert cost.page.evaluate(STORED) == NOTHING
    cost.page.goto("/")
    cost.page.go_back()
    cost.whole.scroll_into_view_if_needed()
    cost.works()
    expect(cost.answer).to_have_text(usual)
    assert [field.input_value() for field in cost.whole.locator("[type=text]").all()] == [""] * 5


def test_a_choice_is_answered_at_once_and_what_is_typed_after_a_pause_and_not_before(
    page: Page, lang: str
) -> None:
    page.clock.install(time=0)
    cost = CostPage(page, lang).open()
    cost.give_all({"bill": 650, "deductible_used": 0, "voluntary_deductible": 0})
    cost.page.clock.run_for(AFTER_ALL)
    expect(cost.answer).to_contain_text("385 euro")
    cost.page.clock.pause_at(3_600_000)
    cost.give("deductible_used", "all")
    expect(cost.answer).to_contain_text("0 euro")
    cost.give("deductible_used", 0)
    expect(cost.answer).to_contain_text("385 euro")
    cost.chip("bill").click()
    cost.number("bill").fill("")
    cost.number("bill").press_sequentially("123")
    expect(cost.answer).to_contain_text("385 euro")
    cost.page.clock.run_for(AFTER_ALL)
    expect(cost.answer).to_contain_text("123 euro")


def test_the_whole_estimate_works_by_keyboard_alone(cost: CostPage) -> None:
    keyboard = cost.page.keyboard
    cost.choice("contracted", True).focus()
    for key in ("Tab", "Space"):
        keyboard.press(key)
    expect(cost.choice("deductible_used", 0)).to_be_checked()
    for key in ("Tab", "Tab", "Space"):
        keyboard.press(key)
    expect(cost.choice("voluntary_deductible", 0)).to_be_checked()
    for _ in range(1 + CHIPS.index("repeat")):
        keyboard.press("Tab")
    expect(cost.chip("repeat")).to_be_focused()
    keyboard.press("Enter")
    expect(cost.question("repeat")).to_be_focused()
    keyboard.press("Escape")
    for _ in range(CHIPS.index("bill") - CHIPS.index("repeat")):
        keyboard.press("Tab")
    for key in ("Enter", "Tab", "Space", "Tab", *"650", "Enter"):
        keyboard.press(key)
    expect(cost.whole.get_by_role("heading", name=cost.form["heading"], exact=True)).to_be_focused()
    expect(cost.answer).to_contain_text("385 euro")


def test_a_page_to_take_along_is_copied_and_printed_in_dutch_too_with_its_date_and_address(
    new_context: CreateContextCallback,
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("window.print = () => window.dispatchEvent(new Event('beforeprint'))")
    cost = CostPage(page, "en").open()
    cost.give_all({"contracted": True, "bill": 650, "voluntary_deductible": 0})
    cost.button("copy_page").click()
    expect(cost.whole.get_by_role("status").last).to_have_text(cost.says["copied"])
    copied = page.evaluate("() => navigator.clipboard.readText()").replace("\u00a0", " ").split("\n")
    dutch = CostPage(page, "nl").says
    used = "ask_deductible_used"
    asked = CostPage(page, "nl").form
    for line in (
        f"{asked['sheet_title']} ({cost.form['sheet_title']})",
        f"{dutch['says_at_most'].format(high='385 euro')} ({cost.says['says_at_most'].format(high='385 euros')})",
        f"- {asked['contracted_short']} ({cost.form['contracted_short']}): {asked['yes']} ({cost.form['yes']})",
        f"- {asked['bill_short']} ({cost.form['bill_short']}): 650 euro (650 euros)",
        f"- {dutch['line_patient']} ({cost.says['line_patient']}): hooguit 385 euro (at most 385 euros)",
        f"{asked['ask_insurer']} ({cost.form['ask_insurer']})",
        f"- {dutch[used].format(year=2026)} ({cost.says[used].format(year=2026)})",
        page.locator("link[rel=canonical]").get_attribute("href"),
    ):
        assert line in copied, line
    today = page.evaluate(
        "() => ['nl', 'en-GB'].map(e => new Date().toLocaleDateString(e, {dateStyle: 'long'}))"
    )
    assert (
        copied[-2]
        == f"{dutch['sheet_made'].format(date=today[0])} ({cost.says['sheet_made'].format(date=today[1])})"
    )
    cost.button("print_page").click()
    page.emulate_media(media="print")
    sheet = cost.whole.locator(".cost-sheet")
    expect(sheet).to_be_visible()
    expect(sheet.locator("[lang=nl]").first).to_be_visible()
    bar = cost.whole.locator(".bar").filter(visible=True)
    expect(bar).to_have_count(1)
    assert place_of(bar) > place_of(sheet.get_by_text(asked["sheet_title"]))
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_paper_shows_the_answer_and_the_page_to_take_along_and_nothing_that_nobody_filled_in(
    cost: CostPage,
) -> None:
    heading = cost.page.locator(".body > h2:has(+ .with-form)")
    expect(heading).to_be_visible()
    cost.page.emulate_media(media="print")
    expect(cost.whole).to_be_hidden()
    expect(cost.page.locator(".with-form").first).to_be_hidden()
    expect(heading).to_be_hidden()
    cost.page.emulate_media(media="screen")
    cost.give_all({"bill": 650, "deductible_used": 0, "voluntary_deductible": 0})
    cost.go_on()
    cost.page.emulate_media(media="print")
    cost.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    expect(cost.answer).to_be_visible()
    expect(cost.whole.locator(".bar").filter(visible=True)).to_have_count(1)
    expect(
        cost.whole.get_by_role("term").filter(has_text=cost.says["line_deductible_charged"])
    ).to_be_visible()
    expect(cost.whole.get_by_role("definition").filter(has_text="650 euro").first).to_be_visible()
    expect(cost.whole.locator("button").filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_a_sentence_leads_from_the_place_of_the_form_to_the_examples(
    open_tab: Tabs, lang: str
) -> None:
    page = open_tab(java_script_enabled=False)
    page.goto(f"{CONTENT_PAGES[lang]}#estimate")
    expect_the_examples_in_place_of_the_form(page, lang)


def expect_the_examples_in_place_of_the_form(page: Page, lang: str) -> None:
    """Expect that a sentence stands where the form was, and follow its link."""
    cost = CostPage(page, lang)
    expect(cost.whole).to_be_hidden()
    expect(page.get_by_text(cost.form["instead"])).to_be_in_viewport()
    for about_the_form in page.locator(".with-form").all():
        expect(about_the_form).to_be_hidden()
    page.get_by_role("link", name=cost.form["instead_link"], exact=True).click()
    expect(page.locator("#examples")).to_be_in_viewport()
    expect(page.locator("figure").filter(has=page.locator(".bar")).first).to_be_visible()


def open_a_chip_and_change_it(cost: CostPage) -> None:
    """Go to the state in which a chip is opened, and its answer another than usual."""
    cost.chip("referral").click()
    cost.give("referral", False)


def fill_in_all_with_a_mistake(cost: CostPage) -> None:
    """Go to the state in which all questions are shown, an amount is worked out, and then something is wrong."""
    cost.button("all_questions").click()
    cost.give_all(HARD | {"referral": True})
    cost.go_on()
    cost.number("bill").fill("x")
    cost.go_on()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_fits_400_percent_and_wider_text_and_has_no_fault_for_axe(
    new_context: CreateContextCallback, axe: Accessibility, lang: str
) -> None:
    page = new_context(bypass_csp=True).new_page()
    cost, faults = CostPage(page, lang).open(), []
    page.evaluate(SPACE_TEXT)
    unfold(page)
    for reach in (None, open_a_chip_and_change_it, fill_in_all_with_a_mistake):
        if reach is not None:
            reach(cost)
        state = reach.__name__ if reach else "the beginning"
        for size in (DESK, ZOOMED):
            page.set_viewport_size(size)
            faults += faults_on(page, f"{state} at {size['width']}x{size['height']}")
        faults += axe.faults(page, state, ".cost")
    assert not faults, "\n".join(faults)


def test_a_reader_who_fills_in_everything_asks_only_for_its_files_and_stores_nothing(page: Page) -> None:
    visit = Visit()
    visit.listen(page)
    page.goto(CONTENT_PAGES["nl"], wait_until="networkidle")
    first_view = [path_of(request.url) for request in visit.requests]
    assert not any("cost-form" in path or "/cost/" in path for path in first_view)
    cost = CostPage(page, "nl")
    cost.whole.scroll_into_view_if_needed()
    cost.works().give_all(HARD)
    cost.go_on()
    later = [path_of(request.url) for request in visit.requests[len(first_view) :]]
    assert sorted(later) == [
        "/assets/cost/nl.json",
        "/assets/javascripts/cost-form.mjs",
        "/assets/stylesheets/cost-later.css",
    ]
    assert visit.complaints == []
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []


def test_what_is_answered_and_pressed_before_the_script_has_come_counts(tab: Page) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    tab.route("**/cost-form.mjs", hold)
    tab.goto(CONTENT_PAGES["nl"])
    cost = CostPage(tab, "nl")
    cost.number("deductible_used").fill("300")
    cost.give("voluntary_deductible", 0)
    cost.chip("age").click()
    waiting[0].continue_()
    expect(cost.question("age")).to_be_focused()
    expect(cost.choice("deductible_used", 300)).to_be_checked()
    expect(cost.answer).to_contain_text("hooguit 85 euro")


@pytest.mark.parametrize(
    ("lang", "file"),
    [("nl", "site.mjs"), ("en", "cost-form.mjs"), ("nl", "nl.json"), ("en", "cost-later.css")],
)
def test_a_file_that_does_not_come_leaves_the_examples_and_no_dead_form(
    tab: Page, lang: str, file: str
) -> None:
    tab.route(f"**/{file}", lambda route: route.abort())
    tab.goto(f"{CONTENT_PAGES[lang]}#estimate")
    # Without any script the page waits a while: let that while be over.
    tab.evaluate("() => { for (const waiting of document.getAnimations()) waiting.finish(); }")
    expect_the_examples_in_place_of_the_form(tab, lang)


def test_a_hospital_can_say_its_advance_price_list_and_phone_number(tab: Page, changed_url: str) -> None:
    tab.goto(f"{changed_url}{CONTENT_PAGES['nl']}")
    cost = CostPage(tab, "nl")
    unpaid = cost.whole.get_by_text(cost.form["hospital_unpaid"].split("}")[1].split("{")[0])
    expect(unpaid).to_contain_text("500 euro")
    cost.whole.scroll_into_view_if_needed()
    cost.works().chip("bill").click()
    link = cost.question("bill").get_by_role("link", name=cost.form["price_list"], exact=True)
    expect(link).to_have_attribute("href", PRICE_LIST)
    phone = cost.question("bill").get_by_role("link", name="020 123 45 67", exact=True)
    expect(phone).to_have_attribute("href", "tel:+31201234567")
    cost.give_all({"referral": False, "bill": 780})
    cost.go_on()
    said = cost.says["hospital_advance"].split("{amount}")[0].split("}")[-1]
    expect(cost.whole.get_by_text(said)).to_contain_text("500 euro")
    expect(unpaid).to_be_hidden()
    cost.whole.get_by_text(cost.form["calculation"], exact=True).first.click()
    expect(cost.row("pay_in_advance")).to_contain_text("500 euro")
    expect(cost.row("settle_later")).to_contain_text("280 euro")
    cost.give_all({"bill": 180})
    cost.go_on()
    expect(cost.row("settle_later")).to_contain_text(cost.says["line_money_back"])
    expect(cost.row("settle_later")).to_contain_text("320 euro")
