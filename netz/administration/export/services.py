"""Asking for an export, calling it off, and a link to its file."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.core import signing
from django.db import IntegrityError, transaction
from django.utils import timezone

from netz.administration.export import queries
from netz.administration.export.errors import (
    ExportLinkOver,
    ExportNotReady,
    ExportOver,
    ExportRuns,
    SeesOnlySome,
)
from netz.administration.export.places import SHELF
from netz.administration.models import ACTIVE, WorkspaceExport
from netz.assistant.attached_files import attached_bytes
from netz.audit.services import record
from netz.core.actor import Actor
from netz.knowledge.originals import original_bytes

LINK_LIFE = timedelta(hours=24)
_SALT = "netz.workspace.export"


def start_export(*, passages: bool, actor: Actor) -> WorkspaceExport:
    """Asks for an export; a job writes it. Raises `ExportRuns`, `NoRoomForExport`,
    `SeesOnlySome`."""
    from netz.administration.tasks import write_workspace_export

    require_everything(actor)
    SHELF.require_room(
        actor.workspace_id, original_bytes(actor.workspace_id) + attached_bytes(actor.workspace_id)
    )
    try:
        with transaction.atomic():
            export = WorkspaceExport.objects.create(
                workspace_id=actor.workspace_id,
                member_id=actor.member_id,
                asked_by=(actor.name or "NETZ AI")[:200],
                language=actor.language,
                passages=passages,
            )
    except IntegrityError as error:
        raise ExportRuns from error
    record(actor, "workspace.export", export, after={"passages": passages})
    write_workspace_export.defer(workspace_id=str(actor.workspace_id), export_id=str(export.id))
    return export


def cancel_export(export: WorkspaceExport, *, actor: Actor) -> WorkspaceExport:
    """Calls an export off; its attempt finds out and throws away what it wrote. Raises
    `ExportOver`."""
    rows = WorkspaceExport.objects.filter(pk=export.pk, state__in=ACTIVE)
    if not rows.update(state="cancelled", run="", ended_at=timezone.now()):
        raise ExportOver
    record(actor, "workspace.export_cancel", export)
    export.refresh_from_db()
    return export


@dataclass(frozen=True, slots=True)
class Link:
    """An address from which the file can be fetched until then, by one person."""

    url: str
    expires_at: datetime


def make_link(export: WorkspaceExport, *, actor: Actor) -> Link:
    """A link that opens for this member alone, for a day. Raises `ExportNotReady`."""
    require_everything(actor)
    if export.state != "ready" or export.expires_at is None:
        raise ExportNotReady
    token = signing.dumps(_bound(export, actor), salt=_SALT, compress=False)
    record(actor, "workspace.export_link", export)
    return Link(
        f"/api/v2/workspace/exports/{export.id}/file?token={token}",
        min(timezone.now() + LINK_LIFE, export.expires_at),
    )


def open_file(export_id: UUID, token: str, *, actor: Actor) -> tuple[Path, str]:
    """The file behind a link and the name to save it by. Raises `ExportNotFound`,
    `ExportLinkOver`, `ExportNotReady`."""
    export = queries.export(actor, export_id)
    try:
        told = signing.loads(token, salt=_SALT, max_age=LINK_LIFE)
    except signing.BadSignature as error:
        raise ExportLinkOver from error
    if told != _bound(export, actor):
        raise ExportLinkOver
    require_everything(actor)
    path = SHELF.file_of(actor.workspace_id, export.id)
    if export.state != "ready" or not path.exists():
        raise ExportNotReady
    record(actor, "workspace.download", export, after={"sha256": export.sha256})
    return path, f"netz-export-{export.created_at:%Y-%m-%d}.zip"


def require_everything(actor: Actor) -> None:
    """Raises `SeesOnlySome` for a member who acts for some companies alone."""
    if not actor.sees_all_companies:
        raise SeesOnlySome


def _bound(export: WorkspaceExport, actor: Actor) -> dict[str, str]:
    return {
        "export": str(export.id),
        "workspace": str(actor.workspace_id),
        "member": str(actor.member_id),
    }
