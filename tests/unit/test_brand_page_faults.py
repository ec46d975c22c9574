"""Each thing that can be wrong with the pages of a brand, and the very line that the hospital then reads."""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path

import pytest

from checking import checked_project, new_faults
from second_opinion.brand import brand_menu
from second_opinion.core.markdown_text import headings
from second_opinion.project.project import Project
from support import ROOT

from .brand_folders import (
    CANCER,
    GENERAL,
    B,
    brand_page_source,
    lines_about_brand,
    row,
    spoil_brand,
)
from .spoiling import Row, append, front, swap, write

PAID = 21  # the line of the pages about studies that names an amount

GENERAL_ROWS = [
    row(
        "pages to put first that have no place in the menu",
        append(B, "menu_first: [index, costs, costs, kosten]"),
        f"{B}:<0>: the home page stands first already; take it out",
        f"{B}:<0>: the page 'costs' stands twice; keep one of the two",
        f"{B}:<0>: the page 'kosten' does not exist; did you mean 'costs'?",
    ),
    row(
        "a page to put first that is left out",
        [append(B, "pages_left_out: [{page: child, reason: Test}]"), append(B, "menu_first: [child]")],
        f"{B}:<1>: the page 'child' is left out; keep it, or take it out here",
    ),
    row(
        "links to a page of this site",
        swap(
            B,
            "      address: {nl: https://www.voorbeeldvereniging.example}\n",
            "      address: {nl: our-desk.md}\n    - {title: {nl: A, en: A}}\n",
        ),
        f"{B}:<0-1>: the first of 'links.more': an address leads to another "
        "site; write 'page: our-desk' in its place",
        f"{B}:<0+1>: the second of 'links.more': a link leads to one place; "
        "write 'address', or 'page' for a page of this site",
    ),
    row(
        "a link to a page that is not there",
        swap(B, "      address: {nl: https://www.voorbeeldvereniging.example}", "      page: kosten"),
        f"{B}:<0>: the page 'kosten' does not exist in Dutch; did you mean 'costs'?",
    ),
    row(
        "a short name in the menu for a page of ours",
        [
            write(
                f"docs/{lang}/costs.md",
                brand_page_source(title, slug).replace("written:", "short: Geld\nwritten:"),
            )
            for lang, title, slug in (("nl", "Kosten", "kosten"), ("en", "Costs", "costs"))
        ],
        *(
            f"docs/{lang}/costs.md:<0+4>: 'short' is the name of a page of your own in menus, "
            "and data/menu/costs.yml has that of this one; take the line out"
            for lang in ("en", "nl")
        ),
    ),
    row(
        "a Dutch disease, of which readers in English get the Dutch name",
        swap(B, "specialties: {all: true}", "specialties: {disease: kanker}"),
        f"notice: {B}:<0>: 'specialties.disease' is 'kanker', which is Dutch, and readers in English get it too; "
        "write it in each language: {nl: kanker, en: ...}",
    ),
    row(
        "specialties of which one is Dutch alone, and one the same in both languages",
        swap(
            B,
            "specialties: {all: true}",
            "specialties: {names: [diabetes, ziekten van de huid, {nl: cardiologie, en: cardiology}]}",
        ),
        f"notice: {B}:<0>: the second of 'specialties.names' is 'ziekten van de huid', which is Dutch, and readers in "
        "English get it too; write it in each language: {nl: ziekten van de huid, en: ...}",
    ),
    row(
        "a page checked that does not exist",
        swap(B, "pages: [applying, appointment]", "pages: [aplying, appointment]"),
        f"{B}:<0>: the page 'aplying' does not exist; did you mean 'applying'?",
    ),
    row(
        "a page checked that does not exist, by someone without a name and a day",
        swap(B, "reviewers:\n", "reviewers:\n  - {role: {nl: arts, en: doctor}, pages: [aplying]}\n"),
        f"{B}:<0+1>: 'name' of the first of 'reviewers' is missing; add a line 'name: ...'",
        f"{B}:<0+1>: 'date' of the first of 'reviewers' is missing; add a line 'date: ...'",
        f"{B}:<0+1>: the page 'aplying' does not exist; did you mean 'applying'?",
    ),
    row(
        "a page left out that does not exist, without a reason",
        append(B, "pages_left_out: [{page: abrod}]"),
        f"{B}:<0>: 'reason' of the first of 'pages_left_out' is missing; add a line 'reason: ...'",
        f"{B}:<0>: the page 'abrod' does not exist; did you mean 'abroad'?",
    ),
    row(
        "a page left out that does not exist",
        append(B, "pages_left_out: [{page: abrod, reason: Test}]"),
        f"{B}:<0>: the page 'abrod' does not exist; did you mean 'abroad'?",
    ),
    row(
        "a page left out without a reason",
        append(B, "pages_left_out: [{page: abroad}]"),
        f"{B}:<0>: 'reason' of the first of 'pages_left_out' is missing; add a line 'reason: ...'",
    ),
    row(
        "the home page by the name that people give it",
        append(B, "pages_left_out: [{page: home, reason: Test}]"),
        f"{B}:<0>: the page 'home' does not exist; did you mean 'index'?",
    ),
    row(
        "a page left out that every site needs",
        append(B, "pages_left_out: [{page: index, reason: Test}]"),
        f"{B}:<0>: the page 'index' is left out, and every site needs it; "
        "take this line out, or write your own page in its place: docs/nl/index.md",
    ),
    row(
        "the page for people in distress left out",
        append(B, "pages_left_out: [{page: mental-health, reason: Test}]"),
        f"{B}:<0>: the page 'mental-health' is left out, and the search leads people in distress there; "
        "take this line out, or write your own page in its place: docs/nl/mental-health.md",
    ),
    row(
        "the page for people in distress in other words",
        [
            write("docs/nl/mental-health.md", brand_page_source("Nood", "psychische-klachten")),
            write("docs/en/mental-health.md", brand_page_source("Distress", "mental-health")),
        ],
    ),
    row(
        "a page in one language only",
        write("docs/nl/parking.md", brand_page_source("Parkeren", "parkeren")),
        "docs/nl/parking.md:1: the page 'parking' exists in Dutch only; "
        "write {B}/docs/en/parking.md, or say 'not_yet_in: [en]' for now, or 'only_in:' with language and reason",
    ),
    row(
        "lines for a letter that nobody has",
        write(
            "tools/letters.yml",
            "parts:\n  - id: referal\n    lines:\n      - { id: mine, nl: Dag., en: Hello. }\n",
        ),
        "tools/letters.yml:2: the tool has no part 'referal', and a new part needs a title; "
        "did you mean 'referral'?",
    ),
    row(
        "a page with the address of one of ours as the name of its file",
        write("docs/nl/kosten.md", brand_page_source("Wat kost het?", "prijzen")),
        "docs/nl/kosten.md:1: the page 'kosten' exists in Dutch only, and that is the address of the page 'costs'; "
        "call this file 'costs.md' if it takes the place of that one: a name is the same in every language",
    ),
    row(
        "a page with the name and the address of one of ours, which is told once",
        write("docs/nl/kosten.md", brand_page_source("Wat kost het?", "kosten")),
        "docs/nl/kosten.md:4: this page has the address of docs/nl/costs.md, and stands beside it; "
        "call this file costs.md when it takes its place, or give it another 'slug'",
    ),
    row(
        "a list to take along that nobody has, and lines that ours have or that stand in no part",
        [
            write("tools/my-question.yml", "parts: []\n"),
            write(
                "tools/my-questions.yml",
                "parts:\n  - id: insurers\n    lines:\n      - { id: mine, nl: Wat?, en: What? }\n"
                "  - id: insurer\n    lines:\n      - { id: agree, nl: Wat? }\n",
            ),
        ],
        "tools/my-question.yml:1: there is no list of this name to add to; did you mean 'my-questions.yml'?",
        "tools/my-questions.yml:2: the tool has no part 'insurers', and a new part needs a title; "
        "did you mean 'insurer'?",
        "tools/my-questions.yml:7: these words lack English; add 'en: ...'",
        "tools/my-questions.yml:7: the line 'agree' stands twice; give this one another id",
    ),
    row(
        "a snippet in one language only",
        write("snippets/en/three-questions.md", "Talk to your doctor.\n"),
        "snippets/en/three-questions.md:1: the brand has the snippet 'three-questions' in English only; "
        "write {B}/snippets/nl/three-questions.md too",
    ),
    row(
        "a snippet in one language only whose name is nearly one of ours",
        write("snippets/nl/saftey.md", "Tekst.\n"),
        "notice: snippets/nl/saftey.md:1: no page uses this snippet; did you mean 'safety.md'?",
    ),
    row(
        "a snippet whose name is nearly one of ours in each language",
        [write(f"snippets/{lang}/saftey.md", "Test.\n") for lang in ("nl", "en")],
        "notice: snippets/nl/saftey.md:1: no page uses this snippet, nor {B}/snippets/en/saftey.md; "
        "did you mean 'safety.md'?",
    ),
    row(
        "a page whose file has the Dutch name of one of ours, and no head",
        write("docs/nl/kosten.md", "# Kosten\n\nWij vragen niets.\n\n## Wie betaalt?\n\nU niet.\n"),
        "docs/nl/kosten.md:1: our page about this is called 'costs' in each language, and {B}/docs/nl/kosten.md would "
        "stand beside it; call it 'costs.md' if it takes the place of that one, and begin with a copy of ours: "
        "docs/nl/costs.md and docs/en/costs.md",
    ),
    row(
        "the same in each language, with a slip in the name",
        [write(f"docs/{lang}/kosen.md", "# Kosten\n") for lang in ("nl", "en")],
        "docs/nl/kosen.md:1: our page about this is called 'costs' in each language, and {B}/docs/nl/kosen.md and "
        "{B}/docs/en/kosen.md would stand beside it; call it 'costs.md' if it takes the place of that one, and begin "
        "with a copy of ours: docs/nl/costs.md and docs/en/costs.md",
    ),
    row(
        "a page with capitals in the ending of its name, which brand.yml names",
        [
            write("docs/nl/parking.MD", brand_page_source("Parkeren", "parkeren")),
            write("docs/en/parking.md", brand_page_source("Parking", "parking")),
            append(B, "menu_first: [parking]"),
        ],
        "docs/nl/parking.MD:1: the file name 'parking.MD' cannot be a part of an address; call it 'parking.md'",
    ),
    row(
        "a page with an address that is taken",
        [
            write("docs/nl/parking.md", brand_page_source("Parkeren", "kosten")),
            write("docs/en/parking.md", brand_page_source("Parking", "parking")),
        ],
        "docs/nl/parking.md:4: this page has the address of docs/nl/costs.md, and stands beside it; "
        "call this file costs.md when it takes its place, or give it another 'slug'",
    ),
    row(
        "a page replaced in one language only",
        write("docs/nl/mental-health.md", brand_page_source("Nood", "psychische-klachten")),
        "docs/nl/mental-health.md:1: this page takes the place of a shared one in Dutch only; "
        "write it in English too, or readers get two different ones: docs/en/mental-health.md",
    ),
    row(
        "a folder of pages with a capital",
        write("Docs/nl/parking.md", brand_page_source("Parkeren", "parkeren")),
        "Docs:1: this folder is called 'Docs', so its pages are not found; call it 'docs'",
    ),
    row(
        "a folder of pages without its last letter, and brand.yml that names one of them",
        [
            *(
                write(f"doc/{lang}/parking.md", brand_page_source(title, title.lower()))
                for lang, title in (("nl", "Parkeren"), ("en", "Parking"))
            ),
            append(B, "menu_first: [parking]"),
            swap(B, "      address: {nl: https://www.voorbeeldvereniging.example}", "      page: parking"),
        ],
        "doc:1: nothing of what stands in 'doc' is read; call it 'docs', or take it away",
    ),
    row(
        "a second file of settings with another ending",
        write("brand.yaml", "name: Test"),
        "brand.yaml:1: nothing of what stands in 'brand.yaml' is read; call it 'brand.yml', or take it away",
    ),
    row(
        "a file with the name of the folder of snippets",
        write("snippets", "Tekst."),
        "snippets:1: this is a file, and the snippets of a brand stand in a folder of this name; "
        "give it another name, or take it away",
    ),
    row(
        "a folder with the name of a page",
        write("docs/nl/costs.md/notes.txt", "Tekst."),
        "docs/nl/costs.md:1: this is a folder, and a page is a file; put the page itself in its place",
        "docs/nl/costs.md/notes.txt:1: this file is no page of the site; "
        "a page of a brand stands in docs/nl/ or docs/en/, as name.md",
    ),
    row(
        "a page left out by the name of its file",
        append(B, "pages_left_out: [{page: abroad.md, reason: Test}]"),
        f"{B}:<0>: 'page' of the first of 'pages_left_out' is 'abroad.md': this is no name of a page; "
        "write that of its file in docs/nl/ without '.md', like costs",
    ),
    row(
        "a script in a page",
        [
            write("docs/nl/parking.md", brand_page_source("Parkeren", "parkeren") + "\n<script>1</script>\n"),
            write("docs/en/parking.md", brand_page_source("Parking", "parking") + "\n<script>1</script>\n"),
        ],
        *(
            f"docs/{lang}/parking.md:15: the element <script> is not allowed; "
            "write Markdown, or use one of abbr, br, kbd, span, sub, sup"
            for lang in ("nl", "en")
        ),
    ),
    row(
        "a file that is no page",
        write("docs/parking.md", brand_page_source("Parkeren", "parkeren")),
        "docs/parking.md:1: this file is no page of the site; "
        "a page of a brand stands in docs/nl/ or docs/en/, as name.md",
    ),
    row(
        "a page left out that the brand writes itself",
        [
            append(B, "pages_left_out: [{page: reasons, reason: Test}]"),
            write("docs/nl/reasons.md", brand_page_source("Redenen", "redenen")),
            write("docs/en/reasons.md", brand_page_source("Reasons", "reasons")),
        ],
        f"{B}:<0>: the page 'reasons' is left out, and it stands in docs/; keep one of the two",
    ),
]

