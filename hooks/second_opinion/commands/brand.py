"""Write a brand folder to start from: ``make brand NAME=our-hospital``; what is not given is asked."""

from __future__ import annotations

import argparse
import datetime
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from second_opinion.brand.colours import check_colours, read_tokens
from second_opinion.brand.files import PICTURES, wrong_inside
from second_opinion.brand.model import read_brand
from second_opinion.commands.command_line import run_command
from second_opinion.core.validation import read_yaml
from second_opinion.project.project import TOKENS
from second_opinion.texts.svg import check_svg

FILE = """\
# The brand of {name}. Every line is checked: `make site BRAND={folder}`.
# What you do not say is not shown. HOSPITALS.md says what each key does.

name:
  nl: {quoted}
  en: {quoted}
site_url: {address}   # where the site will stand, with the folder if it is not at the root
{look}
# Take away the '# ' (with its space) in front of what you want to say, and of the key above it.
# Texts stand in Dutch and in English; for a site in Dutch alone, write 'languages: [nl]' and leave the English out.

# short_name: {{nl: Ons Ziekenhuis, en: Our Hospital}}   # for places with little room
# updated: {example_day}   # the day on which you went over this file
# languages: [nl]

# links:
#   home: {{nl: https://www.ons-ziekenhuis.example, en: https://www.ons-ziekenhuis.example/en}}
#   patient_portal: {{nl: https://mijn.ons-ziekenhuis.example}}
#   privacy: {{nl: https://www.ons-ziekenhuis.example/privacy}}
#   accessibility: {{nl: https://www.ons-ziekenhuis.example/toegankelijkheid}}

{contact}
#   department: {{nl: het Patiënteninformatiepunt, en: the Patient Information Desk}}
{phone}
#   email: vraag@ons-ziekenhuis.example
#   form: {{nl: https://www.ons-ziekenhuis.example/contact}}
#   hours: {{nl: maandag tot en met vrijdag van 9 tot 17 uur, en: Monday to Friday from 9 am to 5 pm}}
#   answer_time: {{nl: binnen één werkdag, en: within one working day}}
# complaints:
#   officer: {{nl: de klachtenfunctionaris, en: the complaints officer}}
#   email: klachten@ons-ziekenhuis.example

# specialties: {{all: true}}   # or: names: [{{nl: Cardiologie, en: Cardiology}}]
# referral: {{by: [treating-doctor, gp], preferred: treating-doctor}}
# file:
#   portal: {{nl: https://verwijzers.ons-ziekenhuis.example}}
#   post: [Ons Ziekenhuis, Straat 1, 0000 XX Plaats]
#   contents: [{{nl: de verwijsbrief, en: the referral letter}}]
#   languages: [nl, en]
# review: {{working_days: 5, confirmation: true}}
# appointment: {{made: by-patient, always: true, video: true}}   # made: by-patient, by-hospital, by-hospital-after-file
# waiting_times:   # shown for 45 days
#   date: {example_day}
#   weeks: [{{specialty: {{nl: Cardiologie, en: Cardiology}}, weeks: 3}}]
# from_abroad: {{languages: [nl, en]}}   # for people who are treated in another country
# costs:
#   advance: 500
#   price_list: https://www.ons-ziekenhuis.example/prijzen
#   phone: 000 000 00 00
#   contracts:   # shown until that day
#     insurers: [Verzekeraar Een, Verzekeraar Twee]
#     date: {example_day}
#     until: 2026-12-31
# report: {{to: [referrer, gp], copy_on_request: true}}   # to: you, referrer, gp, treating-doctors
# takeover: {{policy: not-always}}   # possible, not-always, never
# papers: [{{title: {{nl: Folder, en: Leaflet}}, code: AB-12, file: {{nl: papers/folder.pdf}}}}]

# reviewers:   # only people who really checked these pages, with the day on which they did
#   - {{name: ..., role: {{nl: arts, en: doctor}}, date: {example_day}, pages: [applying, costs]}}
# pages_left_out: [{{page: abroad, reason: ...}}]
"""
EXAMPLE_DAY = "2026-11-22"


@dataclass(frozen=True)
class Answers:
    """What someone says about a new brand; colour, logo and telephone number may be empty."""

    name: str
    address: str
    colour: str = ""
    logo: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Question:
    """A question about a new brand: the answer, the setting of make, and an example where an answer is needed."""

    key: str
    words: str
    setting: str
    needed: str = ""


