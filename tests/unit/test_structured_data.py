"""Data about a page for search engines, equal to what the page shows."""

from __future__ import annotations

import json
from typing import Any

from second_opinion.brand.model import Brand
from second_opinion.site.structured_data import structured_data
from second_opinion.texts.pages import Page

from .making import make_page

KNOWN = {"name": {"nl": "Mening", "en": "Opinion"}, "site_url": "https://site.example"}
BRAND = Brand.model_validate(KNOWN)
CHECKED = (
    "[{ role: huisarts, name: A. Voorbeeld, date: 2026-12-01 }, "
    "{ role: jurist, name: B. Test, date: 2026-11-30 }]"
)


def blocks(page: Page) -> list[dict[str, Any]]:
    texts = structured_data(
        page,
        BRAND,
        canonical="https://site.example/kosten/",
        home_label="Begin",
        home_address="https://site.example/",
    )
    return [json.loads(text) for text in texts]


def test_a_page_that_nobody_checked_claims_no_review() -> None:
    page, trail = blocks(make_page())
    assert page["@type"] == "MedicalWebPage"
    assert (page["name"], page["inLanguage"], page["datePublished"]) == ("Wat kost dat?", "nl", "2026-11-22")
    assert not {"lastReviewed", "reviewedBy"} & set(page)
    assert trail["@type"] == "BreadcrumbList"


def test_a_page_that_was_checked_names_the_last_check() -> None:
    page = blocks(make_page(keys={"checked": CHECKED}))[0]
    assert page["lastReviewed"] == "2026-12-01"
    assert page["reviewedBy"] == {"@type": "Person", "name": "A. Voorbeeld", "jobTitle": "huisarts"}


def test_the_trail_leads_from_home_to_the_page() -> None:
    trail = blocks(make_page())[1]["itemListElement"]
    assert [(step["position"], step["name"], step["item"]) for step in trail] == [
        (1, "Begin", "https://site.example/"),
        (2, "Wat kost dat?", "https://site.example/kosten/"),
    ]


def test_the_home_page_has_no_trail() -> None:
    assert [block["@type"] for block in blocks(make_page("index"))] == ["MedicalWebPage"]


def test_the_list_of_questions_claims_no_answers() -> None:
    assert [block["@type"] for block in blocks(make_page("questions"))] == [
        "MedicalWebPage",
        "BreadcrumbList",
    ]


def test_nothing_in_the_data_can_end_the_script_element() -> None:
    page = make_page(keys={"title": "'</script><b>'"})
    texts = structured_data(page, BRAND, canonical="", home_label="</script>", home_address="")
    assert not any("<" in text for text in texts)
    assert json.loads(texts[0])["name"] == "</script><b>"
