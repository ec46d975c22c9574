"""Shared sentences that say something else in a case: which cases hold for a brand, and what is then said."""

from __future__ import annotations

import datetime
import re

import pytest

from second_opinion.brand.brand_keys import keys_alone
from second_opinion.brand.case_rules import CASE_RULES, cases_of
from second_opinion.brand.own_sections import own_sections
from second_opinion.brand.speaker import Speaker
from second_opinion.core.languages import LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.markdown_text import Text
from second_opinion.core.validation import read_yaml
from second_opinion.data.cases import CASES, NO_MENTAL_HEALTH, passages_in, passages_of
from second_opinion.data.tools import read_tool
from second_opinion.data.who_does_what import read_who_does_what
from second_opinion.project.project import Project
from support import ROOT

from .making import brand_of, speaker_of

OWN_WAY, NO_REPORT = "own-way", "no-report"

PASSAGES = {
    name: Text(f"snippets/nl/{name}", name)
    for name in ("wait.md", "wait-if-by-patient.md", "wait-if-referral.md", "safety.md")
}
DRAWING = """parties:
  - { id: you, icon: a, nl: U, en: You }
  - { id: doctor, icon: a, nl: Arts of huisarts, en: Doctor, if: { gp: { nl: Huisarts, en: GP } } }
steps:
  - { from: you, to: doctor, nl: Vraag het., en: Ask., if: { gp: { nl: Vraag uw huisarts., en: Ask your GP. } } }
  - { from: you, to: doctor, unless: [own-way], nl: Kies er een., en: Choose one. }
"""
STEPS = """kind: steps
title: { nl: Stappen, en: Steps }
gives: { nl: Een blad, en: A sheet }
lead: { nl: Vink af., en: Tick off. }
parts:
  - id: before
    title: { nl: Voor, en: Before }
    lines:
      - id: invited
        who: hospital
        nl: Zij bellen.
        en: They call.
        if: { by-patient: { who: you, nl: Bel zelf., en: Call yourself. } }
"""


def test_each_case_has_its_rule_and_its_row_in_the_guides_for_editors() -> None:
    assert [*CASE_RULES] == [*CASES]
    for guide in ("CONTRIBUTING.md", "CONTRIBUTING.nl.md"):
        text = (ROOT / guide).read_text("utf-8")
        assert [case for case in CASES if f"`{case}`" not in text] == []


BOOKED_BEFORE_READING = [
    "advice-after-booking",
    "advice-from-file",
    "when-named",
    "read-first",
    "by-patient",
    "result-from-file",
]


