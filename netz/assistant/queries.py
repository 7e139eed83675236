"""Reads of conversations, answers and suggestions; a member sees the own ones."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from netz.assistant.answering.catalogue import ai_notice
from netz.assistant.answering.types import Turn
from netz.assistant.errors import AnswerNotFound, ConversationNotFound
from netz.assistant.models import Answer, Conversation, Message, Suggestion
from netz.assistant.schemas import (
    AnswerOut,
    ConversationDetail,
    ConversationOut,
    MessageOut,
    RatingOut,
)
from netz.assistant.withholding import shown_bodies
from netz.core.actor import Actor
from netz.core.api.schema import read_cursor, write_cursor
from netz.workspaces import queries as workspaces

HISTORY_TURNS = 12


def conversation(actor: Actor, conversation_id: UUID) -> Conversation:
    """One of the member's own conversations. Raises `ConversationNotFound`."""
    found = Conversation.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id, pk=conversation_id
    ).first()
    if found is None:
        raise ConversationNotFound
    return found


def history(actor: Actor, conversation_id: UUID) -> tuple[Turn, ...]:
    """The last turns of a conversation, oldest first. Raises `ConversationNotFound`."""
    found = conversation(actor, conversation_id)
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
    actor: Actor, *, cursor: str | None, limit: int
) -> tuple[list[ConversationOut], str | None]:
    """One page of the member's conversations, the latest first."""
    rows = Conversation.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id
    ).order_by("-updated_at", "-id")
    if cursor:
        when, last = read_cursor(cursor, datetime, UUID)
        rows = rows.filter(Q(updated_at__lt=when) | Q(updated_at=when, id__lt=last))
    found = list(rows.annotate(number=Count("messages"))[: limit + 1])
    items = [
        ConversationOut(id=row.id, title=row.title, updated_at=row.updated_at, messages=row.number)
        for row in found[:limit]
    ]
    if len(found) <= limit:
        return items, None
    tail = found[limit - 1]
    return items, write_cursor(tail.updated_at.isoformat(), tail.id)


def conversation_detail(actor: Actor, conversation_id: UUID) -> ConversationDetail:
    """A conversation with all its messages. Raises `ConversationNotFound`."""
    found = conversation(actor, conversation_id)
    workspace = workspaces.current_workspace(actor).name
    rows = list(
        Message.objects.filter(workspace_id=actor.workspace_id, conversation=found)
        .select_related("answer__rating", "answer__handover")
        .order_by("created_at")
    )
    bodies = shown_bodies(actor, [row.answer for row in rows if row.role == "assistant"])
    messages = [
        MessageOut(
            id=row.id,
            role=row.role,
            text=bodies[row.answer.id]["text"] if row.role == "assistant" else row.text,
            answer=_stored_answer(row.answer, bodies[row.answer.id], workspace)
            if row.role == "assistant"
            else None,
            created_at=row.created_at,
        )
        for row in rows
    ]
    return ConversationDetail(id=found.id, title=found.title, messages=messages)


def answer(actor: Actor, answer_id: UUID) -> Answer:
    """One answer of the member's own conversations. Raises `AnswerNotFound`."""
    found = (
        Answer.objects.filter(
            workspace_id=actor.workspace_id,
            conversation__member_id=actor.member_id,
            pk=answer_id,
        )
        .select_related("rating", "handover")
        .first()
    )
    if found is None:
        raise AnswerNotFound
    return found


def stored_answer(actor: Actor, row: Answer) -> AnswerOut:
    """A kept answer as the API shows it to this reader today; rating and hand-over joined."""
    body = shown_bodies(actor, [row])[row.id]
    return _stored_answer(row, body, workspaces.current_workspace(actor).name)


def _stored_answer(row: Answer, body: dict[str, Any], workspace: str) -> AnswerOut:
    rating = getattr(row, "rating", None)
    return answer_out(
        body,
        id=row.id,
        conversation_id=row.conversation_id,
        question=row.question,
        workspace=workspace,
        cached=row.cached,
        took_ms=row.took_ms,
        created_at=row.created_at,
        rating=RatingOut(value=rating.value, comment=rating.comment) if rating else None,
        handover=getattr(row, "handover", None) is not None,
    )


def answer_out(
    body: dict[str, Any],
    *,
    id: UUID,  # noqa: A002  # the field's name in the API
    conversation_id: UUID,
    question: str,
    workspace: str,
    cached: bool,
    took_ms: float,
    created_at: datetime,
    rating: RatingOut | None = None,
    handover: bool = False,
) -> AnswerOut:
    """An answer from its stored body."""
    return AnswerOut(
        **{name: body[name] for name in _FROM_BODY},
        id=id,
        conversation_id=conversation_id,
        question=question,
        model=body["model"] or None,
        cached=cached,
        ai_notice=ai_notice(body["language"], workspace, by_model=body["generator"] == "model"),
        handover=handover,
        rating=rating,
        took_ms=took_ms,
        created_at=created_at,
    )


_FROM_BODY = (
    "status",
    "text",
    "language",
    "generator",
    "fallback",
    "confidence",
    "sentences",
    "citations",
    "nearest",
    "looked_for",
    "suggestions",
)


def suggestions(actor: Actor) -> list[str]:
    """Questions that the start page offers this member."""
    rows = Suggestion.objects.filter(workspace_id=actor.workspace_id)
    if not actor.is_staff:
        rows = rows.filter(staff_only=False).filter(
            Q(company=None) | Q(company_id=actor.company_id)
        )
    return list(rows.order_by("position", "id").values_list("text", flat=True))
