"""Real identity providers on this machine: Node programs in tests/peers, one process a test run."""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from starlette.testclient import TestClient

from netz.sso.models import Connection
from tests.sso.browser import Browser, form
from tests.sso.material import provider_keys

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def running(program: str, *arguments: str) -> Iterator[str]:
    """Starts one of the programs; yields its address."""
    path = f"{ROOT / '.venv' / 'node'}{os.pathsep}{os.environ['PATH']}"
    node = shutil.which("node", path=path)
    assert node is not None, "Node.js is missing: run `make setup`"
    process = subprocess.Popen(
        [node, str(ROOT / "tests" / "peers" / program), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert line, process.stderr.read() if process.stderr else ""
        yield json.loads(line)["url"]
    finally:
        process.terminate()
        process.wait(timeout=10)


class OidcPeer:
    """The certified OpenID provider, which knows the clients that the tests register."""

    def __init__(self, url: str) -> None:
        self.url = url

    def register(self, sso: Connection, redirect_uri: str, logout_uri: str) -> None:
        """Makes the connection a client of the provider."""
        client = {
            "client_id": str(sso.id),
            "client_secret": SECRET,
            "redirect_uris": [redirect_uri],
            "post_logout_redirect_uris": [logout_uri],
        }
        assert httpx.put(f"{self.url}/client", json=client).status_code == 200

    def sign_in(self, app: TestClient, start: str, person: dict[str, Any]) -> tuple[Browser, Any]:
        """A browser goes from `start` through the provider, where it says who it is, and back."""
        browser = Browser(app)
        return browser, self.go_through(browser, start, person)

    def go_through(self, browser: Browser, start: str, person: dict[str, Any]) -> Any:
        """The same for a browser that is there already."""
        asked = browser.go(start)
        if "page" in asked.extensions:
            return asked
        return browser.post_outside(str(asked.url), person)


class SamlPeer:
    """The SAML provider, which trusts one service at a time."""

    def __init__(self, url: str) -> None:
        self.url = url

    def trust(self, app: TestClient, sso: Connection) -> None:
        """Gives the provider our metadata."""
        document = app.get(f"/_allauth/saml/{sso.id}/metadata/").content
        assert httpx.put(f"{self.url}/service", content=document).status_code == 200

    def person(self, name_id: str, **attributes: list[str]) -> dict[str, Any]:
        """Says who is signed in at the provider."""
        person = {"name_id": name_id, "session_index": "_s1", "attributes": attributes}
        assert httpx.put(f"{self.url}/person", json=person).status_code == 200
        return person

    def sign_in(self, app: TestClient, start: str) -> tuple[Browser, Any]:
        """A browser goes from `start` through the provider and back."""
        browser = Browser(app)
        return browser, self.go_through(browser, start)

    def go_through(self, browser: Browser, start: str) -> Any:
        """The same for a browser that is there already."""
        asked = browser.go(start)
        if "page" in asked.extensions:
            return asked
        action, fields = form(asked)
        return browser.post_elsewhere(action, fields, origin=self.url)


SECRET = "a-client-secret-of-some-length"  # long enough for the provider


@contextmanager
def oidc_peer() -> Iterator[OidcPeer]:
    """The OpenID provider, running."""
    with running("oidc.mjs") as url:
        yield OidcPeer(url)


@contextmanager
def saml_peer() -> Iterator[SamlPeer]:
    """The SAML provider, running with the key of `material.provider_keys`."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in zip(
            ("key.pem", "certificate.pem"), provider_keys("provider"), strict=True
        ):
            (Path(folder) / name).write_text(text)
        with running("saml.mjs", f"{folder}/key.pem", f"{folder}/certificate.pem") as url:
            yield SamlPeer(url)
