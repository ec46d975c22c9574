"""The cost estimate on the page, as readers use it: by hand, by keyboard, on a phone, on paper, with mistakes."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, ViewportSize, expect
from pytest_playwright.pytest_playwright import CreateContextCallback
from ruamel.yaml import YAML

from browser.accessibility import Accessibility
from browser.changed_site import PRICE_LIST
from browser.cost_page import FIELDS, CostPage
from browser.reader import CONTENT_PAGES, DESK, LANGUAGES, PHONE, ZOOMED, path_of
from browser.test_first_view import NOTHING, STORED, Visit
from browser.test_fits import SPACE_TEXT, faults_on, unfold
from support import ROOT

COVERED = {
    "insured": True,
    "year": 2026,
    "age": "adult",
    "place": "netherlands",
    "care": "specialist",
    "referral": True,
    "repeat": False,
    "contracted": True,
    "bill": 650,
    "deductible_used": 0,
    "voluntary_deductible": 0,
    "compulsory_deductible": "usual",
    "tariff": "below",
}
EXAMPLES = {
    row["id"]: row
    for row in YAML(typ="safe").load(ROOT / "data/cost-examples.yml")
    if not row.get("outside_basic")
}
ANSWERS = {
    "nothing-used": ("U betaalt 385 euro.", "You pay 385 euros."),
    "part-used": ("U betaalt 185 euro.", "You pay 185 euros."),
    "all-used": ("U betaalt zelf niets: 0 euro.", "You pay nothing yourself: 0 euros."),
    "small-bill": ("U betaalt 150 euro.", "You pay 150 euros."),
    "voluntary": ("U betaalt 650 euro.", "You pay 650 euros."),
    "no-contract": ("U betaalt 585 euro.", "You pay 585 euros."),
    "no-referral": ("Reken op de hele rekening: 650 euro.", "Expect to pay the whole bill: 650 euros."),
    "child": ("U betaalt zelf niets: 0 euro.", "You pay nothing yourself: 0 euros."),
    "no-contract-all-used": ("U betaalt 200 euro.", "You pay 200 euros."),
    "child-no-contract": ("U betaalt 200 euro.", "You pay 200 euros."),
    "abroad": (
        "Reken op 985 euro.",
        "Expect to pay 985 euros.",
    ),
    "december": ("U betaalt zelf niets: 0 euro.", "You pay nothing yourself: 0 euros."),
    "january": ("U betaalt 400 euro.", "You pay 400 euros."),
    "third-opinion": ("Reken op de hele rekening: 300 euro.", "Expect to pay the whole bill: 300 euros."),
}
# What is not certain, and how that is said.
UNCERTAIN: list[tuple[dict[str, Any], str, str]] = [
    ({"bill": "unknown"}, "U betaalt hooguit 385 euro.", "You pay at most 385 euros."),
    (
        {"referral": "unknown"},
        "Reken op een bedrag tussen 385 en 650 euro.",
        "Expect to pay between 385 and 650 euros.",
    ),
    (
        {"contracted": False, "reimbursed_percentage": "unknown", "deductible_used": "all", "bill": 800},
        "U betaalt hooguit 800 euro.",
        "You pay at most 800 euros.",
    ),
    (
        {"place": "abroad", "cover_abroad": "supplementary"},
        "Reken op 0 euro. Vraag uw verzekeraar of dat klopt.",
        "Expect to pay 0 euros. Ask your insurer to confirm this.",
    ),
]
# What is known, and which questions then make no difference.
UNASKED: list[tuple[dict[str, Any], set[str]]] = [
    ({"age": "child"}, {"deductible_used", "voluntary_deductible", "compulsory_deductible"}),
    ({"care": "gp"}, {"referral", "deductible_used"}),
    ({"referral": False}, {"repeat", "contracted", "reimbursed_percentage", "deductible_used"}),
    ({"contracted": True}, {"cover_abroad", "reimbursed_percentage", "tariff", "percentage_of"}),
    ({"place": "abroad", "cover_abroad": "none"}, {"care", "referral", "contracted", "deductible_used"}),
    ({"deductible_used": "all"}, {"voluntary_deductible", "compulsory_deductible"}),
]

RING = 6  # how far the ring of the focus reaches
# Where every piece of the text and of the form stands that can be seen.
PLACES = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, p, li, label, legend, button, table)")]
  .filter(e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length)
  .filter(e => e.textContent.trim() && !e.textContent.match(/^Vraag 1 van/) && !e.closest("nav"))
  .map(e => [e.tagName, e.getBoundingClientRect()])
  .map(([name, box]) => [name, Math.round(box.top + scrollY), Math.round(box.left)])"""


