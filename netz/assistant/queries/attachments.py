"""Reads of what was attached: one's own before it is sent, then whoever reads the conversation."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from netz.assistant.attachment_errors import (
    AttachmentNotFound,
    AttachmentNotReady,
    TooManyAttachments,
)
from netz.assistant.attachment_schemas import AttachedPassageOut, AttachmentOut
from netz.assistant.models import Attachment, Message
from netz.assistant.queries.reach import readable_conversations
from netz.core.actor import Actor
from netz.knowledge.errors import extraction_words
from netz.knowledge.types import Hit

MOST_A_MESSAGE = 5
PICTURES = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})


@dataclass(frozen=True, slots=True)
class AttachedPassage:
    """A piece of an attached file, in the form in which its row keeps it."""

    id: UUID
    ordinal: int
    text: str
    headings: tuple[str, ...]
    page: int | None
    blocks: tuple[dict[str, Any], ...]

    def stored(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "id": str(self.id),
            "ordinal": self.ordinal,
            "text": self.text,
            "headings": list(self.headings),
            "page": self.page,
            "blocks": list(self.blocks),
        }

    @classmethod
    def of(cls, stored: dict[str, Any]) -> "AttachedPassage":
        """From JSON."""
        return cls(
            id=UUID(stored["id"]),
            ordinal=stored["ordinal"],
            text=stored["text"],
            headings=tuple(stored["headings"]),
            page=stored["page"],
            blocks=tuple(stored["blocks"]),
        )


def attachment(actor: Actor, attachment_id: UUID) -> Attachment:
    """One that the actor may read. Raises `AttachmentNotFound`, also once it was removed."""
    found = Attachment.objects.filter(
        Q(message=None, member_id=actor.member_id)
        | Q(conversation__in=readable_conversations(actor).values("pk")),
        workspace_id=actor.workspace_id,
        pk=attachment_id,
    ).first()
    if found is None or found.state == "removed":
        raise AttachmentNotFound
    return found


def to_send(actor: Actor, ids: Sequence[UUID]) -> list[Attachment]:
    """The actor's own that were not sent yet, in the order of the ids.

    Raises `AttachmentNotFound`, `AttachmentNotReady` while one is read, `TooManyAttachments`.
    """
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    if len(wanted) > MOST_A_MESSAGE:
        raise TooManyAttachments(most=MOST_A_MESSAGE)
    rows = Attachment.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id, message=None
    ).in_bulk(wanted)
    if len(rows) != len(wanted):
        raise AttachmentNotFound
    if any(row.state == "reading" for row in rows.values()):
        raise AttachmentNotReady
    return [rows[one] for one in wanted]


def held_by(actor: Actor, conversation_id: UUID) -> list[Attachment]:
    """What was sent in a conversation that the caller has found to be open to the actor, and can
    be answered from; the latest first."""
    rows = Attachment.objects.filter(
        workspace_id=actor.workspace_id, conversation_id=conversation_id, state="ready"
    )
    return list(rows.exclude(media_type__in=PICTURES).order_by("-created_at"))


def hits_of(rows: Iterable[Attachment]) -> list[Hit]:
    """All passages of the files, as a search would hand them on; not ranked."""
    return [
        Hit(
            document_id=row.id,
            version_id=row.id,
            passage_id=passage.id,
            path=row.name,
            title=row.name,
            page=passage.page,
            headings=passage.headings,
            text=passage.text,
            language=row.language,
            score=0.0,
            lexical=0.0,
            coverage=0.0,
            ordinal=passage.ordinal,
            blocks=passage.blocks,
            attached=True,
        )
        for row in rows
        for passage in map(AttachedPassage.of, row.passages)
    ]


def shown_with(actor: Actor, messages: Iterable[Message]) -> dict[UUID, list[AttachmentOut]]:
    """What was attached to messages that the actor may read, by message."""
    rows = (
        Attachment.objects.filter(workspace_id=actor.workspace_id, message__in=messages)
        .defer("passages")
        .order_by("created_at")
    )
    of: dict[UUID, list[AttachmentOut]] = defaultdict(list)
    for row in rows:
        if row.message_id:
            of[row.message_id].append(attachment_out(actor, row))
    return of


def attachment_out(actor: Actor, row: Attachment) -> AttachmentOut:
    """An attachment as the API shows it."""
    words = extraction_words(row.error_code, actor.language) if row.error_code else None
    return AttachmentOut(
        id=row.id,
        name=row.name,
        kind="picture" if row.media_type in PICTURES else "document",
        media_type=row.media_type,
        size=row.size,
        state=row.state,
        problem=words.title if words else "",
        hint=words.hint if words else "",
        pages=row.pages,
        yours=row.member_id == actor.member_id,
        created_at=row.created_at,
    )


def passages_out(row: Attachment) -> list[AttachedPassageOut]:
    """What was read from the file, in order."""
    return [
        AttachedPassageOut(id=one.id, text=one.text, headings=list(one.headings), page=one.page)
        for one in map(AttachedPassage.of, row.passages)
    ]


def legible(rows: Sequence[Attachment]) -> list[Attachment]:
    """Those that the assistant has read."""
    return [row for row in rows if row.state == "ready" and row.media_type not in PICTURES]
