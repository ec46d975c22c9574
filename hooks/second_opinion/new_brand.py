"""Write a brand folder to start from: ``make brand NAME=our-hospital``; what is not given is asked."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from second_opinion.edge import run_command

LOGOS = (".svg", ".png")
FILE = """\
# The brand of {name}. Every line is checked: `make site BRAND={folder}`.
# What you do not say is not shown. HOSPITALS.md says what each key does.

name:
  nl: {quoted}
  en: {quoted}
site_url: {address}   # where the site will stand, with the folder if it is not at the root
{look}
# Take away the '#' in front of what you want to say. Texts stand in Dutch and in English;
# for a site in Dutch alone, write 'languages: [nl]' and leave the English out.

# short_name: {{nl: Ons Ziekenhuis, en: Our Hospital}}   # for places with little room
# updated: {example_day}   # the day on which you went over this file
# languages: [nl]

# links:
#   home: {{nl: https://www.ons-ziekenhuis.example, en: https://www.ons-ziekenhuis.example/en}}
#   patient_portal: {{nl: https://mijn.ons-ziekenhuis.example}}
#   privacy: {{nl: https://www.ons-ziekenhuis.example/privacy}}
#   accessibility: {{nl: https://www.ons-ziekenhuis.example/toegankelijkheid}}

# contact:
#   department: {{nl: het Patiënteninformatiepunt, en: the Patient Information Desk}}
#   phone: 000 000 00 00
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
# costs: {{advance: 500, price_list: https://www.ons-ziekenhuis.example/prijzen, phone: 000 000 00 00}}
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
    """What someone says about a new brand; colour and logo may be empty."""

    name: str
    address: str
    colour: str
    logo: str


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
        example_day=EXAMPLE_DAY,
    )


def logo_name(logo: str) -> str:
    """Return the name that a logo gets in the brand folder."""
    return f"logo{Path(logo).suffix}"


def wrong_answer(answers: Answers) -> str | None:
    """Return what is wrong with the answers that no check of brand.yml could tell, or None."""
    if not answers.name or '"' in answers.name or "\\" in answers.name:
        return "The name is empty or has a quote in it; give another one: TITLE='Our Hospital'"
    if answers.logo and (not Path(answers.logo).is_file() or Path(answers.logo).suffix not in LOGOS):
        return f"The logo '{answers.logo}' is no SVG or PNG file that is there; give another one, or none"
    return None


def asked(options: argparse.Namespace, ask: Callable[[str], str]) -> Answers:
    """Return the answers: those that were given, and the others as someone types them."""
    return Answers(
        name=options.name or ask("Name of the hospital: ").strip(),
        address=options.address or ask("Address of the site (https://...): ").strip(),
        colour=options.colour or ask("Main colour, like #00565f (empty for the neutral one): ").strip(),
        logo=options.logo or ask("Logo, an SVG or PNG file (empty for none): ").strip(),
    )


def unasked(_: str) -> str:
    """Answer nothing, where nobody can be asked."""
    return ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the folder; return 1 when it cannot be."""
    parser = argparse.ArgumentParser(description="Write a brand folder to start from.")
    parser.add_argument("--folder", type=Path, required=True)
    for option in ("name", "address", "colour", "logo"):
        parser.add_argument(f"--{option}", default="")
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    if folder.name == "brands" or (folder.exists() and any(folder.iterdir())):
        print("Give the folder a name that is not taken: make brand NAME=our-hospital", file=sys.stderr)
        return 1
    answers = asked(options, input if sys.stdin.isatty() else unasked)
    if wrong := wrong_answer(answers):
        print(wrong, file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    if answers.logo:
        shutil.copyfile(answers.logo, folder / logo_name(answers.logo))
    (folder / "brand.yml").write_text(brand_file(folder.as_posix(), answers), encoding="utf-8")
    print(f"{folder}/brand.yml is there; look at it, and then run: make site BRAND={folder}")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote the brand folder"))
