"""A process that has imported the generator and built one site once, and runs each command in a child of its own.

What a child has to read, render or compile it finds where it is the same as in that build, as each brand after the
first one does (`make fleet`). All processes of a run of the tests ask it, as soon as it says "ready", each with a line
of JSON through a socket, and get the exit code. It ends with that run.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import runpy
import socketserver
import sys
import tempfile
import traceback
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from second_opinion.commands.build import build_into

HEAVY = ("mkdocs.__main__", "mkdocs_static_i18n.plugin", "pymdownx.blocks.admonition")


class Asked(socketserver.StreamRequestHandler):
    """A request, in a child of its own; the command in another, as it may end its process by itself."""

    def handle(self) -> None:
        """Run what is asked for, and answer with the exit code."""
        request = json.loads(self.rfile.readline())
        command = os.fork()
        if not command:
            os._exit(run(request))
        _, ended = os.waitpid(command, 0)
        self.wfile.write(f"{os.waitstatus_to_exitcode(ended)}\n".encode())


class Starter(socketserver.ForkingMixIn, socketserver.UnixStreamServer):
    """Answers each request in a child."""

    timeout = 1  # seconds, after which it looks whether the tests still run


def main() -> None:
    """Build, and run requests as long as the tests run."""
    root, at, tests = sys.argv[1:]
    for name in HEAVY:
        importlib.import_module(name)
    build_once(Path(root))
    with Starter(at, Asked) as starter:
        print("ready", flush=True)
        while is_running(int(tests)):
            starter.handle_request()
            starter.service_actions()


def is_running(process: int) -> bool:
    """Tell whether a process has not ended."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def build_once(root: Path) -> None:
    """Build a site: a copy of it that is asked for later is mostly the same."""
    with tempfile.TemporaryDirectory() as folder:
        build_into(Path(folder, "site"), root / "mkdocs.yml")
    gc.collect()
    gc.freeze()  # no child looks through all this for what nobody needs, and copies it by that


def run(request: dict[str, Any]) -> int:
    """Run one module as ``python -m`` does, with its output in files, and return its exit code."""
    for number, name in ((0, os.devnull), (1, request["out"]), (2, request["err"])):
        os.dup2(os.open(name, os.O_RDWR | os.O_CREAT), number)
    os.environ.clear()
    os.environ.update(request["env"])
    os.chdir(request["cwd"])
    warnings.simplefilter("ignore")
    status = run_as_main(request["module"], request["arguments"])
    sys.stdout.flush()
    sys.stderr.flush()
    return status


def run_as_main(module: str, arguments: Sequence[str]) -> int:
    """Run a module under the name `__main__`, and return the exit code that the interpreter would give."""
    sys.argv = [module, *arguments]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 (what gets here the interpreter would print, and tests look for it)
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    main()
