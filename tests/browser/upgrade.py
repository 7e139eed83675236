"""Stands in front of the product, and puts a new version of its service worker in place."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

# Said of the connection between two programs, not of what is passed on.
_OF_THE_CONNECTION = {"connection", "transfer-encoding", "content-length", "keep-alive"}


class Upgrade(ThreadingHTTPServer):
    """Passes on all that it is asked; what follows the worker's text makes it another version."""

    daemon_threads = True

    def __init__(self, server: str) -> None:
        super().__init__(("127.0.0.1", 0), _Passing)
        self.behind = urlsplit(server).netloc
        self.version = ""

    @property
    def address(self) -> str:
        """Where the product is found."""
        return f"http://localhost:{self.server_port}"

    def put_in_place(self, version: str) -> None:
        """From now on the worker is another one."""
        self.version = version


class _Passing(BaseHTTPRequestHandler):
    server: Upgrade

    def _pass_on(self) -> None:
        if self.path == "/api/v2/events":
            self.send_error(503)  # a stream without end is no part of this
            return
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {
            name: value
            for name, value in self.headers.items()
            if name.lower() not in {"host", "accept-encoding", "connection"}
        }
        connection = HTTPConnection(self.server.behind, timeout=60)
        connection.request(self.command, self.path, body or None, headers)
        answer = connection.getresponse()
        content = answer.read()
        if self.path == "/sw.js" and self.server.version:
            content += f"\n// {self.server.version}\n".encode()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in _OF_THE_CONNECTION:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
        connection.close()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):  # whatever the method
            return self._pass_on
        raise AttributeError(name)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Says nothing."""


@contextmanager
def in_front_of(server: str) -> Iterator[Upgrade]:
    """Runs for as long as it is needed."""
    running = Upgrade(server)
    Thread(target=running.serve_forever, daemon=True).start()
    yield running
    running.shutdown()
    running.server_close()
