"""The real size of every image on a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin

from selectolax.lexbor import LexborHTMLParser

from second_opinion.texts.picture_files import width_and_height


def size_images(tree: LexborHTMLParser, find_file: Callable[[str], Path | None]) -> None:
    """Give each image on a page the width and height of its file, so that nothing moves while it loads."""
    for image in tree.css("img"):
        file = find_file(image.attributes.get("src") or "")
        width, height = width_and_height(file) if file else (-1, -1)
        if width > 0 and height > 0:
            image.attrs["width"], image.attrs["height"] = str(round(width)), str(round(height))
        image.attrs["loading"] = "lazy"


def file_at(address: str, page: str, files: Mapping[str, str | None]) -> Path | None:
    """Return the file of an image by its address on a page; ``files`` holds them by their address."""
    file = files.get(unquote(urljoin(f"/{page.removeprefix('./')}", address)).removeprefix("/"))
    return Path(file) if file else None
