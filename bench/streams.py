"""Many idle live streams: what each costs the web process, and how soon an event is at all."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import psutil  # type: ignore[import-untyped]  # brings no types
import psycopg

from bench import reference as bare
from bench.client import HOST, request_bytes
from bench.machine import load, resident_mb
from bench.setting import Setting
from bench.table import Figure, figure

STREAMS = 1000
EVENTS = 10
IDLE_SECONDS = 21.0  # longer than the streams' pings are apart
_EVENT = b"event: document.updated"
_OPENING = 50  # connections that are being opened at once


class _Stream(asyncio.Protocol):
    """A reader that notes when each event came."""

    def __init__(self, request: bytes) -> None:
        self.request = request
        self.opened = asyncio.Event()
        self.arrivals: list[float] = []
        self.lost = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        if _EVENT in data:
            self.arrivals.append(time.perf_counter())
        if b"event: ping" in data:
            self.opened.set()

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True
        self.opened.set()


@dataclass(frozen=True, slots=True)
class Result:
    """Kilobytes a stream, delays in milliseconds, share of a core while nothing happens."""

    kilobytes: float
    delays: list[float]
    idle_share: float
    opening_s: float


async def _hold(
    port: int,
    request: bytes,
    process: psutil.Process,
    notify: Callable[[], float],
    setting: Setting,
) -> Result:
    count, loop = setting.count(STREAMS), asyncio.get_running_loop()
    gate = asyncio.Semaphore(_OPENING)

    async def one() -> _Stream:
        async with gate:
            _, stream = await loop.create_connection(lambda: _Stream(request), HOST, port)
            async with asyncio.timeout(60):
                await stream.opened.wait()
            return stream

    warm = await asyncio.gather(*(one() for _ in range(_OPENING)))
    for stream in warm:
        stream.transport.close()
    await asyncio.sleep(1)
    before, started = resident_mb([process]), time.perf_counter()
    streams = await asyncio.gather(*(one() for _ in range(count)))
    opening = time.perf_counter() - started
    await asyncio.sleep(1)
    kilobytes = (resident_mb([process]) - before) * 1024 / count
    delays = []
    for number in range(1, setting.count(EVENTS) + 1):
        sent = await asyncio.to_thread(notify)
        await _all_have(streams, number)
        delays += [(stream.arrivals[-1] - sent) * 1000 for stream in streams]
        await asyncio.sleep(0.3)
    share = await _idle_share(process, 1 if setting.small else IDLE_SECONDS)
    if any(stream.lost for stream in streams):
        raise RuntimeError("streams were closed by the server")
    for stream in streams:
        stream.transport.close()
    return Result(kilobytes, delays, share, opening)


async def _all_have(streams: list[_Stream], number: int) -> None:
    async with asyncio.timeout(30):
        while any(len(stream.arrivals) < number for stream in streams):
            await asyncio.sleep(0.05)


async def _idle_share(process: psutil.Process, seconds: float) -> float:
    times = process.cpu_times()
    await asyncio.sleep(seconds)
    after = process.cpu_times()
    return max(0.0, float(after.user + after.system - times.user - times.system)) / seconds


def measure(setting: Setting) -> None:
    """The product's streams, then the bare ones."""
    loaded = load()
    web = setting.product.role("web")
    request = request_bytes("GET", "/api/v2/events", key=setting.space("streams").key)
    product = asyncio.run(_hold(setting.product.port, request, web, _announcer(setting), setting))
    with (
        setting.bare_endpoint() as program,
        psycopg.connect(setting.dsns.app, autocommit=True) as connection,
    ):
        payload = json.dumps({"id": str(UUID(int=7)), "status": "ready", "progress": 1})

        def notify() -> float:
            sent = time.perf_counter()
            connection.execute("SELECT pg_notify(%s, %s)", [bare.CHANNEL, payload])
            return sent

        request = request_bytes("GET", "/events", key=bare.KEY)
        process = psutil.Process(program.pid)
        beside = asyncio.run(_hold(program.port, request, process, notify, setting))
    count = setting.count(STREAMS)
    name = "bare ASGI + LISTEN"
    setting.add(
        f"{count} idle live streams: memory of the web process a stream",
        Figure("netz", "kB", product.kilobytes, count=count),
        Figure(name, "kB", beside.kilobytes, count=count),
        note=f"opened in {product.opening_s:.1f} s (reference {beside.opening_s:.1f} s); idle, they"
        f" take {product.idle_share:.1%} of a core (reference {beside.idle_share:.1%}): each"
        " stream's credential is checked again every 20 s",
        loaded=loaded,
    )
    setting.add(
        f"{count} live streams: document.updated from commit to each reader",
        figure("netz", "ms", product.delays),
        figure(name, "ms", beside.delays),
        note="one client process reads all streams and shares the cores with the server",
        loaded=loaded,
    )


def _announcer(setting: Setting) -> Callable[[], float]:
    """Tells the workspace's screens of a document, as ingestion does; returns when."""
    from django.db import transaction

    from netz.core.db import enter_workspace
    from netz.core.ids import new_id
    from netz.knowledge.models import Document
    from netz.knowledge.services.state import announce

    workspace = setting.space("streams").actor.workspace_id
    document = Document(id=new_id(), workspace_id=workspace, status="ready", progress=1)

    def notify() -> float:
        with transaction.atomic():
            enter_workspace(workspace)
            announce(document)
            return time.perf_counter()

    return notify
