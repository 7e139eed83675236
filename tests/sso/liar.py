"""An OpenID provider that says whatever a test wants it to: what a certified one never would."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from starlette.testclient import TestClient

from netz.sso.models import Connection
from tests.sso.browser import Browser
from tests.sso.material import provider_keys

ACCESS, REFRESH = "the-access-token-of-the-provider", "the-refresh-token-of-the-provider"
KID = "first"


class Liar:
    """What it answers with: by default a good ID token for whoever asks."""

    def __init__(self) -> None:
        self.url = ""
        self.claims: dict[str, Any] = {}
        self.id_token: Any = self.signed
        self.asked: dict[str, str] = {}

    def signed(self, claims: dict[str, Any], *, by: str = "provider") -> str:
        """The claims, signed by a key; ours to trust is that of `provider`."""
        return jwt.encode(claims, provider_keys(by)[0], "RS256", headers={"kid": KID})

    def good(self, client_id: str) -> dict[str, Any]:
        """The claims of a token that is to be taken."""
        now = int(time.time())
        times = {"iat": now, "exp": now + 300, "auth_time": now}
        who = {"sub": "u-1", "email_verified": True, "nonce": self.asked.get("nonce", "")}
        return {"iss": self.url, "aud": client_id, **who, **times, **self.claims}

    def answer(self, path: str, client_id: str) -> dict[str, Any]:
        """The document that stands at a path."""
        if path.startswith("/.well-known/"):
            ends = {"authorization": "auth", "token": "token", "userinfo": "userinfo"}
            places = {f"{name}_endpoint": f"{self.url}/{end}" for name, end in ends.items()}
            return {"issuer": self.url, "jwks_uri": f"{self.url}/keys", **places}
        if path == "/keys":
            public = jwt.get_algorithm_by_name("RS256").prepare_key(provider_keys("provider")[0])
            key = jwt.algorithms.RSAAlgorithm.to_jwk(public.public_key(), as_dict=True)
            return {"keys": [{**key, "kid": KID, "alg": "RS256"}]}
        if path == "/token":
            made = self.id_token(self.good(client_id))
            tokens = {"access_token": ACCESS, "refresh_token": REFRESH, "id_token": made}
            return {"token_type": "Bearer", "expires_in": 300, **tokens}
        return {"sub": self.claims.get("sub", "u-1")}

    def come_back(self, browser: Browser, start: str) -> Any:
        """The browser begins at `start`, and comes back from the provider at once."""
        return self.bring(browser, browser.step(start).headers["location"])

    def bring(self, browser: Browser, location: str, *, to: Connection | None = None) -> Any:
        """The browser comes back from where it was sent, or to another connection's address."""
        self.asked = {name: one[0] for name, one in parse_qs(urlsplit(location).query).items()}
        back = self.asked["redirect_uri"]
        if to is not None:
            back = back.replace(self.asked["client_id"], str(to.id))
        return browser.go(f"{back}?code=c&state={self.asked['state']}", "cross-site")

    def sign_in(self, app: TestClient, sso: Connection) -> tuple[Browser, Any]:
        """A new browser goes through it."""
        browser = Browser(app)
        return browser, self.come_back(browser, f"/_allauth/start/{sso.id}")


@contextmanager
def liar() -> Iterator[Liar]:
    """The provider, listening on this machine."""
    provider = Liar()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._say(provider.answer(self.path, ""))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            client_id = parse_qs(body).get("client_id", [provider.asked.get("client_id", "")])[0]
            self._say(provider.answer(self.path, client_id))

        def _say(self, values: dict[str, Any]) -> None:
            body = json.dumps(values).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield provider
    finally:
        server.shutdown()
        server.server_close()
