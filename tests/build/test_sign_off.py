"""`make sign-off`: all that a copy says and the shared site does not, beside the key that makes it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from second_opinion.commands.keys import own_words
from second_opinion.commands.report_markdown import as_page
from second_opinion.commands.sign_off import (
    AROUND,
    build_texts,
    is_count,
    is_label,
    list_to_tick,
    text_around,
    texts_of_script,
    variants_alone,
    variants_of,
    variants_of_two,
    what_it_needs,
    with_parts_told_once,
    without_told_again,
)
from second_opinion.core.validation import read_yaml
from second_opinion.prose.made_by import (
    MadeParagraph,
    made_paragraphs,
    with_either,
    with_enough,
    with_parts_gone,
)
from second_opinion.prose.text_differences import (
    ChangedParagraph,
    Paragraph,
    changed_paragraphs,
    changed_sentences,
    paragraphs_in,
    sentences_in,
)
from support import ROOT, TODAY, copy_sample, read_values, run_module
from unit.making import DAY

BRAND = """\
name: {nl: Huis Ter Test, en: Test House}
site_url: https://house.example
languages: [nl]
contact: {phone: 000 000 00 00}
referral: {by: [gp], only: true}
review: {status: {department: {nl: de balie}}}
appointment: {made: by-hospital}
pages_left_out: [{page: abroad, reason: nobody comes from there}]
"""
WORDS = {name: said["nl"] for name, said in read_values(ROOT / "data/sign-off.yml").items()}
OF_ANY = "De polikliniek belt u terug."  # shared sentences about a hospital
OF_A_DOCTOR = "De tweede arts belt u niet."
FRAGMENT = "De polikliniek dus."
IN_LISTS = "Verder bij uw arts of in het andere ziekenhuis."  # what lists of pages say of one
BESIDE_AN_OWN_ONE = "Het ziekenhuis wacht op u."
OF_THE_OWN_PAGE = "Wilt u weten hoe het met uw aanvraag staat?"  # which a passage says too
OWN_LIST = (
    "parts:\n  - id: own\n    title: {nl: Bij ons}\n    lines:\n      - {id: parking, nl: Waar parkeer ik?}\n"
)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the sheet of a copy that says a few things, and has a list of its own."""
    root = copy_sample(tmp_path_factory.mktemp("sign-off") / "project")
    page = root / "docs/nl/applying.md"
    text = page.read_text("utf-8")
    page.write_text(
        text.replace(
            "Vraag het bij uw afspraak", f"{OF_ANY} {FRAGMENT} {OF_A_DOCTOR} Vraag het bij uw afspraak"
        ).replace("description: Zo vraagt u", f"description: {IN_LISTS} Zo vraagt u"),
        "utf-8",
    )
    passage = root / "snippets/nl/safety.md"
    for file, who in ((passage, "arts"), (passage.with_stem("safety-if-gp"), "huisarts")):
        file.write_text(
            f"/// safety\nBel vandaag uw {who}. {BESIDE_AN_OWN_ONE} {OF_THE_OWN_PAGE}\n///\n", "utf-8"
        )
    shutil.copyfile(root / "snippets/en/safety.md", root / "snippets/en/safety-if-gp.md")
    brand = root / "brands/house"
    (brand / "tools").mkdir(parents=True)
    (brand / "brand.yml").write_text(BRAND, "utf-8")
    (brand / "tools/my-questions.yml").write_text(OWN_LIST, "utf-8")
    done = run_module(
        root,
        "second_opinion.commands.sign_off",
        "--site",
        "preview",
        env={"BRAND": "brands/house", "TODAY": TODAY},
    )
    assert (done.returncode, done.stderr) == (0, "")
    text = (root / "report/sign-off.md").read_text("utf-8")
    assert (root / "preview/preview/sign-off/index.html").read_text("utf-8") == as_page(text)
    shutil.rmtree(root)
    return text


@pytest.mark.parametrize(
    ("words", "makers"),
    [
        (".+", "`referral.by`, `referral.only`"),
        (".*000 000 00 00.*", "`contact.phone`"),
        (".*de balie.*", "`review.status`, `appointment.made`"),
        (r".*Waar parkeer ik\?", "`tools/my-questions.yml`"),
        (".*Huis Ter Test.*", "`name`"),
    ],
)
def test_each_sentence_stands_below_what_makes_it(sheet: str, words: str, makers: str) -> None:
    assert re.search(rf"^{re.escape(makers)}\n\n(?: *- .*\n)*? *- ☐ {words}$", sheet, re.MULTILINE)


