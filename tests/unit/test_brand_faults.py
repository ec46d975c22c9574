"""Each thing that can be wrong with a brand folder, and the very line that the hospital then reads."""

from __future__ import annotations

import re
import shutil
import textwrap
from pathlib import Path

import pytest

from checking import checked, said_of
from second_opinion.brand import selection
from second_opinion.brand.apart import BOOKED, SOME_HAVE_NONE
from second_opinion.brand.model import Brand
from second_opinion.brand.own_page import SECTIONS
from second_opinion.core.findings import faults
from second_opinion.core.markdown_text import split_front_matter
from second_opinion.site.run import select_for_builder
from second_opinion.texts.svg import PLAIN
from support import ROOT, TODAY, copy_sample

from .pictures import ILLUSTRATOR, INKSCAPE, drawing, png
from .spoiling import Edit, Row, append, remove, swap, write

B = "brand.yml"
GENERAL, CANCER, CLINIC, NETWORK = (
    "voorbeeldziekenhuis",
    "voorbeeld-kankercentrum",
    "voorbeeldkliniek",
    "voorbeeld-ggz-netwerk",
)
KEYS = ", ".join(Brand.model_fields)
SECTION_NAMES = ", ".join(f"'{name}'" for name in SECTIONS).replace(", 'complaints'", " or 'complaints'")
A_DATE = "write it as year-month-day, like 2026-11-22"
ADDRESS = "this is no web address; write it in full, with https://"
NUMBER = "write figures, like 020 123 45 67, or take the line out"
COLOUR = "this is no colour; write it between quotes with six figures, like '#00565f'"
DRAWING = "take it out; a picture here is only a drawing"
SITE = "site_url: https://second-opinion.voorbeeldziekenhuis.example"
HOURS = "hours: {nl: maandag tot en met vrijdag van 8.30 tot 16.30 uur, en: Monday to Friday from 8.30 am to 4.30 pm}"
CONTACT = "department, phone, general_phone, email, form, hours, answer_time"
LOOK = "colours, logo, logo_dark, logo_has_name, favicon, font"


def page(title: str, slug: str) -> str:
    """Return a page of a brand."""
    return (
        f"---\ntitle: {title}\ndescription: A page (een pagina) of a brand that only stands here to be checked once.\n"
        f"slug: {slug}\nwritten: 2026-11-22\nchecked: []\nnext_check: 2027-11-22\nsources: []\nrelated: []\n"
        "search_words: []\n---\n\nTest.\n"
    )


IN_FULL = "this is no web address; write it in full, with https://, like https://www.ons.example"
SHARED = ", ".join(sorted({file.stem for file in (ROOT / "tests/sample/docs").glob("*/*.md")}))
TWO_WAYS = (
    "is about second opinions that you give, and 'elsewhere' says that you give none; keep one of the two"
)


def line_of(name: str, text: str) -> int:
    """Return the line of an example brand on which a text stands first."""
    return (ROOT / "brands" / name / B).read_text("utf-8").partition(text)[0].count("\n") + 1


LOGO = line_of(GENERAL, "logo: logo.svg")
PAPER = line_of(GENERAL, "file: {nl: papers/second-opinion.pdf}")
PAID = 21  # the line of the pages about studies that names an amount
URGENT = line_of(CANCER, "moment: {")
LETTERS = line_of(CLINIC, "- {file: fonts/atkinson-hyperlegible-bold.woff2")


def row(sentence: str, edits: Edit | list[Edit], *lines: str) -> Row:
    """Return a case; its lines start with the file in the brand folder."""
    return Row(sentence, edits if isinstance(edits, list) else [edits], lines)


