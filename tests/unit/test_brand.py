"""What a brand says of itself: its own page, and what other pages show of that."""

from __future__ import annotations

import re
from typing import get_args

import markdown
import pytest
from msgspec.structs import replace

from second_opinion.brand.brand_menu import menu_of
from second_opinion.brand.brand_view import foot_links
from second_opinion.brand.imprint import foot_contact, names_of_hospital
from second_opinion.brand.own_answers import answer_of
from second_opinion.brand.own_block import own_block
from second_opinion.brand.own_page import own_pages
from second_opinion.brand.own_sections import SECTIONS, own_sections, searches_by_section
from second_opinion.brand.route import SectionName
from second_opinion.brand.sentences import with_sentences
from second_opinion.brand.speaker import escape_markdown
from second_opinion.core.languages import LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.markdown_text import Text
from second_opinion.core.records import WordsByLanguage
from second_opinion.core.validation import read_yaml
from second_opinion.data.blanks import OWN_PAGE_BLANKS
from second_opinion.data.menu import MenuItem
from second_opinion.project.project import Project
from second_opinion.site.body import Vocabulary, finish_body
from second_opinion.texts.pages import Page, check_step_icons, icons_of_steps

from .making import DAY, brand_of, make_page, speaker_of

WHOLE = "https://house.example/own/"


def test_a_brand_that_says_nothing_about_itself_has_no_page(sample: Project) -> None:
    assert own_sections(speaker_of(sample, "")) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_knows_what_people_type_who_look_for_a_section(sample: Project, lang: str) -> None:
    asked = searches_by_section(speaker_of(sample, "", lang))
    assert set(SECTIONS) - set(asked) == {
        "visit",  # of which people look for one thing that is said there
        "more",  # which holds whatever a brand puts there
    }
    assert all(all(words) for words in asked.values())


@pytest.mark.parametrize(
    ("said", "section", "typed", "is_found"),
    [
        ("appointment: {second_visit: true}", "visit", "videobellen", False),
        ("appointment: {second_visit: true}", "visit", "tweede keer", True),
        ("appointment: {second_visit: true, video: true}", "visit", "videobellen", True),
        ("appointment: {languages: [en]}", "language", "tolk", False),
        ("appointment: {languages: [en]}", "language", "taal", True),
        ("appointment: {interpreter: not-by-us}", "language", "tolk", True),
        ("file: {by: [you]}", "your-file", "cd", False),
        ("file: {by: [your-doctor], disc: true}", "your-file", "cd", True),
        ("appointment: {preferred_doctor: true}", "appointment", "afspraak maken", False),
        ("appointment: {address: {nl: https://a.example}}", "appointment", "afspraak maken", True),
        ("costs: {insurer_first: true}", "costs", "voorschot", False),
        ("costs: {insurer_first: true}", "costs", "rekening", True),
        ("costs: {advance: 500}", "costs", "voorschot", True),
    ],
)
def test_the_search_leads_to_a_section_only_for_what_a_hospital_says_there(
    sample: Project, said: str, section: str, typed: str, is_found: bool
) -> None:
    assert (typed in searches_by_section(speaker_of(sample, said)).get(section, ())) is is_found


def test_all_that_people_type_leads_to_a_section(sample: Project) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    used = {name for plan in SECTIONS.values() for name in plan.searches}
    used |= {plan.title.replace("_title", "_asked") for plan in SECTIONS.values()}
    assert {name for name in words if name.endswith("_asked")} <= used


@pytest.mark.parametrize(
    ("said", "anchors"),
    [
        ("contact: {phone: 000 000 00 00}", ["contact"]),
        ("costs: {advance: 1}", ["costs"]),
        ("specialties: {names: []}", []),
        ("file: {disc: false}", []),
        ("review: {confirmation: false}", ["application"]),
        ("moment: {after_plan: false}", []),
        ("appointment: {video: false}", []),
        ("complaints: {officer: {nl: Test, en: Trial}}\nreport: {to: [you]}", ["report", "complaints"]),
        (
            "waiting_times: {date: 2026-10-07, weeks: [{specialty: {nl: Test, en: Trial}, weeks: 1}]}",
            [],
        ),
        ("costs: {contracts: {insurers: [Test], date: 2026-11-01, until: 2026-11-27}}", ["costs"]),
        ("costs: {contracts: {insurers: [Test], date: 2026-11-01, until: 2026-11-26}}", []),
    ],
)
def test_a_section_stands_there_only_when_it_has_something_to_say(
    sample: Project, said: str, anchors: list[str]
) -> None:
    for lang in ("nl", "en"):
        made = own_sections(speaker_of(sample, said, lang))
        assert [section.anchor for section in made] == anchors
        assert all(section.blocks and all(section.blocks) for section in made)


@pytest.mark.parametrize(
    ("said", "page", "anchors"),
    [
        ("from_abroad: {languages: [nl]}", "abroad", ["from-abroad"]),
        ("takeover: {policy: never}\nreport: {to: [you]}", "afterwards", ["takeover"]),
        ("takeover: {policy: never}\nreport: {to: [you]}", "appointment", ["report"]),
        ("takeover: {policy: never}", "costs", []),
        ("costs: {advance: 500}", "costs", ["costs"]),
        ("file: {disc: true}\nreferral: {by: [gp]}", "applying", ["referral", "your-file"]),
        ("moment: {urgent: true}\nreferral: {by: [gp]}", "applying", ["moment", "referral"]),
        ("appointment: {made: by-patient, advice_from_file: true}", "refused", []),
        ("appointment: {always: true, made: by-patient}", "appointment", ["appointment", "invited"]),
        ("contact: {phone: 000 000 00 00}", "abroad", []),
    ],
)
def test_a_page_leads_to_the_sections_that_answer_and_only_where_there_are_some(
    sample: Project, said: str, page: str, anchors: list[str]
) -> None:
    for lang in ("nl", "en"):
        block = own_block(speaker_of(sample, said, lang), page=page, address="../own/", whole=WHOLE)
        links = [*(answer.question for answer in block.answers), *block.links] if block else []
        found = [link.address.removeprefix("../own/#") for link in links]
        assert found == anchors


@pytest.mark.parametrize(
    ("said", "page", "answers"),
    [
        (
            "takeover: {policy: never}",
            "afterwards",
            {"takeover": "<p>Nee. Na de second opinion gaat u terug naar uw eigen arts.</p>"},
        ),
        ("referral: {by: [gp]}", "applying", {"referral": "<p>Uw huisarts verwijst u.</p>"}),
        (
            "appointment: {when: [{nl: u jong bent, en: you are young}]}",
            "appointment",
            {"invited": "<p>U krijgt een gesprek als:</p>\n<ul>\n<li>u jong bent</li>\n</ul>"},
        ),
        (
            "appointment: {when_not: [{nl: u jong bent, en: you are young}]}",
            "appointment",
            {"invited": "<p>U krijgt geen gesprek als:</p>\n<ul>\n<li>u jong bent</li>\n</ul>"},
        ),
        (
            "appointment: {usually: true, when_not: [{nl: u jong bent, en: you are young}]}",
            "appointment",
            {
                "invited": "<p>Meestal krijgt u een gesprek, maar niet altijd. U hoort het hoe dan ook van ons.</p>\n"
                "<p>U krijgt bijvoorbeeld geen gesprek als:</p>\n<ul>\n<li>u jong bent</li>\n</ul>"
            },
        ),
        (
            "appointment: {always: false, advice_from_file: true, when: [{nl: u jong bent, en: you are young}]}",
            "appointment",
            {
                "invited": "<p>U krijgt niet altijd een gesprek. De arts leest eerst uw dossier. "
                "Is dat genoeg voor een advies, dan is een gesprek niet nodig.</p>\n"
                "<p>Een gesprek is nodig als:</p>\n<ul>\n<li>u jong bent</li>\n</ul>"
            },
        ),
        (
            "costs: {date: 2026-11-16, prices: [{name: scan, what: {nl: 'Scan a|b', en: y}, euro: 90}]}",
            "costs",
            {
                "costs": "<p>Zo veel rekenen wij:</p>\n<ul>\n<li>Scan a|b: 90\u00a0euro</li>\n</ul>\n"
                "<p>Dit bedrag is van 16 november 2026.</p>"
            },
        ),
    ],
)
def test_a_page_says_the_answer_of_the_hospital_below_the_question(
    sample: Project, said: str, page: str, answers: dict[str, str]
) -> None:
    block = own_block(speaker_of(sample, said, "nl"), page=page, address="../own/", whole=WHOLE)
    assert block is not None
    assert {answer.question.address: answer.said for answer in block.answers} == {
        f"../own/#{anchor}": answer for anchor, answer in answers.items()
    }
    assert block.links == []