@pytest.mark.parametrize(
    ("said", "cases"),
    [
        ("", []),
        ("referral: {by: [treating-doctor]}", ["treating-doctor", "referral"]),
        ("referral: {by: [gp]}", ["gp", "referral"]),
        ("referral: {by: [gp], required: true}", ["gp", "referral-required", "referral"]),
        ("referral: {by: [gp, treating-doctor], preferred: gp}", ["gp-first", "both", "referral"]),
        ("file: {by: [us]}", ["file-asked", "file-not-brought"]),
        ("file: {by: [you]}", ["file-along", "file-brought"]),
        ("file: {by: [you]}\nreview: {working_days: 5}", ["file-brought", "read-first", "reading-time"]),
        (
            "file: {by: [you]}\nappointment: {when: [{nl: het moet, en: we must}]}",
            ["file-brought", "when-named", "not-always", "read-first"],
        ),
        ("file: {by: [you]}\nappointment: {made: by-hospital}", ["file-brought", "by-hospital"]),
        ("file: {by: [you, us]}", ["file-either"]),
        ("file: {by: [you, us]}\nappointment: {made: by-hospital}", ["file-either", "by-hospital"]),
        ("file: {by: [your-doctor]}", ["file-not-brought", "file-sent"]),
        ("file: {portal: {nl: https://a.example}}", ["file-not-brought", "file-sent"]),
        (
            "file: {images_with_referral: true}",
            ["images-with-referral", "file-not-brought", "file-sent"],
        ),
        (
            "file: {images_with_referral: true, by: [you, your-doctor]}",
            ["scans-first", "file-sent-or-brought", "images-with-referral"],
        ),
        (
            "file: {images_brought: true}\nappointment: {telephone: true}",
            ["scans-from-afar", "scans-brought", "file-not-brought", "file-sent", "telephone"],
        ),
        (
            "file: {by: [your-doctor], images_brought: true}",
            ["scans-brought", "file-not-brought", "file-sent"],
        ),
        (
            "file: {by: [us], images_brought: true}",
            ["asked-without-scans", "file-asked", "scans-brought", "file-not-brought"],
        ),
        (
            "file: {by: [us], images_brought: true}\nappointment: {video: true}",
            [
                "asked-from-afar",
                "asked-without-scans",
                "file-asked",
                "scans-from-afar",
                "scans-brought",
                "file-not-brought",
                "video",
            ],
        ),
        ("file: {by: [us, your-doctor]}", ["file-arranged", "file-not-brought", "file-sent"]),
        ("file: {by: [you, your-doctor]}", ["file-sent-or-brought"]),
        ("file: {by: [you, us, your-doctor]}", ["file-any"]),
        ("file: {by: [you, us, your-doctor]}\nappointment: {made: by-hospital}", ["file-any", "by-hospital"]),
        ("specialties: {names: [{nl: Hart, en: Heart}]}", ["specialties"]),
        (
            "specialties: {disease: {nl: Reuma, en: Arthritis}}",
            ["one-disease", "specialties"],
        ),
        ("specialties: {names: [{nl: Hart, en: Heart}], mental_health: true}", ["specialties"]),
        ("specialties: {all: true}", ["specialties"]),
        ("appointment: {preferred_doctor: true}", ["preferred-doctor"]),
        ("papers: [{title: {nl: Folder, en: Leaflet}}]", []),
        ("papers: [{title: {nl: Folder, en: Leaflet}, section: application}]", []),
        ("papers: [{title: {nl: Folder, en: Leaflet}, section: takeover}]", []),
        (
            "papers: [{title: {nl: Folder, en: Leaflet}, section: takeover}]\ntakeover: {policy: possible}",
            ["takeover-possible", "leaflet-on-takeover"],
        ),
        ("costs: {insurer_first: true}", ["insurer-first"]),
        (
            "costs: {insurer_first: true}\nappointment: {made: by-patient}",
            ["insurer-before-booking", "insurer-first", "by-patient"],
        ),
        ("appointment: {one_visit: true}", ["one-visit"]),
        ("costs: {advance: 500, date: 2026-11-02}", ["advance"]),
        ("costs: {price_list: https://a.example}", ["price-named"]),
        ("costs: {price_list: https://a.example, self_pay: true}", ["self-pay", "price-named"]),
        ("takeover: {policy: never}", ["takeover-never"]),
        ("takeover: {policy: if-you-want}", ["takeover-on-request"]),
        (
            "takeover: {policy: if-you-want, reasons: [{nl: Vol., en: Full.}]}",
            ["takeover-reasons", "takeover-with-reasons", "takeover-on-request"],
        ),
        ("takeover: {policy: not-automatically}", ["takeover-not-automatically"]),
        ("takeover: {policy: usually-not}", ["takeover-usually-not"]),
        ("takeover: {policy: possible}", ["takeover-possible"]),
        ("takeover: {policy: if-own-doctor-cannot}", ["takeover-own-doctor-cannot"]),
        (
            "takeover: {policy: never, reasons: [{nl: Vol., en: Full.}]}",
            ["takeover-reasons", "takeover-never"],
        ),
        ("file: {images_anew: true}", ["images-anew"]),
        (
            "file: {by: [you], images_anew: true}",
            ["along-anew", "brought-anew", "file-along", "file-brought", "images-anew"],
        ),
        (
            "file: {by: [you], images_anew: true}\nreview: {team_meeting: true}",
            ["brought-anew", "file-brought", "read-first", "images-anew"],
        ),
        ("appointment: {languages: [en]}", ["languages-named"]),
        ("appointment: {interpreter: by-us}", ["interpreter-by-us"]),
        ("appointment: {interpreter: not-by-us}", ["interpreter-not-by-us"]),
        ("takeover: {policy: not-always}", ["takeover-not-always"]),
        (
            "takeover: {policy: not-always, reasons: [{nl: Vol., en: Full.}]}",
            ["takeover-reasons", "takeover-not-always"],
        ),
        ("appointment: {when_not: [{nl: het vol is, en: we are full}]}", ["reasons-named", "not-always"]),
        (
            "appointment: {made: by-hospital, when: [{nl: a, en: b}]}",
            ["file-open", "not-always", "by-hospital"],
        ),
        ("appointment: {made: by-patient}", ["by-patient"]),
        ("appointment: {address: {nl: https://a.example}}", ["by-patient"]),
        ("appointment: {made: by-hospital}", ["file-open", "by-hospital"]),
        (
            "file: {portal: {nl: https://a.example}}\nappointment: {made: by-hospital}",
            ["by-hospital", "file-not-brought", "file-sent"],
        ),
        ("appointment: {made: by-hospital-after-file}", ["file-open", "by-hospital"]),
        ("appointment: {result_at_once: often}", ["result-at-once"]),
        ("appointment: {video: true}", ["video"]),
        ("appointment: {telephone: true}", ["telephone"]),
        ("report: {to: [you]}", ["report-to-you", "report"]),
        ("report: {to: [you, gp]}", ["report-to-you-and-gp", "report-to-you-too", "report"]),
        ("report: {to: [you, treating-doctors]}", ["report-to-you-too", "report"]),
        ("report: {to: [gp]}", ["report-to-gp", "report"]),
        ("report: {to: [referrer]}", ["report"]),
        ("report: {to: [referrer, gp]}", ["report-to-doctors", "report"]),
        ("report: {to: [treating-doctors]}", ["report-to-doctors", "report"]),
        ("report: {to: [referrer]}\nreferral: {by: [gp]}", ["gp", "report-to-gp", "referral", "report"]),
        (
            "report: {to: [treating-doctors]}\nreferral: {by: [gp]}",
            ["report-to-another", "gp", "report-to-doctors", "referral", "report"],
        ),
        (
            "report: {to: [gp]}\nreferral: {by: [treating-doctor]}",
            ["report-to-another", "treating-doctor", "report-to-gp", "referral", "report"],
        ),
        ("appointment: {always: true}", ["always"]),
        (
            "file: {by: [us]}\nappointment: {always: true, made: by-hospital}",
            ["file-asked", "always-invited", "always", "by-hospital", "file-not-brought"],
        ),
        ("appointment: {usually: true}", ["usually"]),
        ("appointment: {always: false}", ["not-always"]),
        (
            "appointment: {when: [{nl: het kan, en: we can}]}",
            ["when-named", "not-always", "read-first"],
        ),
        (
            "appointment: {when: [{nl: het kan, en: we can}], usually: true}",
            ["usually", "when-named", "read-first"],
        ),
        (
            "appointment: {usually: true, advice_from_file: true}",
            [
                "usually-by-file",
                "advice-from-file",
                "usually",
                "when-named",
                "read-first",
                "result-from-file",
            ],
        ),
        (
            "review: {team_meeting: true}\nappointment: {result_at_once: often}",
            ["read-first", "result-after-meeting", "result-at-once"],
        ),
        ("review: {status: {phone: 000 000 00 01}}", ["status"]),
        ("review: {working_days: 5}", ["read-first", "reading-time"]),
        (
            "review: {working_days: 5}\nappointment: {made: by-hospital}",
            ["file-open", "by-hospital", "reading-time"],
        ),
        ("appointment: {specialist_chosen: true}", ["read-first", "specialist-chosen"]),
        ("review: {team_meeting: true}\nappointment: {made: by-patient}", ["read-first", "by-patient"]),
        (
            "appointment: {made: by-patient, when: [{nl: het moet, en: we must}], advice_from_file: true}",
            BOOKED_BEFORE_READING,
        ),
        (
            "appointment: {made: by-patient, advice_from_file: true}",
            BOOKED_BEFORE_READING,
        ),
        (
            "appointment: {advice_from_file: true, made: by-hospital}",
            [
                "file-open",
                "advice-or-appointment",
                "advice-from-file",
                "not-always",
                "by-hospital",
                "result-from-file",
            ],
        ),
        (
            "appointment: {advice_from_file: true}",
            ["advice-from-file", "when-named", "not-always", "read-first", "result-from-file"],
        ),
        ("file: {by: [us], written_consent: true}", ["asked-on-paper", "file-asked", "file-not-brought"]),
        ("file: {by: [you, us], written_consent: true}", ["either-on-paper", "file-either"]),
        (
            "file: {by: [us, your-doctor], written_consent: true}",
            ["arranged-on-paper", "file-arranged", "file-not-brought", "file-sent"],
        ),
        ("file: {by: [you, us, your-doctor], written_consent: true}", ["any-on-paper", "file-any"]),
        ("review: {confirmation: true}", ["confirmation"]),
        ("review: {confirmation: false}", ["no-confirmation"]),
        ("appointment: {examined_often: true}", ["examined-often"]),
        ("from_abroad: {languages: [nl, en]}", ["from-abroad"]),
        (
            "elsewhere: {directory: {nl: https://a.example, en: https://a.example}}\n"
            "appointment: {made: by-hospital-after-file}",
            [],
        ),
    ],
)
def test_what_a_brand_says_decides_which_cases_hold(said: str, cases: list[str]) -> None:
    apart = (
        OWN_WAY,
        NO_REPORT,
        NO_MENTAL_HEALTH,
        "ask-us",
        "made-named",
        "not-always-open",
        "wait-known-later",
    )
    assert [case for case in cases_of(brand_of(said)) if case not in apart] == cases


