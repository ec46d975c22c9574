"""A brand in one language: its name with its article, its words, numbers and addresses, safe in Markdown."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import TypeVar
from urllib.parse import quote

from babel import Locale
from babel.lists import format_list
from msgspec import Struct

from second_opinion.brand.model import Brand
from second_opinion.brand.route import Contact
from second_opinion.core.addresses import absolute
from second_opinion.core.languages import DEFAULT_LANGUAGE, LOCALES, SOURCE_LANGUAGE
from second_opinion.core.phone import Phone
from second_opinion.core.records import AddressByLanguage, WordsByLanguage
from second_opinion.data.interface import NamedWords

Part = TypeVar("Part")
MOST_POINTS = 4  # of a list in an answer on another page; who wants to read more follows the question
PARTS_OF_EMAIL = re.compile(r"(?=@)|(?<=\.)")  # where one begins
ON_PAPER = "data-on-paper"  # the address of a link that print.css shows
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+.!|-])")  # where a backslash before another would be shown


class Speaker(Struct, frozen=True, eq=False):
    """A brand in one language on one day; two are never equal, so that what one says can be cached by it."""

    brand: Brand
    lang: str
    words: NamedWords
    today: datetime.date

    def named(self, words: str, *, is_short: bool = True, **more: str) -> str:
        """Return words with the name of the brand, and what else they ask for, safe in Markdown."""
        names = self.brand.names_in(self.lang, is_short=is_short)
        return words.format(**{key: escape_markdown(name) for key, name in names.items()}, **more)

    def say(self, words: WordsByLanguage) -> str:
        """Return words of the brand, safe in Markdown."""
        return escape_markdown(words.in_language(self.lang))

    def listed(self, items: Iterable[str]) -> str:
        """Return things with commas and an `and`."""
        return format_list(list(items), locale=LOCALES[self.lang])

    def languages(self, codes: Iterable[str]) -> str:
        """Return the names of languages with an `or`: Dutch or English."""
        locale = LOCALES[self.lang]
        names = Locale.parse(locale).languages
        return format_list([names[code] for code in codes], style="or", locale=locale)

    def spoken_languages(self, codes: Sequence[str]) -> str:
        """Return the languages of an appointment for who finds Dutch hard: Dutch is named where it is the only one."""
        others = [code for code in codes if code != SOURCE_LANGUAGE]
        return self.languages(others or codes)

    def link(self, words: str, address: AddressByLanguage) -> str:
        """Return a link to another site, with its language where it is not the page's."""
        target, lang = address.nearest(self.lang)
        return self._marked(f"[{words}](<{target}>)", lang)

    def link_to_file(self, words: str, file: str, lang: str) -> str:
        """Return a link from the brand's own page to a file in the site, which has its whole address for paper."""
        up = "../" if self.lang == DEFAULT_LANGUAGE else "../../"
        whole = absolute(self.brand.site_url, quote(file))
        return self._marked(f"[{words}](<{up}{file}>)", lang, f'{ON_PAPER}="{whole}"')

    def _marked(self, link: str, lang: str, more: str = "") -> str:
        """Return a link with more about it, and with a word about its language where that is not the page's."""
        note = self.note_of(lang)
        about = " ".join(filter(None, (more, f"hreflang={lang}" if note else "")))
        return f"{link}{f'{{ {about} }}' if about else ''}{f' {note}' if note else ''}"

    def note_of(self, lang: str) -> str:
        """Return what stands behind a link to something in a language; nothing where that is the page's."""
        return "" if lang == self.lang else f"({self.words.in_dutch})"

    def to_call(self, contact: Contact) -> str:
        """Return the telephone number of someone, with its hours; nothing where there is none."""
        if contact.phone is None:
            return ""
        number = telephone(contact.phone)
        if contact.hours is None:
            return self.words.to_call.format(phone=number)
        return self.words.to_call_when.format(phone=number, hours=self.say(contact.hours))

    def ways(self, contact: Contact) -> list[str]:
        """Return the ways to reach someone, each as an item of a list."""
        ways = [self.to_call(contact)] if contact.phone else []
        called = contact.phone.dialled if contact.phone else ""
        if contact.general_phone and contact.general_phone.dialled != called:
            ways.append(self.words.to_call_general.format(phone=telephone(contact.general_phone)))
        if contact.email:
            ways.append(self.words.to_mail.format(email=mail(contact.email)))
        if contact.form:
            ways.append(self.link(self.words.contact_form, contact.form))
        return ways

    @property
    def way_to_ask(self) -> str:
        """Return the first way to reach the brand: a number, or else an email address or a form."""
        contact = self.brand.contact
        return next(iter(self.ways(contact)), "") if contact else ""


def said_where(
    part_of: Callable[[Brand], Part | None],
) -> Callable[[Callable[[Speaker, Part], list[str]]], Callable[[Speaker], list[str]]]:
    """Return what makes a function of a part of a brand one of any brand: without that part it says nothing."""

    def where_it_is(say: Callable[[Speaker, Part], list[str]]) -> Callable[[Speaker], list[str]]:
        @wraps(say)
        def said(speaker: Speaker) -> list[str]:
            part = part_of(speaker.brand)
            return [] if part is None else say(speaker, part)

        return said

    return where_it_is


def escape_markdown(text: str) -> str:
    """Return a text of a brand as Markdown that shows just these characters."""
    return SPECIAL.sub(r"\\\1", html.escape(" ".join(text.split()), quote=False))


def telephone(phone: Phone) -> str:
    """Return a telephone number as a link."""
    return f"[{escape_markdown(phone.shown)}]({phone.address})"


def mail(email: str) -> str:
    """Return an e-mail address as a link, which breaks before its @ or behind a point where a line is too short."""
    shown = PARTS_OF_EMAIL.sub("<wbr>", escape_markdown(email))
    return f"[{shown}](mailto:{email})"


def bullets(items: Iterable[str]) -> list[str]:
    """Return a list as one block, or nothing where there are no items."""
    lines = [f"- {item}" for item in items]
    return ["\n".join(lines)] if lines else []
