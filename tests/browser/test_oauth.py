"""A whole connection: somebody else's application, its own small server, sends a person here, is
allowed, reads, is narrowed and withdrawn."""

import secrets
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
from oauthlib.oauth2 import WebApplicationClient
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import ADMIN, PASSWORD, axe_violations, fits
from tests.browser.people import give_password

SCOPES = ["openid", "profile.read", "documents.read"]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Relay:
    """An application of somebody else's, written with oauthlib's client."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.name = f"Relais {secrets.token_hex(3)}"
        self.site = ThreadingHTTPServer(("127.0.0.1", 0), _pages_of(self))
        self.address = f"http://127.0.0.1:{self.site.server_port}"
        made = self._registered()
        self.secret = made["client_secret"]
        self.library = WebApplicationClient(made["client_id"])
        self.verifier = self.library.create_code_verifier(64)
        self.state = secrets.token_urlsafe(16)
        self.tokens: dict[str, Any] = {}

    def _registered(self) -> dict[str, Any]:
        """An admin registers it, who has just signed in."""
        given = {"email": ADMIN, "password": PASSWORD}
        signed = httpx.post(f"{self.server}/_allauth/app/v1/auth/login", json=given).json()
        body = {"name": self.name, "redirect_uris": [self.callback], "scopes": SCOPES}
        made = httpx.post(
            f"{self.server}/api/v2/oauth/applications",
            json=body,
            headers={"Authorization": f"Bearer {signed['meta']['access_token']}"},
        )
        assert made.status_code == 201, made.text
        return dict(made.json())

    @property
    def callback(self) -> str:
        """Where its codes are sent to."""
        return f"{self.address}/callback"

    def start(self) -> str:
        """Where it sends the browser."""
        address: str = self.library.prepare_request_uri(
            # The library takes https alone, which a proxy adds.
            "https://netz.example/identity/o/authorize",
            redirect_uri=self.callback,
            scope=SCOPES,
            state=self.state,
            code_challenge=self.library.create_code_challenge(self.verifier, "S256"),
            code_challenge_method="S256",
        )
        return address.replace("https://netz.example", self.server)

    def finish(self, path: str) -> str:
        """Takes the code for tokens, reads who it acts for, and says so."""
        came = f"https://127.0.0.1{path}"
        code = self.library.parse_request_uri_response(came, state=self.state)["code"]
        body = self.library.prepare_request_body(
            code=code,
            redirect_uri=self.callback,
            code_verifier=self.verifier,
            client_secret=self.secret,
        )
        self.tokens = self.post("token", body).json()
        return f"Connecté : {self.get('me').json()['user']['name']}"

    def get(self, path: str) -> httpx.Response:
        """The product's API with its token."""
        headers = {"Authorization": f"Bearer {self.tokens['access_token']}"}
        return httpx.get(f"{self.server}/api/v2/{path}", headers=headers)

    def refresh(self) -> httpx.Response:
        """A new pair of tokens."""
        body = self.library.prepare_refresh_body(
            refresh_token=self.tokens["refresh_token"],
            client_id=self.library.client_id,
            client_secret=self.secret,
        )
        return self.post("token", body)

    def post(self, place: str, body: str) -> httpx.Response:
        """The identity provider's address for machines."""
        return httpx.post(f"{self.server}/identity/o/api/{place}", content=body, headers=FORM)


def _pages_of(relay: Relay) -> type[BaseHTTPRequestHandler]:
    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/":
                self.send_response(302)
                self.send_header("Location", relay.start())
                self.end_headers()
            elif self.path.startswith("/callback?"):
                self._say(relay.finish(self.path))
            else:
                self._say(str(relay.get("documents").status_code))

        def _say(self, text: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>Relais</title><p>{text}</p>".encode())

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    return Pages


@pytest.fixture
def relay(server: str) -> Iterator[Relay]:
    """The application, its server running."""
    made = Relay(server)
    running = threading.Thread(target=made.site.serve_forever)
    running.start()
    yield made
    made.site.shutdown()
    running.join()
    made.site.server_close()


def assert_in_order(page: Page) -> None:
    """Accessible in both themes, and no wider than the display."""
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        page.wait_for_timeout(300)  # colours change over
        assert axe_violations(page) == [], theme
    assert fits(page)
    page.emulate_media(color_scheme="light")


def test_an_application_is_connected_narrowed_and_withdrawn(
    context: BrowserContext, server: str, relay: Relay, member: str
) -> None:
    page = context.new_page()
    page.goto(relay.address)
    page.get_by_role("textbox", name="Adresse e-mail").wait_for()
    assert page.url.startswith(server)
    give_password(page, member)

    page.get_by_role("heading", name=f"Autoriser {relay.name} ?").wait_for()
    expect(page.get_by_text("Cet accès vaut jusqu’au")).to_be_visible()
    expect(page.get_by_role("list", name="Elle pourra").get_by_role("listitem")).to_have_count(3)
    assert_in_order(page)
    page.get_by_role("button", name="Autoriser").press("Enter")
    page.get_by_text("Connecté : Ambre Lestrel").wait_for()
    assert page.url.startswith(relay.callback)
    page.goto(f"{relay.address}/documents")
    expect(page.get_by_text("200")).to_be_visible()

    page.goto(f"{server}/settings/applications")
    page.get_by_role("button", name=f"Réduire l’accès de {relay.name}").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Lire les documents").uncheck()
    assert_in_order(page)
    dialog.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("L’accès est réduit.").wait_for()
    assert (relay.get("documents").status_code, relay.get("me").status_code) == (403, 200)
    assert_in_order(page)

    page.get_by_role("button", name=f"Retirer l’accès de {relay.name}").click()
    page.get_by_role("dialog").get_by_role("button", name="Retirer").click()
    page.get_by_text("L’accès est retiré.").wait_for()
    assert relay.get("me").status_code == 401
    assert relay.refresh().json()["error"] == "invalid_grant"
    page.goto(f"{relay.address}/documents")
    expect(page.get_by_text("401")).to_be_visible()
