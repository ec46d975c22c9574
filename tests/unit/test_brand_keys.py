"""What brand.yml may say: in the guide, in the schema for editors, and as sentences."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from pydantic import ValidationError

from second_opinion.brand import own_page
from second_opinion.brand.brand_keys import SMALLEST_BRAND, Key, all_keys, keys_together, plain_lines
from second_opinion.brand.key_guide import KEYS_BY_QUESTION, guide_table, offered
from second_opinion.brand.model import Brand, read_brand
from second_opinion.brand.own_sections import own_sections
from second_opinion.brand.route import SectionName
from second_opinion.brand.schema import json_schema
from second_opinion.brand.sentences import with_sentences
from second_opinion.brand.speaker import Speaker
from second_opinion.commands.keys import generated_files, main
from second_opinion.core.languages import LANGUAGES, SOURCE_LANGUAGE, paper_languages
from second_opinion.core.validation import YamlDocument, read_by_key, read_yaml
from second_opinion.data.blanks import OWN_PAGE_BLANKS
from second_opinion.project.project import Project
from support import ROOT

from .making import DAY, speaker_of


def test_the_guide_and_the_schema_for_editors_say_what_the_models_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    old = [file.as_posix() for file, text in generated_files().items() if file.read_text("utf-8") != text]
    assert old == [], "run: make keys"


def test_each_key_of_a_section_makes_a_sentence_with_what_it_needs_beside_it(
    every_key: Sequence[Key],
) -> None:
    silent = {
        key.dotted
        for key in every_key
        if len(key.path) == 2 and key.path[0] not in {"look", "links", "edit_page"}
        if not (key.is_in_list or key.says or key.kind.startswith("a list of entries"))
    }
    elsewhere = {"specialties.mental_health"}  # a shared sentence says it
    assert silent - elsewhere == set(), "say in COMPANIONS of brand/companions.py what it needs beside it"


def test_the_keys_of_a_group_stand_in_the_order_of_their_sentences_on_the_own_page(
    sample: Project, every_key: Sequence[Key]
) -> None:
    said = [
        (key, each.written, each.sentences[SOURCE_LANGUAGE].split(" · ")[0])
        for key in every_key
        for each in key.says
        if len(key.path) == 2 and not key.is_in_list
    ]
    turned = set()
    for (one, above, first), (other, below, second) in itertools.combinations(said, 2):
        if one.path[0] == other.path[0] and one.path != other.path:
            page = page_of(above, below, sample)
            if -1 < page.find(second) < page.find(first):
                turned.add((one.dotted, other.dotted))
    assert turned == set(), (
        "put the second of each pair before the first in brand/route.py, or turn their sentences"
    )


def page_of(one: str, other: str, project: Project) -> str:
    """Return the own page of a brand with the keys of one group that two others have; nothing of what is refused."""
    group, keys = next(iter(read_yaml(one, "").value.items()))
    try:
        brand = Brand.model_validate({**SMALLEST_BRAND, group: {**keys, **read_yaml(other, "").value[group]}})
    except ValidationError:
        return ""
    speaker = Speaker(brand, SOURCE_LANGUAGE, project.own_page.words[SOURCE_LANGUAGE], DAY)
    blocks = [block for section in own_sections(speaker) for block in section.blocks]
    return "\n".join(line for block in blocks for line in plain_lines(block))


def test_nothing_is_written_of_words_that_are_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = tmp_path / own_page.FILE
    words.parent.mkdir()
    ours = (ROOT / own_page.FILE).read_text("utf-8")
    words.write_text(
        f"{ours}unknown:\n  nl: Na {{months}} maanden.\n  en: After {{months}} months.\n", "utf-8"
    )
    monkeypatch.chdir(tmp_path)
    assert main() == 1
    *told, summary = capsys.readouterr().err.splitlines()
    assert {line.partition(": ")[2] for line in told} >= {
        "'unknown' has the blank {months}, for which there is nothing to fill in; take it out"
    }
    assert summary.endswith("to be mended, of a blank perhaps in data/blanks.py; nothing is written")
    assert [file.name for file in tmp_path.iterdir()] == ["data"]


def test_every_key_stands_below_the_question_that_it_answers_in_the_guide_and_in_a_new_file(
    sample: Project,
) -> None:
    assert sorted(name for names in KEYS_BY_QUESTION.values() for name in names) == sorted(Brand.model_fields)
    every_key = all_keys({})
    guide = guide_table(every_key, (), {})
    _, _, below = guide.partition("### Who refers?\n")
    assert "`referral.by`" in below.partition("###")[0]
    anchors = re.findall(r"\]\(#([^)]+)\)", guide)
    assert [f"### {question}" in guide for question in KEYS_BY_QUESTION] == [True] * len(KEYS_BY_QUESTION)
    assert len(anchors) == len(KEYS_BY_QUESTION) + 2
    text = offered(every_key, lambda _: None)
    assert text.index("===== Who refers? =====") < text.index("\nreferral:\n") < text.index("===== Who gets")


def test_a_new_file_says_at_a_key_what_that_says_beside_the_ones_above_it(
    sample: Project, every_key: Sequence[Key]
) -> None:
    words = sample.own_page.words
    names = {"takeover.policy", "takeover.reasons", "appointment.made", "contact.phone"}
    asked = [key for key in every_key if key.dotted in names or len(key.path) == 1]
    text = offered(asked, lambda _: None, keys_together(asked, words))
    reasons, phone = (
        text.partition(f"#   {name}: ")[0].rpartition("\n#  ")[2] for name in ("reasons", "phone")
    )
    assert re.search(
        rf"##   Beside takeover.policy: .*possible.*“{words['nl'].takeover_sometimes_not}”", reasons
    )
    assert re.search("##   Beside appointment.made: by-patient: “.*000 000 00 00.” “.*000 000 00 00.”", phone)
    assert text.count("Beside appointment.made: by-patient") == 1


def test_what_a_key_holds_is_known_from_its_model(every_key: Sequence[Key]) -> None:
    asked = ("is_list", "has_keys", "is_in_each_language")
    held = {key.dotted: {name for name in asked if getattr(key, name)} for key in every_key}
    assert held["papers"] == held["report.to"] == {"is_list"}
    assert held["appointment.when"] == {"is_list", "is_in_each_language"}
    assert held["own_lines"] == {"is_in_each_language"}
    assert held["appointment"] == {"has_keys", "is_in_each_language"}
    assert held["name"] == held["site_url"] == held["links.home"] == set()


def test_every_key_says_what_it_is_for_and_how_it_is_written(every_key: Sequence[Key]) -> None:
    assert [key.dotted for key in every_key if not key.description] == []
    assert [
        key.dotted for key in every_key if not key.example and not key.has_keys and len(key.path) > 1
    ] == []
    examples = {key.dotted: key.example for key in every_key}
    assert examples["contact.phone"] == "000 000 00 00"
    assert len(examples) == len(every_key)


def test_the_line_that_a_new_file_offers_of_a_yes_or_no_makes_the_sentence_above_it(
    every_key: Sequence[Key],
) -> None:
    either = [key for key in every_key if key.values == ["true", "false"] and key.says]
    assert either
    silent = [key.dotted for key in either if key.example not in {each.value for each in key.says}]
    assert silent == []


VALUES = [
    (
        "takeover.policy",
        [
            "if-you-want",
            "possible",
            "not-automatically",
            "not-always",
            "usually-not",
            "if-own-doctor-cannot",
            "never",
        ],
    ),
    ("appointment.always", ["true", "false"]),
    ("report.to", ["[you]", "[referrer]", "[gp]", "[treating-doctors]", "[referrer, gp]"]),
    ("contact.hours", ["{nl: op werkdagen van 9.00 tot 17.00 uur, en: on working days from 9 am to 5 pm}"]),
    ("look.logo", []),
]


@pytest.mark.parametrize(("name", "values"), VALUES)
def test_each_value_of_a_key_has_the_sentence_that_it_makes_in_each_language(
    every_key: Sequence[Key], name: str, values: list[str]
) -> None:
    (key,) = [key for key in every_key if key.dotted == name]
    assert [each.value for each in key.says] == values
    assert all(each.sentences["nl"] and each.sentences["en"] for each in key.says)
    assert len({each.sentences["nl"] for each in key.says}) == len(values)


def test_the_sentence_that_two_keys_make_stands_once_with_both(
    sample: Project, every_key: Sequence[Key]
) -> None:
    words = sample.own_page.words
    few = [key for key in every_key if key.dotted in {"review.status", "appointment.made", "report.to"}]
    (one,) = keys_together(few, words)
    assert one.pairs == [["review.status", "appointment.made: by-hospital"]]
    of_both = speaker_of(
        sample,
        "review: {status: {department: {nl: de administratie, en: the back office}}}\n"
        "appointment: {made: by-hospital}",
        "en",
    )
    assert one.sentences["en"] in [block for section in own_sections(of_both) for block in section.blocks]


CHANGED_BESIDE = [  # a key whose own sentence becomes another one beside a second key, and the words of that one
    ("takeover.policy: possible", "takeover.reasons", "takeover_sometimes_not"),
    ("appointment.advice_from_file: true", "appointment.when", "needed_when"),
    ("appointment.usually: true", "appointment.when_not", "invited_not_usually"),
]


@pytest.mark.parametrize(("one", "other", "name"), CHANGED_BESIDE)
def test_a_sentence_that_becomes_another_one_beside_a_key_of_the_same_question_stands_with_both(
    sample: Project, every_key: Sequence[Key], one: str, other: str, name: str
) -> None:
    words = sample.own_page.words
    few = [key for key in every_key if key.dotted in {one.partition(":")[0], other}]
    said = {together.sentences["nl"]: together.pairs for together in keys_together(few, words)}
    assert [one, other] in said[words["nl"][name]]


def test_a_sentence_that_goes_beside_another_key_is_told_once_with_each_such_key(
    sample: Project, every_key: Sequence[Key]
) -> None:
    words = sample.own_page.words
    few = [key for key in every_key if key.dotted in {"appointment.made", "appointment.one_visit"}]
    (one,) = keys_together(few, words)
    assert (one.is_gone, one.sentences["en"]) == (True, words["en"]["made_tests"])
    assert f"No longer: “{words['nl']['made_tests']}”" in guide_table(few, [one], words)


def test_the_guide_says_under_which_heading_each_line_of_a_hospital_stands(sample: Project) -> None:
    words = sample.own_page.words
    lines = ", ".join(f"{name}: {{nl: Zo is het., en: So it is.}}" for name in get_args(SectionName))
    sections = own_sections(speaker_of(sample, f"own_lines: {{{lines}}}"))
    guide = guide_table((), (), words)
    rows = {row.split("`")[1]: row for row in guide.splitlines() if row.startswith("| `")}
    assert [one.anchor for one in sections if f"“{one.title}”" not in rows[one.anchor]] == []
    assert [one.anchor for one in sections] == [*get_args(SectionName)]


def test_a_sentence_that_several_pairs_make_names_all_of_them(
    sample: Project, every_key: Sequence[Key]
) -> None:
    words = sample.own_page.words
    names = {"file.by", "review.team_meeting", "review.working_days"}
    (one, *_) = keys_together([key for key in every_key if key.dotted in names], words)
    assert ["file.by: [you]", "review.team_meeting: true"] in one.pairs
    assert ["file.by: [you]", "review.working_days"] in one.pairs


def test_three_keys_say_nothing_that_no_two_of_them_say_so_that_the_guide_has_it(
    sample: Project, every_key: Sequence[Key]
) -> None:
    words = sample.own_page.words
    pairs = {frozenset(pair) for one in keys_together(every_key, words) for pair in one.pairs}
    changing = {
        frozenset(three) for one, other in itertools.combinations(pairs, 2) if len(three := one | other) == 3
    }
    written = {
        f"{key.dotted}: {each.value}" if key.values else key.dotted: each.written
        for key in every_key
        for each in key.says
        if len(key.path) == 2
    }

    @cache
    def sentences(names: frozenset[str]) -> set[str]:
        """Return what a brand with these keys says; nothing where it cannot have them all."""
        says: dict[str, dict[str, object]] = {}
        values = {name: read_yaml(written[name], "x").value for name in sorted(names)}
        for top, group in (item for value in values.values() for item in value.items()):
            says[top] = {**says.get(top, {}), **group}
        for name, value in values.items():  # what one needs beside it gives way to the value of another
            top, key = name.partition(":")[0].split(".")
            says[top][key] = value[top][key]
        brand, findings = read_brand(YamlDocument("x", {**SMALLEST_BRAND, **says}, {}), today=DAY)
        if brand is None or findings:
            return set()
        sections = own_sections(Speaker(brand, SOURCE_LANGUAGE, words[SOURCE_LANGUAGE], DAY))
        lines = (line for section in sections for block in section.blocks for line in plain_lines(block))
        return {sentence for line in lines for sentence in re.split(r"(?<=[.?:]) ", line)}

    new = {}
    for three in changing:
        by_two = [sentences(frozenset(two)) for two in itertools.combinations(three, 2)]
        if all(by_two) and (only := sentences(three).difference(*by_two)):
            new[three] = only
    assert new == {}


def test_keys_that_say_the_same_beside_the_same_others_stand_in_the_guide_once(
    sample: Project, every_key: Sequence[Key]
) -> None:
    words = sample.own_page.words
    names = {"file.by", "review.team_meeting", "review.working_days"}
    few = [key for key in every_key if key.dotted in names]
    table = guide_table(few, keys_together(few, words), words)
    assert (
        "\n| `file.by: [you]` or `file.by: [you, us]`, with `review.working_days` or `review.team_meeting: true` | "
    ) in table


KEY_WITH_VALUE = re.compile(
    r"`([a-z_]+(?:\.[a-z_]+)*): ([^`]+)`|^```yaml\n(.+?)^```", re.MULTILINE | re.DOTALL
)
OF_OTHER_FILES = {"instead", "resource_group", "environment"}  # of a list to take along, and of a workflow


def shown_in(guide: str) -> Iterator[tuple[str, str]]:
    """Yield each key with a value that stands in a guide above its tables, and nothing with each block of lines."""
    for name, value, lines in KEY_WITH_VALUE.findall(guide.partition("## Every key")[0]):
        if name not in OF_OTHER_FILES:
            yield name, lines or " ".join(value.split())


def as_brand(name: str, value: str, every_key: Sequence[Key]) -> Iterator[str]:
    """Yield what a key with a value can be in brand.yml, with what each entry of a list needs beside it."""
    if not name:
        yield value
    for key in every_key:
        if name not in {key.dotted, key.path[-1]}:
            continue
        beside = [one for one in every_key if one.path[:-1] == key.path[:-1] and one.is_needed and one != key]
        needed = "".join(f"{one.path[-1]}: {one.example}, " for one in beside) if len(key.path) > 1 else ""
        text = f"{{{needed}{key.path[-1]}: {value}}}"
        for around in reversed(key.path[:-1]):
            text = f"{{{around}: {f'[{text}]' if key.is_in_list and around == key.path[-2] else text}}}"
        yield text
    yield f"{{sentences: {{{name}: {value}}}}}"


@pytest.mark.parametrize("guide", ["HOSPITALS.md", "examples/hospital-repository/README.md"])
def test_each_example_of_brand_yml_in_a_guide_is_taken_as_it_stands(sample: Project, guide: str) -> None:
    every_key = all_keys({})
    words, blanks = sample.own_page.words, OWN_PAGE_BLANKS

    def is_taken(text: str) -> bool:
        said = read_yaml(text, "brand.yml").value
        document = YamlDocument("brand.yml", {**SMALLEST_BRAND, **said}, {})
        brand, findings = read_brand(document, today=DAY)
        return brand is not None and not [*findings, *with_sentences(document, brand, words, blanks, "")[1]]

    shown = [*shown_in((ROOT / guide).read_text("utf-8"))]
    assert shown
    assert [one for one in shown if not any(map(is_taken, as_brand(*one, every_key)))] == []


def test_the_sentence_of_a_value_is_the_one_that_the_own_page_then_has(
    sample: Project, every_key: Sequence[Key]
) -> None:
    (key,) = [key for key in every_key if key.dotted == "referral.preferred"]
    brand = speaker_of(sample, "referral: {by: [treating-doctor, gp], preferred: gp}", "en")
    page = " ".join(block for section in own_sections(brand) for block in section.blocks)
    assert page.endswith(next(each.sentences["en"] for each in key.says if each.value == "gp"))


def test_the_schema_for_editors_knows_the_keys_and_takes_an_article_alone() -> None:
    schema = json_schema()
    assert schema["properties"].keys() == Brand.model_fields.keys()
    assert schema["additionalProperties"] is False
    assert schema["$defs"]["Articles"]["anyOf"][0]["enum"] == ["de", "het", "none"]
    assert schema["$defs"]["Contact"]["properties"]["phone"]["examples"] == ["000 000 00 00"]
    assert schema["properties"]["updated"]["examples"] == ["2026-11-22"]


@pytest.mark.parametrize("added", ["de", "fr", "he"])
def test_a_hospital_can_choose_each_language_of_papers_once_when_the_site_gets_one_more(added: str) -> None:
    known = paper_languages((*LANGUAGES, added))
    assert set(known) == {*LANGUAGES, "de", "fr", added}
    assert len(known) == len(set(known))


def test_the_release_is_the_same_everywhere(sample: Project) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    newest = re.search(r"^## (\d\S+), ([\d-]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert sample.release.number == project["version"] == newest.group(1)
    assert sample.release.date.isoformat() == newest.group(2)
    workflow = (ROOT / "examples/hospital-repository/.github/workflows/publish.yml").read_text("utf-8")
    assert f"RELEASE: v{sample.release.number} " in workflow
    guide = (ROOT / "examples/hospital-repository/README.md").read_text("utf-8")
    named = re.findall(r"v\d+\.\d+\.\d+", guide)
    assert named == [], "the files belong to a later release than one that is named here, or to a commit"


def test_the_guide_for_hospitals_names_every_key_and_shows_pictures_that_exist() -> None:
    guide = (ROOT / "HOSPITALS.md").read_text("utf-8")
    for key in Brand.model_fields:
        assert f"`{key}`" in guide, key
    linked = re.findall(r"\]\((?!https?:)([^)#]+)", guide)
    assert [path for path in linked if not (ROOT / path).exists()] == []
    pictures = [ROOT / path for path in linked if path.endswith(".png")]
    assert len(pictures) == 8
    assert sum(picture.stat().st_size for picture in pictures) < 1_500_000


def test_the_guide_of_the_repository_to_copy_says_in_words_what_its_pictures_show() -> None:
    folder = ROOT / "examples/hospital-repository"
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", (folder / "README.md").read_text("utf-8"))
    shown = {(folder / path).resolve(): words for words, path in pictures}
    assert {*(ROOT / ".github/hospital").iterdir()} == {*shown}
    assert [words for words in shown.values() if len(words) < 30] == []
    assert sum(picture.stat().st_size for picture in shown) < 400_000


def test_the_guide_of_the_repository_to_copy_says_where_in_the_file_the_number_stands() -> None:
    folder = ROOT / "examples/hospital-repository"
    (question,) = re.findall(r"`(=+ .+? =+)`", (folder / "README.md").read_text("utf-8"))
    _, _, below = (folder / "brand/brand.yml").read_text("utf-8").partition(f"# {question}\n")
    assert "\n  phone: " in below.partition("# =====")[0]


EXPLAINED = [  # of each kind of line that explains, how it begins
    "##   “Bellen: ",
    "## Your name, ",
    "##   [gp]: “",
    "##   Not together with any of these: ",
    "##   Beside takeover.policy: ",
    "##   true beside appointment.made: by-hospital",
    "# ===== What does it look like?",
]


@pytest.mark.parametrize("begins", EXPLAINED)
@pytest.mark.parametrize("is_indented", [True, False])
def test_an_explanation_that_lost_its_mark_is_told_to_get_it_back(begins: str, is_indented: bool) -> None:
    lines = (ROOT / "examples/hospital-repository/brand/brand.yml").read_text("utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith(begins))
    mark, words = lines[at].split(" ", 1)
    lines[at] = f" {words}" if is_indented else words.lstrip()
    (found,) = read_by_key("\n".join(lines), "brand.yml").findings
    assert (found.line, found.do) == (at + 1, f"write '{mark} ' there again")


def test_a_key_without_a_colon_is_no_explanation() -> None:
    text = "a: 1\n## Your number (a telephone number)\nphone 020 123 45 67 (werkdagen)\n"
    (found,) = read_by_key(text, "brand.yml").findings
    assert "##" not in found.do
