"""The lists to take along, as people use them: on a phone and at a desk, in both languages, kept only when asked."""

from __future__ import annotations

import datetime
import re
from itertools import chain
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, ViewportSize, expect

from browser.paper import Sheet, as_read, printed
from browser.reader import DESK, LANGUAGES, PHONE, read_words
from browser.tabs import Tabs
from browser.test_first_view import NOTHING, STORED, Visit
from support import ROOT, read_values

WORDS = read_words("data/tools.yml")
PAGES = {
    "my-questions": {"nl": "/mijn-vragen/", "en": "/en/my-questions/"},
    "two-opinions": {"nl": "/vergelijken/", "en": "/en/compare/"},
    "my-steps": {"nl": "/aanvragen/", "en": "/en/applying/"},
    "letters": {"nl": "/brieven/", "en": "/en/letters/"},
    "what-to-say": {"nl": "/aanvragen/", "en": "/en/in-english/"},
}
MARGIN = {False: 18, True: 14}  # millimetres, of a sheet that lies too: letters outside it are cut off
FORMS = ("my-questions", "two-opinions", "my-steps")
READERS = [*zip(LANGUAGES, (PHONE, DESK), (True, False), strict=True)]
OWN = "Mag ik <b>zwemmen</b>; en fietsen?"

# What print shows, as a person would see it; the browser's own window for printing stays shut.
STAND_STILL = "() => { window.print = () => dispatchEvent(new Event('beforeprint')); }"
# A browser that lets no site keep anything.
KEEPS_NOTHING = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
});"""
CAN_SHARE = "() => { navigator.share = async (what) => { window.shared = what; }; }"


class TakeAlong:
    """A list of a page in one language."""

    def __init__(self, page: Page, tool: str, lang: str) -> None:
        """Open the page of the list."""
        self.page, self.say = page, WORDS[lang]
        self.whole = page.locator(f"[data-tool={tool}]")
        self.data = read_values(ROOT / f"data/{tool}.yml")
        self.title: str = self.data["title"][lang]
        parts = self.data["parts"]
        lines = [part.get("lines") or part["groups"][0]["lines"] for part in parts if not part.get("own")]
        self.lines: list[list[str]] = [[line[lang] for line in of_part] for of_part in lines]
        self.titles: list[str] = [part["title"][lang] for part in parts if not part.get("own")]
        said = [*lines, [{"nl": WORDS["nl"][name], "en": WORDS["en"][name]} for name in WORDS["nl"]]]
        said.append([self.data["title"], *(part["title"] for part in parts)])
        helps = [line["help"] for line in chain(*said) if "help" in line]
        self.in_source = {} if lang == "nl" else {line[lang]: line["nl"] for line in [*chain(*said), *helps]}
        page.goto(PAGES[tool][lang])
        page.evaluate(STAND_STILL)
        if self.whole.locator("details").first.get_attribute("open") is None:
            self.whole.get_by_role("heading", name=self.title, exact=True).click()

    def open(self, title: str) -> None:
        """Open a part by its title, also where the style that comes with the script moved it from below the pointer."""
        part = self.whole.get_by_text(title, exact=True).first
        part.click()
        if not part.evaluate("title => title.closest('details').open"):
            part.click()

    def button(self, name: str, line: str = "") -> Locator:
        """Return a button by the name of its words; with ``line`` that of one line."""
        words = self.say[f"said_{name}"].format(line=line) if line else self.say[name]
        return self.whole.get_by_role("button", name=words, exact=True)

    def option(self, name: str) -> Locator:
        """Return a checkbox or radio button by the name of its words."""
        return self.whole.get_by_label(self.say[name], exact=True)

    def add(self, text: str, label: str, whole: Locator | None = None) -> None:
        """Write something of one's own, in the list or in one letter, and press Enter."""
        (whole or self.whole).get_by_label(self.say[label], exact=True).fill(text)
        self.page.keyboard.press("Enter")

    def both(self, text: str, tag: str = "") -> str:
        """Return what stands on paper for a text: on a page in another language the Dutch before it."""
        source, tag = self.in_source.get(text, ""), self.in_source.get(tag, tag)
        return as_read(source, tag, text) if source else as_read(text, tag)

    def title_of(self, part: str = "") -> str:
        """Return the title of a sheet as it stands on paper, with the part that it is for."""
        source = self.in_source.get(self.title, "")
        return as_read(source, self.in_source.get(part, ""), self.title, part)

    def heads(self) -> list[str]:
        """Return what is filled in above a sheet."""
        return [self.both(self.say[f"said_head_{name}"]) for name in ("date", "doctor", "along")]

    def tells(self, name: str, **blanks: object) -> None:
        """Expect a sentence that stands beside the buttons."""
        words = self.say[name].format(**blanks)
        expect(self.whole.get_by_text(words, exact=True).filter(visible=True)).to_have_count(1)

    def says(self, name: str, **blanks: object) -> None:
        """Expect what the list says of what has been done."""
        expect(self.whole.get_by_role("status")).to_have_text(self.say[f"said_{name}"].format(**blanks))

    def says_nothing(self) -> None:
        """Expect that nothing is said of what was done last."""
        expect(self.whole.get_by_role("status")).to_have_text("")

    def paper(self, whole: Locator | None = None) -> list[Sheet]:
        """Press the button of the list, or of one letter, and return what comes out of the printer."""
        (whole or self.whole).get_by_role("button", name=self.say["print"], exact=True).last.click()
        expect(self.whole).to_have_class(re.compile("is-printed"))
        sheets = printed(self.page)
        assert all(sheet.left > MARGIN[sheet.is_lying] - 0.1 for sheet in sheets), "cut off at the left"
        expect(self.whole).not_to_have_class(re.compile("is-printed"))
        return sheets

    def sheet(self, whole: Locator | None = None) -> str:
        """Return what stands on paper, which is one sheet, below the number of the sheet."""
        sheets = self.paper(whole)
        assert [sheet.text[:6] for sheet in sheets] == ["1 / 1 "]
        return sheets[0].text[6:]


