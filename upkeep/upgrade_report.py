"""What a newer release changes for one brand: ``make upgrade-report FROM=0.2.0 BRAND=...`` writes report/upgrade.md.

It begins with a summary, and the same stands in report/index.html, to be read in a browser.

The site of the brand is built with the release of before and with this one, for the same day; what readers would see
differently is taken from the two sites, in words and in pictures, and what the brand folder may say from the code of
the two.
"""

from __future__ import annotations

import argparse
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace
from phonenumbers import PhoneNumberMatcher

from second_opinion.brand import replaced
from second_opinion.brand.brand_keys import all_keys
from second_opinion.commands.command_line import run_command
from second_opinion.commands.compare import OursBefore, ours_before
from second_opinion.commands.report_markdown import as_page, escape_for_sheet, format_table, mark_changes
from second_opinion.commands.site_texts import read_built_pages
from second_opinion.commands.versions import commit_of, describe_version, released, unpack
from second_opinion.core.markdown_text import Text, defined_links, markdown_links, without_targets
from second_opinion.core.phone import HOME
from second_opinion.core.validation import read_yaml
from second_opinion.data import interface
from second_opinion.project.settings import NEUTRAL, SetUpError, settings_from
from upkeep import chromium, screenshots
from upkeep.changed_texts import Change, Pair, changes_between, joined, on_many_pages
from upkeep.earlier_brand import (
    BRAND_FILE,
    IN_BRAND_FILE,
    copy_for,
    keys_in,
    left_out_of,
    take_out_faulty_keys,
)
from upkeep.earlier_texts import take_out_refused
from upkeep.screenshots import take_all
from upkeep.two_versions import build

BUILT_BY = Path("hooks/second_opinion/commands/build.py")  # what two_versions asks of each version
REPORT, PAGE = Path("report/upgrade.md"), Path("report/index.html")
PICTURES = Path("report/upgrade")
NEW_SCHEMA = "Put `brands/brand.schema.json` in your folder again, so that your editor knows these keys."
SECTION = re.compile(r'<h[2-4][^>]*\sid="([^"]+)"')
LEADS_ON = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')
PICTURES_TITLE = "## Pictures, as on a phone"
BEFORE_AND_AFTER = ("Before", "After")
NO_CHANGE = "None has changed."
MOST_NAMED = 8  # keys in the summary, which stays short
MOST_OF_MOVED = 3  # texts by which a reader knows what moved
MOST_OF_CHANGED = 3  # pages at which to look first
NEW = "new"
NOTICE = "notice: "
REPLACED = re.compile(
    rf"{NOTICE}\S*?((?:docs|snippets)/\S+\.md):1: the shared \S+ changed (?:since|after) release "
)
HOSPITALS = re.compile(r"\*\*[^*]*\bhospitals\b", re.IGNORECASE)
LIST_OR_TABLE = re.compile(r"[-|]\s|\d+\.\s")  # what belongs to the paragraph above it
TO_DO = re.compile(r"\*\*[^*]*\b(?:must do|look at|if you|take again)\b", re.IGNORECASE)
MORE_NEWS = '<details markdown="1">\n<summary>What is new, and asks nothing of you</summary>'
LINK = "link"
Row = tuple[str, str]


class Site(Struct, frozen=True):
    """The site of a brand with one release: where it stands, and its pages by their addresses."""

    folder: Path
    pages: Mapping[str, str]

    def leads_on(self, address: str) -> str:
        """Return where an old address leads, in words."""
        page = self.folder / address / "index.html"
        match = LEADS_ON.search(page.read_text("utf-8")) if page.is_file() else None
        return f"leads on to {match[1]}" if match else "nothing stands there any more"


