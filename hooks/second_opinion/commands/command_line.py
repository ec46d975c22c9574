"""The edge at which every command ends: whatever goes wrong, the person who ran it reads one line.

``DEBUG=1`` lets an error through, for whoever mends the program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from second_opinion.core.errors import fault_of_error
from second_opinion.project.settings import SetUpError


def run_command(command: Callable[[], int | None], what: str) -> int:
    """Run a command, and return its exit code; a setting that is wrong is one line, as is an error nobody foresaw."""
    try:
        status = command() or 0
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # who reads it has enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except Exception as error:  # the last net: an editor must never meet a stack trace
        if os.environ.get("DEBUG"):
            raise
        print(fault_of_error(error, what), file=sys.stderr)
        return 1


def to_mend(count: int) -> str:
    """Return how much is to be mended, in words."""
    return f"{'1 thing is' if count == 1 else f'{count} things are'} to be mended"
