"""Ask other sites whether the addresses still work that our pages and sources name: ``make links``.

A build never does this: it needs no network, and another site's bad day is no reason to hold back ours.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import email.utils
import json
import os
import socket
import ssl
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import httpx
from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser

from second_opinion.commands.command_line import run_command
from second_opinion.commands.report import escape_for_github
from second_opinion.links.finished_links import places_of_outside_links
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from

CACHE = Path(".cache/links.json")
AGENT = "second-opinion-link-check (asks for each address once, now and then)"
PERMANENT = {301, 308}
REDIRECTS = {301, 302, 303, 307, 308}
MOST_REDIRECTS = 10
MOST_BYTES = 3_000_000

Line = tuple[str, int]


class LinkOutcome(StrEnum):
    """What became of an address, in the order in which the table shows it."""

    DEAD = "dead"
    NO_ANCHOR = "no such anchor"
    MOVED = "moved"
    BLOCKED = "blocked"
    UNSURE = "unsure"
    GOOD = "good"


TO_MEND = {LinkOutcome.DEAD, LinkOutcome.NO_ANCHOR}


class Manners(Struct, frozen=True):
    """How politely to ask; times are in seconds."""

    pause: float = 1.0
    timeout: float = 20.0
    longest_wait: float = 120.0
    at_once: int = 8


POLITE = Manners()


class Address(Struct, frozen=True):
    """One address without its fragment, the fragments that are asked for, and the lines that hold each of them."""

    url: str
    lines: Mapping[str, Collection[Line]]

    @property
    def fragments(self) -> list[str]:
        """Return the anchors that the page there must have."""
        return sorted(
            fragment for fragment in self.lines if fragment and not fragment.startswith((":~:", "!", "/"))
        )


class Answer(Struct, frozen=True):
    """What one address gave: the outcome, in words why, the new address, and the anchors that are not there.

    ``age`` is that of an answer from the cache in days, and 0 for one of today's.
    """

    url: str
    outcome: LinkOutcome
    why: str
    new: str = ""
    missing: tuple[str, ...] = ()
    age: float = 0.0


def addresses_of(places: Mapping[str, Collection[Line]]) -> list[Address]:
    """Return each address once, from the lines that hold each link."""
    grouped: dict[str, dict[str, set[Line]]] = {}
    for target, lines in sorted(places.items()):
        url, fragment = urldefrag(target)
        grouped.setdefault(url, {}).setdefault(unquote(fragment), set()).update(lines)
    return [Address(url, lines) for url, lines in grouped.items()]


# ---- asking


class Hosts:
    """One request at a time to each host, with a pause in between."""

    def __init__(self, manners: Manners) -> None:
        """Start with no host asked yet."""
        self.manners = manners
        self.locks: dict[str, asyncio.Lock] = {}
        self.not_before: dict[str, float] = {}

    async def send(self, client: httpx.AsyncClient, method: str, url: str) -> httpx.Response:
        """Send a request when it is this host's turn, and return the answer with at most the first of its body."""
        host = urlsplit(url).netloc.lower()
        async with self.locks.setdefault(host, asyncio.Lock()):
            now = asyncio.get_running_loop().time
            await asyncio.sleep(max(0.0, self.not_before.get(host, 0.0) - now()))
            try:
                async with client.stream(method, url) as response:
                    body = bytearray()
                    async for part in response.aiter_bytes():
                        body += part
                        if len(body) > MOST_BYTES:
                            break
                    return httpx.Response(
                        response.status_code, headers=_kept_headers(response), content=bytes(body)
                    )
            finally:
                self.not_before[host] = now() + self.manners.pause

    def hold(self, url: str, seconds: float) -> None:
        """Leave a host alone for some time."""
        host = urlsplit(url).netloc.lower()
        until = asyncio.get_running_loop().time() + seconds
        self.not_before[host] = max(self.not_before.get(host, 0.0), until)


