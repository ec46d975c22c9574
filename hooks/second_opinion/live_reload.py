"""Let `make serve` reload an open page, which the pages' own policy against inline scripts would stop."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

POLICY = b'http-equiv="Content-Security-Policy"'
NO_POLICY = b'data-equiv="Content-Security-Policy"'  # as long as the other, as Content-Length is sent first


def without_policy(app: WSGIApplication) -> WSGIApplication:
    """Return a server application that shows the pages of ``app`` with their policy put out of action.

    MkDocs adds its reloading script to each page inline, with other numbers every time, so no hash can allow it.
    """

    def served(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return [b"".join(app(environ, start_response)).replace(POLICY, NO_POLICY)]

    return served
