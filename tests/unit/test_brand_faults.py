"""Each thing that can be wrong with what a brand.yml says, and the very line that the hospital then reads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from checking import checked_project, printed_lines
from second_opinion.brand.apart import BOOKED, NONE_OF_ITS_OWN, SOME_HAVE_NONE
from second_opinion.brand.choices import NOTHING_TO_COME
from second_opinion.brand.model import Brand, read_brand
from second_opinion.brand.own_notices import check_address_for_discs
from second_opinion.brand.own_sections import SECTIONS
from second_opinion.brand.route import FileRoute
from second_opinion.core.validation import read_by_key, read_yaml, validate
from second_opinion.project.project import Project
from second_opinion.site.run import findings_for_builder
from support import ROOT, TODAY

from .brand_folders import (
    CANCER,
    CLINIC,
    GENERAL,
    NETWORK,
    B,
    brand_page_source,
    line_of,
    lines_about_brand,
    row,
    spoil_brand,
)
from .making import DAY
from .spoiling import Edit, Row, append, swap, write

KEYS = ", ".join(Brand.model_fields)
SECTION_NAMES = ", ".join(f"'{name}'" for name in SECTIONS).replace(", 'complaints'", " or 'complaints'")
A_DATE = "write it as year-month-day, like 2026-11-22"
ADDRESS = "this is no web address; write it in full, with https://"
NUMBER = "write figures, like 020 123 45 67, or take the line out"
SITE = "site_url: https://second-opinion.voorbeeldziekenhuis.example"
HOURS = "hours: {nl: maandag tot en met vrijdag van 8.30 tot 16.30 uur, en: Monday to Friday from 8.30 am to 4.30 pm}"
CONTACT = "department, phone, hours, general_phone, email, form, answer_time, form_answer_time"
LOOK = "colours, logo, logo_dark, logo_has_name, favicon, font"
IN_FULL = "this is no web address; write it in full, with https://, like https://www.ons.example"
OF_FILE = ", ".join(FileRoute.model_fields)
PAPER = line_of(GENERAL, "file: {nl: papers/second-opinion.pdf}")
URGENT = line_of(CANCER, "moment: {")

NOBODY = "is said in a case which does not hold for what your brand.yml says, so nobody reads it"

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
                    brand_page_source(title, title.lower())
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
        f"{B}:<5>: the page 'kosten' does not exist; did you mean 'costs'?",
        *(
            f"docs/{lang}/parking.md:15: the link 'C' leads to '#gone', which is no section of costs.md; "
            "none is known yet"
            for lang in ("en", "nl")
        ),
    ),
    row(
        "an organisation without places to go",
        append(B, "elsewhere: {questions_about: [{nl: pijn, en: pain}]}"),
        f"{B}:<0>: 'elsewhere': nobody reads where to go; "
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
        "another address for the own page, among the sentences",
        swap(B, "sentences:\n", "sentences:\n  slug: {nl: ons, en: ours}\n"),
        f"{B}:<0+1>: 'slug' is the address of your own page, and no sentence; "
        "take it out; the address stays the same, so that links to your page keep working",
    ),
    row(
        "a key that is misspelt",
        swap(B, "referral: {by", "referal: {by"),
        f"{B}:<0>: the key 'referal' is not known; did you mean 'referral'?",
    ),
    row(
        "a short key that is written as it sounds in Dutch",
        swap(B, "file:\n", "file:\n  faks: true\n"),
        f"{B}:<0+1>: the key 'file.faks' is not known; did you mean 'fax'?",
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
        swap(
            B,
            "own_lines:\n",
            "own_lines:\n"
            f"  costs: {{nl: {'Dit is een zin. ' * 11}, en: So it is.}}\n"
            f"  report: {{nl: Zo is het., en: {'so ' * 25}it is.}}\n"
            "  referral: {nl: Zo is het., en: So it}\n"
            "  refferal: {nl: Zo is het., en: So it is.}\n",
        ),
        f"{B}:<0+1>: 'own_lines.costs.nl' has 44 words, and 40 fit at the end of a section; shorten it, or say the "
        "rest on a page of your own",
        f"{B}:<0+2>: 'own_lines.report.en' has a sentence of 27 words, 25 at most; make two of it",
        f"{B}:<0+3>: 'own_lines.referral.en' ends in 'it'; write whole sentences, with a full stop behind them",
        f"{B}:<0+4>: the key 'own_lines.refferal' is not known; did you mean 'referral'? (one of {SECTION_NAMES})",
    ),
    row(
        "an amount that is typed into a line of the hospital's own",
        swap(B, "own_lines:\n", "own_lines:\n  contact: {nl: U betaalt 12 euro., en: You pay.}\n"),
        f"{B}:<0+1>: 'own_lines.contact.nl' holds the amount '12 euro'; say it in 'costs.prices' or "
        "'costs.advance', with its day, and take it out here",
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
        f"{B}:<0>: 'costs.contracts.until' is '2026-11-17': the contracts were looked up on 2026-11-18, "
        "which is later; write their last day",
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
        f"{B}:<0>: 'costs.contracts.insurers' is empty; write it there: it is needed",
    ),
    row(
        "an insurer that stands twice",
        swap(B, "Zorgfonds Niet Bestaand]", "Verzonnen Verzekeraar]"),
        f"{B}:<0>: the third of 'costs.contracts.insurers' says just what the second of 'costs.contracts.insurers' "
        "says; keep one of the two",
    ),
    row(
        "an address in the place of words, which readers could not click",
        swap(B, "title: {nl: Folder Second opinion,", "title: {nl: https://www.ons.nl/folder,"),
        f"{B}:<0>: 'title.nl' of the first of 'papers' is 'https://www.ons.nl/folder', an address where readers want "
        "words; write words; the address has a key of its own",
    ),
    row(
        "someone who brings the file twice",
        swap(B, "by: [you, us]", "by: [you, us, you]"),
        f"{B}:<0>: the third of 'file.by' says just what the first of 'file.by' says; keep one of the two",
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
        f"{B}:<0>: 'referral.by' is empty; write it there: it is needed",
    ),
    row(
        "one word that is misspelt where a list has to stand",
        swap(B, "{by: [treating-doctor, gp]}", "{by: treating-docter}"),
        f"{B}:<0>: 'referral.by' is 'treating-docter', which does not fit; write a list: [treating-doctor]",
    ),
    row(
        "one word that is none of those where a list has to stand",
        swap(B, "{by: [treating-doctor, gp]}", "{by: nurse}"),
        f"{B}:<0>: 'referral.by' is 'nurse', which does not fit; write a list, of 'treating-doctor' or 'gp'",
    ),
    row(
        "words where a list has to stand, with what is no entry between them",
        swap(B, "{by: [treating-doctor, gp]}", "{by: GP and treating-docter}"),
        f"{B}:<0>: 'referral.by' is 'GP and treating-docter', which does not fit; "
        "write a list: [gp, treating-doctor]",
    ),
    row(
        "a list without brackets between those of its group",
        swap(B, "{by: [treating-doctor, gp]}", "{by: treating-doctor, gp}"),
        f"{B}:<0>: 'referral.by' is 'treating-doctor', which does not fit; write a list: [treating-doctor, gp]",
    ),
    row(
        "yes, and a word between quotes, where true or false has to stand",
        swap(B, "  examined_often: true", '  examined_often: yes\n  video: "true"\n  telephone: nee'),
        f"{B}:<0>: 'appointment.examined_often' is 'yes', which does not fit; write true",
        f"{B}:<0+1>: 'appointment.video' is 'true', which does not fit; write true, without quotes",
        f"{B}:<0+2>: 'appointment.telephone' is 'nee', which does not fit; write false",
    ),
    row(
        "reasons that begin like a sentence, or with the word that stands before them",
        swap(
            B,
            "    - {nl: de arts u wil onderzoeken, en: the doctor wants to examine you}",
            "    - {nl: De arts u wil onderzoeken, en: If the doctor wants to examine you.}",
        ),
        f"{B}:<0>: 'en' of the first of 'appointment.when' is a whole sentence, and readers see it behind 'if'; "
        "write only what stands behind that, like 'the doctor wants to examine you'",
        f"{B}:<0>: 'nl' of the first of 'appointment.when' is a whole sentence, and readers see it behind 'if'; "
        "write only what stands behind that, like 'de arts u wil onderzoeken'",
    ),
    row(
        "specialties in sentences",
        swap(
            B,
            "{all: true}",
            "{names: [{nl: Wij doen harten, en: Hearts.}, {nl: 'Maag-, darm- en lever', en: GPs}]}",
        ),
        *(
            f"{B}:<0>: '{lang}' of the first of 'specialties.names' is a sentence, and readers see it as an entry of "
            "a list; write the name alone, like 'cardiology'"
            for lang in ("en", "nl")
        ),
    ),
    row(
        "the page for people from abroad left out, and said to be helped",
        append(B, "from_abroad: {languages: [nl, en]}\npages_left_out: [{page: abroad, reason: Test}]"),
        f"notice: {B}:<0+1>: 'abroad' is left out, and 'from_abroad' on line <0> says that people from there can come "
        "to you; keep the page, or take 'from_abroad' out",
    ),
    row(
        "keys below a group that does not have them, as the line above theirs is gone",
        swap(B, "waiting_times:\n", ""),
        *(
            f"{B}:<0+{below}>: the key 'file.{key}' is not known; it belongs below {groups} (allowed: {OF_FILE})"
            for below, (key, groups) in enumerate(
                [("date", "'waiting_times' or 'costs'"), ("weeks", "'waiting_times'")]
            )
        ),
    ),
    row(
        "a key that has lost its indent, which the nearest group above it knows",
        swap(B, "  examined_often: true", "examined_often: true"),
        f"{B}:<0>: the key 'examined_often' is not known; it belongs below 'appointment', with two spaces before it",
    ),
    row(
        "a key that has lost its indent below a group in which nothing else stands",
        swap(B, "report: {to: [referrer, gp], copy_on_request: true}", "report:\nto: [gp]"),
        f"{B}:<0+1>: the key 'to' is not known; it belongs below 'report', with two spaces before it",
    ),
    row(
        "someone who cannot refer",
        swap(B, "{by: [treating-doctor, gp]}", "{by: [nurse]}"),
        f"{B}:<0>: the first of 'referral.by' is 'nurse'; write one of 'treating-doctor' or 'gp'",
    ),
    row(
        "someone who refers, in Dutch",
        swap(B, "{by: [treating-doctor, gp]}", "{by: [huisarts]}"),
        f"{B}:<0>: the first of 'referral.by' is 'huisarts'; did you mean 'gp'? (one of 'treating-doctor' or 'gp')",
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
        "a preferred referrer where nobody else refers",
        [
            swap(B, "{by: [treating-doctor, gp]}", "{by: [gp], preferred: gp}"),
            swap(B, "{to: [referrer, gp],", "{to: [gp],"),
        ],
        f"{B}:<0>: 'referral.preferred' is 'gp': nobody else stands in 'by'; "
        "add who may refer too, or take this out",
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
        swap(B, "{policy: usually-not}", "{policy: perhaps}"),
        f"{B}:<0>: 'takeover.policy' is 'perhaps'; "
        "write one of 'if-you-want', 'possible', 'not-automatically', 'not-always', 'usually-not', "
        "'if-own-doctor-cannot' or 'never'",
    ),
    row(
        "a key of which the lines below it are still remarks",
        swap(B, "referral: {by", "edit_page:\n#   sign_in: https://login.example\nreferral: {by"),
        f"{B}:<0>: 'edit_page' is empty; write something there, or take the line out",
    ),
    row(
        "a value that is nearly one of those that fit",
        swap(B, "to: [", "to: [yu, "),
        f"{B}:<0>: the first of 'report.to' is 'yu'; did you mean 'you'? "
        "(one of 'you', 'referrer', 'gp' or 'treating-doctors')",
    ),
    row(
        "a check by nobody, of which each page would say who checked it",
        swap(B, "  - name: A. Voorbeeld", "  - name: '?'"),
        f"{B}:<0>: 'name' of the first of 'reviewers' is '?': this is nobody's name; "
        "write the name of who read the page",
    ),
    row(
        "a check on a day that is still to come",
        swap(B, "    date: 2026-11-27", "    date: 2026-12-22"),
        f"{B}:<0>: 'date' of the first of 'reviewers' is 2026-12-22, which is still to come; "
        "write the day on which it was done",
    ),
    row(
        "a telephone number without quotes, of which YAML would lose the first figure",
        swap(B, "  phone: 000 000 01 00", "  phone: 0201234567"),
    ),
    row(
        "a file with a name that does not fit in an address",
        swap(B, "  logo: logo.svg", "  logo: ons logo.svg"),
        f"{B}:<0>: 'look.logo' is 'ons logo.svg': this name does not fit in an address; "
        "use letters, figures, '-', '_' and '.' only",
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
        "words with commas that are cut into keys",
        swap(B, HOURS, "hours: {nl: maandag, dinsdag, donderdag van 9 tot 17 uur, en: Monday}"),
        f"{B}:<0>: 'dinsdag' stands behind a comma, which begins a new key; "
        'put the whole text between quotes: nl: "maandag, dinsdag, donderdag van 9 tot 17 uur"',
    ),
    row(
        "words with a comma, of which only the last quote is typed",
        swap(B, HOURS, 'hours: {nl: maandag, en ook dinsdag", en: Monday}'),
        f"{B}:<0>: 'en ook dinsdag\"' stands behind a comma, which begins a new key; "
        'put the whole text between quotes: nl: "maandag, en ook dinsdag"',
    ),
    row(
        "words with a comma, between the quotes of a word processor",
        swap(B, HOURS, "hours: {nl: “maandag, en ook dinsdag”, en: Monday}"),
        f"{B}:<0>: 'en ook dinsdag”' stands behind a comma, which begins a new key; "
        'put the whole text between quotes: nl: "maandag, en ook dinsdag"',
    ),
    row(
        "a line with a comma and a colon, cut into keys, of which nothing else is told",
        swap(
            B,
            "  appointment:\n    nl: De afspraak is bij een van onze poliklinieken.\n"
            "    en: The appointment is at one of our outpatient clinics.\n",
            "  appointment: {nl: Onze arts, en niemand anders: die bepaalt het, en: Our doctor decides.}\n",
        ),
        f"{B}:<0>: 'en niemand anders' stands behind a comma, which begins a new key; "
        'put the whole text between quotes: nl: "Onze arts, en niemand anders: die bepaalt het"',
    ),
    row(
        "a name with the article that is said before it",
        swap(B, "name: {nl: Voorbeeldziekenhuis Voorbeeldstad,", "name: {nl: Het Voorbeeldziekenhuis,"),
        f"{B}:<0>: 'name.nl' is 'Het Voorbeeldziekenhuis', and readers see 'het Het Voorbeeldziekenhuis'; "
        "take the article out: 'Voorbeeldziekenhuis', or write 'article: none'",
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
            swap(B, "advance: 500", "advance: € 1.500,-"),
            f"{B}:<0>: 'costs.advance' is '€ 1.500,-', which does not fit; write a whole number, like 1500",
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
        GENERAL,
        row(
            "a line of its own that should come first, and is not there",
            swap(B, "own_lines_first: [appointment]", "own_lines_first: [appointment, costs]"),
            f"{B}:<0>: the second of 'own_lines_first' is 'costs', and 'own_lines' has no line for it; "
            "write that line too, or take this out",
        ),
    ),
    (
        GENERAL,
        row(
            "what a day of amounts is, without that day",
            swap(B, "costs:\n", "costs:\n  date_is: checked\n"),
            f"{B}:<0+1>: 'costs.date_is' is 'checked': no 'date' says which day that is; write that, or take this out",
        ),
    ),
    (
        GENERAL,
        row(
            "what a table lists waits by, where no address leads to one",
            swap(B, "waiting_times:\n", "waiting_times:\n  listed_by: illness\n"),
            f"{B}:<0+1>: 'waiting_times.listed_by' is 'illness': no 'address' leads to a table that lists them; "
            "write that, or take this out",
        ),
    ),
    (
        CANCER,
        row(
            "waiting times without a day",
            swap(B, "  date: 2026-11-16\n  weeks:", "  weeks:"),
            f"{B}:<0>: 'waiting_times.weeks': nothing says on which day these were true; "
            "write 'date' beside them",
        ),
    ),
    (
        CANCER,
        row(
            "waiting times without a day of which one cannot be read either",
            [swap(B, "  date: 2026-11-16\n  weeks:", "  weeks:"), swap(B, "weeks: 2-3", "weeks: 2 tot 3")],
            f"{B}:<0>: 'waiting_times.weeks': nothing says on which day these were true; "
            "write 'date' beside them",
            f"{B}:<1>: 'weeks' of the second of 'waiting_times.weeks' is '2 tot 3': this is no number of "
            "weeks; write a whole number, or two with a hyphen, like 2-3",
        ),
    ),
    (
        GENERAL,
        row(
            "an answer to a question that nobody can ask",
            swap(
                B,
                "  department: {nl: het Patiënteninformatiepunt, en: the Patient Information Desk}\n"
                "  phone: 000 000 01 00\n  email: patienteninformatie@voorbeeldziekenhuis.example\n",
                "",
            ),
            f"{B}:<0+1>: 'contact.answer_time' is {{nl: 'binnen twee werkdagen', en: 'within two working days'}}: "
            "readers are told when they get an answer, and not how to ask; "
            "write 'phone', 'email' or 'form' beside 'answer_time', or take that out",
            f"notice: {B}:<0-1>: readers are told to ask you, and the site has no number, email address or form of "
            "yours; write 'contact.phone' too, or 'contact.email' or 'contact.form', or a line of your own under "
            "'own_lines.contact' that says where",
            f"notice: {B}:<0>: readers do not get these hours, as no number stands beside them that is answered then; "
            "write 'phone' too, or take 'hours' out",
        ),
    ),
    (
        CANCER,
        row(
            "a request about which nobody can be asked",
            swap(
                B,
                "    department: {nl: de administratie van de polikliniek, en: the outpatient back office}\n"
                "    phone: 000 000 02 01\n",
                "",
            ),
            f"{B}:<0-1>: 'review.status': nothing says "
            "whom a patient asks; write 'department', 'phone', 'email' or 'form' below it, or take it out",
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
            "discs by post without an address or a page for referrers",
            [
                swap(B, "  post: [", "  # post: ["),
                swap(B, "  portal: {", "  # portal: {"),
                swap(B, "  fax: true", "  # fax: true"),
                swap(B, "  disc: true\n", "  disc: true\n"),
            ],
            f"notice: {B}:<3>: readers are told that a CD-ROM may come by post, and no address stands beside it; "
            "write 'post' too, the address for letters, or 'portal', your page for referrers that has it",
        ),
    ),
    (
        CANCER,
        row(
            "a leaflet that readers can neither open nor ask for, beside one that has a code and an address",
            swap(
                B,
                "    file: {nl: papers/aanvragen.pdf, en: papers/applying.pdf}\n",
                "  - {title: Folder, code: AB-12, address: 'https://a.example'}\n",
            ),
            f"notice: {B}:<0-1>: readers get the title 'Leaflet Asking for a second opinion' alone, with nothing "
            "to open; write 'address' below it, or 'file' (a file in your folder), or 'code' where it is on paper "
            "alone",
        ),
    ),
    (
        CANCER,
        row(
            "discs by post whose address stands on the page for referrers",
            swap(B, "  post: [", "  # post: ["),
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
                    (4, "appointment.advice_from_file: true", "appointment.always: true", "", SOME_HAVE_NONE),
                )
            ),
        ),
    ),
    (
        GENERAL,
        row(
            "an appointment that patients make, and not everyone gets",
            swap(B, "  when:\n", "  always: false\n  when:\n"),
            f"{B}:<0>: 'appointment.always: false' stands beside 'appointment.made: by-patient' on line <0-2>: "
            f"{BOOKED}; take one of the two out, or write 'advice_from_file: true' in its place "
            "where the file can be enough",
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
            swap(B, "  date: 2026-11-05\n  date_is: changed\n", ""),
            f"{B}:<0>: 'costs.prices': nothing says of which day the prices are; write 'date' beside them",
        ),
    ),
    (
        CLINIC,
        row(
            "two prices of one name",
            swap(B, "name: extra-scan", "name: first-visit"),
            f"{B}:<0-2>: 'costs.prices': "
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
            "a reason for no appointment that is a whole sentence",
            swap(B, "{nl: wij niets toe te voegen hebben,", "{nl: Wij zijn het eens.,"),
            f"{B}:<0>: 'nl' of the first of 'appointment.when_not' is a whole sentence, "
            "and readers see it behind 'if'; "
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
            "a sentence that had another name in an earlier release",
            swap(B, "  costs_prices: {", "  sometimes_not: {"),
            f"{B}:<0>: there is no sentence 'sometimes_not'; "
            "it is called 'usually' now, and readers get it with 'appointment.usually: true'",
        ),
    ),
    (
        GENERAL,
        row(
            "words that only make brand says, as a sentence",
            swap(B, "  costs_prices: {", "  offered_papers: {"),
            f"{B}:<0>: there is no sentence 'offered_papers'; the nearest is 'preferred_gp', "
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
            "a long sentence in the place of one of ours",
            swap(B, "Zoek de prijs op in onze prijslijst", f"Zoek {'de prijs ' * 12}op"),
            f"notice: {B}:<0>: a sentence of 26 words, 25 at most: 'Zoek {'de prijs ' * 12}op'; make two",
        ),
    ),
    (
        GENERAL,
        row(
            "sentences for another case than what the hospital says",
            swap(
                B,
                "sentences:\n",
                "sentences:\n  takeover_possible: {nl: Dat gaat., en: It does.}\n"
                "  brought_you: {nl: Haal het., en: Get it.}\n"
                "  referral_gp: {nl: De huisarts., en: The GP.}\n"
                "  referral_both: {nl: Beiden., en: Both.}\n",
            ),
            f"notice: {B}:<0+1>: 'sentences.takeover_possible' {NOBODY}; call it 'takeover_usually_not', which "
            "readers get in its place, or take it out",
            f"notice: {B}:<0+2>: 'sentences.brought_you' {NOBODY}; take it out",
            f"notice: {B}:<0+3>: 'sentences.referral_gp' {NOBODY}; take it out; readers get yours of "
            "'referral_both' in its place",
        ),
    ),
    (
        CANCER,
        row(
            "a long sentence on a page of its own, in two lines",
            append("docs/nl/studies.md", f"\nKort. Vraag\n{'ons gerust ' * 12}nu."),
            f"notice: docs/nl/studies.md:<0+1>: a sentence of 26 words, 25 at most: "
            f"'Vraag {'ons gerust ' * 12}nu.'; make two",
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
            f"{B}:<0+1>: the key 'elsewhere.plaatsen' is not known; allowed: places, questions_about, directory",
        ),
    ),
    (
        NETWORK,
        row(
            "an organisation with its list alone, which is enough",
            swap(B, "  places:\n", "  questions: []\n  places:\n"),
            f"{B}:<0>: the key 'elsewhere.questions' is not known; did you mean 'questions_about'? "
            "(allowed: places, questions_about, directory)",
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
            f"{B}:<0>: 'appointment.made: by-patient' stands beside 'elsewhere' on line <0-26>: {NONE_OF_ITS_OWN}; "
            "take one of the two out",
            f"{B}:<1>: 'referral' stands beside 'elsewhere' on line <0-26>: {NONE_OF_ITS_OWN}; take one of the two out",
        ),
    ),
]

ROWS = [*((GENERAL, each) for each in GENERAL_ROWS), *OTHER_ROWS]


@pytest.mark.parametrize(("name", "each"), ROWS, ids=[each.sentence for _, each in ROWS])
def test_a_fault_in_a_brand_yml_is_told(name: str, each: Row, bare: Path, tmp_path: Path) -> None:
    brand, lines = spoil_brand(name, each, tmp_path)
    assert lines_about_brand(bare, brand) == lines


@pytest.mark.parametrize("name", [GENERAL, CANCER, CLINIC, NETWORK])
def test_an_example_is_sound_and_is_refused_where_it_would_be_published(name: str, bare: Path) -> None:
    environment = {"TODAY": TODAY, "BRAND": f"brands/{name}"}
    mine = f"brands/{name}/"
    sound = [found for found in checked_project(bare, environment).findings if found.file.startswith(mine)]
    assert [str(found) for found in sound if found.is_fault] == []
    published = checked_project(bare, environment | {"PUBLISH": "1"}).findings
    faults = [found.wrong for found in published if found.file.startswith(mine) and found.is_fault]
    assert "an address for examples, under which nothing can be published" in faults[0]
    assert "'example' is true, and a site for readers holds nothing invented" in faults


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
                write("docs/nl/parking.md", brand_page_source("Parkeren", "parkeren") + "\n[A](gone.md)\n"),
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
    assert sorted(printed_lines(checked_project(root, {"BRAND": str(brand)}))) == wanted


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
    assert [line.split(": ", 1)[1] for line in lines_about_brand(bare, brand)] == refused
    swap(B, "privacy: www", "privacy: https://www")(brand)
    append(B, "languages: [nl]")(brand)
    assert lines_about_brand(bare, brand) == []


def test_a_name_that_is_the_same_in_each_language_is_written_once(
    root: Path, sample: Project, tmp_path: Path
) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    swap(B, "short_name: {nl: Voorbeeldziekenhuis, en: Voorbeeld Hospital}", "short_name: VZH")(brand)
    project = checked_project(root, {"BRAND": str(brand)})
    assert printed_lines(project) - printed_lines(sample) == set()
    assert {page.meta.title for page in project.pages if page.name == "your-hospital"} == {
        "Zo gaat het bij het VZH",
        "How it works at VZH",
    }


def test_a_key_that_stands_twice_below_a_group_is_told_with_the_group_whose_line_can_be_gone() -> None:
    said = "name: Ons\nsite_url: https://ons.nl\nreferral:\n  by: [gp]\n"
    _, found = read_brand(read_by_key(f"{said}  by: [you]\n", B), today=NOTHING_TO_COME)
    assert [str(one) for one in found] == [
        f"{B}:5: 'by' stands here and on line 4; put 'file:' back above it if that line is gone, or keep one of the two"
    ]
    _, found = read_brand(read_by_key(f"{said}  by: [gp]\nfile: {{by: [you]}}\n", B), today=NOTHING_TO_COME)
    assert [one.do for one in found] == ["keep one of the two"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "contact: {phone: 000 000 00 01, hours: {nl: op werkdagen, en: ''}}",
            "'contact.hours.en' is empty; write something there, or take the line out",
        ),
        (
            "contact: {phone: 000 000 00 01, hours: {nl: op werkdagen, en: }}",
            "'contact.hours.en' is empty; write something there, or take the line out",
        ),
        (
            "costs: {department: {nl: '2026-11-29', en: the desk}}",
            "'costs.department' is {nl: '2026-11-29', en: 'the desk'}: what has no letters is nobody; "
            "write who it is, with the article",
        ),
        (
            "file: {by: [you], fax: true}",
            "'file.fax' is true: a doctor faxes the file, and the patient alone brings it here; take this out",
        ),
    ],
)
def test_one_fault_is_one_line_with_which_it_is_mended(said: str, told: str) -> None:
    start = "name: {nl: T, en: T}\nsite_url: https://t.example\n"
    _, found = read_brand(read_by_key(f"{start}{said}\n", B), today=NOTHING_TO_COME)
    assert [*map(str, found)] == [f"{B}:3: {told}"]


def test_at_least_forty_bad_folders_are_told() -> None:
    assert len(ROWS) >= 40


def test_an_invented_number_is_refused_where_the_site_is_published(bare: Path, tmp_path: Path) -> None:
    brand = tmp_path / "brand"
    brand.mkdir()
    text = "name: {nl: Ons, en: Ours}\nsite_url: https://www.house.nl\ncontact: {phone: 000 000 00 00}\n"
    (brand / "brand.yml").write_text(text, "utf-8")
    environment = {"TODAY": TODAY, "BRAND": str(brand)}
    assert lines_about_brand(bare, brand) == []
    found = checked_project(bare, environment | {"PUBLISH": "1"}).findings
    assert [finding.wrong for finding in found if finding.file.startswith(f"{brand}/")] == [
        "'contact.phone' is '000 000 00 00', a number for examples, which nobody can call"
    ]


def test_a_hospital_gets_no_notice_of_what_only_the_project_can_mend(root: Path, tmp_path: Path) -> None:
    brand = shutil.copytree(ROOT / "brands" / GENERAL, tmp_path / "brand")
    swap(B, "  date: 2026-11-16", "  date: 2026-10-07")(brand)
    year = "2027-01-01: { euro: 400, confirmed: "
    swap("data/deductible.yml", f"{year}true", f"{year}false")(root)
    theirs = checked_project(root, {"BRAND": str(brand)})
    assert [
        finding.file for finding in findings_for_builder(theirs, theirs.findings) if not finding.is_fault
    ] == [f"{brand}/{B}"]
    assert [finding.file for finding in theirs.findings if "deductible" in finding.file] != []
    ours = checked_project(root)
    assert findings_for_builder(ours, ours.findings) == list(ours.findings)


def test_an_address_from_outside_is_checked_like_that_of_the_brand(bare: Path) -> None:
    found = checked_project(bare, {"SITE_URL": "http://www.house.example/?a"}).findings
    assert [finding.wrong for finding in found if "SITE_URL" in finding.wrong] == [
        "SITE_URL is 'http://www.house.example/?a', in the place of this address: "
        "the address of a site has no '?' and no '#'"
    ]


@pytest.mark.parametrize("said", ['name: ""', "name:"])
def test_a_needed_key_without_a_value_is_written_and_not_taken_out(said: str) -> None:
    document = read_yaml(f"{said}\nsite_url: https://house.example\n", "brand.yml")
    _, findings = read_brand(document, today=DAY)
    assert {str(one) for one in findings} == {"brand.yml:1: 'name' is empty; write it there: it is needed"}


def test_no_address_is_asked_for_a_disc_that_no_doctor_sends() -> None:
    said = "name: T\nsite_url: https://house.example\nfile: {by: [you], disc: true}\n"
    document = read_yaml(said, "brand.yml")
    brand, _ = validate(document, Brand)
    assert brand
    assert [*check_address_for_discs(document, brand)] == []
