"""Every kind of fault in a finished site, in a small site that has just that one, with its exact message."""

from __future__ import annotations

import pytest

from second_opinion.links.finished_site import Menus, finished_page, without_known_menus

from .made_up_site import SITE, SITE_URL, messages

NL, EN, HOME, LOST = "kosten/index.html", "en/costs/index.html", "index.html", "404.html"
END = "</main>"
NEAR = "the nearest that exists is"
HTTP = "write https:, or give its file in data/sources/ 'http_only:' with the reason"
UNRENDERED = "look for a bracket, a space or a name that is not right, or write it as code"
ROOT = "which starts with '/' and so ignores the path under which the site may stand"


def spoilt(file: str, old: str, new: str) -> dict[str, str]:
    """Return the small site with one text in the place of another."""
    assert old in SITE[file]
    return SITE | {file: SITE[file].replace(old, new, 1)}


def added(html: str) -> dict[str, str]:
    """Return the small site with something more on its page about costs."""
    return spoilt(NL, END, f"{html}{END}")


def link(target: str, text: str = "Lees dit na") -> str:
    """Return a link."""
    return f'<a href="{target}">{text}</a>'


def test_small_site_without_a_fault_gives_no_message() -> None:
    assert messages(SITE) == []


# Something more on the page: its kind, what is added, what is said.
ADDED = [
    (
        "missing page",
        link("../kostn/"),
        f"the link 'Lees dit na' leads to '../kostn/', and that page does not exist; {NEAR} './'",
    ),
    (
        "missing file",
        link("../assets/plan.webp"),
        "the link 'Lees dit na' leads to '../assets/plan.webp', and that file does not exist; "
        f"{NEAR} '../assets/plan.png'",
    ),
    (
        "missing file",
        '<img src="../assets/plans.png" alt="Plan">',
        "the image 'Plan' is taken from '../assets/plans.png', and that file does not exist; "
        f"{NEAR} '../assets/plan.png'",
    ),
    (
        "missing file",
        '<img src="../assets/plan.png" srcset="../assets/plan.png 1x, ../assets/big.png 2x" alt="">',
        "the image is taken from '../assets/big.png', and that file does not exist; there is none like it; add it, "
        "or take this out",
    ),
    (
        "missing file",
        '<p style="background: url(../assets/back.png)">',
        f"the style is taken from '../assets/back.png', and that file does not exist; {NEAR} '../assets/plan.png'",
    ),
    (
        "missing anchor",
        link("#who-pay"),
        f"the link 'Lees dit na' leads to '#who-pay', and that page has no '#who-pay'; {NEAR} '#who-pays'",
    ),
    (
        "missing anchor",
        link("../#subject"),
        f"the link 'Lees dit na' leads to '../#subject', and that page has no '#subject'; {NEAR} '../#subjects'",
    ),
    (
        "letter case",
        link("../Kosten/"),
        "the link 'Lees dit na' leads to '../Kosten/', which differs in letter case from what exists; write './'",
    ),
    (
        "letter case",
        link("#Who-Pays"),
        "the link 'Lees dit na' leads to '#Who-Pays', which differs in letter case from what exists; write '#who-pays'",
    ),
    (
        "no slash at the end",
        link("../oud"),
        "the link 'Lees dit na' leads to '../oud' without the slash at its end; write '../oud/'",
    ),
    (
        "leaves the folder",
        link("../../kosten/"),
        "the link 'Lees dit na' leads to '../../kosten/', which leads out of the folder of the site; "
        f"{NEAR} './'",
    ),
    ("ignores the sub-path", link("/kosten/"), f"the link 'Lees dit na' leads to '/kosten/', {ROOT}; {NEAR} './'"),
    (
        "other language",
        link("../en/costs/"),
        "the link 'Lees dit na' leads to '../en/costs/', a page in English; link to './', or add hreflang=en",
    ),
    (
        "other language",
        link(f"{SITE_URL}/en/"),
        f"the link 'Lees dit na' leads to '{SITE_URL}/en/', a page in English; "
        f"link to '{SITE_URL}/', or add hreflang=en",
    ),
    (
        "wrong language link",
        '<a href="../" hreflang="en">English</a>',
        "the link 'English' leads to '../' with hreflang 'en', and that page is in 'nl'; "
        "write hreflang 'nl', or link to its twin",
    ),
    (
        "http for https",
        link("http://www.zorg.example/x"),
        f"the link 'Lees dit na' leads to 'http://www.zorg.example/x', which starts with http:; {HTTP}",
    ),
    (
        "malformed address",
        link("https://zorg"),
        "the link 'Lees dit na' leads to 'https://zorg', which is no web address; "
        "write it in full, like https://www.example.nl/page",
    ),
    (
        "malformed address",
        link("//www.zorg.example/"),
        "the link 'Lees dit na' leads to '//www.zorg.example/', which lacks 'https:' in front; "
        "write 'https://www.zorg.example/'",
    ),
    (
        "malformed mailto",
        link("mailto:info@zorg"),
        "the link 'Lees dit na' leads to 'mailto:info@zorg', which is no e-mail address; "
        "write mailto:name@example.nl",
    ),
    (
        "malformed tel",
        link("tel:+31 (0)20"),
        "the link 'Lees dit na' leads to 'tel:+31 (0)20', which is no telephone number; "
        "write tel: and figures only, like tel:+31201234567",
    ),
    (
        "unknown scheme",
        link("htps://www.zorg.example/"),
        "the link 'Lees dit na' leads to 'htps://www.zorg.example/', and 'htps:' is unknown; "
        "did you mean 'https'?",
    ),
    *[
        (
            "unknown scheme",
            link(f"{scheme}:zorg"),
            f"the link 'Lees dit na' leads to '{scheme}:zorg', and '{scheme}:' is unknown; known: https, mailto, tel",
        )
        for scheme in ("ftp", "sms", "whatsapp")
    ],
    (
        "javascript",
        link("Java&#10;script:void(0)"),
        "the link 'Lees dit na' leads to 'Java\nscript:void(0)', which is a script and no address; "
        "write the address of a page",
    ),
    (
        "empty target",
        link(""),
        "the link 'Lees dit na' leads nowhere (''); write where it leads, or take the link out and keep its words",
    ),
    (
        "empty target",
        link("#"),
        "the link 'Lees dit na' leads nowhere ('#'); write where it leads, or take the link out and keep its words",
    ),
    ("no link text", link("../", " → "), "the link to '../' has no words; write what the reader finds there"),
    (
        "meaningless link text",
        link("../", "Klik  <em>hier</em>!"),
        "the words 'Klik hier!' of the link to '../' do not say where it leads; name what the reader finds there",
    ),
    (
        "two targets, one text",
        link("../", "Wie dit betaalt") + link("./", "wie dit betaalt?"),
        "the link 'wie dit betaalt?' leads to './', and the same words lead to '../' on this page; "
        "give the two different words",
    ),
    (
        "duplicate anchor",
        '<p id="who-pays">',
        "the anchor 'who-pays' stands 2 times on the page; give each a name of its own",
    ),
    (
        "reference to no anchor",
        '<button popovertarget="notes">x</button>',
        "'popovertarget' of <button> names 'notes', which is no anchor on the page; did you mean 'note'?",
    ),
    *[
        ("unrendered Markdown", f"<p>{typed} staat hier.</p>", f"readers see '{typed}' as it was typed; {UNRENDERED}")
        for typed in (
            '[Wie betaalt](costs.md "x)',
            "[Wie betaalt][costs]",
            "{{ site.naam }}",
            '--8<-- "right.md"',
            "{ .next }",
        )
    ],
]  # fmt: skip


