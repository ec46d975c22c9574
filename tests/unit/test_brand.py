"""What a brand becomes: shades that can be read, a page about itself, a folder to start from."""

from __future__ import annotations

import colorsys
import random
import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import markdown
import pytest

from second_opinion.brand import colours as brand_colours
from second_opinion.brand.apart import APART
from second_opinion.brand.choices import Saying, choices
from second_opinion.brand.colours import (
    FOCUS_ON,
    MODES,
    PART,
    check_colours,
    focus_contrast,
    read_tokens,
    shades,
    unreadable_pairs,
)
from second_opinion.brand.look import Colours
from second_opinion.brand.model import Brand, read_brand
from second_opinion.brand.own_page import SECTIONS, own_pages, searches_by_section, sections
from second_opinion.brand.route import SectionName
from second_opinion.brand.schema import KEYS, json_schema, keys, keys_together
from second_opinion.brand.selection import menu_of
from second_opinion.brand.sender import names_of_hospital
from second_opinion.brand.sentences import with_sentences
from second_opinion.brand.speaker import Speaker, escape_markdown
from second_opinion.brand.view import own_block
from second_opinion.commands import brand as new_brand
from second_opinion.commands.keys import SCHEMA, generated_files
from second_opinion.core.languages import LANGUAGES, paper_languages
from second_opinion.core.markdown_text import Text, is_one_sentence
from second_opinion.core.records import WordsByLanguage
from second_opinion.core.validation import read_yaml
from second_opinion.data.blanks import OWN_PAGE
from second_opinion.data.interface import Interface
from second_opinion.data.menu import MenuItem
from second_opinion.project import project as files
from second_opinion.project.project import Project
from second_opinion.site.body import Vocabulary, finish_body
from second_opinion.site.preview import shown_pairs, states
from second_opinion.texts.pages import Page, check_step_icons
from support import ROOT

from .making import DAY, brand_of, make_page, term

TOKENS = read_tokens((ROOT / files.TOKENS).read_text("utf-8"))
COLOURS = [
    "#{:02x}{:02x}{:02x}".format(
        *(round(part * 255) for part in colorsys.hls_to_rgb(hue / 8, light / 10, 0.8))
    )
    for hue in range(8)
    for light in (1, 5, 8)
]


def test_the_neutral_colours_can_be_read_in_light_and_dark() -> None:
    for mode in MODES:
        assert unreadable_pairs(TOKENS[mode]) == []
        assert min(focus_contrast(TOKENS[mode], ground) for ground in FOCUS_ON) >= PART


@pytest.mark.parametrize("main", COLOURS)
def test_every_shade_of_an_accepted_colour_can_be_read_and_a_refused_one_gets_one_that_is_accepted(
    main: str,
) -> None:
    document = read_yaml("look: {}\n", "brand.yml")
    found = check_colours(document, Colours(main=main), TOKENS)
    for finding in found:
        main = finding.do.split("'")[1]
    assert check_colours(document, Colours(main=main), TOKENS) == []
    own = shades(Colours(main=main), TOKENS)
    for mode in MODES:
        tokens = TOKENS[mode] | own[mode]
        assert unreadable_pairs(tokens) == []
        assert min(focus_contrast(tokens, ground) for ground in FOCUS_ON) >= PART


def test_any_two_colours_are_judged_in_a_bounded_number_of_steps_and_what_is_advised_is_accepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []

    def contrast(front: str, ground: str) -> float:
        looked.append(front)
        return measure(front, ground)

    measure = brand_colours.contrast
    monkeypatch.setattr(brand_colours, "contrast", contrast)
    document = read_yaml("look: {}\n", "brand.yml")
    draw, most, refused = random.Random(1), 0, 0  # noqa: S311 (nothing is kept secret)
    for _ in range(300):
        colours = Colours(main=f"#{draw.randrange(1 << 24):06x}", tint=f"#{draw.randrange(1 << 24):06x}")
        looked.clear()
        found = check_colours(document, colours, TOKENS)
        most, refused = max(most, len(looked)), refused + bool(found)
        for finding in found:
            key, advised = finding.wrong.split("'")[1].rpartition(".")[2], finding.do.split("'")[1]
            colours = colours.model_copy(update={key: advised})
        assert len(found) <= 2
        if len(found) == 1 and "colours.main" in found[0].wrong:
            assert check_colours(document, colours, TOKENS) == []
    assert refused > 0
    assert most < 1000


@pytest.mark.parametrize(
    ("main", "tint"), [("#e17000", "#fff2e5"), ("#777777", "#ffffff"), ("#00a3e0", "#e5f6fc")]
)
def test_a_main_colour_that_no_tint_can_mend_is_told_in_one_line_about_the_main_colour(
    main: str, tint: str
) -> None:
    document = read_yaml("look: {}\n", "brand.yml")
    (finding,) = check_colours(document, Colours(main=main, tint=tint), TOKENS)
    assert finding.wrong.startswith(f"'look.colours.main' is '{main}'")
    assert check_colours(document, Colours(main=finding.do.split("'")[1], tint=tint), TOKENS) == []


def test_every_colour_that_the_stylesheets_use_together_is_measured() -> None:
    names = {entry.pair for entry in shown_pairs(TOKENS)}
    styles = "".join(file.read_text("utf-8") for file in (ROOT / "overrides").rglob("*.css"))
    together = set()
    for rule in re.findall(r"\{([^{}]*)\}", styles):
        front = re.search(r"(?<![\w-])color: var\(--([a-z-]+)\)", rule)
        ground = re.search(r"background: var\(--([a-z-]+)\)", rule)
        if front and ground:
            together.add(f"{front.group(1)} on {ground.group(1)}")
    assert together - names == set()


def test_a_state_under_the_pointer_can_be_shown_by_a_class() -> None:
    style = (
        "/* a:hover */ a:hover { color: red } @media print { b:hover { color: blue } } i:focus-visible{top:0}"
    )
    assert states(style).startswith("a.is-hover { color: red }\ni.is-focus {top:0}\n")


def speaker_of(project: Project, said: str, lang: str = "nl") -> Speaker:
    """Return a brand that says something of itself in a language."""
    return Speaker(brand_of(said), lang, project.own_page_words[lang], DAY)