def test_what_leads_on_has_its_whole_address_for_paper(sample: Project) -> None:
    block = own_block(
        speaker_of(sample, "file: {disc: true}"), page="applying", address="../own/", whole=WHOLE
    )
    assert block is not None
    assert [link.whole for link in block.links] == [f"{WHOLE}#your-file"]
    paper = "papers: [{title: {nl: Folder, en: Leaflet}, file: {nl: 'papers/folder a.pdf'}}]"
    for lang, up, more in (("nl", "../", ""), ("en", "../../", " hreflang=nl")):
        (made,) = own_sections(speaker_of(sample, paper, lang))
        assert f"](<{up}assets/brand/papers/folder a.pdf>)" in made.blocks[0]
        assert (
            f'{{ data-on-paper="https://house.example/assets/brand/papers/folder%20a.pdf"{more} }}'
            in made.blocks[0]
        )


def test_a_long_email_address_breaks_before_its_at_or_behind_a_point(sample: Project) -> None:
    speaker = speaker_of(sample, "contact: {email: second.opinion@groot-huis.example}")
    assert '">second.<wbr>opinion<wbr>@groot-huis.<wbr>example</a>' in foot_contact(speaker)


@pytest.mark.parametrize(
    ("contact", "way"),
    [
        ("{phone: 000 000 00 00, form: {nl: https://a.example/f}}", "tel:0000000000"),
        ("{email: vraag@a.example, form: {nl: https://a.example/f}}", "mailto:vraag@a.example"),
        ("{form: {nl: https://a.example/f}}", "https://a.example/f"),
    ],
)
def test_home_and_the_foot_have_the_first_way_to_reach_a_hospital(
    sample: Project, contact: str, way: str
) -> None:
    speaker = speaker_of(sample, f"contact: {contact}")
    block = own_block(speaker, page="index", address="own/", whole=WHOLE)
    assert block is not None
    assert [f'href="{way}"' in said for said in (foot_contact(speaker), *block.paragraphs)] == [True, True]


def test_a_link_at_the_foot_to_a_page_in_dutch_alone_says_so_to_english_readers(sample: Project) -> None:
    links = "links: {home: {nl: https://a.example, en: https://a.example/en}, privacy: https://a.example/p}"
    said = {lang: foot_links(speaker_of(sample, links, lang), sample.words.site[lang]) for lang in LANGUAGES}
    assert {lang: [link.note for link in shown] for lang, shown in said.items()} == {
        "nl": ["", ""],
        "en": ["", "(in Dutch)"],
    }


def test_to_a_long_list_a_page_only_leads(sample: Project) -> None:
    prices = ", ".join(f"{{name: p{at}, what: {{nl: x, en: y}}, euro: 9}}" for at in range(5))
    speaker = speaker_of(sample, f"costs: {{date: 2026-11-16, prices: [{prices}]}}")
    block = own_block(speaker, page="costs", address="../own/", whole=WHOLE)
    assert block is not None
    assert ([link.address for link in block.links], block.answers, block.below) == (["../own/#costs"], [], "")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_hospital_says_on_a_page_goes_before_what_holds_elsewhere(sample: Project, lang: str) -> None:
    block = own_block(
        speaker_of(sample, "costs: {advance: 500}", lang), page="costs", address="../own/", whole=WHOLE
    )
    assert block is not None
    assert block.below == sample.own_page.words[lang].block_first != ""
    prices = own_block(
        speaker_of(sample, "costs: {price_list: https://a.example}", lang),
        page="costs",
        address="",
        whole=WHOLE,
    )
    assert prices is not None
    assert prices.below == ""  # a link tells no way of its own
    for page in ("index", "applying"):
        network = own_block(speaker_of(sample, NETWORK, lang), page=page, address="own/", whole=WHOLE)
        assert network is not None
        assert network.below == ""


