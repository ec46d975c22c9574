"""One page with every component of the site in the colours of a brand, in all states (``make brand-preview``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from second_opinion.brand.brand_keys import Key
from second_opinion.brand.brand_view import BrandView
from second_opinion.brand.colours import FOCUS_ON, MODES, PAIRS, PART, contrast, focus_contrast
from second_opinion.brand.logo import GROUND, ShownLogo
from second_opinion.core.languages import DEFAULT_LANGUAGE, REPORT_LANGUAGE
from second_opinion.site.bars import draw_bar, draw_swatch, segments

PAGE = "preview/index.html"
STYLE = "assets/brand/preview.css"
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ELSEWHERE = re.compile(r"@media (?:\(forced-colors|print)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
STATE = re.compile(r"([^{}]*:(?:hover|focus-visible)[^{}]*)\{([^{}]*)\}")
SWATCHES = (
    "brand", "brand-strong", "brand-tint", "brand-tint-deep", "on-brand", "foot", "on-foot",
    "ink", "ink-soft", "paper", "sand", "line", "edge", "warn", "warn-tint", "focus", "focus-ring",
)  # fmt: skip

BAR_PARTS = ("deductible", "gap", "open", "insurer")


class ShownPair(Struct, frozen=True):
    """A pair of colours that is used: where it is seen, what it needs, and its contrast in light and dark."""

    seen: str
    pair: str
    least: float
    light: str
    dark: str


class KeyView(Struct, frozen=True):
    """A key of brand.yml, with how it is written and what it is for as HTML."""

    key: Key
    kind: Markup
    description: Markup


def _with_code(text: str) -> Markup:
    """Return words as HTML, of which what stands between backticks is code."""
    parts = enumerate(text.split("`"))
    return Markup().join(
        Markup("<code>{}</code>").format(part) if index % 2 else escape(part) for index, part in parts
    )


def shown_pairs(tokens: Mapping[str, Mapping[str, str]]) -> list[ShownPair]:
    """Return every pair that is used, with its contrast in both modes."""

    def shown(ratio: float) -> str:
        return f"{int(ratio * 100) / 100:.2f}"

    pairs = [
        ShownPair(
            pair.seen,
            f"{pair.front} on {pair.ground}",
            pair.least,
            *(
                shown(contrast(tokens[mode][pair.front], tokens[mode][pair.ground]))
                for mode in ("light", "dark")
            ),
        )
        for pair in PAIRS
    ]
    rings = [
        ShownPair(
            "the ring around what has the focus",
            f"focus or focus-ring on {ground}",
            PART,
            *(shown(focus_contrast(tokens[mode], ground)) for mode in ("light", "dark")),
        )
        for ground in FOCUS_ON
    ]
    return pairs + rings


def states(*stylesheets: str) -> str:
    """Return rules that show what a pointer or the focus does, for elements that have the class of that state.

    states("a:hover { color: red }") => "a.is-hover { color: red }"
    """
    rules = []
    for stylesheet in stylesheets:
        for match in STATE.finditer(ELSEWHERE.sub("", COMMENT.sub("", stylesheet))):
            selector = (
                match.group(1).strip().replace(":hover", ".is-hover").replace(":focus-visible", ".is-focus")
            )
            rules.append(f"{selector} {{{match.group(2)}}}")
    swatches = [f".swatch-{name} {{ background: var(--{name}); }}" for name in SWATCHES]
    shape = ".swatch { display: inline-block; width: 3rem; height: 2rem; border: 1px solid var(--edge); }"
    return "\n".join([*rules, shape, *swatches]) + "\n"


def logo_grounds(tokens: Mapping[str, Mapping[str, str]]) -> str:
    """Return rules for the light and the dark page beside each other, and for the light ground of a dark logo."""
    pages = "".join(
        f".logo-{mode} {{ padding: 1rem; border: 1px solid; background: {tokens[mode][GROUND]}; }}\n"
        for mode in MODES
    )
    size = ".logo-light img, .logo-dark img { width: auto; height: 2.5rem; }\n"
    return (
        f"{pages}{size}.logo-ground {{ padding: .1875rem; background: {tokens['dark']['logo-ground']}; }}\n"
    )


def preview_context(
    brand: BrandView,
    logos: Sequence[ShownLogo],
    tokens: Mapping[str, Mapping[str, str]],
    csp: str,
    every_key: Sequence[Key],
) -> dict[str, object]:
    """Return what the template of the page shows."""
    return {
        "brand": brand,
        "logos": logos,
        "least": PART,
        "swatches": SWATCHES,
        "bar": draw_bar(segments([(part, 100_00) for part in BAR_PARTS])),
        "bar_swatches": {part: draw_swatch(part) for part in BAR_PARTS},
        "pairs": shown_pairs(tokens),
        "keys": [KeyView(key, _with_code(key.kind), _with_code(key.description)) for key in every_key],
        "csp": csp,
        "assets": "../assets/",
        "lang": REPORT_LANGUAGE,
        "home_lang": DEFAULT_LANGUAGE,
    }
