"""Whose site it is: a brand folder with brand.yml, anywhere on disk."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from second_opinion.findings import Finding
from second_opinion.front_matter import Strict
from second_opinion.interface import Interface, Wording
from second_opinion.located import Located, check
from second_opinion.sources import WebAddress

BRAND_NAMES = ("site.name", "site.feedback")


class Contact(Strict):
    """Where readers can report an error or ask a question."""

    email: Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class Costs(Strict):
    """What a hospital says about its own prices."""

    advance: Annotated[int, Field(strict=True, ge=0, le=100_000)] | None = None
    price_list: WebAddress | None = None
    phone: Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ()-]{5,}$")] | None = None


class Brand(Strict):
    """What a brand says about itself."""

    name: Wording
    site_url: WebAddress
    repository: WebAddress | None = None
    contact: Contact | None = None
    costs: Costs = Costs()

    def name_in(self, lang: str) -> str:
        """Return the name in one language."""
        return self.name.nl if lang == "nl" else self.name.en

    def edit_address(self, file: str) -> str:
        """Return where an editor changes a file, or nothing where there is no repository."""
        return f"{self.repository.rstrip('/')}/edit/main/{file}" if self.repository else ""


def read_brand(
    located: Located, *, site_url: str | None = None, repository: str | None = None
) -> tuple[Brand | None, list[Finding]]:
    """Return the brand; the site's address and the repository can be given from outside."""
    given = {"site_url": site_url, "repository": repository}
    brand, findings = check(located, Brand)
    if brand is not None:
        brand = Brand.model_validate(
            brand.model_dump() | {key: value for key, value in given.items() if value}
        )
    return brand, [*located.findings, *findings]


def brand_names(brand: Brand, lang: str, words: Interface) -> dict[str, str]:
    """Return the values of a brand that pages can name."""
    return {"site.name": brand.name_in(lang), "site.feedback": _feedback(brand, words)}


def _feedback(brand: Brand, words: Interface) -> str:
    if brand.contact:
        email = brand.contact.email
        return words.feedback_contact.format(contact=f"[{email}](mailto:{email})")
    if brand.repository:
        return words.feedback_repository.format(repository=brand.repository)
    return words.feedback_none
