"""What the two languages must share, and markup that readers must not get: each fault and the very line it gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .spoiling import Row, append, front, swap, write

NL, EN = "docs/nl/applying.md", "docs/en/applying.md"
RIGHT_NL, RIGHT_EN = "snippets/nl/three-questions.md", "snippets/en/three-questions.md"
SAME_NUMBERS = "make them the same, or end the line with <!-- differs: and the reason -->"
ELEMENTS = "write Markdown, or use one of abbr, br, kbd, span, sub, sup"
DRAWING = "take it out; a picture here is only a drawing"
PLAIN = (
    "export it again: in Illustrator with File, Export, Export As, SVG (not with Save As), in Inkscape with Save As, "
    "Plain SVG; or ask its maker for an SVG for the web"
)
DRAWN = "overrides/assets/images/drawn.svg"


def svg(inside: str, attributes: str = "") -> str:
    """Return a picture with something in it on its second line."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"{attributes}>\n{inside}\n</svg>\n'


LANGUAGES = [
    Row(
        "a number that differs between the languages",
        [append(NL, "Wacht 14 dagen."), append(EN, "Wait 15 days.")],
        [f"{EN}:<1>: the number here is '15', in Dutch it is '14' ({NL}:<0>); {SAME_NUMBERS}"],
    ),
    Row(
        "a number that stands in Dutch only",
        [append(RIGHT_NL, "Binnen 3 dagen."), append(RIGHT_EN, "Within a few days.")],
        [
            f"{RIGHT_NL}:<0>: the number '3' does not stand in the same section of {RIGHT_EN} (line 1); {SAME_NUMBERS}"
        ],
    ),
    Row(
        "numbers of which something else tells: a day that no calendar has, markup, someone's own number",
        [
            append(
                NL,
                'Op 31 februari 2027, of met <span style="font-size: 11pt">brief</span> 111222333.\n\n1) Dan.',
            ),
            append(EN, "On 28 February 2027, or with a letter.\n\n1. Then."),
        ],
        [
            f"{NL}:<0+2>: the line begins with '1)', which makes no list; "
            "write '1. Dan. ...', and put an empty line above the first of the list",
            f"{NL}:<0>: a number stands here that can be someone's citizen service number (BSN); "
            "take it out: everything in this repository is public, for good",
            f"{NL}:<0>: no calendar has the day '31 februari 2027'; correct it",
            f"{NL}:<0>: <span> has 'style'; take it out; how things look stands in overrides/assets/stylesheets/",
        ],
    ),
    Row(
        "a phone number in English only",
        [append(RIGHT_NL, "Bel ons."), append(RIGHT_EN, "Call 088-1234567.")],
        [
            f"{RIGHT_EN}:<1>: the number '{number}' does not stand in the same section of {RIGHT_NL} (line 1); "
            f"{SAME_NUMBERS}"
            for number in ("088", "1234567")
        ]
        + [
            f"notice: {RIGHT_EN}:<1>: nobody can call '088-1234567' with one touch; "
            "make a link of it: [088-1234567](tel:0881234567)"
        ],
    ),
    Row(
        "the same number as each language writes it, and one that may differ for a reason",
        [
            append(NL, "Er zijn 1.250 plaatsen. Dat is 2,5 procent."),
            append(EN, "There are 1,250 places. That is 2.5 per cent."),
            append(RIGHT_EN, "In 2 words. <!-- differs: the Dutch says it in one -->"),
        ],
        [],
    ),
    Row(
        "a box in one language",
        [append(RIGHT_NL, "/// good-to-know\nTekst.\n///"), append(RIGHT_EN, "Text.")],
        [
            f"{RIGHT_NL}:<0>: the box 'good-to-know' does not stand in the same section of {RIGHT_EN} (line 1); "
            "make them the same"
        ],
    ),
    Row(
        "another kind of box",
        [append(RIGHT_NL, "/// good-to-know\nTekst.\n///"), append(RIGHT_EN, "/// important\nText.\n///")],
        [
            f"{RIGHT_EN}:<1>: the box here is 'important', in Dutch it is 'good-to-know' ({RIGHT_NL}:<0>); "
            "make them the same"
        ],
    ),
    Row(
        "a value in one language",
        [append(RIGHT_NL, "Dit is {{ site.name }}."), append(RIGHT_EN, "This is it.")],
        [
            f"{RIGHT_NL}:<0>: the value '{{{{ site.name }}}}' does not stand in the same section of {RIGHT_EN} "
            "(line 1); make them the same"
        ],
    ),
    Row(
        "another snippet in the same section",
        [
            swap(EN, '--8<-- "safety.md"', '--8<-- "deductible.md"'),
            swap(NL, '--8<-- "safety.md"', '--8<-- "safety.md"'),
        ],
        [
            f"{EN}:<0>: the snippet here is 'deductible.md', in Dutch it is 'safety.md' ({NL}:<1>); make them the same"
        ],
    ),
    Row(
        "a front-matter key in one language",
        [front(NL, "checked", "checked: []\nmoved_from: []")],
        [
            f"{EN}:1: 'moved_from' is missing, and it stands in {NL} (line <0+1>); "
            "add it here, or take it out there"
        ],
    ),
    Row(
        "another date in one language",
        [front(EN, "next_check", "next_check: 2027-01-01")],
        [f"{EN}:<0>: 'next_check' is 2027-01-01 here and 2027-05-27 in {NL} (line 7); make them the same"],
    ),
]

