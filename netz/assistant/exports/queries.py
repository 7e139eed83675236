"""Reads of a member's own exports, and of what they ask for; every one takes the actor."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from netz.assistant.exports.errors import ExportNotFound
from netz.assistant.models import Conversation, ConversationExport
from netz.assistant.queries.conversations import readable_ids
from netz.assistant.queries.narrowing import Content, Filing
from netz.assistant.queries.reach import own_conversations, readable_conversations
from netz.assistant.schemas import ConversationsNarrowing
from netz.core.actor import Actor
from netz.core.api.paging import page_by
from netz.knowledge import queries as knowledge


def exports(
    actor: Actor, *, cursor: str | None, limit: int
) -> tuple[list[ConversationExport], str | None]:
    """One page of the member's exports, the newest first."""
    return page_by(
        _current(actor),
        F("created_at"),
        datetime,
        descending=True,
        cursor=cursor,
        limit=limit,
    )


def export(actor: Actor, export_id: UUID, *, expired: bool = False) -> ConversationExport:
    """One of the member's own. Raises `ExportNotFound`, unless told so also for an expired one."""
    rows = _own(actor) if expired else _current(actor)
    found = rows.filter(pk=export_id).first()
    if found is None:
        raise ExportNotFound
    return found


def _current(actor: Actor) -> QuerySet[ConversationExport]:
    return _own(actor).filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))


def _own(actor: Actor) -> QuerySet[ConversationExport]:
    rows = ConversationExport.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id
    )
    # Whoever looks through a guest's eyes takes nothing of theirs away.
    return rows.none() if actor.previewed_by else rows


def wanted_ids(actor: Actor, wanted: dict[str, Any]) -> list[UUID]:
    """What is asked for: the ids as they are, or what the list holds now."""
    if "ids" in wanted:
        return [UUID(one) for one in wanted["ids"]]
    narrowing = ConversationsNarrowing.model_validate(wanted["filter"])
    only = narrowing.model_dump()
    return readable_ids(
        actor,
        of=narrowing.of,
        filing=cast(Filing, {name: only[name] for name in Filing.__annotations__}),
        content=cast(Content, {name: only[name] for name in Content.__annotations__}),
        request=narrowing.request,
        sort=narrowing.sort,
    )


def all_readable(actor: Actor, ids: list[UUID]) -> bool:
    """Whether the actor may read all of these conversations."""
    return readable_conversations(actor).filter(pk__in=ids).count() == len(ids)


def still_open(actor: Actor, export: ConversationExport) -> bool:
    """Whether all that the file holds may still be read by the member, through this credential.

    One's own conversations count also when they were deleted since.
    """
    if actor.company_id != export.read_for:
        return False
    held = Q(pk__in=readable_conversations(actor).values("pk")) | Q(
        pk__in=own_conversations(actor).values("pk")
    )
    rows = Conversation.objects.filter(
        held, workspace_id=actor.workspace_id, pk__in=export.conversations
    )
    if rows.count() != len(export.conversations):
        return False
    documents = set(export.documents)
    return actor.sees_all_companies or knowledge.readable_ids(actor, documents) == documents
