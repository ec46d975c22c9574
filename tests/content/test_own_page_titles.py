"""The titles under which a page answers for a hospital, beside the headings of that page."""

from __future__ import annotations

import pytest

from second_opinion.brand.own_answers import SECTIONS_BY_PAGE
from second_opinion.brand.own_sections import SECTIONS
from second_opinion.core.languages import LANGUAGES
from second_opinion.project.project import Project


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_has_the_same_heading_twice_where_a_hospital_answers_on_it(real: Project, lang: str) -> None:
    words = real.own_page.words[lang]
    titles = {
        name: {
            words[title]
            for anchor, plan in SECTIONS.items()
            if anchor in shown
            for title in (plan.title, *(other.words for other in plan.other_titles))
        }
        for name, shown in SECTIONS_BY_PAGE.items()
    }
    twice = [
        (page.name, line)
        for page in real.pages
        if page.lang == lang
        for _, line in page.text.lines()
        for title in titles.get(page.name, ())
        if line.startswith("#") and f" {title} " in f"{line} "
    ]
    assert twice == []
