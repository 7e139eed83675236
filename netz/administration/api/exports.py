"""Endpoints of exports of the whole workspace."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Request
from fastapi.responses import FileResponse

from netz.administration.export import queries, services
from netz.core.actor import Actor
from netz.core.api.context import request_scope
from netz.core.api.router import Router
from netz.core.api.schema import Input, Output, Page
from netz.core.permissions import Permission

router = Router(tags=["workspace data"])

State = Literal["queued", "running", "ready", "failed", "cancelled", "expired"]


class ExportOfWorkspaceIn(Input):
    """What the file holds besides everything else: the passages read from documents."""

    passages: bool = False


class ExportOfWorkspace(Output):
    """An export: how far it is, and until when its file is kept.

    `error_code` is `no_room`, `interrupted` or `internal`, and empty unless it failed.
    """

    id: UUID
    created_at: datetime
    asked_by: str
    passages: bool
    state: State
    done: int
    total: int
    size: int
    sha256: str
    error_code: str
    ended_at: datetime | None
    expires_at: datetime | None


class ExportLink(Output):
    """Where the file is, for the person who asked, until then."""

    url: str
    expires_at: datetime


@router.get("/workspace/exports", permission=Permission.WORKSPACE_EXPORT)
def list_exports(actor: Actor) -> Page[ExportOfWorkspace]:
    """The newest exports of the workspace."""
    return Page(items=[ExportOfWorkspace.model_validate(one) for one in queries.exports(actor)])


@router.post(
    "/workspace/exports", permission=Permission.WORKSPACE_EXPORT, step_up=True, status_code=202
)
def start_export(actor: Actor, body: ExportOfWorkspaceIn) -> ExportOfWorkspace:
    """Starts an export of all data; one at a time. 507 when the disk has no room for it."""
    return ExportOfWorkspace.model_validate(
        services.start_export(passages=body.passages, actor=actor)
    )


@router.get("/workspace/exports/{export_id}", permission=Permission.WORKSPACE_EXPORT)
def read_export(actor: Actor, export_id: UUID) -> ExportOfWorkspace:
    """One export and how far it is."""
    return ExportOfWorkspace.model_validate(queries.export(actor, export_id))


@router.post("/workspace/exports/{export_id}/cancellation", permission=Permission.WORKSPACE_EXPORT)
def cancel_export(actor: Actor, export_id: UUID) -> ExportOfWorkspace:
    """Calls off an export that waits or runs; nothing of it is kept."""
    found = queries.export(actor, export_id)
    return ExportOfWorkspace.model_validate(services.cancel_export(found, actor=actor))


@router.post(
    "/workspace/exports/{export_id}/link",
    permission=Permission.WORKSPACE_EXPORT,
    step_up=True,
    status_code=201,
)
def make_link(actor: Actor, export_id: UUID) -> ExportLink:
    """A link to the file: for 24 hours, for this person, in this workspace."""
    return ExportLink.model_validate(
        services.make_link(queries.export(actor, export_id), actor=actor)
    )


@router.get(
    "/workspace/exports/{export_id}/file",
    permission=Permission.WORKSPACE_EXPORT,
    raw=True,
    response_class=FileResponse,
    responses={200: {"content": {"application/zip": {}}}},
)
def download_export(
    request: Request, export_id: UUID, token: Annotated[str, Query(max_length=500)] = ""
) -> FileResponse:
    """The file, with a link's token. That somebody took it is a row of the trail."""
    with request_scope(request, Permission.WORKSPACE_EXPORT) as actor:
        path, name = services.open_file(export_id, token, actor=actor)
    return FileResponse(
        path,
        media_type="application/zip",
        filename=name,
        headers={"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"},
    )
