"""Each thing that can be wrong with the look of a brand, and the very line that the hospital then reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from second_opinion.texts.svg import PLAIN

from .brand_folders import CANCER, CLINIC, GENERAL, B, line_of, lines_about_brand, row, spoil_brand
from .pictures import ILLUSTRATOR, INKSCAPE, drawing, png
from .spoiling import Row, remove, swap, write

COLOUR = "this is no colour; write it between quotes with six figures, like '#00565f'"
DRAWING = "take it out; a picture here is only a drawing"
LOGO = line_of(GENERAL, "logo: logo.svg")
LETTERS = line_of(CLINIC, "- {file: fonts/atkinson-hyperlegible-bold.woff2")

GENERAL_ROWS = [
    row(
        "a logo with letters as text",
        swap("logo.svg", "<path fill", '<text x="60" y="21" fill="#1d4f91">Ons</text><path fill'),
        f"notice: {B}:{LOGO}: 'look.logo' is 'logo.svg', in which letters stand as text: readers see them in the "
        "font that they have; turn the letters into outlines, and save it again: in Illustrator with Type, "
        "Create Outlines, in Inkscape with Path, Object to Path",
    ),
    row(
        "a logo that is not there",
        remove("logo.svg"),
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': the file is not there; "
        "put it in the brand folder, or take the line out",
    ),
    row(
        "a logo with other capitals",
        [remove("logo.svg"), write("Logo.SVG", drawing(""))],
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': the file is not there; "
        "'Logo.SVG' stands there; call that 'logo.svg'",
    ),
    row(
        "a logo outside the folder",
        swap(B, "  logo: logo.svg", "  logo: ../other/logo.svg"),
        f"{B}:<0>: 'look.logo' is '../other/logo.svg': it lies outside the brand folder; "
        "copy the file into the folder, and name it from there",
    ),
    row(
        "a logo by its whole path",
        swap(B, "  logo: logo.svg", "  logo: /etc/logo.svg"),
        f"{B}:<0>: 'look.logo' is '/etc/logo.svg': it lies outside the brand folder; "
        "copy the file into the folder, and name it from there",
    ),
    row(
        "a logo of a kind that does not fit",
        swap(B, "  logo: logo.svg", "  logo: logo.jpg"),
        f"{B}:<0>: 'look.logo' is 'logo.jpg': this kind of file does not fit here; use one of .svg, .png",
    ),
    row(
        "a script in the logo",
        write(
            "logo.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<script>1</script></svg>\n',
        ),
        f"logo.svg:2: the picture holds the element <script>; {DRAWING}",
    ),
    row(
        "a logo that loads something",
        write(
            "logo.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<image href="https://x.example/"/></svg>',
        ),
        f"logo.svg:2: the picture refers to 'https://x.example/'; {DRAWING}",
    ),
    row(
        "a drawing that does not say its size",
        write("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'),
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': the drawing does not say its size, so it cannot be shown smaller or "
        'larger; export it again as a responsive SVG, or write its size after "<svg", like viewBox="0 0 200 50"',
    ),
    row(
        "a picture that does not say its size",
        [swap(B, "  logo: logo.svg", "  logo: odd.png"), write("odd.png", b"\x89PNG" + bytes(900))],
        f"{B}:<0>: 'look.logo' is 'odd.png': the picture does not say its size; "
        "save it again as PNG, 200 pixels high",
    ),
    row(
        "a picture with more pixels than anyone sees",
        [
            swap(B, "  logo: logo.svg", "  logo: wide.png"),
            write("wide.png", png([(0, 0, 0, 255)] * 3, 3000, 800)),
        ],
        f"{B}:<0>: 'look.logo' is 'wide.png': the picture is 3000 by 800 pixels, and it is shown 40 high; "
        "save it smaller, like 750 by 200 pixels",
    ),
    row(
        "a wide logo of which nobody said whether the name stands in it",
        swap(B, "  logo_has_name: true\n", ""),
        f"notice: {B}:{LOGO}: 'look.logo' is 'logo.svg', which is 3.4 times as wide as high; if your name stands in "
        "it, readers see the name twice; write 'logo_has_name: true' below it, or 'logo_has_name: false' where the "
        "name does not stand in it",
    ),
    row("a wide logo without the name", swap(B, "  logo_has_name: true", "  logo_has_name: false")),
    row(
        "a word about a logo that is not there",
        swap(B, "  logo: logo.svg\n  logo_dark: logo-dark.svg\n", ""),
        f"{B}:{LOGO}: 'look.logo_has_name' says something of a logo, and there is none; "
        "name one in 'look.logo', or take the line out",
    ),
    row("a logo as Illustrator saves it, which is cleaned", write("logo.svg", ILLUSTRATOR)),
    row("a logo as Inkscape saves it, which is cleaned", write("logo.svg", INKSCAPE)),
    row(
        "a logo whose document type declares more than addresses",
        write("logo.svg", ILLUSTRATOR.replace("http://ns.adobe.com/Extensibility/1.0/", "&ns_svg;&ns_svg;")),
        "logo.svg:3: the document type (DOCTYPE) of the picture declares more than short names; " + PLAIN,
    ),
    row(
        "a logo with HTML in it",
        write("logo.svg", ILLUSTRATOR.replace('requiredExtensions="&ns_ai;" ', "")),
        f"logo.svg:14: the picture holds the element <foreignObject>; {DRAWING}",
    ),
    row(
        "a logo that has another style sheet fetched",
        write("logo.svg", INKSCAPE.replace("<!--", '<?xml-stylesheet href="a.css"?>\n<!--')),
        "logo.svg:2: the picture gives the instruction 'xml-stylesheet', which can refer to another file; "
        + DRAWING,
    ),
    row(
        "a logo with a script in an event",
        write("logo.svg", INKSCAPE.replace("<path", '<path onclick="weg()"')),
        f"logo.svg:10: the picture has 'onclick', which runs a script; {DRAWING}",
    ),
    row(
        "a logo that is a photograph inside",
        write("logo.svg", drawing('<image href="data:image/png;base64,' + "A" * 90 + '"/>')),
        f"logo.svg:1: the picture refers to 'data:image/png;base64,{'A' * 38}...'; {DRAWING}",
    ),
    row(
        "a logo that does not say that it is a drawing",
        write("logo.svg", '<svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'),
        "logo.svg:1: this is no SVG that can be shown: its first element is no <svg> with "
        f'xmlns="http://www.w3.org/2000/svg"; {PLAIN}',
    ),
    row(
        "a white logo, of which nothing can be seen",
        [
            swap(B, "  logo_dark: logo-dark.svg\n", ""),
            write("logo.svg", drawing('<path fill="#fff" d="M0 0h9v9z"/>')),
        ],
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': on the light page the greater part of it ('#ffffff') has a "
        "contrast of 1.0, and 3.0 is needed; name a darker one, and this one in 'look.logo_dark'",
    ),
    row(
        "a pale logo with a dark word, which is only a notice",
        write(
            "logo.svg", drawing('<path fill="#ffd" d="M0 0h9v9zM0 0h9v9z"/><path fill="#111" d="M1 1h9"/>')
        ),
        f"notice: {B}:{LOGO}: 'look.logo' is 'logo.svg': on the light page the greater part of it ('#ffffdd') has a "
        "contrast of 1.01, and 3.0 is needed; name a darker one",
    ),
    row(
        "a dark logo without one for the dark, which is only a notice",
        [swap(B, "  logo_dark: logo-dark.svg\n", ""), write("logo.svg", INKSCAPE)],
        f"notice: {B}:{LOGO}: 'look.logo' is 'logo.svg': on the dark page the greater part of it ('#5b2a86') has a "
        "contrast of 1.81, and 3.0 is needed, so it stands on a light ground there; "
        "name a lighter one in 'look.logo_dark'",
    ),
    row(
        "a dark logo as the one for the dark",
        write("logo-dark.svg", INKSCAPE),
        f"{B}:{LOGO + 1}: 'look.logo_dark' is 'logo-dark.svg': on the dark page the greater part of it ('#5b2a86') "
        "has a contrast of 1.81, and 3.0 is needed; "
        "name a lighter one, or take the line out: then the logo stands on a light ground there",
    ),
    row(
        "a logo of five megabytes",
        [swap(B, "  logo: logo.svg", "  logo: big.png"), write("big.png", b"\x89PNG" + bytes(4_999_996))],
        f"{B}:<0>: 'look.logo' is 'big.png': the file is 5,000 kB, and every reader gets it on every page; "
        "save it smaller, 200 kB at most; 200 pixels high is enough",
    ),
    row(
        "a colour by its name",
        swap(B, '{main: "#1d4f91"}', "{main: blue}"),
        f"{B}:<0>: 'look.colours.main' is 'blue': {COLOUR.replace('#00565f', '#0000ff')}",
    ),
    row(
        "a colour between quotes that a word processor curled",
        swap(B, '{main: "#1d4f91"}', "{main: “#1d4f91”}"),
        f"{B}:<0>: 'look.colours.main' is '“#1d4f91”': curled quotes stand around this colour; "
        'write straight quotes: "#1d4f91"',
    ),
    row(
        "a colour without quotes, which YAML takes for a comment",
        swap(B, '{main: "#1d4f91"}', "\n    main: #1d4f91"),
        f"{B}:<0+1>: '#1d4f91' is taken for a remark, as everything behind a # is; "
        'put it between quotes: "#1d4f91"',
    ),
    row(
        "a tint without quotes, which the site could do without",
        swap(B, '{main: "#1d4f91"}', '\n    main: "#1d4f91"\n    tint: #e8eef6'),
        f"{B}:<0+2>: '#e8eef6' is taken for a remark, as everything behind a # is; "
        'put it between quotes: "#e8eef6"',
    ),
    row(
        "a main colour that is too light",
        swap(B, "#1d4f91", "#5b9bd5"),
        f"{B}:<0>: 'look.colours.main' is '#5b9bd5': the contrast of links on the tinted ground is "
        "2.6, and 4.5 is needed; the nearest colour that can be read is '#3171a9'",
    ),
    row(
        "a drawing that is a photo inside",
        write("logo.svg", b"\xff\xd8\xff" + bytes(9)),
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': the file is a .jpg inside; save it as .svg or .png",
    ),
    row(
        "a foot that no words can be read on",
        swap(B, '{main: "#1d4f91"}', '{main: "#1d4f91", foot: "#808890"}'),
        f"{B}:<0>: 'look.colours.foot' is '#808890': the contrast of words at the foot of the page is "
        "4.09, and 4.5 is needed; the nearest colour that can be read is '#889099'",
    ),
    row(
        "a tint that is too dark",
        swap(B, '{main: "#1d4f91"}', '{main: "#1d4f91", tint: "#7f9cc4"}'),
        f"{B}:<0>: 'look.colours.tint' is '#7f9cc4': the contrast of links on the tinted ground is "
        "2.89, and 4.5 is needed; the nearest colour that can be read is '#a5c3ed'",
    ),
    row(
        "a picture that is something else than its name says",
        write("logo.svg", b"\x89PNG" + bytes(9)),
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': the file is a .png inside; call it logo.png, here and in the folder",
    ),
    row(
        "a folder with the name of the logo",
        [remove("logo.svg"), write("logo.svg/notes.txt", "Tekst.")],
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': this is a folder, and a file has to stand here; "
        "put the file itself in its place",
    ),
]

OTHER_ROWS = [
    (
        CANCER,
        row(
            "letters that are no list of fonts",
            swap(B, 'Georgia, "Times New Roman", serif', "Georgia; color: red"),
            f"{B}:<0>: 'look.font.stack' is 'Georgia; color: red': this is no list of fonts; "
            "write names with commas, like 'Verdana, sans-serif'",
        ),
    ),
    (
        CLINIC,
        row(
            "a font file that is something else",
            write("fonts/atkinson-hyperlegible-bold.woff2", "not a font"),
            f"{B}:{LETTERS}: 'file' of the second of 'look.font.files' is 'fonts/atkinson-hyperlegible-bold.woff2': "
            "the file is no .woff2 inside; save it again in that form",
        ),
    ),
    (
        CLINIC,
        row(
            "a weight that a font file cannot have",
            swap(B, "weight: bold", "weight: heavy"),
            f"{B}:<0>: 'weight' of the second of 'look.font.files' is 'heavy'; write one of 'normal' or 'bold'",
        ),
    ),
]

ROWS = [*((GENERAL, each) for each in GENERAL_ROWS), *OTHER_ROWS]


@pytest.mark.parametrize(("name", "each"), ROWS, ids=[each.sentence for _, each in ROWS])
def test_a_fault_in_the_look_of_a_brand_is_told(name: str, each: Row, bare: Path, tmp_path: Path) -> None:
    brand, lines = spoil_brand(name, each, tmp_path)
    assert lines_about_brand(bare, brand) == lines
