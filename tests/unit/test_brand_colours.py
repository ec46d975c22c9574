"""Colours of a brand: whatever is chosen can be read, in light and dark."""

from __future__ import annotations

import colorsys
import random
import re

import pytest

from second_opinion.brand import colours as brand_colours
from second_opinion.brand.colours import (
    FOCUS_ON,
    MODES,
    PART,
    check_colours,
    focus_contrast,
    read_tokens,
    shades,
    unreadable_pairs,
)
from second_opinion.brand.look import Colours
from second_opinion.core.validation import read_yaml
from second_opinion.project import project as files
from second_opinion.site.preview import shown_pairs, states
from support import ROOT

TOKENS = read_tokens((ROOT / files.TOKENS).read_text("utf-8"))
COLOURS = [
    "#{:02x}{:02x}{:02x}".format(
        *(round(part * 255) for part in colorsys.hls_to_rgb(hue / 8, light / 10, 0.8))
    )
    for hue in range(8)
    for light in (1, 5, 8)
]


def test_the_neutral_colours_can_be_read_in_light_and_dark() -> None:
    for mode in MODES:
        assert unreadable_pairs(TOKENS[mode]) == []
        assert min(focus_contrast(TOKENS[mode], ground) for ground in FOCUS_ON) >= PART


@pytest.mark.parametrize("main", COLOURS)
def test_every_shade_of_an_accepted_colour_can_be_read_and_a_refused_one_gets_one_that_is_accepted(
    main: str,
) -> None:
    document = read_yaml("look: {}\n", "brand.yml")
    found = check_colours(document, Colours(main=main), TOKENS)
    for finding in found:
        main = finding.do.split("'")[1]
    assert check_colours(document, Colours(main=main), TOKENS) == []
    own = shades(Colours(main=main), TOKENS)
    for mode in MODES:
        tokens = TOKENS[mode] | own[mode]
        assert unreadable_pairs(tokens) == []
        assert min(focus_contrast(tokens, ground) for ground in FOCUS_ON) >= PART


def test_any_two_colours_are_judged_in_a_bounded_number_of_steps_and_what_is_advised_is_accepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []

    def contrast(front: str, ground: str) -> float:
        looked.append(front)
        return measure(front, ground)

    measure = brand_colours.contrast
    monkeypatch.setattr(brand_colours, "contrast", contrast)
    document = read_yaml("look: {}\n", "brand.yml")
    draw, most, refused = random.Random(1), 0, 0  # noqa: S311 (nothing is kept secret)
    for _ in range(300):
        colours = Colours(main=f"#{draw.randrange(1 << 24):06x}", tint=f"#{draw.randrange(1 << 24):06x}")
        looked.clear()
        found = check_colours(document, colours, TOKENS)
        most, refused = max(most, len(looked)), refused + bool(found)
        for finding in found:
            key, advised = finding.wrong.split("'")[1].rpartition(".")[2], finding.do.split("'")[1]
            colours = colours.model_copy(update={key: advised})
        assert len(found) <= 2
        if len(found) == 1 and "colours.main" in found[0].wrong:
            assert check_colours(document, colours, TOKENS) == []
    assert refused > 0
    assert most < 1000


@pytest.mark.parametrize(
    ("main", "tint"), [("#e17000", "#fff2e5"), ("#777777", "#ffffff"), ("#00a3e0", "#e5f6fc")]
)
def test_a_main_colour_that_no_tint_can_mend_is_told_in_one_line_about_the_main_colour(
    main: str, tint: str
) -> None:
    document = read_yaml("look: {}\n", "brand.yml")
    (finding,) = check_colours(document, Colours(main=main, tint=tint), TOKENS)
    assert finding.wrong.startswith(f"'look.colours.main' is '{main}'")
    assert check_colours(document, Colours(main=finding.do.split("'")[1], tint=tint), TOKENS) == []


def test_every_colour_that_the_stylesheets_use_together_is_measured() -> None:
    names = {entry.pair for entry in shown_pairs(TOKENS)}
    styles = "".join(file.read_text("utf-8") for file in (ROOT / "overrides").rglob("*.css"))
    together = set()
    for rule in re.findall(r"\{([^{}]*)\}", styles):
        front = re.search(r"(?<![\w-])color: var\(--([a-z-]+)\)", rule)
        ground = re.search(r"background: var\(--([a-z-]+)\)", rule)
        if front and ground:
            together.add(f"{front.group(1)} on {ground.group(1)}")
    assert together - names == set()


def test_a_state_under_the_pointer_can_be_shown_by_a_class() -> None:
    style = (
        "/* a:hover */ a:hover { color: red } @media print { b:hover { color: blue } } i:focus-visible{top:0}"
    )
    assert states(style).startswith("a.is-hover { color: red }\ni.is-focus {top:0}\n")
