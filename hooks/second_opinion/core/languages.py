"""The languages of the site: which there are, how they are called, how they write, and which comes first.

A further language is one entry here, its words under its code in each file of data/, and its pages in docs/.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from babel import Locale
from msgspec import Struct, field

from second_opinion.core.findings import format_all


class LanguageFacts(Struct, frozen=True, kw_only=True):
    """What the program knows of a language.

    ``name`` is its English name, ``locale`` that in libraries and of its dictionary, which ``dictionary`` names and a
    Debian package holds. A language that is not whole has some of the pages, and no fault says which it lacks.
    ``empty_link_words`` say nothing of where a link leads. ``reading_ease`` are the constants of Flesch's score: the
    base, and what a word a sentence and a syllable a word take off. ``passive`` and ``informal`` find what could be
    plainer; ``names_source`` are the words behind which a text names something in the source language.
    ``articles`` are those that the name of a hospital can have. ``small_words`` are some of which nearly each
    sentence has one, and which are no words of another language here; ``speakers`` are those with which someone
    speaks of somebody, and ``conditions`` those behind which it says in which case. ``may_stand_twice`` are words
    that can stand right behind themselves. ``counts`` are the words for numbers from two on, and ``times`` those
    for lengths of time by what they mean in English, which texts of several languages are compared by;
    ``large_counts`` finds numbers in words of which an amount is made. ``negations`` are the words that say no.
    ``determiners`` are the words with which that for somebody or a place of a house begins in a sentence, where it has
    to have one; ``with_determiner`` finds those that need one, in a language in which not all do.
    ``ones`` are words for one of something or a few, and ``within`` stands before a length of time.
    ``leads_on`` finds a sentence that only says where to read more. ``endings`` are those of names of diseases and
    specialties that are words of this language, and of no other here.
    """

    name: str
    locale: str
    dictionary: str = ""
    dictionary_package: str = ""
    is_whole: bool = True
    empty_link_words: frozenset[str] = frozenset()
    reading_ease: tuple[float, float, float] | None = None
    passive: re.Pattern[str] | None = None
    informal: re.Pattern[str] | None = None
    names_source: str = ""
    articles: tuple[str, ...] = ()
    small_words: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    may_stand_twice: frozenset[str] = frozenset()
    counts: tuple[str, ...] = ()
    times: Mapping[str, str] = field(default_factory=dict)
    large_counts: str = ""
    negations: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    with_determiner: re.Pattern[str] | None = None
    ones: frozenset[str] = frozenset()
    within: str = ""
    leads_on: re.Pattern[str] | None = None
    endings: tuple[str, ...] = ()

    @property
    def direction(self) -> str:
        """Return the way in which the language is written, as HTML says it: ltr or rtl."""
        return Locale.parse(self.locale).text_direction

    def name_in(self, lang: str) -> str:
        """Return the name of the language in another one: Engels for English in Dutch."""
        return Locale.parse(self.locale).get_language_name(lang) or self.name


def _words(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split(","))


def paper_languages(of_site: Iterable[str]) -> tuple[str, ...]:
    """Return the languages in which a hospital can say that it reads or writes: those of the site, and more.

    ("nl", "en", "de") => ("nl", "en", "de", "fr")
    """
    return tuple(dict.fromkeys((*of_site, "de", "fr")))


FACTS: Mapping[str, LanguageFacts] = {
    "nl": LanguageFacts(
        name="Dutch",
        locale="nl_NL",
        dictionary="Dutch",
        dictionary_package="hunspell-nl",
        empty_link_words=_words(
            "hier, klik, klik hier, lees hier, zie hier, kijk hier, lees meer, lees verder, lees dit, meer, "
            "meer lezen, meer info, meer informatie, meer weten, verder, verder lezen, ga verder, link, deze link, "
            "via deze link, volg deze link, klik op deze link, pagina, deze pagina, website, deze website, site, "
            "deze site, bekijk, bekijk hier, download"
        ),
        reading_ease=(206.84, 0.93, 77.0),  # Douma (1960)
        passive=re.compile(
            r"\b(wordt|worden|werd|werden)\b[^.!?]*?\b((?:ge|be|ver|ont|her)\w{2,}(?:d|t|en))\b",
            re.IGNORECASE,
        ),
        informal=re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE),
        articles=("de", "het"),
        small_words=_words(
            "de, het, een, en, dat, op, te, zijn, niet, met, voor, u, uw, aan, bij, ook, als, maar, om, naar, kunt, "
            "hij, zij, wij, geen, nog, wel, dit, deze, wordt, worden, heeft, hebben, uit, tot, zo, hoe, wie, waar, "
            "moet, zegt, staat, gaat, mijn, ik, zelf, eerst, wat, van, kan, ons, welke, iemand, vraag, daar, "
            "dan, nooit, altijd, laat, neem, veel, mag, hun, haar, meer, soms"
        ),
        speakers=_words("wij, we, ik, u, hij, zij"),
        conditions=_words("als, indien, wanneer"),
        may_stand_twice=_words("die, dat, het, had, was, zo, heel, ja, nee"),
        counts=("twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
        times={
            **dict.fromkeys(("dag", "dagen"), "days"),
            **dict.fromkeys(("week", "weken"), "weeks"),
            **dict.fromkeys(("maand", "maanden"), "months"),
            **dict.fromkeys(("jaar", "jaren"), "years"),
            **dict.fromkeys(("uur", "uren"), "hours"),
            **dict.fromkeys(("minuut", "minuten"), "minutes"),
        },
        large_counts=r"[a-zé]*(?:honderd|duizend|tien|tig)(?:[a-zé]*(?<!en))?",
        negations=_words("niet, geen, nooit, niets, niemand, nee, nergens, zonder, evenmin"),
        determiners=_words(
            "de, het, 't, een, één, ons, onze, uw, elk, elke, ieder, iedere, alle, beide, die, dat, deze, dit, iemand, "
            "wie, mevrouw, meneer, mw, mw., mevr., dhr., dr., drs., prof."
        ),
        ones=_words("een, één, enkele, paar"),
        within="binnen",
        leads_on=re.compile(r"^(?:Lees|Bekijk|Kijk)\b|, (?:lees|bekijk|kijk) dan\b"),
        endings=(
            *(
                "kanker",
                "ziekte",
                "ziekten",
                "ziektes",
                "stoornis",
                "stoornissen",
                "aandoening",
                "aandoeningen",
            ),
            *(
                "klachten",
                "pijn",
                "zorg",
                "kunde",
                "logie",
                "chirurgie",
                "iatrie",
                "pedie",
                "gesprek",
                "onderzoek",
            ),
            *("behandeling", "medicijnen"),
        ),
    ),
    "en": LanguageFacts(
        name="English",
        locale="en_GB",
        dictionary="British",
        dictionary_package="hunspell-en-gb",
        empty_link_words=_words(
            "here, click, click here, read here, see here, look here, read more, read this, read on, more, see more, "
            "more info, more information, learn more, find out more, go, go here, continue, continue reading, link, "
            "this link, click this link, follow this link, page, this page, website, this website, site, this site, "
            "details, download"
        ),
        reading_ease=(206.835, 1.015, 84.6),  # Flesch (1948)
        passive=re.compile(
            r"\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?(\w+ed|given|taken|made|sent|told|paid)\b",
            re.IGNORECASE,
        ),
        names_source="In Dutch: ",
        articles=("the",),
        small_words=_words(
            "the, a, and, that, to, be, not, with, for, you, your, there, by, also, but, if, what, from, or, she, our, "
            "yet, this, these, have, are, were, my, it, they, their, them, when, which, who, where, may, must, should, "
            "about, out, than, will, would, can, how, do, does, could, has, "
            "need, before, after, never, always, ask, some, any"
        ),
        speakers=_words("we, i, you, he, she, they"),
        conditions=_words("if, when"),
        may_stand_twice=_words("that, had, is, no, yes, very"),
        counts=("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        times={
            **dict.fromkeys(("day", "days"), "days"),
            **dict.fromkeys(("week", "weeks"), "weeks"),
            **dict.fromkeys(("month", "months"), "months"),
            **dict.fromkeys(("year", "years"), "years"),
            **dict.fromkeys(("hour", "hours"), "hours"),
            **dict.fromkeys(("minute", "minutes"), "minutes"),
        },
        negations=_words("not, no, never, nothing, nobody, none, cannot, without, neither, nor, nowhere"),
        large_counts=r"(?:[a-z]+[ -])?(?:hundred|thousand)(?:[ -](?:and[ -])?[a-z]+){0,2}?|[a-z]+ty(?:-[a-z]+)?|ten",
        determiners=_words(
            "the, a, an, one, our, your, each, every, either, any, all, both, this, that, these, those, someone, "
            "anyone, whoever, mr, mrs, ms, miss, mx, dr, prof, mr., mrs., ms., dr., prof., professor"
        ),
        with_determiner=re.compile(
            r"\b(?:(?:help)?desk|counter|office|department|unit|ward|clinic|centre|team|committee|service|(?:help)?line|"
            r"secretariat|administration|officer|mediator|ombudsman|coordinator|manager|advis[eo]r|administrator|secretary|"
            r"assistant|receptionist|nurse|doctor)(?=$|\s*[,(]|\s(?:of|for|at|in|on)\b)",
            re.IGNORECASE,
        ),
        ones=_words("a, an, one, few"),
        within="within",
        leads_on=re.compile(r"^(?:See|Read|Check)\b|, (?:see|read|check)\b"),
    ),
}
LANGUAGES = tuple(FACTS)
DEFAULT_LANGUAGE = "nl"  # its pages stand at the root of the site
SOURCE_LANGUAGE = "nl"  # in which a text is written first
REPORT_LANGUAGE = "en"  # of what the program itself says, to editors too
TRANSLATIONS = tuple(lang for lang in LANGUAGES if lang != SOURCE_LANGUAGE)
PAPER_LANGUAGES = paper_languages(LANGUAGES)
LANGUAGE_NAMES = {lang: facts.name for lang, facts in FACTS.items()}
LOCALES = {lang: facts.locale for lang, facts in FACTS.items()}
SOURCE_NAME = LANGUAGE_NAMES[SOURCE_LANGUAGE]


def others(lang: str, among: Iterable[str] = LANGUAGES) -> list[str]:
    """Return the languages beside one, in their order."""
    return [other for other in among if other != lang]


def format_languages(languages: Iterable[str]) -> str:
    """Return the names of languages in a sentence: Dutch and English."""
    return format_all(LANGUAGE_NAMES[lang] for lang in languages)
