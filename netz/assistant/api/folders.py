"""Endpoints of the folders that a member keeps conversations in."""

from uuid import UUID

from fastapi import Response

from netz.assistant import queries
from netz.assistant.schemas import (
    ConversationFolderIn,
    ConversationFolderOut,
    ConversationFoldersOut,
)
from netz.assistant.services.organising import create_folder, delete_folder, rename_folder
from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.permissions import Permission

router = Router(tags=["assistant"])


@router.get("/conversation-folders", permission=Permission.CONVERSATIONS_READ)
def list_folders(actor: Actor) -> ConversationFoldersOut:
    """One's own folders and tags."""
    return ConversationFoldersOut(folders=queries.folders(actor), tags=queries.tags(actor))


@router.post("/conversation-folders", permission=Permission.CONVERSATIONS_READ, status_code=201)
def make_folder(actor: Actor, body: ConversationFolderIn) -> ConversationFolderOut:
    """A new folder."""
    row = create_folder(body.name, actor=actor)
    return ConversationFolderOut(id=row.id, name=row.name, conversations=0)


@router.put("/conversation-folders/{folder_id}", permission=Permission.CONVERSATIONS_READ)
def change_folder(
    actor: Actor, folder_id: UUID, body: ConversationFolderIn
) -> ConversationFolderOut:
    """Gives a folder another name."""
    rename_folder(queries.folder(actor, folder_id), body.name, actor=actor)
    return next(one for one in queries.folders(actor) if one.id == folder_id)


@router.delete(
    "/conversation-folders/{folder_id}",
    permission=Permission.CONVERSATIONS_READ,
    status_code=204,
)
def remove_folder(actor: Actor, folder_id: UUID) -> Response:
    """Removes a folder; its conversations stay, outside of any folder."""
    delete_folder(queries.folder(actor, folder_id), actor=actor)
    return Response(status_code=204)
