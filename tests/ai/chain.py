"""Runs a chain to its end and notes what a client would see."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from netz.ai.breaker import Breakers
from netz.ai.chat import ChatEvent, stream_chat
from netz.ai.clients import close_clients
from netz.ai.errors import ChainExhaustedError
from netz.ai.specs import ChatModelSpec, ProviderName
from netz.core.outbound import LOOPBACK_HOSTS
from tests.fakes.openai_server import FakeModelServer


@dataclass
class Clock:
    """A clock that moves when told."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Outcome:
    """The text a client holds at the end, all deltas, and the events in their order."""

    text: str = ""
    deltas: list[str] = field(default_factory=list)
    events: list[ChatEvent] = field(default_factory=list)
    error: ChainExhaustedError | None = None

    @property
    def kinds(self) -> list[str]:
        """Each event as `kind model`."""
        return [f"{event.kind} {event.model.id}" for event in self.events]

    def code(self, place: int = 0) -> str:
        """The code of the failure at this place among the failed models."""
        failed = [event.failure for event in self.events if event.kind == "failed"]
        failure = failed[place]
        assert failure is not None
        return failure.code.value


def spec_for(
    server: FakeModelServer,
    name: str = "a",
    *,
    provider: ProviderName = "openai",
    path: str = "/v1",
    timeout_s: float = 10.0,
    first_token_timeout_s: float | None = None,
    api_key: str | None = None,
    redact: bool = False,
    workspace_id: str = "",
) -> ChatModelSpec:
    """A model on the fake server."""
    return ChatModelSpec(
        id=name,
        name=name.upper(),
        provider=provider,
        base_url=server.url + path,
        model=server.model,
        api_key=server.key if api_key is None else api_key,
        timeout_s=timeout_s,
        first_token_timeout_s=first_token_timeout_s,
        redact=redact,
        workspace_id=workspace_id,
        local_hosts=LOOPBACK_HOSTS,
    )


def run(
    chain: Sequence[ChatModelSpec],
    *,
    system: str = "Réponds.",
    user: str = "Bonjour ?",
    breakers: Breakers | None = None,
) -> Outcome:
    """Streams one answer; a `restart` drops the text so far, as a client does."""
    outcome = Outcome()

    def note(event: ChatEvent) -> None:
        outcome.events.append(event)
        if event.kind == "restart":
            outcome.text = ""

    async def go() -> None:
        stream = stream_chat(chain, system, user, on_event=note, breakers=breakers or Breakers())
        try:
            async with aclosing(stream) as deltas:
                async for delta in deltas:
                    outcome.text += delta
                    outcome.deltas.append(delta)
        except ChainExhaustedError as error:
            outcome.error = error
        finally:
            await close_clients()

    asyncio.run(go())
    return outcome
