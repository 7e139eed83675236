"""Endpoints of the deletion of the whole workspace."""

from datetime import datetime
from typing import Annotated

from fastapi import Response
from pydantic import Field

from netz.administration.deletion import queries
from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission
from netz.workspaces.services.closing import (
    FEWEST_DAYS,
    MOST_DAYS,
    USUAL_DAYS,
    close_workspace,
    keep_workspace,
)

router = Router(tags=["workspace data"])


class ExtentOut(Output):
    """How much the workspace holds."""

    members: int
    companies: int
    documents: int
    conversations: int
    trail: int
    bytes: int


class DeletionOut(Output):
    """When the workspace is to be deleted and who asked for it; nulls where nobody did."""

    closes_at: datetime | None
    asked_by: str
    asked_at: datetime | None
    extent: ExtentOut
    usual_days: int = USUAL_DAYS
    fewest_days: int = FEWEST_DAYS
    most_days: int = MOST_DAYS


class DeletionIn(Input):
    """The workspace's name, typed in, and in how many days it is deleted."""

    name: str = Field(min_length=1, max_length=200)
    days: Annotated[int, Field(ge=FEWEST_DAYS, le=MOST_DAYS)] = USUAL_DAYS


@router.get("/workspace/deletion", permission=Permission.WORKSPACE_DELETE)
def read_deletion(actor: Actor) -> DeletionOut:
    """Whether the workspace is to be deleted, and what that would take away."""
    return _shown(actor)


@router.post(
    "/workspace/deletion", permission=Permission.WORKSPACE_DELETE, step_up=True, status_code=201
)
def ask_for_deletion(actor: Actor, body: DeletionIn) -> DeletionOut:
    """Sets the day on which everything is deleted. Everybody is told; until then it can be taken
    back."""
    close_workspace(body.name, days=body.days, actor=actor)
    return _shown(actor)


@router.delete("/workspace/deletion", permission=Permission.WORKSPACE_DELETE, status_code=204)
def take_deletion_back(actor: Actor) -> Response:
    """Keeps the workspace. Without a deletion that waits nothing happens."""
    keep_workspace(actor=actor)
    return Response(status_code=204)


def _shown(actor: Actor) -> DeletionOut:
    found = queries.plan(actor)
    return DeletionOut(
        closes_at=found.closes_at,
        asked_by=found.asked_by,
        asked_at=found.asked_at,
        extent=ExtentOut(**queries.extent(actor)),
    )
