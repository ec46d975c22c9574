"""Side by side: a process checks what was read, and each further language has one, while this one builds the first.

static-i18n builds them one after the other, inside the build of the first. That is what happens where a process cannot
be copied, or there is one processor.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, Any

from mkdocs import utils
from mkdocs.commands.build import build

from second_opinion.core.findings import Finding
from second_opinion.links.finished_site import FinishedPage
from second_opinion.site.finished_bodies import Outline
from second_opinion.site.run import log_told
from second_opinion.site.templates import COMPILED, compile_own_templates

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

Attempt = Callable[[Callable[[], None]], bool]


@dataclass(frozen=True)
class Built:
    """What a process made of a language: what the whole site needs to know of its pages, and what was found."""

    is_whole: bool
    outlines: Mapping[tuple[str, str], Outline]
    pages_read: Mapping[str, FinishedPage]
    are_sound: bool
    findings: Sequence[Finding]


@dataclass(frozen=True)
class Started:
    """A process, what it is for, and where it sends what became of that."""

    purpose: str
    process: BaseProcess
    receiving: Connection

    def result(self) -> Any:
        """Return what the process sends when it is ready."""
        try:
            return self.receiving.recv()
        except EOFError:
            self.process.join()
            ended = f"the process for {self.purpose} ended with {self.process.exitcode}"
            raise ChildProcessError(ended) from None

    def end(self) -> None:
        """End the process, if it still runs."""
        self.process.terminate()
        self.process.join()
        self.receiving.close()


class SideBySide:
    """The checks and the further languages of a build; ``attempt`` does one, and tells whether nothing stopped it."""

    def __init__(self, attempt: Attempt, found: Callable[[], Sequence[Finding]]) -> None:
        """Start with no process; ``found`` returns all findings so far."""
        self._attempt, self._found = attempt, found
        self._templates: list[Started] = []
        self._checks: list[Started] = []
        self._languages: list[Started] = []

    def begin_templates(self, config: MkDocsConfig) -> None:
        """Let a process compile the templates while this one reads: else each language would do it by itself."""
        self._templates = [_started("the templates", self._compile, config)]

    def _compile(self, config: MkDocsConfig, sending: Connection) -> None:
        sending.send(compile_own_templates(config))

    def begin(self, config: MkDocsConfig, languages: Sequence[str]) -> None:
        """Let a process check what was read, and one build each of the languages; its folder is this one's."""
        for templates in self._templates:
            COMPILED.take_in(templates.result())
        gc.freeze()  # what was read stays to the end, and looking through it would copy the memory that processes share
        self._checks = [_started("the checks", self._check, config)]
        self._languages = [_started(f"'{lang}'", self._build, config, lang) for lang in languages]

    def _check(self, config: MkDocsConfig, sending: Connection) -> None:
        run = config.extra["run"]
        self._attempt(lambda: log_told(run))
        sending.send([*self._found(), *run.project.missed_words()])

    def _build(self, config: MkDocsConfig, lang: str, sending: Connection) -> None:
        plugin: Any = config.plugins["i18n"]
        plugin.building, plugin.current_language = True, lang
        utils.clean_directory = lambda directory: None  # noqa: ARG005 (the other languages write there too)
        is_whole = self._attempt(lambda: build(config))
        run, read = config.extra["run"], config.extra["pages_read"]
        findings = [*self._found(), *run.project.missed_words()]
        sending.send(Built(is_whole, run.outlines, read.outlines, read.are_sound, findings))

    def findings_of_checks(self) -> list[Finding]:
        """Return what the checks found; nothing where they have not begun."""
        return [finding for checks in self._checks for finding in checks.result()]

    def built(self) -> Iterator[Built]:
        """Yield what became of each language, in their order."""
        for language in self._languages:
            yield language.result()

    def end(self) -> None:
        """End what still runs."""
        for one in (*self._templates, *self._checks, *self._languages):
            one.end()


def _started(purpose: str, task: Callable[..., None], *given: object) -> Started:
    """Return a process that does a task, which sends what became of it."""
    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_run_in_child, args=(task, *given, sending), daemon=True)
    process.start()
    sending.close()  # so that receiving ends where the process does
    return Started(purpose, process, receiving)


def _run_in_child(task: Callable[..., None], *given: object) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it, and ends this one
    task(*given)


def is_possible() -> bool:
    """Tell whether this process can be copied, and there is a processor for the copy."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
