"""The colours of a PNG picture, read from its bytes: how many of its pixels have each one."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from second_opinion.core.cache import cached

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, COLOUR, PALETTE, GREY_CLEAR, COLOUR_CLEAR = (
    0,
    2,
    3,
    4,
    6,
)  # kinds of colour, as the head of a file names them
CHANNELS = {GREY: 1, COLOUR: 3, PALETTE: 1, GREY_CLEAR: 2, COLOUR_CLEAR: 4}
OPAQUE = 255

Pixel = tuple[int, int, int, int]


@dataclass(frozen=True)
class Pixels:
    """How many pixels have each colour (red, green, blue and how opaque), and the colours of the four corners."""

    counted: Mapping[Pixel, int]
    corners: frozenset[Pixel]


@dataclass(frozen=True)
class _Head:
    width: int
    height: int
    depth: int
    kind: int

    @property
    def bytes_a_row(self) -> int:
        return (self.width * self.depth * CHANNELS[self.kind] + 7) // 8

    @property
    def bytes_a_pixel(self) -> int:
        return max(1, self.depth * CHANNELS[self.kind] // 8)


@cached
def pixels_of(picture: bytes) -> Pixels | None:
    """Return the pixels of a PNG picture; None for one that is broken, or is sent in several passes (interlaced)."""
    try:
        parts = _chunks(picture)
        *size, _, _, passes = struct.unpack(">IIBBBBB", parts[b"IHDR"])
        if passes:
            return None
        head = _Head(*size)
        lines = [_samples(row, head) for row in _rows(zlib.decompress(parts[b"IDAT"]), head)]
        ends = (lines[0][0], lines[0][-1], lines[-1][0], lines[-1][-1])
        counted = Counter(values for line in lines for values in line)
        colours = {values: _pixel(values, head, parts) for values in counted}
    except (KeyError, IndexError, ValueError, TypeError, struct.error, zlib.error):
        return None
    by_colour: Counter[Pixel] = Counter()
    for values, count in counted.items():
        by_colour[colours[values]] += count
    return Pixels(by_colour, frozenset(colours[values] for values in ends))


def _chunks(picture: bytes) -> dict[bytes, bytes]:
    """Return the parts of the file by their names; those of one name are joined."""
    parts: dict[bytes, bytes] = {}
    place = len(SIGNATURE)
    while place < len(picture):
        length, name = struct.unpack_from(">I4s", picture, place)
        parts[name] = parts.get(name, b"") + picture[place + 8 : place + 8 + length]
        place += length + 12
    return parts


def _rows(sent: bytes, head: _Head) -> Iterator[bytes]:
    """Yield the rows of the picture as they are; each is sent as what differs from what stands beside or above it."""
    length, step = head.bytes_a_row, head.bytes_a_pixel
    above = bytearray(length)
    for place in range(0, (length + 1) * head.height, length + 1):
        row = bytearray(sent[place + 1 : place + 1 + length])
        _unfilter(sent[place], row, above, step)
        yield bytes(row)
        above = row


def _unfilter(how: int, row: bytearray, above: bytearray, step: int) -> None:
    """Add to each byte of a row what it was sent without: 1 the one before, 2 above, 3 their mean, 4 the nearest."""
    if how == 2:
        row[:] = bytes([(byte + up) & 255 for byte, up in zip(row, above, strict=True)])
    elif how:
        foretold = {1: _before, 3: _mean, 4: _paeth}[how]
        for index in range(len(row)):
            before, corner = (row[index - step], above[index - step]) if index >= step else (0, 0)
            row[index] = (row[index] + foretold(before, above[index], corner)) & 255


def _before(before: int, _up: int, _corner: int) -> int:
    return before


def _mean(before: int, up: int, _corner: int) -> int:
    return (before + up) // 2


def _paeth(before: int, up: int, corner: int) -> int:
    """Return which of three bytes is nearest to what they foretell (Paeth's filter)."""
    of_before, of_up, of_corner = abs(up - corner), abs(before - corner), abs(before + up - 2 * corner)
    if of_before <= of_up and of_before <= of_corner:
        return before
    return up if of_up <= of_corner else corner


def _samples(row: bytes, head: _Head) -> list[tuple[int, ...]]:
    """Return the values of each pixel of a row, one a channel, from 0 to 255; of a palette the place in it."""
    if head.depth == 16:
        row = row[::2]
    if head.depth < 8:
        most = (1 << head.depth) - 1
        scale = 1 if head.kind == PALETTE else OPAQUE // most
        shifts = range(8 - head.depth, -1, -head.depth)
        row = bytes(((byte >> shift) & most) * scale for byte in row for shift in shifts)[: head.width]
    channels = CHANNELS[head.kind]
    return list(zip(*(row[channel::channels] for channel in range(channels)), strict=True))


def _pixel(values: tuple[int, ...], head: _Head, parts: Mapping[bytes, bytes]) -> Pixel:
    if head.kind == PALETTE:
        (place,) = values
        red, green, blue = parts[b"PLTE"][3 * place : 3 * place + 3]
        clear = parts.get(b"tRNS", b"")
        return red, green, blue, clear[place] if place < len(clear) else OPAQUE
    opaque = values[-1] if head.kind in (GREY_CLEAR, COLOUR_CLEAR) else OPAQUE
    red, green, blue = values[:3] if head.kind in (COLOUR, COLOUR_CLEAR) else values[:1] * 3
    return red, green, blue, opaque