@pytest.mark.parametrize(("lang", "size", "is_touched"), READERS)
def test_questions_are_chosen_put_in_order_taken_back_printed_and_copied(
    open_tab: Tabs, lang: str, size: ViewportSize, is_touched: bool
) -> None:
    page = open_tab(viewport=size, has_touch=is_touched)
    visit = Visit()
    page.on("console", lambda message: visit.complaints.append(message.text))
    tool = TakeAlong(page, "my-questions", lang)
    if is_touched:
        page.evaluate(CAN_SHARE)
    first, second, *_ = tool.lines[0]
    tool.whole.get_by_label(first, exact=True).check()
    tool.says("added", line=first)
    expect(tool.whole.get_by_role("listitem").filter(has_text=first)).to_have_count(1)
    if is_touched:
        tool.whole.get_by_text(second, exact=True).tap()
    else:
        tool.whole.get_by_label(second, exact=True).focus()
        page.keyboard.press("Space")
    tool.says("added", line=second)
    tool.add(OWN, "own_choose")
    tool.says("added", line=OWN)
    tool.button("up", second).focus()
    page.keyboard.press("Enter")
    tool.says("moved", line=second, place=1, count=3)
    expect(tool.button("up", second)).to_be_focused()
    tool.button("remove", first).click()
    tool.says("removed", line=first)
    expect(tool.whole.get_by_label(first, exact=True)).not_to_be_checked()
    expect(tool.button("undo")).to_be_focused()
    page.keyboard.press("Enter")
    tool.says("put_back")
    expect(tool.whole.get_by_label(first, exact=True)).to_be_checked()
    to_list = tool.whole.get_by_role("link", name=tool.say["said_to_list"].format(count=3), exact=True)
    to_list.click()
    expect(tool.whole.get_by_role("heading", name=tool.say["list_title"])).to_be_in_viewport()
    tool.option("apart").uncheck()
    numbered = [
        f"{number}. {tool.both(line, tool.titles[0])}"
        for number, line in enumerate((second, first, OWN), start=1)
    ]
    assert tool.sheet() == as_read(tool.title_of(), *tool.heads(), *numbered)
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    tool.button("copy_text").click()
    tool.says("copied")
    copied = page.evaluate("() => window.copied")
    assert copied.splitlines()[2:] == [
        f"{number}. {text} ({tool.titles[0]})" for number, text in enumerate((second, first, OWN), start=1)
    ]
    if is_touched:
        tool.button("share").tap()
        tool.says_nothing()
        assert page.evaluate("() => window.shared") == {"text": copied}
    else:
        expect(tool.button("share")).to_have_count(0)
    assert page.evaluate(STORED) == NOTHING
    assert visit.complaints == []


