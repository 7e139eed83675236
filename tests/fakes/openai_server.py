"""A small model server on 127.0.0.1 that keeps the vendors' wire contracts and fails on demand.

It speaks OpenAI's chat completions and embeddings (Ollama and Mistral use the same shapes) and
Anthropic's messages, streamed as server-sent events or whole. Each request is checked as the
real service would: key, JSON body, required fields. `mode` says how the next answers behave.
"""

import asyncio
import contextlib
import hashlib
import json
import threading
from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Literal, Self

Mode = Literal[
    "normal",
    "slow_first_token",
    "slow_stream",
    "cut",
    "ends_early",
    "error_in_stream",
    "malformed",
    "not_json",
    "rate_limited",
    "quota",
    "content_filter",
    "refusal",
    "silent",
    "error_500",
    "overloaded",
    "not_found",
    "too_long",
    "empty",
    "length",
    "redirect",
]

# The status and OpenAI error type of the modes that fail before a stream starts.
_FAILURES: dict[str, tuple[int, str, str | None, str]] = {
    "rate_limited": (429, "rate_limit_error", "rate_limit_exceeded", "Rate limit reached"),
    "quota": (429, "insufficient_quota", "insufficient_quota", "You exceeded your quota"),
    "error_500": (500, "server_error", None, "The server had an error"),
    "overloaded": (503, "server_error", None, "The engine is currently overloaded"),
    "not_found": (404, "invalid_request_error", "model_not_found", "The model does not exist"),
    "too_long": (
        400,
        "invalid_request_error",
        "context_length_exceeded",
        "This model's maximum context length is 8192 tokens",
    ),
}


@dataclass
class Seen:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    body: Any


