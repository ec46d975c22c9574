"""The page that a brand makes about itself: what brand.yml says, in the sentences of data/your-hospital.yml.

Only what the brand says is shown: a section without anything to say has no heading.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.lists import format_list

from second_opinion.brand.files import site_path
from second_opinion.brand.model import Brand
from second_opinion.brand.route import Contact, Paper, Place
from second_opinion.core.findings import Finding
from second_opinion.core.formatting import day, euro
from second_opinion.core.languages import DEFAULT_LANGUAGE, LOCALES
from second_opinion.core.markdown_text import Text
from second_opinion.core.phone import Phone
from second_opinion.core.records import AddressByLanguage, WordsByLanguage
from second_opinion.core.validation import YamlDocument, validate
from second_opinion.data.interface import Interface
from second_opinion.data.menu import MenuItem
from second_opinion.texts.front_matter import FrontMatter, longest
from second_opinion.texts.pages import BrokenPage, Page

FILE = "data/your-hospital.yml"
NAME = "your-hospital"
ICON = "hospital-box-outline"
AT_THE_TOP = 40  # letters of a name beside the logo, which are two lines on a phone
FRESH = datetime.timedelta(days=45)
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+.!|:~^=-])")


@dataclass(frozen=True)
class Section:
    """A section of the page: its anchor, its title, and its blocks of Markdown, of which there is at least one."""

    anchor: str
    title: str
    blocks: Sequence[str]


@dataclass(frozen=True)
class Speaker:
    """A brand that speaks one language on one day."""

    brand: Brand
    lang: str
    words: Interface
    today: datetime.date

    @property
    def name(self) -> str:
        """Return the short name, safe in Markdown."""
        return escape_markdown(self.brand.short_name_in(self.lang))

    def say(self, words: WordsByLanguage) -> str:
        """Return words of the brand, safe in Markdown."""
        return escape_markdown(words.in_language(self.lang))

    def listed(self, items: Iterable[str]) -> str:
        """Return things with commas and an `and`."""
        return format_list(list(items), locale=LOCALES[self.lang])

    def languages(self, codes: Iterable[str]) -> str:
        """Return the names of languages in words."""
        names = Locale.parse(LOCALES[self.lang]).languages
        return self.listed(names[code] for code in codes)

    def link(self, words: str, address: AddressByLanguage) -> str:
        """Return a link to another site, with its language where it is not the page's."""
        target, lang = address.in_language(self.lang)
        return self.marked(f"[{words}](<{target}>)", lang)

    def marked(self, link: str, lang: str) -> str:
        """Return a link with a word about its language where that is not the page's."""
        return link if lang == self.lang else f"{link}{{ hreflang={lang} }} ({self.words.in_dutch})"


def escape_markdown(text: str) -> str:
    """Return a text of a brand as Markdown that shows just these characters."""
    return SPECIAL.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))


def telephone(phone: Phone) -> str:
    """Return a telephone number as a link."""
    return f"[{escape_markdown(phone.shown)}]({phone.address})"


def bullets(items: Iterable[str]) -> list[str]:
    """Return a list as one block, or nothing where there are no items."""
    lines = [f"- {item}" for item in items]
    return ["\n".join(lines)] if lines else []


def sections(brand: Brand, lang: str, words: Interface, today: datetime.date) -> list[Section]:
    """Return the sections of the page about a brand, in the order of what a patient does."""
    speaker = Speaker(brand, lang, words, today)
    made: tuple[tuple[str, str, Callable[[Speaker], list[str]]], ...] = (
        ("where-to-go", words.elsewhere_title, _elsewhere),
        ("contact", words.contact_title, _contact),
        ("specialties", words.specialties_title, _specialties),
        ("referral", words.referral_title, _referral),
        ("your-file", words.file_title, _file),
        ("application", words.review_title, _review),
        ("appointment", words.appointment_title, _appointment),
        ("waiting", words.waiting_title, _waiting),
        ("costs", words.costs_title, _costs),
        ("report", words.report_title, _report),
        ("takeover", words.takeover_title, _takeover),
        ("from-abroad", words.abroad_title, _from_abroad),
        ("papers", words.papers_title, _papers),
        ("complaints", words.complaints_title, _complaints),
    )
    return [Section(anchor, title, blocks) for anchor, title, say in made if (blocks := say(speaker))]


