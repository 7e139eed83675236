"""Live events: who is told what, and what happens to slow readers and lost connections."""

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

from django.conf import settings
from django.db import connections
from starlette.testclient import TestClient

from netz.core.actor import Actor
from netz.core.api.stream import server_sent
from netz.core.db import tenant
from netz.core.live import QUEUE_SIZE, LiveHub, publish
from netz.core.permissions import Permission
from tests.core.streams import live_stream
from tests.factories import World, actor_of, make_world

Item = tuple[str, str]


def tell(world: World, kind: str, **options: Any) -> None:
    with tenant(world.id):
        publish(world.id, kind, {"n": 1}, **options)


@asynccontextmanager
async def hub() -> AsyncIterator[LiveHub]:
    running = LiveHub(settings.APP_DSN)
    await running.start()
    await asyncio.wait_for(running.listening.wait(), 5)
    try:
        yield running
    finally:
        await running.stop()


async def received(queue: asyncio.Queue[Item]) -> Item:
    return await asyncio.wait_for(queue.get(), 5)


def run(scenario: Callable[[LiveHub], Awaitable[None]]) -> None:
    async def inside() -> None:
        async with hub() as running:
            await scenario(running)

    asyncio.run(inside())


def actor(world: World, name: str) -> Actor:
    def found() -> Actor:
        try:
            with tenant(world.id):
                return actor_of(world, world.people[name].member)
        finally:
            connections.close_all()

    # Scenarios run in an event loop, where the ORM refuses to work.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(found).result()


def test_an_event_has_the_form_that_browsers_read() -> None:
    assert server_sent("ping", "{}") == "event: ping\ndata: {}\n\n"
    assert server_sent("a", "x\ny") == "event: a\ndata: x\ndata: y\n\n"


def test_only_those_meant_are_told() -> None:
    world, other = make_world(), make_world()

    async def scenario(running: LiveHub) -> None:
        async with (
            running.subscribe(actor(world, "agent")) as agent,
            running.subscribe(actor(world, "guest")) as guest,
            running.subscribe(actor(other, "agent")) as neighbour,
        ):
            named = [world.guest.member.id]
            await asyncio.to_thread(tell, world, "staff", permission=Permission.DOCUMENTS_MANAGE)
            await asyncio.to_thread(tell, world, "named", members=named)
            await asyncio.to_thread(tell, world, "nobody")
            both = {"permission": Permission.DOCUMENTS_MANAGE, "members": named}
            await asyncio.to_thread(tell, world, "both", **both)
            assert [await received(agent.queue) for _ in range(2)] == [
                ("staff", '{"n": 1}'),
                ("both", '{"n": 1}'),
            ]
            assert [(await received(guest.queue))[0] for _ in range(2)] == ["named", "both"]
            assert agent.queue.empty()
            assert guest.queue.empty()
            assert neighbour.queue.empty()
        assert running._streams == {}, "a closed stream leaves nothing behind"

    run(scenario)


def test_what_is_rolled_back_is_told_to_nobody() -> None:
    world = make_world()

    def fail() -> None:
        try:
            with tenant(world.id):
                publish(world.id, "undone", {}, members=[world.agent.member.id])
                raise ValueError
        except ValueError:
            tell(world, "done", members=[world.agent.member.id])

    async def scenario(running: LiveHub) -> None:
        async with running.subscribe(actor(world, "agent")) as agent:
            await asyncio.to_thread(fail)
            assert (await received(agent.queue))[0] == "done"
            assert agent.queue.empty()

    run(scenario)


def test_a_slow_reader_is_told_to_load_again_instead_of_filling_memory() -> None:
    world = make_world()

    def flood() -> None:
        with tenant(world.id):
            for number in range(QUEUE_SIZE + 50):
                publish(world.id, "x", {"n": number}, members=[world.agent.member.id])
            publish(world.id, "last", {}, members=[world.agent.member.id])

    async def scenario(running: LiveHub) -> None:
        async with running.subscribe(actor(world, "agent")) as agent:
            await asyncio.to_thread(flood)
            kinds = []
            while not kinds or kinds[-1] != "last":
                await asyncio.sleep(0.2 if not kinds else 0)
                kinds.append((await received(agent.queue))[0])
            assert kinds[0] == "resync"
            assert len(kinds) <= QUEUE_SIZE

    run(scenario)


def test_a_lost_connection_is_made_again_and_readers_load_again() -> None:
    world = make_world()

    def kill_listeners() -> int:
        with connections["default"].cursor() as cursor:
            cursor.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                " WHERE application_name = 'netz-live'"
            )
            killed = int(cursor.fetchone()[0])
        connections["default"].close()
        return killed

    async def scenario(running: LiveHub) -> None:
        async with running.subscribe(actor(world, "agent")) as agent:
            assert await asyncio.to_thread(kill_listeners) >= 1
            assert await received(agent.queue) == ("resync", "{}")
            named = [world.agent.member.id]
            await asyncio.to_thread(tell, world, "after", members=named)
            assert (await received(agent.queue))[0] == "after"

    run(scenario)


def test_an_event_of_another_process_reaches_the_stream(client: TestClient) -> None:
    world = make_world()
    program = f"""
from uuid import UUID
from netz.config.bootstrap import bootstrap
bootstrap()
from netz.core.db import tenant
from netz.core.live import publish
workspace, member = UUID("{world.id}"), UUID("{world.guest.member.id}")
with tenant(workspace):
    publish(workspace, "from.elsewhere", {{"n": 2}}, members=[member])
"""
    with live_stream(client, world.guest.headers) as stream:
        subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
        text = stream.wait_for("from.elsewhere")
        text = stream.wait_for('{"n": 2}')
    assert text.startswith("retry: 2000\nevent: ping\n")


def test_a_quiet_stream_is_kept_awake(client: TestClient, monkeypatch: Any) -> None:
    from netz.core.api import stream as module

    monkeypatch.setattr(module, "PING_SECONDS", 0.2)
    started = time.monotonic()
    with live_stream(client, make_world().guest.headers) as stream:
        stream.wait_for("event: ping\ndata: {}\n\nevent: ping")
    assert time.monotonic() - started < 10


def test_a_closed_stream_is_forgotten(client: TestClient) -> None:
    world = make_world()
    with live_stream(client, world.guest.headers) as stream:
        assert stream.status == 200
    assert stream.ended
