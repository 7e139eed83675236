"""Endpoints of conversations that several people are in: writing, notes, sharing, looking after."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from netz.assistant.queries import together
from netz.assistant.queries.attachments import to_send
from netz.assistant.schemas import ConversationDetail, MessageOut
from netz.assistant.services import assigning, linking
from netz.assistant.services import together as services
from netz.assistant.together_schemas import (
    AssignmentIn,
    CandidatesOut,
    ConversationLinkIn,
    ConversationLinkOut,
    ConversationLinksOut,
    ConversationSummaryOut,
    MessageIn,
    NewConversationLinkOut,
    NoteOut,
    ParticipantsIn,
    ParticipantsOut,
    PresenceIn,
    SharingIn,
    SharingOut,
    TogetherCounts,
    WrittenIn,
)
from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.permissions import Permission

router = Router(tags=["assistant"])


@router.get("/conversation-counts", permission=Permission.CONVERSATIONS_READ)
def count_conversations(actor: Actor) -> TogetherCounts:
    """What waits for the reader: shared conversations with something new, and requests."""
    return together.counts(actor)


@router.post(
    "/conversations/{conversation_id}/messages",
    permission=Permission.ANSWERS_ASK,
    status_code=201,
)
def write_message(actor: Actor, conversation_id: UUID, body: MessageIn) -> MessageOut:
    """Writes to the people in a conversation; the assistant does not answer. Whoever takes part
    may write in it, whom it was shared with, and the staff who look after it; from then on they
    take part. Who merely oversees it reads alone."""
    row = together.readable(actor, conversation_id)
    message = services.write_message(
        row, body.text, body.mentions, to_send(actor, body.attachments), actor=actor
    )
    return together.message_out(actor, message)


@router.post(
    "/conversations/{conversation_id}/notes",
    permission=Permission.COMPANIES_READ,
    status_code=201,
)
def write_note(actor: Actor, conversation_id: UUID, body: WrittenIn) -> NoteOut:
    """Writes beside a conversation that one can look after: staff alone see it."""
    row = together.handled(actor, conversation_id)
    return together.note_out(services.write_note(row, body.text, body.mentions, actor=actor))


@router.post("/conversations/{conversation_id}/presence", permission=Permission.CONVERSATIONS_READ)
def be_there(actor: Actor, conversation_id: UUID, body: PresenceIn) -> ParticipantsOut:
    """Tells the others that one sees the conversation, has read it, is writing or has left; returns
    who is there. To be repeated every 20 seconds: after 45 without, one counts as gone."""
    row = together.readable(actor, conversation_id)
    services.be_there(row, typing=body.typing, read=body.read, left=body.left, actor=actor)
    return ParticipantsOut(items=together.people(actor, row))


@router.get("/conversations/{conversation_id}/candidates", permission=Permission.CONVERSATIONS_READ)
def list_candidates(
    actor: Actor,
    conversation_id: UUID,
    search: Annotated[str, Query(max_length=200)] = "",
) -> CandidatesOut:
    """Up to 20 people who could be let in, by name: of those whom the reader may know."""
    row = together.readable(actor, conversation_id)
    return CandidatesOut(items=together.candidates(actor, row, search))


@router.post("/conversations/{conversation_id}/people", permission=Permission.CONVERSATIONS_READ)
def let_in(actor: Actor, conversation_id: UUID, body: ParticipantsIn) -> ParticipantsOut:
    """Lets people take part: in one's own conversation, or as staff who look after it. All or
    none."""
    row = together.readable(actor, conversation_id)
    services.let_in(row, body.member_ids, actor=actor)
    return ParticipantsOut(items=together.people(actor, row))


@router.delete(
    "/conversations/{conversation_id}/people/{member_id}",
    permission=Permission.CONVERSATIONS_READ,
    status_code=204,
)
def take_out(actor: Actor, conversation_id: UUID, member_id: UUID) -> Response:
    """Ends somebody's part in it, or one's own."""
    services.take_out(together.readable(actor, conversation_id), member_id, actor=actor)
    return Response(status_code=204)


@router.put("/conversations/{conversation_id}/sharing", permission=Permission.CONVERSATIONS_READ)
def set_sharing(actor: Actor, conversation_id: UUID, body: SharingIn) -> SharingOut:
    """Opens one's own conversation to its whole circle, or closes it again."""
    row = together.readable(actor, conversation_id)
    return SharingOut(shared=services.set_shared(row, body.shared, actor=actor))


@router.put(
    "/conversations/{conversation_id}/assignment",
    permission=Permission.COMPANIES_READ,
    status_code=204,
)
def set_assignment(actor: Actor, conversation_id: UUID, body: AssignmentIn) -> Response:
    """Takes a conversation, passes it to a colleague, gives it back to the assistant or ends it."""
    row = together.handled(actor, conversation_id)
    if body.status == "person":
        assigning.assign(row, body.assignee_id, even_if_taken=body.even_if_taken, actor=actor)
    else:
        assigning.give_back(row, body.status, actor=actor)
    return Response(status_code=204)


@router.get("/conversations/{conversation_id}/summary", permission=Permission.COMPANIES_READ)
def read_summary(actor: Actor, conversation_id: UUID) -> ConversationSummaryOut:
    """What whoever takes over must know: who asks, what was asked, what was tried."""
    return together.summary(actor, together.handled(actor, conversation_id))


@router.get("/conversations/{conversation_id}/links", permission=Permission.CONVERSATIONS_READ)
def list_links(actor: Actor, conversation_id: UUID) -> ConversationLinksOut:
    """The links to one's own conversation that still work."""
    row = together.readable(actor, conversation_id)
    return ConversationLinksOut(items=together.links(actor, row))


@router.post(
    "/conversations/{conversation_id}/links",
    permission=Permission.CONVERSATIONS_READ,
    status_code=201,
)
def make_link(
    actor: Actor, conversation_id: UUID, body: ConversationLinkIn
) -> NewConversationLinkOut:
    """A link that opens one's own conversation, to read, to people of its circle who are signed
    in, until it runs out or is withdrawn. Its address is told this once."""
    row = together.readable(actor, conversation_id)
    link, url = linking.make_link(row, body.days, actor=actor)
    return NewConversationLinkOut(**ConversationLinkOut.model_validate(link).model_dump(), url=url)


@router.delete(
    "/conversation-links/{link_id}", permission=Permission.CONVERSATIONS_READ, status_code=204
)
def withdraw_link(actor: Actor, link_id: UUID) -> Response:
    """Ends a link to one's own conversation."""
    linking.withdraw_link(together.own_link(actor, link_id), actor=actor)
    return Response(status_code=204)


@router.get("/shared-conversations/{token}", permission=Permission.CONVERSATIONS_READ)
def read_by_link(actor: Actor, token: str) -> ConversationDetail:
    """The conversation that a link opens, to read."""
    link = together.by_link(actor, token)
    linking.opened(link, actor=actor)
    return together.linked_detail(actor, link)