@pytest.mark.parametrize(("kind", "html", "message"), ADDED)
def test_fault_on_a_page_is_named_with_what_is_nearest(kind: str, html: str, message: str) -> None:
    assert messages(added(html)) == [f"{kind} in {NL}: {message}"]


# A change in the small site: its kind, the file, what is changed, what is said.
CHANGED = [
    (
        "missing file", HOME, "assets/site.css", "assets/sites.css",
        f"the stylesheet is taken from 'assets/sites.css', and that file does not exist; {NEAR} 'assets/site.css'",
    ),
    (
        "missing file", HOME, "assets/site.mjs", "assets/sites.mjs",
        f"the script is taken from 'assets/sites.mjs', and that file does not exist; {NEAR} 'assets/site.mjs'",
    ),
    (
        "missing file", HOME, "assets/search/nl.json", "assets/search/nl2.json",
        "the search index is taken from 'assets/search/nl2.json', and that file does not exist; "
        f"{NEAR} 'assets/search/nl.json'",
    ),
    (
        "missing file", "en/costs/index.html", "assets/cost/en.json", "assets/cost/eng.json",
        "the cost estimate is taken from '../../assets/cost/eng.json', and that file does not exist; "
        f"{NEAR} '../../assets/cost/en.json'",
    ),
    (
        "missing file", "assets/site.css", "plan.png", "plans.png",
        f"the style is taken from 'plans.png', and that file does not exist; {NEAR} 'plan.png'",
    ),
    (
        "missing file", "assets/site.mjs", "./core.mjs", "./cores.mjs",
        f"the script is taken from './cores.mjs', and that file does not exist; {NEAR} 'core.mjs'",
    ),
    (
        "missing anchor", HOME, 'action="#subjects"', 'action="#subject"',
        f"the form leads to '#subject', and that page has no '#subject'; {NEAR} '#subjects'",
    ),
    (
        "reference to no anchor", HOME, 'for="field"', 'for="fields"',
        "'for' of <label> names 'fields', which is no anchor on the page; did you mean 'field'?",
    ),
    (
        "wrong canonical address", EN, f'canonical" href="{SITE_URL}/en/costs/', f'canonical" href="{SITE_URL}/en/',
        f"the canonical address leads to '{SITE_URL}/en/', and this page stands at '{SITE_URL}/en/costs/'; "
        f"name its own address '{SITE_URL}/en/costs/'",
    ),
    (
        "wrong language link", NL, f'hreflang="en" href="{SITE_URL}/en/costs/', f'hreflang="en" href="{SITE_URL}/en/',
        f"the language link leads to '{SITE_URL}/en/' with hreflang 'en', and that page is no twin of this one; "
        "name the same page in both languages",
    ),
    (
        "missing page", HOME, f'{{"url": "{SITE_URL}/"', f'{{"url": "{SITE_URL}/kostn/"',
        f"the structured data names '{SITE_URL}/kostn/', and that page does not exist; {NEAR} '{SITE_URL}/kosten/'",
    ),
    (
        "missing page", HOME, f'content="{SITE_URL}/"', f'content="{SITE_URL}/kostn/"',
        f"the preview names '{SITE_URL}/kostn/', and that page does not exist; {NEAR} '{SITE_URL}/kosten/'",
    ),
    (
        "missing page", "oud/index.html", "url=../kosten/", "url=../kostn/",
        f"the redirect leads to '../kostn/', and that page does not exist; {NEAR} '../kosten/'",
    ),
    (
        "ignores the sub-path", LOST, "/uitleg/assets/site.css", "assets/site.css",
        "the stylesheet is taken from 'assets/site.css', which counts from the address that was asked for; "
        f"{NEAR} '/uitleg/assets/site.css'",
    ),
    (
        "leaves the folder", LOST, "/uitleg/en/", "/en/",
        f"the link 'here' leads to '/en/', which leads out of the folder of the site; {NEAR} '/uitleg/kosten/'",
    ),
    (
        "meaningless link text", EN, "Who pays?", '<a href="#who-pays">Read more…</a>',
        "the words 'Read more…' of the link to '#who-pays' do not say where it leads; "
        "name what the reader finds there",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "file", "old", "new", "message"), CHANGED)
