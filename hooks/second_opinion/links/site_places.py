"""Where in the finished site a link leads, and how an address of it is written elsewhere."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from second_opinion.core.addresses import relative
from second_opinion.links.finished_site import ERROR_PAGE, FinishedSite, Link

SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x20]+")


class SitePlace(Struct, frozen=True):
    """Where in the site a link leads; ``path`` is that of a file, whether it exists or not."""

    path: str
    fragment: str = ""

    @property
    def address(self) -> str:
        """Return the place as an address from the root of the site."""
        return self.path.removesuffix("index.html") + (f"#{self.fragment}" if self.fragment else "")


def path_in_site(site: FinishedSite, target: str) -> str | None:
    """Return an address of this very site from its root, or None where it is no address of it."""
    if target.startswith(site.site_url):
        return target.removeprefix(site.site_url)
    return "" if target == site.site_url.rstrip("/") else None


def _base_path(site: FinishedSite) -> str:
    """Return the path under which the site is hosted: "/" or "/second-opinion/"."""
    return urlsplit(site.site_url).path


def place_of(site: FinishedSite, link: Link) -> SitePlace | None:
    """Return where a link leads inside the site, or None where it leads elsewhere or out of the site's folder."""
    target = UNSEEN.sub("", link.target)
    base, own = link.base, path_in_site(site, target)
    if own is not None:
        base, target = "", "./" + own
    elif SCHEME.match(target) or target.startswith("//"):
        return None
    elif target.startswith("/"):
        if not target.startswith(_base_path(site)):
            return None
        base, target = "", "./" + target.removeprefix(_base_path(site))
    address, _, fragment = target.partition("#")
    path = unquote(address.partition("?")[0])
    if not path:
        return SitePlace(link.file, unquote(fragment))
    whole = posixpath.normpath(posixpath.join(base, path))
    if whole == ".." or whole.startswith("../"):
        return None
    is_folder = path.endswith("/") or posixpath.basename(path) in {".", ".."}
    return SitePlace(
        posixpath.normpath(posixpath.join(whole, "index.html")) if is_folder else whole, unquote(fragment)
    )


def without_steps_up(base: str, target: str) -> tuple[str, str]:
    """Return a folder and the way from there without its first steps up: ("kosten", "../a/") => ("", "a/")."""
    while base and target.startswith("../"):
        base, target = posixpath.dirname(base), target[3:]
    return base, target


def format_address(site: FinishedSite, address: str, link: Link) -> str:
    """Return an address of the site as it would be written where ``link`` stands; others stay as they are."""
    if SCHEME.match(address):
        return address
    if path_in_site(site, link.target) is not None:
        return site.site_url + address
    if link.file == ERROR_PAGE:
        return _base_path(site) + address
    path, mark, fragment = address.partition("#")
    file = path + "index.html" if path.endswith("/") or not path else path
    return (
        f"#{fragment}"
        if mark and file == link.file
        else relative(address, link.base + "/" if link.base else "")
    )
