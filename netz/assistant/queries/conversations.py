"""Reads of conversations, of all that are within the member's reach (see `reach`)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower

from netz.assistant.attachment_schemas import AttachmentOut
from netz.assistant.branching import parents
from netz.assistant.errors import ConversationNotFound
from netz.assistant.models import Conversation, Message, Participant
from netz.assistant.queries.answers import answer_from
from netz.assistant.queries.attachments import shown_with
from netz.assistant.queries.narrowing import (
    STATES,
    Content,
    Filing,
    RequestState,
    State,
    about,
    filed_as,
    so_far,
)
from netz.assistant.queries.reach import (
    others_conversations,
    own_conversations,
    readable_conversations,
    requested_conversations,
    shared_conversations,
)
from netz.assistant.schemas import (
    AskerOut,
    ConversationDetail,
    ConversationOut,
    FilingOut,
    MessageOut,
    PersonOut,
    RequestOut,
)
from netz.assistant.withholding import shown_bodies
from netz.core.actor import Actor
from netz.core.api.paging import page_by
from netz.core.permissions import Role
from netz.workspaces import queries as workspaces

Whose = Literal["own", "company", "shared", "requests"]
Sort = Literal["updated", "-updated", "title", "-title"]
_SORTS: dict[str, tuple[F | Lower, type]] = {
    "updated": (F("updated_at"), datetime),
    "title": (Lower("title"), str),
}


def conversation(actor: Actor, conversation_id: UUID) -> Conversation:
    """One of the member's own conversations that isn't deleted. Raises `ConversationNotFound`."""
    return filed(actor, [conversation_id], states=("active", "archived"))[0]


def filed(
    actor: Actor, ids: list[UUID], *, states: tuple[State, ...] = ("active", "archived", "deleted")
) -> list[Conversation]:
    """The member's own conversations with these ids, in their order.

    Raises `ConversationNotFound` unless all of them are there, in one of the states.
    """
    wanted = Q()
    for state in states:
        wanted |= STATES[state]
    rows = own_conversations(actor).filter(wanted).select_related("folder").in_bulk(ids)
    try:
        return [rows[one] for one in ids]
    except KeyError as missing:
        raise ConversationNotFound from missing


def conversations(
    actor: Actor,
    *,
    of: Whose,
    cursor: str | None,
    limit: int,
    filing: Filing | None = None,
    content: Content | None = None,
    request: RequestState | None = None,
    sort: Sort = "-updated",
) -> tuple[list[ConversationOut], str | None]:
    """One page of conversations: the member's own, the companies' overseen, those that others
    shared, or those passed to the staff.

    How a member files a conversation is the member's alone: others see it as long as it isn't
    deleted, wherever it lies. Raises `Forbidden` for `company` and `requests` without the
    permission.
    """
    rows = _narrowed(actor, of, filing, content, request)
    key, kind = _SORTS[sort.removeprefix("-")]
    found, following = page_by(
        _with_state(actor, rows),
        key,
        kind,
        descending=sort.startswith("-"),
        cursor=cursor,
        limit=limit,
    )
    return [_listed(actor, row, requests=of == "requests") for row in found], following


def readable_ids(
    actor: Actor,
    *,
    of: Whose,
    filing: Filing,
    content: Content,
    request: RequestState | None,
    sort: Sort,
) -> list[UUID]:
    """Which conversations the whole list holds, in its order; never one that was deleted."""
    rows = _narrowed(actor, of, filing, content, request).filter(deleted_at=None)
    key, _ = _SORTS[sort.removeprefix("-")]
    ordered = rows.annotate(key=key).order_by("-key" if sort.startswith("-") else "key", "id")
    return list(ordered.values_list("pk", flat=True))


def _narrowed(
    actor: Actor,
    of: Whose,
    filing: Filing | None,
    content: Content | None,
    request: RequestState | None,
) -> QuerySet[Conversation]:
    own = own_conversations(actor)
    rows = filed_as(own, filing or {}) if of == "own" else _OTHERS[of](actor)
    return so_far(about(rows, content or {}), request, actor.member_id)


_OTHERS = {
    "company": others_conversations,
    "shared": shared_conversations,
    "requests": requested_conversations,
}


def _with_state(actor: Actor, rows: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """With all that a list tells of each: how long it is, and how far the reader is in it."""
    mine = Participant.objects.filter(
        workspace_id=OuterRef("workspace_id"),
        conversation_id=OuterRef("pk"),
        member_id=actor.member_id,
    )
    return rows.select_related(
        "member__user", "company", "assignment__assignee__user", "assignment__assignee"
    ).annotate(
        number=Count("messages"),
        read=Subquery(mine.values("read_at")[:1]),
        called=Subquery(mine.values("mentioned_at")[:1]),
    )


def conversations_out(actor: Actor, rows: QuerySet[Conversation]) -> list[ConversationOut]:
    """Conversations that the actor may read as lists show them, in no order."""
    return [_listed(actor, row) for row in _with_state(actor, rows)]


def _listed(actor: Actor, row: Conversation, *, requests: bool = False) -> ConversationOut:
    read, called = row.read, row.called  # type: ignore[attr-defined]  # annotated
    assignment = getattr(row, "assignment", None) if requests else None
    return ConversationOut(
        id=row.id,
        title=row.title,
        updated_at=row.updated_at,
        messages=row.number,  # type: ignore[attr-defined]  # annotated
        asker=_asker(actor, row),
        filing=filing_of(row) if row.member_id == actor.member_id else None,
        origin=row.origin or None,
        unread=row.written_at is not None and (read is None or read < row.written_at),
        mentioned=called is not None and (read is None or read < called),
        request=RequestOut(
            status=assignment.status,
            assignee=person_out(assignment.assignee) if assignment.assignee else None,
            requested_at=assignment.requested_at,
            taken_at=assignment.taken_at,
        )
        if assignment
        else None,
    )


def person_out(row: workspaces.MemberRow) -> PersonOut:
    """A person by name."""
    return PersonOut(id=row.id, name=row.user.name or row.user.email, staff=Role(row.role).is_staff)


def conversation_detail(actor: Actor, conversation_id: UUID) -> ConversationDetail:
    """A conversation with all its messages. Raises `ConversationNotFound`."""
    return conversation_details(actor, [conversation_id])[0]


def conversation_details(actor: Actor, ids: Sequence[UUID]) -> list[ConversationDetail]:
    """Conversations with all their messages, in the order of the ids.

    Raises `ConversationNotFound` unless the actor may read them all.
    """
    found = those_readable(actor, ids)
    if len(found) != len(ids):
        raise ConversationNotFound
    return found


def those_readable(actor: Actor, ids: Sequence[UUID]) -> list[ConversationDetail]:
    """Those of the conversations that the actor may read, in the order of the ids."""
    rows = readable_conversations(actor).select_related("member__user", "company").in_bulk(ids)
    return details_of(actor, [rows[one] for one in ids if one in rows])


def details_of(actor: Actor, rows: Sequence[Conversation]) -> list[ConversationDetail]:
    """Conversations that the caller has found to be the actor's to read, with all messages."""
    turns = list(
        Message.objects.filter(workspace_id=actor.workspace_id, conversation__in=rows)
        .select_related("answer__rating", "answer__handover", "author__user")
        .order_by("created_at")
    )
    bodies = shown_bodies(actor, [row.answer for row in turns if row.role == "assistant"])
    workspace = workspaces.current_workspace(actor).name
    attached = shown_with(actor, turns)
    of = defaultdict(list)
    for turn in turns:
        of[turn.conversation_id].append(turn)
    return [_detail(actor, row, of[row.id], bodies, attached, workspace) for row in rows]


