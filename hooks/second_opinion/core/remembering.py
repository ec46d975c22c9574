"""Answers that are kept: a text that has not changed is not read, split or checked a second time.

Only for pure functions whose answers nobody changes. One process often reads a project many times (`make serve`, a
brand after a brand, the tests), and most of its texts are the same each time.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

MOST_KEPT = 20_000  # answers of one function; those not asked for longest go first
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def remembered(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Return a function that answers what it was asked before without working it out again; give it values only."""
    return cast("Callable[Given, Answer]", functools.lru_cache(MOST_KEPT)(function))
