"""`GET /events`: the live stream of one member."""

import asyncio
import time
from collections.abc import AsyncIterator

from fastapi import Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from netz.core.actor import Actor
from netz.core.api.context import request_scope
from netz.core.api.router import Router
from netz.core.errors import Problem
from netz.core.live import ACCESS_CHANGED, LiveHub
from netz.core.permissions import Permission

router = Router(tags=["events"])

PING_SECONDS = 20.0
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def server_sent(event: str, data: str) -> str:
    """One event in the text/event-stream format."""
    lines = "".join(f"data: {line}\n" for line in data.split("\n"))
    return f"event: {event}\n{lines}\n"


def _actor(request: Request) -> Actor:
    with request_scope(request, Permission.STREAM) as actor:
        return actor


@router.get("/events", permission=Permission.STREAM, raw=True, response_class=StreamingResponse)
async def events(request: Request) -> StreamingResponse:
    """Live events of the signed-in member, as server-sent events.

    `document.updated`, `document.deleted`, `message.created`, `conversation.changed`,
    `conversation.presence`, `notice.changed`, `me.changed`, `resync` (load again), `ping`.
    """
    actor = await run_in_threadpool(_actor, request)
    hub: LiveHub = request.app.state.hub
    return StreamingResponse(
        _events(request, hub, actor), media_type="text/event-stream", headers=HEADERS
    )


async def _events(request: Request, hub: LiveHub, actor: Actor) -> AsyncIterator[str]:
    async with hub.subscribe(actor) as subscription:
        yield "retry: 2000\n" + server_sent("ping", "{}")
        check_at = time.monotonic() + PING_SECONDS
        while True:
            left = max(check_at - time.monotonic(), 0)
            try:
                kind, data = await asyncio.wait_for(subscription.queue.get(), left)
            except TimeoutError:
                kind, data = "ping", "{}"
            if kind == ACCESS_CHANGED or time.monotonic() >= check_at:
                try:
                    # A credential that was revoked or ran out ends its open stream too, however
                    # much there is to send on it.
                    subscription.actor = await run_in_threadpool(_actor, request)
                except Problem:
                    return
                check_at = time.monotonic() + PING_SECONDS
            if kind == ACCESS_CHANGED:
                # What the screen shows was read with other rights.
                kind, data = "resync", "{}"
            yield server_sent(kind, data)
