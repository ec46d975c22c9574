"""Show the site while it is being written: ``python -m second_opinion.serve HOST:PORT`` (``make serve``)."""

from __future__ import annotations

import re
import socket
import sys

from mkdocs.__main__ import cli

from second_opinion.edge import run_command

LAST_PORT = 65535


def host_and_port(address: str) -> tuple[str, int] | None:
    """Return the two parts of ``HOST:PORT``, or None where it is none; an IPv6 host stands between [ and ]."""
    match = re.fullmatch(r"(?P<host>localhost|[0-9.]+|\[[0-9a-f:]+\]):(?P<port>\d{1,5})", address)
    if match is None or int(match["port"]) > LAST_PORT:
        return None
    return match["host"].strip("[]"), int(match["port"])


def is_taken(address: str) -> bool:
    """Tell whether another program already listens on ``HOST:PORT``; MkDocs would end in a stack trace."""
    place = host_and_port(address)
    if place is None:
        return False
    try:
        socket.create_connection(place, timeout=1).close()
    except OSError:
        return False
    return True


def main(address: str) -> None:
    """Build the site and show it, rebuilt at every change, until it is stopped."""
    if host_and_port(address) is None:
        sys.exit(f"ADDRESS is '{address}', which is no host and port; write it like ADDRESS=127.0.0.1:8001")
    if is_taken(address):
        sys.exit(
            f"Something already runs on http://{address}; stop it, or use another port: "
            "make serve ADDRESS=127.0.0.1:8001"
        )
    cli(["serve", "--dev-addr", address])


if __name__ == "__main__":
    sys.exit(run_command(lambda: main(*sys.argv[1:]), "showed the site"))
