"""A key of brand.yml at the wrong place: the message says where it belongs, whichever key it is."""

from __future__ import annotations

import pytest

from second_opinion.brand.brand_keys import Key, all_keys
from second_opinion.brand.model import Brand, read_brand
from second_opinion.core.findings import word_meant
from second_opinion.core.refusals import allowed_keys, known_at
from second_opinion.core.validation import read_by_key

from .making import DAY

START = "name: {nl: Test, en: Trial}\nsite_url: https://house.example\n"
KEYS = all_keys({})
IN_GROUPS = [key for key in KEYS if len(key.path) == 2 and not key.is_in_list]
GROUPS = list(dict.fromkeys(key.path[0] for key in IN_GROUPS))
AT_THE_MARGIN = allowed_keys(Brand)


def told_of(said: str) -> list[str]:
    """Return what is wrong with a brand.yml that says this from its third line on, each with its line."""
    return [str(one) for one in read_brand(read_by_key(START + said, "brand.yml"), today=DAY)[1]]


def neighbour_of(key: Key, group: str) -> str:
    """Return a line of another key in a group."""
    one = next(other for other in IN_GROUPS if other.path[0] == group and other.path[1] != key.path[1])
    return f"  {one.path[1]}: {one.example or 'true'}"


def lines_with(key: Key, group: str, spaces: int) -> str:
    """Return the lines of a group in which a key stands last, with so many spaces before it."""
    return f"{group}:\n{neighbour_of(key, group)}\n{' ' * spaces}{key.path[1]}: {key.example or 'true'}\n"


def is_told(said: str, line: int, *words: str) -> bool:
    """Tell whether a line is told with one of these words."""
    return any(
        told.startswith(f"brand.yml:{line}: ") and any(one in told for one in words) for told in told_of(said)
    )


@pytest.mark.parametrize("name", GROUPS)
def test_a_key_with_a_space_too_few_or_too_many_is_told_with_its_group_and_which_it_is(name: str) -> None:
    misled = []
    for key in (key for key in IN_GROUPS if key.path[0] == name and len(known_at(Brand, (name,))) > 1):
        few, many = told_of(lines_with(key, name, 1)), told_of(lines_with(key, name, 3))
        is_at_margin_too = key.path[1] in AT_THE_MARGIN
        told_few = (
            f"an odd number of spaces stands before '{key.path[1]}'; put one more there to have it below '{name}', "
            "or take one away to have it at the margin"
            if is_at_margin_too
            else f"one space too few stands before '{key.path[1]}', which belongs below '{name}'; put one more there"
        )
        told_many = (
            f"one space too many stands before '{key.path[1]}', which belongs below '{name}'; take it away"
        )
        misled += [few] if f"brand.yml:5: {told_few}" not in few else []
        misled += [many] if f"brand.yml:5: {told_many}" not in many else []
    assert misled == []


def test_a_key_of_a_group_at_the_margin_is_told_with_its_group() -> None:
    elsewhere = [key for key in IN_GROUPS if key.path[1] not in AT_THE_MARGIN]
    misled = [
        key.dotted
        for key in elsewhere
        if len(known_at(Brand, (key.path[0],))) > 1
        and not is_told(
            lines_with(key, key.path[0], 0), 5, f"it belongs below '{key.path[0]}', with two spaces"
        )
    ]
    assert (len(elsewhere) > 50, misled) == (True, [])


def test_a_key_below_the_wrong_group_is_told_with_its_own_also_where_that_stands_there() -> None:
    misled = []
    for key in IN_GROUPS:
        group, name = key.path
        own = f"{group}:\n{neighbour_of(key, group)}\n" if len(known_at(Brand, (group,))) > 1 else ""
        for other in GROUPS:
            known = known_at(Brand, (other,))
            if name in known or word_meant(name, known) or len(known) == 1:
                continue
            said = f"{lines_with(key, other, 2)}{own}"
            misled += [] if is_told(said, 5, f"'{group}'") else [(key.dotted, other)]
    assert misled == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "referral:\n  by: [gp]\n file: {by: [you]}",
            "5: one space too many stands before 'file', which belongs at the margin; take it away",
        ),
        (
            "referral:\n  by: [gp]\n   file: {by: [you]}",
            "5: 'file' does not belong here; put it at the margin, with no space before it",
        ),
        (
            "referral:\n  by: [gp]\n video: true",
            "5: 'video' does not belong here; it belongs below 'appointment', with two spaces before it",
        ),
        (
            "referral:\n required: true\n  by: [gp]",
            "4: one space too few stands before 'required', which belongs below 'referral'; put one more there",
        ),
        (
            "referral:\n   by: [gp]\n  required: true",
            "4: one space too many stands before 'by', which belongs below 'referral'; take it away",
        ),
        (
            "review:\n  status:\n    phone: 000 000 00 00\n   hours: {nl: altijd, en: always}",
            "6: one space too few stands before 'hours', which belongs below 'review.status'; put one more there",
        ),
        (
            "review:\n  status:\n    phone: 000 000 00 00\n   confirmation: true",
            "6: one space too many stands before 'confirmation', which belongs below 'review'; take it away",
        ),
        (
            "papers:\n  - title: {nl: Folder, en: Leaflet}\n   code: AB-1",
            "5: one space too few stands before 'code', which belongs below 'papers'; put one more there",
        ),
        (
            "papers:\n  - title: {nl: Folder, en: Leaflet}\n     code: AB-1",
            "5: one space too many stands before 'code', which belongs below 'papers'; take it away",
        ),
        (
            "referral:\n  by: [gp]\n nonsense: true",
            "5: one space too many stands before this key; take it away",
        ),
        (
            "review:\n  working_days:10",
            "4: no space stands behind the colon of 'working_days:10'; write working_days: 10",
        ),
        ("referral:\n  by:[gp]", "4: no space stands behind the colon of 'by:[gp]'; write by: [gp]"),
        (
            "review:\n  status:\n    phone:000 000 00 00  # of the desk",
            "5: no space stands behind the colon of 'phone:000 000 00 00'; write phone: 000 000 00 00",
        ),
    ],
)
def test_the_first_line_to_mend_is_told_alone(said: str, told: str) -> None:
    assert told_of(f"{said}\n") == [f"brand.yml:{told}"]


def test_each_of_several_keys_without_a_space_is_told_at_its_line_and_its_value_is_checked_too() -> None:
    assert told_of("review:\n  working_days:soon\n  confirmation:true\n") == [
        "brand.yml:4: no space stands behind the colon of 'working_days:soon'; write working_days: soon",
        "brand.yml:5: no space stands behind the colon of 'confirmation:true'; write confirmation: true",
        "brand.yml:4: 'review.working_days' is 'soon', which does not fit; write a whole number, like 5",
    ]
