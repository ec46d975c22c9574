"""The page for editing without Git: where it sends changes, what it may load, and that its forms are the models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from second_opinion.brand.model import Brand, EditPage
from second_opinion.core.languages import LANGUAGES
from second_opinion.data import interface
from second_opinion.data.interface import NamedWords
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from second_opinion.site.editing import (
    COLLECTIONS,
    backend_of,
    collections_of,
    for_cms,
    forms_of,
    policy_of,
    sentences_of_keys,
)
from second_opinion.site.editing_files import ASKED, without_outside_addresses
from second_opinion.site.editing_forms import ENTRIES, Collection, Form
from second_opinion.texts.front_matter import Review
from support import ROOT, TODAY, read_values

ELSEWHERE = "https://git.zorg.example/groep/uitleg"


@pytest.mark.parametrize(
    ("repository", "page", "backend"),
    [
        (
            "https://github.com/zorg/uitleg.git",
            None,
            {"name": "github", "repo": "zorg/uitleg", "auth_methods": ["token"]},
        ),
        (
            "https://github.com/zorg/uitleg",
            {"sign_in": "https://login.zorg.example"},
            {"name": "github", "repo": "zorg/uitleg", "base_url": "https://login.zorg.example"},
        ),
        (
            ELSEWHERE,
            {"application": "0123"},
            {"name": "gitlab", "repo": "groep/uitleg", "auth_type": "pkce", "app_id": "0123"},
        ),
        (ELSEWHERE, None, {"name": "gitlab", "repo": "groep/uitleg", "auth_methods": ["token"]}),
    ],
)
def test_changes_go_to_the_repository_of_the_brand(
    repository: str, page: dict[str, str] | None, backend: dict[str, object]
) -> None:
    edit_page = EditPage.model_validate(page) if page else None
    made = backend_of(repository, edit_page)
    assert made["branch"] == "main"
    assert made.items() >= backend.items()


def test_the_page_asks_nothing_but_its_own_site_and_the_host_of_the_repository() -> None:
    policies = [policy_of(backend_of(repository, None)) for repository in (ELSEWHERE, None)]
    assert "connect-src 'self' data: https://git.zorg.example;" in policies[0]
    assert "connect-src 'self' data: https://api.github.com;" in policies[1]
    assert all("script-src 'self';" in policy and "eval" not in policy for policy in policies)


def test_a_cms_that_asks_other_addresses_is_refused() -> None:
    asked = list(ASKED)
    assert without_outside_addresses("".join(f"{address} " for address in asked)).count("https://") == 0
    with pytest.raises(ValueError, match=r"no longer has https://www\.githubstatus"):
        without_outside_addresses(" ".join(asked[:-1]))


def test_a_form_has_every_key_of_the_model_that_checks_its_file() -> None:
    forms = forms_of(read_project(settings_from({"TODAY": TODAY}, Path(ROOT))))
    for collection in COLLECTIONS:
        fields = {field["name"]: field for field in forms.of(collection)}
        if collection.is_list:
            fields = {field["name"]: field for field in fields[ENTRIES]["fields"]}
        schema = collection.model.model_json_schema() if collection.model else {}
        keys = {*schema.get("properties", forms.keys.get(collection.stem, {}))} - collection.left
        assert fields.keys() - {"body", "original"} == keys
        for name in keys if "properties" in schema else ():
            assert not fields[name]["required"] or name in schema["required"]


def test_a_form_of_words_has_each_word_in_each_language() -> None:
    forms = forms_of(read_project(settings_from({"TODAY": TODAY}, Path(ROOT))))
    (words,) = (one for one in COLLECTIONS if one.file == interface.FILE)
    *fields, _ = forms.of(words)
    assert len(fields) > 20
    assert {tuple(language["name"] for language in field["fields"]) for field in fields} == {(*LANGUAGES,)}


def test_a_yes_that_is_usual_is_the_default() -> None:
    forms = forms_of(read_project(settings_from({"TODAY": TODAY}, Path(ROOT))))
    (parts,) = (
        {field["name"]: field for field in form["fields"]}
        for one in COLLECTIONS
        if one.stem == "two-opinions"
        for form in forms.of(one)
        if form["name"] == "parts"
    )
    assert (parts["weighed"]["default"], parts["own"]["default"]) == (True, False)
    assert "instead" not in parts
    english = {field["name"]: field for field in parts["lines"]["fields"]}["en"]
    assert english["required"], "a star, as the checks want it too"
    assert [field["name"] for field in parts["lines"]["fields"]] == [
        "id",
        *LANGUAGES,
        "help",
        "who",
        "appointment",
        "if",
        "unless",
    ]


@pytest.mark.parametrize(
    ("brand", "repository", "prefix"),
    [
        ("project/brands/ours", "project", "brands/ours"),
        ("own/brand", "own", "brand"),
        ("own/sites/brand", "own", "sites/brand"),
        ("own/brand", "", "brand"),
    ],
)
def test_the_files_of_a_brand_stand_where_its_repository_has_them(
    tmp_path: Path, brand: str, repository: str, prefix: str
) -> None:
    (tmp_path / brand / "docs/nl").mkdir(parents=True)
    (tmp_path / "project").mkdir(exist_ok=True)
    if repository:
        (tmp_path / repository / ".git").mkdir()
    settings = settings_from({"TODAY": TODAY, "BRAND": str(tmp_path / brand)}, tmp_path / "project")
    found = collections_of(settings)
    own = [one for one in found if one.kind.startswith("own_")]
    assert [one.folder or one.file for one in own] == [f"{prefix}/brand.yml", f"{prefix}/docs/nl"]
    assert found == [*(COLLECTIONS if brand.startswith("project") else ()), *own]


def test_a_check_has_a_field_for_its_stamp_and_words_of_its_own() -> None:
    forms = forms_of(read_project(settings_from({"TODAY": TODAY}, Path(ROOT))))
    by_kind = {
        collection.kind: {one["name"]: one for one in forms.of(collection)} for collection in COLLECTIONS
    }
    check = {field["name"]: field for field in by_kind["pages"]["checked"]["fields"]}
    assert list(check) == list(Review.model_fields)
    assert (check["text"]["label"], check["text"]["required"]) == (forms.words["label_checked_text"], False)
    assert check["text"]["widget"] == "string"
    assert check["date"]["hint"] == forms.words["hint_checked_date"]
    assert check["date"]["label"] == forms.words["label_date"]
    assert by_kind["sources"]["date"]["hint"] == forms.words["hint_date"]


def fields_in(fields: list[Form]) -> dict[str, Form]:
    """Return all fields of a form by their names, each below those around it."""
    own = {field["name"]: field for field in fields}
    below = [fields_in(field.get("fields", [])).items() for field in fields]
    inside = {f"{name}.{key}": one for name, found in zip(own, below, strict=True) for key, one in found}
    return own | inside


def test_a_brand_says_in_a_form_all_that_its_file_may_say() -> None:
    forms = forms_of(read_project(settings_from({"TODAY": TODAY}, Path(ROOT))))
    form = forms.of(Collection("own_brand", "", Brand, file="brand/brand.yml"))
    fields = fields_in(form)
    assert Brand.model_fields.keys() - fields.keys() == {"sentences"}, "the CMS takes no group of nothing"
    unnamed = [name for name, field in fields.items() if field["label"].startswith("label_")]
    assert unnamed == [], "write a line label_KEY for each into data/editing.yml: what its field is called"
    assert not any("plain" in field for field in fields_in(for_cms(form)).values())
    always, video = fields["appointment.always"], fields["appointment.video"]
    assert [one["value"] for one in always["options"]] == ["true", "false"], "it may also be left unsaid"
    assert video["widget"] == "boolean"
    assert fields["waiting_times.weeks.weeks"]["plain"], "a number stands without quotes"
    assert "Patiënteninformatiepunt" in fields["contact.department"]["hint"], "the example of the model"
    assert fields["contact.form"]["label"] != fields["report.to"]["label"] != forms.words["label_to"]


def labels_in(fields: list[Form], words: NamedWords, around: str = "") -> Iterator[str]:
    """Yield the names of the words of each field, one of a group behind that group."""
    for field in fields:
        own, shared = f"label_{around}_{field['name']}", f"label_{field['name']}"
        yield from (one for one in (own if own in words else shared,) if one in words)
        yield from labels_in(field.get("fields", []), words, field["name"])


def test_the_labels_of_a_brand_stand_in_the_order_of_its_form() -> None:
    forms = forms_of(read_project(settings_from({"TODAY": TODAY}, Path(ROOT))))
    form = forms.of(Collection("own_brand", "", Brand, file="brand/brand.yml"))
    asked = list(dict.fromkeys(labels_in(form, forms.words)))
    written = [*read_values(ROOT / "data" / "editing.yml")]
    written = written[written.index("label_short_name") :]  # above it those that other forms have too
    assert [name for name in written if name in asked] == [name for name in asked if name in written], (
        "put each label of data/editing.yml behind that of the key before it"
    )


def test_a_form_says_beside_a_key_of_a_brand_what_readers_then_get(sample: Project) -> None:
    sentences = sentences_of_keys(sample.own_page.words, sample.words.editing["nl"])
    forms = replace(forms_of(sample), sentences=sentences)
    fields = fields_in(forms.of(Collection("own_brand", "", Brand, file="brand/brand.yml")))
    words = sample.own_page.words["nl"]
    for key, names in {
        "referral.by": ("referral_gp", "referral_both"),
        "appointment.video": ("video",),
        "review.confirmation": ("review_confirmation", "review_no_confirmation"),
    }.items():
        assert all(
            words[name].partition(" {")[0] in fields[key]["hint"] for name in names if name in words
        ), key
    assert "“" not in fields["links.home"]["hint"]


def test_no_choice_of_a_brand_is_shown_in_english() -> None:
    forms = forms_of(read_project(settings_from({"TODAY": TODAY}, Path(ROOT))))
    fields = fields_in(forms.of(Collection("own_brand", "", Brand, file="brand/brand.yml")))
    pages, articles = {*forms.choices["pages"]}, {"de", "het", "the"}
    shown = {one["label"] for field in fields.values() for one in field.get("options", [])}
    values = {one["value"] for field in fields.values() for one in field.get("options", [])}
    assert (shown & values) - pages <= articles


def test_an_amount_that_has_passed_is_locked_and_what_holds_is_not() -> None:
    days = {"compulsory": ["2025-01-01", "2026-01-01", "2027-01-01"], "voluntary": ["2022-01-01"]}
    keys = {name: dict.fromkeys(these, True) for name, these in days.items()}
    forms = replace(
        forms_of(read_project(settings_from({"TODAY": TODAY}, Path(ROOT)))), keys=keys, since="2026-01-01"
    )
    (collection,) = (one for one in COLLECTIONS if one.kind == "deductible")
    fields = fields_in(forms.of(collection))
    locked = {name for name, field in fields.items() if field.get("readonly")}
    assert {name.rpartition(".")[0] for name in locked} == {"compulsory.2025-01-01"}
    assert fields["compulsory.2025-01-01"]["hint"] == forms.words["past"]
