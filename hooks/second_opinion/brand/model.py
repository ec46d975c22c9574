"""Whose site it is: a brand folder with brand.yml, anywhere on disk."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Any, get_args, get_origin
from urllib.parse import urlsplit

from msgspec.structs import replace
from pydantic import AfterValidator, Field, WithJsonSchema, create_model, model_validator

from second_opinion.brand.apart import check_apart
from second_opinion.brand.companions import check_companions
from second_opinion.brand.dates import check_dates_to_come
from second_opinion.brand.look import Look
from second_opinion.brand.route import (
    Appointment,
    Complaints,
    Contact,
    Costs,
    Elsewhere,
    FileRoute,
    FromAbroad,
    Links,
    Moment,
    Paper,
    Referral,
    ReportRoute,
    RequestHandling,
    SectionName,
    Specialties,
    Studies,
    Takeover,
    WaitingTimes,
)
from second_opinion.core.addresses import HOME
from second_opinion.core.findings import Finding, Message, did_you_mean
from second_opinion.core.languages import (
    FACTS,
    LANGUAGE_NAMES,
    LANGUAGES,
    SOURCE_LANGUAGE,
    SOURCE_NAME,
    format_languages,
    others,
)
from second_opinion.core.long_sentences import MOST_IN_SENTENCE, long_sentences
from second_opinion.core.odd_spaces import with_place_of_key
from second_opinion.core.records import (
    ADDRESS_IN_JSON,
    ByLanguage,
    Language,
    NameByLanguage,
    PageName,
    PersonName,
    Record,
    SafeAddress,
    Slug,
    Strict,
    WebAddress,
    Words,
    WordsByLanguage,
    YesOrNo,
    describe_address_in_full,
    in_source_language,
    key,
    one_of,
    records_in,
)
from second_opinion.core.refusals import groups_with, is_needed_at, is_part_of_words, message_of_empty
from second_opinion.core.validation import YamlDocument, as_written, validate, without_faults
from second_opinion.core.yaml_mistakes import remark_in, within_curled_quotes
from second_opinion.core.yaml_parser import KeyPath

NO_ARTICLE = "none"  # for a short name without one, where the long name has one
NEEDED = (HOME, "about")  # pages without which there is no site
MOST_FIRST = 4  # pages that a brand puts first: the rest of the room is for what every reader looks for
STAND_INS = {  # for what cannot be read, so that the rest is checked
    "name": dict.fromkeys(FACTS, "-"),
    "short_name": dict.fromkeys(FACTS, "-"),
    "site_url": "https://second-opinion.invalid",
    "reviewers.name": "someone",
    "reviewers.role": dict.fromkeys(FACTS, "-"),
    "reviewers.date": datetime.date.min,
    "pages_left_out.reason": "-",
}
MOST_WORDS = 40  # of a line of a brand's own
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
LOOPBACK = ("localhost", "127.0.0.1", "::1")
HTML = re.compile(
    r"</?(?:a|abbr|b|br|div|em|font|h[1-6]|i|img|li|ol|p|script|small|span|strong|sub|sup|table|td|tr|u|ul)\b[^<>]*>"
    r"|&(?:[a-z]+|#[0-9]+);",
    re.IGNORECASE,
)


def _site_address(value: str) -> str:
    """Return the address of a site; raise ValueError where readers cannot be sent to what is made of it."""
    parts = urlsplit(value)
    if parts.scheme not in {"https", "http"} or not parts.hostname or re.search(r"\s", value):
        raise ValueError(f"this is no web address; {describe_address_in_full(value)}")
    if "?" in value or "#" in value:
        raise ValueError("the address of a site has no '?' and no '#'; write it as far as there")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise ValueError("it starts with http:, and a site for readers stands on https; write https://")
    return value


CHOICES = f"[{SOURCE_LANGUAGE}] or [{', '.join(LANGUAGES)}]"


def _with_source_language(languages: list[str]) -> list[str]:
    if len(languages) != len(set(languages)):
        raise ValueError(f"a language stands twice; write {CHOICES}")
    if SOURCE_LANGUAGE not in languages:
        raise ValueError(f"{SOURCE_NAME} is always one of the languages; write {CHOICES}")
    return languages


def _in_languages_with_articles(record: type[Record]) -> type[Record]:
    """Give a record a part for each language in which names can have an article."""
    parts: dict[str, Any] = {
        lang: (Annotated[str, one_of((*facts.articles, NO_ARTICLE))] | None, None)
        for lang, facts in FACTS.items()
        if facts.articles
    }
    name, module = record.__name__, record.__module__
    return create_model(name, __base__=record, __module__=module, __doc__=record.__doc__, **parts)


@_in_languages_with_articles
class Articles(Strict):
    """The article of a name in each language; one alone is that in the source language."""

    @model_validator(mode="before")
    @classmethod
    def _in_source_language(cls, value: object) -> object:
        return in_source_language(value)

    def before_name(self, lang: str) -> str:
        """Return what stands before the name in a sentence, with the space behind it."""
        article = getattr(self, lang, None)
        return f"{article} " if article and article != NO_ARTICLE else ""


class Reviewer(Strict):
    """Someone of the hospital who reviewed pages: in which role, when, and which ones."""

    name: Annotated[PersonName, key("Who it was", "A. Voorbeeld")]
    role: Annotated[
        WordsByLanguage,
        key(
            "In which role; at the foot of each of these pages readers see the name, the role and the day, and "
            "whether the page changed after that",
            "{nl: arts, en: doctor}",
        ),
    ]
    date: Annotated[datetime.date, key("On which day", "2026-11-22")]
    pages: Annotated[
        list[PageName],
        Field(min_length=1),
        key("Which pages, by the names of their files in docs/nl, ours or yours", "[applying, costs]"),
    ]


class LeftOut(Strict):
    """A shared page that this brand does not show, and why."""

    page: Annotated[PageName, key("The name of its file in docs/nl", "abroad")]
    reason: Annotated[Words, key("Why you do not show it", "no care for people from abroad")]


class EditPage(Strict):
    """How editors sign in on the page for editing without Git."""

    sign_in: Annotated[
        SafeAddress | None,
        key(
            "Your service for signing in at GitHub; without it editors fill in a token",
            "https://login.ons-ziekenhuis.example",
        ),
    ] = None
    application: Annotated[
        Words | None, key("The ID of the application that you registered at your GitLab", "0123abcd")
    ] = None


class Brand(Strict):
    """What a brand says about itself."""

    name: Annotated[
        NameByLanguage, key("Your name, without an article", "{nl: Ons Ziekenhuis, en: Our Hospital}")
    ]
    short_name: Annotated[
        NameByLanguage | None,
        key(
            "A name for the top of the page and the places with little room, 40 letters at most; needed where your "
            "name is longer",
            "{nl: OZ, en: OH}",
        ),
    ] = None
    article: Annotated[
        Articles | None,
        key(
            "The article before your name in a sentence; one word alone is the Dutch article",
            "{nl: het, en: the}",
        ),
    ] = None
    short_article: Annotated[
        Articles | None, key("The article before the short name, where it differs", "none")
    ] = None
    site_url: Annotated[
        str,
        AfterValidator(_site_address),
        WithJsonSchema(ADDRESS_IN_JSON),
        key(
            "The address of the site, with its path if it is not at the root",
            "https://second-opinion.ons-ziekenhuis.example",
        ),
    ]
    languages: Annotated[
        list[Language], AfterValidator(_with_source_language), key("The languages of the site", "[nl]")
    ] = [*LANGUAGES]
    updated: Annotated[
        datetime.date | None,
        key("The day on which you went over this file, shown on your own page", "2026-11-22"),
    ] = None
    example: Annotated[
        YesOrNo, key("Whether all this is invented; such a site cannot be published", "true")
    ] = False
    repository: Annotated[
        WebAddress | None,
        key(
            "Where the source stands; every page that stands there then has a link to suggest an improvement",
            "https://git.example/second-opinion",
        ),
    ] = None
    edit_page: Annotated[
        EditPage | None,
        key("Puts the page for editing without Git, /edit/, on the site for readers too"),
    ] = None
    # `model_construct` makes a default without its validator, which the program would wait for each time it starts.
    look: Annotated[Look, key("What readers recognise you by")] = Look.model_construct()
    links: Annotated[Links, key("Pages of your own site")] = Links.model_construct()
    contact: Annotated[Contact | None, key("Where readers ask a question or report a mistake")] = None
    complaints: Annotated[Complaints | None, key("Who helps with a complaint")] = None
    specialties: Annotated[Specialties | None, key("What you give second opinions about")] = None
    moment: Annotated[Moment | None, key("When someone comes best")] = None
    referral: Annotated[Referral | None, key("Who refers a patient to you")] = None
    file: Annotated[FileRoute | None, key("How the medical file reaches you")] = None
    review: Annotated[RequestHandling | None, key("What you do with a request")] = None
    appointment: Annotated[Appointment | None, key("How a patient gets an appointment")] = None
    waiting_times: Annotated[WaitingTimes | None, key("How long people wait")] = None
    studies: Annotated[Studies | None, key("Medical studies that patients can join")] = None
    costs: Annotated[Costs, key("What you say about your own prices")] = Costs.model_construct()
    report: Annotated[ReportRoute | None, key("Who gets the report")] = None
    takeover: Annotated[Takeover | None, key("Whether a treatment can go on with you")] = None
    from_abroad: Annotated[
        FromAbroad | None, key("Second opinions for people who are treated in another country")
    ] = None
    hard_to_ask: Annotated[
        YesOrNo,
        key("Whether your page reassures people who find it hard to ask for a second opinion", "true"),
    ] = False
    own_lines: Annotated[
        dict[SectionName, WordsByLanguage],
        key(
            "A line of your own at the end of a section of your page, and behind its answer on our pages; a section is "
            "named as in the address of its heading, like `#appointment`",
            "{costs: {nl: Parkeren is gratis., en: Parking is free.}}",
        ),
    ] = {}
    own_lines_first: Annotated[
        list[Slug],
        key("The sections of which your own line stands first, and not at the end", "[costs]"),
    ] = []
    papers: Annotated[list[Paper], key("Leaflets and forms")] = []
    elsewhere: Annotated[
        Elsewhere | None, key("For an organisation that gives no second opinions itself")
    ] = None
    reviewers: Annotated[
        list[Reviewer],
        key("Who in your house checked pages: only people who really did"),
    ] = []
    pages_left_out: Annotated[list[LeftOut], key("Shared pages that you do not show")] = []
    menu_first: Annotated[
        list[PageName],
        Field(max_length=MOST_FIRST),
        key(
            "Pages that come first in the menu, behind your own page, and at the top of every page: the names of "
            "their files",
            "[mental-health, our-desk]",
        ),
    ] = []
    sentences: Annotated[
        dict[str, WordsByLanguage],
        key(
            "Sentences of yours in the place of ours, under their names in data/your-hospital.yml",
            "{review_confirmation: {nl: Wij bellen u., en: We will call you.}}",
        ),
    ] = {}

    def name_in(self, lang: str) -> str:
        """Return the name in one language."""
        return self.name.in_language(lang)

    def short_name_in(self, lang: str) -> str:
        """Return the name for places with little room."""
        return (self.short_name or self.name).in_language(lang)

    def names_in(self, lang: str, *, is_short: bool) -> dict[str, str]:
        """Return the name as sentences take it: alone, with its article, and so at the start of a sentence."""
        name = self.short_name_in(lang) if is_short else self.name_in(lang)
        articles = (self.short_article or self.article) if is_short and self.short_name else self.article
        article = articles.before_name(lang) if articles else ""
        with_article = f"{article}{name}"
        return {
            "name": name,
            "the_name": with_article,
            "The_name": with_article[:1].upper() + with_article[1:],
        }

    def proper_names(self, lang: str) -> list[str]:
        """Return the names in which no word is explained: those of the hospital and of the places that it names."""
        places = [place.name for place in self.elsewhere.places] if self.elsewhere else []
        return [self.name_in(lang), self.short_name_in(lang), *places]

    def edit_address(self, file: str) -> str:
        """Return where an editor changes a file of the repository; nothing without one or for a file outside of it."""
        if not self.repository or not file or file.startswith("/"):
            return ""
        return f"{self.repository.rstrip('/')}/edit/main/{file}"

    @property
    def left_out(self) -> set[str]:
        """Return the names of the shared pages that this brand does not show, of which a needed one stays."""
        return {entry.page for entry in self.pages_left_out} - set(NEEDED)


def _is_group(kind: Any) -> bool:
    """Tell whether a key of some type has others below it: a record that is not just words in each language."""
    if get_origin(kind) in {list, dict}:
        return False
    records = [
        each for each in (kind, *get_args(kind)) if isinstance(each, type) and issubclass(each, Strict)
    ]
    return any(not issubclass(record, ByLanguage | Articles) for record in records)


TOLD_BY_NAME = {("menu_first",), ("elsewhere", "places")}  # lists of which a name that stands twice is told
GROUPS = tuple(  # in a new brand.yml each is there and may stay empty; not `edit_page`, of which `{}` says something
    name for name, field in Brand.model_fields.items() if _is_group(field.annotation) and name != "edit_page"
)


def read_brand(
    document: YamlDocument,
    *,
    today: datetime.date,
    site_url: str | None = None,
    repository: str | None = None,
) -> tuple[Brand | None, list[Finding]]:
    """Return the brand; the site's address and the repository can be given from outside."""
    given = {"site_url": site_url, "repository": repository}
    document = without_empty_groups(document)
    brand, findings = validate(document, Brand, languages=_languages_said(document))
    brand = None if document.unread else brand
    placed = (with_place_of_key(document, found, Brand) for found in document.findings)
    findings = [*(_with_lost_group(document, found) for found in placed), *findings]
    sound = document if brand else _sound_part(document)
    readable = brand or (validate(sound, Brand)[0] if sound else None)
    if sound is None or readable is None:
        return None, findings
    findings += [found for check in CHECKS for found in check(sound, readable)]
    findings += [found for check in CHECKS_OF_KEYS for found in check(sound)]
    findings += check_dates_to_come(sound, readable, today)
    # These two look at what cannot be read too: a line cut by a comma, a value beside which another one is needed.
    findings += [*_check_own_lines(document, readable), *check_companions(document, sound, readable)]
    findings += _check_given(sound, site_url) if site_url else []
    readable = readable.model_copy(update={key: value for key, value in given.items() if value})
    return (readable if brand else None), findings