def _kept_headers(response: httpx.Response) -> dict[str, str]:
    """Return the headers that matter; the others speak of a body that is already unpacked."""
    names = ("content-type", "location", "retry-after")
    return {name: response.headers[name] for name in names if name in response.headers}


class Reached(Struct, frozen=True):
    """Where an address led: the last answer, and the address to write instead where it moved for good."""

    response: httpx.Response
    new: str


class LoopError(Exception):
    """An address that leads on without end."""


class Asker:
    """Ask for addresses, and say what became of each."""

    def __init__(self, client: httpx.AsyncClient, manners: Manners) -> None:
        """Keep the client and the manners."""
        self.client = client
        self.manners = manners
        self.hosts = Hosts(manners)
        self.at_once = asyncio.Semaphore(manners.at_once)

    async def ask(self, address: Address) -> Answer:
        """Return what became of an address."""
        async with self.at_once:
            try:
                return await self.answer(address)
            except LoopError as error:
                return Answer(address.url, LinkOutcome.DEAD, str(error))
            except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
                outcome, why = _outcome_of_error(error)
                return Answer(address.url, outcome, why)

    async def answer(self, address: Address) -> Answer:
        """Ask with HEAD, and with GET where HEAD says no or where anchors are to be looked for."""
        reached = None if address.fragments else await self.reach("HEAD", address.url)
        if reached is None or reached.response.status_code >= 400:
            reached = await self.reach("GET", address.url)
        outcome, why = _outcome_of_status(reached.response.status_code)
        if outcome is not LinkOutcome.GOOD:
            return Answer(address.url, outcome, why)
        missing = _missing_anchors(reached.response, address.fragments)
        if missing:
            what = ", ".join(f"'#{anchor}'" for anchor in missing)
            return Answer(address.url, LinkOutcome.NO_ANCHOR, f"the page has no {what}", reached.new, missing)
        if reached.new:
            return Answer(address.url, LinkOutcome.MOVED, f"for good, to {reached.new}", reached.new)
        return Answer(address.url, LinkOutcome.GOOD, why)

    async def reach(self, method: str, url: str) -> Reached:
        """Follow an address to its end; ``new`` is how far it leads by permanent redirects alone."""
        new, for_good = "", True
        for _ in range(MOST_REDIRECTS):
            response = await self.patiently(method, url)
            where = response.headers.get("location")
            if response.status_code not in REDIRECTS or not where:
                return Reached(response, new)
            url = urldefrag(urljoin(url, where)).url
            for_good = for_good and response.status_code in PERMANENT
            new = url if for_good else new
        raise LoopError(f"it leads on more than {MOST_REDIRECTS} times")

    async def patiently(self, method: str, url: str) -> httpx.Response:
        """Ask once, and once more after a failure or after the wait that the host asks for."""
        try:
            response = await self.hosts.send(self.client, method, url)
        except httpx.TransportError as error:
            if _outcome_of_error(error)[0] is LinkOutcome.DEAD:
                raise
            return await self.hosts.send(self.client, method, url)
        wait = retry_after(response)
        if response.status_code in {429, 503} and wait is not None:
            if wait > self.manners.longest_wait:
                return response
            self.hosts.hold(url, wait)
        elif response.status_code < 500:
            return response
        return await self.hosts.send(self.client, method, url)


def retry_after(response: httpx.Response) -> float | None:
    """Return how many seconds a host asks to wait, which it may say as a number or as a day and time."""
    value = response.headers.get("retry-after", "").strip()
    if not value:
        return None
    if value.isdigit():
        return float(value)
    try:
        until = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    if until.tzinfo is None:  # "-0000": a time in UTC of which the place is not known
        until = until.replace(tzinfo=datetime.UTC)
    return max(0.0, (until - datetime.datetime.now(datetime.UTC)).total_seconds())


def _missing_anchors(response: httpx.Response, fragments: Sequence[str]) -> tuple[str, ...]:
    """Return the anchors that an HTML answer lacks; other kinds of answers have anchors that we cannot see."""
    if not fragments or "html" not in response.headers.get("content-type", ""):
        return ()
    tree = LexborHTMLParser(response.text)
    known = {node.attributes.get(name) for name in ("id", "name") for node in tree.css(f"[{name}]")}
    return tuple(fragment for fragment in fragments if fragment not in known)


