"""Run a command, and write what it took into a file: ``python upkeep/measured.py FILE COMMAND ...``.

A process counts the memory of the one that started it as its own peak, so a small one has to start it.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path


def main(file: str, *command: str) -> int:
    """Run the command; return its exit code."""
    start = time.perf_counter()
    status = subprocess.run(command, check=False).returncode
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    megabytes = used.ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)
    figures = {
        "seconds": seconds,
        "of_processors": used.ru_utime + used.ru_stime,
        "megabytes": megabytes,
    }
    Path(file).write_text(json.dumps(figures), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
