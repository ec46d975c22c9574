"""Drawings: SVG files that hold nothing but a picture, and what is left of one that a drawing program saved.

Drawing programs add a document type, comments and their own data. In a picture of a hospital these are left out when it
is published; the project's own drawings are published as they are, and have none of it. What could run or fetch
something is a fault in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding, line_at

SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
XML = "{http://www.w3.org/XML/1998/namespace}"
ADOBE = "http://ns.adobe.com/"
FORBIDDEN_ELEMENTS = ("script", "foreignObject", "iframe", "handler", "animate", "set")
PLAIN = (
    "export it again: in Illustrator with File, Export, Export As, SVG (not with Save As), in Inkscape with Save As, "
    "Plain SVG; or ask its maker for an SVG for the web"
)
OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import", re.IGNORECASE)
DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)")
DOCUMENT_TYPE = re.compile(r"<!DOCTYPE\s[^\[>]*(?:\[(?P<inside>[^\]]*)\]\s*)?>")
NAME_OF_ADDRESS = re.compile(r"<!ENTITY\s+[\w.-]+\s+(?:\"[^\"&%<]{0,200}\"|'[^'&%<]{0,200}')\s*>")
INSTRUCTION = re.compile(r"<\?(?!xml\s)([\w-]+)")
STYLE_INSTRUCTION = re.compile(r"<\?(xml-stylesheet)\b")
LONGEST_SHOWN = 60


@cached
def check_svg(file: str, text: str, *, is_cleaned: bool = False) -> tuple[Finding, ...]:
    """Find what an SVG file holds beside a drawing: scripts, event attributes, references to other files.

    A drawing that ``is_cleaned`` when it is published may have a document type and the data of an editor.
    """
    if finding := _finding_of_beginning(file, text, is_cleaned=is_cleaned):
        return (finding,)
    try:
        root = _parse(text)
    except ET.ParseError as error:
        return (Finding(file, error.position[0], "this is no SVG that can be read", PLAIN),)
    if root.tag != f"{{{SVG}}}svg":
        wrong = f'this is no SVG that can be shown: its first element is no <svg> with xmlns="{SVG}"'
        return (Finding(file, 1, wrong, PLAIN),)
    return tuple(
        Finding(file, _line_of(text, needle), wrong, "take it out; a picture here is only a drawing")
        for needle, wrong in (*_forbidden(root), *_references(_drawing(root) if is_cleaned else root))
    )


def _finding_of_beginning(file: str, text: str, *, is_cleaned: bool) -> Finding | None:
    """Return what is wrong before the drawing begins: what is declared there, and what it asks for."""
    if declaration := DECLARATION.search(text):
        line = line_at(text, declaration.start())
        if not is_cleaned:
            return Finding(file, line, "the picture begins with a document type (DOCTYPE)", PLAIN)
        declared = DOCUMENT_TYPE.search(text)
        if not declared or NAME_OF_ADDRESS.sub("", declared["inside"] or "").strip():
            wrong = "the document type (DOCTYPE) of the picture declares more than short names"
            return Finding(file, line, wrong, PLAIN)
    instructions = STYLE_INSTRUCTION if is_cleaned else INSTRUCTION
    if instruction := instructions.search(text):
        line = line_at(text, instruction.start())
        wrong = f"the picture gives the instruction '{instruction[1]}', which can refer to another file"
        return Finding(file, line, wrong, "take it out; a picture here is only a drawing")
    return None


def _parse(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 (what could grow has been refused, or the text is our own)


def _forbidden(root: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield each element that could run or fetch something, as it stands in the text, and what is wrong with it."""
    for element in root.iter():
        name = _local(element.tag)
        if name in FORBIDDEN_ELEMENTS and not _is_of_editor(element):
            yield f"<{name}", f"the picture holds the element <{name}>"


def _references(drawing: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield each attribute and style that runs a script or leads elsewhere, as it stands in the text."""
    for element in drawing.iter():
        if _local(element.tag) == "style" and OUTSIDE.search(element.text or ""):
            yield "<style", "the picture's style refers to another file"
        for attribute, value in element.attrib.items():
            key = _local(attribute)
            if key.lower().startswith("on"):
                yield f"{key}=", f"the picture has '{key}', which runs a script"
            elif (key in {"href", "src"} and not value.startswith("#")) or OUTSIDE.search(value):
                shown = f"{value[:LONGEST_SHOWN]}..." if len(value) > LONGEST_SHOWN else value
                yield value, f"the picture refers to '{shown}'"


@cached
def clean_svg(text: str) -> str | None:
    """Return an SVG without what is no part of the drawing: document type, comments, data of an editor.

    A drawing with a width and a height and no ``viewBox`` gets one, so that it can be shown smaller and larger. None
    where something is wrong with it, which `check_svg` tells.
    """
    drawing = drawing_of(text)
    if drawing is None:
        return None
    if "viewBox" not in drawing.attrib and (size := drawn_size(drawing)):
        drawing.set("viewBox", f"0 0 {size[0]:g} {size[1]:g}")
    drawing.set("xmlns", SVG)
    return ET.tostring(drawing, encoding="unicode").strip() + "\n"


def drawing_of(text: str) -> ET.Element | None:
    """Return what is drawn: the elements of SVG alone, by their names without a namespace; None where it is unsound."""
    return None if check_svg("", text, is_cleaned=True) else _drawing(_parse(text))


def drawn_size(drawing: ET.Element) -> tuple[float, float] | None:
    """Return width and height of a drawing in its own units, or None where it does not say them."""
    parts = re.split(r"[\s,]+", drawing.get("viewBox", "").strip())
    if len(parts) != 4:
        parts = [drawing.get(key, "").strip().removesuffix("px") for key in ("width", "height")]
    try:
        width, height = (float(part) for part in parts[-2:])
    except ValueError:
        return None
    return (width, height) if width > 0 and height > 0 else None


def _drawing(element: ET.Element) -> ET.Element:
    kept = ET.Element(_local(element.tag), dict(_kept_attributes(element)))
    kept.text, kept.tail = element.text, element.tail
    before: ET.Element | None = None
    for child in element:
        if _is_drawn(child):
            before = _drawing(child)
            kept.append(before)
        elif before is not None:
            before.tail = f"{before.tail or ''}{child.tail or ''}"
        else:
            kept.text = f"{kept.text or ''}{child.tail or ''}"
    return kept


def _is_drawn(element: ET.Element) -> bool:
    return element.tag.startswith(f"{{{SVG}}}") and not (
        _local(element.tag) == "metadata" or _is_of_editor(element)
    )


def _is_of_editor(element: ET.Element) -> bool:
    """Tell whether Illustrator put an element there for itself: no browser has what it requires."""
    return element.get("requiredExtensions", "").startswith(ADOBE)


def _kept_attributes(element: ET.Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        if not key.startswith("{") or key.startswith(XML):
            yield key, value
        elif key == XLINK_HREF and "href" not in element.attrib:
            yield "href", value


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def _line_of(text: str, needle: str) -> int:
    return line_at(text, max(text.find(needle), 0))
