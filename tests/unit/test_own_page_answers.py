"""What other pages answer with a key of brand.yml alone: only what answers the question that stands above it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import pytest
from msgspec.structs import replace
from pydantic import BaseModel

from second_opinion.brand.apart import said_apart
from second_opinion.brand.brand_keys import SMALLEST_BRAND, all_keys, keys_alone, new_lines, plain_lines
from second_opinion.brand.model import Brand
from second_opinion.brand.own_answers import SECTIONS_BY_PAGE, answer_of, sections_shown_on
from second_opinion.brand.own_sections import SECTIONS, Section, own_sections
from second_opinion.brand.route import SectionName
from second_opinion.brand.speaker import Speaker
from second_opinion.core.languages import SOURCE_LANGUAGE
from second_opinion.core.validation import read_yaml
from second_opinion.data.interface import NamedWords
from second_opinion.project.project import Project

from .making import DAY, brand_of, speaker_of

# Each key whose sentence answers the question of a section, as a reader would say.
ANSWERING = {
    "where-to-go": {"elsewhere.places"},
    "moment": {"moment.after_plan", "moment.urgent"},
    "referral": {"referral.by", "referral.required", "referral.only", "referral.preferred"},
    "your-file": {
        "file.by",
        "file.written_consent",
        "file.portal",
        "file.post",
        "file.fax",
        "file.images",
        "file.images_brought",
        "file.images_anew",
    },
    "application": {"review.working_days", "review.confirmation", "review.team_meeting"},
    "appointment": {"appointment.made", "appointment.address"},
    "invited": {
        "appointment.always",
        "appointment.usually",
        "appointment.when",
        "appointment.when_not",
        "appointment.other_reasons",
        "appointment.advice_from_file",
    },
    "waiting": {"waiting_times.address", "waiting_times.date", "waiting_times.listed_by"},
    "visit": {
        "appointment.one_visit",
        "appointment.examined_often",
        "appointment.video",
        "appointment.telephone",
        "appointment.result_at_once",
        "appointment.second_visit",
    },
    "costs": {
        "costs.insurer_first",
        "costs.advance",
        "costs.date",
        "costs.date_is",
        "costs.prices",
        "costs.price_list",
        "costs.self_pay",
        "costs.phone",
        "own_lines",
    },
    "report": {"report.to"},
    "takeover": {"takeover.policy", "takeover.until_then", "takeover.reasons"},
    "from-abroad": {"from_abroad.languages"},
    "papers": {"papers.title", "papers.code"},
}

# Each key that alone says something beside the question of its section, below which a reader still looks for it.
LEAVING_OPEN = {
    "your-file": {
        "file.disc",
        "file.disc_often",
        "file.images_with_referral",
        "file.asked_elsewhere",
        "file.contents",
        "file.languages",
    },
    "application": {"review.status"},
    "costs": {"costs.department", "costs.contracts", "costs.contracts.all_but"},
}


EVERY_KEY = "every key"
PAID = {"costs.advance", "costs.date", "costs.date_is", "costs.insurer_first", "costs.prices"}
WHO_BRINGS_IT = {"file.by", "file.written_consent"}

# Each key with those beside which its sentence is no part of the answer to the question of its section.
OUT_OF_THE_ANSWER = {
    "elsewhere.places": {EVERY_KEY},
    "elsewhere.questions_about": {EVERY_KEY},
    "elsewhere.directory": {EVERY_KEY},
    "referral.preferred": {"referral.by", "referral.required"},  # why rather not the GP
    "file.portal": WHO_BRINGS_IT,
    "file.post": WHO_BRINGS_IT,
    "file.fax": WHO_BRINGS_IT,
    "file.images": WHO_BRINGS_IT,
    "file.disc": {EVERY_KEY},
    "file.disc_often": {EVERY_KEY},
    "file.images_with_referral": {EVERY_KEY},
    "file.asked_elsewhere": {EVERY_KEY},
    "file.contents": {EVERY_KEY},
    "file.languages": {EVERY_KEY},
    "appointment.specialist_chosen": {EVERY_KEY},
    "appointment.preferred_doctor": {EVERY_KEY},
    "waiting_times.date": {EVERY_KEY},  # the answer has a list in the place of a table
    "waiting_times.weeks": {EVERY_KEY},
    "waiting_times.address": {"waiting_times.date", "waiting_times.weeks"},
    "waiting_times.listed_by": {"waiting_times.date", "waiting_times.weeks"},
    "costs.department": {"costs.phone", "costs.price_list", "costs.self_pay"},
    "costs.price_list": PAID,
    "costs.self_pay": PAID,
    "costs.phone": PAID,
    "costs.contracts": {EVERY_KEY},
    "report.unless_you_object": {EVERY_KEY},
    "report.copy_on_request": {EVERY_KEY},
}


def hold(found: Mapping[str, set[str]], known: Mapping[str, set[str]], what_to_do: str) -> None:
    """Hold what was found to a table, and tell of each key that differs alone."""
    both = {*found, *known}
    new = [f"new in '{one}': {sorted(found.get(one, set()) - known.get(one, set()))}" for one in both]
    gone = [f"gone from '{one}': {sorted(known.get(one, set()) - found.get(one, set()))}" for one in both]
    told = [line for line in [*new, *gone] if not line.endswith("[]")]
    assert not told, "\n".join([*sorted(told), what_to_do])


def weeks_of(waits: list[str]) -> str:
    """Return the waits of a brand.yml, each at a specialty of its own."""
    entries = ", ".join(
        f"{{specialty: {{nl: Hart {place}, en: Heart {place}}}, weeks: {wait}}}"
        for place, wait in enumerate(waits)
    )
    return f"date: 2026-11-16, weeks: [{entries}]"


WHAT_TO_DO = (
    "the sentence of a key is said on another page, as the answer to the title of its section: does it answer that? "
    "Then add the key here. Else take it out of the `answer` of the section, in SECTIONS of brand/own_sections.py"
)


def answers_on_other_pages(said: str, words: NamedWords) -> dict[str, str]:
    """Return what other pages answer of a brand in plain words, by the section of its own page."""
    brand = Brand.model_validate({**SMALLEST_BRAND, **read_yaml(said, "brand.yml").value})
    made = own_sections(Speaker(brand, SOURCE_LANGUAGE, words, DAY))
    answered = [section for page in SECTIONS_BY_PAGE for section in sections_shown_on(made, page)[0]]
    return {section.anchor: " ".join(plain_lines(answer_of(section))) for section in answered}


def titles_of(said: str, words: NamedWords) -> dict[str, str]:
    """Return the titles on the own page of a brand, by its sections."""
    made = own_sections(Speaker(brand_of(said), SOURCE_LANGUAGE, words, DAY))
    return {section.anchor: section.title for section in made}


def test_a_key_alone_is_an_answer_on_another_page_only_where_it_answers_the_question(
    sample: Project,
) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    found: dict[str, set[str]] = {}
    for key in all_keys({SOURCE_LANGUAGE: words}):
        for each in key.says:
            sentences = each.sentences[SOURCE_LANGUAGE].split(" · ")
            for section, answer in answers_on_other_pages(each.written, words).items():
                if any(sentence in answer for sentence in sentences):
                    found.setdefault(section, set()).add(key.dotted)
    hold(found, ANSWERING, WHAT_TO_DO)


def test_a_key_alone_that_leaves_the_question_of_its_section_open_is_known_or_has_another_title(
    sample: Project,
) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    usual: dict[str, str] = {anchor: words[plan.title] for anchor, plan in SECTIONS.items()}
    found: dict[str, set[str]] = {}
    for key in all_keys({SOURCE_LANGUAGE: words}):
        for section in (one for each in key.says for one in own_sections(speaker_of(sample, each.written))):
            is_open = section.anchor in ANSWERING and section.blocks and not section.answer
            if is_open and section.title == usual[section.anchor]:
                found.setdefault(section.anchor, set()).add(key.dotted)
    hold(
        found,
        LEAVING_OPEN,
        "below the title of its section the sentence of a key alone does not answer what that asks: would a reader "
        "look for it there? Then add the key here. Else give it a title of its own in SECTIONS of "
        "brand/own_sections.py",
    )


# Each key that says something below a title in the place of the usual one, in any house that says two keys.
ASKED_BY_OTHER_TITLE = {
    "disease_title": {"specialties.disease", "specialties.names"},
    "doctor_title": {"appointment.preferred_doctor"},
    "specialist_title": {"appointment.specialist_chosen", "appointment.preferred_doctor"},
    "needed_title": {"appointment.advice_from_file"},
    "afar_title": {"appointment.video", "appointment.telephone"},
    "report_there_title": {"report.to", "report.unless_you_object", "report.copy_on_request"},
}


def saying_both(one: Brand, other: Brand) -> Brand:
    """Return a house that says what two others say; where they say the same key, as the first says it."""
    said = {group: getattr(one, group) for group in one.model_fields_set}
    for group, record in said.items():
        beside = getattr(other, group)
        if isinstance(record, BaseModel) and isinstance(beside, BaseModel):
            more = {key: getattr(record, key) for key in record.model_fields_set}
            said[group] = beside.model_copy(update=more)
    return other.model_copy(update=said)


def test_in_a_house_with_two_keys_a_title_asks_for_each_that_says_something_below_it(sample: Project) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    other_titles = {
        words[other.words]: other.words for plan in SECTIONS.values() for other in plan.other_titles
    }
    groups = {key.partition(".")[0] for keys in ASKED_BY_OTHER_TITLE.values() for key in keys} | {"elsewhere"}
    tried = [one for one in keys_alone() if one.key.partition(".")[0] in groups]

    def sections_of(brand: Brand) -> dict[str, Section]:
        return {one.anchor: one for one in own_sections(Speaker(brand, SOURCE_LANGUAGE, words, DAY))}

    found: dict[str, set[str]] = {}
    for one, other in itertools.combinations(tried, 2):
        both = saying_both(one.saying, other.saying)
        for anchor, section in sections_of(both).items():
            if section.title not in other_titles or any(said_apart(both)):
                continue
            keys = found.setdefault(other_titles[section.title], set())
            for key, house in (
                (one.key, saying_both(one.without, other.saying)),
                (other.key, saying_both(one.saying, other.without)),
            ):
                without = sections_of(house).get(anchor)
                if without is None or without.blocks != section.blocks:
                    keys.add(key)
    hold(
        found,
        ASKED_BY_OTHER_TITLE,
        "below one of these titles a key says something: does that answer what the title asks? Then add the key here. "
        "Else take it out of what the title covers, in SECTIONS of brand/own_sections.py",
    )


def lines_in(blocks: Sequence[str]) -> list[str]:
    """Return the lines of blocks of Markdown as readers see them."""
    return [line for block in blocks for line in plain_lines(block)]


def test_a_key_is_out_of_the_answer_only_beside_those_of_which_that_is_known(sample: Project) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    tried = [
        (
            one,
            Speaker(one.saying, SOURCE_LANGUAGE, words, DAY),
            Speaker(one.without, SOURCE_LANGUAGE, words, DAY),
        )
        for one in keys_alone()
    ]
    left_out: dict[str, set[str]] = {}
    answering = set[str]()
    for plan in (plan for anchor, plan in SECTIONS.items() if anchor in ANSWERING):
        said = [
            (one, [*new_lines(lines_in(plan.say(saying)), lines_in(plan.say(without)))])
            for one, saying, without in tried
        ]
        speaking = [(one, lines) for one, lines in said if lines]
        for (one, lines), (other, _) in itertools.permutations(speaking, 2):
            both = saying_both(one.saying, other.saying)
            if one.key == other.key or any(said_apart(both)):
                continue
            speaker = Speaker(both, SOURCE_LANGUAGE, words, DAY)
            page, answer = (" ".join(lines_in(say(speaker))) for say in (plan.say, plan.answer))
            there = [line for line in lines if line in page]
            if answer and any(line not in answer for line in there):
                left_out.setdefault(one.key, set()).add(other.key)
            elif answer and there:
                answering.add(one.key)
    found = {key: beside if key in answering else {EVERY_KEY} for key, beside in left_out.items()}
    hold(
        found,
        OUT_OF_THE_ANSWER,
        "beside these keys, which answer the title of its section, the sentence of this one is no part of the answer "
        "on another page: would a reader miss it there? Then say it in the `answer` of the section, in SECTIONS of "
        "brand/own_sections.py. Else add them here",
    )


def test_a_house_for_one_disease_that_gives_no_mental_health_care_is_asked_for_its_disease(
    sample: Project,
) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    said = "specialties: {disease: {nl: kanker, en: cancer}, mental_health: false}"
    assert titles_of(said, words)["specialties"] == words.disease_title


def test_a_line_of_the_hospital_stands_behind_the_answer_on_another_page(sample: Project) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    lines = "{visit: {nl: Neem iemand mee., en: Bring someone.}, studies: {nl: Vraag het., en: Ask.}}"
    answers = answers_on_other_pages(f"appointment: {{examined_often: true}}\nown_lines: {lines}", words)
    assert answers == {"visit": "Vaak onderzoekt de arts u ook lichamelijk. Neem iemand mee."}


@pytest.mark.parametrize(
    "beside",
    ["", "costs: {department: {nl: de balie, en: the desk}}"],
    ids=["alone", "beside what is no answer"],
)
def test_a_line_of_the_hospital_is_the_answer_on_another_page_where_nothing_else_is(
    sample: Project, beside: str
) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    line = "own_lines: {costs: {nl: Betalen kan in delen., en: You can pay in parts.}}"
    assert answers_on_other_pages(f"{line}\n{beside}", words) == {"costs": "Betalen kan in delen."}


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (
            "file: {by: [your-doctor, you], fax: 000 000 00 09}",
            "Dat kan op deze manieren: Uw arts stuurt ons uw gegevens. "
            "U vraagt zelf om een kopie van uw gegevens, en brengt die mee.",
        ),
        (
            "file: {fax: 000 000 00 09, disc: true}",
            "Artsen kunnen uw gegevens zo sturen: per fax, naar 000 000 00 09.",
        ),
        ("file: {disc: true}", ""),
        (
            "referral: {by: [treating-doctor, gp], preferred: treating-doctor}",
            "Uw eigen arts in het ziekenhuis kan u verwijzen, en uw huisarts ook. "
            "Het liefst vraagt uw eigen arts in het ziekenhuis de second opinion aan.",
        ),
        (
            "review: {confirmation: true, status: {phone: 000 000 00 01}}",
            "U krijgt bericht zodra uw aanvraag binnen is.",
        ),
        ("review: {status: {phone: 000 000 00 01}}", ""),
        (
            f"waiting_times: {{{weeks_of(['1', '2-3'])}}}",
            "Zo lang wachtten mensen gemiddeld op 16 november 2026: Hart 0: 1 week Hart 1: 2 tot 3 weken",
        ),
        (f"waiting_times: {{{weeks_of(['1'] * 5)}}}", ""),
        (
            f"waiting_times: {{{weeks_of(['1'] * 5)}, address: {{nl: https://a.example}}}}",
            "Bekijk al onze wachttijden Onze wachttijden zijn gemiddelden. "
            "Uw eigen wachttijd hangt af van uw situatie.",
        ),
    ],
)
def test_the_page_about_applying_answers_in_short_and_only_leads_on_where_there_is_no_answer(
    sample: Project, said: str, answer: str
) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    answered, linked = sections_shown_on(
        own_sections(Speaker(brand_of(said), SOURCE_LANGUAGE, words, DAY)), "applying"
    )
    assert " ".join(line for one in answered for line in plain_lines(answer_of(one))) == answer
    assert len(linked) == (not answer)


PRICES = ", ".join(
    f"{{name: p{one}, what: {{nl: Gesprek {one}, en: Visit {one}}}, euro: 90}}" for one in range(5)
)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (
            "costs: {advance: 500, date: 2026-11-16, department: {nl: de balie, en: the desk}}",
            "Dit bedrag is van 16 november 2026. Over de betaling hoort u van de balie.",
        ),
        (
            f"costs: {{date: 2026-11-16, department: {{nl: de balie, en: the desk}}, prices: [{PRICES}]}}",
            "Over de betaling hoort u van de balie.",
        ),
        (
            "referral: {by: [gp]}\nown_lines: {referral: {nl: Bel gerust., en: Do call.}}\n"
            "own_lines_first: [referral]",
            "Bel gerust. Uw huisarts verwijst u.",
        ),
        (
            "costs: {price_list: https://a.example, "
            "contracts: {insurers: [Een], date: 2026-11-16, until: 2026-12-31}}",
            "Bekijk onze prijslijst Lees met welke verzekeraars wij een contract hebben",
        ),
        (
            "takeover: {policy: possible, until_then: true, reasons: [{nl: Er is weinig plek., en: We are full.}]}",
            "Soms kan het niet: Er is weinig plek.",
        ),
        (
            "appointment: {made: by-hospital, preferred_doctor: true}\n"
            "review: {status: {department: {nl: de balie, en: the desk}}}",
            "Daarna maken wij de afspraak. Van de balie hoort u wanneer u komt. Is er nog onderzoek nodig",
        ),
    ],
    ids=["advance", "many prices", "own line first", "contracts", "takeover", "appointment"],
)
def test_the_whole_answer_stands_on_another_page(sample: Project, said: str, answer: str) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    found = " ".join(answers_on_other_pages(said, words).values())
    assert answer in found


def test_the_sections_that_pages_answer_are_those_with_an_answer() -> None:
    assert {section for shown in SECTIONS_BY_PAGE.values() for section in shown} == ANSWERING.keys()


def test_answers_stand_in_the_order_of_the_own_page() -> None:
    for shown in SECTIONS_BY_PAGE.values():
        assert [*shown] == [section for section in SECTIONS if section in shown]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("appointment: {telephone: true}", "afar_title"),
        ("appointment: {made: by-hospital, telephone: true, video: true}", "afar_title"),
        ("appointment: {telephone: true, one_visit: true}", "visit_title"),
        ("appointment: {examined_often: true}", "visit_title"),
        (
            "appointment: {telephone: true}\nown_lines: {visit: {nl: Neem iemand mee., en: Bring someone.}}",
            "visit_title",
        ),
    ],
    ids=["telephone", "both", "once", "examined", "a line of its own"],
)
def test_that_it_can_be_from_afar_too_answers_no_question_how_the_appointment_goes(
    sample: Project, said: str, title: str
) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    assert titles_of(said, words)["visit"] == words[title]


@pytest.mark.parametrize(
    ("section", "said", "other_title"),
    [
        ("visit", "appointment: {telephone: true}", "afar_title"),
        ("moment", "own_lines: {moment: {nl: Kom altijd., en: Come any time.}}", "moment_own_title"),
        ("appointment", "appointment: {preferred_doctor: true}", "doctor_title"),
        ("appointment", "appointment: {specialist_chosen: true}", "specialist_title"),
        ("invited", "appointment: {made: by-patient, advice_from_file: true}", "needed_title"),
        ("specialties", "specialties: {disease: {nl: kanker, en: cancer}}", "disease_title"),
    ],
)
def test_beside_something_that_no_other_title_covers_a_section_has_its_usual_title(
    sample: Project, monkeypatch: pytest.MonkeyPatch, section: SectionName, said: str, other_title: str
) -> None:
    words, plan = sample.own_page.words[SOURCE_LANGUAGE], SECTIONS[section]
    assert titles_of(said, words)[section] == words[other_title]
    with_more = replace(plan, say=lambda speaker: [*plan.say(speaker), "U kunt met de bus komen."])
    monkeypatch.setitem(SECTIONS, section, with_more)
    assert titles_of(said, words)[section] == words[plan.title]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("appointment: {preferred_doctor: true}", "doctor_title"),
        ("appointment: {specialist_chosen: true, preferred_doctor: true}", "specialist_title"),
        ("appointment: {preferred_doctor: true, made: by-hospital}", "appointment_title"),
        (
            "appointment: {preferred_doctor: true}\nown_lines: {appointment: {nl: Bel ons., en: Call us.}}",
            "appointment_title",
        ),
    ],
    ids=["a doctor", "the specialist", "who makes it", "a line of its own"],
)
def test_that_a_patient_can_name_a_doctor_answers_no_question_how_to_get_an_appointment(
    sample: Project, said: str, title: str
) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    assert titles_of(said, words)["appointment"] == words[title]
