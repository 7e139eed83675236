"""Mails of the assistant."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage

from netz.assistant.models import Handover
from netz.core.models import Event
from netz.core.permissions import Role
from netz.workspaces.queries import staff_of

_TEXTS = {
    "fr": (
        "{name} demande l’aide d’une personne",
        "{name} ({company}) a demandé de l’aide.\n\nQuestion : {question}\n"
        "Précision : {note}\n\nNETZ AI : {address}\n",
    ),
    "en": (
        "{name} asks for help from a person",
        "{name} ({company}) asked for help.\n\nQuestion: {question}\n"
        "Note: {note}\n\nNETZ AI: {address}\n",
    ),
}


def handover_letters(workspace_id: UUID, event_id: UUID) -> list[EmailMessage]:
    """One letter to each active member of the staff who acts for the company, in their language.

    None where no mail server is set up: the wish is kept and shown live all the same.
    """
    if not settings.MAIL_IS_SET_UP:
        return []
    event = Event.objects.get(workspace_id=workspace_id, pk=event_id)
    handover = Handover.objects.select_related("answer", "member__user", "member__company").get(
        workspace_id=workspace_id, pk=event.payload["handover_id"]
    )
    member = handover.member
    words = {
        "name": _line(member.user.name or member.user.email),
        "company": _line(member.company.name) if member.company else "—",
        "question": handover.answer.question,
        "note": handover.note or "—",
        "address": settings.PUBLIC_URL,
    }
    letters = []
    for person in staff_of(workspace_id, (Role.ADMIN, Role.AGENT), company_id=member.company_id):
        subject, body = _TEXTS["en" if person.language == "en" else "fr"]
        letters.append(
            EmailMessage(subject.format(**words), body.format(**words), to=[person.email])
        )
    return letters


def _line(text: str) -> str:
    """On one line: a subject takes no other."""
    return " ".join(text.split())
