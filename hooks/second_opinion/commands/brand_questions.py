"""What `make brand` asks by the questions of the own page: which sentences are true, and the words of others."""

from __future__ import annotations

import contextlib
import datetime
import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import count, takewhile, zip_longest

from msgspec import Struct, field
from msgspec.structs import replace

from second_opinion.brand.brand_keys import Key
from second_opinion.brand.choices import (
    ANOTHER_WAY,
    OWN_LINES,
    TYPED,
    KeyChoice,
    Saying,
    WrongAnswer,
    choices,
    describe_numbers,
    example_for,
    line_before,
    lines_behind,
    lines_of_dead_papers,
    lines_with,
    own_line,
    with_chosen,
    with_its_day,
    with_value,
    wrong_answers,
)
from second_opinion.brand.companions import day_beside, is_read_beside
from second_opinion.brand.own_sections import PAPERS, SECTIONS
from second_opinion.core.findings import did_you_mean
from second_opinion.core.languages import LANGUAGE_NAMES, LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.refusals import quoted_key
from second_opinion.core.yaml_parser import KeyPath
from second_opinion.data.interface import NamedWords

Ask = Callable[[str], str]
HOW_TO_GO_BACK = "A mistake? Type - at the next question, and the last one is asked again."
HOW_TO_CHOOSE = (
    "\nNow what readers get to know about you, question by question. Type the numbers of the sentences that are true, "
    "with a space between them. What begins with '...' is an example: you then type your own. Enter alone says "
    f"nothing. {HOW_TO_GO_BACK} What you answered before this, such as your number, you change in brand.yml at the end."
)
FIRST_OF_ALL = "This is the first one: what you answered before it, you change in brand.yml, at the end."
BELOW_CONTACT = "  Without a number of their own, readers are led to your number for questions: {phone}"
TO_OPEN = "Type - at the next question to give an address or a file after all."
IN_THE_FOLDER = "a PDF, Word or OpenDocument file that you put there in your folder; Enter for none"
SAID_ALREADY = "Behind it, our page about what comes afterwards goes on, so do not say this again:"
NOTHING_TYPED = "  You typed nothing, so readers get nothing of this."
BETWEEN_LONG, BETWEEN_SHORT = re.compile(r"\s*;\s*"), re.compile(r"\s*[;,]\s*")  # the entries of a list
BETWEEN_WORDS = re.compile(r"[;,\s]+")  # those of a list of single words
SAME = "Enter for the same"
SAME_ADDRESS = f"{SAME} (English readers then get the Dutch one, with '(in Dutch)' behind it)"
# What a description says at its end of other keys, or of own texts, with words that stand in brand.yml alone.
OF_THE_FILE = re.compile(r"[;:][^;:`]*`[^`]*`[^;:`]*$")
SEVERAL = "several with ; between them, "
TO_LEAVE = "-"  # takes the last answer back
FOR_NOTHING = "a space"  # typed alone, says nothing where something is offered


def _keep_nothing(_saying: Saying) -> None:
    """Do nothing with what was said so far."""


class TakenBackError(Exception):
    """Someone takes the last answer back."""


class BeforeFirstError(Exception):
    """Someone takes back what came before the first question about a value."""


