"""The examples for hosting, tried with the servers themselves, on a host of its own and below a path of another."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx
import pytest
from msgspec import Struct
from pytest_playwright.pytest_playwright import CreateContextCallback

from support import ROOT, build
from upkeep.servers import APACHE, NGINX
from upkeep.serving import OWN_POLICY, POLICY
from upkeep.system_packages import find

EXAMPLES = ROOT / "examples"
PLACE = "/var/www/second-opinion"  # where the examples say that the files stand
NOT_COMPRESSED_BEFORE = "sitemap.xml"  # one that the server has to compress by itself
MODULES = (
    "mpm_event", "authz_core", "alias", "autoindex", "dir", "mime", "headers", "filter", "deflate", "rewrite",
    "setenvif",
)  # fmt: skip

NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # httpx would load all of them for each request
get = partial(httpx.get, verify=NO_CERTIFICATES)

NGINX_CONF = """
daemon off; pid {folder}/pid; error_log {folder}/nginx-error.log; {user}
events {{}}
http {{
    client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
    uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e; access_log {folder}/nginx-access.log;
    {sites}
}}
"""
APACHE_CONF = """
ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
ErrorLog {folder}/apache-error.log
Listen 127.0.0.1:{port}
{modules}
TypesConfig /etc/mime.types
{user}
{sites}
"""


class Hosted(Struct, frozen=True):
    """A site that a server sends: its address with the path, and the folder of its files."""

    server: str
    host: str
    path: str
    files: Path

    def ask(self, where: str, **headers: str) -> httpx.Response:
        """Return the answer to a request below the path of the site; no redirect is followed."""
        return get(f"{self.host}{self.path}{where}", headers={"Accept-Encoding": "identity", **headers})


def headers_of(name: str) -> dict[str, str]:
    """Return the headers that a file for hosts such as Netlify sets, by their names, and the one path as ''."""
    lines = [line for line in (EXAMPLES / name).read_text("utf-8").splitlines() if line[:1] != "#"]
    (path,) = [line for line in lines if line.startswith("/")]
    pairs = (line.strip().split(": ", 1) for line in lines if line.startswith("  "))
    return {"": path, **dict(pairs)}


def free_port() -> int:
    """Return a port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@contextmanager
def started(*command: str, port: int) -> Iterator[None]:
    """Start a server, wait until it answers, and stop it at the end."""
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        until = time.monotonic() + 20
        while running.poll() is None and time.monotonic() < until:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.02)
        assert running.poll() is None, running.communicate()[0]
        yield
    finally:
        running.terminate()
        running.communicate()


def nginx(folder: Path, port: int, *, below: bool) -> list[str]:
    """Write the settings of nginx around an example, and return the command that starts it."""
    example = (EXAMPLES / ("nginx-path.conf" if below else "nginx.conf")).read_text("utf-8")
    if below:
        example = f"server {{ listen 127.0.0.1:{port}; root {folder}/larger; {example} }}"
    sites = example.replace("listen 8080;", f"listen 127.0.0.1:{port};").replace(PLACE, f"{folder}/files")
    sites = sites.replace("/var/log/nginx/error.log", f"{folder}/nginx-error.log")
    user = "user root;" if os.geteuid() == 0 else ""
    conf = folder / "nginx.conf"
    conf.write_text(NGINX_CONF.format(folder=folder, user=user, sites=sites), "utf-8")
    return [str(find(NGINX, os.environ)), "-e", "stderr", "-p", str(folder), "-c", str(conf)]


def apache(folder: Path, port: int, *, below: bool) -> list[str]:
    """Write the settings of Apache around an example, and return the command that starts it."""
    example = (EXAMPLES / ("apache-path.conf" if below else "apache.conf")).read_text("utf-8")
    if below:
        larger = (
            f"DocumentRoot {folder}/larger\n<Directory {folder}/larger>\nRequire all granted\n</Directory>\n"
            f"CustomLog {folder}/apache-access.log '%h %r' env=!no_log"
        )
        example = f"<VirtualHost *:{port}>\n{larger}\n{example}\n</VirtualHost>"
    sites = example.replace("*:8080", f"*:{port}").replace(PLACE, f"{folder}/files")
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES
    )
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    conf = folder / "apache.conf"
    conf.write_text(
        APACHE_CONF.format(folder=folder, port=port, modules=modules, user=user, sites=sites), "utf-8"
    )
    return [str(find(APACHE, os.environ)), "-f", str(conf), "-DFOREGROUND"]


