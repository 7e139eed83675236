"""What the product is measured beside: a bare ASGI application with psycopg behind granian.

No framework, no validation, no row-level security: an API key is looked up, a row is written or a
page is read. `python -m bench.reference PORT` serves it on the database of `BENCH_DSN`, or starts
the embedded cluster of `DATA_DIR` first.
"""

import asyncio
import hashlib
import os
import signal
import sys
from pathlib import Path
from typing import Any

import orjson
import psycopg
from psycopg_pool import AsyncConnectionPool

CHANNEL = "bench_reference"
KEY = "bench-key"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS bench_key (hash text PRIMARY KEY, workspace uuid, name text)",
    """CREATE TABLE IF NOT EXISTS bench_answer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        workspace uuid, question text, created_at timestamptz DEFAULT now())""",
    """CREATE TABLE IF NOT EXISTS bench_document (id uuid PRIMARY KEY, path text, title text,
        status text, size bigint, updated_at timestamptz)""",
    "TRUNCATE bench_key, bench_answer, bench_document",
    """INSERT INTO bench_document SELECT gen_random_uuid(), 'dossier/' || n, 'Document ' || n,
        'ready', n * 1000, now() FROM generate_series(1, 200) AS n""",
)
_DROP = "DROP TABLE IF EXISTS bench_key, bench_answer, bench_document"
_PAGE = (
    "SELECT id, path, title, status, size, updated_at FROM bench_document ORDER BY path LIMIT 20"
)


def prepare(owner_dsn: str, role: str) -> None:
    """Makes the reference's tables and lets the role use them."""
    with psycopg.connect(owner_dsn, autocommit=True) as connection:
        for statement in _TABLES:
            connection.execute(statement.encode())
        connection.execute(
            "INSERT INTO bench_key VALUES (%s, gen_random_uuid(), 'bench')", [_hash(KEY)]
        )
        for table in ("bench_key", "bench_answer", "bench_document"):
            connection.execute(f'GRANT SELECT, INSERT ON {table} TO "{role}"'.encode())


def clean_up(owner_dsn: str) -> None:
    """Removes the reference's tables."""
    with psycopg.connect(owner_dsn, autocommit=True) as connection:
        connection.execute(_DROP)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


class Reference:
    """The ASGI application."""

    def __init__(self, dsn: str) -> None:
        self.dsn = dsn
        self.pool: AsyncConnectionPool[Any] | None = None
        self.streams: set[asyncio.Queue[bytes]] = set()
        self.listener: asyncio.Task[None] | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["path"] == "/events":
            await self._events(send)
        else:
            await self._request(scope, receive, send)

    async def _lifespan(self, receive: Any, send: Any) -> None:
        await receive()
        self.pool = AsyncConnectionPool(self.dsn, min_size=4, max_size=12, open=False)
        await self.pool.open(wait=True)
        self.listener = asyncio.create_task(self._listen())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.listener.cancel()
        await self.pool.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _request(self, scope: Any, receive: Any, send: Any) -> None:
        body = b""
        while True:
            message = await receive()
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        headers = dict(scope["headers"])
        token = headers.get(b"authorization", b"").decode().partition(" ")[2]
        assert self.pool is not None
        async with self.pool.connection() as connection:
            found = await connection.execute(
                "SELECT workspace, name FROM bench_key WHERE hash = %s", [_hash(token)]
            )
            key = await found.fetchone()
            status, value = (
                (401, {}) if key is None else await self._work(connection, scope["path"], key, body)
            )
        await _reply(send, status, value)

    async def _work(
        self, connection: psycopg.AsyncConnection[Any], path: str, key: Any, body: bytes
    ) -> tuple[int, Any]:
        if path == "/answers":
            question = orjson.loads(body)["question"]
            done = await connection.execute(
                "INSERT INTO bench_answer (workspace, question) VALUES (%s, %s) RETURNING id",
                [key[0], question],
            )
            row = await done.fetchone()
            return 200, {"id": row[0] if row else None, "question": question, "text": question}
        if path == "/documents":
            rows = await (await connection.execute(_PAGE)).fetchall()
            names = ("id", "path", "title", "status", "size", "updated_at")
            return 200, {"items": [dict(zip(names, row, strict=True)) for row in rows]}
        return 200, {"workspace": key[0], "name": key[1]}

    async def _listen(self) -> None:
        async with await psycopg.AsyncConnection.connect(self.dsn, autocommit=True) as connection:
            await connection.execute(f"LISTEN {CHANNEL}".encode())
            async for notice in connection.notifies():
                event = f"event: document.updated\ndata: {notice.payload}\n\n".encode()
                for queue in self.streams:
                    queue.put_nowait(event)

    async def _events(self, send: Any) -> None:
        queue: asyncio.Queue[bytes] = asyncio.Queue()
        headers = [(b"content-type", b"text/event-stream")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send(
            {"type": "http.response.body", "body": b"event: ping\ndata: {}\n\n", "more_body": True}
        )
        self.streams.add(queue)
        try:
            while True:
                body = await queue.get()
                await send({"type": "http.response.body", "body": body, "more_body": True})
        finally:
            self.streams.discard(queue)


async def _reply(send: Any, status: int, value: Any) -> None:
    body = orjson.dumps(value)
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _serve(port: int, dsn: str) -> None:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server.embed import Server

    server = Server(
        Reference(dsn),
        address="127.0.0.1",
        port=port,
        interface=Interfaces.ASGI,
        websockets=False,
        backlog=2048,
        log_level=LogLevels.warning,
    )
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, server.stop)
    await server.serve()


def main() -> None:
    """Serves on the port given until SIGTERM."""
    dsn = os.environ.get("BENCH_DSN", "")
    cluster = None
    if not dsn:
        from netz.core.embedded import EmbeddedPostgres

        cluster = EmbeddedPostgres(Path(os.environ["DATA_DIR"]))
        dsn = cluster.start().app
    try:
        asyncio.run(_serve(int(sys.argv[1]), dsn))
    finally:
        if cluster is not None:
            cluster.stop()


if __name__ == "__main__":
    main()
