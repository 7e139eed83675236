"""Many live conversations: how soon what a person writes is on the others' open screens.

Five hundred conversations of four people of one company each, everybody with a stream open, and in
each conversation somebody writes every ten seconds. A delay runs from the moment the message is
sent over HTTP to the notice in each of the other three streams; the notice names the message, which
the screen then reads.
"""

import asyncio
import hashlib
import json
import random
import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from bench.client import HOST, request_bytes
from bench.machine import load
from bench.setting import Setting, Space
from bench.table import Target, figure

CONVERSATIONS = 500
PEOPLE = 4  # of each
MESSAGES = 1500
EVERY_S = 10.0  # between two messages of a conversation
_OPENING = 50  # connections that are being opened at once
_SENDERS = 16  # connections on which messages are sent
_NOTICE = b"event: message.created"


@dataclass(slots=True)
class _Talk:
    """A conversation, the keys of its people, and when its last message was sent."""

    id: str
    keys: list[str]
    sent: float = 0.0
    writer: int = 0
    waiting: set[int] = field(default_factory=set)


class _Stream(asyncio.Protocol):
    """One person's open screen."""

    def __init__(self, request: bytes, talk: _Talk, person: int, delays: list[float]) -> None:
        self.request, self.talk, self.person, self.delays = request, talk, person, delays
        self.opened = asyncio.Event()
        self.lost = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        if _NOTICE in data and self.person in self.talk.waiting:
            self.talk.waiting.discard(self.person)
            self.delays.append((time.perf_counter() - self.talk.sent) * 1000)
        if b"event: ping" in data:
            self.opened.set()

    def connection_lost(self, error: Exception | None) -> None:
        self.lost = True
        self.opened.set()


def measure(setting: Setting) -> None:
    """The product alone: there is no reference that does the same."""
    loaded = load()
    count = setting.count(CONVERSATIONS)
    talks = _talks(setting.space("live"), count)
    delays, lost, took = asyncio.run(_run(setting.product.port, talks, setting.count(MESSAGES)))
    setting.add(
        f"{count} live conversations, {count * PEOPLE:,} open streams: from writing to the others",
        figure("netz", "ms", delays),
        target=Target(p95=1000.0),
        note=f"{len(delays):,} deliveries, {lost} missing; {setting.count(MESSAGES) / took:.0f}"
        " messages/s; one client process writes and reads all and shares the cores",
        loaded=loaded,
    )


async def _run(port: int, talks: list[_Talk], messages: int) -> tuple[list[float], int, float]:
    loop, gate, delays = asyncio.get_running_loop(), asyncio.Semaphore(_OPENING), list[float]()

    async def open_one(talk: _Talk, person: int) -> _Stream:
        request = request_bytes("GET", "/api/v2/events", key=talk.keys[person])
        async with gate:
            _, stream = await loop.create_connection(
                lambda: _Stream(request, talk, person, delays), HOST, port
            )
            async with asyncio.timeout(120):
                await stream.opened.wait()
            return stream

    streams = await asyncio.gather(
        *(open_one(talk, person) for talk in talks for person in range(PEOPLE))
    )
    started = time.perf_counter()
    due: asyncio.Queue[_Talk] = asyncio.Queue()
    senders = [asyncio.create_task(_send(port, due)) for _ in range(_SENDERS)]
    pause = EVERY_S / len(talks)
    for number in range(messages):
        due.put_nowait(talks[number % len(talks)])
        await asyncio.sleep(max(started + (number + 1) * pause - time.perf_counter(), 0))
    await due.join()
    took = time.perf_counter() - started
    await asyncio.sleep(5)
    for sender in senders:
        sender.cancel()
    if any(stream.lost for stream in streams):
        raise RuntimeError("streams were closed by the server")
    for stream in streams:
        stream.transport.close()
    return delays, sum(len(talk.waiting) for talk in talks), took


async def _send(port: int, due: "asyncio.Queue[_Talk]") -> None:
    """Writes what is due on one connection of its own."""
    reader, writer = await asyncio.open_connection(HOST, port)
    while True:
        talk = await due.get()
        talk.writer = (talk.writer + 1) % PEOPLE
        body = json.dumps({"text": "Cela marche chez vous ?"}).encode()
        path = f"/api/v2/conversations/{talk.id}/messages"
        request = request_bytes("POST", path, key=talk.keys[talk.writer], body=body)
        talk.waiting |= {one for one in range(PEOPLE) if one != talk.writer}
        talk.sent = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        if b" 201 " not in head.split(b"\r\n", 1)[0]:
            raise RuntimeError(f"a message was refused: {head[:200]!r}")
        length = next(
            int(line.split(b":")[1])
            for line in head.lower().split(b"\r\n")
            if line.startswith(b"content-length")
        )
        await reader.readexactly(length)
        due.task_done()


def _talks(space: Space, count: int) -> list[_Talk]:
    """Conversations that are open to all of their people."""
    from django.utils import timezone

    from netz.accounts.models import User
    from netz.assistant.models import Conversation, Participant
    from netz.core.db import tenant
    from netz.core.ids import new_id
    from netz.core.permissions import Permission, Role
    from netz.workspaces.models import ApiKey, Member
    from netz.workspaces.services import add_company

    workspace, now = space.actor.workspace_id, timezone.now()
    users = User.objects.bulk_create(
        User(email=f"guest.{new_id().hex}@example.com", password="!") for _ in range(count * PEOPLE)
    )
    with tenant(workspace):
        companies = [add_company(f"Client {one}", actor=space.actor) for one in range(40)]
        members = Member.objects.bulk_create(
            Member(
                workspace_id=workspace,
                user=user,
                role=Role.GUEST,
                company=companies[at // PEOPLE % len(companies)],
            )
            for at, user in enumerate(users)
        )
        keys: list[str] = []
        rows: list[Any] = []
        for member in members:
            key = f"netz_{secrets.token_hex(4)}_{secrets.token_urlsafe(32)}"
            keys.append(key)
            rows.append(
                ApiKey(
                    workspace_id=workspace,
                    member=member,
                    name="bench",
                    prefix=key[:13],
                    key_hash=hashlib.sha256(key.encode()).hexdigest(),
                    scopes=[permission.value for permission in Permission],
                )
            )
        ApiKey.objects.bulk_create(rows)
        talks = []
        for at in range(0, len(members), PEOPLE):
            owner, *others = members[at : at + PEOPLE]
            row = Conversation.objects.create(
                workspace_id=workspace,
                member=owner,
                company_id=owner.company_id,
                title="Le VPN ne marche pas",
            )
            Participant.objects.bulk_create(
                Participant(workspace_id=workspace, conversation=row, member=one, joined_at=now)
                for one in others
            )
            talks.append(_Talk(str(row.id), keys[at : at + PEOPLE]))
    random.Random(3).shuffle(talks)
    return talks
