"""Write a brand folder to start from: ``make brand NAME=our-hospital``; what is not given is asked."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.brand.brand_keys import Key, Together, all_keys, keys_together
from second_opinion.brand.choices import (
    Saying,
    describe_at_prompt,
    describe_conflict,
    format_as_yaml,
    parse_choices,
    value_in,
    with_chosen,
)
from second_opinion.brand.colours import check_colours, read_tokens
from second_opinion.brand.files import PICTURES, message_of_wrong_content
from second_opinion.brand.key_guide import offered
from second_opinion.brand.model import NO_ARTICLE, read_brand
from second_opinion.brand.own_page import AT_THE_TOP, check_name
from second_opinion.commands.brand_questions import (
    BETWEEN_WORDS,
    HOW_TO_GO_BACK,
    TO_LEAVE,
    Ask,
    Asking,
    TakenBackError,
    split_list,
)
from second_opinion.commands.command_line import run_command
from second_opinion.commands.keys import SCHEMA, own_words
from second_opinion.commands.whose_site import build_command
from second_opinion.core.findings import did_you_mean
from second_opinion.core.languages import LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.refusals import SAID_OTHERWISE
from second_opinion.core.validation import read_yaml
from second_opinion.data.interface import NamedWords
from second_opinion.project.project import TOKENS
from second_opinion.texts.svg import check_svg

with contextlib.suppress(ImportError):  # Windows has none; with it, arrow keys move in what is typed
    import readline  # noqa: F401

SNIPPETS = Path("snippets", SOURCE_LANGUAGE)
FILE = """\
# yaml-language-server: $schema={schema}
# The brand of {name}. Every line is checked: `make site BRAND={folder}`.
# What you do not say is not shown. Take away the '# ' (with its space) in front of a line, and it is said. A line that
# begins with '##' explains the one below it, with the sentences that readers then get; one with '=====' asks what those
# below answer.
# Texts stand in Dutch and in English; for a site in Dutch alone, write 'languages: [nl]' and leave the English out.