# ---- what each section says


def _elsewhere(speaker: Speaker) -> list[str]:
    elsewhere, words = speaker.brand.elsewhere, speaker.words
    if elsewhere is None:
        return []
    blocks = [words.elsewhere.format(name=speaker.name)]
    if elsewhere.questions_about:
        things = speaker.listed(map(speaker.say, elsewhere.questions_about))
        blocks.append(words.elsewhere_questions.format(things=things))
    blocks.append(_directory(speaker, elsewhere.places))
    if elsewhere.directory:
        blocks.append(speaker.link(words.elsewhere_directory, elsewhere.directory))
    return blocks


def _directory(speaker: Speaker, places: Sequence[Place]) -> str:
    """Return the list of places as HTML, which a script gives a filter."""
    words, lang, text = speaker.words, speaker.lang, html.escape

    def item(place: Place) -> str:
        about = [subject.in_language(lang) for subject in place.about]
        lines = [
            f"<strong>{text(place.name)}</strong>, {text(place.town)}",
            text(words.place_about.format(things=speaker.listed(about))),
        ]
        if place.phone:
            lines.append(text(words.to_call).format(phone=place.phone.link))
        if place.address:
            link = text(words.place_site.format(name=place.name))
            lines.append(f'<a href="{text(place.address)}">{link}</a>')
        return f'<li data-about="{text("|".join(about))}">{"<br>".join(lines)}</li>'

    data = {
        "label": words.filter_label,
        "all": words.filter_all,
        "count": words.filter_count,
    }
    attributes = " ".join(f'data-word-{key}="{text(value)}"' for key, value in data.items())
    items = "\n".join(item(place) for place in places)
    return f'<ul class="directory" data-module="directory" {attributes}>\n{items}\n</ul>'


def _ways(speaker: Speaker, contact: Contact) -> list[str]:
    """Return the ways to reach someone, each as an item of a list."""
    words, ways = speaker.words, []
    if contact.phone:
        shape = words.to_call_when if contact.hours else words.to_call
        hours = speaker.say(contact.hours) if contact.hours else ""
        ways.append(shape.format(phone=telephone(contact.phone), hours=hours))
    if contact.email:
        ways.append(words.to_mail.format(email=f"[{escape_markdown(contact.email)}](mailto:{contact.email})"))
    return ways


def _contact(speaker: Speaker) -> list[str]:
    contact, words, portal = speaker.brand.contact, speaker.words, speaker.brand.links.patient_portal
    blocks = []
    if contact:
        if contact.department:
            blocks.append(words.contact_department.format(department=speaker.say(contact.department)))
        form = [speaker.link(words.contact_form, contact.form)] if contact.form else []
        blocks += bullets([*_ways(speaker, contact), *form])
        if contact.answer_time:
            blocks.append(words.contact_answer.format(time=speaker.say(contact.answer_time)))
    return [*blocks, speaker.link(words.portal, portal)] if portal else blocks


def _specialties(speaker: Speaker) -> list[str]:
    specialties, words = speaker.brand.specialties, speaker.words
    if specialties is None:
        return []
    if specialties.all:
        return [words.specialties_all]
    names = bullets(map(speaker.say, specialties.names))
    return [words.specialties_some, *names] if names else []


def _referral(speaker: Speaker) -> list[str]:
    referral, words = speaker.brand.referral, speaker.words
    if referral is None:
        return []
    who = "both" if len(set(referral.by)) == 2 else _word(referral.by[0])
    blocks = [words[f"referral_{who}"]]
    if referral.preferred:
        blocks.append(words[f"preferred_{_word(referral.preferred)}"])
    if referral.preferred == "treating-doctor" and who == "both":
        blocks.append(words.gp_takes_longer)
    return [" ".join(blocks)]


