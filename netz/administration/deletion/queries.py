"""What a deletion would take away, and what the operator keeps of those that happened."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from netz.administration.models import DeletionRecord
from netz.assistant.attached_files import attached_bytes
from netz.audit.queries import last_changes
from netz.core.actor import Actor
from netz.knowledge.originals import original_bytes
from netz.workspaces.queries.closing import closes_at, sizes_of

_COUNTED = {
    "documents": "SELECT count(*) FROM knowledge_document"
    " WHERE workspace_id = %s AND deleted_at IS NULL",
    "conversations": "SELECT count(*) FROM assistant_conversation WHERE workspace_id = %s",
    "trail": "SELECT count(*) FROM audit_entry WHERE workspace_id = %s",
}


@dataclass(frozen=True, slots=True)
class Plan:
    """A deletion that waits for its day, or none."""

    closes_at: datetime | None
    asked_by: str
    asked_at: datetime | None


def plan(actor: Actor) -> Plan:
    """When the workspace is to be deleted, and who asked for it."""
    day = closes_at(actor.workspace_id)
    if day is None:
        return Plan(None, "", None)
    asked = last_changes(actor, ["workspace.close"]).get("workspace.close")
    return Plan(day, asked.actor_name if asked else "", asked.created_at if asked else None)


def extent(actor: Actor) -> dict[str, int]:
    """How much there is: what an export takes along and a deletion takes away."""
    size = original_bytes(actor.workspace_id) + attached_bytes(actor.workspace_id)
    found = {**sizes_of(actor.workspace_id), "bytes": size}
    with connection.cursor() as cursor:
        for name, sql in _COUNTED.items():
            cursor.execute(sql, [actor.workspace_id])
            found[name] = int(cursor.fetchone()[0])
    return found


def records() -> list[DeletionRecord]:
    """Every deletion of this installation, for the operator at the machine."""
    return list(DeletionRecord.objects.order_by("created_at"))
