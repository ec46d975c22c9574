"""The fields of letters: what readers fill in, which stands as a name between braces in the lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field

from second_opinion.core.findings import Finding
from second_opinion.core.languages import LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.records import ByLanguage, Slug, in_each_language, one_of
from second_opinion.core.validation import YamlDocument
from second_opinion.data.blanks import BLANK, check_blanks

TEXT, LONG, DATE, PHONE, PEN = "text", "long", "date", "phone", "pen"
FIELD_KINDS = (TEXT, LONG, DATE, PHONE, PEN)  # a pen fills in on paper only
MOST_CHARACTERS = 60
ASKED = "second"  # the hospital that is asked, which is known on a site of its own

Place = tuple[str | int, ...]  # of a line in its file


@in_each_language(Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS)], is_translated=False)
class LetterField(ByLanguage):
    """Something to fill in: its name in the lines, what kind of thing it is, and what a page calls it."""

    id: Slug
    kind: Annotated[str, one_of(FIELD_KINDS)]


def fields_in(texts: Sequence[str], fields: Sequence[LetterField]) -> list[LetterField]:
    """Return the fields that stand in some texts, in the order of the file."""
    named = {name for text in texts for name in BLANK.findall(text)}
    return [field for field in fields if field.id in named]


def check_fields(
    document: YamlDocument, lines: Sequence[tuple[Place, ByLanguage]], fields: Sequence[LetterField]
) -> Iterator[Finding]:
    """Find names in lines that are no field, those that stand in one language only, and a brace without its pair."""
    known = {field.id for field in fields}
    for at, line in lines:
        texts = {
            lang: (text, document.line(*at, lang))
            for lang in LANGUAGES
            if (text := line.part(lang)) is not None
        }
        must = known.intersection(BLANK.findall(line.part(SOURCE_LANGUAGE)))
        name = str(getattr(line, "id", ""))
        wanted = " ".join([*sorted(must), *(f"{field}?" for field in sorted(known))])
        yield from check_blanks(document.file, name, texts, {name: wanted})


def check_fields_used(
    document: YamlDocument, texts: Sequence[str], fields: Sequence[LetterField]
) -> Iterator[Finding]:
    """Find fields that no line asks for, and those that stand twice."""
    used, seen = {field.id for field in fields_in(texts, fields)}, set[str]()
    for index, field in enumerate(fields):
        line = document.line("fields", index, "id")
        if field.id in seen:
            yield Finding(
                document.file, line, f"the field '{field.id}' stands twice", "take one of the two out"
            )
        elif field.id not in used:
            wrong = f"no line has the field '{field.id}'"
            do = f"write {{{field.id}}} where it belongs, or take the field out"
            yield Finding(document.file, line, wrong, do)
        seen.add(field.id)