class AskAgain:
    """Asks what someone types, and offers what was typed in the same place before, where something else was wrong.

    Enter alone takes what is offered; who types a space says nothing.
    Who takes an answer back is asked anew from the beginning, where what came before that answer is known.
    """

    def __init__(
        self, ask: Ask, wrong_with: Callable[[object], Sequence[WrongAnswer]], *, has_one_for_all: bool
    ) -> None:
        self._ask = ask
        self.wrong_with = wrong_with
        self.has_one_for_all = has_one_for_all  # what is typed in one language may stand for the others
        self._typed: list[str] = []  # the answer to each question so far
        self._typed_last_time: list[str] = []  # the same, when all was asked before
        self._to_repeat: list[
            str
        ] = []  # what came before an answer that was taken back: nobody types it again

    def __call__(self, words: str) -> str:
        """Return what is typed; Enter alone returns what was typed before, and a space nothing."""
        if self._to_repeat:
            self._typed.append(self._to_repeat.pop(0))
            return self._typed[-1]
        offer = f" (Enter for '{self.before}', {FOR_NOTHING} for nothing)" if self.before else ""
        typed = (self._ask(f"{words}{offer}: ") or self.before).strip()
        if typed == TO_LEAVE:
            if not self._typed:
                raise BeforeFirstError
            self._to_repeat, self._typed = self._typed[:-1], []
            raise TakenBackError
        self._typed.append(typed)
        return typed

    def show(self, words: str) -> None:
        """Print what is asked next, unless that is known."""
        if not self._to_repeat:
            print(words)

    @property
    def before(self) -> str:
        """Return what was typed before in the place of what is asked next; nothing where that was refused."""
        return self._typed_last_time[self.count] if self.count < len(self._typed_last_time) else ""

    @property
    def count(self) -> int:
        """Return how often something was asked."""
        return len(self._typed)

    def take_back(self, count: int) -> None:
        """Forget all but the first that were typed, so that the others are asked again."""
        del self._typed[count:]

    def begin_again(self, refused: Collection[int]) -> None:
        """Begin anew; what was refused, by the place of its question, is not offered again."""
        self._typed_last_time = ["" if place in refused else typed for place, typed in enumerate(self._typed)]
        self._typed = []


class PlaceInQuestions(Struct, frozen=True):
    """Where the asking is: the number of the section, what was said so far, all that can be said, what was offered.

    A line of the hospital's own is typed last: which sentence stands before it follows from all others of its section.
    """

    number: int
    saying: Saying
    made: Sequence[KeyChoice]
    seen: frozenset[tuple[str, str]] = frozenset()
    has_own_line: bool = False

    def offered(self, anchor: str, own: KeyChoice) -> list[KeyChoice]:
        """Return what is offered now of a section, whose last is a line of the hospital's own."""
        of_section = [*(one for one in self.made if one.anchor == anchor), own]
        return [one for one in of_section if (one.key.dotted, one.value) not in self.seen]