def _word(choice: str) -> str:
    """Return a choice of brand.yml as part of the name of its words."""
    return choice.replace("-", "_")


def _file(speaker: Speaker) -> list[str]:
    file, words = speaker.brand.file, speaker.words
    if file is None:
        return []
    ways = [speaker.link(words.file_portal, file.portal)] if file.portal else []
    if file.post:
        ways.append(words.file_post.format(address=", ".join(map(escape_markdown, file.post))))
    if file.fax:
        ways.append(words.file_fax.format(number=escape_markdown(file.fax.shown)))
    if file.images:
        ways.append(words.file_images.format(way=speaker.say(file.images)))
    if file.disc:
        ways.append(words.file_disc)
    blocks = [words.file_by, *bullets(ways)] if ways else []
    if file.contents:
        blocks += [words.file_contents, *bullets(map(speaker.say, file.contents))]
    if file.languages:
        blocks.append(words.file_languages.format(languages=speaker.languages(file.languages)))
    return blocks


def _review(speaker: Speaker) -> list[str]:
    review, words = speaker.brand.review, speaker.words
    if review is None:
        return []
    blocks = []
    if review.working_days:
        blocks.append(words.review_days.format(days=review.working_days))
    if review.confirmation is not None:
        blocks.append(words.review_confirmation if review.confirmation else words.review_no_confirmation)
    if review.status:
        department = review.status.department
        asked = (
            words.review_status.format(department=speaker.say(department))
            if department
            else words.review_status_plain
        )
        blocks += [asked, *bullets(_ways(speaker, review.status))]
    return blocks


def _appointment(speaker: Speaker) -> list[str]:
    appointment, words = speaker.brand.appointment, speaker.words
    if appointment is None:
        return []
    blocks = []
    if appointment.made:
        made = {
            "by-patient": words.made_by_patient,
            "by-hospital": words.made_by_hospital,
            "by-hospital-after-file": words.made_after_file,
        }
        blocks.append(made[appointment.made])
    if appointment.address:
        blocks.append(speaker.link(words.made_by_patient_link, appointment.address))
    status = speaker.brand.review.status if speaker.brand.review else None
    if appointment.made == "by-hospital" and status and status.department:
        blocks.append(words.made_by_department.format(department=speaker.say(status.department)))
    if appointment.always is not None:
        blocks.append(words.always if appointment.always else words.not_always)
    if appointment.one_visit:
        blocks.append(words.one_visit)
    if appointment.video:
        blocks.append(words.video)
    return blocks


def is_fresh(date: datetime.date, today: datetime.date) -> bool:
    """Tell whether waiting times of a day may still be shown."""
    return today - date <= FRESH


def _waiting(speaker: Speaker) -> list[str]:
    waiting, words = speaker.brand.waiting_times, speaker.words
    if waiting is None or not is_fresh(waiting.date, speaker.today):
        return []
    rows = [f"| {speaker.say(entry.specialty)} | {entry.weeks} |" for entry in waiting.weeks]
    table = "\n".join([f"| {words.waiting_specialty} | {words.waiting_weeks} |", "|---|---|", *rows])
    guide = (
        [words.waiting_guide, words.waiting_after_review] if speaker.brand.review else [words.waiting_guide]
    )
    return [words.waiting_on.format(date=day(waiting.date, speaker.lang)), table, " ".join(guide)]


def _costs(speaker: Speaker) -> list[str]:
    costs, words, blocks = speaker.brand.costs, speaker.words, []
    if costs.advance is not None:
        amount = euro(costs.advance, speaker.lang)
        blocks.append(f"{words.costs_insurer} {words.costs_advance.format(amount=amount)}")
    if costs.department:
        blocks.append(words.costs_department.format(department=speaker.say(costs.department)))
    ways = [f"[{words.costs_prices}](<{costs.price_list}>)"] if costs.price_list else []
    if costs.phone:
        ways.append(words.costs_phone.format(phone=telephone(costs.phone)))
    blocks += [*bullets(ways), *_contracts(speaker)]
    return [*blocks, f"[{words.costs_page}](costs.md#who-pays)"] if blocks else []