OTHER_ROWS = [
    (
        CANCER,
        row(
            "amounts typed into a text of the brand: one that has a name, and one that has none",
            [
                swap("docs/nl/studies.md", "{{ brand.advance }}", "€ 500,-"),
                swap("docs/en/studies.md", "{{ brand.advance }}", "€ 500.50"),
            ],
            f"docs/nl/studies.md:{PAID}: the amount '€ 500,-' is typed into the text; "
            "use its name: {{ brand.advance }}",
            f"docs/en/studies.md:{PAID}: the amount '€ 500.50' is typed into the text; "
            "add it to 'costs.prices' in brand.yml, and use its name there, like {{ brand.first-visit }}",
        ),
    ),
    (
        CANCER,
        row(
            "an amount that brand.yml does not say",
            [
                swap(f"docs/{lang}/studies.md", "{{ brand.advance }}", "{{ brand.advanse }}")
                for lang in ("nl", "en")
            ],
            *(
                f"docs/{lang}/studies.md:{PAID}: there is no value for '{{{{ brand.advanse }}}}'; "
                "did you mean 'brand.advance'?"
                for lang in ("nl", "en")
            ),
        ),
    ),
]

ROWS = [*((GENERAL, each) for each in GENERAL_ROWS), *OTHER_ROWS]