def test_a_brand_that_says_nothing_about_itself_has_no_page(sample: Project) -> None:
    assert sections(speaker_of(sample, "")) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_knows_what_people_type_who_look_for_a_section(sample: Project, lang: str) -> None:
    asked = searches_by_section(speaker_of(sample, "", lang))
    assert set(SECTIONS) - set(asked) == {"more"}  # which holds whatever a brand puts there
    assert all(all(words) for words in asked.values())


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
        made = sections(speaker_of(sample, said, lang))
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
        ("moment: {urgent: true}\nreferral: {by: [gp]}", "applying", ["referral", "moment"]),
        (
            "appointment: {always: false}\ncomplaints: {officer: {nl: a, en: b}}",
            "refused",
            ["invited", "complaints"],
        ),
        ("appointment: {always: true, made: by-patient}", "appointment", ["appointment", "invited"]),
        ("contact: {phone: 000 000 00 00}", "abroad", []),
    ],
)
def test_a_page_leads_to_the_sections_that_answer_and_only_where_there_are_some(
    sample: Project, said: str, page: str, anchors: list[str]
) -> None:
    for lang in ("nl", "en"):
        block = own_block(speaker_of(sample, said, lang), page=page, address="../own/")
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
            "appointment: {always: true}\ncomplaints: {officer: {nl: wie, en: who}, phone: 000 000 00 00}",
            "refused",
            {
                "invited": "<p>U krijgt altijd een gesprek.</p>",
                "complaints": "<p>U kunt uw klacht bespreken met wie.</p>",
            },
        ),
        (
            "appointment: {when: [{nl: u jong bent, en: you are young}]}",
            "refused",
            {"invited": "<p>U krijgt een gesprek als:</p>\n<ul>\n<li>u jong bent</li>\n</ul>"},
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
            "costs: {date: 2026-11-16, prices: [{name: scan, what: {nl: 'Scan a|b', en: y}, euro: 90}]}",
            "costs",
            {"costs": "<p>Zo veel rekenen wij:</p>\n<ul>\n<li>Scan a|b: 90\u00a0euro</li>\n</ul>"},
        ),
    ],
)
def test_a_page_says_the_answer_of_the_hospital_below_the_question(
    sample: Project, said: str, page: str, answers: dict[str, str]
) -> None:
    block = own_block(speaker_of(sample, said, "nl"), page=page, address="../own/")
    assert block is not None
    assert {answer.question.address: answer.said for answer in block.answers} == {
        f"../own/#{anchor}": answer for anchor, answer in answers.items()
    }
    assert block.links == []


def test_to_a_long_list_a_page_only_leads(sample: Project) -> None:
    prices = ", ".join(f"{{name: p{at}, what: {{nl: x, en: y}}, euro: 9}}" for at in range(5))
    speaker = speaker_of(sample, f"costs: {{date: 2026-11-16, prices: [{prices}]}}")
    block = own_block(speaker, page="costs", address="../own/")
    assert block is not None
    assert ([link.address for link in block.links], block.answers, block.below) == (["../own/#costs"], [], "")


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        (
            "nl",
            "Zo is het bij ons. Hieronder leest u ook wat overal geldt. Staat er ‘wij’, dan gaat het over ons.",
        ),
        (
            "en",
            "That is how it works here. The text below also says what applies everywhere. "
            "Where it says ‘we’, it means us.",
        ),
    ],
)
def test_what_a_hospital_says_on_a_page_goes_before_what_holds_elsewhere(
    sample: Project, lang: str, first: str
) -> None:
    block = own_block(speaker_of(sample, "costs: {advance: 500}", lang), page="costs", address="../own/")
    assert block is not None
    assert block.below == first
    prices = own_block(
        speaker_of(sample, "costs: {price_list: https://a.example}", lang), page="costs", address=""
    )
    assert prices is not None
    assert prices.below == ""  # a link tells no way of its own
    for page in ("index", "applying"):
        network = own_block(speaker_of(sample, NETWORK, lang), page=page, address="own/")
        assert network is not None
        assert network.below == ""


