"""What a bar says, in words: who pays which part of a bill, and how much. The drawing itself is made from this list."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from second_opinion.core.formatting import format_cents
from second_opinion.data.interface import NamedWords

CLASS = "bar-legend"
PART, CENTS = "data-part", "data-cents"  # of each line of the list
# The parts in the order of the bar, with the name of their words in data/cost-estimate.yml.
PARTS = {"deductible": "part_deductible_charged", "gap": "part_gap", "insurer": "part_insurer"}
LINE = Markup('<li {}="{}" {}="{}"><span>{}: <strong>{}</strong></span></li>')


def bar_legend(cents: Mapping[str, int], lang: str, words: NamedWords) -> Markup:
    """Return the list of the parts of a bill that are more than nothing; ``words`` are those of the estimate."""
    lines = [
        LINE.format(PART, part, CENTS, cents[part], words[name], format_cents(cents[part], lang))
        for part, name in PARTS.items()
        if cents[part]
    ]
    return Markup('<ul class="{}">{}</ul>').format(CLASS, Markup().join(lines))
