"""What a text was made from is looked through only where something is not as it is written down."""

from __future__ import annotations

import pytest

from second_opinion.texts.translations import (
    format_made_from,
    hashed_sections,
    is_up_to_date,
    twins_among,
)

DUTCH = "# Kosten\n\n## Wie betaalt? {#who-pays}\n\nDe verzekeraar.\n"
SECTIONS = hashed_sections(DUTCH, "docs/nl/costs.md")
WRITTEN = format_made_from({section.anchor: section.hash for section in SECTIONS})


def test_a_text_goes_with_the_one_of_its_name_in_the_source_language() -> None:
    files = ["docs/nl/costs.md", "docs/en/costs.md", "docs/en/in-english.md", "snippets/nl/costs.md"]
    assert twins_among(files) == {"docs/en/costs.md": "docs/nl/costs.md"}


def test_what_is_written_down_of_each_section_of_now_is_up_to_date() -> None:
    assert is_up_to_date(WRITTEN, SECTIONS)


@pytest.mark.parametrize(
    ("said", "dutch"),
    [
        (WRITTEN, DUTCH.replace("De verzekeraar", "U zelf")),
        (WRITTEN, f"{DUTCH}\n## Wanneer? {{#when}}\n"),
        (WRITTEN, "# Kosten\n"),
        (WRITTEN, f"{DUTCH}\n## Wie betaalt? {{#who-pays}}\n\nDe verzekeraar.\n"),
        (f"{WRITTEN}\nwho-pays: [\n", DUTCH),
        ("", DUTCH),
    ],
    ids=["changed", "new", "gone", "twice there", "no YAML", "nothing written down"],
)
def test_it_is_looked_through_where_a_section_is(said: str, dutch: str) -> None:
    assert not is_up_to_date(said, hashed_sections(dutch, "docs/nl/costs.md"))