SAYS = [
    (
        "moment: {after_plan: true, urgent: true}",
        {
            "nl": "iets zeggen over het plan.\nMoet u om medische redenen snel behandeld worden?",
            "en": "comment on the plan too.\nIf you need treatment quickly for medical reasons,",
        },
    ),
    (
        "file: {disc: true, disc_often: true}",
        {"nl": "\n- Beelden komen vaak per post, op een cd-rom", "en": "\n- Images are often sent by post"},
    ),
    (
        "review: {team_meeting: true}",
        {"nl": "in een multidisciplinair overleg (MDO). Dan duurt", "en": "in a team meeting (multi"},
    ),
    (
        "studies: {reason: true, judged: true}",
        {"nl": "voor een second opinion.\nOnze specialisten kijken", "en": "too.\nOur specialists also"},
    ),
    (
        "takeover: {policy: not-automatically, until_then: true}",
        {"nl": "uw eigen arts.\nZolang wij de", "en": "own doctor about it too.\nUntil we have taken over"},
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
        "waiting_times: {date: 2026-11-16, weeks: [{specialty: {nl: Hart, en: Heart}, weeks: 2-3}]}",
        {"nl": "| Hart | 2 tot 3 |", "en": "| Heart | 2 to 3 |"},
    ),
    (
        "file: {portal: {nl: https://a.example}, fax: true}",
        {
            "nl": "- Per fax: uw arts vindt het nummer op",
            "en": "- By fax: your doctor will find the number on",
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
            "en": "but not always. Either way, we tell you.\nYou do not get an appointment, for example, if:\n- y",
        },
    ),
    (
        "appointment: {always: false, when_not: [{nl: x, en: y}], other_reasons: true}",
        {
            "nl": "gesprek.\nU krijgt bijvoorbeeld geen gesprek als:\n- x",
            "en": "appointment.\nYou do not get an appointment, for example, if:\n- y",
        },
    ),
    (
        "appointment: {result_often_at_once: true}",
        {
            "nl": "Vaak hoort u de uitslag al tijdens het gesprek.",
            "en": "You often hear the result during the appointment.",
        },
    ),
    (
        "file: {fax: 020 123 45 67, images_with_referral: true}",
        {
            "nl": "67\nUw arts stuurt de beelden, zoals scans en foto's, meteen met de verwijzing mee.",
            "en": "67\nYour doctor sends the images, such as scans and X-rays, together with the referral.",
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
        "appointment: {preferred_doctor: true}",
        {
            "nl": "U kunt de arts noemen bij wie u graag komt. Beloven kunnen wij dat niet.",
            "en": "You can tell us which doctor you would like to see. We cannot promise it.",
        },
    ),
    (
        "costs: {insurer_first: true}",
        {
            "nl": "Vraag eerst aan uw verzekeraar of die een second opinion bij ons betaalt.",
            "en": "First ask your insurer whether it pays for a second opinion with us.",
        },
    ),
    (
        "appointment: {telephone: true}",
        {"nl": "Een gesprek per telefoon kan ook.", "en": "You can talk to us by telephone too."},
    ),
    (
        "contact: {phone: 020 123 45 67, general_phone: 020 123 45 60}",
        {
            "nl": "- Bellen: [020 123 45 67](tel:+31201234567)\n- Algemeen nummer: [020 123 45 60](tel:+31201234560)",
            "en": "- Main number: [020 123 45 60](tel:+31201234560)",
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
            "nl": "| Soort kanker | Weken |",
            "en": "[See the waiting time for each type of cancer](<https://a.example>)",
        },
    ),
    (
        "appointment: {second_visit: true}",
        {"nl": "dan komt u nog een keer.", "en": "you come a second time."},
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
            "en": "to your GP, your own doctors and the person who referred you.",
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
        {"nl": "eigen arts.\nSoms kan het ook niet:\n- A.", "en": "too.\nSometimes it cannot:\n- B."},
    ),
    (
        "appointment: {one_visit: true, video: true, telephone: true}",
        {
            "nl": "kan ook, in plaats van een bezoek. Iemand die bij u is, kan dan meeluisteren. "
            "Een gesprek per telefoon kan ook, in plaats van een bezoek.",
            "en": "instead of a visit. Someone who is with you can listen in. "
            "You can talk to us by telephone too, instead of a visit.",
        },
    ),
    (
        "appointment: {made: by-patient, when: [{nl: x, en: y}]}",
        {"nl": "Een gesprek is nodig als:\n- x", "en": "You need an appointment if:\n- y"},
    ),
    (
        "file: {by: [you]}\nappointment: {made: by-hospital}",
        {"nl": "brengt die naar ons voordat u een gesprek krijgt.", "en": "before you get an appointment."},
    ),
    (
        "file: {by: [you], images: {nl: op een schijf, en: on a disc}}",
        {
            "nl": "en brengt die mee.\nBeelden, zoals scans en foto's: op een schijf.",
            "en": "and bring it.\nImages, such as scans and X-rays: on a disc.",
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
            "nl": "| Gesprek | 1.250\u00a0euro |\nDit bedrag is bijgewerkt op 16 november 2026",
            "en": "| Visit | 1,250\u00a0euros |\nThis amount was last updated on 16 November 2026",
        },
    ),
    (
        "costs: {date: 2026-11-16, advance: 500, prices: [{name: a, what: {nl: Gesprek, en: Visit}, euro: 1250}]}",
        {"nl": "Deze prijzen zijn bijgewerkt op 16 november 2026", "en": "These prices were last updated on"},
    ),
]


READ = "Onze specialisten bekijken uw gegevens als alles binnen is."
CALLED = "Bellen: [020 123 45 67](tel:+31201234567)"
ASKED = "Wilt u weten hoe het met uw aanvraag staat?"
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
    made = sections(speaker_of(sample, f"review: {{working_days: 5}}\n{said}"))
    assert next(one.blocks[0] for one in made if one.anchor == section) == expected


@pytest.mark.parametrize(
    ("referral", "refers"),
    [
        ("by: [gp]", "Uw huisarts verwijst u."),
        ("by: [gp, treating-doctor], preferred: gp", "Het liefst vraagt uw huisarts de second opinion aan."),
    ],
)
def test_where_the_insurer_is_asked_first_the_home_page_names_one_first_step(
    sample: Project, referral: str, refers: str
) -> None:
    said = f"costs: {{insurer_first: true}}\nreferral: {{{referral}}}\nappointment: {{made: by-patient}}"
    block = own_block(speaker_of(sample, said), page="index", address="own/")
    assert block is not None
    first = "Zo komt u bij ons: vraag eerst uw verzekeraar of die een second opinion bij ons betaalt."
    assert block.paragraphs == [f"<p>{first} {refers} Daarna maakt u zelf een afspraak.</p>"]


def test_what_happens_at_the_appointment_is_the_answer_of_the_page_about_it(sample: Project) -> None:
    said = "appointment: {made: by-patient, examined_often: true, second_visit: true}"
    block = own_block(speaker_of(sample, said, "nl"), page="appointment", address="")
    assert block is not None
    _, visit = block.answers
    assert (visit.question.address, visit.said) == (
        "#visit",
        "<p>Vaak onderzoekt de arts u ook lichamelijk. "
        "Hebben wij meer onderzoek of meer gegevens nodig, dan komt u nog een keer.</p>",
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
    pages, _, findings = own_pages(read_yaml(said, "brand.yml"), brand_of(said), sample.own_page_words, DAY)
    assert findings == []
    assert pages[0].text.body.split("\n\n")[1] == first


def test_where_one_alone_refers_nobody_is_preferred(sample: Project) -> None:
    speaker = speaker_of(sample, "referral: {by: [gp], preferred: gp}")
    assert [section.blocks for section in sections(speaker)] == [["Uw huisarts verwijst u."]]


@pytest.mark.parametrize(
    ("said", "blocks"),
    [
        ("costs: {phone: 000 000 00 00}", 3),
        ("", 1),
    ],
    ids=["behind what the section says", "alone"],
)
def test_a_line_of_the_hospital_stands_at_the_end_of_its_section(
    sample: Project, said: str, blocks: int
) -> None:
    line = "own_lines: {costs: {nl: 'Betalen kan (ook) in delen.', en: You can pay in parts.}}"
    for lang, words in (("nl", r"Betalen kan \(ook\) in delen\."), ("en", r"You can pay in parts\.")):
        (section,) = sections(speaker_of(sample, f"{said}\n{line}", lang))
        assert (section.anchor, section.blocks[-1], len(section.blocks)) == ("costs", words, blocks)


def test_every_section_can_have_a_line_of_the_hospital(sample: Project) -> None:
    names = get_args(SectionName)
    assert list(names) == list(SECTIONS)
    lines = ", ".join(f"{name}: {{nl: Zo is het., en: So it is.}}" for name in names)
    made = sections(speaker_of(sample, f"own_lines: {{{lines}}}"))
    assert [section.anchor for section in made] == [*names]


def test_one_working_day_is_one(sample: Project) -> None:
    (one,) = sections(speaker_of(sample, "review: {working_days: 1}", "en"))
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
            [f"{ASKED} Vraag het aan de balie."],
        ),
    ],
    ids=["the same", "at other hours", "another", "by nobody's number"],
)
def test_a_number_that_stands_below_contact_is_not_said_again(
    sample: Project, status: str, contact: str, expected: list[str]
) -> None:
    made = sections(speaker_of(sample, f"review: {{status: {{{status}}}}}\ncontact: {{{contact}}}"))
    assert [block.replace("\\", "") for block in made[0].blocks] == expected