@pytest.mark.parametrize(("lang", "size"), [("en", PHONE), ("nl", DESK)])
def test_twelve_questions_are_one_sheet_or_one_for_each_appointment(
    open_tab: Tabs, lang: str, size: ViewportSize
) -> None:
    tool = TakeAlong(open_tab(viewport=size), "my-questions", lang)
    chosen = []
    for number, title in enumerate(tool.titles[:4]):
        if number:
            tool.open(title)
        for line in tool.lines[number][:3]:
            tool.whole.get_by_label(line, exact=True).check()
            chosen.append((line, title))
    heads = tool.heads()
    numbered = [f"{number}. {tool.both(line, title)}" for number, (line, title) in enumerate(chosen, start=1)]
    assert len(chosen) == 12
    tool.option("apart").uncheck()
    assert tool.sheet() == as_read(tool.title_of(), *heads, *numbered)
    tool.option("apart").check()
    tool.tells("said_sheets", count=3, names=", ".join(tool.titles[1:4]))
    sheets = tool.paper()
    for at, sheet in enumerate(sheets, start=1):
        over = heads if at < 3 else [heads[0], tool.both(tool.say["said_head_spoke"])]
        general = [] if at == 3 else tool.lines[0][:3]  # which no insurer is asked
        numbered = [
            f"{number}. {tool.both(line)}"
            for number, line in enumerate([*general, *tool.lines[at][:3]], start=1)
        ]
        assert sheet.text == as_read(f"{at} / 3", tool.title_of(tool.titles[at]), *over, *numbered)


def test_questions_for_every_doctor_stand_on_a_sheet_for_each_of_them(tab: Page, lang: str) -> None:
    tool = TakeAlong(tab, "my-questions", lang)
    chosen = tool.lines[0][0]
    tool.whole.get_by_label(chosen, exact=True).check()
    tool.open(tool.titles[2])
    for more in ((), (tool.lines[2][0],)):
        for line in more:
            tool.whole.get_by_label(line, exact=True).check()
        tool.tells("said_sheets", count=2, names=", ".join(tool.titles[1:3]))
        own, second = tool.paper()
        assert own.text == as_read(
            "1 / 2", tool.title_of(tool.titles[1]), *tool.heads(), f"1. {tool.both(chosen)}"
        )
        numbered = [f"{number}. {tool.both(line)}" for number, line in enumerate((chosen, *more), start=1)]
        assert second.text == as_read("2 / 2", tool.title_of(tool.titles[2]), *tool.heads(), *numbered)


def test_a_list_says_when_it_is_too_long_for_one_sheet(tab: Page, lang: str) -> None:
    tool = TakeAlong(tab, "my-questions", lang)
    tool.whole.get_by_label(tool.lines[0][0], exact=True).focus()
    tool.option("apart").uncheck()
    for number in range(19):
        tool.add(f"{number} {OWN}", "own_choose")
    tool.add(OWN, "own_choose")
    tool.tells("said_one_sheet", names=tool.title)
    assert len(tool.paper()) == 1
    for _ in range(4):
        tool.add("Waarom? " * 37, "own_choose")
    tool.tells("said_sheets", count=2, names=tool.say["said_too_long"].format(name=tool.title))
    assert len(tool.paper()) == 2


def test_the_browsers_own_print_is_the_sheet_once_there_is_something_on_it(tab: Page, lang: str) -> None:
    tool = TakeAlong(tab, "two-opinions", lang)
    tool.whole.get_by_label(tool.say["name_1"], exact=True).first.focus()
    expect(tool.option("third")).to_be_visible()
    before = printed(tab)[0].text
    assert tool.say["promise"] not in before
    assert not before.startswith(as_read("1 / 1", tool.title_of()))
    tool.whole.get_by_label(tool.say["name_1"], exact=True).first.fill("Dr. Ada")
    (sheet,) = printed(tab)
    assert sheet.text.startswith(as_read("1 / 1", tool.title_of(), "Dr. Ada"))
    expect(tool.whole).not_to_have_class(re.compile("is-printed"))


def test_what_is_not_kept_is_said_beside_print_and_can_be_kept_there(tab: Page, lang: str) -> None:
    tool = TakeAlong(tab, "my-questions", lang)
    tool.whole.get_by_label(tool.lines[0][0], exact=True).check()
    tool.open(tool.titles[2])
    tool.whole.get_by_label(tool.say["own_choose"], exact=True).fill("Mag ik")
    tool.tells("not_kept")
    tool.tells("not_lasting")
    tool.button("keep_now").click()
    tool.says("kept")
    expect(tool.button("print")).to_be_focused()
    expect(tool.button("keep_now")).to_be_hidden()
    tool.tells("said_lasting")
    tab.reload()
    tool.tells("said_lasting")
    expect(tool.whole.get_by_label(tool.lines[2][0], exact=True)).to_be_visible()
    expect(tool.whole.get_by_label(tool.say["own_choose"], exact=True)).to_have_value("Mag ik")
    expect(tool.whole.locator("form")).to_be_in_viewport()
    tool.button("wipe").click()
    tool.tells("not_lasting")
    assert tab.evaluate(STORED) == NOTHING