@pytest.fixture(params=LANGUAGES)
def cost_in_each(request: pytest.FixtureRequest, page: Page) -> CostPage:
    """Return the estimate in each language, ready to be used, for what the languages write in their own way."""
    return CostPage(page, request.param).open()


@pytest.fixture
def cost(page: Page, lang: str) -> CostPage:
    """Return the estimate, ready to be used, in one language."""
    return CostPage(page, lang).open()


def figure_of(page: Page, example: dict[str, Any], lang: str) -> Locator:
    """Return the figure of an example."""
    said = page.locator("figcaption").filter(has_text=example[lang])
    return page.locator("figure").filter(has=said)


def test_each_example_filled_in_gives_the_amounts_of_its_figure(
    cost_in_each: CostPage,
) -> None:
    cost = cost_in_each
    cost.button("all_questions").click()
    for name, example in EXAMPLES.items():
        cost.give_all(COVERED | example["situation"])
        cost.go_on()
        expect(cost.answer).to_have_text(ANSWERS[name][LANGUAGES.index(cost.lang)])
        amounts = [f"{example[who]} euro" for who in ("patient", "insurer")]
        expect(cost.row("patient").get_by_role("cell")).to_contain_text(amounts[0])
        expect(cost.row("insurer").get_by_role("cell")).to_contain_text(amounts[1])
        figure = figure_of(cost.page, example, cost.lang)
        caption, legend = figure.locator("figcaption"), figure.locator("ul")
        expect(caption).to_contain_text(amounts[0])
        for who, amount in zip(("patient", "insurer"), amounts, strict=True):
            if example[who] and example.get("not_covered", 0) in {0, example["patient"]}:
                expect(legend).to_contain_text(amount)


def test_the_estimate_is_worked_out_line_by_line_with_its_sources_and_a_picture_in_words(
    cost_in_each: CostPage,
) -> None:
    cost = cost_in_each
    cost.fill_in_by_hand(COVERED | {"contracted": False, "bill": 800.5, "reimbursed_percentage": 62.5})
    texts = cost.whole.get_by_role("row").all_inner_texts()
    amounts = [
        "800,50",
        "500,31",
        "300,19",
        "385",
        "385",
        "385",
        "685,19",
        "115,31",
    ]
    shown = [amount if cost.lang == "nl" else amount.replace(",", ".") for amount in amounts]
    assert [amount in text for amount, text in zip(shown, texts[1:], strict=True)] == [True] * len(amounts)
    cost.whole.get_by_text(cost.form["sources"], exact=True).click()
    expect(cost.whole.get_by_text("Zorgverzekeringswet").first).to_be_visible()
    split = [f"{cost.says[f'part_{part}']}" for part in ("gap", "deductible_charged", "insurer")]
    items = cost.whole.get_by_role("listitem").filter(has=cost.page.locator("svg"))
    assert [
        text.split("\n")[0].startswith(part)
        for text, part in zip(items.all_inner_texts(), split, strict=True)
    ] == [True] * 3
    assert [bar["width"] > 0 for bar in boxes(items.locator("rect:last-child"))] == [True] * 3


def box(element: Locator) -> Any:
    """Return where an element stands."""
    return element.bounding_box()


def boxes(elements: Locator) -> list[Any]:
    """Return where elements stand."""
    return [box(element) for element in elements.all()]


