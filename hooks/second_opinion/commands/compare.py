"""Show what changed in ours since a brand's own was compared: ``python -m second_opinion.commands.compare PAGE``.

``make compare`` shows it for one text of a brand that takes the place of a shared one, or for all. What ours said then
is looked up in git: by the hashes that replaced.yml has of its sections, or else as the version that the brand's own is
most like.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path, PurePosixPath
from textwrap import shorten

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.brand.case_rules import cases_of
from second_opinion.brand.model import readable_brand
from second_opinion.brand.replaced import FILE, Compared, Replaced, in_place_of
from second_opinion.commands.command_line import run_command
from second_opinion.commands.versions import commit_of, describe_version, has_history, run_git, text_at
from second_opinion.core.findings import did_you_mean
from second_opinion.core.markdown_text import Text, headings, includes_in, split_front_matter, without_targets
from second_opinion.core.validation import validate
from second_opinion.project.disk import texts_below
from second_opinion.project.reading import Reader
from second_opinion.project.settings import Settings, settings_from
from second_opinion.prose.text_differences import ChangedParagraph, Paragraph, changed_paragraphs, mark_words
from second_opinion.texts.blocks import passages
from second_opinion.texts.translations import changed_sections, hashed_sections

GONE = "0" * 40  # how git calls what is not there
LINK_WORDS = re.compile(r"!?\[([^\[\]\n]*)\]")  # once its address is left out
SHOWN_OF_PASSAGE = 200  # letters of its words
HEAD_SAID = ("title:", "description:")  # of the front matter, what readers see
NO_HISTORY = "This copy has no history, so what ours said before cannot be shown; a copy that 'git clone' makes has it."


class OursBefore(Struct, frozen=True):
    """What changed in the shared text ``ours``, in whose place stands the text ``file`` of a brand.

    ``since`` says since when. Where nobody can tell, ``unknown`` says why, with what is known all the same.
    """

    file: str
    ours: str
    since: str = ""
    changes: Sequence[ChangedParagraph] = ()
    unknown: str = ""


class Replacement(Struct, frozen=True):
    """A text of a brand, what it says, and the shared one that readers would see in its place.

    ``passage`` gives what a shared text says now, by its file.
    """

    file: str
    own: str
    ours: str
    passage: Callable[[str], str]

    @property
    def now(self) -> str:
        """Return what ours says."""
        return self.passage(self.file)


class Version(Struct, frozen=True):
    """What a text said at a commit."""

    commit: str
    text: str


NEVER = Version("", "")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what changed in ours; return 1 where the brand has no such text in the place of a shared one."""
    parser = argparse.ArgumentParser(
        description="Show what changed in shared texts that a brand has its own of."
    )
    parser.add_argument("page", nargs="?", default="", help="the page or passage, like costs; all without it")
    page = parser.parse_args(arguments).page.removesuffix(".md")
    settings = settings_from(os.environ, Path.cwd())
    names = replaced_names(settings)
    if page not in {*names, ""} or not names:
        print(describe_missing_text(settings, page, names), file=sys.stderr)
        return 1
    print("\n\n".join(format_changes(one) for one in ours_before(settings, page)))
    return 0


def replaced_names(settings: Settings) -> list[str]:
    """Return the names of the texts of a brand that take the place of shared ones, as `make compare` calls them."""
    shared = {*texts_below(settings.root)}
    files = [] if settings.is_neutral else texts_below(settings.brand)
    return list(dict.fromkeys(PurePosixPath(file).stem for file in files if file in shared))


def describe_missing_text(settings: Settings, page: str, names: Collection[str]) -> str:
    """Return that a brand has no text of a name in the place of a shared one."""
    folder = settings.shown(settings.brand)
    if not names:
        return f"No text in {folder} takes the place of a shared one; BRAND=... names another folder"
    return f"No text in {folder} takes the place of a shared one called '{page}'; {did_you_mean(page, names)}"


def format_changes(found: OursBefore) -> str:
    """Return what changed in a shared text as it is printed: what is gone struck through, what is new bold."""
    title = f"## {found.file}"
    if found.unknown:
        return f"{title}\n\n{found.unknown}"
    if not found.changes:
        return f"{title}\n\nNothing that readers see changed in our {found.ours} since {found.since}."
    lines = [f"{title}\n\nWhat changed in our {found.ours} since {found.since}:"]
    section = None
    for change in found.changes:
        if change.section != section:
            section = change.section
            lines.append(f"\n### {section or 'Above the first heading'}\n")
        before, after = mark_words(change.before, change.after)
        lines += [f"- before: {_mark_changes(before, '~~')}"] if change.before else []
        lines += [f"- now: {_mark_changes(after, '**')}"] if change.after else []
    return "\n".join(lines)


def _mark_changes(words: Sequence[tuple[str, bool]], mark: str) -> str:
    return " ".join(f"{mark}{some}{mark}" if is_changed else some for some, is_changed in words)


def ours_before(settings: Settings, page: str = "") -> list[OursBefore]:
    """Return what changed in the shared texts of which a brand has its own: those of one name, or all."""
    root, reader, file = settings.root, Reader(settings.root), settings.brand / FILE
    cases = cases_of(readable_brand(reader.brand_document(settings.brand))[0])
    compared = validate(reader.document(file), Replaced)[0] if file.exists() else None
    shared, wanted = texts_below(root), [page] if page else replaced_names(settings)

    def said_now(name: str) -> str:
        return reader.text(root / in_place_of(name, shared, cases)) or "" if name in shared else ""

    found = []
    for name in texts_below(settings.brand):
        if name in shared and PurePosixPath(name).stem in wanted:
            own = reader.text(settings.brand / name) or ""
            one = Replacement(name, own, in_place_of(name, shared, cases), said_now)
            found.append(_since_then(root, one, compared.root.get(name) if compared else None))
    return found