@pytest.mark.parametrize(
    ("said", "holding"),
    [
        ("review: {working_days: 5}", {"wait-known-later"}),
        ("review: {working_days: 5}\nappointment: {made: by-patient}", set()),
        ("appointment: {made: by-hospital}", {"wait-known-later"}),
        ("appointment: {made: by-hospital, usually: true}", {"wait-known-later"}),
        ("appointment: {usually: true}", {"not-always-open"}),
        ("appointment: {when: [{nl: het kan, en: we can}]}", {"not-always-open", "wait-known-later"}),
        ("appointment: {made: by-patient, advice_from_file: true}", set()),
        ("appointment: {always: true}", set()),
    ],
)
def test_what_is_open_until_a_hospital_has_read_the_file_or_is_asked_is_a_case(
    said: str, holding: set[str]
) -> None:
    assert {"not-always-open", "wait-known-later"} & {*cases_of(brand_of(said))} == holding


@pytest.mark.parametrize(
    ("about", "is_asked"),
    [
        ("", True),
        ("specialties: {mental_health: true}", True),
        ("specialties: {all: true}", False),
        ("specialties: {disease: {nl: Reuma, en: Arthritis}}", False),
        ("specialties: {names: [{nl: Hart, en: Heart}]}", False),
    ],
)
def test_a_hospital_is_asked_what_its_second_opinions_are_about_unless_it_says_so(
    about: str, *, is_asked: bool
) -> None:
    for made in ("by-patient", "by-hospital", "by-hospital-after-file"):
        cases = cases_of(brand_of(f"appointment: {{made: {made}}}\n{about}"))
        assert ("ask-us" in cases) is is_asked
        assert "made-named" in cases