def _contracts(speaker: Speaker) -> list[str]:
    contracts, words, lang = speaker.brand.costs.contracts, speaker.words, speaker.lang
    if contracts is None or not contracts.holds_on(speaker.today):
        return []
    insurers = speaker.listed(map(escape_markdown, contracts.insurers))
    until, date = day(contracts.until, lang), day(contracts.date, lang)
    return [words.costs_contracts.format(insurers=insurers, until=until, date=date)]


def _report(speaker: Speaker) -> list[str]:
    report, words = speaker.brand.report, speaker.words
    if report is None:
        return []
    people = speaker.listed(words[f"to_{_word(person)}"] for person in report.to)
    said = [words.report_to.format(people=people)]
    if report.unless_you_object:
        said.append(words.report_unless)
    if report.copy_on_request:
        said.append(words.report_copy)
    return [" ".join(said)]


def _takeover(speaker: Speaker) -> list[str]:
    takeover, words = speaker.brand.takeover, speaker.words
    if takeover is None:
        return []
    blocks = [words[f"takeover_{_word(takeover.policy)}"]]
    reasons = bullets(map(speaker.say, takeover.reasons))
    return [*blocks, words.takeover_reasons, *reasons] if reasons else blocks


def _from_abroad(speaker: Speaker) -> list[str]:
    abroad = speaker.brand.from_abroad
    if abroad is None:
        return []
    return [speaker.words.abroad.format(languages=speaker.languages(abroad.languages))]


def _papers(speaker: Speaker) -> list[str]:
    return bullets(_paper(speaker, paper) for paper in speaker.brand.papers)


def _paper(speaker: Speaker, paper: Paper) -> str:
    title = speaker.say(paper.title)
    if paper.file:
        file, lang = paper.file.in_language(speaker.lang)
        up = "../" if speaker.lang == DEFAULT_LANGUAGE else "../../"
        title = speaker.marked(f"[{title}](<{up}{site_path(file)}>)", lang)
    elif paper.address:
        title = speaker.link(title, paper.address)
    return (
        f"{title}, {speaker.words.paper_code.format(code=escape_markdown(paper.code))}"
        if paper.code
        else title
    )


def _complaints(speaker: Speaker) -> list[str]:
    complaints, words = speaker.brand.complaints, speaker.words
    if complaints is None:
        return []
    form = [speaker.link(words.complaints_form, complaints.form)] if complaints.form else []
    ways = _ways(speaker, Contact(phone=complaints.phone, email=complaints.email))
    return [words.complaints.format(officer=speaker.say(complaints.officer)), *bullets([*ways, *form])]


# ---- the page


def own_pages(
    document: YamlDocument, brand: Brand, words: Mapping[str, Interface], today: datetime.date
) -> tuple[list[Page | BrokenPage], MenuItem | None, list[Finding]]:
    """Return the page about a brand in each of its languages and its entry in the menu; nothing without sections."""
    pages: list[Page | BrokenPage] = []
    findings: list[Finding] = []
    for lang in brand.languages:
        made = sections(brand, lang, words[lang], today)
        too_long = _check_name(document, brand, lang, words[lang], has_page=bool(made))
        findings += too_long
        if made:
            page, found = _page(document, brand, lang, words[lang], made, today)
            pages.append(page)
            findings += [] if too_long else found
    if not pages:
        return [], None, findings
    labels = {lang: words[lang].menu.format(name=brand.short_name_in(lang)) for lang in words}
    return pages, MenuItem.model_validate({"page": NAME, "icon": ICON, "footer": True, **labels}), findings


def _said(brand: Brand, lang: str, words: Interface) -> dict[str, str]:
    """Return what the front matter of the page says of a brand."""
    title = words.title_elsewhere if brand.elsewhere else words.title
    return {
        "title": title.format(name=brand.short_name_in(lang)),
        "description": words.description.format(name=brand.name_in(lang)),
    }