SAYS = [
    (
        "appointment: {made: by-hospital}\nreview: {working_days: 5}",
        {
            "nl": "Krijgt u een gesprek, dan maken wij de afspraak.",
            "en": "If you get an appointment, we make it",
        },
    ),
    (
        "appointment: {made: by-hospital, always: true}\nreview: {working_days: 5}",
        {"nl": "Daarna maken wij de afspraak.", "en": "We then make the appointment."},
    ),
    (
        "appointment: {made: by-hospital-after-file}",
        {
            "nl": "of u een uitnodiging krijgt, en wanneer. De afspraak maken wij.",
            "en": "whether you will get an appointment, and when. We make the appointment.",
        },
    ),
    (
        "specialties: {all: true, mental_health: false}",
        {
            "nl": "vragen.\nWij geven geen second opinions in de geestelijke gezondheidszorg.",
            "en": "specialties.\nWe do not give second opinions in mental health care.",
        },
    ),
    (
        "specialties: {all: true, mental_health: true}",
        {
            "nl": "vragen.\nWij geven second opinions in de geestelijke gezondheidszorg.",
            "en": "specialties.\nWe give second opinions in mental health care.",
        },
    ),
    (
        "specialties: {names: [{nl: hart, en: heart}], mental_health: true}",
        {
            "nl": "hart\nWij geven second opinions in de geestelijke gezondheidszorg.",
            "en": "heart\nWe give second opinions in mental health care.",
        },
    ),
    (
        "moment: {after_plan: true, urgent: true}",
        {
            "nl": "iets zeggen over het plan.\nMoet u om medische redenen snel behandeld worden?",
            "en": "comment on the plan too.\nIf you need treatment quickly for medical reasons,",
        },
    ),
    (
        "file: {disc: true, disc_often: true}",
        {
            "nl": "Beelden komen vaak per post, op een cd-rom.",
            "en": "Images are often sent by post, on a CD-ROM.",
        },
    ),
    (
        "review: {team_meeting: true}",
        {"nl": "in een multidisciplinair overleg (MDO). Dan duurt", "en": "in a team meeting (multi"},
    ),
    (
        "studies: {reason: true, judged: true}",
        {"nl": "voor u is.\nOnze specialisten kijken", "en": "for you.\nOur specialists also"},
    ),
    (
        "takeover: {policy: not-automatically, until_then: true}",
        {"nl": "uw eigen arts.\nZolang wij de", "en": "own doctor about it too.\nUntil we have taken over"},
    ),
    (
        "studies: {address: {nl: https://a.example}}",
        {"nl": "Vraag uw arts of er een voor u is.\n[Bekijk", "en": "there is one for you.\n[See which"},
    ),
    (
        "takeover: {policy: usually-not, reasons: [{nl: A., en: B.}]}",
        {
            "nl": "eigen arts blijft u behandelen.\nDit is de reden:\n- A.",
            "en": "doctor goes on treating you.\nThis is the reason:\n- B.",
        },
    ),
    (
        "studies: {judged: true, address: {nl: https://a.example}}",
        {"nl": "(trial) is waaraan u kunt meedoen", "en": "[See which studies are open now]"},
    ),
    (
        "waiting_times: {address: {nl: https://a.example}}",
        {"nl": "[Bekijk al onze wachttijden](<https://a.example>)", "en": "hreflang=nl"},
    ),
    (
        "waiting_times: {address: {nl: https://a.example, en: https://a.example}, listed_by: specialty}",
        {
            "nl": "[Bekijk onze wachttijden per specialisme](<https://a.example>)\nOnze wachttijden zijn gemiddelden.",
            "en": "[See our waiting times for each specialty](<https://a.example>)\nOur waiting times are averages.",
        },
    ),
    (
        "waiting_times: {address: {nl: https://a.example, en: https://a.example}, listed_by: illness}",
        {"nl": "[Bekijk onze wachttijden per ziekte]", "en": "[See our waiting times for each illness]"},
    ),
    (
        "specialties: {disease: {nl: kanker, en: cancer}}\n"
        "waiting_times: {address: {nl: https://a.example, en: https://a.example}, listed_by: illness}",
        {"nl": "wachttijden per soort kanker]", "en": "waiting times for each kind of cancer]"},
    ),
    (
        "waiting_times: {date: 2026-11-16, weeks: [{specialty: {nl: Hart, en: Heart}, weeks: 2-3}]}",
        {"nl": "| Hart | 2 tot 3 |", "en": "| Heart | 2 to 3 |"},
    ),
    (
        "file: {portal: {nl: https://a.example}, fax: true}",
        {
            "nl": "pagina voor verwijzers](<https://a.example>)\n- Per fax",
            "en": "page for referring doctors](<https://a.example>){ hreflang=nl } (in Dutch)\n- By fax",
        },
    ),
    (
        "appointment: {when: [{nl: de arts u wil zien, en: the doctor wants to see you}]}",
        {
            "nl": "krijgt een gesprek als:\n- de arts u wil zien",
            "en": "an appointment if:\n- the doctor wants",
        },
    ),
    (
        "appointment: {made: by-patient, advice_from_file: true}",
        {
            "nl": "De arts leest eerst uw dossier. Is dat genoeg voor een advies, dan is een gesprek niet nodig.",
            "en": "The doctor reads your records first. If they are enough for advice, you do not need",
        },
    ),
    (
        "appointment: {always: false, when_not: [{nl: x, en: y}]}",
        {
            "nl": "U krijgt niet altijd een gesprek.\nU krijgt geen gesprek als:\n- x",
            "en": "You do not always get an appointment.\nYou do not get an appointment if:\n- y",
        },
    ),
    (
        "appointment: {usually: true, when_not: [{nl: x, en: y}]}",
        {
            "nl": "maar niet altijd. U hoort het hoe dan ook van ons.\nU krijgt bijvoorbeeld geen gesprek als:\n- x",
            "en": "Either way, we will let you know.\nFor example, you do not get an appointment if:\n- y",
        },
    ),
    (
        "appointment: {always: false, when_not: [{nl: x, en: y}], other_reasons: true}",
        {
            "nl": "gesprek.\nU krijgt bijvoorbeeld geen gesprek als:\n- x",
            "en": "appointment.\nFor example, you do not get an appointment if:\n- y",
        },
    ),
    (
        "appointment: {result_at_once: often}",
        {
            "nl": "U hoort de uitslag vaak al tijdens het gesprek.",
            "en": "You often hear the result during the appointment.",
        },
    ),
    (
        "appointment: {result_at_once: usually}",
        {
            "nl": "U hoort de uitslag meestal al tijdens het gesprek.",
            "en": "You usually hear the result during the appointment.",
        },
    ),
    (
        "file: {fax: 020 123 45 67, images_with_referral: true}",
        {
            "nl": "67.\nUw arts stuurt de beelden, zoals scans en foto's, meteen met de verwijzing mee.",
            "en": "67.\nYour doctor sends the images, such as scans and X-rays, together with the referral.",
        },
    ),
    (
        "file: {by: [your-doctor], images_brought: true}",
        {
            "nl": "Uw arts stuurt ons uw gegevens.\nBeelden, zoals scans en foto's, neemt u zelf mee naar het gesprek.",
            "en": "us your records.\nYou bring images, such as scans and X-rays, to the appointment yourself.",
        },
    ),
    (
        "file: {by: [us], images_brought: true}",
        {
            "nl": "Daarvoor geeft u ons eerst toestemming.\nBeelden, zoals scans en foto's, neemt u zelf mee naar het",
            "en": "You give us your consent first.\nYou bring images, such as scans and X-rays, to the appointment",
        },
    ),
    (
        "file: {by: [you, us], written_consent: true}",
        {
            "nl": "Dat kan op deze manieren:\n- U vraagt zelf om een kopie van uw gegevens, en brengt die mee.\n"
            "- Wij vragen uw gegevens op. Daarvoor geeft u ons eerst toestemming op papier.",
            "en": "- We ask for your records. You give us your consent in writing first.",
        },
    ),
    (
        "file: {by: [your-doctor]}",
        {"nl": "Uw arts stuurt ons uw gegevens.", "en": "Your doctor sends us your records."},
    ),
    (
        "appointment: {languages: [nl, en], interpreter: by-us}",
        {
            "nl": "Het gesprek kan in het Engels.\nVraag op tijd om een tolk, dan regelen wij die.",
            "en": "appointment in English.\nIf you ask for an interpreter (tolk) in good time, we will arrange one.",
        },
    ),
    (
        "appointment: {interpreter: not-by-us}",
        {
            "nl": "Een tolk regelt u zelf, en neemt u mee naar het gesprek.",
            "en": "Please arrange an interpreter (tolk) yourself, and bring them to the appointment.",
        },
    ),
    (
        "file: {by: [your-doctor], images_anew: true}",
        {
            "nl": "gegevens.\nBeelden, zoals scans en foto's, maken wij zelf opnieuw. Heeft u oude beelden, dan "
            "zien wij die ook graag. Heeft u ze niet, dan kunt u toch komen.",
            "en": "records.\nWe take new images, such as scans and X-rays, ourselves. If you have old ones, we would "
            "like to see them too. If you do not, you can still come.",
        },
    ),
    (
        "takeover: {policy: if-you-want, reasons: [{nl: A., en: B.}]}",
        {
            "nl": "Ja, als u dat wilt. Begin erover in het gesprek, en praat er ook over met uw eigen arts.\nSoms kan",
            "en": "Yes, if you want it to. Bring it up at the appointment, and talk to your own doctor about it too.\n"
            "Sometimes it cannot:\n- B.",
        },
    ),
    (
        "appointment: {preferred_doctor: true}",
        {
            "nl": "U kunt de arts noemen bij wie u graag komt. Beloven kunnen wij dat niet.",
            "en": "You can tell us which doctor you would like to see, but we cannot promise it.",
        },
    ),
    (
        "appointment: {specialist_chosen: true, preferred_doctor: true}",
        {
            "nl": "Na het lezen van uw dossier kiest onze arts de specialist die bij u past.\nU kunt de arts noemen",
            "en": "After reading your records, our doctor chooses the right specialist for you.\nYou can tell us",
        },
    ),
    (
        "costs: {advance: 500, date: 2026-11-16, date_is: checked}",
        {
            "nl": "Dit bedrag hebben wij nagekeken op 16 november 2026.",
            "en": "We checked this amount on 16 November 2026.",
        },
    ),
    (
        "costs: {date: 2026-11-16, date_is: changed, prices: [{name: a, what: {nl: A, en: B}, euro: 90}, "
        "{name: c, what: {nl: C, en: D}, euro: 80}]}",
        {
            "nl": "Deze prijzen gelden sinds 16 november 2026.",
            "en": "These prices have applied since 16 November 2026.",
        },
    ),
    (
        "costs: {insurer_first: true}",
        {
            "nl": "Vraag eerst aan uw verzekeraar of die een second opinion bij ons betaalt.",
            "en": "First ask your insurer whether it will pay for a second opinion with us.",
        },
    ),
    (
        "appointment: {video: true, telephone: true}",
        {
            "nl": "telefoon kan ook, in plaats van een bezoek. Via video kan iemand die bij u is, meeluisteren.",
            "en": "Instead of visiting, you can talk to us by video or telephone. On a video call, someone who is",
        },
    ),
    (
        "appointment: {one_visit: true, video: true, telephone: true}",
        {
            "nl": "dezelfde dag. Een gesprek via video of per telefoon kan ook, in plaats van een bezoek. Via video",
            "en": "same day. Instead of visiting, you can talk to us by video or telephone. On a video call,",
        },
    ),
    (
        "contact: {phone: 020 123 45 67, general_phone: 020 123 45 60}",
        {
            "nl": "- Bellen: [020 123 45 67](tel:+31201234567)\n- Algemeen nummer: [020 123 45 60](tel:+31201234560)",
            "en": "- Main number: [020 123 45 60](tel:+31201234560)",
        },
    ),
    (
        "contact: {phone: 020 123 45 67, form: {nl: https://a.example}, "
        "form_answer_time: {nl: binnen één werkdag, en: within one working day}}",
        {
            "nl": "contactformulier](<https://a.example>)\n"
            "Vult u het formulier in, dan krijgt u binnen één werkdag antwoord.",
            "en": "If you use the form, you will get an answer within one working day.",
        },
    ),
    (
        "specialties: {all: true}\nown_lines: {specialties: {nl: Kom gerust., en: Do come.}}\n"
        "own_lines_first: [specialties]",
        {
            "nl": "Kom gerust.\nU kunt bij al onze specialismen een second opinion vragen.",
            "en": "Do come.\nYou can ask for a second opinion in all our specialties.",
        },
    ),
    (
        "referral: {by: [treating-doctor], only: true}",
        {
            "nl": "verwijst u. Uw huisarts kan u niet naar ons verwijzen.",
            "en": "refers you. Your GP cannot refer you to us.",
        },
    ),
    (
        "referral: {by: [gp], required: true}",
        {
            "nl": "Uw huisarts verwijst u. Zonder verwijzing kunt u niet bij ons terecht.",
            "en": "Your GP (huisarts) refers you. You cannot come to us without a referral.",
        },
    ),
    (
        "referral: {by: [gp], only: true}",
        {
            "nl": "Een arts in het ziekenhuis kan u niet naar ons verwijzen.",
            "en": "A hospital doctor cannot refer you to us.",
        },
    ),
    (
        "specialties: {disease: {nl: kanker, en: cancer}}\nwaiting_times: {date: 2026-11-16, "
        "address: {nl: https://a.example}, weeks: [{specialty: {nl: Borst, en: Breast}, weeks: 2}]}",
        {
            "nl": "| Waarvoor | Weken |",
            "en": "| What for | Weeks |",
        },
    ),
    (
        "report: {to: [you, gp], unless_you_object: true}",
        {
            "nl": "Is er iemand die het van u niet mag krijgen? Zeg dat dan tegen de arts.",
            "en": "If there is anyone you do not want to have it, tell the doctor.",
        },
    ),
    (
        "appointment: {second_visit: true}",
        {"nl": "dan kan het zijn dat u nog een keer komt.", "en": "you may have to come a second time."},
    ),
    (
        "appointment: {examined_often: true}",
        {"nl": "Vaak onderzoekt de arts u ook lichamelijk.", "en": "The doctor often examines you too."},
    ),
    (
        "file: {asked_elsewhere: true}",
        {"nl": "Met uw toestemming vraagt onze arts", "en": "With your consent, our doctor"},
    ),
    (
        "report: {to: [referrer, treating-doctors, gp]}",
        {
            "nl": "naar uw huisarts, de artsen die u behandelen en de behandelaar die u verwees.",
            "en": "to your GP, the doctors who treat you and the person who referred you.",
        },
    ),
    ("hard_to_ask: true", {"nl": "Een second opinion is heel gewoon", "en": "is quite normal"}),
    (
        "takeover: {policy: if-own-doctor-cannot}",
        {"nl": "die uw eigen arts niet kan geven.", "en": "that your own doctor cannot give."},
    ),
    ("file: {languages: [nl]}", {"nl": "lezen in het Nederlands.", "en": "We can read records in Dutch."}),
    (
        "from_abroad: {languages: [nl, en, de]}",
        {"nl": "in het Nederlands, Engels of Duits.", "en": "in Dutch, English or German."},
    ),
    (
        "takeover: {policy: possible, reasons: [{nl: A., en: B.}]}",
        {"nl": "eigen arts.\nSoms kan het niet:\n- A.", "en": "too.\nSometimes it cannot:\n- B."},
    ),
    (
        "takeover: {policy: not-automatically, reasons: [{nl: A., en: B.}]}",
        {"nl": "eigen arts.\nSoms kan het niet:\n- A.", "en": "too.\nSometimes it cannot:\n- B."},
    ),
    (
        "file: {portal: {nl: https://a.example}}",
        {
            "nl": "zo sturen:\n[digitaal, via onze pagina voor verwijzers](<https://a.example>).",
            "en": "like this:\n[online, through our page for referring doctors",
        },
    ),
    (
        "file: {portal: {nl: https://a.example}, post: [Straat 1]}",
        {
            "nl": "- [Digitaal, via onze pagina voor verwijzers](<https://a.example>)\n- Per post, aan Straat 1",
            "en": "- By post, to Straat 1",
        },
    ),
    (
        "costs: {date: 2026-11-02, prices: [{name: x, what: Gesprek, euro: 350}], self_pay: true}",
        {
            "nl": "Zo veel rekenen wij als u zelf betaalt:",
            "en": "This is what we charge if you pay for yourself:",
        },
    ),
    (
        "costs: {price_list: https://a.example, self_pay: true}",
        {"nl": "onze prijzen voor wie zelf betaalt]", "en": "our prices for people who pay for themselves]"},
    ),
    (
        "appointment: {video: true}",
        {
            "nl": "kan ook, in plaats van een bezoek. Iemand die bij u is, kan dan meeluisteren.",
            "en": "instead of a visit. Someone who is with you can listen in.",
        },
    ),
    (
        "appointment: {telephone: true}",
        {
            "nl": "Een gesprek per telefoon kan ook, in plaats van een bezoek.",
            "en": "You can also talk to us by telephone instead of visiting.",
        },
    ),
    (
        "appointment: {made: by-patient, when: [{nl: x, en: y}], advice_from_file: true}",
        {"nl": "Een gesprek is nodig als:\n- x", "en": "You need an appointment if:\n- y"},
    ),
    (
        "file: {by: [you]}\nappointment: {made: by-hospital}",
        {"nl": "brengt die naar ons vóór het gesprek.", "en": "bring it to us before the appointment."},
    ),
    (
        "file: {images_brought: true}\nreview: {working_days: 1}",
        {
            "nl": "bekijken uw dossier zodra het binnen is.",
            "en": "once they have arrived.",
        },
    ),
    (
        "file: {images_brought: true}\nreview: {working_days: 5}",
        {
            "nl": "zodra het binnen is. Dat duurt ongeveer 5",
            "en": "This takes about 5 working days.",
        },
    ),
    (
        "file: {images_brought: true}\nappointment: {made: by-hospital-after-file}",
        {
            "nl": "Eerst leest een specialist uw dossier. Daarna hoort u of u een uitnodiging krijgt, en wanneer.",
            "en": "A specialist first reads your records. You then hear whether you will get an appointment",
        },
    ),
    (
        "file: {images_brought: true}\nreview: {working_days: 5}\nappointment: {made: by-hospital-after-file}",
        {
            "nl": "u een uitnodiging krijgt, en wanneer.\nDe afspraak maken wij.",
            "en": "whether you will get an appointment, and when.\nWe make the appointment.",
        },
    ),
    (
        "file: {images_brought: true}\nappointment: {telephone: true}",
        {"nl": "Vraag dan vooraf hoe ze bij ons komen.", "en": "ask beforehand how to get them to us."},
    ),
    (
        "file: {by: [you], images: {nl: op een schijf, en: on a disc}}",
        {
            "nl": "en brengt die mee.\nBeelden, zoals scans en foto's: op een schijf.",
            "en": "and bring it with you.\nImages, such as scans and X-rays: on a disc.",
        },
    ),
    (
        "file: {by: [us]}\nfrom_abroad: {languages: [nl]}",
        {"nl": "vragen. Wij kunnen uw gegevens lezen in het", "en": "opinion. We can read your records in"},
    ),
    (
        "referral: {by: [treating-doctor, gp], preferred: treating-doctor}\nfile: {by: [you]}",
        {
            "nl": "Vraag dan ook om een kopie in het ziekenhuis waar u behandeld wordt.",
            "en": "so also ask for a copy at the hospital that treats you.",
        },
    ),
    (
        "takeover: {policy: never, reasons: [{nl: A., en: B.}]}",
        {"nl": "Dit is de reden:\n- A.", "en": "This is the reason:\n- B."},
    ),
    (
        "takeover: {policy: not-always, until_then: true, reasons: [{nl: A., en: B.}]}",
        {"nl": "Dit is de reden:\n- A.\nZolang wij de", "en": "This is the reason:\n- B.\nUntil we have"},
    ),
    (
        "report: {to: [you, referrer]}\nreferral: {by: [gp]}",
        {"nl": "Het verslag gaat naar u en uw huisarts.", "en": "The report goes to you and your GP."},
    ),
    (
        "appointment: {address: {nl: https://a.example}}",
        {"nl": "dan maakt u zelf een afspraak. Lees op", "en": "make the appointment yourself. See"},
    ),
    (
        "takeover: {policy: never, reasons: [{nl: A., en: B.}, {nl: C., en: D.}]}",
        {"nl": "Dit zijn de redenen:\n- A.\n- C.", "en": "These are the reasons:\n- B.\n- D."},
    ),
    (
        "links: {more: [{title: {nl: De vereniging, en: The association}, address: {nl: https://a.example}}]}",
        {"nl": "- [De vereniging](<https://a.example>)", "en": "- [The association]"},
    ),
    (
        "specialties: {disease: {nl: kanker, en: cancer}}",
        {"nl": "Wij geven second opinions over kanker.", "en": "We give second opinions about cancer."},
    ),
    (
        "specialties: {disease: {nl: kanker, en: cancer}, names: [{nl: borst, en: breast}]}",
        {"nl": "over kanker:\n- borst", "en": "about cancer:\n- breast"},
    ),
    (
        "costs: {date: 2026-11-16, prices: [{name: a, what: {nl: Gesprek, en: Visit}, euro: 1250}]}",
        {
            "nl": "| Gesprek | 1.250\u00a0euro |\nDit bedrag is van 16 november 2026",
            "en": "| Visit | 1,250\u00a0euros |\nThis amount is as of 16 November 2026",
        },
    ),
    (
        "costs: {date: 2026-11-16, advance: 500, prices: [{name: a, what: {nl: Gesprek, en: Visit}, euro: 1250}]}",
        {"nl": "Deze prijzen zijn van 16 november 2026", "en": "These prices are as of"},
    ),
]
READ = "Onze specialisten bekijken uw gegevens zodra alles binnen is."
CALLED = "Bellen: [020 123 45 67](tel:+31201234567)"
ASKED = "Wilt u weten hoe het met uw aanvraag staat?"
NUMBER_ASKED, ADDRESS_ASKED = "Uw arts kan ons het faxnummer vragen.", "Uw arts kan ons het adres vragen."
REACHED = f"{ASKED} [Zo bereikt u ons](#contact)."