@pytest.mark.parametrize(("name", "each"), ROWS, ids=[each.sentence for _, each in ROWS])
def test_a_fault_in_a_page_of_a_brand_is_told(name: str, each: Row, bare: Path, tmp_path: Path) -> None:
    brand, lines = spoil_brand(name, each, tmp_path)
    assert lines_about_brand(bare, brand) == lines


def test_what_names_a_page_that_went_is_told_the_name_that_it_has_now(bare: Path, tmp_path: Path) -> None:
    root = shutil.copytree(bare, tmp_path / "root")
    for lang in ("nl", "en"):
        front(f"docs/{lang}/costs.md", "checked", "checked: []\nmoved_from: [tariffs]")(root)
    write("data/menu/tariffs.yml", "place: 1\nnl: Test\nen: Test\n")(root)
    write("data/published/tariffs.yml", "addresses: [/en/tariffs/]\n")(root)
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    reviewed = swap(B, "pages: [applying, appointment]", "pages: [tariffs]")(brand)
    linked = swap(B, "address: {nl: https://www.voorbeeldvereniging.example}", "page: tariffs")(brand)
    first = append(B, "menu_first: [tariffs]")(brand)
    left_out = append(B, "pages_left_out: [{page: tariffs, reason: Test}]")(brand)
    for lang, slug in (("nl", "kosten"), ("en", "costs")):
        write(f"docs/{lang}/costs.md", brand_page_source("Test", slug))(
            brand
        )  # it says nothing of the old name
    told = "the page 'tariffs' has become 'costs'"
    instead = "write 'costs', or take this out where that stands already"
    found = checked_project(root, {"BRAND": str(brand)}).findings
    assert sorted(str(one).replace(f"{brand}/", "") for one in found if one.wrong.startswith(told)) == sorted(
        [
            *(f"{B}:{line}: {told}; {instead}" for line in (reviewed, first, left_out)),
            f"{B}:{linked}: {told} in Dutch; {instead}",
            f"data/menu/tariffs.yml:1: {told}; call this file costs.yml, or take it away where that one is there "
            "already",
            f"data/published/tariffs.yml:1: {told}; move its addresses to data/published/costs.yml, and take this "
            "file away",
        ]
    )


