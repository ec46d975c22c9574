"""The pictures that are drawn from data: who is in them, what their words say, and where they stand."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag

from second_opinion.data.studies import REST, SHARES, Study, studies_html
from second_opinion.data.who_does_what import WhoDoesWhat, who_does_what_html
from second_opinion.project.project import Project
from second_opinion.site.diagrams import PEOPLE, Lane, add_diagrams, draw_arrow, lane_middles

LANES = [Lane("1", 5), Lane("2", 5), Lane("", 10)]
PARTIES = [
    {"id": "you", "icon": "account-outline", "nl": "U", "en": "You"},
    {"id": "doctor", "icon": "stethoscope", "nl": "Uw arts & co", "en": "Your doctor"},
    {"id": "payer", "icon": "shield-outline", "nl": "Wie alles betaalt", "en": "Who pays"},
]
DRAWING = WhoDoesWhat.model_validate(
    {
        "parties": PARTIES,
        "steps": [{"from": "you", "to": "doctor", "back": True, "nl": "U <vraagt>.", "en": "You ask."}],
        "besides": [{"from": "payer", "to": "doctor", "nl": "Er komt geld.", "en": "Money comes."}],
    }
)


def study(**keys: Any) -> Study:
    """Return a study with some shares."""
    known = {"source": "trial", "title": {"nl": "Proef", "en": "Trial"}, "year": 2031, "people": 70}
    return Study.model_validate(known | keys)


def drawn(body: str, *studies: Study) -> BeautifulSoup:
    """Return a body with its pictures."""
    return BeautifulSoup(add_diagrams(body, studies=studies, ways=DRAWING.ways(), lanes=LANES), "html.parser")


def people(picture: Tag) -> Counter[str]:
    """Return how many people of each kind a picture shows, each at a place of its own."""
    shown = picture.select("svg g use")
    assert len({(use["x"], use["y"]) for use in shown}) == len(shown)
    return Counter(str(use["href"]).removeprefix("#d-") for use in shown)


@pytest.mark.parametrize(
    "shares",
    [
        {"same": 90, "different": 10},
        {"same": 68, "smaller": 16, "major": 16},
        {"same": 25, "different": 50},
        {"major": 1},
    ],
)
def test_a_picture_shows_a_hundred_people_and_those_not_known_too(
    sample: Project, shares: dict[str, int]
) -> None:
    left = 100 - sum(shares.values())
    picture = drawn(studies_html([study(**shares)], "nl", sample.words.site["nl"]), study(**shares))
    assert people(picture) == Counter(shares | ({REST: left} if left else {}))


def test_every_kind_of_people_has_a_drawing_of_its_own() -> None:
    assert list(PEOPLE) == [*SHARES, REST]
    assert len(set(PEOPLE.values())) == len(PEOPLE)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "Proef & meer, 2031 25 hetzelfde 50 anders 25 niet bekend Ruim 1.300 mensen deden mee. Zelf."),
        ("en", "Trial, 2031 25 the same 50 different 25 not known More than 1,300 people took part."),
    ],
)
def test_the_words_beside_a_picture_say_its_numbers(sample: Project, lang: str, said: str) -> None:
    note, title = {"nl": "Zelf.", "en": "Selves."}, {"nl": "Proef & meer", "en": "Trial"}
    one = study(same=25, different=50, people="1300+", note=note, title=title)
    shown = BeautifulSoup(studies_html([one], lang, sample.words.site[lang]), "html.parser")
    assert shown.get_text(" ", strip=True).startswith(said)


def test_pictures_stand_in_the_order_of_the_data_each_time_a_page_asks_for_them(sample: Project) -> None:
    both = [study(same=60), study(major=70)]
    body = studies_html(both, "nl", sample.words.site["nl"])
    pictures = drawn(body + body, *both).select(".hundred")
    assert [people(picture).most_common(1)[0] for picture in pictures] == [("same", 60), ("major", 70)] * 2


def test_the_words_of_who_does_what_stand_once_in_their_order() -> None:
    shown = BeautifulSoup(who_does_what_html(DRAWING, "nl"), "html.parser")
    assert [part.get_text() for part in shown.select("li")] == [
        "U",
        "Uw arts & co",
        "Wie alles betaalt",
        "U <vraagt>.",
        "Er komt geld.",
    ]
    assert [part.get_text() for part in shown.select("ol li")] == ["U <vraagt>."]


def test_nobody_hears_a_picture_beside_its_words(sample: Project) -> None:
    body = studies_html([study(same=1)], "nl", sample.words.site["nl"]) + who_does_what_html(DRAWING, "nl")
    pictures = [svg for svg in drawn(body, study(same=1)).select("svg") if not svg.find_parent("svg")]
    assert (
        len(pictures) == 1 + 2 + 2 + 2
    )  # the people, the marks of both kinds, two names with one, two arrows
    assert all(svg["aria-hidden"] == "true" for svg in pictures)


def test_a_lane_is_as_wide_as_its_name_needs() -> None:
    assert lane_middles(LANES) == ["12.50%", "37.50%", "75.00%"]
    assert [party.letters("nl") for party in DRAWING.parties] == [4, 4, 7]


@pytest.mark.parametrize(
    ("start", "end", "back", "points"),
    [
        (0, 2, False, ["75.00% M-16"]),
        (2, 0, False, ["12.50% M16"]),
        (0, 1, True, ["37.50% M-16", "12.50% M16"]),
    ],
)
def test_an_arrow_points_to_where_it_goes(start: int, end: int, back: bool, points: list[str]) -> None:
    shown = BeautifulSoup(draw_arrow(start, end, LANES, is_back=back), "html.parser")
    found = [(point.find_parent("svg"), str(point["d"])) for point in shown.select(".point")]
    assert [f"{around['x']} {path.split()[0]}" for around, path in found if around] == points


def test_a_body_without_pictures_stays_as_it_is() -> None:
    body = '<p class="hundreds">Tekst &amp; meer</p>'
    assert add_diagrams(body, studies=[], ways=[], lanes=[]) == body


def test_classes_that_an_editor_wrote_get_no_picture() -> None:
    body = '<ul class="hundred"><li>Een</li><li class="other">Twee</li></ul><p class="lanes">Drie</p>'
    assert "<svg" not in add_diagrams(body, studies=[], ways=[(0, 1, True)], lanes=LANES)


def test_data_that_cannot_be_read_stop_no_page() -> None:
    body = who_does_what_html(DRAWING, "nl") + '<div class="hundred"><ul><li class="same">1</li></ul></div>'
    assert "<use" in add_diagrams(body, studies=[], ways=[], lanes=[])
