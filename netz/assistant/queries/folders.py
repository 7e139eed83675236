"""Reads of a member's own folders and tags."""

from collections import Counter
from uuid import UUID

from django.db.models import Count, Q

from netz.assistant.errors import FolderNotFound
from netz.assistant.models import Conversation, Folder
from netz.assistant.schemas import ConversationFolderOut, TagOut
from netz.core.actor import Actor

_SHOWN = Q(conversations__deleted_at=None, conversations__archived_at=None)


def folder(actor: Actor, folder_id: UUID) -> Folder:
    """One of the member's own folders. Raises `FolderNotFound`."""
    found = Folder.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id, pk=folder_id
    ).first()
    if found is None:
        raise FolderNotFound
    return found


def folders(actor: Actor) -> list[ConversationFolderOut]:
    """The member's folders by name, each with how many conversations lie in it."""
    rows = Folder.objects.filter(workspace_id=actor.workspace_id, member_id=actor.member_id)
    counted = rows.annotate(number=Count("conversations", filter=_SHOWN)).order_by("name", "id")
    return [
        ConversationFolderOut(id=row.id, name=row.name, conversations=row.number) for row in counted
    ]


def tags(actor: Actor) -> list[TagOut]:
    """The tags on the member's conversations, the commonest first."""
    rows = Conversation.objects.filter(
        workspace_id=actor.workspace_id,
        member_id=actor.member_id,
        deleted_at=None,
        archived_at=None,
    ).exclude(tags=[])
    counts = Counter(tag for row in rows.values_list("tags", flat=True) for tag in row)
    ordered = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    return [TagOut(name=name, conversations=number) for name, number in ordered]
