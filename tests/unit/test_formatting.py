"""How words are written for readers, however they were typed."""

from __future__ import annotations

import pytest

from second_opinion.core.formatting import with_straight_apostrophes


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("Bel ’s avonds, met foto’s.", "Bel 's avonds, met foto's."),
        ("Bel ‘s nachts, in ’t weekend.", "Bel 's nachts, in 't weekend."),
        ("in ’s-Hertogenbosch", "in 's-Hertogenbosch"),
        ("Zeg: ‘Kan het?’ of ‘Ik durf niet’ hier.", "Zeg: ‘Kan het?’ of ‘Ik durf niet’ hier."),
        ("Is it someone else’s?", "Is it someone else's?"),
        ('<a href="papers/foto’s.pdf">foto’s</a>', '<a href="papers/foto’s.pdf">foto\'s</a>'),
        ('{"html":"<a href=\\"/foto’s/\\">foto’s"}', '{"html":"<a href=\\"/foto’s/\\">foto\'s"}'),
        ('"https://a.example/foto’s/b’s"', '"https://a.example/foto’s/b’s"'),
    ],
)
def test_an_apostrophe_is_one_kind_and_quotes_and_addresses_stay(typed: str, sent: str) -> None:
    assert with_straight_apostrophes(typed) == sent
