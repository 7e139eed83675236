"""What the trail is told of a model's calls: who asked, which model, how long; never what."""

import asyncio
from contextvars import copy_context
from dataclasses import dataclass

from netz.ai.chat import ChatEvent
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.db import tenant


@dataclass(frozen=True, slots=True)
class ModelCall:
    """One call that came to an end: `finished`, `failed`, or `left` by its reader."""

    provider: str
    model: str
    end: str
    ms: int
    failure: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None

    @classmethod
    def of(cls, event: ChatEvent, end: str) -> "ModelCall":
        """The call that an event tells of."""
        return cls(
            provider=event.model.provider,
            model=event.model.model,
            end=end,
            ms=round(event.ms),
            failure=event.failure.code.value if event.failure else None,
            input_tokens=event.usage.input_tokens or None,
            output_tokens=event.usage.output_tokens or None,
        )


def keep_calls(calls: list[ModelCall], *, actor: Actor) -> None:
    """Adds a row for each call, in the caller's transaction, and empties the list."""
    for call in calls:
        told = {
            "provider": call.provider,
            "model": call.model,
            "end": call.end,
            "ms": call.ms,
            "failure": call.failure,
            "input_tokens": call.input_tokens,
            "output_tokens": call.output_tokens,
        }
        record(actor, "model.call", after={k: v for k, v in told.items() if v is not None})
    calls.clear()


def keep_calls_of_a_leaver(calls: list[ModelCall], *, actor: Actor) -> None:
    """The same for a reader who left: the task ends here and can wait for nothing, so that a
    thread of its own keeps them."""

    def keep() -> None:
        with tenant(actor.workspace_id):
            keep_calls(calls, actor=actor)

    asyncio.get_running_loop().run_in_executor(None, copy_context().run, keep)
