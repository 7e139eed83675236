"""The application under test: in process, through real HTTP semantics, with its lifespan."""

from collections.abc import Iterator
from contextlib import contextmanager

from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from netz.config.asgi import build_app

ORIGIN = "http://testserver"
PEER = b"x-test-peer"  # the address that a request is to come from


class ClearCookies(TestClient):
    """A client that remembers no cookie: each request says itself who it is."""

    def send(self, *args, **kwargs):  # type: ignore[no-untyped-def]  # same as the base class
        """Sends, then forgets."""
        response = super().send(*args, **kwargs)
        self.cookies.clear()
        return response


@contextmanager
def running_app() -> Iterator[TestClient]:
    """A client on the running application."""
    app: ASGIApp = build_app()

    async def passed(scope: Scope, receive: Receive, send: Send) -> None:
        peers = [value for name, value in scope.get("headers", ()) if name == PEER]
        if peers:
            scope["client"] = (peers[0].decode(), 50000)
        await app(scope, receive, send)

    with ClearCookies(
        passed, base_url=ORIGIN, raise_server_exceptions=False, client=("127.0.0.1", 50000)
    ) as client:
        yield client
