"""What a change leaves half done, which only shows beside the project as it was; ``make report`` tells it.

It stops the pull request only where a known amount changed and its source did not. Nothing of it keeps a site from
being published.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.commands.versions import Versions
from second_opinion.core.findings import Finding, format_all
from second_opinion.core.languages import FACTS, LANGUAGE_NAMES, SOURCE_LANGUAGE, others
from second_opinion.core.markdown_text import Text, headings, markdown_links, split_front_matter
from second_opinion.core.validation import YamlDocument
from second_opinion.core.yaml_parser import KeyPath
from second_opinion.data import cost_texts, deductible, measures, search_synonyms, studies, word_lists
from second_opinion.data.tools import TOOLS
from second_opinion.project.project import Project
from second_opinion.project.reading import Reader
from second_opinion.project.sources_of_pages import sources_of_data
from second_opinion.prose.data_differences import pair_entries
from second_opinion.texts import reviews, translations
from second_opinion.texts.blocks import readable
from second_opinion.texts.parity import split_at_headings
from second_opinion.texts.translations import hashed_sections

FILES_WITHOUT_TWINS = (  # each language has words of its own there
    f"{translations.FOLDER}/",
    measures.FILE,
    search_synonyms.FILE,
    word_lists.PLAIN_WORDS,
    word_lists.SPELLING,
)
WORD = re.compile(r"[^\W\d_]+")
KEPT = {"parts": "part", "lines": "line", "fields": "field"}  # of a list to take along, by their ids
Count = Callable[[Text], Counter[str]]
TextsByPlace = Mapping[KeyPath, tuple[str, str]]  # what stood and stands at a place of a data file


def check_change(findings: Sequence[Finding], versions: Versions) -> list[Finding]:
    """Return what was found, said of this change where that is known, with what the change leaves half done."""
    return [
        *(_finding_at_change(finding, versions) for finding in findings),
        *_check_translations_alone(versions),
        *_check_negations_and_links(versions),
        *_check_one_language_written(versions),
        *_check_sources_left(versions),
        *_check_sources_gone(versions),
        *_check_amounts_that_stood(versions),
        *_check_confirmed_without_a_source(versions),
        *_check_ids_that_readers_keep(versions),
    ]


# ---- texts in one language


def _finding_at_change(finding: Finding, versions: Versions) -> Finding:
    """Return a finding about two languages at the line that changed, and as it is when both changed."""
    if not finding.about and finding.also and finding.file not in versions.files:
        return _finding_where_changed(finding, versions)
    if reviews.STAMP in finding.values:
        return _finding_of_stamp(finding, versions)
    english, behind = translations.sections_behind(finding)
    if not english:
        return finding
    changed = _changed_sections(versions, english)
    line = _first_changed_line(versions, finding)
    return replace(
        translations.finding_of_both_changed(finding) if changed >= {*behind} else finding, line=line
    )


def _finding_of_stamp(finding: Finding, versions: Versions) -> Finding:
    """Return that a page has changed since a check, or that its new stamp was never one of the page."""
    stamp = finding.values[reviews.STAMP]
    before = next((page for page in versions.before.written_pages if page.file == finding.file), None)
    known = {versions.before.hash_of(before), *(one.text for one in before.meta.checked)} if before else set()
    return finding if stamp in known else reviews.finding_of_stamp_of_no_version(finding)


def _finding_where_changed(finding: Finding, versions: Versions) -> Finding:
    """Return that two languages differ, said of the one that changed; the same where that is not known."""
    file, line = finding.also[0]
    if file not in versions.files or "called" not in finding.values:
        return finding
    called, here, there = (finding.values[key] for key in ("called", "here", "there"))
    wrong = f"the {called} here is '{here}', and in {finding.file} (line {finding.line}) it is '{there}'"
    return replace(finding, file=file, line=line, wrong=wrong)


def _check_translations_alone(versions: Versions) -> Iterator[Finding]:
    """Find texts of which only the translation changed, in sections that the original has too."""
    for file in versions.files:
        original = re.sub(r"^(docs|snippets)/\w+/", rf"\1/{SOURCE_LANGUAGE}/", file)
        if original == file or not _text(versions.after, original) or not _text(versions.before, file):
            continue
        there = {part.anchor for part in hashed_sections(_text(versions.after, original), original)}
        alone = sorted((_changed_sections(versions, file) & there) - _changed_sections(versions, original))
        if alone:
            named = ", ".join(f"'{anchor}'" for anchor in alone)
            wrong = f"only this language changed here, in {named}, and {original} did not"
            found = Finding(file, 1, wrong, "look whether both still say the same", is_fault=False)
            yield replace(found, line=_first_changed_line(versions, found))


def _changed_sections(versions: Versions, file: str) -> set[str]:
    before, after = (
        {part.anchor: part.hash for part in hashed_sections(_text(project, file), file)}
        for project in (versions.before, versions.after)
    )
    return {anchor for anchor, now in after.items() if before.get(anchor) != now}


def _first_changed_line(versions: Versions, finding: Finding) -> int:
    """Return the first line that the change wrote from where a finding stands on; that line where there is none."""
    old = {*_text(versions.before, finding.file).splitlines()}
    lines = enumerate(_text(versions.after, finding.file).splitlines(), 1)
    written = (number for number, line in lines if number >= finding.line and line not in old)
    return next(written, finding.line)


def _text(project: Project, file: str) -> str:
    root = project.settings.root
    return (Reader(root).text(root / file) or "") if (root / file).is_file() else ""


# ---- what says no, and where links lead


def _check_negations_and_links(versions: Versions) -> Iterator[Finding]:
    """Find sections in which words that say no, or links, came or went in one language, and not in another."""
    for file in versions.files:
        kind, _, rest = file.partition("/")
        lang, _, name = rest.partition("/")
        if kind in ("docs", "snippets") and lang in versions.languages:
            for other in others(lang, versions.languages):
                twin = f"{kind}/{other}/{name}"
                yield from _check_links_alone(versions, file, twin)
                if FACTS[lang].negations and FACTS[other].negations:
                    yield from _check_negations_alone(versions, file, twin)


class _Counted(Struct, frozen=True):
    """What is counted in a section before and after a change, and its line now."""

    line: int
    was: Counter[str]
    now: Counter[str]

    @property
    def more(self) -> int:
        """Return how many more there are now."""
        return self.now.total() - self.was.total()

    @property
    def words(self) -> str:
        """Return those that came, or went where there are fewer."""
        changed = self.now - self.was if self.more > 0 else self.was - self.now
        return ", ".join(f"'{word}'" for word in sorted(changed))


def _check_links_alone(versions: Versions, file: str, twin: str) -> Iterator[Finding]:
    """Yield for each section of a text, that its twin has too, the links there that lead elsewhere now."""
    there = _counted_by_section(versions, twin, _link_targets)
    for anchor, here in _counted_by_section(versions, file, _link_targets).items():
        if here.was == here.now or anchor not in there or there[anchor].was != there[anchor].now:
            continue
        came, went = here.now - here.was, here.was - here.now
        how = "came into" if came else "went from"
        for target in sorted(came or went):
            wrong = f"the link to '{target}' {how} this section, and no link of it changed in {twin}"
            found = Finding(file, here.line, wrong, "look whether both lead to the same", is_fault=False)
            yield replace(found, line=_first_changed_line(versions, found))


def _check_negations_alone(versions: Versions, file: str, twin: str) -> Iterator[Finding]:
    """Yield for each section of a text, that its twin has too, what says no there now and did not, or no longer."""
    there = _counted_by_section(versions, twin, _words_that_say_no)
    for anchor, here in _counted_by_section(versions, file, _words_that_say_no).items():
        if anchor in there and here.more and here.more * there[anchor].more <= 0:
            how = "came into" if here.more > 0 else "went from"
            wrong = f"{here.words} {how} this section, and nothing like it in {twin}"
            found = Finding(file, here.line, wrong, "look whether both still say the same", is_fault=False)
            yield replace(found, line=_first_changed_line(versions, found))


def _counted_by_section(versions: Versions, file: str, counted: Count) -> dict[str, _Counted]:
    """Return what is counted in each section of a text that stood before the change and stands now."""
    was, now = (
        dict(_sections_by_anchor(_text(one, file), file)) for one in (versions.before, versions.after)
    )
    return {
        anchor: _Counted(part.first_line, counted(was[anchor]), counted(part))
        for anchor, part in now.items()
        if anchor in was
    }


def _sections_by_anchor(markdown: str, file: str) -> Iterator[tuple[str, Text]]:
    _, body, first_line = split_front_matter(markdown)
    for part in split_at_headings(Text(file, body, first_line)) if markdown else ():
        yield next((heading.anchor for heading in headings(part)), translations.BEGIN), part


def _words_that_say_no(section: Text) -> Counter[str]:
    known = FACTS[translations.language_of_text(section.file)].negations
    return Counter(word for word in WORD.findall(readable(section).body.casefold()) if word in known)


def _link_targets(section: Text) -> Counter[str]:
    """Return where the links lead; of one to another site the address is that of its language."""
    return Counter(link.target for link in markdown_links(section) if not link.is_image)


# ---- data in one language


def _check_one_language_written(versions: Versions) -> Iterator[Finding]:
    """Find words in data files of which the change wrote one language, and left another as it was."""
    for file in versions.files:
        if (
            file.startswith("data/")
            and Path(file).suffix == ".yml"
            and not file.startswith(FILES_WITHOUT_TWINS)
        ):
            yield from _check_words_behind(
                *(_document(one, file) for one in (versions.before, versions.after))
            )


def _document(project: Project, file: str) -> YamlDocument:
    root = project.settings.root
    is_there = (root / file).is_file()
    return Reader(root).document(root / file) if is_there else YamlDocument(file, None, {})


def _check_words_behind(before: YamlDocument, after: YamlDocument) -> Iterator[Finding]:
    texts = dict(_text_pairs(before.value, after.value, ()))
    for place, (was, now) in texts.items():
        here = next((str(step) for step in place if step in LANGUAGE_NAMES), "")
        left = [LANGUAGE_NAMES[lang] for lang in others(here) if here and _is_left(texts, place, here, lang)]
        if was != now and left:
            languages = format_all(left)
            wrong = (
                f"the {LANGUAGE_NAMES[here]} here was '{was}' before, and the {languages} stands as it stood"
            )
            do = f"bring the {languages} up to date, or leave it where both still say the same"
            yield Finding(after.file, after.line(*place), wrong, do, is_fault=False)


def _is_left(texts: TextsByPlace, place: KeyPath, here: str, lang: str) -> bool:
    """Tell whether a text stands in another language as it stood."""
    at = place.index(here)
    was, now = texts.get((*place[:at], lang, *place[at + 1 :]), ("", None))
    return was == now


def _text_pairs(before: Any, after: Any, at: KeyPath) -> Iterator[tuple[KeyPath, tuple[str, str]]]:
    """Yield what stood and stands at each place where there are words before and after the change."""
    if isinstance(before, str) and isinstance(after, str):
        yield at, (before, after)
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in after.keys() & before.keys():
            yield from _text_pairs(before[key], after[key], (*at, key))
    elif isinstance(before, list) and isinstance(after, list):
        for was, index in pair_entries(before, after):
            yield from _text_pairs(was, after[index], (*at, index))


# ---- sources


def _check_sources_left(versions: Versions) -> Iterator[Finding]:
    """Find pages that still name a source on which the data that they show rest no longer."""
    if versions.after.faulty & {deductible.FILE, cost_texts.FILE, studies.FILE}:
        return  # what cannot be read may name it
    gone = sources_of_data(versions.before) - sources_of_data(versions.after)
    for page in versions.after.written_pages:
        for index, id_ in enumerate(page.meta.sources):
            if id_ in gone and page.file not in versions.files:
                wrong = (
                    f"the data that this page shows rest no longer on the source '{id_}', which it names here"
                )
                do = "take it out, in each language, where nothing else on the page rests on it"
                yield Finding(page.file, page.line("sources", index), wrong, do, is_fault=False)


def _check_sources_gone(versions: Versions) -> Iterator[Finding]:
    """Find sources that went without a word of what took their place, as a hospital may name them."""
    called = versions.after.new_names_of_sources
    for id_, document in versions.before.source_files.items():
        if id_ not in versions.after.source_files and id_ not in called:
            wrong = f"the source '{id_}' is gone, and a page of a hospital may name it"
            do = f"write 'was: [{id_}]' in the file of the source that took its place, where one did"
            yield Finding(document.file, 1, wrong, do, is_fault=False)


# ---- what stays as it was


def _check_amounts_that_stood(versions: Versions) -> Iterator[Finding]:
    """Find amounts and rules that were confirmed, or of which the day has come, and that are others now, or gone."""
    for key, start, old, new in _amounts(versions):
        is_known = start <= versions.after.today or deductible.is_confirmed(old)
        if is_known and deductible.format_entry(old) != deductible.format_entry(new):
            is_same = _has_the_source(old, new)
            wrong = (
                f"'{key}' of {start.year} was {deductible.format_entry(old)} before this change, and is "
                f"{deductible.format_entry(new)} now{', with the same source' if is_same else ''}"
            )
            do = "put it back: people still work out what they paid; or name the source that says so, and its day"
            yield Finding(deductible.FILE, _line_of(versions, key, start), wrong, do, is_fault=is_same)


def _check_confirmed_without_a_source(versions: Versions) -> Iterator[Finding]:
    """Find amounts that are confirmed now, with the source and the day of when they were expected."""
    for key, start, old, new in _amounts(versions):
        is_new = new is not None and deductible.is_confirmed(new) and not deductible.is_confirmed(old)
        if is_new and _has_the_source(old, new):
            wrong = f"'{key}' of {start.year} is confirmed now, with the source and the day from before that"
            do = "name the source that made it official, and the day on which you read it"
            yield Finding(deductible.FILE, _line_of(versions, key, start), wrong, do, is_fault=False)


def _amounts(
    versions: Versions,
) -> Iterator[tuple[str, datetime.date, deductible.Entry, deductible.Entry | None]]:
    """Yield each amount and rule as it was and as it is, with its key and its day; None where it went."""
    was, now = versions.before.costs.deductible, versions.after.costs.deductible
    for key, entries in was.parts().items() if was and now else ():
        for start, old in entries.items():
            yield key, start, old, now.parts()[key].get(start) if now else None


def _has_the_source(old: deductible.Entry, new: deductible.Entry | None) -> bool:
    return new is not None and (old.sources, old.read) == (new.sources, new.read)


def _line_of(versions: Versions, key: str, start: datetime.date) -> int:
    return _document(versions.after, deductible.FILE).line(key, start.isoformat())


def _check_ids_that_readers_keep(versions: Versions) -> Iterator[Finding]:
    """Find parts, lines and fields of lists whose 'id' changed or went, by which what readers keep is found again."""
    for file in versions.files:
        if Path(file).stem in TOOLS and Path(file).parent.name in ("data", "tools"):
            before, after = (_document(one, file) for one in (versions.before, versions.after))
            was, now = (dict(_with_ids(one.value, ())) for one in (before, after))
            new = {name: found for name, found in now.items() if name not in was}
            for (kind, id_), (_, entry) in was.items() if after.is_whole else ():
                if (kind, id_) not in now:
                    renamed = [
                        (place, other)
                        for (of_kind, other), (place, twin) in new.items()
                        if of_kind == kind and _share_words(entry, twin)
                    ]
                    yield _notice_of_lost_id(after, kind, id_, renamed)


def _notice_of_lost_id(
    document: YamlDocument, kind: str, id_: str, renamed: Sequence[tuple[KeyPath, str]]
) -> Finding:
    called = KEPT[kind]
    if renamed:
        place, other = renamed[0]
        wrong = f"the {called} '{id_}' is called '{other}' now, and readers lose what they kept of it"
        return Finding(
            document.file, document.line(*place, "id"), wrong, f"write 'id: {id_}' again", is_fault=False
        )
    wrong = f"the {called} '{id_}' is gone, and readers lose what they kept of it"
    do = "put its id back, unless it went as a whole"
    return Finding(document.file, 1, wrong, do, is_fault=False)


def _with_ids(value: Any, place: KeyPath) -> Iterator[tuple[tuple[str, str], tuple[KeyPath, Any]]]:
    """Yield each part, line and field with its kind, its id and its place."""
    if isinstance(value, Mapping):
        if "id" in value and len(place) > 1 and place[-2] in KEPT:
            yield (str(place[-2]), str(value["id"])), (place, value)
        for key, inside in value.items():
            yield from _with_ids(inside, (*place, key))
    elif isinstance(value, list):
        for index, inside in enumerate(value):
            yield from _with_ids(inside, (*place, index))


def _share_words(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    return any(old.get(key) == new.get(key) for key in (*LANGUAGE_NAMES, "title") if key in old)
