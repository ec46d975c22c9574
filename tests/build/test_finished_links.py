"""The links of the finished site: editors get one line for each fault, at the line that they have to change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support import TODAY, build, change, copy_sample, overwrite

NL, EN, SNIPPET = "docs/nl/costs.md", "docs/en/costs.md", "snippets/nl/three-questions.md"
SITE = "https://second-opinion.example"
NEAR = "the nearest that exists is"
HTTP = "which starts with http:; write https:, or give its file in data/sources/ 'http_only:' with the reason"
UNRENDERED = "as it was typed; look for a bracket, a space or a name that is not right, or write it as code"
NOWHERE = "write where it leads, or take the link out and keep its words"

# What an editor adds at the end of a file, and the line about it; <n> is the line on which it then stands.
FAULTS = [
    (NL, "![een plaatje](../assets/images/favicom.svg)", "the image 'een plaatje' is taken from "
     f"'../assets/images/favicom.svg', and that file does not exist; {NEAR} '../assets/images/favicon.svg'"),
    (NL, f"[voluit]({SITE}/aanvragn/)", f"the link 'voluit' leads to '{SITE}/aanvragn/', and that page does not "
     f"exist; {NEAR} 'applying.md'"),
    (NL, f"[grote letter]({SITE}/Aanvragen/)", f"the link 'grote letter' leads to '{SITE}/Aanvragen/', which differs "
     "in letter case from what exists; write 'applying.md'"),
    (NL, "[vanaf de wortel](/aanvragen/)", "the link 'vanaf de wortel' leads to '/aanvragen/', which starts with '/' "
     f"and so ignores the path under which the site may stand; {NEAR} 'applying.md'"),
    (NL, "[niet veilig](http://www.zorg.example/x)", "the link 'niet veilig' leads to 'http://www.zorg.example/x', "
     f"{HTTP}"),
    (NL, "<http://www.vanzelf.example/>", "the link 'http://www.vanzelf.example/' leads to "
     f"'http://www.vanzelf.example/', {HTTP}"),
    (NL, "[mail ons](mailto:iemand@zorg)", "the link 'mail ons' leads to 'mailto:iemand@zorg', which is no e-mail "
     "address; write mailto:name@example.nl"),
    (NL, "[bel ons](tel:020-zorg)", "the link 'bel ons' leads to 'tel:020-zorg', which is no telephone number; "
     "write tel: and figures only, like tel:+31201234567"),
    (NL, "[vreemd](htps://zorg.example/)", "the link 'vreemd' leads to 'htps://zorg.example/', and 'htps:' is "
     "unknown; did you mean 'https'?"),
    (NL, "[geen begin](//zorg.example/)", "the link 'geen begin' leads to '//zorg.example/', which lacks 'https:' in "
     "front; write 'https://zorg.example/'"),
    (NL, "[een hekje](#)", f"the link 'een hekje' leads nowhere ('#'); {NOWHERE}"),
    (NL, "[](applying.md)", "the link to 'applying.md' has no words; write what the reader finds there"),
    (NL, "[Klik hier](applying.md)", "the words 'Klik hier' of the link to 'applying.md' do not say where it leads; "
     "name what the reader finds there"),
    (EN, "[read more](applying.md)", "the words 'read more' of the link to 'applying.md' do not say where it leads; "
     "name what the reader finds there"),
    (NL, "[twee plekken](applying.md) [twee plekken](abroad.md)", "the link 'twee plekken' leads to 'abroad.md', and "
     "the same words lead to 'applying.md' on this page; give the two different words"),
    (NL, "\\[tekst](costs.md)", f"readers see '[tekst](costs.md)' {UNRENDERED}"),
    (NL, "[tekst][doel]", f"readers see '[tekst][doel]' {UNRENDERED}"),
    (SNIPPET, "[in een fragment](http://www.fragment.example/)", "the link 'in een fragment' leads to "
     f"'http://www.fragment.example/', {HTTP}"),
]  # fmt: skip

# Faults that the check of what editors typed already names: they are not told a second time.
TOLD_BEFORE = [
    (NL, "[dode link](nergens.md)"),
    (NL, "[dode plek](applying.md#nergens)"),
    (NL, "[nergens heen]()"),
    (NL, 'Zie --8<-- "three-questions.md"'),
    (NL, "[een script](javascript:alert)"),
    (NL, "{{ geen.naam }}"),
    (SNIPPET, "[dood fragment](nergens.md)"),
    (NL, f"[in het Engels]({SITE}/en/costs/)"),
    (EN, f"[in Dutch]({SITE}/kosten/#who-pays)"),
    (NL, f"[voluit naar]({SITE}/aanvragen/#refusd)"),
    (NL, f"[zonder streep]({SITE}/aanvragen)"),
]


def add(root: Path, file: str, text: str) -> int:
    """Add a paragraph at the end of a file, and return its line."""
    before = (root / file).read_text("utf-8").rstrip("\n")
    (root / file).write_text(f"{before}\n\n{text}\n", "utf-8")
    return before.count("\n") + 3


def of_editors(stderr: str) -> list[str]:
    """Return the printed faults, without those that hold the one language against the other."""
    lines = [line for line in stderr.splitlines() if not line.startswith("notice: ")]
    return [line for line in lines[:-1] if "docs/en/" not in line[20:] and "docs/nl/" not in line[20:]]


def test_each_fault_is_told_once_at_its_line_and_the_last_site_stays(
    sample_project: Path, tmp_path: Path
) -> None:
    root = copy_sample(tmp_path / "project")
    shutil.copytree(sample_project / "site", root / "site")
    before = {file: file.read_bytes() for file in (root / "site").rglob("*.*")}
    expected = [f"{file}:{add(root, file, text)}: {said}" for file, text, said in FAULTS]
    told_before = [f"{file}:{add(root, file, text)}: " for file, text in TOLD_BEFORE]
    change(
        root,
        "data/glossary/second-opinion.yml",
        "Een andere arts zegt",
        "Zie [dit](costs.md). Een andere arts zegt",
    )
    name = "data/sources/bw7.yml"
    line = change(root, name, 'address: "https:', 'address: "http:')
    done = build(root)
    assert done.returncode == 1
    printed = of_editors(done.stderr)
    assert [line for line in expected if line not in printed] == []
    places = [*told_before, f"{name}:{line}: "]
    for place in places:
        assert len([said for said in printed if said.startswith(place)]) == 1, place
    others = [said for said in printed if said not in expected and not said.startswith(tuple(places))]
    (glossary,) = others
    assert glossary.startswith("data/glossary/second-opinion.yml:")
    assert f"readers see '[dit](costs.md)' {UNRENDERED}" in glossary
    assert {file: file.read_bytes() for file in (root / "site").rglob("*.*")} == before


def test_faults_of_brand_templates_and_styles_are_told_where_they_are_written(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    styles = root / "overrides/assets/stylesheets/site/page.css"
    overwrite(styles, styles.read_text("utf-8") + "\np { background: url('geen.svg'); }\n")
    last = styles.read_text("utf-8").count("\n")
    sheet = change(root, "overrides/partials/head.html", "stylesheets/site.css", "stylesheets/sitee.css")
    brand = add(root, "brands/neutral/brand.yml", "repository: http://code.example/zorg")
    done = build(root)
    assert of_editors(done.stderr) == [
        f"brands/neutral/brand.yml:{brand}: the link 'Stel een verbetering voor' leads to 'http://code.example/zorg', "
        f"{HTTP}",
        f"overrides/assets/stylesheets/site/page.css:{last}: the style is taken from 'geen.svg', and that file does "
        "not exist; there is none like it; add it, or take this out",
        f"overrides/partials/head.html:{sheet}: the stylesheet is taken from '../assets/stylesheets/sitee.css', and "
        f"that file does not exist; {NEAR} '../assets/stylesheets/site.css'",
    ]


def test_a_page_that_cannot_be_built_is_told_once_and_not_with_every_link_to_it(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    change(root, NL, "slug: kosten\n", "")
    done = build(root)
    assert done.returncode == 1
    assert "leads to" not in done.stderr


@pytest.mark.parametrize("address", ["https://zorg.example/uitleg/second-opinion", "http://127.0.0.1:8000/"])
def test_a_site_is_clean_under_any_address(sample_project: Path, address: str) -> None:
    done = build(sample_project, site=f"site-at-{len(address)}", env={"SITE_URL": address, "TODAY": TODAY})
    assert done.returncode == 0, done.stderr
