"""Reads of what several people are in together: who is there, who looks after it, its links."""

import hashlib
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from netz.assistant.errors import ConversationNotFound
from netz.assistant.models import (
    Assignment,
    Conversation,
    ConversationLink,
    Handover,
    Message,
    Note,
    Participant,
)
from netz.assistant.queries.attachments import shown_with
from netz.assistant.queries.conversations import (
    conversation_detail,
    conversations_out,
    details_of,
    person_out,
)
from netz.assistant.queries.reach import (
    helps_people,
    in_circle,
    readable_conversations,
    requested_conversations,
    shared_conversations,
    takes_part,
)
from netz.assistant.schemas import ConversationDetail, MessageOut, PersonOut
from netz.assistant.together_errors import LinkNotFound
from netz.assistant.together_schemas import (
    AssignmentOut,
    CanOut,
    ConversationLinkOut,
    ConversationSummaryOut,
    NoteOut,
    OpenConversation,
    ParticipantOut,
    TogetherCounts,
    TriedOut,
)
from netz.core.actor import Actor
from netz.core.permissions import Permission, Role
from netz.workspaces import queries as workspaces

PRESENT_FOR = timedelta(seconds=45)  # after a screen last told that it shows the conversation
MOST_PEOPLE = 50
MOST_LINKS = 20
_TRIED = 10
_COUNTED = 500


def readable(actor: Actor, conversation_id: UUID) -> Conversation:
    """One conversation within the member's reach. Raises `ConversationNotFound`."""
    found = (
        readable_conversations(actor)
        .filter(pk=conversation_id)
        .select_related("member__user", "member", "company", "assignment__assignee__user")
        .first()
    )
    if found is None:
        raise ConversationNotFound
    return found


def handled(actor: Actor, conversation_id: UUID) -> Conversation:
    """One that the member can look after as staff. Raises `ConversationNotFound`."""
    found = readable(actor, conversation_id)
    if not can_handle(actor, found):
        raise ConversationNotFound
    return found


def can_handle(actor: Actor, row: Conversation) -> bool:
    """Whether the actor, who reads it, is of the staff who act for its company."""
    if row.origin or not helps_people(actor) or actor.previewed_by:
        return False
    companies = actor.companies(Permission.COMPANIES_READ)
    return row.company_id is None or companies is None or row.company_id in companies


def can_write(actor: Actor, row: Conversation) -> bool:
    """Whether the actor, who reads it, can write in it: to oversee is to read alone, but for the
    staff who look after people's questions."""
    gone = row.member_id == actor.member_id and row.company_id != actor.company_id
    if row.origin or gone or actor.previewed_by:
        return False
    return can_handle(actor, row) or takes_part(actor, row)


def open_conversation(actor: Actor, conversation_id: UUID) -> OpenConversation:
    """A conversation with everything around it. Raises `ConversationNotFound`."""
    row = readable(actor, conversation_id)
    detail = conversation_detail(actor, conversation_id)
    own = row.member_id == actor.member_id
    handles = can_handle(actor, row)
    writes = can_write(actor, row)
    return OpenConversation(
        **{name: getattr(detail, name) for name in ConversationDetail.model_fields},
        shared=row.shared_at is not None,
        circle="company" if row.company_id else "staff",
        people=people(actor, row),
        assignment=_assignment(actor, row),
        notes=notes(actor, row) if handles else [],
        can=CanOut(
            ask=writes and (own or (in_circle(actor, row) and takes_part(actor, row))),
            write=writes,
            share=writes and own,
            handle=handles,
        ),
    )


def people(actor: Actor, row: Conversation) -> list[ParticipantOut]:
    """Whose conversation it is, who was let in, and who else has it on the screen."""
    now = timezone.now()
    rows = Participant.objects.filter(
        Q(joined_at__isnull=False) | Q(seen_at__gt=now - PRESENT_FOR) | Q(member_id=row.member_id),
        of_its_side(row),
        workspace_id=row.workspace_id,
        conversation=row,
        member__active=True,
    ).select_related("member__user")
    held = {one.member_id: one for one in rows.order_by("joined_at", "id")[: MOST_PEOPLE + 50]}
    shown = [_participant(actor, row, row.member, held.pop(row.member_id, None), now)]
    return shown + [_participant(actor, row, one.member, one, now) for one in held.values()]


