"""Each slip in a line of a text, and the very line that its editor then reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from second_opinion.core.markdown_text import Text
from second_opinion.texts import markdown_slips, word_slips

from .spoiling import Row, append, each, front, page_source, remove, swap, write

NL, EN = "docs/nl/costs.md", "docs/en/costs.md"
SHARED_NL = "snippets/nl/ask-insurer.md"
NO_AMOUNTS = "use a name like {{ deductible.compulsory }}; amounts stand in data/, with their source"

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IEND\xaeB`\x82"
LIST_DO = "put an empty line above this line"
RUNS_ON = (
    f"a list begins here without an empty line above it, and readers get it in the running text; {LIST_DO}"
)
STARS_DO = "write '{0}' right before the first and right behind the last word, or take it out"
INCLUDE_DO = """write it on a line of its own, with straight quotes, like --8<-- "safety.md\""""
NO_BOX = "write '/// important', and '///' on a line of its own below the text"
CONFLICT = (
    "a conflict of Git stands here ('{}'): two versions of the same lines; keep what is right of the lines between "
    "'<<<<<<<' and '>>>>>>>', and take the lines with these marks out"
)
MAKES_NO_LIST = "the line begins with '{}', which makes no list; write '{} een ...'"
NO_LIST = f"{MAKES_NO_LIST}, and put an empty line above the first of the list"
CELLS = "and the head of the table (line <0>) has 2; give it as many; an empty cell is '| |'"

