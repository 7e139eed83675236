"""Reads of answers and suggestions; a member sees those of the own conversations."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from netz.assistant.answering.catalogue import ai_notice, imported_notice
from netz.assistant.branching import parents
from netz.assistant.errors import AnswerNotFound
from netz.assistant.models import Answer, Conversation, Suggestion
from netz.assistant.queries.reach import readable_conversations
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
        .select_related("rating", "handover", "conversation")
        .first()
    )
    if found is None:
        raise AnswerNotFound
    return found


def repeated(actor: Actor, answer_id: UUID) -> Answer:
    """One that the actor was given before, in any conversation still within reach.

    Raises `AnswerNotFound`.
    """
    rows = Answer.objects.filter(
        workspace_id=actor.workspace_id,
        conversation__in=readable_conversations(actor).values("pk"),
        pk=answer_id,
    )
    found = rows.select_related("rating", "handover", "conversation").first()
    if found is None:
        raise AnswerNotFound
    return found


def stored_answer(actor: Actor, row: Answer) -> AnswerOut:
    """A kept answer as the API shows it to this reader today; rating and hand-over joined."""
    body = shown_bodies(actor, [row])[row.id]
    follows = tree_of(row.conversation)[row.id]
    return answer_from(row, body, workspaces.current_workspace(actor).name, follows)


def tree_of(row: Conversation) -> dict[UUID, UUID | None]:
    """The conversation's answers in the order of time, each with the one that it goes on from."""
    rows = Answer.objects.filter(workspace_id=row.workspace_id, conversation=row)
    return parents(rows.only("id", "follows", "instead_of").order_by("created_at"))


def answer_from(
    row: Answer, body: dict[str, Any], workspace: str, follows: UUID | None
) -> AnswerOut:
    """A kept answer with the body that this reader may see; rating and hand-over joined."""
    rating = getattr(row, "rating", None)
    return answer_out(
        body,
        id=row.id,
        conversation_id=row.conversation_id,
        follows=follows,
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
    follows: UUID | None,
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
        follows=follows,
        question=question,
        model=body["model"] or None,
        context=body.get("context"),
        cached=cached,
        ai_notice=_notice(body, workspace),
        handover=handover,
        rating=rating,
        took_ms=took_ms,
        created_at=created_at,
    )


def _notice(body: dict[str, Any], workspace: str) -> str:
    if body["generator"] == "imported":
        return imported_notice(body["language"], body["origin"])
    return ai_notice(
        body["language"],
        workspace,
        by_model=body["generator"] == "model",
        attached=any(one.get("attached") for one in body["citations"]),
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
