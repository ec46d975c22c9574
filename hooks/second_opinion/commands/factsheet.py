"""Show a change to those who check it: ``python -m second_opinion.commands.factsheet BASE``.

A sheet for a doctor, an insurance expert or a language editor who has never seen git: what readers saw and will see, by
page and section, Dutch beside English, with values and shared passages filled in; what hard words mean; other data; the
sources that are new, gone or changed; and a box to tick for each role.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct

from second_opinion.commands.command_line import run_command
from second_opinion.commands.factsheet_data import data_part, format_value_in_lines, format_way
from second_opinion.commands.finding_places import describe_by_section
from second_opinion.commands.report_markdown import (
    BECOMES,
    GONE,
    NEW,
    WAS,
    escape_for_sheet,
    format_table,
    language_name,
    mark_changes,
    source_line,
)
from second_opinion.commands.versions import UnknownBaseError, Versions, changed_files, read_before
from second_opinion.core.addresses import absolute
from second_opinion.core.cache import cached_by_digest
from second_opinion.core.findings import Finding, faults
from second_opinion.core.formatting import format_day
from second_opinion.core.languages import LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.markdown_text import Text, headings
from second_opinion.data import glossary
from second_opinion.data.glossary import Term
from second_opinion.data.moved_anchors import PageAnchor
from second_opinion.data.sources import Source
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from second_opinion.prose.data_differences import differences
from second_opinion.prose.plain_language import whole_text
from second_opinion.prose.text_differences import (
    ChangedParagraph,
    Paragraph,
    changed_paragraphs,
    paragraphs_in,
)
from second_opinion.texts import published
from second_opinion.texts.front_matter import FrontMatter, Review
from second_opinion.texts.markup import boxes_of
from second_opinion.texts.pages import AnyPage, Page
from second_opinion.texts.picture_files import ENDINGS
from second_opinion.texts.published import page_address, redirects

TITLE = "# Wat er verandert / What changes"
INTRODUCTION = (
    "Lees wat lezers straks zien, en zet onderaan een vinkje bij uw vak. Wat ~~doorgestreept~~ is, verdwijnt. Wat "
    "**vet** is, komt erbij.",
    "Read what readers will see, and tick the box of your field at the end. What is ~~struck through~~ goes, what is "
    "**bold** is new.",
)
NOTHING = "Geen tekst en geen gegevens zijn veranderd. / No text and no data have changed."
UNSEEN = "Wat lezers zien, blijft hetzelfde. / What readers see stays the same."
CHECKS = (
    "Vraag na of dit klopt: wie hier staat, heeft de pagina zelf gelezen. / "
    "Make sure that this is true: whoever stands here has read the page."
)
SAME = "(niet veranderd / not changed)"
LATER = "(nog niet in deze taal / not yet in this language)"
ONLY_TRANSLATION = (
    "Alleen de vertaling is veranderd, het Nederlands niet; kijk of ze nog hetzelfde zeggen. / "
    "Only the translation has changed, the Dutch has not; look whether they still say the same."
)
BEGIN = "Begin van de pagina / Top of the page"
LEADS_TO, LEADS_NOWHERE = "leidt nu naar / now leads to", "werkt niet meer / no longer works"
WORDS_PAGE, SOURCES_PAGE = "words", "sources"
MOST_NAMED = 12  # pages; of more, a sheet says how many
# Other parts show these.
SHOWN_IN_OTHER_PARTS = {
    "title",
    "description",
    "slug",
    "moved_from",
    "checked",
    "sources",
}

Row = Mapping[str, ChangedParagraph]  # what changed in each language beside each other
Part = Callable[[Versions], list[str]]


class Chunk(Struct, frozen=True):
    """What changed in one section of a page: its rows, and how the page and the section are called."""

    name: str
    anchor: str
    section: str
    rows: Sequence[Row]

    @property
    def lang(self) -> str:
        """Return the first language in which something changed, by which the section is called."""
        return next(lang for lang in LANGUAGES if any(lang in row for row in self.rows))

    @property
    def said(self) -> tuple[tuple[str, str, str], ...]:
        """Return what changed, wherever it stands."""
        return tuple((lang, place.before, place.after) for row in self.rows for lang, place in row.items())


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the sheet; return 1 where git does not know the base."""
    parser = argparse.ArgumentParser(description="Show a change to those who check it.")
    parser.add_argument("base", help="what to compare with, like main")
    base = parser.parse_args(arguments).base
    try:
        now = read_project(settings_from(os.environ, Path.cwd()))
        with read_before(base, now) as before:
            changed = changed_files(now.settings.root, base)
            files = [file for file in changed if file.endswith((".md", ".yml"))]
            pictures = [file for file in changed if file.endswith(ENDINGS)]
            versions = Versions(before, now, files, pictures)
            print(fact_sheet(versions))
            return 1 if _check_lost_addresses(versions) or check_lost_sections(versions) else 0
    except UnknownBaseError as error:
        print(error, file=sys.stderr)
        return 1


