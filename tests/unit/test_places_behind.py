"""What stands behind a sentence of the list to sign is what a hospital replaces to change it, in each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from checking import checked_project
from second_opinion.brand.own_page import OWN_PAGE, body_of_own_page
from second_opinion.brand.own_sections import own_sections
from second_opinion.commands.places_behind import PlacesInCopy, PlaceToMend, in_plain_words, places_in_copy
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.markdown_text import includes_in
from second_opinion.data.interface import NamedWords
from second_opinion.project.own_words_said import own_words_by_page
from second_opinion.project.project import Project
from second_opinion.prose.text_differences import sentences_in

START = "name: {nl: Huis Ter Test, en: Test House}\nsite_url: https://house.example\n"
OWN_LINE = {"nl": "Vraag uw arts om hulp.", "en": "Ask your doctor for help."}  # which a passage says too
HOUSES = {
    "a house that takes over now and then": "takeover: {policy: not-automatically}\n"
    "contact: {phone: 000 000 00 00, hours: {nl: op maandag, en: on Mondays}}\n"
    "sentences:\n  takeover_not_automatically: {nl: Dat gaat soms., en: It may.}\n"
    "  takeover_possible: {nl: Dat kan., en: It may.}\n",
    "a house to which patients come through a GP": "referral: {by: [gp], required: true, only: true}\n"
    "file: {by: [you], images_brought: true}\nappointment: {made: by-patient, examined_often: true, video: true}\n",
    "a house that reads first": "referral: {by: [treating-doctor, gp], preferred: treating-doctor}\n"
    "file: {by: [your-doctor, us], written_consent: true, portal: {nl: https://a.example}, fax: true}\n"
    "review: {working_days: 5, confirmation: false, status: {department: {nl: de balie, en: the desk}}}\n"
    "appointment: {made: by-hospital}\nreport: {to: [gp], unless_you_object: true}\n",
    "a house with a line of its own": "referral: {by: [gp]}\n"
    f"own_lines: {{referral: {{nl: '{OWN_LINE['nl']}', en: '{OWN_LINE['en']}'}}}}\n",
}
PASSAGES = {
    "safety.md": OWN_LINE,
    "lead.md": {"nl": "Begin bij uw arts.", "en": "Start with your doctor."},
    "lead-if-gp.md": {"nl": "Begin bij uw huisarts.", "en": "Start with your GP."},
    "lead-end.md": {"nl": "Bel daarna uw verzekeraar.", "en": "Then call your insurer."},
    "not-there.md": {"nl": "Begin bij uw huisarts.", "en": "Call them."},
}
JOINED = '--8<-- "lead.md"\n--8<-- "lead-end.md"\n'


@pytest.fixture(params=HOUSES)
def house(request: pytest.FixtureRequest, root: Path) -> Project:
    """Return the sample as a house has it, with passages that are joined, alike, or on no page."""
    for name, said in PASSAGES.items():
        for lang, words in said.items():
            (root / "snippets" / lang / name).write_text(f"{words}\n", "utf-8")
    for lang in LANGUAGES:
        page = root / "docs" / lang / "applying.md"
        page.write_text(page.read_text("utf-8").replace("\n## ", f"\n{JOINED}\n## ", 1), "utf-8")
    brand = root / "brands/house"
    brand.mkdir()
    (brand / "brand.yml").write_text(f"{START}{HOUSES[request.param]}", "utf-8")
    return checked_project(root, {"BRAND": str(brand)})


def paragraphs(project: Project, lang: str) -> Iterator[tuple[str, list[str]]]:
    """Yield what the own page of a house and its page about applying say, block by block, in sentences."""
    for page in project.pages:
        if page.lang == lang and page.name in (OWN_PAGE, "applying"):
            for block in project.whole_text(page).body.split("\n\n"):
                for line in [block] if "\n- " not in f"\n{block}" else block.splitlines():
                    yield page.name, sentences_in(in_plain_words(line.removeprefix("- ")))


def in_any_language(places: Sequence[str]) -> list[str]:
    """Return places as they are called whatever the language."""
    return [re.sub("/(nl|en)/", "/", place) for place in places]


def test_a_sentence_has_the_same_places_behind_it_in_each_language(house: Project) -> None:
    places = {lang: places_in_copy(house, lang) for lang in LANGUAGES}
    behind = {
        lang: [
            (page, in_any_language(places[lang].behind(said, page))) for page, said in paragraphs(house, lang)
        ]
        for lang in LANGUAGES
    }
    assert behind["nl"] == behind["en"]
    assert {page for page, places in behind["nl"] if places} == {OWN_PAGE, "applying"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_stands_behind_a_sentence_holds_the_whole_of_it_or_all_that_it_is_joined_of(
    house: Project, lang: str
) -> None:
    places, said_by = places_in_copy(house, lang), texts_that_readers_get(house, lang)
    for page, said in paragraphs(house, lang):
        named = places.behind(said, page)
        together = " ".join(said_by[name] for name in named).casefold()
        whole = [re.sub(r" \(https?://\S+\)( \(in Dutch\))?", "", one).casefold() for one in said]
        assert not named or [one for one in whole if one not in together] == []


def texts_that_readers_get(project: Project, lang: str) -> dict[str, str]:
    """Return what is said by each name in `sentences`, and by each passage that stands on a page."""
    words = own_words_by_page(project, project.speakers[lang])
    included = (
        project.snippets[lang][name]
        for page in project.written_pages
        if page.lang == lang
        for _, name in includes_in(page.text)
    )
    return {
        **{f"sentences.{one.name}": in_plain_words(one.said) for page in words.values() for one in page},
        **{text.file: in_plain_words(text.body) for text in included},
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_name_behind_a_sentence_of_the_own_page_is_the_one_that_changes_it(
    house: Project, lang: str
) -> None:
    places, speaker = places_in_copy(house, lang), house.speakers[lang]
    for said in [said for page, said in paragraphs(house, lang) if page == OWN_PAGE]:
        for place in places.behind(said, OWN_PAGE):
            words = NamedWords({**speaker.words, place.removeprefix("sentences."): "Anders."})
            other = replace(speaker, words=words)
            body = body_of_own_page(other, own_sections(other))
            assert " ".join(said) not in in_plain_words("\n\n".join(body))


@pytest.mark.parametrize("house", ["a house that takes over now and then"], indirect=True)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_two_names_that_say_the_same_the_one_that_is_said_stands_there(house: Project, lang: str) -> None:
    behind = places_in_copy(house, lang).behind(["Dat gaat soms." if lang == "nl" else "It may."], OWN_PAGE)
    assert behind == ["sentences.takeover_not_automatically"]


@pytest.mark.parametrize("house", ["a house to which patients come through a GP"], indirect=True)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_a_paragraph_that_is_joined_every_passage_stands_there_as_the_copy_has_it(
    house: Project, lang: str
) -> None:
    said = [PASSAGES["lead-if-gp.md"][lang], PASSAGES["lead-end.md"][lang]]
    places = places_in_copy(house, lang)
    assert places.behind(said, "applying") == [
        f"snippets/{lang}/lead-if-gp.md",
        f"snippets/{lang}/lead-end.md",
    ]
    assert places.behind([*said, "Dat staat nergens."], "applying") == []
    assert places.behind([PASSAGES["lead.md"][lang]], "applying") == []


@pytest.mark.parametrize("house", ["a house with a line of its own"], indirect=True)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_of_the_hospitals_own_has_nothing_behind_it_but_the_key_above_it(
    house: Project, lang: str
) -> None:
    places = places_in_copy(house, lang)
    assert [places.behind([OWN_LINE[lang]], page) for page in (OWN_PAGE, "applying")] == [[], []]


def test_where_a_link_leads_is_no_part_of_the_sentence() -> None:
    places = PlacesInCopy(
        {"costs": [PlaceToMend("sentences.price", "lees onze prijslijst")]}, frozenset(), "(in Dutch)"
    )
    for behind in ("", " (https://a.example/nl)", " (https://a.example/nl) (in Dutch)"):
        assert places.behind([f"Lees onze prijslijst{behind}"], "costs") == ["sentences.price"]
    assert places.behind(["Lees onze prijslijst."], "costs") == ["sentences.price"]
    assert places.behind(["Lees onze prijs\u00adlijst."], "costs") == ["sentences.price"]
    assert places.behind(["Lees onze prijslijsten"], "costs") == []
    assert places.behind(["Lees onze."], "costs") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_of_a_list_has_the_file_of_that_list_behind_it(house: Project, lang: str) -> None:
    (page,) = [one for one in house.written_pages if one.lang == lang and one.name == "my-questions"]
    line = house.tools["my-questions"].tool.parts[0].every_line()[0].part(lang)
    assert places_in_copy(house, lang).behind([line], page.name) == ["data/my-questions.yml"]


def test_a_house_whose_sentences_are_all_read_is_told_nothing(root: Path) -> None:
    said = {
        "title": "Zo gaat het hier",
        "referral_asked": "verwijzing",
        "first_gp": "Vraag het uw huisarts.",
        "to_call": "Bel: {phone}",
        "maker": "Dit is van ons.",
        "made_from": "Van ons.",
    }
    sentences = "".join(f"  {name}: {{nl: '{words}', en: '{words}'}}\n" for name, words in said.items())
    brand = root / "brands/house"
    brand.mkdir()
    more = "referral: {by: [gp]}\ncontact: {phone: 000 000 00 00}\n"
    (brand / "brand.yml").write_text(f"{START}{more}sentences:\n{sentences}", "utf-8")
    found = checked_project(root, {"BRAND": str(brand)}).findings
    assert [str(one) for one in found if "sentences" in one.wrong] == []