def _check_name(
    document: YamlDocument, brand: Brand, lang: str, words: Interface, *, has_page: bool
) -> list[Finding]:
    """Find a name that is too long for the top of each page, or for what the page about the brand says of itself."""
    short, name, said = brand.short_name_in(lang), brand.name_in(lang), _said(brand, lang, words)
    key = "short_name" if brand.short_name else "name"
    top, described = AT_THE_TOP, len(name)
    where = "at the top of a page"
    if has_page:
        top = min(top, longest("title") - len(said["title"]) + len(short))
        described = longest("description") - len(said["description"]) + len(name)
        where += " and in the title of your own page"
    if len(short) > top:
        place, length, most = (key, lang), len(short), top
    elif len(name) > described:
        place, length, most, where = (
            ("name", lang),
            len(name),
            described,
            "in the description of your own page",
        )
    else:
        return []
    wrong = f"'{'.'.join(place)}' has {length} characters, and {most} fit {where}"
    needs_another = place[0] == "name" and length == len(short) and brand.short_name is None
    do = (
        f"give a 'short_name' of at most {most} beside it"
        if needs_another
        else f"shorten it by {length - most}"
    )
    return [Finding(document.file, document.line(*place), wrong, do)]


def _page(
    document: YamlDocument,
    brand: Brand,
    lang: str,
    words: Interface,
    made: Sequence[Section],
    today: datetime.date,
) -> tuple[Page | BrokenPage, list[Finding]]:
    """Return the page in one language, with what is wrong with the words of data/your-hospital.yml at its top."""
    date = brand.updated or today
    lead = (words.lead_elsewhere if brand.elsewhere else words.lead).format(
        name=escape_markdown(brand.name_in(lang))
    )
    body = [lead]
    for section in made:
        body += [f"## {section.title} {{#{section.anchor}}}", *section.blocks]
    text = Text(document.file, "\n\n".join(body) + "\n")
    said = _said(brand, lang, words) | {
        "slug": words.slug,
        "written": date,
        "checked": [],
        "next_check": date + datetime.timedelta(days=365),
        "sources": [],
        "related": ["applying", "appointment", "costs"],
        "search_words": [],
    }
    meta, findings = validate(YamlDocument(FILE, said, {}), FrontMatter)
    if meta is None:
        return BrokenPage(lang, NAME, document.file, text), findings
    return Page(lang, NAME, document.file, meta, YamlDocument(document.file, {}, {}), text), []


def check_waiting_times(document: YamlDocument, brand: Brand, today: datetime.date) -> list[Finding]:
    """Give a notice of waiting times that are too old to be shown."""
    waiting = brand.waiting_times
    if waiting is None or is_fresh(waiting.date, today):
        return []
    wrong = f"the waiting times are of {waiting.date}, more than {FRESH.days} days ago, and are not shown"
    do = "look them up again, and write the new date"
    return [Finding(document.file, document.line("waiting_times", "date"), wrong, do, is_fault=False)]


def check_contracts(document: YamlDocument, brand: Brand, today: datetime.date) -> list[Finding]:
    """Give a notice of contracts that have ended."""
    contracts = brand.costs.contracts
    if contracts is None or contracts.holds_on(today):
        return []
    wrong = f"the contracts with insurers ended on {contracts.until}, and are not shown"
    do = "look them up again, and write the new days"
    line = document.line("costs", "contracts", "until")
    return [Finding(document.file, line, wrong, do, is_fault=False)]


# ---- what other pages show of it

SHOWN_ON = {
    "index": ("where-to-go",),
    "applying": ("where-to-go", "referral", "application"),
    "appointment": ("appointment",),
    "costs": ("costs",),
}


def first_blocks(brand: Brand, lang: str, words: Interface, today: datetime.date, page: str) -> list[str]:
    """Return the first block of each section that concerns a page, as Markdown."""
    made = {section.anchor: section for section in sections(brand, lang, words, today)}
    return [made[anchor].blocks[0] for anchor in SHOWN_ON.get(page, ()) if anchor in made]