class Asking(Struct, frozen=True):
    """What someone is asked about: every key, the words of the own page, the languages of the site, and the day.

    ``keep`` gets what was said so far, after each answer. ``passages`` are shared ones, by name.
    """

    words: Mapping[str, NamedWords]
    every_key: Sequence[Key]
    ask: Ask
    languages: Sequence[str] = LANGUAGES
    today: datetime.date = field(default_factory=datetime.date.today)
    keep: Callable[[Saying], None] = _keep_nothing
    passages: Mapping[str, str] = {}

    def ask_sections(self, saying: Saying) -> Saying:
        """Return what someone says, section by section of the own page, each by the sentence that readers get.

        What only can be said beside what was said is asked then.
        """
        print(HOW_TO_CHOOSE)
        made = self._choices(saying)
        anchors = {one.anchor for one in made}
        sections = [(anchor, section) for anchor, section in SECTIONS.items() if anchor in anchors]
        step, passed = PlaceInQuestions(0, saying, made), list[PlaceInQuestions]()
        while step.number < len(sections):
            anchor, section = sections[step.number]
            own = own_line(self.every_key, anchor, self.words[SOURCE_LANGUAGE])
            offered = step.offered(anchor, own)
            if not offered:
                try:
                    said = self.ask_value(step.saying, own.key) if step.has_own_line else step.saying
                except BeforeFirstError:
                    step = passed.pop()
                    self.keep(step.saying)
                    continue
                step = PlaceInQuestions(step.number + 1, said, step.made)
                continue
            title = " / ".join(self.words[lang][section.title] for lang in self.languages)
            again = ", what can be said beside that" if passed and passed[-1].number == step.number else ""
            print(f"\n{title} ({step.number + 1} of {len(sections)}{again})")
            self._show(offered, self._in_other_languages(step.saying, anchor))
            try:
                after = self._ask_numbers(step, offered)
            except BeforeFirstError:  # the numbers were typed last
                self.keep(step.saying)
                continue
            if after is None:
                if not passed:
                    print(FIRST_OF_ALL)
                step = passed.pop() if passed else step
                self.keep(step.saying)
                continue
            passed.append(step)
            if after.saying != step.saying:
                after = replace(after, made=self._choices(after.saying))
                self._tell_moved_lines(step.saying, after.saying)
            step = replace(after, seen=step.seen | {(one.key.dotted, one.value) for one in offered})
        return step.saying

    def _tell_moved_lines(self, before: Saying, after: Saying) -> None:
        """Print behind which sentence each line of the hospital's own comes now, where an answer changed that."""
        words = self.words[SOURCE_LANGUAGE]
        for anchor in before.get(OWN_LINES, {}):
            key = own_line(self.every_key, anchor, words).key
            was, now = (line_before(saying, key, SOURCE_LANGUAGE, words) for saying in (before, after))
            if now != was:
                title = words[SECTIONS[anchor].title]
                print(
                    f"  Your own line below '{title}' now comes {f'right behind: {now}' if now else 'first'}"
                )

    def _show(self, offered: Sequence[KeyChoice], beside: Sequence[Mapping[tuple[str, str], str]]) -> None:
        """Print each sentence with its number, and below it the same in the other languages."""
        for number, one in enumerate(offered, 1):
            before, which = f"  {number}  ", (one.key.dotted, one.value)
            print(f"{before}{_shown(one, one.sentence)}")
            for sentence in (said[which] for said in beside if which in said):
                print(f"{' ' * len(before)}{_shown(one, sentence)}")

    def _choices(self, saying: Saying) -> list[KeyChoice]:
        return [*choices(saying, self.every_key, SOURCE_LANGUAGE, self.words[SOURCE_LANGUAGE])]

    def _in_other_languages(self, saying: Saying, anchor: str) -> list[dict[tuple[str, str], str]]:
        """Return the sentences of each other language of the site, by key and value."""
        return [
            {
                (one.key.dotted, one.value): one.sentence
                for one in (
                    *choices(saying, self.every_key, lang, self.words[lang]),
                    own_line(self.every_key, anchor, self.words[lang]),
                )
            }
            for lang in self.languages
            if lang != SOURCE_LANGUAGE
        ]

    def _ask_numbers(self, step: PlaceInQuestions, offered: Sequence[KeyChoice]) -> PlaceInQuestions | None:
        """Return the place with what is said with the sentences of which someone types the numbers, until it is right.

        None where someone takes the last ones back.
        """
        saying = step.saying
        while typed := self.ask("> ").replace(",", " ").split():
            if typed == [TO_LEAVE]:
                return None
            numbers = [
                int(number) for number in typed if number.isdecimal() and 1 <= int(number) <= len(offered)
            ]
            chosen = {number: (offered[number - 1].key, offered[number - 1].value) for number in numbers}
            wrong, picked = describe_numbers(saying, chosen), [*chosen.values()]
            if len(numbers) < len(typed):
                wrong = f"write numbers from 1 to {len(offered)} with a space between them, or Enter to say nothing"
            if wrong is None:
                said = with_chosen(saying, [(key, value) for key, value in picked if value != TYPED])
                self.keep(said)
                typed_keys = [key for key, value in picked if value == TYPED]
                of_others = [key for key in typed_keys if key.path[0] != OWN_LINES]
                return replace(
                    step,
                    saying=self._ask_values(said, of_others),
                    has_own_line=step.has_own_line or len(of_others) < len(typed_keys),
                )
            print(wrong, file=sys.stderr)
        return step

    def _ask_values(self, saying: Saying, keys: Sequence[Key]) -> Saying:
        """Return what is said with the values of keys; who takes back what came before one is asked the one before."""
        passed = [saying]
        while len(passed) <= len(keys):
            try:
                passed.append(self.ask_value(passed[-1], keys[len(passed) - 1]))
            except BeforeFirstError:
                if len(passed) == 1:
                    raise
                passed.pop()
                self.keep(passed[-1])
        return passed[-1]

    def ask_value(self, saying: Saying, key: Key) -> Saying:
        """Ask for the value of a key, again where it is wrong, and its day; keep and return what is said then."""
        said = self._ask_until_right(with_its_day(saying, key, self.today), key, saying)
        if said is saying:
            print(NOTHING_TYPED)
        elif day := day_beside(key.dotted):
            (its_day,) = (one for one in self.every_key if one.path == day)
            try:
                said = self._ask_until_right(said, its_day, said)
            except BeforeFirstError:
                return self.ask_value(saying, key)
        for lang in self.languages:
            for line in lines_with(said, saying, lang, self.words[lang]):
                print(f"  Readers get: {line}")
        self.keep(said)
        return said

    def _ask_until_right(self, saying: Saying, key: Key, otherwise: Saying) -> Saying:
        """Return what is said with a value that someone types, until it is right; ``otherwise`` without one."""
        print(f"\n{key.dotted}: {OF_THE_FILE.sub('', key.description)}")
        if before := line_before(saying, key, SOURCE_LANGUAGE, self.words[SOURCE_LANGUAGE]):
            print(f"  Readers get it right behind: {before}")
        if behind := lines_behind(saying, key, self.passages):
            print(f"  {SAID_ALREADY} {' '.join(behind)}")
        example = example_for(saying, key)
        if (
            (phone := saying.get("contact", {}).get("phone"))
            and isinstance(example, Mapping)
            and "phone" in example
        ):
            print(BELOW_CONTACT.format(phone=phone))
        ask = AskAgain(
            self.ask,
            lambda typed: wrong_answers(with_value(saying, key, typed), self.today),
            has_one_for_all=not key.is_in_each_language,
        )
        is_by_language = isinstance(example, Mapping) and _is_by_language(example)
        languages = self.languages if is_by_language else ()
        while typed := self._ask_with_way_back(example, ask, key.path):
            said = with_value(saying, key, typed)
            wrong = wrong_answers(said, self.today)
            if not wrong:
                return said
            print(wrong[0].words, file=sys.stderr)
            ask.begin_again(_refused_places(wrong[0], ask.count, languages))
        return otherwise

    def _ask_with_way_back(self, example: object, ask: AskAgain, path: Sequence[str]) -> object:
        """Return what someone types, who may go back from each question to the one before it."""
        while True:
            with contextlib.suppress(TakenBackError):
                return self._ask_by_example(example, ask, path)

    def _ask_by_example(self, example: object, ask: AskAgain, path: Sequence[str]) -> object:
        """Return what someone types: in each language, by key, or one after the other, as the example has it."""
        if isinstance(example, list):
            first = example[0]
            if isinstance(first, Mapping) and not _is_by_language(first):
                return [*takewhile(bool, (self._ask_record(first, ask, path, number) for number in count(1)))]
            return self._ask_entries(example, ask)
        if isinstance(example, Mapping):
            if _is_by_language(example):
                return self._ask_by_language(example, ask)
            return self._ask_record(example, ask, path)
        said = ask(f"  {_as_example(example)}" if example else f"  {path[-1]}")
        if isinstance(example, int) and said.isdecimal():
            return int(said)
        return True if said == "true" else said  # of a fax, whose number stands elsewhere

    def _ask_record(
        self,
        example: Mapping[str, object],
        ask: AskAgain,
        path: Sequence[str],
        number: int = 0,
    ) -> object:
        """Return what someone types by key; of an entry, which has a number, nothing without its first key."""
        typed: dict[str, object] = {}
        for name, part in example.items():
            is_next = number > 1 and not typed
            inside = (*path, name)
            dotted = ".".join(inside)
            if not is_read_beside(dotted, typed) or ANOTHER_WAY.get(dotted) in typed:
                continue
            values = self._values(inside)
            end = "" if ask.before else " (Enter for no more)"
            few = f" (one of {', '.join(values)}; Enter for none)" if values else ""
            what = f" ({IN_THE_FOLDER})" if dotted in ANOTHER_WAY else few
            ask.show(f"  {name} of one more{end}:" if is_next else f"  {name}{what}:")
            asked = ask.count
            place: KeyPath = (*path, 0, name) if number else inside
            while said := self._ask_by_example("" if values else part, ask, inside):
                record = {**typed, name: said}
                wrong = _describe_part(said, values, is_name=bool(number) and not typed) or _describe_value(
                    ask.wrong_with([record] if number else record), place
                )
                if not wrong:
                    break
                print(wrong, file=sys.stderr)
                ask.take_back(asked)
            if said:
                typed[name] = said
            elif number and not typed:
                break
        for line in lines_of_dead_papers({PAPERS: [typed]}) if typed and path == (PAPERS,) else ():
            ask.show(f"  {line}. {TO_OPEN}")
        return typed

    def _values(self, path: Sequence[str]) -> Sequence[str]:
        """Return the values of a key of a record, where it has few."""
        return next((key.values for key in self.every_key if tuple(key.path) == tuple(path)), ())

    def _ask_by_language(
        self, example: Mapping[str, str], ask: AskAgain, several: str = ""
    ) -> str | dict[str, str]:
        """Return what someone types in each language; where it is the same, as one text.

        An example that is the same in each language stands there in one alone.
        """
        first, *others = self.languages
        named = f"in {LANGUAGE_NAMES[first]}, " if others else ""
        if not (said := ask(f"  {named}{several}{_as_example(example[first])}")):
            return ""
        same = [SAME_ADDRESS if "://" in example[first] else SAME] if ask.has_one_for_all else []
        more = {
            lang: ask("  " + ", ".join([f"in {LANGUAGE_NAMES[lang]}", *same, *_like(example.get(lang))]))
            for lang in others
        }
        more = {lang: typed for lang, typed in more.items() if typed}
        return {first: said, **more} if more else said

    def _ask_entries(self, example: Sequence[object], ask: AskAgain) -> object:
        """Return a list that someone types in one line, in each language."""
        together = {
            lang: "; ".join(str(one.get(lang, "") if isinstance(one, Mapping) else one) for one in example)
            for lang in self.languages
        }
        is_long = " " in together[SOURCE_LANGUAGE].replace("; ", "")
        if not isinstance(example[0], Mapping):
            typed_alone = ask(f"  {SEVERAL}{_as_example(together[SOURCE_LANGUAGE])}")
            return split_list(typed_alone, BETWEEN_LONG if is_long else BETWEEN_WORDS)
        between = BETWEEN_LONG if is_long else BETWEEN_SHORT
        typed = self._ask_by_language(together, ask, SEVERAL)
        if isinstance(typed, str):
            return split_list(typed, between)
        of_language = {lang: split_list(said, between) for lang, said in typed.items()}
        return [
            {lang: said for lang, said in zip(of_language, entry, strict=True) if said}
            for entry in zip_longest(*of_language.values(), fillvalue="")
        ]


