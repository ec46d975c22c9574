"""Build a site while one function fails: ``python -m build.broken MODULE FUNCTION``."""

from __future__ import annotations

import importlib
import sys

from second_opinion.commands.build import main


def fail(*_arguments: object, **_options: object) -> None:
    """Go wrong in a way that nobody foresaw."""
    raise KeyError("id")


if __name__ == "__main__":
    module, name = sys.argv[1:]
    setattr(importlib.import_module(module), name, fail)
    sys.exit(main([]))
