"""Reads of conversations, answers and suggestions; a member sees the own ones."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from netz.assistant.answering.catalogue import ai_notice
from netz.assistant.answering.types import Turn
from netz.assistant.errors import AnswerNotFound, ConversationClosed, ConversationNotFound
from netz.assistant.models import Answer, Conversation, Message, Suggestion
from netz.assistant.schemas import (
    AnswerOut,
    AskerOut,
    ConversationDetail,
    ConversationOut,
    MessageOut,
    RatingOut,
)
from netz.assistant.withholding import shown_bodies
from netz.core.actor import Actor
from netz.core.api.schema import read_cursor, write_cursor
from netz.core.errors import Forbidden
from netz.core.permissions import Permission
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


def _readable(actor: Actor) -> QuerySet[Conversation]:
    """The member's own conversations, and those of the companies that the member oversees."""
    rows = Conversation.objects.filter(workspace_id=actor.workspace_id)
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
    actor: Actor, *, of: Literal["own", "company"], cursor: str | None, limit: int
) -> tuple[list[ConversationOut], str | None]:
    """One page of conversations, the latest first: the member's own, or the companies' overseen.

    Raises `Forbidden` for `company` without the permission to oversee one.
    """
    if of == "company" and not actor.may(Permission.COMPANY_OVERSEE):
        raise Forbidden
    own = Q(member_id=actor.member_id)
    rows = (
        Conversation.objects.filter(workspace_id=actor.workspace_id)
        .filter(own if of == "own" else _overseen(actor) & ~own)
        .select_related("member__user", "company")
        .order_by("-updated_at", "-id")
    )
    if cursor:
        when, last = read_cursor(cursor, datetime, UUID)
        rows = rows.filter(Q(updated_at__lt=when) | Q(updated_at=when, id__lt=last))
    found = list(rows.annotate(number=Count("messages"))[: limit + 1])
    items = [
        ConversationOut(
            id=row.id,
            title=row.title,
            updated_at=row.updated_at,
            messages=row.number,
            asker=_asker(actor, row),
        )
        for row in found[:limit]
    ]
    if len(found) <= limit:
        return items, None
    tail = found[limit - 1]
    return items, write_cursor(tail.updated_at.isoformat(), tail.id)


def conversation_detail(actor: Actor, conversation_id: UUID) -> ConversationDetail:
    """A conversation with all its messages. Raises `ConversationNotFound`."""
    rows = _readable(actor).filter(pk=conversation_id)
    found = rows.select_related("member__user", "company").first()
    if found is None:
        raise ConversationNotFound
    workspace = workspaces.current_workspace(actor).name
    turns = list(
        Message.objects.filter(workspace_id=actor.workspace_id, conversation=found)
        .select_related("answer__rating", "answer__handover")
        .order_by("created_at")
    )
    bodies = shown_bodies(actor, [row.answer for row in turns if row.role == "assistant"])
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
        for row in turns
    ]
    return ConversationDetail(
        id=found.id, title=found.title, asker=_asker(actor, found), messages=messages
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
    companies = actor.companies(Permission.ANSWERS_ASK)
    if companies is not None:
        rows = rows.filter(Q(company=None) | Q(company_id__in=companies))
    if not actor.is_staff:
        rows = rows.filter(staff_only=False)
    return list(rows.order_by("position", "id").values_list("text", flat=True))