def test_a_sentence_that_follows_a_key_has_what_replaces_it_behind_it(sheet: str) -> None:
    first, _, _ = sheet.partition(f"### {WORDS['everyones']}\n")
    assert "Bel vandaag uw **huisarts.** (`snippets/nl/safety-if-gp.md`)" in first
    names = r"`sentences\.review_status`, `sentences\.review_status_contact`"
    assert re.search(rf"☐ {re.escape(OF_THE_OWN_PAGE)} .* de balie.* \({names}\)", first)


def test_the_sheet_says_which_site_and_version_is_signed_and_what_its_marks_mean(sheet: str) -> None:
    head = sheet.partition("###")[0]
    assert "https://house.example" in head
    assert all(WORDS[name].partition("{")[0] in head for name in ("about", "marks", "unchanged", "for_maker"))


def test_what_a_page_of_the_copy_does_not_say_stands_below_one_box_at_its_end_with_the_keys(
    sheet: str,
) -> None:
    pages = [page for page in sheet.split("\n### ") if WORDS["gone"] in page]
    assert pages
    for page in pages:
        _, box, below = page.partition(f"\n\n☐ {WORDS['gone']}\n\n")
        listed, _, after = below.partition("\n\n")
        assert box
        assert all(re.match("- [^☐]+ – (?:`|[a-z])", line) for line in listed.splitlines())
        assert "☐" not in after


def test_each_sentence_stands_once_with_where_else_it_is(sheet: str) -> None:
    rows = [line for line in map(str.strip, sheet.splitlines()) if line.startswith("- ☐ ")]
    assert len(rows) == len({row.partition(" (ook op ")[0] for row in rows})
    (phone,) = [row for row in rows if "000 000 00 00" in row]
    assert re.search(r" \(ook op /, .*\)$", phone)
    assert "op op" not in sheet


def test_the_sheet_on_paper_has_numbered_pages(sheet: str) -> None:
    assert "counter(page)" in as_page(sheet)


def test_where_each_of_two_keys_is_enough_both_are_named() -> None:
    shared = {"a/": [Paragraph("Slot.")]}
    copy = {"a/": [Paragraph("Uw arts stuurt alles."), Paragraph("Slot.")]}
    said = made_paragraphs(shared, copy, [("file.by", copy), ("file.portal", copy), ("other", copy)])
    (one,) = with_enough(said, shared, {"file.by": copy, "file.portal": copy, "other": shared})["a/"]
    assert (one.made_by, one.enough) == ((), ("file.by", "file.portal"))


def test_a_word_that_a_third_key_makes_too_has_that_key_above_it() -> None:
    shared = {"a/": [Paragraph("Slot.")]}
    plain, both = (
        {"a/": [Paragraph(f"U krijgt {some}geen gesprek als:"), Paragraph("Bel ons."), *shared["a/"]]}
        for some in ("", "bijvoorbeeld ")
    )
    without = {"when_not": {"a/": both["a/"][1:]}, "other_reasons": both, "urgent": both, "name": both}
    said = made_paragraphs(shared, both, without.items())
    alone = {"when_not": plain, "other_reasons": both, "urgent": shared}
    one, of_either = with_enough(said, shared, alone)["a/"]
    assert one.made_by == ("when_not", "other_reasons")
    assert of_either.enough == ("when_not", "other_reasons")


def test_a_key_that_goes_with_either_of_two_makes_what_is_otherwise_without_both() -> None:
    shared = {"a/": [Paragraph("Slot.")]}
    book, read = Paragraph("U maakt zelf een afspraak."), Paragraph("De arts leest eerst uw gegevens.")
    copy = {"a/": [book, read, *shared["a/"]]}
    without = [("advice", {"a/": [book, *shared["a/"]]}), ("advice", shared)]
    said = made_paragraphs(shared, copy, [*without, ("address", {"a/": [read, *shared["a/"]]})])["a/"]
    assert [one.made_by for one in said] == [("address",), ("advice",)]


def test_a_sentence_that_either_of_two_keys_makes_another_one_has_both_beside_its_own_key() -> None:
    shared = {"a/": [Paragraph("Slot.")]}
    first, along = ({"a/": [Paragraph(words), *shared["a/"]]} for words in ("Vóór het gesprek.", "Mee."))
    said = made_paragraphs(shared, first, [("file.by", shared), ("advice", first), ("when", first)])
    (one,) = with_either(said, first, [(("advice", "when"), along)])["a/"]
    assert (one.made_by, one.enough) == (("file.by",), ("advice", "when"))
    (same,) = with_either(said, first, [(("file.by", "when"), shared)])["a/"]
    assert same.enough == ()