class Report(Struct, frozen=True):
    """What differs for a brand: rows of tables and texts, and what has to be said of how the two were compared.

    ``known`` are the notices that the release of before gave too, ``refused`` the texts that this release refuses and
    that the site of after is without, ``ours`` what changed in the shared texts of which the folder has its own.
    """

    built: subprocess.CompletedProcess[str]
    keys: Sequence[Row]
    news: Sequence[str]
    compared: str = ""
    known: Collection[str] = ()
    addresses: Sequence[Row] = ()
    changes: Mapping[str, Change] = field(default_factory=dict)
    pictures: Sequence[str] = ()
    refused: Sequence[str] = ()
    ours: Sequence[OursBefore] = ()

    @property
    def is_sound(self) -> bool:
        """Tell whether the folder can be built as it is."""
        return self.built.returncode == 0

    @property
    def has_sites(self) -> bool:
        """Tell whether there are two sites that were compared, if need be without what is refused."""
        return self.is_sound or bool(self.refused)

    @property
    def notices(self) -> list[str]:
        """Return what the build says that stops nothing, and that of before did not say."""
        return [line for line in notices_of(self.built) if without_line(line) not in self.known]

    def parts(self) -> list[str]:
        """Return the parts of the report, the shortest first."""
        parts = [*summary_part(self), *self.said_part(), *ours_part(self.ours), *self.news_part()]
        parts += keys_part(self.keys)
        if not self.has_sites:
            return parts
        return [
            *parts,
            "## Addresses",
            format_table(("Address", "What changed"), self.addresses) if self.addresses else NO_CHANGE,
            *values_part(self.changes),
            *texts_part(self.changes),
            *self.pictures,
        ]

    def said_part(self) -> list[str]:
        """Return what the build with this release says of the folder that the one of before did not."""
        lines = [f"- {cell(line)}" for line in (*self.notices, *faults_of(self.built))]
        if not self.has_sites:
            lines.append("- What readers will see differently can be told once this is mended.")
        if as_before := len(notices_of(self.built)) - len(self.notices):
            lines.append(f"- {counted(as_before, 'notice')} more, which the release of before gave too.")
        return ["## What the build says", "\n".join(lines) or "Nothing is to be mended."]

    def news_part(self) -> list[str]:
        """Return what CHANGELOG.md says to hospitals since the release of before: first what they must do."""
        if not self.news:
            return []
        is_to_do = [*accumulate(self.news, lambda before, part: goes_before(part, before), initial=False)][1:]
        first = [part for part, is_first in zip(self.news, is_to_do, strict=True) if is_first]
        rest = [part for part, is_first in zip(self.news, is_to_do, strict=True) if not is_first]
        folded = [MORE_NEWS, *rest, "</details>"] if first and rest else rest
        return ["## What CHANGELOG.md says to hospitals", *first, *folded]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the report; return 1 where there is no such release, or where the folder is not sound with it."""
    parser = argparse.ArgumentParser(description="Write what a newer release changes for a brand.")
    parser.add_argument(
        "--from", dest="release", required=True, help="the release or commit of before, like 0.2.0"
    )
    release = parser.parse_args(arguments).release
    try:
        brand = settings_from(os.environ, Path.cwd()).brand
        report = what_changes(release, brand)
    except (SetUpError, NothingToCompareError) as error:
        print(error, file=sys.stderr)
        return 1
    REPORT.parent.mkdir(exist_ok=True)
    here = Path.cwd()
    versions = explain_versions(
        describe_version(here, commit_of(here, release)), describe_version(here, "HEAD")
    )
    title = f"# What changes for {brand.name} after {release}"
    text = "\n\n".join([title, *versions, *report.parts()]) + "\n"
    REPORT.write_text(text, "utf-8")
    PAGE.write_text(as_page(text), "utf-8")
    print(f"What changes for {brand.name} after {release} stands in {PAGE} and {REPORT}")
    return 0


def explain_versions(before: str, after: str) -> list[str]:
    """Return which two versions are compared, where their numbers tell."""
    return [f"This compares {before} with {after}."] if before != after and before and after else []


def notices_of(built: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what a build says that stops nothing."""
    return [line for line in built.stderr.splitlines() if line.startswith(NOTICE)]


def without_line(said: str) -> str:
    """Return what is said without the number of its line, which differs where something was left out above it."""
    return re.sub(r":\d+: ", ": ", said, count=1)


