"""What a hospital is told of words that stand in a sentence of ours, and that readers would get as they were typed."""

from __future__ import annotations

import pytest

from second_opinion.brand.model import read_brand, readable_brand
from second_opinion.brand.own_notices import (
    check_asking,
    check_booking,
    check_day_of_amounts,
    check_hours,
    check_papers,
)
from second_opinion.brand.words_in_sentences import check_words_in_sentences
from second_opinion.core.validation import read_yaml

from .making import DAY

START = "name: {nl: Test, en: Trial}\nsite_url: https://house.example\n"


def told_of(said: str) -> list[str]:
    """Return the lines about the first line that a brand says beside its name and its address."""
    document = read_yaml(START + said, "brand.yml")
    brand, faults = read_brand(document, today=DAY)
    assert brand is not None, faults
    checks = (check_words_in_sentences, check_booking, check_hours, check_day_of_amounts)
    return [str(one) for check in checks for one in check(document, brand)]


NEEDS_ARTICLE = "and readers see it in a sentence, where it needs an article; write 'de {0}' or 'het {0}'"
CAPITAL = "with a capital, in the middle of a sentence or list; write '{}'"
NO_WAY_TO_BOOK = (
    "readers are told that they make the appointment themselves, and nothing says how; "
    "write 'appointment.address' too, where they make it, or 'contact.phone', the number to call, "
    "or a line of your own under 'own_lines.appointment' that says where"
)
NO_NUMBER = (
    "readers do not get these hours, as no number stands beside them that is answered then; "
    "write 'phone' too, or take 'hours' out"
)
TOLD = [
    (
        "costs: {date: 2026-11-01}",
        "'costs.date' is '2026-11-01', and readers do not get it, as no amount stands beside it; "
        "write 'advance' or 'prices' too, or take it out",
    ),
    (
        "costs: {department: {nl: zorgadministratie, en: the office}}",
        f"'costs.department.nl' is 'zorgadministratie', {NEEDS_ARTICLE.format('zorgadministratie')}",
    ),
    (
        "contact: {department: {nl: infopunt, en: the desk}}",
        f"'contact.department.nl' is 'infopunt', {NEEDS_ARTICLE.format('infopunt')}",
    ),
    (
        "complaints: {officer: {nl: bemiddelaar, en: the officer}}",
        f"'complaints.officer.nl' is 'bemiddelaar', {NEEDS_ARTICLE.format('bemiddelaar')}",
    ),
    (
        "review: {status: {department: {nl: balie, en: the desk}}}",
        f"'review.status.department.nl' is 'balie', {NEEDS_ARTICLE.format('balie')}",
    ),
    (
        "costs: {department: {nl: de administratie, en: Patient Accounts Office}}",
        "'costs.department.en' is 'Patient Accounts Office', and readers see it in a sentence, where it needs an "
        "article; write 'the Patient Accounts Office'",
    ),
    (
        "complaints: {officer: {nl: de bemiddelaar, en: mediator for patients}}",
        "'complaints.officer.en' is 'mediator for patients', and readers see it in a sentence, where it needs an "
        "article; write 'the mediator for patients'",
    ),
    (
        "contact: {email: a@b.example, answer_time: {nl: één werkdag, en: within a day}}",
        "'contact.answer_time.nl' is 'één werkdag', and readers are told when without 'binnen'; "
        "write 'binnen één werkdag'",
    ),
    (
        "contact: {email: a@b.example, answer_time: {nl: binnen een dag, en: 2-3 days}}",
        "'contact.answer_time.en' is '2-3 days', and readers are told when without 'within'; write 'within 2-3 days'",
    ),
    (
        "contact: {form: {nl: https://a.example}, form_answer_time: {nl: 1 dag, en: within a day}}",
        "'contact.form_answer_time.nl' is '1 dag', and readers are told when without 'binnen'; write 'binnen 1 dag'",
    ),
    (
        "contact: {email: a@b.example, hours: {nl: op werkdagen, en: on working days}}",
        NO_NUMBER,
    ),
    (
        "review: {status: {department: {nl: de balie, en: the desk}, hours: {nl: op werkdagen, en: all day}}}",
        NO_NUMBER,
    ),
    (
        "contact: {phone: 020 123 45 67, hours: {nl: Op werkdagen, en: on working days}}",
        f"'contact.hours.nl' is 'Op werkdagen', {CAPITAL.format('op werkdagen')}",
    ),
    (
        "specialties: {disease: {nl: Kanker, en: cancer}}",
        f"'specialties.disease.nl' is 'Kanker', {CAPITAL.format('kanker')}",
    ),
    (
        "specialties: {names: [{nl: Cardiologie, en: cardiology}]}",
        f"'nl' of the first of 'specialties.names' is 'Cardiologie', {CAPITAL.format('cardiologie')}",
    ),
    (
        "appointment: {made: by-patient}",
        NO_WAY_TO_BOOK,
    ),
    (
        "appointment: {made: by-patient}\n"
        "own_lines: {appointment: {nl: Zeg het als u van arts wilt wisselen., en: Say so if you want to change.}}",
        NO_WAY_TO_BOOK,
    ),
]


