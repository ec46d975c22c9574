"""Data classes that are made in half the time: a build makes two hundred of them before it reads anything.

For whoever checks types ``dataclass`` is that of the library, so ``frozen`` is held there. At run time nothing is
written to hold it once more, and all share one way to be shown.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(made=None, *, frozen=False, eq=True, **options):
        """Make a data class; the hash of a frozen one is that of its values, as in the library."""
        if made is None:
            return lambda made: dataclass(made, frozen=frozen, eq=eq, **options)
        made = dataclasses.dataclass(made, repr=False, eq=eq, unsafe_hash=frozen and eq, **options)
        made.__repr__ = _shown
        return made


def _shown(value: Any) -> str:
    """Return a value as it is written in Python, as the data classes of the library show themselves."""
    parts = [f"{one.name}={getattr(value, one.name)!r}" for one in dataclasses.fields(value) if one.repr]
    return f"{type(value).__qualname__}({', '.join(parts)})"