@pytest.mark.parametrize(
    ("said", "gives"),
    [
        ("", False),
        ("referral: {by: [gp]}", False),
        ("specialties: {names: [{nl: Hart, en: Heart}]}", False),
        ("specialties: {disease: {nl: Reuma, en: Arthritis}}", False),
        ("specialties: {mental_health: false}", False),
        ("specialties: {all: true, mental_health: false}", False),
        ("specialties: {all: true}", False),
        ("specialties: {all: true, mental_health: true}", True),
        ("specialties: {mental_health: true}", True),
        ("specialties: {names: [{nl: Hart, en: Heart}], mental_health: true}", True),
    ],
)
def test_a_hospital_speaks_of_its_way_in_mental_health_care_only_where_it_says_that_it_gives_that(
    said: str, *, gives: bool
) -> None:
    assert (NO_MENTAL_HEALTH not in cases_of(brand_of(said))) is gives


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ("", False),
        ("referral: {by: [gp]}", True),
        ("file: {by: [us]}", True),
        ("review: {confirmation: false}", True),
        ("appointment: {telephone: true}", True),
        ("file: {}\nreview: {}\nappointment: {video: false}", False),
        ("specialties: {all: true}", True),
        ("specialties: {mental_health: true}", False),
        ("specialties: {mental_health: false}", True),
        ("report: {to: [referrer]}", True),
        ("takeover: {policy: never}", True),
        ("moment: {urgent: true}", True),
        ("studies: {reason: true}", True),
        ("from_abroad: {languages: [nl]}", True),
        ("waiting_times: {address: https://a.example}", True),
        ("costs: {insurer_first: true}", True),
        ("costs: {date: 2026-11-02}", False),
        ("contact: {phone: 000 000 00 01}", True),
        ("contact: {hours: {nl: altijd, en: always}}", False),
        ("complaints: {officer: {nl: iemand, en: someone}, phone: 000 000 00 01}", True),
        ("links: {patient_portal: https://a.example}", True),
        ("links: {home: https://a.example, privacy: https://a.example}", False),
        ("hard_to_ask: true", True),
        ("papers: [{title: {nl: Folder, en: Leaflet}}]", True),
        ("own_lines: {costs: {nl: Gratis., en: Free.}}", True),
    ],
)
def test_a_hospital_is_we_where_it_has_a_page_to_which_shared_sentences_can_lead(
    sample: Project, said: str, *, holds: bool
) -> None:
    assert (OWN_WAY in cases_of(brand_of(said))) is holds
    assert bool(own_sections(speaker_of(sample, said))) is holds


