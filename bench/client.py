"""The smallest HTTP/1.1 clients that keep a connection open: they must not be what is measured."""

import asyncio
import json
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Reply:
    """A response: status and body."""

    status: int
    body: bytes

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


def request_bytes(
    method: str,
    path: str,
    *,
    key: str = "",
    body: bytes = b"",
    media_type: str = "application/json",
) -> bytes:
    """A whole request, ready to be sent in one write."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}", "Accept: application/json"]
    if key:
        lines.append(f"Authorization: Bearer {key}")
    if body:
        lines.append(f"Content-Type: {media_type}")
    if method != "GET":
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def multipart(filename: str, content: bytes, **fields: str) -> tuple[bytes, str]:
    """A form with one file: body and media type."""
    boundary = uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{filename}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    parts += [head.encode(), content, f"\r\n--{boundary}--\r\n".encode()]
    return b"".join(parts), f"multipart/form-data; boundary={boundary}"


def parse_head(head: bytes) -> tuple[int, int]:
    """Status and body length of a response's head. Raises `ValueError` without a length."""
    lines = head.split(b"\r\n")
    status = int(lines[0].split()[1])
    for line in lines[1:]:
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length":
            return status, int(value)
    if status in (204, 304):
        return status, 0
    raise ValueError("a response without Content-Length")


class Client:
    """One blocking keep-alive connection, used one request at a time."""

    def __init__(self, port: int, key: str = "", *, timeout: float = 60) -> None:
        self.key = key
        self._socket = socket.create_connection((HOST, port), timeout=timeout)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()

    def send(self, request: bytes) -> Reply:
        """Sends a prepared request and reads the whole response."""
        self._socket.sendall(request)
        data = bytearray()
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._more()
        status, length = parse_head(bytes(data[:end]))
        while len(data) < end + 4 + length:
            data += self._more()
        return Reply(status, bytes(data[end + 4 :]))

    def _more(self) -> bytes:
        chunk = self._socket.recv(1 << 18)
        if not chunk:
            raise ConnectionError("the server closed the connection")
        return chunk

    def get(self, path: str) -> Reply:
        """A GET."""
        return self.send(request_bytes("GET", path, key=self.key))

    def post(self, path: str, value: Any) -> Reply:
        """A POST of JSON."""
        return self.send(request_bytes("POST", path, key=self.key, body=json.dumps(value).encode()))

    def upload(self, path: str, filename: str, content: bytes) -> Reply:
        """A document at `path`."""
        body, media_type = multipart(filename, content, path=path)
        return self.send(
            request_bytes(
                "POST", "/api/v2/documents", key=self.key, body=body, media_type=media_type
            )
        )


def timed(client: Client, requests: Sequence[bytes], check: Callable[[Reply], None]) -> list[float]:
    """Milliseconds of each request in turn, at the client; `check` is outside the time."""
    spent = []
    for request in requests:
        started = time.perf_counter()
        reply = client.send(request)
        spent.append((time.perf_counter() - started) * 1000)
        check(reply)
    return spent


def throughput(port: int, request: bytes, *, connections: int, seconds: float) -> list[float]:
    """Milliseconds of every request that was answered within `seconds` by all connections."""
    return asyncio.run(_throughput(port, request, connections, seconds))


async def _throughput(port: int, request: bytes, connections: int, seconds: float) -> list[float]:
    until = time.perf_counter() + seconds

    async def one() -> list[float]:
        reader, writer = await asyncio.open_connection(HOST, port)
        spent = []
        while (started := time.perf_counter()) < until:
            writer.write(request)
            status, length = parse_head(await reader.readuntil(b"\r\n\r\n"))
            await reader.readexactly(length)
            if status != 200:
                raise RuntimeError(f"status {status} under load")
            spent.append((time.perf_counter() - started) * 1000)
        writer.close()
        return spent

    found = await asyncio.gather(*(one() for _ in range(connections)))
    return [value for each in found for value in each]
