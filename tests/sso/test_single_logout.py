"""Signing out at both ends, whichever begins."""

import secrets
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.testclient import TestClient

from tests.factories import World, make_world
from tests.sso.browser import Browser, page, query
from tests.sso.material import make_domain
from tests.sso.peers import OidcPeer, SamlPeer
from tests.sso.test_oidc_flow import connect as connect_oidc
from tests.sso.test_oidc_flow import person
from tests.sso.test_saml_flow import connect as connect_saml
from tests.sso.trail import entries, refusals


@pytest.fixture
def world() -> World:
    return make_world()


def in_by_saml(client: TestClient, saml: SamlPeer, world: World, **fields: object) -> Browser:
    domain = make_domain(world)
    sso = connect_saml(client, saml, world, default_role="agent", **fields)
    saml.person(f"u-{secrets.token_hex(4)}", email=[f"p{secrets.token_hex(4)}@{domain.name}"])
    browser, end = saml.sign_in(client, f"/_allauth/start/{sso.id}")
    assert query(end) == {"next": "/"}, refusals(world)
    return browser


def is_in(client: TestClient, browser: Browser) -> bool:
    return client.get("/api/v2/me", headers=browser.headers).status_code == 200


def sign_out_url(client: TestClient, browser: Browser) -> str | None:
    response = client.get("/api/v2/sso/sign-out", headers=browser.headers)
    assert response.status_code == 200, response.text
    found: str | None = response.json()["url"]
    return found


def sign_out_here(client: TestClient, browser: Browser) -> None:
    client.delete("/_allauth/browser/v1/auth/session", headers=browser.headers)
    assert not is_in(client, browser)


def test_the_saml_provider_ends_our_session(
    client: TestClient, saml: SamlPeer, world: World
) -> None:
    browser = in_by_saml(client, saml, world)
    assert is_in(client, browser)
    other = Browser(client)  # single logout reaches sessions in other browsers too
    end = other.go(f"{saml.url}/sign-out")
    assert end.text == "signed out everywhere", end.text
    assert not is_in(client, browser)
    assert entries(world, "sso.sign_out")[0]["sessions"] == 1


def test_we_have_the_saml_provider_end_its_session(
    client: TestClient, saml: SamlPeer, world: World
) -> None:
    browser = in_by_saml(client, saml, world)
    url = sign_out_url(client, browser)
    assert url is not None
    assert url.startswith(f"{saml.url}/slo?SAMLRequest=")
    sign_out_here(client, browser)
    assert page(browser.go(url)) == "/sign-in"


def test_an_unsigned_message_signs_nobody_out(
    client: TestClient, saml: SamlPeer, world: World
) -> None:
    browser = in_by_saml(client, saml, world)
    location = httpx.get(f"{saml.url}/sign-out").headers["location"]
    parts = urlsplit(location)
    kept = [part for part in parts.query.split("&") if part.startswith("SAMLRequest=")]
    unsigned = f"{parts.path}?{kept[0]}"
    assert query(browser.go(unsigned)) == {"error": "signature"}
    assert is_in(client, browser)
    forged = location.replace("Signature=", "Signature=AAAA")
    assert query(browser.go(forged)) == {"error": "signature"}
    assert is_in(client, browser)


def test_without_single_logout_there_is_neither_way(
    client: TestClient, saml: SamlPeer, world: World
) -> None:
    browser = in_by_saml(client, saml, world, single_logout=False)
    assert sign_out_url(client, browser) is None
    with_none = client.get(urlsplit("/_allauth/saml/x/sls/").path)
    assert with_none.status_code == 404


def test_the_openid_provider_s_session_ends_with_ours(
    client: TestClient, oidc: OidcPeer, world: World
) -> None:
    domain = make_domain(world)
    sso = connect_oidc(oidc, world, default_role="agent")
    browser, end = oidc.sign_in(client, f"/_allauth/start/{sso.id}", person(domain.name))
    assert query(end) == {"next": "/"}, refusals(world)
    url = sign_out_url(client, browser)
    assert url is not None
    assert url.startswith(f"{oidc.url}/session/end?")
    sign_out_here(client, browser)
    asked = browser.outside.get(url)
    assert asked.status_code == 200, asked.text
    assert "logout" in asked.text


def test_a_session_of_another_kind_has_nowhere_to_go(client: TestClient, world: World) -> None:
    response = client.get("/api/v2/sso/sign-out", headers=world.agent.headers)
    assert response.json() == {"url": None}
