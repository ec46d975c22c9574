"""Every shade of a brand, derived from its colours for light and dark, and the contrast of each pair that is used.

The tokens of overrides/assets/stylesheets/site/tokens.css are the starting point; a brand puts its own in their place.
Contrast is that of WCAG 2.2: 4.5 for text, 3 for borders and other parts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct

from second_opinion.brand.look import Colours
from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding
from second_opinion.core.validation import YamlDocument

if TYPE_CHECKING:
    from coloraide import Color

Tokens = Mapping[str, str]

TEXT, PART = 4.5, 3.0
STEP = 0.004  # in the lightness of OKLCH: less than anyone sees
TOKEN = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{3,6})\s*;")
DARK = re.compile(r"@media screen and \(prefers-color-scheme: dark\)\s*\{(.*?)\n\}", re.DOTALL)
MODES = ("light", "dark")
WHITE = "#ffffff"


class Pair(Struct, frozen=True):
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
MAIN_TOKENS = frozenset({"brand", "brand-strong", "on-brand"})
MADE = {"foot": frozenset({"foot", "on-foot"}), "tint": frozenset({"brand-tint", "brand-tint-deep"})}
FOCUS_ON = ("paper", "sand", "brand-tint", "brand", "brand-strong", "foot", "warn-tint")


def read_tokens(stylesheet: str) -> dict[str, dict[str, str]]:
    """Return the colours of a stylesheet by mode and name; the dark ones start from the light ones."""
    dark = DARK.search(stylesheet)
    inside = dark.group(1) if dark else ""
    light = dict(TOKEN.findall(stylesheet.replace(inside, "") if inside else stylesheet))
    return {"light": light, "dark": light | dict(TOKEN.findall(inside))}


def _colour(value: str) -> Color:
    from coloraide import Color  # noqa: PLC0415 (takes a tenth of a build, which most brands can save)

    return Color(value)


def as_hex(written: str) -> str | None:
    """Return a colour as "#rrggbb", however CSS writes it; None for what is no colour."""
    try:
        return _colour(written).convert("srgb").fit().to_string(hex=True, alpha=False)
    except ValueError:
        return None


def contrast(front: str, ground: str) -> float:
    """Return the contrast of two colours by WCAG 2.2: 1 for equal ones, 21 for black and white."""
    darker, lighter = sorted((_luminance(front), _luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


@cached
def _luminance(colour: str) -> float:
    return _colour(colour).luminance()


def shades(colours: Colours, tokens: Mapping[str, Tokens]) -> dict[str, dict[str, str]]:
    """Return the tokens that a brand puts in the place of those of the stylesheet, by mode."""
    return {
        "light": _light_shades(colours, tokens["light"]),
        "dark": _dark_shades(colours, tokens["dark"]),
    }


def _light_shades(colours: Colours, tokens: Tokens) -> dict[str, str]:
    tint = colours.tint or _shade(colours.main, lightness=0.955, most_chroma=0.022)
    foot = colours.foot or _shade(colours.main, lightness=_lightness(colours.main) * 0.75)
    return {
        "brand": colours.main,
        "brand-strong": _shade(colours.main, lightness=_lightness(colours.main) * 0.76),
        "brand-tint": tint,
        "brand-tint-deep": _shade(tint, lightness=_lightness(tint) - 0.035, most_chroma=0.04),
        "on-brand": WHITE,
        "foot": foot,
        "on-foot": max((WHITE, tokens["ink"]), key=lambda words: contrast(words, foot)),
    }


def _dark_shades(colours: Colours, tokens: Tokens) -> dict[str, str]:
    """Return shades for the dark that pass by themselves: each is made lighter until it does."""
    tint = _shade(colours.tint or colours.main, lightness=0.29, most_chroma=0.035)
    foot = _shade(colours.foot or colours.main, lightness=0.17, most_chroma=0.015)
    grounds = [tint, *(tokens[name] for name in ("paper", "sand", "warn-tint"))]
    on_brand = _shade(colours.main, lightness=0.24, most_chroma=0.05)

    def lighter(start: float) -> str:
        steps = (start + step * STEP for step in range(ceil((1 - start) / STEP) + 1))
        tried = (_shade(colours.main, lightness=lightness, most_chroma=0.1) for lightness in steps)
        return next((shade for shade in tried if is_read_on(shade)), WHITE)

    def is_read_on(shade: str) -> bool:
        return all(contrast(shade, ground) >= TEXT for ground in (*grounds, on_brand))

    return {
        "brand": lighter(0.8),
        "brand-strong": lighter(0.89),
        "brand-tint": tint,
        "brand-tint-deep": _shade(tint, lightness=0.335, most_chroma=0.045),
        "on-brand": on_brand,
        "foot": foot,
        "on-foot": tokens["on-foot"],
    }


@cached
def _lightness(colour: str) -> float:
    return float(_colour(colour).convert("oklch")["lightness"])


@cached
def _shade(colour: str, *, lightness: float, most_chroma: float = 0.4) -> str:
    """Return a colour of the same hue, with another lightness and at most a chroma, as a screen can show it."""
    shade = _colour(colour).convert("oklch")
    shade["lightness"] = min(max(lightness, 0.0), 1.0)
    shade["chroma"] = min(shade["chroma"], most_chroma)
    return shade.convert("srgb").fit().to_string(hex=True)


def unreadable_pairs(tokens: Tokens, pairs: Collection[Pair] = PAIRS) -> list[tuple[Pair, float]]:
    """Return the pairs whose contrast is too low, with that contrast, the worst first."""
    measured = [(pair, contrast(tokens[pair.front], tokens[pair.ground])) for pair in PAIRS if pair in pairs]
    return sorted(
        ((pair, ratio) for pair, ratio in measured if ratio < pair.least),
        key=lambda found: found[1] / found[0].least,
    )


def focus_contrast(tokens: Tokens, ground: str) -> float:
    """Return the contrast of the ring around what has the focus: the better one of its two colours."""
    return max(contrast(tokens[ring], tokens[ground]) for ring in ("focus", "focus-ring"))


def check_colours(document: YamlDocument, colours: Colours, tokens: Mapping[str, Tokens]) -> list[Finding]:
    """Find the colours of a brand with which something cannot be read: the worst pair, and a colour that passes.

    The main colour is looked at first. A pair of main colour and tint that fails is reported at the main colour where
    that fails by itself, and else at the tint, as a main colour that passes always has a tint that does.
    """
    foot, tint = (_pairs_with(names) if getattr(colours, key) else set() for key, names in MADE.items())
    together = tint & _pairs_with(MAIN_TOKENS)
    alone = _pairs_with(MAIN_TOKENS.union(*MADE.values())) - foot - tint
    of_foot = _fault_of_pair(document, colours, tokens, "foot", foot, foot)
    of_main = _fault_of_pair(document, colours, tokens, "main", alone, alone | together)
    of_tint = _fault_of_pair(document, colours, tokens, "tint", tint - together if of_main else tint, tint)
    return [finding for finding in (of_foot, of_main, of_tint) if finding]


def _pairs_with(names: Collection[str]) -> set[Pair]:
    return {pair for pair in PAIRS if pair.front in names or pair.ground in names}


def _fault_of_pair(
    document: YamlDocument,
    colours: Colours,
    tokens: Mapping[str, Tokens],
    key: str,
    judged: Collection[Pair],
    wanted: Collection[Pair],
) -> Finding | None:
    """Return the fault of a colour whose worst pair cannot be read; the colour to take passes all that is wanted."""
    worst = _worst_pair(colours, tokens, judged)
    if worst is None:
        return None
    pair, ratio = worst
    nearest = _nearest_readable(colours, tokens, key, wanted) or _nearest_readable(
        colours, tokens, key, judged
    )
    return Finding(
        document.file,
        document.line("look", "colours", key),
        f"'look.colours.{key}' is '{getattr(colours, key)}': the contrast of {pair.seen} is "
        f"{int(ratio * 100) / 100}, and {pair.least} is needed",
        f"the nearest colour that can be read is '{nearest}'" if nearest else "choose another colour",
    )


def _worst_pair(
    colours: Colours, tokens: Mapping[str, Tokens], pairs: Collection[Pair]
) -> tuple[Pair, float] | None:
    """Return the worst of some pairs, or None where all of them can be read."""
    if not pairs:
        return None
    found = unreadable_pairs({**tokens["light"], **_light_shades(colours, tokens["light"])}, pairs)
    return found[0] if found else None


def _nearest_readable(
    colours: Colours, tokens: Mapping[str, Tokens], key: str, pairs: Collection[Pair]
) -> str | None:
    """Return the colour nearest to the given one, darker or lighter, with which some pairs can be read.

    The way to black and the way to white are halved until the first shade that passes, so this always ends; where
    black and white do not pass either, there is none.
    """
    given: str = getattr(colours, key)
    here = _lightness(given)

    def shade(step: int) -> str:
        return _shade(given, lightness=here + step * STEP)

    def can_be_read(step: int) -> bool:
        return _worst_pair(colours.model_copy(update={key: shade(step)}), tokens, pairs) is None

    found: list[int] = []
    for way, steps in ((-1, ceil(here / STEP)), (1, ceil((1 - here) / STEP))):
        if can_be_read(way * steps):
            found.append(
                way * bisect_left(range(steps), True, lo=1, key=lambda step: can_be_read(way * step))
            )
    return shade(min(found, key=abs)) if found else None


def stylesheet(shades_by_mode: Mapping[str, Tokens] | None, font: str) -> str:
    """Return the stylesheet of a brand: its tokens for light and dark, and its letters."""
    if shades_by_mode is None:
        return font
    light, dark = (
        "".join(f"  --{name}: {value};\n" for name, value in shades_by_mode[mode].items()) for mode in MODES
    )
    return f"{font}:root {{\n{light}}}\n@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{dark}}}\n}}\n"