def test_a_question_of_another_part_can_stand_first_and_one_that_was_only_typed_is_printed(
    tab: Page, lang: str
) -> None:
    tool = TakeAlong(tab, "my-questions", lang)
    tool.whole.get_by_label(tool.lines[0][0], exact=True).check()
    tool.open(tool.titles[2])
    tool.whole.get_by_label(tool.lines[2][0], exact=True).check()
    tool.button("up", tool.lines[2][0]).click()
    tool.says("moved", line=tool.lines[2][0], place=1, count=2)
    tool.whole.get_by_label(tool.say["own_choose"], exact=True).fill(OWN)
    asked = [
        f"1. {tool.both(tool.lines[2][0], tool.titles[2])}",
        f"2. {tool.both(tool.lines[0][0], tool.titles[0])}",
    ]
    tool.option("apart").uncheck()
    assert tool.sheet().endswith(as_read(*asked, f"3. {tool.both(OWN, tool.titles[2])}"))


def test_untouched_questions_are_printed_as_one_blank_sheet(tab: Page, lang: str) -> None:
    tool = TakeAlong(tab, "my-questions", lang)
    blank = tool.sheet()
    tool.says("blank_sheet")
    assert tool.lines[0][0] not in blank
    assert blank.startswith(tool.title_of())


def test_the_page_of_untouched_steps_has_lines_for_the_days_on_paper(tab: Page, lang: str) -> None:
    tab.goto(PAGES["my-steps"][lang])
    (field, *_) = tab.locator("[data-tool=my-steps] input[type=date]").all()
    tab.emulate_media(media="print")
    assert field.evaluate("field => getComputedStyle(field).borderBottomStyle") == "solid"
    text = " ".join(sheet.text for sheet in printed(tab))
    assert WORDS[lang]["date"] in text
    assert "yyyy" not in text


def test_a_button_that_is_touched_first_stays_below_the_finger_until_it_is_pressed(
    tab: Page, lang: str
) -> None:
    tool = TakeAlong(tab, "my-questions", lang)
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    button = tool.whole.get_by_role("button", name=tool.say["print"], exact=True).last
    button.dispatch_event("pointerdown")
    button.focus()
    tab.evaluate("() => new Promise(requestAnimationFrame)")
    assert asked == []
    button.click()
    expect(tool.whole).to_have_class(re.compile("is-printed"))
    assert asked != []


def test_a_list_is_kept_only_when_asked_and_taken_into_the_comparison_and_wiped(tab: Page, lang: str) -> None:
    tool = TakeAlong(tab, "my-questions", lang)
    first = tool.lines[0][0]
    tool.whole.get_by_label(first, exact=True).check()
    expect(tool.whole.get_by_role("listitem").filter(has_text=first)).to_have_count(1)
    tab.reload()
    expect(tool.whole.get_by_label(first, exact=True)).not_to_be_checked()
    assert tab.evaluate(STORED) == NOTHING
    tool.whole.get_by_label(first, exact=True).check()
    tool.option("keep").check()
    tool.says("kept")
    tool.add(OWN, "own_choose")
    tool = TakeAlong(tab, "my-questions", "en" if lang == "nl" else "nl")
    own = tool.whole.get_by_role("listitem").filter(has_text=OWN)
    expect(own).to_have_count(1)
    expect(tool.whole.get_by_label(tool.lines[0][0], exact=True)).to_be_checked()
    comparison = TakeAlong(tab, "two-opinions", lang)
    comparison.open(comparison.titles[1])
    comparison.button("take").click()
    comparison.says("taken", count=2)
    expect(comparison.whole.get_by_role("group", name=OWN, exact=True)).to_be_visible()
    comparison.button("take").click()
    comparison.says("all_there")
    comparison.option("keep").check()
    comparison.button("empty").click()
    comparison.says("emptied")
    expect(comparison.whole.get_by_role("group", name=OWN, exact=True)).to_have_count(0)
    assert len(tab.evaluate(STORED)["local"]) == 2
    comparison.button("undo").click()
    expect(comparison.whole.get_by_role("group", name=OWN, exact=True)).to_have_count(1)
    comparison.button("wipe").click()
    comparison.says("wiped")
    expect(comparison.button("undo")).to_be_in_viewport()
    assert tab.evaluate(STORED) == NOTHING
    comparison.button("take").click()
    comparison.says("nothing_to_take")
    tool = TakeAlong(tab, "my-questions", lang)
    expect(own).to_have_count(0)
    tool.whole.get_by_label(tool.lines[0][0], exact=True).check()
    tool.option("keep").check()
    tool.add(OWN, "own_choose")
    tool.button("wipe").click()
    tool.says("wiped")
    expect(own).to_have_count(0)
    assert tab.evaluate(STORED) == NOTHING
    tool.button("undo").click()
    expect(own).to_have_count(1)
    assert tab.evaluate(STORED) == NOTHING