@pytest.mark.parametrize(
    ("said", "section", "expected"),
    [
        (
            "",
            "application",
            f"{READ} Dat duurt ongeveer 5 werkdagen. Daarna hoort u of u een uitnodiging krijgt, en wanneer.",
        ),
        (
            "appointment: {always: true}",
            "application",
            f"{READ} Dat duurt ongeveer 5 werkdagen. Daarna hoort u wanneer u kunt komen.",
        ),
        ("appointment: {made: by-patient}", "application", f"{READ} Dat duurt ongeveer 5 werkdagen."),
        (
            "appointment: {made: by-patient}\nwaiting_times: {address: {nl: https://a.example}}",
            "waiting",
            "Onze wachttijden zijn gemiddelden. Uw eigen wachttijd hangt af van uw situatie.",
        ),
    ],
)
def test_what_someone_hears_after_the_reading_of_the_file_fits_how_the_appointment_is_made(
    sample: Project, said: str, section: str, expected: str
) -> None:
    made = own_sections(speaker_of(sample, f"review: {{working_days: 5}}\n{said}"))
    assert expected in next(one.blocks for one in made if one.anchor == section)


def test_what_someone_hears_after_the_file_stands_once_on_the_own_page_and_in_each_answer(
    sample: Project,
) -> None:
    said = "review: {working_days: 5}\nappointment: {made: by-hospital-after-file}"
    heard = "Daarna hoort u of u een uitnodiging krijgt, en wanneer."
    made = own_sections(speaker_of(sample, said))
    assert [one.anchor for one in made if heard in " ".join(one.blocks)] == ["application"]
    assert [one.anchor for one in made if heard in answer_of(one)] == ["application", "appointment"]


