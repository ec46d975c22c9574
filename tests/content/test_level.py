"""The Dutch is easy to read, measured on the pages as readers get them."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from second_opinion.prose.measures import LEAST_SCORE, LEAST_SCORE_ON_AVERAGE, LONGEST_SENTENCE
from second_opinion.prose.readability import level, sentences


def bodies(site: Path, lang: str) -> dict[str, str]:
    """Return the running text of each page of a language, by address; lists of sources are left out."""
    found = {}
    for file in sorted(site.rglob("index.html")):
        soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        for source in soup.select("li:has([lang])"):
            source.decompose()
        if soup.html and soup.html["lang"] == lang:
            found[file.parent.relative_to(site).as_posix()] = "".join(map(str, soup.select(".lead, .body")))
    return found


def test_every_dutch_page_is_easy_enough_and_the_average_is_easy(site: Path) -> None:
    scores = {address: level(sentences(html), "nl").score for address, html in bodies(site, "nl").items()}
    assert {address: score for address, score in scores.items() if score < LEAST_SCORE} == {}
    assert sum(scores.values()) / len(scores) >= LEAST_SCORE_ON_AVERAGE


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_sentence_is_longer_than_a_breath(site: Path, lang: str) -> None:
    levels = {address: level(sentences(html), lang) for address, html in bodies(site, lang).items()}
    assert [found.longest for found in levels.values() if found.longest_words > LONGEST_SENTENCE] == []


def test_a_hard_text_scores_far_lower_than_an_easy_one() -> None:
    hard = (
        "<p>Indien u overweegt een second opinion aan te vragen, dient u dit kenbaar te maken aan uw "
        "behandelend specialist teneinde de vergoedingsvoorwaarden te kunnen verifiëren.</p>"
    )
    easy = "<p>Wilt u een second opinion? Vertel het eerst aan uw eigen arts.</p>"
    assert (
        level(sentences(hard), "nl").score
        < LEAST_SCORE
        < LEAST_SCORE_ON_AVERAGE
        < level(sentences(easy), "nl").score
    )
    assert level(sentences(hard), "nl").longest_words == 25


def test_only_running_text_counts_and_every_block_ends_a_sentence() -> None:
    html = (
        "<h2>Kop</h2><p>Een zin. Nog een zin van een <button>arts</button>"
        "<span class='term-note'>Uitleg van arts.</span></p>"
        "<ul><li>eerste punt</li><li><p>tweede punt</p></li></ul><table><tr><td>cel</td></tr></table>"
    )
    assert sentences(html) == ["Een zin.", "Nog een zin van een arts", "eerste punt", "tweede punt"]


def test_a_text_without_words_has_no_level() -> None:
    with pytest.raises(ValueError, match="a text without words has no level"):
        level([], "nl")