def test_every_key_that_puts_something_on_the_page_of_a_hospital_makes_it_we(sample: Project) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    after_all_dates = datetime.date(2100, 1, 1)
    wrong = {
        one.key
        for one in keys_alone()
        if not one.saying.elsewhere
        and (OWN_WAY in cases_of(one.saying))
        is not bool(own_sections(Speaker(one.saying, SOURCE_LANGUAGE, words, after_all_dates)))
    }
    assert wrong == set(), (
        "write a key that puts nothing there in NOT_ON_OWN_PAGE of brand/case_rules.py; one that does and stands in no "
        "group, in _has_own_page below it"
    )


@pytest.mark.parametrize(
    "said",
    [
        "waiting_times: {date: 2026-11-02, weeks: [{specialty: {nl: Hart, en: Heart}, weeks: 2-3}]}",
        "costs: {contracts: {insurers: [A], date: 2026-11-02, until: 2026-12-31}}",
    ],
)
def test_shared_sentences_do_not_lead_to_a_page_that_goes_after_some_day(sample: Project, said: str) -> None:
    assert own_sections(speaker_of(sample, said))
    assert OWN_WAY not in cases_of(brand_of(said))


@pytest.mark.parametrize(
    ("said", "case", "anchor"),
    [
        ("papers: [{title: {nl: Folder, en: Leaflet}}]", OWN_WAY, ""),
        ("papers: [{title: {nl: Folder, en: Leaflet}, section: takeover}]", OWN_WAY, ""),
        (
            "papers: [{title: {nl: Folder, en: Leaflet}, section: application}]\nreview: {team_meeting: true}",
            "leaflet-on-application",
            "application",
        ),
        (
            "papers: [{title: {nl: Folder, en: Leaflet}, section: application}]\nreview: {team_meeting: false}",
            OWN_WAY,
            "",
        ),
    ],
)
def test_who_waits_is_led_to_the_leaflets_where_they_stand(
    sample: Project, said: str, case: str, anchor: str
) -> None:
    files = (ROOT / "snippets/nl").glob("leaflet-applying*.md")
    passages = {file.name: file.read_text("utf-8") for file in files}
    chosen = passages_in(passages, cases_of(brand_of(said)))["leaflet-applying.md"]
    assert chosen == passages[f"leaflet-applying-if-{case}.md"]
    assert re.findall(r"your-hospital\.md#?([\w-]*)", chosen) == [anchor]
    there = {section.anchor: "\n".join(section.blocks) for section in own_sections(speaker_of(sample, said))}
    assert not anchor or "Folder" in there[anchor]


def test_a_hospital_that_says_its_way_and_not_who_gets_the_report_is_asked_that() -> None:
    way, report = "referral: {by: [gp]}", "report: {to: [gp]}"
    told = {said: NO_REPORT in cases_of(brand_of(said)) for said in ("", way, report, f"{way}\n{report}")}
    assert [said for said, is_asked in told.items() if is_asked] == [way]


@pytest.mark.parametrize(
    ("cases", "said"),
    [
        ([], "wait.md"),
        (["gp"], "wait.md"),
        (["referral"], "wait-if-referral.md"),
        (["by-patient", "referral"], "wait-if-by-patient.md"),
    ],
)
def test_a_passage_says_what_it_says_in_the_first_case_that_holds(cases: list[str], said: str) -> None:
    chosen = passages_in(PASSAGES, cases)
    assert chosen["wait.md"].body == said
    assert chosen["safety.md"].body == "safety.md"
    assert [*chosen] == [*PASSAGES]


