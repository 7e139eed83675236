"""Bodies of the endpoints for conversations that several people are in."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from netz.assistant.schemas import ConversationDetail, PersonOut
from netz.core.api.schema import Input, Output

Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000, strip_whitespace=True)]
Status = Literal["waiting", "person", "assistant", "solved"]


class ParticipantOut(PersonOut):
    """Somebody in a conversation. `owner` is whose it is; who has `joined` was let in by name.
    `present` is whether a screen shows it to them now; they have read up to `read_at`."""

    owner: bool
    joined: bool
    you: bool
    present: bool
    read_at: datetime | None


class AssignmentOut(Output):
    """Who looks after a conversation that was passed to people: nobody yet (`waiting`), a `person`,
    the `assistant` again, or it is `solved`. While it waits, the staff are reminded: last at
    `reminded_at`."""

    status: Status
    assignee: PersonOut | None
    yours: bool
    requested_at: datetime
    taken_at: datetime | None
    ended_at: datetime | None
    reminded_at: datetime | None


class NoteOut(Output):
    """What staff wrote beside the conversation; a client's people never see it."""

    id: UUID
    author: PersonOut | None
    text: str
    created_at: datetime


class CanOut(Output):
    """What the reader can do in the conversation: `ask` the assistant, `write` to the others,
    `share` it, look after it (`handle`) and write notes."""

    ask: bool
    write: bool
    share: bool
    handle: bool


class OpenConversation(ConversationDetail):
    """A conversation as the people in it see it. `circle` names who it is open to when `shared`:
    the company's people, or the staff."""

    shared: bool
    circle: Literal["company", "staff"]
    people: list[ParticipantOut]
    assignment: AssignmentOut | None
    notes: list[NoteOut]
    can: CanOut


class WrittenIn(Input):
    """What a person writes to the others; those mentioned are told of it."""

    text: Text
    mentions: list[UUID] = Field([], max_length=20, description="members' ids")


class MessageIn(WrittenIn):
    """A message, and the files that go with it (see `POST /attachments`)."""

    attachments: list[UUID] = Field([], max_length=5, description="attachments' ids")


class SharingIn(Input):
    """Whether the whole circle may read and write in it."""

    shared: bool


class SharingOut(Output):
    """Whether it is open to the whole circle."""

    shared: bool


class ParticipantsIn(Input):
    """Who is to take part as well."""

    member_ids: list[UUID] = Field(min_length=1, max_length=20)


class ParticipantsOut(Output):
    """Everybody in a conversation; or who could be let in."""

    items: list[ParticipantOut]


class CandidatesOut(Output):
    """Who could be let into a conversation, by name."""

    items: list[PersonOut]


class PresenceIn(Input):
    """What a screen tells of its reader: that they see the conversation (until `left`), that they
    have read it to the end, that they are writing."""

    typing: bool = False
    read: bool = False
    left: bool = False


class AssignmentIn(Input):
    """Who is to look after it: a `person` (oneself without an `assignee_id`), the `assistant`
    again, or nobody any more because it is `solved`. What somebody else took needs
    `even_if_taken`."""

    status: Literal["person", "assistant", "solved"]
    assignee_id: UUID | None = None
    even_if_taken: bool = False


class TriedOut(Output):
    """A question, and what became of it: the assistant's answer rested on these documents."""

    question: str
    asked_at: datetime
    status: Literal["answered", "refused", "imported"]
    sources: list[str]
    rated: Literal["up", "down"] | None
    wish: str | None


class ConversationSummaryOut(Output):
    """What whoever takes over must know: who asks, what they asked and what was tried, in order;
    `left_out` counts earlier questions that are not among them. `wish` is what the person wrote
    when they asked for help."""

    asker: PersonOut
    company: str
    started_at: datetime
    waiting_since: datetime | None
    tried: list[TriedOut]
    left_out: int
    written: int
    last_words: str


class ConversationLinkIn(Input):
    """How long a link is to work."""

    days: Literal[1, 7, 30] = 7


class ConversationLinkOut(Output):
    """A link that opens the conversation to its circle; how often it was opened."""

    id: UUID
    created_at: datetime
    expires_at: datetime
    opened: int


class NewConversationLinkOut(ConversationLinkOut):
    """A new link; its `url` is told only now."""

    url: str


class ConversationLinksOut(Output):
    """The links that still work."""

    items: list[ConversationLinkOut]


class TogetherCounts(Output):
    """What waits for the member: shared conversations with something unread, those in which they
    were mentioned since; for staff the requests nobody took, and their own."""

    unread: int
    mentioned: int
    shared: int
    waiting: int | None
    yours: int | None
