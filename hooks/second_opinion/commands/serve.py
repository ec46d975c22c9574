"""Show the site while it is being written: ``python -m second_opinion.commands.serve HOST:PORT`` (``make serve``)."""

from __future__ import annotations

import logging
import os
import re
import socket
import sys
import tempfile
from pathlib import Path

from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from second_opinion.commands.build import build_into
from second_opinion.commands.command_line import run_command
from second_opinion.commands.live_reload import Preview, with_faults_shown
from second_opinion.project.settings import settings_from

CONFIG = "mkdocs.yml"
LAST_PORT = 65535


def parse_host_and_port(address: str) -> tuple[str, int] | None:
    """Return the two parts of ``HOST:PORT``, or None where it is none; an IPv6 host stands between [ and ]."""
    match = re.fullmatch(r"(?P<host>localhost|[0-9.]+|\[[0-9a-f:]+\]):(?P<port>\d{1,5})", address)
    if match is None or int(match["port"]) > LAST_PORT:
        return None
    return match["host"].strip("[]"), int(match["port"])


def is_taken(address: str) -> bool:
    """Tell whether another program already listens on ``HOST:PORT``; MkDocs would end in a stack trace."""
    place = parse_host_and_port(address)
    if place is None:
        return False
    try:
        socket.create_connection(place, timeout=1).close()
    except OSError:
        return False
    return True


def main(address: str) -> None:
    """Build the site and show it, rebuilt at every change, until it is stopped."""
    place = parse_host_and_port(address)
    if place is None:
        sys.exit(f"ADDRESS is '{address}', which is no host and port; write it like ADDRESS=127.0.0.1:8001")
    if is_taken(address):
        sys.exit(
            f"Something already runs on http://{address}; stop it, or use another port: "
            "make serve ADDRESS=127.0.0.1:8001"
        )
    brand = settings_from(os.environ, Path.cwd()).brand
    with tempfile.TemporaryDirectory(prefix="second-opinion-") as folder:
        _show(*place, Path(folder) / "site", brand)


class Server(LiveReloadServer):
    """MkDocs' server, which says where to look once it answers."""

    def server_activate(self) -> None:
        """Begin to listen."""
        super().server_activate()
        print(f"Look at {self.url} (stop with Ctrl-C)", flush=True)


def _show(host: str, port: int, folder: Path, brand: Path) -> None:
    """Build the site into a folder and show it until it is stopped; a failed build is shown as well, and goes by."""
    log = logging.getLogger("mkdocs.livereload")  # it would count each address that is not there as a fault
    log.propagate = False
    log.addHandler(logging.NullHandler())
    config = load_config(CONFIG)
    preview = Preview(folder, lambda made: build_into(made, Path(CONFIG)))
    server = Server(preview.build, host, port, root=str(folder))
    server.error_handler = preview.page_for
    server.set_app(with_faults_shown(server.serve_request, preview))
    for path in (config.docs_dir, CONFIG, *config.watch, *([str(brand)] if brand.is_dir() else [])):
        server.watch(path)
    preview.build()
    try:
        server.serve()  # type: ignore[no-untyped-call]
    finally:
        server.shutdown()


if __name__ == "__main__":
    sys.exit(run_command(lambda: main(*sys.argv[1:]), "showed the site"))
