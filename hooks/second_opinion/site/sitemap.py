"""The sitemap of the finished site: every page, for search engines."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from second_opinion.brand.model import Brand
from second_opinion.core.addresses import absolute
from second_opinion.project.project import Project
from second_opinion.site.page_view import alternates
from second_opinion.texts.pages import Page
from second_opinion.texts.published import page_address

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(project: Project, brand: Brand) -> str:
    """Return the sitemap: every page of every language with its alternates and the day of writing or last review."""
    ET.register_namespace("", SITEMAP)
    ET.register_namespace("xhtml", XHTML)
    root = ET.Element(f"{{{SITEMAP}}}urlset")
    for page in sorted(project.pages, key=page_address):
        entry = ET.SubElement(root, f"{{{SITEMAP}}}url")
        ET.SubElement(entry, f"{{{SITEMAP}}}loc").text = absolute(brand.site_url, page_address(page))
        ET.SubElement(entry, f"{{{SITEMAP}}}lastmod").text = _last_changed(page)
        for lang, address in alternates(project, brand, page):
            ET.SubElement(entry, f"{{{XHTML}}}link", rel="alternate", hreflang=lang, href=address)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _last_changed(page: Page) -> str:
    """Return the day on which a page was written or last reviewed, as an ISO date."""
    return max([page.meta.written, *(review.date for review in page.meta.checked)]).isoformat()