def _detail(
    actor: Actor,
    found: Conversation,
    turns: list[Message],
    bodies: dict[UUID, dict[str, Any]],
    attached: dict[UUID, list[AttachmentOut]],
    workspace: str,
) -> ConversationDetail:
    tree = parents(row.answer for row in turns if row.role == "assistant")
    messages = [
        MessageOut(
            id=row.id,
            role=row.role,
            author=_author(found, row),
            text=bodies[row.answer.id]["text"] if row.role == "assistant" else row.text,
            answer=answer_from(row.answer, bodies[row.answer.id], workspace, tree[row.answer.id])
            if row.role == "assistant"
            else None,
            attachments=attached.get(row.id, []),
            created_at=row.created_at,
        )
        for row in turns
    ]
    own = found.member_id == actor.member_id
    return ConversationDetail(
        id=found.id,
        title=found.title,
        asker=_asker(actor, found),
        filing=filing_of(found) if own else None,
        origin=found.origin or None,
        closed=own and found.company_id != actor.company_id,
        messages=messages,
    )


def _author(found: Conversation, row: Message) -> PersonOut | None:
    """Who wrote, or asked in somebody else's conversation."""
    if row.author is None or (row.role == "user" and row.author_id == found.member_id):
        return None
    return person_out(row.author)


def _asker(actor: Actor, row: Conversation) -> AskerOut | None:
    if row.member_id == actor.member_id:
        return None
    user = row.member.user
    return AskerOut(
        id=row.member_id,
        name=user.name or user.email,
        company=row.company.name if row.company else "",
    )


def filing_of(row: Conversation) -> FilingOut:
    """How its member keeps the conversation."""
    return FilingOut(
        pinned=row.pinned_at is not None,
        archived=row.archived_at is not None,
        deleted_at=row.deleted_at,
        folder_id=row.folder_id,
        tags=row.tags,
    )
