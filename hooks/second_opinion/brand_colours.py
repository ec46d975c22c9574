"""Every shade of a brand, derived from its colours for light and dark, and the contrast of each pair that is used.

The tokens of overrides/assets/stylesheets/site.css are the starting point; a brand puts its own in their place.
Contrast is that of WCAG 2.2: 4.5 for text, 3 for borders and other parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from coloraide import Color

from second_opinion.brand_look import Colours
from second_opinion.findings import Finding
from second_opinion.located import Located

Tokens = Mapping[str, str]

TEXT, PART = 4.5, 3.0
STEP = 0.004  # in the lightness of OKLCH: less than anyone sees
TOKEN = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})\s*;")
DARK = re.compile(r"@media screen and \(prefers-color-scheme: dark\)\s*\{(.*?)\n\}", re.DOTALL)
MODES = ("light", "dark")


@dataclass(frozen=True)
class Pair:
    """Two tokens of which one is seen on the other, and the contrast that they need."""

    front: str
    ground: str
    least: float
    seen: str


GROUNDS = {
    "paper": "the page",
    "sand": "the sand-coloured ground",
    "brand-tint": "the tinted ground",
    "warn-tint": "the amber box",
}
PAIRS = (
    *(Pair("brand", ground, TEXT, f"links on {name}") for ground, name in GROUNDS.items()),
    *(
        Pair("brand-strong", ground, TEXT, f"links under the pointer on {name}")
        for ground, name in GROUNDS.items()
    ),
    *(Pair("ink", ground, TEXT, f"text on {name}") for ground, name in GROUNDS.items()),
    Pair("ink", "brand-tint-deep", TEXT, "text on the deeper tint"),
    Pair("ink-soft", "paper", TEXT, "small text on the page"),
    Pair("ink-soft", "sand", TEXT, "small text on the sand-coloured ground"),
    Pair("on-brand", "brand", TEXT, "words on buttons"),
    Pair("on-brand", "brand-strong", TEXT, "words on buttons under the pointer"),
    Pair("on-foot", "foot", TEXT, "words at the foot of the page"),
    Pair("warn", "paper", TEXT, "words about a mistake"),
    Pair("warn", "warn-tint", TEXT, "the title of the amber box"),
    Pair("edge", "paper", PART, "the edge of a field"),
    Pair("edge", "sand", PART, "the edge of a field on sand"),
)
FOCUS_ON = ("paper", "sand", "brand-tint", "brand", "brand-strong", "foot", "warn-tint")


def read_tokens(stylesheet: str) -> dict[str, dict[str, str]]:
    """Return the colours of a stylesheet by mode and name; the dark ones start from the light ones."""
    dark = DARK.search(stylesheet)
    inside = dark.group(1) if dark else ""
    light = dict(TOKEN.findall(stylesheet.replace(inside, "") if inside else stylesheet))
    return {"light": light, "dark": light | dict(TOKEN.findall(inside))}


def contrast(front: str, ground: str) -> float:
    """Return the contrast of two colours by WCAG 2.2: 1 for equal ones, 21 for black and white."""
    return Color(front).contrast(ground, method="wcag21")


def shades(colours: Colours, tokens: Mapping[str, Tokens]) -> dict[str, dict[str, str]]:
    """Return the tokens that a brand puts in the place of those of the stylesheet, by mode."""
    return {
        "light": _light(colours, tokens["light"]),
        "dark": _dark(colours, tokens["dark"]),
    }


def _light(colours: Colours, tokens: Tokens) -> dict[str, str]:
    tint = colours.tint or _shade(colours.main, lightness=0.955, most_chroma=0.022)
    foot = colours.foot or _shade(colours.main, lightness=_lightness(colours.main) * 0.75)
    return {
        "brand": colours.main,
        "brand-strong": _shade(colours.main, lightness=_lightness(colours.main) * 0.76),
        "brand-tint": tint,
        "brand-tint-deep": _shade(tint, lightness=_lightness(tint) - 0.035, most_chroma=0.04),
        "on-brand": "#ffffff",
        "foot": foot,
        "on-foot": max(("#ffffff", tokens["ink"]), key=lambda words: contrast(words, foot)),
    }


def _dark(colours: Colours, tokens: Tokens) -> dict[str, str]:
    """Return shades for the dark that pass by themselves: each is made lighter until it does."""
    tint = _shade(colours.tint or colours.main, lightness=0.29, most_chroma=0.035)
    foot = _shade(colours.foot or colours.main, lightness=0.17, most_chroma=0.015)
    grounds = [tint, *(tokens[name] for name in ("paper", "sand", "warn-tint"))]
    on_brand = _shade(colours.main, lightness=0.24, most_chroma=0.05)

    def lighter(start: float) -> str:
        return next(
            shade
            for step in count()
            if all(
                contrast(
                    shade := _shade(colours.main, lightness=start + step * STEP, most_chroma=0.1), ground
                )
                >= TEXT
                for ground in (*grounds, on_brand)
            )
        )

    return {
        "brand": lighter(0.8),
        "brand-strong": lighter(0.89),
        "brand-tint": tint,
        "brand-tint-deep": _shade(tint, lightness=0.335, most_chroma=0.045),
        "on-brand": on_brand,
        "foot": foot,
        "on-foot": tokens["on-foot"],
    }


def _lightness(colour: str) -> float:
    return float(Color(colour).convert("oklch")["lightness"])


def _shade(colour: str, *, lightness: float, most_chroma: float = 0.4) -> str:
    """Return a colour of the same hue, with another lightness and at most a chroma, as a screen can show it."""
    shade = Color(colour).convert("oklch")
    shade["lightness"] = min(max(lightness, 0.0), 1.0)
    shade["chroma"] = min(shade["chroma"], most_chroma)
    return shade.convert("srgb").fit().to_string(hex=True)


def unreadable(tokens: Tokens) -> list[tuple[Pair, float]]:
    """Return the pairs whose contrast is too low, with that contrast, the worst first."""
    measured = [(pair, contrast(tokens[pair.front], tokens[pair.ground])) for pair in PAIRS]
    return sorted(
        ((pair, ratio) for pair, ratio in measured if ratio < pair.least),
        key=lambda found: found[1] / found[0].least,
    )


def focus_contrast(tokens: Tokens, ground: str) -> float:
    """Return the contrast of the ring around what has the focus: the better one of its two colours."""
    return max(contrast(tokens[ring], tokens[ground]) for ring in ("focus", "focus-ring"))


def check_colours(located: Located, colours: Colours, tokens: Mapping[str, Tokens]) -> list[Finding]:
    """Find the colours of a brand with which something cannot be read: the worst pair, and a colour that passes."""
    findings = []
    for key, keep in (("foot", {"foot"}), ("tint", {"brand-tint", "brand-tint-deep"}), ("main", set())):
        if getattr(colours, key) is None:
            continue
        wrong = _worst(colours, tokens, key, keep)
        if wrong is None:
            continue
        pair, ratio = wrong
        given = getattr(colours, key)
        nearest = _nearest(colours, tokens, key, keep)
        findings.append(
            Finding(
                located.file,
                located.line("look", "colours", key),
                f"'look.colours.{key}' is '{given}': {pair.seen} ({pair.front} on {pair.ground}) have a contrast of "
                f"{int(ratio * 100) / 100}, and {pair.least} is needed",
                f"the nearest colour that can be read is '{nearest}'",
            )
        )
    return findings


def _worst(
    colours: Colours, tokens: Mapping[str, Tokens], key: str, keep: set[str]
) -> tuple[Pair, float] | None:
    """Return the worst pair that one of the given colours answers for, or None where all can be read."""
    own = {name for name in ("foot", "tint") if getattr(colours, name)}
    others = {"foot": {"foot", "on-foot"}, "tint": {"brand-tint", "brand-tint-deep"}}
    not_mine = set().union(*(others[name] for name in own if name != key))
    made = {**tokens["light"], **_light(colours, tokens["light"])}
    for pair, ratio in unreadable(made):
        names = {pair.front, pair.ground}
        if key == "main" and not names & not_mine:
            return pair, ratio
        if key != "main" and names & keep:
            return pair, ratio
    return None


def _nearest(colours: Colours, tokens: Mapping[str, Tokens], key: str, keep: set[str]) -> str:
    """Return the colour nearest to the given one, darker or lighter, with which everything can be read."""
    given: str = getattr(colours, key)
    for distance in count(1):
        for shade in _beside(given, distance * STEP):
            if _worst(colours.model_copy(update={key: shade}), tokens, key, keep) is None:
                return shade
    raise AssertionError  # black on white, and white on black, can always be read


def _beside(colour: str, distance: float) -> Iterator[str]:
    here = _lightness(colour)
    if here - distance >= 0:
        yield _shade(colour, lightness=here - distance)
    if here + distance <= 1:
        yield _shade(colour, lightness=here + distance)


def stylesheet(shades_by_mode: Mapping[str, Tokens] | None, font: str) -> str:
    """Return the stylesheet of a brand: its tokens for light and dark, and its letters."""
    if shades_by_mode is None:
        return font
    light, dark = (
        "".join(f"  --{name}: {value};\n" for name, value in shades_by_mode[mode].items()) for mode in MODES
    )
    return f"{font}:root {{\n{light}}}\n@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
