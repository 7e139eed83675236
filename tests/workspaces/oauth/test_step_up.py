"""Keys and applications outlive a sign-in: whoever makes one proves anew who they are."""

from typing import Any

import pytest
from django.contrib.sessions.backends.db import SessionStore
from starlette.testclient import TestClient

from tests.factories import make_world, sign_in
from tests.workspaces.oauth.material import application_body

# The same in every process that collects these tests.
UNKNOWN = "00000000-0000-7000-8000-000000000000"
CALLS: list[tuple[str, str, dict[str, Any] | None]] = [
    ("POST", "api-keys", {"name": "k"}),
    ("POST", f"api-keys/{UNKNOWN}/rotation", {"overlap_hours": 1}),
    ("PUT", "api-key-policy", {"max_days": 30}),
    ("POST", "oauth/applications", application_body()),
    ("PUT", f"oauth/applications/{UNKNOWN}", application_body()),
    ("POST", f"oauth/applications/{UNKNOWN}/secret", None),
    ("DELETE", f"oauth/applications/{UNKNOWN}", None),
]


@pytest.mark.parametrize(("method", "path", "body"), CALLS)
def test_an_old_proof_of_identity_is_not_enough(
    client: TestClient, method: str, path: str, body: dict[str, Any] | None
) -> None:
    headers = sign_in(client, make_world().admin)

    def send() -> Any:
        return client.request(method, f"/api/v2/{path}", json=body, headers=headers)

    assert send().status_code in (200, 201, 404)
    session = SessionStore(session_key=headers["Cookie"].partition("=")[2])
    records = session["account_authentication_methods"]
    session["account_authentication_methods"] = [
        {**record, "at": record["at"] - 601} for record in records
    ]
    session.save()
    refused = send()
    client.cookies.clear()
    assert (refused.status_code, refused.json()["code"]) == (403, "access.step_up_needed")


@pytest.mark.parametrize(
    "uri",
    [
        "http://app.example/callback",
        "http://localhost/callback",
        "https://*.example/callback",
        "https://app.example/callback#part",
        "https://user@app.example/callback",
        "app:/callback",
        "javascript:alert(1)",
        "https:///callback",
        "https://[::1",
    ],
)
def test_codes_are_sent_to_no_address_that_others_could_read(client: TestClient, uri: str) -> None:
    headers = sign_in(client, make_world().admin)
    for redirect, expected in (("https://app.example/callback", 201), (uri, 422)):
        body = application_body() | {"redirect_uris": [redirect]}
        response = client.post("/api/v2/oauth/applications", json=body, headers=headers)
        assert response.status_code == expected, response.text
    client.cookies.clear()
    assert response.json()["code"] == "oauth.redirect_refused"
