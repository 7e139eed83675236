"""How long what a person allowed holds, and how they take a part of it back."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from allauth.idp.oidc.models import Token
from django.conf import settings
from django.core.cache import cache
from django.utils import timezone
from starlette.testclient import TestClient

from netz.audit.models import Entry
from netz.core.db import tenant
from netz.workspaces.models import OAuthGrant
from tests.factories import World, make_world, sign_in
from tests.workspaces.oauth.peer import Peer, bearer, register

DAY = 24 * 3600


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def peer(client: TestClient, world: World) -> Peer:
    return Peer(client, register(client, world))


def status(client: TestClient, token: str, path: str = "/api/v2/documents") -> int:
    return client.get(path, headers=bearer(token)).status_code


def connections(client: TestClient, world: World) -> list[dict[str, Any]]:
    headers = sign_in(client, world.agent)
    rows = client.get("/api/v2/oauth/connections", headers=headers).json()["items"]
    client.cookies.clear()
    return list(rows)


def narrow(client: TestClient, world: World, scopes: list[str]) -> Any:
    (row,) = connections(client, world)
    answer = client.patch(
        f"/api/v2/oauth/connections/{row['id']}",
        json={"scopes": scopes},
        headers=sign_in(client, world.agent),
    )
    client.cookies.clear()
    return answer


def move_consent(world: World, ends_at: datetime) -> None:
    with tenant(world.id):
        assert OAuthGrant.objects.update(ends_at=ends_at) == 1


def test_a_refresh_chain_ends_when_its_consent_does(
    client: TestClient, world: World, peer: Peer
) -> None:
    tokens = peer.tokens(world.agent)
    (row,) = connections(client, world)
    held = datetime.fromisoformat(row["ends_at"]) - datetime.fromisoformat(row["created_at"])
    assert held.days in (89, 90)
    assert tokens["refresh_expires_in"] == 30 * DAY
    move_consent(world, timezone.now() + timedelta(days=4))
    tokens = peer.refresh(tokens["refresh_token"]).json()
    assert 3 * DAY < tokens["refresh_expires_in"] <= 4 * DAY
    assert status(client, tokens["access_token"]) == 200
    move_consent(world, timezone.now() - timedelta(seconds=1))
    assert status(client, tokens["access_token"]) == 401
    assert peer.userinfo(tokens["access_token"]).status_code == 401
    assert peer.refresh(tokens["refresh_token"]).json()["error"] == "invalid_grant"


def test_a_later_consent_does_not_prolong_an_earlier_chain(world: World, peer: Peer) -> None:
    old = peer.tokens(world.agent)
    move_consent(world, timezone.now() + timedelta(days=4))
    old = peer.refresh(old["refresh_token"]).json()
    new = peer.tokens(world.agent)
    assert new["refresh_expires_in"] == 30 * DAY
    for _ in range(2):
        old = peer.refresh(old["refresh_token"]).json()
        assert old["refresh_expires_in"] <= 4 * DAY


def test_an_access_token_does_not_outlive_its_consent(world: World, peer: Peer) -> None:
    first = peer.tokens(world.agent)
    assert first["expires_in"] == 15 * 60
    move_consent(world, timezone.now() + timedelta(minutes=5))
    assert peer.refresh(first["refresh_token"]).json()["expires_in"] <= 5 * 60


def test_the_question_says_until_when_it_would_hold(
    client: TestClient, world: World, peer: Peer
) -> None:
    shown = client.get(
        "/api/v2/oauth/authorization",
        params={"query": peer.query()},
        headers=sign_in(client, world.agent),
    ).json()
    client.cookies.clear()
    left = datetime.fromisoformat(shown["ends_at"]) - timezone.now()
    assert timedelta(days=89) < left <= timedelta(days=90)


def test_a_code_lives_a_minute(world: World, peer: Peer) -> None:
    assert settings.IDP_OIDC_AUTHORIZATION_CODE_EXPIRES_IN == 60
    code = peer.code(world.agent)
    place = f"allauth.idp.oidc.authorization_code[{peer.application['client_id']}:{code}]"
    kept = cache.get(place)
    assert kept is not None
    cache.set(place, kept, timeout=-1)
    assert peer.exchange(code).json()["error"] == "invalid_grant"
    assert peer.exchange(peer.code(world.agent)).status_code == 200


def test_a_person_takes_back_a_part_of_what_they_allowed(
    client: TestClient, world: World, peer: Peer
) -> None:
    tokens = peer.tokens(world.agent)
    access = tokens["access_token"]
    assert status(client, access) == 200
    assert "email" in peer.userinfo(access).json()
    answer = narrow(client, world, ["openid", "profile.read"])
    assert answer.status_code == 200
    assert answer.json()["scopes"] == ["openid", "profile.read"]
    assert status(client, access) == 403
    assert status(client, access, "/api/v2/me") == 200
    assert "email" not in peer.userinfo(access).json()
    again = peer.refresh(tokens["refresh_token"]).json()
    assert sorted(again["scope"].split()) == ["openid", "profile.read"]
    assert status(client, again["access_token"]) == 403
    with tenant(world.id):
        row = Entry.objects.get(action="application.narrow")
    assert "documents.read" in row.before["scopes"]
    assert row.after["scopes"] == ["openid", "profile.read"]


def test_the_latest_consent_holds_for_earlier_tokens_too(
    client: TestClient, world: World, peer: Peer
) -> None:
    old = peer.tokens(world.agent)["access_token"]
    assert (status(client, old), "email" in peer.userinfo(old).json()) == (200, True)
    peer.tokens(world.agent, ["openid", "profile.read"])
    assert (status(client, old), "email" in peer.userinfo(old).json()) == (403, False)


def test_a_code_from_before_gets_no_more_than_is_still_allowed(
    client: TestClient, world: World, peer: Peer
) -> None:
    code = peer.code(world.agent)
    assert narrow(client, world, ["openid", "profile.read"]).status_code == 200
    tokens = peer.exchange(code).json()
    assert sorted(tokens["scope"].split()) == ["openid", "profile.read"]
    assert status(client, tokens["access_token"]) == 403


def test_nothing_is_added_to_what_was_allowed(client: TestClient, world: World, peer: Peer) -> None:
    token = peer.tokens(world.agent, ["openid", "profile.read"])["access_token"]
    refused = narrow(client, world, ["openid", "profile.read", "documents.read"])
    assert (refused.status_code, refused.json()["code"]) == (422, "oauth.not_allowed_before")
    assert connections(client, world)[0]["scopes"] == ["openid", "profile.read"]
    assert status(client, token) == 403


def test_only_its_person_or_an_admin_narrows_a_consent(
    client: TestClient, world: World, peer: Peer
) -> None:
    peer.tokens(world.agent)
    (row,) = connections(client, world)
    body = {"scopes": ["openid", "profile.read"]}
    place = f"/api/v2/oauth/connections/{row['id']}"
    assert client.patch(place, json=body, headers=world.guest.headers).status_code == 404
    assert client.patch(place, json=body, headers=make_world().admin.headers).status_code == 404
    assert client.patch(place, json=body, headers=world.admin.headers).status_code == 200


def test_a_refresh_may_ask_for_less_and_never_for_more(
    client: TestClient, world: World, peer: Peer
) -> None:
    tokens = peer.tokens(world.agent, ["openid", "profile.read", "documents.read"])
    form = {
        "grant_type": "refresh_token",
        "refresh_token": tokens["refresh_token"],
        "client_id": peer.application["client_id"],
        "client_secret": peer.application["client_secret"],
    }
    wider = client.post("/identity/o/api/token", data={**form, "scope": "profile.read search.use"})
    assert wider.json()["error"] == "invalid_scope"
    less = client.post("/identity/o/api/token", data={**form, "scope": "profile.read"})
    assert less.json()["scope"] == "profile.read"
    assert status(client, less.json()["access_token"]) == 403
    assert status(client, less.json()["access_token"], "/api/v2/me") == 200


def test_the_times_of_use_are_not_written_at_each_request(
    client: TestClient, world: World, peer: Peer
) -> None:
    access = peer.tokens(world.agent)["access_token"]
    assert status(client, access) == 200
    with tenant(world.id):
        first = OAuthGrant.objects.get().last_used_at
    assert first is not None
    assert status(client, access) == 200
    with tenant(world.id):
        assert OAuthGrant.objects.get().last_used_at == first
        OAuthGrant.objects.update(last_used_at=first - timedelta(minutes=2))
    assert status(client, access) == 200
    with tenant(world.id):
        assert OAuthGrant.objects.get().last_used_at >= first


def test_tokens_that_are_over_are_cleared_away(world: World, peer: Peer) -> None:
    first = peer.tokens(world.agent)
    rows = Token.objects.filter(client_id=peer.application["client_id"])
    rows.filter(type=Token.Type.ACCESS_TOKEN).update(expires_at=timezone.now())
    peer.refresh(first["refresh_token"])
    assert sorted(rows.values_list("type", flat=True)) == ["at", "rt"]