def of_its_side(row: Conversation) -> Q:
    """Participants who can still be in it: of its company, or staff."""
    staff = Q(member__role__in=[role.value for role in Role if role.is_staff])
    return staff | Q(member__company_id=row.company_id) if row.company_id else staff


def audience(row: Conversation) -> list[UUID]:
    """Members whose open screens are told what happens in it: the owner, who takes part, and who
    had it on the screen a moment ago."""
    lately = timezone.now() - 2 * PRESENT_FOR
    rows = Participant.objects.filter(
        Q(joined_at__isnull=False) | Q(seen_at__gt=lately),
        of_its_side(row),
        workspace_id=row.workspace_id,
        conversation=row,
        member__active=True,
    )
    members = rows.order_by(F("seen_at").desc(nulls_last=True)).values_list("member_id", flat=True)
    # A notice holds 8,000 bytes: some hundred ids beside what it tells.
    return list(dict.fromkeys([row.member_id, *members[:120]]))


def staff_audience(row: Conversation) -> list[UUID]:
    """Those of the audience who are staff."""
    staff = [role.value for role in Role if role.is_staff]
    rows = Participant.objects.filter(
        workspace_id=row.workspace_id,
        conversation=row,
        member__active=True,
        member__role__in=staff,
    )
    return list(rows.values_list("member_id", flat=True)[:120])


def _participant(
    actor: Actor,
    row: Conversation,
    who: workspaces.MemberRow,
    held: Participant | None,
    now: datetime,
) -> ParticipantOut:
    seen = held.seen_at if held else None
    return ParticipantOut(
        **person_out(who).model_dump(),
        owner=who.id == row.member_id,
        joined=bool(held and held.joined_at),
        you=who.id == actor.member_id and not actor.previewed_by,
        present=seen is not None and seen > now - PRESENT_FOR,
        read_at=held.read_at if held else None,
    )


def _assignment(actor: Actor, row: Conversation) -> AssignmentOut | None:
    held: Assignment | None = getattr(row, "assignment", None)
    if held is None:
        return None
    return AssignmentOut(
        status=held.status,
        assignee=person_out(held.assignee) if held.assignee else None,
        yours=held.assignee_id == actor.member_id,
        requested_at=held.requested_at,
        taken_at=held.taken_at,
        ended_at=held.ended_at,
        reminded_at=held.reminded_at,
    )


def notes(actor: Actor, row: Conversation) -> list[NoteOut]:
    """What staff wrote beside it, oldest first; the caller has checked that the actor is staff."""
    rows = Note.objects.filter(workspace_id=actor.workspace_id, conversation=row)
    return [note_out(one) for one in rows.select_related("author__user").order_by("created_at")]


def note_out(row: Note) -> NoteOut:
    """A note as the API shows it."""
    return NoteOut(
        id=row.id,
        author=person_out(row.author) if row.author else None,
        text=row.text,
        created_at=row.created_at,
    )


def message_out(actor: Actor, row: Message) -> MessageOut:
    """What a person wrote, as the API shows it."""
    return MessageOut(
        id=row.id,
        role=row.role,
        author=person_out(row.author) if row.author else None,
        text=row.text,
        answer=None,
        attachments=shown_with(actor, [row]).get(row.id, []),
        created_at=row.created_at,
    )


def candidates(actor: Actor, row: Conversation, search: str) -> list[PersonOut]:
    """Who could be let in and isn't yet, by name: those that the actor may know and could read it.

    To whoever may know nobody, nobody is shown.
    """
    if not actor.may(Permission.MEMBERS_READ):
        return []
    found, _ = workspaces.members(
        actor,
        cursor=None,
        limit=50,
        only=workspaces.MemberFilter(search=search, active=True),
        sort="name",
    )
    taken = Participant.objects.filter(
        workspace_id=actor.workspace_id, conversation=row, joined_at__isnull=False
    ).values_list("member_id", flat=True)
    without = {row.member_id, actor.member_id, *taken}
    able = admissible(row, [one for one in found if one.id not in without])
    return [person_out(one) for one in able[:20]]


def admissible(
    row: Conversation, members: list[workspaces.MemberRow]
) -> list[workspaces.MemberRow]:
    """Those of the members who can take part: of its company, or staff who act for it."""
    return [one for one in members if one.active and _could_read(row, workspaces.actor_of(one))]


def _could_read(row: Conversation, other: Actor) -> bool:
    """Whether somebody let in by name would be within reach of it (see `reach`)."""
    if row.company_id is None:
        return other.is_staff
    if not other.is_staff:
        return other.company_id == row.company_id
    companies = other.companies(Permission.COMPANIES_READ)
    return other.may(Permission.COMPANIES_READ) and (
        companies is None or row.company_id in companies
    )


