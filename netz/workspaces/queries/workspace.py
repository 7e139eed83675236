"""Reads of workspaces."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from netz.core.actor import Actor
from netz.workspaces.models import Workspace


@dataclass(frozen=True, slots=True)
class WorkspaceRef:
    """A workspace that a user belongs to, with what it still asks of this sign-in.

    `needs` is empty when it is open, else `sso`, `mfa`, `sign_in` or `method`.
    """

    id: UUID
    name: str
    role: str
    needs: str


def current_workspace(actor: Actor) -> Workspace:
    """The actor's workspace."""
    return Workspace.objects.get(pk=actor.workspace_id)


def workspaces_of(actor: Actor) -> list[WorkspaceRef]:
    """The workspaces between which this credential may choose; an API key or an
    application opens its own alone."""
    if actor.credential in ("api_key", "oauth"):
        return [WorkspaceRef(actor.workspace_id, actor.workspace_name, actor.role, "")]
    return workspaces_of_user(actor.user_id, actor.vouched_by, actor.authenticated_at)


def workspaces_of_user(
    user_id: UUID,
    vouched_by: UUID | None,
    signed_in_at: datetime | None,
    used: Sequence[str] | None = None,
) -> list[WorkspaceRef]:
    """Every workspace in which the user is an active member, by name; `used` are the ways in
    which the person signed in."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, name, role, needs FROM netz_workspaces_of_user(%s, %s, %s, %s)",
            [user_id, vouched_by, signed_in_at, None if used is None else json.dumps(used)],
        )
        # A provider can sign in as anybody of its domain: it must not learn where else they are.
        return [WorkspaceRef(*row) for row in cursor.fetchall() if row[3] != "elsewhere"]