QUESTIONS = (
    Question("name", "Name of the hospital", "TITLE", "Our Hospital"),
    Question("address", "Address of the site (https://...)", "SITE_URL", "https://opinion.our-hospital.nl"),
    Question("colour", "Main colour, like #00565f (empty for the neutral one)", "COLOUR"),
    Question("logo", "Logo, an SVG or PNG file (empty for none)", "LOGO"),
    Question("phone", "Telephone number for questions, like 020 123 45 67 (empty for none)", "PHONE"),
)
SOUND = Answers("Test", "https://test.example")


def brand_file(folder: str, answers: Answers) -> str:
    """Return the text of brand.yml."""
    look = [f'  colours: {{main: "{answers.colour}"}}'] if answers.colour else []
    look += [f"  logo: {logo_name(answers.logo)}"] if answers.logo else []
    return FILE.format(
        folder=folder,
        name=answers.name,
        quoted=f'"{answers.name}"',
        address=answers.address,
        look="\n".join(["look:", *look, ""]) if look else "",
        contact="contact:" if answers.phone else "# contact:",
        phone=f'  phone: "{answers.phone}"' if answers.phone else "#   phone: 000 000 00 00",
        example_day=EXAMPLE_DAY,
    )


def logo_name(logo: str) -> str:
    """Return the name that a logo gets in the brand folder."""
    return f"logo{Path(logo).suffix}"


def wrong_answer(question: Question, answer: str) -> str | None:
    """Return what is wrong with an answer and what to write, by the rules for brand.yml; None where it is right."""
    if not answer:
        return f"this is needed; write it, like {question.needed}" if question.needed else None
    if '"' in answer or "\\" in answer:
        return f"'{answer}' has a quote or a backslash in it; write it without"
    if question.key == "logo":
        return _wrong_logo(Path(answer))
    document = read_yaml(brand_file("test", replace(SOUND, **{question.key: answer})), "brand.yml")
    brand, findings = read_brand(document, today=datetime.date.today())
    if brand and brand.look.colours:
        tokens = read_tokens(Path(TOKENS).read_text(encoding="utf-8"))
        findings += check_colours(document, brand.look.colours, tokens)
    return f"{findings[0].wrong}; {findings[0].do}" if findings else None


def _wrong_logo(logo: Path) -> str | None:
    if fault := wrong_inside(logo, PICTURES):
        wrong, do = fault
        return f"'{logo}': {wrong}; {do}"
    drawing = logo.read_text(encoding="utf-8", errors="replace") if logo.suffix == ".svg" else ""
    found = check_svg(str(logo), drawing, is_cleaned=True) if drawing else ()
    return str(found[0]) if found else None


def asked(given: Mapping[str, str], ask: Callable[[str], str] | None) -> Answers | None:
    """Return the answers: those that were given, and the others as someone types them, again where one is wrong.

    None where an answer is wrong and nobody can be asked; what is wrong has been printed.
    """
    answers = {}
    for question in QUESTIONS:
        answer = given[question.key] or (ask(f"{question.words}: ").strip() if ask else "")
        while wrong := wrong_answer(question, answer):
            print(f"{question.setting}: {wrong}", file=sys.stderr)
            if ask is None:
                return None
            answer = ask(f"{question.words}: ").strip()
        answers[question.key] = answer
    return Answers(**answers)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the folder; return 1 when it cannot be."""
    parser = argparse.ArgumentParser(description="Write a brand folder to start from.")
    parser.add_argument("--folder", type=Path, required=True)
    for question in QUESTIONS:
        parser.add_argument(f"--{question.key}", default="")
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    if folder.name == "brands":
        print("Give the folder a name: make brand NAME=our-hospital", file=sys.stderr)
        return 1
    if folder.exists() and any(folder.iterdir()):
        print(f"{folder}/ is there already; give another name: make brand NAME=our-hospital", file=sys.stderr)
        return 1
    try:
        answers = asked(vars(options), input if sys.stdin.isatty() else None)
    except EOFError:
        answers = None
    if answers is None:
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    if answers.logo:
        shutil.copyfile(answers.logo, folder / logo_name(answers.logo))
    (folder / "brand.yml").write_text(brand_file(folder.as_posix(), answers), encoding="utf-8")
    print(f"{folder}/brand.yml is there; look at it, and then run: make site BRAND={folder}")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote the brand folder"))
