"""`make upgrade-report`: what a newer release changes for one brand."""

from __future__ import annotations

import datetime
import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from repositories import git
from second_opinion.brand.route import Costs
from second_opinion.commands.compare import OursBefore
from second_opinion.commands.report_markdown import as_page
from second_opinion.commands.versions import describe_version
from second_opinion.core.validation import read_yaml
from second_opinion.project.settings import NEUTRAL
from second_opinion.prose.text_differences import ChangedParagraph
from support import ROOT, TODAY, build, change, copy_sample, run_module
from unit.spoiling import append, write
from upkeep import chromium, two_versions, upgrade_report
from upkeep.changed_texts import blocks, changes_between
from upkeep.earlier_brand import SCHEMA, copy_for, keys_of, take_out_faulty_keys
from upkeep.earlier_texts import take_out_refused
from upkeep.two_versions import run_in
from upkeep.upgrade_report import (
    NEW_SCHEMA,
    PICTURES,
    Report,
    Site,
    address_rows,
    explain_left_out,
    explain_neutral,
    explain_versions,
    faults_before,
    key_rows,
    keys_part,
    news_for_hospitals,
    notices_of,
    pictures_part,
    without_line,
)


def page_html(*content: str) -> str:
    """Return a page with this content."""
    return f"<html><body><main><nav>Menu</nav>{''.join(content)}</main></body></html>"


def test_the_text_of_a_page_is_what_a_reader_reads_block_by_block() -> None:
    shown = page_html(
        "<h2 id=a>Wie &amp; wat</h2><p>Een <b>zin</b>\nmet <span class=term-note>uitleg</span>",
        ' <a href="https://www.zorg.example/a">een link</a> en <a href="../b/">nog een</a>.</p>',
        "<ul><li>Eerst<ul><li>Dan</li></ul></li></ul><section class=trust>Bron</section>",
        "<p>Vraag een <button class=term>verwijzing</button>. Gebruikt op: Kosten.</p>",
        "<section class=tool><h3>Mijn lijst</h3><label class=tool-choice>Vraag dit.</label>",
        "<label>Datum<input></label><div class=tool-scripted>Bewaren</div></section>",
    )
    assert blocks(shown, ["Gebruikt op:"]) == [
        "Wie & wat",
        "Een zin met een link (https://www.zorg.example/a) en nog een.",
        "Eerst",
        "Dan",
        "Vraag een verwijzing.",
        "Mijn lijst",
        "Vraag dit.",
    ]
    assert blocks("") == []


def test_a_text_that_stands_elsewhere_on_the_same_page_is_no_change() -> None:
    before = page_html("<p>Bel ons.</p><h2>Wie</h2><p>U betaalt.</p>")
    assert (
        changes_between({"a/": before}, {"a/": page_html("<h2>Wie</h2><p>U betaalt.</p><p>Bel ons.</p>")})
        == {}
    )


def test_keys_that_are_new_gone_or_take_other_values_are_listed_once() -> None:
    def schema(made: list[str], **more: object) -> str:
        route = {"properties": {"made": {"enum": made}, **more}}
        return json.dumps(
            {
                "properties": {"route": {"anyOf": [{"$ref": "#/$defs/Route"}]}, "name": {}},
                "$defs": {"Route": route},
            }
        )

    old = keys_of(schema(["a", "b"], fax={"properties": {"number": {}}}))
    new = keys_of(schema(["a", "c"], contracts={"items": {"properties": {"insurer": {}}}}))
    assert keys_part(key_rows(old, new)) == [
        "## Keys of brand.yml",
        "| Key | What changed | What it is for |\n| --- | --- | --- |\n| `route.contracts` | new |  |\n"
        "| `route.fax` | gone |  |\n| `route.made` | a, b -> a, c |  |",
        NEW_SCHEMA,
    ]
    assert keys_part(key_rows(old, old))[1] == "None has changed."
    (_, row, _) = keys_part([("costs.advance", "new")])
    assert row.endswith(f"| `costs.advance` | new | {Costs.model_fields['advance'].description} |")


def test_the_keys_of_this_release_are_read_from_its_code() -> None:
    keys = keys_of(run_in(ROOT, "-c", SCHEMA, env=os.environ).stdout)
    assert {"name", "look.logo", "appointment.made", "waiting_times.weeks.specialty"} <= keys.keys()
    assert "by-patient" in keys["appointment.made"]


