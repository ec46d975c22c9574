"""Pictures for tests: drawings as drawing programs save them, and PNG files of given pixels."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

ILLUSTRATOR = """<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 24.0.1, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
	<!ENTITY ns_extend "http://ns.adobe.com/Extensibility/1.0/">
	<!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
	<!ENTITY ns_svg "http://www.w3.org/2000/svg">
	<!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
]>
<svg version="1.1" xmlns:x="&ns_extend;" xmlns:i="&ns_ai;" xmlns="&ns_svg;" xmlns:xlink="&ns_xlink;"
	viewBox="0 0 48 48">
<metadata><?xpacket begin='' id='W5M0'?><x:xmpmeta xmlns:x="adobe:ns:meta/"/><?xpacket end='w'?></metadata>
<style type="text/css">.st0{fill:#1D4F91;}</style>
<switch>
	<foreignObject requiredExtensions="&ns_ai;" width="1" height="1"><i:aipgfRef xlink:href="#pgf"/></foreignObject>
	<g i:extraneous="self"><path id="a" class="st0" d="M3 3h42v42H3z"/><use xlink:href="#a" x="1"/></g>
</switch>
<i:aipgf id="pgf" i:pgfEncoding="zstd/base64"><![CDATA[KLUv]]></i:aipgf>
</svg>
"""

INKSCAPE = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg width="120" height="40px" inkscape:version="1.2" sodipodi:docname="logo.svg"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
   xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns="http://www.w3.org/2000/svg">
  <sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:zoom="0.7" />
  <metadata id="m"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" /></metadata>
  <g inkscape:label="Laag 1" inkscape:groupmode="layer" style="fill:none">
    <path style="fill:#5b2a86;stroke:none" d="M10 5h20v30H10z" sodipodi:nodetypes="ccccc" />
  </g>
</svg>
"""


def drawing(inside: str, *, size: str = "0 0 48 48") -> str:
    """Return a drawing of one line."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}">{inside}</svg>'


def png(
    pixels: Sequence[Sequence[int]], width: int, height: int, *, kind: int = 6, filters: Sequence[int] = (0,)
) -> bytes:
    """Return a PNG file whose pixels are these, again and again, each row sent by one of some filters."""
    size = width * len(pixels[0])
    many = b"".join(map(bytes, pixels)) * (width * height // len(pixels) + 1)
    rows = [many[row * size : (row + 1) * size] for row in range(height)]
    step, above, sent = len(pixels[0]), bytes(len(rows[0])), bytearray()
    for number, row in enumerate(rows):
        how = filters[number % len(filters)]
        sent.append(how)
        sent += filtered(how, row, above, step) if how else row
        above = row
    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(sent)) + part(b"IEND", b"")
    )


def filtered(how: int, row: bytes, above: bytes, step: int) -> bytes:
    """Return a row as it is sent by a filter: what differs from what that foretells."""
    return bytes((byte - foretold(how, row, above, place, step)) & 255 for place, byte in enumerate(row))


def foretold(how: int, row: bytes, above: bytes, place: int, step: int) -> int:
    """Return what a filter foretells of a byte, as the PNG specification has it."""
    before, corner = (row[place - step], above[place - step]) if place >= step else (0, 0)
    up = above[place]
    guess = before + up - corner
    nearest = min((before, up, corner), key=lambda byte: abs(guess - byte))
    return (0, before, up, (before + up) // 2, nearest)[how]


def part(name: bytes, content: bytes) -> bytes:
    """Return a part of a PNG file."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
