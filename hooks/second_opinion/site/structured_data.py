"""Data about a page for search engines (schema.org), equal to what the page shows."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from second_opinion.brand.model import Brand
from second_opinion.core.addresses import HOME
from second_opinion.texts.pages import Page

CONTEXT = "https://schema.org"


def structured_data(
    page: Page, brand: Brand, *, canonical: str, home_label: str, home_address: str
) -> list[Markup]:
    """Return the blocks of JSON-LD of a page, safe inside a script element."""
    blocks = [_web_page(page, brand, canonical)]
    if page.name != HOME:
        blocks.append(_breadcrumbs(page, canonical, home_label, home_address))
    return [_script_json(block) for block in blocks]


def _script_json(value: object) -> Markup:
    """Return JSON that is safe inside a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def _web_page(page: Page, brand: Brand, canonical: str) -> dict[str, Any]:
    """Describe the page; a review is named only where a person did one."""
    data: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "MedicalWebPage",
        "url": canonical,
        "name": page.meta.title,
        "description": page.meta.description,
        "inLanguage": page.lang,
        "datePublished": page.meta.written.isoformat(),
        "isPartOf": {"@type": "WebSite", "name": brand.name_in(page.lang), "url": brand.site_url},
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
    }
    if page.meta.checked:
        last = max(page.meta.checked, key=lambda review: review.date)
        data["lastReviewed"] = last.date.isoformat()
        data["reviewedBy"] = {"@type": "Person", "name": last.name, "jobTitle": last.role}
    return data


def _breadcrumbs(page: Page, canonical: str, home_label: str, home_address: str) -> dict[str, Any]:
    trail = [(home_label, home_address), (page.meta.title, canonical)]
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": address}
            for position, (name, address) in enumerate(trail, 1)
        ],
    }
