"""An export to a file of the machine, for the operator: written here and now, without a job."""

from pathlib import Path

from django.utils import timezone

from netz.administration.export.writing import Asked, Written, write_export
from netz.assistant.attached_files import attached_bytes
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.core.making import require_room
from netz.knowledge.originals import original_bytes
from netz.workspaces.queries.closing import facts_of


def export_to(target: Path, *, passages: bool, language: str, actor: Actor) -> Written:
    """Writes the file, whole or not at all. Raises `NoRoomForExport`."""
    with tenant(actor.workspace_id):
        name, slug = facts_of(actor.workspace_id)
        require_room(
            target, original_bytes(actor.workspace_id) + attached_bytes(actor.workspace_id)
        )
        record(actor, "workspace.export", after={"passages": passages, "to": "file"})
    asked = Asked(
        workspace_id=actor.workspace_id,
        name=name,
        slug=slug,
        asked_by="netz workspace export",
        language=language,
        passages=passages,
        until=timezone.now(),
    )
    part = target.with_name(target.name + ".part")
    written = write_export(asked, part, lambda done, total: None)
    part.rename(target)
    return written