class NothingToCompareError(Exception):
    """There is no site of before; the message says why."""


class Before(Struct, frozen=True):
    """The site that a release made of a copy of a brand: what its build said, where the copy is, what was left out."""

    built: subprocess.CompletedProcess[str]
    place: Path
    left_out: Sequence[str]

    @property
    def is_there(self) -> bool:
        """Tell whether there is such a site; there is none where the brand has what is newer, like a page or a list."""
        return self.built.returncode == 0

    def compared(self, release: str, brand: Path) -> str:
        """Return what is compared with what."""
        if self.is_there:
            return explain_left_out(release, self.left_out)
        return explain_neutral(release, brand.name, faults_before(self.built, self.place, brand))

    def notices(self, brand: Path) -> frozenset[str]:
        """Return the notices of the build, which name the brand itself in the place of its copy."""
        said = (line.replace(str(self.place), str(brand)) for line in notices_of(self.built))
        return frozenset(without_line(line) for line in said)


def what_changes(release: str, brand: Path) -> Report:
    """Return the report; raises NothingToCompareError where there is no such release, or nothing to build of it."""
    here, today = Path.cwd(), os.environ.get("TODAY") or datetime.date.today().isoformat()
    env = {**os.environ, "TODAY": today}
    with tempfile.TemporaryDirectory() as temporary:
        old, before, after = (Path(temporary, name) for name in ("old", "before", "after"))
        unpack_release(release, here, old)
        known = keys_in(old)
        was = build_before(old, before, brand, here, env)
        built = build(here, after, {**env, "BRAND": str(brand)})
        refused = [] if built.returncode == 0 else build_without_refused(here, after, brand, built, env)
        keys, news = key_rows(known, keys_in(here)), news_for_hospitals(old, here)
        ours = ours_before(settings_from(env, here))
        compared, told = was.compared(release, brand), was.notices(brand)
        report = Report(built, keys, news, compared, told, refused=refused, ours=ours)
        if not report.has_sites:
            return report
        if not was.is_there:
            before, after = build_neutral(old, here, Path(temporary, "neutral"), was, env)
        sites = [Site(site, read_built_pages(site)) for site in (before, after)]
        words = read_yaml((here / interface.FILE).read_text("utf-8"), interface.FILE).value
        changes = changes_between(sites[0].pages, sites[1].pages, [*words["source_used_on"].values()])
        pictures = pictures_part({"before": before, "after": after})
        return replace(report, addresses=address_rows(*sites), changes=changes, pictures=pictures)


def unpack_release(release: str, here: Path, old: Path) -> None:
    """Put the files of a release into a folder; raises NothingToCompareError where there is none that can be built."""
    commit = commit_of(here, release)
    if not commit:
        raise NothingToCompareError(no_release(release, here))
    unpack(commit, old)
    if not (old / BUILT_BY).is_file():
        raise NothingToCompareError(too_old(release, here))


def build_before(old: Path, site: Path, brand: Path, here: Path, env: Mapping[str, str]) -> Before:
    """Build a copy of a brand with a release, without what that one refuses, as long as this helps."""
    place = old / brand.relative_to(here) if brand.is_relative_to(here) else old.with_name("brand")
    left_out = copy_for(old, brand, place)
    built = build(old, site, {**env, "BRAND": str(place)})
    while built.returncode != 0 and (more := take_out_of_before(place, faults_of_brand(built, place, brand))):
        left_out = [*more, *left_out, *left_out_of(old, place)]
        built = build(old, site, {**env, "BRAND": str(place)})
    return Before(built, place, left_out)


def build_neutral(
    old: Path, here: Path, folder: Path, was: Before, env: Mapping[str, str]
) -> tuple[Path, Path]:
    """Build the neutral site of both releases, and return them; raises NothingToCompareError where one cannot be."""
    sites = folder / "before", folder / "after"
    shared = [
        build(project, site, {**env, "BRAND": NEUTRAL})
        for project, site in zip((old, here), sites, strict=True)
    ]
    if any(one.returncode for one in shared):
        raise NothingToCompareError("".join(one.stderr for one in (was.built, *shared)))
    return sites