@pytest.mark.parametrize(
    ("referral", "asked"),
    [
        ("by: [gp]", "uw huisarts"),
        ("by: [treating-doctor]", "uw eigen arts in het ziekenhuis"),
        ("by: [gp, treating-doctor]", "uw eigen arts of uw huisarts"),
        ("by: [gp, treating-doctor], preferred: gp", "uw huisarts"),
        ("by: [gp, treating-doctor], preferred: treating-doctor", "uw eigen arts in het ziekenhuis"),
    ],
)
def test_where_the_insurer_is_asked_first_the_home_page_tells_whom_to_ask_for_a_referral_then(
    sample: Project, referral: str, asked: str
) -> None:
    said = f"costs: {{insurer_first: true}}\nreferral: {{{referral}}}\nappointment: {{made: by-patient}}"
    block = own_block(speaker_of(sample, said), page="index", address="own/", whole=WHOLE)
    assert block is not None
    first = "Zo komt u bij ons: vraag eerst uw verzekeraar of die een second opinion bij ons betaalt."
    then = f"Vraag dan {asked} om een verwijzing. Daarna maakt u zelf een afspraak."
    assert block.paragraphs == [f"<p>{first} {then}</p>"]


@pytest.mark.parametrize(
    ("more", "ends"),
    [
        (
            "address: {nl: https://a.example}",
            'zelf een afspraak. Lees op <a href="https://a.example">onze eigen website</a> hoe u dat doet.</p>',
        ),
        (
            "video: false}\ncontact: {phone: 000 000 00 09",
            'Bel ons daarvoor: <span class="kept"><a href="tel:0000000009">000 000 00 09</a>.</span></p>',
        ),
        (
            "video: false}\ncontact: {department: {nl: de balie, en: the desk}, phone: 000 000 00 09",
            "dan maakt u zelf een afspraak.</p>",
        ),
        (
            "address: {nl: https://a.example}}\ncontact: {phone: 000 000 00 09",
            'hoe u dat doet. Bellen kan ook: <span class="kept"><a href="tel:0000000009">000 000 00 09</a>.</span></p>',
        ),
    ],
    ids=["an address", "a number", "a number of who answers questions", "an address and a number"],
)
def test_who_makes_the_appointment_reads_where(sample: Project, more: str, ends: str) -> None:
    said = f"appointment: {{made: by-patient, {more}}}"
    block = own_block(speaker_of(sample, said, "nl"), page="appointment", address="", whole=WHOLE)
    assert block is not None
    assert block.answers[0].said.endswith(ends)


