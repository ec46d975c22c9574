"""Pictures: SVG files that hold nothing but a drawing, and the real size of every image on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from second_opinion.core.findings import Finding
from second_opinion.core.remembering import remembered

FORBIDDEN_ELEMENTS = ("script", "foreignObject", "iframe", "handler", "animate", "set")
PLAIN = (
    "export it again: in Illustrator with File, Export, Export As, SVG (not with Save As), in Inkscape with Save As, "
    "Plain SVG; or ask its maker for an SVG for the web"
)
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import", re.IGNORECASE)


@remembered
def check_svg(file: str, text: str) -> tuple[Finding, ...]:
    """Find what an SVG file holds beside a drawing: scripts, event attributes, references to other files."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        line = text[: text.index("<!")].count("\n") + 1
        return (Finding(file, line, "the picture begins with a document type (DOCTYPE)", PLAIN),)
    if instruction := re.search(r"<\?(?!xml\s)([\w-]+)", text):
        line = text.count("\n", 0, instruction.start()) + 1
        wrong = f"the picture gives the instruction '{instruction[1]}', which can refer to another file"
        return (Finding(file, line, wrong, "take it out; a picture here is only a drawing"),)
    try:
        root = ET.fromstring(text)  # noqa: S314 (entities have been refused above)
    except ET.ParseError as error:
        return (Finding(file, error.position[0], "this is no SVG that can be read", PLAIN),)
    return tuple(
        Finding(file, _line_of(text, needle), wrong, "take it out; a picture here is only a drawing")
        for element in root.iter()
        for needle, wrong in _faults_of(element)
    )


def _faults_of(element: ET.Element) -> Iterator[tuple[str, str]]:
    name = _without_namespace(element.tag)
    if name in FORBIDDEN_ELEMENTS:
        yield f"<{name}", f"the picture holds the element <{name}>"
    if name == "style" and OUTSIDE.search(element.text or ""):
        yield "<style", "the picture's style refers to another file"
    for attribute, value in element.attrib.items():
        key = _without_namespace(attribute)
        if key.lower().startswith("on"):
            yield f"{key}=", f"the picture has '{key}', which runs a script"
        elif (key in {"href", "src"} and not value.startswith("#")) or OUTSIDE.search(value):
            yield value, f"the picture refers to '{value}'"


def _without_namespace(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def _line_of(text: str, needle: str) -> int:
    return text[: max(text.find(needle), 0)].count("\n") + 1
