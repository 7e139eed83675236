"""Mails of the assistant."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Q
from django.utils import timezone

from netz.accounts.models import User
from netz.assistant.models import Conversation, Handover, Message, Note, Participant
from netz.assistant.queries import together
from netz.core.models import Event
from netz.core.permissions import Role
from netz.workspaces.queries import MemberRow, staff_of

Texts = dict[str, tuple[str, str]]

_UNANSWERED: Texts = {
    "fr": (
        "{name} attend une personne depuis {minutes} min",
        "{name} ({company}) attend toujours une réponse : {title}\n\n"
        "Prendre la demande : {address}\n",
    ),
    "en": (
        "{name} has been waiting for a person for {minutes} min",
        "{name} ({company}) is still waiting for an answer: {title}\n\n"
        "Take the request: {address}\n",
    ),
}
_WRITTEN: Texts = {
    "fr": (
        "{name} vous a écrit",
        "{name} vous a écrit dans la conversation « {title} ».\n\nLire et répondre : {address}\n",
    ),
    "en": (
        "{name} wrote to you",
        "{name} wrote to you in the conversation “{title}”.\n\nRead and reply: {address}\n",
    ),
}
_MENTIONED: Texts = {
    "fr": (
        "{name} vous demande dans une note",
        "{name} vous a mentionné dans une note interne, dans la conversation « {title} »."
        "\n\nLa lire : {address}\n",
    ),
    "en": (
        "{name} asks for you in a note",
        "{name} mentioned you in an internal note, in the conversation “{title}”."
        "\n\nRead it: {address}\n",
    ),
}
_TEXTS: Texts = {
    "fr": (
        "{name} demande l’aide d’une personne",
        "{name} ({company}) a demandé de l’aide.\n\nQuestion : {question}\n"
        "Précision : {note}\n\nPrendre la demande : {address}\n",
    ),
    "en": (
        "{name} asks for help from a person",
        "{name} ({company}) asked for help.\n\nQuestion: {question}\n"
        "Note: {note}\n\nTake the request: {address}\n",
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
        "address": _address(handover.conversation_id),
    }
    people = staff_of(workspace_id, (Role.ADMIN, Role.AGENT), company_id=member.company_id)
    return [_letter(person, _TEXTS, words) for person in people]


def request_letters(workspace_id: UUID, event_id: UUID) -> list[EmailMessage]:
    """Reminds the staff who act for the company that somebody still waits for a person."""
    if not settings.MAIL_IS_SET_UP:
        return []
    event = Event.objects.get(workspace_id=workspace_id, pk=event_id)
    row = (
        Conversation.objects.select_related("member__user", "company", "assignment")
        .filter(
            workspace_id=workspace_id,
            pk=event.payload["conversation_id"],
            assignment__status="waiting",
        )
        .first()
    )
    if row is None:  # taken since
        return []
    minutes = int((event.created_at - row.assignment.requested_at).total_seconds() // 60)
    words = {
        "name": _line(row.member.user.name or row.member.user.email),
        "company": _line(row.company.name) if row.company else "—",
        "title": _line(row.title),
        "minutes": minutes,
        "address": _address(row.id),
    }
    people = staff_of(workspace_id, (Role.ADMIN, Role.AGENT), company_id=row.company_id)
    return [_letter(person, _UNANSWERED, words) for person in people]


def message_letters(workspace_id: UUID, event_id: UUID) -> list[EmailMessage]:
    """Tells those who take part, and don't have it on the screen, that somebody wrote to them; once
    until they have read it."""
    if not settings.MAIL_IS_SET_UP:
        return []
    event = Event.objects.get(workspace_id=workspace_id, pk=event_id)
    message = (
        Message.objects.select_related("conversation", "author__user")
        .filter(
            workspace_id=workspace_id,
            pk=event.payload["message_id"],
            conversation__deleted_at=None,
        )
        .first()
    )
    if message is None:
        return []
    row = message.conversation
    told = [one for one in together.audience(row) if one != message.author_id]
    return _to_readers(row, told, message.author, _WRITTEN, message.created_at)


def note_letters(workspace_id: UUID, event_id: UUID) -> list[EmailMessage]:
    """Tells the staff whom a note mentions and who don't have the conversation on the screen."""
    if not settings.MAIL_IS_SET_UP:
        return []
    event = Event.objects.get(workspace_id=workspace_id, pk=event_id)
    note = (
        Note.objects.select_related("conversation", "author__user")
        .filter(workspace_id=workspace_id, pk=event.payload["note_id"])
        .first()
    )
    if note is None:
        return []
    told = [UUID(one) for one in event.payload["mentions"]]
    return _to_readers(note.conversation, told, note.author, _MENTIONED, note.created_at)


def _to_readers(
    row: Conversation, members: list[UUID], author: MemberRow | None, texts: Texts, at: datetime
) -> list[EmailMessage]:
    """One letter to each of the members who is away and has had none since they last read."""
    if row.member_id in members:  # who may never have been back since they asked
        Participant.objects.get_or_create(
            workspace_id=row.workspace_id, conversation=row, member_id=row.member_id
        )
    away = Participant.objects.filter(
        ~Q(seen_at__gt=timezone.now() - together.PRESENT_FOR) | Q(seen_at=None),
        Q(told_at=None) | Q(told_at__lt=F("read_at")),
        Q(read_at=None) | Q(read_at__lt=at),
        together.of_its_side(row),
        workspace_id=row.workspace_id,
        conversation=row,
        member_id__in=members,
        member__active=True,
        member__user__is_active=True,
    ).select_related("member__user")
    rows = list(away)
    words = {
        "name": _line(author.user.name or author.user.email) if author else "—",
        "title": _line(row.title),
        "address": _address(row.id),
    }
    now = timezone.now()
    Participant.objects.filter(
        workspace_id=row.workspace_id, pk__in=[one.pk for one in rows]
    ).update(told_at=now)
    return [_letter(one.member.user, texts, words) for one in rows]


def _letter(person: User, texts: Texts, words: Mapping[str, object]) -> EmailMessage:
    subject, body = texts["en" if person.language == "en" else "fr"]
    return EmailMessage(subject.format(**words), body.format(**words), to=[person.email])


def _address(conversation_id: UUID) -> str:
    return f"{settings.PUBLIC_URL}/conversations/{conversation_id}"


def _line(text: str) -> str:
    """On one line: a subject takes no other."""
    return " ".join(text.split())
