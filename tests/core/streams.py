"""An open request to the live stream, run by the application and read from the test's thread."""

import asyncio
import contextlib
import queue
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from starlette.testclient import TestClient


class LiveStream:
    """What the application has sent so far on one `GET /api/v2/events`."""

    def __init__(self) -> None:
        self.status = 0
        self.ended = False
        self._parts: queue.Queue[str | None] = queue.Queue()
        self._text = ""

    async def run(self, app: Any, headers: dict[str, str], closing: asyncio.Event) -> None:
        """Makes the request and stays until it ends."""
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "path": "/api/v2/events",
            "raw_path": b"/api/v2/events",
            "root_path": "",
            "scheme": "http",
            "query_string": b"",
            "headers": [
                (name.lower().encode(), value.encode())
                for name, value in ({"host": "testserver"} | headers).items()
            ],
            "client": ("127.0.0.1", 50000),
            "server": ("testserver", 80),
        }
        asked = False

        async def receive() -> dict[str, Any]:
            nonlocal asked
            if not asked:
                asked = True
                return {"type": "http.request", "body": b"", "more_body": False}
            await closing.wait()
            return {"type": "http.disconnect"}

        async def send(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                self.status = message["status"]
            else:
                self._parts.put(message.get("body", b"").decode())

        try:
            await app(scope, receive, send)
        finally:
            self.ended = True
            self._parts.put(None)

    def wait_for(self, needle: str, seconds: float = 5) -> str:
        """All text until `needle` was sent; raises `TimeoutError` when it does not come."""
        while needle not in self._text:
            try:
                part = self._parts.get(timeout=seconds)
            except queue.Empty as error:
                raise TimeoutError(f"{needle!r} not in {self._text!r}") from error
            if part is None:
                raise TimeoutError(f"ended without {needle!r}: {self._text!r}")
            self._text += part
        return self._text

    def wait_for_end(self, seconds: float = 5) -> str:
        """All text until the application ended the stream."""
        while True:
            try:
                part = self._parts.get(timeout=seconds)
            except queue.Empty as error:
                raise TimeoutError(f"still open after {self._text!r}") from error
            if part is None:
                return self._text
            self._text += part


@contextmanager
def live_stream(client: TestClient, headers: dict[str, str]) -> Iterator[LiveStream]:
    """Opens the stream beside the running application and waits for its first event."""
    stream, closing = LiveStream(), asyncio.Event()
    assert client.portal is not None
    future = client.portal.start_task_soon(stream.run, client.app, headers, closing)
    try:
        with contextlib.suppress(TimeoutError):
            stream.wait_for("event: ping")
        yield stream
    finally:
        client.portal.call(closing.set)
        future.result(timeout=10)