def take_out_of_before(place: Path, faults: Sequence[str]) -> list[str]:
    """Take out of a copied folder what the release of before refuses, texts or else keys, and return it."""
    return take_out_refused(place, faults) or take_out_faulty_keys(place, faults)


def build_without_refused(
    here: Path, site: Path, brand: Path, built: subprocess.CompletedProcess[str], env: Mapping[str, str]
) -> list[str]:
    """Build the site of a brand without the texts that this release refuses, and return these; none if that fails."""
    refused: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(temporary, brand.name)
        shutil.copytree(brand, place)
        place.joinpath(replaced.FILE).unlink(missing_ok=True)  # which names them
        while built.returncode != 0:
            texts = take_out_refused(place, faults_of_brand(built, place, brand))
            if not texts:
                return []
            refused += texts
            built = build(here, site, {**env, "BRAND": str(place)})
    return refused


def faults_of_brand(was: subprocess.CompletedProcess[str], place: Path, brand: Path) -> list[str]:
    """Return the faults of the build of a copy of a brand, under the name of its folder."""
    return [line.replace(str(place), brand.name) for line in faults_of(was)]


def faults_before(was: subprocess.CompletedProcess[str], place: Path, brand: Path) -> list[str]:
    """Return the faults of a copy; without the lines of a brand.yml from which something was left out."""
    faults = faults_of_brand(was, place, brand)
    copied, own = ((folder / BRAND_FILE).read_text("utf-8") for folder in (place, brand))
    if copied == own:
        return faults
    return [without_line(line) if IN_BRAND_FILE.search(line) else line for line in faults]


