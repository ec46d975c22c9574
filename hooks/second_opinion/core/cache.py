"""Caches of answers: a text that has not changed is not read, split or checked a second time.

One process often reads a project many times (`make serve`, a brand after a brand, the tests), and most of its texts are
the same each time. `cached` is for pure functions whose answers nobody changes; with large answers `cached_up_to`, with
long texts of which one build asks once `cached_by_digest`. A `SizedCache` is for what is kept by a key of its own:
rendered and finished bodies. What only a later build would ask for goes with `keep_nothing_for_later_builds`. Answers
that one process works out for another are `handed_over`.
"""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, ParamSpec, TypeVar, cast

MOST_ANSWERS = 20_000  # answers of one function; those not asked for longest go first
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def cached(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Return a function that answers what it was asked before without working it out again; give it values only."""
    return cached_up_to(MOST_ANSWERS)(function)


def cached_up_to(most: int) -> Callable[[Callable[Given, Answer]], Callable[Given, Answer]]:
    """Return the same, with room for only so many answers: for large ones, or those that are asked for again soon."""

    def keep(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
        return cast("Callable[Given, Answer]", functools.lru_cache(most)(function))

    return keep


def cached_by_digest(function: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Return the same for a function of long texts: of these only a digest is kept, beside the answer."""
    kept = SizedCache[Answer](MOST_ANSWERS)

    def answer(*given: Given.args, **named: Given.kwargs) -> Answer:
        if kept.is_closed:
            return function(*given, **named)
        key = _digest(given, named)
        found = kept.get(key)
        if found is None:
            found = function(*given, **named)
            kept.put(key, found, 1)
        return found

    return answer


def _digest(given: Sequence[object], named: Mapping[str, object]) -> str:
    """Return a digest of what was asked: of a text of its characters, of any other value of what it says of itself."""
    digest = hashlib.blake2b(b"%d " % len(given), digest_size=16)
    for value in (*given, *named.items()):
        said = (value if isinstance(value, str) else repr(value)).encode("utf-8", "surrogatepass")
        # What it is and how long keep apart what looks alike: 1 and "1", "ab" before "c" and "a" before "bc".
        digest.update(b"%d %d " % (isinstance(value, str), len(said)))
        digest.update(said)
    return digest.hexdigest()


class HandedOver(Generic[Given, Answer]):
    """A function whose answers another process may have worked out; they are kept by a digest of what was asked."""

    def __init__(self, function: Callable[Given, Answer]) -> None:
        """Start with nothing answered."""
        self._function = function
        self.answers: dict[str, Answer] = {}

    def __call__(self, *given: Given.args, **named: Given.kwargs) -> Answer:
        """Return the answer, which is worked out once."""
        key = _digest(given, named)
        if key not in self.answers:
            self.answers[key] = self._function(*given, **named)
        return self.answers[key]

    def take_in(self, answers: Mapping[str, Answer]) -> None:
        """Take in what another process has answered."""
        self.answers |= answers


def handed_over(function: Callable[Given, Answer]) -> HandedOver[Given, Answer]:
    """Return a function that keeps its answers, and gives and takes those of another process."""
    return HandedOver(function)


_FOR_LATER_BUILDS: list[SizedCache[Any]] = []


def keep_nothing_for_later_builds() -> None:
    """Let go of what only a later build of this process would ask for, and keep nothing more of that."""
    for cache in _FOR_LATER_BUILDS:
        cache.close()


class SizedCache(Generic[Answer]):
    """Answers by key, up to so many characters in all: those that nobody asked for longest are dropped first."""

    def __init__(self, most: int) -> None:
        """Start with nothing kept."""
        self.most = most
        self._kept: dict[str, tuple[Answer, int]] = {}
        self._size = 0
        _FOR_LATER_BUILDS.append(self)

    def get(self, key: str) -> Answer | None:
        """Return what is kept for a key, which is then the last to be dropped."""
        if key not in self._kept:
            return None
        self._kept[key] = found = self._kept.pop(key)
        return found[0]

    def put(self, key: str, answer: Answer, size: int) -> None:
        """Keep an answer of so many characters, in the place of what was kept for its key."""
        if self.is_closed:
            return
        _, before = self._kept.pop(key, (None, 0))
        self._kept[key] = answer, size
        self._size += size - before
        while self._size > self.most:
            _, gone = self._kept.pop(next(iter(self._kept)))
            self._size -= gone

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing is kept any more, so that no key has to be made."""
        return not self.most

    def close(self) -> None:
        """Let go of what is kept, and keep nothing more: nobody will ask for it in this process."""
        self.most = self._size = 0
        self._kept.clear()
