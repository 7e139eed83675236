"""Keeping filters of lists."""

from typing import Any

from netz.audit.services import record
from netz.core.actor import Actor
from netz.workspaces.errors import TooManySavedFilters
from netz.workspaces.models import Member, SavedFilter

MOST_FILTERS = 100


def save_filter(of: str, name: str, settings: dict[str, Any], *, actor: Actor) -> SavedFilter:
    """Keeps a filter; one of the same list and name is replaced. Raises `TooManySavedFilters`."""
    # Two tabs that save at once take turns: neither the name nor the most is passed by.
    Member.objects.select_for_update().get(workspace_id=actor.workspace_id, pk=actor.member_id)
    own = SavedFilter.objects.filter(workspace_id=actor.workspace_id, member_id=actor.member_id)
    row = own.filter(list=of, name=name).first()
    if row is None:
        if own.count() >= MOST_FILTERS:
            raise TooManySavedFilters(most=MOST_FILTERS)
        row = SavedFilter(
            workspace_id=actor.workspace_id, member_id=actor.member_id, list=of, name=name
        )
    row.settings = settings
    row.save()
    # What is sought may be a name or a word that was said: the trail tells the filter's name alone.
    record(actor, "filter.save", row, after={"list": of, "name": name})
    return row


def delete_filter(row: SavedFilter, *, actor: Actor) -> None:
    """Removes a filter; the list itself stays as it is."""
    record(actor, "filter.delete", row, before={"list": row.list, "name": row.name})
    row.delete()