def faults_of(built: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what a build says that stops it, but how many there are and that there is no site."""
    told = [line for line in built.stderr.splitlines() if not line.startswith(NOTICE)]
    return told[:-1] or told


def explain_neutral(release: str, name: str, told: Sequence[str]) -> str:
    """Return that a brand has no site of before, and why: its faults with that release."""
    more = [f"and {len(told) - MOST_NAMED} more"] if len(told) > MOST_NAMED else []
    short = [line.partition("; known: ")[0] for line in told[:MOST_NAMED]]
    lines = [f"    - {cell(line)}" for line in (*short, *more)]
    first = (
        f"{name} cannot be built with {release}, so texts are those of the neutral site. That release says:"
    )
    return "\n".join([first, *lines])


def explain_left_out(release: str, keys: Sequence[str]) -> str:
    """Return what a release does not know of a brand, and was left out of its site; nothing where it knows all."""
    if not keys:
        return ""
    told = named([f"`{key}`" for key in keys], MOST_NAMED)
    return f"The site of before is without what {release} does not know: {told}."


def explain_refused(refused: Sequence[str]) -> str:
    """Return which texts the site of after is without, as this release refuses them; nothing where there are none."""
    if not refused:
        return ""
    told = named([f"`{file}`" for file in refused], MOST_NAMED)
    return f"The site of after is without {told}, which this release refuses: you see ours in their place."


def no_release(release: str, root: Path) -> str:
    """Return that there is no such release, with those that are there."""
    wrong = f"There is no release or commit '{release}' here"
    known = released(root)
    if not known:
        return f"{wrong}, and this copy does not tell of any release; name a commit, as 'git log' shows them"
    newest, *_ = known
    return f"{wrong}; there are {', '.join(known)}, and a commit will do too: FROM={newest}"


def too_old(release: str, root: Path) -> str:
    """Return that a release cannot be built by the command of this one, with the newest that perhaps can."""
    others = [one for one in released(root) if one != release.removeprefix("v")]
    other = f"name a later one, like FROM={others[0]}" if others else "name a later commit"
    return f"{release} is too old to be compared by this command; {other}, or read CHANGELOG.md from there on"


def goes_before(part: str, is_to_do: bool) -> bool:
    """Tell whether a part of CHANGELOG.md says what to do; a list or table does what the part above it does."""
    return is_to_do if LIST_OR_TABLE.match(part) else bool(TO_DO.match(part))


def news_for_hospitals(old: Path, new: Path) -> list[str]:
    """Return the paragraphs of CHANGELOG.md for hospitals that the earlier one lacks, with what belongs to each."""
    before, after = (
        file.read_text("utf-8") if (file := root / "CHANGELOG.md").is_file() else "" for root in (old, new)
    )
    known = before.split("\n\n")
    news: list[str] = []
    belongs = False
    for part in after.split("\n\n"):
        if LIST_OR_TABLE.match(part):
            news += [part.strip()] if belongs else []
        elif belongs := bool(HOSPITALS.match(part)) and part not in known:
            news.append(" ".join(part.split()))
    return news


def summary_part(report: Report) -> list[str]:
    """Return in a few lines what changes for readers and for the hospital, and what it has to do."""
    lines = [f"- **For you**: {summarise_for_hospital(report)}"]
    if report.has_sites:
        lines = [f"- **For readers**: {summarise_for_readers(report)}", *lines]
    if not report.is_sound:
        lines.append("- **What you must do**: mend what the build says. Then make this report again.")
    else:
        notices = counted(len(report.notices), "new notice")
        schema = ["Copy the schema again (see the keys)."] if report.keys else []
        read = [f"Read the {notices} of the build."] if report.notices else ["Nothing is to be mended."]
        mine = [match[1] for line in report.notices if (match := REPLACED.match(line))]
        compare = [f"Compare your {named(mine, MOST_NAMED)} with ours."] if mine else []
        do = " ".join([*read, *compare, *schema, "Look at the pages that changed, and publish."])
        lines.append(f"- **What you must do**: {do}")
    how = " ".join(one for one in (explain_refused(report.refused), report.compared) if one)
    lines += [f"- **How it was compared**: {how}"] if how else []
    return ["## In short", "\n".join(lines)]


def summarise_for_hospital(report: Report) -> str:
    """Return in one line what is new of brand.yml, and how much CHANGELOG.md says."""
    gone = sum(what == "gone" for _, what in report.keys)
    new = sum(what.startswith(NEW) for _, what in report.keys)
    other = len(report.keys) - new - gone
    paragraphs = sum(not LIST_OR_TABLE.match(part) for part in report.news)
    told = [
        *([f"{counted(new, 'new key')} of brand.yml, which you may use."] if new else []),
        *([f"{counted(gone, 'key')} of brand.yml gone."] if gone else []),
        *([f"{counted(other, 'key')} with other values."] if other else []),
        *([f"{counted(paragraphs, 'paragraph')} of CHANGELOG.md to read."] if paragraphs else []),
    ]
    return " ".join(told) or "Nothing changes."


def summarise_for_readers(report: Report) -> str:
    """Return in one line which pages change for readers, those that change most first."""
    new = [address for address, what in report.addresses if what == NEW]
    old = {address: found for address, found in report.changes.items() if not found.is_new}
    most = sorted(old, key=lambda address: len(old[address].before + old[address].after), reverse=True)
    values = {page for *_, pages in value_rows(report.changes) for page in pages.split(", ")}
    gone = [address for address, what in report.addresses if what != NEW]
    which = ":" if len(old) <= MOST_OF_CHANGED else ", most on"
    first = ", ".join(f"/{address}" for address in most[:MOST_OF_CHANGED])
    told = [
        *([f"{counted(len(old), 'page')} with other words{which} {first}."] if old else []),
        *([f"{counted(len(new), 'new page')}: {named(new, MOST_NAMED)}."] if new else []),
        *([f"{counted(len(gone), 'page or section', 'pages or sections')} gone."] if gone else []),
        *([f"An amount, date, number or link changes on {counted(len(values), 'page')}."] if values else []),
    ]
    return " ".join(told) or "Nothing changes."


def named(names: Sequence[str], most: int) -> str:
    """Return some names after each other, of many the first."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return f"{', '.join(names[:most])}{more}"


def counted(count: int, one: str, many: str = "") -> str:
    """Return how many there are of something."""
    return f"{count} {one if count == 1 else many or f'{one}s'}"


# ---- texts of the hospital in the place of ours


def ours_part(found: Sequence[OursBefore]) -> list[str]:
    """Return what changed in the shared texts of which the hospital has its own, since it compared them."""
    changed = [one for one in found if one.changes or one.unknown]
    parts = ["## Texts of yours, and what changed in ours"] if changed else []
    for one in changed:
        head = f"### {one.file}"
        if one.unknown:
            parts += [head, one.unknown]
            continue
        rows = [
            (escape_for_sheet(change.section), *mark_changes(change.before, change.after))
            for change in one.changes
        ]
        since = f"What changed in our {one.ours} since {one.since}."
        parts += [head, since, format_table(("Section", *BEFORE_AND_AFTER), rows)]
    return parts


# ---- what brand.yml may say


def key_rows(old: Mapping[str, str], new: Mapping[str, str]) -> list[Row]:
    """Return the keys of brand.yml that are new or gone, and those that take other values."""
    differing = {*old} ^ {*new}
    return [
        (key, "new" if key not in old else "gone" if key not in new else f"{old[key]} -> {new[key]}")
        for key in sorted({*old, *new})
        if old.get(key) != new.get(key) and key.rpartition(".")[0] not in differing
    ]


def keys_part(rows: Sequence[Row]) -> list[str]:
    """Return what changed in the keys of brand.yml, and what each is for."""
    purposes = {key.dotted: key.description for key in all_keys({})}
    shown = [(f"`{key}`", what, purposes.get(key, "")) for key, what in rows]
    return [
        "## Keys of brand.yml",
        *(
            [format_table(("Key", "What changed", "What it is for"), shown), NEW_SCHEMA]
            if rows
            else [NO_CHANGE]
        ),
    ]


# ---- what readers see


ADDRESS = re.compile(r"https?://[^\s)\"'>]+")
SHORT_PHONE = re.compile(r"(?<![\w.,-])11[236][0-9]{0,3}(?![\w-]|[.,][0-9]|\s?euro)")


def addresses_in(text: str) -> list[str]:
    """Return the web addresses in a text: those of its links, brackets and all, and those that stand by themselves."""
    read = Text("", text)
    targets = [link.target for link in (*markdown_links(read), *defined_links(read))]
    return list(dict.fromkeys([*filter(ADDRESS.match, targets), *ADDRESS.findall(without_targets(text))]))


def phones_in(text: str) -> list[str]:
    """Return the telephone numbers in a text, as they are written there."""
    return [match.raw_string for match in PhoneNumberMatcher(text, HOME)] + SHORT_PHONE.findall(text)


VALUES: Mapping[str, Callable[[str], Iterable[str]]] = {
    "amount": re.compile(r"(?:€\s?|\beuro:\s*)\d[\d.,]*|\d[\d.,]*\s?(?:euros?\b|€)", re.IGNORECASE).findall,
    "date": re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2} [a-z]+ \d{4}\b", re.IGNORECASE).findall,
    "phone number": phones_in,
    LINK: addresses_in,
}


