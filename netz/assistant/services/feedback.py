"""What a reader says back: a rating, or the wish for a person."""

from netz.assistant.errors import AnswerImported
from netz.assistant.models import Answer, Handover, Rating
from netz.assistant.services.assigning import wait_for_person
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.events import emit
from netz.core.live import publish
from netz.core.permissions import Permission


def rate_answer(answer: Answer, value: str, comment: str, *, actor: Actor) -> Rating:
    """Keeps the rating with the question, the answer and its passages; a new one replaces it.

    Raises `AnswerImported`.
    """
    _ours(answer)
    snapshot = {
        "question": answer.question,
        "text": answer.body["text"],
        "passages": [citation["passage_id"] for citation in answer.body["citations"]],
    }
    rating, _ = Rating.objects.update_or_create(
        workspace_id=actor.workspace_id,
        answer=answer,
        defaults={
            "member_id": actor.member_id,
            "value": value,
            "comment": comment,
            "snapshot": snapshot,
        },
    )
    record(actor, "answer.rate", answer, after={"value": value, "comment": comment})
    emit(
        actor.workspace_id,
        "answer.rated",
        {"answer_id": str(answer.id), "value": value},
        member_id=actor.member_id,
    )
    return rating


def request_handover(answer: Answer, note: str, *, actor: Actor) -> Handover:
    """Keeps the wish to be helped by a person; asking again changes the note alone. Unless a person
    looks after it already, the conversation waits for one from then on.

    Raises `AnswerImported`.
    """
    _ours(answer)
    handover, created = Handover.objects.update_or_create(
        workspace_id=actor.workspace_id,
        answer=answer,
        defaults={
            "conversation_id": answer.conversation_id,
            "member_id": actor.member_id,
            "note": note,
        },
    )
    record(actor, "handover.request", handover, after={"note": note})
    wait_for_person(answer.conversation, actor=actor)
    if created:
        emit(
            actor.workspace_id,
            "handover.requested",
            {"handover_id": str(handover.id)},
            member_id=actor.member_id,
        )
        publish(
            actor.workspace_id,
            "handover.requested",
            {"id": handover.id},
            permission=Permission.COMPANIES_READ,
            companies=[actor.company_id] if actor.company_id else None,
        )
    return handover


def _ours(answer: Answer) -> None:
    """Neither is meant for what another assistant said."""
    if answer.status == "imported":
        raise AnswerImported
