"""Whatever is sent to sign-in, it is refused in a form that a client can read."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.accounts.people import Browser
from tests.factories import make_world

ANYBODY_S = (
    "auth/login",
    "auth/signup",
    "auth/code/request",
    "auth/code/confirm",
    "auth/email/verify",
    "auth/password/request",
    "auth/password/reset",
    "auth/2fa/authenticate",
    "auth/webauthn/login",
    "auth/provider/token",
)
OWN = (
    "auth/reauthenticate",
    "auth/2fa/reauthenticate",
    "auth/sessions",
    "account/password/change",
    "account/email",
    "account/authenticators/totp",
    "account/authenticators/webauthn",
    "account/authenticators/recovery-codes",
)
FIELDS = (
    "email", "password", "name", "workspace", "key", "code", "credential", "current_password",
    "new_password", "provider", "process", "token", "sessions",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    "\0",
    "a\0@example.com",
    "\ud800",
    "a\ud800@example.com",
    "é" * 300 + "@example.com",
    "x" * 100_000,
    "' OR 1=1 --",
    ["a@example.com"],
    {"a": {"b": []}},
    -1,
    1e308,
    True,
    None,
    "‮‮",
)


def answer(browser: Browser, method: str, place: str, content: bytes) -> Any:
    return browser.client.request(
        method,
        f"/_allauth/browser/v1/{place}",
        content=content,
        headers={
            "Origin": "http://testserver",
            "Content-Type": "application/json",
            "X-Test-Peer": Browser(browser.client).peer,
            "Cookie": "; ".join(f"{name}={value}" for name, value in browser.cookies.items()),
        },
    )


def check(response: Any, sent: Any) -> None:
    assert response.status_code < 500, (sent, response.text[:500])


@pytest.mark.parametrize("place", ANYBODY_S)
def test_odd_values_are_refused_before_sign_in(client: TestClient, place: str) -> None:
    for value in VALUES:
        content = json.dumps(dict.fromkeys(FIELDS, value)).encode()
        check(answer(Browser(client), "POST", place, content), value)


@pytest.mark.parametrize("place", OWN)
def test_odd_values_are_refused_of_a_signed_in_person(client: TestClient, place: str) -> None:
    browser = Browser(client)
    browser.sign_in(make_world().agent.user.email)
    for value in VALUES:
        content = json.dumps(dict.fromkeys(FIELDS, value)).encode()
        for method in ("POST", "DELETE", "PATCH", "PUT"):
            check(answer(browser, method, place, content), (method, value))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b"[" * 100_000, b'{"email":' * 5000],
    ids=range(8),
)
def test_what_is_no_json_object_is_refused(client: TestClient, content: bytes) -> None:
    for place in ("auth/login", "auth/signup", "auth/password/request"):
        check(answer(Browser(client), "POST", place, content), content[:20])


def test_an_address_that_does_not_exist_is_answered_as_everywhere(client: TestClient) -> None:
    response = client.get("/_allauth/browser/v1/nulle-part")
    assert response.status_code == 404
    assert response.json()["code"] == "not_found"