def test_addresses_amounts_and_texts_stand_before_and_after(tmp_path: Path) -> None:
    old = tmp_path / "oud/index.html"
    old.parent.mkdir()
    old.write_text('<meta http-equiv="refresh" content="0; url=../kosten/">', "utf-8")
    before = {
        "kosten/": page_html("<h2 id=a>Wie</h2>", '<h2 id="b">Wat</h2><p>U betaalt 385 euro.</p>'),
        "oud/": page_html(),
        "weg/": page_html(),
    }
    after = {
        "kosten/": page_html('<h2 id="c">Wat</h2><p>U betaalt 400 euro.</p>'),
        "nieuw/": page_html("<p>Nieuw.</p>"),
    }
    said = "\n".join(report_of(tmp_path, before, after).parts())
    for line in (
        "| /nieuw/ | new |",
        "| /oud/ | leads on to ../kosten/ |",
        "| /weg/ | nothing stands there any more |",
        "| /kosten/#b | this section is gone |",
        "| amount | 385 euro | 400 euro | /kosten/ |",
        "| U betaalt 385 euro. | U betaalt 400 euro. |",
    ):
        assert line in said
    assert "Menu" not in said
    assert "### /nieuw/" not in said
    same = "\n".join(report_of(tmp_path, after, after).parts())
    assert same.count("None has changed.") == 4


def report_of(folder: Path, before: dict[str, str], after: dict[str, str], **more: Any) -> Report:
    """Return the report of two made-up sites."""
    sites = Site(folder, before), Site(folder, after)
    built = subprocess.CompletedProcess("", 0, "", "notice: a line")
    wanted = {"built": built, "keys": [], "news": [], **more}
    return Report(**wanted, addresses=address_rows(*sites), changes=changes_between(before, after))


def test_what_changed_alike_on_several_pages_is_told_once_with_its_pages(tmp_path: Path) -> None:
    link = '<a href="https://www.zorg.example/a">zorg</a>'
    before = {
        address: page_html(f"<p>Zin van {address}.</p><p>Oud van ons.</p>") for address in ("a/", "b/", "c/")
    }
    after = {
        "a/": page_html("<p>Zin van a/.</p><p>Nieuw van ons.</p><p>En dit.</p>"),
        "b/": page_html(f"<p>Zin van b/.</p><p>Nieuw van ons.</p><p>Zie {link}.</p>"),
        "c/": page_html(f"<p>Zin van mij.</p><p>Nieuw van ons.</p><p>Zie {link}.</p>"),
    }
    before = {address: text.replace("</main>", "<p>Eind.</p></main>") for address, text in before.items()}
    after = {address: text.replace("</main>", "<p>Eind.</p></main>") for address, text in after.items()}
    said = "\n".join(report_of(tmp_path, before, after).parts())
    assert "| link | (nothing) | https://www.zorg.example/a | /b/, /c/ |" in said
    assert said.count("https://www.zorg.example/a |") == 1
    assert "| Zin van c/. | Zin van mij. |" in said


def test_the_summary_is_short_and_says_what_to_do(tmp_path: Path) -> None:
    many = {f"pagina-{number}/": page_html(f"<p>U betaalt {number} euro.</p>") for number in range(200)}
    other = {address: page_html(f"<p>U betaalt {len(address)}00 euro.</p>") for address in many}
    report = report_of(
        tmp_path,
        many,
        other,
        keys=[(f"key_{number}", "new") for number in range(30)] + [("old", "gone")],
        news=["**Hospitals** get news."] * 9,
        compared=explain_left_out("v0.1.0", [f"contact.some_key_{number}" for number in range(40)]),
    )
    title, said, *rest = report.parts()
    assert title == "## In short"
    assert len(said.split()) <= 150
    assert [line.split("**")[1] for line in said.splitlines()] == [
        "For readers",
        "For you",
        "What you must do",
        "How it was compared",
    ]
    assert "200 pages with other words, most on /pagina-100/, /pagina-101/, /pagina-102/." in said
    assert "30 new keys of brand.yml, which you may use. 1 key of brand.yml gone. 9 paragraphs" in said
    assert "Read the 1 new notice of the build. Copy the schema again" in said
    assert rest[0] == "## What the build says"
    assert rest[2:4] == ["## What CHANGELOG.md says to hospitals", "**Hospitals** get news."]


