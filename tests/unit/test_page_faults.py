"""Each thing that can be wrong with a page or a snippet, and the very line that its editor then reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from second_opinion.texts.front_matter import FrontMatter, Review
from second_opinion.texts.parity import check_page_parity

from .making import make_page
from .spoiling import Row, append, each, front, page_source, swap, write

NL, EN = "docs/nl/costs.md", "docs/en/costs.md"
SHARED_NL, SHARED_EN = "snippets/nl/ask-insurer.md", "snippets/en/ask-insurer.md"
KEYS = ", ".join(FrontMatter.model_fields)
NEEDED = ("title", "description", "written", "checked", "next_check", "sources", "related", "search_words")
OPEN_QUOTE = "close it behind the words"
NO_FRONT_MATTER = "start the file with a line '---', then title, description and the rest, then '---' again"
LETTERS = "use small letters, figures and single hyphens only, like het-gesprek"
AN_ADDRESS = "this is no address; write it with a slash at both ends, like /kosten/"
PUBLISHED = "data/published/costs.yml"
A_DATE = "write it as year-month-day, like 2026-11-22"
NO_AMOUNTS = "use a name like {{ deductible.compulsory }}; amounts stand in data/, with their source"


def new_page(name: str, *lines: str, addresses: str = "") -> list[str]:
    """Return what is said of a page of which nothing else knows, and further lines; in both languages, or as given."""
    line = f"addresses: [{addresses or f'/{name}/, /en/{name}/'}]"
    return [no_place(name), *new_addresses(name, line), *lines]


def no_place(name: str) -> str:
    """Return what is said of a page that stands in no menu."""
    wrong = f"this file is missing, and the page '{name}' has no place in the menu"
    return f"data/menu/{name}.yml:1: {wrong}; write it, with its place and its short names in both languages"


def new_addresses(name: str, line: str) -> list[str]:
    """Return what is said of a page whose addresses nobody wrote down."""
    wrong = f"this file is missing: it keeps the addresses of the page '{name}' working"
    return [f"data/published/{name}.yml:1: {wrong}; write it with the line '{line}', or run 'make record'"]


FRONT_MATTER = [
    *(
        Row(
            f"a page without {key}",
            [front(NL, key, "")],
            [f"{NL}:2: '{key}' is missing; add a line '{key}: ...'"],
        )
        for key in NEEDED
    ),
    Row(
        "a page without slug",
        [front(NL, "slug", "")],
        [f"{NL}:1: 'slug' is missing; add a line 'slug: costs'"],
    ),
    Row(
        "a misspelt key, which is named with the nearest",
        [front(NL, "checked", "checked: []\ndiscription: Kosten")],
        [f"{NL}:<0+1>: the key 'discription' is not known; did you mean 'description'?"],
    ),
    Row(
        "a key that is like no other",
        [front(NL, "checked", "checked: []\ncolour: Kosten")],
        [f"{NL}:<0+1>: the key 'colour' is not known; allowed: {KEYS}"],
    ),
    Row(
        "a title in Dutch spelling, which is missed as well",
        [front(NL, "title", "titel: Kosten")],
        [
            f"{NL}:<0>: the key 'titel' is not known; did you mean 'title'?",
        ],
    ),
    Row(
        "a title of 61 characters",
        [front(NL, "title", f"title: {'k' * 61}")],
        [f"{NL}:<0>: 'title' has 61 characters, 60 at most; shorten it by 1"],
    ),
    Row(
        "a description of 160 characters",
        [front(NL, "description", f"description: {'k' * 160}")],
        [f"{NL}:<0>: 'description' has 160 characters, 155 at most; shorten it by 5"],
    ),
    *(
        Row(
            f"an empty title written as '{empty}'",
            [front(NL, "title", empty)],
            [f"{NL}:<0>: 'title' is empty; write it there: it is needed"],
        )
        for empty in ("title:", "title: ''")
    ),
    Row(
        "a title that is a number",
        [front(NL, "title", "title: 2026")],
        [
            f"{NL}:<0>: 'title' is 2026, which does not fit; write words, between quotes where they are figures only"
        ],
    ),
    Row(
        "a title with a name, which nothing fills in",
        [front(NL, "title", "title: Kosten in {{ deductible.year }}")],
        [
            f"{NL}:<0>: 'title' is 'Kosten in {{{{ deductible.year }}}}': names are not filled in here; "
            "write the words themselves"
        ],
    ),
    Row(
        "a slug with spaces and a capital",
        [front(NL, "slug", "slug: Kosten en zo")],
        [f"{NL}:<0>: 'slug' is 'Kosten en zo'; {LETTERS}"],
    ),
    Row(
        "a slug with two hyphens",
        [front(NL, "slug", "slug: a--b")],
        [f"{NL}:<0>: 'slug' is 'a--b'; {LETTERS}"],
    ),
    Row("a slug with a slash", [front(NL, "slug", "slug: a/b")], [f"{NL}:<0>: 'slug' is 'a/b'; {LETTERS}"]),
    *(
        Row(
            f"the slug '{slug}', which the site needs itself",
            [front(NL, "slug", f"slug: {slug}")],
            [f"{NL}:<0>: 'slug' is '{slug}': '{slug}' is an address of the site itself; choose another one"],
        )
        for slug in ("en", "nl", "assets")
    ),
    Row(
        "a slug on the home page",
        [front("docs/nl/index.md", "written", "slug: begin\nwritten: 2026-11-22")],
        ["docs/nl/index.md:<0>: the home page has the slug 'begin'; take it out"],
    ),
    *(
        Row(
            f"the date '{date}'",
            [front(NL, "written", f"written: {date}")],
            [f"{NL}:<0>: 'written' is '{date}', which is no date; {A_DATE}"],
        )
        for date in ("22-11-2026", "2026-02-30", "2026-13-01", "20261122", "soon", "2026-11-22 10:00:00")
    ),
    Row(
        "eleven search words",
        [front(NL, "search_words", f"search_words: [{', '.join('abcdefghijk')}]")],
        [f"{NL}:<0>: 'search_words' has 11 entries, 10 at most; take some out"],
    ),
    Row(
        "search words that are no list",
        [front(NL, "search_words", "search_words: geld, prijs")],
        [f"{NL}:<0>: 'search_words' is 'geld, prijs', which does not fit; write a list: [geld, prijs]"],
    ),
    Row(
        "an empty search word",
        [front(NL, "search_words", "search_words: [geld, '']")],
        [f"{NL}:<0>: the second of 'search_words' is empty; write something there, or take the line out"],
    ),
    Row(
        "a search word that is a number",
        [front(NL, "search_words", "search_words: [geld, 112]")],
        [
            f"{NL}:<0>: the second of 'search_words' is 112, which does not fit; "
            "write words, between quotes where they are figures only"
        ],
    ),
    Row(
        "pictograms of steps, of which one does not exist, on a page without steps",
        [
            write(
                f"docs/{lang}/trial.md",
                page_source("trial", more="step_icons: [clok-outline, email-outline]"),
            )
            for lang in ("nl", "en")
        ],
        sorted(
            new_page(
                "trial",
                *(
                    f"docs/{lang}/trial.md:11: {said}"
                    for lang in ("nl", "en")
                    for said in (
                        "there is no pictogram 'clok-outline'; did you mean 'clock-outline'?",
                        "'step_icons' names 2 pictograms, and the page has no numbered steps; "
                        "name one for each step, in their order",
                    )
                ),
            )
        ),
    ),
    Row(
        "a check that names nobody",
        [front(NL, "checked", "checked:\n  - role: arts\n    date: 2026-11-22")],
        [f"{NL}:<0+1>: 'name' of the first of 'checked' is missing; add a line 'name: ...'"],
    ),
    Row(
        "a check with a misspelt key and no day",
        [front(NL, "checked", "checked:\n  - name: A. Voorbeeld\n    rol: arts\n    date: gisteren")],
        [
            f"{NL}:<0+2>: the key 'rol' of the first of 'checked' is not known; "
            f"did you mean 'role'? (allowed: {', '.join(Review.model_fields)})",
            f"{NL}:<0+3>: 'date' of the first of 'checked' is 'gisteren', which is no date; {A_DATE}",
        ],
    ),
    Row(
        "a check without a name, in a role that does not exist and on a day that has not come, told in one run",
        [front(NL, "checked", "checked:\n  - role: dokter\n    name:\n    date: 2027-03-01")],
        [
            f"{NL}:<0+1>: the check is of 2027-03-01, and it is 2026-11-27 now; correct it",
            f"{NL}:<0+1>: the role 'dokter' is not known; known: arts, taalredacteur, verzekeringsdeskundige",
            f"{NL}:<0+2>: 'name' of the first of 'checked' is empty; write it there: it is needed",
        ],
    ),
    *(
        Row(
            f"a key with {what} in place of its colon",
            [front(NL, "title", f"title{mark} Wat kost het?")],
            [f"{NL}:<0>: no colon stands behind 'title'; write title: Wat kost het?"],
        )
        for what, mark in (("a dot", "."), ("nothing", ""), ("a semicolon", ";"))
    ),
    Row(
        "a title that begins with an apostrophe",
        [front(NL, "title", "title: 's Avonds bellen")],
        [
            f"{NL}:<0>: a quote opens here and is not closed; "
            'put the words between double quotes: title: "\'s Avonds bellen"'
        ],
    ),
    *(
        Row(
            f"a check by '{name}'",
            [front(NL, "checked", f"checked:\n  - role: arts\n    name: '{name}'\n    date: 2026-11-22")],
            [
                f"{NL}:<0+2>: 'name' of the first of 'checked' is '{name}': this is nobody's name; "
                "write the name of who read the page"
            ],
        )
        for name in ("...", "Naam", "X.")
    ),
    Row(
        "a check that is no list",
        [front(NL, "checked", "checked:\n  role: arts\n  name: A. Voorbeeld\n  date: 2026-11-20")],
        [
            f"{NL}:<0>: 'checked' is {{role: 'arts', name: 'A. Voorbeeld', date: '2026-11-20'}}, which does not fit; "
            "put '- ' before its first key, 'role', and two spaces before the others"
        ],
    ),
    Row(
        "a head that stands twice, without a word of what is in it",
        [swap(NL, "\n---\n\nMet een", "\n---\n\n---\ntitle: Kosten\nwritten: 2026-11-20\n---\n\nMet een")],
        [f"{NL}:<0+3>: a second head begins here, with '---'; keep one head, at the top of the page"],
    ),
    Row(
        "a check that is a word",
        [front(NL, "checked", "checked: ja")],
        [f"{NL}:<0>: 'checked' is 'ja', which does not fit; write a list, like [first, second]"],
    ),
    Row(
        "an old address that is no address",
        [front(NL, "checked", "checked: []\nmoved_from: [Oude Kosten]")],
        [f"{NL}:<0+1>: the first of 'moved_from' is 'Oude Kosten'; {LETTERS}"],
    ),
    Row(
        "an old address that the site needs itself",
        [front(NL, "checked", "checked: []\nmoved_from: [nl]")],
        [f"{NL}:<0+1>: 'moved_from' is ['nl']: 'nl' is an address of the site itself; choose another one"],
    ),
    Row(
        "one old address that is no list",
        [front(NL, "checked", "checked: []\nmoved_from: oud")],
        [f"{NL}:<0+1>: 'moved_from' is 'oud', which does not fit; write a list: [oud]"],
    ),
    Row(
        "only_in for a language that the site does not have",
        [front(NL, "checked", "checked: []\nonly_in: { language: de, reason: Zo is het }")],
        [f"{NL}:<0+1>: 'only_in.language' is 'de'; write one of 'nl' or 'en'"],
    ),
    Row(
        "only_in without its reason",
        [front(NL, "checked", "checked: []\nonly_in: { language: nl }")],
        [f"{NL}:<0+1>: 'only_in.reason' is missing; add a line 'reason: ...'"],
    ),
    Row(
        "a key that stands twice",
        [front(NL, "slug", "slug: kosten\nslug: prijzen")],
        [f"{NL}:<0+1>: 'slug' stands here and on line <0>; keep one of the two"],
    ),
    Row(
        "a colon that YAML trips over",
        [front(NL, "title", "title: Kosten: wat en hoe")],
        [
            f"{NL}:<0>: a second colon stands in these words; "
            'put the words between quotes: title: "Kosten: wat en hoe"'
        ],
    ),
    Row(
        "a quote that is not closed, at the line on which it opens",
        [front(NL, "title", "title: 'Kosten")],
        [f"{NL}:<0>: a quote opens here and is not closed; {OPEN_QUOTE}"],
    ),
    Row(
        "a character that nobody sees",
        [swap(NL, "\ndescription: ", "\ndescription: \x07")],
        [f"{NL}:<0+1>: a character that cannot be seen (#x0007) stands here; type this line again"],
    ),
    Row(
        "a page that starts without front matter",
        [swap(NL, "---\ntitle", "title")],
        [f"{NL}:1: this page has no front matter; {NO_FRONT_MATTER}"],
    ),
    *(
        Row(
            f"a new page of which the front matter is {what}",
            [write("docs/nl/trial.md", text), write("docs/en/trial.md", page_source("trial"))],
            [
                f"docs/nl/trial.md:1: this page has no front matter; {NO_FRONT_MATTER}",
                no_place("trial"),
            ],
        )
        for what, text in (
            ("not there", "Tekst.\n"),
            ("empty", "---\n---\n"),
            ("a remark", "---\n# niets\n---\n"),
        )
    ),
    Row(
        "front matter that is a list",
        [write("docs/nl/trial.md", "---\n- a\n---\n"), write("docs/en/trial.md", page_source("trial"))],
        [
            f"docs/nl/trial.md:2: here stands ['a']; write 'key: value' lines; the keys are {KEYS}",
            no_place("trial"),
        ],
    ),
    Row(
        "a page of which the front matter is wrong, whose text is checked all the same",
        [front(NL, "slug", "slug: Kosten"), append(NL, "[Zie](cots.md), {{ deductible.yaer }}.")],
        [
            f"{NL}:<0>: 'slug' is 'Kosten'; {LETTERS}",
            f"{NL}:<1>: the link 'Zie' leads to 'cots.md', and that page does not exist; did you mean 'costs.md'?",
            f"{NL}:<1>: there is no value for '{{{{ deductible.yaer }}}}'; did you mean 'deductible.year'?",
        ],
    ),
]

REFERENCES = [
    *(
        Row(
            f"what stands twice in '{key}'",
            [front(file, key, f"{key}: [{item}, {item}]") for file in (NL, EN)],
            [
                f"{file}:<{at}>: '{item}' stands twice in '{key}'; take one out"
                for at, file in enumerate((NL, EN))
            ],
        )
        for key, item in (("related", "abroad"), ("sources", "zvw"), ("search_words", "nota"))
    ),
    Row(
        "a related page that does not exist",
        [front(file, "related", "related: [aplying]") for file in (NL, EN)],
        [
            f"{NL}:<0>: the page 'aplying' does not exist; did you mean 'applying'?",
            f"{EN}:<1>: the page 'aplying' does not exist; did you mean 'applying'?",
        ],
    ),
    Row(
        "a page that names itself",
        [front(file, "related", "related: [costs]") for file in (NL, EN)],
        [
            f"{NL}:<0>: the page names itself as related; take it out",
            f"{EN}:<1>: the page names itself as related; take it out",
        ],
    ),
    Row(
        "a source that does not exist, at its own line",
        [front(file, "sources", "sources:\n  - zvw\n  - kanker-nll") for file in (NL, EN)],
        [
            f"{NL}:<0+2>: the source 'kanker-nll' does not exist; did you mean 'kanker-nl'?",
            f"{EN}:<1+2>: the source 'kanker-nll' does not exist; did you mean 'kanker-nl'?",
        ],
    ),
    Row(
        "two pages with one title and one description, whatever their capitals",
        [
            write("docs/nl/trial.md", page_source("trial")),
            write("docs/en/trial.md", page_source("trial")),
            write("docs/nl/zebra.md", page_source("zebra").replace("Test zebra", "test TRIAL")),
            write("docs/en/zebra.md", page_source("zebra").replace("for zebra", "for Trial")),
        ],
        [
            *new_page("trial"),
            *new_page("zebra"),
            "docs/nl/zebra.md:2: the title 'test TRIAL' is also that of docs/nl/trial.md; "
            "write one that fits this page alone",
            "docs/en/zebra.md:3: the description 'A page for Trial alone, that no reader will "
            "ever see.' is also that of docs/en/trial.md; "
            "write one that fits this page alone",
        ],
    ),
    Row(
        "a page in Dutch only",
        [write("docs/nl/trial.md", page_source("trial"))],
        [
            *new_page("trial", addresses="/trial/"),
            "docs/nl/trial.md:1: the page 'trial' exists in Dutch only; "
            "write docs/en/trial.md, or say 'not_yet_in: [en]' for now, or 'only_in:' with language and reason",
        ],
    ),
    Row(
        "a page in English only",
        [write("docs/en/trial.md", page_source("trial"))],
        [
            *new_page("trial", addresses="/en/trial/"),
            "docs/en/trial.md:1: the page 'trial' exists in English only; "
            "write docs/nl/trial.md, or say 'only_in:' with language and reason",
        ],
    ),
    Row(
        "a page in one language only that says so",
        [write("docs/nl/trial.md", page_source("trial", more="only_in: { language: nl, reason: Test }"))],
        new_page("trial", addresses="/trial/"),
    ),
    Row(
        "a page that says to be in the other language only",
        [write("docs/nl/trial.md", page_source("trial", more="only_in: { language: en, reason: Test }"))],
        [
            *new_page("trial", addresses="/trial/"),
            "docs/nl/trial.md:11: 'only_in' says English only, and there is docs/nl/trial.md; "
            "take 'only_in' out, or take the other page away",
        ],
    ),
    Row(
        "a page that says to be in one language only and has a twin",
        [
            write(
                f"docs/{lang}/trial.md", page_source("trial", more="only_in: { language: nl, reason: Test }")
            )
            for lang in ("nl", "en")
        ],
        new_page(
            "trial",
            *(
                f"docs/{lang}/trial.md:11: 'only_in' says Dutch only, and there is docs/nl/trial.md and "
                "docs/en/trial.md; take 'only_in' out, or take the other page away"
                for lang in ("nl", "en")
            ),
        ),
    ),
    Row(
        "files in docs that are no page",
        [
            write("docs/nl/more/costs.md", page_source("costs")),
            write("docs/photo.jpg", b"\xff"),
            write("docs/.keep", ""),
        ],
        [
            f"{file}:1: this file is no page of the site; pages stand in docs/nl/ and docs/en/, as name.md"
            for file in ("docs/nl/more/costs.md", "docs/photo.jpg")
        ],
    ),
]

ADDRESSES = [
    Row(
        "two pages with one address",
        [
            write("docs/nl/trial.md", page_source("trial", slug="kosten")),
            write("docs/en/trial.md", page_source("trial")),
        ],
        [
            *new_page("trial", addresses="/en/trial/"),
            f"docs/nl/trial.md:4: the address /kosten/ is also that of {NL} (line 4); "
            "give one of the two another 'slug'",
        ],
    ),
    Row(
        "an old address that is the address of another page",
        [
            front(NL, "checked", "checked: []\nmoved_from: [aanvragen]"),
            front(EN, "checked", "checked: []\nmoved_from: []"),
        ],
        [
            f"{NL}:<0+1>: the address /aanvragen/ is also that of docs/nl/applying.md (line 4); "
            "give one of the two another 'slug'"
        ],
    ),
    Row(
        "an old address that is the page's own",
        [
            front(NL, "checked", "checked: []\nmoved_from: [kosten]"),
            front(EN, "checked", "checked: []\nmoved_from: []"),
        ],
        [
            f"{NL}:<0+1>: the address /kosten/ is also that of {NL} (line 4); give one of the two another 'slug'"
        ],
    ),
    Row(
        "an old address that was never published",
        [
            front(NL, "checked", "checked: []\nmoved_from: []"),
            front(EN, "checked", "checked: []\nmoved_from: [money]"),
        ],
        [
            f"{EN}:<1+1>: the address /en/money/ is not in {PUBLISHED}; "
            "add the line '- /en/money/' there, or run 'make record'"
        ],
    ),
    Row(
        "a page that moves and leaves no word",
        [
            front(NL, "slug", "slug: prijzen"),
            swap(PUBLISHED, "- /kosten/\n", "- /kosten/\n- /prijzen/\n"),
        ],
        [
            f"{PUBLISHED}:<1>: the published address /kosten/ leads nowhere now; "
            "add 'moved_from: [kosten]' to the page that took its place, so that old links keep working"
        ],
    ),
    Row(
        "a page that moves and says from where, with an address that stands twice, which is no fault",
        [
            front(NL, "slug", "slug: prijzen\nmoved_from: [kosten]"),
            front(EN, "checked", "checked: []\nmoved_from: []"),
            swap(PUBLISHED, "- /kosten/\n", "- /kosten/\n- /prijzen/\n- /kosten/\n"),
        ],
        [],
    ),
    *(
        Row(
            f"the address {wrong}, which is none",
            [swap(PUBLISHED, "- /en/costs/\n", f"- /en/costs/\n- {wrong}\n")],
            [f"{PUBLISHED}:<0+1>: the second of 'addresses' is '{wrong}': {AN_ADDRESS}"],
        )
        for wrong in ("oud/", "/oud", "https://second-opinion.example/oud")
    ),
    Row(
        "the file of a page without addresses",
        [write(PUBLISHED, "sections: [who-pays]\n")],
        [f"{PUBLISHED}:1: 'addresses' is missing; add a line 'addresses: ...'"],
    ),
    Row(
        "the file of a page that is no YAML, without a word about its addresses",
        [write(PUBLISHED, "addresses:\n- 'kosten\n")],
        [f"{PUBLISHED}:2: a quote opens here and is not closed; {OPEN_QUOTE}"],
    ),
    Row(
        "the file of a page that is called otherwise now",
        [write("data/published/cots.yml", "addresses: [/kosten/]\n")],
        [
            "data/published/cots.yml:1: the page 'cots' does not exist; call this file as the page is called now, "
            "or move its addresses to the file of the page that took its place; did you mean 'costs'?"
        ],
    ),
]

TEXTS = [
    Row(
        "a heading without an anchor",
        [append(NL, "## Hoe dan?"), append(EN, "## How then?")],
        [
            f"{NL}:<0>: the heading 'Hoe dan?' has no anchor; "
            "add one in English that is the same in both languages, like {#who-pays}",
            f"{EN}:<1>: the heading 'How then?' has no anchor; "
            "add one in English that is the same in both languages, like {#who-pays}",
        ],
    ),
    Row(
        "a heading without a space and without an anchor, not told with its twin as well",
        [append(NL, "##Hoe dan?"), append(EN, "## How then? {#how-then}")],
        [
            f"{NL}:<0>: the heading 'Hoe dan?' has no anchor; "
            "add one in English that is the same in both languages, like {#who-pays}",
        ],
    ),
    Row(
        "an anchor that stands twice",
        [append(file, "## Een {#one-more}\n\n## Twee {#one-more}") for file in (NL, EN)],
        [
            f"{NL}:<0+2>: the anchor 'one-more' is also on line <0>; give one of the two another name",
            f"{EN}:<1+2>: the anchor 'one-more' is also on line <1>; give one of the two another name",
        ],
    ),
    Row(
        "a level that is skipped",
        [append(file, "## Een {#one-more}\n\n#### Twee {#two-more}") for file in (NL, EN)],
        [
            f"{NL}:<0+2>: a heading of level 4 follows one of level 2; use ###",
            f"{EN}:<1+2>: a heading of level 4 follows one of level 2; use ###",
        ],
    ),
    Row(
        "an anchor with a space in it",
        [append(NL, "## Een {# one more}"), append(EN, "## One {#one-more}")],
        [
            f"{NL}:<0>: the anchor '{{# one more}}' cannot be read; write it without spaces, like {{#one-more}}"
        ],
    ),
    Row(
        "a name with one brace",
        [append(file, "In { deductible.year }.") for file in (NL, EN)],
        [
            f"{file}:<{at}>: '{{ deductible.year }}' has one brace in place of two; write {{{{ deductible.year }}}}"
            for at, file in enumerate((NL, EN))
        ],
    ),
    Row(
        "a command of a template",
        [append(file, "{% if x %} ja") for file in (NL, EN)],
        [
            f"{file}:<{at}>: '{{% if x %}}' is seen by readers as it is typed; take it out; a page holds no commands"
            for at, file in enumerate((NL, EN))
        ],
    ),
    Row(
        "a tag that does not end",
        [append(file, '<iframe\nsrc="https://b.example"') for file in (NL, EN)],
        [
            f"{file}:<{at}>: the tag '<iframe' does not end; write its '>', or take it out"
            for at, file in enumerate((NL, EN))
        ],
    ),
    Row("a sum that is no tag", [append(file, "2 < 3, en p<b.") for file in (NL, EN)], []),
    Row(
        "a head that does not end",
        [swap(NL, "\n---\n", "\n--\n")],
        [
            f"{NL}:<0+1>: the head of this page, which begins with '---', does not end; "
            "write a line '---' below its last key, such as search_words"
        ],
    ),
    Row(
        "a day of writing that comes soon, which is a notice",
        [front(file, "written", "written: 2026-12-20") for file in (NL, EN)],
        [
            f"notice: {file}:<{at}>: 'written' is 2026-12-20, and it is 2026-11-27 now; "
            "write the day on which it was written"
            for at, file in enumerate((NL, EN))
        ],
    ),
    Row(
        "a day of writing that is far from reached",
        [front(file, "written", "written: 2027-03-01") for file in (NL, EN)],
        [
            f"{file}:<{at}>: 'written' is 2027-03-01, and it is 2026-11-27 now; "
            "write the day on which it was written"
            for at, file in enumerate((NL, EN))
        ],
    ),
    Row(
        "a next check in another century",
        [front(file, "next_check", "next_check: 2072-11-22") for file in (NL, EN)],
        [
            f"{file}:<{at}>: 'next_check' is 2072-11-22, more than three years after the page was written; "
            "write an earlier day"
            for at, file in enumerate((NL, EN))
        ],
    ),
    Row(
        "a next check before the page was written",
        [front(file, "next_check", "next_check: 2026-11-01") for file in (NL, EN)],
        [
            f"{file}:<{at}>: 'next_check' is 2026-11-01, and the page was written on 2026-11-20; write a later day"
            for at, file in enumerate((NL, EN))
        ],
    ),
    Row(
        "a heading of the first level",
        [append(file, "# Een {#one-more}") for file in (NL, EN)],
        [
            f"{NL}:<0>: a heading with one '#' is the title's; use '##'; the title stands in the front matter",
            f"{EN}:<1>: a heading with one '#' is the title's; use '##'; the title stands in the front matter",
        ],
    ),
    Row(
        "a heading with another anchor in each language",
        [append(NL, "## Een {#one-more}"), append(EN, "## One {#once-more}")],
        [
            f"{EN}:<1>: the anchor of this heading is 'once-more', and the Dutch one at its place ({NL}, line <0>) "
            "has 'one-more'; give both the same anchor, or write the section that each of them lacks"
        ],
    ),
    Row(
        "a heading with another level in each language",
        [append(NL, "## Een {#one-more}"), append(EN, "### One {#one-more}")],
        [f"{EN}:<1>: this heading has level 3, the Dutch one ({NL}, line <0>) level 2; make them the same"],
    ),
    Row(
        "a section that the English page lacks, without a word of the numbers and boxes in it",
        [
            append(
                NL,
                "## Een {#one}\n\n## Ogen {#eyes}\n\nNa 7 dagen.\n\n/// important\nU.\n///\n\n## Twee {#two}",
            ),
            append(EN, "## One {#one}\n\n## Two {#two}"),
        ],
        [
            f"{NL}:<0+2>: the section 'eyes' is missing in {EN}, after 'one' (line <1>); write it there too, "
            "or say here that it comes later: {#eyes .not-yet-in-en}, or take it out here"
        ],
    ),
    Row(
        "sections that the Dutch page lacks, in the middle and at the end",
        [
            append(NL, "## Een {#one}\n\n## Twee {#two}"),
            append(EN, "## One {#one}\n\n## Eyes {#eyes}\n\n## Two {#two}\n\n## More {#more}"),
        ],
        [
            f"{EN}:<1+2>: the section 'eyes' is missing in {NL}, after 'one' (line <0>); "
            "write it there too, or take it out here",
            f"{EN}:<1+6>: the section 'more' is missing in {NL}, after 'two' (line <0+2>); "
            "write it there too, or take it out here",
        ],
    ),
    Row(
        "sections in another order",
        [append(NL, "## Een {#one}\n\n## Twee {#two}"), append(EN, "## Two {#two}\n\n## One {#one}")],
        [
            f"{EN}:<1>: the section 'two' stands here, and the Dutch one ({NL}, line <0>) is 'one'; "
            "put the sections of both in the same order"
        ],
    ),
    Row(
        "a link to a page that does not exist",
        [append(NL, "[Zie](aplying.md#steps)")],
        [
            f"{NL}:<0>: the link 'Zie' leads to 'aplying.md#steps', and that page does not exist; "
            "did you mean 'applying.md'?"
        ],
    ),
    Row(
        "a link to the address of a page",
        [append(NL, "[Zie](aanvragen.md#steps)")],
        [
            f"{NL}:<0>: the link 'Zie' leads to 'aanvragen.md#steps', and 'aanvragen' is the address of that page; "
            "write the name of its file, applying.md#steps"
        ],
    ),
    Row(
        "a link that is written over two lines",
        [append(NL, "Tekst, en [zie\ndit](aplying.md)")],
        [
            f"{NL}:<0>: the link 'zie dit' leads to 'aplying.md', and that page does not exist; "
            "did you mean 'applying.md'?"
        ],
    ),
    Row(
        "a link to a section that does not exist",
        [append(NL, "[Zie](applying.md#stepps)")],
        [
            f"{NL}:<0>: the link 'Zie' leads to '#stepps', which is no section of applying.md; did you mean 'steps'?",
        ],
    ),
    Row(
        "a link to a section of the page itself that does not exist",
        [append(NL, "[Zie](#who-pay)")],
        [
            f"{NL}:<0>: the link 'Zie' leads to '#who-pay', which is no section of costs.md; did you mean 'who-pays'?"
        ],
    ),
    Row(
        "a link without .md",
        [append(NL, "[Zie](applying#steps)")],
        [f"{NL}:<0>: the link 'Zie' leads to 'applying#steps'; write applying.md#steps"],
    ),
    Row(
        "a link that leads nowhere",
        [append(NL, "[Zie]()")],
        [f"{NL}:<0>: the link 'Zie' leads nowhere; write the page or the section, like costs.md#who-pays"],
    ),
    Row(
        "a link of which the address stands below the text",
        [append(NL, "[Zie][daar]\n\n[daar]: aplying.md")],
        [
            f"{NL}:<0+2>: the link 'daar' leads to 'aplying.md', and that page does not exist; "
            "did you mean 'applying.md'?"
        ],
    ),
    Row(
        "a heading that is made by a line below it",
        [append(NL, "Een kop\n-------"), append(EN, "A heading\n---------")],
        [
            f"{NL}:<0>: the heading 'Een kop' has no anchor; "
            "add one in English that is the same in both languages, like {#who-pays}",
            f"{EN}:<1>: the heading 'A heading' has no anchor; "
            "add one in English that is the same in both languages, like {#who-pays}",
        ],
    ),
    Row(
        "a link in a snippet, at the line of the snippet",
        [append(SHARED_NL, "[Zie](aplying.md)"), append(SHARED_EN, "[See](applying.md)")],
        [
            f"{SHARED_NL}:<0>: the link 'Zie' leads to 'aplying.md', and that page does not exist; "
            "did you mean 'applying.md'?"
        ],
    ),
    Row(
        "links to sections, mail, telephone and other sites, which are no faults",
        [
            append(
                NL,
                "[a](applying.md#steps) [b](#who-pays) [c](mailto:a@b.example) [d](tel:112) [e](https://b.example/x)",
            )
        ],
        [],
    ),
    Row(
        "a name that does not exist",
        [append(NL, "In {{ deductible.yaer }}."), append(EN, "In {{ deductible.yaer }}.")],
        [
            f"{NL}:<0>: there is no value for '{{{{ deductible.yaer }}}}'; did you mean 'deductible.year'?",
            f"{EN}:<1>: there is no value for '{{{{ deductible.yaer }}}}'; did you mean 'deductible.year'?",
        ],
    ),
    Row(
        "an amount of a year without that year in its paragraph",
        [
            append(file, "{{ deductible.year }}:\n\n- {{ deductible.compulsory }}\n- {{ deductible.next }}")
            for file in (NL, EN)
        ],
        [
            f"{file}:<{at}{line}>: '{{{{ deductible.{name} }}}}' stands here without its year; "
            f"write '{{{{ deductible.{year} }}}}' in the same paragraph"
            for at, file in enumerate((NL, EN))
            for line, name, year in (("+2", "compulsory", "year"), ("+3", "next", "next_year"))
        ],
    ),
    Row(
        "amounts of a year with that year in their paragraph",
        [
            append(file, "- {{ deductible.highest }}\n- {{ deductible.year }}\n- {{ deductible.compulsory }}")
            for file in (NL, EN)
        ],
        [],
    ),
    Row(
        "a name that does not exist, in a snippet",
        [append(SHARED_NL, "In {{deductible.yaer}}."), append(SHARED_EN, "In {{deductible.yaer}}.")],
        [
            f"{SHARED_NL}:<0>: there is no value for '{{{{ deductible.yaer }}}}'; did you mean 'deductible.year'?",
            f"{SHARED_EN}:<1>: there is no value for '{{{{ deductible.yaer }}}}'; did you mean 'deductible.year'?",
        ],
    ),
    Row(
        "an amount that is typed into a page",
        [append(NL, "Dat is € 385,- dit jaar."), append(EN, "That is 385 euros this year.")],
        [
            f"{NL}:<0>: the amount '€ 385,-' is typed into the text; {NO_AMOUNTS}",
            f"{EN}:<1>: the amount '385 euros' is typed into the text; {NO_AMOUNTS}",
        ],
    ),
    Row(
        "an amount that is typed into a snippet",
        [append(SHARED_NL, "Dat is 385 euro."), append(SHARED_EN, "That is 385 euros.")],
        [
            f"{SHARED_NL}:<0>: the amount '385 euro' is typed into the text; {NO_AMOUNTS}",
            f"{SHARED_EN}:<1>: the amount '385 euros' is typed into the text; {NO_AMOUNTS}",
        ],
    ),
    Row(
        "an amount that is typed into a description",
        [front(NL, "description", "description: U betaalt dit jaar 385 euro voor een second opinion.")],
        [f"{NL}:<0>: the amount '385 euro' is typed into the text; {NO_AMOUNTS}"],
    ),
]

SNIPPETS = [
    Row(
        "a snippet that does not exist",
        [append(NL, '--8<-- "saftey.md"'), append(EN, '--8<-- "saftey.md"')],
        [
            f"{NL}:<0>: the snippet 'saftey.md' does not exist in snippets/nl/; did you mean 'safety.md'?",
            f"{EN}:<1>: the snippet 'saftey.md' does not exist in snippets/en/; did you mean 'safety.md'?",
        ],
    ),
    Row(
        "a snippet that nobody uses, which is a notice",
        [write("snippets/nl/trial.md", "Tekst.\n"), write("snippets/en/trial.md", "Text.\n")],
        [
            "notice: snippets/nl/trial.md:1: no page uses this snippet, nor snippets/en/trial.md; "
            'use it with --8<-- "trial.md", or take the file away'
        ],
    ),
    Row(
        "a snippet whose name is nearly that of one that a page uses",
        [write("snippets/nl/saftey.md", "Tekst.\n"), write("snippets/en/saftey.md", "Text.\n")],
        [
            "notice: snippets/nl/saftey.md:1: no page uses this snippet, nor snippets/en/saftey.md; "
            "did you mean 'safety.md'?"
        ],
    ),
    Row(
        "a snippet for a case, which is used where the usual one stands",
        [write("snippets/nl/safety-if-gp.md", "Tekst.\n"), write("snippets/en/safety-if-gp.md", "Text.\n")],
        [],
    ),
    Row(
        "a snippet for a case that does not exist",
        [
            write("snippets/nl/safety-if-by-patients.md", "Tekst.\n"),
            write("snippets/en/safety-if-by-patients.md", "Text.\n"),
        ],
        [
            f"snippets/{lang}/safety-if-by-patients.md:1: there is no case 'by-patients'; "
            "did you mean 'by-patient'?"
            for lang in ("nl", "en")
        ],
    ),
    Row(
        "a snippet for a case, of which there is no usual one",
        [write("snippets/nl/saftey-if-gp.md", "Tekst.\n"), write("snippets/en/saftey-if-gp.md", "Text.\n")],
        [
            f"snippets/{lang}/saftey-if-gp.md:1: this is what 'saftey.md' says in the case 'gp', "
            "and there is no such passage; did you mean 'safety.md'?"
            for lang in ("nl", "en")
        ],
    ),
    Row(
        "a snippet in one language only",
        [
            write("snippets/nl/saftey.md", "Tekst.\n"),
            append(NL, '--8<-- "saftey.md"'),
            append(EN, '--8<-- "saftey.md"'),
        ],
        [
            "snippets/nl/saftey.md:1: the snippet 'saftey.md' has no counterpart; write snippets/en/saftey.md",
            f"{EN}:<2>: the snippet 'saftey.md' does not exist in snippets/en/; did you mean 'safety.md'?",
        ],
    ),
    Row(
        "a snippet that is empty in both languages",
        [write("snippets/nl/safety.md", "\n"), write("snippets/en/safety.md", "")],
        [
            f"snippets/{lang}/safety.md:1: this snippet is empty; write its text again, or take the file away"
            for lang in ("nl", "en")
        ],
    ),
    Row(
        "a snippet with a heading",
        [append(SHARED_NL, "## Kop {#head}"), append(SHARED_EN, "### Head {#head}")],
        [
            f"{SHARED_NL}:<0>: the snippet has a heading 'Kop'; move it to the page",
            f"{SHARED_EN}:<1>: the snippet has a heading 'Head'; move it to the page",
        ],
    ),
    Row(
        "a snippet that includes another",
        [append(SHARED_NL, '--8<-- "safety.md"'), append(SHARED_EN, '--8<-- "safety.md"')],
        [
            f"{SHARED_NL}:<0>: the snippet includes the snippet 'safety.md'; include it on the page",
            f"{SHARED_EN}:<1>: the snippet includes the snippet 'safety.md'; include it on the page",
        ],
    ),
    Row(
        "a snippet that only a page with wrong front matter uses, which is used all the same",
        [
            write("snippets/nl/trial.md", "Tekst.\n"),
            write("snippets/en/trial.md", "Text.\n"),
            append(NL, '--8<-- "trial.md"'),
            append(EN, '--8<-- "trial.md"'),
            front(NL, "written", "written: soon"),
        ],
        [f"{NL}:<4>: 'written' is 'soon', which is no date; {A_DATE}"],
    ),
]

ROWS = [*FRONT_MATTER, *REFERENCES, *ADDRESSES, *TEXTS, *SNIPPETS]


@each(ROWS)
def test_a_fault_in_a_page_is_told(
    row: Row, root: Path, new_findings: Callable[[Mapping[str, str]], list[str]]
) -> None:
    lines = row.spoil(root)
    assert new_findings(row.environment) == lines


@pytest.mark.parametrize(
    ("dutch", "english", "said"),
    [
        ("[a, b, c]", "[a, b]", "'sources' lacks 'c', which docs/nl/costs.md (line 8) has"),
        ("[a, b]", "[a, b, c]", "'sources' has 'c', which docs/nl/costs.md (line 8) has not"),
        ("[a, b]", "[a, c]", "'sources' has 'c' here, and 'b' in docs/nl/costs.md (line 8)"),
        ("[a, b]", "[b, a]", "'sources' has another order here than in docs/nl/costs.md (line 8)"),
    ],
)
def test_of_sources_that_differ_those_alone_are_named(dutch: str, english: str, said: str) -> None:
    source, twin = make_page(keys={"sources": dutch}), make_page(lang="en", keys={"sources": english})
    assert [str(one) for one in check_page_parity(source, twin)] == [
        f"docs/en/costs.md:8: {said}; make them the same"
    ]