GENERAL_ROWS = [
    row(
        "faults of every kind, all told in one run, and none that only follows from another",
        [
            swap(B, '{main: "#1d4f91"}', "\n    main: #1d4f91"),
            swap(B, "  phone: 000 000 01 00", "  phone: bel ons"),
            swap(B, "file:\n", "file:\n  portal: {nl: www.ons.example, en: www.ons.example}\n  fax: true\n"),
            swap(B, "  price_list: https", "  date: 22-11-2026\n  advance: 100\n  price_list: https"),
            swap(B, "specialties: {all: true}", "specialties: {names: [{nl: hart}]}"),
            append(B, "pages_left_out: [{page: kosten, reason: Test}]"),
            *(
                write(
                    f"docs/{lang}/parking.md",
                    page(title, title.lower())
                    + "\n[A](your-hospital.md#your-file) [B](your-hospital.md) [C](costs.md#gone)\n",
                )
                for lang, title in (("nl", "Parkeren"), ("en", "Parking"))
            ),
        ],
        f"{B}:<0+1>: '#1d4f91' is taken for a remark, as everything behind a # is; "
        'put it between quotes: "#1d4f91"',
        f"{B}:<1>: 'contact.phone' is 'bel ons': a telephone number holds no letters; {NUMBER}",
        *(f"{B}:<2+1>: 'file.portal.{lang}' is 'www.ons.example': {IN_FULL}" for lang in ("en", "nl")),
        f"{B}:<3>: 'costs.date' is '22-11-2026', which is no date; {A_DATE}",
        f"{B}:<4>: 'en' of the first of 'specialties.names' is missing; add the English words, "
        "or write 'languages: [nl]' for a site in Dutch alone",
        f"{B}:<5>: the page 'kosten' does not exist; known: {SHARED}",
        *(
            f"docs/{lang}/parking.md:15: the link 'C' leads to '#gone', which is no section of costs.md; "
            "none is known yet"
            for lang in ("en", "nl")
        ),
    ),
    row(
        "an organisation without places to go",
        append(B, "elsewhere: {questions_about: [{nl: pijn, en: pain}]}"),
        f"{B}:<0>: 'elsewhere' is {{questions_about: [{{nl: 'pijn', en: 'pain'}}]}}: nobody reads where to go; "
        "write the 'directory', the address of your list, or some 'places'",
    ),
    row(
        "entries of lists that are wrong, and what is wrong with those behind them",
        append(
            B,
            "pages_left_out:\n  - { page: child }\n  - { page: chld, reason: Test }\n"
            "menu_first: [cst, 3, chid]",
        ),
        f"{B}:<0+1>: 'reason' of the first of 'pages_left_out' is missing; add a line 'reason: ...'",
        f"{B}:<0+2>: the page 'chld' does not exist; did you mean 'child'?",
        f"{B}:<0+3>: the second of 'menu_first' is 3, which does not fit; "
        "write words, between quotes where they are figures only",
        f"{B}:<0+3>: the page 'chid' does not exist; did you mean 'child'?",
        f"{B}:<0+3>: the page 'cst' does not exist; did you mean 'costs'?",
    ),
    row(
        "pages to put first that have no place in the menu",
        append(B, "menu_first: [index, costs, costs, kosten]"),
        f"{B}:<0>: the home page stands first already; take it out",
        f"{B}:<0>: the page 'costs' stands twice; keep one of the two",
        f"{B}:<0>: the page 'kosten' does not exist; known: {SHARED}",
    ),
    row(
        "a page to put first that is left out",
        [append(B, "pages_left_out: [{page: child, reason: Test}]"), append(B, "menu_first: [child]")],
        f"{B}:<1>: the page 'child' is left out; keep it, or take it out here",
    ),
    row(
        "links to a page of this site",
        swap(
            B,
            "      address: {nl: https://www.voorbeeldvereniging.example}\n",
            "      address: {nl: our-desk.md}\n    - {title: {nl: A, en: A}}\n",
        ),
        f"{B}:<0-1>: the first of 'links.more' is a group of keys (title, address): an address leads to another "
        "site; write 'page: our-desk' in its place",
        f"{B}:<0+1>: the second of 'links.more' is {{title: {{nl: 'A', en: 'A'}}}}: a link leads to one place; "
        "write 'address', or 'page' for a page of this site",
    ),
    row(
        "a link to a page that is not there",
        swap(B, "      address: {nl: https://www.voorbeeldvereniging.example}", "      page: kosten"),
        f"{B}:<0>: the site has no page 'kosten' in Dutch; known: {SHARED}",
    ),
    row(
        "a short name in the menu for a page of ours",
        [
            write(f"docs/{lang}/costs.md", page(title, slug).replace("written:", "short: Geld\nwritten:"))
            for lang, title, slug in (("nl", "Kosten", "kosten"), ("en", "Costs", "costs"))
        ],
        *(
            f"docs/{lang}/costs.md:<0+4>: 'short' is the name of a page of your own in menus, "
            "and data/menu/costs.yml has that of this one; take the line out"
            for lang in ("en", "nl")
        ),
    ),
    row(
        "another address for the own page, among the sentences",
        swap(B, "sentences:\n", "sentences:\n  slug: {nl: ons, en: ours}\n"),
        f"{B}:<0+1>: 'slug' is the address of your own page, and no sentence; "
        "take it out; the address stays the same, so that links to your page keep working",
    ),
    row(
        "a logo with letters as text",
        swap("logo.svg", "<path fill", '<text x="60" y="21" fill="#1d4f91">Ons</text><path fill'),
        f"notice: {B}:{LOGO}: 'look.logo' is 'logo.svg', in which letters stand as text: readers see them in the "
        "font that they have; turn the letters into outlines, and save it again: in Illustrator with Type, "
        "Create Outlines, in Inkscape with Path, Object to Path",
    ),
    row(
        "a key that is misspelt",
        swap(B, "referral: {by", "referal: {by"),
        f"{B}:<0>: the key 'referal' is not known; did you mean 'referral'? (allowed: {KEYS})",
    ),
    row(
        "a key that is misspelt inside another",
        swap(B, "  logo_dark:", "  logo-dark:"),
        f"{B}:<0>: the key 'look.logo-dark' is not known; did you mean 'logo_dark'? (allowed: {LOOK})",
    ),
    row(
        "a key of the contact that is misspelt",
        swap(B, "  phone: 000 000 01 00", "  telephone: 000 000 01 00"),
        f"{B}:<0>: the key 'contact.telephone' is not known; did you mean 'phone'? (allowed: {CONTACT})",
    ),
    row(
        "two faults, told together",
        [swap(B, "updated: 2026-11-20", "updated: soon"), swap(B, "example: true", "example: perhaps")],
        f"{B}:<0>: 'updated' is 'soon', which is no date; {A_DATE}",
        f"{B}:<1>: 'example' is 'perhaps', which does not fit; write true or false",
    ),
    row(
        "no name",
        swap(B, "name: {nl: Voorbeeldziekenhuis Voorbeeldstad, en: Voorbeeld Hospital Voorbeeldstad}\n", ""),
        f"{B}:3: 'name' is missing; add a line 'name: ...'",
    ),
    row(
        "a name in one language only",
        swap(B, ", en: Voorbeeld Hospital Voorbeeldstad}", "}"),
        f"{B}:<0>: 'name.en' is missing; add the English words, or write 'languages: [nl]' for a site in Dutch alone",
    ),
    row(
        "words in English only",
        swap(B, "{nl: binnen twee werkdagen, en: within two working days}", "{en: within two working days}"),
        f"{B}:<0>: 'contact.answer_time.nl' is missing; add a line 'nl: ...'",
    ),
    row(
        "lines of the hospital's own that are too long, no sentence, or at no section",
        [
            append(B, "own_lines:"),
            append(B, f"  costs: {{nl: {'Dit is een zin. ' * 11}, en: So it is.}}"),
            append(B, f"  report: {{nl: Zo is het., en: {'so ' * 25}it is.}}"),
            append(B, "  referral: {nl: Zo is het., en: So it}"),
            append(B, "  refferal: {nl: Zo is het., en: So it is.}"),
        ],
        f"{B}:<1>: 'own_lines.costs.nl' has 44 words, and 40 fit at the end of a section; shorten it, or say the rest "
        "on a page of your own",
        f"{B}:<2>: 'own_lines.report.en' has a sentence of 27 words, 25 at most; make two of it",
        f"{B}:<3>: 'own_lines.referral.en' ends in 'it'; write whole sentences, with a full stop behind them",
        f"{B}:<4>: 'own_lines.refferal' is 'refferal'; did you mean 'referral'? (one of {SECTION_NAMES})",
    ),
    row(
        "words without a language",
        swap(B, "{nl: binnen twee werkdagen, en: within two working days}", "binnen twee werkdagen"),
        f"{B}:<0>: 'contact.answer_time' is one text, and English needs words of its own; "
        "write it as {nl: ..., en: ...}, or write 'languages: [nl]' for a site in Dutch alone",
    ),
    row(
        "an address without https",
        swap(B, "site_url: https://second", "site_url: second"),
        f"{B}:<0>: 'site_url' is 'second-opinion.voorbeeldziekenhuis.example': {ADDRESS}, "
        "like https://second-opinion.voorbeeldziekenhuis.example",
    ),
    row(
        "an address of the hospital's own site that is none",
        swap(B, "  home: {nl: https://www", "  home: {nl: www"),
        f"{B}:<0>: 'links.home.nl' is 'www.voorbeeldziekenhuis.example': {ADDRESS}, "
        "like https://www.voorbeeldziekenhuis.example",
    ),
    row(
        "a language that the site does not have",
        append(B, "languages: [nl, fr]"),
        f"{B}:<0>: the second of 'languages' is 'fr'; write one of 'nl' or 'en'",
    ),
    row(
        "English alone",
        append(B, "languages: [en]"),
        f"{B}:<0>: 'languages' is ['en']: Dutch is always one of the languages; write [nl] or [nl, en]",
    ),
    row(
        "a day that is still to come",
        swap(B, "updated: 2026-11-20", "updated: 2026-11-30"),
        f"{B}:<0>: 'updated' is 2026-11-30, which is still to come; write the day on which it was done",
    ),
    row(
        "waiting times of a day that is still to come",
        swap(B, "  date: 2026-11-16", "  date: 2027-01-01"),
        f"{B}:<0>: 'waiting_times.date' is 2027-01-01, which is still to come; write the day on which it was done",
    ),
    row(
        "waiting times that are too old, which is only a notice",
        swap(B, "  date: 2026-11-16", "  date: 2026-10-07"),
        f"notice: {B}:<0>: the waiting times are of 2026-10-07, more than 45 days ago, and are not shown; "
        "look them up again, and write the new date",
    ),
    row(
        "waiting times of 45 days ago, which may be shown",
        swap(B, "  date: 2026-11-16", "  date: 2026-10-13"),
    ),
    row(
        "contracts that were looked up on a day still to come",
        swap(B, "    date: 2026-11-18", "    date: 2026-12-01"),
        f"{B}:<0>: 'costs.contracts.date' is 2026-12-01, which is still to come; "
        "write the day on which it was done",
    ),
    row(
        "contracts that have ended, which is only a notice",
        swap(B, "    until: 2026-12-31", "    until: 2026-11-26"),
        f"notice: {B}:<0>: the contracts with insurers ended on 2026-11-26, and are not shown; "
        "look them up again, and write the new days",
    ),
    row(
        "contracts on their last day, which may be shown",
        swap(B, "    until: 2026-12-31", "    until: 2026-11-27"),
    ),
    row(
        "contracts that end before they were looked up, which have ended too",
        swap(B, "    until: 2026-12-31", "    until: 2026-11-17"),
        f"{B}:<0>: 'costs.contracts.until' is 2026-11-17, before they were looked up on 2026-11-18; "
        "write their last day",
        f"notice: {B}:<0>: the contracts with insurers ended on 2026-11-17, and are not shown; "
        "look them up again, and write the new days",
    ),
    row(
        "contracts without a last day",
        swap(B, "    until: 2026-12-31\n", ""),
        f"{B}:<0-3>: 'costs.contracts.until' is missing; add a line 'until: ...'",
    ),
    row(
        "contracts with nobody",
        swap(
            B,
            "insurers: [Voorbeeld Zorgverzekering, Verzonnen Verzekeraar, Zorgfonds Niet Bestaand]",
            "insurers: []",
        ),
        f"{B}:<0>: 'costs.contracts.insurers' is empty; write something there, or take the line out",
    ),
    row(
        "an insurer that stands twice",
        swap(B, "Zorgfonds Niet Bestaand]", "Verzonnen Verzekeraar]"),
        f"{B}:<0>: the insurer 'Verzonnen Verzekeraar' stands twice; keep one of the two",
    ),
    row(
        "a wait that is no whole number",
        swap(B, "weeks: 3}", "weeks: 3.5}"),
        f"{B}:<0>: 'weeks' of the first of 'waiting_times.weeks' is 3.5: this is no number of weeks; "
        "write a whole number, or two with a hyphen, like 2-3",
    ),
    row(
        "a wait of more than two years",
        swap(B, "weeks: 3}", "weeks: 300}"),
        f"{B}:<0>: 'weeks' of the first of 'waiting_times.weeks' is 300: these weeks cannot be meant; "
        "write the fewest first, and 104 at most",
    ),
    row(
        "a telephone number with letters",
        swap(B, "  phone: 000 000 01 00", "  phone: bel ons"),
        f"{B}:<0>: 'contact.phone' is 'bel ons': a telephone number holds no letters; {NUMBER}",
    ),
    row(
        "an e-mail address without a host",
        swap(B, "  email: klachten@voorbeeldziekenhuis.example", "  email: klachten"),
        f"{B}:<0>: 'complaints.email' is 'klachten'; write it in full, like info@hospital.example",
    ),
    row(
        "a complaints officer without a name",
        swap(B, "  officer:", "  name:"),
        f"{B}:<0-1>: 'complaints.officer' is missing; add a line 'officer: ...'",
        f"{B}:<0>: the key 'complaints.name' is not known; allowed: officer, phone, email, form",
    ),
    row(
        "nobody who may refer",
        swap(B, "{by: [treating-doctor, gp]}", "{by: []}"),
        f"{B}:<0>: 'referral.by' is empty; write something there, or take the line out",
    ),
    row(
        "someone who cannot refer",
        swap(B, "{by: [treating-doctor, gp]}", "{by: [nurse]}"),
        f"{B}:<0>: the first of 'referral.by' is 'nurse'; write one of 'treating-doctor' or 'gp'",
    ),
    row(
        "a preferred referrer who may not refer",
        [
            swap(B, "{by: [treating-doctor, gp]}", "{by: [gp], preferred: treating-doctor}"),
            swap(B, "{to: [referrer, gp],", "{to: [gp],"),
        ],
        f"{B}:<0>: 'referral.preferred' is 'treating-doctor': it does not stand in 'by'; "
        "add it there, or take this out",
    ),
    row(
        "an appointment that nobody can make like this",
        swap(B, "made: by-patient", "made: by-phone"),
        f"{B}:<0>: 'appointment.made' is 'by-phone'; "
        "write one of 'by-patient', 'by-hospital' or 'by-hospital-after-file'",
    ),
    row(
        "a report for someone unknown",
        swap(B, "{to: [referrer, gp], ", "{to: [family], "),
        f"{B}:<0>: the first of 'report.to' is 'family'; write one of 'you', 'referrer', 'gp' or 'treating-doctors'",
    ),
    row(
        "a policy that does not exist",
        swap(B, "{policy: possible}", "{policy: perhaps}"),
        f"{B}:<0>: 'takeover.policy' is 'perhaps'; "
        "write one of 'possible', 'not-automatically', 'not-always', 'if-own-doctor-cannot' or 'never'",
    ),
    row(
        "a page checked that does not exist",
        swap(B, "pages: [applying, appointment]", "pages: [aplying, appointment]"),
        f"{B}:<0>: the page 'aplying' does not exist; did you mean 'applying'?",
    ),
    row(
        "a key of which the lines below it are still remarks",
        swap(B, "referral: {by", "elsewhere:\n#   places: []\nreferral: {by"),
        f"{B}:<0>: 'elsewhere' is empty; write something there, or take the line out",
    ),
    row(
        "a value that is nearly one of those that fit",
        swap(B, "to: [", "to: [yu, "),
        f"{B}:<0>: the first of 'report.to' is 'yu'; did you mean 'you'? "
        "(one of 'you', 'referrer', 'gp' or 'treating-doctors')",
    ),
    row(
        "a check on a day that is still to come",
        swap(B, "    date: 2026-11-27", "    date: 2026-12-22"),
        f"{B}:<0>: 'date' of the first of 'reviewers' is 2026-12-22, which is still to come; "
        "write the day on which it was done",
    ),
    row(
        "a page left out that does not exist",
        append(B, "pages_left_out: [{page: abrod, reason: Test}]"),
        f"{B}:<0>: the page 'abrod' does not exist; did you mean 'abroad'?",
    ),
    row(
        "a page left out without a reason",
        append(B, "pages_left_out: [{page: abroad}]"),
        f"{B}:<0>: 'reason' of the first of 'pages_left_out' is missing; add a line 'reason: ...'",
    ),
    row(
        "a page left out that every site needs",
        append(B, "pages_left_out: [{page: index, reason: Test}]"),
        f"{B}:<0>: the page 'index' is left out, and every site needs it; "
        "take this line out, or write your own page in its place: docs/nl/index.md",
    ),
    row(
        "the page for people in distress left out",
        append(B, "pages_left_out: [{page: mental-health, reason: Test}]"),
        f"{B}:<0>: the page 'mental-health' is left out, and the search leads people in distress there; "
        "take this line out, or write your own page in its place: docs/nl/mental-health.md",
    ),
    row(
        "the page for people in distress in other words",
        [
            write("docs/nl/mental-health.md", page("Nood", "psychische-klachten")),
            write("docs/en/mental-health.md", page("Distress", "mental-health")),
        ],
    ),
    row(
        "a telephone number without quotes, of which YAML would lose the first figure",
        swap(B, "  phone: 000 000 01 00", "  phone: 0201234567"),
    ),
    row(
        "a logo that is not there",
        remove("logo.svg"),
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': the file is not there; "
        "put it in the brand folder, or take the line out",
    ),
    row(
        "a logo outside the folder",
        swap(B, "  logo: logo.svg", "  logo: ../other/logo.svg"),
        f"{B}:<0>: 'look.logo' is '../other/logo.svg': it lies outside the brand folder; "
        "copy the file into the folder, and name it from there",
    ),
    row(
        "a logo by its whole path",
        swap(B, "  logo: logo.svg", "  logo: /etc/logo.svg"),
        f"{B}:<0>: 'look.logo' is '/etc/logo.svg': it lies outside the brand folder; "
        "copy the file into the folder, and name it from there",
    ),
    row(
        "a logo of a kind that does not fit",
        swap(B, "  logo: logo.svg", "  logo: logo.jpg"),
        f"{B}:<0>: 'look.logo' is 'logo.jpg': this kind of file does not fit here; use one of .svg, .png",
    ),
    row(
        "a file with a name that does not fit in an address",
        swap(B, "  logo: logo.svg", "  logo: ons logo.svg"),
        f"{B}:<0>: 'look.logo' is 'ons logo.svg': this name does not fit in an address; "
        "use letters, figures, '-', '_' and '.' only",
    ),
    row(
        "a script in the logo",
        write(
            "logo.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<script>1</script></svg>\n',
        ),
        f"logo.svg:2: the picture holds the element <script>; {DRAWING}",
    ),
    row(
        "a logo that loads something",
        write(
            "logo.svg",
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<image href="https://x.example/"/></svg>',
        ),
        f"logo.svg:2: the picture refers to 'https://x.example/'; {DRAWING}",
    ),
    row(
        "a drawing that does not say its size",
        write("logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'),
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': the drawing does not say its size, so it cannot be shown smaller or "
        'larger; export it again as a responsive SVG, or write its size after "<svg", like viewBox="0 0 200 50"',
    ),
    row(
        "a picture that does not say its size",
        [swap(B, "  logo: logo.svg", "  logo: odd.png"), write("odd.png", b"\x89PNG" + bytes(900))],
        f"{B}:<0>: 'look.logo' is 'odd.png': the picture does not say its size; "
        "save it again as PNG, 200 pixels high",
    ),
    row(
        "a picture with more pixels than anyone sees",
        [
            swap(B, "  logo: logo.svg", "  logo: wide.png"),
            write("wide.png", png([(0, 0, 0, 255)] * 3, 3000, 800)),
        ],
        f"{B}:<0>: 'look.logo' is 'wide.png': the picture is 3000 by 800 pixels, and it is shown 40 high; "
        "save it smaller, like 750 by 200 pixels",
    ),
    row(
        "a wide logo of which nobody said whether the name stands in it",
        swap(B, "  logo_has_name: true\n", ""),
        f"notice: {B}:{LOGO}: 'look.logo' is 'logo.svg', which is 3.4 times as wide as high; if your name stands in "
        "it, readers see the name twice; write 'logo_has_name: true' below it, or 'logo_has_name: false' where the "
        "name does not stand in it",
    ),
    row("a wide logo without the name", swap(B, "  logo_has_name: true", "  logo_has_name: false")),
    row(
        "a word about a logo that is not there",
        swap(B, "  logo: logo.svg\n  logo_dark: logo-dark.svg\n", ""),
        f"{B}:{LOGO}: 'look.logo_has_name' says something of a logo, and there is none; "
        "name one in 'look.logo', or take the line out",
    ),
    row("a logo as Illustrator saves it, which is cleaned", write("logo.svg", ILLUSTRATOR)),
    row("a logo as Inkscape saves it, which is cleaned", write("logo.svg", INKSCAPE)),
    row(
        "a logo whose document type declares more than addresses",
        write("logo.svg", ILLUSTRATOR.replace("http://ns.adobe.com/Extensibility/1.0/", "&ns_svg;&ns_svg;")),
        "logo.svg:3: the document type (DOCTYPE) of the picture declares more than short names; " + PLAIN,
    ),
    row(
        "a logo with HTML in it",
        write("logo.svg", ILLUSTRATOR.replace('requiredExtensions="&ns_ai;" ', "")),
        f"logo.svg:14: the picture holds the element <foreignObject>; {DRAWING}",
    ),
    row(
        "a logo that has another style sheet fetched",
        write("logo.svg", INKSCAPE.replace("<!--", '<?xml-stylesheet href="a.css"?>\n<!--')),
        "logo.svg:2: the picture gives the instruction 'xml-stylesheet', which can refer to another file; "
        + DRAWING,
    ),
    row(
        "a logo with a script in an event",
        write("logo.svg", INKSCAPE.replace("<path", '<path onclick="weg()"')),
        f"logo.svg:10: the picture has 'onclick', which runs a script; {DRAWING}",
    ),
    row(
        "a logo that is a photograph inside",
        write("logo.svg", drawing('<image href="data:image/png;base64,' + "A" * 90 + '"/>')),
        f"logo.svg:1: the picture refers to 'data:image/png;base64,{'A' * 38}...'; {DRAWING}",
    ),
    row(
        "a logo that does not say that it is a drawing",
        write("logo.svg", '<svg viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'),
        "logo.svg:1: this is no SVG that can be shown: its first element is no <svg> with "
        f'xmlns="http://www.w3.org/2000/svg"; {PLAIN}',
    ),
    row(
        "a white logo, of which nothing can be seen",
        [
            swap(B, "  logo_dark: logo-dark.svg\n", ""),
            write("logo.svg", drawing('<path fill="#fff" d="M0 0h9v9z"/>')),
        ],
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': on the light page the greater part of it ('#ffffff') has a "
        "contrast of 1.0, and 3.0 is needed; name a darker one, and this one in 'look.logo_dark'",
    ),
    row(
        "a pale logo with a dark word, which is only a notice",
        write(
            "logo.svg", drawing('<path fill="#ffd" d="M0 0h9v9zM0 0h9v9z"/><path fill="#111" d="M1 1h9"/>')
        ),
        f"notice: {B}:{LOGO}: 'look.logo' is 'logo.svg': on the light page the greater part of it ('#ffffdd') has a "
        "contrast of 1.01, and 3.0 is needed; name a darker one",
    ),
    row(
        "a dark logo without one for the dark, which is only a notice",
        [swap(B, "  logo_dark: logo-dark.svg\n", ""), write("logo.svg", INKSCAPE)],
        f"notice: {B}:{LOGO}: 'look.logo' is 'logo.svg': on the dark page the greater part of it ('#5b2a86') has a "
        "contrast of 1.81, and 3.0 is needed, so it stands on a light ground there; "
        "name a lighter one in 'look.logo_dark'",
    ),
    row(
        "a dark logo as the one for the dark",
        write("logo-dark.svg", INKSCAPE),
        f"{B}:{LOGO + 1}: 'look.logo_dark' is 'logo-dark.svg': on the dark page the greater part of it ('#5b2a86') "
        "has a contrast of 1.81, and 3.0 is needed; "
        "name a lighter one, or take the line out: then the logo stands on a light ground there",
    ),
    row(
        "a logo of five megabytes",
        [swap(B, "  logo: logo.svg", "  logo: big.png"), write("big.png", b"\x89PNG" + bytes(5_000_000))],
        f"{B}:<0>: 'look.logo' is 'big.png': the file is 5000 KB, and every reader gets it on every page; "
        "save it smaller, 200 KB at most; 200 pixels high is enough",
    ),
    row(
        "HTML in a text",
        swap(B, "{nl: binnen twee werkdagen,", "{nl: <b>binnen</b> twee werkdagen,"),
        f"{B}:<0>: 'contact.answer_time.nl' holds '<b>', which readers would see as it is typed; "
        "take it out; what stands in this file is words alone",
    ),
    row(
        "a link that starts with http",
        swap(B, "  home: {nl: https://", "  home: {nl: http://"),
        f"{B}:<0>: 'links.home.nl' is 'http://www.voorbeeldziekenhuis.example': it starts with http:, and browsers "
        "warn for such a page; write https://, or leave it out where that page has no https",
    ),
    *(
        row(
            f"an address of the site {what}",
            swap(B, SITE, f"site_url: {address}"),
            f"{B}:<0>: 'site_url' is '{address}': {said}",
        )
        for what, address, said in (
            (
                "that starts with http",
                "http://www.house.example",
                "it starts with http:, and a site for readers stands on https; write https://",
            ),
            (
                "with a question",
                "https://www.house.example/?x=1",
                "the address of a site has no '?' and no '#'; write it as far as there",
            ),
            ("without a host", "https://", ADDRESS),
        )
    ),
    row("an address of the site on this computer", swap(B, SITE, "site_url: http://localhost:8000")),
    row(
        "a language that stands twice",
        append(B, "languages: [nl, nl]"),
        f"{B}:<0>: 'languages' is ['nl', 'nl']: a language stands twice; write [nl] or [nl, en]",
    ),
    row(
        "a name that does not fit at the top of a page",
        swap(B, "short_name: {nl: ", f"short_name: {{nl: {'Zeer ' * 9}"),
        f"{B}:<0>: 'short_name.nl' has 64 characters, and 40 fit at the top of a page and in the title of your own "
        "page; shorten it by 24",
    ),
    row(
        "a name that does not fit in the description of the own page",
        swap(B, "name: {nl: Voorbeeldziekenhuis Voorbeeldstad,", f"name: {{nl: {'Zeer ' * 20}Groot,"),
        f"{B}:<0>: 'name.nl' has 105 characters, and 76 fit in the description of your own page; shorten it by 29",
    ),
    row(
        "a paper that is no PDF inside",
        write("papers/second-opinion.pdf", "<html>"),
        f"{B}:{PAPER}: 'file.nl' of the first of 'papers' is 'papers/second-opinion.pdf': the file is no .pdf inside; "
        "save it again in that form",
    ),
    row(
        "a colour by its name",
        swap(B, '{main: "#1d4f91"}', "{main: blue}"),
        f"{B}:<0>: 'look.colours.main' is 'blue': {COLOUR.replace('#00565f', '#0000ff')}",
    ),
    row(
        "a colour without quotes, which YAML takes for a comment",
        swap(B, '{main: "#1d4f91"}', "\n    main: #1d4f91"),
        f"{B}:<0+1>: '#1d4f91' is taken for a remark, as everything behind a # is; "
        'put it between quotes: "#1d4f91"',
    ),
    row(
        "a tint without quotes, which the site could do without",
        swap(B, '{main: "#1d4f91"}', '\n    main: "#1d4f91"\n    tint: #e8eef6'),
        f"{B}:<0+2>: '#e8eef6' is taken for a remark, as everything behind a # is; "
        'put it between quotes: "#e8eef6"',
    ),
    row(
        "words with commas that are cut into keys",
        swap(B, HOURS, "hours: {nl: maandag, dinsdag, donderdag van 9 tot 17 uur, en: Monday}"),
        f"{B}:<0>: 'dinsdag' stands behind a comma, which begins a new key; "
        'put the whole text between quotes: nl: "maandag, dinsdag, donderdag van 9 tot 17 uur"',
    ),
    row(
        "a main colour that is too light",
        swap(B, "#1d4f91", "#5b9bd5"),
        f"{B}:<0>: 'look.colours.main' is '#5b9bd5': the contrast of links on the tinted ground is "
        "2.6, and 4.5 is needed; the nearest colour that can be read is '#3171a9'",
    ),
    row(
        "a name with the article that is said before it",
        swap(B, "name: {nl: Voorbeeldziekenhuis Voorbeeldstad,", "name: {nl: Het Voorbeeldziekenhuis,"),
        f"{B}:<0>: 'name.nl' is 'Het Voorbeeldziekenhuis', and readers see 'het Het Voorbeeldziekenhuis'; "
        "take the article out: 'Voorbeeldziekenhuis', or write 'article: none'",
    ),
    row(
        "a drawing that is a photo inside",
        write("logo.svg", b"\xff\xd8\xff" + bytes(9)),
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': the file is a .jpg inside; save it as .svg or .png",
    ),
    row(
        "a foot that no words can be read on",
        swap(B, '{main: "#1d4f91"}', '{main: "#1d4f91", foot: "#808890"}'),
        f"{B}:<0>: 'look.colours.foot' is '#808890': the contrast of words at the foot of the page is "
        "4.09, and 4.5 is needed; the nearest colour that can be read is '#889099'",
    ),
    row(
        "a tint that is too dark",
        swap(B, '{main: "#1d4f91"}', '{main: "#1d4f91", tint: "#7f9cc4"}'),
        f"{B}:<0>: 'look.colours.tint' is '#7f9cc4': the contrast of links on the tinted ground is "
        "2.89, and 4.5 is needed; the nearest colour that can be read is '#a5c3ed'",
    ),
    row(
        "a page in one language only",
        write("docs/nl/parking.md", page("Parkeren", "parkeren")),
        "docs/nl/parking.md:1: the page 'parking' exists in Dutch only; "
        "write {B}/docs/en/parking.md, or say 'not_yet_in: [en]' for now, or 'only_in:' with language and reason",
    ),
    row(
        "a list to take along that nobody has, and lines that ours have or that stand in no part",
        [
            write("tools/my-question.yml", "parts: []\n"),
            write(
                "tools/my-questions.yml",
                "parts:\n  - id: insurers\n    lines:\n      - { id: mine, nl: Wat?, en: What? }\n"
                "  - id: insurer\n    lines:\n      - { id: agree, nl: Wat? }\n",
            ),
        ],
        "tools/my-question.yml:1: there is no list of this name to add to; did you mean 'my-questions.yml'?",
        "tools/my-questions.yml:2: the tool has no part 'insurers', and a new part needs a title; "
        "did you mean 'insurer'?",
        "tools/my-questions.yml:7: these words lack English; add 'en: ...'",
        "tools/my-questions.yml:7: the line 'agree' stands twice; give this one another id",
    ),
    row(
        "a snippet in one language only",
        write("snippets/en/three-questions.md", "Talk to your doctor.\n"),
        "snippets/en/three-questions.md:1: the brand has the snippet 'three-questions' in English only; "
        "write {B}/snippets/nl/three-questions.md too",
    ),
    row(
        "a snippet in one language only whose name is nearly one of ours",
        write("snippets/nl/saftey.md", "Tekst.\n"),
        "notice: snippets/nl/saftey.md:1: no page uses this snippet; did you mean 'safety.md'?",
        "snippets/nl/saftey.md:1: the brand has the snippet 'saftey' in Dutch only; "
        "write {B}/snippets/en/saftey.md too",
    ),
    row(
        "a page with an address that is taken",
        [
            write("docs/nl/parking.md", page("Parkeren", "kosten")),
            write("docs/en/parking.md", page("Parking", "parking")),
        ],
        "docs/nl/parking.md:4: this page has the address of docs/nl/costs.md, and stands beside it; "
        "call this file costs.md when it takes its place, or give it another 'slug'",
    ),
    row(
        "a page replaced in one language only",
        write("docs/nl/mental-health.md", page("Nood", "psychische-klachten")),
        "docs/nl/mental-health.md:1: this page takes the place of a shared one in Dutch only; "
        "write it in English too, or readers get two different ones: docs/en/mental-health.md",
    ),
    row(
        "a folder of pages with a capital",
        write("Docs/nl/parking.md", page("Parkeren", "parkeren")),
        "Docs:1: this folder is called 'Docs', so its pages are not found; call it 'docs'",
    ),
    row(
        "a folder of pages without its last letter",
        write("doc/nl/costs.md", page("Kosten", "kosten")),
        "doc:1: nothing of what stands in 'doc' is read; call it 'docs', or take it away",
    ),
    row(
        "a second file of settings with another ending",
        write("brand.yaml", "name: Test"),
        "brand.yaml:1: nothing of what stands in 'brand.yaml' is read; call it 'brand.yml', or take it away",
    ),
    row(
        "a file with the name of the folder of snippets",
        write("snippets", "Tekst."),
        "snippets:1: this is a file, and the snippets of a brand stand in a folder of this name; "
        "give it another name, or take it away",
    ),
    row(
        "a folder with the name of a page",
        write("docs/nl/costs.md/notes.txt", "Tekst."),
        "docs/nl/costs.md:1: this is a folder, and a page is a file; put the page itself in its place",
        "docs/nl/costs.md/notes.txt:1: this file is no page of the site; "
        "a page of a brand stands in docs/nl/ or docs/en/, as name.md",
    ),
    row(
        "a picture that is something else than its name says",
        write("logo.svg", b"\x89PNG" + bytes(9)),
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': the file is a .png inside; call it logo.png, here and in the folder",
    ),
    row(
        "a folder with the name of the logo",
        [remove("logo.svg"), write("logo.svg/notes.txt", "Tekst.")],
        f"{B}:{LOGO}: 'look.logo' is 'logo.svg': this is a folder, and a file has to stand here; "
        "put the file itself in its place",
    ),
    row(
        "a page left out by the name of its file",
        append(B, "pages_left_out: [{page: abroad.md, reason: Test}]"),
        f"{B}:<0>: 'page' of the first of 'pages_left_out' is 'abroad.md': this is no name of a page; "
        "write that of its file in docs/nl/ without '.md', like costs",
    ),
    row(
        "a script in a page",
        [
            write("docs/nl/parking.md", page("Parkeren", "parkeren") + "\n<script>1</script>\n"),
            write("docs/en/parking.md", page("Parking", "parking") + "\n<script>1</script>\n"),
        ],
        *(
            f"docs/{lang}/parking.md:15: the element <script> is not allowed; "
            "write Markdown, or use one of abbr, br, kbd, span, sub, sup"
            for lang in ("nl", "en")
        ),
    ),
    row(
        "a file that is no page",
        write("docs/parking.md", page("Parkeren", "parkeren")),
        "docs/parking.md:1: this file is no page of the site; "
        "a page of a brand stands in docs/nl/ or docs/en/, as name.md",
    ),
    row(
        "a page left out that the brand writes itself",
        [
            append(B, "pages_left_out: [{page: reasons, reason: Test}]"),
            write("docs/nl/reasons.md", page("Redenen", "redenen")),
            write("docs/en/reasons.md", page("Reasons", "reasons")),
        ],
        f"{B}:<0>: the page 'reasons' is left out, and it stands in docs/; keep one of the two",
    ),
]

OTHER_ROWS = [
    (
        CANCER,
        row(
            "nothing that is paid in advance",
            swap(B, "advance: 500", "advance: 0"),
            f"{B}:<0>: 'costs.advance' is 0: readers would read that they pay 0 euros in advance; take this out",
        ),
    ),
    (
        CANCER,
        row(
            "an amount that is no whole number",
            swap(B, "advance: 500", "advance: 500 euro"),
            f"{B}:<0>: 'costs.advance' is '500 euro', which does not fit; write a whole number",
        ),
    ),
    (
        CANCER,
        row(
            "a review that takes no time",
            swap(B, "working_days: 5", "working_days: 0"),
            f"{B}:<0>: 'review.working_days' is 0, which does not fit; write 1 or more",
        ),
    ),
    (
        CLINIC,
        row(
            "a fax number with letters",
            swap(B, "fax: 000 000 03 09", "fax: none"),
            f"{B}:<0>: 'file.fax' is 'none': a telephone number holds no letters; {NUMBER}",
        ),
    ),
    (
        CANCER,
        row(
            "a language in which no file can be read",
            swap(B, "from_abroad: {languages: [nl, en]}", "from_abroad: {languages: [nl, xx]}"),
            f"{B}:<0>: the second of 'from_abroad.languages' is 'xx'; write one of 'nl', 'en', 'de' or 'fr'",
        ),
    ),
    (
        CANCER,
        row(
            "letters that are no list of fonts",
            swap(B, 'Georgia, "Times New Roman", serif', "Georgia; color: red"),
            f"{B}:<0>: 'look.font.stack' is 'Georgia; color: red': this is no list of fonts; "
            "write names with commas, like 'Verdana, sans-serif'",
        ),
    ),
    (
        CLINIC,
        row(
            "a font file that is something else",
            write("fonts/atkinson-hyperlegible-bold.woff2", "not a font"),
            f"{B}:{LETTERS}: 'file' of the second of 'look.font.files' is 'fonts/atkinson-hyperlegible-bold.woff2': "
            "the file is no .woff2 inside; save it again in that form",
        ),
    ),
    (
        CLINIC,
        row(
            "a weight that a font file cannot have",
            swap(B, "weight: bold", "weight: heavy"),
            f"{B}:<0>: 'weight' of the second of 'look.font.files' is 'heavy'; write one of 'normal' or 'bold'",
        ),
    ),
    (
        CANCER,
        row(
            "a fax whose number stands nowhere",
            swap(B, "  portal: {nl: https://verwijzers.voorbeeldkankercentrum.example,", "  #"),
            f"{B}:<0+2>: 'file.fax' is true: readers have to find the number somewhere; "
            "write it here, or give the 'portal' that has it",
        ),
    ),
    (
        CANCER,
        row(
            "weeks in words",
            swap(B, "weeks: 2-3", "weeks: two"),
            f"{B}:<0>: 'weeks' of the second of 'waiting_times.weeks' is 'two': this is no number of weeks; "
            "write a whole number, or two with a hyphen, like 2-3",
        ),
    ),
    (
        CANCER,
        row(
            "weeks the wrong way around",
            swap(B, "weeks: 2-3", "weeks: 3-2"),
            f"{B}:<0>: 'weeks' of the second of 'waiting_times.weeks' is '3-2': these weeks cannot be meant; "
            "write the fewest first, and 104 at most",
        ),
    ),
    (
        CANCER,
        row(
            "waiting times without a day",
            swap(B, "  date: 2026-11-16\n  weeks:", "  weeks:"),
            f"{B}:<0-2>: 'waiting_times' is a group of keys (address, weeks): "
            "weeks and the date on which they were true belong together; write both",
        ),
    ),
    (
        CANCER,
        row(
            "studies about which nothing is said",
            swap(B, "  reason: true\n  judged: true\n  address:", "  judged: false\n  #"),
            f"{B}:<0-1>: 'studies' is {{judged: false}}: nothing stands there; "
            "write 'judged: true', 'reason: true', or the 'address' of your studies",
        ),
    ),
    (
        CANCER,
        row(
            "discs by post without an address",
            [swap(B, "  post: [", "  # post: ["), swap(B, "  disc: true\n", "  disc: true\n")],
            f"notice: {B}:<1>: readers are told that a CD-ROM may come by post, and no address stands beside it; "
            "write 'post' too, the address for letters, or take this out",
        ),
    ),
    (
        CANCER,
        row(
            "discs that often come, where none may",
            swap(B, "  disc: true\n", ""),
            f"{B}:<0>: 'file.disc_often' is true: beside it stands no 'disc: true'; write that too, or take this out",
        ),
    ),
    (
        CANCER,
        row(
            "a treatment that is never taken over, and who is responsible until it is",
            swap(B, "{policy: not-automatically,", "{policy: never,"),
            f"{B}:<0>: 'takeover.until_then: true' stands beside 'takeover.policy: never' on line <0>: "
            "you never take over; take one of the two out",
        ),
    ),
    (
        CANCER,
        row(
            "a section for a paper that there is not",
            swap(B, "    section: takeover", "    section: takover"),
            f"{B}:<0>: 'section' of the second of 'papers' is 'takover'; did you mean 'takeover'? "
            "(one of 'referral', 'your-file', 'application', 'appointment', 'costs', 'report', 'takeover' or "
            "'from-abroad')",
        ),
    ),
    (
        GENERAL,
        row(
            "reasons against an appointment that there always is",
            swap(B, "  when:\n", "  always: true\n  when_not:\n"),
            *(
                f"{B}:<0+{below}>: '{said}' stands beside '{other}' on line <0{line}>: {why}; take one of the two out"
                for below, said, other, line, why in (
                    (1, "appointment.when_not", "appointment.always: true", "", SOME_HAVE_NONE),
                    (1, "appointment.when_not", "appointment.made: by-patient", "-2", BOOKED),
                )
            ),
        ),
    ),
    (
        GENERAL,
        row(
            "consent on paper for a file that nobody asks for",
            swap(B, "  by: [you, us]\n", "  by: [you]\n"),
            f"{B}:<0+1>: 'file.written_consent' is true: 'by' does not say that you ask for the file; "
            "write 'us' there, or take this out",
        ),
    ),
    (
        GENERAL,
        row(
            "a fax for a file that no doctor sends",
            swap(B, "  by: [you, us]\n  written_consent: true\n", "  by: [you]\n  fax: 000 000 00 09\n"),
            f"{B}:<0+1>: 'file.fax: 000 000 00 09' stands beside 'file.by: [you]' on line <0>: this is how a doctor "
            "sends the file, and the patient alone brings it; write 'your-doctor' or 'us' in 'file.by' too, or take "
            "this out",
        ),
    ),
    (
        GENERAL,
        row(
            "other reasons than none",
            swap(B, "  when:\n", "  other_reasons: true\n  when:\n"),
            f"{B}:<0>: 'appointment.other_reasons' is true: beside it stands no reason in 'when_not'; "
            "write one there, or take this out",
        ),
    ),
    (
        CANCER,
        row(
            "most people, beside everyone",
            swap(B, "  usually: true\n", "  always: true\n  usually: true\n"),
            f"{B}:{URGENT}: 'moment.urgent: true' stands beside 'appointment.always: true' on line <0>: "
            f"{SOME_HAVE_NONE}; take one of the two out",
            f"{B}:<0+1>: 'appointment.usually: true' stands beside 'appointment.always: true' on line <0>: "
            f"{SOME_HAVE_NONE}; take one of the two out",
            f"{B}:<0+2>: 'appointment.when_not' stands beside 'appointment.always: true' on line <0>: "
            f"{SOME_HAVE_NONE}; take one of the two out",
        ),
    ),
    (
        CANCER,
        row(
            "only one of two who both may refer",
            swap(B, "preferred: treating-doctor}", "only: true}"),
            f"{B}:<0>: 'referral.only: true' stands beside 'referral.by: [treating-doctor, gp]' on line <0>: neither "
            "is the only one; take out of 'by' who cannot, or take this out",
        ),
    ),
    (
        CLINIC,
        row(
            "prices of an unknown day",
            swap(B, "  date: 2026-11-05\n", ""),
            f"{B}:<0>: 'costs.prices' is a list of 2: "
            "nothing says of which day the prices are; write 'date' above them",
        ),
    ),
    (
        CLINIC,
        row(
            "two prices of one name",
            swap(B, "name: extra-scan", "name: first-visit"),
            f"{B}:<0-2>: 'costs.prices' is a list of 2: "
            "the name 'first-visit' stands twice; texts would not know which is meant",
        ),
    ),
    (
        CLINIC,
        row(
            "prices that are more than a year old",
            swap(B, "  date: 2026-11-05\n", "  date: 2025-11-05\n"),
            f"notice: {B}:<0>: the amounts are of 2025-11-05, more than a year ago; "
            "look them up again, and write the new date",
        ),
    ),
    (
        CLINIC,
        row(
            "prices of a day that is still to come",
            swap(B, "  date: 2026-11-05\n", "  date: 2026-12-05\n"),
            f"{B}:<0>: 'costs.date' is 2026-12-05, which is still to come; write the day on which it was done",
        ),
    ),
    (
        CANCER,
        row(
            "amounts typed into a text of the brand: one that has a name, and one that has none",
            [
                swap("docs/nl/studies.md", "{{ brand.advance }}", "€ 500,-"),
                swap("docs/en/studies.md", "{{ brand.advance }}", "€ 500.50"),
            ],
            f"docs/nl/studies.md:{PAID}: the amount '€ 500,-' is typed into the text; "
            "use its name: {{ brand.advance }}",
            f"docs/en/studies.md:{PAID}: the amount '€ 500.50' is typed into the text; "
            "add it to 'costs.prices' in brand.yml, and use its name there, like {{ brand.first-visit }}",
        ),
    ),
    (
        CANCER,
        row(
            "an amount that brand.yml does not say",
            [
                swap(f"docs/{lang}/studies.md", "{{ brand.advance }}", "{{ brand.advanse }}")
                for lang in ("nl", "en")
            ],
            *(
                f"docs/{lang}/studies.md:{PAID}: there is no value for '{{{{ brand.advanse }}}}'; "
                "did you mean 'brand.advance'?"
                for lang in ("nl", "en")
            ),
        ),
    ),
    (
        CANCER,
        row(
            "a reason for no appointment that is a whole sentence",
            swap(B, "{nl: wij niets toe te voegen hebben,", "{nl: Wij zijn het eens.,"),
            f"{B}:<0>: 'nl' of the first of 'appointment.when_not' is a whole sentence, and readers see it behind 'if'; "
            "write only what stands behind that, like 'wij zijn het eens'",
        ),
    ),
    (
        GENERAL,
        row(
            "a sentence under a name that is near to none",
            swap(B, "  costs_prices: {", "  what_it_takes: {"),
            f"{B}:<0>: there is no sentence 'what_it_takes'; the nearest is 'waiting_asked', "
            "and all names stand in data/your-hospital.yml",
        ),
    ),
    (
        GENERAL,
        row(
            "a sentence that there is not",
            swap(B, "  costs_prices: {", "  cost_prices: {"),
            f"{B}:<0>: there is no sentence 'cost_prices'; did you mean 'costs_prices'?",
        ),
    ),
    (
        GENERAL,
        row(
            "a sentence with a mark in it",
            swap(B, "in onze prijslijst", "in onze *prijslijst*"),
            f"{B}:<0>: 'sentences.costs_prices.nl' holds '*', and a sentence is words alone; take it out",
        ),
    ),
    (
        GENERAL,
        row(
            "a sentence without what is filled in",
            swap(B, "sentences:\n", "sentences:\n  report_to: {nl: Naar u., en: To you.}\n"),
            f"{B}:<0+1>: 'report_to' lacks {{people}} in Dutch; put it where the program fills something in",
            f"{B}:<0+1>: 'report_to' lacks {{people}} in English; put it where the program fills something in",
        ),
    ),
    (
        GENERAL,
        row(
            "a sentence in one language of two",
            swap(B, ", en: Look the price up in our price list}", "}"),
            f"{B}:<0>: 'sentences.costs_prices.en' is missing; add the English words, "
            "or write 'languages: [nl]' for a site in Dutch alone",
        ),
    ),
    (
        GENERAL,
        row(
            "a title of the own page that is too long",
            swap(
                B,
                "sentences:\n",
                f"sentences:\n  title:\n    nl: {'Zo ' * 21}\n    en: How it works here\n",
            ),
            f"{B}:<0+2>: 'title' has 62 characters, 60 at most; shorten it by 2",
        ),
    ),
    (
        GENERAL,
        row(
            "an article that there is not",
            swap(B, "article: het", "article: een"),
            f"{B}:<0>: 'article' is 'een'; write one of 'de', 'het' or 'none'",
        ),
    ),
    (
        NETWORK,
        row(
            "a place that stands twice",
            swap(B, "- name: Centrum Niet Bestaand", "- name: GGZ Voorbeeldstad"),
            f"{B}:<0>: the place 'GGZ Voorbeeldstad' stands twice; keep one of the two",
        ),
    ),
    (
        NETWORK,
        row(
            "an organisation whose places stand under another word",
            swap(B, "  places:\n", "  places: []\n  plaatsen:\n"),
            f"{B}:<0+1>: the key 'elsewhere.plaatsen' is not known; allowed: places, directory, questions_about",
        ),
    ),
    (
        NETWORK,
        row(
            "an organisation with its list alone, which is enough",
            swap(B, "  places:\n", "  questions: []\n  places:\n"),
            f"{B}:<0>: the key 'elsewhere.questions' is not known; did you mean 'questions_about'? "
            "(allowed: places, directory, questions_about)",
        ),
    ),
    (
        NETWORK,
        row(
            "an organisation that gives second opinions and gives none",
            [
                swap(B, "{made: by-hospital-after-file}", "{made: by-patient}"),
                append(B, "referral: {by: [gp]}"),
            ],
            f"{B}:<0>: 'appointment.made' {TWO_WAYS}",
            f"{B}:<1>: 'referral' {TWO_WAYS}",
        ),
    ),
]

ROWS = [*((GENERAL, each) for each in GENERAL_ROWS), *OTHER_ROWS]


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project whose pages say next to nothing: a row is about the brand alone."""
    root = copy_sample(tmp_path_factory.mktemp("bare"))
    for file in (root / "docs").rglob("*.md"):
        front, body, _ = split_front_matter(file.read_text("utf-8"))
        snippets = "".join(f"{line}\n\n" for line in body.splitlines() if line.startswith("--8<--"))
        file.write_text(f"---\n{front}---\n\nTest.\n\n{snippets}", "utf-8")
    return root


TOLD_ELSEWHERE = ("the two were compared", "at the top of every page")


def said(root: Path, brand: Path) -> list[str]:
    """Return what the checks say of a brand folder; file names are those in the folder.

    That a text was never compared with the shared one, and what 'menu_first' pushes out, have tests of their own.
    """
    every = checked(root, {"BRAND": str(brand)}).findings
    found = [finding for finding in every if not finding.wrong.endswith(TOLD_ELSEWHERE)]
    lines = {f"{'' if finding.is_fault else 'notice: '}{finding}" for finding in found}
    return sorted(line.replace(f"{brand}/", "", 1) for line in lines if f"{brand}/" in line)


@pytest.mark.parametrize(("name", "each"), ROWS, ids=[each.sentence for _, each in ROWS])
def test_checks_say(name: str, each: Row, bare: Path, tmp_path: Path) -> None:
    brand = shutil.copytree(ROOT / "brands" / name, tmp_path / "brand")
    lines = [line.replace("{B}", str(brand)) for line in each.spoil(brand)]
    assert said(bare, brand) == lines


@pytest.mark.parametrize("name", [GENERAL, CANCER, CLINIC, NETWORK])
def test_an_example_is_sound_and_is_refused_where_it_would_be_published(name: str, bare: Path) -> None:
    environment = {"TODAY": TODAY, "BRAND": f"brands/{name}"}
    mine = f"brands/{name}/"
    sound = [found for found in checked(bare, environment).findings if found.file.startswith(mine)]
    assert [str(found) for found in sound if found.is_fault] == []
    published = checked(bare, environment | {"PUBLISH": "1"}).findings
    faults = [found.wrong for found in published if found.file.startswith(mine) and found.is_fault]
    assert len(faults) == 2
    assert "an address for examples, under which nothing can be published" in faults[0]
    assert faults[1] == "'example' is true, and a site for readers holds nothing invented"


PUSHED = "what stands in 'menu_first' takes the place of {} at the top of every page"
STAYS = "leave one out to have it back there; it still stands in the menu of a phone and the list at home"
WRAPS = (
    "the names at the top of every page have N letters in {}, and N fit in one row; "
    "the longest is 'Nog een heel lange naam'"
)
UNREAD = (
    "cannot be read, so the rest of your folder was not looked at; "
    "mend this first; what more is wrong is told then"
)


@pytest.mark.parametrize(
    ("edits", "lines"),
    [
        (
            [
                swap(B, '{main: "#1d4f91"}', "{main: #1d4f91}"),
                swap(B, "  hours: {", "\thours: {"),
                swap(B, "specialties: {all: true}", "specialties: {al: true}"),
                append(B, "sentences: {costs_date: {nl: Op {date} bijgewerkt.}}"),
                append(B, "languages: [nl]"),
                write("docs/nl/parking.md", page("Parkeren", "parkeren") + "\n[A](gone.md)\n"),
            ],
            [
                "notice: <0-5>: the lines of 'look', 'contact', 'sentences' " + UNREAD,
                "<0>: '#1d4f91' is taken for a remark, as everything behind a # is; "
                'put it between quotes: "#1d4f91"',
                "<1>: a tab stands here; put spaces in its place",
                "<2>: the key 'specialties.al' is not known; did you mean 'all'? "
                "(allowed: all, disease, names, mental_health)",
                "<3>: '{date}' stands in words without quotes, and a brace means something else there; "
                'put the words between quotes: nl: "Op {date} bijgewerkt."',
            ],
        ),
        (
            [swap(B, "    - {nl: de verwijsbrief", "    -{nl: de verwijsbrief")],
            [
                f"notice: <0-5>: the lines of 'file' {UNREAD}",
                "<0>: no space stands behind the '-' that begins this line; put one there",
            ],
        ),
        (
            [swap(B, "site_url: ", "\tsite_url: ")],
            [
                f"notice: <0-1>: the lines of 'article', 'site_url' {UNREAD}",
                "<0>: a tab stands here; put spaces in its place",
            ],
        ),
        (
            [append(B, "languages: [nl")],
            [
                f"notice: <0>: the lines of 'languages' {UNREAD}",
                "<0>: a bracket opens here and is not closed; close it: { needs }, and [ needs ]",
            ],
        ),
        (
            [write(B, "<<<<<<< mine\nname: {nl: Ons}\n=======\nname: {nl: Uw}\n>>>>>>> theirs\n")],
            [
                f"notice: <0>: this file {UNREAD}",
                "<0>: a conflict of Git stands here ('<<<<<<<'): two versions of the same lines; keep what is right of "
                "the lines between '<<<<<<<' and '>>>>>>>', and take the lines with these marks out",
            ],
        ),
    ],
    ids=["several keys", "no space behind a dash", "a needed key", "the languages", "nothing"],
)
def test_of_a_brand_file_that_cannot_be_read_only_what_is_sure_is_told(
    edits: list[Edit], lines: list[str], root: Path, tmp_path: Path
) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    each = Row("", edits, [line.replace("<", f"{brand}/{B}:<", 1) for line in lines])
    wanted = each.spoil(brand)
    assert sorted(said_of(checked(root, {"BRAND": str(brand)}))) == wanted


def test_a_text_alone_is_enough_for_a_site_in_one_language(bare: Path, tmp_path: Path) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    swap(B, "{nl: binnen twee werkdagen, en: within two working days}", "binnen twee werkdagen")(brand)
    swap(B, "{nl: https://www.voorbeeldziekenhuis.example/privacy}", "www.voorbeeldziekenhuis.example")(brand)
    refused = [
        "'links.privacy' is 'www.voorbeeldziekenhuis.example': this is no web address; write it in full, with https://"
        ", like https://www.voorbeeldziekenhuis.example",
        "'contact.answer_time' is one text, and English needs words of its own; write it as {nl: ..., en: ...}, or "
        "write 'languages: [nl]' for a site in Dutch alone",
    ]
    assert [line.split(": ", 1)[1] for line in said(bare, brand)] == refused
    swap(B, "privacy: www", "privacy: https://www")(brand)
    append(B, "languages: [nl]")(brand)
    assert said(bare, brand) == []


def test_a_name_that_is_the_same_in_each_language_is_written_once(root: Path, tmp_path: Path) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    swap(B, "short_name: {nl: Voorbeeldziekenhuis, en: Voorbeeld Hospital}", "short_name: VZH")(brand)
    project = checked(root, {"BRAND": str(brand)})
    assert said_of(project) == set()
    assert {page.meta.title for page in project.pages if page.name == "your-hospital"} == {
        "Zo gaat het bij het VZH",
        "How it works at VZH",
    }


@pytest.mark.parametrize(
    ("room", "first", "short", "said_first"),
    [
        (65, "[our-desk]", "Balie", [(PUSHED.format("'costs'"), STAYS)]),
        (65, "[costs]", "Balie", []),
        (65, "[our-desk]", "Nog een heel lange naam", [(PUSHED.format("'appointment', 'costs'"), STAYS)]),
        (
            30,
            "[our-desk]",
            "Nog een heel lange naam",
            [
                (PUSHED.format("'what-is-it', 'applying', 'appointment', 'costs'"), STAYS),
                *(
                    (WRAPS.format(lang), f"give it a shorter 'short' in docs/{code}/our-desk.md")
                    for lang, code in (("Dutch", "nl"), ("English", "en"))
                ),
            ],
        ),
    ],
    ids=["a page is pushed out", "one that stood there", "as many as fit in one row", "the row wraps"],
)
def test_what_is_put_first_is_told_where_it_pushes_out_a_page_or_does_not_fit(
    room: int,
    first: str,
    short: str,
    said_first: list[tuple[str, str]],
    bare: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(selection, "LETTERS_AT_TOP", room)  # the made-up menu is a short one
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    line = append(B, f"menu_first: {first}")(brand)
    for lang, title in (("nl", "Over onze balie"), ("en", "Our desk")):
        text = page(title, f"desk-{lang}").replace("written:", f"short: {short}\nwritten:")
        write(f"docs/{lang}/our-desk.md", text)(brand)
    project = checked(bare, {"BRAND": str(brand), "PREVIEW": "1"})
    mine = [one for one in project.findings if one.line == line and one.file == f"{brand}/{B}"]
    assert [(re.sub(r"\d+", "N", one.wrong), one.do) for one in mine] == said_first
    assert not any(one.is_fault for one in mine)


def test_at_least_forty_bad_folders_are_told() -> None:
    assert len(ROWS) >= 40


def test_an_invented_number_is_refused_where_the_site_is_published(bare: Path, tmp_path: Path) -> None:
    brand = tmp_path / "brand"
    brand.mkdir()
    text = "name: {nl: Ons, en: Ours}\nsite_url: https://www.house.nl\ncontact: {phone: 000 000 00 00}\n"
    (brand / "brand.yml").write_text(text, "utf-8")
    environment = {"TODAY": TODAY, "BRAND": str(brand)}
    assert said(bare, brand) == []
    found = checked(bare, environment | {"PUBLISH": "1"}).findings
    assert [finding.wrong for finding in found if finding.file.startswith(f"{brand}/")] == [
        "'contact.phone' is '000 000 00 00', a number for examples, which nobody can call"
    ]


def test_a_needed_page_left_out_is_told_in_one_line(untouched: Path, tmp_path: Path) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    append(B, "pages_left_out: [{page: index, reason: Test}]")(brand)
    found = checked(untouched, {"BRAND": str(brand)}).findings
    assert [finding.wrong for finding in found if finding.is_fault] == [
        "the page 'index' is left out, and every site needs it"
    ]


def test_a_hospital_gets_no_notice_of_what_only_the_project_can_mend(root: Path, tmp_path: Path) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    swap(B, "  date: 2026-11-16", "  date: 2026-10-07")(brand)
    year = "2027-01-01: { euro: 400, confirmed: "
    swap("data/deductible.yml", f"{year}true", f"{year}false")(root)
    theirs = checked(root, {"BRAND": str(brand)})
    assert [
        finding.file for finding in select_for_builder(theirs, theirs.findings) if not finding.is_fault
    ] == [f"{brand}/{B}"]
    assert [finding.file for finding in theirs.findings if "deductible" in finding.file] != []
    ours = checked(root)
    assert select_for_builder(ours, ours.findings) == list(ours.findings)


def test_an_address_from_outside_is_checked_like_that_of_the_brand(bare: Path) -> None:
    found = checked(bare, {"SITE_URL": "http://www.house.example/?a"}).findings
    assert [finding.wrong for finding in found if "SITE_URL" in finding.wrong] == [
        "SITE_URL is 'http://www.house.example/?a', in the place of this address: "
        "the address of a site has no '?' and no '#'"
    ]


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        (" {#who-pays}", "", {"nl": "##"}),
        ("{#who-pays}", "{#terms}", {"nl": "", "en": ""}),
    ],
    ids=["the anchor forgotten in Dutch", "another anchor in both languages"],
)
def test_a_section_that_a_replaced_page_lacks_is_told_once_in_the_file_of_the_brand(
    untouched: Path, tmp_path: Path, old: str, new: str, places: dict[str, str]
) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    expected = []
    for lang in ("nl", "en"):
        text = (untouched / f"docs/{lang}/costs.md").read_text("utf-8")
        line = text[: text.index(old)].count("\n") + 1 if places.get(lang) else 1
        (brand / f"docs/{lang}").mkdir(parents=True)
        (brand / f"docs/{lang}/costs.md").write_text(
            text.replace(old, new if lang in places else old), "utf-8"
        )
        if lang in places:
            expected.append((f"{brand}/docs/{lang}/costs.md", line, "#who-pays"))
    found = [finding for finding in checked(untouched, {"BRAND": str(brand)}).findings if finding.is_fault]
    assert [(told.file, told.line, told.wrong.split("'")[1]) for told in found] == expected
    assert all(" it (first: docs/" in told.wrong for told in found)
    assert all(told.do == "put it back as a heading that ends in {#who-pays}" for told in found)


def test_the_page_that_the_repository_to_copy_shows_is_sound(bare: Path, tmp_path: Path) -> None:
    guide = (ROOT / "examples/hospital-repository/README.md").read_text("utf-8")
    (shown,) = re.findall(r"   ```\n(   ---\n.*?)   ```\n", guide, re.DOTALL)
    brand = shutil.copytree(ROOT / "examples/hospital-repository/brand", tmp_path / "brand")
    swap(B, "# languages: [nl]", "languages: [nl]")(brand)
    write("docs/nl/our-desk.md", textwrap.dedent(shown))(brand)
    assert said(bare, brand) == []


def test_a_heading_that_a_page_of_a_hospital_lacks_is_one_fault(untouched: Path, tmp_path: Path) -> None:
    brand = shutil.copytree(ROOT / "brands/voorbeeldziekenhuis", tmp_path / "brand")
    for lang in ("nl", "en"):
        (brand / f"docs/{lang}").mkdir(parents=True)
        shutil.copy(untouched / f"docs/{lang}/applying.md", brand / f"docs/{lang}/applying.md")
    text = (brand / "docs/nl/applying.md").read_text("utf-8")
    lacking = next(
        anchor
        for anchor in re.findall(r"^## .*\{#([a-z-]+)\}$", text, re.MULTILINE)
        if f"applying.md#{anchor})"
        in "".join(file.read_text("utf-8") for file in (untouched / "docs/nl").glob("*.md"))
    )
    cut = re.sub(rf"(?m)^## .*\{{#{lacking}\}}\n", "", text)
    (brand / "docs/nl/applying.md").write_text(cut, "utf-8")
    (told,) = faults(checked(untouched, {"BRAND": str(brand)}).findings)
    assert told.wrong.startswith(f"your page lacks the section '#{lacking}' of the shared one")
