"""Tokens for apps: rotation, a second use, and revocation at once."""

from typing import Any

import pytest
from allauth.headless.tokens.strategies.jwt import internal
from starlette.testclient import TestClient

from netz.accounts.models import User
from tests.accounts.people import NEW_PASSWORD, Mailbox
from tests.accounts.trail import actions_of
from tests.factories import PASSWORD, Person, get_tokens, make_world
from tests.security.ways_in import in_parallel


@pytest.fixture
def person() -> Person:
    return make_world().agent


def refresh(client: TestClient, token: str) -> Any:
    return client.post("/_allauth/app/v1/tokens/refresh", json={"refresh_token": token})


def reads(client: TestClient, access: str) -> bool:
    """Whether the API takes the access token."""
    headers = {"Authorization": f"Bearer {access}"}
    return bool(client.get("/api/v2/me", headers=headers).status_code == 200)


def test_each_refresh_gives_a_new_pair(client: TestClient, person: Person) -> None:
    tokens = get_tokens(client, person)
    for _ in range(3):
        pair = refresh(client, tokens["refresh"]).json()["data"]
        assert pair["refresh_token"] != tokens["refresh"]
        tokens = {"access": pair["access_token"], "refresh": pair["refresh_token"]}
        assert reads(client, tokens["access"])


def test_a_refresh_token_that_comes_again_ends_its_session_and_no_other(
    client: TestClient, person: Person, mailbox: Mailbox
) -> None:
    stolen, other = get_tokens(client, person), get_tokens(client, person)
    pair = refresh(client, stolen["refresh"]).json()["data"]
    assert refresh(client, stolen["refresh"]).status_code == 400
    assert not reads(client, pair["access_token"])
    assert refresh(client, pair["refresh_token"]).status_code == 400
    assert reads(client, other["access"])
    assert "session.token_reused" in actions_of(person)
    subjects = [str(one["Subject"]) for one in mailbox.of(person.user.email)]
    assert "Session fermée par sécurité" in subjects


def test_two_who_come_with_one_refresh_token_at_once_are_both_out(
    client: TestClient, person: Person
) -> None:
    tokens = get_tokens(client, person)
    answers = in_parallel(*[lambda: refresh(client, tokens["refresh"])] * 4)
    assert sorted(answer.status_code for answer in answers) == [200, 400, 400, 400]
    won = next(answer for answer in answers if answer.status_code == 200)
    assert not reads(client, won.json()["data"]["access_token"])


def test_tokens_end_with_sign_out_a_new_password_and_deactivation(
    client: TestClient, person: Person
) -> None:
    def sign_out(tokens: dict[str, str]) -> None:
        headers = {"Authorization": f"Bearer {tokens['access']}"}
        client.delete("/_allauth/app/v1/auth/session", headers=headers)

    def change_password(tokens: dict[str, str]) -> None:
        user = User.objects.get(pk=person.user.pk)
        user.set_password(NEW_PASSWORD)
        user.save()

    def deactivate(tokens: dict[str, str]) -> None:
        User.objects.filter(pk=person.user.pk).update(is_active=False)

    for end in (sign_out, change_password, deactivate):
        tokens = get_tokens(client, person)
        assert reads(client, tokens["access"])
        end(tokens)
        assert not reads(client, tokens["access"]), end.__name__
        assert refresh(client, tokens["refresh"]).status_code == 400, end.__name__
        User.objects.filter(pk=person.user.pk).update(is_active=True)
        person.user.set_password(PASSWORD)
        person.user.save(update_fields=["password"])


def test_a_token_serves_its_own_use_alone(client: TestClient, person: Person) -> None:
    tokens = get_tokens(client, person)
    assert not reads(client, tokens["refresh"])
    assert refresh(client, tokens["access"]).status_code == 400
    assert reads(client, tokens["access"]), "asking wrongly ends nothing"


@pytest.mark.parametrize("change", ["sub", "sid", "token_use", "exp"])
def test_a_token_that_is_not_signed_by_us_is_worth_nothing(
    client: TestClient, person: Person, change: str
) -> None:
    import jwt

    tokens = get_tokens(client, person)
    payload = internal.decode_token(tokens["access"], "access")
    assert payload is not None
    other = {"sub": str(make_world().admin.user.pk), "sid": "x", "token_use": "refresh", "exp": 1}
    forged = jwt.encode({**payload, change: other[change]}, "not-our-secret" * 4, "HS256")
    unsigned = jwt.encode({**payload, change: other[change]}, None, "none")
    assert not reads(client, forged)
    assert not reads(client, unsigned)


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "é", "0" * 5000])
def test_a_made_up_token_is_refused(client: TestClient, token: str) -> None:
    assert refresh(client, token).status_code == 400
