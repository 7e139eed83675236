"""Reads of answers and suggestions; a member sees those of the own conversations."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from netz.assistant.answering.catalogue import ai_notice
from netz.assistant.errors import AnswerNotFound
from netz.assistant.models import Answer, Suggestion
from netz.assistant.schemas import AnswerOut, RatingOut
from netz.assistant.withholding import shown_bodies
from netz.core.actor import Actor
from netz.core.permissions import Permission
from netz.workspaces import queries as workspaces


def answer(actor: Actor, answer_id: UUID) -> Answer:
    """One answer of the member's own conversations. Raises `AnswerNotFound`."""
    found = (
        Answer.objects.filter(
            workspace_id=actor.workspace_id,
            conversation__member_id=actor.member_id,
            conversation__deleted_at=None,
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
    return answer_from(row, body, workspaces.current_workspace(actor).name)


def answer_from(row: Answer, body: dict[str, Any], workspace: str) -> AnswerOut:
    """A kept answer with the body that this reader may see; rating and hand-over joined."""
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
