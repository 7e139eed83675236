"""Reads of exports; every one takes the actor."""

from uuid import UUID

from netz.administration.export.errors import ExportNotFound
from netz.administration.models import WorkspaceExport
from netz.core.actor import Actor

SHOWN = 20


def exports(actor: Actor) -> list[WorkspaceExport]:
    """The newest exports."""
    rows = WorkspaceExport.objects.filter(workspace_id=actor.workspace_id)
    return list(rows.order_by("-created_at", "-id")[:SHOWN])


def export(actor: Actor, export_id: UUID) -> WorkspaceExport:
    """One of them. Raises `ExportNotFound`."""
    found = WorkspaceExport.objects.filter(workspace_id=actor.workspace_id, pk=export_id).first()
    if found is None:
        raise ExportNotFound
    return found
