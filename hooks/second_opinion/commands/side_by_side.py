"""Side by side: a process checks what was read, and each further language has one, while this one builds the first.

static-i18n builds them one after the other, inside the build of the first. That is what happens where a process cannot
be copied, or there is one processor.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from mkdocs import utils
from mkdocs.commands.build import build
from msgspec import Struct

from second_opinion.commands.processes import Started, start
from second_opinion.commands.texts_beside import LATER
from second_opinion.core.findings import Finding
from second_opinion.links.finished_site import FinishedPage
from second_opinion.project.checks_of_texts import check_text
from second_opinion.site.finished_bodies import Outline
from second_opinion.site.run import log_told

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

Attempt = Callable[[Callable[[], None]], bool]


class Built(Struct, frozen=True):
    """What a process made of a language: what the whole site needs to know of its pages, and what was found."""

    is_whole: bool
    outlines: Mapping[tuple[str, str], Outline]
    pages_read: Mapping[str, FinishedPage]
    is_sound: bool
    findings: Sequence[Finding]


class SideBySide:
    """The checks and the further languages of a build; ``attempt`` does one, and tells whether nothing stopped it."""

    def __init__(
        self,
        attempt: Attempt,
        found: Callable[[], Sequence[Finding]],
        ahead: Sequence[Started] = (),
        texts: Sequence[Started] = (),
    ) -> None:
        """Start no process; ``found`` returns all findings so far.

        ``ahead`` makes what needs nothing to be read, and ``texts`` checks each text.
        """
        self._attempt, self._found, self._ahead, self._texts = attempt, found, ahead, texts
        self._checks: list[Started] = []
        self._languages: list[Started] = []

    def begin(self, config: MkDocsConfig, languages: Sequence[str]) -> None:
        """Let a process check what was read, and one build each of the languages; its folder is this one's."""
        for ahead in self._ahead:
            ahead.result().take_in()
        gc.freeze()  # what was read stays to the end, and looking through it would copy the memory that processes share
        gc.enable()
        self._checks = [start("the checks", self._check, config)]
        self._languages = [start(f"'{lang}'", self._build, config, lang) for lang in languages]

    def _check(self, config: MkDocsConfig, sending: Connection) -> None:
        os.nice(LATER)  # the pages go before: when they are there, the first process still has work to do
        run = config.extra["run"]
        for texts in self._texts:
            with suppress(EOFError):  # a text of which nothing was sent is checked here
                check_text.take_in(texts.receiving.recv())
        self._attempt(lambda: log_told(run))
        sending.send([*self._found(), *run.project.check_missed_words()])

    def _build(self, config: MkDocsConfig, lang: str, sending: Connection) -> None:
        plugin: Any = config.plugins["i18n"]
        plugin.building, plugin.current_language = True, lang
        utils.clean_directory = lambda directory: None  # noqa: ARG005 (the other languages write there too)
        is_whole = self._attempt(lambda: build(config))
        run, read = config.extra["run"], config.extra["pages_read"]
        findings = [*self._found(), *run.project.check_missed_words()]
        sending.send(Built(is_whole, run.outlines, read.outlines, read.is_sound, findings))

    def findings_of_checks(self) -> list[Finding]:
        """Return what the checks found; nothing where they have not begun."""
        return [finding for checks in self._checks for finding in checks.result()]

    def built(self) -> Iterator[Built]:
        """Yield what became of each language, in their order."""
        for language in self._languages:
            yield language.result()

    def end(self) -> None:
        """End what still runs."""
        gc.enable()  # also where nothing could be read
        for one in (*self._ahead, *self._texts, *self._checks, *self._languages):
            one.end()
