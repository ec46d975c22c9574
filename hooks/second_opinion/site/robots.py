"""What search engines may read of the finished site: robots.txt."""

from __future__ import annotations

from second_opinion.brand.model import Brand
from second_opinion.core.addresses import absolute


def robots(brand: Brand) -> str:
    """Return robots.txt: everything may be read; the sitemap is named."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(brand.site_url, 'sitemap.xml')}\n"