def test_what_is_not_known_has_no_picture_and_is_a_question_to_the_one_who_knows(cost: CostPage) -> None:
    cost.fill_in(COVERED | {"bill": "unknown", "referral": "unknown", "deductible_used": "unknown"})
    expect(cost.answer).to_have_text(cost.says["says_no_limit"])
    expect(cost.whole.get_by_text(cost.form["split"], exact=True)).to_be_hidden()
    for code in ("referral", "price", "advance"):
        expect(cost.whole.get_by_text(cost.says[f"ask_{code}"], exact=True)).to_be_visible()
    used = cost.says["ask_deductible_used"].format(year=2026)
    expect(cost.whole.get_by_text(used, exact=True)).to_be_visible()
    cost.button("clear_answers").click()
    cost.fill_in(COVERED | {"insured": "unknown"})
    for text in (cost.says["mind_insurance"], cost.says["ask_insurance"]):
        expect(cost.whole.get_by_text(text, exact=True)).to_be_visible()


def test_what_is_not_certain_is_said_as_such(cost: CostPage) -> None:
    for known, nl, en in UNCERTAIN:
        cost.fill_in(COVERED | known)
        expect(cost.answer).to_have_text(nl if cost.lang == "nl" else en)
        cost.button("clear_answers").click()


def test_a_question_that_makes_no_difference_is_not_asked(cost: CostPage) -> None:
    for known, never_asked in UNASKED:
        asked = cost.fill_in(COVERED | known)
        assert not never_asked & set(asked), known
        assert "bill" in asked
        cost.button("clear_answers").click()
    assert cost.fill_in({"insured": False}) == ["insured"]
    expect(cost.answer).to_have_text(cost.says["says_not_insured"])


def test_an_amount_that_is_only_expected_is_said_at_the_answer(cost_in_each: CostPage) -> None:
    cost = cost_in_each
    cost.fill_in(COVERED | {"year": 2027})
    amount = "400 euro" if cost.lang == "nl" else "400 euros"
    said = cost.says["mind_expected"].split("{read}")[0].format(year=2027, euro=amount)
    expect(cost.whole.get_by_role("listitem").filter(has_text=said)).to_be_visible()
    shown = cost.says["expected"].format(amount=amount)
    name = cost.says["usual_amount"].format(amount=shown)
    cost.button("previous").click()
    expect(cost.question("compulsory_deductible").get_by_role("radio", name=name, exact=True)).to_be_checked()
    cost.go_on()
    expect(cost.row("compulsory")).to_contain_text(cost.says["expected"].format(amount=amount))


def test_a_wrong_amount_is_said_at_the_field_and_in_a_summary_and_can_be_corrected(
    cost_in_each: CostPage,
) -> None:
    cost = cost_in_each
    cost.button("all_questions").click()
    cost.give_all(COVERED | {"contracted": False, "reimbursed_percentage": 75})
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
    expect(cost.row("bill")).to_contain_text(shown)


MISTAKES = [
    ("bill", "1000001", "error_too_high"),
    ("bill", "12,34,5", "error_amount"),
    ("bill", "", "error_empty"),
    ("compulsory_deductible", "385,01", "error_too_high"),
    ("reimbursed_percentage", "62,555", "error_percentage"),
]


def test_each_mistake_in_a_number_has_its_own_message(cost: CostPage) -> None:
    cost.button("all_questions").click()
    cost.give_all(COVERED | {"contracted": False, "reimbursed_percentage": 75, "compulsory_deductible": 100})
    for field, typed, error in MISTAKES:
        summary, question, has_focus, is_gone = cost.mistype(field, typed)
        said = cost.says[error].split("{")[0]
        assert (said in summary, said in question, has_focus, is_gone) == (True, True, True, True), typed


def test_a_question_that_must_be_answered_says_so(cost: CostPage) -> None:
    cost.go_on()
    expect(cost.errors).to_contain_text(cost.says["error_missing"])
    cost.give("insured", True)
    cost.go_on()
    expect(cost.question("year")).to_be_focused()
    expect(cost.errors).to_be_hidden()


