"""HTTP clients for model servers, shared per event loop so that connections are reused."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

import httpx2

from netz.core.outbound import OutboundPolicy, open_client

_MOST_IDLE = 16


class _Shared:
    """A client and how many calls use it now."""

    def __init__(self, policy: OutboundPolicy) -> None:
        self.client = open_client(policy)
        self.users = 0


_Pool = OrderedDict[OutboundPolicy, _Shared]
_pools: WeakKeyDictionary[asyncio.AbstractEventLoop, _Pool] = WeakKeyDictionary()


@asynccontextmanager
async def client_for(policy: OutboundPolicy) -> AsyncIterator[httpx2.AsyncClient]:
    """A client that holds to `policy`, for the duration of one call."""
    # A client's connections belong to one event loop.
    pool = _pools.setdefault(asyncio.get_running_loop(), OrderedDict())
    shared = pool.get(policy) or pool.setdefault(policy, _Shared(policy))
    pool.move_to_end(policy)
    shared.users += 1
    try:
        yield shared.client
    finally:
        shared.users -= 1
        await _drop_idle(pool, keep=_MOST_IDLE)


async def close_clients() -> None:
    """Closes this event loop's clients; for shutdown."""
    await _drop_idle(_pools.get(asyncio.get_running_loop(), OrderedDict()), keep=0)


async def _drop_idle(pool: _Pool, keep: int) -> None:
    idle = [policy for policy, shared in pool.items() if not shared.users]
    for policy in idle[: max(0, len(idle) - keep)]:
        await pool.pop(policy).client.aclose()