@pytest.mark.parametrize(("lang", "size", "is_touched"), READERS)
def test_two_opinions_are_filled_in_side_by_side_and_printed_as_wanted(
    open_tab: Tabs, lang: str, size: ViewportSize, is_touched: bool
) -> None:
    page = open_tab(viewport=size, has_touch=is_touched)
    tool = TakeAlong(page, "two-opinions", lang)
    line, unweighed = tool.lines[1][0], tool.lines[0][1]
    tool.open(tool.titles[1])
    row = tool.whole.get_by_role("group", name=re.compile(f"^{line} "))
    tool.whole.get_by_label(tool.say["name_1"], exact=True).first.fill("Dr. Ada")
    row.get_by_label("Dr. Ada", exact=True).fill("A\nB")
    row.get_by_label(tool.say["name_2"], exact=True).fill("C")
    expect(row.get_by_label(tool.say["weight"])).to_be_hidden()
    tool.option("weigh").check()
    row.get_by_label(tool.say["weight"]).select_option(tool.say["weight_3"])
    expect(row.get_by_role("textbox")).to_have_count(2)
    expect(tool.whole.get_by_role("group", name=unweighed).get_by_role("combobox")).to_have_count(0)
    tool.option("third").check()
    row.get_by_label(tool.say["name_3"], exact=True).fill("D")
    upright, across = (tool.option(name) for name in ("upright", "across"))
    expect(across).to_be_checked()
    last = 7
    for number in range(last + 1):
        tool.add(f"{OWN} {number}", "own_compare")
    (sheet,) = tool.paper()
    assert sheet.is_lying
    names = ["Dr. Ada", tool.both(tool.say["name_2"])]
    weight = tool.in_source.get(tool.say["said_weight"], tool.say["said_weight"])
    heavy = tool.in_source.get(tool.say["weight_3"], tool.say["weight_3"])
    assert sheet.text.startswith(
        as_read("1 / 1", tool.title_of(), weight, *names, tool.both(tool.say["name_3"]))
    )
    assert as_read(heavy, "A B C D") in sheet.text
    assert f"{OWN} {last}" in sheet.text
    tool.option("third").uncheck()
    expect(upright).to_be_checked()
    for way, is_lying in ((upright, False), (across, True)):
        way.check()
        (sheet,) = tool.paper()
        assert sheet.is_lying == is_lying
        assert tool.say["name_3"] not in sheet.text
    tool.option("blank").check()
    blank = tool.sheet()
    title, *lines = (tool.both(text) for text in (tool.titles[0], *tool.lines[0]))
    assert as_read(weight, *names, title, *lines, tool.both(tool.titles[1])) in blank
    assert "A B C" not in blank
    tool.option("filled").check()
    expect(tool.option("blank")).not_to_be_checked()
    filled = tool.sheet()
    assert as_read(weight, *names, tool.both(tool.titles[1]), tool.in_source.get(line, line)) in filled
    assert as_read(heavy, "A B C") in filled
    assert f"{OWN} {last}" in filled
    assert tool.lines[0][0] not in filled


