"""Telephone numbers, as hospitals write them, are dialled or refused the same way everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader
from markdown import markdown

from second_opinion.brand.own_sections import own_sections
from second_opinion.brand.speaker import Speaker
from second_opinion.core.phone import can_be_dialled, parse_phone, with_signs_kept
from second_opinion.project.project import Project
from support import ROOT
from upkeep.upgrade_report import phones_in

from .making import DAY, brand_of

DIALLED = [
    ("020 123 45 67", "+31201234567"),
    ("(020) 123 45 67", "+31201234567"),
    ("+31 (0)20 123 45 67", "+31201234567"),
    ("+31 20-1234567", "+31201234567"),
    ("0031 (0)20 123 45 67", "+31201234567"),
    ("088 000 00 00", "+31880000000"),
    ("06-12345678", "+31612345678"),
    ("+49 (0)30 123456", "+4930123456"),
    ("+44 20 7946 0000", "+442079460000"),
    ("0800-0113", "08000113"),
    ("0900 1515", "09001515"),
    ("0800-1234", "08001234"),
    ("0900 1234", "09001234"),
    ("0909-1234567", "09091234567"),
    ("+31 24 711 22 33", "+31247112233"),
    ("024 - 711 22 33", "+31247112233"),
    ("14 020", "14020"),
    ("14 0343", "140343"),
    ("000 000 01 00", "0000000100"),
]
WHOLE = "write it, like 020 123 45 67"
WRONG = [
    ("bel ons", "a telephone number holds no letters"),
    ("020 123 45 67 toestel 3", "a telephone number holds no letters"),
    ("020 123 45 67 / 020 123 45 68", "this is not one telephone number; write one, like 020 123 45 67"),
    (
        "“020 123 45 67”",
        "curled quotes stand around this number; write straight quotes, or none: 020 123 45 67",
    ),
    (True, "this is no telephone number"),
    ("020 123", f"this is too short: it has 6 figures, and a Dutch number has 10; {WHOLE}"),
    ("020 123 45 678", f"this is too long: it has 11 figures, and a Dutch number has 10; {WHOLE}"),
    ("+31 20 123 45 6", f"this is too short: it has 9 figures, and a Dutch number has 10; {WHOLE}"),
    ("099 123 45 67", f"no Dutch number begins like this; {WHOLE}"),
    ("+32 2 123", "this is too short for the country +32"),
    ("+32 2 123 45 67 89 10", "this is too long for the country +32"),
    (247112233, "a Dutch number begins with 0; write the whole number, 024 711 2233"),
    ("24-7112233", "a Dutch number begins with 0; write the whole number, 024 711 2233"),
    ("31 24 711 22 33", "a Dutch number begins with 0; write the whole number, 024 711 2233"),
    ("800 0113", "a Dutch number begins with 0; write the whole number, 0800 0113"),
    (112, f"this is too short: it has 3 figures, and a Dutch number has 10; {WHOLE}"),
    ("14 99", f"this is too short: it has 4 figures, and a Dutch number has 10; {WHOLE}"),
    ("+999 123456", "no country has a number that begins like this"),
    (12, "this is too short"),
]


@pytest.mark.parametrize(("written", "dialled"), DIALLED, ids=str)
def test_a_number_can_be_dialled_as_it_is_written(written: object, dialled: str) -> None:
    phone = parse_phone(written)
    assert (phone.shown, phone.dialled) == (str(written), dialled)
    assert can_be_dialled(phone.dialled)


@pytest.mark.parametrize(("written", "said"), WRONG, ids=str)
def test_a_wrong_number_is_told_with_what_is_wrong_and_what_to_write(written: object, said: str) -> None:
    with pytest.raises(ValueError) as told:  # noqa: PT011 (its words are what counts)
        parse_phone(written)
    assert str(told.value).startswith(said)
    assert "; " in str(told.value)


@pytest.mark.parametrize(
    ("target", "can"),
    [
        ("+310201234567", False),
        ("0201234567", True),
        ("112", True),
        ("113", True),
        ("+31(0)20", False),
        ("020-words", False),
        ("", False),
    ],
)
def test_a_finished_link_is_dialled_or_not(target: str, can: bool) -> None:
    assert can_be_dialled(target) is can


def test_numbers_in_a_sentence_are_found_and_years_and_amounts_are_not() -> None:
    said = "Bel 020 123 45 67, +31 (0)20 123 45 67 of 0800-0113. Nood? 112. Op 2026-11-22 was het 113 euro."
    assert phones_in(said) == ["020 123 45 67", "+31 (0)20 123 45 67", "0800-0113", "112"]


def test_every_place_that_shows_a_number_of_a_brand_leads_to_the_one_that_can_be_dialled(
    sample: Project,
) -> None:
    written = '"+31 (0)20 123 45 67"'
    hospital = brand_of(
        f"complaints: {{officer: {{nl: Test, en: Trial}}, phone: {written}}}\n"
        f"review: {{status: {{phone: {written}}}}}\ncosts: {{phone: {written}}}\n"
    )
    network = brand_of(
        f"elsewhere: {{places: [{{name: A, town: B, about: [{{nl: x, en: y}}], phone: {written}}}]}}\n"
    )
    desk = brand_of(f"contact: {{phone: {written}}}\n")
    for brand, shown in ((hospital, 3), (desk, 1), (network, 1)):
        made = own_sections(Speaker(brand, "nl", sample.own_page.words["nl"], DAY))
        page = BeautifulSoup(
            markdown("\n\n".join(block for part in made for block in part.blocks)), "html.parser"
        )
        assert [(link["href"], link.get_text()) for link in page.select("a[href^=tel]")] == [
            ("tel:+31201234567", "+31 (0)20 123 45 67")
        ] * shown


def test_the_form_of_the_estimate_shows_the_link_as_it_gets_it() -> None:
    template = Path(ROOT / "overrides/partials/cost-question.html").read_text("utf-8")
    line = next(line for line in template.splitlines() if "cost.phone" in line)
    cost = {"phone": parse_phone("020 123 45 67").link}
    shown = Environment(loader=FileSystemLoader("."), autoescape=True).from_string(line)
    say = {"phone": "Bel {phone}."}
    assert '<a href="tel:+31201234567">020 123 45 67</a>' in shown.render(cost=cost, say=say)


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (
            'Bel <a href="tel:112">112</a>, dag',
            'Bel <span class="kept"><a href="tel:112">112</a>,</span> dag',
        ),
        (
            '<a class="x" href="tel:112">112</a>’).',
            '<span class="kept"><a class="x" href="tel:112">112</a>’).</span>',
        ),
        (
            '<a href="tel:112">112</a> of <a href="a/">a</a>.',
            '<a href="tel:112">112</a> of <a href="a/">a</a>.',
        ),
    ],
)
def test_the_sign_behind_a_number_stays_on_its_line(html: str, kept: str) -> None:
    assert with_signs_kept(html) == kept
