"""How terms are found in running text, and how they stand on the page of words."""

from __future__ import annotations

import pytest

from second_opinion.core.validation import Entries, read_yaml
from second_opinion.data.glossary import check_terms_used, compile_forms, glossary_markdown, read_glossary

from .making import term

TERMS = [
    term("deductible", "eigen risico", "eigen risico's"),
    term("voluntary", "vrijwillig eigen risico"),
    term("gp", "huisarts", "huisartsen"),
    term("post", "huisartsenpost"),
    term("brackets", "zorg (basis)"),
]
REFERRAL = "nl: { term: verwijzing, text: Een brief. }\nen: { term: referral, text: A letter. }\n"


def entries(**texts: str) -> Entries:
    """Return a glossary of some files, by their names."""
    return {name: read_yaml(text, f"data/glossary/{name}.yml") for name, text in texts.items()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uw eigen risico telt.", [("eigen risico", "deductible")]),
        ("Een vrijwillig eigen risico.", [("vrijwillig eigen risico", "voluntary")]),
        ("Alle eigen risico's tellen.", [("eigen risico's", "deductible")]),
        ("EIGEN RISICO, Huisarts", [("EIGEN RISICO", "deductible"), ("Huisarts", "gp")]),
        ("Bel de huisartsenpost of huisartsen.", [("huisartsenpost", "post"), ("huisartsen", "gp")]),
        ("De huisartsassistent en de oud-huisarts", []),
        ("(huisarts)", [("huisarts", "gp")]),
        ("Zorg (basis)", [("Zorg (basis)", "brackets")]),
        ("eigen, risico", []),
    ],
)
def test_the_longest_form_is_found_as_a_whole_word_whatever_its_capitals(
    text: str, found: list[tuple[str, str]]
) -> None:
    finder, by_form = compile_forms(TERMS, text)
    words = [match.group(0) for match in finder.finditer(text)]
    assert [(word, by_form[word.casefold()].id) for word in words] == found


def test_terms_stand_in_the_order_of_the_alphabet_with_an_anchor_that_both_languages_share() -> None:
    gp = (
        "nl: { term: Huisarts, forms: [huisartsen], text: De dokter., synonyms: [dokter] }\n"
        "en: { term: GP, text: The doctor. }\n"
    )
    terms, findings = read_glossary(entries(referral=REFERRAL, gp=gp))
    assert findings == []
    assert glossary_markdown(terms["nl"]) == (
        "### Huisarts {#term-gp}\n\nDe dokter.\n\n### Verwijzing {#term-referral}\n\nEen brief."
    )
    assert [term.anchor for term in terms["en"]] == ["term-gp", "term-referral"]


def test_a_word_that_no_page_explains_is_told_with_its_line() -> None:
    gp = "# De dokter\nnl: { term: huisarts, text: De dokter. }\nen: { term: GP, text: The doctor. }\n"
    terms, _ = read_glossary(entries(referral=REFERRAL, gp=gp))
    do = "write it where readers meet it, in running text, or take the entry out"
    told = check_terms_used(terms["nl"], {"referral"})
    assert [str(finding) for finding in told] == [
        f"data/glossary/gp.yml:2: the word 'huisarts' is used on no page; {do}"
    ]
    assert [finding.is_fault for finding in told] == [False]
    assert check_terms_used(terms["en"], {"referral", "gp"}) == []


def test_a_word_that_differs_in_capitals_only_is_told_once_and_the_same_each_time() -> None:
    text = "nl: { term: GP, forms: [gp, Gp], text: T }\nen: { term: GP, text: T }\n"
    _, findings = read_glossary(entries(gp=text))
    assert [finding.wrong for finding in findings] == [
        "'gp' is explained here and in data/glossary/gp.yml (line 1)",
        "'Gp' is explained here and in data/glossary/gp.yml (line 1)",
    ]
