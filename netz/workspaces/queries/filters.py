"""Reads of the filters that a member keeps."""

from uuid import UUID

from netz.core.actor import Actor
from netz.workspaces.errors import SavedFilterNotFound
from netz.workspaces.models import SavedFilter


def saved_filters(actor: Actor) -> list[SavedFilter]:
    """The member's own, of all lists, by name."""
    rows = SavedFilter.objects.filter(workspace_id=actor.workspace_id, member_id=actor.member_id)
    return list(rows.order_by("list", "name"))


def saved_filter(actor: Actor, filter_id: UUID) -> SavedFilter:
    """One of the member's own. Raises `SavedFilterNotFound`."""
    found = SavedFilter.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id, pk=filter_id
    ).first()
    if found is None:
        raise SavedFilterNotFound
    return found