def test_a_general_number_that_is_the_number_to_call_is_said_once(sample: Project) -> None:
    speaker = speaker_of(sample, "contact: {phone: 020 123 45 67, general_phone: '020-1234567'}")
    assert speaker.brand.contact is not None
    assert [way.replace("\\", "") for way in speaker.ways(speaker.brand.contact)] == [CALLED]


def test_a_house_where_people_come_once_promises_no_second_appointment_for_a_test(sample: Project) -> None:
    once, more = (
        sections(speaker_of(sample, f"appointment: {{made: by-hospital, one_visit: {said}}}"))[0].blocks
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
        text = "\n".join(block for one in sections(speaker_of(sample, said, lang)) for block in one.blocks)
        assert words in text.replace("\\", "")


@pytest.mark.parametrize(
    ("beside", "anchors"),
    [("takeover: {policy: possible}", ["takeover"]), ("report: {to: [you]}", ["report", "papers"])],
)
def test_a_paper_stands_in_the_section_that_it_names_where_that_says_something_else(
    sample: Project, beside: str, anchors: list[str]
) -> None:
    paper = "papers: [{title: {nl: Folder, en: Leaflet}, section: takeover}]"
    made = sections(speaker_of(sample, f"{beside}\n{paper}"))
    assert [section.anchor for section in made] == anchors
    assert [section.anchor for section in made if "- Folder" in section.blocks] == anchors[-1:]


GUIDE = "Onze wachttijden zijn gemiddelden. Uw eigen wachttijd hangt af van uw situatie."


def test_waits_that_are_too_old_leave_the_link_to_the_table_of_the_hospital(sample: Project) -> None:
    weeks = "date: 2026-10-07, weeks: [{specialty: {nl: Hart, en: Heart}, weeks: 1}]"
    (waiting,) = sections(
        speaker_of(sample, f"waiting_times: {{address: {{nl: https://a.example}}, {weeks}}}")
    )
    assert waiting.blocks == [GUIDE, "[Bekijk al onze wachttijden](<https://a.example>)"]


def test_the_address_of_the_waits_says_too_that_they_are_averages_and_when_readers_hear_theirs(
    sample: Project,
) -> None:
    said = (
        "specialties: {disease: {nl: kanker, en: cancer}}\nreview: {confirmation: false}\n"
        "waiting_times: {address: {nl: https://a.example}}"
    )
    blocks = {section.anchor: section.blocks for section in sections(speaker_of(sample, said))}
    assert blocks["waiting"] == [
        f"{GUIDE} Hoe lang het precies duurt, hoort u als een specialist uw gegevens heeft bekeken.",
        "[Bekijk de wachttijd per soort kanker](<https://a.example>)",
    ]


NETWORK = "elsewhere: {directory: {nl: https://a.example}}\nappointment: {made: by-hospital-after-file}\n"


def test_a_network_sends_readers_to_its_list_and_says_nothing_of_second_opinions_of_its_own(
    sample: Project,
) -> None:
    where, appointment = sections(speaker_of(sample, NETWORK))
    assert where.blocks == [
        "Test geeft zelf geen second opinions. Een deel van de instellingen die bij ons zijn aangesloten, "
        "doet dat wel.",
        "[Zoek in de lijst van al onze instellingen, met het filter ‘second opinion’](<https://a.example>)",
    ]
    for lang in ("nl", "en"):
        _, appointment = sections(speaker_of(sample, NETWORK, lang))
        assert not re.search(r"\b(?:wij|ons|we|us|our)\b", " ".join(appointment.blocks), re.IGNORECASE)
        block = own_block(speaker_of(sample, NETWORK, lang), page="index", address="own/")
        assert block is not None
        assert (block.title, block.links[0].label) == {
            "nl": ("Test wijst u de weg", "Lees waar u terechtkunt"),
            "en": ("Trial can show you the way", "Read where you can go"),
        }[lang]


def test_the_page_of_a_brand_leads_on_to_the_pages_that_it_added(sample: Project) -> None:
    said = "costs: {advance: 500}\n"
    document, brand = read_yaml(said, "brand.yml"), brand_of(said)
    for added in ((), ("our-desk", "our-street")):
        pages, _, _ = own_pages(document, brand, sample.own_page_words, DAY, added)
        for page in pages:
            assert isinstance(page, Page)
            assert page.meta.related == [*added, "applying", "appointment", "costs"]


def test_a_page_that_a_brand_links_to_under_a_name_of_its_own_stands_there_alone(sample: Project) -> None:
    said = "links: {more: [{title: {nl: Onze balie, en: Our desk}, page: our-desk}]}\n"
    document, added = read_yaml(said, "brand.yml"), ("our-desk", "our-street")
    pages, _, _ = own_pages(document, brand_of(said), sample.own_page_words, DAY, added)
    for page in pages:
        assert isinstance(page, Page)
        assert page.meta.related == ["our-street", "applying", "appointment", "costs"]


def test_the_page_of_a_network_has_an_address_of_its_own_to_which_the_old_one_leads(sample: Project) -> None:
    brand = brand_of(NETWORK)
    pages, _, found = own_pages(read_yaml(NETWORK, "brand.yml"), brand, sample.own_page_words, DAY)
    assert found == []
    assert [(page.meta.slug, page.meta.moved_from) for page in pages if isinstance(page, Page)] == [
        ("waar-u-terechtkunt", ["uw-ziekenhuis"]),
        ("where-to-go", ["your-hospital"]),
    ]


@pytest.mark.parametrize(("places", "is_filtered"), [(2, False), (3, True)])
def test_a_short_list_of_places_has_no_filter(sample: Project, places: int, is_filtered: bool) -> None:
    entries = ", ".join(f"{{name: P{n}, town: T, about: [{{nl: a, en: b}}]}}" for n in range(places))
    (where,) = sections(speaker_of(sample, f"elsewhere: {{places: [{entries}]}}"))
    assert ("data-module" in where.blocks[1]) is is_filtered


def test_a_link_of_a_brand_leads_to_a_page_of_the_site_by_the_name_of_its_file(sample: Project) -> None:
    said = "links: {more: [{title: {nl: Onze balie, en: Our desk}, page: our-desk}]}"
    (more,) = sections(speaker_of(sample, said))
    assert more.blocks[-1] == "- [Onze balie](our-desk.md)"


def test_a_short_name_of_a_page_stands_in_menus(sample: Project) -> None:
    named = make_page("new")
    short = replace(named, meta=named.meta.model_copy(update={"short": "Kort"}))
    (item,) = menu_of([], [short], None, lambda _: False, [], ["nl"])
    assert item.label("nl") == "Kort"


def test_questions_come_last_on_the_page_of_a_brand(sample: Project) -> None:
    said = "contact: {phone: 000 000 00 00}\nreferral: {by: [gp]}\nfrom_abroad: {languages: [nl]}"
    made = sections(speaker_of(sample, said))
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
    names = names_of_hospital(speaker_of(sample, said, "en"), sample.words["en"], sample.release)
    amounts = {name: value for name, value in names.items() if name.startswith("brand.")}
    assert amounts == {"brand.advance": "500\u00a0euros", "brand.scan": "90\u00a0euros"}


def test_a_sentence_of_the_brand_takes_the_place_of_ours_in_its_languages(sample: Project) -> None:
    said = (
        "languages: [nl]\nreport: {to: [gp]}\nsentences: {report_to: {nl: 'Wij sturen het naar {people}.'}}"
    )
    document = read_yaml(said, "brand.yml")
    words, found = with_sentences(document, brand_of(said), sample.own_page_words, OWN_PAGE, "data/test.yml")
    assert found == []
    says = {
        lang: sections(replace(speaker_of(sample, said, lang), words=words[lang]))[0].blocks[0]
        for lang in ("nl", "en")
    }
    assert says == {"nl": "Wij sturen het naar uw huisarts.", "en": "The report goes to your GP."}


STEP = "Zo komt u bij ons: vraag "
FIRST_STEPS = [
    ("updated: 2026-11-22", []),
    ("contact: {phone: 000 000 00 00}", ["Bellen: 000 000 00 00"]),
    ("referral: {by: [gp]}", [f"{STEP}uw huisarts om een verwijzing."]),
    (
        "referral: {by: [treating-doctor, gp]}\nappointment: {made: by-patient}",
        [f"{STEP}uw eigen arts of uw huisarts om een verwijzing. Daarna maakt u zelf een afspraak."],
    ),
    (
        "referral: {by: [treating-doctor, gp], preferred: treating-doctor}\nappointment: {made: by-hospital}",
        [
            f"{STEP}uw eigen arts in het ziekenhuis om een verwijzing. "
            "Wij bekijken uw gegevens, en daarna hoort u van ons."
        ],
    ),
]


@pytest.mark.parametrize(("said", "says"), FIRST_STEPS)
def test_the_home_page_begins_with_the_first_step_here_and_the_number(
    sample: Project, said: str, says: list[str]
) -> None:
    block = own_block(speaker_of(sample, said), page="index", address="own/")
    assert block is not None
    assert [re.sub("<[^>]+>", "", paragraph) for paragraph in block.paragraphs] == says
    assert [link.address for link in block.links] == ["own/"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "Wij hebben tot en met 31 december 2026 een contract met Zorg A en Zorg B."),
        ("en", "Up to and including 31 December 2026, we have a contract with Zorg A and Zorg B."),
    ],
)
def test_contracts_are_named_with_the_day_until_which_they_hold(
    sample: Project, lang: str, said: str
) -> None:
    contracts = "costs: {contracts: {insurers: [Zorg A, Zorg B], date: 2026-11-01, until: 2026-12-31}}"
    [costs] = sections(speaker_of(sample, contracts, lang))
    assert costs.blocks[0].startswith(said)


