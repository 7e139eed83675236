"""Sign-in by OpenID Connect, through a certified provider, from the first click to a session."""

import secrets
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.db import tenant
from netz.sso import addresses
from netz.sso.models import SECRET as SECRET_PURPOSE
from netz.sso.models import Connection
from tests.factories import World, make_world
from tests.sso.browser import Browser, query
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


def test_an_address_that_the_provider_calls_unverified_is_refused(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    domain = make_domain(world)
    sso = connect(oidc, world, default_role="agent")
    who = person(domain.name, email_verified=False)
    _, end = oidc.sign_in(client, f"/_allauth/start/{sso.id}", who)
    assert query(end) == {"error": "email_unverified"}
    assert not User.objects.filter(email=who["email"]).exists()


def test_groups_come_with_their_scope(client: TestClient, oidc: OidcPeer, world: World) -> None:
    domain = make_domain(world)
    rule = {"group": "chefs", "role": "admin", "custom_role_id": None, "company_id": None}
    sso = connect(oidc, world, default_role="agent", mapping=[rule], attributes={"scope": "groups"})
    who = person(domain.name, groups=["autres", "chefs"])
    browser, end = oidc.sign_in(client, f"/_allauth/start/{sso.id}", who)
    assert query(end) == {"next": "/"}, refusals(world)
    members = client.get("/api/v2/members", headers=browser.headers).json()["items"]
    assert {m["user"]["email"]: m["role"] for m in members}[who["email"]] == "admin"


def test_a_confirmation_has_the_provider_ask_again(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    domain = make_domain(world)
    sso = connect(oidc, world, default_role="agent")
    who = person(domain.name)
    browser, _ = oidc.sign_in(client, f"/_allauth/start/{sso.id}", who)
    silent = browser.go(f"/_allauth/start/{sso.id}?next=/documents")
    assert query(silent) == {"next": "/documents"}  # the provider knows its person by now
    asked = browser.go(f"/_allauth/start/{sso.id}?confirm=1&next=/documents")
    assert "Who are you?" in asked.text
    assert query(browser.post_outside(str(asked.url), who)) == {"next": "/documents"}


def test_a_callback_without_a_request_of_this_browser_is_refused(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    sso = connect(oidc, world)
    path = f"/_allauth/oidc/{sso.id}/login/callback/"
    assert query(Browser(client).go(f"{path}?code=x&state=y")) == {"error": "request_unknown"}
    browser = Browser(client)
    state = parse_qs(urlsplit(browser.step(f"/_allauth/start/{sso.id}").headers["location"]).query)[
        "state"
    ][0]
    assert query(browser.go(f"{path}?code=forged&state={state}")) == {"error": "invalid"}


def test_somebody_who_stops_at_the_provider_is_told_so(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    sso = connect(oidc, world)
    browser = Browser(client)
    location = browser.step(f"/_allauth/start/{sso.id}").headers["location"]
    state = parse_qs(urlsplit(location).query)["state"][0]
    path = f"/_allauth/oidc/{sso.id}/login/callback/"
    end = browser.go(f"{path}?error=access_denied&state={state}")
    assert query(end)["error"] == "cancelled"


def test_a_provider_at_an_address_that_is_not_public_is_not_called(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    sso = connect(oidc, world, issuer="https://10.0.0.7")
    end = Browser(client).go(f"/_allauth/start/{sso.id}")
    assert query(end)["error"] == "address_refused"
    assert refusals(world)[0][0] == "address_refused"


def test_a_provider_that_is_silent_is_said_to_be(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    sso = connect(oidc, world, issuer="http://127.0.0.1:9")
    assert query(Browser(client).go(f"/_allauth/start/{sso.id}"))["error"] == "provider_unreachable"


def test_a_wrong_client_secret_lets_nobody_in(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    domain = make_domain(world)
    sso = connect(oidc, world, default_role="agent")
    with tenant(world.id):
        sso.secret_sealed = sso.sealed("another-secret", purpose=SECRET_PURPOSE)
        sso.save()
    who = person(domain.name)
    _, end = oidc.sign_in(client, f"/_allauth/start/{sso.id}", who)
    assert query(end) == {"error": "invalid"}
    assert not User.objects.filter(email=who["email"]).exists()


def test_a_token_that_an_app_hands_in_is_taken_from_nobody(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    sso = connect(oidc, world)
    body = {"provider": str(sso.id), "process": "login"}
    token = {"client_id": sso.client_id, "id_token": "e30.e30.e30"}
    refused = client.post("/_allauth/app/v1/auth/provider/token", json=body | {"token": token})
    assert refused.status_code == 400, refused.text


def test_a_form_may_begin_it_too_and_is_sent_on_by_a_page(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    sso = connect(oidc, world)
    answer = client.post(
        f"/_allauth/start/{sso.id}", data={"next": "/"}, headers={"Origin": "http://testserver"}
    )
    assert answer.status_code == 200
    assert f"url={oidc.url}/auth?" in answer.text


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "/\\evil.example"])
def test_a_sign_in_sends_nobody_to_another_site(
    client: TestClient, oidc: OidcPeer, world: World, away: str
) -> None:
    domain = make_domain(world)
    sso = connect(oidc, world, default_role="agent")
    start = f"/_allauth/start/{sso.id}?{urlencode({'next': away})}"
    _, end = oidc.sign_in(client, start, person(domain.name))
    assert query(end) == {"next": "/"}