def test_steps_are_ticked_dated_and_put_in_a_calendar(tab: Page, lang: str) -> None:
    tool = TakeAlong(tab, "my-steps", lang)
    first, second, *_ = tool.lines[0]
    tool.button("calendar").click()
    tool.says("no_dates")
    tool.whole.get_by_role("checkbox", name=first).check()
    tool.whole.get_by_label(f"{tool.say['date']}: {first}", exact=True).fill("2026-12-03")
    tool.button("calendar").click()
    tool.says("no_dates")
    expect(tool.button("remove", first)).to_be_hidden()
    tool.option("arrange").check()
    tool.button("remove", second).click()
    tool.add("Oppas; voor de kinderen", "own_steps")
    tool.whole.get_by_label(f"{tool.say['date']}: Oppas; voor de kinderen", exact=True).fill("2026-12-31")
    tool.open(tool.titles[1])
    appointment = tool.whole.get_by_role("listitem").filter(has_text=tool.lines[1][0])
    appointment.get_by_label(tool.say["date"]).fill("2026-12-10")
    appointment.get_by_label(f"{tool.say['time']}: {tool.lines[1][0]}", exact=True).fill("14:30")
    appointment.get_by_label(f"{tool.say['place']}: {tool.lines[1][0]}", exact=True).fill("Kamer 2; links")
    appointment.get_by_label(f"{tool.say['remind']}: {tool.lines[1][0]}", exact=True).check()
    expect(
        tool.whole.get_by_role("listitem").filter(has_text=second).get_by_label(tool.say["time"])
    ).to_have_count(0)
    with tab.expect_download() as download:
        tool.button("calendar").click()
    assert download.value.suggested_filename == f"{tool.say['said_file']}.ics"
    calendar = Calendar.from_ical(download.value.path().read_bytes())
    event, timed = sorted(calendar.events, key=lambda one: "location" in one)
    assert str(event["summary"]) == "Oppas; voor de kinderen"
    assert (event.start, event.end) == (datetime.date(2026, 12, 31), datetime.date(2027, 1, 1))
    assert not calendar.errors
    assert not event.errors
    assert "location" not in event
    assert event.alarms.times == []
    assert (timed.start, str(timed["location"])) == (
        datetime.datetime(2026, 12, 10, 14, 30),
        "Kamer 2; links",
    )
    (alarm,) = timed.alarms.times
    assert alarm.trigger == datetime.datetime(2026, 12, 9, 14, 30)
    assert not timed.errors
    sheet = tool.sheet()
    assert sheet.startswith(as_read(tool.title, tool.titles[0], "☑"))
    who = tool.say["said_who"].format(name=tool.whole.locator("strong").first.inner_text())
    assert as_read(first, who, "3 december 2026" if lang == "nl" else "3 December 2026", "☐") in sheet
    assert second not in sheet
    last = "31 december 2026" if lang == "nl" else "31 December 2026"
    assert as_read("☐ Oppas; voor de kinderen", last, tool.titles[1], "☐") in sheet
    day = "10 december 2026" if lang == "nl" else "10 December 2026"
    assert as_read(tool.lines[1][0], who, f"{day}, 14:30, Kamer 2; links") in sheet


def test_a_list_that_was_wiped_in_another_tab_says_so(tab: Page, lang: str) -> None:
    tool = TakeAlong(tab, "my-questions", lang)
    tool.whole.get_by_label(tool.lines[0][0], exact=True).check()
    tool.option("keep").check()
    other = TakeAlong(tab.context.new_page(), "my-questions", lang)
    expect(other.whole.get_by_label(tool.lines[0][0], exact=True)).to_be_checked()
    tool.button("wipe").click()
    other.says("wiped_elsewhere")
    expect(other.whole.get_by_label(tool.lines[0][0], exact=True)).not_to_be_checked()
    expect(other.option("keep")).not_to_be_checked()


def test_a_list_works_without_an_error_where_the_browser_keeps_nothing(page: Page, lang: str) -> None:
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(KEEPS_NOTHING)
    tool = TakeAlong(page, "my-questions", lang)
    tool.whole.get_by_label(tool.lines[0][0], exact=True).check()
    tool.says("added", line=tool.lines[0][0])
    tool.option("keep").click()
    tool.says("not_kept")
    expect(tool.option("keep")).not_to_be_checked()
    assert errors == []


def test_a_comparison_of_what_is_filled_in_says_when_that_is_nothing(tab: Page, lang: str) -> None:
    tool = TakeAlong(tab, "two-opinions", lang)
    tool.whole.get_by_label(tool.say["name_1"], exact=True).first.fill("Dr. Ada")
    tool.option("filled").check()
    assert tool.both(tool.lines[0][0]) in tool.sheet()
    tool.says("whole_sheet")


def open_last_part(whole: Locator) -> None:
    """Open the last part of a list, and before it the list itself where that is folded."""
    if not whole.locator("form").is_visible():
        whole.locator("summary").first.click()
    whole.locator("summary").last.click()


def test_a_link_into_a_folded_list_opens_it_and_lets_its_script_come(tab: Page, lang: str) -> None:
    tab.goto(f"{PAGES['my-steps'][lang]}#my-steps-after")
    whole = tab.locator("[data-tool=my-steps]")
    expect(whole.get_by_role("checkbox").last).to_be_visible()
    expect(whole.get_by_label(WORDS[lang]["arrange"], exact=True)).to_be_visible()


