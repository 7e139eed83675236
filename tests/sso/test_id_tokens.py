"""What an OpenID provider's answer must be: anything less lets nobody in and makes nothing."""

import secrets
import time
from collections.abc import Callable, Iterator
from typing import Any

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.sessions.backends.db import SessionStore
from starlette.testclient import TestClient

from netz.accounts.models import User
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.sso.models import SECRET as SECRET_PURPOSE
from netz.sso.models import Connection, SignIn
from netz.workspaces.services import add_member
from tests.factories import PASSWORD, World, make_world
from tests.sso.browser import Browser, page, query
from tests.sso.liar import ACCESS, REFRESH, Liar, liar
from tests.sso.material import make_connection, make_domain
from tests.sso.peers import SECRET
from tests.sso.trail import refusals
from tests.workspaces.ways import slug_of


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def provider(world: World) -> Iterator[Liar]:
    """A provider that names somebody of the world's own domain."""
    with liar() as running:
        domain = make_domain(world)
        running.claims["email"] = f"p{secrets.token_hex(4)}@{domain.name}"
        yield running


def connect(world: World, provider: Liar) -> Connection:
    sso = make_connection(world, "oidc", issuer=provider.url, default_role="agent")
    sso.client_id = str(sso.id)
    sso.secret_sealed = sso.sealed(SECRET, purpose=SECRET_PURPOSE)
    with tenant(world.id):
        sso.save()
    return sso


def nobody(client: TestClient, browser: Browser, provider: Liar) -> bool:
    """Whether nobody is in and nothing was made of the answer."""
    refused = client.get("/api/v2/me", headers=browser.headers).status_code == 401
    return refused and not User.objects.filter(email=provider.claims["email"]).exists()


def _by_a_stranger(provider: Liar, good: dict[str, Any]) -> str:
    return provider.signed(good, by="stranger")


def _edited(provider: Liar, good: dict[str, Any]) -> str:
    head, _, signature = provider.signed(good).split(".")
    return ".".join((head, provider.signed(good | {"sub": "chef"}).split(".")[1], signature))


def _unsigned(provider: Liar, good: dict[str, Any]) -> str:
    return jwt.encode(good, None, "none", headers={"kid": "first"})


BAD: dict[str, tuple[str, Callable[[Liar, dict[str, Any]], str]]] = {
    "signed by another key": ("invalid", _by_a_stranger),
    "changed after it was signed": ("invalid", _edited),
    "without a signature": ("invalid", _unsigned),
    "of another issuer": ("invalid", lambda p, good: p.signed(good | {"iss": "https://x.example"})),
    "for another audience": ("invalid", lambda p, good: p.signed(good | {"aud": "somebody-else"})),
    "for no audience": (
        "invalid",
        lambda p, good: p.signed({name: good[name] for name in good if name != "aud"}),
    ),
    "that is over": ("invalid", lambda p, good: p.signed(good | {"exp": good["iat"] - 1})),
    "of another request": ("request_unknown", lambda p, good: p.signed(good | {"nonce": "other"})),
    "of no request": (
        "request_unknown",
        lambda p, good: p.signed({name: good[name] for name in good if name != "nonce"}),
    ),
}


@pytest.mark.parametrize("what", BAD)
def test_an_id_token_is_refused(
    client: TestClient, world: World, provider: Liar, what: str
) -> None:
    code, make = BAD[what]
    sso = connect(world, provider)
    provider.id_token = lambda good: make(provider, good)
    browser, end = provider.sign_in(client, sso)
    assert query(end) == {"error": code}
    assert nobody(client, browser, provider)
    provider.id_token = provider.signed
    _, end = provider.sign_in(client, sso)
    assert query(end) == {"next": "/"}, refusals(world)


def test_one_provider_s_answer_at_another_s_address_is_refused(
    client: TestClient, world: World, provider: Liar
) -> None:
    ours, other = connect(world, provider), connect(world, provider)
    browser = Browser(client)
    location = browser.step(f"/_allauth/start/{ours.id}").headers["location"]
    assert query(provider.bring(browser, location, to=other)) == {"error": "request_unknown"}
    assert nobody(client, browser, provider)
    assert query(provider.bring(browser, location)) == {"next": "/"}, refusals(world)


@pytest.mark.parametrize("proof", [-700, None])
def test_a_confirmation_takes_no_old_proof(
    client: TestClient, world: World, provider: Liar, proof: int | None
) -> None:
    sso = connect(world, provider)
    browser, _ = provider.sign_in(client, sso)
    before = SessionStore(session_key=browser.cookies["netz"][0])["account_authentication_methods"]
    provider.claims["auth_time"] = None if proof is None else int(time.time()) + proof
    asked = f"/_allauth/start/{sso.id}?confirm=1&next=/documents"
    assert query(provider.come_back(browser, asked)) == {"error": "not_confirmed"}
    after = SessionStore(session_key=browser.cookies["netz"][0])["account_authentication_methods"]
    assert after == before, "no newer proof than the sign-in's"
    provider.claims["auth_time"] = int(time.time())
    assert query(provider.come_back(browser, asked)) == {"next": "/documents"}, refusals(world)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_link_on_another_site_begins_no_sign_in(
    client: TestClient, world: World, provider: Liar, site: str
) -> None:
    sso = connect(world, provider)
    browser = Browser(client)
    start = f"/_allauth/start/{sso.id}?next=/documents"
    end = browser.go(start, site)
    assert page(end).startswith("/sign-in?")
    assert query(end) == {"next": "/documents", "workspace": slug_of(world)}
    assert nobody(client, browser, provider)
    assert query(provider.come_back(browser, start)) == {"next": "/documents"}, refusals(world)


def test_a_provider_s_tokens_stay_on_the_server(
    client: TestClient, world: World, provider: Liar
) -> None:
    sso = connect(world, provider)
    browser, end = provider.sign_in(client, sso)
    assert query(end) == {"next": "/"}, refusals(world)
    seen = [str(end.headers), str(browser.cookies)]
    for path in (
        "/api/v2/me",
        "/api/v2/sso/sign-out",
        "/_allauth/browser/v1/auth/session",
        "/_allauth/browser/v1/auth/sessions",
    ):
        answer = client.get(path, headers=browser.headers)
        assert answer.status_code == 200, path
        seen.append(answer.text + str(answer.headers))
    kept = str(dict(SessionStore(session_key=browser.cookies["netz"][0]).items()))
    for token in (ACCESS, REFRESH):
        assert not any(token in text for text in seen)
        assert token not in kept, "nor are they kept: nothing is done in the person's name there"
    link = SocialAccount.objects.get(provider=str(sso.id))
    assert not SocialToken.objects.filter(account=link).exists()


def test_a_session_that_was_confirmed_by_password_is_still_its_provider_s_to_end(
    client: TestClient, world: World, provider: Liar
) -> None:
    sso = connect(world, provider)
    provider.claims["email"] = f"k{provider.claims['email']}"
    with tenant(world.id):
        user = User.objects.create_user(provider.claims["email"], PASSWORD, name="Connue")
        add_member(user, role=Role.AGENT, company=None, actor=world.actor)
    browser, end = provider.sign_in(client, sso)
    assert query(end) == {"next": "/"}, refusals(world)
    before = browser.cookies["netz"][0]
    given = client.post(
        "/_allauth/browser/v1/auth/reauthenticate",
        json={"password": PASSWORD},
        headers=browser.headers,
    )
    assert given.status_code == 200, given.text
    after = given.cookies["netz"]
    assert after != before
    with tenant(world.id):
        assert list(SignIn.objects.values_list("session_key", flat=True)) == [after]