def fact_sheet(versions: Versions) -> str:
    """Return the whole sheet as Markdown."""
    parts = [one for part in PARTS for one in part(versions)]
    unfinished = list(_unfinished(versions))
    changed = sorted({*versions.files, *versions.pictures})
    if not changed:
        return "\n\n".join([TITLE, NOTHING])
    files = ", ".join(f"`{file}`" for file in changed)
    shown = (
        [*INTRODUCTION, *unfinished, *parts, *boxes_part(versions.after)] if parts else unfinished or [UNSEEN]
    )
    listed = f"<details>\n<summary>Bestanden / Files</summary>\n\n{files}\n\n</details>"
    return "\n\n".join([TITLE, *shown, listed])


def _unfinished(versions: Versions) -> Iterator[str]:
    """Yield what is to be mended in the files that differ, as readers of the sheet may miss something until then."""
    of_files = [one for one in faults(versions.after.findings) if one.file in versions.files]
    if found := [*_check_lost_addresses(versions), *check_lost_sections(versions), *of_files]:
        yield (
            "**Let op: dit moet eerst verbeterd worden; tot dan kan hieronder iets ontbreken. / "
            "Note: mend this first; until then something may be missing below.**"
        )
        yield "\n".join(f"- {escape_for_sheet(describe_by_section(versions.after, one))}" for one in found)


def _check_lost_addresses(versions: Versions) -> list[Finding]:
    """Find addresses that were published before the change and that no file keeps now."""
    now = versions.after
    if not _is_all_published_known(now):
        return []
    kept = {where for listed in now.history.published.values() for where in listed.addresses}
    return [
        Finding(
            f"{published.FOLDER}/{name}.yml",
            1,
            f"the address {where} was published, and no file of {published.FOLDER}/ has it now",
            "write it in the file of the page that took its place, with 'moved_from' at the top of that page",
        )
        for name, listed in versions.before.history.published.items()
        for where in listed.addresses
        if where not in kept
    ]


def _is_all_published_known(project: Project) -> bool:
    """Tell whether all that was published can be read: what seems lost may stand in a file that cannot."""
    return not any(file.startswith(f"{published.FOLDER}/") for file in project.faulty | project.unreadable)


def check_lost_sections(versions: Versions) -> list[Finding]:
    """Find pages that went, of which the sections did not go to the file of the page that has their address now."""
    now = versions.after
    if not _is_all_published_known(now):
        return []
    heirs = {where: name for name, listed in now.history.published.items() for where in listed.addresses}
    gone = {
        heirs[where]: listed.sections
        for name, listed in versions.before.history.published.items()
        for where in listed.addresses
        if name not in now.history.published and where in heirs
    }
    lacking = {
        heir: [anchor for anchor in sections if anchor not in now.history.published[heir].sections]
        for heir, sections in gone.items()
    }
    return [
        Finding(
            f"{published.FOLDER}/{heir}.yml",
            1,
            f"the sections {', '.join(anchors)} of a page that went do not stand here, and links to them break",
            "write them below 'sections:', each on a line of its own that begins with '- '",
        )
        for heir, anchors in lacking.items()
        if anchors
    ]


# ---- pages


def pages_part(versions: Versions) -> list[str]:
    """Return what changed on each page, by section; what several pages say in the same words once."""
    chunks = [chunk for name in _names(versions) for chunk in _chunks(versions, name)]
    also: dict[object, list[Chunk]] = {}
    for chunk in chunks:
        also.setdefault(chunk.said, []).append(chunk)
    found, shown = [], ""
    for first, *others in also.values():
        if first.name != shown:
            found.append(f"## {_page_title(versions, first.name)}")
        shown = first.name
        found += [
            f"### {_section_title(versions, first)}",
            _rows_table(
                first.rows,
                _languages_of(versions, first.name),
                _later(versions, first),
                [_words_of_unchanged_languages(versions, first, row) for row in first.rows],
            ),
            *_only_translation(versions, first),
        ]
        if others:
            named = (_linked_title(versions, other.lang, other.name, other.anchor) for other in others)
            found.append(f"Staat ook op / Also on: {', '.join(dict.fromkeys(named))}.")
    return [*found, *_unseen(versions, {chunk.name for chunk in chunks})]