def _refused_places(wrong: WrongAnswer, count: int, languages: Sequence[str]) -> set[int]:
    """Return the places of the answers that are wrong: of the only one, or of the language that is meant."""
    return {0} if count == 1 else {place for place, lang in enumerate(languages) if lang in wrong.place}


def _describe_part(said: object, values: Sequence[str], *, is_name: bool) -> str:
    """Return what is wrong with a part of a record, nothing where it is right; the name of an entry is of one alone."""
    if values and said not in values:
        return f"'{said}': {did_you_mean(str(said), values)}"
    first = str(next(iter(said.values())) if isinstance(said, Mapping) else said)
    if not is_name or ";" not in first:
        return ""
    alone = first.partition(";")[0].strip()
    return f"'{first}' would be the name of one; type '{alone}' alone, the next is asked after it"


def _describe_value(wrong: Iterable[WrongAnswer], place: KeyPath) -> str:
    """Return what is wrong with the value at a place, and not with all around it, which may still lack another one."""
    of_value = (one for one in wrong if one.place[: len(place)] == place)
    return next((one.words.replace(f"{quoted_key(one.place)} is '", "'", 1) for one in of_value), "")


def _like(example: str | None) -> list[str]:
    return [_as_example(example)] if example else []


def _as_example(example: object) -> str:
    """Return an example as a question shows it; a sentence between quotes, as a colon follows."""
    return f"like '{example}'" if str(example).endswith(".") else f"like {example}"


def _shown(choice: KeyChoice, sentence: str) -> str:
    return f"... {sentence}" if choice.value == TYPED else sentence


def _is_by_language(example: Mapping[str, object]) -> bool:
    return example.keys() <= LANGUAGE_NAMES.keys()


def split_list(typed: str, between: re.Pattern[str]) -> list[str]:
    """Return the entries of a list."""
    return [said for said in between.split(typed.strip()) if said]