def test_what_happens_at_the_appointment_is_the_answer_of_the_page_about_it(sample: Project) -> None:
    said = "appointment: {made: by-patient, examined_often: true, second_visit: true}"
    block = own_block(speaker_of(sample, said, "nl"), page="appointment", address="", whole=WHOLE)
    assert block is not None
    _, visit = block.answers
    assert (visit.question.address, visit.said) == (
        "#visit",
        "<p>Vaak onderzoekt de arts u ook lichamelijk. "
        "Hebben wij meer onderzoek of meer gegevens nodig, dan kan het zijn dat u nog een keer "
        "komt.</p>",
    )


@pytest.mark.parametrize(
    ("contact", "first"),
    [
        (
            "{phone: 000 000 00 00, hours: {nl: op werkdagen}}",
            "Bellen: [000 000 00 00](tel:0000000000), op werkdagen",
        ),
        ("{email: a@b.example}", "## Heeft u een vraag? {#contact}"),
    ],
    ids=["a number", "none"],
)
def test_the_page_of_a_hospital_begins_with_its_number(sample: Project, contact: str, first: str) -> None:
    said = f"languages: [nl]\ncontact: {contact}"
    pages, _, findings = own_pages(read_yaml(said, "brand.yml"), brand_of(said), sample.own_page.words, DAY)
    assert findings == []
    assert pages[0].text.body.split("\n\n")[1] == first


@pytest.mark.parametrize(
    ("said", "blocks"),
    [
        ("costs: {phone: 000 000 00 00}", 3),
        ("", 2),
    ],
    ids=["behind what the section says", "alone"],
)
def test_a_line_of_the_hospital_stands_at_the_end_of_its_section_before_where_that_leads_on(
    sample: Project, said: str, blocks: int
) -> None:
    line = "own_lines: {costs: {nl: 'Betalen kan (ook) in delen.', en: You can pay in parts.}}"
    for lang, words in (("nl", r"Betalen kan \(ook\) in delen\."), ("en", r"You can pay in parts\.")):
        (section,) = own_sections(speaker_of(sample, f"{said}\n{line}", lang))
        assert (section.anchor, section.blocks[-2], len(section.blocks)) == ("costs", words, blocks)
        assert "(costs.md#who-pays)" in section.blocks[-1]


def test_below_a_list_of_ways_to_send_a_file_stands_the_sentence_about_discs(sample: Project) -> None:
    (section,) = own_sections(speaker_of(sample, "file: {fax: 000 000 00 09, disc: true}", "en"))
    assert section.blocks[-2].endswith("\nby fax, to 000 000 00 09.")
    assert section.blocks[-1] == "Images can also be sent by post, on a CD-ROM."


@pytest.mark.parametrize(
    ("said", "blocks"),
    [
        (
            "fax: true, disc: true}",
            ["Per fax", "Beelden mogen ook per post komen, op een cd-rom."],
        ),
        (
            "disc: true, disc_often: true}\ncontact: {phone: 020 123 45 67}",
            [f"Beelden komen vaak per post, op een cd-rom. {ADDRESS_ASKED}"],
        ),
        ("fax: true}\ncontact: {phone: 020 123 45 67}", ["Per fax", NUMBER_ASKED]),
        (
            "post: [Huis, Plein 1], fax: 020 123 45 60, disc: true}\ncontact: {phone: 020 123 45 67}",
            [
                "Per post, aan Huis, Plein 1",
                "Per fax, naar 020 123 45 60",
                "Beelden mogen ook per post komen, op een cd-rom.",
            ],
        ),
    ],
)
def test_where_a_fax_or_a_disc_goes_is_told_where_it_is_given_and_asked_where_someone_can_be(
    sample: Project, said: str, blocks: list[str]
) -> None:
    section = own_sections(speaker_of(sample, f"file: {{portal: https://a.example, {said}"))[0]
    lines = [line.removeprefix("- ") for block in section.blocks for line in block.splitlines()]
    assert [line for line in lines if "voor verwijzers" not in line][1:] == blocks


def test_a_portal_alone_stands_under_no_question_that_it_does_not_answer(sample: Project) -> None:
    said = "links: {patient_portal: {nl: https://mijn.house.example}}"
    assert [section.anchor for section in own_sections(speaker_of(sample, said))] == ["more"]


def test_every_section_can_have_a_line_of_the_hospital(sample: Project) -> None:
    names = get_args(SectionName)
    assert list(names) == list(SECTIONS)
    lines = ", ".join(f"{name}: {{nl: Zo is het., en: So it is.}}" for name in names)
    made = own_sections(speaker_of(sample, f"own_lines: {{{lines}}}"))
    assert [section.anchor for section in made] == [*names]


def test_one_working_day_is_one(sample: Project) -> None:
    (one,) = own_sections(speaker_of(sample, "review: {working_days: 1}", "en"))
    assert "about one working day. You" in one.blocks[0]


@pytest.mark.parametrize(
    ("status", "contact", "expected"),
    [
        ("phone: 020 123 45 67", "phone: 020 123 45 67, hours: {nl: x, en: x}", [REACHED]),
        ("phone: 020 123 45 67, hours: {nl: y, en: y}", "phone: 020 123 45 67", [ASKED, f"- {CALLED}, y"]),
        ("phone: 020 123 45 67", "phone: 020 123 45 60", [ASKED, f"- {CALLED}"]),
        (
            "department: {nl: de balie, en: the desk}",
            "phone: 020 123 45 67",
            [f"{ASKED} Vraag het aan de balie. [Zo bereikt u ons](#contact)."],
        ),
        (
            "department: {nl: de balie, en: the desk}",
            "department: {nl: x, en: x}",
            [f"{ASKED} Vraag het aan de balie."],
        ),
    ],
    ids=["the same", "at other hours", "another", "by nobody's number", "nobody can be reached"],
)
def test_a_number_that_stands_below_contact_is_not_said_again(
    sample: Project, status: str, contact: str, expected: list[str]
) -> None:
    made = own_sections(speaker_of(sample, f"review: {{status: {{{status}}}}}\ncontact: {{{contact}}}"))
    assert [block.replace("\\", "") for block in made[0].blocks] == expected


@pytest.mark.parametrize(
    ("said", "section", "before"),
    [
        ("review: {status: {phone: 020 123 45 67}}", "application", [ASKED, f"- {CALLED}", "Lees ook:"]),
        (
            "review: {status: {department: {nl: de balie, en: the desk}}}",
            "application",
            [f"{ASKED} Vraag het aan de balie."],
        ),
        (
            "takeover: {policy: never, reasons: [{nl: A, en: B}]}",
            "takeover",
            ["Dit is de reden:", "- A", "Lees ook:"],
        ),
    ],
    ids=["behind ways to ask", "behind whom to ask", "behind reasons"],
)
def test_a_leaflet_stands_last_in_its_section_and_is_no_point_of_a_list_before_it(
    sample: Project, said: str, section: str, before: list[str]
) -> None:
    leaflet = (
        f"papers: [{{title: {{nl: Folder, en: Leaflet}}, section: {section}, address: https://a.example}}]"
    )
    (made,) = own_sections(speaker_of(sample, f"{said}\n{leaflet}"))
    *others, last = [block.replace("\\", "") for block in made.blocks]
    assert others[-len(before) :] == before
    assert last == "- [Folder](<https://a.example>)"


def test_a_hospital_that_usually_does_not_take_over_asks_nobody_to_bring_it_up(sample: Project) -> None:
    (section,) = own_sections(speaker_of(sample, "takeover: {policy: usually-not}"))
    assert section.blocks == ["Meestal niet. Wij geven advies, en uw eigen arts blijft u behandelen."]


def test_a_general_number_that_is_the_number_to_call_is_said_once(sample: Project) -> None:
    speaker = speaker_of(sample, "contact: {phone: 020 123 45 67, general_phone: '020-1234567'}")
    assert speaker.brand.contact is not None
    assert [way.replace("\\", "") for way in speaker.ways(speaker.brand.contact)] == [CALLED]