@dataclass
class FakeModelServer:
    """Run as a context manager; `url` is its base address. It lives in a thread of its own."""

    mode: Mode = "normal"
    reply: str = "Bonjour à tous."
    key: str = "cle-d-essai"
    model: str = "essai-1"
    retry_after: str = "7"
    pause: float = 0.3
    dimensions: int = 8
    script: deque[Mode] = field(default_factory=deque)
    requests: list[Seen] = field(default_factory=list)

    def __enter__(self) -> Self:
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        ready.wait(5)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(5)

    @property
    def url(self) -> str:
        """The base address without a path."""
        return f"http://127.0.0.1:{self.port}"

    def _run(self, ready: threading.Event) -> None:
        asyncio.run(self._serve(ready))

    async def _serve(self, ready: threading.Event) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._open: set[asyncio.Task[None]] = set()
        server = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self._stop.wait()
        server.close()
        for task in list(self._open):
            task.cancel()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        task.add_done_callback(self._open.discard)
        with contextlib.suppress(
            ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError
        ):
            while await self._exchange(_Connection(reader, writer)):
                pass
        writer.close()

    async def _exchange(self, connection: "_Connection") -> bool:
        """Answers one request; False when the connection ends."""
        path, headers, raw = await connection.read()
        try:
            body = json.loads(raw or b"null")
        except ValueError:
            body = None
        self.requests.append(Seen(path, headers, body))
        mode = self.script.popleft() if self.script else self.mode
        if mode == "silent":
            await asyncio.sleep(30)
            return False
        refused = self._refusal(mode, path, headers, body)
        if refused is not None:
            await connection.whole(*refused)
        elif mode == "not_json":
            await connection.whole(200, "<html>passerelle</html>")
        elif path.endswith("/embeddings"):
            if mode == "cut":
                connection.abort()
                return False
            await connection.whole(200, self._embeddings(body, mode))
        elif path.endswith("/messages"):
            return await self._stream(connection, mode, self._anthropic(body, mode))
        elif body.get("stream"):
            return await self._stream(connection, mode, self._openai(body, mode))
        else:
            await connection.whole(200, self._completion(body, mode))
        return True

    def _refusal(
        self, mode: Mode, path: str, headers: dict[str, str], body: Any
    ) -> tuple[int, Any, dict[str, str]] | None:
        anthropic = path.endswith("/messages")
        # Anthropic takes its key in either header.
        given = (anthropic and headers.get("x-api-key")) or headers.get("authorization", "")
        if given.removeprefix("Bearer ") != self.key:
            error = ("authentication_error", "invalid_api_key", "Incorrect API key provided")
            return 401, _error(anthropic, *error), {}
        if mode == "redirect":
            return 307, {}, {"Location": "http://169.254.169.254/latest/meta-data"}
        wanted = "input" if path.endswith("/embeddings") else "messages"
        if not isinstance(body, dict) or not body.get("model") or not body.get(wanted):
            error = ("invalid_request_error", None, f"'{wanted}' and 'model' are required")
            return 400, _error(anthropic, *error), {}
        if mode in _FAILURES:
            status, kind, code, message = _FAILURES[mode]
            extra = {"Retry-After": self.retry_after} if status == 429 else {}
            return status, _error(anthropic, kind, code, message), extra
        return None

    def _words(self, mode: Mode) -> list[str]:
        """The reply in the pieces that are streamed."""
        if mode == "empty":
            return []
        words = self.reply.split(" ")
        return [word if place == 0 else f" {word}" for place, word in enumerate(words)]

    async def _stream(
        self, connection: "_Connection", mode: Mode, events: AsyncIterator[str]
    ) -> bool:
        await connection.start_stream()
        sent = 0
        async for event in events:
            if mode == "slow_first_token" and sent == 1:
                await asyncio.sleep(self.pause)
            if mode == "slow_stream" and sent > 1:
                await asyncio.sleep(self.pause)
            if sent == 3 and mode == "cut":
                connection.abort()
                return False
            if sent == 3 and mode == "malformed":
                await connection.chunk('data: {"id": "chatcmpl-1", "choices": [{"delta"\n\n')
                break
            if sent == 3 and mode == "ends_early":
                break
            await connection.chunk(event)
            sent += 1
        await connection.end_stream()
        return True

    async def _openai(self, body: dict[str, Any], mode: Mode) -> AsyncIterator[str]:
        base = {
            "id": "chatcmpl-1",
            "object": "chat.completion.chunk",
            "created": 1_760_000_000,
            "model": body["model"],
        }

        def chunk(delta: dict[str, Any], finish: str | None = None) -> str:
            choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
            return _data({**base, "choices": [choice]})

        yield chunk({"role": "assistant", "content": ""})
        if mode == "refusal":
            yield chunk({"refusal": "Je ne peux pas répondre à cela."})
            yield chunk({}, "stop")
        else:
            for place, word in enumerate(self._words(mode)):
                if mode == "error_in_stream" and place == 2:
                    error = {"message": "boom", "type": "server_error", "code": None, "param": None}
                    yield _data({"error": error})
                    return
                yield chunk({"content": word})
            ends = {"content_filter": "content_filter", "length": "length"}
            yield chunk({}, ends.get(mode, "stop"))
        if (body.get("stream_options") or {}).get("include_usage") or "mistral" in body["model"]:
            usage = {"prompt_tokens": 12, "completion_tokens": 4, "total_tokens": 16}
            yield _data({**base, "choices": [], "usage": usage})
        yield "data: [DONE]\n\n"

    async def _anthropic(self, body: dict[str, Any], mode: Mode) -> AsyncIterator[str]:
        message = {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": body["model"],
            "content": [],
            "stop_reason": None,
            "stop_sequence": None,
            "usage": {"input_tokens": 12, "output_tokens": 1},
        }
        yield _named("message_start", {"message": message})
        block = {"type": "text", "text": ""}
        yield _named("content_block_start", {"index": 0, "content_block": block})
        yield _named("ping", {})
        for place, word in enumerate(self._words(mode)):
            if mode == "error_in_stream" and place == 2:
                error = {"type": "overloaded_error", "message": "Overloaded"}
                yield _named("error", {"error": error})
                return
            delta = {"type": "text_delta", "text": word}
            yield _named("content_block_delta", {"index": 0, "delta": delta})
        yield _named("content_block_stop", {"index": 0})
        stop = {"content_filter": "refusal", "refusal": "refusal", "length": "max_tokens"}
        ended = {"stop_reason": stop.get(mode, "end_turn"), "stop_sequence": None}
        yield _named("message_delta", {"delta": ended, "usage": {"output_tokens": 4}})
        yield _named("message_stop", {})

    def _completion(self, body: dict[str, Any], mode: Mode) -> dict[str, Any]:
        message = {"role": "assistant", "content": "".join(self._words(mode)), "refusal": None}
        return {
            "id": "chatcmpl-1",
            "object": "chat.completion",
            "created": 1_760_000_000,
            "model": body["model"],
            "choices": [
                {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
            ],
            "usage": {"prompt_tokens": 12, "completion_tokens": 4, "total_tokens": 16},
        }

    def _embeddings(self, body: dict[str, Any], mode: Mode) -> Any:
        texts = [body["input"]] if isinstance(body["input"], str) else body["input"]
        rows = [
            {"object": "embedding", "index": place, "embedding": self.vector(text)}
            for place, text in enumerate(texts)
        ]
        if mode == "malformed":
            rows = rows[:-1]
        # The contract orders rows by `index`, not by place.
        rows.reverse()
        usage = {"prompt_tokens": 3, "total_tokens": 3}
        return {"object": "list", "data": rows, "model": body["model"], "usage": usage}

    def vector(self, text: str) -> list[float]:
        """The embedding of a text: the same text always has the same numbers."""
        digest = hashlib.sha256(text.encode()).digest()
        return [round(byte / 255 - 0.5, 6) for byte in digest[: self.dimensions]]


class _Connection:
    """HTTP/1.1 over one socket, as much of it as is needed here."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def read(self) -> tuple[str, dict[str, str], bytes]:
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        lines = [line.split(": ", 1) for line in head[1:] if line]
        headers = {name.lower(): value for name, value in lines}
        body = await self._reader.readexactly(int(headers.get("content-length", 0)))
        return head[0].split(" ")[1].split("?")[0], headers, body

    async def whole(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        is_text = isinstance(body, str)
        data = (body if is_text else json.dumps(body)).encode()
        lines = [
            f"HTTP/1.1 {status} X",
            f"Content-Type: {'text/html' if is_text else 'application/json'}",
            f"Content-Length: {len(data)}",
            *(f"{name}: {value}" for name, value in (headers or {}).items()),
        ]
        self._writer.write("\r\n".join([*lines, "", ""]).encode() + data)
        await self._writer.drain()

    async def start_stream(self) -> None:
        head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
        self._writer.write(f"{head}Transfer-Encoding: chunked\r\n\r\n".encode())
        await self._writer.drain()

    async def chunk(self, text: str) -> None:
        data = text.encode()
        self._writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        await self._writer.drain()

    async def end_stream(self) -> None:
        self._writer.write(b"0\r\n\r\n")
        await self._writer.drain()

    def abort(self) -> None:
        self._writer.transport.abort()


def _data(value: object) -> str:
    return f"data: {json.dumps(value)}\n\n"


def _named(kind: str, value: dict[str, Any]) -> str:
    return f"event: {kind}\n{_data({'type': kind, **value})}"


def _error(anthropic: bool, kind: str, code: str | None, message: str) -> dict[str, Any]:
    if anthropic:
        return {"type": "error", "error": {"type": kind, "message": message}}
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}
