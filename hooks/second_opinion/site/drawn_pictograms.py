"""Pictograms beside words: drawings of the theme's icon set, each put into a page once and shown where it is named.

They say nothing that the words do not, so they are hidden from who hears the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from second_opinion.site.body import BOX_TITLE, STEPS, body_of, classes_of

BEGINNING = '<svg xmlns="http://www.w3.org/2000/svg"'
END = "</svg>"
ANCHOR = "d-"
NAMED = re.compile(rf'<use href="#{ANCHOR}([^"]+)"')


def use_drawing(name: str, attributes: str = "") -> Markup:
    """Return what shows a drawing of the page, inside an SVG."""
    return Markup(f'<use href="#{ANCHOR}{name}"{attributes}/>')


def pictogram(name: str) -> Markup:
    """Return a pictogram as it stands beside words; nothing where none is named."""
    around = '<svg class="pictogram" width="24" height="24" aria-hidden="true">'
    return Markup(f"{around}{use_drawing(name)}{END}" if name else "")


def symbol_sheet(html: str, drawings: Mapping[str, str]) -> Markup:
    """Return each of the drawings that some HTML shows, to stand once on its page, where nobody sees them yet."""
    names = dict.fromkeys(NAMED.findall(html))
    symbols = "".join(_symbol(name, drawings[name]) for name in names)
    return Markup(f"<div hidden><svg>{symbols}{END}</div>" if symbols else "")


def _symbol(name: str, drawing: str) -> str:
    inside = drawing.strip().removeprefix(BEGINNING).removesuffix(END)
    return f'<symbol id="{ANCHOR}{name}"{inside}</symbol>'


def add_pictograms(body: str, *, boxes: Mapping[str, str], steps: Sequence[str]) -> str:
    """Return a finished body with a pictogram at the head of each box and each step of the home page.

    ``boxes`` are the numbers of the pictograms by kind of box, ``steps`` those of the steps in their order.
    """
    if not (steps or BOX_TITLE in body):
        return body
    tree = LexborHTMLParser(f"<body>{body}")
    for title in tree.css(f".{BOX_TITLE}"):
        kinds = classes_of(title.parent) if title.parent else []
        prepend(title, pictogram(next((boxes[kind] for kind in kinds if kind in boxes), "")))
    for step, name in zip(
        tree.css(f"ol.{STEPS} > li"), steps, strict=False
    ):  # a wrong number is reported already
        prepend(step, pictogram(name))
    return body_of(tree).inner_html or ""


def prepend(node: LexborNode, drawing: str) -> None:
    """Put a drawing before the first thing in an element."""
    made = LexborHTMLParser(drawing).css_first("svg")
    if made is not None and node.first_child is not None:
        node.first_child.insert_before(made)
