"""One module per provider kind, each with `build(spec, client)`: a pydantic-ai model.

The key is always given, never left for an SDK to find in the environment: another model's key
would go to this model's address. The SDKs take seconds to import, so nothing here is imported
before the first call to a provider; see `load`.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator
from importlib import import_module
from typing import Protocol

import httpx2

from netz.ai.specs import ChatModelSpec, ProviderName, Usage


class Caller(Protocol):
    """`netz.ai.providers.call.stream_text`."""

    def __call__(
        self,
        spec: ChatModelSpec,
        system: str,
        user: str,
        client: httpx2.AsyncClient,
        usage: Usage,
    ) -> AsyncGenerator[str, None]: ...


_lock = threading.Lock()
_callers: dict[ProviderName, Caller] = {}


def load(provider: ProviderName) -> Caller:
    """Imports what calls to this provider need; at once when that was done before."""
    with _lock:
        import_module(f"netz.ai.providers.{provider}")
        caller: Caller = import_module("netz.ai.providers.call").stream_text
        _callers[provider] = caller
    return caller


async def loaded(provider: ProviderName) -> Caller:
    """`load` without holding up the event loop."""
    caller = _callers.get(provider)
    return caller if caller is not None else await asyncio.to_thread(load, provider)
