"""Show the site while it is being written: ``python -m second_opinion.serve HOST:PORT`` (``make serve``)."""

from __future__ import annotations

import socket
import sys

from mkdocs.__main__ import cli


def is_taken(address: str) -> bool:
    """Tell whether another program already listens on ``HOST:PORT``; MkDocs would end in a stack trace."""
    host, _, port = address.rpartition(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


def main(address: str) -> None:
    """Build the site and show it, rebuilt at every change, until it is stopped."""
    if is_taken(address):
        sys.exit(
            f"Something already runs on http://{address}; stop it, or use another port: "
            "make serve ADDRESS=127.0.0.1:8001"
        )
    cli(["serve", "--dev-addr", address])


if __name__ == "__main__":
    main(*sys.argv[1:])