def test_a_house_where_people_come_once_promises_no_second_appointment_for_a_test(sample: Project) -> None:
    once, more = (
        own_sections(speaker_of(sample, f"appointment: {{made: by-hospital, one_visit: {said}}}"))[0].blocks
        for said in ("true", "false")
    )
    invited = "Is er nog onderzoek nodig, dan krijgt u daarvoor een uitnodiging."
    assert invited in more
    assert not any(invited in block for block in once)


@pytest.mark.parametrize(("said", "says"), SAYS, ids=[said for said, _ in SAYS])
def test_what_a_brand_says_is_a_sentence_in_each_language(
    sample: Project, said: str, says: dict[str, str]
) -> None:
    for lang, words in says.items():
        text = "\n".join(
            block for one in own_sections(speaker_of(sample, said, lang)) for block in one.blocks
        )
        assert words in text.replace("\\", "")


@pytest.mark.parametrize(
    ("beside", "anchors"),
    [("takeover: {policy: possible}", ["takeover"]), ("report: {to: [you]}", ["report", "papers"])],
)
def test_a_paper_stands_in_the_section_that_it_names_where_that_says_something_else(
    sample: Project, beside: str, anchors: list[str]
) -> None:
    paper = "papers: [{title: {nl: Folder, en: Leaflet}, section: takeover}]"
    made = own_sections(speaker_of(sample, f"{beside}\n{paper}"))
    assert [section.anchor for section in made] == anchors
    assert [section.anchor for section in made if "- Folder" in section.blocks] == anchors[-1:]


GUIDE = "Onze wachttijden zijn gemiddelden. Uw eigen wachttijd hangt af van uw situatie."


def test_waits_that_are_too_old_leave_the_link_to_the_table_of_the_hospital(sample: Project) -> None:
    weeks = "date: 2026-10-07, weeks: [{specialty: {nl: Hart, en: Heart}, weeks: 1}]"
    (waiting,) = own_sections(
        speaker_of(sample, f"waiting_times: {{address: {{nl: https://a.example}}, {weeks}}}")
    )
    assert waiting.blocks == ["[Bekijk al onze wachttijden](<https://a.example>)", GUIDE]


def test_the_address_of_the_waits_says_too_that_they_are_averages_and_when_readers_hear_theirs(
    sample: Project,
) -> None:
    said = "specialties: {disease: {nl: kanker, en: cancer}}\nwaiting_times: {address: {nl: https://a.example}}\n"
    read_first, not_said, booked = (
        {section.anchor: section.blocks for section in own_sections(speaker_of(sample, f"{said}{more}"))}
        for more in (
            "review: {working_days: 5}",
            "review: {confirmation: false}",
            "review: {working_days: 5}\nappointment: {address: {nl: https://a.example}}",
        )
    )
    assert (
        not_said["waiting"]
        == booked["waiting"]
        == ["[Bekijk al onze wachttijden](<https://a.example>)", GUIDE]
    )
    assert read_first["waiting"] == [
        "[Bekijk al onze wachttijden](<https://a.example>)",
        f"{GUIDE} Hoe lang het precies duurt, hoort u als een specialist uw dossier heeft bekeken.",
    ]


NETWORK = (
    "elsewhere: {directory: {nl: https://a.example}}\nappointment: {made: by-hospital-after-file}\n"
    "report: {to: [referrer], copy_on_request: true}\n"
)


def test_a_network_sends_readers_to_its_list_and_says_nothing_of_second_opinions_of_its_own(
    sample: Project,
) -> None:
    where, *_ = own_sections(speaker_of(sample, NETWORK))
    assert where.blocks == [
        "Test geeft zelf geen second opinions. Een deel van de instellingen die bij ons zijn aangesloten, "
        "doet dat wel.",
        "[Zoek in de lijst van al onze instellingen](<https://a.example>)",
    ]
    for lang in ("nl", "en"):
        _, *others = own_sections(speaker_of(sample, NETWORK, lang))
        assert [section.anchor for section in others] == ["appointment", "report"]
        said = " ".join(line for section in others for line in (section.title, *section.blocks))
        assert not re.search(r"\b(?:wij|ons|we|us|our)\b", said, re.IGNORECASE)
        block = own_block(speaker_of(sample, NETWORK, lang), page="index", address="own/", whole=WHOLE)
        assert block is not None
        assert (block.title, block.links[0].label) == {
            "nl": ("Test wijst u de weg", "Lees waar u terechtkunt"),
            "en": ("Trial can point you in the right direction", "Read where you can go"),
        }[lang]


def test_the_page_of_a_brand_leads_on_to_the_pages_that_it_added(sample: Project) -> None:
    said = "costs: {advance: 500}\n"
    document, brand = read_yaml(said, "brand.yml"), brand_of(said)
    for added in ((), ("our-desk", "our-street")):
        pages, _, _ = own_pages(document, brand, sample.own_page.words, DAY, added)
        for page in pages:
            assert isinstance(page, Page)
            assert page.meta.related == [*added, "applying", "appointment", "costs"]


def test_a_page_that_a_brand_links_to_under_a_name_of_its_own_stands_there_alone(sample: Project) -> None:
    said = "links: {more: [{title: {nl: Onze balie, en: Our desk}, page: our-desk}]}\n"
    document, added = read_yaml(said, "brand.yml"), ("our-desk", "our-street")
    pages, _, _ = own_pages(document, brand_of(said), sample.own_page.words, DAY, added)
    for page in pages:
        assert isinstance(page, Page)
        assert page.meta.related == ["our-street", "applying", "appointment", "costs"]


def test_the_page_of_a_network_has_an_address_of_its_own_to_which_the_old_one_leads(sample: Project) -> None:
    brand = brand_of(NETWORK)
    pages, _, found = own_pages(read_yaml(NETWORK, "brand.yml"), brand, sample.own_page.words, DAY)
    assert found == []
    assert [(page.meta.slug, page.meta.moved_from) for page in pages if isinstance(page, Page)] == [
        ("waar-u-terechtkunt", ["uw-ziekenhuis"]),
        ("where-to-go", ["your-hospital"]),
    ]


@pytest.mark.parametrize(("places", "is_filtered"), [(2, False), (3, True)])
def test_a_short_list_of_places_has_no_filter(sample: Project, places: int, is_filtered: bool) -> None:
    entries = ", ".join(f"{{name: P{n}, town: T, about: [{{nl: a, en: b}}]}}" for n in range(places))
    (where,) = own_sections(speaker_of(sample, f"elsewhere: {{places: [{entries}]}}"))
    assert ("data-module" in where.blocks[1]) is is_filtered


def test_a_link_of_a_brand_leads_to_a_page_of_the_site_by_the_name_of_its_file(sample: Project) -> None:
    said = "links: {more: [{title: {nl: Onze balie, en: Our desk}, page: our-desk}]}"
    (more,) = own_sections(speaker_of(sample, said))
    assert more.blocks[-1] == "- [Onze balie](our-desk.md)"


def test_a_short_name_of_a_page_stands_in_menus(sample: Project) -> None:
    named = make_page("new")
    short = replace(named, meta=named.meta.model_copy(update={"short": "Kort"}))
    (item,) = menu_of([], [short], None, lambda _: False, [], ["nl"])
    assert item.label("nl") == "Kort"


def test_questions_come_last_on_the_page_of_a_brand(sample: Project) -> None:
    said = "contact: {phone: 000 000 00 00}\nreferral: {by: [gp]}\nfrom_abroad: {languages: [nl]}"
    made = own_sections(speaker_of(sample, said))
    assert [section.anchor for section in made] == ["referral", "from-abroad", "contact"]


