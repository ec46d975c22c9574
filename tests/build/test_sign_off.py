"""`make sign-off`: all that a copy says and the shared site does not, beside the key that makes it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from second_opinion.commands.report_markdown import as_page
from second_opinion.commands.sign_off import texts_of_script, variants_of
from second_opinion.core.validation import read_yaml
from second_opinion.prose.made_by import made_paragraphs
from second_opinion.prose.text_differences import Paragraph
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
"""
WORDS = {name: said["nl"] for name, said in read_values(ROOT / "data/sign-off.yml").items()}
OWN_LIST = (
    "parts:\n  - id: own\n    title: {nl: Bij ons}\n    lines:\n      - {id: parking, nl: Waar parkeer ik?}\n"
)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the sheet of a copy that says a few things, and has a list of its own."""
    root = copy_sample(tmp_path_factory.mktemp("sign-off") / "project")
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
def test_each_sentence_stands_beside_what_makes_it(sheet: str, words: str, makers: str) -> None:
    assert re.search(f"^- ☐ {words} {re.escape(makers)}$", sheet, re.MULTILINE)


def test_the_sheet_says_which_site_and_version_is_signed_and_what_its_marks_mean(sheet: str) -> None:
    head = sheet.partition("###")[0]
    assert "https://house.example" in head
    assert all(WORDS[name].partition("{")[0] in head for name in ("about", "marks"))


def test_what_the_own_page_says_stands_once_whole_and_is_named_where_other_pages_say_it(sheet: str) -> None:
    shown = [line for line in sheet.splitlines() if "000 000 00 00" in line]
    whole = [line for line in shown if line.endswith("`contact.phone`")]
    assert len(whole) == 3  # at its top, below its question, and at the foot of every page
    others = {line for line in shown if line not in whole}
    assert others
    assert all(line.startswith(WORDS["also_here"].partition("{")[0]) for line in others)


def test_what_a_script_puts_into_sentences_is_no_sentence_to_sign(tmp_path: Path) -> None:
    file = tmp_path / "nl.json"
    file.write_text('{"hospital": "het Huis", "lines": [{"words": "Bel ons."}]}', "utf-8")
    assert [*texts_of_script(file)] == [Paragraph("Bel ons.")]


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
    (one,) = made_paragraphs(shared, copy, without)["a/"]
    assert (one.paragraph.before, one.paragraph.after) == ("Bel de polikliniek.", "Bel ons.")
    assert one.made_by == ("phone", "made")
