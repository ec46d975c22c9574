"""A bill as a bar, drawn into a finished body: who pays which part of it.

The list below the bar says the same in words, and the bar is made from it, so the drawing is hidden from who hears the
page. The script of the estimate draws its bars with the same classes and patterns (bar_patterns.html).
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup
from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from second_opinion.data.bar_legend import CENTS, CLASS, PART
from second_opinion.site.body import body_of

WHOLE = 100_00  # a bar, in hundredths of a per cent
PIECES = ((88_00, 93_00), (95_00, 98_00))  # in which a bar without end ends
GAP = 2_00
OPENING = Markup('<svg class="{}" aria-hidden="true" width="{}" height="{}">')
RECT = Markup('<rect class="bar-{0}" x="{1}" width="{2}" height="100%" fill="url(#bar-{0})"/>')
CLOSING = Markup("</svg>")


class Segment(Struct, frozen=True):
    """A part of a bar: where it begins and how wide it is, in hundredths of a per cent."""

    part: str
    start: int
    width: int


def segments(amounts: Sequence[tuple[str, int]]) -> list[Segment]:
    """Return the parts of a bar, which together fill it; one too small to be seen is left out.

    segments([("deductible", 385_00), ("insurer", 265_00)]) => 0 to 59.23 %, and 59.23 to 100 %
    """
    bill, paid, found = sum(cents for _, cents in amounts), 0, []
    for part, cents in amounts:
        start, paid = _share(paid, bill), paid + cents
        if width := _share(paid, bill) - start:
            found.append(Segment(part, start, width))
    return found


def _share(cents: int, bill: int) -> int:
    return WHOLE * cents // bill if bill else 0


def draw_bar(shown: Sequence[Segment]) -> Markup:
    """Return the drawing of a bar."""
    rects = [RECT.format(one.part, _per_cent(one.start), _per_cent(one.width)) for one in shown]
    return OPENING.format("bar", "100%", 28) + Markup().join(rects) + CLOSING


def with_broken_end(shown: Sequence[Segment]) -> list[Segment]:
    """Return a bar of which the last part has no end that is known: it ends in pieces."""
    last = shown[-1]
    pieces = [Segment(last.part, start, end - start) for start, end in PIECES]
    return [*shown[:-1], Segment(last.part, last.start, PIECES[0][0] - GAP - last.start), *pieces]


def draw_swatch(part: str) -> Markup:
    """Return the drawing of one part, for beside its words."""
    return OPENING.format("bar-swatch", 24, 16) + RECT.format(part, 0, "100%") + CLOSING


def _per_cent(hundredths: int) -> str:
    return f"{hundredths / 100:g}%"


def add_bars(body: str) -> str:
    """Return a finished body with a bar above each list that is one in words, and a swatch in each of its lines."""
    if CLASS not in body:
        return body
    tree = LexborHTMLParser(f"<body>{body}")
    for legend in tree.css(f"ul.{CLASS}"):
        amounts = []
        for line in legend.css(f"li[{PART}]"):
            part = line.attrs[PART] or ""
            amounts.append((part, int(line.attrs[CENTS] or 0)))
            del line.attrs[PART], line.attrs[CENTS]
            if line.first_child is not None:
                line.first_child.insert_before(_parse_drawing(draw_swatch(part)))
        legend.insert_before(_parse_drawing(draw_bar(segments(amounts))))
    return body_of(tree).inner_html or ""


def _parse_drawing(drawing: Markup) -> LexborNode:
    (svg,) = LexborHTMLParser(drawing).css("svg")
    return svg
