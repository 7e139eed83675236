"""What people do in a conversation that isn't theirs alone: write, note, let others in, be there.

All of it is told to the open screens of those who are in it, as ids; each screen then reads what
its own reader may see.
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from netz.assistant.models import Attachment, Conversation, Message, Note, Participant
from netz.assistant.queries import together
from netz.assistant.services import attaching
from netz.assistant.services.assigning import taken_by_writing
from netz.assistant.together_errors import (
    CannotTakePart,
    ConversationNotShareable,
    ConversationReadOnly,
    NotAmongParticipants,
    NotYoursToShare,
    TooManyParticipants,
)
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.events import emit
from netz.core.live import publish
from netz.core.permissions import Permission
from netz.notices.services import read_about
from netz.workspaces import queries as workspaces


def write_message(
    row: Conversation,
    text: str,
    mentions: Sequence[UUID],
    attachments: Sequence[Attachment] = (),
    *,
    actor: Actor,
) -> Message:
    """Writes to the others. Whoever writes takes part from then on; a member of staff who writes
    to somebody who waits looks after the conversation.

    Raises `ConversationReadOnly`, `CannotTakePart` for a mention of somebody who can't be in it,
    `AttachmentNotFound` for what was sent or removed meanwhile.
    """
    if not together.can_write(actor, row):
        raise ConversationReadOnly
    message = Message.objects.create(
        workspace_id=actor.workspace_id,
        conversation=row,
        role="person",
        author_id=actor.member_id,
        text=text,
    )
    attaching.send(attachments, conversation_id=row.pk, message_id=message.pk, actor=actor)
    now = message.created_at
    Conversation.objects.filter(workspace_id=actor.workspace_id, pk=row.pk).update(
        written_at=now, updated_at=now, archived_at=None
    )
    _mention(row, mentions, now, actor)
    _take_part(row, actor, now)
    taken_by_writing(row, actor=actor)
    record(actor, "message.write", message, after={"conversation": str(row.id)})
    emit(
        actor.workspace_id,
        "message.written",
        {"message_id": str(message.id)},
        member_id=actor.member_id,
    )
    tell(row, "message.created", {"message_id": message.id})
    _presence(row, actor, typing=False, known=True)
    return message


def write_note(row: Conversation, text: str, mentions: Sequence[UUID], *, actor: Actor) -> Note:
    """Writes beside the conversation, for staff alone; `row` is one that the actor can look after.

    Raises `CannotTakePart` for a mention of somebody who isn't staff, or can't be in it.
    """
    now = timezone.now()
    note = Note.objects.create(
        workspace_id=actor.workspace_id, conversation=row, author_id=actor.member_id, text=text
    )
    mentioned = _mention(row, mentions, now, actor, staff=True)
    _take_part(row, actor, now)
    record(actor, "note.write", note, after={"conversation": str(row.id)})
    if mentioned:
        emit(
            actor.workspace_id,
            "note.written",
            {"note_id": str(note.id), "mentions": [str(one) for one in mentioned]},
            member_id=actor.member_id,
        )
    publish(
        actor.workspace_id,
        "message.created",
        {"conversation_id": row.id, "message_id": note.id},
        members=together.staff_audience(row),
    )
    return note


def let_in(row: Conversation, member_ids: Sequence[UUID], *, actor: Actor) -> None:
    """Lets people take part, by name. The conversation's own member may, and staff who look after
    it. Raises `NotYoursToShare`, `ConversationNotShareable`, `CannotTakePart`."""
    _may_share(row, actor)
    if not together.can_write(actor, row):
        raise ConversationNotShareable
    _let_in(row, member_ids, actor)
    tell(row, "conversation.changed", {"ids": [row.id]})


def take_out(row: Conversation, member_id: UUID, *, actor: Actor) -> None:
    """Ends somebody's part in it: one's own, or as who may let people in.

    Raises `NotAmongParticipants`, `NotYoursToShare`.
    """
    if member_id != actor.member_id:
        _may_share(row, actor)
        if not actor.is_staff and member_id in together.staff_audience(row):
            raise NotYoursToShare  # who looks after it is the team's affair
    told = together.audience(row)
    held = Participant.objects.filter(
        workspace_id=actor.workspace_id,
        conversation=row,
        member_id=member_id,
        joined_at__isnull=False,
    ).exclude(member_id=row.member_id)
    if not held.update(joined_at=None, seen_at=None):
        raise NotAmongParticipants
    record(actor, "conversation.take_out", row, after={"member": str(member_id)})
    publish(actor.workspace_id, "conversation.changed", {"ids": [row.id]}, members=told)


def set_shared(row: Conversation, shared: bool, *, actor: Actor) -> bool:
    """Opens the conversation to its circle, or closes it again to those who weren't let in by name.

    Raises `NotYoursToShare`, `ConversationNotShareable`.
    """
    if row.member_id != actor.member_id:
        raise NotYoursToShare
    if shared and not together.can_write(actor, row):
        raise ConversationNotShareable
    if shared is not (row.shared_at is not None):
        told = together.audience(row)
        row.shared_at = timezone.now() if shared else None
        Conversation.objects.filter(workspace_id=actor.workspace_id, pk=row.pk).update(
            shared_at=row.shared_at
        )
        record(actor, "conversation.share", row, after={"shared": shared})
        publish(actor.workspace_id, "conversation.changed", {"ids": [row.id]}, members=told)
    return shared


def be_there(row: Conversation, *, typing: bool, read: bool, left: bool, actor: Actor) -> None:
    """Notes that a screen shows the conversation to the actor; the others' screens are told."""
    now = timezone.now()
    held, created = Participant.objects.get_or_create(
        workspace_id=actor.workspace_id, conversation=row, member_id=actor.member_id
    )
    came = created or held.seen_at is None or held.seen_at < now - together.PRESENT_FOR
    changed = {"seen_at": None if left else now}
    if read:
        changed["read_at"] = now
        read_about(actor.workspace_id, actor.member_id, row.pk)
    Participant.objects.filter(workspace_id=actor.workspace_id, pk=held.pk).update(**changed)
    news = read and row.written_at is not None and _before(held.read_at, row.written_at)
    if came or left or typing or news:
        known = not came and not left and not news
        _presence(row, actor, typing=typing and not left, known=known)