def _names(versions: Versions) -> list[str]:
    """Return the names of the pages in the order of the menu."""
    order = [item.page for item in versions.after.menu]
    every = {page.name for project in (versions.before, versions.after) for page in _pages(project).values()}
    return sorted(every, key=lambda name: (order.index(name) if name in order else -1, name))


def _pages(project: Project) -> dict[tuple[str, str], AnyPage]:
    made = project.own_page.pages
    written: list[AnyPage] = [*project.written_pages, *(page for page in project.broken if page not in made)]
    return {(page.lang, page.name): page for page in written}


def _chunks(versions: Versions, name: str) -> list[Chunk]:
    """Return what changed on a page, a section at a time, the languages beside each other."""
    found = {lang: _places(versions, lang, name) for lang in versions.languages}
    sections = {place.anchor: place.section for these in reversed(found.values()) for place in these}
    order = dict.fromkeys(place.anchor for these in found.values() for place in these)
    return [Chunk(name, anchor, sections[anchor], _rows(found, anchor)) for anchor in order]


def _rows(found: Mapping[str, Sequence[ChangedParagraph]], anchor: str) -> list[Row]:
    here = {lang: [place for place in these if place.anchor == anchor] for lang, these in found.items()}
    return [
        {lang: place for lang, place in zip(here, of_row, strict=True) if place}
        for of_row in zip_longest(*here.values())
    ]


def _places(versions: Versions, lang: str, name: str) -> list[ChangedParagraph]:
    said = [_paragraphs_of(project, lang, name) for project in (versions.before, versions.after)]
    return changed_paragraphs(*said)


def _paragraphs_of(project: Project, lang: str, name: str) -> list[Paragraph]:
    """Return what a page says to its readers, its title and the words about it in search engines first."""
    page = _pages(project).get((lang, name))
    if page is None:
        return []
    head = [Paragraph(page.meta.title), Paragraph(page.meta.description)] if isinstance(page, Page) else []
    return [*head, *_paragraphs_of_text(project.whole_text(page), boxes_of(project.words.site[lang]))]


