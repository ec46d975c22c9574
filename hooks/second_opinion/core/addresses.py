"""Addresses: those of the site's pages, the way from one to another, and what is a web address at all.

The address of a page is written without the site and without a slash in front: "" is the Dutch home page,
"en/costs/" a page.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import urljoin, urlsplit

from second_opinion.core.languages import DEFAULT_LANGUAGE, LANGUAGES

HOST = re.compile(r"[^\s.]+(?:\.[^\s.]+)+")
FOR_EXAMPLES = re.compile(r"(?:(?<=//)|(?:[\w-]+\.)+)(?:example|test|invalid)(?![\w-]|\.\w)", re.IGNORECASE)

HOME = "index"  # the name of the home page in each language


def home(lang: str) -> str:
    """Return the address of a language's home page."""
    return "" if lang == DEFAULT_LANGUAGE else f"{lang}/"


def language_of(where: str) -> str:
    """Return the language of the page at an address."""
    return next(
        (lang for lang in LANGUAGES if lang != DEFAULT_LANGUAGE and where.startswith(home(lang))),
        DEFAULT_LANGUAGE,
    )


def address(lang: str, slug: str | None) -> str:
    """Return the address of a page by its language and slug; no slug is the home page."""
    return home(lang) + (f"{slug}/" if slug else "")


def relative(target: str, start: str) -> str:
    """Return the way from one address to another, as a link on the page at ``start``.

    relative("kosten/", "") => "kosten/"; relative("", "en/costs/") => "../../"
    """
    path, mark, fragment = target.partition("#")
    way = posixpath.relpath("/" + path, "/" + start)
    way = "./" if way == "." else way + ("/" if path.endswith("/") or not path else "")
    return way + mark + fragment


def absolute(site_url: str, target: str) -> str:
    """Return an address with the site in front."""
    return urljoin(site_url.rstrip("/") + "/", target)


def is_web_address(target: str) -> bool:
    """Tell whether an address has a host, and no spaces in it."""
    try:
        parts = urlsplit(target.strip())
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.netloc != "" and not re.search(r"\s", target.strip()) and HOST.fullmatch(host) is not None


def host_for_examples(text: str) -> str:
    """Return the first host in a text of those that are kept for examples, under which nobody finds anything.

    vraag@ons-ziekenhuis.example => ons-ziekenhuis.example; nothing where there is none
    """
    found = FOR_EXAMPLES.search(text)
    return found[0] if found else ""
