"""Reads around the export and the end of a workspace, most of them for jobs."""

from datetime import datetime
from uuid import UUID

from netz.accounts.models import User
from netz.workspaces.closing_errors import WorkspaceCloses
from netz.workspaces.models import Company, Member, Workspace


def facts_of(workspace_id: UUID) -> tuple[str, str]:
    """The workspace's name and short name."""
    return Workspace.objects.values_list("name", "slug").get(pk=workspace_id)


def closes_at(workspace_id: UUID) -> datetime | None:
    """When the workspace is to be deleted."""
    return Workspace.objects.values_list("closes_at", flat=True).get(pk=workspace_id)


def user_of_member(workspace_id: UUID, member_id: UUID) -> User | None:
    """The person behind a member who is still active."""
    rows = Member.objects.filter(
        workspace_id=workspace_id, pk=member_id, active=True, user__is_active=True
    )
    found = rows.select_related("user").first()
    return found.user if found else None


def sizes_of(workspace_id: UUID) -> dict[str, int]:
    """How many members and client companies a workspace has."""
    return {
        "members": Member.objects.filter(workspace_id=workspace_id).count(),
        "companies": Company.objects.filter(workspace_id=workspace_id).count(),
    }


def refuse_newcomers(workspace_id: UUID) -> None:
    """Raises `WorkspaceCloses` while a workspace waits for its deletion."""
    if Workspace.objects.filter(pk=workspace_id, closes_at__isnull=False).exists():
        raise WorkspaceCloses