def _outcome_of_status(status: int) -> tuple[LinkOutcome, str]:
    """Return what an HTTP status says of an address."""
    if status < 400:
        return LinkOutcome.GOOD, f"{status}"
    if status in {401, 403, 429}:
        why = (
            "asks us to come back later"
            if status == 429
            else "does not let a program in; look at it yourself"
        )
        return LinkOutcome.BLOCKED, f"{status}: {why}"
    if status >= 500:
        return LinkOutcome.UNSURE, f"{status}: the other site has a fault; try again later"
    return LinkOutcome.DEAD, f"{status}: the page is gone" if status in {
        404,
        410,
    } else f"{status}: the address is refused"


def _outcome_of_error(error: Exception) -> tuple[LinkOutcome, str]:
    """Return what a failed request says of an address."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror):
            return LinkOutcome.DEAD, "no such host"
        if isinstance(cause, ssl.SSLError):
            return LinkOutcome.DEAD, "its https is not in order"
        if isinstance(cause, ConnectionRefusedError):
            return LinkOutcome.DEAD, "nobody answers there"
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.TimeoutException):
        return LinkOutcome.UNSURE, "no answer in time, twice"
    if isinstance(error, httpx.TransportError):
        return LinkOutcome.UNSURE, "the connection broke, twice"
    return LinkOutcome.DEAD, "this is no address"


async def ask_all(
    addresses: Iterable[Address],
    *,
    manners: Manners = POLITE,
    transport: httpx.AsyncBaseTransport | None = None,
) -> list[Answer]:
    """Ask for all addresses, several hosts at once."""
    async with httpx.AsyncClient(
        timeout=manners.timeout, headers={"User-Agent": AGENT}, transport=transport, follow_redirects=False
    ) as client:
        asker = Asker(client, manners)
        return list(await asyncio.gather(*(asker.ask(address) for address in addresses)))


# ---- what was good lately


def _parse_cache(file: Path) -> dict[str, Any]:
    """Return what the cache holds; one that cannot be read holds nothing."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def read_cache(file: Path, *, now: datetime.datetime, days: float) -> dict[str, tuple[list[str], float]]:
    """Return the addresses that were good less than so many days ago, their anchors, and their age in days."""
    fresh: dict[str, tuple[list[str], float]] = {}
    for url, entry in _parse_cache(file).items():
        try:
            checked, fragments = datetime.datetime.fromisoformat(entry["checked"]), list(entry["fragments"])
            age = (now - checked).total_seconds() / 86_400
        except (KeyError, TypeError, ValueError):
            continue  # of another version of this program: ask again
        if 0 <= age < days:
            fresh[url] = (fragments, age)
    return fresh


def _write_cache(
    file: Path, answers: Iterable[Answer], addresses: Mapping[str, Address], *, now: datetime.datetime
) -> None:
    """Add the good answers to the cache, and forget the addresses that are good no more."""
    kept = _parse_cache(file)
    for answer in answers:
        kept.pop(answer.url, None)
        if answer.outcome is LinkOutcome.GOOD:
            fragments = addresses[answer.url].fragments
            kept[answer.url] = {"checked": now.isoformat(timespec="seconds"), "fragments": fragments}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _answered_lately(
    addresses: Iterable[Address], fresh: Mapping[str, tuple[list[str], float]]
) -> tuple[list[Answer], list[Address]]:
    """Return the answers that the cache gives, and the addresses that are still to be asked for."""
    known, open_ = [], []
    for address in addresses:
        fragments, age = fresh.get(address.url, ([], -1.0))
        if age >= 0 and set(address.fragments) <= set(fragments):
            known.append(
                Answer(address.url, LinkOutcome.GOOD, f"it was good {_format_age(age)}", age=max(age, 1e-6))
            )
        else:
            open_.append(address)
    return known, open_


