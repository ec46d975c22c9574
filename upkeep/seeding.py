"""Random faults of known kinds, put into copies of the real content or of the finished site, and where they stand.

It shares no code with the checks: what it knows of Markdown, HTML and addresses stands here once more.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

SITE_URL = "https://second-opinion.example"


class Seed(Struct, frozen=True):
    """One fault: its kind, the file, a text in it that stands nowhere else, and what its message must hold."""

    kind: str
    file: str
    mark: str
    said: str

    def line(self, root: Path) -> int:
        """Return the line on which the fault stands now."""
        text = (root / self.file).read_text("utf-8")
        assert text.count(self.mark) == 1, (
            f"'{self.mark}' stands {text.count(self.mark)} times in {self.file}"
        )
        return text[: text.index(self.mark)].count("\n") + 1


# ---- faults that an editor can make, each with words of its own: {n} is the number of the seed

Made = tuple[str, str, str]  # the text to put in; the mark by which to find it; what the message must hold


def typed_by_editors(lang: str) -> dict[str, Callable[[int], Made]]:
    """Return for each kind what an editor types."""
    other = "en/costs/" if lang == "nl" else "kosten/"
    empty_words = "Klik hier" if lang == "nl" else "Click here"

    def linked(target: str, said: str = "'{target}'") -> Callable[[int], Made]:
        def make(n: int) -> Made:
            to = target.replace("{n}", str(n))
            return f"[seed words {n}]({to})", f"[seed words {n}](", said.replace("{target}", to)

        return make

    return {
        "missing page": linked("seed-{n}.md"),
        "missing page, in full": linked(f"{SITE_URL}/seed-{{n}}/"),
        "missing anchor": linked("costs.md#seed-{n}", "'#seed-{n}'"),
        "missing anchor here": linked("#seed-{n}", "'#seed-{n}'"),
        "letter case of a page": linked("Costs.md#seed-{n}"),
        "letter case of an anchor": linked("costs.md#Who-Pays", "'#Who-Pays'"),
        "missing file": linked("seed-{n}.pdf"),
        "missing picture": lambda n: (f"![Seed {n}](seed-{n}.png)", f"![Seed {n}]", f"'seed-{n}.png'"),
        "http for https": linked("http://www.seed-{n}.example/"),
        "http, by itself": lambda n: (f"<http://seed-{n}.example/x>", f"seed-{n}.example", f"'http://seed-{n}.example/x'"),
        "http, by reference": lambda n: (
            f"[seed words {n}][seed{n}]\n\n[seed{n}]: http://seed-{n}.example/",
            f"[seed{n}]: http",
            f"'http://seed-{n}.example/'",
        ),
        "malformed mailto": linked("mailto:seed{n}@example"),
        "malformed tel": linked("tel:020-seed-{n}"),
        "unknown scheme": linked("htps://seed-{n}.example/"),
        "javascript": linked("javascript:seed{n}"),
        "no host": linked("https://seed{n}"),
        "no scheme": linked("//seed-{n}.example/"),
        "empty target": linked("", "seed words {n}"),
        "hash target": linked("#", "seed words {n}"),
        "no link text": lambda n: (f"[](https://seed-{n}.example/)", f"seed-{n}.example", f"'https://seed-{n}.example/'"),
        "meaningless text": lambda n: (
            f"[{empty_words}](https://seed-{n}.example/)",
            f"seed-{n}.example",
            f"'https://seed-{n}.example/'",
        ),
        "two targets": lambda n: (
            f"[same words {n}](costs.md) [same words {n}](https://seed-{n}.example/)",
            f"seed-{n}.example",
            f"'https://seed-{n}.example/'",
        ),
        "other language": lambda n: (
            f"[seed words {n}]({SITE_URL}/{other})",
            f"[seed words {n}]",
            f"'{SITE_URL}/{other}'",
        ),
        "from the root": linked("/kosten/seed-{n}/"),
        "out of the folder": linked("../../../seed-{n}/"),
        "unrendered link": lambda n: (
            f"\\[seed words {n}](costs.md)",
            f"[seed words {n}](",
            f"'[seed words {n}](costs.md)'",
        ),
        "open quote": lambda n: (f'[seed words {n}](costs.md "x)', f"[seed words {n}](", "'costs.md \"x'"),
        "unrendered reference": lambda n: (f"[seed words][{n}]", f"[seed words][{n}]", f"'[seed words][{n}]'"),
        "unknown name": lambda n: (f"{{{{ seed.name_{n} }}}}", f"seed.name_{n} ", f"'{{{{ seed.name_{n} }}}}'"),
        "unrendered include": lambda n: (f'Seed --8<-- "seed-{n}.md"', f'"seed-{n}.md"', f'"seed-{n}.md"'),
        "missing snippet": lambda n: (f'--8<-- "seed-{n}.md"', f'"seed-{n}.md"', f"'seed-{n}.md'"),
    }  # fmt: skip


def seed_content(root: Path, chance: random.Random, numbers: Iterator[int], *, rounds: int) -> list[Seed]:
    """Put faults into the Markdown and the data of a project folder, every kind so many times; return them."""
    seeds = []
    pages = {lang: sorted((root / "docs" / lang).glob("*.md")) for lang in ("nl", "en")}
    snippets = {lang: sorted((root / "snippets" / lang).glob("*.md")) for lang in ("nl", "en")}
    for _ in range(rounds):
        for kind in typed_by_editors("nl"):
            lang = chance.choice(["nl", "en"])
            is_for_pages = kind in {"missing snippet", "http, by reference", "missing anchor here"}
            file = chance.choice(pages[lang] if is_for_pages or chance.random() < 0.8 else snippets[lang])
            n = next(numbers)
            text, mark, said = typed_by_editors(lang)[kind](n)
            put_paragraph(file, text, chance)
            seeds.append(Seed(kind, file.relative_to(root).as_posix(), mark, said.replace("{n}", str(n))))
    seeds += [*seed_sources(root, chance), *seed_brand(root)]
    return seeds


def put_paragraph(file: Path, text: str, chance: random.Random) -> None:
    """Put a paragraph between two others; lists, tables and boxes stay as they are."""
    lines = file.read_text("utf-8").rstrip("\n").split("\n")
    begin = lines.index("---", 1) + 1 if lines[0] == "---" else 0
    free = [
        index
        for index in range(begin + 1, len(lines))
        if not lines[index] and re.match(r"[A-Z]", lines[index - 1]) and re.match(r"[A-Z#]", lines[index + 1])
    ]
    index = chance.choice(free) if free else len(lines)
    alone = "" if text.startswith("--8<--") else "Seed "
    lines[index:index] = ["", alone + text]
    file.write_text("\n".join(lines) + "\n", "utf-8")


def seed_sources(root: Path, chance: random.Random) -> list[Seed]:
    """Take the s out of https in some addresses of the sources that a page shows."""
    files = {
        match[1]: file
        for file in sorted((root / "data/sources").glob("*.yml"))
        if (match := re.search(r'address: "https://(www\.[^"]+)"', file.read_text("utf-8")))
    }
    seeds = []
    for address in chance.sample(sorted(files), 4):
        file = files[address]
        file.write_text(file.read_text("utf-8").replace(f"https://{address}", f"http://{address}"), "utf-8")
        name = file.relative_to(root).as_posix()
        seeds.append(Seed("http in the sources", name, f'"http://{address}"', f"'http://{address}'"))
    return seeds


def seed_brand(root: Path) -> list[Seed]:
    """Let the brand name a repository without the s of https."""
    file = root / "brands/neutral/brand.yml"
    with file.open("a", encoding="utf-8") as brand:
        brand.write("repository: http://seed.example/repository\n")
    return [
        Seed(
            "http in the brand",
            "brands/neutral/brand.yml",
            "repository: http:",
            "http://seed.example/repository",
        )
    ]


# ---- faults in the finished site: the file, what stands there, what comes in its place

Change = tuple[str, str]  # the pattern of what stands there; what comes in its place, with {n} for the number

IN_PAGES: dict[str, Change] = {
    "missing page": (r"</main>", '<p><a href="seed-{n}/">seed words {n}</a></p></main>'),
    "missing file": (r"</main>", '<p><a href="seed-{n}.pdf">seed words {n}</a></p></main>'),
    "missing picture": (r"</main>", '<img src="seed-{n}.png" alt="Seed"></main>'),
    "missing picture in srcset": (
        r"</main>",
        '<img src="{root}assets/images/favicon.svg" srcset="seed-{n}.webp 2x" alt="Seed"></main>',
    ),
    "missing script": (r"</head>", '<script src="seed-{n}.mjs"></script></head>'),
    "missing style": (r"</head>", '<link rel="stylesheet" href="seed-{n}.css"></head>'),
    "missing icon": (r"</head>", '<link rel="icon" href="seed-{n}.svg"></head>'),
    "style in the page": (r"</main>", '<p style="background:url(seed-{n}.png)"></p></main>'),
    "missing anchor": (r"</main>", '<p><a href="#seed-{n}">seed words {n}</a></p></main>'),
    "missing anchor elsewhere": (
        r"</main>",
        '<p><a href="{root}kosten/#seed-{n}" hreflang="nl">seed words {n}</a></p></main>',
    ),
    "letter case": (r"</main>", '<p><a href="{root}Kosten/?seed-{n}">seed words {n}</a></p></main>'),
    "no slash at the end": (r"</main>", '<p><a href="{root}kosten?seed-{n}">seed words {n}</a></p></main>'),
    "out of the folder": (r"</main>", '<p><a href="{root}../seed-{n}/">seed words {n}</a></p></main>'),
    "from the root": (r"</main>", '<p><a href="/kosten/?seed-{n}">seed words {n}</a></p></main>'),
    "other language": (r"</main>", '<p><a href="{root}{twin}?seed-{n}">seed words {n}</a></p></main>'),
    "wrong hreflang": (
        r"</main>",
        '<p><a href="{root}{twin}?seed-{n}" hreflang="{lang}">seed words {n}</a></p></main>',
    ),
    "wrong canonical": (r'rel="canonical" href="[^"]*"', 'rel="canonical" href="' + SITE_URL + '/404.html?seed-{n}"'),
    "wrong alternate": (r'hreflang="x-default" href="[^"]*"', 'hreflang="x-default" href="' + SITE_URL + '/seed-{n}/"'),
    "http for https": (r"</main>", '<p><a href="http://seed-{n}.example/">seed words {n}</a></p></main>'),
    "malformed mailto": (r"</main>", '<p><a href="mailto:seed-{n}">seed words {n}</a></p></main>'),
    "malformed tel": (r"</main>", '<p><a href="tel:seed-{n}">seed words {n}</a></p></main>'),
    "unknown scheme": (r"</main>", '<p><a href="htps://seed-{n}.example/">seed words {n}</a></p></main>'),
    "javascript": (r"</main>", '<p><a href="javascript:seed({n})">seed words {n}</a></p></main>'),
    "empty target": (r"</main>", '<p><a href="">seed words {n}</a></p></main>'),
    "hash target": (r"</main>", '<p><a href="#">seed words {n}</a></p></main>'),
    "no link text": (r"</main>", '<p><a href="{root}?seed-{n}"></a></p></main>'),
    "meaningless text": (r"</main>", '<p><a href="{root}?seed-{n}" hreflang=nl>{hier}</a></p></main>'),
    "two targets": (
        r"</main>",
        '<p><a href="#content">twice {n}</a> <a href="https://seed-{n}.example/">twice {n}</a></p></main>',
    ),
    "duplicate anchor": (r"</main>", '<p id="seed-{n}"></p><p id="seed-{n}"></p></main>'),
    "form action": (r"</main>", '<form action="seed-{n}/"></form></main>'),
    "popovertarget": (r"</main>", '<button popovertarget="seed-{n}">x</button></main>'),
    "aria-controls": (r"</main>", '<button aria-controls="seed-{n}">x</button></main>'),
    "label for": (r"</main>", '<label for="seed-{n}">x</label></main>'),
    "structured data": (
        r"</head>",
        '<script type="application/ld+json">{"url": "' + SITE_URL + '/seed-{n}/"}</script></head>',
    ),
    "preview": (r"</head>", '<meta property="og:image" content="' + SITE_URL + '/seed-{n}.png"></head>'),
    "unrendered link": (r"</main>", "<p>[seed words](seed-{n})</p></main>"),
    "unrendered reference": (r"</main>", "<p>[seed words][seed-{n}]</p></main>"),
    "unrendered name": (r"</main>", "<p>{{ seed-{n} }}</p></main>"),
    "unrendered include": (r"</main>", '<p>--8<-- "seed-{n}"</p></main>'),
}  # fmt: skip

IN_FILES: dict[str, tuple[str, str, str]] = {
    "url() in a style": ("assets/stylesheets/site.css", r"\Z", "p{{background:url('seed-{n}.png')}}\n"),
    "import in a style": ("assets/stylesheets/site.css", r"\Z", "@import 'seed-{n}.css';\n"),
    "import in a script": ("assets/javascripts/site.mjs", r"\Z", 'import("./seed-{n}.mjs");\n'),
    "sitemap": ("sitemap.xml", r"</urlset>", "<url><loc>" + SITE_URL + "/seed-{n}/</loc></url>\n</urlset>"),
    "search index, page": ("assets/search/nl.json", r'"address":"kosten/"', '"address":"seed-{n}/"'),
    "search index, anchor": ("assets/search/en.json", r'\["who-pays"', '["seed-{n}"'),
    "robots.txt": ("robots.txt", r"\Z", "Sitemap: " + SITE_URL + "/seed-{n}.xml\n"),
}


def seed_site(site: Path, chance: random.Random, *, rounds: int) -> list[Seed]:
    """Put faults into a finished site, every kind so many times, each on a page chosen at random; return them."""
    pages = sorted(
        file for file in site.rglob("index.html") if 'http-equiv="refresh"' not in file.read_text("utf-8")
    )
    seeds = []
    n = 1000
    places = {kind: chance.sample(pages, rounds) for kind in IN_PAGES}
    for index in range(rounds):
        for kind, (pattern, new) in IN_PAGES.items():
            n += 1
            seeds.append(change(site, places[kind][index], kind, pattern, new, n))
        n += 1
        moved = site / f"seed-{n}" / "index.html"
        moved.parent.mkdir()
        moved.write_text(
            f'<html lang="nl"><meta http-equiv="refresh" content="0; url=../to-seed-{n}/">', "utf-8"
        )
        seeds.append(Seed("redirect", f"seed-{n}/index.html", f"to-seed-{n}", f"to-seed-{n}"))
    for kind, (name, pattern, new) in IN_FILES.items():
        n += 1
        seeds.append(change(site, site / name, kind, pattern, new.replace("{{", "{").replace("}}", "}"), n))
    return seeds


def change(site: Path, file: Path, kind: str, pattern: str, new: str, n: int) -> Seed:
    """Make one change in one file of a site, and return what it was."""
    path = file.relative_to(site).as_posix()
    is_english = path.startswith("en/")
    blanks = {
        "{n}": str(n),
        "{root}": "../" * path.count("/") or "./",
        "{twin}": "kosten/" if is_english else "en/costs/",
        "{lang}": "en" if is_english else "nl",
        "{hier}": "Read more" if is_english else "Lees meer",
    }
    for blank, value in blanks.items():
        new = new.replace(blank, value)
    text = file.read_text("utf-8")
    assert re.search(pattern, text), f"{kind}: there is no {pattern} in {path}"
    file.write_text(re.sub(pattern, lambda _: new, text, count=1), "utf-8")
    is_named_by_words = kind in {"empty target", "hash target"}
    said = (
        f"seed words {n}"
        if is_named_by_words
        else next(mark for mark in (f"seed-{n}", f"seed({n})") if mark in new)
    )
    return Seed(kind, path, said, said)