@pytest.mark.parametrize(
    "text", ["*a* [b](c)", "<script>1</script>", "{{ site.name }}", "# a", "1. b", "| c |", "- d"]
)
def test_words_of_a_brand_are_shown_as_they_are_written(text: str, sample: Project) -> None:
    html = markdown.markdown(escape_markdown(text), extensions=["attr_list", "tables"])
    body = finish_body(html, name="test", words=sample.words["nl"], vocabulary=Vocabulary("nl", ()))
    assert body.strip().startswith("<p>")
    assert re.sub(r"</?p>", "", body).strip().replace("&lt;", "<").replace("&gt;", ">") == text


def test_a_link_to_a_page_left_out_keeps_its_words_and_a_next_step_goes() -> None:
    html = '<p>Lees <a href="abroad.md#costs">meer</a> of <a href="costs.md">dit</a>.</p>'
    html += '<p><a class="next" href="abroad.md">Verder</a></p>'
    words = {"all_words": ""}
    body = finish_body(html, name="test", words=words, vocabulary=Vocabulary("nl", ()), left_out={"abroad"})  # type: ignore[arg-type]
    assert body == '<p>Lees meer of <a href="costs.md">dit</a>.</p>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h3 id="k">Kind</h3>\n{link}\n<h2 id="a">A</h2>', '<span id="k"></span>\n\n<h2 id="a">A</h2>'),
        ('<h3 id="k">Kind</h3>{link}', '<span id="k"></span>'),
        (
            '<h2 id="k">Kind</h2>{link}<h3 id="a">A</h3>',
            '<h2 id="k">Kind</h2><h3 id="a">A</h3>',
        ),
        ('<h2 id="k">Kind</h2>{link}<p>Meer.</p>', '<h2 id="k">Kind</h2><p>Meer.</p>'),
    ],
    ids=["before a section", "at the end", "with a section of its own", "with more to say"],
)
def test_a_section_that_is_one_sentence_with_a_link_to_a_page_left_out_leaves_only_its_place(
    html: str, expected: str
) -> None:
    link = '<p>Lees <a href="abroad.md">hoe</a>.</p>'
    body = finish_body(
        html.format(link=link),
        name="test",
        words=Interface({"all_words": ""}),
        vocabulary=Vocabulary("nl", ()),
        left_out={"abroad"},
    )
    assert body == expected


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("Lees [hoe u het vraagt](child.md#a.b).", True),
        ("Dat is een recht. Lees [hoe](child.md).", False),
        ("- Lees [hoe](child.md).", False),
        ("/// details", False),
    ],
)
def test_one_sentence_is_told_from_more(words: str, is_one: bool) -> None:
    assert is_one_sentence(words) is is_one


def test_words_fall_back_to_dutch_only_where_there_are_no_others() -> None:
    assert WordsByLanguage.model_validate({"nl": "ja"}).in_language("en") == "ja"
    assert WordsByLanguage.model_validate({"nl": "ja", "en": "yes"}).in_language("en") == "yes"


