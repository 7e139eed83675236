"""Google and Microsoft: an address alone links nothing, and registers only where that is open."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import jwt
import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.google.views import GoogleOAuth2Adapter
from django.contrib.sessions.backends.db import SessionStore

from netz.accounts.models import User
from netz.accounts.social import workspace_in
from netz.config.env import Environment
from netz.config.social import social_providers
from netz.core.db import tenant
from netz.workspaces.models import SecurityPolicy
from tests.accounts.people import Browser, Mailbox, address, open_to, text_of
from tests.accounts.test_registration import pending
from tests.accounts.trail import actions_of
from tests.factories import Person, make_world
from tests.workspaces.ways import slug_of


class Provider:
    """What the fake of Google and Microsoft says of whoever signs in there."""

    claims: dict[str, Any]
    url = ""

    def google(self, email: str, *, verified: bool = True, subject: str = "") -> None:
        """Whom Google will name."""
        self.claims = {
            "sub": subject or email,
            "email": email,
            "email_verified": verified,
            "given_name": "Noa",
            "family_name": "Petit",
            "iss": "https://accounts.google.com",
            "aud": "google-client",
            "iat": 1,
            "exp": 4102444800,
        }

    def microsoft(self, email: str) -> None:
        """Whom Microsoft will name."""
        self.claims = {"id": email, "mail": email, "givenName": "Noa", "surname": "Petit"}


def both(fake: Provider, of: str = "") -> Any:
    """Google and Microsoft as an installation sets them up, Microsoft's at the fake's address."""
    named = {"microsoft_tenant": of} if of else {}
    environment = Environment(google_client_id="google-client", microsoft_client_id="m", **named)
    providers = social_providers(environment)
    providers["microsoft"]["APPS"][0]["settings"] |= {"login_url": fake.url, "graph_url": fake.url}
    return providers


@pytest.fixture
def provider(settings_of_django: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    fake = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            token = jwt.encode(fake.claims, "k" * 32, "HS256")
            self._say({"access_token": "a", "token_type": "Bearer", "id_token": token})

        def do_GET(self) -> None:
            self._say(fake.claims)

        def _say(self, values: dict[str, Any]) -> None:
            body = json.dumps(values).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    fake.url = f"http://127.0.0.1:{server.server_port}"
    settings_of_django.SOCIALACCOUNT_PROVIDERS = both(fake)
    monkeypatch.setattr(GoogleOAuth2Adapter, "access_token_url", f"{fake.url}/token")
    yield fake
    server.shutdown()
    server.server_close()


def come_back(browser: Browser, began: Any, name: str = "google") -> str:
    """Where the provider's answer leads the browser to."""
    assert began.status_code == 302, began.text
    state = parse_qs(urlsplit(began.headers["location"]).query)["state"][0]
    place = f"/_allauth/{name}/login/callback/?code=c&state={quote(state)}"
    return str(browser.call("GET", place).headers["location"])


def sign_in(browser: Browser, name: str = "google", onward: str = "/") -> str:
    began = browser.call("GET", f"/_allauth/start/{name}?next={quote(onward)}")
    return come_back(browser, began, name)


def link(browser: Browser, name: str = "google") -> str:
    form = {"provider": name, "process": "connect", "callback_url": "/settings/security"}
    began = browser.client.post(
        "/_allauth/browser/v1/auth/provider/redirect",
        data=form,
        headers={
            "Origin": "http://testserver",
            "Cookie": "; ".join(f"{key}={value}" for key, value in browser.cookies.items()),
        },
        follow_redirects=False,
    )
    browser.cookies |= dict(began.cookies.items())
    return come_back(browser, began, name)


@pytest.fixture
def person() -> Person:
    return make_world().agent


def test_social_sign_in_does_not_link_by_an_address(
    browser: Browser, provider: Provider, person: Person
) -> None:
    for verified in (True, False):
        provider.google(person.user.email, verified=verified)
        assert "error=signup_closed" in sign_in(browser)
        assert not browser.is_in
    assert not SocialAccount.objects.filter(user=person.user).exists()


def test_a_person_links_google_while_signed_in_and_comes_in_by_it_later(
    browser: Browser, provider: Provider, person: Person, mailbox: Mailbox, client: Any
) -> None:
    browser.sign_in(person.user.email)
    provider.google(person.user.email, subject="g-1" + person.user.email)
    assert "error" not in link(browser)
    later = Browser(client)
    assert "error" not in sign_in(later)
    assert later.is_in
    assert later.call("GET", "auth/session").json()["data"]["user"]["email"] == person.user.email
    (told,) = (
        text_of(one) for one in mailbox.of(person.user.email) if "associé" in str(one["Subject"])
    )
    assert "Google permet désormais de vous connecter" in told
    assert "provider.link" in actions_of(person)