PUSHED = "what stands in 'menu_first' takes the place of {} at the top of every page"


STAYS = "leave one out to have it back there; it still stands in the menu of a phone and the list at home"


WRAPS = (
    "the names at the top of every page have N letters in {}, and N fit in one row; "
    "the longest is 'Nog een heel lange naam'"
)


@pytest.mark.parametrize(
    ("room", "first", "short", "said_first"),
    [
        (65, "[our-desk]", "Balie", [(PUSHED.format("'costs'"), STAYS)]),
        (65, "[costs]", "Balie", []),
        (65, "[our-desk]", "Nog een heel lange naam", [(PUSHED.format("'appointment' and 'costs'"), STAYS)]),
        (
            30,
            "[our-desk]",
            "Nog een heel lange naam",
            [
                (PUSHED.format("'what-is-it', 'applying', 'appointment' and 'costs'"), STAYS),
                *(
                    (WRAPS.format(lang), f"give it a shorter 'short' in docs/{code}/our-desk.md")
                    for lang, code in (("Dutch", "nl"), ("English", "en"))
                ),
            ],
        ),
    ],
    ids=["a page is pushed out", "one that stood there", "as many as fit in one row", "the row wraps"],
)
def test_what_is_put_first_is_told_where_it_pushes_out_a_page_or_does_not_fit(
    room: int,
    first: str,
    short: str,
    said_first: list[tuple[str, str]],
    bare: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(brand_menu, "LETTERS_AT_TOP", room)  # the made-up menu is a short one
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    line = append(B, f"menu_first: {first}")(brand)
    for lang, title in (("nl", "Over onze balie"), ("en", "Our desk")):
        text = brand_page_source(title, f"desk-{lang}").replace("written:", f"short: {short}\nwritten:")
        write(f"docs/{lang}/our-desk.md", text)(brand)
    project = checked_project(bare, {"BRAND": str(brand), "PREVIEW": "1"})
    mine = [one for one in project.findings if one.line == line and one.file == f"{brand}/{B}"]
    assert [(re.sub(r"\d+", "N", one.wrong), one.do) for one in mine] == said_first
    assert not any(one.is_fault for one in mine)


def test_a_needed_page_left_out_is_told_in_one_line(untouched: Path, sample: Project, tmp_path: Path) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    append(B, "pages_left_out: [{page: index, reason: Test}]")(brand)
    found = new_faults(checked_project(untouched, {"BRAND": str(brand)}), sample)
    assert [finding.wrong for finding in found] == ["the page 'index' is left out, and every site needs it"]


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        (" {#who-pays}", "", {"nl": "##"}),
        ("{#who-pays}", "{#terms}", {"nl": "", "en": ""}),
    ],
    ids=["the anchor forgotten in Dutch", "another anchor in both languages"],
)
def test_a_section_that_a_replaced_page_lacks_is_told_once_in_the_file_of_the_brand(
    untouched: Path, sample: Project, tmp_path: Path, old: str, new: str, places: dict[str, str]
) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    expected = []
    for lang in ("nl", "en"):
        text = (untouched / f"docs/{lang}/costs.md").read_text("utf-8")
        line = text[: text.index(old)].count("\n") + 1 if places.get(lang) else 1
        (brand / f"docs/{lang}").mkdir(parents=True)
        (brand / f"docs/{lang}/costs.md").write_text(
            text.replace(old, new if lang in places else old), "utf-8"
        )
        if lang in places:
            expected.append((f"{brand}/docs/{lang}/costs.md", line, "#who-pays"))
    found = new_faults(checked_project(untouched, {"BRAND": str(brand)}), sample)
    assert [(told.file, told.line, told.wrong.split("'")[1]) for told in found] == sorted(expected)
    assert all(" it (first: docs/" in told.wrong for told in found)
    assert all(told.do == "put it back as a heading that ends in {#who-pays}" for told in found)


