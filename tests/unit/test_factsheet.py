"""The fact sheet of a change, as those who check it read it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checking import checked_project
from repositories import git
from second_opinion.commands import factsheet
from second_opinion.commands.versions import Versions
from second_opinion.project.project import Project
from second_opinion.prose.data_differences import Difference, differences
from second_opinion.prose.text_differences import (
    ChangedParagraph,
    Paragraph,
    changed_paragraphs,
    mark_words,
    paragraphs_in,
)
from support import change as put

from .made_up_page import SITE, WORDS, write_page
from .spoiling import Edit, front, remove, swap, write


def sheet(capsys: pytest.CaptureFixture[str], base: str = "main") -> str:
    """Return the sheet against a base."""
    assert factsheet.main([base]) == 0
    return capsys.readouterr().out


def part(said: str, title: str) -> list[str]:
    """Return the lines of a part of the sheet but for empty ones, without what follows under its own title."""
    (found,) = [text for text in re.split(r"^##+ ", said, flags=re.MULTILINE) if text.startswith(title)]
    return [line for line in found.splitlines()[1:] if line]


HEAD = ["|  | Nederlands | English |", "| --- | --- | --- |"]


def test_a_changed_sentence_stands_with_its_words_marked_under_its_page_and_section(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, word in (("nl", "Hooguit"), ("en", "At most")):
        put(repository, f"docs/{lang}/made-up.md", word, f"{word} nu")
    put(repository, "docs/nl/made-up.md", "Het geld", "Uw geld")
    said = sheet(capsys)
    assert f"## [Verzonnen]({SITE}/verzonnen/) / [Made up]({SITE}/en/made-up/)" in said
    assert part(said, "Begin van de pagina")[3] == (
        "| wordt / after | Hooguit **nu** 385 euro (2026). | At most **nu** 385 euros (2026). |"
    )
    assert part(said, f"[Wat is dat?]({SITE}/verzonnen/#what)") == [
        *HEAD,
        "| was / before | ~~Het~~ geld proefzeef &amp; meer |  |",
        "| wordt / after | **Uw** geld proefzeef &amp; meer "
        "| The money trial sieve &amp; meer (niet veranderd / not changed) |",
    ]
    shown = said[: said.index("<details>")]
    assert not re.search(r"--8<--|\{\{|docs/|slug:|\{#", shown)
    assert "`docs/en/made-up.md`, `docs/nl/made-up.md`" in said


def test_what_pages_share_stands_once_with_all_of_them(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_page(repository, "other", title="Anders", slug="anders")
    git(repository, "add", "docs")
    git(repository, "commit", "-m", "another page")
    put(repository, "snippets/nl/made-up.md", "Bel ons", "Schrijf ons")
    said = sheet(capsys)
    assert said.count("**Schrijf** ons maar.") == 1
    assert f"Staat ook op / Also on: [Anders]({SITE}/anders/#what)." in said


def test_a_changed_amount_stands_in_each_sentence_that_shows_it_and_with_its_own_sources(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository, "data/deductible.yml", "2026-01-01: { euro: 385", "2026-01-01: { euro: 390")
    said = sheet(capsys)
    assert "| wordt / after | Hooguit **390** euro (2026). | At most **390** euros (2026). |" in said
    sources = (repository / "data/deductible.yml").read_text("utf-8")
    (ids,) = re.findall(r"^  2026-01-01: .*euro: 390.*sources: \[(.*)\]", sources, re.MULTILINE)
    (row,) = part(said, "Eigen risico / Deductible")[2:]
    since = "1 januari 2026 / 1 January 2026"
    where = f"Verplicht eigen risico / Compulsory deductible › {since} › Bedrag in euro’s / Amount in euros"
    assert row.startswith(f"| {where} | ~~385~~ | **390** | ")
    assert row.count("<br>") == ids.count(",")
    assert "Bronnen / Sources" not in said


def test_a_new_page_stands_as_text_and_one_that_goes_too(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_page(repository, "new", title="Nieuw", slug="nieuw")
    for lang in WORDS:
        (repository / f"docs/{lang}/made-up.md").unlink()
    said = sheet(capsys)
    assert f"## Nieuwe pagina / New page: [Nieuw]({SITE}/nieuw/)" in said
    assert "## Verwijderde pagina / Page that goes: Verzonnen / Made up\n" in said
    assert part(said, "[Wat is dat?](https://second-opinion.example/nieuw/") == [
        *HEAD,
        "| nieuw / new | Wat is dat?<br>Bel ons maar.<br>Het geld proefzeef &amp; meer "
        "| What is that?<br>Do call us.<br>The money trial sieve &amp; meer |",
    ]


def test_an_address_that_is_kept_no_longer_is_told_and_fails(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "data/published/costs.yml").unlink()
    assert factsheet.main(["main"]) == 1
    said = capsys.readouterr().out
    assert "**Let op: dit moet eerst verbeterd worden" in said
    assert (
        "- data/published/costs.yml:1: the address /kosten/ was published, and no file of data/published/ has it now; "
        "write it in the file of the page that took its place, with 'moved\\_from' at the top of that page"
    ) in said


def test_a_translation_that_changed_alone_is_remarked_and_one_that_comes_later_too(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository, "docs/en/made-up.md", "The money", "All the money")
    *_, row, remark = part(sheet(capsys), f"[What is that?]({SITE}/en/made-up/#what)")
    assert remark == factsheet.ONLY_TRANSLATION
    assert row.startswith("| wordt / after | Het geld proefzeef &amp; meer (niet veranderd / not changed) | ")
    put(repository, "docs/nl/made-up.md", "Hooguit", "Altijd hooguit")
    with (repository / "docs/nl/made-up.md").open("a", encoding="utf-8") as page:
        page.write("\n## Later? {#later .not-yet-in-en}\n\nDat komt.\n")
    said = sheet(capsys)
    assert part(said, "[Later?]")[-1] == f"| nieuw / new | Later?<br>Dat komt. | {factsheet.LATER} |"
    assert factsheet.ONLY_TRANSLATION not in "".join(part(said, "Begin van de pagina"))


def test_a_changed_word_names_the_pages_that_explain_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository, "data/glossary/made-up.yml", "Een zeef", "Een fijne zeef")
    assert part(sheet(capsys), "Moeilijke woorden") == [
        *HEAD,
        "| was / before | Proefzeef: Een zeef. |  |",
        "| wordt / after | Proefzeef: Een **fijne** zeef. | (niet veranderd / not changed) |",
        f"Uitleg verschijnt op / Explained on: [Verzonnen]({SITE}/verzonnen/).",
    ]


SOURCE = """title: Proefboek
publisher: Proefuitgever
language: nl
read: 2026-11-20
archived: false
"""


def test_sources_stand_by_title_and_publisher_and_only_those_that_changed(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "data/sources/trial.yml").write_text(SOURCE, "utf-8")
    put(repository, "docs/nl/made-up.md", "[zvw]", "[zvw, trial]")
    assert part(sheet(capsys), "Bronnen / Sources") == [
        "- nieuw / new: Proefboek, Proefuitgever, gelezen / read 2026-11-20",
        f"- Proefboek, Proefuitgever: nu ook bij / now at [Verzonnen]({SITE}/verzonnen/)",
    ]


def test_a_link_to_another_page_is_named_though_no_word_changed(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository, "docs/nl/made-up.md", "(costs.md)", "(applying.md)")
    assert part(sheet(capsys), "Alleen links") == [f"- [Verzonnen]({SITE}/verzonnen/)"]


def test_every_role_has_a_box_to_tick_and_a_fault_is_no_trace(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository, "docs/nl/made-up.md", "title: Verzonnen", "titel: Verzonnen")
    (repository / "docs/en/made-up.md").write_bytes(b"\xeb")
    said = sheet(capsys)
    assert "**Let op: dit moet eerst verbeterd worden" in said
    assert "- docs/en/made-up.md:1: this file is not saved as UTF-8; save it again as UTF-8" in said
    boxes = [line for line in said.splitlines() if line.startswith("- [ ] ")]
    assert [box.split(" (")[0] for box in boxes] == [
        "- [ ] Arts / Doctor",
        "- [ ] Verzekeringsdeskundige / Insurance expert",
        "- [ ] Taalredacteur / Language editor",
    ]


# ---- data, checks, addresses and pictures

QUESTIONS = "Mijn vragen / My questions"
EVERY_DOCTOR = "Aan elke arts / Any doctor"
OPTIONS = "      - { id: options, nl: Wat kan er?, en: What is possible? }\n"
PROS = "      - { id: pros, nl: Wat zijn de voordelen?, en: What are the pros? }\n"
SCAN = "      - { id: scan, nl: Moet mijn scan opnieuw?, en: Another scan? }\n"
DATA = "data/my-questions.yml"


@pytest.mark.parametrize(
    ("edit", "title", "rows"),
    [
        (
            swap(DATA, OPTIONS, SCAN + OPTIONS),
            QUESTIONS,
            [
                f"| nieuw / new: {EVERY_DOCTOR} |  "
                "| Nederlands: Moet mijn scan opnieuw?<br>English: Another scan? | - |"
            ],
        ),
        (
            swap(DATA, OPTIONS, ""),
            QUESTIONS,
            [
                f"| weg / gone: {EVERY_DOCTOR} | Nederlands: Wat kan er?<br>English: What is possible? |  | - |"
            ],
        ),
        (
            swap(DATA, OPTIONS + PROS, PROS + OPTIONS),
            QUESTIONS,
            [
                f"| volgorde / order: {EVERY_DOCTOR} "
                "| Wat kan er? / What is possible? → Wat zijn de voordelen? / What are the pros? "
                "| Wat zijn de voordelen? / What are the pros? → Wat kan er? / What is possible? | - |"
            ],
        ),
        (
            swap(DATA, "nl: Wat kan er?", "nl: Wat kan er nu?"),
            QUESTIONS,
            [
                f"| {EVERY_DOCTOR} › Wat kan er nu? / What is possible? › Nederlands "
                "| Wat kan ~~er?~~ | Wat kan **er nu?** | - |"
            ],
        ),
        (
            swap("data/deductible.yml", "euro: 400, confirmed: true", "euro: 400, confirmed: false"),
            "Eigen risico / Deductible",
            [
                "| Verplicht eigen risico / Compulsory deductible › 1 januari 2027 / 1 January 2027 "
                "› Bevestigd door de overheid / Confirmed by the government "
                "| ~~ja / yes~~ | **nee / no** | Wet over verzekeringen, De overheid |"
            ],
        ),
        (
            swap("data/menu/costs.yml", "nl: Kosten", "nl: Geld"),
            "Onderwerpen / Subjects",
            ["| Wat kost een second opinion? › Nederlands | ~~Kosten~~ | **Geld** | - |"],
        ),
        (
            write("data/menu/made-up.yml", "place: 125\nnl: Bedacht\nen: Invented\n"),
            "Onderwerpen / Subjects",
            [
                "| nieuw / new: Verzonnen |  "
                "| Plaats in de lijst / Place in the list: 125<br>Nederlands: Bedacht<br>English: Invented | - |"
            ],
        ),
        (
            swap(
                "data/who-does-what.yml",
                "steps:\n",
                "steps:\n  - { from: you, to: doctor, nl: U belt., en: You call. }\n",
            ),
            "Wie doet wat / Who does what",
            [
                "| nieuw / new |  | Van / From: you<br>Naar / To: doctor<br>"
                "Nederlands: U belt.<br>English: You call. | - |"
            ],
        ),
        (
            swap("brands/neutral/brand.yml", "name:", "name: Een ander # "),
            "Organisatie / Organisation: neutral",
            None,
        ),
    ],
    ids=[
        "a new question",
        "a question that goes",
        "another order",
        "another word in a question",
        "an amount that is no longer confirmed",
        "a name in the menu",
        "a new place in the menu",
        "a step without an id",
        "an organisation",
    ],
)
def test_each_change_of_data_is_one_row_that_says_where_it_stands(
    repository: Path, capsys: pytest.CaptureFixture[str], edit: Edit, title: str, rows: list[str] | None
) -> None:
    edit(repository)
    found = part(sheet(capsys), title)[2:]
    assert len(found) == 1
    assert rows in (None, found)


def test_a_check_is_shown_with_who_checked_what_and_when(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check = 'checked:\n  - { role: arts, name: A. Voorbeeld, date: 2026-11-26, text: "12345678" }'
    front("docs/nl/made-up.md", "checked", check)(repository)
    front("docs/nl/made-up.md", "next_check", "next_check: 2027-11-26")(repository)
    said = sheet(capsys)
    assert factsheet.NOTHING not in said
    title = f"[Verzonnen]({SITE}/verzonnen/)"
    assert part(said, "Nagekeken door / Checked by") == [
        factsheet.CHECKS,
        f"- {title}: nieuw / new: A. Voorbeeld, arts, 26 november 2026",
    ]
    assert part(said, "Over de pagina’s / About the pages") == [
        f"- {title}: Opnieuw nakijken vóór / Check again before: ~~2027-05-20~~ → **2027-11-26**"
    ]
    git(repository, "commit", "--all", "-m", "checked")
    put(repository, "docs/nl/made-up.md", "12345678", "87654321")
    (line,) = part(sheet(capsys), "Nagekeken door / Checked by")[1:]
    assert line.endswith("26 november 2026: geldt nu voor een andere tekst / holds for another text now")
    put(repository, "docs/nl/made-up.md", "A. Voorbeeld", "B. Voorbeeld")
    assert [line.split(": ", 2)[1:] for line in part(sheet(capsys), "Nagekeken door / Checked by")[1:]] == [
        ["nieuw / new", "B. Voorbeeld, arts, 26 november 2026"],
        ["weg / gone", "A. Voorbeeld, arts, 26 november 2026"],
    ]


def test_an_address_that_moves_is_shown_with_where_it_leads(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    front("docs/nl/made-up.md", "slug", "slug: bedacht\nmoved_from: [verzonnen]")(repository)
    front("docs/en/made-up.md", "slug", "slug: invented")(repository)
    put(repository, "data/moved_anchors.yml", "costs:\n", "costs:\n  old: made-up#what\n")
    put(repository, "data/moved_anchors.yml", "  insurer-says-no: applying#refused\n", "")
    assert part(sheet(capsys), "Adressen / Addresses") == [
        "- `/verzonnen/` leidt nu naar / now leads to `/bedacht/`",
        "- `/en/made-up/` werkt niet meer / no longer works",
        f"- [Wat kost een second opinion?]({SITE}/kosten/), `#insurer-says-no` werkt niet meer / no longer works",
        f"- [Wat kost een second opinion?]({SITE}/kosten/), `#old` leidt nu naar / now leads to "
        f"[Verzonnen]({SITE}/bedacht/) › Wat is dat?",
    ]


def test_a_page_under_another_name_is_one_that_goes_and_one_that_comes(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang in WORDS:
        (repository / f"docs/{lang}/made-up.md").rename(repository / f"docs/{lang}/invented.md")
    write("data/menu/invented.yml", "place: 125\nicon: bed-outline\nnl: Bedacht\nen: Invented\n")(repository)
    write("data/published/invented.yml", "addresses:\n- /verzonnen/\n- /en/made-up/\n")(repository)
    remove("data/menu/abroad.yml")(repository)
    git(repository, "add", "docs")
    said = sheet(capsys)
    assert [row.split(" |")[0] for row in part(said, "Onderwerpen / Subjects")[2:]] == [
        "| weg / gone: In het buitenland",
        "| nieuw / new: Verzonnen",
    ]
    assert "## Nieuwe pagina / New page: [Verzonnen]" in said
    assert "## Verwijderde pagina / Page that goes: Verzonnen / Made up\n" in said
    assert "`docs/en/invented.md`, `docs/en/made-up.md`" in said


def test_pictures_are_named_and_what_no_reader_sees_is_no_change_for_them(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository, "data/spelling.yml", "nl: [", "nl: [Verzinsel, ")
    said = sheet(capsys)
    assert said.startswith(f"{factsheet.TITLE}\n\n{factsheet.UNSEEN}\n\n<details>")
    assert "`data/spelling.yml`" in said
    (repository / "docs/nl/old.png").write_bytes(b"old")
    git(repository, "add", "docs")
    git(repository, "commit", "-m", "a picture")
    (repository / "docs/nl/old.png").unlink()
    (repository / "docs/nl/scan.png").write_bytes(b"new")
    assert part(sheet(capsys), "Plaatjes / Pictures") == [
        "- `docs/nl/old.png`: weg / gone",
        "- `docs/nl/scan.png`: nieuw / new",
    ]


def files_in(root: Path, folder: str) -> list[str]:
    """Return the files of a folder of a project that editors write."""
    return sorted(
        file.relative_to(root).as_posix()
        for file in (root / folder).rglob("*")
        if file.suffix in (".md", ".yml")
    )


@pytest.mark.parametrize("folder", ["docs", "snippets", "data", "brands"])
@pytest.mark.parametrize(
    "content",
    [
        None,
        b"",
        b"- a: [1, {b: [c]}]\n- sources: [[x], 2]\n",
        b"a: {sources: 3, source: [zvw, {}]}\n",
        b"\xeb",
    ],
)
def test_whatever_becomes_of_files_there_is_a_sheet_that_names_them(
    root: Path, sample: Project, folder: str, content: bytes | None
) -> None:
    files = files_in(root, folder)
    for file in files:
        if content is None:
            remove(file)(root)
        else:
            write(file, content)(root)
    now = checked_project(root)
    for before, after in ((sample, now), (now, sample)):
        said = factsheet.fact_sheet(Versions(before, after, files, ()))
        assert all(f"`{file}`" in said for file in files)


def test_without_a_change_the_sheet_says_so_and_an_unknown_base_is_one_line(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sheet(capsys) == f"{factsheet.TITLE}\n\n{factsheet.NOTHING}\n"
    assert factsheet.main(["mian"]) == 1
    assert capsys.readouterr().err == "git does not know 'mian'; write the name of a branch, like BASE=main\n"


def test_a_blank_of_a_letter_is_said_by_what_it_asks() -> None:
    html = '<p>Bij <span data-blank="a" data-label="Uw ziekenhuis"></span> dus.</p>'
    assert [one.words for one in paragraphs_in(html)] == ["Bij [Uw ziekenhuis] dus."]


def test_a_blank_in_which_something_stands_is_said_by_that_alone() -> None:
    html = '<p>Bij <span data-blank="a" data-label="Uw ziekenhuis">het Voorbeeldziekenhuis</span> dus.</p>'
    assert [one.words for one in paragraphs_in(html)] == ["Bij het Voorbeeldziekenhuis dus."]


def test_a_page_is_read_as_readers_read_it() -> None:
    html = (
        "<p>Een <strong>dik</strong> woord</p><h2 id='x'>Titel</h2><ul><li>Twee<ul><li>Drie</li></ul></li></ul>"
        "<table><tr><td>1</td><td>2</td></tr></table><p><a href='https://a.nl'>Site</a> <img alt='Foto' src='x'></p>"
        "<script>x</script>"
    )
    said = paragraphs_in(html)
    assert [one.words for one in said] == [
        "Een dik woord",
        "Titel",
        "Twee",
        "Drie",
        "1 | 2",
        "Site (https://a.nl) (Foto)",
    ]
    assert [(one.anchor, one.section) for one in said[:2]] == [("", ""), ("x", "Titel")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (["a b"], ["a b"], []),
        (["a b c"], ["a b d"], [("a b c", "a b d")]),
        (["a"], ["a", "x y"], [("", "x y")]),
        (["x y", "a"], ["a"], [("x y", "")]),
        (["a b c"], ["x y z", "a b d"], [("", "x y z"), ("a b c", "a b d")]),
        (["a b c", "x y z"], ["x y w"], [("a b c", ""), ("x y z", "x y w")]),
    ],
    ids=["nothing", "a word", "one more", "one less", "one more before it", "one less before it"],
)
def test_paragraphs_stand_beside_those_whose_place_they_took(
    before: list[str], after: list[str], expected: list[tuple[str, str]]
) -> None:
    found = changed_paragraphs([Paragraph(words) for words in before], [Paragraph(words) for words in after])
    assert found == [ChangedParagraph("", "", old, new) for old, new in expected]


def test_words_that_only_one_version_has_are_told_apart() -> None:
    assert mark_words("Bel ons nu", "Bel hen nu") == (
        [("Bel", False), ("ons", True), ("nu", False)],
        [("Bel", False), ("hen", True), ("nu", False)],
    )
    assert mark_words("Iets heel anders", "Wat nieuws") == (
        [("Iets heel anders", True)],
        [("Wat nieuws", True)],
    )


def test_a_word_that_both_versions_have_among_others_leaves_what_is_marked_whole() -> None:
    before = "Vraag het uw arts: wilt u mij verwijzen? Bent u bij ons? Vertel het daar."
    after = "Vraag het uw arts: wilt u helpen? Komt u bij hen? Vertel het daar."
    assert mark_words(before, after) == (
        [
            ("Vraag het uw arts: wilt u", False),
            ("mij verwijzen? Bent u bij ons?", True),
            ("Vertel het daar.", False),
        ],
        [
            ("Vraag het uw arts: wilt u", False),
            ("helpen? Komt u bij hen?", True),
            ("Vertel het daar.", False),
        ],
    )


ONE, TWO, THREE = ({"id": name, "nl": name} for name in ("one", "two", "three"))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1}, {"a": 2}, [Difference(("a",), 1, 2, ())]),
        ([ONE, TWO], [THREE, ONE, TWO], [Difference((THREE,), None, THREE, ())]),
        ([ONE, TWO], [TWO], [Difference((ONE,), ONE, None, ())]),
        ([ONE, TWO], [TWO, ONE], [Difference((), [ONE, TWO], [TWO, ONE], (), is_order=True)]),
        ([{"x": "a b c"}], [{"x": "d"}, {"x": "a b c"}], [Difference(({"x": "d"},), None, {"x": "d"}, ())]),
        ({"e": 1, "read": 1}, {"e": 2, "read": 2}, [Difference(("e",), 1, 2, ())]),
        ({"e": 1, "read": 1}, {"e": 1, "read": 2}, [Difference(("read",), 1, 2, ())]),
        (
            {"y": {"e": 1, "sources": ["s"]}},
            {"y": {"e": 2, "sources": ["t"]}},
            [Difference(("y", "e"), 1, 2, ("t",))],
        ),
        ({"a": [ONE]}, {"a": "one"}, [Difference(("a",), [ONE], "one", ())]),
    ],
    ids=[
        "nothing",
        "a value",
        "an entry put in between",
        "an entry that goes",
        "another order",
        "entries without a name",
        "a value and its day",
        "a day alone",
        "a value and its sources",
        "another kind",
    ],
)
def test_data_are_compared_value_by_value_and_entry_by_entry(
    before: object, after: object, expected: list[Difference]
) -> None:
    assert list(differences(before, after)) == expected