def readable_brand(document: YamlDocument) -> tuple[Brand | None, YamlDocument]:
    """Return what can be read of a brand in which something is wrong, and its file without the rest.

    So that everything else is checked in the same run.
    """
    sound = _sound_part(without_empty_groups(document))
    return (validate(sound, Brand)[0], sound) if sound else (None, document)


def without_empty_groups(document: YamlDocument) -> YamlDocument:
    """Return a document without the groups of keys in which nothing is said: 'referral:' alone is no mistake."""
    if not isinstance(document.value, dict):
        return document
    said = {name: value for name, value in document.value.items() if value is not None or name not in GROUPS}
    return replace(document, value=said)


def _with_lost_group(document: YamlDocument, finding: Finding) -> Finding:
    """Return a finding; that of a key that stands twice names the groups whose line can be gone above the second."""
    places = (
        place
        for place, line in document.lines.items()
        if place[1:] == finding.about and (finding.file, line) in finding.also
    )
    place = next(places, None)
    lost = groups_with(place[1], Brand, document.value) if place else []
    above = " or ".join(f"'{group}:'" for group in lost)
    return (
        replace(finding, do=f"put {above} back above it if that line is gone, or {finding.do}")
        if lost
        else finding
    )


def _languages_said(document: YamlDocument) -> Sequence[str]:
    """Return the languages that a document asks for in the order of the site, all of them where it asks for none."""
    said = document.value.get("languages") if isinstance(document.value, dict) else None
    wanted = [lang for lang in LANGUAGES if isinstance(said, list) and lang in said]
    return wanted if SOURCE_LANGUAGE in wanted else LANGUAGES


