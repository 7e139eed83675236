"""Endpoints of conversations: lists, reading, filing."""

from typing import Annotated, cast
from uuid import UUID

from fastapi import File, Query, Response, UploadFile

from netz.assistant import queries
from netz.assistant.exporting import MEDIA_TYPES, export
from netz.assistant.importing import import_conversations
from netz.assistant.queries import together
from netz.assistant.queries.conversations import filing_of
from netz.assistant.queries.narrowing import Content, Filing
from netz.assistant.schemas import (
    ConversationChange,
    ConversationOut,
    ConversationsExport,
    ConversationsFilter,
    ConversationsFound,
    ConversationsImportOut,
    ConversationsSearch,
    FilingOut,
    ManyConversationsChange,
    ManyConversationsOut,
)
from netz.assistant.services.indexing import include_latest
from netz.assistant.services.organising import Changes, organise
from netz.assistant.together_schemas import OpenConversation
from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission

router = Router(tags=["assistant"])


@router.get("/conversations", permission=Permission.CONVERSATIONS_READ)
def list_conversations(
    actor: Actor, wanted: Annotated[ConversationsFilter, Query()]
) -> Page[ConversationOut]:
    """Conversations, the latest first: one's own, those that others shared with one (`of=shared`),
    for whoever oversees a client company those of its people (`of=company`), and for staff those
    that were passed to people (`of=requests`)."""
    only = wanted.model_dump()
    items, following = queries.conversations(
        actor,
        of=wanted.of,
        cursor=wanted.cursor,
        limit=wanted.limit,
        filing=cast(Filing, {name: only[name] for name in Filing.__annotations__}),
        content=cast(Content, {name: only[name] for name in Content.__annotations__}),
        request=wanted.request,
        sort=wanted.sort,
    )
    return Page(items=items, next_cursor=following)


@router.get("/conversations/search", permission=Permission.CONVERSATIONS_READ)
def search_conversations(
    actor: Actor, wanted: Annotated[ConversationsSearch, Query()]
) -> ConversationsFound:
    """Conversations in which something was said, in these words or others, with the places."""
    only = wanted.model_dump()
    if not actor.previewed_by:
        include_latest(actor)
    items, complete = queries.found_conversations(
        actor,
        wanted.q,
        of=wanted.of,
        filing=cast(Filing, {name: only[name] for name in Filing.__annotations__}),
        content=cast(Content, {name: only.get(name) for name in Content.__annotations__}),
        source=wanted.source,
        limit=wanted.limit,
    )
    return ConversationsFound(items=items, complete=complete)


@router.post("/conversations/changes", permission=Permission.CONVERSATIONS_READ)
def change_conversations(actor: Actor, body: ManyConversationsChange) -> ManyConversationsOut:
    """Files many of one's own conversations at once, deletes or restores them: all or none."""
    rows = queries.filed(actor, list(dict.fromkeys(body.ids)))
    organise(rows, _changes(actor, body, "add_tags", "remove_tags", "deleted"), actor=actor)
    return ManyConversationsOut(changed=len(rows))


@router.post(
    "/conversations/exports",
    permission=Permission.CONVERSATIONS_READ,
    response_class=Response,
    responses={200: {"content": {kind: {} for kind in MEDIA_TYPES.values()}}},
)
def export_conversations(actor: Actor, body: ConversationsExport) -> Response:
    """Conversations as a file, with what each answer rests on: one's own, or those of a company
    that one oversees. All of them, or none when one can't be read."""
    made = export(list(dict.fromkeys(body.ids)), body.format, actor=actor)
    return Response(
        made.content,
        media_type=made.media_type,
        headers={"Content-Disposition": f'attachment; filename="{made.name}"'},
    )


@router.post("/conversations/imports", permission=Permission.CONVERSATIONS_READ)
def import_from_elsewhere(
    actor: Actor,
    file: Annotated[
        UploadFile,
        File(description="ChatGPT's export (.zip or conversations.json) or Open WebUI's (.json)"),
    ],
) -> ConversationsImportOut:
    """Makes the conversations of another assistant's export one's own, at their own times. What is
    here already stays as it is; what can't be read is left out, with the reason. What was said
    there rests on no document and is marked as such; no other member can read it."""
    return ConversationsImportOut.model_validate(import_conversations(file.file, actor=actor))


@router.get("/conversations/{conversation_id}", permission=Permission.CONVERSATIONS_READ)
def read_conversation(actor: Actor, conversation_id: UUID) -> OpenConversation:
    """A conversation with its messages and the people in it: one's own, one that was shared with
    one or passed to the staff, or one of a company that one oversees."""
    return together.open_conversation(actor, conversation_id)


@router.patch("/conversations/{conversation_id}", permission=Permission.CONVERSATIONS_READ)
def change_conversation(actor: Actor, conversation_id: UUID, body: ConversationChange) -> FilingOut:
    """Renames, pins, archives, tags one's own conversation, or puts it in a folder."""
    row = queries.conversation(actor, conversation_id)
    organise([row], _changes(actor, body, "title", "tags"), actor=actor)
    return filing_of(row)


@router.delete(
    "/conversations/{conversation_id}", permission=Permission.CONVERSATIONS_READ, status_code=204
)
def delete_conversation(actor: Actor, conversation_id: UUID) -> Response:
    """Takes one's own conversation away. POST …/restoration undoes it for 30 days."""
    row = queries.conversation(actor, conversation_id)
    organise([row], Changes(deleted=True), actor=actor)
    return Response(status_code=204)


@router.post(
    "/conversations/{conversation_id}/restoration", permission=Permission.CONVERSATIONS_READ
)
def restore_conversation(actor: Actor, conversation_id: UUID) -> FilingOut:
    """Undoes a deletion."""
    (row,) = queries.filed(actor, [conversation_id])
    organise([row], Changes(deleted=False), actor=actor)
    return filing_of(row)


def _changes(
    actor: Actor, body: ConversationChange | ManyConversationsChange, *names: str
) -> Changes:
    """What the body speaks of. Raises `FolderNotFound` for a folder that isn't the member's."""
    spoken = body.model_dump(include={"pinned", "archived", *names} & body.model_fields_set)
    changes = cast(Changes, spoken)  # the names are its keys
    if "folder_id" in body.model_fields_set:
        chosen = body.folder_id
        changes["folder"] = None if chosen is None else queries.folder(actor, chosen)
    return changes
