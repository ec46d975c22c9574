"""The pictures that are drawn from data: a hundred people of each study, and the arrows of who does what.

What they show stands beside them in words, so they are hidden from who hears the page. Colours and lines are those of
`pictures.css`: a picture follows a dark screen, a brand, forced colours and paper.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, cycle

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from second_opinion.data.studies import HUNDRED, REST, Study
from second_opinion.data.who_does_what import LANES, WHO
from second_opinion.site.body import body_of
from second_opinion.site.drawn_pictograms import BEGINNING, pictogram, prepend, use_drawing

IN_A_ROW = 10
CELL = 12
HEAD = "M6 1.3a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"
TRUNK = "M2.4 10.7V9.5a3.6 3.2 0 0 1 7.2 0v1.2z"
LINES = 'fill="none" stroke="currentColor" stroke-width=".9"'
FILLED = 'fill="currentColor"'

# A person of each kind, told apart without colour too: drawn in lines, half filled, filled, cut out of a tile; and a
# dot for one of whom nothing is known.
_INSIDE = {
    "same": f'<path {LINES} d="{HEAD}{TRUNK}"/>',
    "smaller": f'<path {LINES} d="{HEAD}"/><path {FILLED} d="{TRUNK}"/>',
    "major": f'<path {FILLED} fill-rule="evenodd" d="M.4.4h11.2v11.2H.4z{HEAD}{TRUNK}"/>',
    "different": f'<path {FILLED} d="{HEAD}{TRUNK}"/>',
    REST: f'<circle {FILLED} cx="6" cy="6" r="1.8"/>',
}
PEOPLE: Mapping[str, str] = {kind: f"{BEGINNING}>{inside}</svg>" for kind, inside in _INSIDE.items()}

HEIGHT = 36  # of an arrow with its ends
ROUND = 15  # the radius of an end
POINT = "l{0}-6v12z"


class Lane(Struct, frozen=True):
    """The lane of one who does something: the number of its pictogram, and the letters for which it has room."""

    icon: str
    letters: int


def has_diagrams(body: str) -> bool:
    """Tell whether a finished body has words beside which something is drawn."""
    return any(f'<div class="{part}"' in body for part in (HUNDRED, LANES))


def add_diagrams(
    body: str, *, studies: Sequence[Study], ways: Sequence[tuple[int, int, bool]], lanes: Sequence[Lane]
) -> str:
    """Return a finished body with its drawings: a hundred people for each study, and who does what.

    ``ways`` are the lanes that each arrow joins, from the first on, and whether it points to both.
    """
    if not has_diagrams(body):
        return body
    tree = LexborHTMLParser(f"<body>{body}")
    for place, study in zip(tree.css(f".{HUNDRED}"), cycle(studies), strict=False):
        prepend(place, _draw_hundred(study))
    for kind in PEOPLE:
        for part in tree.css(f".{HUNDRED} li.{kind}"):
            prepend(
                part,
                f'<svg width="20" height="20" viewBox="0 0 {CELL} {CELL}" aria-hidden="true">{use_drawing(kind)}</svg>',
            )
    for name, lane in zip(tree.css(f".{WHO} > li"), cycle(lanes), strict=False):
        prepend(name, pictogram(lane.icon))
    steps = tree.css(f".{LANES} > :not(.{WHO}) > li")
    for step, (start, end, back) in zip(steps, cycle(ways), strict=False):
        prepend(step, draw_arrow(start, end, lanes, is_back=back))
    return body_of(tree).inner_html or ""


def _draw_hundred(study: Study) -> str:
    """Return a hundred people, ten in a row, those of one kind together."""
    size = CELL * IN_A_ROW
    groups, place = [], 0
    for kind, count in study.parts():
        people = "".join(_draw_person(kind, at) for at in range(place, place + count))
        groups.append(f'<g class="{kind}">{people}</g>')
        place += count
    return f'<svg width="{size}" height="{size}" viewBox="0 0 {size} {size}" aria-hidden="true">{"".join(groups)}</svg>'


def _draw_person(kind: str, at: int) -> str:
    row, column = divmod(at, IN_A_ROW)
    return use_drawing(kind, f' x="{column * CELL}" y="{row * CELL}"')


def lane_middles(lanes: Sequence[Lane]) -> list[str]:
    """Return where the middle of each lane is, of the width of all.

    lanes of 5, 5 and 10 letters => ["12.50%", "37.50%", "75.00%"]
    """
    ends = [*accumulate(lane.letters for lane in lanes)]
    return [f"{(end - lane.letters / 2) / ends[-1]:.2%}" for lane, end in zip(lanes, ends, strict=True)]


def draw_arrow(start: int, end: int, lanes: Sequence[Lane], *, is_back: bool) -> str:
    """Return an arrow from one lane to another, as wide as the page lets it be, with a pictogram at each end."""
    at = lane_middles(lanes)
    around = "".join(f'<line class="lane" x1="{x}" x2="{x}" y2="100%"/>' for x in at)
    line = f'<line class="way" x1="{at[start]}" x2="{at[end]}" y1="50%" y2="50%"/>'
    ends = "".join(_draw_end(at[place], lanes[place].icon) for place in (start, end))
    points = _draw_point(at[end], -1 if end > start else 1)
    if is_back:
        points += _draw_point(at[start], 1 if end > start else -1)
    return f'<svg width="100%" height="{HEIGHT}" aria-hidden="true">{around}{line}{points}{ends}</svg>'


def _place_at(x: str, inside: str) -> str:
    """Return a part of a drawing around a point in the middle of its height."""
    return f'<svg x="{x}" y="50%" overflow="visible">{inside}</svg>'


def _draw_point(x: str, side: int) -> str:
    """Return the head of an arrow that points to an end, from its left (-1) or its right (1)."""
    return _place_at(x, f'<path class="point" d="M{side * (ROUND + 1)} 0{POINT.format(side * 9)}"/>')


def _draw_end(x: str, icon: str) -> str:
    half = ROUND * 5 // 8
    drawn = (
        use_drawing(icon, f' x="-{half}" y="-{half}" width="{2 * half}" height="{2 * half}"') if icon else ""
    )
    return _place_at(x, f'<circle class="end" r="{ROUND}"/>{drawn}')
