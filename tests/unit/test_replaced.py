"""Texts of a brand in the place of shared ones: what changed in those since, and which are gone."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from checking import as_printed, checked_project
from second_opinion.brand.gone_texts import GoneText, Heir
from second_opinion.brand.replaced import check_replaced_texts, with_line
from second_opinion.core.validation import YamlDocument, read_yaml
from second_opinion.data.release import Release
from second_opinion.texts.translations import hash_sections, hashed_sections
from support import ROOT, run_module

COSTS = "docs/nl/costs.md"
WAITING = "snippets/nl/waiting.md"
SHARED = [
    WAITING,
    "snippets/nl/waiting-if-gp.md",
    "docs/nl/applying.md",
    "docs/nl/costs.md",
    "docs/en/costs.md",
    "snippets/nl/safety.md",
]
LATER = Release(number="0.2.0", date=datetime.date(2026, 12, 1))
THEN = "---\ntitle: Kosten\n---\n\nEerst.\n\n## Wie {#who}\n\nU.\n\n## Wat {#what}\n\nDit.\n"


def recorded_line(file: str, text: str, release: str = "release: 0.1.0, date: 2026-11-22") -> str:
    """Return the line of replaced.yml for a shared text."""
    return f"{file}: {{{release}, sections: {{{hash_sections(hashed_sections(text, file))}}}}}"


def lines_about_texts(
    recorded: str | None,
    now: str,
    own: Sequence[str] = (COSTS,),
    cases: Sequence[str] = (),
    release: Release = LATER,
    gone: Sequence[GoneText] = (),
) -> list[str]:
    """Return what is said of texts of a brand, a notice marked as one; the shared costs page is now as given."""
    file = "my/replaced.yml"
    document = YamlDocument(file, None, {}, []) if recorded is None else read_yaml(recorded, file)
    sections = {name: hashed_sections(now, name) for name in own if name in SHARED}
    found = check_replaced_texts(document, own, SHARED, sections, cases, release, gone)
    return [as_printed(finding) for finding in found]


def test_nothing_is_said_of_a_text_whose_shared_one_is_as_it_was() -> None:
    assert lines_about_texts(recorded_line(COSTS, THEN) + "\n", THEN.replace("Dit.", "Dit.  \n")) == []
    assert lines_about_texts(None, THEN, own=["docs/nl/studies.md"]) == []


def test_a_text_that_was_never_compared_is_told_with_the_command_that_writes_it_down() -> None:
    assert lines_about_texts(None, THEN) == [
        f"notice: my/{COSTS}:1: this takes the place of the shared {COSTS}, and nothing says when the two were "
        "compared; 'make compare BRAND=my PAGE=costs' shows from which release of ours it is, and what changed in ours "
        "since; change yours where that matters to you, and write that down with 'make compared BRAND=my PAGE=costs'"
    ]


def test_a_text_that_was_never_compared_in_either_language_is_told_in_one_line() -> None:
    (told,) = lines_about_texts(None, THEN, own=["docs/en/costs.md", COSTS])
    assert told.startswith(
        f"notice: my/{COSTS}:1: this takes the place of the shared {COSTS}, as docs/en/costs.md does of its own, "
        "and nothing says when the two were compared; "
    )


def test_a_text_of_which_ours_changed_in_each_language_is_told_in_one_line() -> None:
    both = ["docs/en/costs.md", COSTS]
    recorded = "\n".join(recorded_line(file, THEN) for file in both)
    (told,) = lines_about_texts(recorded, THEN.replace("U.", "Wij."), own=both)
    assert told.startswith(
        f"notice: my/{COSTS}:1: the shared {COSTS} changed since release 0.1.0 of 2026-11-22: 'Wie' changed (line 7), "
        "and so did docs/en/costs.md; 'make compare"
    )
    (told,) = lines_about_texts(f"{recorded_line(COSTS, THEN)}", THEN.replace("U.", "Wij."))
    assert "and so did" not in told


def test_each_section_that_changed_is_named_in_words_with_the_release_since_which() -> None:
    now = THEN.replace("Eerst.", "Dit eerst.").replace("U.", "Uw verzekeraar.")
    now = now.replace("## Wat {#what}\n\nDit.", "## Meer {#more}\n\nNog iets.")
    assert lines_about_texts(recorded_line(COSTS, THEN), now) == [
        f"notice: my/{COSTS}:1: the shared {COSTS} changed since release 0.1.0 of 2026-11-22: what stands above the "
        "first heading changed, 'Wie' changed (line 7), 'Meer' is new (line 11), the section '#what' was taken out; "
        "'make compare BRAND=my PAGE=costs' shows the words; change yours where that matters to you, and write that "
        "down with 'make compared BRAND=my PAGE=costs'"
    ]


def test_what_changed_after_the_very_release_is_told_as_not_released_yet() -> None:
    released = Release(number="0.1.0", date=datetime.date(2026, 11, 22))
    (told,) = lines_about_texts(recorded_line(COSTS, THEN), THEN.replace("U.", "Wij."), release=released)
    assert (
        f"the shared {COSTS} changed after release 0.1.0, in what is not released yet: 'Wie' changed" in told
    )


PLAN = "snippets/nl/plan.md"
START = Heir("snippets/nl/plan-start.md", "", "1. Vraag om een verwijzing.", "1. Vraag om een verwijzing.")
FILE = Heir(
    "snippets/nl/plan-file.md", "", "2. Stuur alles op.", "2. Stuur alles op.\n2. Regel uw gegevens zelf."
)
SECTION = Heir("docs/nl/applying.md", "steps", "3. Praat met uw arts.", "3. Praat met uw arts.")
OWN_PLAN = "1. Vraag om een verwijzing.\n2. Regel uw gegevens.\nOns loket helpt.\n3. Praat met onze arts.\n"


def test_of_a_passage_that_was_divided_it_is_told_where_each_line_goes_in_order() -> None:
    gone = GoneText(PLAN, OWN_PLAN, [START, FILE, SECTION])
    assert lines_about_texts(recorded_line(PLAN, OWN_PLAN), THEN, own=[PLAN], gone=[gone]) == [
        f"my/{PLAN}:1: the shared {PLAN} became 3: plan-start.md, plan-file.md and the section '#steps' of "
        "applying.md, so nobody reads yours; in this order: (1) put lines 2 and 3 into a copy of our "
        "snippets/nl/plan-file.md in your folder, (2) put line 4 at '#steps' in a copy of our docs/nl/applying.md in "
        f"your folder, (3) take {PLAN} away, and its line in my/replaced.yml, "
        "(4) run 'make compared BRAND=my PAGE=plan-file' and 'make compared BRAND=my PAGE=applying'"
    ]


def test_a_passage_that_is_gone_in_each_language_is_told_in_one_line() -> None:
    english = PLAN.replace("/nl/", "/en/")
    ours = Heir(
        "snippets/en/plan-file.md", "", "2. Send all.", "2. Send all.\n2. See to your records yourself."
    )
    gone = [GoneText(PLAN, OWN_PLAN, [FILE]), GoneText(english, "2. See to your records.\n", [ours])]
    recorded = f"{recorded_line(PLAN, OWN_PLAN)}\n{recorded_line(english, OWN_PLAN)}"
    assert lines_about_texts(recorded, THEN, own=[PLAN, english], gone=gone) == [
        f"my/{PLAN}:1: the shared {PLAN} is plan-file.md now, as is {english}, so nobody reads yours; in this "
        f"order: (1) put lines 1, 2, 3 and 4 into a copy of our {FILE.file} in your folder, (2) put line 1 of "
        f"{english} into a copy of our {ours.file} in your folder, (3) take {PLAN} and {english} away, and their lines "
        "in my/replaced.yml, (4) run 'make compared BRAND=my PAGE=plan-file'"
    ]


def test_a_passage_of_which_ours_says_all_is_only_taken_away() -> None:
    gone = GoneText(PLAN, START.said, [START])
    assert lines_about_texts(None, THEN, own=[PLAN], gone=[gone]) == [
        f"my/{PLAN}:1: the shared {PLAN} is plan-start.md now, so nobody reads yours; in this order: "
        f"(1) there is nothing to keep, as ours says all that yours says, (2) take {PLAN} away"
    ]


def test_a_passage_is_compared_with_the_wording_that_readers_would_see_without_it() -> None:
    (told,) = lines_about_texts(None, THEN, own=[WAITING], cases=["gp"])
    assert "this takes the place of the shared snippets/nl/waiting-if-gp.md, and nothing says" in told
    (told,) = lines_about_texts(None, THEN, own=[WAITING])
    assert "this takes the place of the shared snippets/nl/waiting.md, and nothing says" in told


def test_a_passage_for_a_case_that_does_not_hold_is_told_as_nobody_reads_it() -> None:
    own = ["snippets/nl/waiting-if-always.md"]
    assert lines_about_texts(None, THEN, own=own, cases=["gp"]) == [
        "notice: my/snippets/nl/waiting-if-always.md:1: this is what is said in the case 'always', which does not hold "
        "for what your brand.yml says, so nobody reads it; call it snippets/nl/waiting.md to be read in each case, or "
        "take it away"
    ]
    assert lines_about_texts(None, THEN, own=own, cases=["always"]) == []


def test_a_text_whose_shared_one_is_gone_is_a_fault_with_the_nearest() -> None:
    assert lines_about_texts(recorded_line("docs/nl/cost.md", THEN), THEN, own=["docs/nl/cost.md"]) == [
        "my/replaced.yml:1: your docs/nl/cost.md takes the place of a shared text of release 0.1.0, which is no longer "
        "there; give yours the name of the text that it belongs to now, or take this line out, and it is a text of "
        "your own; did you mean 'docs/nl/costs.md'?"
    ]


def test_a_line_for_a_text_that_the_brand_does_not_have_is_a_fault() -> None:
    recorded = f"{recorded_line(COSTS, THEN)}\n{recorded_line('docs/nl/cost.md', THEN)}"
    assert lines_about_texts(recorded, THEN) == [
        "my/replaced.yml:2: there is no text 'docs/nl/cost.md' in this folder; "
        "take the line out, or did you mean 'docs/nl/costs.md'?"
    ]


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        (
            f"{COSTS}: {{date: 2026-11-22, sections: {{}}}}",
            f"my/replaced.yml:1: '{COSTS}.release' is missing; add a line 'release: ...'",
        ),
        ("[]", "my/replaced.yml:1: here stands []; write 'key: value' lines"),
    ],
)
def test_a_file_that_is_not_right_is_told(recorded: str, told: str) -> None:
    assert lines_about_texts(recorded, THEN) == [told]


def test_a_build_compares_pages_and_snippets_in_each_language(untouched: Path, tmp_path: Path) -> None:
    brand = shutil.copytree(ROOT / "brands/voorbeeldziekenhuis", tmp_path / "brand")
    own = [
        f"{kind}/{lang}/{name}.md"
        for kind, name in (("docs", "costs"), ("snippets", "safety"))
        for lang in ("en", "nl")
    ]
    for file in own:
        (brand / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(untouched / file, brand / file)
    environment = {"BRAND": str(brand)}
    notices = [
        found for found in checked_project(untouched, environment).findings if "were compared" in found.wrong
    ]
    assert sorted(found.file for found in notices) == [
        f"{brand}/{file}" for file in sorted(own) if "/nl/" in file
    ]
    for page in ("costs", "safety.md"):
        done = run_module(untouched, "second_opinion.commands.mark_compared", page, env=environment)
        assert (done.returncode, done.stderr) == (0, "")
    written = (brand / "replaced.yml").read_text("utf-8").splitlines()
    assert sorted(line.partition(":")[0] for line in written) == sorted(own)
    found = checked_project(untouched, environment).findings
    assert [one for one in found if one.file.startswith(f"{brand}/")] == []


def test_a_line_takes_the_place_of_what_was_said_of_that_text_and_of_nothing_else() -> None:
    said = "# ours\n'docs/nl/costs.md':\n  release: 0.1.0\n  date: 2026-11-22\n\ndocs/nl/costs.md.old: {}\n"
    assert with_line(said, COSTS, f"{COSTS}: new") == (
        f"# ours\n{COSTS}: new\n\ndocs/nl/costs.md.old: {{}}\n"
    )
    assert with_line("# ours", COSTS, f"{COSTS}: new") == f"# ours\n{COSTS}: new\n"
    assert with_line("", COSTS, f"{COSTS}: new") == f"{COSTS}: new\n"


@pytest.mark.parametrize(
    ("page", "recorded", "told"),
    [
        ("cost", "", "No text in {B} takes the place of a shared one called 'cost'; did you mean 'costs'?\n"),
        ("our-desk", "", "No text in {B} takes the place of a shared one called 'our-desk'; known: costs\n"),
        ("costs", "a: [", "{B}/replaced.yml:1: "),
    ],
)
def test_what_cannot_be_compared_is_told_and_nothing_is_written(
    page: str, recorded: str, told: str, untouched: Path, tmp_path: Path
) -> None:
    brand = shutil.copytree(ROOT / "brands/voorbeeldziekenhuis", tmp_path / "brand")
    for name in ("costs", "our-desk"):
        (brand / "docs/nl").mkdir(parents=True, exist_ok=True)
        shutil.copy(untouched / COSTS, brand / f"docs/nl/{name}.md")
    (brand / "replaced.yml").write_text(recorded, "utf-8")
    done = run_module(untouched, "second_opinion.commands.mark_compared", page, env={"BRAND": str(brand)})
    assert done.returncode == 1
    assert done.stderr.startswith(told.replace("{B}", str(brand)))
    assert (brand / "replaced.yml").read_text("utf-8") == recorded
