"""A process beside this one, for a part of a command that can be done meanwhile."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from msgspec import Struct


class Started(Struct, frozen=True):
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


def start(purpose: str, task: Callable[..., None], *given: object) -> Started:
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
