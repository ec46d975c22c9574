"""What a copy of the site says nowhere: the opposite of what its brand.yml says of the hospital's own way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pytest

from second_opinion.brand.cases import cases_of
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.markdown_text import include_snippets
from second_opinion.data.cases import CASES, IF, in_case, usual
from second_opinion.data.tools import Line
from second_opinion.data.who_does_what import Party, Way
from second_opinion.project.project import Project
from unit.making import brand_of

# What a hospital says, by the case that holds for it then; of appointments and reports there are several.
SAID = {
    "file-asked": "file: {by: [us]}",
    "file-either": "file: {by: [you, us]}",
    "file-brought": "file: {by: [you]}",
    "insurer-before-booking": "costs: {insurer_first: true}\nappointment: {made: by-patient}",
    "insurer-first": "costs: {insurer_first: true}",
    "treating-doctor": "referral: {by: [treating-doctor], only: true}",
    "gp": "referral: {by: [gp], only: true}",
    "doctor-first": "referral: {by: [treating-doctor, gp], preferred: treating-doctor}",
    "gp-first": "referral: {by: [treating-doctor, gp], preferred: gp}",
    "both": "referral: {by: [treating-doctor, gp]}",
    "takeover-never": "takeover: {policy: never}",
    "status": "review: {status: {phone: 000 000 00 01}}",
    "always": "appointment: {always: true}",
    "usually": "appointment: {usually: true}",
    "not-always": "appointment: {always: false}",
    "by-patient": "appointment: {made: by-patient}",
    "by-hospital": "appointment: {made: by-hospital-after-file}",
    "one-visit": "appointment: {one_visit: true}",
    "report-to-you": "report: {to: [you]}",
    "report-to-you-too": "report: {to: [you, referrer]}",
    "report-to-gp": "report: {to: [gp]}",
    "report-to-doctors": "report: {to: [treating-doctors]}",
    "referral": "referral: {by: [gp, treating-doctor], preferred: gp}",
}
TOGETHER = (
    "referral: {by: [treating-doctor], only: true}\nappointment: {made: by-hospital, always: true}\n"
    "takeover: {policy: never}\nreport: {to: [you]}\nreview: {status: {phone: 000 000 00 01}}",
    "referral: {by: [gp]}\nappointment: {made: by-patient, always: false}\nreport: {to: [you, gp]}",
    "referral: {by: [gp]}\nappointment: {made: by-hospital, one_visit: true}\ntakeover: {policy: never}",
    "file: {by: [us]}\nappointment: {made: by-hospital}\nreferral: {by: [treating-doctor]}",
    "file: {by: [you, us]}\nappointment: {made: by-hospital-after-file}",
    "file: {by: [you]}\nappointment: {made: by-hospital}\ncosts: {insurer_first: true}",
    "appointment: {made: by-patient, one_visit: true}\nreport: {to: [treating-doctors]}",
    "file: {by: [you, us]}\nreferral: {by: [gp]}",
    "file: {by: [you, us]}\nappointment: {made: by-patient}\nreferral: {by: [treating-doctor, gp]}",
    "file: {by: [you]}\nappointment: {made: by-patient, always: true}\ncosts: {insurer_first: true}\n"
    "referral: {by: [gp], only: true}",
    "file: {by: [us]}\nappointment: {made: by-patient, always: true}",
)
COPIES = [*SAID.values(), *TOGETHER]

# Words that would say the opposite wherever they stood, in each language.
CONTRARY = {
    "file-asked": {
        "nl": "Laat uw (?:gegevens|dossier en scans) naar|neemt zelf een kopie mee",
        "en": "send everything straight away|Have your records (?:sent to us|and scans)|bring a copy yourself",
    },
    "file-either": {
        "nl": "arts stuurt (?:alles|het ziekenhuis uw)|mijn scans opsturen",
        "en": "(?:doctor|GP) sends (?:everything|the hospital your)|send my records and scans before",
    },
    "file-brought": {
        "nl": (
            "Laat uw (?:gegevens|dossier en scans) naar|arts stuurt alles|mijn scans opsturen|"
            "stuurt uw gegevens pas|toestemming om mijn gegevens op te vragen|gegevens er zijn voordat|"
            "mijn scans er al|ziekenhuis vraagt dat op"
        ),
        "en": (
            "send everything straight away|Have your records (?:sent to us|and scans)|doctor sends everything|"
            "send my records and scans|records .* only sent if|consent to ask for my records|"
            "records get there before|have my records and my scans|hospital then asks for it"
        ),
    },
    "insurer-first": {
        "nl": "^Vraag uw arts eerst hoeveel|^Bel daarna uw verzekeraar: ‘Betaalt|^Praat eerst",
        "en": "^First ask your doctor how|^Then call your insurer: ‘Will|^First talk",
    },
    "treating-doctor": {
        "nl": (
            "(?:uw|arts of) huisarts om (?:een|de) verwijzing|huisarts verwijst u|"
            "specialist of uw huisarts|zelf de verwijzing schrijven"
        ),
        "en": (
            "(?:doctor or|your) GP for (?:a|the) referral|GP can refer you to us|"
            "specialist or your GP|refer you themselves"
        ),
    },
    "gp": {
        "nl": (
            "specialist of uw huisarts|uw arts of huisarts om een verwijzing|^Wilt u mij verwijzen, en|"
            "^De chirurg .* schrijft de verwijzing"
        ),
        "en": (
            "specialist or your GP|your doctor or GP for a referral|ask that doctor to refer you|"
            "^The surgeon .* writes the referral"
        ),
    },
    "by-hospital": {
        "nl": r"u (?:een|de) afspraak maakt\b|bel de polikliniek\.|het maken van de afspraak",
        "en": r"before you book\b(?! a)|when you book\b(?! that)|call the outpatient clinic\.",
    },
    "by-patient": {
        "nl": "afspraak als de arts|eerst uw verzekeraar: stap|Hoort u niets, bel dan na een week",
        "en": "get an appointment if they|insurer first: step|If you hear nothing, call",
    },
    "always": {"nl": "zonder afspraak", "en": "advice without one"},
    "one-visit": {
        "nl": "dan komt u een tweede keer|dan krijgt u daarvoor een",
        "en": "you come back a second time|you get an appointment for it",
    },
    "takeover-never": {
        "nl": r"Dat mag u vragen\. Een second|neemt uw behandeling meestal niet over|"
        "blijft meestal bij uw eigen|overstappen gaat anders|ik hier ook behandeld",
        "en": r"You can ask\. A second|not usually take over|usually stays with your own|"
        "changing doctors works|be treated here",
    },
    "status": {
        "nl": "na een week de polikliniek|^Bel de polikliniek waar",
        "en": "clinic after a week|you are going to",
    },
    "report-to-you": {"nl": "stuurt het verslag naar", "en": "sends (?:a|the|its) report to"},
}

# What tells a reader to make the appointment, where nobody else does.
BOOK = {"nl": r"\bmaak (?:\w+ )?(?:de|een) afspraak", "en": r"(?:^|then |and )make (?:the|an) appointment"}


def sentences(text: str) -> list[str]:
    """Return the sentences of a text as readers read them: without marks, numbers of a list and where links lead."""
    bare = re.sub(r"\]\([^)]*\)|\{ ?[^}]*\}(?!\})|\*\*?|\[|(?m:^\d\. |^- )", "", text)
    return [" ".join(one.split()) for one in re.split(r"(?<=[.?!’])\s+|\n\n", bare) if one.strip()]


def copy_of(project: Project, said: str) -> Project:
    """Return the project as a hospital builds it that says this of its way."""
    brand = brand_of(said)
    drawing, cases = project.who_does_what, cases_of(brand)
    return replace(
        project,
        brand=brand,
        readable_brand=brand,
        who_does_what=drawing.in_cases(cases) if drawing else None,
        tools={name: tool.in_cases(cases) for name, tool in project.tools.items()},
    )


def in_data(project: Project) -> Iterator[Line | Party | Way]:
    """Yield what the lists to take along and the drawing say, and may say otherwise in a case."""
    for tool in project.tools.values():
        for part in tool.tool.parts:
            yield from part.every_line()
    if drawing := project.who_does_what:
        yield from drawing.parties
        yield from (*drawing.steps, *drawing.besides)


def said_in(copy: Project, lang: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every place of a copy with its sentences: its pages, its drawing and its lists."""
    passages = {name: text.body for name, text in copy.snippets[lang].items()}
    for page in copy.pages:
        if page.lang == lang:
            yield page.name, sentences(include_snippets(page.text.body, passages))
    yield "the lists and the drawing", [one.part(lang) or "" for one in in_data(copy)]