def _since_then(root: Path, one: Replacement, then: Compared | None) -> OursBefore:
    """Return what changed in a shared text since it was compared, or since the version most like the own one."""
    since, known = "", ""
    if then:
        since = f"release {then.release} of {then.date}, with which you compared yours"
        changed = changed_sections(then.sections, hashed_sections(one.now, one.file))
        if not changed:
            return OursBefore(one.file, one.ours, since)
        known = f" In our {one.ours}: {changed.in_words}."
    if not has_history(root):
        return OursBefore(one.file, one.ours, unknown=NO_HISTORY + known)
    versions = [*_versions(root, one.ours), *(_versions(root, one.file) if one.file != one.ours else ())]
    if then:
        same = [version for version in versions if _hashes(version.text, one.file) == then.sections]
        before = same[0] if same else _released(root, then.release, one.ours)
    else:
        before = max(versions, key=lambda version: _likeness(one.own, version.text), default=NEVER)
        since = f"its version of {_day_and_release(root, before.commit)}, which yours is most like"
    if not before.text:
        return OursBefore(one.file, one.ours, unknown=f"What ours said then is not in this copy.{known}")
    follows = {name for _, name in includes_in(Text(one.file, one.own))}
    said_then = paragraphs_in_markdown(
        before.text, one.file, lambda name: text_at(root, before.commit, name), follows
    )
    said_now = paragraphs_in_markdown(one.now, one.file, one.passage, follows)
    changes = [
        replace(
            change,
            before=_describe_passage(change.before, lambda _: ""),
            after=_describe_passage(change.after, lambda name: one.passage(_file_of_passage(one.file, name))),
        )
        for change in changed_paragraphs(said_then, said_now)
    ]
    return OursBefore(one.file, one.ours, since, changes)


def _describe_passage(words: str, passage: Callable[[str], str]) -> str:
    """Return what is shown of a paragraph: of the line of a passage how that begins, and what to do."""
    for _, name in includes_in(Text("", words)):
        said = [" ".join(block.lines) for block in passages(Text(name, _words_alone(passage(name))))]
        begins = shorten(" ".join(said), SHOWN_OF_PASSAGE, placeholder=" ...")
        return (
            f"the passage {name}: {begins} Paste its line as it stands: {words}"
            if said
            else f"the passage {name}"
        )
    return words


def _file_of_passage(file: str, name: str) -> str:
    """Return the passage that a text names."""
    return f"snippets/{file.split('/')[1]}/{name}"


def _versions(root: Path, file: str) -> list[Version]:
    """Return all that a file ever said, the newest first, each with the commit in which it first did.

    ``-m`` and ``--full-history`` also tell what came about where two changes were merged.
    """
    told = run_git(root, "log", "--full-history", "-m", "--raw", "--no-abbrev", "--format=%H", "--", file)
    first: dict[str, str] = {}
    commit = ""
    for line in told.splitlines():
        if line.startswith(":"):
            first[line.split()[3]] = commit
        elif line:
            commit = line
    first.pop(GONE, "")
    return [Version(commit, run_git(root, "show", blob)) for blob, commit in first.items()]


def _released(root: Path, release: str, file: str) -> Version:
    commit = commit_of(root, release)
    return Version(commit, text_at(root, commit, file))


def _hashes(text: str, file: str) -> dict[str, str]:
    return {section.anchor: section.hash for section in hashed_sections(text, file)}


def _likeness(own: str, text: str) -> float:
    """Return which part of all lines of two texts both have."""
    mine, ours = ({line.strip() for line in one.splitlines() if line.strip()} for one in (own, text))
    return len(mine & ours) / len(mine | ours) if mine | ours else 0.0


def _day_and_release(root: Path, commit: str) -> str:
    """Return the day of a commit and the release whose number it bears."""
    day = run_git(root, "show", "--no-patch", "--format=%cs", commit).strip()
    version = describe_version(root, commit)
    return f"{day} (release {version})" if version else day


def _words_alone(markdown: str) -> str:
    """Return a text without the marks of bold and links; lines stay."""
    return LINK_WORDS.sub(r"\1", without_targets(markdown)).replace("**", "")


def paragraphs_in_markdown(
    markdown: str, file: str, passage: Callable[[str], str], follows: Collection[str] = ()
) -> list[Paragraph]:
    """Return what a text says, paragraph by paragraph, each with its section, and what the passages in it say.

    ``passage`` gives the text of a passage by its file; those that the brand's own text has too (``follows``) are left
    out, as readers get them anyway.
    """
    front, body, first_line = split_front_matter(markdown)
    text = Text(file, _words_alone(body), first_line)
    found = [(1, line) for line in front.splitlines() if line.startswith(HEAD_SAID)]
    found += [(heading.line, heading.title) for heading in headings(text)]
    found += [(block.first_line, " ".join(" ".join(block.lines).split())) for block in passages(text)]
    for line, name in includes_in(text):
        said = passage(_file_of_passage(file, name)) if name not in follows else ""
        inside = passages(Text(name, _words_alone(said)))
        found += [
            (line, f'--8<-- "{name}"'),
            *((line, " ".join(" ".join(block.lines).split())) for block in inside),
        ]
    titles = {heading.line: heading.title for heading in headings(text)}
    told, section = [], ""
    for line, words in sorted(found, key=lambda one: one[0]):
        section = titles.get(line, section)
        told.append(Paragraph(words, section=section))
    return told


if __name__ == "__main__":
    sys.exit(run_command(main, "showed what changed in ours"))
