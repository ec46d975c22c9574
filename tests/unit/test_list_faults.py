"""Each thing that can be wrong with a list to take along or a drawing, and the very line that an editor then reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from checking import checked_project
from second_opinion.data.cases import CASES

from .spoiling import Edit, Row, append, each, source, swap, write

STUDIES, WHO_DOES_WHAT = "data/studies.yml", "data/who-does-what.yml"


def study(*shares: str, **keys: str) -> Edit:
    """Add a study with some shares, which begin on its fifth line, or its sixth where it has a note."""
    known = {"source": "zvw", "title": "{ nl: Proef, en: Trial }", "year": "2020", "people": "70"}
    lines = [*(f"{key}: {value}" for key, value in (known | keys).items()), *shares]
    return append(STUDIES, "- " + "\n  ".join(lines))


def lanes(*changes: tuple[str, str]) -> str:
    """Return a who-does-what.yml of three parties and one step, changed by what takes the place of what."""
    text = (
        "parties:\n"
        "  - { id: you, icon: account-outline, nl: U, en: You }\n"
        "  - { id: doctor, icon: stethoscope, nl: Uw arts, en: Your doctor }\n"
        "  - { id: hospital, icon: hospital-box-outline, nl: Ziekenhuis, en: Hospital }\n"
        "steps:\n"
        "  - from: you\n"
        "    to: doctor\n"
        "    nl: U vraagt iets.\n"
        "    en: You ask something.\n"
    )
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


QUESTIONS = "data/my-questions.yml"
TOOL_WORDS = "data/tools.yml"


def tool(*changes: tuple[str, str], more: str = "") -> str:
    """Return a list to take along with one part, changed by what takes the place of what."""
    text = (
        "kind: choose\n"
        "title: { nl: Vragen, en: Questions }\n"
        "lead: { nl: Vink aan., en: Tick. }\n"
        "parts:\n"
        "  - id: every-doctor\n"
        "    title: { nl: Arts, en: Doctor }\n"
        "    source: { nl: Drie vragen, en: Three questions }\n"
        "    link: alternatives#three-questions\n"
        "    lines:\n"
        "      - { id: one, who: you, nl: Wat?, en: What? }\n"
        "  - id: second-doctor\n"
        "    title: { nl: Tweede, en: Second }\n"
        "    groups:\n"
        "      - title: { nl: Leven, en: Life }\n"
        "        lines:\n"
        "          - { id: two, nl: Wanneer?, en: When? }\n"
    )
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text + more + "gives: { nl: Een blad, en: A sheet }\n"


LETTERS = "data/letters.yml"


def letter(*changes: tuple[str, str]) -> str:
    """Return the letters, of which there is one, changed by what takes the place of what."""
    text = (
        "kind: letters\n"
        "title: { nl: Brieven, en: Letters }\n"
        "lead: { nl: Kies., en: Choose. }\n"
        "fields:\n"
        "  - { id: hospital, kind: text, nl: Uw ziekenhuis, en: Your hospital }\n"
        "  - { id: name, kind: text, nl: Uw naam, en: Your name }\n"
        "end:\n"
        '  - { id: end-name, nl: "{name}", en: "{name}" }\n'
        "parts:\n"
        "  - id: copy\n"
        "    title: { nl: Kopie, en: Copy }\n"
        "    subject: { nl: Kopie, en: Copy }\n"
        "    lines:\n"
        '      - { id: dear, nl: "Beste {hospital},", en: "Dear {hospital}," }\n'
        "gives: { nl: Een blad, en: A sheet }\n"
    )
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


LETTERS_TO_FILL_IN = [
    Row("letters that are sound", [write(LETTERS, letter())], []),
    Row(
        "a name in a letter that is no field",
        [write(LETTERS, letter(("Dear {hospital}", "Dear {hospitl}")))],
        [
            f"{LETTERS}:14: 'dear' has the blank {{hospitl}}, for which there is nothing to fill in; "
            "did you mean '{hospital}'?"
        ],
    ),
    Row(
        "a field in one language only, and one at the end of each letter",
        [write(LETTERS, letter(("Dear {hospital}", "Dear staff"), ('en: "{name}"', "en: Me")))],
        [
            f"{LETTERS}:14: 'dear' lacks {{hospital}} in English; put it where the program fills something in",
            f"{LETTERS}:8: 'end-name' lacks {{name}} in English; put it where the program fills something in",
        ],
    ),
    Row(
        "a brace without its pair",
        [write(LETTERS, letter(("Dear {hospital}", "Dear {hospital")))],
        [f"{LETTERS}:14: 'dear' has a brace without its pair: 'Dear {{hospital,'; write a blank as {{name}}"],
    ),
    Row(
        "a field that no letter has, and one that stands twice",
        [
            write(
                LETTERS,
                letter(
                    (
                        "end:\n",
                        "  - { id: born, kind: date, nl: Dag, en: Day }\n"
                        "  - { id: name, kind: pen, nl: Naam, en: Name }\nend:\n",
                    )
                ),
            )
        ],
        [
            f"{LETTERS}:7: no line has the field 'born'; write {{born}} where it belongs, or take the field out",
            f"{LETTERS}:8: the field 'name' stands twice; take one of the two out",
        ],
    ),
    Row(
        "a letter without a subject",
        [write(LETTERS, letter(("    subject: { nl: Kopie, en: Copy }\n", "")))],
        [f"{LETTERS}:10: the letter 'copy' has no subject; add a line 'subject: ...'"],
    ),
]

SOURCE = "    source: { nl: Drie vragen, en: Three questions }\n"
LISTS_TO_TAKE_ALONG = [
    Row(
        "a list that is sound, one part of which waits for readers",
        [write(QUESTIONS, tool(more="  - { id: own, own: true, title: { nl: Zelf, en: Own } }\n"))],
        [],
    ),
    Row(
        "a list on a page that does not exist, of which lines stand on the sheet of a part that does not exist",
        [
            write(
                QUESTIONS,
                tool(
                    ("kind: choose\n", "kind: choose\nhome: alternativs\n"),
                    (SOURCE, f"    along: [doctor]\n{SOURCE}"),
                ),
            )
        ],
        [
            f"{QUESTIONS}:2: the page 'alternativs' does not exist in Dutch; did you mean 'alternatives'?",
            f"{QUESTIONS}:8: there is no part 'doctor'; did you mean 'every-doctor'?",
        ],
    ),
    Row(
        "a list of another kind",
        [write(QUESTIONS, tool(("choose", "chose")))],
        [
            f"{QUESTIONS}:1: 'kind' is 'chose'; did you mean 'choose'? "
            "(one of 'choose', 'compare', 'steps', 'letters' or 'cards')"
        ],
    ),
    Row(
        "words in one language",
        [write(QUESTIONS, tool(("nl: Wat?, en: What?", "nl: Wat?"), (", en: Life", "")))],
        [
            f"{QUESTIONS}:10: these words lack English; add 'en: ...'",
            f"{QUESTIONS}:14: these words lack English; add 'en: ...'",
        ],
    ),
    Row(
        "a line without its Dutch, which is told once",
        [write(QUESTIONS, tool(("nl: Wat?, en: What?", "en: What?")))],
        [
            f"{QUESTIONS}:10: 'nl' of the first of 'lines' of the first of 'parts' is missing; add a line 'nl: ...'"
        ],
    ),
    Row(
        "keys that are wrong in one part, behind which a later one is looked at too",
        [
            write(
                QUESTIONS,
                tool(
                    ("who: you, nl: Wat?", "whom: you, nl: Wat?"),
                    ("nl: Wanneer?", "who: yo, nl: Wanneer?"),
                    ("    source:", "    sorce:"),
                ),
            )
        ],
        [
            f"{QUESTIONS}:7: the key 'sorce' of the first of 'parts' is not known; did you mean 'source'?",
            f"{QUESTIONS}:10: the key 'whom' of the first of 'lines' of the first of 'parts' is not known; "
            "did you mean 'who'? (allowed: id, help, who, appointment, if, unless, nl, en)",
            f"{QUESTIONS}:16: there is no party 'yo' in data/who-does-what.yml; did you mean 'you'?",
        ],
    ),
    Row(
        "a line that stands twice, in two parts",
        [write(QUESTIONS, tool(("id: two", "id: one")))],
        [f"{QUESTIONS}:16: the line 'one' stands twice; give this one another id"],
    ),
    Row(
        "a part without lines or title, and one that stands twice",
        [write(QUESTIONS, tool(more="  - id: third\n  - id: third\n    title: { nl: Arts, en: Doctor }\n"))],
        [
            f"{QUESTIONS}:17: the part 'third' has no title; add a line 'title: ...'",
            f"{QUESTIONS}:17: the part 'third' has no lines; add one below 'lines:'",
            f"{QUESTIONS}:18: the part 'third' stands twice; make one of the two",
            f"{QUESTIONS}:18: the part 'third' has no lines; add one below 'lines:'",
        ],
    ),
    Row(
        "a link to a section that is not there",
        [write(QUESTIONS, tool(("#three-questions", "#thre-questions")))],
        [
            f"{QUESTIONS}:8: '#thre-questions' is no section of the page 'alternatives'; "
            "did you mean 'three-questions'?"
        ],
    ),
    Row(
        "a link to a page that is not there",
        [write(QUESTIONS, tool(("link: alternatives#", "link: alternative#")))],
        [f"{QUESTIONS}:8: the page 'alternative' does not exist in Dutch; did you mean 'alternatives'?"],
    ),
    Row(
        "a link without words",
        [write(QUESTIONS, tool((SOURCE, "")))],
        [f"{QUESTIONS}:7: this link has no words; add a line 'source: ...', with the words of the link"],
    ),
    Row(
        "a line of somebody who is no party",
        [write(QUESTIONS, tool(("who: you", "who: yo")))],
        [f"{QUESTIONS}:10: there is no party 'yo' in data/who-does-what.yml; did you mean 'you'?"],
    ),
    Row(
        "a line that says something else in a case",
        [write(QUESTIONS, tool(("en: What? }", "en: What?, if: { gp: { nl: Hoe?, en: How? } } }")))],
        [],
    ),
    Row(
        "a line that names the hospital in a case, spelt otherwise",
        [
            write(
                QUESTIONS, tool(("en: What? }", "en: What?, if: { gp: { nl: 'Bij {secnd}?', en: Here? } } }"))
            )
        ],
        [
            f"{QUESTIONS}:10: 'one' has the blank {{secnd}}, for which there is nothing to fill in; "
            "did you mean '{second}'?"
        ],
    ),
    Row(
        "a line that in a case is of somebody who is no party",
        [write(QUESTIONS, tool(("en: What? }", "en: What?, if: { gp: { who: yo, nl: Hoe?, en: How? } } }")))],
        [f"{QUESTIONS}:10: there is no party 'yo' in data/who-does-what.yml; did you mean 'you'?"],
    ),
    Row(
        "a line in a case that does not exist",
        [write(QUESTIONS, tool(("en: What? }", "en: What?, if: { pg: { nl: Hoe?, en: How? } } }")))],
        [
            f"{QUESTIONS}:10: the key 'if.pg' of the first of 'lines' of the first of 'parts' is not known; "
            f"write one of {', '.join(map(repr, CASES[:-1]))} or '{CASES[-1]}'"
        ],
    ),
    Row(
        "a line in a case without its English",
        [write(QUESTIONS, tool(("en: What? }", "en: What?, if: { gp: { nl: Hoe? } } }")))],
        [f"{QUESTIONS}:10: these words lack English; add 'en: ...'"],
    ),
    Row(
        "an amount, and another number in English",
        [write(QUESTIONS, tool(("nl: Wat?, en: What?", "nl: Kost het 3 euro?, en: Is it 4?")))],
        [
            f"{QUESTIONS}:10: the amount '3 euro' is typed into the text; "
            "say it without the amount; a name like {{ deductible.compulsory }} is filled in on pages only",
            f"{QUESTIONS}:10: the number '4' does not stand in the same section of {QUESTIONS} (line 10); "
            "make them the same",
        ],
    ),
    Row(
        "a question that is too long",
        [write(QUESTIONS, tool(("nl: Wat?", f"nl: {'a' * 161}?")))],
        [
            f"{QUESTIONS}:10: 'nl' of the first of 'lines' of the first of 'parts' has 162 characters, "
            f"160 at most; shorten it by 2"
        ],
    ),
    Row(
        "words of the lists without a blank that is filled in",
        [swap(TOOL_WORDS, 'en: "Added: {line}"', 'en: "Added"')],
        [
            f"{TOOL_WORDS}:<0>: 'said_added' lacks {{line}} in English; put it where the program fills something in"
        ],
    ),
]

MORE = "  - {{ id: more-{}, icon: stethoscope, nl: Meer, en: More }}\n"
THE_PICTURES = [
    Row(
        "studies that are sound: one of a hundred people, one with some left, of a source that only it names",
        [
            study("same: 40", "smaller: 30", "major: 30"),
            study("different: 2", source="trial", people="1300+", note="{ nl: Proef., en: Trial. }"),
            source(),
        ],
        [],
    ),
    Row(
        "more than a hundred people",
        [study("same: 60", "smaller: 30", "major: 20")],
        [f"{STUDIES}:<0+6>: same 60, smaller 30, major 20 make 110, 100 at most; look them up in the study"],
    ),
    Row(
        "people who are counted twice",
        [study("same: 50", "major: 20", "different: 20")],
        [
            f"{STUDIES}:<0+6>: 'different' stands beside 'smaller' or 'major', which it would count again; "
            "keep 'different' only where the study does not say how much the advice differed"
        ],
    ),
    Row(
        "a study without numbers",
        [study()],
        [
            f"{STUDIES}:<0>: the study has no numbers; "
            "write of how many people in 100 the advice was which: same, smaller, major, different"
        ],
    ),
    Row(
        "a study of a source that does not exist",
        [study("same: 50", source="zvv")],
        [f"{STUDIES}:<0>: the source 'zvv' does not exist; did you mean 'zvw'?"],
    ),
    Row(
        "a study with a title and a note in one language",
        [study("same: 50", title="{ nl: Proef }", note="Proef.")],
        [
            f"{STUDIES}:<0+1>: 'title.en' is missing; add a line 'en: ...'",
            f"{STUDIES}:<0+4>: 'note' is 'Proef.'; write it in both languages: {{nl: \"Proef.\", en: ...}}",
        ],
    ),
    *(
        Row(
            f"a study of {people} people",
            [study("same: 50", people=people)],
            [
                f"{STUDIES}:<0+3>: 'people' is {shown}: this is no number of people; "
                "write it like 70, or 1300+ for more than 1300"
            ],
        )
        for people, shown in (("ruim 70", "'ruim 70'"), ("70.5", "70.5"), ("0", "0"), ("[70]", "[70]"))
    ),
    *(
        Row(
            f"a share of {share}",
            [study(f"same: {share}")],
            [f"{STUDIES}:<0+4>: 'same' is {share}, which does not fit; {do}"],
        )
        for share, do in (
            ("0", "write 1 or more"),
            ("101", "write 100 or less"),
            ("12.5", "write a whole number, like 12"),
        )
    ),
    Row("who does what that is sound", [write(WHO_DOES_WHAT, lanes())], []),
    Row(
        "a party that does not exist",
        [write(WHO_DOES_WHAT, lanes(("to: doctor", "to: docter")))],
        [f"{WHO_DOES_WHAT}:7: there is no party 'docter'; did you mean 'doctor'?"],
    ),
    Row(
        "an arrow that goes nowhere",
        [write(WHO_DOES_WHAT, lanes(("to: doctor", "to: you")))],
        [f"{WHO_DOES_WHAT}:7: this arrow goes from 'you' to 'you'; name two parties"],
    ),
    Row(
        "a party that stands twice",
        [
            write(
                WHO_DOES_WHAT,
                lanes(("steps:", "  - { id: you, icon: stethoscope, nl: Uw arts, en: Your doctor }\nsteps:")),
            )
        ],
        [f"{WHO_DOES_WHAT}:5: the party 'you' stands twice; take one of the two out"],
    ),
    Row(
        "a party with a pictogram that does not exist",
        [write(WHO_DOES_WHAT, lanes(("stethoscope", "stetoscope")))],
        [f"{WHO_DOES_WHAT}:3: there is no pictogram 'stetoscope'; did you mean 'stethoscope'?"],
    ),
    Row(
        "a name with a word that a phone cannot show",
        [write(WHO_DOES_WHAT, lanes(("Uw arts", "Uw zorgverzekeraar")))],
        [
            f"{WHO_DOES_WHAT}:3: 'zorgverzekeraar' has 15 letters, 12 at most fit on a phone; "
            "choose a shorter word, or write two"
        ],
    ),
    Row(
        "a name and a sentence that say something else in a case",
        [
            write(
                WHO_DOES_WHAT,
                lanes(
                    ("en: Your doctor }", "en: Your doctor, if: { gp: { nl: Uw huisarts, en: Your GP } } }"),
                    (
                        "    en: You ask something.\n",
                        "    en: You ask.\n    if: { gp: { nl: Vraag., en: Ask. } }\n",
                    ),
                ),
            )
        ],
        [],
    ),
    Row(
        "a name that in a case has a word that a phone cannot show",
        [
            write(
                WHO_DOES_WHAT,
                lanes(("en: Your doctor }", "en: Your doctor, if: { gp: { nl: Huisartsenpost, en: GP } } }")),
            )
        ],
        [
            f"{WHO_DOES_WHAT}:3: 'Huisartsenpost' has 14 letters, 12 at most fit on a phone; "
            "choose a shorter word, or write two"
        ],
    ),
    Row(
        "more parties than fit beside each other",
        [
            write(
                WHO_DOES_WHAT,
                lanes(("steps:", "".join(MORE.format(number) for number in range(2)) + "steps:")),
            )
        ],
        [f"{WHO_DOES_WHAT}:1: 'parties' has 5 entries, 4 at most; take some out"],
    ),
    Row(
        "a step and a party that lack a language",
        [write(WHO_DOES_WHAT, lanes(("    en: You ask something.\n", ""), (", en: You }", " }")))],
        [
            f"{WHO_DOES_WHAT}:6: 'en' of the first of 'steps' is missing; add a line 'en: ...'",
            f"{WHO_DOES_WHAT}:2: 'en' of the first of 'parties' is missing; add a line 'en: ...'",
        ],
    ),
    Row(
        "words that are too long for an arrow",
        [write(WHO_DOES_WHAT, lanes(("U vraagt iets.", "a" * 130)))],
        [
            f"{WHO_DOES_WHAT}:8: 'nl' of the first of 'steps' has 130 characters, 120 at most; shorten it by 10"
        ],
    ),
]

ROWS = [*THE_PICTURES, *LISTS_TO_TAKE_ALONG, *LETTERS_TO_FILL_IN]


@each(ROWS)
def test_checks_say(row: Row, root: Path, new_findings: Callable[[Mapping[str, str]], list[str]]) -> None:
    lines = row.spoil(root)
    assert new_findings(row.environment) == lines


def test_a_page_that_shows_a_part_of_a_faulty_list_has_no_fault_of_its_own(root: Path) -> None:
    append("docs/nl/costs.md", "{{ my_questions.no-part }}")(root)
    assert "my_questions.no-part" not in checked_project(root).values["nl"]
    write(QUESTIONS, tool(("choose", "chose")))(root)
    assert checked_project(root).values["nl"]["my_questions.no-part"] == ""