def _presence(row: Conversation, actor: Actor, *, typing: bool, known: bool) -> None:
    """Tells the others' screens; `known` when who is there, and has read, is as it was."""
    told = {"conversation_id": row.id, "member_id": actor.member_id}
    publish(
        actor.workspace_id,
        "conversation.presence",
        told | {"typing": typing, "known": known},
        members=[one for one in together.audience(row) if one != actor.member_id],
    )


def _before(read_at: datetime | None, written_at: datetime) -> bool:
    return read_at is None or read_at < written_at


def tell(row: Conversation, kind: str, payload: dict[str, object]) -> None:
    """Tells the open screens of those who are in it; of the staff, where it was passed to them."""
    asked = getattr(row, "assignment", None) is not None
    publish(
        row.workspace_id,
        kind,
        {"conversation_id": row.id, **payload},
        members=together.audience(row),
        permission=Permission.COMPANIES_READ if asked else None,
        companies=[row.company_id] if asked and row.company_id else None,
    )


def _may_share(row: Conversation, actor: Actor) -> None:
    if row.member_id != actor.member_id and not together.can_handle(actor, row):
        raise NotYoursToShare


def _mention(
    row: Conversation, mentions: Sequence[UUID], now: datetime, actor: Actor, *, staff: bool = False
) -> list[UUID]:
    """Marks those mentioned as called; whom the actor may let in is let in by it."""
    wanted = [one for one in dict.fromkeys(mentions) if one != actor.member_id]
    if not wanted:
        return []
    present = {one.id: one for one in together.people(actor, row)}
    if staff and any(one in present and not present[one].staff for one in wanted):
        raise CannotTakePart
    new = [one for one in wanted if one not in present]
    if new:
        _may_share(row, actor)
        _let_in(row, new, actor, staff=staff)
    for one in wanted:
        Participant.objects.update_or_create(
            workspace_id=actor.workspace_id,
            conversation=row,
            member_id=one,
            defaults={"mentioned_at": now},
        )
    return wanted


def _let_in(
    row: Conversation, member_ids: Sequence[UUID], actor: Actor, *, staff: bool = False
) -> None:
    wanted = [one for one in dict.fromkeys(member_ids) if one != row.member_id]
    known = workspaces.members_by_id(actor, wanted)
    able = together.admissible(row, known)
    if len(able) != len(wanted) or (staff and any(one.company_id for one in able)):
        raise CannotTakePart
    joined = Participant.objects.filter(
        workspace_id=actor.workspace_id, conversation=row, joined_at__isnull=False
    ).exclude(member_id__in=wanted)
    if joined.count() + len(wanted) > together.MOST_PEOPLE:
        raise TooManyParticipants(most=together.MOST_PEOPLE)
    now = timezone.now()
    for one in able:
        _join(row, one.id, now)
    record(actor, "conversation.let_in", row, after={"members": [str(one.id) for one in able]})


def _take_part(row: Conversation, actor: Actor, now: datetime) -> None:
    """Whoever writes has read what stands there, and is one of the conversation's people."""
    if row.member_id != actor.member_id:
        _join(row, actor.member_id, now)
    Participant.objects.update_or_create(
        workspace_id=actor.workspace_id,
        conversation=row,
        member_id=actor.member_id,
        defaults={"read_at": now, "seen_at": now},
    )


def _join(row: Conversation, member_id: UUID, now: datetime) -> None:
    held, _ = Participant.objects.get_or_create(
        workspace_id=row.workspace_id, conversation=row, member_id=member_id
    )
    if held.joined_at is None:
        Participant.objects.filter(workspace_id=row.workspace_id, pk=held.pk).update(joined_at=now)
