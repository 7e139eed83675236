"""How long an application's code lives, and that it proves who it is at each call."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from starlette.testclient import TestClient

from tests.factories import World, make_world
from tests.workspaces.oauth.peer import Peer, register
from tests.workspaces.oauth.test_flow import status


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def peer(client: TestClient, world: World) -> Peer:
    """A confidential application of the workspace."""
    return Peer(client, register(client, world))


def kept(code: str) -> tuple[str, Any]:
    """Under which name and until when a code is kept."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT cache_key, expires FROM core_cache WHERE position(%s IN cache_key) > 0", [code]
        )
        (row,) = cursor.fetchall()
    return str(row[0]), row[1]


def test_a_code_lives_no_longer_than_ten_minutes(peer: Peer, world: World) -> None:
    code = peer.code(world.agent)
    _, ends = kept(code)
    assert ends <= timezone.now() + timedelta(minutes=10)
    assert peer.exchange(code).status_code == 200


def test_a_code_that_is_over_is_worth_nothing_though_nobody_cleans_up(
    peer: Peer, world: World
) -> None:
    code = peer.code(world.agent)
    name, _ = kept(code)
    with connection.cursor() as cursor:
        over = timezone.now() - timedelta(seconds=1)
        cursor.execute("UPDATE core_cache SET expires = %s WHERE cache_key = %s", [over, name])
    refused = peer.exchange(code)
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_grant")


CALLS: dict[str, Callable[[Peer, dict[str, Any]], Any]] = {
    "refresh": lambda peer, tokens: peer.refresh(tokens["refresh_token"]),
    "revoke the refresh token": lambda peer, tokens: peer.revoke(tokens["refresh_token"]),
    "revoke the access token": lambda peer, tokens: peer.revoke(tokens["access_token"]),
}


@pytest.mark.parametrize("secret", ["wrong", None])
@pytest.mark.parametrize("call", CALLS)
def test_a_call_without_the_application_s_secret_does_nothing(
    client: TestClient, peer: Peer, world: World, call: str, secret: str | None
) -> None:
    tokens = peer.tokens(world.agent)
    thief = Peer(client, {**peer.application, "client_secret": secret})
    assert CALLS[call](thief, tokens).status_code == 401
    assert status(client, tokens["access_token"]) == 200
    assert CALLS[call](peer, tokens).status_code == 200
