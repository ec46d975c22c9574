"""A small finished site without a fault, as texts by path, to spoil in a test."""

from __future__ import annotations

from second_opinion.links.finished_site import FinishedSite, finished_site, is_page
from second_opinion.links.rules import PagesRead, check_site, is_site_sound
from second_opinion.links.site_places import format_address

SITE_URL = "https://zorg.example/uitleg"


def page_html(lang: str, twins: dict[str, str], body: str, *, up: str) -> str:
    """Return a page with all that the head of a page names; ``twins`` are its addresses by language."""
    alternates = "".join(
        f'<link rel="alternate" hreflang="{other}" href="{SITE_URL}/{address}">'
        for other, address in {**twins, "x-default": twins["nl"]}.items()
    )
    other = "en" if lang == "nl" else "nl"
    home = up + ("en/" if lang == "en" else "")
    return f"""<!doctype html><html lang="{lang}"><head><title>T</title>
<meta name="description" content="Beschrijving"><link rel="canonical" href="{SITE_URL}/{twins[lang]}">{alternates}
<link rel="stylesheet" href="{up}assets/site.css"><meta property="og:url" content="{SITE_URL}/{twins[lang]}">
<script type="module" src="{up}assets/site.mjs"></script>
<script type="application/ld+json">{{"url": "{SITE_URL}/{twins[lang]}"}}</script></head><body>
<header><a class="language" href="{up}{twins[other]}" hreflang="{other}">Taal</a>
<form action="{home}#subjects" data-index="{up}assets/search/{lang}.json"><label for="field">Zoek</label>
<input id="field"></form><nav><a href="{home or "./"}">hier</a></nav></header>
<main id="content">{body}</main></body></html>"""


HOME = {"nl": "", "en": "en/"}
COSTS = {"nl": "kosten/", "en": "en/costs/"}
SITE = {
    "index.html": page_html(
        "nl", HOME, '<div id="subjects"><a href="kosten/#who-pays">Wie betaalt?</a></div>', up=""
    ),
    "kosten/index.html": page_html(
        "nl",
        COSTS,
        """<h2 id="who-pays">Wie betaalt?</h2><p>Lees <a href="../#subjects">alle onderwerpen</a>,
        <a href="https://www.zorg.example/">een andere site</a> of <a href="mailto:a@zorg.example">mail ons</a>.</p>
        <img src="../assets/plan.png" alt="Plan" srcset="../assets/plan.png 1x, ../assets/plan.png 2x">
        <button popovertarget="note">uitleg</button><span id="note" popover>Uitleg</span>
        <p><a href="tel:+31201234567">bel ons</a></p>""",
        up="../",
    ),
    "en/index.html": page_html("en", HOME, '<div id="subjects"><a href="costs/">Costs</a></div>', up="../"),
    "en/costs/index.html": page_html(
        "en",
        COSTS,
        '<h2 id="who-pays">Who pays?</h2><section data-later="../../assets/cost/en.json"></section>',
        up="../../",
    ),
    "oud/index.html": f"""<!doctype html><html lang="nl"><head><meta http-equiv="refresh" content="0; url=../kosten/">
<link rel="canonical" href="{SITE_URL}/kosten/"></head>
<body><main><a href="../kosten/">hier</a></main></body></html>""",
    "404.html": """<!doctype html><html lang="nl"><head><link rel="stylesheet" href="/uitleg/assets/site.css"></head>
<body><main><a href="/uitleg/#subjects">hier</a> <a href="/uitleg/en/">here</a></main></body></html>""",
    "assets/site.css": "p {\n  background: url('plan.png');\n}\n",
    "assets/site.mjs": 'import { x } from "./core.mjs";\n',
    "assets/core.mjs": "export const x = 1;\n",
    "assets/search/nl.json": """{"pages":[{"address":"","title":"T","sections":[["subjects","Onderwerpen","x"]]},
{"address":"kosten/","title":"Kosten","sections":[["","","x"],["who-pays","Wie betaalt?","x"]]}],"synonyms":[]}""",
    "assets/cost/en.json": '{"html":"<fieldset></fieldset>"}',
    "assets/search/en.json": '{"pages":[{"address":"costs/","title":"Costs","sections":[["who-pays","Who","x"]]}]}',
    "sitemap.xml": f"""<urlset>
<url><loc>{SITE_URL}/kosten/</loc>
<xhtml:link rel="alternate" hreflang="en" href="{SITE_URL}/en/costs/" /></url>
</urlset>""",
    "robots.txt": f"User-agent: *\nSitemap: {SITE_URL}/sitemap.xml\n",
}


def as_site(texts: dict[str, str]) -> FinishedSite:
    """Return a site of these texts, with one picture."""
    return finished_site(texts.items(), frozenset([*texts, "assets/plan.png"]), SITE_URL)


def messages(texts: dict[str, str], **settings: list[str]) -> list[str]:
    """Return what the check says of a site: the kind, the file, what is wrong and what to do."""
    site = as_site(texts)
    defects, found = check_site(site, **settings), []
    read = PagesRead(SITE_URL)
    for path in list(texts)[::2]:
        if is_page(path):
            read.read(path, texts[path])  # as while the site is made
    others = [one for one in texts.items() if one[0] not in read.outlines]
    assert is_site_sound(read, others, site.paths, SITE_URL, **settings) == (not defects)
    for defect in defects:
        near = format_address(site, defect.near, defect.link) if defect.near is not None else ""
        wrong, do = defect.message_at(defect.link.target, near)
        found.append(f"{defect.kind} in {defect.link.file}: {wrong}; {do}")
    return found
