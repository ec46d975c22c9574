"""Languages side by side: each further one is built by a process of its own while this one builds the first.

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
from second_opinion.site.finishing import Outline

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


class SideBySide:
    """The further languages of a build; ``attempt`` builds one, and tells whether nothing stopped that."""

    def __init__(self, attempt: Attempt, found: Callable[[], Sequence[Finding]]) -> None:
        """Start with no process; ``found`` returns all findings so far."""
        self._attempt, self._found = attempt, found
        self._started: list[tuple[str, BaseProcess, Connection]] = []

    def begin(self, config: MkDocsConfig, languages: Sequence[str]) -> None:
        """Let a process build each of the languages; its folder for the site is this one's."""
        gc.freeze()  # what was read stays to the end, and looking through it would copy the memory that processes share
        context = multiprocessing.get_context("fork")
        for lang in languages:
            receiving, sending = context.Pipe(duplex=False)
            process = context.Process(target=self._build, args=(config, lang, sending), daemon=True)
            process.start()
            sending.close()  # so that receiving ends where the process does
            self._started.append((lang, process, receiving))

    def _build(self, config: MkDocsConfig, lang: str, sending: Connection) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the first process hears it, and ends this one
        plugin: Any = config.plugins["i18n"]
        plugin.building, plugin.current_language = True, lang
        utils.clean_directory = lambda directory: None  # noqa: ARG005 (the other languages write there too)
        is_whole = self._attempt(lambda: build(config))
        run, read = config.extra["run"], config.extra["pages_read"]
        findings = [*self._found(), *run.project.missed_words()]
        sending.send(Built(is_whole, run.outlines, read.outlines, read.is_sound, findings))

    def built(self) -> Iterator[Built]:
        """Yield what became of each language, in their order."""
        for lang, process, receiving in self._started:
            try:
                yield receiving.recv()
            except EOFError:
                process.join()
                ended = f"the process for '{lang}' ended with {process.exitcode}"
                raise ChildProcessError(ended) from None

    def end(self) -> None:
        """End what still runs."""
        for _, process, receiving in self._started:
            process.terminate()
            process.join()
            receiving.close()


def is_possible() -> bool:
    """Tell whether this process can be copied, and there is a processor for the copy."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1
