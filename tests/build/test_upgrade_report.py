"""`make upgrade-report`: what a newer release changes for one brand."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from support import ROOT, change, copy_sample, run_module
from tools import chromium, upgrade_report
from tools.two_versions import run_in
from tools.upgrade_report import (
    CHANGES,
    NEW_SCHEMA,
    OF_SHARED_SITE,
    PICTURES,
    SCHEMA,
    Site,
    blocks,
    keys_of,
    keys_part,
    pictures_part,
    site_parts,
)
from unit.spoiling import append


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder, under a made-up name."""
    who = ("-c", "user.name=Test", "-c", "user.email=test@hospital.example", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, check=True)


def page(*content: str) -> str:
    """Return a page with this content."""
    return f"<html><body><main><nav>Menu</nav>{''.join(content)}</main></body></html>"


def test_the_text_of_a_page_is_what_a_reader_reads_block_by_block() -> None:
    shown = page(
        "<h2 id=a>Wie &amp; wat</h2><p>Een <b>zin</b>\nmet <span class=term-note>uitleg</span>",
        ' <a href="https://www.zorg.example/a">een link</a> en <a href="../b/">nog een</a>.</p>',
        "<ul><li>Eerst<ul><li>Dan</li></ul></li></ul><section class=trust>Bron</section>",
    )
    assert blocks(shown) == [
        "Wie & wat",
        "Een zin met een link (https://www.zorg.example/a) en nog een.",
        "Eerst",
        "Dan",
    ]
    assert blocks("") == []


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
    assert keys_part(old, new) == [
        "## Keys of brand.yml",
        "| Key | What changed |\n| --- | --- |\n| `route.contracts` | new |\n| `route.fax` | gone |\n"
        "| `route.made` | a, b -> a, c |",
        NEW_SCHEMA,
    ]
    assert keys_part(old, old)[1] == "None has changed."


def test_the_keys_of_this_release_are_read_from_its_code() -> None:
    keys = keys_of(run_in(ROOT, "-c", SCHEMA, env=os.environ).stdout)
    assert {"name", "look.logo", "appointment.made", "waiting_times.weeks.specialty"} <= keys.keys()
    assert "by-patient" in keys["appointment.made"]


def test_addresses_amounts_and_texts_stand_before_and_after(tmp_path: Path) -> None:
    old = tmp_path / "oud/index.html"
    old.parent.mkdir()
    old.write_text('<meta http-equiv="refresh" content="0; url=../kosten/">', "utf-8")
    before = {
        "kosten/": page("<h2 id=a>Wie</h2>", '<h2 id="b">Wat</h2><p>U betaalt 385 euro.</p>'),
        "oud/": page(),
        "weg/": page(),
    }
    after = {
        "kosten/": page('<h2 id="c">Wat</h2><p>U betaalt 400 euro.</p>'),
        "nieuw/": page("<p>Nieuw.</p>"),
    }
    said = "\n".join(site_parts(Site(tmp_path, before), Site(tmp_path, after)))
    for line in (
        "| /nieuw/ | new |",
        "| /oud/ | leads on to ../kosten/ |",
        "| /weg/ | nothing stands there any more |",
        "| /kosten/#b | this section is gone |",
        "| /kosten/ | amount | 385 euro | 400 euro |",
        "| U betaalt 385 euro. | U betaalt 400 euro. |",
    ):
        assert line in said
    assert "Menu" not in said
    assert "### /nieuw/" not in said
    same = "\n".join(site_parts(Site(tmp_path, after), Site(tmp_path, after)))
    assert same.count("None has changed.") == 3


