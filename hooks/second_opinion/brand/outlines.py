"""The outlines of what is drawn in a drawing (SVG): how long they are, and how much they enclose.

Points are complex numbers. Curves are taken as a few straight pieces: a share of a drawing needs no more.
"""

from __future__ import annotations

import cmath
import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree import ElementTree as ET

from msgspec import Struct

Line = list[complex]
NUMBER_PATTERN = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
NUMBER = re.compile(NUMBER_PATTERN)
COMMAND = re.compile(r"([MLHVCSQTAZ])([^MLHVCSQTAZ]*)", re.IGNORECASE)
ARC = re.compile(
    r"[\s,]*".join(f"({one})" for one in (*3 * (NUMBER_PATTERN,), *2 * ("[01]",), *2 * (NUMBER_PATTERN,)))
)
SCALE = re.compile(r"(matrix|scale)\(([^)]*)\)")
TAKES = {"H": 1, "V": 1, "M": 2, "L": 2, "T": 2, "S": 4, "Q": 4, "C": 6}  # numbers of a command
PIECES = 4  # of a curve
AROUND = 16  # corners that stand for a whole circle


class Extent(Struct, frozen=True):
    """How long the outlines of a shape are, and how much they enclose."""

    length: float
    area: float


def extent_of(shape: ET.Element, size: tuple[float, float]) -> Extent:
    """Return the extent of a shape in a drawing of a size, before any transformation.

    a square of 2 by 2 => a length of 8, an area of 4
    """
    lines = [[*line, *line[:1]] for line in _outlines(shape, size) if line]
    length = sum(abs(after - before) for line in lines for before, after in pairwise(line))
    twice = sum((before.conjugate() * after).imag for line in lines for before, after in pairwise(line))
    return Extent(length, abs(twice) / 2)  # a hole goes the other way around


def scale_of(element: ET.Element) -> float:
    """Return how many times as wide an element is drawn as it is written: "scale(2)" => 2."""
    scale = 1.0
    for name, inside in SCALE.findall(element.get("transform", "")):
        numbers = [float(number) for number in NUMBER.findall(inside)]
        if name == "matrix" and len(numbers) == 6:
            scale *= math.sqrt(abs(numbers[0] * numbers[3] - numbers[1] * numbers[2]))
        elif name == "scale" and numbers:
            scale *= math.sqrt(abs(numbers[0] * numbers[-1]))
    return scale


def length_in(shape: ET.Element, name: str, whole: float) -> float:
    """Return a length that an attribute says, of which a percentage is a part of a whole; 0 without one."""
    number = NUMBER.match(written := shape.get(name, "").strip())
    if number is None:
        return 0
    return float(number[0]) * (whole / 100 if written.endswith("%") else 1)


def _outlines(shape: ET.Element, size: tuple[float, float]) -> list[Line]:
    wide, high = (
        length_in(shape, name, whole) for name, whole in zip(("width", "height"), size, strict=True)
    )
    match shape.tag:
        case "path":
            return [*_lines_of_path(shape.get("d", ""))]
        case "rect":
            return [[0, complex(wide, 0), complex(wide, high), complex(0, high)]]
        case "circle" | "ellipse":
            radius = length_in(shape, "r", min(size))
            across, down = (length_in(shape, name, 0) or radius for name in ("rx", "ry"))
            turns = (cmath.exp(2j * math.pi * step / AROUND) for step in range(AROUND))
            return [[complex(turn.real * across, turn.imag * down) for turn in turns]]
        case "line":
            return [[complex(*(length_in(shape, f"{axis}{end}", 0) for axis in "xy")) for end in (1, 2)]]
    return [_line_through([float(number) for number in NUMBER.findall(shape.get("points", ""))])]


def _line_through(numbers: Sequence[float]) -> Line:
    return [complex(across, down) for across, down in zip(numbers[::2], numbers[1::2], strict=False)]


def _lines_of_path(path: str) -> Iterator[Line]:
    """Yield the lines of a path: "M0 0h4v4z" => 0, 4, 4+4j."""
    line: Line = [0j]
    for letter, inside in COMMAND.findall(path):
        kind = letter.upper()
        for place, numbers in enumerate(_numbers(kind, inside)):
            here = line[-1]
            origin = here if letter.islower() else 0j
            if kind == "M" and place == 0:
                yield line
                line = _from(origin, numbers)
            else:
                line += _drawn(kind, here, origin, numbers)
        if kind == "Z":
            yield line
            line = line[:1]
    yield line


def _numbers(kind: str, inside: str) -> Iterator[list[float]]:
    """Yield the numbers behind a command, for each time that it is carried out."""
    if kind == "A":
        yield from ([float(number) for number in found] for found in ARC.findall(inside))
    elif takes := TAKES.get(kind):
        numbers = [float(number) for number in NUMBER.findall(inside)]
        yield from (numbers[at : at + takes] for at in range(0, len(numbers) - takes + 1, takes))


def _from(origin: complex, numbers: Sequence[float]) -> Line:
    return [origin + point for point in _line_through(numbers)]


def _drawn(kind: str, here: complex, origin: complex, numbers: Sequence[float]) -> Line:
    """Return the points to which a command of a path goes from where it is."""
    if kind == "H":
        return [complex(origin.real + numbers[0], here.imag)]
    if kind == "V":
        return [complex(here.real, origin.imag + numbers[0])]
    if kind == "A":
        *_, end = _from(origin, numbers[-2:])
        return _arc(
            here, end, max(map(abs, numbers[:2])), is_large=numbers[3] == 1, is_clockwise=numbers[4] == 1
        )
    steps = (step / PIECES for step in range(1, PIECES + 1))
    return [_on_curve([here, *_from(origin, numbers)], step) for step in steps]


def _on_curve(points: Line, part: float) -> complex:
    """Return the point at a part of a curve, which is pulled to its middle points."""
    while len(points) > 1:
        points = [before + (after - before) * part for before, after in pairwise(points)]
    return points[0]


def _arc(here: complex, end: complex, radius: float, *, is_large: bool, is_clockwise: bool) -> Line:
    """Return points on an arc, as if it were that of a circle."""
    chord = end - here
    if not chord or not radius:
        return [end]
    radius = max(radius, abs(chord) / 2)
    apart = math.sqrt(radius**2 - (abs(chord) / 2) ** 2)
    side = -1 if is_large is is_clockwise else 1
    middle = here + chord / 2 + side * 1j * chord / abs(chord) * apart
    turn = cmath.phase((end - middle) / (here - middle)) % (2 * math.pi)
    turn -= 0 if is_clockwise else 2 * math.pi
    steps = (step / PIECES for step in range(1, PIECES + 1))
    return [middle + (here - middle) * cmath.exp(1j * turn * step) for step in steps]
