"""Reads of a workspace's looks."""

from uuid import UUID

from netz.workspaces.models import Branding


def branding_of(workspace_id: UUID) -> Branding:
    """The workspace's looks, or the product's own, which are not stored."""
    found = Branding.objects.filter(workspace_id=workspace_id).first()
    return found or Branding(workspace_id=workspace_id)


def sender_of(workspace_id: UUID) -> str | None:
    """The name that the workspace's mails come from; None for the installation's."""
    rows = Branding.objects.filter(workspace_id=workspace_id)
    return rows.values_list("sender", flat=True).first() or None