def test_a_passage_about_care_that_is_not_given_says_what_holds_elsewhere() -> None:
    names = ("mental-health-report.md", "mental-health-report-if-gp.md", "report.md", "report-if-gp.md")
    chosen = passages_in({name: name for name in names}, ["no-mental-health", "gp"])
    assert chosen["mental-health-report.md"] == "mental-health-report.md"
    assert chosen["report.md"] == "report-if-gp.md"


def test_the_drawing_names_who_refers_and_the_neutral_one_stays_as_it_is() -> None:
    drawing, findings = read_who_does_what(read_yaml(DRAWING, "who.yml"), ["a"])
    assert findings == []
    assert drawing is not None
    assert drawing.in_cases(()) == drawing
    told = drawing.in_cases(["gp"])
    assert [told.parties[1].part(lang) for lang in LANGUAGES] == ["Huisarts", "GP"]
    assert [told.steps[0].part(lang) for lang in LANGUAGES] == ["Vraag uw huisarts.", "Ask your GP."]
    assert told.ways() == drawing.ways()
    assert drawing.in_cases(["gp", OWN_WAY]).steps == told.steps[:1]


def test_a_step_of_the_drawing_for_some_hospitals_stands_there_in_their_case_alone() -> None:
    own = "  - { from: doctor, to: you, only_if: [insurer-first], nl: Bel eerst., en: Call first. }\n"
    drawing, findings = read_who_does_what(read_yaml(f"{DRAWING}{own}", "who.yml"), ["a"])
    assert findings == []
    assert drawing is not None
    said = {
        cases: [way.part("en") for way in drawing.in_cases(cases).steps]
        for cases in ((), ("insurer-first",), ("gp", "insurer-first"))
    }
    assert said == {
        (): ["Ask.", "Choose one."],
        ("insurer-first",): ["Ask.", "Choose one.", "Call first."],
        ("gp", "insurer-first"): ["Ask your GP.", "Choose one.", "Call first."],
    }


def test_a_line_of_a_list_keeps_its_id_and_says_who_does_it_now() -> None:
    tool, findings = read_tool(read_yaml(STEPS, "data/my-steps.yml"))
    assert findings == []
    assert tool is not None
    assert tool.in_cases(()).tool == tool.tool
    (line,) = tool.in_cases(["by-patient"]).tool.parts[0].every_line()
    assert (line.id, line.who, *(line.part(lang) for lang in LANGUAGES)) == (
        *("invited", "you"),
        *("Bel zelf.", "Call yourself."),
    )


def test_a_letter_and_a_line_stand_nowhere_in_a_case_that_makes_them_needless() -> None:
    lines = "[{ id: one, nl: Een., en: One., unless: [file-along] }, { id: two, nl: Twee., en: Two. }]"
    part = f"{{ id: again, title: {{ nl: Weer, en: Again }}, unless: [gp], lines: {lines} }}"
    tool, findings = read_tool(read_yaml(f"{STEPS}  - {part}\n", "data/my-steps.yml"))
    assert findings == []
    assert tool is not None
    said = {
        cases: [line.id for part in tool.in_cases(cases).tool.parts for line in part.every_line()]
        for cases in ((), ("file-along",), ("gp", "referral"))
    }
    assert said == {
        (): ["invited", "one", "two"],
        ("file-along",): ["invited", "two"],
        ("gp", "referral"): ["invited"],
    }


@pytest.mark.parametrize(
    ("own", "cases", "read"),
    [
        ([], ["gp"], "shared waiting-if-gp.md"),
        (["waiting.md"], ["gp"], "own waiting.md"),
        (["waiting-if-gp.md"], ["gp"], "own waiting-if-gp.md"),
        (["waiting-if-gp.md", "waiting.md"], ["gp"], "own waiting-if-gp.md"),
        (["waiting-if-gp.md"], [], "shared waiting.md"),
        (["waiting-if-always.md"], ["gp", "always"], "shared waiting-if-gp.md"),
    ],
)
def test_a_hospital_puts_its_own_wording_in_the_place_of_ours_also_that_for_a_case(
    own: list[str], cases: list[str], read: str
) -> None:
    shared = {name: f"shared {name}" for name in ("waiting.md", "waiting-if-gp.md")}
    assert passages_of(shared, {name: f"own {name}" for name in own}, cases)["waiting.md"] == read
