"""The files of the page for editing without Git: the project's own, and those of packages that npm installed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from jinja2 import Environment

from second_opinion.core.addresses import relative
from second_opinion.core.findings import Finding
from second_opinion.core.languages import DEFAULT_LANGUAGE
from second_opinion.site.editing import CONFIG, PAGE, editing_config, has_owner, policy_of
from second_opinion.site.run import Run

FOLDER = "edit"
OWN = "editing"
CMS = "node_modules/@sveltia/cms"
YAML = "node_modules/yaml/browser"
ICONS = "node_modules/@fontsource-variable/material-symbols-outlined"
ICON_FILE = "material-symbols-outlined-latin-wght-normal.woff2"
LETTERS = "https://cdn.jsdelivr.net/fontsource/fonts"
LOCAL = "local(sans-serif)"  # the letters of the system
# The addresses that the CMS asks by itself, and what takes their place, from the page; and that nobody may zoom in.
ASKED = {
    "https://unpkg.com/@sveltia/cms": "cms/package",
    f"{LETTERS}/material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2": f"cms/{ICON_FILE}",
    f"url({LETTERS}/source-sans-3:vf@5.3.0/latin-wght-normal.woff2)\n      format('woff2-variations')": LOCAL,
    f"url({LETTERS}/noto-mono@5.3.0/latin-400-normal.woff2)\n      format('woff2')": LOCAL,
    "`maximum-scale=1`,": "",
    "https://www.githubstatus.com/api/v2/status.json": "cms/status.json",
}


def write_editing(run: Run, site: Path, env: Environment) -> list[Finding]:
    """Write the page for editing where its packages are installed; a brand that publishes it needs them."""
    root = run.project.settings.root
    lacking = _check_publishing(run) if run.brand.edit_page else []
    if lacking or not (root / CMS).is_dir():
        return lacking
    target = site / FOLDER
    shutil.copytree(root / OWN, target, dirs_exist_ok=True)
    _copy_packages(root, target)
    config = editing_config(run.project, run.brand)
    (site / CONFIG).write_text(json.dumps(config, ensure_ascii=False), "utf-8")
    words = run.project.words.editing[DEFAULT_LANGUAGE]
    html = env.get_template("edit.html").render(
        lang=DEFAULT_LANGUAGE,
        brand=run.brand_view(DEFAULT_LANGUAGE),
        title=words["title"],
        needs_script=words["needs_script"],
        csp=policy_of(config["config"]["backend"]),
        assets=relative("assets/", PAGE.removesuffix("index.html")),
    )
    (site / PAGE).write_text(html, "utf-8")
    return []


def _check_publishing(run: Run) -> list[Finding]:
    """Find what a brand that publishes the page still has to see to: where changes go, and its packages."""
    file, asked = run.project.brand.document, "the page for editing is asked for, and"
    line, found = file.line("edit_page"), []
    if not has_owner(run.brand.repository or ""):
        wrong = f"{asked} 'repository' does not say where changes go"
        do = "write it with owner and name, like https://github.com/owner/name"
        found.append(Finding(file.file, line, wrong, do))
    if not (run.project.settings.root / CMS).is_dir():
        found.append(
            Finding(file.file, line, f"{asked} its packages are not installed", "install them: make editing")
        )
    return found


def _copy_packages(root: Path, target: Path) -> None:
    """Copy what the page needs of the packages, with the addresses of others in the CMS replaced."""
    cms = target / "cms"
    package = json.loads((root / CMS / "package.json").read_text("utf-8"))
    cms.mkdir()
    (cms / "sveltia-cms.mjs").write_text(
        without_outside_addresses((root / CMS / "dist/sveltia-cms.mjs").read_text("utf-8")), "utf-8"
    )
    shutil.copytree(root / CMS / "locales", cms / f"package@{package['version']}" / "locales")
    (cms / "package").mkdir()
    (cms / "package" / "package.json").write_text(json.dumps({"version": package["version"]}), "utf-8")
    (cms / "status.json").write_text(json.dumps({"status": {"indicator": "none"}}), "utf-8")
    shutil.copyfile(root / ICONS / "files" / ICON_FILE, cms / ICON_FILE)
    shutil.copyfile(root / CMS / "LICENSE.txt", cms / "LICENSE-sveltia-cms.txt")
    shutil.copyfile(root / ICONS / "LICENSE", cms / "LICENSE-material-symbols.txt")
    shutil.copytree(root / YAML, target / "yaml")
    shutil.copyfile(root / "node_modules/yaml/LICENSE", target / "yaml" / "LICENSE.txt")


def without_outside_addresses(script: str) -> str:
    """Return the CMS without the addresses that it asks by itself, and with zoom for those who need it.

    Raises ValueError where one of these is not there: another version has others, and each has to be looked at.
    """
    for asked, own in ASKED.items():
        if asked not in script:
            raise ValueError(f"the CMS no longer has {asked}; look what it asks now, and change ASKED")
        script = script.replace(asked, own)
    return script.partition("//# sourceMappingURL=")[0]
