"""A copy of the real site with what that need not have: folds, a wide table, amounts, old addresses, prices."""

from __future__ import annotations

from pathlib import Path

from browser.reader import LANGUAGES
from support import change, copy_project

WORD = "flierefluiter"
HEADS = {"nl": "## Voorbeeld {#example}\n", "en": "## Example {#example}\n"}
FOLDED = (
    "\n| Een | Twee | Drie |\n|---|---|---|\n| woord | woord | woord |\n"
    f"\nWoorden.\n\n/// details | Kwibus kwabus\n{WORD} kwibus.\n///\n"
    "\n/// details | Stoebel\nMeer.\n///\n"
)
# A paragraph with two amounts of this year, and one of the next.
AMOUNTS = (
    "\n{{ deductible.year }}: {{ deductible.compulsory }}, {{ deductible.highest }}, {{ deductible.year }}.\n"
    "\n{{ deductible.next_year }}: {{ deductible.next }}.\n"
)
OLD = {"nl": "/oude-kosten/", "en": "/en/old-costs/"}
NEW = {"nl": "/kosten/", "en": "/en/costs/"}
PRICE_LIST = "https://hospital.example/prices"
COSTS = f'costs:\n  advance: 500\n  price_list: {PRICE_LIST}\n  phone: "020 123 45 67"\n'


def changed_project(target: Path) -> Path:
    """Return a copy of the project with all of that."""
    root = copy_project(target)
    for lang in LANGUAGES:
        page = root / "docs" / lang / "reasons.md"
        page.write_text(f"{page.read_text('utf-8')}\n{HEADS[lang]}{AMOUNTS}{FOLDED}", "utf-8")
        old = OLD[lang].removeprefix("/en").strip("/")
        change(root, f"docs/{lang}/costs.md", "\nwritten:", f"\nmoved_from: [{old}]\nwritten:")
        change(root, "data/published/costs.yml", "addresses:\n", f"addresses:\n- {OLD[lang]}\n")
    change(root, "brands/neutral/brand.yml", "# repository:", f"{COSTS}# repository:")
    return root
