"""What `make brand` asks, and the folder that it writes to start from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from second_opinion.brand.apart import APART
from second_opinion.brand.brand_keys import BETWEEN_LINES, SMALLEST_BRAND, Key, all_keys, plain_lines
from second_opinion.brand.brand_view import foot_links
from second_opinion.brand.choices import (
    GOES_ON_IN,
    NOT_ASKED,
    TYPED,
    KeyChoice,
    Saying,
    choices,
    describe_numbers,
    keys_to_ask,
    own_line,
    value_in,
    with_chosen,
)
from second_opinion.brand.companions import day_beside
from second_opinion.brand.model import GROUPS, Brand, read_brand
from second_opinion.brand.own_sections import SECTIONS, own_sections
from second_opinion.brand.speaker import Speaker
from second_opinion.commands import brand as new_brand
from second_opinion.commands.brand_questions import Asking
from second_opinion.commands.command_line import run_command
from second_opinion.commands.keys import SCHEMA
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.validation import YamlDocument, read_by_key, read_yaml
from second_opinion.project.project import Project
from support import ROOT

from .making import DAY


def test_a_new_folder_has_what_was_given_and_every_key_to_choose_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ours"
    given = [
        "--name",
        "Ons",
        "--address",
        "https://ons.example",
        "--colour",
        "#00565f",
        "--phone",
        "0201234567",
    ]
    logo = ROOT / "brands/voorbeeldkliniek/logo.svg"
    assert new_brand.main(["--folder", str(folder), *given, "--logo", str(logo)]) == 0
    text = (folder / "brand.yml").read_text("utf-8")
    today = datetime.date.today()
    brand, findings = read_brand(read_yaml(text, "brand.yml"), today=today)
    assert brand is not None
    assert (brand.updated, findings) == (today, [])
    assert (folder / "logo.svg").is_file()
    assert f"It has 'updated: {today}'" in capsys.readouterr().out
    told = set(re.findall(r"^(?:# )?([a-z_]+):", text, re.MULTILINE))
    assert set(Brand.model_fields) - told == set()
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA.name}\n")
    assert (folder / SCHEMA.name).read_bytes() == (ROOT / SCHEMA).read_bytes()
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert len([line for line in lines if line.removesuffix(":") not in GROUPS]) <= 15
    assert new_brand.main(["--folder", str(folder), *given]) == 1


def test_everything_that_a_new_folder_offers_is_sound(tmp_path: Path) -> None:
    answers = new_brand.Answers("Ons", "https://ons.example")
    text = new_brand.brand_file("ours", answers, all_keys({}))
    offered = re.sub(r"^# (?=[a-z_]+:|  )", "", text, flags=re.MULTILINE)
    offered = offered.replace("languages: [nl]\n", "").replace("short_article: none\n", "")
    brand, findings = read_brand(read_yaml(offered, "brand.yml"), today=DAY)
    is_offered_apart = {pair.do for pair in APART}  # which no hospital says both
    assert {finding.do for finding in findings} - is_offered_apart == set()
    assert brand is not None
    silent = {name for name in Brand.model_fields if getattr(brand, name) in (None, [], {}, False)}
    assert silent == {"short_article"}


def test_a_line_of_a_new_folder_that_is_made_free_says_something_in_its_own_group_alone() -> None:
    text = new_brand.brand_file("ours", new_brand.Answers("Ons", "https://ons.example"), all_keys({}))
    lines = text.splitlines()
    said = read_yaml(text, "brand.yml").value
    group, elsewhere = "", []
    for at, line in enumerate(lines):
        group = line.removesuffix(":") if line.removesuffix(":") in GROUPS else group
        if group and re.match(r"#   [a-z_]+: ", line):
            freed = "\n".join([*lines[:at], line.removeprefix("# "), *lines[at + 1 :]])
            value = read_yaml(freed, "brand.yml").value
            elsewhere += [line for name in value if value[name] != said[name] and name != group]
    assert (group, elsewhere) == (GROUPS[-1], [])


def file_of_a_new_brand() -> str:
    """Return the file that `make brand` writes, which says no more than it has to."""
    return new_brand.brand_file("ours", new_brand.Answers("Ons", "https://ons.example"), all_keys({}))


@pytest.mark.parametrize(
    "text",
    [file_of_a_new_brand(), (ROOT / "examples/hospital-repository/brand/brand.yml").read_text("utf-8")],
    ids=["of make brand", "of the repository to begin with"],
)
def test_a_line_of_which_only_the_hash_is_taken_away_is_told_for_its_space_or_is_said_all_the_same(
    text: str,
) -> None:
    lines = text.splitlines()

    def faults_with(at: int, line: str) -> list[str]:
        freed = read_by_key("\n".join([*lines[:at], line, *lines[at + 1 :]]), "brand.yml")
        return [str(found) for found in read_brand(freed, today=DAY)[1] if found.is_fault]

    offered = [at for at, line in enumerate(lines) if re.match(r"# (?:  )?[a-z_]+:", line)]
    misled = []
    for at in offered:
        told = faults_with(at, lines[at].removeprefix("#"))
        is_told = len(told) == 1 and re.match(rf"brand.yml:{at + 1}: .*\bspaces?\b", told[0])
        if not is_told and told != faults_with(at, lines[at].removeprefix("# ")):
            misled.append((lines[at], told))
    assert (len(offered) > 90, misled) == (True, [])


def test_a_line_below_a_group_that_is_still_a_remark_is_told_with_that_group() -> None:
    freed = file_of_a_new_brand().replace("#   sign_in:", "  sign_in:")
    (told,) = read_by_key(freed, "brand.yml").findings
    assert told.wrong == "this belongs below 'edit_page:', which is a remark still"
    assert told.do == "take the '# ' in front of 'edit_page:' away too"


SOUND = {
    "name": "Ons",
    "languages": "",
    "english_name": "",
    "article": "",
    "english_article": "",
    "short_name": "",
    "address": "https://ons.example",
    "colour": "#00565f",
    "logo": "",
    "logo_has_name": "",
    "phone": "",
}
WRONG_ANSWERS = [
    ("name", "", "TITLE: this is needed; write it, like Our Hospital"),
    (
        "name",
        'Ons "huis"',
        "TITLE: 'Ons \"huis\"' has a quote or a backslash in it; write it without, like Ons huis",
    ),
    (
        "name",
        "Ons " * 10 + "Huis",
        f"SHORT_NAME: '{'Ons ' * 10}Huis' has 44 characters, and 40 fit at the top of a page and in the title of your "
        "own page; write one of at most 40",
    ),
    ("short_name", "O" * 41, f"SHORT_NAME: '{'O' * 41}' has 41 characters, and 40 fit at the top of a page"),
    ("article", "hett", "ARTICLE: 'hett'"),
    ("english_article", "teh", "ARTICLE_EN: 'teh'"),
    ("address", "", "SITE_URL: this is needed; write it, like https://"),
    (
        "address",
        "www.ons.example",
        "SITE_URL: 'www.ons.example': this is no web address; write it in full, with https://, like https://www.ons.example",
    ),
    (
        "address",
        "http://www.ons.example",
        "SITE_URL: 'http://www.ons.example': it starts with http:",
    ),
    ("colour", "paars", "COLOUR: 'paars': this is no colour; write it"),
    (
        "colour",
        "purple",
        "COLOUR: 'purple': this is no colour; write it with six figures, like '#800080'",
    ),
    (
        "colour",
        "05a",
        "COLOUR: '05a': this is no colour; write it with six figures, like '#0055aa'",
    ),
    ("colour", "#ffe600", "COLOUR: '#ffe600': the contrast of links on "),
    ("logo", "none.svg", "LOGO: 'none.svg': the file is not there; name an SVG or PNG file"),
    (
        "logo",
        "brands/voorbeeldkliniek/logos.svg",
        "LOGO: 'brands/voorbeeldkliniek/logos.svg': the file is not there; did you mean 'logo.svg'?",
    ),
    ("logo", "README.md", "LOGO: 'README.md': this kind of file does not fit here; use one of .svg, .png"),
    (
        "phone",
        "bel ons",
        "PHONE: 'bel ons': a telephone number holds no letters; write figures, like 020 123 45 67, or leave it empty",
    ),
    ("phone", "020 123", "PHONE: '020 123': this is too short"),
]


@pytest.mark.parametrize("answer", ["?", "[", "&a", "a:", "{x"])
@pytest.mark.parametrize(
    "key", ["languages", "article", "english_article", "address", "colour", "logo", "phone"]
)
def test_a_sign_that_means_something_in_the_file_is_refused_like_any_other_wrong_answer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str, answer: str
) -> None:
    given = [f"--{name}={value}" for name, value in (SOUND | {key: answer}).items()]
    assert new_brand.main(["--folder", str(tmp_path / "ours"), *given]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert answer in line
    assert not re.search(r"bracket|colon|means something else|empty;|quotes", line)


def test_who_types_a_question_mark_is_told_how_to_answer_and_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["?", " ? ", "Ons"])
    monkeypatch.setattr("builtins.input", lambda _: next(typed))
    assert new_brand.typed_answer("Name: ") == "Ons"
    assert capsys.readouterr().out.count("Enter alone says nothing") == 2


@pytest.mark.parametrize(("key", "answer", "said"), WRONG_ANSWERS, ids=[said for _, _, said in WRONG_ANSWERS])
def test_a_wrong_answer_is_told_in_one_line_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], key: str, answer: str, said: str
) -> None:
    given = [f"--{name}={value}" for name, value in (SOUND | {key: answer}).items()]
    assert new_brand.main(["--folder", str(tmp_path / "ours"), *given]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(said)
    assert not (tmp_path / "ours").exists()


def test_all_wrong_answers_are_told_in_one_run_with_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "brand.yml").write_text("name: Ons\n", "utf-8")
    given = ["--address", "ons.example", "--colour", "paars", "--logo", "none.svg", "--phone", "bel"]
    assert new_brand.main(["--folder", str(folder), *given]) == 1
    told = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in told] == ["NAME", "TITLE", "SITE_URL", "COLOUR", "LOGO", "PHONE"]
    assert told[0] == (
        f"NAME: {folder}/brand.yml is there already; change your answers in that file, "
        "or write another name, like NAME=ours-2"
    )
    assert (folder / "brand.yml").read_text("utf-8") == "name: Ons\n"


def test_a_folder_without_a_brand_is_told_by_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "logo.svg").write_text("<svg/>", "utf-8")
    given = [f"--{name}={value}" for name, value in SOUND.items()]
    assert new_brand.main(["--folder", str(folder), *given]) == 1
    assert capsys.readouterr().err == (
        f"NAME: {folder}/ is there already, without a brand.yml; take it away, or write another name, "
        "like NAME=ours-2\n"
    )


def test_someone_who_can_answer_is_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    typed = iter(
        [
            "",
            "Ons",
            "",
            "Ours",
            "het",
            "the",
            "",
            "www.ons.example",
            "https://ons.example",
            "paars",
            "#00565f",
            "",
            "02",
            "020 123 45 67",
        ]
    )
    answers = new_brand.answers_of(dict.fromkeys(SOUND, ""), lambda _: next(typed))
    assert answers == new_brand.Answers(
        "Ons",
        "https://ons.example",
        english_name="Ours",
        article="het",
        english_article="the",
        colour="#00565f",
        phone="020 123 45 67",
    )
    shown = capsys.readouterr()
    assert "bij het Ons\n" in shown.out
    assert "at the Ours\n" in shown.out
    assert [line.split(":")[0] for line in shown.err.splitlines()] == [
        "Name of the hospital",
        "Address of the site",
        "Main colour",
        "Telephone number for questions",
    ]


def test_a_short_name_is_shown_with_the_article_that_readers_get_before_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    given = {**SOUND, "name": "Ons Huis", "article": "het", "english_article": "the"}
    new_brand.answers_of(given, typing("", "", "OH"))
    shown = capsys.readouterr().out
    assert "  Readers get: bij het OH\n  Readers get: at the OH\n" in shown
    assert "in brand.yml afterwards, as 'short_article'" in shown
    new_brand.answers_of({**given, "languages": "nl"}, typing("OH"))
    assert " at the OH" not in capsys.readouterr().out


def test_an_article_that_the_name_begins_with_is_refused_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert new_brand.answers_of({**SOUND, "article": "het", "short_name": "Het OH"}, None) is None
    assert "readers see 'het Het OH'" in capsys.readouterr().err


def test_who_goes_back_at_the_first_questions_is_asked_the_last_one_again_and_not_what_was_given() -> None:
    asked = []

    def ask(words: str) -> str:
        asked.append(words.partition(" ")[0])
        return next(typed)

    typed = iter(["", "", "hte", "-", "-", "", "Ours", "het", "the", "", "", "", ""])
    given = {**dict.fromkeys(SOUND, ""), "name": "Ons", "address": "https://ons.example"}
    answers = new_brand.answers_of(given, ask)
    assert answers == new_brand.Answers(
        "Ons", "https://ons.example", english_name="Ours", article="het", english_article="the"
    )
    assert asked[:7] == ["Languages", "Name", "Article", "Article", "Name", "Languages", "Name"]


def test_a_name_too_long_for_the_top_of_a_page_needs_a_short_one_at_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    long = "Ons " * 10 + "Huis"
    typed = typing("Ons " * 26 + "Huis", long, *[""] * 4, "", "Huis", "https://ons.example")
    answers = new_brand.answers_of(dict.fromkeys(SOUND, ""), typed)
    assert answers is not None
    assert (answers.name, answers.short_name) == (long, "Huis")
    of_name, of_short = capsys.readouterr().err.splitlines()
    assert of_name.startswith("Name of the hospital: ")
    assert "in the description of your own page; shorten it by" in of_name
    assert of_short.startswith(
        f"Short name for the top of each page: '{long}' has 44 characters, and 40 fit "
    )
    assert of_short.endswith("; write one of at most 40")


def typing(*typed: str) -> Callable[[str], str]:
    """Return what someone types, one answer after the other, and Enter from then on."""
    answers = iter(typed)
    return lambda _: next(answers, "")


def told(sample: Project, *typed: str, languages: Sequence[str] = LANGUAGES) -> Asking:
    """Return what asks someone who types this."""
    return Asking(sample.own_page.words, new_brand.KEYS, typing(*typed), languages, DAY)


def number_of(sample: Project, saying: Saying, name: str, value: str = "") -> str:
    """Return the number before the sentence of a value, where its section is asked about."""
    offered = [*choices(saying, new_brand.KEYS, "nl", sample.own_page.words["nl"])]
    (which,) = [one for one in offered if (one.key.dotted, one.value) == (name, value)]
    return str([one for one in offered if one.anchor == which.anchor].index(which) + 1)


def test_who_begins_chooses_by_the_sentences_that_readers_get(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    doctor, gp = (number_of(sample, {}, "referral.by", who) for who in ("treating-doctor", "gp"))
    both: Saying = {"referral": {"by": ["treating-doctor", "gp"]}}
    first = number_of(sample, both, "referral.preferred", "gp")
    said = told(sample, "", "", f"{doctor} {gp}", first).ask_sections({})
    assert said == {"referral": {"by": ["treating-doctor", "gp"], "preferred": "gp"}}
    shown = capsys.readouterr().out
    words = sample.own_page.words["nl"]
    for sentence in ("referral_gp", "referral_treating_doctor", "preferred_gp"):
        assert words[sentence] in shown
    assert shown.count(", what can be said beside that)") == 1


EVERY, MENTAL_HEALTH = "specialties.all", "specialties.mental_health"
SAY_BEFORE = "add to SAID_BEFORE what a hospital has said before, beside which its sentence is a new one"
SAID_BEFORE: list[
    Saying
] = [  # of what can be said beside each of these, something can be said beside that alone
    {
        "contact": {"phone": "000 000 00 00", "form": "https://a.example"},
        "complaints": {"officer": "x"},
        "specialties": {"names": ["x"]},
        "waiting_times": {"address": "https://a.example"},
    },
    {
        "referral": {"by": ["treating-doctor", "gp"]},
        "takeover": {"policy": "possible"},
        "costs": {"advance": 5, "date": datetime.date(2026, 11, 22)},
    },
    {"referral": {"by": ["gp"]}, "file": {"by": ["us"], "disc": True}, "report": {"to": ["gp"]}},
    {"costs": {"price_list": "https://a.example"}},
    {"appointment": {"when_not": ["x"]}},
]


def test_who_begins_can_say_every_key_about_second_opinions(sample: Project) -> None:
    every_key = new_brand.KEYS
    offered = {
        one.key.dotted
        for said in SAID_BEFORE
        for one in choices({"languages": ["nl"], **said}, every_key, "nl", sample.own_page.words["nl"])
    }
    asked_with_another = {".".join(day_beside(key.dotted)) for key in every_key}
    assert {key.dotted for key in keys_to_ask(every_key)} - offered - asked_with_another == set(), SAY_BEFORE
    never = {key.path[0] for key in every_key if key.example} - {name.split(".")[0] for name in offered}
    assert never >= NOT_ASKED
    assert {
        "specialties.names",
        "file.contents",
        "papers",
        "costs.contracts",
        "waiting_times.weeks",
    } <= offered


def test_a_choice_that_changes_a_sentence_elsewhere_is_asked_where_it_says_something_new(
    sample: Project, every_key: Sequence[Key]
) -> None:
    offered = choices({"file": {"by": ["you"]}}, every_key, "nl", sample.own_page.words["nl"])
    assert {one.anchor for one in offered if one.key.dotted == "appointment.made"} == {"appointment"}


def test_how_to_reach_a_hospital_is_asked_below_its_own_heading_and_not_where_a_desk_is_led_to(
    sample: Project, every_key: Sequence[Key]
) -> None:
    route = {"portal": {"nl": "https://test.example"}, "fax": True, "disc": True}
    offered = choices({"file": route}, every_key, "nl", sample.own_page.words["nl"])
    assert {one.anchor for one in offered if one.key.path[0] == "contact"} == {"contact"}


@pytest.mark.parametrize("typed", ["9", "een", "1 2 9"])
def test_numbers_that_are_not_there_are_asked_for_again(
    sample: Project, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    assert told(sample, typed, "1").ask_sections({}) == {"specialties": {"all": True}}
    assert capsys.readouterr().err.startswith("write numbers from 1 to ")


def test_numbers_that_were_typed_by_mistake_are_taken_back(sample: Project) -> None:
    kept: list[Saying] = []
    asking = told(sample, "1", "-", "", "", "-", "-", "-", "-", "1")
    said = replace(asking, keep=kept.append).ask_sections({})
    assert (kept[0], kept[1], said) == ({"specialties": {"all": True}}, {}, {"specialties": {"all": True}})


def test_who_goes_back_before_anything_is_asked_reads_where_the_first_answers_stand(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    told(sample, "-").ask_sections({})
    assert "what you answered before it, you change in brand.yml" in capsys.readouterr().out


def test_a_sentence_chosen_by_mistake_is_taken_back_where_its_words_are_asked(sample: Project) -> None:
    names, every = (
        number_of(sample, {}, f"specialties.{key}", value)
        for key, value in (("names", TYPED), ("all", "true"))
    )
    assert told(sample, names, "-", every).ask_sections({}) == {"specialties": {"all": True}}


def test_who_goes_back_from_the_words_of_one_sentence_is_asked_those_of_the_one_before(
    sample: Project,
) -> None:
    names, disease = (number_of(sample, {}, f"specialties.{key}", TYPED) for key in ("names", "disease"))
    typed = ["hart", "heart", "-", "longen", "lungs", "jicht", "gout"]
    said = told(sample, f"{names} {disease}", *typed).ask_sections({})
    assert said["specialties"] == {
        "names": [{"nl": "longen", "en": "lungs"}],
        "disease": {"nl": "jicht", "en": "gout"},
    }


def number_of_own_line(sample: Project, anchor: str) -> str:
    """Return the number before a line of the hospital's own, which is the last one of its section."""
    offered = choices({}, new_brand.KEYS, "nl", sample.own_page.words["nl"])
    return str(sum(one.anchor == anchor for one in offered) + 1)


