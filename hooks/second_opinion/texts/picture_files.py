"""The pictures beside the pages: their files, and the words for readers who cannot see one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from msgspec import Struct

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.formatting import format_size
from second_opinion.core.markdown_text import Text, markdown_links

ENDINGS = (".png", ".jpg", ".jpeg", ".webp", ".svg")
OTHER_ENDINGS = (".gif", ".heic", ".heif", ".bmp", ".tif", ".tiff", ".avif", ".jfif")
MOST_BYTES = 300_000
NOT_BESIDE = re.compile(r"[a-z][a-z0-9+.-]*:|\.{0,2}/|.*\{\{", re.IGNORECASE)  # an address, or another folder
ENDING_OF_CONTENT = {b"\x89PNG\r\n": ".png", b"\xff\xd8\xff": ".jpg", b"RIFF": ".webp", b"GIF8": ".gif"}
TWO_ENDINGS = re.compile(r"(\.md)\.txt$|(\.(?:png|jpe?g|webp|svg))\.md$")
SAME = {".jpeg": ".jpg"}


class Picture(Struct, frozen=True):
    """The file of a picture: its size in bytes, the first of them, and its width in pixels (0: nobody can tell)."""

    size: int
    first_bytes: bytes
    width: int


def width_and_height(picture: Path | BinaryIO) -> tuple[float, float]:
    """Return width and height of a picture, both less than nothing where they are not known."""
    import imagesize  # noqa: PLC0415 (it brings all that fetches from the web, a tenth of a build)

    width, height = imagesize.get(picture)
    return width, height


def ending_of_content(first_bytes: bytes) -> str:
    """Return how the name of a picture ends that begins with these bytes, or nothing where that is not known."""
    return next((ending for mark, ending in ENDING_OF_CONTENT.items() if first_bytes.startswith(mark)), "")


def check_picture(file: str, picture: Picture) -> Iterator[Finding]:
    """Find a picture that is too large, that is not what its name says, or that no browser can show."""
    ending = PurePosixPath(file).suffix
    right = ending_of_content(picture.first_bytes)
    if picture.size > MOST_BYTES:
        wrong = f"this picture has {format_size(picture.size)}, {format_size(MOST_BYTES)} at most"
        yield Finding(file, 1, wrong, "save it smaller: 1200 pixels wide is enough")
    if ending == ".svg":
        return  # what a drawing holds is looked at as a drawing
    if right and right != SAME.get(ending, ending):
        wrong = f"the name of this file ends in '{ending}', and it is a {right} file"
        yield Finding(file, 1, wrong, f"call it '{PurePosixPath(file).stem}{right}'")
    elif not right or picture.width <= 0:
        wrong = f"this file is no picture that can be shown, although its name ends in '{ending}'"
        yield Finding(
            file, 1, wrong, "open the picture in a drawing program, and save it again as .png or .jpg"
        )


def fault_of_picture_named_as_text(file: str, first_bytes: bytes) -> Finding | None:
    """Return what is wrong with a picture whose name ends like that of a text."""
    ending = ending_of_content(first_bytes)
    wrong = f"this file is a {ending} picture, and its name is that of a text"
    return Finding(file, 1, wrong, f"call it '{PurePosixPath(file).stem}{ending}'") if ending else None


@cached
def fault_of_file_name(file: str) -> Finding | None:
    """Return what is wrong with the name of a file of a page, a passage or a picture: capitals, spaces, ending."""
    name = PurePosixPath(file).name
    ending = _parts(name)[1]
    if f".{ending}" in OTHER_ENDINGS:
        return Finding(
            file, 1, f"no browser shows a picture that ends in '.{ending}' well", "save it as .png or .jpg"
        )
    good = normalise_name(name)
    if good == name or f".{ending}" not in (*ENDINGS, ".md"):
        return None
    return Finding(file, 1, f"the file name '{name}' cannot be a part of an address", f"call it '{good}'")


@cached
def normalise_name(name: str) -> str:
    """Return how the file of a page, a passage or a picture is to be called: My Scan.JPG => my-scan.jpg."""
    stem, ending = _parts(name)
    return f"{re.sub(r'[^a-z0-9]+', '-', stem).strip('-')}.{ending}"


def _parts(name: str) -> tuple[str, str]:
    stem, _, ending = TWO_ENDINGS.sub(r"\1\2", name.lower()).rpartition(".")
    return stem, ending


def check_images(
    text: Text, folder: str, pictures: Collection[str], misnamed: Collection[str] = ()
) -> Iterator[Finding]:
    """Find images whose file is not beside the pages, in ``folder``; ``pictures`` are all files there are.

    Those of which the name cannot be used (``misnamed``) are reported already.
    """
    beside = [PurePosixPath(file).name for file in pictures if file.startswith(f"{folder}/")]
    for link in markdown_links(text):
        is_beside = link.is_image and link.target and not NOT_BESIDE.match(link.target)
        if is_beside and link.target.endswith(".md"):
            wrong = f"the image '{link.target}' is a page, and no picture"
            do = "take the '!' before it out, or write the name of a picture"
            yield Finding(text.file, link.line, wrong, do, about=(link.target,))
        elif is_beside and link.target not in beside and f"{folder}/{link.target}" not in misnamed:
            wrong = f"the image '{link.target}' does not exist in {folder}/"
            yield Finding(
                text.file, link.line, wrong, _where_it_is(link.target, beside), about=(link.target,)
            )


def check_pictures_used(texts: Collection[Text], folder: str, pictures: Collection[str]) -> Iterator[Finding]:
    """Find pictures in ``folder`` that none of the texts beside it shows, unless one may be meant by another name."""
    names = {
        PurePosixPath(file).name: file
        for file in pictures
        if PurePosixPath(file).parent == PurePosixPath(folder)
    }
    links = [link for text in texts for link in markdown_links(text)] if names else []
    shown, images = {link.target for link in links}, {link.target for link in links if link.is_image}
    if any(not NOT_BESIDE.match(image) for image in images - names.keys()):
        return
    for name, file in names.items():
        if name not in shown:
            do = f"show it with ![What it shows]({name}), or take the file away"
            yield Finding(file, 1, "no page shows this picture", do, is_fault=False)


def _where_it_is(name: str, beside: Collection[str]) -> str:
    put = "put its file there, beside the page"
    if normalise_name(name) != name and normalise_name(name) in beside:
        return f"write '{normalise_name(name)}'"
    if found := fault_of_file_name(name):
        return f"{put}, and {found.do}, here too"
    return did_you_mean(name, beside, if_new=put)
