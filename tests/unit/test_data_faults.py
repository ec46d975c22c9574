"""Each thing that can be wrong with the data and the brand, and the very line that an editor then reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .spoiling import Edit, Row, append, each, front, remove, source, swap, write

DEDUCTIBLE = "data/deductible.yml"
TRIAL, TRIAL_TERM = "data/sources/trial.yml", "data/glossary/trial.yml"
ESTIMATE, OWN_PAGE_WORDS = "data/cost-estimate.yml", "data/your-hospital.yml"
EXAMPLES, INTERFACE, MENU, BRAND = (
    "data/cost-examples.yml",
    "data/interface.yml",
    "data/menu/costs.yml",
    "brands/neutral/brand.yml",
)
EVERYDAY, PICTOGRAMS = "data/search_synonyms.yml", "data/pictograms.yml"
EVERYDAY_WORDS = "crisis:\n  page: mental-health\n  nl: [dood]\n  en: [death]\n{}\nnl: []\nen: []\n"
OPEN_QUOTE = "close it behind the words"
NAME_OF_ENTRY = (
    "call it by a name in small letters, figures and single hyphens, and then .yml, like my-name.yml"
)
YEAR_2026 = "  2026-01-01: { euro: 385, confirmed: true, read: 2026-09-22, sources: [zvw] }"
YEAR_2027 = "  2027-01-01: { euro: 400, confirmed: false, read: 2026-09-22, sources: [zvw] }"
VOLUNTARY = "  2022-01-01: { euro: [100, 500], read: 2026-09-22, sources: [zvw] }"
RULE = "  2022-01-01: { rule: whole-deductible, read: 2026-09-22, sources: [zvw] }"
EXPECTED = (
    "the amount for 2027 (400 euro) is expected and not confirmed; "
    "look it up at the government, add that source and write 'confirmed: true'"
)


def table(*compulsory: str, voluntary: str = VOLUNTARY, rules: Sequence[str] = (RULE,)) -> str:
    """Return a deductible.yml; the first compulsory year stands on line 2."""
    return "\n".join(["compulsory:", *compulsory, "voluntary:", voluntary, "rules:", *rules, ""])


def rule(start: str, *, name: str = "whole-deductible", until: str = "") -> str:
    """Return a rule of a deductible.yml."""
    return RULE.replace("2022-01-01", start).replace(
        "whole-deductible", f"{name}{until and ', until: '}{until}"
    )


def term(dutch: str, english: str, *, forms: str = "[]") -> Edit:
    """Add a term to the glossary, of which the Dutch stands on line 1."""
    return write(
        TRIAL_TERM,
        f"nl: {{ term: {dutch}, forms: {forms}, text: Test }}\n"
        f"en: {{ term: {english}, forms: [], text: Test }}\n",
    )


THE_DEDUCTIBLE = [
    Row(
        "a sound table, which is no fault",
        [write(DEDUCTIBLE, table(YEAR_2026))],
        [
            f"notice: {DEDUCTIBLE}:2: there is no compulsory deductible for 2027 yet; "
            "look it up and add it, with 'confirmed: false' until it is official"
        ],
    ),
    Row(
        "an unknown key",
        [write(DEDUCTIBLE, table(YEAR_2026.replace("euro:", "euros:"), YEAR_2027))],
        [
            f"{DEDUCTIBLE}:2: the key 'compulsory.2026-01-01.euros' is not known; "
            "did you mean 'euro'? (allowed: euro, sources, read, confirmed)",
        ],
    ),
    Row(
        "an unknown part",
        [write(DEDUCTIBLE, table(YEAR_2026, YEAR_2027) + "student:\n")],
        [f"{DEDUCTIBLE}:8: the key 'student' is not known; allowed: compulsory, voluntary, rules"],
    ),
    Row(
        "a date that stands twice",
        [write(DEDUCTIBLE, table(YEAR_2026, YEAR_2026, YEAR_2027))],
        [
            f"{DEDUCTIBLE}:3: '2026-01-01' stands here and on line 2; keep one of the two",
            f"notice: {DEDUCTIBLE}:4: {EXPECTED}",
        ],
    ),
    *(
        Row(
            f"an amount of {typed}",
            [write(DEDUCTIBLE, table(YEAR_2026.replace("385", typed), YEAR_2027))],
            [f"{DEDUCTIBLE}:2: 'compulsory.2026-01-01.euro' is {shown}, which does not fit; {do}"],
        )
        for typed, shown, do in (
            ("'385'", "'385'", "write a whole number, like 385"),
            ("385.50", "385.5", "write a whole number, like 385"),
            ("-1", "-1", "write 0 or more"),
            ("3850", "3850", "write 2000 or less"),
        )
    ),
    Row(
        "a word where true or false stands",
        [write(DEDUCTIBLE, table(YEAR_2026.replace("true", "misschien"), YEAR_2027))],
        [
            f"{DEDUCTIBLE}:2: 'compulsory.2026-01-01.confirmed' is 'misschien', which does not "
            "fit; write true or false"
        ],
    ),
    Row(
        "a year where a date stands",
        [write(DEDUCTIBLE, table(YEAR_2026.replace("2026-01-01", "twee"), YEAR_2027))],
        [
            f"{DEDUCTIBLE}:2: 'compulsory.twee' is 'twee', which is no date; "
            "write it as year-month-day, like 2026-11-22"
        ],
    ),
    Row(
        "an amount without a source",
        [write(DEDUCTIBLE, table(YEAR_2026.replace(", sources: [zvw]", ""), YEAR_2027))],
        [f"{DEDUCTIBLE}:2: 'compulsory.2026-01-01.sources' is missing; add a line 'sources: ...'"],
    ),
    Row(
        "an amount with an empty list of sources",
        [write(DEDUCTIBLE, table(YEAR_2026.replace("[zvw]", "[]"), YEAR_2027))],
        [f"{DEDUCTIBLE}:2: 'compulsory.2026-01-01.sources' is empty; write it there: it is needed"],
    ),
    Row(
        "sources that do not exist, of both parts",
        [
            write(
                DEDUCTIBLE,
                table(
                    YEAR_2026.replace("[zvw]", "[zwv]"), voluntary=VOLUNTARY.replace("[zvw]", "[zvw, zvww]")
                ),
            )
        ],
        [
            f"{DEDUCTIBLE}:2: the source 'zwv' does not exist; did you mean 'zvw'?",
            f"{DEDUCTIBLE}:4: the source 'zvww' does not exist; did you mean 'zvw'?",
            f"notice: {DEDUCTIBLE}:2: there is no compulsory deductible for 2027 yet; "
            "look it up and add it, with 'confirmed: false' until it is official",
        ],
    ),
    Row(
        "a year that is left out between two",
        [write(DEDUCTIBLE, table(YEAR_2026.replace("2026-01", "2024-01"), YEAR_2026, YEAR_2027))],
        [
            f"{DEDUCTIBLE}:3: 2026-01-01 follows 2024-01-01, so 2025 has no amount; "
            "add '2025-01-01:' between the two",
            f"notice: {DEDUCTIBLE}:4: {EXPECTED}",
        ],
    ),
    Row(
        "years in the wrong order",
        [write(DEDUCTIBLE, table(YEAR_2027, YEAR_2026))],
        [
            f"{DEDUCTIBLE}:3: 2026-01-01 stands after 2027-01-01; put the earliest date first",
            f"notice: {DEDUCTIBLE}:2: {EXPECTED}",
        ],
    ),
    Row(
        "an amount that starts in July",
        [write(DEDUCTIBLE, table(YEAR_2026, YEAR_2027, voluntary=VOLUNTARY.replace("2022-01", "2022-07")))],
        [
            f"{DEDUCTIBLE}:5: 2022-07-01 is not the first day of a year; write 2022-01-01",
            f"notice: {DEDUCTIBLE}:3: {EXPECTED}",
        ],
    ),
    Row(
        "no amount for this year, which is told once and not on each page",
        [write(DEDUCTIBLE, table(YEAR_2026.replace("2026-01", "2027-01"))), write(EXAMPLES, "[]\n")],
        [
            f"{DEDUCTIBLE}:2: there is no compulsory deductible for 2028, the last one is of 2027; "
            "add '2028-01-01:' with the amount, its source and the day it was looked up"
        ],
        {"TODAY": "2028-01-02"},
    ),
    Row(
        "a voluntary deductible that starts later",
        [write(DEDUCTIBLE, table(YEAR_2026, YEAR_2027, voluntary=VOLUNTARY.replace("2022", "2027")))],
        [
            f"{DEDUCTIBLE}:4: there is no voluntary deductible for 2026; add it",
            f"notice: {DEDUCTIBLE}:3: {EXPECTED}",
        ],
    ),
    Row(
        "no amount for next year on the first of October, which is a notice",
        [write(DEDUCTIBLE, table(YEAR_2026))],
        [
            f"notice: {DEDUCTIBLE}:2: there is no compulsory deductible for 2027 yet; "
            "look it up and add it, with 'confirmed: false' until it is official"
        ],
        {"TODAY": "2026-10-01"},
    ),
    Row(
        "no amount for next year on the last of September, which is nothing yet",
        [write(DEDUCTIBLE, table(YEAR_2026))],
        [],
        {"TODAY": "2026-09-30"},
    ),
    Row(
        "an empty table",
        [write(DEDUCTIBLE, "# nothing\n")],
        [
            f"{DEDUCTIBLE}:1: here stands nothing; write 'key: value' lines; the keys are compulsory, voluntary, rules"
        ],
    ),
    Row(
        "a table that is no YAML, without a word about each page",
        [write(DEDUCTIBLE, "compulsory: [\n")],
        [f"{DEDUCTIBLE}:1: a bracket opens here and is not closed; close it: {{ needs }}, and [ needs ]"],
    ),
]

AFTER = f"notice: {DEDUCTIBLE}:3: {EXPECTED}"
THE_RULES = [
    Row(
        "a rule that follows another the day after, which is no fault",
        [
            write(
                DEDUCTIBLE,
                table(
                    YEAR_2026, YEAR_2027, rules=[rule("2022-01-01", until="2026-12-31"), rule("2027-01-01")]
                ),
            )
        ],
        [AFTER],
    ),
    Row(
        "no rules",
        [write(DEDUCTIBLE, table(YEAR_2026, YEAR_2027).split("rules:")[0])],
        [f"{DEDUCTIBLE}:1: 'rules' is missing; add a line 'rules: ...'"],
    ),
    Row(
        "all that can be wrong with one rule, at once",
        [
            write(
                DEDUCTIBLE,
                table(
                    YEAR_2026,
                    YEAR_2027,
                    rules=[
                        rule("2022-02-01", name="hole-deductible", until="2027-11-30").replace("zvw", "zwv")
                    ],
                ),
            )
        ],
        [
            f"{DEDUCTIBLE}:7: 2022-02-01 is not the first day of a year; write 2022-01-01",
            f"{DEDUCTIBLE}:7: 2027-11-30 is not the last day of a year; write 2027-12-31",
            f"{DEDUCTIBLE}:7: the estimate knows no rule 'hole-deductible'; did you mean 'whole-deductible'?",
            f"{DEDUCTIBLE}:7: the source 'zwv' does not exist; did you mean 'zvw'?",
            AFTER,
        ],
    ),
    Row(
        "a rule without its day of reading and with a misspelt end",
        [
            write(
                DEDUCTIBLE,
                table(YEAR_2026, YEAR_2027, rules=[RULE.replace("read: 2026-09-22", "untill: 2030-12-31")]),
            )
        ],
        [
            f"{DEDUCTIBLE}:7: 'rules.2022-01-01.read' is missing; add a line 'read: ...'",
            f"{DEDUCTIBLE}:7: the key 'rules.2022-01-01.untill' is not known; "
            "did you mean 'until'? (allowed: rule, sources, read, until)",
        ],
    ),
    Row(
        "a rule without an end before another",
        [write(DEDUCTIBLE, table(YEAR_2026, YEAR_2027, rules=[RULE, rule("2027-01-01")]))],
        [
            f"{DEDUCTIBLE}:7: the rule of 2022-01-01 has no end, and the next begins on 2027-01-01; "
            "add 'until: 2026-12-31' to it",
            AFTER,
        ],
    ),
    Row(
        "two rules that hold in one year",
        [
            write(
                DEDUCTIBLE,
                table(
                    YEAR_2026, YEAR_2027, rules=[rule("2022-01-01", until="2027-12-31"), rule("2027-01-01")]
                ),
            )
        ],
        [
            f"{DEDUCTIBLE}:8: the rule of 2027-01-01 begins before that of 2022-01-01 ends, on 2027-12-31; "
            "write 'until: 2026-12-31' there, if it holds until then",
            AFTER,
        ],
    ),
    Row(
        "a year between two rules",
        [
            write(
                DEDUCTIBLE,
                table(
                    YEAR_2026, YEAR_2027, rules=[rule("2022-01-01", until="2025-12-31"), rule("2027-01-01")]
                ),
            )
        ],
        [
            f"{DEDUCTIBLE}:8: the rule of 2022-01-01 ends on 2025-12-31 and the next begins on 2027-01-01, "
            "so 2026 has no rule; add a rule from 2026-01-01, or write 'until: 2026-12-31'",
            AFTER,
        ],
    ),
    Row(
        "a year before the first rule, and one after the last",
        [
            write(
                DEDUCTIBLE,
                table(
                    YEAR_2026.replace("2026-01", "2025-01"),
                    YEAR_2026,
                    YEAR_2027,
                    rules=[rule("2026-01-01", until="2026-12-31")],
                ),
            )
        ],
        [
            f"{DEDUCTIBLE}:2: 2025 has an amount and no rule, the first one begins on 2026-01-01; "
            "add the rule of that year at 'rules:', with its source",
            f"{DEDUCTIBLE}:4: 2027 has an amount and no rule, that of 2026-01-01 ends on 2026-12-31; "
            "add the rule of that year at 'rules:', with its source, or take 'until:' out",
            f"notice: {DEDUCTIBLE}:4: {EXPECTED}",
        ],
    ),
    Row(
        "rules in the wrong order, and one that ends before it begins",
        [
            write(
                DEDUCTIBLE,
                table(
                    YEAR_2026, YEAR_2027, rules=[rule("2026-01-01"), rule("2022-01-01", until="2021-12-31")]
                ),
            )
        ],
        [
            f"{DEDUCTIBLE}:8: 2022-01-01 stands after 2026-01-01; put the earliest date first",
            f"{DEDUCTIBLE}:8: the rule of 2022-01-01 ends before it begins, on 2021-12-31; "
            "write 'until: 2022-12-31' or a later year",
            AFTER,
        ],
    ),
]

THE_SOURCES = [
    Row(
        "an address for examples, where readers are to get the site",
        [source(address="https://trial.example/")],
        [
            f"{TRIAL}:6: 'https://trial.example/' is an address for examples, where readers find nothing; "
            "write that of the source itself, or take the line out"
        ],
        {"PUBLISH": "1", "SITE_URL": "https://site.nl"},
    ),
    Row(
        "an address without the s of https",
        [source(address="http://trial.example/")],
        [
            f"{TRIAL}:6: 'http://trial.example/' starts with http:; "
            "write https:, or add 'http_only:' with the reason"
        ],
    ),
    Row(
        "a source that was read on a day far from reached",
        [
            source(read="2028-11-25"),
            swap(ESTIMATE, "covered_in_full: [zvw]", "covered_in_full: [trial]"),
        ],
        [
            f"{TRIAL}:4: the source 'trial' was read on 2028-11-25, and it is 2026-11-27 now; "
            "write the day on which it was read"
        ],
    ),
    Row(
        "a source that is to be read soon, which is a notice: the build may be for an earlier day",
        [
            source(read="2026-12-01"),
            swap(ESTIMATE, "covered_in_full: [zvw]", "covered_in_full: [trial]"),
        ],
        [
            f"notice: {TRIAL}:4: the source 'trial' was read on 2026-12-01, and it is 2026-11-27 now; "
            "write the day on which it was read"
        ],
    ),
    Row(
        "a source that nothing names; its address without the s of https has a reason",
        [source(address="http://trial.example/", http_only="no https there")],
        [
            f"notice: {TRIAL}:1: no page, study, amount or line of the estimate names the source 'trial'; "
            "name it where its fact stands, or take it out"
        ],
    ),
    Row(
        "a source that only an amount names, which is no fault",
        [
            source(),
            write(DEDUCTIBLE, table(YEAR_2026.replace("[zvw]", "[trial]"), YEAR_2027)),
        ],
        [f"notice: {DEDUCTIBLE}:3: {EXPECTED}"],
    ),
    Row(
        "a source that only the estimate names, which is no fault",
        [
            source(),
            swap(ESTIMATE, "covered_in_full: [zvw]", "covered_in_full: [trial]"),
        ],
        [],
    ),
    Row(
        "an address that is none",
        [source(address="trial.example")],
        [
            f"{TRIAL}:6: 'address' is 'trial.example': this is no web address; write it in full, with https://, "
            "like https://trial.example"
        ],
    ),
    Row(
        "a date that is none",
        [source(date='"22-11-2026"')],
        [
            f"{TRIAL}:6: 'date' is '22-11-2026'; "
            "write it between quotes as year, year-month or year-month-day, like '2026-11'"
        ],
    ),
    Row(
        "a publisher in English alone",
        [source(publisher="{ en: Test }")],
        [f"{TRIAL}:2: 'publisher.nl' is missing; add a line 'nl: ...'"],
    ),
    Row(
        "a note in Dutch alone",
        [source(note="{ nl: Test }")],
        [f"{TRIAL}:6: 'note.en' is missing; add a line 'en: ...'"],
    ),
    Row(
        "a language that the site does not know",
        [source(language="de")],
        [f"{TRIAL}:3: 'language' is 'de'; write one of 'nl' or 'en'"],
    ),
    Row(
        "a source that pages name, with a mistake: that it is unknown is not said as well",
        [swap("data/sources/bw7.yml", "\nlanguage:", "\nnaam: Test\nlanguage:")],
        [
            "data/sources/bw7.yml:<0+1>: the key 'naam' is not known; "
            "allowed: title, publisher, note, address, http_only, language, date, read, archived, was"
        ],
    ),
    Row(
        "a source that is no YAML, without a word about each page that names it",
        [write("data/sources/zvw.yml", "title: 'zvw\n")],
        [f"data/sources/zvw.yml:1: a quote opens here and is not closed; {OPEN_QUOTE}"],
    ),
    Row(
        "a source that is written as an entry of a list",
        [write("data/sources/zvw.yml", "- title: Test\n")],
        [
            "data/sources/zvw.yml:1: here stands [{title: 'Test'}]; take the '- ' in front of each key away",
        ],
    ),
    Row(
        "an empty source",
        [write(TRIAL, "")],
        [
            f"{TRIAL}:1: here stands nothing; write 'key: value' lines; the keys are title, publisher, note, "
            "address, http_only, language, date, read, archived, was",
        ],
    ),
    Row(
        "files that are called as no source is, and what tells people about the folder, which is no fault",
        [
            write("data/sources/Zvw 2.yml", "title: Test\n"),
            write("data/sources/trial.yaml", "title: Test\n"),
            write("data/sources/README.md", "Test\n"),
        ],
        [
            f"data/sources/{name}:1: this is read by nothing; {NAME_OF_ENTRY}"
            for name in ("Zvw 2.yml", "trial.yaml")
        ],
    ),
    Row(
        "a file from the time in which all sources stood in one",
        [write("data/sources.yml", "- id: trial\n")],
        [
            "data/sources.yml:1: this is read by nothing: what stands in it has a file each now, in data/sources/; "
            "move what is yours there, like data/sources/my-name.yml, and take this file away"
        ],
    ),
]

SECOND_OPINION = "is explained here and in data/glossary/second-opinion.yml (line 1); keep it in one place"
THE_GLOSSARY = [
    Row(
        "a term that two entries explain",
        [term("Second Opinion", "trial word")],
        [f"{TRIAL_TERM}:1: 'Second Opinion' {SECOND_OPINION}"],
    ),
    Row(
        "a form that two entries explain",
        [term("proefwoord", "trial word", forms="[second opinions]")],
        [f"{TRIAL_TERM}:1: 'second opinions' {SECOND_OPINION}"],
    ),
    Row(
        "a term in one language only",
        [write(TRIAL_TERM, "nl: { term: proefwoord, text: Test }\n")],
        [f"{TRIAL_TERM}:1: 'en' is missing; add a line 'en: ...'"],
    ),
]

THE_REST = [
    Row(
        "examples of last year, which are notices",
        [
            write(
                EXAMPLES,
                "- id: trial\n  nl: Test\n  en: Test\n  situation: { year: 2025, bill: 650 }\n"
                "  patient: 385\n  insurer: 265\n  title: {nl: A, en: A}\n",
            )
        ],
        [
            f"notice: {EXAMPLES}:4: the example is of 2025, and it is 2026 now; "
            "write the new year and the new amounts"
        ],
    ),
    Row(
        "an example that does not add up",
        [
            write(
                EXAMPLES,
                "- id: trial\n  nl: Test\n  en: Test\n  situation: { year: 2026, bill: 650 }\n"
                "  patient: 385\n  insurer: 256\n  title: {nl: A, en: A}\n",
            )
        ],
        [f"{EXAMPLES}:5: patient 385 and insurer 256 do not make the bill of 650; correct one of the three"],
    ),
    Row(
        "an example without a bill",
        [
            write(
                EXAMPLES,
                "- id: trial\n  nl: Test\n  en: Test\n  situation: { year: 2026 }\n"
                "  patient: 385\n  insurer: 256\n  title: {nl: A, en: A}\n",
            )
        ],
        [f"{EXAMPLES}:4: 'situation.bill' is missing; add a line 'bill: ...'"],
    ),
    Row(
        "an example with a list where its id belongs",
        [
            write(
                EXAMPLES,
                "- id: [trial]\n  nl: Test\n  en: Test\n  situation: { year: 2026, bill: 650 }\n"
                "  patient: 385\n  insurer: 265\n  title: {nl: A, en: A}\n",
            )
        ],
        [
            f"{EXAMPLES}:1: 'id' is ['trial'], which does not fit; "
            "write words, between quotes where they are figures only"
        ],
    ),
    Row(
        "an example without a year: its amounts hold in one year only",
        [
            write(
                EXAMPLES,
                "- id: trial\n  nl: Test\n  en: Test\n  situation: { bill: 650 }\n"
                "  patient: 385\n  insurer: 265\n  title: {nl: A, en: A}\n",
            )
        ],
        [f"{EXAMPLES}:4: 'situation.year' is missing; add a line 'year: ...'"],
    ),
    Row(
        "words of the interface in one language",
        [swap(INTERFACE, "menu:\n  nl: Menu\n  en: Menu\nclose", "menu:\n  nl: Menu\nclose")],
        [f"{INTERFACE}:<0>: 'en' is missing; add a line 'en: ...'"],
    ),
    Row(
        "words that Python itself asks for, in one language",
        [swap(INTERFACE, "year:\n  nl: Jaar\n  en: Year\n", "year:\n  en: Year\n")],
        [f"{INTERFACE}:<0>: 'nl' is missing; add a line 'nl: ...'"],
    ),
    Row(
        "a blank that nothing fills in, in both languages",
        [
            swap(INTERFACE, 'nl: "Tabel: {title}"', 'nl: "Tabel: {titel}"'),
            swap(INTERFACE, 'en: "Table: {title}"', 'en: "Table: {titel}"'),
        ],
        [
            f"{INTERFACE}:<{place}>: 'table_region' has the blank {{titel}}, for which there is nothing to fill in; "
            "did you mean '{title}'?"
            for place in (0, 1)
        ],
    ),
    Row(
        "a blank with more in it than a name",
        [swap(INTERFACE, 'en: "Table: {title}"', 'en: "Table: {title!r}"')],
        [
            f"{INTERFACE}:<0>: 'table_region' has a brace without its pair: 'Table: {{title!r}}'; "
            "write a blank as {name}"
        ],
    ),
    Row(
        "a blank in words that have none",
        [swap(INTERFACE, "  nl: Op deze pagina\n", "  nl: Op deze pagina {name}\n")],
        [
            f"{INTERFACE}:<0>: 'on_this_page' has the blank {{name}}, for which there is nothing to fill in; "
            "take it out"
        ],
    ),
    Row(
        "a blank that is left out in both languages",
        [
            swap(INTERFACE, "pagina is van {date}", "pagina is van vroeger"),
            swap(INTERFACE, "page was written on {date}", "page was written long ago"),
        ],
        [
            f"{INTERFACE}:<0>: 'written_on' lacks {{date}} in Dutch; put it where the program fills something in",
            f"{INTERFACE}:<1>: 'written_on' lacks {{date}} in English; put it where the program fills something in",
        ],
    ),
    Row(
        "a blank that can be left out",
        [swap(INTERFACE, 'nl: "1 resultaat voor “{query}”"', "nl: 1 resultaat")],
        [],
    ),
    Row(
        "a blank of the page of a hospital that nothing fills in",
        [swap(OWN_PAGE_WORDS, 'en: "by fax, to {number}"', 'en: "by fax, to {nummer}"')],
        [
            f"{OWN_PAGE_WORDS}:<0>: 'file_fax' has the blank {{nummer}}, for which there is nothing to fill in; "
            "did you mean '{number}'?"
        ],
    ),
    Row(
        "words of the page of a hospital that this site does not ask for, under another name",
        [swap(OWN_PAGE_WORDS, "\nvideo:\n", "\nvidoe:\n")],
        [
            f"{OWN_PAGE_WORDS}:<0+1>: there are no words 'video'; call 'vidoe' so, or add them in both languages"
        ],
    ),
    Row(
        "a blank that is not closed",
        [swap(INTERFACE, 'en: "Table: {title}"', 'en: "Table: {title"')],
        [
            f"{INTERFACE}:<0>: 'table_region' has a brace without its pair: 'Table: {{title'; "
            f"write a blank as {{name}}"
        ],
    ),
    Row(
        "a menu with a page that does not exist",
        [write("data/menu/cots.yml", "place: 1\nnl: Test\nen: Test\n")],
        ["data/menu/cots.yml:1: the page 'cots' does not exist; did you mean 'costs'?"],
    ),
    Row(
        "subjects of one place, which is a notice, and of one short name, which is a fault",
        [
            swap("data/menu/words.yml", "en: Words", "en: Costs"),
            front("data/menu/child.yml", "place", "place: 777"),
            front("data/menu/words.yml", "place", "place: 777"),
        ],
        [
            "data/menu/words.yml:<0>: 'en' is 'Costs' here and in data/menu/costs.yml (line 4); "
            "give one of the two another name",
            "notice: data/menu/words.yml:<2>: 'place' is 777 here and in data/menu/child.yml (line 1); "
            "give one of the two another number",
        ],
    ),
    Row(
        "an amount in a list to take along, which holds no names, and a number that differs there",
        [
            swap(
                "data/my-questions.yml",
                "nl: Wat kan er?, en: What is possible?",
                "nl: 385 euro of 2?, en: 385 euro or 3?",
            )
        ],
        [
            "data/my-questions.yml:<0>: the amount '385 euro' is typed into the text; "
            "say it without the amount; a name like {{ deductible.compulsory }} is filled in on pages only",
            "data/my-questions.yml:<0>: the number here is '3', in Dutch it is '2' (data/my-questions.yml:<0>); "
            "make them the same",
        ],
    ),
    Row(
        "an amount that explains a word, and a number that differs there",
        [
            write(
                TRIAL_TERM,
                "nl: { term: proef, text: Na 3 dagen. }\nen: { term: trial, text: 385 euros after 5 days. }\n",
            )
        ],
        [
            f"{TRIAL_TERM}:2: the amount '385 euros' is typed into the text; "
            "say it without the amount; a name like {{ deductible.compulsory }} is filled in on pages only",
            f"{TRIAL_TERM}:2: the number here is '5', in Dutch it is '3' ({TRIAL_TERM}:1); make them the same",
        ],
    ),
    Row(
        "a list that cannot be read, without a word of the links that lead to its parts",
        [
            swap("data/my-questions.yml", "title: { nl: Mijn vragen", "title: { nl: Mijn {vragen"),
            append("docs/nl/costs.md", "[Lees](my-questions.md#my-questions-second-doctor)"),
        ],
        [
            "data/my-questions.yml:<0>: a bracket opens here and is not closed; close it: { needs }, and [ needs ]"
        ],
    ),
    Row(
        "a short name in the menu that is too long",
        [swap(MENU, "nl: Kosten", f"nl: {'k' * 41}")],
        [f"{MENU}:<0>: 'nl' has 41 characters, 40 at most; shorten it by 1"],
    ),
    Row(
        "a line to take along of which the English is empty",
        [swap("data/my-questions.yml", "en: What is possible?", "en:")],
        [
            "data/my-questions.yml:<0>: 'en' of the first of 'lines' of the first of 'parts' is empty; "
            "write something there, or take the line out"
        ],
    ),
    Row(
        "a menu without a page",
        [remove(MENU)],
        [
            f"{MENU}:1: this file is missing, and the page 'costs' has no place in the menu; "
            "write it, with its place and its short names in both languages"
        ],
    ),
    Row(
        "a subject without a place, and one before the first",
        [
            write(MENU, "nl: Kosten\nen: Costs\nheader: true\n"),
            write("data/menu/words.yml", "place: -1\nnl: Test\nen: Test\n"),
        ],
        [
            f"{MENU}:1: 'place' is missing; add a line 'place: ...'",
            "data/menu/words.yml:1: 'place' is -1, which does not fit; write 0 or more",
        ],
    ),
    Row(
        "a menu with a mistake in an entry: that its page is missing is not said as well",
        [swap(MENU, "nl: Kosten\n", "headr: true\nnl: Kosten\n")],
        [
            f"{MENU}:<0>: the key 'headr' is not known; "
            "did you mean 'header'? (allowed: icon, header, footer, place, nl, en)"
        ],
    ),
    Row(
        "a subject with a pictogram that does not exist",
        [swap(MENU, "icon: wallet-outline", "icon: walet-outline")],
        [f"{MENU}:<0>: there is no pictogram 'walet-outline'; did you mean 'wallet-outline'?"],
    ),
    Row(
        "a box with a pictogram that does not exist, and one that is like none",
        [
            swap(PICTOGRAMS, "important: alert-outline", "important: alert-outlin"),
            swap(PICTOGRAMS, "safety: phone-alert-outline", "safety: 0ß0"),
        ],
        [
            f"{PICTOGRAMS}:<0>: there is no pictogram 'alert-outlin'; did you mean 'alert-outline'?",
            f"{PICTOGRAMS}:<1>: there is no pictogram '0ß0'; look one up at pictogrammers.com/library/mdi",
        ],
    ),
    Row(
        "a kind of box without a pictogram, and one that there is not",
        [swap(PICTOGRAMS, "example: ", "exemple: ")],
        [
            f"{PICTOGRAMS}:<0>: the key 'exemple' is not known; "
            "did you mean 'example'? (allowed: home, good-to-know, important, safety, example, change)",
        ],
    ),
    Row(
        "a subject that is no YAML: that its page is missing is not said as well",
        [write(MENU, "nl: 'costs\n")],
        [f"{MENU}:1: a quote opens here and is not closed; {OPEN_QUOTE}"],
    ),
    Row(
        "a page for people in distress that does not exist",
        [swap(EVERYDAY, "  page: mental-health", "  page: mental-helth")],
        [
            f"{EVERYDAY}:<0>: the page 'mental-helth' does not exist, and the search leads people in distress there; "
            "did you mean 'mental-health'?"
        ],
    ),
    Row(
        "words of an emergency under a misspelt key",
        [write(EVERYDAY, EVERYDAY_WORDS.format("emergancy:\n  nl: [pijn borst]\n  en: [chest pain]"))],
        [
            f"{EVERYDAY}:5: the key 'emergancy' is not known; did you mean 'emergency'? "
            "(allowed: crisis, emergency, nl, en)",
        ],
    ),
    Row(
        "words of an emergency in no language",
        [write(EVERYDAY, EVERYDAY_WORDS.format("emergency:\n  nl: []\n  english: [chest pain]"))],
        [
            f"{EVERYDAY}:5: 'emergency.en' is missing; add a line 'en: ...'",
            f"{EVERYDAY}:6: 'emergency.nl' is empty; write it there: it is needed",
            f"{EVERYDAY}:7: the key 'emergency.english' is not known; allowed: nl, en",
        ],
    ),
    Row(
        "a brand with a misspelt key",
        [append(BRAND, "contakt: { email: a@b.example }")],
        [f"{BRAND}:<0>: the key 'contakt' is not known; did you mean 'contact'?"],
    ),
    Row(
        "a brand without the address of its site",
        [swap(BRAND, "site_url: https://second-opinion.example #", "#")],
        [f"{BRAND}:2: 'site_url' is missing; add a line 'site_url: ...'"],
    ),
    Row(
        "a brand with an address that is none",
        [swap(BRAND, "site_url: https://second", "site_url: second")],
        [
            f"{BRAND}:<0>: 'site_url' is 'second-opinion.example': this is no web address; "
            "write it in full, with https://, like https://second-opinion.example"
        ],
    ),
    Row(
        "a brand with an e-mail address that is none",
        [append(BRAND, "contact: { email: nobody }")],
        [f"{BRAND}:<0>: 'contact.email' is 'nobody'; write it in full, like info@hospital.example"],
    ),
]


EXAMPLES = "data/cost-examples.yml"


def example(patient: int, insurer: int, **more: int) -> str:
    """Return an example of an adult with a bill of 650 euros in 2026."""
    known = {"year": 2026, "bill": 650, "deductible_used": 0, "voluntary_deductible": 0, **more}
    situation = ", ".join(f"{key}: {value}" for key, value in known.items())
    parts = f"patient: {patient}\n  insurer: {insurer}"
    return f"- id: trial\n  title: {{ nl: A, en: A }}\n  nl: A.\n  en: A.\n  situation: {{ {situation} }}\n  {parts}\n"


def in_words(dutch: str, english: str) -> str:
    """Return an example of an insurer that pays back 75 per cent, with words of its own."""
    known = example(385, 265, reimbursed_percentage=75)
    return known.replace("nl: A.", f"nl: {dutch}").replace("en: A.", f"en: {english}")


SLIPS = [
    *(
        Row(
            f"an example with a deductible of 385 while that of its year is 395: {sentence}",
            [write(DEDUCTIBLE, table(YEAR_2026.replace("385", "395"), YEAR_2027)), write(EXAMPLES, text)],
            [
                f"{EXAMPLES}:6: the example 'trial' was worked out with another deductible: of 2026 it is 395 now; "
                f"write {said}, and look whether the estimate says so too",
                f"notice: {DEDUCTIBLE}:3: {EXPECTED}",
            ],
        )
        for sentence, text, said in (
            ("all of it", example(385, 265), "'patient: 395' and 'insurer: 255'"),
            (
                "what is left of it",
                example(185, 465, deductible_used=200),
                "'patient: 195' and 'insurer: 455'",
            ),
            ("nothing, as it is used up", example(0, 650, deductible_used=385), "'deductible_used: 395'"),
        )
    ),
    *(
        Row(
            f"an example that fits its year: {sentence}",
            [write(DEDUCTIBLE, table(YEAR_2026, YEAR_2027)), write(EXAMPLES, text)],
            [f"notice: {DEDUCTIBLE}:3: {EXPECTED}"],
        )
        for sentence, text in (
            ("all of it", example(385, 265)),
            ("nothing, for care that does not count", example(0, 650)),
            ("up to the bill", example(650, 0, voluntary_deductible=500)),
            ("used up", example(0, 650, deductible_used=385)),
        )
    ),
    Row(
        "an example of which the words name amounts and a percentage of another one, and numbers that differ",
        [
            write(
                EXAMPLES,
                in_words(
                    "U betaalt 300 euro, honderd euro en 70 procent.",
                    "You pay €385 of 650 euros, and it pays 75 per cent after 3 days.",
                ),
            )
        ],
        [
            *(
                f"{EXAMPLES}:3: '{amount}' is no amount of this example; "
                "write one of 'situation', 'patient', 'insurer' or 'not_covered', in figures, or say it without"
                for amount in ("300 euro", "honderd euro")
            ),
            f"{EXAMPLES}:3: '70 procent' stands here, and the example was worked out with 75 per cent; "
            "make them the same",
            f"{EXAMPLES}:4: the number '3' does not stand in the same section of {EXAMPLES} (line 3); "
            "make them the same",
            f"{EXAMPLES}:4: the number here is '75', in Dutch it is '70' ({EXAMPLES}:3); make them the same",
        ],
    ),
    Row(
        "an example of which the words name its own amounts",
        [
            write(
                EXAMPLES,
                in_words("U betaalt 385 euro van 650, of 75 procent.", "You pay €385.00 of 650, or 75%."),
            )
        ],
        [],
    ),
    Row(
        "an amount without a space behind its colon, which is not missed as well",
        [write(DEDUCTIBLE, table(YEAR_2026.replace("euro: 385", "euro:385"), YEAR_2027))],
        [f"{DEDUCTIBLE}:2: no space stands behind the colon of 'euro:385'; write euro: 385"],
    ),
    Row(
        "an amount with a comma",
        [write(DEDUCTIBLE, table(YEAR_2026.replace("385", "385,00"), YEAR_2027))],
        [f"{DEDUCTIBLE}:2: a comma stands in '385,00', and begins a new key; leave the cents out: euro: 385"],
    ),
    Row(
        "an amount that was read on a day that is far from reached",
        [write(DEDUCTIBLE, table(YEAR_2026.replace("2026-09-22", "2031-09-22"), YEAR_2027))],
        [
            f"{DEDUCTIBLE}:2: 'read' is 2031-09-22, and it is 2026-11-27 now; "
            "write the day on which it was read",
            f"notice: {DEDUCTIBLE}:3: {EXPECTED}",
        ],
    ),
    Row(
        "a conflict in data, of which nothing else is said",
        [append("data/sources/zvw.yml", "<<<<<<< HEAD\nnote: A\n=======\nnote: B\n>>>>>>> other")],
        [
            "data/sources/zvw.yml:<0>: a conflict of Git stands here ('<<<<<<<'): two versions of the same lines; "
            "keep what is right of the lines between '<<<<<<<' and '>>>>>>>', "
            "and take the lines with these marks out"
        ],
    ),
]

OF_LANGUAGE = [
    *(
        Row(
            f"a name that means something to the program: {name}",
            [append(INTERFACE, f"{name}:\n  nl: Test\n  en: Test")],
            [
                f"{INTERFACE}:<0>: the name '{name}' means something to the program itself; choose another name"
            ],
        )
        for name in ("keys", "items", "copy", "update")
    ),
    Row(
        "a list of hard words with a key of its own",
        [append("data/plain_words.yml", "words: []")],
        [
            "data/plain_words.yml:<0>: the key 'words' is not known; allowed: known_abbreviations, no_passives, nl, en"
        ],
    ),
    Row(
        "a list of right words with a key of its own",
        [append("data/spelling.yml", "fr: []")],
        ["data/spelling.yml:<0>: the key 'fr' is not known; allowed: nl, en"],
    ),
    Row(
        "a folder with the name of a page",
        [write("docs/nl/oud.md/leeg.txt", "")],
        [
            "docs/nl/oud.md/leeg.txt:1: this file is no page of the site; pages stand in docs/nl/ and docs/en/, "
            "as name.md",
            "docs/nl/oud.md:1: this folder is no page of the site; pages stand in docs/nl/ and docs/en/, as name.md",
        ],
    ),
    Row(
        "a picture that names a stylesheet of another site",
        [
            write(
                "docs/nl/teken.svg",
                '<?xml version="1.0"?>\n<?xml-stylesheet href="https://evil.example/x.css"?>\n'
                '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n',
            )
        ],
        [
            "docs/nl/teken.svg:2: the picture gives the instruction 'xml-stylesheet', which can refer to another file; "
            "take it out; a picture here is only a drawing"
        ],
    ),
]

ROWS = [
    *SLIPS,
    *OF_LANGUAGE,
    *THE_DEDUCTIBLE,
    *THE_RULES,
    *THE_SOURCES,
    *THE_GLOSSARY,
    *THE_REST,
]


@each(ROWS)
def test_a_fault_in_the_data_is_told(
    row: Row, root: Path, new_findings: Callable[[Mapping[str, str]], list[str]]
) -> None:
    lines = row.spoil(root)
    assert new_findings(row.environment) == lines