def test_fault_outside_the_text_of_a_page_is_named(
    kind: str, file: str, old: str, new: str, message: str
) -> None:
    assert messages(spoilt(file, old, new)) == [f"{kind} in {file}: {message}"]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("assets/search/nl.json", '"who-pays"', '"who-pay"'),
        ("assets/search/nl.json", '"kosten/"', '"kostn/"'),
        ("sitemap.xml", "/kosten/", "/kostn/"),
        ("sitemap.xml", "/en/costs/", "/en/cost/"),
        ("robots.txt", "/sitemap.xml", "/sitemaps.xml"),
    ],
)
def test_search_index_sitemap_and_robots_lead_to_what_exists(file: str, old: str, new: str) -> None:
    found = messages(spoilt(file, old, new))
    assert found
    assert all(f" in {file}: the " in message and new.strip('"') in message for message in found)


@pytest.mark.parametrize(
    "html",
    [
        link("tel:112") + link("tel:0800-0113", "Bel gratis"),
        link("mailto:a@zorg.example,b@zorg.example?subject=Second%20opinion"),
        link("../?from=x#subjects") + link("index.html", "deze pagina over kosten"),
        link("../oud/", "de oude plek"),
        '<a href="../en/costs/" hreflang="en">hier in English</a>',
        link("../", "Wie betaalt?") + link("../index.html", "Wie betaalt?"),
        '<nav><a href="../">hier</a></nav><span class="term-note"><a href="../">x</a><a href="./">x</a></span>',
        "<p>Schrijf <code>[tekst](doel) {{ naam }}</code>, of iets [tussen haken] (zo).</p>",
        '<a href="../"><img src="../assets/plan.png" alt="Naar het begin"></a>',
        '<a href="../" aria-label="Naar het begin">hier</a>',
        '<img src="data:image/png;base64,AAAA" alt="">',
    ],
)
def test_what_is_right_is_let_alone(html: str) -> None:
    assert messages(added(html)) == []


