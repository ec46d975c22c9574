"""Ways from one address to another, and addresses in full."""

from __future__ import annotations

from string import ascii_lowercase, digits
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from second_opinion.core.addresses import absolute, address, home, language_of, relative

SITE = "https://second-opinion.example/"
PIECES = st.text(ascii_lowercase + digits, min_size=1)
SLUGS = st.lists(PIECES, min_size=1).map("-".join)
ADDRESSES = st.lists(SLUGS, max_size=3).map(lambda parts: "".join(f"{part}/" for part in parts))


@pytest.mark.parametrize(
    ("target", "start", "way"),
    [
        ("kosten/", "", "kosten/"),
        ("", "", "./"),
        ("", "kosten/", "../"),
        ("", "en/costs/", "../../"),
        ("kosten/", "kosten/", "./"),
        ("kosten/", "aanvragen/", "../kosten/"),
        ("en/costs/", "kosten/", "../en/costs/"),
        ("kosten/", "en/costs/", "../../kosten/"),
        ("en/", "en/costs/", "../"),
        ("begrippen/#term-gp", "kosten/", "../begrippen/#term-gp"),
        ("#subjects", "en/costs/", "../../#subjects"),
        ("assets/search/nl.json", "", "assets/search/nl.json"),
        ("assets/search/en.json", "en/costs/", "../../assets/search/en.json"),
    ],
)
def test_the_way_from_one_address_to_another(target: str, start: str, way: str) -> None:
    assert relative(target, start) == way


@given(ADDRESSES, ADDRESSES, st.sampled_from(["", "#steps"]))
def test_a_browser_that_follows_the_way_arrives(target: str, start: str, fragment: str) -> None:
    assert urljoin(SITE + start, relative(target + fragment, start)) == SITE + target + fragment


@pytest.mark.parametrize(
    ("site_url", "target", "full"),
    [
        ("https://a.example", "", "https://a.example/"),
        ("https://a.example", "kosten/", "https://a.example/kosten/"),
        ("https://a.example/", "en/costs/", "https://a.example/en/costs/"),
        ("https://a.example/second-opinion", "kosten/", "https://a.example/second-opinion/kosten/"),
        ("https://a.example/second-opinion/", "", "https://a.example/second-opinion/"),
        (
            "https://a.example/second-opinion///",
            "sitemap.xml",
            "https://a.example/second-opinion/sitemap.xml",
        ),
    ],
)
def test_an_address_in_full(site_url: str, target: str, full: str) -> None:
    assert absolute(site_url, target) == full


@pytest.mark.parametrize(
    ("lang", "slug", "where"),
    [("nl", None, ""), ("nl", "kosten", "kosten/"), ("en", None, "en/"), ("en", "costs", "en/costs/")],
)
def test_dutch_stands_at_the_root_and_english_below_en(lang: str, slug: str | None, where: str) -> None:
    assert address(lang, slug) == where
    assert language_of(where) == lang
    assert where.startswith(home(lang))