VARIANTS = [
    Row(
        "a word that the site does not use for a thing",
        [append(RIGHT_NL, "Vraag een Verwijskaart."), append(RIGHT_EN, "Ask for a referral.")],
        [
            f"notice: {RIGHT_NL}:<0>: 'Verwijskaart' stands here, and the site says 'verwijzing'; write 'verwijzing'"
        ],
    ),
]

MARKUP = [
    *(
        Row(
            f"the element {name}",
            [append(RIGHT_NL, f"Zo <{name}>niet</{name}>.")],
            [f"{RIGHT_NL}:<0>: the element <{name}> is not allowed; {ELEMENTS}"],
        )
        for name in ("script", "iframe", "object", "form", "marquee", "div")
    ),
    Row(
        "an event attribute",
        [append(RIGHT_NL, 'Zo <span onclick="weg()">niet</span>.')],
        [f"{RIGHT_NL}:<0>: <span> has 'onclick', which runs a script; take it out"],
    ),
    Row(
        "an inline style",
        [append(RIGHT_NL, 'Zo <span style="color:red">niet</span>.')],
        [
            f"{RIGHT_NL}:<0>: <span> has 'style'; take it out; how things look stands in "
            "overrides/assets/stylesheets/"
        ],
    ),
    Row(
        "an unknown attribute",
        [append(RIGHT_NL, 'Zo <span data-x="y">niet</span>.')],
        [
            f"{RIGHT_NL}:<0>: <span> has the attribute 'data-x'; take it out; allowed are "
            "class, hreflang, id, lang, title"
        ],
    ),
    Row(
        "an event attribute behind a link",
        [append(RIGHT_NL, "[Vraag het aan](applying.md){ onclick=weg() }")],
        [f"{RIGHT_NL}:<0>: '{{ onclick=weg() }}' has 'onclick', which runs a script; take it out"],
    ),
    Row(
        "a picture without words",
        [append(RIGHT_NL, "![](folder.png)"), append(RIGHT_EN, "![A folder](folder.png)")],
        [
            f"{RIGHT_NL}:<0>: the image 'folder.png' has no alternative text; write what it shows between [ and ], "
            "or add { .decorative } when it shows nothing that matters"
        ],
    ),
    Row(
        "a box that does not exist",
        [append(RIGHT_NL, "/// importent\nTekst.\n///"), append(RIGHT_EN, "/// importent\nText.\n///")],
        [
            f"{file}:<{index}>: there is no box 'importent'; did you mean 'important'?"
            for index, file in enumerate((RIGHT_NL, RIGHT_EN))
        ],
    ),
    Row(
        "a folded part without a title",
        [append(RIGHT_NL, "/// details\nTekst.\n///"), append(RIGHT_EN, "/// details\nText.\n///")],
        [
            f"{file}:<{index}>: this folded part has no title; write a bar and a title behind 'details'"
            for index, file in enumerate((RIGHT_NL, RIGHT_EN))
        ],
    ),
    Row(
        "a folded part with a title",
        [
            append(RIGHT_NL, "/// details | De wet\nTekst.\n///"),
            append(RIGHT_EN, "/// details | The law\nText.\n///"),
        ],
        [],
    ),
    Row(
        "an example with a title, which would hide that it is one",
        [
            append(RIGHT_NL, "/// example | Anna\nTekst.\n///"),
            append(RIGHT_EN, "/// example | Anna\nText.\n///"),
        ],
        [
            f"{file}:<{index}>: the example has the title 'Anna', which takes the place of the word that says it is "
            "one; take the title out, with the bar before it"
            for index, file in enumerate((RIGHT_NL, RIGHT_EN))
        ],
    ),
    Row(
        "an example",
        [append(RIGHT_NL, "/// example\nTekst.\n///"), append(RIGHT_EN, "/// example\nText.\n///")],
        [],
    ),
    Row(
        "a box that is closed with too many bars",
        [append(RIGHT_NL, "/// important\nTekst.\n////"), append(RIGHT_EN, "/// important\nText.\n////")],
        [
            f"{file}:<{index}+2>: '////' does not close the box of line <{index}>, and readers see it; write '///'"
            for index, file in ((1, RIGHT_EN), (0, RIGHT_NL))
        ],
    ),
    Row(
        "a box that is not closed",
        [append(RIGHT_NL, "/// important\nTekst."), append(RIGHT_EN, "/// important\nText.")],
        [
            f"{file}:<{index}>: the box of line <{index}> is not closed; write '///' on a line of its own at its end"
            for index, file in enumerate((RIGHT_NL, RIGHT_EN))
        ],
    ),
    Row(
        "a box that closes twice",
        [append(RIGHT_NL, "///")],
        [
            f"{RIGHT_NL}:<0>: '///' closes a box that was not opened; "
            "take it out, or write which box begins here, like '/// good-to-know'"
        ],
    ),
    Row(
        "allowed markup",
        [
            append(
                RIGHT_NL,
                'H<sub>x</sub>O, <span lang="en">second opinion</span>, a < b, <https://elders.example>',
            )
        ],
        [],
    ),
]