def wordings(project: Project, lang: str) -> Iterator[Mapping[str, Sequence[str]]]:
    """Yield of each sentence that has one for a case what it says in each; the usual one stands under no case."""
    passages = project.shared_snippets[lang]
    for name in sorted({usual(name) for name in passages} - {""}):
        stem = name.removesuffix(".md")
        of_cases = {case: passages.get(f"{stem}{IF}{case}.md") for case in CASES}
        yield {
            case: sentences(text.body)
            for case, text in {**of_cases, "": passages[name]}.items()
            if text is not None
        }
    for one in in_data(project):
        yield {case: [said.part(lang) or ""] for case, said in {**one.if_, "": one}.items()}


def with_words(copy: Project, words: str) -> Project:
    """Return a copy in which words are typed on a page in Dutch."""
    pages = [
        replace(page, text=replace(page.text, body=f"{page.text.body}\n{words}\n"))
        if (page.lang, page.name) == ("nl", "about")
        else page
        for page in copy.shared.sound
    ]
    return replace(copy, shared=replace(copy.shared, sound=pages))


def of_other_cases(copy: Project, project: Project, lang: str) -> list[tuple[str, str]]:
    """Return with their places the sentences of a copy that the project has for cases that do not hold there."""
    cases = cases_of(copy.brand)
    chosen: set[str] = set()
    others: set[str] = set()
    for of_cases in wordings(project, lang):
        mine = in_case(of_cases, cases) or of_cases[""]
        chosen |= {*mine}
        others |= {one for texts in of_cases.values() for one in texts} - {*mine}
    return [(name, one) for name, texts in said_in(copy, lang) for one in texts if one in others - chosen]


