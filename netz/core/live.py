"""Live screens: NOTIFY from any process at commit, one LISTEN a web process, a queue a stream."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import psycopg
import structlog
from django.db import connection

from netz.core.actor import Actor
from netz.core.permissions import Permission

log = structlog.get_logger(__name__)

CHANNEL = "netz_live"
# Not for screens: the streams of the members named look at their credentials again.
ACCESS_CHANGED = "access.changed"
QUEUE_SIZE = 200


def publish(
    workspace_id: UUID,
    kind: str,
    payload: Mapping[str, Any],
    *,
    members: Iterable[UUID] = (),
    permission: Permission | None = None,
    companies: Iterable[object] | None = None,
) -> None:
    """Tells open screens, when the transaction commits.

    Only the named members and those who hold `permission` are told, of whom a member who acts for
    some companies alone needs it for one of `companies` (None: it concerns none in particular).
    `payload` must stay small
    (PostgreSQL takes 8,000 bytes) and holds ids and states, not contents.
    """
    message = {
        "w": str(workspace_id),
        "k": kind,
        "p": dict(payload),
        "m": [str(member) for member in members],
        "r": permission.value if permission else None,
        "c": None if companies is None else [str(company) for company in companies],
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, json.dumps(message, default=str)])


@dataclass(eq=False, slots=True)
class Subscription:
    """One open stream: its reader and what waits to be sent."""

    actor: Actor
    queue: asyncio.Queue[tuple[str, str]] = field(
        default_factory=lambda: asyncio.Queue(maxsize=QUEUE_SIZE)
    )

    def wants(self, message: Mapping[str, Any]) -> bool:
        """Whether the message is meant for this reader."""
        actor = self.actor
        if actor.previewed_by is not None:
            # What is addressed to the person isn't the viewer's; changes of rights concern both.
            return bool(message["k"] == ACCESS_CHANGED)
        if str(actor.member_id) in message["m"]:
            return True
        if message["r"] is None or not actor.may(Permission(message["r"])):
            return False
        about, seen = message.get("c"), actor.companies(Permission(message["r"]))
        return about is None or seen is None or any(UUID(company) in seen for company in about)


class LiveHub:
    """Fans notifications out to a process's streams; listens again after a lost connection."""

    def __init__(self, dsn: str) -> None:
        self.dsn = dsn
        self._streams: dict[str, set[Subscription]] = {}
        self._task: asyncio.Task[None] | None = None
        self.listening = asyncio.Event()

    async def start(self) -> None:
        """Begins to listen."""
        self._task = asyncio.create_task(self._listen())

    async def stop(self) -> None:
        """Stops listening."""
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    @asynccontextmanager
    async def subscribe(self, actor: Actor) -> AsyncIterator[Subscription]:
        """A subscription that ends with the block."""
        subscription = Subscription(actor)
        streams = self._streams.setdefault(str(actor.workspace_id), set())
        streams.add(subscription)
        try:
            yield subscription
        finally:
            streams.discard(subscription)
            if not streams:
                self._streams.pop(str(actor.workspace_id), None)

    async def _listen(self) -> None:
        delay = 0.2
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(
                    self.dsn, autocommit=True, application_name="netz-live"
                ) as listener:
                    await listener.execute(f"LISTEN {CHANNEL}")
                    self._resync()
                    self.listening.set()
                    delay = 0.2
                    async for notice in listener.notifies():
                        self._deliver(notice.payload)
            except (psycopg.OperationalError, OSError) as error:
                log.warning("live connection lost", error=str(error).strip(), again_in_s=delay)
            self.listening.clear()
            await asyncio.sleep(delay)
            delay = min(delay * 2, 5)

    def _deliver(self, payload: str) -> None:
        message = json.loads(payload)
        data = json.dumps(message["p"])
        for subscription in tuple(self._streams.get(message["w"], ())):
            if subscription.wants(message):
                self._put(subscription, (message["k"], data))

    def _resync(self) -> None:
        """What happened while nobody listened is unknown: screens are asked to load again."""
        for streams in self._streams.values():
            for subscription in streams:
                self._put(subscription, ("resync", "{}"))

    @staticmethod
    def _put(subscription: Subscription, item: tuple[str, str]) -> None:
        if subscription.queue.full():
            # A reader that is too slow gets one order to reload instead of a growing backlog.
            while not subscription.queue.empty():
                subscription.queue.get_nowait()
            item = ("resync", "{}")
        subscription.queue.put_nowait(item)
