"""What counts as an amount of money that someone typed, and what does not."""

from __future__ import annotations

import pytest

from second_opinion.core.markdown_text import Text
from second_opinion.texts.placeholders import check_amounts, parse_whole_euros

AMOUNTS = [
    ("U betaalt € 385 per jaar.", "€ 385"),
    ("U betaalt €385 per jaar.", "€385"),
    ("U betaalt €\u00a0385,- per jaar.", "€\u00a0385,-"),
    ("U betaalt € 1.250,50 per jaar.", "€ 1.250,50"),
    ("U betaalt 385 euro per jaar.", "385 euro"),
    ("U betaalt 385\u00a0euro per jaar.", "385\u00a0euro"),
    ("U betaalt 385,- euro per jaar.", "385,- euro"),
    ("U betaalt 1.250 Euro per jaar.", "1.250 Euro"),
    ("U betaalt **385** euro per jaar.", "385** euro"),
    ("U betaalt **385 euro** per jaar.", "385 euro"),
    ("U betaalt 385 **euro** per jaar.", "385 **euro"),
    ("U betaalt 385&nbsp;euro per jaar.", "385&nbsp;euro"),
    ("U betaalt &euro; 385 per jaar.", "&euro; 385"),
    ("You pay 385 euros a year.", "385 euros"),
    ("You pay EUR 385 a year.", "EUR 385"),
    ("You pay EUR385 a year.", "EUR385"),
    ("You pay 385 EUR a year.", "385 EUR"),
    ("You pay 385€ a year.", "385€"),
    ("You pay 12.50 € a year.", "12.50 €"),
    ("a 385-euro bill of 385 euro", "385 euro"),
]

NO_AMOUNTS = [
    "In {{ deductible.year }} is het {{ deductible.compulsory }}.",
    "Het onderzoek is uit 2026.",
    "Bel 112, of 0900-1450.",
    "Bel 030 - 272 94 08.",
    "Vanaf 18 jaar, binnen 2 weken, op 1 januari 2027.",
    "Uw verzekeraar betaalt 75 procent van de rekening.",
    "De euro is er sinds lang.",
    "Betaalt u in euro's?",
    "Dat kost 3 Europese landen veel.",
    "Het kost 20 eurocent of meer.",
    "See article 7:448 of the Dutch Civil Code.",
    "1. **Europa**",
    "Neurologie 12, Eurotransplant 3.",
]


@pytest.mark.parametrize(("sentence", "amount"), AMOUNTS, ids=[sentence for sentence, _ in AMOUNTS])
def test_an_amount_is_found(sentence: str, amount: str) -> None:
    found = check_amounts(Text("a.md", f"\n{sentence}", 3))
    assert [str(finding) for finding in found] == [
        f"a.md:4: the amount '{amount}' is typed into the text; "
        "use a name like {{ deductible.compulsory }}; amounts stand in data/, with their source"
    ]


@pytest.mark.parametrize("sentence", NO_AMOUNTS)
def test_what_is_no_amount_is_left_alone(sentence: str) -> None:
    assert not check_amounts(Text("a.md", sentence))


def test_each_amount_of_a_line_is_found() -> None:
    found = check_amounts(Text("a.md", "Eerst 385 euro, dan € 500."))
    assert [finding.wrong for finding in found] == [
        "the amount '385 euro' is typed into the text",
        "the amount '€ 500' is typed into the text",
    ]


@pytest.mark.parametrize(
    ("amount", "euros"),
    [
        ("€ 500", 500),
        ("500,- euro", 500),
        ("**500** euro", 500),
        ("€ 1.250,00", 1250),
        ("12,500 euros", 12500),
        ("€ 12,50", None),
        ("duizend euro", None),
    ],
)
def test_a_typed_amount_of_whole_euros_is_known_by_its_number(amount: str, euros: int | None) -> None:
    assert parse_whole_euros(amount) == euros