@pytest.mark.parametrize(("said", "line"), TOLD, ids=[said for said, _ in TOLD])
def test_words_that_read_badly_in_our_sentence_are_told(said: str, line: str) -> None:
    assert told_of(said) == [f"brand.yml:3: {line}"]


def test_specialties_with_a_capital_are_told_at_once_with_their_lines() -> None:
    names = "[{nl: Cardiologie, en: Cardiology},\n {nl: KNO, en: ENT},\n {nl: Neurologie, en: Neurology}]"
    assert told_of(f"specialties: {{names: {names}}}") == [
        "brand.yml:3: 'specialties.names' has 'Cardiologie' (line 3) and 'Neurologie' (line 5), with a capital, "
        "in the middle of a list; write 'cardiologie' and 'neurologie'"
    ]


@pytest.mark.parametrize(
    "said",
    [
        "costs: {department: {nl: onze administratie, en: billing}}",
        "contact: {department: {nl: Patiëntenservice, en: Patient Services}}",
        "costs: {department: {nl: de administratie, en: Patient Accounts}}",
        "complaints: {officer: {nl: mevrouw De Vries, en: 'Ms De Vries, complaints officer'}}",
        "complaints: {officer: {nl: onze bemiddelaar, en: our mediator}}",
        "contact: {email: a@b.example, answer_time: {nl: dezelfde dag, en: the same day}}",
        "contact: {email: a@b.example, answer_time: {nl: meestal binnen 2 dagen, en: usually within 2 days}}",
        "contact: {phone: 020 123 45 67, hours: {nl: maandag en dinsdag, en: Mondays and Tuesdays}}",
        "contact: {phone: 020 123 45 67, hours: {nl: 9.00 tot 17.00 uur, en: Mon-Fri}}",
        "specialties: {disease: {nl: MS, en: MS}}",
        "specialties: {names: [{nl: KNO-heelkunde, en: ENT}, {nl: Parkinson, en: Parkinson}]}",
        "appointment: {made: by-patient, address: {nl: https://house.example/a}}",
        "appointment: {made: by-patient}\ncontact: {phone: 000 000 00 00}",
        "appointment: {made: by-patient}\nown_lines: {appointment: {nl: Bij de balie., en: At the desk.}}",
        "appointment: {made: by-patient}\nown_lines: {appointment: {nl: Bel 000 000 00 00., en: Call 000 000 00 00.}}",
        "appointment: {made: by-hospital}",
    ],
)
def test_words_that_read_well_are_left_alone(said: str) -> None:
    assert told_of(said) == []


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("costs: {department: {nl: “het Infopunt”, en: “the desk”}}", None),
        ("contact: {phone: 020 123 45 67, hours: {nl: “op werkdagen”, en: “all day”}}", None),
        (
            "costs: {department: {nl: “balie”, en: “the desk”}}",
            f"'costs.department.nl' is 'balie', {NEEDS_ARTICLE.format('balie')}",
        ),
        (
            "contact: {phone: 020 123 45 67, hours: {nl: “Op werkdagen”, en: “all day”}}",
            f"'contact.hours.nl' is 'Op werkdagen', {CAPITAL.format('op werkdagen')}",
        ),
    ],
)
def test_words_between_curled_quotes_are_judged_as_they_are_without_them(said: str, line: str | None) -> None:
    brand, document = readable_brand(read_yaml(START + said, "brand.yml"))
    assert brand is not None
    told = [str(one) for one in check_words_in_sentences(document, brand)]
    assert told == ([f"brand.yml:3: {line}"] if line else [])