# What is typed at the end of the Dutch and of the English page, and what is said of its first line, or of a later one.
HARD_SPACE = "a hard space (#x00a0) stands {}; type a usual space in its place"
TYPED_WRONG: Sequence[tuple[str, str, Sequence[tuple[int, str]]]] = (
    ("a list without an empty line above it", "U krijgt dit als:\n- u dat wilt;\n- het kan.", [(1, RUNS_ON)]),
    ("a list below words that begin with a figure", "2026 was een goed jaar.\n - een ding", [(1, RUNS_ON)]),
    ("a numbered list right below bold words", "**Doe dit**\n1. Bel.\n2. Vraag.", [(1, RUNS_ON)]),
    (
        "a typed bullet",
        "Dit:\n\n• een ding\n• nog een",
        [(2, NO_LIST.format("•", "-"))],
    ),
    (
        "a link that dials another number than it shows, and those that dial it",
        "Bel [088 227 77 00](tel:+31882277701),\n[088-227 77 00](tel:+31882277700), "
        "[0800-0113](tel:08000113) of [+31 (0)88 227 77 00](tel:0882277700).",
        [(0, "the link '088 227 77 00' dials 'tel:+31882277701', which is another number; make both the same")],
    ),
    (
        "a heading without words",
        "## {#empty}",
        [(0, "this heading has no words; write them before its anchor, or take the line out")],
    ),
    (
        "a list with stars and no spaces, and slanted words over two lines",
        "*een ding\n*nog een\n\n*Een hele\nzin.*",
        [(0, "the line begins with '*' and no space behind it, which makes no list; write '- ' there")],
    ),
    (
        "short numbers, of which one is nobody's",
        "Bel [122](tel:122), [112](tel:112) of [113](tel:113).",
        [(0, "the link '122' dials '122', and nobody answers there; did you mean 112 or 113?")],
    ),
    (
        "a bullet of Word, with a hard space behind it",
        "Dit:\n\n·\u00a0\u00a0een ding",
        [(2, NO_LIST.format("·", "-")), (2, HARD_SPACE.format("before 'een'"))],
    ),
    (
        "hard spaces before other spaces, and at the end of a line",
        "Dit\u00a0 gaat\nzo.\u00a0",
        [(0, HARD_SPACE.format("before 'gaat'")), (1, HARD_SPACE.format("at the end of this line"))],
    ),
    (
        "a dash without a space behind it",
        "Dit:\n\n-een ding",
        [(2, NO_LIST.format("-", "-"))],
    ),
    (
        "a number with a bracket",
        "Dit:\n\n1) een ding",
        [(2, NO_LIST.format("1)", "1."))],
    ),
    (
        "four spaces before a line",
        "Dit.\n\n    Een zin.",
        [(2, "four spaces or more stand before 'Een zin.', which makes it computer code, in a grey box; "
             "take the spaces at the start of the line out")],
    ),
    (
        "a tab before a line",
        "Dit.\n\n\tEen zin.",
        [(2, "a tab stands before 'Een zin.', which makes it computer code, in a grey box; "
             "take the spaces at the start of the line out")],
    ),
    (
        "bold words that do not end, on another line than they begin",
        "Een zin,\nen **heel belangrijk\nvoor u.\n\nEn nog **een** zin.",
        [(1, f"the '**' of '**heel belangrijk' has no partner, and readers see it; {STARS_DO.format('**')}")],
    ),
    (
        "bold words with spaces inside the stars",
        "Dit is ** heel ** goed.",
        [(0, f"the '**' of '** heel ** goed.' has no partner, and readers see it; {STARS_DO.format('**')}")],
    ),
    (
        "slanted words that do not end",
        "Dit is *heel goed.",
        [(0, f"the '*' of '*heel goed.' has no partner, and readers see it; {STARS_DO.format('*')}")],
    ),
    (
        "stars that are right",
        "**Een** en *twee*, __drie__ en _vier_, **{{ deductible.year }}** nog, 2 * 3, \\*vijf, a_b_c.\n\n* een\n* twee",
        [],
    ),
    (
        "steps of which the bold words leave their comma to the next line, and one that does not",
        "1. **Bel de *polikliniek***, of mail.\n2. **Vraag:** wat nu?\n3. Zeg **nee**, dan.",
        [(0, "a line of this step begins with ',', as the bold words before it get a line of their own; "
             "write '**Bel de *polikliniek*,**'")],
    ),
    (
        "a space between the words and the address of a link, and one between this and its attributes",
        "Lees [wat] (costs.md) en [dat](costs.md) { .next }",
        [(0, "a space stands between '[wat]' and '(costs.md)', so that it is no link; take it out"),
         (0, "a space stands before '{ .next }', and readers see it; take the space out")],
    ),
    (
        "brackets that have changed places, and a link over two lines that does not end",
        "Lees (wat)[costs.md], of [dit\nhier](costs.md nu.",
        [(0, "the brackets of '(wat)[costs.md]' have changed places; write [wat](costs.md)"),
         (0, "the link '[dit\nhier](costs.md' has no ')' at its end; write it right behind where the link leads")],
    ),
    (
        "a bracket that does not close",
        "Lees [kosten(costs.md) nu.",
        [(0, "the bracket '[' at '[kosten(costs.md) nu.' has no partner; write the other one too, or take it out")],
    ),
    (
        "a kind of link that does not exist",
        "[Bereid het gesprek voor](appointment.md){ .nxt }",
        [(0, "'.nxt' in '{ .nxt }' means nothing; did you mean 'next'?")],
    ),
    (
        "a picture that is written as a link",
        "Zie [een scan](scan.png).",
        [(0, "the link 'een scan' leads to the picture 'scan.png', and readers do not see it; "
             "write a '!' before it: ![een scan](scan.png)")],
    ),
    (
        "marks of headings that stand behind a link",
        "[Kosten](costs.md){ .not-yet-in-en } en [dat](costs.md){ .notyet-in-en }",
        [(0, "'.not-yet-in-en' in '{ .not-yet-in-en }' means nothing here; "
             "write it behind the anchor of a heading, or take it out"),
         (0, "'.notyet-in-en' in '{ .notyet-in-en }' means nothing; did you mean '.not-yet-in-en'?")],
    ),
    (
        "a table of which rows have too few and too many cells, and a line right below it",
        "| Wie | Wat |\n| --- | --- |\n| U |\n| U | a | b |\nTekst.",
        [(2, f"this row has 1 cell, {CELLS}"),
         (3, f"this row has 3 cells, {CELLS}"),
         (4, "this line stands right below a table, and becomes a part of it; put an empty line above it")],
    ),
    (
        "a table without a line of dashes",
        "| Wie | Wat |\n| U | a |",
        [(0, "this table has no line of dashes below its first line, and readers see its bars; "
             "write '| --- | --- |' below this line")],
    ),
    (
        "a table without an empty line above it",
        "Tekst:\n| Wie | Wat |\n| U | a |",
        [(1, f"a table begins here without an empty line above it, and readers see its bars; {LIST_DO}")],
    ),
    (
        "boxes of other programs",
        "!!! note\n\n::: important\n\n// important",
        [(0, f"the line begins with '!!!', which makes no box; {NO_BOX}"),
         (2, f"the line begins with ':::', which makes no box; {NO_BOX}"),
         (4, f"the line begins with '//', which makes no box; {NO_BOX}")],
    ),
    (
        "marks of other programs",
        "Dit is ~~weg~~.[^1]",
        [(0, "'~~' means nothing here, and readers see it; take it out"),
         (0, "'[^1]' means nothing here, and readers see it; take it out")],
    ),
    (
        "a shared passage between curly quotes, and a name with one brace at its end",
        "--8<-- “safety.md”\n\nIn {{ deductible.year }.",
        [(0, f"'--8<-- “safety.md”' puts no shared passage here; {INCLUDE_DO}"),
         (2, "'{{ deductible.year }' does not end; write {{ deductible.year }}")],
    ),
    (
        "what is pasted from Word, each thing once",
        '<p class="MsoNormal" style="color:red"><b>Een</b></p> <o:p></o:p>\n\n<b>Twee</b> <!--[if !supportLists]-->',
        [(0, f"the element <{name}> is not allowed; write Markdown, or use one of abbr, br, kbd, span, sub, sup")
         for name in ("p", "b", "o:p")]
        + [(2, "'<!--[if !supportLists]-->' is a remark of Word; paste the words without their markup (Ctrl+Shift+V)")],
    ),
    *(
        (
            f"a note for later, '{note}'",
            f"Bel {note} nu.",
            [(0, f"'{note}' stands here, and readers see it; finish the text, or take it out")],
        )
        for note in ("TODO", "TO DO", "NOG INVULLEN", "Lorem ipsum", "XX", "???", "……", ".....")
    ),
    ("marks that end a sentence", "Wat nu? En dan… Goed! Wacht...", []),
    (
        "words between single braces, one of which is near a name, and what is no such",
        "Dat is {wachtlijst}, of {questons}. Zie [wat](costs.md){ .next } en *x*{ lang=nl }. <!-- {x} -->",
        [(0, "'{wachtlijst}' stands between single braces, and readers see it as it is typed; "
             "take the braces out, or write a name like {{ deductible.year }}"),
         (0, "'{questons}' stands between single braces, and readers see it as it is typed; "
             "did you mean '{{ questions }}'?")],
    ),
    (
        "a heading that begins with a space",
        " ## Nog iets {#more}",
        [(0, "a space stands before '## Nog iets', which makes no heading; take it out")],
    ),
    (
        "boxes to tick",
        "- [ ] bellen\n- [x] klaar",
        [(0, "'[ ]' makes no box to tick, and readers see it; take it out"),
         (1, "'[x]' makes no box to tick, and readers see it; take it out")],
    ),
    (
        "a table that was pasted, and a tab in one line",
        "Wie\tWat\nU\tAlles\n\nEen\tzin.",
        [(0, "a tab stands behind 'Wie', which makes no table; "
             "write '| Wie | Wat |', below it '| --- | --- |', and the other rows so too")],
    ),
    (
        "words behind an anchor, an anchor with a capital, and those without braces or '#'",
        "## Een {#one} nog\n\n## Twee {#Two}\n\n## Drie (#three)\n\n## Vier {four}",
        [(0, "'nog' stands behind the anchor '{#one}', which has to be the last; write '## Een nog {#one}'"),
         (2, "the anchor 'Two' has other signs than small letters, figures and single hyphens; write {#two}"),
         (4, "the anchor '(#three)' cannot be read; write it so: {#three}"),
         (6, "the anchor '{four}' cannot be read; write it so: {#four}")],
    ),
    (
        "a folded part without its bar",
        "/// details Wat de wet zegt\nU.\n///",
        [(0, "no bar stands between 'details' and its title; write '/// details | Wat de wet zegt'")],
    ),
    (
        "a shared passage with long dashes, of which nothing else is told",
        "—8<— “safety.md”",
        [(0, f"'—8<— “safety.md”' puts no shared passage here; {INCLUDE_DO}")],
    ),
    (
        "an address of mail as a page, and a page by its file on a host",
        "[Mail](a@b.example) of [zie](https://github.example/a/b/blob/main/docs/nl/costs.md#who-pays)",
        [(0, "the link 'Mail' leads to 'a@b.example'; write mailto:a@b.example"),
         (0, "the link 'zie' leads to the file of a page, "
             "'https://github.example/a/b/blob/main/docs/nl/costs.md#who-pays'; write costs.md#who-pays")],
    ),
    (
        "web addresses that are no link",
        "Kijk op www.b.example, [www.c.example](https://c.example) of <https://d.example>.",
        [(0, "nobody can click on the address 'www.b.example'; "
             "make a link of it, with words that say where it leads: [words](https://www.b.example)")],
    ),
    (
        "an emoji, a character that nobody sees and a hard space",
        "Goed 😀.\n\nEen\u200bzin.\n\nNog\u00a0een.",
        [(0, "the emoji '😀' stands here, which is read out as 'grinning face'; say it in words, or take it out"),
         (2, "a character that cannot be seen (#x200b) stands here; type this line again"),
         (4, "a hard space (#x00a0) stands before 'een.'; type a usual space in its place")],
    ),
    (
        "a number that can be a BSN, and one that cannot",
        "Mijn nummer is 1112.22.333, en niet 123456789 of [020 1112223](tel:0201112223).",
        [(0, "a number stands here that can be someone's citizen service number (BSN); "
             "take it out: everything in this repository is public, for good")],
    ),
    (
        "an image of another site",
        "![Een arts kijkt](https://b.example/foto.jpg)",
        [(0, "the image 'https://b.example/foto.jpg' stands on another site, and readers get an empty frame; "
             "put its file beside this page, and write its name here")],
    ),
    *(
        (
            f"the alternative text '{words}'",
            f"![{words}](../assets/images/favicon.svg)",
            [(0, f"the alternative text '{words}' of the image '../assets/images/favicon.svg' does not say what it "
                 "shows; write it in words, like 'A doctor shows a scan'")],
        )
        for words in ("foto", "IMG_0012", "scan.png")
    ),
)  # fmt: skip
# The same, of what is a notice: the line below the first, and what is said, with {} for the first line.
NOTICED: Sequence[tuple[str, str, str, str]] = (
    (
        "a space before a point, and none before the dot of a class",
        "Dit is goed . Zie [wat](costs.md){ .with-form }",
        "",
        "a space stands between 'goed' and '.'; take it out",
    ),
    (
        "bold words alone, and those before others",
        "**Wat nu?**\n\n**Bel** ons.",
        "",
        "the bold words 'Wat nu?' stand alone, like a heading, and who listens does not find them; "
        "write '### Wat nu? {#...}', or put words behind them",
    ),
    (
        "a list within a list by two spaces, and one by four",
        "- een\n  - twee\n    - drie",
        "+1",
        "with 2 spaces before it, '- twee' begins no list within a list; put four spaces there, or none",
    ),
    (
        "a list within a list by one space",
        "1. een\n - twee",
        "+1",
        "with 1 space before it, '- twee' begins no list within a list; put four spaces there, or none",
    ),
    (
        "an address of a site that nobody can click on, and a link",
        "Zie zorg.nl, of [zorg.nl](https://zorg.nl).",
        "",
        "nobody can click on 'zorg.nl' with one touch; make a link of it: [words](https://zorg.nl)",
    ),
    (
        "a passage that was pasted twice, and a few words that stand twice",
        "Dit is een zin van acht woorden.\n\nWacht even.\n\nDit is een zin van acht woorden.\n\nWacht even.",
        "+4",
        "this passage, 'Dit is een zin …', stands here and on line {}; take one out",
    ),
    (
        "an address of mail that nobody can click on",
        "Mail a.b@zorg.nl.",
        "",
        "nobody can mail 'a.b@zorg.nl' with one touch; make a link of it: [a.b@zorg.nl](mailto:a.b@zorg.nl)",
    ),
    (
        "a telephone number that nobody can click on, and an emergency number",
        "Bel 020 123 45 67, of 112.",
        "",
        "nobody can call '020 123 45 67' with one touch; make a link of it: [020 123 45 67](tel:0201234567)",
    ),
)
SLIPS = [
    *(
        Row(
            sentence,
            [append(NL, typed), append(EN, typed)],
            [
                f"{file}:<{at}{f'+{line}' if line else ''}>: {said.replace('<0>', f'<{at}>')}"
                for at, file in enumerate((NL, EN))
                for line, said in told
            ],
        )
        for sentence, typed, told in TYPED_WRONG
    ),
    Row(
        "a word that stands twice, which is a notice, and words that may",
        [append(NL, "Dit is de\nde arts die die brief las."), append(EN, "This is the doctor.")],
        [f"notice: {NL}:<0+1>: the word 'de' stands here twice, one behind the other; take one out"],
    ),
    *(
        Row(
            f"{sentence}, which is a notice",
            [append(NL, typed), append(EN, typed)],
            [
                f"notice: {file}:<{at}{more}>: {said.replace('{}', f'<{at}>')}"
                for at, file in enumerate((NL, EN))
            ],
        )
        for sentence, typed, more, said in NOTICED
    ),
    Row(
        "a picture that no page shows, which is a notice",
        [write("docs/nl/scan.png", PNG)],
        [
            "notice: docs/nl/scan.png:1: no page shows this picture; "
            "show it with ![What it shows](scan.png), or take the file away"
        ],
    ),
    Row(
        "a link to the next step that is gone in one language",
        [swap(EN, "{ .next }", "")],
        [
            f"{NL}:<0>: the link to the next step '{{ .next }}' does not stand in the same section of {EN} (line 57); "
            "make them the same"
        ],
    ),
    Row(
        "another month in each language, beside a day or a year, and one that is the same",
        [
            append(NL, "Vóór 1 mei, in maart 2027, of 3 juni. Mei is mooi."),
            append(EN, "Before 1 July, in March 2027, or June 3. You may go."),
        ],
        [
            f"{EN}:<1>: the month here is 'July', in Dutch it is 'May' ({NL}:<0>); "
            "make them the same, or end the line with <!-- differs: and the reason -->"
        ],
    ),
    Row(
        "a box and a name that are wrong in one language, of which the other is not told",
        [
            append(NL, "/// importent\nIn {deductible.year}.\n///"),
            append(EN, "/// important\nIn {{ deductible.year }}.\n///"),
        ],
        [
            f"{NL}:<0>: there is no box 'importent'; did you mean 'important'?",
            f"{NL}:<0+1>: '{{deductible.year}}' has one brace in place of two; write {{{{ deductible.year }}}}",
        ],
    ),
    Row(
        "a question that a page answers twice, which is a notice",
        [append(NL, "## Wie betaalt wat? {#again}"), append(EN, "## Who pays, once more? {#again}")],
        [
            f"notice: {NL}:<0>: the question 'Wie betaalt wat?' is answered here and on line 15; "
            "answer it in one of the two, and give the other a heading of its own"
        ],
    ),
    Row(
        "a round bracket that does not close, which is a notice, and those of a list of letters",
        [append(NL, "Dat is (voor u zo. Kies a) of b).")],
        [
            f"notice: {NL}:<0>: the bracket '(' at '(voor u zo. Kies' has no partner; "
            "write the other one too, or take it out"
        ],
    ),
    Row(
        "an amount in words",
        [
            append(NL, "Dat is vierhonderd euro, of honderden euro’s."),
            append(EN, "That is four hundred euros."),
        ],
        [
            f"{NL}:<0>: the amount 'vierhonderd euro' is typed into the text; {NO_AMOUNTS}",
            f"{EN}:<1>: the amount 'four hundred euros' is typed into the text; {NO_AMOUNTS}",
        ],
    ),
    Row(
        "a length of time in words that differs, and one that does not",
        [append(NL, "Wacht vier weken, of twee jaar."), append(EN, "Wait three weeks, or two years.")],
        [
            f"{EN}:<1>: the length of time here is '3 weeks', in Dutch it is '4 weeks' ({NL}:<0>); "
            "make them the same, or end the line with <!-- differs: and the reason -->"
        ],
    ),
    Row(
        "a heading that one language lacks, below which its text stands under the heading before it",
        [
            append(NL, "Bel binnen 3 weken, in {{ deductible.year }}."),
            append(EN, "## A {#a}\n\nCall within 3 weeks, in {{ deductible.year }}."),
        ],
        [
            f"{EN}:<1>: the section 'a' is missing in {NL}, after 'bill' (line 57); "
            "write it there too, or take it out here",
        ],
    ),
    Row(
        "a link to a leaflet, a passage that is nowhere, and an amount that no hospital has",
        [
            append(NL, "Lees [de folder](papers/folder.pdf), of betaal {{ brand.first }}."),
            append(EN, "Read [the leaflet](papers/folder.pdf), or pay {{ brand.first }}."),
            append(NL, '--8<-- "nergens.md"'),
            append(EN, '--8<-- "nergens.md"'),
        ],
        [
            *(
                f"{file}:<{line}>: the link '{words}' leads to the file 'papers/folder.pdf', and a text leads to pages "
                "alone; name the file at 'papers' in brand.yml, and lead to your-hospital.md#papers, or write its "
                "whole address"
                for file, line, words in ((NL, 0, "de folder"), (EN, 1, "the leaflet"))
            ),
            *(
                f"{file}:<{line}>: there is no value for '{{{{ brand.first }}}}'; add 'first' to 'costs.prices' in "
                "brand.yml, or take this out"
                for file, line in ((NL, 0), (EN, 1))
            ),
            *(
                f"{file}:<{line}>: the snippet 'nergens.md' does not exist in snippets/{lang}/; write "
                f"snippets/{lang}/nergens.md, or take this line out"
                for file, line, lang in ((NL, 2, "nl"), (EN, 3, "en"))
            ),
        ],
    ),
    Row(
        "a picture on the page of one language",
        [
            write("docs/nl/scan.png", PNG),
            append(NL, "![Een arts kijkt naar een scan](scan.png)"),
        ],
        [
            f"{NL}:<1>: the picture 'scan.png' does not stand in the same section of {EN} (line 57); "
            "make them the same",
        ],
    ),
    Row(
        "an image of which the file is not beside the page, and one with a typing error",
        [
            write("docs/nl/scan.png", PNG),
            append(NL, "![Een arts kijkt](scn.png)"),
            append(EN, "![A doctor looks](scn.png)"),
        ],
        [
            f"{EN}:<2>: the image 'scn.png' does not exist in docs/en/; put its file there, beside the page",
            f"{NL}:<1>: the image 'scn.png' does not exist in docs/nl/; did you mean 'scan.png'?",
        ],
    ),
    Row(
        "pictures that are too large, no picture, of another kind and cut off",
        [
            write("docs/nl/large.png", (PNG + bytes(400_000))[:400_000]),
            write("docs/nl/larger.png", (PNG + bytes(400_000))[:300_400]),
            write("docs/nl/none.png", "Tekst."),
            write("docs/nl/other.png", b"\xff\xd8\xff\xe0" + bytes(30)),
            write("docs/nl/cut.png", PNG[:10]),
            write("docs/nl/Foto van Scan.JPG", b"\xff\xd8\xff\xe0"),
            write("docs/nl/scan.heic", b"0"),
        ],
        sorted(
            [
                "docs/nl/large.png:1: this picture has 400 kB, 300 kB at most; "
                "save it smaller: 1200 pixels wide is enough",
                "docs/nl/larger.png:1: this picture has 301 kB, 300 kB at most; "
                "save it smaller: 1200 pixels wide is enough",
                *(
                    f"docs/nl/{name}.png:1: this file is no picture that can be shown, although its name ends in "
                    "'.png'; open the picture in a drawing program, and save it again as .png or .jpg"
                    for name in ("cut", "none")
                ),
                "docs/nl/other.png:1: the name of this file ends in '.png', and it is a .jpg file; "
                "call it 'other.jpg'",
                "docs/nl/Foto van Scan.JPG:1: the file name 'Foto van Scan.JPG' cannot be a part of an address; "
                "call it 'foto-van-scan.jpg'",
                "docs/nl/scan.heic:1: no browser shows a picture that ends in '.heic' well; save it as .png or .jpg",
            ]
        ),
    ),
    Row(
        "a picture that is called as a page, by one ending and by two, and a page as a picture",
        [
            write("docs/nl/scan.md", PNG),
            write("docs/nl/oog.png.md", PNG),
            append(NL, "![Een arts kijkt](eyes.md)"),
            append(EN, "![A doctor looks](eyes.md)"),
        ],
        [
            f"{EN}:<3>: the image 'eyes.md' is a page, and no picture; "
            "take the '!' before it out, or write the name of a picture",
            f"{NL}:<2>: the image 'eyes.md' is a page, and no picture; "
            "take the '!' before it out, or write the name of a picture",
            "docs/nl/oog.png.md:1: the file name 'oog.png.md' cannot be a part of an address; call it 'oog.png'",
            "docs/nl/scan.md:1: this file is a .png picture, and its name is that of a text; call it 'scan.png'",
        ],
    ),
    Row(
        "names of files with capitals, spaces and two endings, of which nothing else is said",
        [
            write("docs/nl/Oog Aandoening.md", page_source("eyes")),
            write("docs/en/eyes.MD", page_source("eyes")),
            write("docs/en/eyes.md.txt", page_source("eyes")),
            write("snippets/nl/Mijn Tekst.md", "Tekst."),
        ],
        sorted(
            f"{file}:1: the file name '{Path(file).name}' cannot be a part of an address; call it '{good}'"
            for file, good in (
                ("docs/nl/Oog Aandoening.md", "oog-aandoening.md"),
                ("docs/en/eyes.MD", "eyes.md"),
                ("docs/en/eyes.md.txt", "eyes.md"),
                ("snippets/nl/Mijn Tekst.md", "mijn-tekst.md"),
            )
        ),
    ),
    Row(
        "a page without text, to which many others lead",
        [write(NL, page_source("costs", slug="kosten").replace("\nText.\n", ""))],
        [f"{NL}:13: this page has no text; write it, or take the file away with its twin"],
    ),
    Row(
        "a page that is not there in English, to which many others lead",
        [remove(EN)],
        [
            f"{NL}:1: the page 'costs' exists in Dutch only; "
            f"write {EN}, or say 'not_yet_in: [en]' for now, or 'only_in:' with language and reason"
        ],
    ),
    Row(
        "one empty snippet, of which the other language is not told",
        [write("snippets/nl/safety.md", "")],
        ["snippets/nl/safety.md:1: this snippet is empty; write its text again, or take the file away"],
    ),
    Row(
        "conflicts in the text, in the head, and a mark that was left behind",
        [
            append(NL, "<<<<<<< HEAD\nU.\n=======\nJij. [Zie](cots.md)\n>>>>>>> other"),
            front(EN, "slug", "<<<<<<< HEAD\nslug: costs\n=======\nslug: price\n>>>>>>> other"),
            append(SHARED_NL, "Tekst.\n=======\nTekst."),
        ],
        [
            f"{EN}:<1>: {CONFLICT.format('<<<<<<<')}",
            f"{NL}:<0>: {CONFLICT.format('<<<<<<<')}",
            f"{SHARED_NL}:<2+1>: {CONFLICT.format('=======')}",
        ],
    ),
    *(
        Row(
            f"a title {what}",
            [front(NL, "title", f"title: {title}")],
            [f"{NL}:<0>: 'title' is '{shown}': {said}"],
        )
        for what, title, shown, said in (
            (
                "between curly quotes",
                "“Kosten”",
                "“Kosten”",
                "readers see these quotes; take them out, or type straight ones",
            ),
            (
                "with stars",
                "'**Kosten**'",
                "**Kosten**",
                "readers see '**' here as it is typed; write plain words",
            ),
        )
    ),
    Row(
        "a source that is like no other",
        [front(file, "sources", "sources: [oogziekenhuis-2026]") for file in (NL, EN)],
        [
            f"{file}:<{at}>: the source 'oogziekenhuis-2026' does not exist; "
            "add it as data/sources/oogziekenhuis-2026.yml"
            for at, file in enumerate((NL, EN))
        ],
    ),
    Row(
        "a section of which only the heading is left in one language, or a remark",
        [
            swap(
                EN,
                "Then you often pay a part yourself. If [your doctor says no](applying.md#refused), read on there.\n\n"
                "/// important\nAsk before you go.\n///\n\n/// example\n"
                "A patient calls first, and then knows.\n///\n\n",
                "<!-- later -->\n\n",
            )
        ],
        [
            f"{EN}:<0-2>: the section 'contract' has no text here, and in {NL} (line 41) it has; "
            "write it here too, or take the section out in both languages"
        ],
    ),
    Row(
        "links to pages of the site by their full addresses, one of which moved, and those to other sites",
        [
            append(
                NL,
                "[Zie](https://second-opinion.example/aanvragen/#refused), [thuis](https://second-opinion.example), of "
                "[zie](https://second-opinion.example.org/aanvragen/)",
            )
        ],
        [
            f"{NL}:<0>: the link 'Zie' leads to a page of this very site by its full address "
            "'https://second-opinion.example/aanvragen/#refused'; write applying.md#refused",
            f"{NL}:<0>: the link 'thuis' leads to a page of this very site by its full address "
            "'https://second-opinion.example'; write index.md",
        ],
    ),
    Row(
        "days that no calendar has, and days of a leap year",
        [
            append(NL, "Op 31 februari 2027, 29 februari 2028, 29 februari of 0 Mei."),
            append(EN, "On 31 February 2027, 29 February 2028, 29 February or 0 May."),
        ],
        [
            f"{NL}:<0>: no calendar has the day '31 februari 2027'; correct it",
            f"{NL}:<0>: no calendar has the day '0 Mei'; correct it",
            f"{EN}:<1>: no calendar has the day '31 February 2027'; correct it",
            f"{EN}:<1>: no calendar has the day '0 May'; correct it",
        ],
    ),
    Row(
        "a shared passage between curly quotes, of which nothing else is told",
        [swap(NL, '--8<-- "ask-insurer.md"', "--8<-- “ask-insurer.md”")],
        [
            f"{NL}:<0>: '--8<-- “ask-insurer.md”' puts no shared passage here; write it on a line of its own, "
            'with straight quotes, like --8<-- "ask-insurer.md"'
        ],
    ),
    Row(
        "a picture that is not there, with a name that no file may have",
        [
            append(file, f"![Een {words} aan de muur](Mijn Scan.JPG)")
            for file, words in ((NL, "plaat"), (EN, "plate"))
        ],
        [
            f"{file}:<{at}>: the image 'Mijn Scan.JPG' does not exist in docs/{lang}/; "
            "put its file there, beside the page, and call it 'mijn-scan.jpg', here too"
            for at, (file, lang) in enumerate(((NL, "nl"), (EN, "en")))
        ],
    ),
    Row(
        "a head with a colon and no space behind it",
        [front(NL, "slug", "slug:kosten")],
        [f"{NL}:<0>: no space stands behind the colon of 'slug:kosten'; write slug: kosten"],
    ),
    Row(
        "a web address without https://",
        [append(NL, "[Zie](www.b.example/x)")],
        [f"{NL}:<0>: the link 'Zie' leads to 'www.b.example/x'; write https://www.b.example/x"],
    ),
]


@each(SLIPS)
def test_a_slip_in_a_line_is_told(
    row: Row, root: Path, new_findings: Callable[[Mapping[str, str]], list[str]]
) -> None:
    lines = row.spoil(root)
    assert new_findings(row.environment) == lines


def test_each_check_of_one_text_has_a_slip_that_it_finds() -> None:
    words = [*(typed for _, typed, _ in TYPED_WRONG), *(typed for _, typed, _, _ in NOTICED)]
    texts = [Text("docs/nl/x.md", typed) for typed in words]
    checks = (*markdown_slips.CHECKS, *word_slips.CHECKS)
    lone = [check.__name__ for check in checks if not any([*check(text)] for text in texts)]
    assert lone == [], "write in TYPED_WRONG what it finds, or in NOTICED"
