"""Sign-in by SAML 2.0, through a real provider, from the first click to a session."""

import secrets

import pytest
from starlette.testclient import TestClient

from netz.sso.models import Connection
from tests.factories import World, make_world
from tests.sso.browser import query
from tests.sso.material import make_connection, make_domain
from tests.sso.peers import SamlPeer
from tests.sso.trail import entries, refusals


@pytest.fixture
def world() -> World:
    return make_world()


def connect(client: TestClient, peer: SamlPeer, world: World, **fields: object) -> Connection:
    addresses = {"entity_id": f"{peer.url}/metadata", "sso_url": f"{peer.url}/sso"}
    sso = make_connection(world, **(addresses | {"slo_url": f"{peer.url}/slo"} | fields))
    peer.trust(client, sso)
    return sso


def test_a_sign_in_through_the_provider_ends_in_a_working_session(
    client: TestClient, saml: SamlPeer, world: World
) -> None:
    domain = make_domain(world)
    sso = connect(client, saml, world, default_role="agent")
    address = f"p{secrets.token_hex(4)}@{domain.name}"
    saml.person("u-1", email=[address], displayName=["Ada"])
    browser, end = saml.sign_in(client, f"/_allauth/start/{sso.id}?next=/documents")
    assert query(end) == {"next": "/documents"}, refusals(world)
    me = client.get("/api/v2/me", headers=browser.headers)
    assert me.status_code == 200, me.text
    assert me.json()["user"]["email"] == address
    assert entries(world, "sso.sign_in")[0]["new_member"] is True