@pytest.mark.parametrize("name", ["google", "microsoft"])
def test_a_workspace_that_does_not_accept_the_provider_neither_offers_it_nor_opens(
    browser: Browser, provider: Provider, settings_of_django: Any, client: Any, name: str
) -> None:
    world = make_world()
    person = world.agent
    settings_of_django.SOCIALACCOUNT_PROVIDERS = both(provider, of="a-tenant")
    getattr(provider, name)(person.user.email)
    browser.sign_in(person.user.email)
    link(browser, name)
    later = Browser(client)
    sign_in(later, name)
    assert later.call("GET", "/api/v2/me").status_code == 200
    slug = slug_of(world)

    def offered() -> list[str]:
        page = client.get("/api/v2/sign-in/options", params={"workspace": slug}).json()
        return [one["id"] for one in page["providers"]]

    assert name in offered()
    with tenant(world.id):
        SecurityPolicy.objects.update(methods=["password"])
    assert name not in offered()
    refused = later.call("GET", "/api/v2/me")
    assert (refused.status_code, refused.json()["code"]) == (401, "access.method_refused")
    assert browser.call("GET", "/api/v2/me").status_code == 200, "who came by password stays"


@pytest.mark.parametrize("whose", ["somebody_else", "not_verified"])
def test_what_the_provider_does_not_prove_to_be_the_person_s_is_not_linked(
    browser: Browser, provider: Provider, person: Person, whose: str
) -> None:
    browser.sign_in(person.user.email)
    if whose == "somebody_else":
        provider.google(address("other"))
    else:
        provider.google(person.user.email, verified=False)
    assert "error=address_not_verified" in link(browser)
    assert not SocialAccount.objects.filter(user=person.user).exists()


def test_a_session_by_single_sign_on_links_nothing(
    browser: Browser, provider: Provider, person: Person
) -> None:
    browser.sign_in(person.user.email)
    session = SessionStore(session_key=browser.cookies["netz"])
    session["netz_sso_workspace"] = str(person.member.workspace_id)
    session.save()
    provider.google(person.user.email)
    assert "error=sso_account" in link(browser)
    assert not SocialAccount.objects.filter(user=person.user).exists()


def test_somebody_new_registers_by_google_where_the_workspace_is_open(
    browser: Browser, provider: Provider
) -> None:
    slug, email = open_to(make_world(), "open"), address("new")
    provider.google(email)
    assert "error" not in sign_in(browser, onward=f"/join?workspace={slug}")
    user = User.objects.get(email=email)
    assert user.name == "Noa Petit"
    assert EmailAddress.objects.get(user=user).verified
    assert browser.call("GET", "auth/session").status_code == 200


def test_registering_by_google_at_a_known_address_links_nothing(
    browser: Browser, provider: Provider, person: Person, mailbox: Mailbox
) -> None:
    slug = open_to(make_world(), "open")
    provider.google(person.user.email)
    sign_in(browser, onward=f"/join?workspace={slug}")
    assert not browser.is_in
    assert not SocialAccount.objects.filter(user=person.user).exists()
    assert "déjà un compte" in str(mailbox.last(person.user.email)["Subject"])
    assert pending(browser.call("GET", "auth/session")) == ["verify_email"]


@pytest.mark.parametrize(("of", "opens"), [("organizations", False), ("a-tenant", True)])
def test_microsoft_s_addresses_count_when_the_tenant_is_the_installation_s_own(
    browser: Browser, provider: Provider, settings_of_django: Any, of: str, opens: bool
) -> None:
    settings_of_django.SOCIALACCOUNT_PROVIDERS = both(provider, of)
    slug, email = open_to(make_world(), "open"), address("ms")
    provider.microsoft(email)
    sign_in(browser, "microsoft", f"/join?workspace={slug}")
    assert User.objects.filter(email=email).exists() is opens


def test_the_workspace_is_found_in_the_address_that_the_sign_in_goes_on_to() -> None:
    inner = quote("/join?workspace=brun")
    assert workspace_in(f"http://testserver/sign-in/finished?next={inner}") == "brun"
    assert workspace_in("/sign-in/finished?next=/") == ""
    assert workspace_in("") == ""