def test_a_folder_that_is_to_be_mended_gets_that_as_what_to_do(tmp_path: Path) -> None:
    count = "1 thing is to be mended; there is no site yet"
    built = subprocess.CompletedProcess("", 1, "", f"a.yml:1: wrong | here; mend it\n{count}")
    said = report_of(tmp_path, {}, {}, built=built).parts()
    assert "- **What you must do**: mend what the build says. Then make this report again." in said[1]
    assert "- a.yml:1: wrong \\| here; mend it" in said[3]
    assert "no site yet" not in said[3]


def test_what_changes_for_readers_is_told_without_a_text_that_this_release_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brand = tmp_path / "ours"
    for file in ("snippets/nl/plan.md", "snippets/en/plan.md", "docs/nl/costs.md", "replaced.yml"):
        (brand / file).parent.mkdir(parents=True, exist_ok=True)
        (brand / file).touch()
    left: list[list[str]] = []

    def build(_: Path, __: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
        left.append(sorted(file.name for file in Path(env["BRAND"]).rglob("*.*")))
        return subprocess.CompletedProcess("", 0, "", "")

    monkeypatch.setattr(upgrade_report, "build", build)
    fault = (
        f"{brand}/snippets/nl/plan.md:1: the shared one became 2; in this order: ...\n1 thing is to be mended"
    )
    built = subprocess.CompletedProcess("", 1, "", fault)
    refused = upgrade_report.build_without_refused(tmp_path, tmp_path / "site", brand, built, {})
    assert (refused, left) == (["snippets/en/plan.md", "snippets/nl/plan.md"], [["costs.md"]])
    assert (brand / "replaced.yml").exists()
    before, after = ({"a/": page_html(f"<p>Zin van {when}.</p>")} for when in ("toen", "nu"))
    said = "\n".join(report_of(tmp_path, before, after, built=built, refused=refused).parts())
    assert "- **For readers**: 1 page with other words: /a/." in said
    assert "mend what the build says" in said
    assert (
        "The site of after is without `snippets/en/plan.md`, `snippets/nl/plan.md`, which this release refuses"
        in said
    )
    assert "| Zin van toen. | Zin van nu. |" in said


def test_a_folder_of_which_more_than_a_text_is_refused_has_no_site_of_after(tmp_path: Path) -> None:
    brand = tmp_path / "ours"
    brand.mkdir()
    built = subprocess.CompletedProcess(
        "", 1, "", "ours/brand.yml:1: wrong; mend it\n1 thing is to be mended"
    )
    assert upgrade_report.build_without_refused(tmp_path, tmp_path / "site", brand, built, {}) == []


def test_what_changed_in_ours_stands_before_and_after_for_a_text_of_the_hospital(tmp_path: Path) -> None:
    changed = ChangedParagraph("", "Wie?", "U betaalt 385 euro.", "U betaalt 400 euro.")
    ours = [
        OursBefore("docs/nl/costs.md", "docs/nl/costs.md", "release 0.1.0", [changed]),
        OursBefore("docs/nl/same.md", "docs/nl/same.md", "release 0.1.0"),
        OursBefore("docs/nl/old.md", "docs/nl/old.md", unknown="This copy has no history."),
    ]
    said = "\n".join(report_of(tmp_path, {}, {}, ours=ours).parts())
    assert "### docs/nl/costs.md\nWhat changed in our docs/nl/costs.md since release 0.1.0.\n" in said
    assert "| Wie? | U betaalt ~~385~~ euro. | U betaalt **400** euro. |" in said
    assert "### docs/nl/old.md\nThis copy has no history." in said
    assert "same.md" not in said
    assert "<del>385</del> euro." in as_page(said)


def test_notices_that_the_release_of_before_gave_too_are_counted_alone(tmp_path: Path) -> None:
    old = subprocess.CompletedProcess("", 0, "", "notice: a.yml:1: old; mend it")
    built = subprocess.CompletedProcess(
        "", 0, "", f"{old.stderr.replace('1', '3')}\nnotice: b.yml:2: new; mend it"
    )
    known = {without_line(line) for line in notices_of(old)}
    _, summary, _, said, *_ = report_of(tmp_path, {}, {}, built=built, known=known).parts()
    assert "Read the 1 new notice of the build." in summary
    assert said == "- notice: b.yml:2: new; mend it\n- 1 notice more, which the release of before gave too."
    _, summary, _, said, *_ = report_of(tmp_path, {}, {}, built=old, known=known).parts()
    assert "Nothing is to be mended." in summary
    assert said == "- 1 notice more, which the release of before gave too."


def test_texts_of_a_hospital_to_compare_are_named_in_the_summary(tmp_path: Path) -> None:
    file = "snippets/nl/safety.md"
    line = (
        f"the shared {file} changed since release 0.1.0 of 2026-11-22: 'Wie' changed (line 7); change yours"
    )
    built = subprocess.CompletedProcess("", 0, "", f"notice: brands/ours/{file}:1: {line}")
    _, summary, *_ = report_of(tmp_path, {}, {}, built=built).parts()
    assert f"Read the 1 new notice of the build. Compare your {file} with ours. Look at" in summary


def test_why_there_is_no_site_of_before_is_told_below_it(tmp_path: Path) -> None:
    told = explain_neutral("v0.1.0", "ours", [f"ours/a.yml:{line}: a | b; mend it" for line in range(10)])
    _, said, *_ = report_of(tmp_path, {}, {}, compared=told).parts()
    assert said.endswith(
        "- **How it was compared**: ours cannot be built with v0.1.0, so texts are those of the neutral site. That "
        "release says:\n"
        + "".join(f"    - ours/a.yml:{line}: a \\| b; mend it\n" for line in range(8))
        + "    - and 2 more"
    )
    assert as_page(f"# A\n\n{said}").count("<ul>") == 2


def test_texts_that_moved_to_another_page_are_one_row_and_come_before_what_changed_on_several(
    tmp_path: Path,
) -> None:
    letters = [f"<p>Regel {number} van een hele brief.</p>" for number in range(5)]
    before = {
        "a/": page_html(
            "<p>Oud.</p><p>Midden.</p>",
            "<h2>Brieven</h2>",
            *letters,
            "<p>Zin een van deze brief.</p><p>Eind.</p>",
        ),
        "b/": page_html("<p>Oud.</p><p>Midden.</p><p>Dit staat alleen op b.</p><p>Eind.</p>"),
        "c/": page_html("<p>Oud.</p><p>Midden.</p><p>Eind.</p>"),
    }
    after = {
        "a/": page_html("<p>Nieuw.</p><p>Midden.</p><p>Eind.</p>"),
        "b/": page_html("<p>Nieuw.</p><p>Midden.</p><p>Eind.</p>"),
        "c/": page_html(
            "<p>Nieuw.</p><p>Midden.</p><p>Eind.</p><h2>Brieven</h2><p>Dit staat alleen op b.</p>"
        ),
        "d/": page_html(*letters, "<p>Zin twee van deze brief.</p>"),
    }
    said = "\n".join(report_of(tmp_path, before, after).parts())
    assert (
        "| Regel 0 van een hele brief.<br>Regel 1 van een hele brief.<br>Regel 2 van een hele brief.<br>"
        in said
    )
    assert "and 3 texts more | moved to /d/ |" in said
    assert said.count("hele brief") == 3
    assert "| Brieven | (nothing) |" in said
    assert "| Dit staat alleen op b. | moved to /c/ |" in said
    assert "| moved from /b/ | Dit staat alleen op b. |" in said
    assert "| (nothing) | Brieven |" in said
    assert said.index("### /a/") < said.index("### On several pages")
    assert "| Oud. | Nieuw. | /a/, /b/, /c/ |" in said


def test_the_lines_for_hospitals_since_then_are_those_of_the_changelog(tmp_path: Path) -> None:
    for name, text in (
        ("old", "# What\n\n**Hospitals** had this.\n"),
        (
            "new",
            "# What\n\n**Readers** x.\n\n**Editors and hospitals** get\na key.\n\n**Hospitals** had this.\n",
        ),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "CHANGELOG.md").write_text(text, "utf-8")
    assert news_for_hospitals(tmp_path / "old", tmp_path / "new") == ["**Editors and hospitals** get a key."]
    assert len(news_for_hospitals(tmp_path, tmp_path / "new")) == 2


def test_a_table_and_a_list_below_a_line_for_hospitals_come_with_it_as_they_stand(tmp_path: Path) -> None:
    table, steps = "| Old | New |\n|---|---|\n| a | b |", "- Copy\n  the schema.\n- Look."
    (tmp_path / "CHANGELOG.md").write_text(
        f"**Hospitals: what\nto do.**\n\n{table}\n\n{steps}\n\n**Readers** x.\n\n- For them.\n", "utf-8"
    )
    news = news_for_hospitals(tmp_path / "nothing", tmp_path)
    assert news == ["**Hospitals: what to do.**", table, steps]
    report = report_of(tmp_path, {}, {}, news=news)
    assert "1 paragraph of CHANGELOG.md to read." in report.parts()[1]


def test_what_hospitals_must_do_stands_first_with_its_table_and_the_rest_is_folded(tmp_path: Path) -> None:
    table = "| Old | New |\n|---|---|\n| a | b |"
    new, do = "**Hospitals: new keys.** Look at them.", "**Hospitals: what you must do.** Write it."
    said = report_of(tmp_path, {}, {}, news=[new, "- one", do, table]).news_part()
    assert said[1:3] == [do, table]
    assert said[3].startswith("<details")
    assert said[4:] == [new, "- one", "</details>"]
    page = as_page("\n\n".join(said))
    assert (
        page.index("<table>") < page.index("<details>") < page.index("<strong>Hospitals: new keys.</strong>")
    )


def test_two_versions_of_one_number_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "data/release.yml"
    file.parent.mkdir()
    file.write_text("number: 0.2.0\n", "utf-8")
    git(tmp_path, "init", "--quiet")
    for message in ("release", "a change", "another"):
        (tmp_path / "data" / "text").write_text(message, "utf-8")
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message", message)
    before, after = (describe_version(tmp_path, commit) for commit in ("HEAD~2", "HEAD"))
    assert explain_versions(before, after) == ["This compares 0.2.0 with 0.2.0 and 2 changes after it."]
    assert explain_versions(after, after) == []


def test_lines_of_a_brand_file_of_which_something_was_left_out_are_not_told(tmp_path: Path) -> None:
    place, brand = tmp_path / "copy", tmp_path / "ours"
    for folder, text in ((place, "name: Ons\n"), (brand, "# Ons\nname: Ons\n")):
        folder.mkdir()
        (folder / "brand.yml").write_text(text, "utf-8")
    told = f"{place}/brand.yml:1: 'name' is long; shorten it\n{place}/docs/nl/a.md:4: b; c\n2 things are to be mended"
    was = subprocess.CompletedProcess("", 1, "", told)
    assert faults_before(was, place, brand) == [
        "ours/brand.yml: 'name' is long; shorten it",
        "ours/docs/nl/a.md:4: b; c",
    ]
    (brand / "brand.yml").write_text("name: Ons\n", "utf-8")
    assert faults_before(was, place, brand)[0] == "ours/brand.yml:1: 'name' is long; shorten it"


def test_what_an_earlier_release_does_not_know_of_a_brand_is_left_out(tmp_path: Path) -> None:
    brand = tmp_path / "brand"
    brand.mkdir()
    text = (
        "name: {nl: Ons, en: Ours}\nsite_url: https://a.example\nupdated: 2026-11-20\nnewer: true\n"
        "contact: {phone: 0201234567, pigeon: 1, hours: {nl: nee, en: no}}\n"
        "report: {to: [you, robot, gp]}\ntakeover: {policy: by-robot}\n"
        "links:\n  more:\n  - {title: {nl: A, en: A}, address: {nl: 'https://a.example'}}\n"
        "  - {title: {nl: B, en: B}, pages: desk}\n  - {title: {nl: C, en: C}, page: desk, wide: no}\n"
        "sentences: {costs_page: {nl: B., en: B.}, unknown: {nl: C., en: C.}}\nmenu_first: [desk, letter-box]\n"
    )
    (brand / "brand.yml").write_text(text, "utf-8")
    page = "---\ntitle: Balie\nshort: Balie\n{}related: [{}costs]\n---\n\nnewer: blijft.\n\n{}\n"
    (brand / "docs/nl").mkdir(parents=True)
    (brand / "docs/nl/desk.md").write_text(
        page.format(
            "newer:\n  - a\nnewest: b\n",
            "letter-box, ",
            "Zie [de brieven](letter-box.md#a){ .next }, [wie betaalt](costs.md#newer) of [ons][d].\n\n[d]: desk.md#b",
        ),
        "utf-8",
    )
    place = tmp_path / "copy"
    assert copy_for(ROOT, brand, place) == [
        "sentences.unknown",
        "contact.pigeon",
        "links.more.pages",
        "links.more.wide",
        "newer",
        "report.to: robot",
        "takeover.policy: by-robot",
        "links.more, entry 2",
        "takeover",
        "menu_first: letter-box",
        "newer of docs/nl/desk.md",
        "newest of docs/nl/desk.md",
        "related: letter-box of docs/nl/desk.md",
        "the link to letter-box of docs/nl/desk.md",
    ]
    kept = read_yaml((place / "brand.yml").read_text("utf-8"), "brand.yml").value
    assert kept == {
        "name": {"nl": "Ons", "en": "Ours"},
        "site_url": "https://a.example",
        "updated": datetime.date(2026, 11, 20),
        "contact": {"phone": "0201234567", "hours": {"nl": "nee", "en": "no"}},
        "report": {"to": ["you", "gp"]},
        "links": {
            "more": [
                {"title": {"nl": "A", "en": "A"}, "address": {"nl": "https://a.example"}},
                {"title": {"nl": "C", "en": "C"}, "page": "desk"},
            ]
        },
        "sentences": {"costs_page": {"nl": "B.", "en": "B."}},
        "menu_first": ["desk"],
    }
    assert (place / "docs/nl/desk.md").read_text("utf-8") == page.format(
        "", "", "Zie de brieven, [wie betaalt](costs.md) of [ons][d].\n\n[d]: desk.md"
    )


def test_texts_that_the_release_of_before_refuses_are_left_out_in_each_language(tmp_path: Path) -> None:
    files = [
        "docs/nl/desk.md",
        "docs/en/desk.md",
        "docs/nl/costs.md",
        "snippets/nl/desk.md",
        "tools/letters.yml",
    ]
    for file in files:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("", "utf-8")
    faults = ["ours/docs/nl/desk.md:2: wrong; mend it", "ours/tools/letters.yml:1: wrong; mend it"]
    assert take_out_refused(tmp_path, [*faults, "ours/brand.yml:4: wrong; mend it"]) == []
    assert take_out_refused(tmp_path, faults) == ["docs/en/desk.md", "docs/nl/desk.md", "tools/letters.yml"]
    assert [file for file in files if (tmp_path / file).exists()] == [
        "docs/nl/costs.md",
        "snippets/nl/desk.md",
    ]
    assert take_out_refused(tmp_path, faults) == []


def test_words_alone_that_the_release_of_before_wants_in_each_language_get_them(tmp_path: Path) -> None:
    old, brand = tmp_path / "old", tmp_path / "brand"
    brand.mkdir()
    model = old / "hooks/second_opinion/brand/model.py"
    model.parent.mkdir(parents=True)
    model.write_text(
        "from pydantic import BaseModel, ConfigDict\n"
        "class Words(BaseModel):\n    nl: str\n    en: str = ''\n"
        "class Brand(BaseModel):\n    model_config = ConfigDict(extra='forbid')\n"
        "    name: Words\n    site_url: str\n    links: dict[str, Words] = {}\n",
        "utf-8",
    )
    for module in ("core/validation.py", "core/refusals.py", "core/yaml_parser.py", "core/yaml_mistakes.py"):
        (old / "hooks/second_opinion" / module).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "hooks/second_opinion" / module, old / "hooks/second_opinion" / module)
    for module in ("core/findings.py", "core/cache.py", "core/languages.py"):
        shutil.copy(ROOT / "hooks/second_opinion" / module, old / "hooks/second_opinion" / module)
    (brand / "brand.yml").write_text(
        "name: Ons\nsite_url: https://a.example\nlinks: {home: https://b.example}\nhard_to_ask: true\n",
        "utf-8",
    )
    assert copy_for(old, brand, tmp_path / "copy") == ["hard_to_ask"]
    kept = read_yaml((tmp_path / "copy/brand.yml").read_text("utf-8"), "brand.yml").value
    assert kept == {
        "name": {"nl": "Ons", "en": "Ons"},
        "site_url": "https://a.example",
        "links": {"home": {"nl": "https://b.example"}},
    }


