"""Data classes of our own are those of the library, only made sooner."""

from __future__ import annotations

import dataclasses
import re

import pytest

from second_opinion.core import values
from support import ROOT


def made_by(make: object) -> type:
    """Return a class with every kind of field."""

    class Thing:
        """A thing."""

        name: str
        parts: tuple[str, ...] = ()
        seen: int = dataclasses.field(default=0, compare=False)
        secret: str = dataclasses.field(default="", repr=False)

    made: type = make(Thing)  # type: ignore[operator]
    return made


OURS, THEIRS = (made_by(one.dataclass(frozen=True)) for one in (values, dataclasses))


@pytest.mark.parametrize("given", [("a",), ("a", ("b",)), ("a", ("b",), 3), ("a", (), 0, "c")])
def test_a_value_is_shown_compared_and_hashed_as_in_the_library(given: tuple[object, ...]) -> None:
    ours, theirs = OURS(*given), THEIRS(*given)
    assert repr(ours) == repr(theirs)
    assert hash(ours) == hash(theirs)
    assert [ours == OURS(*other) for other in (given, ("a",), ("b",))] == [
        theirs == THEIRS(*other) for other in (given, ("a",), ("b",))
    ]
    assert ours != theirs
    assert dataclasses.replace(ours, name="z") == OURS("z", *given[1:])


def test_what_has_no_value_of_its_own_is_itself_alone() -> None:
    alone = made_by(values.dataclass(frozen=True, eq=False))
    one = alone("a")
    assert one != alone("a")
    assert {one: 1}[one] == 1


def test_the_rooms_that_a_build_loads_make_their_data_classes_so() -> None:
    rooms = ("core", "data", "texts", "brand", "project", "site", "links")
    wrong = [
        f"{room}/{module.name}"
        for room in rooms
        for module in (ROOT / "hooks/second_opinion" / room).glob("*.py")
        if module.stem != "values"
        if re.search(r"^from dataclasses import .*\bdataclass\b", module.read_text("utf-8"), re.MULTILINE)
    ]
    assert not wrong, "import dataclass from core/values.py there"