@pytest.fixture(scope="module")
def folders(project: Path, site: Path) -> Iterator[dict[bool, Path]]:
    """Return the folder of a site on a host of its own (False) and below a path (True), with compressed files.

    Servers run as a user that may not look into the folders of pytest.
    """
    below = {"SITE_URL": "https://www.house.example/second-opinion"}
    assert build(project, site="site-below", env=below).returncode == 0
    with tempfile.TemporaryDirectory() as made:
        top = Path(made)
        top.chmod(0o755)
        for is_below, built in ((False, site), (True, project / "site-below")):
            folder = top / ("path" if is_below else "host")
            shutil.copytree(built, folder / "files")
            (folder / "larger").mkdir()
            (folder / "larger/index.html").write_text("<p>The larger site</p>", "utf-8")
            (folder / "files/edit").mkdir()
            (folder / "files/edit/index.html").write_text("<p>The page for editing</p>", "utf-8")
            compress_as_the_guide_says(folder / "files")
            (folder / "files" / f"{NOT_COMPRESSED_BEFORE}.gz").unlink()
            for path in (folder, *folder.rglob("*")):
                path.chmod(0o755 if path.is_dir() else 0o644)
        yield {False: top / "host", True: top / "path"}


def compress_as_the_guide_says(folder: Path) -> None:
    """Run the command of the guide that compresses the files of a site beforehand."""
    guide = (ROOT / "HOSPITALS.md").read_text("utf-8")
    (command,) = re.findall(r"^ *(find site .*gzip.*)$", guide, re.MULTILINE)
    subprocess.run(["/bin/sh", "-c", command.replace("site", str(folder), 1)], check=True)


@pytest.fixture(
    scope="module",
    params=[(server, below) for server in ("nginx", "apache") for below in (False, True)],
    ids=lambda given: f"{given[0]}, {'below a path' if given[1] else 'a host of its own'}",
)
def hosted(request: pytest.FixtureRequest, folders: dict[bool, Path]) -> Iterator[Hosted]:
    """Return the site as each server sends it in each place."""
    server, below = request.param
    port, folder = free_port(), folders[below]
    command = (nginx if server == "nginx" else apache)(folder, port, below=below)
    with started(*command, port=port):
        path = "/second-opinion/" if below else "/"
        yield Hosted(server, f"http://127.0.0.1:{port}", path, folder / "files")


def test_every_answer_has_the_policy_and_is_asked_for_again(hosted: Hosted) -> None:
    wanted = headers_of("_headers")
    for where in (
        "",
        "kosten/",
        "kosten",
        "assets/javascripts/site.mjs",
        "assets/search/nl.json",
        "not-here/",
    ):
        answer = hosted.ask(where)
        assert {key: answer.headers.get(key) for key in wanted if key} == {
            key: value for key, value in wanted.items() if key
        }, where


def test_the_page_for_editing_alone_says_its_own_policy(hosted: Hosted) -> None:
    for where in ("edit/", "edit/index.html"):
        assert hosted.ask(where).headers.get_list("Content-Security-Policy") == [OWN_POLICY], where
    for where in ("edit/not-here", "not-here/edit/"):
        assert hosted.ask(where).headers.get_list("Content-Security-Policy") == [POLICY]


def test_files_come_as_what_they_are(hosted: Hosted) -> None:
    for where, type_ in {
        "": "text/html; charset=utf-8",
        "en/costs/": "text/html; charset=utf-8",
        "assets/javascripts/site.mjs": "text/javascript; charset=utf-8",
        "assets/stylesheets/site.css": "text/css; charset=utf-8",
        "assets/search/nl.json": "application/json",
        "assets/images/favicon.svg": "image/svg+xml",
    }.items():
        answer = hosted.ask(where)
        file = hosted.files / (f"{where}index.html" if where.endswith("/") or not where else where)
        assert (answer.status_code, answer.content) == (200, file.read_bytes()), where
        assert answer.headers["Content-Type"].startswith(type_), where


def test_an_address_that_is_not_there_gets_the_page_for_it(hosted: Hosted) -> None:
    for where in ("not-here", "not-here/", "kosten/not-here.html", "assets/"):
        answer = hosted.ask(where)
        assert answer.status_code == 404
        assert answer.content == (hosted.files / "404.html").read_bytes()
        assert f'href="{hosted.path}assets/stylesheets/site.css"' in answer.text


def lines_about_readers(hosted: Hosted) -> list[str]:
    """Return the lines of all logs of a server that name who asked."""
    logs = [file.read_text("utf-8") for file in hosted.files.parent.glob(f"{hosted.server}-*.log")]
    return [line for log in logs for line in log.splitlines() if "127.0.0.1" in line]