PICTURES = [
    Row(
        "a script in a picture",
        [write(DRAWN, svg("<script>weg()</script>"))],
        [f"{DRAWN}:2: the picture holds the element <script>; {DRAWING}"],
    ),
    Row(
        "an event in a picture",
        [write(DRAWN, svg("<g/>", ' onload="weg()"'))],
        [f"{DRAWN}:1: the picture has 'onload', which runs a script; {DRAWING}"],
    ),
    Row(
        "a picture that fetches another",
        [write(DRAWN, svg('<image href="https://elders.example/x.png"/>'))],
        [f"{DRAWN}:2: the picture refers to 'https://elders.example/x.png'; {DRAWING}"],
    ),
    Row(
        "a picture whose style fetches a file",
        [write(DRAWN, svg("<style>@import url(https://elders.example/x.css)</style>"))],
        [f"{DRAWN}:2: the picture's style refers to another file; {DRAWING}"],
    ),
    Row(
        "a picture with entities",
        [write(DRAWN, "<!DOCTYPE svg [<!ENTITY a 'b'>]>\n" + svg("&a;"))],
        [f"{DRAWN}:1: the picture begins with a document type (DOCTYPE); {PLAIN}"],
    ),
    Row(
        "a picture that is none",
        [write(DRAWN, "<svg>\n<g>\n</svg>")],
        [f"{DRAWN}:3: this is no SVG that can be read; {PLAIN}"],
    ),
    Row("a plain drawing that refers to itself", [write(DRAWN, svg('<use href="#a" fill="url(#b)"/>'))], []),
]


@pytest.mark.parametrize("row", [*LANGUAGES, *VARIANTS, *MARKUP, *PICTURES], ids=lambda row: row.sentence)
def test_a_fault_in_a_language_or_in_markup_is_told(
    row: Row, root: Path, new_findings: Callable[[dict[str, str]], list[str]]
) -> None:
    expected = row.spoil(root)
    assert [line for line in new_findings(row.environment) if "does not exist" not in line] == expected