def test_a_release_is_compared_with_the_one_of_before_for_a_brand(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    git(root, "init")
    git(root, "add", "--all")
    git(root, "commit", "--message", "before")
    git(root, "tag", "v0.0.1")
    append("docs/en/costs.md", "A sentence that was not here before.")(root)
    environment = {"BRAND": "brands/voorbeeldziekenhuis"}
    done = run_module(root, "tools.upgrade_report", "--from", "v0.0.1", env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "What changes for voorbeeldziekenhuis after v0.0.1 stands in report/upgrade.md\n"
    assert (root / "report/upgrade.md").read_text("utf-8") == (
        "# What changes for voorbeeldziekenhuis after v0.0.1\n\n## What the build says\n\nNothing is to be mended.\n\n"
        "## Keys of brand.yml\n\nNone has changed.\n\n## Addresses\n\nNone has changed.\n\n"
        "## Amounts, dates, phone numbers and links\n\nNone has changed.\n\n"
        "## Texts\n\nChanged on 1 page.\n\n### /en/costs/\n\n"
        "| Before | After |\n| --- | --- |\n| (nothing) | A sentence that was not here before. |\n\n"
        "## Pictures, as on a phone\n\n| Page | Before | After |\n| --- | --- | --- |\n"
        "| /en/costs/ | ![before](upgrade/en-costs-phone-before.png) | ![after](upgrade/en-costs-phone-after.png) |\n\n"
        "Those of a wide screen stand beside these in [upgrade/index.html](upgrade/index.html).\n"
    )
    assert sorted(file.name for file in (root / PICTURES).iterdir()) == [
        "en-costs-desk-after.png",
        "en-costs-desk-before.png",
        "en-costs-phone-after.png",
        "en-costs-phone-before.png",
        "index.html",
    ]


def test_a_release_that_is_not_there_brings_those_that_are(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    git(root, "init")
    git(root, "add", "--all")
    git(root, "commit", "--message", "before")

    def said() -> str:
        return run_module(root, "tools.upgrade_report", "--from", "v9").stderr

    a_commit = "write a commit, like FROM=1a2b3c4"
    none = f"There is no release 'v9' here; no release is known here: run 'git fetch --tags', or {a_commit}\n"
    assert said() == none
    for tag in ("v0.10.0", "v0.9.0"):
        git(root, "tag", tag)
    assert said() == "There is no release 'v9' here; those that are: v0.9.0, v0.10.0; a commit will do too\n"


def test_a_folder_that_the_release_of_before_does_not_understand_is_told_of_the_shared_site(
    tmp_path: Path,
) -> None:
    root = copy_sample(tmp_path / "project")
    names = "hooks/second_opinion/brand/own_page.py"
    change(root, names, "AT_THE_TOP = 40", "AT_THE_TOP = 15")
    (root / CHANGES).write_text("**Hospitals** read this before.\n", "utf-8")
    git(root, "init")
    git(root, "add", "--all")
    git(root, "commit", "--message", "before")
    change(root, names, "AT_THE_TOP = 15", "AT_THE_TOP = 40")
    (root / CHANGES).write_text(
        "**Editors** see.\n\n**Hospitals** get more.\n\n**Hospitals** read this before.\n", "utf-8"
    )
    append("docs/en/costs.md", "A sentence that was not here before.")(root)
    environment = {"BRAND": "brands/voorbeeldziekenhuis"}
    done = run_module(root, "tools.upgrade_report", "--from", "HEAD", env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    said = (root / "report/upgrade.md").read_text("utf-8")
    assert (
        f"{OF_SHARED_SITE}\n\n## What we say of it\n\n**Hospitals** get more.\n\n## What the build says"
        in said
    )
    assert "| (nothing) | A sentence that was not here before. |" in said


def test_what_changes_alike_on_several_pages_is_told_once(tmp_path: Path) -> None:
    pages = ("a/", "b/", "c/")
    before, after = (
        {one: page(f"<p>{said}</p>", f"<p>{one}</p>") for one in pages} for said in ("Oud.", "Nieuw.")
    )
    said = "\n".join(site_parts(Site(tmp_path, before), Site(tmp_path, after)))
    assert "Changed on 3 pages." in said
    assert said.count("| Oud. | Nieuw. |") == 1
    assert "| Oud. | Nieuw. | /a/<br>/b/<br>/c/ |" in said
    assert "### /a/" not in said


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
        ("v9", "brands/neutral", "There is no release 'v9' here; "),
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