def test_no_log_says_who_read_what(hosted: Hosted) -> None:
    for where in ("kosten/", "kosten", "not-here/", "not-here.html", "assets/", "assets"):
        hosted.ask(where)
    get(hosted.host + hosted.path.rstrip("/"))
    get(f"{hosted.host}/of-the-larger-site")
    last = time.monotonic() + 10  # a server may answer before it writes
    readers = lines_about_readers(hosted)
    while hosted.path != "/" and time.monotonic() < last and "/of-the-larger-site" not in "".join(readers):
        readers = lines_about_readers(hosted)
    of_larger_site = [line for line in readers if "/of-the-larger-site" in line]
    assert [line for line in readers if hosted.path.rstrip("/") in line and line not in of_larger_site] == []
    assert bool(of_larger_site) is (hosted.path != "/")  # logs are kept, where readers should stand in them


def test_what_was_compressed_beforehand_is_sent_as_it_is_and_the_rest_is_compressed(hosted: Hosted) -> None:
    for where in ("kosten/index.html", "kosten/", "assets/javascripts/site.mjs", "assets/search/nl.json"):
        file = f"{where}index.html" if where.endswith("/") else where
        with httpx.stream(
            "GET",
            f"{hosted.host}{hosted.path}{where}",
            headers={"Accept-Encoding": "gzip, br"},
            verify=NO_CERTIFICATES,
        ) as answer:
            sent = b"".join(answer.iter_raw())
        assert sent == (hosted.files / f"{file}.gz").read_bytes(), where
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert answer.headers["Content-Type"] == hosted.ask(where).headers["Content-Type"]
    answer = hosted.ask(NOT_COMPRESSED_BEFORE, **{"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.content == (hosted.files / NOT_COMPRESSED_BEFORE).read_bytes()


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_what_has_not_changed_is_not_sent_again(hosted: Hosted, encoding: str) -> None:
    for where in ("kosten/", "assets/javascripts/site.mjs", NOT_COMPRESSED_BEFORE):
        first = hosted.ask(where, **{"Accept-Encoding": encoding})
        asked = {"Accept-Encoding": encoding, "If-Modified-Since": first.headers["Last-Modified"]}
        if tag := first.headers.get("ETag"):
            asked["If-None-Match"] = tag
        again = hosted.ask(where, **asked)
        assert (again.status_code, again.content) == (304, b""), where


def test_an_address_without_its_last_slash_leads_on(hosted: Hosted) -> None:
    for where in ("kosten", "en/costs"):
        answer = hosted.ask(where)
        assert answer.status_code == 301
        assert answer.headers["Location"] == f"{hosted.path}{where}/"  # a proxy may have ended https
    whole = get(hosted.host + hosted.path.rstrip("/"))
    assert whole.status_code == (301 if hosted.path != "/" else 200)
    assert whole.headers.get("Location", "/") == hosted.path


def test_the_headers_hold_where_the_site_stands_and_nowhere_else(hosted: Hosted) -> None:
    ours = {key for key in headers_of("_headers") if key}
    for where in ("/", "/not-here", "/second-opinion-not-here/"):
        answer = get(hosted.host + where)
        assert {key for key in ours if key in answer.headers} == (ours if hosted.path == "/" else set()), (
            where
        )
    larger = (hosted.files.parent / "larger/index.html").read_bytes()
    assert (get(hosted.host).content == larger) is (hosted.path != "/")


def test_a_browser_finds_nothing_to_complain_of(hosted: Hosted, new_context: CreateContextCallback) -> None:
    page = new_context().new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("requestfailed", lambda request: wrong.append(request.url))
    page.goto(f"{hosted.host}{hosted.path}kosten/")
    page.get_by_role("searchbox").fill("eigen risico")
    page.locator("[data-results] li").get_by_role("link").first.wait_for()
    assert wrong == []


def test_all_examples_send_the_same_headers() -> None:
    host, path = headers_of("_headers"), headers_of("_headers-path")
    assert (host.pop(""), path.pop("")) == ("/*", "/second-opinion/*")
    assert host == path
    assert host["Content-Security-Policy"] == POLICY


def test_the_command_of_the_guide_compresses_what_is_text_and_always_alike(tmp_path: Path) -> None:
    for name in ("index.html", "a/b.css", "c.png"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("text " * 99, "utf-8")
    compress_as_the_guide_says(tmp_path)
    made = {file.relative_to(tmp_path).as_posix(): file.read_bytes() for file in tmp_path.rglob("*.gz")}
    assert made.keys() == {"index.html.gz", "a/b.css.gz"}
    assert gzip.decompress(made["index.html.gz"]) == b"text " * 99
    assert len(set(made.values())) == 1
