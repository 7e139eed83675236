"""Reads of workspaces."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from netz.core.actor import Actor
from netz.workspaces.models import Workspace


@dataclass(frozen=True, slots=True)
class WorkspaceRef:
    """A workspace that a user belongs to."""

    id: UUID
    name: str


def current_workspace(actor: Actor) -> Workspace:
    """The actor's workspace."""
    return Workspace.objects.get(pk=actor.workspace_id)


def workspaces_of(actor: Actor) -> list[WorkspaceRef]:
    """Every workspace in which the actor's user is an active member."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM netz_workspaces_of_user(%s)", [actor.user_id])
        return [WorkspaceRef(*row) for row in cursor.fetchall()]