def test_without_script_a_list_is_there_to_write_on_and_no_button_does_nothing(
    open_tab: Tabs, lang: str
) -> None:
    page = open_tab(java_script_enabled=False)
    for tool in FORMS:
        page.goto(PAGES[tool][lang])
        whole = page.locator(f"[data-tool={tool}]")
        expect(whole.get_by_role("button")).to_have_count(0)
        open_last_part(whole)
        expect(whole.get_by_text(WORDS[lang]["no_script"])).to_be_visible()
        fields = whole.locator("input, textarea").filter(visible=True)
        expect(fields).not_to_have_count(0)


@pytest.mark.parametrize(("lang", "size", "is_touched"), READERS)
def test_a_letter_is_filled_in_once_mailed_copied_and_printed_alone(
    open_tab: Tabs, lang: str, size: ViewportSize, is_touched: bool
) -> None:
    page = open_tab(viewport=size, has_touch=is_touched)
    visit = Visit()
    page.on("console", lambda message: visit.complaints.append(message.text))
    tool = TakeAlong(page, "letters", lang)
    data = read_values(ROOT / "data/letters.yml")
    labels = {field["id"]: field[lang] for field in data["fields"]}
    copy = next(part for part in data["parts"] if part["id"] == "copy")
    tool.open(copy["title"][lang])
    letter = page.locator("#letters-copy")
    letter.get_by_label(labels["hospital"], exact=True).fill("Ada & <b>Co</b>")
    letter.get_by_label(labels["appointment"], exact=True).fill("2026-12-03")
    expect(letter.get_by_text("Ada & <b>Co</b>").first).to_be_visible()
    assert (letter.get_by_text(copy["lines"][1]["en"]).count() > 0) == (lang == "en")
    page.evaluate("""() => document.addEventListener("click", event => {
      const link = event.target.closest("a[href^='mailto:']");
      if (link) { event.preventDefault(); window.mailed = link.href; }
    })""")
    letter.get_by_role("button", name=tool.say["mail"]).click()
    expect(tool.whole.get_by_role("status")).to_have_text(tool.say["said_mailed"])
    address = urlsplit(page.evaluate("() => window.mailed"))
    mail = parse_qs(address.query)
    assert (address.scheme, mail["subject"]) == ("mailto", [copy["subject"]["nl"]])
    page.evaluate("() => { navigator.clipboard.writeText = async (text) => { window.copied = text; }; }")
    letter.get_by_role("button", name=tool.say["copy_text"]).click()
    tool.says("copied")
    lines = page.evaluate("() => window.copied").splitlines()
    assert mail["body"][0].splitlines() == lines
    first = copy["lines"][0]["nl"].format(hospital="Ada & <b>Co</b>").splitlines()
    start = [re.sub(r"\{\w+\}", "." * 12, line["nl"]) for line in data["start"]]
    assert lines[: len([*start, "", *first])] == [*start, "", *first]
    assert copy["lines"][3]["nl"].format(appointment="3 december 2026") in lines
    end = [
        re.sub(r"\{\w+\}", "." * 12, line["nl"]) for line in data["end"] if "{signature}" not in line["nl"]
    ]
    assert lines[-len(end) :] == end
    letter.get_by_label(labels["appointment"], exact=True).fill("")
    missing = [labels[name] for name in ("date", "appointment", "patient", "name", "born", "phone")]
    tool.tells("said_still_empty", names=", ".join(missing))
    letter.get_by_role("button", name=tool.say["copy_text"]).click()
    tool.says("copied")
    assert copy["lines"][3]["nl"].format(appointment="." * 12) in page.evaluate("() => window.copied")
    letter.get_by_label(labels["appointment"], exact=True).fill("2026-12-03")
    complaint = page.locator("#letters-complaint")
    tool.open(tool.titles[-1])
    expect(complaint.get_by_label(labels["hospital"], exact=True)).to_have_value("Ada & <b>Co</b>")
    end = [re.sub(r"\{\w+\}", "", line["nl"]) for line in data["end"] if "{signature}" in line["nl"]]
    written = as_read(copy["subject"]["nl"], *lines, *end).replace("." * 12, "")
    assert sorted(tool.sheet(letter).split()) == sorted(written.split())  # which is drawn in another order
    for part in data["parts"][LANGUAGES.index(lang) :: 2]:  # each once: its subject on paper is in Dutch
        one = page.locator(f"#letters-{part['id']}")
        one.evaluate("fold => { fold.open = true; }")
        assert part["subject"]["nl"] in tool.sheet(one)
    assert page.evaluate(STORED) == NOTHING
    assert visit.complaints == []


