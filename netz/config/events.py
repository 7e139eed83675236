"""Which event wakes which task: the one table that joins domains upwards."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from procrastinate.tasks import Task

from netz.assistant.tasks import (
    remind_staff,
    tell_assigned,
    tell_mentioned,
    tell_readers,
    tell_staff,
)
from netz.core.events import on

TASKS: dict[str, tuple[Task[Any, Any, Any], ...]] = {
    "conversation.assigned": (tell_assigned,),
    "handover.requested": (tell_staff,),
    "message.written": (tell_readers,),
    "note.written": (tell_mentioned,),
    "request.unanswered": (remind_staff,),
}


def wire() -> None:
    """Connects events to tasks; every process does so once Django is set up."""
    for kind, tasks in TASKS.items():
        for task in tasks:
            on(kind, task.name, _later(task))


def _later(task: Task[Any, Any, Any]) -> Callable[[UUID, UUID], None]:
    def defer(workspace_id: UUID, event_id: UUID) -> None:
        task.defer(workspace_id=str(workspace_id), event_id=str(event_id))

    return defer