def test_address_that_exists_as_http_only_is_let_alone() -> None:
    texts = added(link("http://www.zorg.example/x"))
    assert messages(texts, http_only=["http://www.zorg.example/x"]) == []
    assert len(messages(texts, http_only=["http://www.zorg.example/"])) == 1


def test_every_fault_is_named_in_one_run() -> None:
    once = [(html, message) for _, html, message in ADDED if not html.startswith('<p id="who-pays"')]
    said = {message.partition(": ")[2] for message in messages(added("".join(html for html, _ in once)))}
    assert {message for _, message in once} <= said


def test_a_menu_is_read_on_the_first_page_that_leads_to_the_same_and_every_other_list_on_each() -> None:
    menus: Menus = {}
    menu = '<nav id="menu"><b>M</b><ul><li><a href="../a/"{}>A</a></li></ul></nav>'
    own = '<nav><ul><li id="own"><a href="#part">Part</a></li></ul></nav>'
    page = f'{menu}<main><nav>M</nav>{own}<ul><li><a href="../b/">B</a></li></ul></main>'
    without = (
        f'<nav id="menu"><b>M</b></nav><main><nav>M</nav>{own}<ul><li><a href="../b/">B</a></li></ul></main>'
    )
    first, here = page.format(""), page.format(' aria-current="page"')
    assert without_known_menus(first, "kosten", menus)[0] == first
    assert without_known_menus(here, "a", menus)[0] == without
    assert without_known_menus(here, "en/a", menus)[0] == here
    other = first.replace("../a/", "../c/")
    assert without_known_menus(other, "kosten", menus)[0] == other
    assert without_known_menus("<nav><ul>", "kosten", menus)[0] == "<nav><ul>"


def test_a_known_menu_is_read_again_on_a_page_that_lacks_what_it_shows_of_it() -> None:
    menus: Menus = {}
    drawing = '<svg><symbol id="d-1"></symbol></svg>'
    menu = '<nav><ul><li><a href="../a/"><svg><use href="#d-1"/></svg>A</a></li></ul></nav>'
    first, second = (finished_page(f"{name}/index.html", f"{drawing}{menu}", menus) for name in "bc")
    assert [link.target for link in first.links] == ["../a/", "#d-1"]
    assert second.links == ()
    lacking = finished_page("d/index.html", menu, menus)
    assert [link.target for link in lacking.links] == ["../a/", "#d-1"]


def test_a_broken_link_of_a_menu_is_named_once_for_each_place_to_which_it_leads() -> None:
    menu = '<nav><ul><li><a href="../gone/">Weg</a></li></ul></nav>'
    pages = ("kosten/index.html", "oud/index.html", "en/costs/index.html")
    spoilt_site = SITE | {page: SITE[page].replace("</main>", f"</main>{menu}") for page in pages}
    named = [message.split(":")[0] for message in messages(spoilt_site)]
    assert named == ["missing page in kosten/index.html", "missing page in en/costs/index.html"]


def test_a_menu_that_differs_on_one_page_is_looked_at_there() -> None:
    menu = '<nav><ul><li><a href="../{}/">Taal</a></li></ul></nav>'
    spoilt_site = dict(SITE)
    for page, where in (("kosten/index.html", "oud"), ("oud/index.html", "gone")):
        spoilt_site[page] = SITE[page].replace("</main>", f"</main>{menu.format(where)}")
    assert [message.split(":")[0] for message in messages(spoilt_site)] == ["missing page in oud/index.html"]