def opposites(copy: Project, lang: str) -> list[tuple[str, str]]:
    """Return with their places the sentences of a copy that say the opposite of its hospital."""
    contrary = [CONTRARY[case][lang] for case in cases_of(copy.brand) if case in CONTRARY]
    return [
        (name, one)
        for name, texts in said_in(copy, lang)
        for one in texts
        if any(re.search(words, one) for words in contrary)
    ]


@pytest.mark.parametrize("case", CASES)
def test_each_case_has_a_copy_in_which_it_holds(case: str) -> None:
    assert case in cases_of(brand_of(SAID[case]))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("said", COPIES)
def test_what_belongs_to_another_case_stands_nowhere_in_a_copy(real: Project, said: str, lang: str) -> None:
    assert of_other_cases(copy_of(real, said), real, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("said", COPIES)
def test_no_page_of_a_copy_says_the_opposite_of_its_hospital(real: Project, said: str, lang: str) -> None:
    assert opposites(copy_of(real, said), lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("said", [one for one in COPIES if "by-patient" in one])
def test_each_list_of_steps_tells_patients_to_make_the_appointment(
    real: Project, said: str, lang: str
) -> None:
    texts = dict(said_in(copy_of(real, said), lang))
    for place in ("index", "applying", "the lists and the drawing"):
        assert any(re.search(BOOK[lang], one, re.IGNORECASE) for one in texts[place]), place


def test_a_sentence_for_another_case_that_is_typed_on_a_page_is_found(real: Project) -> None:
    copy = copy_of(real, SAID["by-hospital"])
    of_cases = next(one for one in wordings(real, "nl") if "by-hospital" in one)
    typed = next(one for one in of_cases[""] if one not in of_cases["by-hospital"])
    assert of_other_cases(with_words(copy, typed), real, "nl") == [("about", typed)]


def test_words_that_say_the_opposite_are_found_on_any_page(real: Project) -> None:
    typed = "Bel voordat u een afspraak maakt."
    assert opposites(with_words(copy_of(real, SAID["by-hospital"]), typed), "nl") == [("about", typed)]
