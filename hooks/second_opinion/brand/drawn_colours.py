"""The colours of a drawing (SVG), each with how much is drawn in it.

A shape counts by how long its outline is written: letters are long, and letters are what has to be read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from second_opinion.core.values import dataclass

GROUPS = frozenset({"svg", "g", "a", "switch", "symbol"})
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line", "text"})
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
REFERENCE = re.compile(r"""\s*url\(\s*['"]?#([^'")\s]+)""")
PLAIN_SHAPE = 20  # what a circle or a rectangle counts: about what its outline would
INHERITED = ("fill", "stroke", "color", "visibility")
NOT_INHERITED = ("display", "opacity", "fill-opacity", "stroke-opacity", "stop-color")
START = {"fill": "black", "color": "black"}
COVERS = 0.8  # of width and height: a shape that does is the ground of what is drawn on it
DEEPEST = 20  # a drawing that refers to itself would never end


@dataclass(frozen=True)
class _Drawing:
    """What shapes refer to: elements by their ids, and what the classes and elements of its style set."""

    by_id: Mapping[str, ET.Element]
    rules: Mapping[str, Mapping[str, str]]


def drawn_colours(root: ET.Element) -> Counter[str]:
    """Return how much is drawn in each colour, as the drawing names it; its elements have no namespace."""
    by_id = {id_: element for element in root.iter() if (id_ := element.get("id"))}
    colours: Counter[str] = Counter()
    for colour, amount in _painted(root, START, _Drawing(by_id, _rules(root)), DEEPEST):
        colours[colour] += amount
    return colours


def own_ground(root: ET.Element, size: tuple[float, float]) -> str | None:
    """Return the colour of the rectangle, circle or ellipse on which a drawing of a size stands, or None."""
    first = next((element for element in root.iter() if element.tag in SHAPES), None)
    if first is None or not all(
        _extent(first, side, length) >= COVERS * length
        for side, length in zip(("width", "height"), size, strict=True)
    ):
        return None
    fill = _style(first, _Drawing({}, _rules(root))).get("fill", START["fill"])
    return fill if fill != "none" else None


def _extent(shape: ET.Element, side: str, whole: float) -> float:
    """Return how far a plain shape reaches in a direction; 0 for another shape."""
    radius = shape.get("r") or shape.get("rx" if side == "width" else "ry")
    written = shape.get(side, "0") if shape.tag == "rect" else (radius or "0")
    try:
        length = float(written.removesuffix("px").removesuffix("%"))
    except ValueError:
        return 0
    if written.endswith("%"):
        length *= whole / 100
    return {"rect": length, "circle": 2 * length, "ellipse": 2 * length}.get(shape.tag, 0)


def _painted(
    element: ET.Element, above: Mapping[str, str], drawing: _Drawing, deep: int
) -> Iterator[tuple[str, int]]:
    """Yield each colour of an element and of what stands in it, and how much is drawn in it."""
    own = _style(element, drawing)
    style = {**above, **{key: value for key, value in own.items() if key in INHERITED and value != "inherit"}}
    if own.get("display") == "none" or own.get("opacity") in {"0", "0%"} or not deep:
        return
    if element.tag == "use":
        target = drawing.by_id.get(element.get("href", "").removeprefix("#"))
        if target is not None:
            yield from _painted(target, style, drawing, deep - 1)
    elif element.tag in GROUPS:
        for child in element:
            if child.tag != "symbol":  # drawn where a <use> names it
                yield from _painted(child, style, drawing, deep - 1)
    elif element.tag in SHAPES and style.get("visibility") != "hidden":
        for part in ("fill", "stroke"):
            if own.get(f"{part}-opacity") not in {"0", "0%"}:
                yield from _paint(style.get(part, "none"), style, _amount(element), drawing)


def _paint(value: str, style: Mapping[str, str], amount: int, drawing: _Drawing) -> Iterator[tuple[str, int]]:
    """Yield the colours of a paint: one, none, or those of a gradient in equal parts."""
    reference = REFERENCE.match(value)
    if reference is None:
        if value != "none":
            yield style["color"] if value.lower() == "currentcolor" else value, amount
        return
    stops = list(_stops(drawing.by_id.get(reference[1]), drawing, DEEPEST))
    for stop in stops:
        yield stop, max(1, amount // len(stops))


def _stops(gradient: ET.Element | None, drawing: _Drawing, deep: int) -> Iterator[str]:
    if gradient is None or not deep:
        return
    stops = gradient.findall("stop")
    for stop in stops:
        yield _style(stop, drawing).get("stop-color", "black")
    if not stops:
        yield from _stops(drawing.by_id.get(gradient.get("href", "").removeprefix("#")), drawing, deep - 1)


def _amount(element: ET.Element) -> int:
    outline = element.get("d") or element.get("points") or "".join(element.itertext()).strip() * 10
    return len(outline) or PLAIN_SHAPE


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