def test_a_line_of_their_own_is_typed_after_all_else_of_its_section_behind_the_sentence_that_is_named(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    usually_not = number_of(sample, {}, "takeover.policy", "usually-not")
    beside: Saying = {"takeover": {"policy": "usually-not"}}
    until_then = number_of(sample, beside, "takeover.until_then", "true")
    before = [""] * [*SECTIONS].index("takeover")
    own = number_of_own_line(sample, "takeover")
    typed = [*before[1:], f"{own} {usually_not}", until_then, "Kom.", "Come."]
    said = told(sample, *typed).ask_sections({})
    assert said["takeover"] == {"policy": "usually-not", "until_then": True}
    (behind,) = re.findall("right behind: (.*)", capsys.readouterr().out)
    brand, _ = read_brand(YamlDocument("", {**SMALLEST_BRAND, **said}, {}), today=DAY)
    assert brand is not None
    (section,) = own_sections(Speaker(brand, "nl", sample.own_page.words["nl"], DAY))
    assert [*section.blocks][-2:] == [behind, "Kom\\."]


def test_who_takes_the_words_of_a_line_of_their_own_back_is_asked_the_numbers_again(sample: Project) -> None:
    own = number_of_own_line(sample, "specialties")
    assert told(sample, own, "-", "1").ask_sections({}) == {"specialties": {"all": True}}


def test_who_is_offered_a_refused_line_again_goes_back_as_from_any_question(sample: Project) -> None:
    own = number_of_own_line(sample, "specialties")
    said = told(sample, own, "Kom hier.", "", "-", "1").ask_sections({})  # without the English it is refused
    assert said == {"specialties": {"all": True}}


def test_who_types_a_space_in_the_place_of_what_is_offered_says_nothing(sample: Project) -> None:
    asked: list[str] = []
    typed = iter(["Kom hier.", "", " "])

    def ask(words: str) -> str:
        asked.append(words)
        return next(typed, "")

    key = own_line(new_brand.KEYS, "specialties", sample.own_page.words["nl"]).key
    asking = Asking(sample.own_page.words, new_brand.KEYS, ask, today=DAY)
    assert asking.ask_value({}, key) == {}
    assert "(Enter for 'Kom hier.', a space for nothing)" in asked[-1]


def test_a_line_of_their_own_that_a_later_answer_puts_behind_another_sentence_is_told(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    words = sample.own_page.words["nl"]
    made: Saying = {
        "appointment": {"made": "by-hospital"},
        "own_lines": {"appointment": {"nl": "Kom.", "en": "Come."}},
    }
    one_visit = number_of(sample, made, "appointment.one_visit", "true")
    before = [""] * [*SECTIONS].index("visit")
    told(sample, *before[1:], one_visit).ask_sections(made)
    shown = capsys.readouterr().out
    assert f"below '{words.appointment_title}' now comes right behind: {words.made_by_hospital}" in shown


def test_who_goes_back_from_the_day_of_prices_is_asked_the_prices_again(sample: Project) -> None:
    typed = ["Urologie", "", "2-3", "", "-", "Longen", "", "4", "", "2026-11-20"]
    said = typed_for(sample, "waiting_times.weeks", {}, *typed)
    assert said["waiting_times"]["weeks"] == [{"specialty": "Longen", "weeks": "4"}]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_values_with_which_readers_get_the_same_sentence_are_one_choice(
    sample: Project, lang: str
) -> None:
    offered = choices({"referral": {"by": ["gp"]}}, new_brand.KEYS, lang, sample.own_page.words[lang])
    reported = [one for one in offered if one.key.dotted == "report.to"]
    assert [one.value for one in reported] == ["you", "gp", "treating-doctors"]
    assert len({one.sentence for one in reported}) == len(reported)


def test_sentences_that_cannot_stand_together_are_told(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    yes, no = (number_of(sample, {}, "review.confirmation", value) for value in ("true", "false"))
    said = told(sample, "", "", "", "", f"{yes} {no}", no).ask_sections({})
    assert said == {"review": {"confirmation": False}}
    assert capsys.readouterr().err == f"{yes} and {no} cannot both be true; type one of the two\n"


@pytest.mark.parametrize(
    ("said", "picked", "answer"),
    [
        (
            {},
            {3: ("file.by", "you"), 4: ("file.images_brought", "true")},
            "3 and 4 cannot both be true: ",
        ),
        (
            {"file": {"images_brought": True}},
            {3: ("file.by", "you")},
            "3 cannot be true beside what you said before: ",
        ),
        (
            {},
            {3: ("file.by", "you"), 4: ("file.images_brought", "true")},
            "3 and 4 cannot both be true: then all but the scans comes in one way: a doctor sends it, or your hospital",
        ),
        (
            {},
            {
                1: ("file.by", "your-doctor"),
                2: ("file.by", "us"),
                4: ("file.images_brought", "true"),
            },
            "1, 2 and 4 cannot all be true: ",
        ),
    ],
)
def test_who_types_numbers_is_answered_in_numbers_and_not_in_keys(
    said: Saying, picked: Mapping[int, tuple[str, str]], answer: str
) -> None:
    every_key = {key.dotted: key for key in new_brand.KEYS}
    chosen = {number: (every_key[name], value) for number, (name, value) in picked.items()}
    wrong = describe_numbers(said, chosen)
    assert wrong
    assert wrong.startswith(answer)
    assert not any(name in wrong for name, _ in picked.values())


@pytest.mark.parametrize(("languages", "is_english"), [(LANGUAGES, True), (("nl",), False)])
def test_who_makes_a_site_in_both_languages_reads_each_sentence_in_both(
    sample: Project, capsys: pytest.CaptureFixture[str], languages: Sequence[str], is_english: bool
) -> None:
    told(sample, languages=languages).ask_sections({})
    shown = capsys.readouterr().out
    assert sample.own_page.words["nl"].referral_gp in shown
    assert (sample.own_page.words["en"].referral_gp in shown) is is_english


def test_the_address_of_a_leaflet_is_refused_as_soon_as_it_is_typed(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ("Folder", "Leaflet", "", "", "address", "", "https://ons.example/a", "", "")
    said = typed_for(sample, "papers", {}, *typed)
    assert said["papers"][0]["address"] == "https://ons.example/a"
    shown = capsys.readouterr()
    assert shown.err == "'address': this is no web address; write it in full, with https://\n"
    assert shown.out.count("  title:") == 1


def test_a_title_of_a_leaflet_is_asked_again_as_soon_as_readers_would_see_something_wrong_in_it(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["<b>Folder", "", "Folder", "Leaflet", "", "", "https://ons.example/a", *[""] * 20])
    (key,) = [key for key in keys_to_ask(new_brand.KEYS) if key.dotted == "papers"]
    said = replace(told(sample), ask=lambda _question: next(typed)).ask_value({}, key)
    assert said["papers"] == [
        {"title": {"nl": "Folder", "en": "Leaflet"}, "address": "https://ons.example/a"}
    ]
    shown = capsys.readouterr()
    assert "'<b>'" in shown.err
    assert shown.out.count("  title:") == 1


def test_what_cannot_stand_beside_what_was_chosen_is_not_offered(sample: Project) -> None:
    words = sample.own_page.words["nl"]
    offered = [
        {(one.key.dotted, one.value) for one in choices(saying, new_brand.KEYS, "nl", words)}
        for saying in ({}, {"review": {"team_meeting": True}})
    ]
    assert [("appointment.one_visit", "true") in one for one in offered] == [True, False]


def test_who_gives_them_in_all_or_some_specialties_is_asked_of_mental_health_care_and_nothing_is_said_before(
    sample: Project,
) -> None:
    words = sample.own_page.words["nl"]

    def asked_of(said: Saying) -> list[str]:
        offered = choices({"specialties": said}, new_brand.KEYS, "nl", words)
        return [one.value for one in offered if one.key.dotted == MENTAL_HEALTH]

    assert (asked_of({}), asked_of({"all": True})) == (["false"], ["true", "false"])
    assert (asked_of({"names": ["x"]}), asked_of({"disease": "x"})) == (["true", "false"], [])
    of_all = [one.sentence for one in choices({}, new_brand.KEYS, "nl", words) if one.key.dotted == EVERY]
    assert ["geestelijke gezondheidszorg" in one for one in of_all] == [False]
    number = number_of(sample, {}, MENTAL_HEALTH, "false")
    assert told(sample, number).ask_sections({}) == {"specialties": {"mental_health": False}}


def test_each_sentence_that_is_offered_stands_on_the_site_alone_and_beside_what_was_chosen_before(
    sample: Project,
) -> None:
    words = sample.own_page.words["nl"]

    def shown(saying: Saying) -> str:
        brand, _ = read_brand(YamlDocument("", {**SMALLEST_BRAND, **saying}, {}), today=DAY)
        assert brand is not None, saying
        speaker = Speaker(brand, "nl", words, DAY)
        sections = own_sections(speaker)
        lines = [line for one in sections for block in one.blocks for line in plain_lines(block)]
        return " ".join([*lines, *(link.label for link in foot_links(speaker, sample.words.site["nl"]))])

    def offered(saying: Saying) -> list[tuple[KeyChoice, Saying]]:
        made = choices(saying, new_brand.KEYS, "nl", words)
        return [(one, with_chosen(saying, [(one.key, one.value)])) for one in made]

    first = offered({"languages": ["nl"]})
    by_section = {choice.anchor: said for choice, said in reversed(first)}
    before = [*[*by_section.values()][::2], *({"languages": ["nl"], **said} for said in SAID_BEFORE)]
    beside = [pair for said in before for pair in offered(said)]
    gone = [
        (choice.sentence, said)
        for choice, said in [*first, *beside]
        for page in [shown(said)]
        for sentence in re.split(rf"\.?{BETWEEN_LINES}|\. ", re.sub(r" \([^)]*\)$", "", choice.sentence))
        if sentence.rstrip(".") not in page
    ]
    assert (len(beside) > 600, gone) == (True, [])


def test_lines_that_are_offered_together_are_told_apart(sample: Project) -> None:
    made = choices({}, new_brand.KEYS, "nl", sample.own_page.words["nl"])
    (offered,) = [one.sentence for one in made if one.key.dotted == "specialties.names"]
    assert offered.split(BETWEEN_LINES)[1:] == ["cardiologie"]


@pytest.mark.parametrize(
    ("said", "which"),
    [
        ({"disease": {"nl": "jicht", "en": "gout"}}, "jicht"),
        ({"disease": "jicht", "names": ["voetjicht", "handjicht"]}, "voetjicht"),
        ({"names": [{"nl": "urologie", "en": "urology"}]}, "urologie"),
    ],
)
def test_the_example_of_waiting_times_is_of_what_the_house_is_for(
    sample: Project, said: Saying, which: str
) -> None:
    saying: Saying = {"specialties": said}
    offered = choices(saying, new_brand.KEYS, "nl", sample.own_page.words["nl"])
    (weeks,) = [one for one in offered if one.key.dotted == "waiting_times.weeks"]
    assert f" {which}, 2 " in weeks.sentence
    assert "Cardiologie" not in weeks.sentence
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return ""

    replace(told(sample), ask=ask).ask_value(saying, weeks.key)
    assert f"like {which}" in asked[0]


def test_each_sentence_of_a_list_is_dutch_as_readers_get_it(sample: Project) -> None:
    words = sample.own_page.words["nl"]
    offered = choices({"languages": ["nl"]}, new_brand.KEYS, "nl", words)
    labels = {one.sentence for one in offered} & {key.description for key in new_brand.KEYS}
    assert labels == set()


def questions_about(sample: Project, name: str, first: str) -> list[str]:
    """Return what someone is asked about a key who answers the first question, and Enter from then on."""
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return first if len(asked) == 1 else ""

    (key,) = [key for key in keys_to_ask(new_brand.KEYS) if key.dotted == name]
    replace(told(sample), ask=ask).ask_value({}, key)
    return asked


def test_who_types_a_paper_reads_in_which_sections_it_can_stand_and_none_as_an_example(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = questions_about(sample, "papers", "Folder")
    assert "section (one of referral, your-file, application, " in capsys.readouterr().out
    assert [question for question in asked if "takeover" in question] == []  # as if it were the best one


def test_who_gives_one_address_for_both_languages_reads_what_english_readers_get(sample: Project) -> None:
    _, in_english = questions_about(sample, "links.patient_portal", "https://ons.example")
    assert "English readers then get the Dutch one, with '(in Dutch)' behind it" in in_english


def typed_for(sample: Project, name: str, saying: Saying, *typed: str, **more: Sequence[str]) -> Saying:
    """Return what is said with what someone types for a key."""
    (key,) = [key for key in keys_to_ask(new_brand.KEYS) if key.dotted == name]
    return told(sample, *typed, **more).ask_value(saying, key)


def test_who_begins_types_words_in_each_language_and_only_again_what_does_not_fit(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    phone: Saying = {"contact": {"phone": "000 000 00 00"}}
    said = typed_for(sample, "contact.hours", phone, "elke dag: ook nu", "", "", "every day")
    said = typed_for(sample, "review.working_days", said, "vijf", "5")
    assert said == {
        "contact": {"phone": "000 000 00 00", "hours": {"nl": "elke dag: ook nu", "en": "every day"}},
        "review": {"working_days": 5},
    }
    shown = capsys.readouterr()
    assert [line.split(" is ")[0] for line in shown.err.splitlines()] == [
        "'contact.hours'",
        "'review.working_days'",
    ]
    assert "Readers get: elke dag: ook nu" in shown.out
    text = new_brand.brand_file("ours", new_brand.Answers("Ons", "https://ons.example"), new_brand.KEYS, said)
    assert '  hours: {nl: "elke dag: ook nu", en: "every day"}\n' in text


def test_where_something_is_wrong_all_that_was_typed_can_be_left_out_and_that_is_told(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed_for(sample, "review.working_days", {}, "vijf", "") == {}
    assert "readers get nothing of this" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "typed", "offered"),
    [
        ("from_abroad.languages", ["Nederlands en Engels", "nl"], [False]),
        ("own_lines", ["Kom op tijd", "Be on time.", "Kom op tijd."], [False, True]),
    ],
)
def test_an_answer_that_was_refused_is_not_offered_again_and_the_one_beside_it_is(
    sample: Project, name: str, typed: list[str], offered: list[bool]
) -> None:
    (key,) = (
        [own_line(new_brand.KEYS, "visit", sample.own_page.words["nl"]).key]
        if name == "own_lines"
        else [key for key in keys_to_ask(new_brand.KEYS) if key.dotted == name]
    )
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return "".join(typed[len(asked) - 1 : len(asked)])

    assert replace(told(sample), ask=ask).ask_value({}, key) != {}
    assert ["Enter for '" in question for question in asked[-len(offered) :]] == offered


LISTS = [
    ("file.post", ["Ons Huis, Plein 1; 0000 XX Stad"], ["Ons Huis, Plein 1", "0000 XX Stad"]),
    ("from_abroad.languages", ["nl, en"], ["nl", "en"]),
    ("from_abroad.languages", ["nl en"], ["nl", "en"]),
    (
        "appointment.when_not",
        [
            "u dat niet wilt, of niet kunt; het haast heeft",
            "you would rather not",
            "",
            "you cannot; it is urgent",
        ],
        [
            {"nl": "u dat niet wilt, of niet kunt", "en": "you cannot"},
            {"nl": "het haast heeft", "en": "it is urgent"},
        ],
    ),
    (
        "appointment.when_not",
        ["u dat niet wilt, of niet kunt", "you cannot"],
        [{"nl": "u dat niet wilt, of niet kunt", "en": "you cannot"}],
    ),
    ("specialties.names", ["urologie, oncologie", ""], ["urologie", "oncologie"]),
    (
        "review.status",
        ["de balie", "the desk", "020 123 45 67"],
        {"department": {"nl": "de balie", "en": "the desk"}, "phone": "020 123 45 67"},
    ),
    (
        "papers",
        ["Folder", "Leaflet", "", "costs", "https://a.nl/f", "", "Brief", ""],
        [
            {"title": {"nl": "Folder", "en": "Leaflet"}, "section": "costs", "address": "https://a.nl/f"},
            {"title": "Brief"},
        ],
    ),
]


@pytest.mark.parametrize(("name", "typed", "value"), LISTS)
def test_who_begins_types_lists_and_who_answers_and_all_of_it_stands_in_the_file(
    sample: Project, name: str, typed: list[str], value: object
) -> None:
    said = typed_for(sample, name, {}, *typed)
    answers = new_brand.Answers(
        "Ons", "https://ons.example", article="het", english_article="the", short_name="O"
    )
    written = read_yaml(new_brand.brand_file("ours", answers, new_brand.KEYS, said), "brand.yml").value
    top, *inner = name.split(".")
    assert (written[top][inner[0]] if inner else written[top]) == value
    assert (written["article"], written["short_name"]) == ({"nl": "het", "en": "the"}, "O")


def answering(*first: str) -> Callable[[str], str]:
    """Return who types these, then the example of each question, and Enter where one language or entry is enough."""
    typed, asked = iter(first), list[str]()

    def ask(question: str) -> str:
        asked.append(question)
        assert len(asked) < 50, f"it asks for ever: {question}"
        if (before := next(typed, None)) is not None:
            return before
        is_refused = bool(first) and asked == [question, question]
        is_enough = "Enter for the same" in question or (question in asked[:-1] and not is_refused)
        return (
            "" if is_enough else question.rpartition("like ")[2].removesuffix(": ").partition(" (Enter ")[0]
        )

    return ask


@pytest.mark.parametrize("languages", [["nl"], ["nl", "en"]])
@pytest.mark.parametrize("first", [[], ["%@["]])
def test_every_value_can_be_typed_also_after_a_wrong_one_and_with_english_left_empty(
    sample: Project, languages: Sequence[str], first: Sequence[str]
) -> None:
    words, tried = sample.own_page.words, set[str]()
    for before in SAID_BEFORE:
        saying: Saying = {"languages": ["nl"], **before}
        for one in choices(saying, new_brand.KEYS, "nl", words["nl"]):
            if one.value == TYPED and one.key.dotted not in tried:
                tried.add(one.key.dotted)
                asking = Asking(words, new_brand.KEYS, answering(*first), languages, DAY)
                assert value_in(asking.ask_value(saying, one.key), one.key), one.key.dotted
    assert len(tried) > 30


def test_who_types_a_list_reads_how_a_next_entry_is_given(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    questions: list[str] = []

    def ask(question: str) -> str:
        questions.append(question)
        return "x" if len(questions) == 1 else ""

    (key,) = [key for key in new_brand.KEYS if key.dotted == "appointment.when_not"]
    Asking(sample.own_page.words, new_brand.KEYS, ask, ["nl"], DAY).ask_value({"languages": ["nl"]}, key)
    assert questions == ["  several with ; between them, like wij niets toe te voegen hebben: "]
    typed_for(sample, "links.more", {}, "Vereniging", "", "https://vereniging.example")
    assert "title of one more (Enter for no more):" in capsys.readouterr().out


def test_a_wrong_entry_of_a_list_is_told_at_once_and_enter_means_one_thing(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    questions: list[str] = []
    errors: list[str] = []
    first = [
        "Folder",
        "",
        "afspraak",
        "appointment",
        "www.ons.example",
        "Lijst",
        "",
        "",
        "https://ons.example/l",
        "",
    ]
    typed = iter([*first, "", "", "", "https://ons.example"])

    def ask(question: str) -> str:
        shown = capsys.readouterr()
        errors.append(shown.err)
        questions.append(f"{shown.out}{question}")
        assert len(questions) < 30, "it asks for ever"
        return next(typed, "")

    (key,) = [key for key in keys_to_ask(new_brand.KEYS) if key.dotted == "papers"]
    Asking(sample.own_page.words, new_brand.KEYS, ask, ["nl"], DAY).ask_value({"languages": ["nl"]}, key)
    assert errors[3].startswith("'afspraak': ")
    assert [one for one in questions if one.count("(Enter for") > 1] == []


def test_several_names_in_one_line_of_a_list_that_asks_each_apart_are_asked_again(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    one = ("Folder A", "Leaflet A", "", "", "https://ons.example/a")
    said = typed_for(sample, "papers", {}, "Folder A; Folder B", "", *one)
    assert [paper["title"] for paper in said["papers"]] == [{"nl": "Folder A", "en": "Leaflet A"}]
    told_first = capsys.readouterr().err.splitlines()[0]
    assert told_first == (
        "'Folder A; Folder B' would be the name of one; type 'Folder A' alone, the next is asked after it"
    )


def test_who_mistypes_a_part_of_a_leaflet_goes_back_to_it(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = (
        "Fodler",
        "-",
        "Folder",
        "Leaflet",
        "AB-13",
        "costs",
        "-",
        "-",
        "AB-12",
        "",
        "https://ons.example/a",
    )
    said = typed_for(sample, "papers", {}, *typed, "", "Tweede", "-", "")
    assert said["papers"] == [
        {
            "title": {"nl": "Folder", "en": "Leaflet"},
            "code": "AB-12",
            "address": "https://ons.example/a",
        }
    ]
    assert capsys.readouterr().out.count("  title:") == 2


class TypedByHand:
    """What someone types at the questions of `make brand`, one answer after the other, who then stops."""

    def __init__(self, *typed: str, stop: type[BaseException]) -> None:
        self._typed, self._stop = iter(typed), stop

    def isatty(self) -> bool:
        """Tell that someone is there to answer."""
        return True

    def __call__(self, _question: str) -> str:
        """Return the next answer."""
        for answer in self._typed:
            return answer
        raise self._stop


@pytest.fixture(params=[EOFError, KeyboardInterrupt, KeyError])
def type_and_stop(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what lets someone type something at the questions, and then stop in each way, or the program crash."""

    def typed(*answers: str) -> None:
        hand = TypedByHand(*answers, stop=request.param)
        monkeypatch.setattr("sys.stdin", hand)
        monkeypatch.setattr("builtins.input", hand)

    return typed


def test_who_stops_in_the_middle_keeps_what_was_answered(
    type_and_stop: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "ours"
    type_and_stop("", "", "", "", "", "", "", "", "1", "3", "gewoon", "plain")
    given = ["--folder", str(folder), "--name=Ons", "--address=https://ons.example"]
    assert run_command(lambda: new_brand.main(given), "wrote") != 0
    said = read_yaml((folder / "brand.yml").read_text("utf-8"), "brand.yml").value
    assert said["specialties"] == {"all": True}
    assert f"{folder}/brand.yml is there, with what you answered so far" in capsys.readouterr().out


def test_who_stops_before_the_folder_can_be_written_gets_the_command_to_go_on(
    type_and_stop: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    type_and_stop("Ons Huis", "", "Our House", "het", "", "\x1bO")
    assert run_command(lambda: new_brand.main(["--folder", str(tmp_path / "ours")]), "wrote") != 0
    goes_on = "make brand NAME=ours TITLE='Ons Huis' TITLE_EN='Our House' ARTICLE=het SHORT_NAME=O\n"
    assert goes_on in capsys.readouterr().out
    assert not (tmp_path / "ours").exists()


def test_the_day_of_waiting_times_and_prices_is_asked_with_them(sample: Project) -> None:
    typed = ["Urologie", "", "2-3", "", "2026-11-20"]
    said = typed_for(sample, "waiting_times.weeks", {}, *typed)
    assert said == {
        "waiting_times": {"weeks": [{"specialty": "Urologie", "weeks": "2-3"}], "date": "2026-11-20"}
    }
    assert typed_for(sample, "waiting_times.weeks", {}, "") == {}


def test_a_site_in_one_language_is_asked_for_that_one_alone(sample: Project) -> None:
    answers = new_brand.Answers("Ons", "https://ons.example", languages="nl", phone="000 000 00 00")
    contact = number_of(sample, {"contact": {"phone": "000 000 00 00"}}, "contact.hours")
    typed = [*[""] * (list(SECTIONS).index("contact") - 1), contact, "elke dag"]
    kept: list[Saying] = []
    new_brand.ask_section_by_section(answers, sample.own_page.words, typing(*typed), kept.append)
    said = kept[-1]
    assert said == {"contact": {"phone": "000 000 00 00", "hours": "elke dag"}}
    text = new_brand.brand_file("ours", answers, new_brand.KEYS, said)
    brand, findings = read_brand(read_yaml(text, "brand.yml"), today=DAY)
    assert findings == []
    assert brand is not None
    assert brand.languages == ["nl"]


def test_a_line_of_the_hospitals_own_ends_a_section(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    told(sample).ask_sections({})
    rows = capsys.readouterr().out.splitlines()
    number = next(row.split()[0] for row in rows if "van uzelf" in row)
    said = told(sample, number, "Bel ons gerust.", "Do call us.").ask_sections({})
    assert said == {"own_lines": {"specialties": {"nl": "Bel ons gerust.", "en": "Do call us."}}}
    text = new_brand.brand_file("ours", new_brand.Answers("Ons", "https://ons.example"), new_brand.KEYS, said)
    assert read_brand(read_yaml(text, "brand.yml"), today=DAY)[1] == []


def test_who_types_a_line_of_their_own_reads_behind_what_it_comes(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    line = own_line(new_brand.KEYS, "report", sample.own_page.words["nl"]).key
    said = told(sample, "Bel ons gerust.", "Do call us.").ask_value({"report": {"to": ["gp"]}}, line)
    assert said["own_lines"] == {"report": {"nl": "Bel ons gerust.", "en": "Do call us."}}
    assert "Readers get it right behind: Het verslag gaat naar uw huisarts." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("policy", "section", "goes_on"),
    [("never", "takeover", "Bij ons niet."), ("possible", "takeover", "Dat mag."), ("never", "costs", "")],
)
def test_who_types_a_line_of_their_own_reads_what_our_page_says_behind_it(
    sample: Project, capsys: pytest.CaptureFixture[str], policy: str, section: str, goes_on: str
) -> None:
    line = own_line(new_brand.KEYS, section, sample.own_page.words["nl"]).key
    passages = {
        "taking-over.md": "1. **Dat** [mag](a.md).\n",
        "taking-over-if-takeover-never.md": "Bij ons niet.\n",
    }
    asking = replace(told(sample), passages=passages)
    asking.ask_value({"takeover": {"policy": policy}}, line)
    assert (re.findall("do not say this again: (.*)", capsys.readouterr().out) or [""]) == [goes_on]


def test_the_passages_in_which_a_page_goes_on_behind_an_own_line_are_there() -> None:
    assert {*GOES_ON_IN.values()} <= {file.name for file in (ROOT / "snippets" / "nl").glob("*.md")}


def test_a_line_of_their_own_about_costs_comes_before_the_link_that_only_leads_on(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    line = own_line(new_brand.KEYS, "costs", sample.own_page.words["nl"]).key
    said: Saying = {"costs": {"insurer_first": True}}
    told(sample, "Bel ons gerust.", "Do call us.").ask_value(said, line)
    (before,) = re.findall("right behind: (.*)", capsys.readouterr().out)
    assert before.startswith("Vraag eerst aan uw verzekeraar")


def test_an_amount_in_a_line_of_their_own_is_refused_at_once(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    line = own_line(new_brand.KEYS, "costs", sample.own_page.words["nl"]).key
    amount = ("Dit kost € 275.", "This costs €275.")
    said = told(sample, *amount, "Bel ons gerust.", "Do call us.").ask_value({}, line)
    assert said["own_lines"] == {"costs": {"nl": "Bel ons gerust.", "en": "Do call us."}}
    assert "holds the amount '€275'; say it in 'costs.prices'" in capsys.readouterr().err


@pytest.mark.parametrize(("typed", "said"), [("ja", "true"), ("Yes", "true"), ("n", "false"), ("", "false")])
def test_whether_the_logo_shows_the_name_is_answered_with_yes_or_no_and_the_answer_kept(
    typed: str, said: str
) -> None:
    logo = str(ROOT / "brands/voorbeeldkliniek/logo.svg")
    answers = new_brand.answers_of({**SOUND, "logo": logo}, typing(*[""] * 5, typed))
    assert answers is not None
    file = new_brand.brand_file("brands/ons", answers, new_brand.KEYS)
    assert f"\n  logo_has_name: {said}\n" in file


def test_without_a_logo_nothing_is_said_of_one() -> None:
    answers = new_brand.answers_of(SOUND, typing(*[""] * 9))
    assert answers is not None
    assert "\n  logo_has_name" not in new_brand.brand_file("brands/ons", answers, new_brand.KEYS)


@pytest.mark.parametrize("typed", ["nl;en", "nl ; en", "nl, en", "nl en"])
def test_the_languages_of_a_site_are_typed_with_any_sign_between_them(typed: str) -> None:
    answers = new_brand.answers_of({**SOUND, "languages": typed}, None)
    assert answers is not None
    assert read_yaml(new_brand.brand_file("ons", answers, new_brand.KEYS), "x").value["languages"] == [
        "nl",
        "en",
    ]


def test_whether_the_logo_shows_the_name_is_asked_again_in_the_words_of_the_question(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logo = str(ROOT / "brands/voorbeeldkliniek/logo.svg")
    answers = new_brand.answers_of({**SOUND, "logo": logo}, typing(*[""] * 5, "misschien", "nee"))
    assert answers is not None
    assert answers.logo_has_name == "false"
    shown = capsys.readouterr().err
    assert "answer yes or no" in shown
    assert "true" not in shown
    given = new_brand.answers_of({**SOUND, "logo": logo, "logo_has_name": "ja"}, None)
    assert given is not None
    assert given.logo_has_name == "true"


@pytest.mark.parametrize("dotted", ["review.status", "costs.advance", "contact.general_phone"])
def test_who_answers_reads_no_words_of_the_file(
    sample: Project, capsys: pytest.CaptureFixture[str], dotted: str
) -> None:
    (key,) = [key for key in keys_to_ask(new_brand.KEYS) if key.dotted == dotted]
    told(sample).ask_value({}, key)
    shown = capsys.readouterr().out.strip().splitlines()[0]
    assert shown.startswith(f"{dotted}: ")
    assert "`" not in shown


def test_an_example_that_ends_a_sentence_is_told_from_the_colon_behind_it(sample: Project) -> None:
    line = own_line(new_brand.KEYS, "report", sample.own_page.words["nl"]).key
    questions: list[str] = []

    def ask(question: str) -> str:
        questions.append(question)
        return ""

    Asking(sample.own_page.words, new_brand.KEYS, ask, LANGUAGES, DAY).ask_value({}, line)
    assert not any(".:" in question for question in questions)
    assert ".': " in questions[0]


def test_who_gives_no_address_of_a_leaflet_is_told_what_readers_miss(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    said = typed_for(sample, "papers", {}, "Folder", "Leaflet", "", "", "", "")
    assert said["papers"] == [{"title": {"nl": "Folder", "en": "Leaflet"}}]
    told_at_once, next_one = (
        "readers get the title 'Leaflet' alone, with nothing to open; ",
        "title of one more",
    )
    shown = capsys.readouterr().out
    assert shown.count(told_at_once) == 1
    assert shown.index(told_at_once) < shown.index(next_one)


def test_who_has_no_address_of_a_leaflet_names_its_file_and_each_question_says_what_it_asks(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []
    typed = iter(["Folder", "Leaflet", "", "costs", "", "papers/folder.pdf", ""])

    def ask(question: str) -> str:
        asked.append(question)
        return next(typed, "")

    (key,) = [key for key in keys_to_ask(new_brand.KEYS) if key.dotted == "papers"]
    said = replace(told(sample), ask=ask).ask_value({}, key)
    assert said["papers"] == [
        {"title": {"nl": "Folder", "en": "Leaflet"}, "section": "costs", "file": "papers/folder.pdf"}
    ]
    shown = capsys.readouterr().out
    assert (
        "  file (a PDF, Word or OpenDocument file that you put there in your folder; Enter for none):"
        in shown
    )
    assert "nothing to open" not in shown
    assert "  section: " in asked


def test_who_is_told_that_a_leaflet_cannot_be_opened_goes_back_to_its_address(sample: Project) -> None:
    typed = ("Folder", "Leaflet", "", "", "", "-", "https://ons.example/a", "", "")
    said = typed_for(sample, "papers", {}, *typed)
    assert said["papers"][0]["address"] == "https://ons.example/a"


def test_hours_are_asked_only_where_a_number_stands_beside_them(sample: Project) -> None:
    office = {"nl": "de balie", "en": "the desk"}
    typed = ("de balie", "the desk", "", "elke dag", "every day")
    assert typed_for(sample, "review.status", {}, *typed)["review"]["status"] == {"department": office}
    typed = ("de balie", "the desk", "020 123 45 67", "elke dag", "every day")
    assert typed_for(sample, "review.status", {}, *typed)["review"]["status"] == {
        "department": office,
        "phone": "020 123 45 67",
        "hours": {"nl": "elke dag", "en": "every day"},
    }


def test_who_gives_no_number_of_their_own_for_an_application_reads_that_the_one_for_questions_counts(
    sample: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    phone: Saying = {"contact": {"phone": "020 123 45 67"}}
    typed_for(sample, "review.status", phone, "de balie", "the desk")
    shown = capsys.readouterr().out
    assert "readers are led to your number for questions: 020 123 45 67" in shown
    assert sample.own_page.words["nl"].review_status_contact in shown


def test_what_was_chosen_can_be_given_at_once_and_stands_in_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    given = [
        "--name",
        "Ons",
        "--address",
        "https://ons.example",
        "--choices",
        "report.to=you,gp review.confirmation=false",
    ]
    assert new_brand.main(["--folder", str(folder), *given]) == 0
    value = read_yaml((folder / "brand.yml").read_text("utf-8"), "brand.yml").value
    assert (value["report"], value["review"]) == ({"to": ["you", "gp"]}, {"confirmation": False})


WRONG_CHOICES = [
    (
        "report.too=you",
        "CHOICES: 'report.too' is no key of which a value can be chosen; did you mean 'report.to'?",
    ),
    (
        "file.asked_elsewhere",
        "CHOICES: no value stands behind 'file.asked_elsewhere'; write file.asked_elsewhere=true\n",
    ),
    (
        "appointment.made",
        "CHOICES: no value stands behind 'appointment.made'; write appointment.made=by-patient or ",
    ),
    ("report.to=yu", "CHOICES: 'report.to' is 'yu'; did you mean 'you'?"),
    ("referral.preferred=gp", "CHOICES: 'referral.by' is missing"),
    (
        "review.team_meeting=true appointment.one_visit=true",
        "CHOICES: 'appointment.one_visit: true' stands beside 'review.team_meeting: true': the advice comes",
    ),
]


@pytest.mark.parametrize(("given", "told"), WRONG_CHOICES)
def test_a_wrong_choice_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str, told: str
) -> None:
    sound = [f"--{name}={value}" for name, value in SOUND.items()]
    assert new_brand.main(["--folder", str(tmp_path / "ours"), *sound, "--choices", given]) == 1
    assert capsys.readouterr().err.startswith(told)
    assert not (tmp_path / "ours").exists()