def test_headings_of_a_replaced_page_are_told_the_anchors_that_they_lack_each_once(
    untouched: Path, sample: Project, tmp_path: Path
) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    (shared,) = [page for page in sample.shared.sound if (page.lang, page.name) == ("nl", "costs")]
    lacking = [heading.anchor for heading in headings(shared.text)]
    for lang in ("nl", "en"):
        (brand / f"docs/{lang}").mkdir(parents=True)
        shutil.copy(untouched / f"docs/{lang}/costs.md", brand / f"docs/{lang}/costs.md")
    page = brand / "docs/nl/costs.md"
    bare = re.sub(r"(?m)^(#.*) \{#[a-z-]+\}$", r"\1", page.read_text("utf-8"))
    first, second = [line for line in bare.splitlines() if line.startswith("#")][:2]
    bare = bare.replace(first, f"{first} anders").replace(f"\n{second}\n", f"\n{second} anders\n", 1)
    page.write_text(bare, "utf-8")
    told = new_faults(checked_project(untouched, {"BRAND": str(brand)}), sample)
    named = [one.do.partition("{#")[2].rstrip("}") for one in told if "has no anchor" in one.wrong]
    assert (len(lacking) > 1, named) == (True, lacking)


def test_the_page_that_the_repository_to_copy_shows_is_sound(bare: Path, tmp_path: Path) -> None:
    guide = (ROOT / "examples/hospital-repository/README.md").read_text("utf-8")
    (shown,) = re.findall(r"   ```\n(   ---\n.*?)   ```\n", guide, re.DOTALL)
    brand = shutil.copytree(ROOT / "examples/hospital-repository/brand", tmp_path / "brand")
    swap(B, "# languages: [nl]", "languages: [nl]")(brand)
    write("docs/nl/our-desk.md", textwrap.dedent(shown))(brand)
    assert lines_about_brand(bare, brand) == []


def test_a_heading_that_a_page_of_a_hospital_lacks_is_one_fault(
    untouched: Path, sample: Project, tmp_path: Path
) -> None:
    brand = shutil.copytree(ROOT / "brands/voorbeeldziekenhuis", tmp_path / "brand")
    for lang in ("nl", "en"):
        (brand / f"docs/{lang}").mkdir(parents=True)
        shutil.copy(untouched / f"docs/{lang}/applying.md", brand / f"docs/{lang}/applying.md")
    text = (brand / "docs/nl/applying.md").read_text("utf-8")
    lacking = next(
        anchor
        for anchor in re.findall(r"^## .*\{#([a-z-]+)\}$", text, re.MULTILINE)
        if f"applying.md#{anchor})"
        in "".join(file.read_text("utf-8") for file in (untouched / "docs/nl").glob("*.md"))
    )
    cut = re.sub(rf"(?m)^## .*\{{#{lacking}\}}\n", "", text)
    (brand / "docs/nl/applying.md").write_text(cut, "utf-8")
    (told,) = new_faults(checked_project(untouched, {"BRAND": str(brand)}), sample)
    assert told.wrong.startswith(f"your page lacks the section '#{lacking}' of the shared one")