BOOKED = BRAND.replace(
    "made: by-hospital",
    "address: {nl: https://a.example}, advice_from_file: true, when: [{nl: de arts u wil zien}]",
)


def test_two_keys_of_which_each_is_enough_for_a_sentence_go_together_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    document = read_yaml(f"{BOOKED}file: {{by: [you]}}\nmoment: {{after_plan: true}}\n", "brand.yml")
    of_two = variants_of_two(document, variants_of(document, ["x.md"], DAY), own_words()["nl"], DAY)
    found = {one.name: one.says for one in of_two}
    without_both = found["appointment.advice_from_file and appointment.when"]
    assert without_both["appointment"] == {"address": {"nl": "https://a.example"}}
    assert not [name for name in found if "moment" in name or "x.md" in name]


def test_without_a_key_that_another_one_needs_either_goes_with_it() -> None:
    found = variants_of(read_yaml(BOOKED, "brand.yml"), [], DAY)
    left = [one.says["appointment"] for one in found if one.name == "appointment.advice_from_file"]
    assert left == [{"when": [{"nl": "de arts u wil zien"}]}, {"address": {"nl": "https://a.example"}}]


def test_a_short_name_becomes_another_one_as_the_whole_one_may_be_too_long() -> None:
    text = f"short_name: {{nl: HTT, en: TH}}\n{BRAND}"
    (one,) = [
        each for each in variants_of(read_yaml(text, "brand.yml"), [], DAY) if each.name == "short_name"
    ]
    assert one.says["short_name"] != {"nl": "HTT", "en": "TH"}


def test_how_many_examples_are_folded_is_no_sentence_to_sign() -> None:
    assert is_count("Nog 10 voorbeelden", "Nog {count} voorbeelden")
    assert not is_count("Nog 10 andere", "Nog {count} voorbeelden")


def test_a_brand_that_says_one_thing_keeps_its_name_and_what_that_needs() -> None:
    text = f"{BRAND}file: {{disc: true, disc_often: true}}\n"
    document = read_yaml(text, "brand.yml")
    found = {
        one.name: one.says for one in variants_alone(document, variants_of(document, ["x.md"], DAY), DAY)
    }
    assert found["file.disc_often"]["file"] == {"disc": True, "disc_often": True}
    assert found["contact.phone"].keys() == {"name", "site_url", "languages", "contact"}
    assert {"name", "x.md"}.isdisjoint(found)


def test_what_a_script_puts_into_sentences_is_no_sentence_to_sign(tmp_path: Path) -> None:
    file = tmp_path / "nl.json"
    file.write_text('{"hospital": "het Huis", "lines": [{"words": "Bel ons."}]}', "utf-8")
    assert [*texts_of_script(file)] == [Paragraph("Bel ons.")]


def test_of_what_stands_around_every_page_the_name_and_the_menu_need_no_signing() -> None:
    foot = (
        '<footer class="foot"><p class="foot-name">Huis</p><p>Bellen: 000</p>'
        '<ul><li><a href="../bij-ons/">Bij ons</a></li>'
        '<li><a href="https://house.example">Onze site</a></li></ul></footer>'
    )
    around = [one.words for one in text_around(f"<body><main><p>Tekst.</p></main>{foot}</body>")]
    assert around == ["Bellen: 000", "Onze site (https://house.example)"]


def test_only_the_pages_in_question_are_built_and_what_stands_around_all_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_sample(tmp_path / "project")
    monkeypatch.chdir(root)
    monkeypatch.setenv("BRAND", "")
    monkeypatch.setenv("TODAY", TODAY)
    assert build_texts(root / "brands/neutral", {"", "aanvragen/"}).keys() == {"", "aanvragen/", AROUND}


def test_keys_that_need_each_other_go_together_and_the_name_becomes_another() -> None:
    text = f"{BRAND}file: {{disc: true, disc_often: true, languages: [nl]}}\nspecialties: {{all: true}}\n"
    found = {
        one.name: one.says for one in variants_of(read_yaml(text, "brand.yml"), ["tools/letters.yml"], DAY)
    }
    assert found["file.disc"]["file"] == {"languages": ["nl"]}
    assert found["file.languages"]["file"] == {"disc": True, "disc_often": True}
    assert "specialties" not in found["specialties.all"]
    assert found["name"]["name"] != found["tools/letters.yml"]["name"]
    assert {"site_url", "languages"}.isdisjoint(found)


