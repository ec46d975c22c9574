"""What a newer release changes for one brand: ``make upgrade-report FROM=v0.1.0 BRAND=...`` writes report/upgrade.md.

The site of the brand is built with the release of before and with this one, for the same day; what readers would see
differently is taken from the two sites, in words and in pictures, and what the brand folder may say from the code of
the two.
"""

from __future__ import annotations

import argparse
import datetime
import difflib
import html
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from second_opinion.commands.command_line import run_command
from second_opinion.commands.sheet_text import table
from second_opinion.commands.versions import git, unpack
from second_opinion.core.markdown_text import Text, defined_links, markdown_links, without_targets
from second_opinion.core.phone import phones_in
from second_opinion.project.settings import SetUpError, settings_from
from tools import chromium
from tools.screenshots import Change as Pictured
from tools.screenshots import take_all
from tools.two_versions import build, main_of, read_pages, run_in

REPORT = Path("report/upgrade.md")
PICTURES = Path("report/upgrade")
NEW_SCHEMA = "Put `brands/brand.schema.json` in your folder again, so that your editor knows these keys."
SCHEMA = (
    "import json; from second_opinion.brand.model import Brand; print(json.dumps(Brand.model_json_schema()))"
)
BLOCK = re.compile(
    r"</?(?:p|li|h\d|t[dhr]|[uod]l|d[td]|div|section|summary|details|figure|figcaption)\b[^>]*>"
)
OUTSIDE = re.compile(r'<a\s[^>]*href="(https?://[^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
SECTION = re.compile(r'<h[2-4][^>]*\sid="([^"]+)"')
LEADS_ON = re.compile(r'http-equiv="refresh" content="0; url=([^"]+)"')
# What every page has around its text, or says a second time.
NOT_TEXT = "main :is(nav, script, svg, .term-note, .contents-folded, .moved, .trust)"
CHANGES = "CHANGELOG.md"
OF_SHARED_SITE = """\
The release of before does not know all that your folder says: below stands what readers will see differently on the
shared site."""
ON_SEVERAL = 3  # pages, from which a change is told once
PICTURES_TITLE = "## Pictures, as on a phone"
BEFORE_AND_AFTER = ("Before", "After")


@dataclass(frozen=True)
class Site:
    """The site of a brand with one release: where it stands, and its pages by their addresses."""

    folder: Path
    pages: Mapping[str, str]

    def leads_on(self, address: str) -> str:
        """Return where an old address leads, in words."""
        page = self.folder / address / "index.html"
        match = LEADS_ON.search(page.read_text("utf-8")) if page.is_file() else None
        return f"leads on to {match[1]}" if match else "nothing stands there any more"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the report; return 1 where there is no such release, or where the folder is not sound with it."""
    parser = argparse.ArgumentParser(description="Write what a newer release changes for a brand.")
    parser.add_argument("--from", dest="release", required=True, help="the release of before, like v0.1.0")
    release = parser.parse_args(arguments).release
    try:
        brand = settings_from(os.environ, Path.cwd()).brand
        parts = what_changes(release, brand)
    except (SetUpError, NothingToCompareError) as error:
        print(error, file=sys.stderr)
        return 1
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(
        "\n\n".join([f"# What changes for {brand.name} after {release}", *parts]) + "\n", "utf-8"
    )
    print(f"What changes for {brand.name} after {release} stands in {REPORT}")
    return 0


class NothingToCompareError(Exception):
    """There is no site of before; the message says why."""


def what_changes(release: str, brand: Path) -> list[str]:
    """Return the parts of the report; raises NothingToCompareError where the site of before cannot be built."""
    here, today = Path.cwd(), os.environ.get("TODAY") or datetime.date.today().isoformat()
    env = {**os.environ, "BRAND": str(brand), "TODAY": today}
    with tempfile.TemporaryDirectory() as temporary:
        old, *sites = (Path(temporary, name) for name in ("old", "before", "after"))
        try:
            unpack(release, old)
        except subprocess.CalledProcessError:
            raise NothingToCompareError(f"There is no release '{release}' here; {_releases(here)}") from None
        after, compared, note = build_both((old, here), sites, env)
        keys = (keys_of(run_in(project, "-c", SCHEMA, env=env).stdout) for project in (old, here))
        parts = [*note, *told_part(old, here), *said_part(after), *keys_part(*keys)]
        if after.returncode == 0:
            parts += site_parts(*(Site(site, read_pages(site)) for site in compared))
            parts += pictures_part(dict(zip(("before", "after"), compared, strict=True)))
    return parts


def build_both(
    projects: Sequence[Path], sites: Sequence[Path], env: Mapping[str, str]
) -> tuple[subprocess.CompletedProcess[str], Sequence[Path], list[str]]:
    """Build a brand with two releases; return how the newer one ended, the sites to compare, and a note of those.

    Where the older one does not know what the brand says, they are those of the shared site.
    """
    before, after = (build(project, site, env) for project, site in zip(projects, sites, strict=True))
    if before.returncode == 0 or after.returncode != 0:
        return after, sites, []
    sites = [site.with_name(f"shared-{site.name}") for site in sites]
    env = {name: value for name, value in env.items() if name != "BRAND"}
    shared = [build(project, site, env) for project, site in zip(projects, sites, strict=True)]
    if any(built.returncode for built in shared):
        said = "".join(built.stderr for built in shared)
        raise NothingToCompareError(f"{said}The shared site cannot be built, so nothing can be compared")
    return after, sites, [OF_SHARED_SITE]


def _releases(project: Path) -> str:
    """Return what may be written in place of a release that is not there."""
    tags = git(project, "tag", "--list", "v*", "--sort=version:refname").split()
    if not tags:
        return "no release is known here: run 'git fetch --tags', or write a commit, like FROM=1a2b3c4"
    return f"those that are: {', '.join(tags)}; a commit will do too"


def told_part(old: Path, new: Path) -> list[str]:
    """Return what the list of changes has said to hospitals since."""
    before, after = (_told_to_hospitals(project / CHANGES) for project in (old, new))
    told = [said for said in after if said not in before]
    return ["## What we say of it", *told] if told else []


def _told_to_hospitals(file: Path) -> list[str]:
    text = file.read_text("utf-8") if file.is_file() else ""
    return [said for said in text.split("\n\n") if said.startswith("**Hospitals")]


def said_part(built: subprocess.CompletedProcess[str]) -> list[str]:
    """Return what the build with this release says of the folder."""
    lines = [f"- {line}" for line in built.stderr.splitlines()]
    if built.returncode != 0:
        lines.append("- What readers will see differently can be told once this is mended.")
    return ["## What the build says", "\n".join(lines) or "Nothing is to be mended."]


# ---- what brand.yml may say


def keys_of(schema: str) -> dict[str, str]:
    """Return the keys of a brand by their dotted names, each with the values that it may have where they are listed."""
    whole = json.loads(schema)
    return dict(_keys(whole, whole, "", ()))


def _keys(
    part: Mapping[str, Any], whole: Mapping[str, Any], name: str, inside: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    reference = part.get("$ref", "").rpartition("/")[2]
    if reference and reference not in inside:
        yield from _keys(whole["$defs"][reference], whole, name, (*inside, reference))
    for other in part.get("anyOf", ()):
        yield from _keys(other, whole, name, inside)
    if "items" in part:
        yield from _keys(part["items"], whole, name, inside)
    if name and "enum" in part:
        yield name, ", ".join(map(str, part["enum"]))
    for key, of_key in part.get("properties", {}).items():
        dotted = f"{name}.{key}".removeprefix(".")
        yield dotted, ""
        yield from _keys(of_key, whole, dotted, inside)


def keys_part(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """Return the keys of brand.yml that are new or gone, and those that take other values."""
    differing = {*old} ^ {*new}
    rows = [
        (f"`{key}`", "new" if key not in old else "gone" if key not in new else f"{old[key]} -> {new[key]}")
        for key in sorted({*old, *new})
        if old.get(key) != new.get(key) and key.rpartition(".")[0] not in differing
    ]
    said = [table(("Key", "What changed"), rows), NEW_SCHEMA] if rows else ["None has changed."]
    return ["## Keys of brand.yml", *said]


# ---- what readers see


ADDRESS = re.compile(r"https?://[^\s)\"'>]+")


def addresses_in(text: str) -> list[str]:
    """Return the web addresses in a text: those of its links, brackets and all, and those that stand by themselves."""
    read = Text("", text)
    targets = [link.target for link in (*markdown_links(read), *defined_links(read))]
    return list(dict.fromkeys([*filter(ADDRESS.match, targets), *ADDRESS.findall(without_targets(text))]))


VALUES: Mapping[str, Callable[[str], Iterable[str]]] = {
    "amount": re.compile(r"(?:€\s?|\beuro:\s*)\d[\d.,]*|\d[\d.,]*\s?(?:euros?\b|€)", re.IGNORECASE).findall,
    "date": re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2} [a-z]+ \d{4}\b", re.IGNORECASE).findall,
    "phone number": phones_in,
    "link": addresses_in,
}


@dataclass(frozen=True)
class Change:
    """What one text said before and says now, place by place; sentences that stayed are left out."""

    file: str
    pairs: tuple[tuple[str, str], ...]

    @property
    def before(self) -> str:
        """Return all that is no longer there."""
        return "\n".join(old for old, _ in self.pairs)

    @property
    def after(self) -> str:
        """Return all that is new."""
        return "\n".join(new for _, new in self.pairs)


def changed_values(found: Change) -> list[tuple[str, str, str]]:
    """Return the amounts, dates, phone numbers and links that are gone or new: the kind, before and after."""
    rows = []
    for kind, values_in in VALUES.items():
        old, new = set(values_in(found.before)), set(values_in(found.after))
        if old != new:
            rows.append((kind, cell("\n".join(sorted(old - new))), cell("\n".join(sorted(new - old)))))
    return rows


def differences(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return what one list says and the other does not, place by place."""
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    places = [part for part in matcher.get_opcodes() if part[0] != "equal"]
    return tuple(
        ("\n".join(old[start:end]), "\n".join(new[begin:stop])) for _, start, end, begin, stop in places
    )


def cell(text: str) -> str:
    """Return a text as a cell of a table in Markdown."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>") or "(nothing)"


def site_parts(before: Site, after: Site) -> list[str]:
    """Return what changes on the site: addresses, values and texts."""
    changes = {
        address: Change(
            address, differences(blocks(before.pages.get(address, "")), blocks(after.pages[address]))
        )
        for address in after.pages
        if main_of(before.pages.get(address, "")) != main_of(after.pages[address])
    }
    changes = {address: found for address, found in changes.items() if found.pairs}
    return [*addresses_part(before, after), *values_part(changes), *texts_part(changes, before)]


def blocks(page: str) -> list[str]:
    """Return the paragraphs, headings and cells of a page's content; a link to another site with its address."""
    if not page:
        return []
    tree = LexborHTMLParser(page)
    for element in tree.css(NOT_TEXT):
        element.decompose()
    main_element = tree.css_first("main")
    markup = OUTSIDE.sub(r"\2 (\1)", (main_element.html or "") if main_element else "")
    lines = (
        html.unescape(TAG.sub("", line)) for line in BLOCK.sub("\n", markup.replace("\n", " ")).split("\n")
    )
    return [said for line in lines if (said := " ".join(line.split()))]


def addresses_part(before: Site, after: Site) -> list[str]:
    """Return pages that are new or gone, and sections that are gone, with where their addresses lead."""
    rows = [(f"/{address}", "new") for address in after.pages if address not in before.pages]
    rows += [
        (f"/{address}", after.leads_on(address)) for address in before.pages if address not in after.pages
    ]
    for address, page in before.pages.items():
        if address in after.pages:
            there = set(re.findall(r'\sid="([^"]+)"', after.pages[address]))
            gone = [anchor for anchor in SECTION.findall(page) if anchor not in there]
            rows += [(f"/{address}#{anchor}", "this section is gone") for anchor in gone]
    return ["## Addresses", table(("Address", "What changed"), rows) if rows else "None has changed."]


def values_part(changes: Mapping[str, Change]) -> list[str]:
    """Return the amounts, dates, phone numbers and links that changed on each page."""
    rows = [(f"/{address}", *row) for address, found in changes.items() for row in changed_values(found)]
    title = "## Amounts, dates, phone numbers and links"
    return [title, table(("Page", "What", *BEFORE_AND_AFTER), rows) if rows else "None has changed."]


def texts_part(changes: Mapping[str, Change], before: Site) -> list[str]:
    """Return each changed text of each page, before and after; what changed alike on several pages stands once."""
    known = {address: found for address, found in changes.items() if address in before.pages}
    if not known:
        return ["## Texts", "None has changed."]
    places: dict[tuple[str, str], list[str]] = {}
    for address, found in known.items():
        for pair in dict.fromkeys(found.pairs):
            places.setdefault(pair, []).append(f"/{address}")
    shared = {pair: pages for pair, pages in places.items() if len(pages) >= ON_SEVERAL}
    parts = ["## Texts", f"Changed on {'1 page' if len(known) == 1 else f'{len(known)} pages'}."]
    if shared:
        rows = [(*map(cell, pair), cell("\n".join(pages))) for pair, pages in shared.items()]
        parts += ["### The same on several pages", table((*BEFORE_AND_AFTER, "Pages"), rows)]
    for address, found in known.items():
        if of_page := [tuple(map(cell, pair)) for pair in found.pairs if pair not in shared]:
            parts += [f"### /{address}", table(BEFORE_AND_AFTER, of_page)]
    return parts


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
    more = f" {left_out} more pages look different." if left_out else ""
    overview = f"{PICTURES.name}/index.html"
    where = f"Those of a wide screen stand beside these in [{overview}]({overview}).{more}"
    return [PICTURES_TITLE, table(("Page", *BEFORE_AND_AFTER), rows), where]


def _picture(change: Pictured, side: str) -> str:
    there = [file for file in change.pictures("phone", side) if (PICTURES / file).exists()]
    return "<br>".join(f"![{side}]({PICTURES.name}/{file})" for file in there) or "(not there)"


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote what changes"))
