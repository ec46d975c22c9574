"""Build the site with every check on: ``python -m second_opinion.commands.build --site DIR``.

The site is written beside its place and put there only when nothing is wrong, so a failed build leaves the last good
one as it was.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import re
import shlex
import shutil
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from second_opinion.commands.command_line import run_command, to_mend
from second_opinion.commands.processes import Started, is_possible, start
from second_opinion.commands.whose_site import (
    USUAL_PLACE,
    brand_of,
    finding_of_other_brand,
    save_brand_of_site,
)
from second_opinion.core.cache import keep_nothing_for_later_builds
from second_opinion.core.errors import fault_of_error
from second_opinion.core.findings import Finding, faults
from second_opinion.project.settings import is_on
from second_opinion.site.ahead import make_ahead

USUAL_PLACES = (USUAL_PLACE, Path("preview"))
STOPPED = re.compile(r"Error (?:reading|building) page '(?P<page>[^']+)':")


class Collector(logging.Handler):
    """Keep what the hooks find and what MkDocs warns of, each once, in order; and the page at which MkDocs stopped."""

    def __init__(self) -> None:
        """Start with nothing kept."""
        super().__init__(logging.INFO)
        self._found: dict[Finding, None] = {}
        self.stopped_at = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a finding, or a warning as one."""
        message = record.getMessage()
        if isinstance(record.args, tuple) and record.args and isinstance(record.args[0], Finding):
            self.add(record.args[0])
        elif match := STOPPED.match(message):
            self.stopped_at = f"docs/{match['page']}"  # what went wrong there comes as an exception
        elif record.levelno >= logging.WARNING:
            self.add(Finding("", 0, message, ""))

    def add(self, finding: Finding) -> None:
        """Keep a finding, once."""
        self._found.setdefault(finding)

    def put_first(self, findings: Iterable[Finding]) -> None:
        """Keep findings before all others."""
        self._found = dict.fromkeys((*findings, *self._found))

    @property
    def findings(self) -> list[Finding]:
        """Return all that was kept."""
        return list(self._found)

    @property
    def faults(self) -> list[Finding]:
        """Return what keeps the site from being published."""
        return [finding for finding in self.findings if finding.is_fault]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the site; return 0 when it stands and 1 when something is to be mended."""
    parser = argparse.ArgumentParser(description="Check and build the site.")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder to write")
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="the configuration")
    options = parser.parse_args(arguments)
    status, _ = build_site(options.site, options.config)
    return status


def build_site(
    place: Path, config: Path = Path("mkdocs.yml"), to_print: Callable[[list[Finding]], list[Finding]] = list
) -> tuple[int, list[Finding]]:
    """Build the site into its place and print what was found; return the exit code and the findings.

    ``to_print`` makes of what was found what is printed, such as what is known of a change.
    """
    site = place.resolve()
    if has_something_else(site):
        finding = Finding(
            "", 0, f"{place} is no site of an earlier build, so it stays", "name another folder"
        )
        print(finding, file=sys.stderr)
        return 1, [finding]
    if other := finding_of_other_brand(place, os.environ):
        print(f"{'' if other.is_fault else 'notice: '}{other}", file=sys.stderr)
        if other.is_fault:
            return 1, [other]
    collector = build_in_place(site, config, is_side_by_side=True)
    found = to_print(collector.findings)
    for finding in sorted(found, key=lambda one: one.is_fault):
        print(finding if finding.is_fault else f"notice: {finding}", file=sys.stderr)
    if collector.faults:
        print(describe_failure(len(faults(found)), place), file=sys.stderr)
        return 1, found
    save_brand_of_site(site, brand_of(os.environ))
    print(f"The site is in {place}/; to look at it, run: {_serve_command(place, os.environ)}")
    if is_on("PREVIEW", os.environ):
        from second_opinion.site import preview  # noqa: PLC0415 (as below)

        print(f"Every component is on the page /{preview.PAGE.removesuffix('index.html')} of it")
    return 0, found


def build_in_place(site: Path, config: Path, *, is_side_by_side: bool = False) -> Collector:
    """Build the site beside its place, and put it there when nothing is wrong; return what was found."""
    site.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        collector = build_into(fresh, config, is_side_by_side=is_side_by_side)
        if not collector.faults:
            _put_in_place(fresh, site)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return collector


def _serve_command(place: Path, environment: Mapping[str, str]) -> str:
    """Return the command that shows the site that was built: its pages cannot be read from disk, without a server.

    It builds the same site in a place of its own, so that a folder that was named for this one is not asked for.
    """
    brand = environment.get("BRAND")
    of_brand = [f"BRAND={shlex.quote(brand)}"] if brand else []
    of_preview = ["PREVIEW=1"] if is_on("PREVIEW", environment) else []
    of_place = [] if place in USUAL_PLACES else ["(it shows the same, and needs no SITE)"]
    return " ".join(["make serve", *of_brand, *of_preview, *of_place])


def has_something_else(site: Path) -> bool:
    """Tell whether a folder holds anything but an earlier site, which the new one must not wipe out."""
    if Path.cwd().is_relative_to(site):
        return True
    return (
        site.exists()
        and not (site / "sitemap.xml").is_file()
        and not (site.is_dir() and not any(site.iterdir()))
    )


def describe_failure(count: int, place: Path) -> str:
    """Return the last line of a build that failed."""
    kept = f"{place}/ is as it was" if place.exists() else "there is no site yet"
    return f"{to_mend(count)}; {kept}"


def build_into(
    folder: Path,
    config_file: Path,
    *,
    is_side_by_side: bool = False,
    texts_of: Callable[[str], bool] | None = None,
) -> Collector:
    """Build all languages into a folder; every fault of both languages and of the whole site is collected.

    ``is_side_by_side`` gives the checks and each language a process: a build alone is ready sooner, but keeps less for
    one after it. ``texts_of`` tells for an address whether the words of that page are wanted, where nothing else is.
    """
    collector = _begin_collecting()
    is_beside = is_side_by_side and is_possible()
    ahead, texts = _begin_beside(config_file.parent) if is_beside else ([], [])
    from second_opinion.commands.side_by_side import SideBySide  # noqa: PLC0415 (as below)

    others = SideBySide(partial(_try_to_build, collector), lambda: collector.findings, ahead, texts)

    def build_all() -> None:
        config = load_config(str(config_file), site_dir=str(folder))
        if is_beside:
            config.extra["side_by_side"] = others
            keep_nothing_for_later_builds()  # this process ends with this one
        if texts_of is not None:
            config.extra["texts_of"] = texts_of
        config.plugins.on_startup(command="build", dirty=False)
        build(config)

    try:
        _try_to_build(collector, build_all)
        _try_to_build(collector, lambda: collector.put_first(others.findings_of_checks()))
    finally:
        others.end()
    return collector


def _begin_collecting() -> Collector:
    """Return what hears from now on what MkDocs and the hooks say, which is printed nowhere else."""
    warnings.simplefilter("ignore")  # libraries speak to programmers here, and nobody listens
    collector = Collector()
    log = logging.getLogger("mkdocs")
    log.setLevel(logging.INFO)
    log.propagate = False
    log.handlers = [collector]
    return collector


def _begin_beside(root: Path) -> tuple[list[Started], list[Started]]:
    """Return the process that makes what nothing has to be read for, and then the one that checks each text."""
    gc.disable()  # until all is read, of which next to nothing can go
    ahead = start("templates and scripts", send_made_ahead, root)
    # This brings the rest of the program, which takes a quarter of a build: what needs none of it is made meanwhile.
    from second_opinion.commands.texts_beside import begin_texts  # noqa: PLC0415

    return [ahead], [begin_texts(root.absolute())]


def send_made_ahead(root: Path, sending: Connection) -> None:
    """Send what is made of the templates and scripts of a project."""
    sending.send(make_ahead(root))


def _try_to_build(collector: Collector, build_it: Callable[[], None]) -> bool:
    """Build, and collect what stops it; tell whether nothing did."""
    try:
        build_it()
    except Abort:
        return False  # what stopped it has been logged
    except MkDocsException as error:
        collector.add(Finding("", 0, str(error), ""))
        return False
    except Exception as error:  # the last net: an editor must never meet a stack trace
        if os.environ.get("DEBUG"):
            raise
        collector.add(fault_of_error(error, "built the site", collector.stopped_at))
        return False
    return True


def _put_in_place(fresh: Path, site: Path) -> None:
    """Put a finished site in the place of the last one; at no moment is there a half-written one."""
    fresh.chmod(0o755)
    old = site.with_name(f".{site.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    status = run_command(main, "built the site")
    os._exit(status)  # to take apart all that was read would take a while, and nothing is left to be written
