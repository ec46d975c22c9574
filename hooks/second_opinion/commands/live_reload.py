"""What `make serve` shows: the site as it was built last, and what is to be mended where it could not be.

An open page asks the server by itself whether something newer is there; that script is MkDocs'.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from second_opinion.commands.build import Collector
from second_opinion.commands.command_line import to_mend
from second_opinion.core.findings import Finding

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

MESSAGES = "messages.html"
POLICY = b'http-equiv="Content-Security-Policy"'
NO_POLICY = b'data-equiv="Content-Security-Policy"'  # it forbids MkDocs' script, which differs at each page
BODY = re.compile(rb"<body[^>]*>")
PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ font: 1.1rem/1.5 sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem }}</style>
<body>
<h1>{title}</h1>
<p>This page looks again by itself when you save a file.</p>
<ul>
{items}
</ul>
</body>
</html>
"""


class Preview(Struct):
    """The folder of a site that is being written, and what is wrong with what was built into it last."""

    folder: Path
    make: Callable[[Path], Collector]
    faults: list[Finding] = field(default_factory=list)
    is_built: bool = False

    def build(self) -> None:
        """Build the site anew; what is wrong stands in the terminal, and on a page of its own."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.faults = self.make(self.folder).faults
        self.is_built = (self.folder / "sitemap.xml").is_file()  # the last that is written of a whole site
        if self.faults:
            (self.folder / MESSAGES).write_text(_page_of_faults(self.faults), encoding="utf-8")
        last = to_mend(len(self.faults)) if self.faults else "The site is up to date"
        print(*self.faults, last, sep="\n", flush=True)

    def page_for(self, code: int) -> bytes | None:
        """Return the page for an address that is not there, as MkDocs asks for it."""
        page = self.folder / "404.html"
        return page.read_bytes() if code == 404 and page.is_file() else None


def _page_of_faults(faults: Sequence[Finding]) -> str:
    """Return the page that says what is to be mended."""
    items = "\n".join(f"<li>{html.escape(str(fault), quote=False)}</li>" for fault in faults)
    return PAGE.format(title=to_mend(len(faults)), items=items)


def with_faults_shown(app: WSGIApplication, preview: Preview) -> WSGIApplication:
    """Return a server application that shows pages with their policy put out of action, and what is to be mended."""

    def served(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["PATH_INFO"].startswith("/livereload/"):
            return app(environ, start_response)  # waits until something newer is there
        status, headers, body = _response_of(app, environ)
        if preview.faults and (not preview.is_built or status.startswith("404")):
            status, headers, body = _response_of(app, environ | {"PATH_INFO": f"/{MESSAGES}"})
        elif preview.faults:
            banner = f'<p style="background: #ffe08a; color: #000; margin: 0; padding: .5rem"><a href="/{MESSAGES}">'
            banner += f"{to_mend(len(preview.faults))}</a></p>"
            body = BODY.sub(lambda match: match[0] + banner.encode(), body, count=1)
        body = body.replace(POLICY, NO_POLICY)
        kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*kept, ("Content-Length", str(len(body)))])
        return [body]

    return served


def _response_of(app: WSGIApplication, environ: WSGIEnvironment) -> tuple[str, list[tuple[str, str]], bytes]:
    """Return what an application answers: status, headers and the whole body."""
    begun: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], *_: Any) -> Any:
        begun.append((status, headers))

    parts = app(environ, start_response)
    try:
        body = b"".join(parts)
    finally:
        if close := getattr(parts, "close", None):
            close()
    return *begun[-1], body
