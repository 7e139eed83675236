"""Reads of conversations: a member's own, and those of the companies that the member oversees."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Lower

from netz.assistant.answering.types import Turn
from netz.assistant.errors import ConversationClosed, ConversationNotFound
from netz.assistant.models import Conversation, Message
from netz.assistant.queries.answers import answer_from
from netz.assistant.queries.narrowing import STATES, Content, Filing, State, about, filed_as
from netz.assistant.schemas import (
    AskerOut,
    ConversationDetail,
    ConversationOut,
    FilingOut,
    MessageOut,
)
from netz.assistant.withholding import shown_bodies
from netz.core.actor import Actor
from netz.core.api.paging import page_by
from netz.core.errors import Forbidden
from netz.core.permissions import Permission
from netz.workspaces import queries as workspaces

HISTORY_TURNS = 12

Whose = Literal["own", "company"]
Sort = Literal["updated", "-updated", "title", "-title"]
_SORTS: dict[str, tuple[F | Lower, type]] = {
    "updated": (F("updated_at"), datetime),
    "title": (Lower("title"), str),
}


def conversation(actor: Actor, conversation_id: UUID) -> Conversation:
    """One of the member's own conversations that isn't deleted. Raises `ConversationNotFound`."""
    return filed(actor, [conversation_id], states=("active", "archived"))[0]


def filed(
    actor: Actor, ids: list[UUID], *, states: tuple[State, ...] = ("active", "archived", "deleted")
) -> list[Conversation]:
    """The member's own conversations with these ids, in their order.

    Raises `ConversationNotFound` unless all of them are there, in one of the states.
    """
    wanted = Q()
    for state in states:
        wanted |= STATES[state]
    rows = _own(actor).filter(wanted).select_related("folder").in_bulk(ids)
    try:
        return [rows[one] for one in ids]
    except KeyError as missing:
        raise ConversationNotFound from missing


def _own(actor: Actor) -> QuerySet[Conversation]:
    return Conversation.objects.filter(workspace_id=actor.workspace_id, member_id=actor.member_id)


def _readable(actor: Actor) -> QuerySet[Conversation]:
    """The member's own conversations, and those of the companies that the member oversees."""
    rows = Conversation.objects.filter(workspace_id=actor.workspace_id, deleted_at=None)
    return rows.filter(Q(member_id=actor.member_id) | _overseen(actor))


def _overseen(actor: Actor) -> Q:
    """Conversations of the companies' people; a conversation keeps the company it was held for."""
    if not actor.may(Permission.COMPANY_OVERSEE):
        return Q(pk__in=())
    companies = actor.companies(Permission.COMPANY_OVERSEE)
    return Q(company__isnull=False) if companies is None else Q(company_id__in=companies)


def history(actor: Actor, conversation_id: UUID) -> tuple[Turn, ...]:
    """The last turns of a conversation to go on with, oldest first.

    Raises `ConversationNotFound`, and `ConversationClosed` for one that was held for a company
    which isn't the member's any more: what is asked now is none of that company's business.
    """
    found = conversation(actor, conversation_id)
    if found.company_id != actor.company_id:
        raise ConversationClosed
    rows = Message.objects.filter(workspace_id=actor.workspace_id, conversation=found)
    last = list(rows.select_related("answer").order_by("-created_at")[:HISTORY_TURNS])
    bodies = shown_bodies(actor, [row.answer for row in last if row.role == "assistant"])
    return tuple(
        Turn("user", row.text)
        if row.role == "user"
        else Turn("assistant", bodies[row.answer.id]["text"])
        for row in reversed(last)
    )


def conversations(
    actor: Actor,
    *,
    of: Whose,
    cursor: str | None,
    limit: int,
    filing: Filing | None = None,
    content: Content | None = None,
    sort: Sort = "-updated",
) -> tuple[list[ConversationOut], str | None]:
    """One page of conversations: the member's own, or the companies' overseen.

    How a member files a conversation is the member's alone: others see it as long as it isn't
    deleted, wherever it lies. Raises `Forbidden` for `company` without the permission.
    """
    rows = filed_as(_own(actor), filing or {}) if of == "own" else _others(actor)
    rows = about(rows, content or {})
    key, kind = _SORTS[sort.removeprefix("-")]
    found, following = page_by(
        rows.select_related("member__user", "company").annotate(number=Count("messages")),
        key,
        kind,
        descending=sort.startswith("-"),
        cursor=cursor,
        limit=limit,
    )
    items = [
        ConversationOut(
            id=row.id,
            title=row.title,
            updated_at=row.updated_at,
            messages=row.number,  # type: ignore[attr-defined]  # annotated
            asker=_asker(actor, row),
            filing=filing_of(row) if row.member_id == actor.member_id else None,
        )
        for row in found
    ]
    return items, following


def _others(actor: Actor) -> QuerySet[Conversation]:
    if not actor.may(Permission.COMPANY_OVERSEE):
        raise Forbidden
    return _readable(actor).filter(_overseen(actor)).exclude(member_id=actor.member_id)


def conversation_detail(actor: Actor, conversation_id: UUID) -> ConversationDetail:
    """A conversation with all its messages. Raises `ConversationNotFound`."""
    return conversation_details(actor, [conversation_id])[0]


def conversation_details(actor: Actor, ids: Sequence[UUID]) -> list[ConversationDetail]:
    """Conversations with all their messages, in the order of the ids.

    Raises `ConversationNotFound` unless the actor may read them all.
    """
    rows = _readable(actor).select_related("member__user", "company").in_bulk(ids)
    if any(one not in rows for one in ids):
        raise ConversationNotFound
    turns = list(
        Message.objects.filter(workspace_id=actor.workspace_id, conversation_id__in=ids)
        .select_related("answer__rating", "answer__handover")
        .order_by("created_at")
    )
    bodies = shown_bodies(actor, [row.answer for row in turns if row.role == "assistant"])
    workspace = workspaces.current_workspace(actor).name
    of = defaultdict(list)
    for turn in turns:
        of[turn.conversation_id].append(turn)
    return [_detail(actor, rows[one], of[one], bodies, workspace) for one in ids]


def _detail(
    actor: Actor,
    found: Conversation,
    turns: list[Message],
    bodies: dict[UUID, dict[str, Any]],
    workspace: str,
) -> ConversationDetail:
    messages = [
        MessageOut(
            id=row.id,
            role=row.role,
            text=bodies[row.answer.id]["text"] if row.role == "assistant" else row.text,
            answer=answer_from(row.answer, bodies[row.answer.id], workspace)
            if row.role == "assistant"
            else None,
            created_at=row.created_at,
        )
        for row in turns
    ]
    return ConversationDetail(
        id=found.id,
        title=found.title,
        asker=_asker(actor, found),
        filing=filing_of(found) if found.member_id == actor.member_id else None,
        messages=messages,
    )


def _asker(actor: Actor, row: Conversation) -> AskerOut | None:
    if row.member_id == actor.member_id:
        return None
    user = row.member.user
    return AskerOut(
        id=row.member_id,
        name=user.name or user.email,
        company=row.company.name if row.company else "",
    )


def filing_of(row: Conversation) -> FilingOut:
    """How its member keeps the conversation."""
    return FilingOut(
        pinned=row.pinned_at is not None,
        archived=row.archived_at is not None,
        deleted_at=row.deleted_at,
        folder_id=row.folder_id,
        tags=row.tags,
    )