def told_of_name(name: str) -> list[str]:
    """Return what a hospital is told of its name."""
    found = read_brand(read_yaml(START.replace("{nl: Test, en: Trial}", name), "brand.yml"), today=DAY)[1]
    return sorted({str(one) for one in found})


@pytest.mark.parametrize("quoted", ["“Ons Huis”", "„Ons Huis”", "‘Ons Huis’"])
def test_curled_quotes_around_words_are_told_once_and_readers_never_get_them(quoted: str) -> None:
    assert told_of_name(quoted) == [
        f"brand.yml:1: 'name' is '{quoted}', and readers would see these quotes too; "
        "write straight quotes, or none: Ons Huis"
    ]


@pytest.mark.parametrize("name", ['"Ons Huis"', "Huis “De Boom”", "“A” en “B”", "’t Huis van foto’s"])
def test_quotes_inside_words_are_left_alone(name: str) -> None:
    assert told_of_name(name) == []


def lines_about_asking(said: str) -> list[str]:
    """Return what a hospital is told that says this, and that readers are told to ask."""
    document = read_yaml(START + said, "brand.yml")
    brand, faults = read_brand(document, today=DAY)
    assert brand is not None, faults
    return [str(one) for one in check_asking(document, brand)]


@pytest.mark.parametrize(
    "said", ["file: {by: [you]}", "own_lines: {contact: {nl: Vraag het ons gerust., en: Do ask us.}}"]
)
def test_a_hospital_that_readers_are_told_to_ask_hears_that_nobody_reads_how(said: str) -> None:
    assert lines_about_asking(f"contact:\n{said}") == [
        "brand.yml:3: readers are told to ask you, and the site has no number, email address or form of yours; "
        "write 'contact.phone' too, or 'contact.email' or 'contact.form', or a line of your own under "
        "'own_lines.contact' that says where"
    ]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "contact: {phone: 000 000 00 00}",
        "contact: {email: a@b.example}",
        "contact: {form: https://house.example/ask}",
        "review: {status: {phone: 000 000 00 00}}",
        "own_lines: {contact: {nl: Kom naar de balie., en: Come to the desk.}}",
        "elsewhere: {directory: https://house.example/places}",
    ],
)
def test_nothing_is_said_of_asking_where_readers_can_or_are_not_told_to(said: str) -> None:
    assert lines_about_asking(said) == []


LEAFLET = "papers: [{{title: {{nl: Folder, en: Leaflet}}{more}}}]"


@pytest.mark.parametrize(
    ("more", "line"),
    [
        (
            "",
            "readers get the title 'Leaflet' alone, with nothing to open; write 'address' below it, or 'file' (a file "
            "in your folder), or 'code' where it is on paper alone",
        ),
        (
            ", code: NHZ-038",
            "readers get the title 'Leaflet' and the code 'NHZ-038', with nothing to open; write 'address' below it, "
            "or 'file' (a file in your folder); where it is on paper alone, it may stay so",
        ),
        (", code: NHZ-038, address: {nl: https://a.example}", None),
        (", file: {nl: papers/folder.pdf}", None),
    ],
)
def test_a_leaflet_that_readers_cannot_open_is_told_also_where_it_has_a_code(
    more: str, line: str | None
) -> None:
    document = read_yaml(START + LEAFLET.format(more=more), "brand.yml")
    brand, faults = read_brand(document, today=DAY)
    assert brand is not None, faults
    told = [str(one) for one in check_papers(document, brand)]
    assert told == ([f"brand.yml:3: {line}"] if line else [])
