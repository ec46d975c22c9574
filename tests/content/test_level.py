"""The Dutch is easy to read, measured on the pages as readers get them."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from second_opinion.prose.readability import Level, level, sentences
from support import page_paths

LEAST, LEAST_ON_AVERAGE, LONGEST = 60, 72, 25


def body(html: str) -> str:
    """Return the running text of a page; lists of sources are left out."""
    tree = LexborHTMLParser(html)
    for source in tree.css("li:has([lang])"):
        source.decompose()
    return "".join(part.html or "" for part in tree.css(".lead, .body"))


@pytest.fixture(scope="module")
def levels(site: Path) -> dict[str, dict[str, Level]]:
    """Return the level of each page, by language and address."""
    texts = {path: (site / path[1:] / "index.html").read_text("utf-8") for path in page_paths(site)}
    return {
        lang: {
            path: level(sentences(body(html)), lang)
            for path, html in texts.items()
            if f'<html lang="{lang}"' in html
        }
        for lang in ("nl", "en")
    }


def test_every_dutch_page_is_easy_enough_and_the_average_is_easy(levels: dict[str, dict[str, Level]]) -> None:
    scores = {address: found.score for address, found in levels["nl"].items()}
    assert {address: score for address, score in scores.items() if score < LEAST} == {}
    assert sum(scores.values()) / len(scores) >= LEAST_ON_AVERAGE


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_sentence_is_longer_than_a_breath(levels: dict[str, dict[str, Level]], lang: str) -> None:
    assert [found.longest for found in levels[lang].values() if found.longest_words > LONGEST] == []


def test_a_hard_text_scores_far_lower_than_an_easy_one() -> None:
    hard = (
        "<p>Indien u overweegt een second opinion aan te vragen, dient u dit kenbaar te maken aan uw "
        "behandelend specialist teneinde de vergoedingsvoorwaarden te kunnen verifiëren.</p>"
    )
    easy = "<p>Wilt u een second opinion? Vertel het eerst aan uw eigen arts.</p>"
    assert level(sentences(hard), "nl").score < LEAST < LEAST_ON_AVERAGE < level(sentences(easy), "nl").score
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