def value_rows(changes: Mapping[str, Change]) -> list[tuple[str, ...]]:
    """Return the amounts, dates, phone numbers and links that are gone or new: the kind, before, after and the pages.

    What changes alike on several pages stands there once; each link has a row of its own.
    """
    pages: dict[tuple[str, str, str], list[str]] = {}
    for address, found in changes.items():
        for kind, values_in in VALUES.items():
            old, new = set(values_in(found.before)), set(values_in(found.after))
            gone, added = sorted(old - new), sorted(new - old)
            if kind == LINK:
                pairs: list[Pair] = [*((one, "") for one in gone), *(("", one) for one in added)]
            else:
                pairs = [("\n".join(gone), "\n".join(added))] if gone or added else []
            for before, after in pairs:
                pages.setdefault((kind, cell(before), cell(after)), []).append(f"/{address}")
    return [(*row, ", ".join(of_row)) for row, of_row in pages.items()]


def cell(text: str) -> str:
    """Return a text as a cell of a table in Markdown."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>") or "(nothing)"


def address_rows(before: Site, after: Site) -> list[Row]:
    """Return pages that are new or gone, and sections that are gone, with where their addresses lead."""
    rows = [(f"/{address}", NEW) for address in after.pages if address not in before.pages]
    rows += [
        (f"/{address}", after.leads_on(address)) for address in before.pages if address not in after.pages
    ]
    for address, page in before.pages.items():
        if address in after.pages:
            there = set(re.findall(r'\sid="([^"]+)"', after.pages[address]))
            gone = [anchor for anchor in SECTION.findall(page) if anchor not in there]
            rows += [(f"/{address}#{anchor}", "this section is gone") for anchor in gone]
    return rows


def values_part(changes: Mapping[str, Change]) -> list[str]:
    """Return the amounts, dates, phone numbers and links that changed, with their pages."""
    rows = value_rows(changes)
    title = "## Amounts, dates, phone numbers and links"
    return [title, format_table(("What", *BEFORE_AND_AFTER, "Pages"), rows) if rows else NO_CHANGE]


def texts_part(changes: Mapping[str, Change]) -> list[str]:
    """Return each changed text before and after: page by page, then what changed alike on several pages.

    Of a new page the address alone is told.
    """
    if all(found.is_new for found in changes.values()):
        return ["## Texts", NO_CHANGE]
    shared = on_many_pages(changes)
    parts = ["## Texts"]
    for address, found in changes.items():
        told = [] if found.is_new else found.places
        own = [[pair for pair in place if pair not in shared] for place in told]
        of_page = [(cell(joined(place, 0)), cell(joined(place, 1))) for place in own if place]
        of_page += [] if found.is_new else moved_rows(found)
        rows = [*dict.fromkeys(of_page)]
        parts += [f"### /{address}", format_table(BEFORE_AND_AFTER, rows)] if rows else []
    if shared:
        on_several = [(cell(old), cell(new), ", ".join(pages)) for (old, new), pages in shared.items()]
        parts += ["### On several pages", format_table((*BEFORE_AND_AFTER, "Pages"), on_several)]
    return parts


def moved_rows(found: Change) -> list[Row]:
    """Return a row for each page to which texts moved, and for each from which they came."""
    to = [(cell(beginning(texts)), f"moved to /{other}") for other, texts in found.moved_to.items()]
    return [
        *to,
        *((f"moved from /{other}", cell(beginning(texts))) for other, texts in found.moved_from.items()),
    ]


def beginning(texts: Sequence[str]) -> str:
    """Return the first of some texts, and how many more there are."""
    more = len(texts) - MOST_OF_MOVED
    return "\n".join([*texts[:MOST_OF_MOVED], *([f"and {counted(more, 'text')} more"] if more > 0 else [])])


# ---- how it looks


def pictures_part(sites: Mapping[str, Path]) -> list[str]:
    """Take the pictures of the pages that look different, and return those of a phone and where all stand."""
    program = chromium.ensure(os.environ, is_root=os.geteuid() == 0)
    if program is None:
        return [PICTURES_TITLE, f"There are none, for want of a browser. {chromium.ADVICE}"]
    shown, left_out = take_all(program, sites, PICTURES)
    if not shown:
        return [PICTURES_TITLE, "No page looks different."]
    rows = [(f"/{change.address}", *(_picture(change, side) for side in sites)) for change in shown]
    others = ", ".join(change.called for change in left_out)
    more = f" Without a picture, and different too: {others}." if left_out else ""
    overview = f"{PICTURES.name}/index.html"
    where = f"Those of a wide screen stand beside these in [{overview}]({overview}).{more}"
    return [PICTURES_TITLE, format_table(("Page", *BEFORE_AND_AFTER), rows), where]


def _picture(change: screenshots.Change, side: str) -> str:
    there = [file for file in change.pictures("phone", side) if (PICTURES / file).exists()]
    return "<br>".join(f"![{side}]({PICTURES.name}/{file})" for file in there) or "(not there)"


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote what changes"))
