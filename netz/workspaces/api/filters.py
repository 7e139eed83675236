"""Endpoints of the filters that a member keeps for the product's lists."""

from uuid import UUID

from fastapi import Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission
from netz.workspaces.models import SavedFilter
from netz.workspaces.queries.filters import saved_filter, saved_filters
from netz.workspaces.schemas.filters import FilterSettings, SavedFilterIn, SavedFilterOut
from netz.workspaces.services.filters import delete_filter, save_filter

router = Router(tags=["preferences"])


@router.get("/saved-filters", permission=Permission.PROFILE_READ)
def list_filters(actor: Actor) -> Page[SavedFilterOut]:
    """One's own filters, of all lists."""
    return Page(items=[_out(row) for row in saved_filters(actor)])


@router.post("/saved-filters", permission=Permission.PROFILE_WRITE, status_code=201)
def keep_filter(actor: Actor, body: SavedFilterIn) -> SavedFilterOut:
    """Keeps a filter; one of the same list and name is replaced."""
    return _out(save_filter(body.list, body.name, body.settings.model_dump(), actor=actor))


@router.delete("/saved-filters/{filter_id}", permission=Permission.PROFILE_WRITE, status_code=204)
def remove_filter(actor: Actor, filter_id: UUID) -> Response:
    """Removes one of one's own filters."""
    delete_filter(saved_filter(actor, filter_id), actor=actor)
    return Response(status_code=204)


def _out(row: SavedFilter) -> SavedFilterOut:
    settings = FilterSettings.model_validate(row.settings)
    return SavedFilterOut(id=row.id, list=row.list, name=row.name, settings=settings)
