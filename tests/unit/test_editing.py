"""The page for editing without Git: where it sends changes, what it may load, and that its forms are the models."""

from __future__ import annotations

from pathlib import Path

import pytest

from second_opinion.brand.model import EditPage
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from second_opinion.site.editing import COLLECTIONS, backend_of, forms_of, policy_of
from second_opinion.site.editing_files import ASKED, at_home
from second_opinion.texts.front_matter import Review
from support import ROOT, TODAY

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
    assert at_home("".join(f"{address} " for address in asked)).count("https://") == 0
    with pytest.raises(ValueError, match=r"no longer has https://www\.githubstatus"):
        at_home(" ".join(asked[:-1]))


def test_a_form_has_every_key_of_the_model_that_checks_its_file() -> None:
    forms = forms_of(read_project(settings_from({"TODAY": TODAY}, Path(ROOT))))
    for collection in COLLECTIONS:
        fields = {field["name"]: field for field in forms.of(collection)}
        model = collection.model.model_fields if collection.model else {}
        assert fields.keys() - {"body", "original"} == model.keys()
        for name, key in model.items():
            assert not fields[name]["required"] or key.is_required()


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