def notice_of_unread(document: YamlDocument) -> Finding:
    """Return the notice that more may be wrong than is reported, as long as not all of brand.yml can be read."""
    unread = ", ".join(f"'{key}'" for key in document.unread if key in Brand.model_fields)
    what = f"the lines of {unread}" if unread else "this file"
    return Finding(
        document.file,
        min([*document.unread.values(), *(found.line for found in document.findings)], default=1),
        f"{what} cannot be read, so the rest of your folder was not looked at",
        "mend this first; what more is wrong is told then",
        is_fault=False,
    )


def _sound_part(document: YamlDocument) -> YamlDocument | None:
    """Return the sound part of a document; None where its languages are not known."""
    if "languages" in document.unread:
        return None
    sound = without_faults(document, Brand, STAND_INS)
    return sound if sound and sound.value.get("languages") == document.value.get("languages") else None


def _check_languages(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Find words that lack a language in which the site is built, and not those that are wrong in it: that is told."""
    return [
        document.finding(
            place,
            *_message_of_lacking_language(document, place, lang, others(lang, brand.languages)),
        )
        for lang in others(SOURCE_LANGUAGE, brand.languages)
        for place, part in records_in(brand)
        if isinstance(part, WordsByLanguage)
        and part.part(lang) is None
        and (*place, lang) not in document.lines
    ]


def _check_articles(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Find names that begin with the article that is said before them, so that it would stand there twice."""
    found = []
    short = brand.short_article or brand.article
    for place, name, articles in (
        ("name", brand.name, brand.article),
        ("short_name", brand.short_name, short),
    ):
        for lang in brand.languages:
            said = str(name.part(lang) or "") if name else ""
            article = articles.before_name(lang) if articles else ""
            if article and said.lower().startswith(article.lower()):
                wrong = f"{document.quoted((place, lang))} is '{said}', and readers see '{article}{said}'"
                do = f"take the article out: '{said[len(article) :]}', or write 'article: none'"
                found.append(document.finding((place, lang), wrong, do))
    return found


def _message_of_lacking_language(
    document: YamlDocument, place: KeyPath, lang: str, without: Sequence[str]
) -> Message:
    """Return what is wrong with words that lack a language, and what to do: they stand by language, or in one text."""
    alone = f"write 'languages: [{', '.join(without)}]' for a site in {format_languages(without)} alone"
    if as_written(document.value, (*place, lang)) == place:
        wrong = f"{document.quoted(place)} is one text, and {LANGUAGE_NAMES[lang]} needs words of its own"
        return wrong, f"write it as {{{SOURCE_LANGUAGE}: ..., {lang}: ...}}, or {alone}"
    return (
        f"{document.quoted((*place, lang))} is missing",
        f"add the {LANGUAGE_NAMES[lang]} words, or {alone}",
    )


def _check_empty(document: YamlDocument) -> list[Finding]:
    """Find keys without a value, such as one whose lines below it still begin with #."""
    return [
        document.finding(
            place,
            *message_of_empty(document.quoted(place), is_needed=is_needed_at(Brand, place)),
        )
        for place, value in document.parts()
        if value is None
        and not remark_in(document.written.get(document.line(*place), ""))  # that is reported already
    ]


def _texts(brand: Brand) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text of a brand with its place."""
    for place, part in records_in(brand):
        for name, value in vars(part).items():
            if isinstance(value, str):
                yield (*place, name), value
            elif isinstance(value, list):
                yield from (
                    ((*place, name, index), item) for index, item in enumerate(value) if isinstance(item, str)
                )


def _check_html(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Find HTML, which readers would see as it is typed."""
    return [
        document.finding(
            place,
            f"{document.quoted(place)} holds '{match[0]}', which readers would see as it is typed",
            "take it out; what stands in this file is words alone",
        )
        for place, text in _texts(brand)
        if (match := HTML.search(text))
    ]


def _check_quotes(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Find words between curled quotes, as a word processor types them: readers would see those too."""
    for place, text in _texts(brand):
        if words := within_curled_quotes(text):
            wrong = f"{document.quoted(place)} is '{text}', and readers would see these quotes too"
            do = f"write straight quotes, or none: {words}"
            yield document.finding(place, wrong, do)


def _check_addresses_as_words(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Find addresses where words belong: readers would see them, and could not click."""
    by_language = ((place, part) for place, part in records_in(brand) if isinstance(part, WordsByLanguage))
    for place, words in by_language:
        for lang in brand.languages:
            text = words.part(lang) or ""
            if ADDRESS.fullmatch(text):
                wrong = f"{document.quoted((*place, lang))} is '{text}', an address where readers want words"
                do = "write words; the address has a key of its own"
                yield document.finding((*place, lang), wrong, do)


def _check_own_lines(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Find lines of a brand's own that are too long for the end of a section, or no sentence.

    Not of one that a comma cut into keys, which is told already.
    """
    for section, line in brand.own_lines.items():
        if _is_cut(document.value["own_lines"][section]):
            continue
        for lang in brand.languages:
            place, text = ("own_lines", section, lang), line.in_language(lang)
            long = max((count for _, _, count in long_sentences(text)), default=0)
            if (count := len(text.split())) > MOST_WORDS:
                wrong = f"has {count} words, and {MOST_WORDS} fit at the end of a section"
                do = "shorten it, or say the rest on a page of your own"
            elif long:
                wrong, do = f"has a sentence of {long} words, {MOST_IN_SENTENCE} at most", "make two of it"
            elif not text.rstrip("'’\"”)").endswith((".", "!", "?")):
                wrong, do = (
                    f"ends in '{text.split()[-1]}'",
                    "write whole sentences, with a full stop behind them",
                )
            else:
                continue
            yield document.finding(place, f"{document.quoted(place)} {wrong}", do)


def _check_lines_to_come_first(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Find sections that should begin with a line of the brand's own, and have none."""
    for index, section in enumerate(brand.own_lines_first):
        if section not in brand.own_lines:
            place = ("own_lines_first", index)
            wrong = f"{document.quoted(place)} is '{section}', and 'own_lines' has no line for it"
            do = did_you_mean(section, brand.own_lines, if_new="write that line too, or take this out")
            yield document.finding(place, wrong, do)


def _is_cut(line: object) -> bool:
    return isinstance(line, dict) and any(is_part_of_words(*part) for part in line.items())


def _check_clauses(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Find reasons for an appointment, or for none, that are whole sentences: readers see them behind an "if"."""
    for name in ("when", "when_not") if brand.appointment else ():
        for at, reason in enumerate(getattr(brand.appointment, name)):
            for lang in brand.languages:
                place, text = ("appointment", name, at, lang), reason.in_language(lang)
                if (clause := _as_clause(text, lang)) != text:
                    wrong = f"{document.quoted(place)} is a whole sentence, and readers see it behind 'if'"
                    do = f"write only what stands behind that, like '{clause}'"
                    yield document.finding(place, wrong, do)


def _as_clause(text: str, lang: str) -> str:
    """Return what of a sentence can stand behind an "if": Als wij niets doen. => wij niets doen."""
    facts, clause = FACTS[lang], text.rstrip(".!?")
    if clause.partition(" ")[0].casefold() in facts.conditions:
        clause = clause.partition(" ")[2]
    begin = clause.partition(" ")[0]
    is_small = begin.casefold() in facts.small_words | facts.speakers
    if begin != "I" and (is_small or (clause != text and clause[:2].istitle())):
        return clause[:1].lower() + clause[1:]
    return clause


def _check_names_of_specialties(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Find names of specialties that are sentences: readers see each as an entry of a list."""
    for at, name in enumerate(brand.specialties.names if brand.specialties else ()):
        for lang in brand.languages:
            place, text = ("specialties", "names", at, lang), name.in_language(lang)
            if text.endswith((".", "!", "?")) or text.partition(" ")[0].casefold() in FACTS[lang].speakers:
                wrong = f"{document.quoted(place)} is a sentence, and readers see it as an entry of a list"
                do = "write the name alone, like 'cardiology'"
                yield document.finding(place, wrong, do)


def _check_given(document: YamlDocument, site_url: str) -> list[Finding]:
    """Find what is wrong with an address that stands in the place of the brand's."""
    try:
        _site_address(site_url)
    except ValueError as error:
        wrong, _, do = str(error).partition("; ")
        said = f"SITE_URL is '{site_url}', in the place of this address: {wrong}"
        return [document.finding(("site_url",), said, do)]
    return []


def _check_places(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Find places of a network with the name of another one."""
    names = [place.name for place in brand.elsewhere.places] if brand.elsewhere else []
    return [
        document.finding(
            ("elsewhere", "places", index, "name"),
            f"the place '{name}' stands twice",
            "keep one of the two",
        )
        for index, name in enumerate(names)
        if name in names[:index]
    ]


def _check_equal_entries(document: YamlDocument) -> Iterator[Finding]:
    """Find entries of a list that readers would see twice."""
    for place, said in document.parts():
        if not isinstance(said, list) or place in TOLD_BY_NAME:
            continue
        for at, entry in enumerate(said):
            if (first := said.index(entry)) < at:
                again = (*place, at)
                wrong = f"{document.quoted(again)} says just what {document.quoted((*place, first))} says"
                yield document.finding(again, wrong, "keep one of the two")


def _check_languages_of_files(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Find `from_abroad.languages` that differ from `file.languages`."""
    read = brand.file.languages if brand.file else []
    from_abroad = brand.from_abroad.languages if brand.from_abroad else []
    is_partly_read = any(path[1:2] == ("languages",) for path in document.left_out)
    if not read or not from_abroad or {*read} == {*from_abroad} or is_partly_read:
        return []
    place = ("from_abroad", "languages")
    said, other = (f"[{', '.join(languages)}]" for languages in (from_abroad, read))
    line = document.line("file", "languages")
    wrong = f"{document.quoted(place)} is {said}, and 'file.languages' on line {line} is {other}"
    do = "write the same in both, as readers are told of each that you can read these"
    return [document.finding(place, wrong, do)]


CHECKS: Sequence[Callable[[YamlDocument, Brand], Iterable[Finding]]] = (
    _check_languages,
    _check_articles,
    _check_places,
    _check_html,
    _check_quotes,
    _check_addresses_as_words,
    _check_clauses,
    _check_names_of_specialties,
    check_apart,
    _check_languages_of_files,
    _check_lines_to_come_first,
)
CHECKS_OF_KEYS: Sequence[Callable[[YamlDocument], Iterable[Finding]]] = (_check_equal_entries, _check_empty)
