"""The readability of a text, as the reports on language measure it."""

from __future__ import annotations

import pytest

from second_opinion.core.long_sentences import long_sentences
from second_opinion.prose.measuring import LEAST_SCORE, LEAST_SCORE_ON_AVERAGE
from second_opinion.prose.readability import level, sentences


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


def test_a_sentence_that_someone_says_ends_where_the_quotes_do() -> None:
    said = f"‘{'bel ' * 19}ons.’ "
    assert long_sentences(said * 2) == []
    assert len(sentences(f"<p>{said * 2}</p>")) == 2


def test_a_text_without_words_has_no_level() -> None:
    with pytest.raises(ValueError, match="a text without words has no level"):
        level([], "nl")