def test_keys_that_the_release_of_before_refuses_are_left_out_but_for_what_every_site_needs(
    tmp_path: Path,
) -> None:
    (tmp_path / "brand.yml").write_text(
        "name: Ons\nshort_name: Onszelf\ncontact:\n  phone: 1\n  hours: x\nmenu_first:\n- a\n- b\n- c\n",
        "utf-8",
    )
    faults = [f"ours/brand.yml:{line}: wrong; mend it" for line in (1, 2, 5, 7, 9)]
    assert take_out_faulty_keys(tmp_path, [*faults, "ours/docs/nl/a.md:4: wrong"]) == [
        "short_name",
        "contact.hours",
        "menu_first, entry 1",
        "menu_first, entry 3",
    ]
    assert (tmp_path / "brand.yml").read_text(
        "utf-8"
    ) == "name: Ons\ncontact:\n  phone: 1\nmenu_first:\n- b\n"
    assert take_out_faulty_keys(tmp_path, faults[:1]) == []


@pytest.mark.parametrize("text", ["", "- a\n", "name: [\n"])
def test_a_folder_that_cannot_be_read_is_copied_as_it_is(text: str, tmp_path: Path) -> None:
    brand = tmp_path / "brand"
    brand.mkdir()
    (brand / "brand.yml").write_text(text, "utf-8")
    assert copy_for(ROOT, brand, tmp_path / "copy") == []
    assert (tmp_path / "copy/brand.yml").read_text("utf-8") == text