def test_a_new_folder_has_what_was_given_and_every_key_to_choose_from(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    given = [
        "--name",
        "Ons",
        "--address",
        "https://ons.example",
        "--colour",
        "#00565f",
        "--phone",
        "0201234567",
    ]
    logo = ROOT / "brands/voorbeeldkliniek/logo.svg"
    assert new_brand.main(["--folder", str(folder), *given, "--logo", str(logo)]) == 0
    text = (folder / "brand.yml").read_text("utf-8")
    brand, findings = read_brand(read_yaml(text, "brand.yml"), today=DAY)
    assert (brand is not None, findings) == (True, [])
    assert (folder / "logo.svg").is_file()
    told = set(re.findall(r"^(?:# )?([a-z_]+):", text, re.MULTILINE))
    assert set(Brand.model_fields) - told == set()
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA.name}\n")
    assert (folder / SCHEMA.name).read_bytes() == (ROOT / SCHEMA).read_bytes()
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert len(lines) <= 15
    assert new_brand.main(["--folder", str(folder), *given]) == 1


def test_everything_that_a_new_folder_offers_is_sound(tmp_path: Path) -> None:
    answers = new_brand.Answers("Ons", "https://ons.example")
    text = new_brand.brand_file("ours", answers, keys({}))
    offered = re.sub(r"^# (?=[a-z_]+:|  )", "", text, flags=re.MULTILINE)
    offered = offered.replace("languages: [nl]\n", "").replace("short_article: none\n", "")
    brand, findings = read_brand(read_yaml(offered, "brand.yml"), today=DAY)
    is_offered_apart = {pair.do for pair in APART}  # which no hospital says both
    of_a_network = {"keep one of the two"}  # which gives no second opinions itself
    assert {finding.do for finding in findings} - is_offered_apart == of_a_network
    assert brand is not None
    silent = {name for name in Brand.model_fields if getattr(brand, name) in (None, [], {}, False)}
    assert silent == {"short_article"}


def test_the_guide_and_the_schema_for_editors_say_what_the_models_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    old = [file.as_posix() for file, text in generated_files().items() if file.read_text("utf-8") != text]
    assert old == [], "run: make keys"


def test_every_key_says_what_it_is_for_and_how_it_is_written(sample: Project) -> None:
    every_key = keys(sample.own_page_words)
    assert [key.dotted for key in every_key if not key.description] == []
    assert [
        key.dotted for key in every_key if not key.example and key.kind != KEYS and len(key.path) > 1
    ] == []
    examples = {key.dotted: key.example for key in every_key}
    assert examples["contact.phone"] == "000 000 00 00"
    assert len(examples) == len(every_key)


VALUES = [
    ("takeover.policy", ["possible", "not-automatically", "not-always", "if-own-doctor-cannot", "never"]),
    ("appointment.always", ["true", "false"]),
    ("report.to", ["[you]", "[referrer]", "[gp]", "[treating-doctors]", "[referrer, gp]"]),
    ("contact.hours", ["{nl: op werkdagen van 9.00 tot 17.00 uur, en: on working days from 9 am to 5 pm}"]),
    ("look.logo", []),
]


@pytest.mark.parametrize(("name", "values"), VALUES)
def test_each_value_of_a_key_has_the_sentence_that_it_makes_in_each_language(
    sample: Project, name: str, values: list[str]
) -> None:
    (key,) = [key for key in keys(sample.own_page_words) if key.dotted == name]
    assert [each.value for each in key.says] == values
    assert all(each.sentences["nl"] and each.sentences["en"] for each in key.says)
    assert len({each.sentences["nl"] for each in key.says}) == len(values)


def test_the_sentence_that_two_keys_make_stands_once_with_both(sample: Project) -> None:
    words = sample.own_page_words
    few = [key for key in keys(words) if key.dotted in {"review.status", "appointment.made", "report.to"}]
    (one,) = keys_together(few, words)
    assert one.keys == ["review.status", "appointment.made: by-hospital"]
    of_both = speaker_of(
        sample,
        "review: {status: {department: {nl: de administratie, en: the back office}}}\n"
        "appointment: {made: by-hospital}",
        "en",
    )
    assert one.sentences["en"] in [block for section in sections(of_both) for block in section.blocks]


def test_the_sentence_of_a_value_is_the_one_that_the_own_page_then_has(sample: Project) -> None:
    (key,) = [key for key in keys(sample.own_page_words) if key.dotted == "referral.preferred"]
    brand = speaker_of(sample, "referral: {by: [treating-doctor, gp], preferred: gp}", "en")
    page = " ".join(block for section in sections(brand) for block in section.blocks)
    assert page.endswith(next(each.sentences["en"] for each in key.says if each.value == "gp"))


def test_the_schema_for_editors_knows_the_keys_and_takes_an_article_alone() -> None:
    schema = json_schema()
    assert schema["properties"].keys() == Brand.model_fields.keys()
    assert schema["additionalProperties"] is False
    assert schema["$defs"]["Articles"]["anyOf"][0]["enum"] == ["de", "het", "none"]
    assert schema["$defs"]["Contact"]["properties"]["phone"]["examples"] == ["000 000 00 00"]
    assert schema["properties"]["updated"]["examples"] == ["2026-11-22"]


@pytest.mark.parametrize("added", ["de", "fr", "he"])
def test_a_hospital_can_choose_each_language_of_papers_once_when_the_site_gets_one_more(added: str) -> None:
    known = paper_languages((*LANGUAGES, added))
    assert set(known) == {*LANGUAGES, "de", "fr", added}
    assert len(known) == len(set(known))