def test_a_sentence_of_two_keys_has_both_and_one_that_only_moved_is_not_told() -> None:
    shared = {
        "a/": [Paragraph("Eerst."), Paragraph("Bel de polikliniek."), Paragraph("Dan."), Paragraph("Slot.")]
    }
    copy = {"a/": [Paragraph("Bel ons."), Paragraph("Dan."), Paragraph("Slot."), Paragraph("Eerst.")]}
    without = {"phone": {"a/": copy["a/"][1:]}, "made": shared, "other": copy}
    (one,) = made_paragraphs(shared, copy, without.items())["a/"]
    assert (one.paragraph.before, one.paragraph.after) == ("Bel de polikliniek.", "Bel ons.")
    assert one.made_by == ("phone", "made")


def test_of_a_paragraph_only_the_sentences_stand_there_that_changed() -> None:
    before, after = "Bel eerst. Kom dan langs. ‘Mag dat?’", "Bel eerst. Mail ons. ‘Mag dat?’"
    assert changed_sentences(before, after) == ("Kom dan langs.", "Mail ons.")
    assert changed_sentences("Eerst. Dan.", "Eerst.") == ("Eerst. Dan.", "Eerst.")
    between = changed_sentences("Bel. Wat kost het? Zeg dat.", "Lees. Mail. Wat kost het? Dat moet.", "…")
    assert between == ("Bel. … Zeg dat.", "Lees. Mail. … Dat moet.")


def test_of_a_letter_that_is_gone_its_title_stands_there_with_how_many_lines_go_with_it() -> None:
    letter = [
        Paragraph(words, "letters") for words in ("Ik geef toestemming", "Aan:", "Met groet,", "Uw naam")
    ]
    shared = {"a/": [Paragraph("Begin."), *letter, Paragraph("Slot."), Paragraph("Eén."), Paragraph("Twee.")]}
    copy = {"a/": [Paragraph("Begin."), Paragraph("Slot.")]}
    said = with_parts_gone(made_paragraphs(shared, copy, [("file.by", shared)])["a/"])
    assert [(one.paragraph.before, one.gone_with_it) for one in said] == [
        ("Ik geef toestemming", 3),
        ("Eén.", 0),
        ("Twee.", 0),
    ]


def letter(title: str, *lines: str) -> list[Paragraph]:
    """Return a letter as a page has it: it ends like every other one."""
    return [
        Paragraph(title),
        *(Paragraph(line, under=title) for line in ("Vul in wat u weet", *lines, "Met groet,", "Uw naam")),
    ]


def test_a_letter_that_is_gone_is_told_by_its_title_though_letters_end_alike_and_other_keys_keep_lines() -> (
    None
):
    consent, request, claim = (
        letter("Ik geef toestemming", "Ik geef u toestemming."),
        letter("Ik vraag om advies", "Wilt u meekijken?", "Mijn vraag is:"),
        letter("Mijn verzekeraar betaalt niet", "Wilt u een nieuw besluit nemen?"),
    )
    shared = {"a/": [*consent, *request, *claim]}
    copy = {"a/": [*consent, *claim]}
    half = {"a/": [*consent, *letter("Ik vraag om advies", "Mag ik komen?"), *claim]}
    said = made_paragraphs(shared, copy, [("file.by", half), ("appointment.made", shared)])["a/"]
    assert [(one.paragraph.before, one.gone_with_it) for one in with_parts_gone(said)] == [
        ("Ik vraag om advies", 5)
    ]
    assert changed_paragraphs(copy["a/"], shared["a/"])[0].after == "Ik vraag om advies"


def test_an_item_of_a_list_stands_below_what_announces_it_and_a_fragment_below_its_title() -> None:
    found = paragraphs_in(
        "<h2 id='what'>Mag dat?</h2><p>Nee. Uw arts doet een van deze dingen:</p>"
        "<ul><li>Doen wat de tweede arts zegt.</li></ul><p>U kiest zelf, en u mag er lang over nadenken.</p>"
        "<details><summary>Aan wie?</summary><p>Uw artsen.</p></details><p>Wij.</p>"
    )
    needs = {one.after: what_it_needs(one) for one in changed_paragraphs([], found)}
    assert needs["Doen wat de tweede arts zegt."] == "Uw arts doet een van deze dingen:"
    assert needs["U kiest zelf, en u mag er lang over nadenken."] == ""
    assert (needs["Uw artsen."], needs["Wij."]) == ("Aan wie?", "Mag dat?")


