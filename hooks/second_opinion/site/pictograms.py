"""Pictograms beside words: drawings of the theme's icon set, put into the page itself.

They say nothing that the words do not, so they are hidden from who hears the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from second_opinion.site.body import BOX_TITLE, STEPS, body_of, classes

BEGINNING = '<svg xmlns="http://www.w3.org/2000/svg"'
DECORATIVE = '<svg class="pictogram" width="24" height="24" aria-hidden="true" focusable="false"'


def pictogram(drawing: str) -> Markup:
    """Return a drawing of the icon set, which nobody who writes a page can change, as it stands in a page."""
    return Markup(drawing.strip().replace(BEGINNING, DECORATIVE, 1))


def add_pictograms(body: str, *, boxes: Mapping[str, str], steps: Sequence[str]) -> str:
    """Return a finished body with a pictogram at the head of each box and each step of the home page.

    ``boxes`` are the drawings by kind of box, ``steps`` those of the steps in their order.
    """
    if not (steps or BOX_TITLE in body):
        return body
    tree = LexborHTMLParser(f"<body>{body}")
    for title in tree.css(f".{BOX_TITLE}"):
        kinds = classes(title.parent) if title.parent else []
        _begin(title, next((boxes[kind] for kind in kinds if kind in boxes), ""))
    for step, drawing in zip(
        tree.css(f"ol.{STEPS} > li"), steps, strict=False
    ):  # a wrong number has been told
        _begin(step, drawing)
    return body_of(tree).inner_html or ""


def _begin(node: LexborNode, drawing: str) -> None:
    """Put a drawing before the first thing in an element."""
    made = LexborHTMLParser(pictogram(drawing)).css_first("svg")
    if made is not None and node.first_child is not None:
        node.first_child.insert_before(made)