def test_the_way_back_inside_the_form_keeps_the_answers_and_leaves_no_trace(cost: CostPage) -> None:
    length = cost.page.evaluate("() => history.length")
    cost.fill_in(COVERED)
    for field in ("compulsory_deductible", "voluntary_deductible", "deductible_used", "bill"):
        cost.button("previous").click()
        expect(cost.question(field)).to_be_focused()
    expect(cost.number("bill")).to_have_value("650")
    cost.number("bill").fill("300")
    while cost.asked():
        cost.go_on()
    expect(cost.answer).to_contain_text("300 euro")
    assert path_of(cost.page.url) == CONTENT_PAGES[cost.lang]
    assert cost.page.url.endswith(CONTENT_PAGES[cost.lang])
    assert cost.page.evaluate("() => history.length") == length
    assert cost.page.evaluate(STORED) == NOTHING


def test_an_answer_changed_from_the_list_leads_straight_back_to_the_result(cost: CostPage) -> None:
    cost.fill_in(COVERED)
    cost.whole.get_by_text(cost.form["answers"], exact=True).click()
    name = f"{cost.says['change']} {cost.form['age_short']}"
    cost.whole.get_by_role("button", name=name, exact=True).click()
    expect(cost.question("age")).to_be_focused()
    cost.give("age", "child")
    cost.go_on()
    expect(cost.answer).to_have_text(ANSWERS["child"][LANGUAGES.index(cost.lang)])


def test_leaving_the_page_forgets_every_answer(cost: CostPage) -> None:
    cost.fill_in(COVERED)
    cost.page.goto("/")
    cost.page.go_back()
    cost.whole.scroll_into_view_if_needed()
    expect(cost.answer).to_have_text(cost.form["says_nothing_yet"])
    cost.button("all_questions").click()
    assert cost.whole.locator(":checked").count() == 0
    assert [field.input_value() for field in cost.whole.get_by_role("textbox").all()] == [""] * 5


def test_answers_can_be_cleared_by_hand(cost: CostPage) -> None:
    cost.fill_in(COVERED)
    cost.button("clear_answers").click()
    expect(cost.question("insured")).to_be_focused()
    expect(cost.answer).to_have_text(cost.form["says_nothing_yet"])
    assert cost.whole.locator(":checked").count() == 0


def test_all_questions_stand_in_one_plain_form_that_says_which_make_no_difference(cost: CostPage) -> None:
    cost.button("all_questions").click()
    assert cost.shown() == FIELDS
    expect(cost.question("insured")).to_be_focused()
    expect(cost.question("insured").get_by_text(cost.form["insured"], exact=True)).to_be_in_viewport()
    cost.give("age", "child")
    expect(cost.question("deductible_used")).to_contain_text(cost.says["not_counted"])
    expect(cost.question("bill")).not_to_contain_text(cost.says["not_counted"])
    cost.button("one_by_one").click()
    assert cost.asked() == "insured"
    expect(cost.question("insured")).to_be_focused()


def test_the_answer_is_announced_after_a_pause_in_typing_and_not_before(cost: CostPage) -> None:
    cost.page.clock.install()
    cost.open()
    cost.button("all_questions").click()
    cost.give_all(COVERED)
    cost.page.clock.run_for(5000)
    expect(cost.answer).to_contain_text("385 euro")
    cost.number("bill").fill("")
    cost.number("bill").press_sequentially("123")
    expect(cost.answer).to_contain_text("385 euro")
    cost.page.clock.run_for(5000)
    expect(cost.answer).to_contain_text("123 euro")


def test_the_whole_estimate_works_by_keyboard_alone(cost: CostPage) -> None:
    keyboard = cost.page.keyboard
    cost.whole.get_by_role("radio").first.focus()
    keyboard.press("Space")
    keyboard.press("Enter")
    steps = {
        "year": ["ArrowDown"],
        "age": ["Space"],
        "place": ["Space"],
        "care": ["Space"],
        "referral": ["Space"],
        "repeat": ["Space", "ArrowDown"],
        "contracted": ["Space"],
        "bill": ["Tab", *"650"],
        "deductible_used": ["Space"],
        "voluntary_deductible": ["Space"],
        "compulsory_deductible": ["Space"],
    }
    for field, keys in steps.items():
        expect(cost.question(field)).to_be_focused()
        for key in ["Tab", *keys, "Enter"]:
            keyboard.press(key)
    heading = cost.whole.get_by_role("heading", name=cost.form["result"], exact=True)
    expect(heading).to_be_focused()
    expect(cost.answer).to_contain_text("385 euro")
    ring, says = (box(heading), box(cost.answer))
    assert ring["y"] + ring["height"] + RING <= says["y"]