def test_what_a_reader_makes_of_a_letter_is_kept_only_when_asked(tab: Page, lang: str) -> None:
    tool = TakeAlong(tab, "letters", lang)
    name = next(
        field[lang] for field in read_values(ROOT / "data/letters.yml")["fields"] if field["id"] == "name"
    )
    tool.open(tool.titles[0])
    letter = tab.locator("#letters-referral")
    letter.get_by_label(name, exact=True).fill("Ada")
    tool.option("arrange").check()
    letter.get_by_role("listitem").last.get_by_role("button").last.click()
    expect(letter.get_by_role("listitem")).to_have_count(len(tool.lines[0]) - 1)
    tool.option("keep").check()
    tool.add("Dank u wel.", "own_letters", letter)
    tool.says("added", line="Dank u wel.")
    tab.reload()
    expect(letter.get_by_label(name, exact=True)).to_have_value("Ada")
    expect(letter.get_by_role("listitem")).to_have_count(len(tool.lines[0]))
    expect(letter.get_by_text("Dank u wel.")).to_have_count(1)
    tool.button("wipe").click()
    expect(letter.get_by_label(name, exact=True)).to_have_value("")
    assert tab.evaluate(STORED) == NOTHING


@pytest.mark.parametrize(("lang", "size", "is_touched"), READERS)
def test_a_sentence_fills_the_screen_and_leads_back(
    open_tab: Tabs, lang: str, size: ViewportSize, is_touched: bool
) -> None:
    page = open_tab(viewport=size, has_touch=is_touched)
    tool = TakeAlong(page, "what-to-say", lang)
    data = read_values(ROOT / "data/what-to-say.yml")
    line = data["parts"][0]["lines"][1]
    card = tool.whole.get_by_role("listitem").filter(has_text=line["nl"])
    assert (card.get_by_text(line["nl"]).get_attribute("lang") == "nl") == (lang == "en")
    show = card.get_by_role("button", name=f"{tool.say['show']}: {line[lang]}", exact=True)
    if is_touched:
        expect(tool.whole).to_have_attribute(
            "data-is-attached", "yes"
        )  # its style may move the card until then
        card.get_by_text(line["nl"]).tap(force=True)
    else:
        card.get_by_role("button").focus()
        page.keyboard.press("Enter")
    large = page.get_by_role("dialog", name=line["nl"])
    expect(large.get_by_text(line["nl"])).to_be_visible()
    assert large.bounding_box() == {"x": 0, "y": 0, **size}
    if is_touched:
        large.get_by_role("button", name=tool.say["close"]).tap()
    else:
        page.keyboard.press("Escape")
    expect(large).to_be_hidden()
    expect(show).to_be_focused()
    tool.add("Mag mijn zus mee?", "own_cards")
    show.press("Enter")
    expect(large).to_be_visible()
    page.go_back()
    expect(large).to_be_hidden()
    assert page.evaluate("() => history.state") is None
    expect(tool.whole.get_by_role("listitem").filter(has_text="Mag mijn zus mee?")).to_have_count(1)
    first = tool.paper()[0]
    assert (
        as_read(line["nl"], line["en"] if lang == "en" else "", data["parts"][0]["lines"][2]["nl"])
        in first.text
    )
    assert first.text.split(" ", 3)[3].startswith(
        as_read(tool.title, tool.titles[0], data["parts"][0]["lines"][0]["nl"])
    )
    assert "Mag mijn zus mee?" in first.text
    card.get_by_label(f"{tool.say['pick']}: {line[lang]}", exact=True).check()
    assert tool.sheet() == as_read(tool.title, tool.titles[0], line["nl"], line["en"] if lang == "en" else "")


def test_without_script_letters_have_lines_to_write_on_and_sentences_are_a_list(
    open_tab: Tabs, lang: str
) -> None:
    page = open_tab(java_script_enabled=False)
    for tool in ("letters", "what-to-say"):
        page.goto(PAGES[tool][lang])
        whole = page.locator(f"[data-tool={tool}]")
        open_last_part(whole)
        expect(whole.get_by_role("listitem").last).to_be_visible()
        expect(whole.get_by_role("button")).to_have_count(0)
        expect(whole.get_by_role("textbox")).to_have_count(0)
