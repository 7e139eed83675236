"""Sign-in by OpenID Connect, through a certified provider, from the first click to a session."""

import secrets
from typing import Any

import pytest
from starlette.testclient import TestClient

from netz.sso import addresses
from netz.sso.models import SECRET as SECRET_PURPOSE
from netz.sso.models import Connection
from tests.factories import World, make_world
from tests.sso.browser import query
from tests.sso.material import make_connection, make_domain
from tests.sso.peers import SECRET, OidcPeer
from tests.sso.trail import refusals


@pytest.fixture
def world() -> World:
    return make_world()


def connect(peer: OidcPeer, world: World, **fields: Any) -> Connection:
    sso = make_connection(world, "oidc", enabled=False)
    usual = {"issuer": peer.url, "client_id": str(sso.id), "enabled": True}
    for name, value in (usual | fields).items():
        setattr(sso, name, value)
    sso.secret_sealed = sso.sealed(SECRET, purpose=SECRET_PURPOSE)
    from netz.core.db import tenant

    with tenant(world.id):
        sso.save()
    peer.register(sso, addresses.oidc_callback(sso.id), addresses.absolute("/sign-in"))
    return sso


def person(domain: str, **claims: Any) -> dict[str, Any]:
    login = f"p{secrets.token_hex(4)}"
    usual = {"login": login, "email": f"{login}@{domain}", "email_verified": True, "name": "Ada"}
    return usual | claims


def test_a_sign_in_through_the_provider_ends_in_a_working_session(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    domain = make_domain(world)
    sso = connect(oidc, world, default_role="agent")
    who = person(domain.name)
    browser, end = oidc.sign_in(client, f"/_allauth/start/{sso.id}?next=/documents", who)
    assert query(end) == {"next": "/documents"}, refusals(world)
    me = client.get("/api/v2/me", headers=browser.headers)
    assert me.status_code == 200, me.text
    assert me.json()["user"]["email"] == who["email"]