{keys}"""


class Answers(Struct, frozen=True):
    """What someone says about a new brand; all but the name and the address may be empty."""

    name: str
    address: str
    languages: str = ""
    english_name: str = ""
    article: str = ""
    english_article: str = ""
    short_name: str = ""
    colour: str = ""
    logo: str = ""
    logo_has_name: str = ""
    phone: str = ""
    updated: str = ""

    @property
    def articles(self) -> str:
        """Return the article of the name as it stands in brand.yml: one word alone is the Dutch one."""
        if not self.english_article:
            return format_as_yaml(self.article) if self.article else ""
        articles = (self.article or NO_ARTICLE, self.english_article)
        return format_as_yaml(dict(zip(LANGUAGES, articles, strict=True)))

    @property
    def names(self) -> str:
        """Return the name as it stands in brand.yml, in each language where it differs."""
        if not self.english_name:
            return f'"{self.name}"'
        return f'{{nl: "{self.name}", en: "{self.english_name}"}}'


class Prompt(Struct, frozen=True):
    """A question about a new brand: the answer, the setting of make, and an example where an answer is needed.

    ``enter`` is what someone says who types nothing, where that is an answer.
    """

    key: str
    words: str
    setting: str
    needed: str = ""
    enter: str = ""

    @property
    def label(self) -> str:
        """Return what it asks, without how to answer: Address of the site."""
        return re.split(r"[(,:?]", self.words)[0].strip()


PROMPTS = (
    Prompt("name", "Name of the hospital", "TITLE", "Our Hospital"),
    Prompt("languages", f"Languages of the site, like nl (empty for {' and '.join(LANGUAGES)})", "LANGUAGES"),
    Prompt("english_name", "Name in English (empty for the same)", "TITLE_EN"),
    Prompt(
        "article",
        "Article before that name in a Dutch sentence: het, or de (empty for none, as in 'bij X')",
        "ARTICLE",
    ),
    Prompt(
        "english_article",
        "Article before it in an English sentence: the (empty for none, as in 'at X')",
        "ARTICLE_EN",
    ),
    Prompt(
        "short_name",
        f"Short name for the top of each page, {AT_THE_TOP} letters at most (empty for the whole name)",
        "SHORT_NAME",
    ),
    Prompt("address", "Address of the site (https://...)", "SITE_URL", "https://opinion.our-hospital.nl"),
    Prompt("colour", "Main colour, like #00565f (empty for the neutral one)", "COLOUR"),
    Prompt("logo", "Logo, an SVG or PNG file (empty for none)", "LOGO"),
    Prompt(
        "logo_has_name",
        "Does it show your name in letters? yes or no (empty for no)",
        "LOGO_HAS_NAME",
        enter="no",
    ),
    Prompt("phone", "Telephone number for questions, like 020 123 45 67 (empty for none)", "PHONE"),
)
HELP = (
    "Type your answer, and then Enter. Enter alone says nothing; - goes back to the last question. What each question "
    "is about stands in HOSPITALS.md."
)
HOW_TO_ANSWER = f"First your name and how the site looks. {HOW_TO_GO_BACK}"
NAMES = ("name", "english_name", "short_name")
IN_A_SENTENCE = {"article": "bij", "english_article": "at"}  # and what stands before each there
ANOTHER_ARTICLE = (
    "  Does another article belong before this one? Write it in brand.yml afterwards, as 'short_article'."
)
THERE = "{folder}/brand.yml is there; look at it, and then run: {build}"
STOPPED = (
    "{folder}/brand.yml is there, with what you answered so far; say the rest in it (or take the folder away, and "
    "begin anew), and then run: {build}"
)
UPDATED = (
    "It has 'updated: {day}', which is today: below your own page readers see that you went over it then. Write the "
    "new day each time that you do, or take that line out."
)
NAME_OF_KEY = re.compile(r"^'[a-z_.]+' is (?=')")  # which no question has
SOUND = Answers("Test", "https://test.example")
KEYS = all_keys({})  # without what they say


def brand_file(
    folder: str,
    answers: Answers,
    every_key: Sequence[Key],
    saying: Saying = MappingProxyType({}),
    together: Sequence[Together] = (),
) -> str:
    """Return the text of brand.yml, which says what was answered and chosen, and offers the rest."""
    said = {
        "name": answers.names,
        "languages": format_as_yaml(answers.languages.split(", ")) if answers.languages else None,
        "article": answers.articles or None,
        "short_name": f'"{answers.short_name}"' if answers.short_name else None,
        "site_url": format_as_yaml(answers.address),
        "updated": answers.updated or None,
        "look.colours": f'{{main: "{answers.colour}"}}' if answers.colour else None,
        "look.logo": _logo_name(answers.logo) if answers.logo else None,
        "look.logo_has_name": format_as_yaml(answers.logo_has_name) if answers.logo_has_name else None,
        "contact.phone": f'"{answers.phone}"' if answers.phone else None,
        **{
            key.dotted: format_as_yaml(value)
            for key in every_key
            if not key.is_in_list and (value := value_in(saying, key)) is not None
        },
    }
    return FILE.format(
        schema=SCHEMA.name,
        folder=folder,
        name=answers.name,
        keys=offered(every_key, lambda key: said.get(key.dotted), together),
    )


def _logo_name(logo: str) -> str:
    """Return the name that a logo gets in the brand folder."""
    return f"logo{Path(logo).suffix}"


def _wrong_answer(question: Prompt, answer: str, before: Mapping[str, str]) -> str | None:
    """Return what is wrong with an answer and what to write, by the rules for brand.yml; None where it is right.

    Of the answers ``before`` it, a name counts: one that is too long for the top of a page needs a short one.
    """
    if question.key in NAMES and (too_long := _too_long_name(question, answer, before)):
        return too_long
    if not answer:
        return f"this is needed; write it, like {question.needed}" if question.needed else None
    if '"' in answer or "\\" in answer:
        without = answer.replace('"', "").replace("\\", "")
        return f"'{answer}' has a quote or a backslash in it; write it without, like {without}"
    if question.key == "logo":
        return _wrong_logo(Path(answer))
    named = {key: before[key] for key in (*NAMES, *IN_A_SENTENCE) if before.get(key)}
    answers = replace(SOUND, **named, **{question.key: answer})
    document = read_yaml(brand_file("test", answers, KEYS), "brand.yml")
    brand, findings = read_brand(document, today=datetime.date.today())
    if brand and brand.look.colours:
        tokens = read_tokens(Path(TOKENS).read_text(encoding="utf-8"))
        findings += check_colours(document, brand.look.colours, tokens)
    return NAME_OF_KEY.sub("", describe_at_prompt(findings[0])) if findings else None


def _too_long_name(question: Prompt, answer: str, before: Mapping[str, str]) -> str | None:
    """Return which name is too long for its places, and what to write; a whole one may still get a short one."""
    known = {key: before[key] for key in ("languages", *NAMES) if key in before}
    answers = replace(SOUND, **{"short_name": "-", **known, question.key: answer})
    document = read_yaml(brand_file("test", answers, KEYS), "brand.yml")
    brand, _ = read_brand(document, today=datetime.date.today())
    if brand is None:
        return None
    words = own_words()
    for lang in brand.languages:
        for finding in check_name(document, brand, lang, words[lang], has_page=True):
            key, has, too_many = describe_at_prompt(finding).partition(" has ")
            name = brand.short_name_in(lang) if "short" in key else brand.name_in(lang)
            return f"'{name}'{has}{too_many}"
    return None


def _wrong_logo(logo: Path) -> str | None:
    if fault := message_of_wrong_content(logo, PICTURES):
        wrong, do = fault
        there = [file.name for file in logo.parent.glob("*") if file.suffix in PICTURES]
        if not logo.exists():
            do = did_you_mean(logo.name, there) if there else "name an SVG or PNG file"
        return f"'{logo}': {wrong}; {do}"
    drawing = logo.read_text(encoding="utf-8", errors="replace") if logo.suffix == ".svg" else ""
    found = check_svg(str(logo), drawing, is_cleaned=True) if drawing else ()
    return str(found[0]) if found else None


def _is_sensible(question: Prompt, answers: Mapping[str, str]) -> bool:
    """Tell whether to ask something after the answers before."""
    if question.key in {"english_name", "english_article"}:
        return answers["languages"] != SOURCE_LANGUAGE
    return question.key != "logo_has_name" or bool(answers["logo"])


def answers_of(given: Mapping[str, str], ask: Ask | None, folder: str = "") -> Answers | None:
    """Return the answers: those that were given, and the others as someone types them, again where one is wrong.

    None where an answer is wrong and nobody can be asked; what is wrong with each has been printed. Where it stops in
    the middle, it prints how to go on with the answers so far.
    """
    answers: dict[str, str] = {}
    typed: list[int] = []  # the places of the questions that someone answered
    is_sound = True
    if ask:
        print(HOW_TO_ANSWER)
    try:
        while (place := len(answers)) < len(PROMPTS):
            question = PROMPTS[place]
            if not _is_sensible(question, answers):
                answers[question.key] = ""
                continue
            try:
                answer, is_right, is_typed = _answer_to(question, given[question.key], answers, ask)
            except TakenBackError:
                before = typed.pop() if typed else place
                answers = {one.key: answers[one.key] for one in PROMPTS[:before]}
                continue
            answers[question.key] = answer if is_right else ""
            is_sound = is_sound and is_right
            typed += [place] if is_typed else []
            for line in _names_in_sentences(question, answers) if ask else ():
                print(line)
    finally:
        if len(answers) < len(PROMPTS):
            print(f"\nNothing is written yet; to go on with these answers: {_command_with(answers, folder)}")
    return Answers(**answers) if is_sound else None


def _names_in_sentences(question: Prompt, answers: Mapping[str, str]) -> list[str]:
    """Return what readers get of the name with an article, once that is known; of the short one with each article."""
    if question.key in IN_A_SENTENCE:
        name = answers["english_name" if question.key == "english_article" else "name"] or answers["name"]
        return [_name_in_sentence(question.key, name, answers)]
    if question.key != "short_name" or not answers["short_name"]:
        return []
    shown = [key for key in IN_A_SENTENCE if key == "article" or answers["languages"] != SOURCE_LANGUAGE]
    said = [_name_in_sentence(key, answers["short_name"], answers) for key in shown]
    return [*said, ANOTHER_ARTICLE] if any(answers[key] for key in shown) else said


def _name_in_sentence(key: str, name: str, answers: Mapping[str, str]) -> str:
    article = "" if answers[key] in ("", NO_ARTICLE) else f"{answers[key]} "
    return f"  Readers get: {IN_A_SENTENCE[key]} {article}{name}"


def _answer_to(
    question: Prompt, given: str, before: Mapping[str, str], ask: Ask | None
) -> tuple[str, bool, bool]:
    """Return the answer to a question, whether it is right, and whether someone typed it; again where it is wrong."""
    answer = _as_said(question, given)
    is_typed = not answer and ask is not None
    if is_typed and ask:
        answer = _answered(question, ask)
    called = question.label if is_typed else question.setting
    while wrong := _wrong_answer(question, answer, before):
        print(f"{called}: {wrong}", file=sys.stderr)
        if ask is None:
            return answer, False, False
        called, is_typed = question.label, True
        answer = _answered(question, ask)
    return answer, True, is_typed


def _answered(question: Prompt, ask: Ask) -> str:
    """Return what someone answers, also with Enter where that says no; who takes the last answer back gives none."""
    typed = ask(f"{question.words}: ").strip() or question.enter
    if typed == TO_LEAVE:
        raise TakenBackError
    return _as_said(question, typed)


def _as_said(question: Prompt, typed: str) -> str:
    """Return an answer as brand.yml says it, which has other words for yes and no, and commas in a list."""
    if question.key == "languages":
        return ", ".join(split_list(typed, BETWEEN_WORDS))
    return SAID_OTHERWISE.get(typed.casefold(), typed) if question.key == "logo_has_name" else typed


def _command_with(answers: Mapping[str, str], folder: str) -> str:
    """Return the command that asks the rest."""
    given = [
        f"{question.setting}={shlex.quote(answer)}"
        for question in PROMPTS
        if (answer := answers.get(question.key))
    ]
    return " ".join(["make brand", f"NAME={shlex.quote(folder)}", *given])


def ask_section_by_section(
    answers: Answers, words: Mapping[str, NamedWords], ask: Ask, keep: Callable[[Saying], None]
) -> None:
    """Give to ``keep`` what someone says beside the first answers, after each answer."""
    languages = [answers.languages] if answers.languages in LANGUAGES else LANGUAGES

    def keep_the_rest(saying: Saying) -> None:
        keep({key: said for key, said in saying.items() if key != "languages"})

    known: Saying = {
        "languages": languages,
        **({"contact": {"phone": answers.phone}} if answers.phone else {}),
    }
    Asking(words, KEYS, ask, languages, keep=keep_the_rest, passages=_shared_passages()).ask_sections(known)


def _shared_passages() -> dict[str, str]:
    """Return the shared passages by name, with their wordings for a case."""
    return {file.name: file.read_text(encoding="utf-8") for file in sorted(SNIPPETS.glob("*.md"))}


def _wrong_folder(folder: Path) -> str | None:
    if folder.name == "brands":
        return "the folder needs a name; write one, like NAME=our-hospital"
    another = f"write another name, like NAME={folder.name}-2"
    if (folder / "brand.yml").exists():
        return f"{folder}/brand.yml is there already; change your answers in that file, or {another}"
    if folder.exists() and any(folder.iterdir()):
        return f"{folder}/ is there already, without a brand.yml; take it away, or {another}"
    return None


def typed_answer(words: str) -> str:
    """Return what someone types; what is no letter or sign is a space, and what cannot be read is asked again.

    Who types a question mark alone is told how to answer, and asked again.
    """
    while True:
        try:
            typed = input(words)
        except UnicodeDecodeError:
            print("this line is not in UTF-8; set your terminal to UTF-8, and type it again", file=sys.stderr)
            continue
        if typed.strip() != "?":
            return "".join(sign if sign.isprintable() else " " for sign in typed)
        print(HELP)


def _write_folder(folder: Path, answers: Answers, words: Mapping[str, NamedWords], saying: Saying) -> None:
    """Write the brand folder."""
    every_key = all_keys(words)
    folder.mkdir(parents=True, exist_ok=True)
    if answers.logo:
        shutil.copyfile(answers.logo, folder / _logo_name(answers.logo))
    shutil.copyfile(SCHEMA, folder / SCHEMA.name)
    text = brand_file(folder.as_posix(), answers, every_key, saying, keys_together(every_key, words))
    (folder / "brand.yml").write_text(text, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the folder; return 1 when it cannot be, or when someone stops before the last question."""
    parser = argparse.ArgumentParser(description="Write a brand folder to start from.")
    parser.add_argument("--folder", type=Path, required=True)
    for name in (*(question.key for question in PROMPTS), "choices"):
        parser.add_argument(f"--{name}", default="")
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    ask = typed_answer if sys.stdin.isatty() else None
    wrong_folder = _wrong_folder(folder)
    if wrong_folder:
        print(f"NAME: {wrong_folder}", file=sys.stderr)
    given, wrong = parse_choices(options.choices, KEYS)
    wrong += [together] if not wrong and (together := describe_conflict({}, given)) else []
    for line in wrong:
        print(f"CHOICES: {line}", file=sys.stderr)
    if ask and (wrong_folder or wrong):
        return 1
    try:
        answers = answers_of(vars(options), ask, folder.name)
    except EOFError:
        return 1
    if answers is None or wrong_folder or wrong:
        return 1
    return _write_what_is_said(
        folder,
        replace(answers, updated=datetime.date.today().isoformat()),
        with_chosen({}, given),
        None if options.choices else ask,
    )


def _write_what_is_said(folder: Path, answers: Answers, saying: Saying, ask: Ask | None) -> int:
    """Write the folder with what someone says in each section, also where that stops in the middle."""
    words = own_words()
    said, is_whole = [saying], False
    try:
        if ask:
            ask_section_by_section(answers, words, ask, said.append)
        is_whole = True
    except EOFError:
        return 1
    finally:
        _write_folder(folder, answers, words, said[-1])
        ending = THERE if is_whole else f"\n{STOPPED}"
        print(ending.format(folder=folder, build=build_command(folder)))
        print(UPDATED.format(day=answers.updated))
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote the brand folder"))
