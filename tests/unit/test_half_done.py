"""What a change leaves half done, as whoever made it reads it beside the project as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from checking import checked_project
from repositories import git
from second_opinion.commands.factsheet import check_lost_sections
from second_opinion.commands.half_done import check_change
from second_opinion.commands.report import check_against_base
from second_opinion.commands.versions import Versions, changed_files, read_before
from second_opinion.core.findings import Finding
from second_opinion.project.project import Project
from support import change as put

from .spoiling import Edit, append, front, remove, swap, write

QUESTIONS, STUDIES, DEDUCTIBLE = "data/my-questions.yml", "data/studies.yml", "data/deductible.yml"
NL, EN = "docs/nl/costs.md", "docs/en/costs.md"
SHARED_NL, SHARED_EN = "snippets/nl/ask-insurer.md", "snippets/en/ask-insurer.md"
LOOK = "; look whether both still say the same"
STAMPS = "data/translations/snippets/en/ask-insurer.yml"
DUTCH_ALONE = (
    "the Dutch here was '{}' before, and the English stands as it stood; "
    "bring the English up to date, or leave it where both still say the same"
)
SOURCE = "title: Test\npublisher: Test\nlanguage: nl\nread: 2026-11-22\narchived: false\n"
YEAR = "2027-01-01: { euro: 400, confirmed: true, read: 2026-11-20, sources: [zvw] }"


def left(root: Path) -> list[str]:
    """Return what is said of a change that is not said without the project as it was."""
    return [str(one) for one in found_in_change(root)]


def found_in_change(root: Path) -> list[Finding]:
    """Return what is found in a change that is not found without the project as it was."""
    now = checked_project(root)
    with read_before("main", now) as before:
        return check_change((), Versions(before, now, changed_files(root, "main"), ()))


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        ((), []),
        (
            [swap(QUESTIONS, "nl: Wat kan er?", "nl: Wat kan er nog?")],
            [f"{QUESTIONS}:11: {DUTCH_ALONE.format('Wat kan er?')}"],
        ),
        (
            [
                swap(QUESTIONS, "nl: Wat kan er?", "nl: Wat kan er nog?"),
                swap(QUESTIONS, "en: What is possible?", "en: What else is possible?"),
            ],
            [],
        ),
        (
            [swap(QUESTIONS, "en: What is possible?", "en: What else is possible?")],
            [
                f"{QUESTIONS}:11: the English here was 'What is possible?' before, and the Dutch stands as it stood; "
                "bring the Dutch up to date, or leave it where both still say the same"
            ],
        ),
        (
            [swap(QUESTIONS, "      - { id: opt", "      - { id: new, nl: Nieuw, en: New }\n      - { id: opt")],
            [],
        ),
        (
            [swap(STUDIES, "note: { nl: De rest", "note: { nl: Het overige")],
            [f"{STUDIES}:14: {DUTCH_ALONE.format('De rest is niet bekend.')}"],
        ),
        ([swap("data/search_synonyms.yml", "mental-health\n  nl: [", "mental-health\n  nl: [somber, ")], []),
    ],
)  # fmt: skip
def test_words_of_data_that_changed_in_dutch_alone_are_told(
    repository: Path, edits: Sequence[Edit], said: list[str]
) -> None:
    for edit in edits:
        edit(repository)
    assert left(repository) == said


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        (
            [swap(NL, "Vraag het vooraf.", "Vraag het niet vooraf.")],
            [f"{NL}:<0>: 'niet' came into this section, and nothing like it in {EN}{LOOK}"],
        ),
        (
            [
                swap(NL, "Vraag het vooraf.", "Vraag het nooit vooraf."),
                swap(EN, "Ask before you go.", "Never ask before you go."),
            ],
            [],
        ),
        (
            [
                swap(EN, "If [your doctor says no]", "If [your doctor says so]"),
                swap(NL, "Vraag het vooraf", "Vraag dit vooraf"),
            ],
            [f"{EN}:<0>: 'no' went from this section, and nothing like it in {NL}{LOOK}"],
        ),
        ([swap(NL, "Vraag het vooraf.", "Vraag dit vooraf.")], []),
        ([append(NL, "## Nieuw {#new}\n\nDat mag niet.")], []),
        ([append(SHARED_NL, "Dat mag niet.")],
         [f"{SHARED_NL}:<0>: 'niet' came into this section, and nothing like it in {SHARED_EN}{LOOK}"]),
    ],
)  # fmt: skip
def test_a_word_that_says_no_in_one_language_alone_is_told(
    repository: Path, edits: Sequence[Edit], said: list[str]
) -> None:
    lines = [edit(repository) for edit in edits]
    assert left(repository) == [line.replace("<0>", str(lines[0])) for line in said]


def test_an_english_text_that_changed_alone_is_told_once_with_its_sections(repository: Path) -> None:
    put(repository, EN, "Ask before you go.", "Ask.")
    line = put(repository, EN, "---\n\nWith a referral", "---\n\nA word. With a referral") + 2
    assert left(repository) == [
        f"{EN}:{line}: only this language changed here, in 'begin', 'contract', and {NL} did not{LOOK}"
    ]
    put(repository, NL, "Vraag het vooraf.", "Vraag het.")
    put(repository, NL, "---\n\nMet een verwijzing", "---\n\nEen woord. Met een verwijzing")
    assert left(repository) == []


def test_a_number_that_differs_is_told_where_it_changed(repository: Path) -> None:
    for file, word in ((NL, "dagen"), (EN, "days")):
        append(file, f"14 {word}.")(repository)
    commit(repository)
    line = put(repository, NL, "14 dagen.", "41 dagen.")
    (found,) = check_against_base(
        "main", [one for one in checked_project(repository).findings if "the number" in one.wrong]
    )
    assert str(found).startswith(
        f"{NL}:{line}: the number here is '41', and in {EN} (line {line}) it is '14'; make"
    )


@pytest.mark.parametrize(
    ("edits", "said"),
    [
        (
            [swap(NL, "(applying.md#refused)", "(abroad.md)")],
            [f"{NL}:<0>: the link to 'abroad.md' came into this section, and no link of it changed in {EN}"],
        ),
        (
            [swap(NL, "[Zegt uw arts nee](applying.md#refused)", "Zegt uw arts nee")],
            [f"{NL}:<0>: the link to 'applying.md#refused' went from this section, and no link of it changed in {EN}"],
        ),
        ([swap(NL, "(applying.md#refused)", "(abroad.md)"), swap(EN, "(applying.md#refused)", "(abroad.md)")], []),
    ],
)  # fmt: skip
def test_a_link_that_changed_in_one_language_alone_is_told(
    repository: Path, edits: Sequence[Edit], said: list[str]
) -> None:
    line = edits[0](repository)
    for edit in edits[1:]:
        edit(repository)
    told = [one for one in left(repository) if "the link to" in one]
    assert told == [f"{one}; look whether both lead to the same".replace("<0>", str(line)) for one in said]


def test_an_amount_that_is_confirmed_with_the_source_from_before_is_told(repository: Path) -> None:
    expected = YEAR.replace("confirmed: true", "confirmed: false")
    put(repository, DEDUCTIBLE, YEAR, expected)
    commit(repository)
    line = put(repository, DEDUCTIBLE, expected, YEAR)
    assert [one for one in left(repository) if DEDUCTIBLE in one] == [
        f"{DEDUCTIBLE}:{line}: 'compulsory' of 2027 is confirmed now, with the source and the day from before that; "
        "name the source that made it official, and the day on which you read it"
    ]
    put(repository, DEDUCTIBLE, YEAR, YEAR.replace("2026-11-20", "2026-11-21"))
    assert [one for one in left(repository) if DEDUCTIBLE in one] == []


def test_what_was_confirmed_or_held_and_is_something_else_now_is_told(repository: Path) -> None:
    put(repository, DEDUCTIBLE, YEAR, YEAR.replace("confirmed: true", "confirmed: false"))
    commit(repository)
    put(repository, DEDUCTIBLE, YEAR.replace("true", "false"), YEAR.replace("400", "410"))
    put(
        repository,
        DEDUCTIBLE,
        "2024-01-01: { euro: 385, confirmed: true",
        "2024-01-01: { euro: 385, confirmed: false",
    )
    put(repository, DEDUCTIBLE, "2025-01-01: { euro: 385", "2025-01-01: { euro: 358")
    read = "2026-01-01: { euro: 385, confirmed: true, read: 2026-11-2"
    put(repository, DEDUCTIBLE, f"{read}0", f"{read}1".replace("385", "395"))
    put(repository, DEDUCTIBLE, "[100, 200,", "[110, 200,")
    text = (repository / DEDUCTIBLE).read_text("utf-8")
    (repository / DEDUCTIBLE).write_text(re.sub(r"  2022-01-01: \{ euro: 385.*\n", "", text), "utf-8")
    before = "before this change, and is"
    found = [one for one in found_in_change(repository) if "before this change" in one.wrong]
    assert [one.is_fault for one in found] == ["with the same source" in one.wrong for one in found]
    assert [str(one) for one in found] == [
        f"{DEDUCTIBLE}:{said}; put it back: people still work out what they paid; "
        "or name the source that says so, and its day"
        for said in (
            f"1: 'compulsory' of 2022 was 385 euro {before} gone now",
            f"4: 'compulsory' of 2025 was 385 euro {before} 358 euro now, with the same source",
            f"5: 'compulsory' of 2026 was 385 euro {before} 395 euro now",
            f"8: 'voluntary' of 2022 was 100, 200, 300, 400, 500 euro {before} 110, 200, 300, 400, 500 euro now, "
            "with the same source",
        )
    ]


def test_an_id_by_which_readers_find_again_what_they_kept_is_missed(repository: Path) -> None:
    line = put(repository, QUESTIONS, "id: options, nl: Wat kan er?", "id: choices, nl: Wat kan ik doen?")
    part = put(repository, QUESTIONS, "id: insurer", "id: insurance")
    put(repository, QUESTIONS, "nl: Bent u het eens?, en: Do you agree?", "nl: Vindt u dat ook?, en: Do you?")
    gone = "      - { id: pros, nl: Wat zijn de voordelen?, en: What are the pros? }\n"
    put(repository, QUESTIONS, gone, "")
    lost = "and readers lose what they kept of it"
    assert [one for one in left(repository) if "readers" in one] == [
        f"{QUESTIONS}:{line}: the line 'options' is called 'choices' now, {lost}; write 'id: options' again",
        f"{QUESTIONS}:1: the line 'pros' is gone, {lost}; put its id back, unless it went as a whole",
        f"{QUESTIONS}:{part - 1}: the part 'insurer' is called 'insurance' now, {lost}; write 'id: insurer' again",
    ]


def test_a_page_that_names_a_source_on_which_its_data_rest_no_longer_is_told(repository: Path) -> None:
    write("data/sources/budget.yml", SOURCE)(repository)
    put(repository, DEDUCTIBLE, YEAR, YEAR.replace("zvw", "budget"))
    for lang in ("nl", "en"):
        put(repository, f"docs/{lang}/costs.md", "sources: [zvw]", "sources: [zvw, budget]")
    commit(repository)
    assert left(repository) == []
    put(repository, DEDUCTIBLE, YEAR.replace("zvw", "budget"), YEAR)
    assert left(repository) == [
        f"docs/{lang}/costs.md:8: the data that this page shows rest no longer on the source 'budget', which it names "
        "here; take it out, in each language, where nothing else on the page rests on it"
        for lang in ("nl", "en")
    ]


def test_a_source_that_goes_is_asked_for_what_took_its_place(repository: Path) -> None:
    write("data/sources/budget.yml", SOURCE)(repository)
    commit(repository)
    remove("data/sources/budget.yml")(repository)
    write("data/sources/budget-2027.yml", SOURCE)(repository)
    assert left(repository) == [
        "data/sources/budget.yml:1: the source 'budget' is gone, and a page of a hospital may name it; "
        "write 'was: [budget]' in the file of the source that took its place, where one did"
    ]
    append("data/sources/budget-2027.yml", "was: [budget]")(repository)
    assert left(repository) == []


def commit(root: Path) -> None:
    """Put what changed on the branch main."""
    git(root, "add", "data", "docs")
    git(root, "commit", "-qm", "More")


@pytest.mark.parametrize(
    ("english", "wrong", "do"),
    [
        ("", "", "bring the English up to date, then write"),
        ("Ask it.", "; the English changed too", "do both say the same? Then write"),
    ],
)
def test_a_dutch_text_that_is_newer_is_told_at_its_line_and_with_its_english(
    repository: Path, english: str, wrong: str, do: str
) -> None:
    line = append(SHARED_NL, "Vraag het.")(repository)
    if english:
        append(SHARED_EN, english)(repository)
    (found,) = check_against_base("main", newer(checked_project(repository)))
    assert str(found).startswith(
        f"{SHARED_NL}:{line}: the Dutch is newer than {SHARED_EN}: 'begin' changed (above the first heading){wrong}; "
        f"{do} in {STAMPS}, in place of the old line: begin: "
    )
    assert not found.is_fault


def test_a_message_of_a_newer_dutch_text_can_be_worded_anew(repository: Path) -> None:
    append(SHARED_NL, "Vraag het.")(repository)
    append(SHARED_EN, "Ask it.")(repository)
    reworded = [replace(one, do="Other words.") for one in newer(checked_project(repository))]
    (found,) = check_against_base("main", reworded)
    assert found.do.startswith(f"do both say the same? Then write in {STAMPS}")


def newer(project: Project) -> list[Finding]:
    """Return what is said of texts of which the Dutch is newer."""
    return [one for one in project.findings if "is newer than" in one.wrong]


def test_a_stamp_that_was_of_no_version_of_a_page_is_not_taken_for_a_check(repository: Path) -> None:
    before = hash_of_costs(repository)
    put(repository, NL, "Vraag het vooraf.", "Vraag dit vooraf.")
    now = hash_of_costs(repository)
    reviews = (
        f'{{role: arts, name: A. Test, date: 2026-11-20, text: "{stamp}"}}'
        for stamp in ("12345678", before, now)
    )
    line = front(NL, "checked", f"checked: [{', '.join(reviews)}]")(repository)
    found = check_against_base(
        "main", [one for one in checked_project(repository).findings if "stamp" in one.values]
    )
    assert [str(one) for one in found if "text:" in one.do] == [
        f"{NL}:{line}: '12345678' is no stamp that the build gave for this page; "
        f'ask the doctor to read it, and then write text: "{now}"',
        f"{NL}:{line}: the page has changed since the doctor checked it on 2026-11-20; "
        f'ask the doctor to read it again, and then write the new date and text: "{now}"',
    ]


def hash_of_costs(root: Path) -> str:
    """Return the stamp of the Dutch page of the costs."""
    project = checked_project(root)
    return project.hash_of(next(page for page in project.written_pages if page.file == NL))


def test_without_the_project_as_it_was_nothing_is_added(repository: Path) -> None:
    found = [Finding("a.md", 1, "this is wrong", "mend it")]
    append(QUESTIONS, "# a remark")(repository)
    assert check_against_base("no-such-branch", found) == found
    assert check_against_base("main", found) == found


def test_sections_of_a_page_that_went_go_where_its_addresses_went(repository: Path) -> None:
    addresses = "addresses:\n- /buitenland/\n- /en/abroad/\n"
    listed = "data/published/costs.yml"
    remove("data/published/abroad.yml")(repository)
    put(repository, listed, "addresses:\n", addresses)
    with read_before("main", now := checked_project(repository)) as before:
        assert [str(one) for one in check_lost_sections(Versions(before, now, (), ()))] == [
            f"{listed}:1: the sections who of a page that went do not stand here, and links to them break; "
            "write them below 'sections:', each on a line of its own that begins with '- '"
        ]
    put(repository, listed, "sections:\n", "sections:\n- who\n")
    with read_before("main", now := checked_project(repository)) as before:
        assert check_lost_sections(Versions(before, now, (), ())) == []
