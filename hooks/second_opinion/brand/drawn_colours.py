"""The colours of a drawing (SVG), each with how much is drawn in it.

A shape counts by what it covers, with its outline drawn by a broad pen: letters have long outlines, and letters are
what has to be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from msgspec import Struct

from second_opinion.brand.outlines import NUMBER, extent_of, length_in, scale_of

GROUPS = frozenset({"svg", "g", "a", "switch", "symbol"})
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line", "text"})
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
REFERENCE = re.compile(r"""\s*url\(\s*['"]?#([^'")\s]+)""")
PEN = 0.1  # of the height of a drawing
LETTER = 3  # times its size is how long the outline of a letter is
INHERITED = ("fill", "stroke", "color", "visibility", "font-size")
NOT_INHERITED = ("display", "opacity", "fill-opacity", "stroke-opacity", "stop-color")
START = {"fill": "black", "color": "black", "font-size": "16"}
COVERS = 0.8  # of width and height: a shape that does is the ground of what is drawn on it
NO_OPACITY = ("0", "0%")
DEEPEST = 20  # a drawing that refers to itself would never end


class _Drawing(Struct, frozen=True):
    """What shapes refer to: elements by their ids, what the style of a drawing sets, and the size of it all."""

    by_id: Mapping[str, ET.Element]
    rules: Mapping[str, Mapping[str, str]]
    size: tuple[float, float]


def drawn_colours(root: ET.Element, size: tuple[float, float]) -> Counter[str]:
    """Return how much is drawn in each colour, as a drawing of a size names it; its elements have no namespace."""
    by_id = {id_: element for element in root.iter() if (id_ := element.get("id"))}
    colours: Counter[str] = Counter()
    for colour, amount in _painted(root, START, _Drawing(by_id, _rules(root), size), 1, DEEPEST):
        colours[colour] += max(1, round(amount))
    return colours


def own_ground(root: ET.Element, size: tuple[float, float]) -> str | None:
    """Return the colour of the rectangle, circle or ellipse on which a drawing of a size stands, or None."""
    first = next((element for element in root.iter() if element.tag in SHAPES), None)
    if first is None or not all(
        _extent(first, side, length) >= COVERS * length
        for side, length in zip(("width", "height"), size, strict=True)
    ):
        return None
    fill = _style(first, _Drawing({}, _rules(root), size)).get("fill", START["fill"])
    return fill if fill != "none" else None


def _extent(shape: ET.Element, side: str, whole: float) -> float:
    """Return how far a plain shape reaches in a direction; 0 for another shape."""
    if shape.tag == "rect":
        return length_in(shape, side, whole)
    radius = "r" if shape.tag == "circle" else "rx" if side == "width" else "ry"
    return 2 * length_in(shape, radius, whole) if shape.tag in {"circle", "ellipse"} else 0


def _painted(
    element: ET.Element, above: Mapping[str, str], drawing: _Drawing, scale: float, deeper: int
) -> Iterator[tuple[str, float]]:
    """Yield each colour of an element and of what stands in it, and how much is drawn in it at a scale.

    ``deeper`` is how many elements may still stand in each other.
    """
    scale *= scale_of(element)
    own = _style(element, drawing)
    style = {**above, **{key: value for key, value in own.items() if key in INHERITED and value != "inherit"}}
    if own.get("display") == "none" or own.get("opacity") in NO_OPACITY or not deeper:
        return
    for part in _drawn_in(element, drawing):
        yield from _painted(part, style, drawing, scale, deeper - 1)
    if element.tag in SHAPES and style.get("visibility") != "hidden":
        for paint in ("fill", "stroke"):
            if own.get(f"{paint}-opacity") not in NO_OPACITY:
                amount = _amount(element, paint, style, scale, drawing.size)
                yield from _paint(style.get(paint, "none"), style, amount, drawing)


def _drawn_in(element: ET.Element, drawing: _Drawing) -> list[ET.Element]:
    """Return what is drawn in the place of an element that is no shape: what it names, or what stands in it."""
    if element.tag == "use":
        target = drawing.by_id.get(element.get("href", "").removeprefix("#"))
        return [] if target is None else [target]
    # a symbol is drawn where a <use> names it
    return [child for child in element if child.tag != "symbol"] if element.tag in GROUPS else []


def _paint(
    value: str, style: Mapping[str, str], amount: float, drawing: _Drawing
) -> Iterator[tuple[str, float]]:
    """Yield the colours of a paint: one, none, or those of a gradient in equal parts."""
    reference = REFERENCE.match(value)
    if reference is None:
        if value != "none":
            yield style["color"] if value.lower() == "currentcolor" else value, amount
        return
    stops = list(_stops(drawing.by_id.get(reference[1]), drawing, DEEPEST))
    for stop in stops:
        yield stop, amount / len(stops)


def _stops(gradient: ET.Element | None, drawing: _Drawing, deeper: int) -> Iterator[str]:
    if gradient is None or not deeper:
        return
    stops = gradient.findall("stop")
    for stop in stops:
        yield _style(stop, drawing).get("stop-color", "black")
    if not stops:
        yield from _stops(drawing.by_id.get(gradient.get("href", "").removeprefix("#")), drawing, deeper - 1)


def _amount(
    shape: ET.Element, part: str, style: Mapping[str, str], scale: float, size: tuple[float, float]
) -> float:
    """Return how much the fill or the stroke of a shape covers."""
    _, high = size
    if shape.tag == "text":
        number = NUMBER.match(style["font-size"])
        letters = len("".join("".join(shape.itertext()).split()))
        return letters * LETTER * float(number[0] if number else START["font-size"]) * scale * PEN * high
    extent = extent_of(shape, size)
    area = extent.area * scale**2 if part == "fill" else 0
    return area + extent.length * scale * PEN * high


def _style(element: ET.Element, drawing: _Drawing) -> dict[str, str]:
    """Return what is set for an element: by its attributes, then by the style of the drawing, then by its own."""
    set_ = {key: element.get(key, "").strip() for key in (*INHERITED, *NOT_INHERITED) if element.get(key)}
    for name in (element.tag, *(f".{name}" for name in element.get("class", "").split())):
        set_ |= drawing.rules.get(name, {})
    return set_ | _declarations(element.get("style", ""))


def _rules(root: ET.Element) -> dict[str, dict[str, str]]:
    """Return what the style of a drawing sets, by the name of an element or of a class with its dot."""
    rules: dict[str, dict[str, str]] = {}
    for element in root.iter("style"):
        for selectors, inside in RULE.findall(element.text or ""):
            for selector in selectors.split(","):
                rules.setdefault(selector.strip(), {}).update(_declarations(inside))
    return rules


def _declarations(style: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in style.split(";") if ":" in declaration)
    return {key.strip(): value.removesuffix("!important").strip() for key, _, value in pairs}
