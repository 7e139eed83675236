"""Whom the assistant's events concern, and what each of them is told (`netz.notices`)."""

from datetime import datetime
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from netz.assistant.models import Assignment, Conversation, Handover, Message, Note, Participant
from netz.assistant.queries import together
from netz.core.models import Event
from netz.core.permissions import Role
from netz.notices.kinds import Kind
from netz.notices.services import no_longer, tell
from netz.workspaces.queries import MemberRow, staff_of

_STAFF = (Role.ADMIN, Role.AGENT)
_REMINDERS: tuple[Kind, ...] = ("unanswered",)


def tell_of_wish(workspace_id: UUID, event_id: UUID) -> None:
    """Each active member of the staff who acts for the company: somebody asks for a person."""
    event = Event.objects.get(workspace_id=workspace_id, pk=event_id)
    handover = Handover.objects.select_related(
        "answer", "member__user", "member__company", "conversation"
    ).get(workspace_id=workspace_id, pk=event.payload["handover_id"])
    member = handover.member
    waiting = Assignment.objects.filter(
        workspace_id=workspace_id, conversation_id=handover.conversation_id, status="waiting"
    )
    if not waiting.exists():  # taken since
        return
    tell(
        workspace_id,
        "request",
        [one.id for one in staff_of(workspace_id, _STAFF, company_id=member.company_id)],
        source=handover.pk,
        about=handover.conversation_id,
        path=_path(handover.conversation_id),
        words={
            "name": _name(member),
            "company": _line(member.company.name) if member.company else "—",
            "title": _line(handover.conversation.title),
            "question": handover.answer.question,
            "note": handover.note or "—",
        },
    )


def tell_of_waiting(workspace_id: UUID, event_id: UUID) -> None:
    """The same staff, as long as nobody has come."""
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
        return
    # One reminder stands at a time: the one that says how long it is by now.
    no_longer(workspace_id, row.id, _REMINDERS, but=event_id)
    waited = event.created_at - row.assignment.requested_at
    tell(
        workspace_id,
        "unanswered",
        [one.id for one in staff_of(workspace_id, _STAFF, company_id=row.company_id)],
        source=event_id,
        about=row.id,
        path=_path(row.id),
        words={
            "name": _name(row.member),
            "company": _line(row.company.name) if row.company else "—",
            "title": _line(row.title),
            "minutes": int(waited.total_seconds() // 60),
        },
    )


def tell_of_message(workspace_id: UUID, event_id: UUID) -> None:
    """Those who take part and don't have it on the screen; once until they have read it."""
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
        return
    row = message.conversation
    told = [one for one in together.audience(row) if one != message.author_id]
    _tell_away(row, "message", told, message.author, message.pk, message.created_at)


def tell_of_note(workspace_id: UUID, event_id: UUID) -> None:
    """The staff whom a note mentions and who don't have the conversation on the screen."""
    event = Event.objects.get(workspace_id=workspace_id, pk=event_id)
    note = (
        Note.objects.select_related("conversation", "author__user")
        .filter(workspace_id=workspace_id, pk=event.payload["note_id"])
        .first()
    )
    if note is None:
        return
    told = [UUID(one) for one in event.payload["mentions"]]
    _tell_away(note.conversation, "mention", told, note.author, note.pk, note.created_at)


def tell_of_assignment(workspace_id: UUID, event_id: UUID) -> None:
    """The member of staff who was given a conversation by somebody else."""
    event = Event.objects.get(workspace_id=workspace_id, pk=event_id)
    row = (
        Conversation.objects.select_related("assignment")
        .filter(
            workspace_id=workspace_id,
            pk=event.payload["conversation_id"],
            assignment__assignee_id=event.payload["assignee_id"],
            deleted_at=None,
        )
        .first()
    )
    if row is None:  # passed on since
        return
    tell(
        workspace_id,
        "assigned",
        [UUID(event.payload["assignee_id"])],
        source=event_id,
        about=row.id,
        path=_path(row.id),
        words={"name": event.payload["by"], "title": _line(row.title)},
    )


def _tell_away(
    row: Conversation,
    kind: Kind,
    members: list[UUID],
    author: MemberRow | None,
    source: UUID,
    at: datetime,
) -> None:
    """Each of the members who is away; of messages, who was told of none since they last read."""
    if row.member_id in members:  # who may never have been back since they asked
        Participant.objects.get_or_create(
            workspace_id=row.workspace_id, conversation=row, member_id=row.member_id
        )
    untold = Q(told_at=None) | Q(told_at__lt=F("read_at"))
    away = Participant.objects.filter(
        ~Q(seen_at__gt=timezone.now() - together.PRESENT_FOR) | Q(seen_at=None),
        untold if kind == "message" else Q(),  # who is called by name hears of it each time
        Q(read_at=None) | Q(read_at__lt=at),
        together.of_its_side(row),
        workspace_id=row.workspace_id,
        conversation=row,
        member_id__in=members,
        member__active=True,
        member__user__is_active=True,
    )
    told = list(away.values_list("member_id", flat=True))
    Participant.objects.filter(
        workspace_id=row.workspace_id, conversation=row, member_id__in=told
    ).update(told_at=timezone.now())
    tell(
        row.workspace_id,
        kind,
        told,
        source=source,
        about=row.id,
        path=_path(row.id),
        words={"name": _name(author) if author else "—", "title": _line(row.title)},
    )


def _path(conversation_id: UUID) -> str:
    return f"/conversations/{conversation_id}"


def _name(member: MemberRow) -> str:
    return _line(member.user.name or member.user.email)


def _line(text: str) -> str:
    """On one line: a subject takes no other."""
    return " ".join(text.split())