@cached_by_digest
def _paragraphs_of_text(text: Text, boxes: Sequence[Mapping[str, str]]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a whole text, for which each row about its page asks."""
    html = whole_text(text, {}, {}, boxes)
    return tuple(one for one in paragraphs_in(html) if not one.anchor.startswith("term-"))


def _later(versions: Versions, chunk: Chunk) -> set[str]:
    """Return the languages in which a section comes later, as the page says."""
    waiting = {lang: versions.after.sections_waiting(lang, chunk.name) for lang in versions.languages}
    return {lang for lang, these in waiting.items() if any(chunk.anchor in one.covered for one in these)}


def _only_translation(versions: Versions, chunk: Chunk) -> Iterator[str]:
    """Yield a remark where the source of a section stands as it stood, and its translation does not."""
    there = SOURCE_LANGUAGE in _languages_of(versions, chunk.name)
    if there and not any(SOURCE_LANGUAGE in row for row in chunk.rows):
        yield ONLY_TRANSLATION


def _rows_table(
    rows: Sequence[Row],
    languages: Sequence[str],
    later: Collection[str] = (),
    beside: Sequence[Mapping[str, str]] = (),
) -> str:
    """Return what changed as a table: a language a column, before above after.

    What is new in a row stands in one line; ``languages`` are those in which it could have changed, and ``later`` those
    in which it is known to come. ``beside`` is what stands, for each row, in a language that has not changed.
    """
    lines: list[list[str]] = []
    for row, stands in zip(rows, beside or [{} for _ in rows], strict=True):
        for line in _lines(row, languages, stands):
            if lines and line[0] == lines[-1][0] != BECOMES:
                lines[-1][1:] = [
                    "<br>".join(filter(None, pair)) for pair in zip(lines[-1], line, strict=True)
                ][1:]
            else:
                lines.append(line)
    changed = {lang for row in rows for lang in row}
    for index, lang in enumerate(languages, 1):
        if lang not in changed:
            lines[-1][index] = LATER if lang in later else f"{lines[-1][index]} {SAME}".strip()
    return format_table(["", *map(language_name, languages)], lines)


def _lines(row: Row, languages: Sequence[str], stands: Mapping[str, str]) -> list[list[str]]:
    pairs = [
        mark_changes(place.before, place.after) if (place := row.get(lang)) else ("", "")
        for lang in languages
    ]
    was, becomes = [before for before, _ in pairs], [after for _, after in pairs]
    last = was if not any(becomes) else becomes
    for index, lang in enumerate(languages):
        last[index] = last[index] or escape_for_sheet(stands.get(lang, ""))
    if last is was:
        return [[GONE, *was]]
    return [[WAS, *was], [BECOMES, *becomes]] if any(was) else [[NEW, *becomes]]


def _languages_of(versions: Versions, name: str) -> list[str]:
    """Return the languages in which a page is there, or was."""
    there = {*_pages(versions.before), *_pages(versions.after)}
    return [lang for lang in versions.languages if (lang, name) in there]


def _page_title(versions: Versions, name: str) -> str:
    pages = _pages(versions.after)
    there = [lang for lang in versions.languages if (lang, name) in pages]
    old = [lang for lang in versions.languages if (lang, name) in _pages(versions.before)]
    kind = (
        "Nieuwe pagina / New page: "
        if not old
        else "Verwijderde pagina / Page that goes: "
        if not there
        else ""
    )
    return kind + " / ".join(_linked_title(versions, lang, name) for lang in there or old)


def _section_title(versions: Versions, chunk: Chunk) -> str:
    title = escape_for_sheet(chunk.section) or BEGIN
    page = _pages(versions.after).get((chunk.lang, chunk.name))
    return _link(versions.after, page, title, chunk.anchor) if page and chunk.anchor else title


def _words_of_unchanged_languages(versions: Versions, chunk: Chunk, row: Row) -> dict[str, str]:
    """Return what stands in the languages that have not changed in a section, where it has the same place there."""
    lang, place = next(iter(row.items()))
    project, words = (versions.after, place.after) if place.after else (versions.before, place.before)
    here = [one.words for one in _paragraphs_of(project, lang, chunk.name) if one.anchor == chunk.anchor]
    found = {}
    for other in versions.languages:
        there = [
            one.words for one in _paragraphs_of(project, other, chunk.name) if one.anchor == chunk.anchor
        ]
        if words in here and len(there) == len(here) and not any(other in one for one in chunk.rows):
            found[other] = there[here.index(words)]
    return found


def _linked_title(versions: Versions, lang: str, name: str, anchor: str = "") -> str:
    """Return the title of a page as a link to where it stands; that of one that goes without."""
    page = _pages(versions.after).get((lang, name))
    if page:
        return _link(versions.after, page, _title_of_page(page), anchor)
    old = _pages(versions.before).get((lang, name))
    return _title_of_page(old) if old else escape_for_sheet(name)


def _title_of_page(page: AnyPage) -> str:
    return escape_for_sheet(page.meta.title) if isinstance(page, Page) else escape_for_sheet(page.name)


def _link(project: Project, page: AnyPage, title: str, anchor: str = "") -> str:
    if project.brand.sound is None or not isinstance(page, Page):
        return title
    address = absolute(project.brand.sound.site_url, page_address(page))
    return f"[{title}]({address}{'#' if anchor else ''}{anchor})"


def _unseen(versions: Versions, shown: set[str]) -> list[str]:
    """Return the pages of which only links to other pages, or marks, have changed."""
    before, after = _pages(versions.before), _pages(versions.after)
    these = [
        _link(versions.after, page, _title_of_page(page))
        for key, page in after.items()
        if page.name not in shown
        and key in before
        and versions.after.whole_text(page).body != versions.before.whole_text(before[key]).body
        and page.name not in (WORDS_PAGE, SOURCES_PAGE)
    ]
    if not these:
        return []
    return ["## Alleen links of opmaak / Only links or layout", "\n".join(f"- {page}" for page in these)]


# ---- hard words


def terms_part(versions: Versions) -> list[str]:
    """Return the hard words whose explanation changed, each with the pages on which it can be read."""
    old, new = _terms(versions.before), _terms(versions.after)
    changed = [id_ for id_ in sorted({*old, *new}) if _explained(old, id_) != _explained(new, id_)]
    found = ["## Moeilijke woorden / Hard words"] if changed else []
    for id_ in changed:
        row = {
            lang: ChangedParagraph("", "", old.get(id_, {}).get(lang, ""), new.get(id_, {}).get(lang, ""))
            for lang in versions.languages
            if old.get(id_, {}).get(lang) != new.get(id_, {}).get(lang)
        }
        found += [_rows_table([row], versions.languages), _shown_on(versions, id_)]
    return found


def _terms(project: Project) -> dict[str, dict[str, str]]:
    """Return what is explained of each word in each language, by the id of its term."""
    found: dict[str, dict[str, str]] = {}
    for lang in project.languages:
        for term in project.terms[lang]:
            found.setdefault(term.id, {})[lang] = _explanation(term)
    return found


def _explained(terms: Mapping[str, Mapping[str, str]], id_: str) -> Mapping[str, str]:
    return terms.get(id_, {})


def _explanation(term: Term) -> str:
    forms = f" ({', '.join(term.forms)})" if term.forms else ""
    return f"{glossary.capitalise(term.term)}{forms}: {term.text}"


def _shown_on(versions: Versions, id_: str) -> str:
    project = versions.after
    pages = [
        page
        for page in project.written_pages
        if page.lang == SOURCE_LANGUAGE and any(term.id == id_ for term in project.explained_on(page))
    ]
    named = [_link(project, page, _title_of_page(page)) for page in pages]
    where = ", ".join(named) if 0 < len(named) <= MOST_NAMED else f"{len(named)} pagina's / pages"
    return f"Uitleg verschijnt op / Explained on: {where}."


# ---- who checked, and what else is said about pages


def about_part(versions: Versions) -> list[str]:
    """Return who is said to have checked which page, and what else the pages say about themselves."""
    checks, others = [], []
    for name in _names(versions):
        for lang in versions.languages:
            old, new = (
                _front_matter_of(project, lang, name) for project in (versions.before, versions.after)
            )
            if new is not None:
                title = _linked_title(versions, lang, name)
                checks += [f"- {title}: {line}" for line in _checks(lang, old, new)]
                others += [f"- {title}: {line}" for line in _front_matter_changes(versions, old, new)]
    who_checked = ["## Nagekeken door / Checked by", CHECKS, "\n".join(checks)] if checks else []
    return [*who_checked, *(["## Over de pagina’s / About the pages", "\n".join(others)] if others else [])]


def _front_matter_of(project: Project, lang: str, name: str) -> FrontMatter | None:
    page = _pages(project).get((lang, name))
    return page.meta if isinstance(page, Page) else None


def _checks(lang: str, old: FrontMatter | None, new: FrontMatter) -> Iterator[str]:
    """Yield each check that is new or gone: by whom, in which role, on which day; and one of another text."""
    before = {_format_check(one, lang): one for one in (old.checked if old else ())}
    after = {_format_check(one, lang): one for one in new.checked}
    yield from (f"{NEW}: {check}" for check in after if check not in before)
    yield from (f"{GONE}: {check}" for check in before if check not in after)
    for check, one in after.items():
        if check in before and one.text != before[check].text:
            yield f"{check}: geldt nu voor een andere tekst / holds for another text now"


def _format_check(review: Review, lang: str) -> str:
    return escape_for_sheet(f"{review.name}, {review.role}, {format_day(review.date, lang)}")


def _front_matter_changes(versions: Versions, old: FrontMatter | None, new: FrontMatter) -> Iterator[str]:
    """Yield what else changed at the top of a page that was there."""
    if old is None:
        return
    was, now = (meta.model_dump(mode="json", exclude=SHOWN_IN_OTHER_PARTS) for meta in (old, new))
    for one in differences(was, now):
        before, after = mark_changes(
            "; ".join(format_value_in_lines(versions, one.before)),
            "; ".join(format_value_in_lines(versions, one.after)),
        )
        yield f"{format_way(versions, one.steps)}: {before or '-'} → {after or '-'}"


# ---- addresses


def addresses_part(versions: Versions) -> list[str]:
    """Return the addresses, of pages and of sections, that lead elsewhere than before, or nowhere."""
    lines = [*_moved_pages(versions), *_moved_sections(versions)]
    return ["## Adressen / Addresses", "\n".join(lines)] if lines else []


def _moved_pages(versions: Versions) -> Iterator[str]:
    old, new = _redirects_of(versions.before), _redirects_of(versions.after)
    for where in {**old, **new}:
        if where in new and new[where] != old.get(where, where):
            yield f"- `/{where}` {LEADS_TO} `/{new[where]}`"
        elif where not in new and not versions.after.broken:  # a page that cannot be read may have it
            yield f"- `/{where}` {LEADS_NOWHERE}"


def _redirects_of(project: Project) -> dict[str, str]:
    """Return where each address of a page leads, its own to itself."""
    old = {where: page_address(page) for where, page in redirects(project.written_pages).items()}
    return old | {where: where for where in map(page_address, project.written_pages)}


def _moved_sections(versions: Versions) -> Iterator[str]:
    old, new = versions.before.history.moved_anchors, versions.after.history.moved_anchors
    for place in {**old, **new}:
        if old.get(place) == new.get(place):
            continue
        now = new.get(place)
        does = f"{LEADS_TO} {_section(versions, now)}" if now else LEADS_NOWHERE
        yield f"- {_section(versions, place)} {does}"


def _section(versions: Versions, place: PageAnchor) -> str:
    title = _linked_title(versions, SOURCE_LANGUAGE, place.page)
    there = [project.page(SOURCE_LANGUAGE, place.page) for project in (versions.after, versions.before)]
    named = [one.title for page in there if page for one in headings(page.text) if one.anchor == place.anchor]
    if not place.anchor:
        return title
    return f"{title} › {escape_for_sheet(named[0])}" if named else f"{title}, `#{place.anchor}`"


# ---- pictures


def pictures_part(versions: Versions) -> list[str]:
    """Return the pictures beside the pages that are new, gone or changed."""
    root, lines = versions.after.settings.root, []
    for file in versions.pictures:
        is_new, is_there = file not in versions.before.pictures, (root / file).is_file()
        what = GONE if not is_there else NEW if is_new else "veranderd / changed"
        lines.append(f"- `{file}`: {what}")
    return ["## Plaatjes / Pictures", "\n".join(lines)] if lines else []


# ---- sources


def sources_part(versions: Versions) -> list[str]:
    """Return the sources that changed, and those that a page names now or no longer, by title and publisher."""
    old, new = versions.before.sources, versions.after.sources
    lines = []
    for id_ in sorted({*old, *new}):
        if id_ in old and id_ in new and old[id_] != new[id_]:
            was, becomes = mark_changes(_format_source(old[id_]), _format_source(new[id_]))
            lines.append(f"- was: {was}<br>wordt / now: {becomes}")
        elif id_ not in old:
            lines.append(f"- {NEW}: {escape_for_sheet(_format_source(new[id_]))}")
        elif id_ not in new:
            lines.append(f"- {GONE}: {escape_for_sheet(_format_source(old[id_]))}")
    lines += [*_source_changes(versions, versions.before, versions.after, "niet meer bij / no longer at")]
    lines += [*_source_changes(versions, versions.after, versions.before, "nu ook bij / now at")]
    return ["## Bronnen / Sources", "\n".join(lines)] if lines else []


def _source_changes(versions: Versions, these: Project, those: Project, where: str) -> Iterator[str]:
    """Yield each source that a page of one version names and the same page of the other does not."""
    others = {(page.lang, page.name): page.meta.sources for page in those.written_pages}
    for page in these.written_pages:
        for id_ in page.meta.sources if (page.lang, page.name) in others else ():
            if id_ not in others[page.lang, page.name] and id_ in these.sources:
                title = _linked_title(versions, page.lang, page.name)
                yield f"- {escape_for_sheet(source_line(these.sources[id_]))}: {where} {title}"


def _format_source(source: Source) -> str:
    """Return all that is known of a source in one line."""
    note = f"({source.note.part(SOURCE_LANGUAGE)})" if source.note else ""
    kind = "kopie gelezen / copy read" if source.archived else "gelezen / read"
    read = f"{kind} {source.read.isoformat()}"
    return ", ".join(
        filter(None, [f"{source_line(source)} {note}".strip(), source.date, source.address, read])
    )


def boxes_part(project: Project) -> list[str]:
    """Return a box to tick for each role."""
    lines = [
        f"- [ ] {' / '.join(glossary.capitalise(role.word(lang)) for lang in LANGUAGES)} "
        f"({' / '.join(role.looks_at.part(lang) for lang in LANGUAGES)}): "
        "ik heb dit gelezen en het klopt / I have read this and it is right. Naam en datum / Name and date:"
        for role in project.roles
    ]
    return ["## Nagekeken / Checked", "\n".join(lines)]


PARTS: tuple[Part, ...] = (
    pages_part,
    about_part,
    addresses_part,
    pictures_part,
    terms_part,
    data_part,
    sources_part,
)

if __name__ == "__main__":
    sys.exit(run_command(main, "made the fact sheet"))