def _format_age(days: float) -> str:
    """Return an age in words."""
    if days < 1:
        return f"{round(days * 24)} hours ago"
    return "1 day ago" if round(days) == 1 else f"{round(days)} days ago"


# ---- telling


def lines_with_fault(answer: Answer, address: Address) -> list[Line]:
    """Return the lines that hold what is wrong: those with a missing anchor, or all of an address."""
    wanted = answer.missing or tuple(address.lines)
    return sorted({line for fragment in wanted for line in address.lines.get(fragment, ())})


def _format_answers(answers: Sequence[Answer], addresses: Mapping[str, Address]) -> str:
    """Return what is not good as a Markdown table, the worst first, and how many there are of each."""
    order = list(LinkOutcome)
    shown = sorted(
        (answer for answer in answers if answer.outcome is not LinkOutcome.GOOD),
        key=lambda answer: (order.index(answer.outcome), answer.url),
    )
    rows = [
        f"| {answer.outcome} | {answer.url} | {answer.why} | "
        f"{', '.join(f'{file}:{line}' for file, line in lines_with_fault(answer, addresses[answer.url]))} |"
        for answer in shown
    ]
    head = ["| | address | what | where |", "|---|---|---|---|"] if rows else []
    counts = Counter(answer.outcome for answer in answers)
    ages = [answer.age for answer in answers if answer.age]
    ending = (
        ", ".join(f"{counts[outcome]} {outcome}" for outcome in order if counts[outcome]) or "nothing to ask"
    )
    asked_before = (
        f" ({len(ages)} of them not asked again: good up to {_format_age(max(ages))})" if ages else ""
    )
    return "\n".join(
        [*head, *rows, *([""] if rows else []), f"{len(answers)} addresses: {ending}{asked_before}"]
    )


def _format_for_github(answers: Iterable[Answer], addresses: Mapping[str, Address]) -> list[str]:
    """Return a line for each place, in the form that GitHub shows beside the lines of a pull request."""
    return [
        f"::warning file={escape_for_github(file, ':,')},line={line}::"
        + escape_for_github(f"{answer.outcome}: {answer.url}: {answer.why}")
        for answer in answers
        if answer.outcome is not LinkOutcome.GOOD
        for file, line in lines_with_fault(answer, addresses[answer.url])
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask, print the table, and return 1 where an address is dead or an anchor is gone."""
    parser = argparse.ArgumentParser(description="Check the addresses of other sites.")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the finished site")
    parser.add_argument("--days", type=float, default=7.0, help="how long a good answer is good for")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where good answers are kept")
    options = parser.parse_args(arguments)
    project = read_project(settings_from(os.environ, Path.cwd()))
    if project.brand.sound is None or not (options.site / "sitemap.xml").is_file():
        print(f"{options.site} is no finished site; run 'make site' first", file=sys.stderr)
        return 1
    places = places_of_outside_links(project, options.site, project.brand.sound.site_url)
    return ask_and_print(places, cache=options.cache, days=options.days, environment=os.environ)


def ask_and_print(
    places: Mapping[str, Collection[Line]],
    *,
    cache: Path,
    days: float,
    environment: Mapping[str, str],
    manners: Manners = POLITE,
) -> int:
    """Ask for the addresses that were not good lately, and print what became of all of them."""
    now = datetime.datetime.now(datetime.UTC)
    addresses = addresses_of(places)
    known, open_ = _answered_lately(addresses, read_cache(cache, now=now, days=days))
    fresh = asyncio.run(ask_all(open_, manners=manners))
    by_url = {address.url: address for address in addresses}
    _write_cache(cache, fresh, by_url, now=now)
    answers = [*known, *fresh]
    print(_format_answers(answers, by_url))
    if environment.get("GITHUB_ACTIONS") == "true":
        print("\n".join(_format_for_github(answers, by_url)))
    return 1 if any(answer.outcome in TO_MEND for answer in answers) else 0


if __name__ == "__main__":
    sys.exit(run_command(main, "asked other sites"))
