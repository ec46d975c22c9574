"""The check of other sites' addresses, against a server on loopback that shows each way to answer."""

from __future__ import annotations

import asyncio
import datetime
import json
import socket
import threading
import time
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import pytest

from second_opinion.commands import outside_links
from second_opinion.commands.outside_links import Address, Answer, LinkOutcome, Manners, addresses_of, ask_all

QUICK = Manners(pause=0.0, timeout=0.3, longest_wait=2.0, at_once=8)
LINE = ("docs/nl/costs.md", 7)
PAGE = '<html><h2 id="who-pays">Wie betaalt?</h2><a name="old"></a></html>'


class Server(ThreadingHTTPServer):
    """A server that notes every request, with its host, and when it came and went."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str, str]] = []
        self.spans: list[tuple[str, float, float]] = []

    def at(self, path: str, host: str = "zorg.test") -> str:
        """Return the address of a path at one of the hosts, which all lead to this server."""
        return f"http://{host}:{self.server_port}{path}"

    def methods(self, path: str) -> list[str]:
        """Return how a path was asked for."""
        return [method for method, where, _ in self.asked if where == path]


class Handler(BaseHTTPRequestHandler):
    """Answer each path in its own way."""

    server: Server

    def answer(self) -> None:
        """Note the request and answer it."""
        start = time.monotonic()
        self.server.asked.append((self.command, self.path, self.headers["Host"]))
        status, headers = self.of_path()
        body = b"" if self.command == "HEAD" else PAGE.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.spans.append((self.headers["Host"].split(":")[0], start, time.monotonic()))

    def of_path(self) -> tuple[int, dict[str, str]]:
        """Return the status and headers of a path; some answer in another way the first time."""
        first = len(self.server.methods(self.path)) == 1
        html = {"Content-Type": "text/html; charset=utf-8"}
        soon = format_datetime(
            datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=1), usegmt=True
        )
        if self.path.startswith("/slow") or (self.path == "/slow-once" and first):
            time.sleep(0.6 if self.path == "/slow" or first else 0)
        if self.path.startswith("/busy"):
            time.sleep(0.05)
        if self.path.isdigit() or self.path[1:].isdigit():
            return int(self.path[1:]), html
        answers: dict[str, tuple[int, dict[str, str]]] = {
            "/moved": (301, {"Location": "/for-now"}),
            "/for-now": (302, {"Location": "/page"}),
            "/moved-twice": (308, {"Location": "/moved-again"}),
            "/moved-again": (301, {"Location": "/page"}),
            "/elsewhere": (302, {"Location": self.server.at("/page", "ander.test")}),
            "/loop": (302, {"Location": "/loop"}),
            "/no-head": (405 if self.command == "HEAD" else 200, html),
            "/head-says-gone": (404 if self.command == "HEAD" else 200, html),
            "/wait": (429, {"Retry-After": "1"}) if first else (200, html),
            "/wait-until": (503, {"Retry-After": soon}) if first else (200, html),
            "/wait-long": (429, {"Retry-After": "3600"}),
            "/fault-once": (500, html) if first else (200, html),
            "/paper.pdf": (200, {"Content-Type": "application/pdf"}),
        }
        return answers.get(self.path, (200, html))

    def do_GET(self) -> None:
        """Answer."""
        self.answer()

    def do_HEAD(self) -> None:
        """Answer without a body."""
        self.answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is http.server's)
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Run the server; every name that ends in .test leads to it, and no other name leads anywhere."""
    real = socket.getaddrinfo

    def lookup(host: str | bytes, *rest: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name.endswith(".test"):
            name = "127.0.0.1"
        if name != "127.0.0.1":
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real(name, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def _a_thread_for_each_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each event loop in a thread of its own: the browser tests of this process keep one in this thread."""
    run = asyncio.run

    def run_apart(main: Coroutine[Any, Any, Any]) -> Any:
        with ThreadPoolExecutor(1) as own_thread:
            return own_thread.submit(run, main).result()

    monkeypatch.setattr(asyncio, "run", run_apart)


def ask(*urls: str, manners: Manners = QUICK) -> list[Answer]:
    """Ask for some addresses."""
    asked = ask_all(addresses_of({url: [LINE] for url in urls}), manners=manners)
    with ThreadPoolExecutor(
        1
    ) as own_thread:  # the browser tests of this process keep an event loop in this one
        return own_thread.submit(asyncio.run, asked).result()


@pytest.mark.parametrize(
    ("path", "outcome", "why", "methods"),
    [
        ("/page", "good", "200", ["HEAD"]),
        ("/no-head", "good", "200", ["HEAD", "GET"]),
        ("/head-says-gone", "good", "200", ["HEAD", "GET"]),
        ("/404", "dead", "404: the page is gone", ["HEAD", "GET"]),
        ("/410", "dead", "410: the page is gone", ["HEAD", "GET"]),
        ("/400", "dead", "400: the address is refused", ["HEAD", "GET"]),
        ("/401", "blocked", "401: does not let a program in; look at it yourself", ["HEAD", "GET"]),
        ("/403", "blocked", "403: does not let a program in; look at it yourself", ["HEAD", "GET"]),
        ("/wait-long", "blocked", "429: asks us to come back later", ["HEAD", "GET"]),
        (
            "/500",
            "unsure",
            "500: the other site has a fault; try again later",
            ["HEAD", "HEAD", "GET", "GET"],
        ),
        ("/fault-once", "good", "200", ["HEAD", "HEAD"]),
        ("/slow", "unsure", "no answer in time, twice", ["HEAD", "HEAD"]),
        ("/slow-once", "good", "200", ["HEAD", "HEAD"]),
    ],
)
def test_each_answer_has_its_outcome(
    server: Server, path: str, outcome: str, why: str, methods: list[str]
) -> None:
    (answer,) = ask(server.at(path))
    assert (answer.outcome, answer.why) == (outcome, why)
    assert server.methods(path) == methods


def test_no_such_host_no_server_and_broken_https_are_dead(server: Server) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    answers = ask(
        "https://nergens.example/", f"http://zorg.test:{port}/", f"https://zorg.test:{server.server_port}/"
    )
    assert {answer.outcome for answer in answers} == {LinkOutcome.DEAD}
    assert {answer.why for answer in answers} == {
        "no such host",
        "nobody answers there",
        "its https is not in order",
    }


def test_permanent_redirect_is_told_with_the_new_address(server: Server) -> None:
    moved, twice = ask(server.at("/moved"), server.at("/moved-twice"))
    assert (moved.outcome, moved.new) == ("moved", server.at("/for-now"))
    assert (twice.outcome, twice.new) == ("moved", server.at("/page"))
    assert twice.why == f"for good, to {server.at('/page')}"


def test_redirect_for_now_is_good_also_to_another_host_and_a_loop_is_dead(server: Server) -> None:
    elsewhere, for_now, loop = ask(server.at("/elsewhere"), server.at("/for-now"), server.at("/loop"))
    assert [elsewhere.outcome, for_now.outcome, loop.outcome] == ["good", "good", "dead"]
    assert loop.why == "it leads on more than 10 times"
    assert f"ander.test:{server.server_port}" in {host for _, _, host in server.asked}


@pytest.mark.parametrize("path", ["/wait", "/wait-until"])
def test_retry_after_is_waited_for(server: Server, path: str) -> None:
    (answer,) = ask(server.at(path))
    assert answer.outcome == "good"
    (_, _, ended), (_, started, _) = server.spans[:2]
    assert started - ended >= (0.9 if path == "/wait" else 0)


def test_anchors_are_looked_for_in_pages_and_each_page_is_asked_once(server: Server) -> None:
    page, paper = server.at("/page"), server.at("/paper.pdf")
    good, bad = (
        ask(f"{page}#who-pays", f"{page}#old", f"{page}#:~:text=x", f"{paper}#page=2"),
        ask(f"{page}#nee"),
    )
    assert [answer.outcome for answer in good] == ["good", "good"]
    assert (bad[0].outcome, bad[0].why, bad[0].missing) == (
        "no such anchor",
        "the page has no '#nee'",
        ("nee",),
    )
    assert server.methods("/page") == ["GET", "GET"]


def test_hosts_are_asked_together_and_each_one_thing_at_a_time_with_a_pause(server: Server) -> None:
    hosts = ("een.test", "twee.test", "drie.test")
    ask(
        *(server.at(f"/busy-{n}", host) for host in hosts for n in range(3)),
        manners=Manners(pause=0.1, at_once=9),
    )
    for host in hosts:
        spans = sorted((start, end) for name, start, end in server.spans if name == host)
        assert len(spans) == 3
        assert all(later[0] - earlier[1] >= 0.08 for earlier, later in pairwise(spans))
    firsts = [min((start, end) for name, start, end in server.spans if name == host) for host in hosts]
    assert max(start for start, _ in firsts) < min(end for _, end in firsts)


@pytest.mark.parametrize(
    "value", ["Wed, 21 Oct 2026 07:28:00 -0000", "Wed, 21 Oct 2026 07:28:00 GMT", "soon", "-1"]
)
def test_a_day_in_any_form_to_ask_again_stops_nothing(value: str) -> None:
    wait = outside_links.retry_after(httpx.Response(503, headers={"Retry-After": value}))
    assert wait is None or wait >= 0


# ---- cache, table, annotations


@pytest.mark.parametrize(
    "entry",
    [{}, [], "x", {"checked": "2026-11-22T10:00:00"}, {"checked": 3, "fragments": []}, {"checked": "soon"}],
)
def test_an_entry_that_another_version_kept_is_asked_again(entry: object, tmp_path: Path) -> None:
    file = tmp_path / "links.json"
    file.write_text(json.dumps({"https://zorg.example/": entry}), encoding="utf-8")
    now = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
    assert outside_links.read_cache(file, now=now, days=7) == {}


def run(places: dict[str, list[tuple[str, int]]], cache: Path, **environment: str) -> int:
    """Run the whole check."""
    return outside_links.ask_and_print(places, cache=cache, days=7, environment=environment, manners=QUICK)


def test_good_answers_are_kept_with_their_age_and_others_are_asked_again(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cache = tmp_path / "cache/links.json"
    places = {server.at("/page"): [LINE], server.at("/403"): [LINE]}
    assert run(places, cache) == 0
    kept = json.loads(cache.read_text("utf-8"))
    assert list(kept) == [server.at("/page")]
    three_days = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=3)
    kept[server.at("/page")]["checked"] = three_days.isoformat()
    cache.write_text(json.dumps(kept), encoding="utf-8")
    server.asked.clear()
    capsys.readouterr()
    assert run(places, cache) == 0
    assert server.methods("/page") == []
    assert server.methods("/403") == ["HEAD", "GET"]
    assert (
        "2 addresses: 1 blocked, 1 good (1 of them not asked again: good up to 3 days ago)"
        in capsys.readouterr().out
    )


def test_cache_is_not_believed_when_old_spoilt_or_without_the_anchor(server: Server, tmp_path: Path) -> None:
    cache = tmp_path / "links.json"
    page = server.at("/page")
    old = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=8)
    for kept in ("no JSON", "[]", json.dumps({page: {"checked": old.isoformat(), "fragments": []}})):
        cache.write_text(kept, encoding="utf-8")
        server.asked.clear()
        assert run({page: [LINE]}, cache) == 0
        assert server.methods("/page") == ["HEAD"]
    assert run({f"{page}#nee": [LINE]}, cache) == 1
    assert server.methods("/page") == ["HEAD", "GET"]
    assert json.loads(cache.read_text("utf-8")) == {}


def test_table_and_annotations_name_every_line(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone, moved = server.at("/404"), server.at("/moved-twice")
    places = {gone: [("docs/nl/costs.md", 7), ("docs/en/costs.md", 9)], moved: [("data/a,b.yml", 3)]}
    assert run(places, tmp_path / "links.json", GITHUB_ACTIONS="true") == 1
    assert capsys.readouterr().out.splitlines() == [
        "| | address | what | where |",
        "|---|---|---|---|",
        f"| dead | {gone} | 404: the page is gone | docs/en/costs.md:9, docs/nl/costs.md:7 |",
        f"| moved | {moved} | for good, to {server.at('/page')} | data/a,b.yml:3 |",
        "",
        "2 addresses: 1 dead, 1 moved",
        f"::warning file=docs/en/costs.md,line=9::dead: {gone}: 404: the page is gone",
        f"::warning file=docs/nl/costs.md,line=7::dead: {gone}: 404: the page is gone",
        f"::warning file=data/a%2Cb.yml,line=3::moved: {moved}: for good, to {server.at('/page')}",
    ]


def test_a_missing_anchor_is_told_at_the_lines_that_name_it() -> None:
    address = Address("https://zorg.example/", {"": {("a.md", 1)}, "nee": {("b.md", 2)}})
    answer = Answer(address.url, LinkOutcome.NO_ANCHOR, "the page has no '#nee'", missing=("nee",))
    assert outside_links.lines_with_fault(answer, address) == [("b.md", 2)]


def test_without_a_finished_site_one_line_says_what_to_do(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    assert outside_links.main(["--site", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{tmp_path} is no finished site; run 'make site' first\n"
