"""What `make language` says of a text: hard words, passives, abbreviations, long sentences, `je`, spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import git
from second_opinion.commands import language
from second_opinion.core.markdown_text import Text
from second_opinion.core.validation import read_yaml
from second_opinion.data.word_lists import PlainWords, read_plain_words
from second_opinion.prose.plain_language import check_plain_text, whole_text
from second_opinion.prose.readability import sentences
from second_opinion.prose.spelling import check_spelling, missing_dictionaries, speller
from support import TODAY
from support import change as put

HARD = PlainWords.model_validate(
    {
        "nl": {"indien": "als", "dient te": "moet"},
        "en": {"prior to": "before"},
        "known_abbreviations": ["CD"],
        "no_passives": ["genoemd", "worried"],
    }
)

LONG = " ".join(["woord"] * 20)
WHO = "say who does it, where that is known"


@pytest.mark.parametrize(
    ("lang", "sentence", "said"),
    [
        ("nl", "Indien u wacht.", ["'indien' is a hard word; perhaps 'als'"]),
        ("en", "Ask prior to the visit.", ["'prior to' is a hard word; perhaps 'before'"]),
        ("nl", "De brief wordt nu verstuurd.", [f"'wordt nu verstuurd' is passive; {WHO}"]),
        ("en", "The letter is here and was sent.", [f"'was sent' is passive; {WHO}"]),
        ("nl", "Dat wordt vaak een second opinion genoemd.", []),
        ("en", "People are worried, and were told.", [f"'were told' is passive; {WHO}"]),
        ("nl", "Ga naar het MDO met een CD.", ["'MDO' is not explained; write it in full, or add it to the glossary"]),
        ("nl", "Neem je vragen mee.", ["'je' is informal; write 'u' or 'uw'"]),
        ("en", "You can take je along.", []),
        ("nl", f"{LONG} woord.", [f"a sentence of 21 words: '{LONG} woord.'; 20 or fewer reads more easily: make two"]),
        ("nl", f"Vraag: ‘{LONG}?’ Bel dan uw arts.", [
            f"a sentence of 21 words: 'Vraag: ‘{LONG}?'; 20 or fewer reads more easily: make two"
        ]),
        ("en", f"Ask: ‘{' '.join(['word'] * 12)}?’ Then call your insurer: they have to say it.", []),
        ("nl", "Neem uw vragen mee. Vraag een verwijzing.", []),
        ("nl", "Lees [het adres](indien.md) en {{ dient te }}.", []),
    ],
)  # fmt: skip
def test_a_text_gets_remarks(lang: str, sentence: str, said: list[str]) -> None:
    found = check_plain_text(Text("docs/nl/x.md", sentence, 7), lang, HARD, [])
    assert [str(finding) for finding in found] == [f"docs/nl/x.md:7: {line}" for line in said]


def test_a_remark_is_no_other_one_where_only_an_amount_in_the_words_changed() -> None:
    first, again, other = (
        language.remark_without_numbers(found)
        for words in (f"{LONG} € 385.", f"{LONG} € 2.400.", f"{LONG} gratis.")
        for found in check_plain_text(Text("docs/nl/x.md", words), "nl", HARD, [])
    )
    assert first == again
    assert first != other


def test_a_term_of_the_glossary_is_explained() -> None:
    assert list(check_plain_text(Text("x", "Het MDO."), "nl", HARD, ["MDO"])) == []


def test_the_level_is_measured_with_snippets_and_values_and_without_frames() -> None:
    boxes = [{"name": "good-to-know", "title": "Goed om te weten", "class": "good-to-know"}]
    text = Text("x", 'Eerst.\n\n--8<-- "a.md"\n\n/// good-to-know\nDan {{ x }}.\n///\n')
    html = whole_text(text, {"a.md": Text("a", "Gedeeld.")}, {"x": "iets"}, boxes)
    assert sentences(html) == ["Eerst.", "Gedeeld.", "Dan iets."]


def test_a_list_of_hard_words_with_a_mistake_is_a_fault() -> None:
    _, findings = read_plain_words(read_yaml("nl: {}\nen: {}\nknown: []\n", "data/plain_words.yml"))
    assert [str(finding) for finding in findings] == [
        "data/plain_words.yml:1: 'no_passives' is missing; add a line 'no_passives: ...'",
        "data/plain_words.yml:3: the key 'known' is not known; did you mean 'known_abbreviations'? "
        "(allowed: known_abbreviations, no_passives, nl, en)",
    ]


def dictionary(folder: Path) -> Path:
    """Write two small dictionaries, and return their folder."""
    for name, words in (
        ("nl_NL", ["arts", "u", "vraag", "de", "eigen"]),
        ("en_GB", ["ask", "the", "doctor"]),
    ):
        (folder / f"{name}.aff").write_text("SET UTF-8\n", encoding="utf-8")
        (folder / f"{name}.dic").write_text("\n".join([str(len(words)), *words]), encoding="utf-8")
    return folder


def test_a_misspelt_word_is_found_with_what_to_do(tmp_path: Path) -> None:
    is_right = speller("nl", ["UWV"], dictionary(tmp_path))
    text = Text("docs/nl/x.md", 'Vraag de artz.\n\n--8<-- "artz.md"\n\nVraag het [uwv](artz.md)', 3)
    assert [str(finding) for finding in check_spelling(text, "nl", is_right)] == [
        f"docs/nl/x.md:{line}: '{word}' is in no Dutch dictionary; "
        "correct it, or add it under 'nl:' in data/spelling.yml when it is right"
        for line, word in ((3, "artz"), (7, "het"))
    ]


def test_dutch_words_in_italics_do_not_count_in_english(tmp_path: Path) -> None:
    is_right = speller("en", [], dictionary(tmp_path))
    assert list(check_spelling(Text("x", "Ask the doctor (*huisarts*)."), "en", is_right)) == []
    assert list(check_spelling(Text("x", "Ask the doctor (gpinfo.nl)."), "en", is_right)) == []


def test_the_address_of_a_site_is_no_word_to_spell(tmp_path: Path) -> None:
    is_right = speller("en", [], dictionary(tmp_path))
    text = Text("x", "Ask [h4i.nl](https://h4i.nl), 113.nl or the-doctor.eu.")
    assert [finding.wrong.split("'")[1] for finding in check_spelling(text, "en", is_right)] == ["or"]


def test_a_missing_dictionary_is_named_by_its_package(tmp_path: Path) -> None:
    assert missing_dictionaries(tmp_path) == ["hunspell-nl", "hunspell-en-gb"]
    assert missing_dictionaries(dictionary(tmp_path)) == []


def test_a_site_in_dutch_alone_is_read_in_dutch_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (root / "brands/neutral/brand.yml").read_text("utf-8")
    (root / "brands/neutral/brand.yml").write_text(text + "\nlanguages: [nl]\n", "utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setenv("TODAY", TODAY)
    monkeypatch.setattr(language, "speller", lambda *_: lambda _word: True)
    assert language.main([]) == 0
    said = capsys.readouterr().out
    assert "docs/nl/costs.md" in said
    assert "docs/en/" not in said
    assert all(
        f"- {column}" in said or f", {column}:" in said for column in ("score", "spread", "hedges", "longest")
    )


def of_change(capsys: pytest.CaptureFixture[str], *, code: int = 0, base: str = "main") -> list[str]:
    """Return the lines that `make language` says of a change, without empty ones."""
    assert language.main(["--base", base]) == code
    return [line for line in capsys.readouterr().out.splitlines() if line]


def test_a_change_is_told_only_what_it_made_harder_or_wrong(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(language, "speller", lambda *_: lambda word: word != "zeerverzonnen")
    monkeypatch.setattr(language, "missing_dictionaries", list)
    assert of_change(capsys) == [language.NOTHING_WORSE]
    assert of_change(capsys, code=1, base="mian") == [
        "git does not know 'mian'; write the name of a branch, like BASE=main"
    ]
    file = "docs/nl/made-up.md"
    line = put(repository, file, "**proefzeef**", "**proefzeef** wordt vaak gemaakt")
    git(repository, "commit", "-am", "a passive that was there")
    put(repository, file, "wordt vaak gemaakt", "wordt vaak gemaakt, en ook dat is zeerverzonnen")
    assert of_change(capsys, code=1)[:2] == [
        language.MISSPELT,
        "- Verzonnen › Wat is dat?: 'zeerverzonnen' is in no Dutch dictionary; "
        f"correct it, or add it under 'nl:' in data/spelling.yml when it is right ({file}:{line})",
    ]
    put(repository, file, "zeerverzonnen", "waar")
    line = put(repository, file, "Hooguit", f"Indien {'u wacht en ' * 9}blijft, en")
    said = of_change(capsys)
    assert said[0] == language.PLAINER
    assert f"- Verzonnen: 'indien' is a hard word; perhaps 'als' ({file}:{line})" in said
    assert f"**{language.KINDS_OF_MEASURES['hard']}**" in said
    assert f"**{language.KINDS_OF_MEASURES['passive']}**" not in said
    harder = said[said.index(language.HARDER) + 1 :]
    assert any(row.startswith("- Verzonnen: langste zin / longest sentence ") for row in harder)
    assert sum(row.startswith("Langste zin: ") for row in harder) == 1