def test_the_questions_can_be_copied_and_the_result_printed(
    new_context: CreateContextCallback,
) -> None:
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("window.print = () => {}")
    cost = CostPage(page, "nl").open()
    cost.fill_in(COVERED | {"bill": "unknown", "deductible_used": "unknown"})
    cost.button("copy_questions").click()
    expect(cost.whole.get_by_role("status").last).to_have_text(cost.says["copied"])
    assert page.evaluate("() => navigator.clipboard.readText()").split("\n") == [
        "Aan uw verzekeraar",
        "- Hoeveel van mijn eigen risico voor 2026 is al op?",
        "",
        "Aan het ziekenhuis",
        "- Wat gaat de second opinion kosten?",
        "- Moet ik vooraf betalen? Hoeveel?",
    ]
    cost.button("print_all").click()
    page.emulate_media(media="print")
    expect(cost.answer).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_paper_shows_the_answers_and_the_result_and_no_form_and_nothing_that_nobody_filled_in(
    cost: CostPage,
) -> None:
    heading = cost.page.locator(".body > h2:has(+ .with-form)")
    expect(heading).to_be_visible()
    cost.page.emulate_media(media="print")
    expect(cost.whole).to_be_hidden()
    expect(cost.page.locator(".with-form").first).to_be_hidden()
    expect(heading).to_be_hidden()
    cost.page.emulate_media(media="screen")
    cost.fill_in(COVERED)
    cost.page.emulate_media(media="print")
    expect(cost.answer).to_be_visible()
    expect(cost.row("deductible_charged")).to_be_visible()
    expect(cost.whole.get_by_role("term").filter(has_text=cost.form["referral_short"])).to_be_visible()
    expect(cost.whole.get_by_role("definition").filter(has_text="650 euro")).to_be_visible()
    expect(cost.whole.get_by_text(cost.form["promise"])).to_be_visible()
    expect(cost.whole.locator("button").filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_scripts_a_sentence_leads_from_the_place_of_the_form_to_the_examples(
    new_context: CreateContextCallback, lang: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{CONTENT_PAGES[lang]}#estimate")
    expect_the_examples_in_place_of_the_form(page, lang)
    page.locator("#examples-more > summary").click()
    for example in EXAMPLES.values():
        expect(figure_of(page, example, lang)).to_be_visible()


def expect_the_examples_in_place_of_the_form(page: Page, lang: str) -> None:
    """Expect that a sentence stands where the form was, and follow its link."""
    cost = CostPage(page, lang)
    expect(cost.whole).to_be_hidden()
    expect(page.get_by_text(cost.form["instead"])).to_be_in_viewport()
    for about_the_form in page.locator(".with-form").all():
        expect(about_the_form).to_be_hidden()
    page.get_by_role("link", name=cost.form["instead_link"], exact=True).click()
    expect(figure_of(page, EXAMPLES["nothing-used"], lang)).to_be_in_viewport()


def states(cost: CostPage) -> list[tuple[str, list[Any]]]:
    """Return the ways to each state of the estimate: its name, and what to do for it."""
    no_contract = COVERED | {"contracted": False, "reimbursed_percentage": 75, "bill": 800}
    return [
        ("mistake", [cost.go_on]),
        ("exact result", [cost.button("clear_answers").click, lambda: cost.fill_in(no_contract)]),
        ("range", [cost.button("clear_answers").click, lambda: cost.fill_in({**COVERED, "bill": "unknown"})]),
        (
            "all questions",
            [cost.button("all_questions").click, lambda: cost.number("bill").fill("x"), cost.go_on],
        ),
        ("not insured", [lambda: cost.give("insured", False), cost.go_on]),
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_fits_400_percent_and_wider_text_and_has_no_fault_for_axe(
    new_context: CreateContextCallback, axe: Accessibility, lang: str
) -> None:
    page = new_context(bypass_csp=True).new_page()
    cost, faults = CostPage(page, lang).open(), []
    page.evaluate(SPACE_TEXT)
    for state, actions in states(cost):
        for act in actions:
            act()
        unfold(page)
        for size in (DESK, ZOOMED):
            page.set_viewport_size(size)
            faults += faults_on(page, f"{state} at {size['width']}x{size['height']}")
        faults += axe.faults(page, state, ".cost")
    assert not faults, "\n".join(faults)


def test_a_reader_who_fills_in_everything_asks_only_for_the_scripts_and_stores_nothing(page: Page) -> None:
    visit = Visit()
    visit.listen(page)
    page.goto(CONTENT_PAGES["nl"], wait_until="networkidle")
    before = len(visit.requests)
    cost = CostPage(page, "nl").open()
    first_view = [path_of(request.url) for request in visit.requests[:before]]
    assert not any("cost-form" in path for path in first_view)
    asked = len(visit.requests)
    cost.fill_in(COVERED)
    later = [path_of(request.url) for request in visit.requests[asked:]]
    assert all(path.endswith(".mjs") for path in later), later
    assert visit.complaints == []
    assert page.evaluate(STORED) == NOTHING
    assert page.context.cookies() == []


def test_an_answer_given_before_the_script_has_come_counts(page: Page) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/cost-form.mjs", hold)
    page.goto(CONTENT_PAGES["nl"])
    cost = CostPage(page, "nl")
    cost.give("insured", True)
    cost.go_on()
    expect(cost.question("insured")).to_be_visible()
    waiting[0].continue_()
    expect(cost.question("year")).to_be_focused()


@pytest.mark.parametrize(("lang", "script"), [("nl", "site.mjs"), ("en", "cost-form.mjs")])
def test_a_script_that_does_not_come_leaves_the_table_and_no_dead_form(
    page: Page, lang: str, script: str
) -> None:
    page.route(f"**/{script}", lambda route: route.abort())
    page.goto(f"{CONTENT_PAGES[lang]}#estimate")
    # Without any script the page waits a while: let that while be over.
    page.evaluate("() => { for (const waiting of document.getAnimations()) waiting.finish(); }")
    expect_the_examples_in_place_of_the_form(page, lang)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_direct_way_to_the_estimate_moves_nothing_when_the_scripts_come(
    new_context: CreateContextCallback, size: ViewportSize
) -> None:
    page = new_context(viewport=size).new_page()
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/site.mjs", hold)
    page.goto(f"{CONTENT_PAGES['nl']}#estimate", wait_until="commit")
    cost = CostPage(page, "nl")
    expect(cost.question("insured")).to_be_visible()
    expect(page.get_by_text(cost.form["instead"])).to_be_hidden()
    expect(page.get_by_role("contentinfo")).to_be_attached()
    before = page.evaluate(PLACES)
    waiting[0].continue_()
    expect(cost.whole.get_by_text("Vraag 1 van")).to_be_visible()
    assert page.evaluate(PLACES) == before


def test_a_hospital_can_say_its_advance_price_list_and_phone_number(page: Page, changed_url: str) -> None:
    page.goto(f"{changed_url}{CONTENT_PAGES['nl']}")
    cost = CostPage(page, "nl")
    cost.whole.scroll_into_view_if_needed()
    expect(cost.whole.get_by_text("Vraag 1 van")).to_be_visible()
    cost.button("all_questions").click()
    link = cost.question("bill").get_by_role("link", name=cost.form["price_list"], exact=True)
    expect(link).to_have_attribute("href", PRICE_LIST)
    phone = cost.question("bill").get_by_role("link", name="020 123 45 67", exact=True)
    expect(phone).to_have_attribute("href", "tel:+31201234567")
    cost.give_all(COVERED | {"referral": False, "bill": 780})
    cost.go_on()
    expect(cost.row("pay_in_advance")).to_contain_text("500 euro")
    expect(cost.row("settle_later")).to_contain_text("280 euro")
    cost.number("bill").fill("180")
    cost.go_on()
    expect(cost.row("settle_later")).to_contain_text(cost.says["line_money_back"])
    expect(cost.row("settle_later")).to_contain_text("320 euro")