def test_groups_in_which_nothing_is_said_are_left_out_for_an_earlier_release_without_a_word(
    tmp_path: Path,
) -> None:
    brand = tmp_path / "brand"
    brand.mkdir()
    (brand / "brand.yml").write_text("name: Ons\nsite_url: https://ons.example\ncosts:\nreview:\n", "utf-8")
    assert copy_for(ROOT, brand, tmp_path / "copy") == []
    assert (tmp_path / "copy/brand.yml").read_text("utf-8") == "name: Ons\nsite_url: https://ons.example\n"


def test_the_report_is_a_page_too() -> None:
    shown = as_page("# What <changes>\n\n| A | B |\n| --- | --- |\n| x | ![before](upgrade/a.png) |\n")
    assert "<title>What &lt;changes&gt;</title>" in shown
    assert '<img alt="before" src="upgrade/a.png"' in shown


def test_a_release_is_compared_with_the_one_of_before_for_a_brand(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    git(root, "init")
    git(root, "add", "--all")
    git(root, "commit", "--message", "before")
    git(root, "tag", "v0.0.1")
    append("docs/en/costs.md", "A sentence that was not here before.")(root)
    environment = {"BRAND": "brands/voorbeeldziekenhuis"}
    done = run_module(root, "upkeep.upgrade_report", "--from", "v0.0.1", env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "What changes for voorbeeldziekenhuis after v0.0.1 stands in report/index.html and report/upgrade.md\n"
    )
    assert (root / "report/upgrade.md").read_text("utf-8") == (
        "# What changes for voorbeeldziekenhuis after v0.0.1\n\n## In short\n\n"
        "- **For readers**: 1 page with other words: /en/costs/.\n"
        "- **For you**: Nothing changes.\n"
        "- **What you must do**: Nothing is to be mended. Look at the pages that changed, and publish.\n\n"
        "## What the build says\n\nNothing is to be mended.\n\n"
        "## Keys of brand.yml\n\nNone has changed.\n\n## Addresses\n\nNone has changed.\n\n"
        "## Amounts, dates, phone numbers and links\n\nNone has changed.\n\n## Texts\n\n### /en/costs/\n\n"
        "| Before | After |\n| --- | --- |\n| (nothing) | A sentence that was not here before. |\n\n"
        "## Pictures, as on a phone\n\n| Page | Before | After |\n| --- | --- | --- |\n"
        "| /en/costs/ | ![before](upgrade/en-costs-phone-before.png) | ![after](upgrade/en-costs-phone-after.png) |\n\n"
        "Those of a wide screen stand beside these in [upgrade/index.html](upgrade/index.html).\n"
    )
    assert 'src="upgrade/en-costs-phone-after.png"' in (root / "report/index.html").read_text("utf-8")
    assert sorted(file.name for file in (root / PICTURES).iterdir()) == [
        "en-costs-desk-after.png",
        "en-costs-desk-before.png",
        "en-costs-phone-after.png",
        "en-costs-phone-before.png",
        "index.html",
    ]


def build_quickly(project: Path, site: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Build a version as the command does; where its own code makes no difference, in a process that has built."""
    if env["BRAND"] == NEUTRAL or not project.name.startswith("old"):
        return build(project, site=str(site), env={name: env[name] for name in ("BRAND", "TODAY")})
    return two_versions.build(project, site, env)


def test_a_folder_that_the_release_of_before_cannot_build_is_told_of_the_neutral_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_sample(tmp_path / "project")
    names = "hooks/second_opinion/brand/own_page.py"
    change(root, names, "AT_THE_TOP = 40", "AT_THE_TOP = 15")
    git(root, "init")
    git(root, "add", "--all")
    git(root, "commit", "--message", "before")
    change(root, names, "AT_THE_TOP = 15", "AT_THE_TOP = 40")
    append("docs/en/costs.md", "A sentence that was not here before.")(root)
    monkeypatch.chdir(root)
    monkeypatch.setenv("TODAY", TODAY)
    monkeypatch.setenv("BRAND", "brands/voorbeeldziekenhuis")
    monkeypatch.setenv("CHROMIUM", "none")  # no picture is looked at here
    monkeypatch.setattr(upgrade_report, "build", build_quickly)
    assert upgrade_report.main(["--from", "HEAD"]) == 0
    assert capsys.readouterr().err == ""
    said = (root / "report/upgrade.md").read_text("utf-8")
    told = said.partition("so texts are those of the neutral site. That release says:\n")[2]
    assert [line.partition("; ")[0] for line in told.partition("\n\n")[0].splitlines()] == [
        f"    - brands/voorbeeldziekenhuis/brand.yml: 'name.{lang}' has {count} characters, and 15 fit "
        "at the top of a page and in the title of your own page"
        for lang, count in (("nl", 33), ("en", 32))
    ]
    assert "| (nothing) | A sentence that was not here before. |" in said


def test_a_report_without_a_browser_says_why_it_has_no_pictures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(chromium, "ensure", lambda *_, **__: None)
    title, said = pictures_part({"before": tmp_path, "after": tmp_path})
    assert title == "## Pictures, as on a phone"
    assert said.startswith("There are none, for want of a browser.")


@pytest.mark.parametrize(
    ("release", "brand", "said"),
    [
        ("v9", "brands/neutraal", "BRAND is 'brands/neutraal', and there is no such folder"),
    ],
)
def test_what_cannot_be_compared_gets_one_line_of_advice(
    release: str, brand: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("BRAND", brand)
    assert upgrade_report.main(["--from", release]) == 1
    assert capsys.readouterr().err.startswith(said)


def test_a_release_from_before_these_commands_is_answered_with_a_later_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git(tmp_path, "init")
    for number in ("0.1.0", "0.2.0"):
        write("data/release.yml", f"number: {number}\n")(tmp_path)
        write("brands/ours/brand.yml", "name: Ons\n")(tmp_path)
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--message", number)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRAND", "brands/ours")
    assert upgrade_report.main(["--from", "0.1.0"]) == 1
    assert capsys.readouterr().err == (
        "0.1.0 is too old to be compared by this command; name a later one, like FROM=0.2.0, or read CHANGELOG.md from "
        "there on\n"
    )


def test_a_release_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    git(tmp_path, "init")
    said = "There is no release or commit 'v9' here"
    assert upgrade_report.no_release("v9", tmp_path) == (
        f"{said}, and this copy does not tell of any release; name a commit, as 'git log' shows them"
    )
    (tmp_path / "data").mkdir()
    (tmp_path / "data/release.yml").write_text("number: 1.0.0\n", "utf-8")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--message", "release")
    (tmp_path / "data/release.yml").write_text("# The same.\nnumber: 1.0.0\n", "utf-8")
    git(tmp_path, "commit", "--all", "--message", "not another one")
    for tag in ("v0.2.0", "v0.10.0"):
        git(tmp_path, "tag", tag)
    assert upgrade_report.no_release("v9", tmp_path) == (
        f"{said}; there are 1.0.0, 0.10.0, 0.2.0, and a commit will do too: FROM=1.0.0"
    )
