"""Events: stored in the transaction of their cause, then acted on by the tasks that config names.

The outbox is the job queue itself: `emit` defers `dispatch_event` through the same connection, so
the job exists if and only if the change was committed.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from netz.core.models import Event

Handler = Callable[[UUID, UUID], None]
_deferrers: dict[str, dict[str, Handler]] = {}


def on(kind: str, name: str, defer: Handler) -> None:
    """Wires a kind of event to a function that defers the job `name` for `(workspace, event)`."""
    _deferrers.setdefault(kind, {})[name] = defer


def emit(
    workspace_id: UUID, kind: str, payload: Mapping[str, Any], *, member_id: UUID | None = None
) -> Event:
    """Stores the event and defers its tasks, inside the caller's transaction.

    `kind` is `noun.past` ("answer.given"); `payload` is JSON and holds ids, not contents.
    """
    event = Event.objects.create(
        workspace_id=workspace_id, kind=kind, payload=dict(payload), member_id=member_id
    )
    wake(workspace_id, kind, event.id)
    return event


def wake(workspace_id: UUID, kind: str, event_id: UUID) -> None:
    """Defers the tasks of an event that was stored by other means (see `emit`)."""
    for defer in _deferrers.get(kind, {}).values():
        defer(workspace_id, event_id)
