"""Bad fields are explained in the reader's language."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from starlette.testclient import TestClient

from netz.core.api.validation_texts import GENERAL, TEXTS, french
from tests.factories import make_world

FUTURE = "2031-01-01T00:00:00"
NOBODY = "01900000-0000-7000-8000-000000000000"
INVITATION = {"email": "a@example.com", "role": "agent"}
BAD: list[tuple[str, str, Any, str, str]] = [
    ("POST", "companies", {}, "name", "Champ obligatoire"),
    ("POST", "companies", {"name": ""}, "name", "Au moins 1 caractère"),
    ("POST", "companies", {"name": "x" * 201}, "name", "Au plus 200 caractères"),
    ("POST", "companies", {"name": 3}, "name", "Un texte est attendu"),
    ("POST", "companies", {"name": "a\nb"}, "name", "Certains caractères ne sont pas acceptés"),
    ("POST", "companies", {"name": "a", "id": 1}, "id", "Champ inconnu"),
    (
        "POST",
        "companies",
        {"name": "a\0"},
        "body",
        "Un caractère nul ne peut pas être enregistré",
    ),
    ("POST", "companies", [], "body", "Un objet est attendu"),
    ("POST", "companies", b"{", "1", "JSON illisible"),
    ("GET", "documents/x", None, "document_id", "Identifiant non valide"),
    ("GET", "members?limit=x", None, "limit", "Un nombre entier est attendu"),
    ("GET", "members?limit=0", None, "limit", "Au moins 1"),
    ("GET", "members?limit=999", None, "limit", "Au plus 200"),
    ("GET", "members?cursor=x", None, "cursor", "Curseur inconnu"),
    (
        "POST",
        "invitations",
        INVITATION | {"role": "chef"},
        "role",
        "Valeurs possibles : 'admin', 'agent', 'manager' ou 'guest'",
    ),
    (
        "POST",
        "invitations",
        INVITATION | {"email": "nulle part"},
        "email",
        "Adresse e-mail non valide",
    ),
    ("PATCH", "me", {"theme": "rose"}, "theme", "Valeurs possibles : 'auto', 'light' ou 'dark'"),
    ("POST", "api-keys", {"name": "a", "scopes": []}, "scopes", "Au moins 1 élément"),
    ("POST", "api-keys", {"name": "a", "scopes": "x"}, "scopes", "Une liste est attendue"),
    (
        "POST",
        "api-keys",
        {"name": "a", "expires_at": "demain"},
        "expires_at",
        "Date et heure non valides",
    ),
    (
        "POST",
        "api-keys",
        {"name": "a", "expires_at": FUTURE},
        "expires_at",
        "Le fuseau horaire manque",
    ),
    ("PATCH", f"members/{NOBODY}", {"active": "?"}, "active", "« true » ou « false » est attendu"),
]


@pytest.mark.parametrize(("method", "path", "body", "field", "message"), BAD)
def test_a_bad_field_is_explained_in_the_reader_s_language(
    client: TestClient, method: str, path: str, body: Any, field: str, message: str
) -> None:
    headers = make_world().admin.headers | {"Content-Type": "application/json"}
    options = {"content": body} if isinstance(body, bytes) else {"json": body}
    told = {}
    for language in ("fr", "en"):
        client.patch("/api/v2/me", json={"language": language}, headers=headers)
        headers["Accept-Language"] = language
        response = client.request(method, f"/api/v2/{path}", headers=headers, **options)
        assert response.status_code == 422, response.text
        told[language] = {one["field"]: one["message"] for one in response.json()["errors"]}
    assert told["fr"][field] == message
    assert told["en"][field] != message


def test_what_the_catalogue_does_not_know_is_french_all_the_same() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(bytes).validate_python(3)
    assert french(caught.value.errors()[0]) == GENERAL


def test_every_text_is_of_a_kind_that_the_validator_knows() -> None:
    from typing import get_args

    from pydantic_core.core_schema import ErrorType

    assert set(TEXTS) <= set(get_args(ErrorType))
