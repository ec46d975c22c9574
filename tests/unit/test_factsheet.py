"""The fact sheet of a change, as those who check it read it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from second_opinion.commands import factsheet
from second_opinion.prose.differences import Place, Said, parts, places, said_in
from support import change as put

from .made_up_page import SITE, WORDS, git, write_page


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
        "| wordt / after | **Uw** geld proefzeef &amp; meer | (niet veranderd / not changed) |",
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
    assert row.startswith("| compulsory › 2026-01-01 › euro | ~~385~~ | **390** | ")
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


def test_new_files_of_data_and_those_that_go_stand_in_rows(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    menu = repository / "data/menu/made-up.yml"
    menu.write_text("place: 125\nnl: Proef\nen: Trial\n", "utf-8")
    assert "| Nederlands |  | Proef | - |" in part(sheet(capsys), "Onderwerpen / Subjects")
    git(repository, "add", "data")
    git(repository, "commit", "-m", "in the menu")
    menu.unlink()
    assert "| Nederlands | Proef |  | - |" in part(sheet(capsys), "Onderwerpen / Subjects")


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


def test_a_new_line_of_a_list_stands_alone_below_the_title_of_its_part(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = repository / "data/my-questions.yml"
    (title,) = re.findall(r"title: \{ nl: (.*?), en", questions.read_text("utf-8").split("lines:", 1)[0])[1:]
    new = "    lines:\n      - { id: first-of-all, nl: Waarom?, en: Why? }\n"
    questions.write_text(questions.read_text("utf-8").replace("    lines:\n", new, 1), "utf-8")
    assert part(sheet(capsys), "Mijn vragen / My questions")[2:] == [
        f"| {title} › first-of-all › Nederlands |  | Waarom? | - |",
        f"| {title} › first-of-all › English |  | Why? | - |",
    ]


def test_who_checked_a_page_and_where_it_stands_are_told(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = "docs/nl/made-up.md"
    put(repository, page, "checked: []", "checked:\n- role: arts\n  name: A. Voorbeeld\n  date: 2026-11-25")
    put(repository, page, "slug: verzonnen", "slug: bedacht\nmoved_from: [verzonnen]")
    link = f"[Verzonnen]({SITE}/bedacht/)"
    assert part(sheet(capsys), "Controle en adres")[2:] == [
        f"| {link}: Nagekeken door / Checked by |  | A. Voorbeeld (arts, 2026-11-25) |",
        f"| {link}: Adres / Address | ~~verzonnen~~ | **bedacht** |",
        f"| {link}: Oude adressen / Old addresses |  | verzonnen |",
    ]


def test_a_translation_that_changed_alone_is_remarked_and_one_that_comes_later_too(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(repository, "docs/en/made-up.md", "The money", "All the money")
    assert part(sheet(capsys), "[What is that?]")[-1] == factsheet.ONLY_TRANSLATION
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


def test_without_a_change_the_sheet_says_so_and_an_unknown_base_is_one_line(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sheet(capsys) == f"{factsheet.TITLE}\n\n{factsheet.NOTHING}\n"
    assert factsheet.main(["mian"]) == 1
    assert capsys.readouterr().err == "git does not know 'mian'; write the name of a branch, like BASE=main\n"


def test_a_page_is_read_as_readers_read_it() -> None:
    html = (
        "<p>Een <strong>dik</strong> woord</p><h2 id='x'>Titel</h2><ul><li>Twee<ul><li>Drie</li></ul></li></ul>"
        "<table><tr><td>1</td><td>2</td></tr></table><p><a href='https://a.nl'>Site</a> <img alt='Foto' src='x'></p>"
        "<script>x</script>"
    )
    said = said_in(html)
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
    found = places([Said(words) for words in before], [Said(words) for words in after])
    assert found == [Place("", "", old, new) for old, new in expected]


def test_words_that_only_one_version_has_are_told_apart() -> None:
    assert parts("Bel ons nu maar", "Bel hen nu") == (
        [("Bel", False), ("ons", True), ("nu", False), ("maar", True)],
        [("Bel", False), ("hen", True), ("nu", False)],
    )
    assert parts("Iets heel anders", "Wat nieuws") == ([("Iets heel anders", True)], [("Wat nieuws", True)])
