"""An application as others write it: oauthlib's client on the other side of the wire."""

import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

from oauthlib.oauth2 import WebApplicationClient
from starlette.testclient import TestClient

from tests.factories import Person, World, sign_in

REDIRECT = "https://app.example/callback"
SCOPES = ["openid", "profile", "email", "documents.read", "profile.read"]
MACHINE = {"Content-Type": "application/x-www-form-urlencoded"}


def register(
    client: TestClient, world: World, *, confidential: bool = True, scopes: list[str] | None = None
) -> dict[str, Any]:
    """An application of the workspace, as its admin registers it."""
    body = {
        "name": f"App {secrets.token_hex(3)}",
        "redirect_uris": [REDIRECT],
        "scopes": scopes or SCOPES,
        "confidential": confidential,
    }
    response = client.post(
        "/api/v2/oauth/applications", json=body, headers=sign_in(client, world.admin)
    )
    client.cookies.clear()
    assert response.status_code == 201, response.text
    return dict(response.json())


@dataclass
class Peer:
    """One application that acts for one person."""

    client: TestClient
    application: dict[str, Any]
    state: str = "state-of-the-app"

    def __post_init__(self) -> None:
        self.library = WebApplicationClient(self.application["client_id"])
        self.verifier = self.library.create_code_verifier(64)

    def query(self, scopes: list[str] | None = None, **changed: str) -> str:
        """The request that the application sends the browser with."""
        discovered = self.client.get("/.well-known/openid-configuration").json()
        parts = {
            "redirect_uri": REDIRECT,
            "code_challenge": self.library.create_code_challenge(self.verifier, "S256"),
            "code_challenge_method": "S256",
        } | changed
        address = self.library.prepare_request_uri(
            # The library takes https alone, which a proxy adds.
            discovered["authorization_endpoint"].replace("http://", "https://"),
            scope=SCOPES if scopes is None else scopes,
            state=self.state,
            nonce="nonce-of-the-app",
            **{name: value for name, value in parts.items() if value},
        )
        place = urlsplit(address)
        sent = self.client.get(f"{place.path}?{place.query}", follow_redirects=False)
        assert sent.status_code == 302
        there = urlsplit(sent.headers["location"])
        assert there.path == "/oauth/consent"
        return parse_qs(there.query)["request"][0]

    def consent(self, headers: dict[str, str], query: str, *, allow: bool = True) -> Any:
        """The person's answer on our page."""
        response = self.client.post(
            "/api/v2/oauth/authorization", json={"query": query, "allow": allow}, headers=headers
        )
        self.client.cookies.clear()
        return response

    def code(self, person: Person, query: str | None = None) -> str:
        """A code, as the browser brings it back; the library checks the state."""
        headers = sign_in(self.client, person)
        response = self.consent(headers, query or self.query())
        assert response.status_code == 200, response.text
        location = response.json()["location"]
        assert location.startswith(REDIRECT)
        return str(self.library.parse_request_uri_response(location, state=self.state)["code"])

    def exchange(self, code: str, **changed: Any) -> Any:
        """The code for tokens."""
        body = self.library.prepare_request_body(
            code=code,
            redirect_uri=changed.pop("redirect_uri", REDIRECT),
            code_verifier=changed.pop("code_verifier", self.verifier),
            include_client_id=True,
            **self._secret(),
        )
        return self._post("/identity/o/api/token", body)

    def tokens(self, person: Person, scopes: list[str] | None = None) -> dict[str, Any]:
        """Access, refresh and ID token for what the person allows."""
        response = self.exchange(self.code(person, self.query(scopes)))
        assert response.status_code == 200, response.text
        return dict(response.json())

    def refresh(self, token: str) -> Any:
        """A new pair for a refresh token."""
        body = self.library.prepare_refresh_body(
            refresh_token=token, client_id=self.application["client_id"], **self._secret()
        )
        return self._post("/identity/o/api/token", body)

    def revoke(self, token: str) -> Any:
        """Gives a token up."""
        _, headers, body = self.library.prepare_token_revocation_request(
            "https://ignored.example", token, token_type_hint=None
        )
        extra = "&".join(f"{name}={value}" for name, value in self._named().items())
        return self.client.post(
            "/identity/o/api/revoke", content=f"{body}&{extra}", headers={**headers}
        )

    def userinfo(self, token: str) -> Any:
        """What the token tells about the person."""
        return self.client.get("/identity/o/api/userinfo", headers=bearer(token))

    def _secret(self) -> dict[str, str]:
        secret = self.application["client_secret"]
        return {"client_secret": secret} if secret else {}

    def _named(self) -> dict[str, str]:
        return {
            "client_id": self.application["client_id"],
            **{name: quoted(value) for name, value in self._secret().items()},
        }

    def _post(self, path: str, body: str) -> Any:
        return self.client.post(path, content=body, headers=MACHINE)


def quoted(value: str) -> str:
    """A value of a form."""
    return quote(value, safe="")


def bearer(token: str) -> dict[str, str]:
    """A token as a header."""
    return {"Authorization": f"Bearer {token}"}


def error_of(location: str) -> str:
    """The error with which the browser is sent back."""
    return parse_qs(urlsplit(location).query)["error"][0]
