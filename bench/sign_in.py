"""Sign-ins by password, and what they cost everybody else meanwhile."""

import asyncio
import json
import time
from contextlib import suppress
from itertools import cycle

import psutil  # type: ignore[import-untyped]  # brings no types

from bench.client import HOST, Client, parse_head, request_bytes
from bench.machine import load
from bench.setting import Setting
from bench.table import Figure, Target, figure
from netz.accounts.hashing import AT_ONCE

CONNECTIONS = 8
SECONDS = 6.0
RATE = 20  # sign-ins a second, beside which others are measured
NEIGHBOURS = 4  # people at work, each asking again a moment after each answer
# Seconds of that moment: for a busy desk, and where two cores have next to nothing left anyway.
PAUSES = (0.1, 0.02)
ROUNDS = 6  # quiet and busy in turn, so that the machine's own changes meet both
ROUND_SECONDS = 4.0
SLOWER = 4 / 3
WORK = "/api/v2/documents?limit=20"


def measure(setting: Setting) -> None:
    """How many sign-ins a second there can be, and others' waiting beside twenty of them."""
    requests = _sign_ins(setting)
    port, loaded = setting.product.port, load()
    seconds = SECONDS / 3 if setting.small else SECONDS
    asyncio.run(_together(port, requests, seconds / 3))
    before = _cpu_seconds(setting)
    times = asyncio.run(_together(port, requests, seconds))
    cost = (_cpu_seconds(setting) - before) / len(times) * 1000
    setting.add(
        f"sign-ins by password, {CONNECTIONS} at once (more is better)",
        Figure("sign-ins", "sign-ins/s", len(times) / seconds, count=len(times)),
        target=Target(least=RATE),
        note=f"each takes {figure('', 'ms', times).median:.0f} ms, of which all processes of the"
        f" product compute {cost:.0f} ms; {AT_ONCE} password hashed at a time",
        loaded=loaded,
    )
    for pause in PAUSES:
        _beside(setting, requests, pause)


def _cpu_seconds(setting: Setting) -> float:
    """What the product's processes have computed so far, the database's included."""
    spent = 0.0
    for process in setting.product.processes():
        with suppress(psutil.NoSuchProcess):
            times = process.cpu_times()
            spent += times.user + times.system
    return spent


def _beside(setting: Setting, requests: list[bytes], pause: float) -> None:
    loaded = load()
    seconds = ROUND_SECONDS / 4 if setting.small else ROUND_SECONDS
    quiet, busy, done = asyncio.run(
        _rounds(setting, requests, pause, setting.count(ROUNDS, least=2), seconds)
    )
    alone, beside = figure("without sign-ins", "ms", quiet), figure("beside", "ms", busy)
    assert alone.p95 is not None
    setting.add(
        f"GET {WORK} beside {RATE} sign-ins/s, {NEIGHBOURS} people at work who pause"
        f" {pause * 1000:.0f} ms",
        beside,
        alone,
        target=Target(p95=alone.p95 * SLOWER),
        note=f"p95 {beside.p95:.1f} ms beside {alone.p95:.1f} ms without sign-ins;"
        f" {done:.1f} sign-ins/s were done",
        loaded=loaded,
    )


def _sign_ins(setting: Setting) -> list[bytes]:
    """A request for each of the demo's people, as an app signs in."""
    with Client(setting.product.port) as client:
        people = client.get("/api/v2/demo").json()["accounts"]
    bodies = [{"email": one["email"], "password": one["password"]} for one in people]
    return [
        request_bytes("POST", "/_allauth/app/v1/auth/login", body=json.dumps(body).encode())
        for body in bodies
    ]


class _Line:
    """A connection that is kept open."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer

    @classmethod
    async def open(cls, port: int) -> "_Line":
        return cls(*await asyncio.open_connection(HOST, port))

    async def ask(self, request: bytes) -> float:
        """Milliseconds until the whole answer is there. Raises `RuntimeError` unless it is 200."""
        started = time.perf_counter()
        self.writer.write(request)
        status, length = parse_head(await self.reader.readuntil(b"\r\n\r\n"))
        await self.reader.readexactly(length)
        if status != 200:
            raise RuntimeError(f"status {status}")
        return (time.perf_counter() - started) * 1000


async def _together(port: int, requests: list[bytes], seconds: float) -> list[float]:
    """As many sign-ins as the connections get through."""
    until, waiting = time.perf_counter() + seconds, cycle(requests)
    spent: list[float] = []

    async def one() -> None:
        line = await _Line.open(port)
        while time.perf_counter() < until:
            spent.append(await line.ask(next(waiting)))
        line.writer.close()

    await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
    return spent


async def _rounds(
    setting: Setting, requests: list[bytes], pause: float, rounds: int, seconds: float
) -> tuple[list[float], list[float], float]:
    port = setting.product.port
    quiet: list[float] = []
    busy: list[float] = []
    done = 0
    for _ in range(rounds):
        quiet += await _people(setting, pause, seconds)
        signing = asyncio.create_task(_paced(port, requests, seconds))
        busy += await _people(setting, pause, seconds)
        done += await signing
    return quiet, busy, done / (rounds * seconds)


async def _people(setting: Setting, pause: float, seconds: float) -> list[float]:
    """What people at work wait for."""
    until = time.perf_counter() + seconds
    request = request_bytes("GET", WORK, key=setting.demo_key)

    async def one() -> list[float]:
        line, spent = await _Line.open(setting.product.port), []
        while time.perf_counter() < until:
            spent.append(await line.ask(request))
            await asyncio.sleep(pause)
        line.writer.close()
        return spent

    found = await asyncio.gather(*(one() for _ in range(NEIGHBOURS)))
    return [value for each in found for value in each]


async def _paced(port: int, requests: list[bytes], seconds: float) -> int:
    """Sign-ins at even distances, whatever each takes; how many ended in time."""
    started, waiting, done = time.perf_counter(), cycle(requests), 0
    free: list[_Line] = []
    running: set[asyncio.Task[None]] = set()

    async def one() -> None:
        nonlocal done
        line = free.pop() if free else await _Line.open(port)
        await line.ask(next(waiting))
        free.append(line)
        done += time.perf_counter() - started < seconds

    for number in range(int(seconds * RATE)):
        await asyncio.sleep(max(0.0, started + number / RATE - time.perf_counter()))
        task = asyncio.create_task(one())
        running.add(task)
        task.add_done_callback(running.discard)
    await asyncio.gather(*running)
    for line in free:
        line.writer.close()
    return done