@pytest.mark.parametrize(
    ("first", "order", "shown"),
    [
        ([], ["own", "new", "a", "b", "c"], ["own", "a", "b"]),
        (["c"], ["own", "c", "new", "a", "b"], ["own", "c", "a"]),
        (["new", "b"], ["own", "new", "b", "a", "c"], ["own", "new", "b"]),
    ],
)
def test_pages_of_a_brand_stand_behind_its_own_one_and_what_it_puts_first_is_at_the_top_of_each_page(
    first: list[str], order: list[str], shown: list[str]
) -> None:
    entries = {
        name: MenuItem.model_validate(
            {"page": name, "nl": name, "en": name, "header": name in {"own", "a", "b"}}
        )
        for name in ("own", "a", "b", "c")
    }
    own = entries.pop("own")
    menu = menu_of([*entries.values()], [make_page("new")], own, entries.__contains__, first, ["nl"])
    assert [item.page for item in menu] == order
    assert [item.page for item in menu if item.header] == shown


def test_texts_of_a_brand_can_name_its_amounts(sample: Project) -> None:
    said = "costs: {date: 2026-11-16, advance: 500, prices: [{name: scan, what: {nl: x, en: y}, euro: 90}]}"
    names = names_of_hospital(speaker_of(sample, said, "en"), sample.words.site["en"], sample.release)
    amounts = {name: value for name, value in names.items() if name.startswith("brand.")}
    assert amounts == {"brand.advance": "500\u00a0euros", "brand.scan": "90\u00a0euros"}


def test_a_sentence_of_the_brand_takes_the_place_of_ours_in_its_languages(sample: Project) -> None:
    said = (
        "languages: [nl]\nreport: {to: [gp]}\nsentences: {report_to: {nl: 'Wij sturen het naar {people}.'}}"
    )
    document = read_yaml(said, "brand.yml")
    words, found = with_sentences(
        document, brand_of(said), sample.own_page.words, OWN_PAGE_BLANKS, "data/test.yml"
    )
    assert found == []
    says = {
        lang: own_sections(replace(speaker_of(sample, said, lang), words=words[lang]))[0].blocks[0]
        for lang in ("nl", "en")
    }
    assert says == {"nl": "Wij sturen het naar uw huisarts.", "en": "The report goes to your GP."}


STEP = "Zo komt u bij ons: vraag "
INSURER_FIRST = "eerst uw verzekeraar of die een second opinion bij ons betaalt."
FIRST_STEPS = [
    ("updated: 2026-11-22", []),
    ("contact: {phone: 000 000 00 00}", ["Bellen: 000 000 00 00"]),
    ("referral: {by: [gp]}", [f"{STEP}uw huisarts om een verwijzing."]),
    (
        "referral: {by: [treating-doctor, gp]}\nappointment: {made: by-patient}",
        [f"{STEP}uw eigen arts of uw huisarts om een verwijzing. Daarna maakt u zelf een afspraak."],
    ),
    (
        "referral: {by: [gp]}\nappointment: {address: {nl: https://a.example}}",
        [
            f"{STEP}uw huisarts om een verwijzing. Daarna maakt u zelf een afspraak. "
            "Lees op onze eigen website hoe u dat doet."
        ],
    ),
    (
        "referral: {by: [treating-doctor, gp], preferred: treating-doctor}\nappointment: {made: by-hospital}",
        [
            f"{STEP}uw eigen arts in het ziekenhuis om een verwijzing. "
            "Wij bekijken uw dossier, en daarna hoort u van ons."
        ],
    ),
    (
        "costs: {insurer_first: true}",
        [f"{STEP}{INSURER_FIRST} Vraag ons dan welke arts u kan verwijzen."],
    ),
    (
        "costs: {insurer_first: true}\nappointment: {made: by-hospital}",
        [
            f"{STEP}{INSURER_FIRST} Vraag ons dan welke arts u kan verwijzen. "
            "Wij bekijken uw dossier, en daarna hoort u van ons."
        ],
    ),
    (
        "costs: {insurer_first: true}\nreferral: {by: [gp]}",
        [f"{STEP}{INSURER_FIRST} Vraag dan uw huisarts om een verwijzing."],
    ),
]


@pytest.mark.parametrize(("said", "says"), FIRST_STEPS)
def test_the_home_page_begins_with_the_first_step_here_and_the_number(
    sample: Project, said: str, says: list[str]
) -> None:
    block = own_block(speaker_of(sample, said), page="index", address="own/", whole=WHOLE)
    assert block is not None
    assert [re.sub("<[^>]+>", "", paragraph) for paragraph in block.paragraphs] == says
    assert [link.address for link in block.links] == ["own/"]


@pytest.mark.parametrize(
    ("lang", "but", "said"),
    [
        ("nl", "false", "Wij hebben tot en met 31 december 2026 een contract met Zorg A en Zorg B."),
        ("en", "false", "Up to and including 31 December 2026, we have a contract with Zorg A and Zorg B."),
        (
            "nl",
            "true",
            "Wij hebben tot en met 31 december 2026 een contract met alle zorgverzekeraars, behalve Zorg A en Zorg B.",
        ),
        (
            "en",
            "true",
            "Up to and including 31 December 2026, we have a contract with every health insurer except Zorg A and",
        ),
    ],
)
def test_contracts_are_named_with_the_day_until_which_they_hold(
    sample: Project, lang: str, but: str, said: str
) -> None:
    named = f"insurers: [Zorg A, Zorg B], all_but: {but}"
    contracts = f"costs: {{contracts: {{{named}, date: 2026-11-01, until: 2026-12-31}}}}"
    [costs] = own_sections(speaker_of(sample, contracts, lang))
    assert costs.blocks[0].startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "*a* [b](c)",
        "<script>1</script>",
        "{{ site.name }}",
        "# a",
        "1. b",
        "| c |",
        "- d",
        "9:00 uur: ~e~ ^f^ g=h",
    ],
)
def test_words_of_a_brand_are_shown_as_they_are_written(text: str, sample: Project) -> None:
    html = markdown.markdown(escape_markdown(text), extensions=["attr_list", "tables"])
    body = finish_body(html, name="test", words=sample.words.site["nl"], vocabulary=Vocabulary("nl", ()))
    assert body.strip().startswith("<p>")
    assert re.sub(r"</?p>", "", body).strip().replace("&lt;", "<").replace("&gt;", ">") == text


def test_words_fall_back_to_dutch_only_where_there_are_no_others() -> None:
    assert WordsByLanguage.model_validate({"nl": "ja"}).in_language("en") == "ja"
    assert WordsByLanguage.model_validate({"nl": "ja", "en": "yes"}).in_language("en") == "yes"


def test_a_passage_of_a_brand_that_is_no_step_any_more_is_told_where_it_stands() -> None:
    page = make_page(keys={"step_icons": "[clock-outline, email-outline]"})
    ours = {name: Text(name, words) for name, words in (("step.md", "1. Eerst.\n"), ("safety.md", "Bel.\n"))}
    texts = [
        Text(page.file, "2. Dan dit.\n"),
        Text("my/snippets/nl/step.md", "Eerst dit.\n"),
        Text("my/snippets/nl/safety.md", "Bel ons.\n"),
    ]
    assert [
        str(found) for found in check_step_icons(page, texts, ["clock-outline", "email-outline"], ours)
    ] == [
        "my/snippets/nl/step.md:1: this passage is no step, and the shared one in its place begins with '1.'; "
        "begin it with '1. ' too"
    ]


def test_a_step_has_the_pictogram_of_its_number_where_a_hospital_needs_no_step_before_it() -> None:
    page = make_page(keys={"step_icons": "[clock-outline, email-outline, phone-outline]"})
    text = "1. Eerst.\nDan iets over stap 1.\n3. Ten slotte.\n"
    known = ["clock-outline", "email-outline", "phone-outline"]
    assert check_step_icons(page, [Text(page.file, text)], known, {}) == []
    assert icons_of_steps(page.meta.step_icons, text) == ["clock-outline", "phone-outline"]