def test_words_that_need_what_stands_above_them_are_ticked_below_it() -> None:
    rows = [("", "Bel ons."), ("Uw arts kan:", "Doen wat wij zeggen."), ("Uw arts kan:", "Niets doen.")]
    assert list_to_tick(rows) == (
        "- ☐ Bel ons.\n- Uw arts kan:\n    - ☐ Doen wat wij zeggen.\n    - ☐ Niets doen."
    )


def test_what_another_page_says_a_part_of_is_signed_once_but_not_what_is_alike_in_another_text() -> None:
    whole, part, alike = (("Het gaat naar u. Zeg nee.", True), ("Het gaat naar u.", True), ("Zeg nee.", True))
    places = {
        part: {"/gesprek/": ["Het gaat naar u."]},
        alike: {"/kosten/": ["Zeg nee."]},
        whole: {"/ons/": ["Het gaat naar u.", "Zeg nee."]},
        ("Het gaat naar u.", False): {"/weg/": list[str]()},
    }
    names = {part: ["sentences.to"], alike: ["snippets/nl/no.md"], whole: ["sentences.to", "sentences.no"]}
    found = with_parts_told_once(places, names)
    assert found.keys() == {whole, alike, ("Het gaat naar u.", False)}
    assert [*found[whole].items()] == [
        ("/ons/", ["Het gaat naar u.", "Zeg nee."]),
        ("/gesprek/", ["Het gaat naar u."]),
    ]


def test_a_page_that_is_left_out_is_told_once_and_not_by_what_goes_with_it(sheet: str) -> None:
    assert sheet.count("`pages_left_out`") == 1
    assert WORDS["page_gone"] in sheet


def made(before: str, after: str, **more: str) -> MadeParagraph:
    """Return a paragraph of a copy beside what the shared site says."""
    return MadeParagraph(ChangedParagraph("steps", "De stappen", before, after, **more), ("file.by",))


def test_what_a_page_says_twice_is_ticked_once() -> None:
    said = [
        made("Bel ons. Kom dan.", "Schrijf ons. Kom dan."),
        made("Bel ons.", "Schrijf ons."),
        made("Bel ons.", "Mail ons."),
        made("Kom.", ""),
    ]
    kept = [(one.paragraph.before, one.paragraph.after) for one in without_told_again(said)]
    assert kept == [("Bel ons. Kom dan.", "Schrijf ons. Kom dan."), ("Bel ons.", "Mail ons."), ("Kom.", "")]


@pytest.mark.parametrize(
    ("before", "after", "under", "is_one"),
    [
        ("", "Wij", "", True),
        ("Uw arts", "", "", True),
        ("", "Bel ons.", "", False),
        ("", "hart", "Wij geven second opinions over:", False),
        ("", "50 euro", "", False),
        ("", "De verwijzing is klaar", "", False),
    ],
)
def test_a_name_in_a_drawing_is_nothing_to_tick(before: str, after: str, under: str, is_one: bool) -> None:
    assert is_label(made(before, after, under=under).paragraph) is is_one


def test_who_does_a_step_is_no_part_of_its_sentence() -> None:
    row = '<li><strong>U</strong> <span class="tool-line">Kies een arts.</span></li>'
    assert paragraphs_in(row) == [Paragraph("U"), Paragraph("Kies een arts.")]


def test_two_kinds_of_apostrophe_are_no_two_sentences() -> None:
    assert paragraphs_in("<p>Bel ’s avonds, met foto’s: ‘Kan het?’</p>") == [
        Paragraph("Bel 's avonds, met foto's: ‘Kan het?’")
    ]


def test_what_someone_says_between_quotes_stays_whole() -> None:
    words = "Vraag: ‘Mag het? Graag snel.’ Dan weet u het."
    assert sentences_in(words) == ["Vraag: ‘Mag het? Graag snel.’", "Dan weet u het."]


def test_shared_sentences_about_a_hospital_are_listed_by_themselves(sheet: str) -> None:
    _, title, listed = sheet.partition(f"### {WORDS['everyones']}\n")
    assert title
    assert [line.strip() for line in listed.splitlines() if "☐" in line] == [
        f"- ☐ {BESIDE_AN_OWN_ONE} (`snippets/nl/safety-if-gp.md`)",
        f"- ☐ {OF_ANY}",
        f"- ☐ {OF_A_DOCTOR}",
        f"- ☐ {IN_LISTS}",
        "- ☐ Wat u voorbereidt, wat u vraagt en wat u meeneemt naar het gesprek met de tweede arts.",
    ]
    assert "\n/aanvragen/\n" in listed
