"""Endpoints of a member's own exports of many conversations."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Request, Response
from fastapi.responses import FileResponse
from pydantic import Field

from netz.assistant.exporting import ENDINGS, MEDIA_TYPES
from netz.assistant.exports import queries, services
from netz.assistant.schemas import ConversationsNarrowing
from netz.core.actor import Actor
from netz.core.api.context import request_scope
from netz.core.api.router import Router
from netz.core.api.schema import Cursor, Input, Limit, Output, Page
from netz.core.permissions import Permission

router = Router(tags=["assistant"])

# By the ending of the file's name.
_TYPES = {ENDINGS[one]: kind for one, kind in MEDIA_TYPES.items()} | {"zip": "application/zip"}


class ExportOfIds(Input):
    """These conversations, in this order."""

    ids: Annotated[list[UUID], Field(min_length=1, max_length=10_000)]


class ExportOfList(Input):
    """All that a list holds when the job runs, in the list's order; never what was deleted."""

    filter: ConversationsNarrowing


class ExportAgain(Input):
    """What an earlier export of one's own asked for, as long as it is listed."""

    again: UUID


class ConversationExportIn(Input):
    """What is wanted as a file, and of what kind."""

    wanted: ExportOfIds | ExportOfList | ExportAgain
    format: Literal["markdown", "json", "csv", "pdf", "docx"] = "markdown"


class ConversationExportOut(Output):
    """An export: how far it is, and until when its file is kept. `left_out` are conversations that
    could not be read any more when it was made; `error_code` is `no_room`, `access_lost`,
    `interrupted` or `internal`, and empty unless it failed."""

    id: UUID
    created_at: datetime
    format: Literal["markdown", "json", "csv", "pdf", "docx"]
    state: Literal["waiting", "running", "ready", "failed", "cancelled"]
    done: int
    total: int
    left_out: int
    file_name: str
    size: int
    error_code: str
    ended_at: datetime | None
    expires_at: datetime | None


@router.get("/conversation-exports", permission=Permission.CONVERSATIONS_READ)
def list_conversation_exports(
    actor: Actor, cursor: Cursor = None, limit: Limit = 20
) -> Page[ConversationExportOut]:
    """One's own exports, the newest first."""
    items, following = queries.exports(actor, cursor=cursor, limit=limit)
    shown = [ConversationExportOut.model_validate(one) for one in items]
    return Page(items=shown, next_cursor=following)


@router.post("/conversation-exports", permission=Permission.CONVERSATIONS_READ, status_code=202)
def start_conversation_export(actor: Actor, body: ConversationExportIn) -> ConversationExportOut:
    """Has a file made of conversations that one may read, one at a time a member. 507 when the
    disk has no room for it."""
    if isinstance(body.wanted, ExportAgain):
        wanted: dict[str, Any] = queries.export(actor, body.wanted.again).wanted
    else:
        wanted = body.wanted.model_dump(mode="json", exclude_unset=True)
    if "ids" in wanted:
        wanted["ids"] = list(dict.fromkeys(wanted["ids"]))
    return ConversationExportOut.model_validate(
        services.start_export(wanted, body.format, actor=actor)
    )


@router.get("/conversation-exports/{export_id}", permission=Permission.CONVERSATIONS_READ)
def read_conversation_export(actor: Actor, export_id: UUID) -> ConversationExportOut:
    """One export and how far it is."""
    return ConversationExportOut.model_validate(queries.export(actor, export_id))


@router.post("/conversation-exports/{export_id}/cancel", permission=Permission.CONVERSATIONS_READ)
def cancel_conversation_export(actor: Actor, export_id: UUID) -> ConversationExportOut:
    """Calls off an export that waits or runs; nothing of it is kept."""
    found = queries.export(actor, export_id)
    return ConversationExportOut.model_validate(services.cancel_export(found, actor=actor))


@router.delete(
    "/conversation-exports/{export_id}",
    permission=Permission.CONVERSATIONS_READ,
    status_code=204,
)
def delete_conversation_export(actor: Actor, export_id: UUID) -> Response:
    """Takes an export out of the list, with its file."""
    services.delete_export(queries.export(actor, export_id), actor=actor)
    return Response(status_code=204)


@router.get(
    "/conversation-exports/{export_id}/file",
    permission=Permission.CONVERSATIONS_READ,
    raw=True,
    response_class=FileResponse,
    responses={200: {"content": {kind: {} for kind in _TYPES.values()}}},
)
def download_conversation_export(request: Request, export_id: UUID) -> FileResponse:
    """The file, as long as one may read all that is in it. 410 when its days are over, or what one
    may read has changed."""
    with request_scope(request, Permission.CONVERSATIONS_READ) as actor:
        path, name = services.open_file(export_id, actor=actor)
    return FileResponse(
        path,
        media_type=_TYPES[name.rpartition(".")[2]],
        filename=name,
        headers={"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"},
    )