def counts(actor: Actor) -> TogetherCounts:
    """What waits for the member."""
    shown = shared_conversations(actor).order_by("-updated_at")[:_COUNTED]
    listed = conversations_out(actor, Conversation.objects.filter(pk__in=[one.pk for one in shown]))
    waiting = yours = None
    if helps_people(actor):
        requests = requested_conversations(actor)
        waiting = requests.filter(assignment__status="waiting").count()
        yours = requests.filter(
            assignment__status="person", assignment__assignee_id=actor.member_id
        ).count()
    return TogetherCounts(
        unread=sum(one.unread for one in listed),
        mentioned=sum(one.mentioned for one in listed),
        shared=len(listed),
        waiting=waiting,
        yours=yours,
    )


def summary(actor: Actor, row: Conversation) -> ConversationSummaryOut:
    """What whoever takes over must know, from what was said; nothing of it is made up."""
    detail = conversation_detail(actor, row.id)
    asked = Handover.objects.filter(workspace_id=actor.workspace_id, conversation=row)
    wishes = dict(asked.values_list("answer_id", "note"))
    tried = [
        TriedOut(
            question=one.answer.question,
            asked_at=one.created_at,
            status=one.answer.status,
            sources=list(dict.fromkeys(cited.title for cited in one.answer.citations)),
            rated=one.answer.rating.value if one.answer.rating else None,
            wish=wishes.get(one.answer.id),
        )
        for one in detail.messages
        if one.answer is not None
    ]
    written = [one for one in detail.messages if one.role == "person"]
    held: Assignment | None = getattr(row, "assignment", None)
    waits = held is not None and held.status == "waiting"
    return ConversationSummaryOut(
        asker=person_out(row.member),
        company=row.company.name if row.company else "",
        started_at=row.created_at,
        waiting_since=held.requested_at if held and waits else None,
        tried=tried[-_TRIED:],
        left_out=max(len(tried) - _TRIED, 0),
        written=len(written),
        last_words=written[-1].text[:500] if written else "",
    )


def links(actor: Actor, row: Conversation) -> list[ConversationLinkOut]:
    """The links to it that still work, the newest first."""
    return [
        ConversationLinkOut.model_validate(one) for one in open_links(row).order_by("-created_at")
    ]


def open_links(row: Conversation) -> QuerySet[ConversationLink]:
    """Neither withdrawn nor run out."""
    return ConversationLink.objects.filter(
        workspace_id=row.workspace_id,
        conversation=row,
        revoked_at=None,
        expires_at__gt=timezone.now(),
    )


def own_link(actor: Actor, link_id: UUID) -> ConversationLink:
    """A link to one of the member's own conversations. Raises `LinkNotFound`."""
    found = (
        ConversationLink.objects.filter(
            workspace_id=actor.workspace_id,
            pk=link_id,
            conversation__member_id=actor.member_id,
        )
        .select_related("conversation")
        .first()
    )
    if found is None:
        raise LinkNotFound
    return found


def by_link(actor: Actor, token: str) -> ConversationLink:
    """The link with this token, for somebody of the conversation's circle or staff who act for it.

    Raises `LinkNotFound` alike for one that never was, has run out, was withdrawn or isn't meant
    for the reader.
    """
    found = (
        ConversationLink.objects.filter(
            workspace_id=actor.workspace_id,
            token_hash=hash_of(token),
            revoked_at=None,
            expires_at__gt=timezone.now(),
            conversation__deleted_at=None,
        )
        .select_related("conversation__company", "conversation__member__user")
        .first()
    )
    if found is None or not _meant_for(actor, found.conversation):
        raise LinkNotFound
    return found


def linked_detail(actor: Actor, link: ConversationLink) -> ConversationDetail:
    """What the link opens, as this reader may see it today."""
    return details_of(actor, [link.conversation])[0]


def hash_of(token: str) -> str:
    """What is kept of a link's token; it is random, so a plain SHA-256 is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def _meant_for(actor: Actor, row: Conversation) -> bool:
    """Of the circle, or staff who act for its company. What its member took to another company,
    or has left behind, is open to nobody by a link."""
    if row.origin or row.member.company_id != row.company_id:
        return False
    return in_circle(actor, row) or can_handle(actor, row)