SOUND = {
    "name": "Ons",
    "article": "",
    "short_name": "",
    "address": "https://ons.example",
    "colour": "#00565f",
    "logo": "",
    "phone": "",
}
WRONG_ANSWERS = [
    ("name", "", "TITLE: this is needed; write it, like Our Hospital"),
    (
        "name",
        'Ons "huis"',
        "TITLE: 'Ons \"huis\"' has a quote or a backslash in it; write it without, like Ons huis",
    ),
    ("article", "hett", "ARTICLE: 'article.nl' is 'hett'"),
    ("address", "", "SITE_URL: this is needed; write it, like https://"),
    (
        "address",
        "www.ons.example",
        "SITE_URL: 'site_url' is 'www.ons.example': this is no web address; write it in full, with https://, like https://www.ons.example",
    ),
    (
        "address",
        "http://www.ons.example",
        "SITE_URL: 'site_url' is 'http://www.ons.example': it starts with http:",
    ),
    ("colour", "paars", "COLOUR: 'look.colours.main' is 'paars': this is no colour; write it"),
    (
        "colour",
        "purple",
        "COLOUR: 'look.colours.main' is 'purple': this is no colour; "
        "write it between quotes with six figures, like '#800080'",
    ),
    (
        "colour",
        "05a",
        "COLOUR: 'look.colours.main' is '05a': this is no colour; "
        "write it between quotes with six figures, like '#0055aa'",
    ),
    ("colour", "#ffe600", "COLOUR: 'look.colours.main' is '#ffe600': the contrast of links on "),
    ("logo", "none.svg", "LOGO: 'none.svg': the file is not there; name an SVG or PNG file"),
    (
        "logo",
        "brands/voorbeeldkliniek/logos.svg",
        "LOGO: 'brands/voorbeeldkliniek/logos.svg': the file is not there; did you mean 'logo.svg'?",
    ),
    ("logo", "README.md", "LOGO: 'README.md': this kind of file does not fit here; use one of .svg, .png"),
    ("phone", "020 123", "PHONE: 'contact.phone' is '020 123': this is too short"),
]


@pytest.mark.parametrize(("key", "answer", "said"), WRONG_ANSWERS, ids=[said for _, _, said in WRONG_ANSWERS])
def test_a_wrong_answer_is_told_in_one_line_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str, answer: str, said: str
) -> None:
    given = [f"--{name}={value}" for name, value in (SOUND | {key: answer}).items()]
    assert new_brand.main(["--folder", str(tmp_path / "ours"), *given]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(said)
    assert not (tmp_path / "ours").exists()


def test_all_wrong_answers_are_told_in_one_run_with_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "brand.yml").write_text("name: Ons\n", "utf-8")
    given = ["--address", "ons.example", "--colour", "paars", "--logo", "none.svg", "--phone", "bel"]
    assert new_brand.main(["--folder", str(folder), *given]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in told] == ["NAME", "TITLE", "SITE_URL", "COLOUR", "LOGO", "PHONE"]
    assert told[0] == f"NAME: {folder}/ is there already; write another one, like NAME=ours-2"
    assert (folder / "brand.yml").read_text("utf-8") == "name: Ons\n"


def test_someone_who_can_answer_is_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    typed = iter(
        [
            "",
            "Ons",
            "het",
            "",
            "www.ons.example",
            "https://ons.example",
            "paars",
            "#00565f",
            "",
            "02",
            "020 123 45 67",
        ]
    )
    answers = new_brand.asked(dict.fromkeys(SOUND, ""), lambda _: next(typed))
    assert answers == new_brand.Answers(
        "Ons", "https://ons.example", "het", "", "#00565f", "", "020 123 45 67"
    )
    shown = capsys.readouterr()
    assert "bij het Ons\n" in shown.out
    assert [line.split(":")[0] for line in shown.err.splitlines()] == [
        "TITLE",
        "SITE_URL",
        "COLOUR",
        "PHONE",
    ]


