"""A process that has imported the generator and built one site once, and runs each command in a child of its own.

What a child has to read, render or compile it finds where it is the same as in that build, as each brand after the
first one does (`make fleet`). It reads one request a line from standard input, as JSON, and answers each with the
exit code.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import runpy
import sys
import tempfile
import traceback
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from second_opinion.commands.build import build_into

HEAVY = ("mkdocs.__main__", "mkdocs_static_i18n.plugin", "pymdownx.blocks.admonition")


def main() -> None:
    """Run requests until there are no more."""
    for name in HEAVY:
        importlib.import_module(name)
    build_once(Path(sys.argv[1]))
    for line in sys.stdin:
        request = json.loads(line)
        child = os.fork()
        if child == 0:
            os._exit(run(request))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


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
