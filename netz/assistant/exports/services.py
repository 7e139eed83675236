"""Asking for an export, calling it off, deleting it, and handing its file out."""

from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from netz.assistant.errors import ConversationNotFound
from netz.assistant.exporting import Format
from netz.assistant.exports import queries
from netz.assistant.exports.errors import (
    ExportExpired,
    ExportNotReady,
    ExportOutdated,
    ExportOver,
    ExportRuns,
    NothingToExport,
    TooManyToExport,
)
from netz.assistant.exports.places import SHELF
from netz.assistant.exports.running import KEPT, tell
from netz.assistant.models import ConversationExport
from netz.audit.services import record
from netz.core.actor import Actor

MOST = 20_000


def start_export(wanted: dict[str, Any], as_format: Format, *, actor: Actor) -> ConversationExport:
    """Asks for an export; a job writes it.

    Raises `ConversationNotFound` unless the actor may read all the ids, `NothingToExport`,
    `TooManyToExport`, `ExportRuns`, `NoRoomForExport`.
    """
    from netz.assistant.tasks import write_conversation_export

    count = _count(wanted, actor)
    SHELF.require_room(actor.workspace_id)
    try:
        with transaction.atomic():
            export = ConversationExport.objects.create(
                workspace_id=actor.workspace_id,
                member_id=actor.member_id,
                format=as_format,
                language=actor.language,
                wanted=wanted,
                permissions=sorted(one.value for one in actor.permissions),
                total=count,
            )
    except IntegrityError as error:
        raise ExportRuns from error
    told = {"format": as_format, "count": count}
    record(actor, "conversation.export_start", export, after=told)
    write_conversation_export.defer(workspace_id=str(actor.workspace_id), export_id=str(export.id))
    tell(export)
    return export


def _count(wanted: dict[str, Any], actor: Actor) -> int:
    ids = queries.wanted_ids(actor, wanted)
    if not ids:
        raise NothingToExport
    if len(ids) > MOST:
        raise TooManyToExport(count=len(ids), most=MOST)
    if "ids" in wanted and not queries.all_readable(actor, ids):
        raise ConversationNotFound
    return len(ids)


def cancel_export(export: ConversationExport, *, actor: Actor) -> ConversationExport:
    """Calls an export off; its attempt finds out and throws away what it wrote. Raises
    `ExportOver`."""
    now = timezone.now()
    rows = ConversationExport.objects.filter(
        workspace_id=actor.workspace_id, pk=export.pk, state__in=ConversationExport.ACTIVE
    )
    if not rows.update(state="cancelled", run="", ended_at=now, expires_at=now + KEPT):
        raise ExportOver
    record(actor, "conversation.export_cancel", export)
    export.refresh_from_db()
    tell(export)
    return export


def delete_export(export: ConversationExport, *, actor: Actor) -> None:
    """Takes an export out of the list, and its file away; one under way is called off by it."""
    export_id = export.id
    record(actor, "conversation.export_delete", export)
    export.delete()
    export.id = export_id
    export.state = "cancelled"
    tell(export)
    path = SHELF.file_of(actor.workspace_id, export_id)
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def open_file(export_id: UUID, *, actor: Actor) -> tuple[Path, str]:
    """The file and the name to save it by, for who may still read all that is in it.

    Raises `ExportNotFound`, `ExportNotReady`, `ExportExpired`, `ExportOutdated`.
    """
    export = queries.export(actor, export_id, expired=True)
    if export.state != "ready" or export.expires_at is None:
        raise ExportNotReady
    path = SHELF.file_of(actor.workspace_id, export.id)
    if export.expires_at <= timezone.now() or not path.exists():
        raise ExportExpired
    if not queries.still_open(actor, export):
        raise ExportOutdated
    told = {"format": export.format, "count": export.done}
    record(actor, "conversation.export_download", export, after=told)
    return path, export.file_name