def test_the_release_is_the_same_everywhere(sample: Project) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    newest = re.search(r"^## (\d\S+), ([\d-]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert sample.release.number == project["version"] == newest.group(1)
    assert sample.release.date.isoformat() == newest.group(2)
    workflow = (ROOT / "examples/hospital-repository/.github/workflows/publish.yml").read_text("utf-8")
    assert f"RELEASE: v{sample.release.number} " in workflow


def test_the_guide_for_hospitals_names_every_key_and_shows_pictures_that_exist() -> None:
    guide = (ROOT / "HOSPITALS.md").read_text("utf-8")
    for key in Brand.model_fields:
        assert f"`{key}`" in guide, key
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", guide)
    assert [path for path in linked if not (ROOT / path).exists()] == []
    pictures = [ROOT / path for path in linked if path.endswith(".png")]
    assert len(pictures) == 8
    assert sum(picture.stat().st_size for picture in pictures) < 1_500_000


def test_the_guide_of_the_repository_to_copy_says_in_words_what_its_pictures_show() -> None:
    folder = ROOT / "examples/hospital-repository"
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", (folder / "README.md").read_text("utf-8"))
    shown = {(folder / path).resolve(): words for words, path in pictures}
    assert {*(ROOT / ".github/hospital").iterdir()} == {*shown}
    assert [words for words in shown.values() if len(words) < 30] == []
    assert sum(picture.stat().st_size for picture in shown) < 400_000


def test_a_passage_of_a_brand_that_is_no_step_any_more_is_told_where_it_stands() -> None:
    page = make_page(keys={"step_icons": "[clock-outline, email-outline]"})
    texts = [Text(page.file, "1. Eerst.\n"), Text("my/snippets/nl/step.md", "Dan dit.\n")]
    assert [str(found) for found in check_step_icons(page, texts, ["clock-outline", "email-outline"])] == [
        "my/snippets/nl/step.md:1: with this passage, docs/nl/costs.md has 1 numbered steps, and it names 2 "
        "pictograms; begin your passage as the shared one begins, with its number where it is a step, like '2. '"
    ]


def typing(*typed: str) -> Callable[[str], str]:
    """Return what someone types, one answer after the other, and Enter from then on."""
    answers = iter(typed)
    return lambda _: next(answers, "")


def number_of(sample: Project, saying: Saying, name: str, value: str) -> str:
    """Return the number before the sentence of a value, where its section is asked about."""
    offered = [*choices(saying, keys(sample.own_page_words), "nl", sample.own_page_words["nl"])]
    (which,) = [one for one in offered if (one.key.dotted, one.value) == (name, value)]
    return str([one for one in offered if one.anchor == which.anchor].index(which) + 1)


def test_who_begins_chooses_by_the_sentences_that_readers_get(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    doctor, gp = (number_of(sample, {}, "referral.by", who) for who in ("treating-doctor", "gp"))
    both: Saying = {"referral": {"by": ["treating-doctor", "gp"]}}
    first = number_of(sample, both, "referral.preferred", "gp")
    said = new_brand.ask_for_choices(sample.own_page_words, typing("", "", f"{doctor} {gp}", first))
    assert said == {"referral": {"by": ["treating-doctor", "gp"], "preferred": "gp"}}
    shown = capsys.readouterr().out
    words = sample.own_page_words["nl"]
    for sentence in ("referral_gp", "referral_treating_doctor", "preferred_gp"):
        assert words[sentence] in shown


def test_a_choice_that_changes_a_sentence_elsewhere_is_asked_where_it_says_something_new(
    sample: Project,
) -> None:
    words = sample.own_page_words
    offered = choices({"file": {"by": ["you"]}}, keys(words), "nl", words["nl"])
    assert {one.anchor for one in offered if one.key.dotted == "appointment.made"} == {"appointment"}


@pytest.mark.parametrize("typed", ["9", "een", "1 2 9"])
def test_numbers_that_are_not_there_are_asked_for_again(
    sample: Project, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    assert new_brand.ask_for_choices(sample.own_page_words, typing(typed, "1")) == {
        "specialties": {"all": True}
    }
    assert capsys.readouterr().err.startswith("write numbers from 1 to 1 ")


def test_sentences_that_cannot_stand_together_are_told(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    yes, no = (number_of(sample, {}, "review.confirmation", value) for value in ("true", "false"))
    said = new_brand.ask_for_choices(sample.own_page_words, typing("", "", "", "", f"{yes} {no}", no))
    assert said == {"review": {"confirmation": False}}
    assert capsys.readouterr().err == (
        "'review.confirmation' has one value, and these are true and false; choose one of them\n"
    )


def test_what_cannot_stand_beside_what_was_chosen_is_not_offered(sample: Project) -> None:
    words = sample.own_page_words["nl"]
    offered = [
        {(one.key.dotted, one.value) for one in choices(saying, keys(sample.own_page_words), "nl", words)}
        for saying in ({}, {"review": {"team_meeting": True}})
    ]
    assert [("appointment.one_visit", "true") in one for one in offered] == [True, False]


def test_who_begins_types_words_in_each_language_and_is_asked_again_where_they_do_not_fit(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    few = [
        key for key in keys(sample.own_page_words) if key.dotted in {"contact.hours", "review.working_days"}
    ]
    typed = typing("elke dag", "", "elke dag: ook nu", "every day", "vijf", "5")
    said = new_brand.ask_for_words({"contact": {"phone": "000 000 00 00"}}, few, typed)
    assert said == {
        "contact": {"phone": "000 000 00 00", "hours": {"nl": "elke dag: ook nu", "en": "every day"}},
        "review": {"working_days": 5},
    }
    assert [line.split(" is ")[0] for line in capsys.readouterr().err.splitlines()] == [
        "'contact.hours.en'",
        "'review.working_days'",
    ]
    text = new_brand.brand_file("ours", new_brand.Answers("Ons", "https://ons.example"), new_brand.KEYS, said)
    assert '  hours: {nl: "elke dag: ook nu", en: "every day"}\n' in text


def test_who_begins_types_lists_and_who_answers_and_all_of_it_stands_in_the_file(sample: Project) -> None:
    names = {"appointment.when_not", "review.status", "from_abroad.languages", "file.post"}
    few = [key for key in keys(sample.own_page_words) if key.dotted in names]
    typed = typing(
        *("Ons Huis", "Plein 1", ""),
        *("de balie", "the desk", "020 123 45 67"),
        *("het haast heeft", "it is urgent", "u dat niet wilt", "you would rather not", ""),
        *("nl", "en"),
    )
    said = new_brand.ask_for_words({}, few, typed)
    answers = new_brand.Answers("Ons", "https://ons.example", article="het", short_name="O")
    value = read_yaml(new_brand.brand_file("ours", answers, new_brand.KEYS, said), "brand.yml").value
    assert {name: value[name] for name in (*said, "article", "short_name")} == {
        "file": {"post": ["Ons Huis", "Plein 1"]},
        "review": {"status": {"department": {"nl": "de balie", "en": "the desk"}, "phone": "020 123 45 67"}},
        "appointment": {
            "when_not": [
                {"nl": "het haast heeft", "en": "it is urgent"},
                {"nl": "u dat niet wilt", "en": "you would rather not"},
            ]
        },
        "from_abroad": {"languages": ["nl", "en"]},
        "article": {"nl": "het", "en": "the"},
        "short_name": "O",
    }


def test_what_cannot_stand_beside_what_was_chosen_is_not_asked(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    few = [key for key in keys(sample.own_page_words) if key.dotted in {"file.portal", "contact.hours"}]
    new_brand.ask_for_words({"file": {"by": ["you"]}}, few, typing())
    shown = capsys.readouterr().out
    assert ("contact.hours: " in shown, "file.portal: " in shown) == (True, False)


def test_what_was_chosen_can_be_given_at_once_and_stands_in_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    given = [
        "--name",
        "Ons",
        "--address",
        "https://ons.example",
        "--choices",
        "report.to=you,gp review.confirmation=false",
    ]
    assert new_brand.main(["--folder", str(folder), *given]) == 0
    value = read_yaml((folder / "brand.yml").read_text("utf-8"), "brand.yml").value
    assert (value["report"], value["review"]) == ({"to": ["you", "gp"]}, {"confirmation": False})


WRONG_CHOICES = [
    (
        "report.too=you",
        "CHOICES: 'report.too' is no key of which a value can be chosen; did you mean 'report.to'?",
    ),
    ("report.to=yu", "CHOICES: 'report.to' is 'yu'; did you mean 'you'?"),
    ("referral.preferred=gp", "CHOICES: 'referral.by' is missing"),
    (
        "review.team_meeting=true appointment.one_visit=true",
        "CHOICES: 'appointment.one_visit: true' stands beside 'review.team_meeting: true': the advice comes",
    ),
]


@pytest.mark.parametrize(("given", "told"), WRONG_CHOICES)
def test_a_wrong_choice_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str, told: str
) -> None:
    sound = [f"--{name}={value}" for name, value in SOUND.items()]
    assert new_brand.main(["--folder", str(tmp_path / "ours"), *sound, "--choices", given]) == 1
    assert capsys.readouterr().err.startswith(told)
    assert not (tmp_path / "ours").exists()


def test_a_word_that_only_a_page_left_out_explains_is_in_no_list_of_words(sample: Project) -> None:
    words = [*sample.terms["nl"], term("age", "leeftijd"), term("unused", "ongebruikt")]
    of_all = replace(sample, terms={**sample.terms, "nl": words})
    without = brand_of("pages_left_out: [{page: child, reason: Test}]\n")
    listed = [term.id for term in replace(of_all, brand=without, readable_brand=without).terms_listed("nl")]
    assert [term.id for term in of_all.terms_listed("nl")] == [term.id for term in words]
    assert listed == [term.id for term in words if term.id != "age"]
