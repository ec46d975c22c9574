"""The automatic check on accessibility (axe), fast enough to look at every page and at everything that opens."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# Nothing here is loaded from elsewhere; colours are looked at apart.
ALL_BUT_COLOURS = {
    "resultTypes": ["violations"],
    "preload": False,
    "rules": {"color-contrast": {"enabled": False}, "link-in-text-block": {"enabled": False}},
}
COLOURS = {
    "resultTypes": ["violations"],
    "preload": False,
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
LOOK = "data-look"

# Mark one text of each look that has not been looked at: text in the same colour on the same grounds, large or not, has
# the same contrast, and nothing is seen through a ground that covers all below it. A link has to differ from the text
# around it too, by all that makes it one.
MARK_LOOKS = f"""([part, known]) => {{
  const seen = new Set(known), found = [], grounds = new Map([[null, [[], []]]]);
  const isText = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || e.matches("input, select");
  const groundsOf = e => {{
    if (!grounds.has(e)) {{
      const {{backgroundColor, backgroundImage, opacity, filter}} = getComputedStyle(e);
      const [below, veilsBelow] = groundsOf(e.parentElement);
      const veils = [opacity, filter].filter(value => value !== "1" && value !== "none").concat(veilsBelow);
      const own = [backgroundColor, backgroundImage].filter(value => value !== "rgba(0, 0, 0, 0)" && value !== "none");
      const covers = own.length === 1 && /^rgb\\(/.test(own[0]) && veils.length === 0;
      grounds.set(e, [covers ? own : own.concat(below), veils]);
    }}
    return grounds.get(e);
  }};
  for (const e of document.querySelector(part).querySelectorAll("*")) {{
    e.removeAttribute("{LOOK}");
    if (!isText(e) || !e.checkVisibility({{visibilityProperty: true}})) continue;
    const {{color, fontSize, fontWeight, textDecorationLine}} = getComputedStyle(e), size = parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && fontWeight >= 700);
    const look = [e.matches("input, select"), color, isLarge, ...groundsOf(e).flat()];
    if (e.closest("a")) look.push(getComputedStyle(e.parentElement).color, fontSize, fontWeight, textDecorationLine);
    const key = look.join("|");
    if (seen.has(key)) continue;
    e.setAttribute("{LOOK}", "");
    seen.add(key);
    found.push(key);
  }}
  return found;
}}"""
# Of what axe says most is about what is right, which takes as long to hand over as a page takes to look at.
RUN = "([context, options]) => axe.run(context, options).then((said) => said.violations)"


class Accessibility:
    """Asks axe about pages; a look that it found sound is not asked about again."""

    def __init__(self) -> None:
        """Start with nothing looked at."""
        self._sound: set[str] = set()

    def faults(self, page: Page, where: str, part: str = "html") -> list[str]:
        """Return what axe finds on a part of a page as it stands; in the dark only the colours are others."""
        page.emulate_media(color_scheme="light")
        found = self.faults_now(page, f"{where}, light", part)
        page.emulate_media(color_scheme="dark")
        return found + self.faults_of_colours(page, f"{where}, dark", part)

    def faults_now(self, page: Page, where: str, part: str = "html") -> list[str]:
        """Return what axe finds on a part of a page in the colours that it has now."""
        return [
            *self.faults_of_rules(page, where, part),
            *self.faults_of_colours(page, where, part),
        ]

    def faults_of_rules(self, page: Page, where: str, part: str) -> list[str]:
        """Return what axe finds on a part of a page whatever its colours."""
        return self._run(page, where, part, ALL_BUT_COLOURS)

    def faults_of_all_colours(self, page: Page, where: str) -> list[str]:
        """Return what axe finds of the colours of a page, in the light and in the dark."""
        found = []
        for colours in ("light", "dark"):
            page.emulate_media(color_scheme=colours)
            found += self.faults_of_colours(page, f"{where}, {colours}")
        return found

    def faults_of_colours(self, page: Page, where: str, part: str = "html") -> list[str]:
        """Return what axe finds of the colours of a part, looking at one text of each look."""
        looks = page.evaluate(MARK_LOOKS, [part, sorted(self._sound)])
        found = self._run(page, where, f"[{LOOK}]", COLOURS) if looks else []
        if not found:
            self._sound.update(looks)
        return found

    def _run(self, page: Page, where: str, part: str, options: dict[str, Any]) -> list[str]:
        if not page.evaluate("() => 'axe' in window"):
            page.evaluate(AXE_SCRIPT)
        violations = page.evaluate(RUN, [part, options])
        return [
            f"{where}: {violation['id']} ({violation['impact']}): {' '.join(map(str, node['target']))}"
            for violation in violations
            for node in violation["nodes"]
        ]
