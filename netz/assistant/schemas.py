"""Bodies of the assistant's endpoints."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from netz.core.api.schema import Input, Output


class QuestionIn(Input):
    """A question, in a new conversation or an earlier one of the member's own."""

    question: str = Field(max_length=2_000_000)
    conversation_id: UUID | None = None


class SentenceOut(Output):
    """A sentence, step, table row or list item, with the sources that it rests on."""

    text: str
    kind: Literal["sentence", "step", "row", "item"]
    citations: list[int]
    marker: str = ""
    supported: bool = True


class CitationOut(Output):
    """A source: the passage, and the words of it that the answer rests on."""

    index: int
    document_id: UUID
    path: str
    title: str
    passage_id: UUID
    page: int | None
    quote: str
    headings: list[str]


class NearestOut(Output):
    """A document close to the question."""

    document_id: UUID
    path: str
    title: str
    passage_id: UUID
    page: int | None


class RatingOut(Output):
    """What the reader thought of it."""

    value: Literal["up", "down"]
    comment: str


class AnswerOut(Output):
    """What the assistant said, and what each sentence rests on. It is always written by an AI
    system: `ai_notice` says so in the answer's language. `confidence` is from 0 to 1; a quoted
    answer below 0.5 was found by meaning alone."""

    id: UUID
    conversation_id: UUID
    question: str
    status: Literal["answered", "refused"]
    text: str
    language: Literal["fr", "en"]
    generator: Literal["extractive", "model"]
    model: str | None
    fallback: bool
    confidence: float
    cached: bool
    ai_notice: str
    sentences: list[SentenceOut]
    citations: list[CitationOut]
    nearest: list[NearestOut]
    looked_for: list[str]
    suggestions: list[str]
    handover: bool
    rating: RatingOut | None
    took_ms: float
    created_at: datetime


class RatingIn(Input):
    """A rating of an answer; a new one replaces the old."""

    value: Literal["up", "down"]
    comment: str = Field("", max_length=4000)


class HandoverIn(Input):
    """A wish to be helped by a person."""

    note: str = Field("", max_length=4000)


class HandoverOut(Output):
    """The stored wish."""

    id: UUID
    status: Literal["requested"]


class AskerOut(Output):
    """Whose conversation it is, where it isn't one's own, and for which company."""

    id: UUID
    name: str
    company: str


class FilingOut(Output):
    """How its member keeps a conversation. A deleted one can be restored for 30 days."""

    pinned: bool
    archived: bool
    deleted_at: datetime | None
    folder_id: UUID | None
    tags: list[str]


class ConversationOut(Output):
    """A conversation in the list; `filing` is null for other people's."""

    id: UUID
    title: str
    updated_at: datetime
    messages: int
    asker: AskerOut | None = None
    filing: FilingOut | None = None


class MessageOut(Output):
    """A turn."""

    id: UUID
    role: Literal["user", "assistant"]
    text: str
    answer: AnswerOut | None
    created_at: datetime


class ConversationDetail(Output):
    """A conversation with its messages, oldest first."""

    id: UUID
    title: str
    asker: AskerOut | None = None
    filing: FilingOut | None = None
    messages: list[MessageOut]


Tag = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^,]+$")]
FolderName = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class ConversationsFilter(Input):
    """Which conversations a list shows, and in which order. `state`, `folder`, `tag` and `pinned`
    narrow one's own alone: how people file theirs is nobody else's. `since` and `until` are days
    (UTC), both included; `outcome`, `rated` and `language` hold of one and the same answer."""

    of: Literal["own", "company"] = "own"
    state: Literal["active", "archived", "deleted"] = "active"
    folder: UUID | None = None
    tag: str | None = Field(None, max_length=40)
    pinned: bool | None = None
    search: str = Field("", max_length=200, description="words of the title")
    outcome: Literal["answered", "refused"] | None = None
    rated: Literal["up", "down"] | None = None
    language: Literal["fr", "en"] | None = None
    since: date | None = None
    until: date | None = None
    person: UUID | None = Field(None, description="a member's id")
    company: UUID | None = None
    sort: Literal["updated", "-updated", "title", "-title"] = "-updated"
    cursor: str | None = Field(None, max_length=500, description="`next_cursor` of the page before")
    limit: int = Field(50, ge=1, le=200, description="items a page")


class ConversationChange(Input):
    """What is to be different; what is left out stays. A `folder_id` of null takes it out."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=200)] = ""
    pinned: bool = False
    archived: bool = False
    folder_id: UUID | None = None
    tags: list[Tag] = Field([], max_length=20)


class ConversationsExport(Input):
    """Which conversations are wanted as a file, and of what kind: `markdown` to read, `json` for
    programs, `csv` for spreadsheets (a row per conversation)."""

    ids: list[UUID] = Field(min_length=1, max_length=100)
    format: Literal["markdown", "json", "csv"] = "markdown"


class ManyConversationsChange(Input):
    """The same for many of one's own conversations at once: all are changed, or none."""

    ids: list[UUID] = Field(min_length=1, max_length=100)
    pinned: bool = False
    archived: bool = False
    deleted: bool = False
    folder_id: UUID | None = None
    add_tags: list[Tag] = Field([], max_length=20)
    remove_tags: list[Tag] = Field([], max_length=20)


class ManyConversationsOut(Output):
    """How many conversations were asked to change, and are now as wanted."""

    changed: int


class ConversationFolderIn(Input):
    """A folder's name, once a member."""

    name: FolderName


class ConversationFolderOut(Output):
    """A member's own folder; archived and deleted conversations aren't counted."""

    id: UUID
    name: str
    conversations: int


class TagOut(Output):
    """A tag on a member's conversations; archived and deleted ones aren't counted."""

    name: str
    conversations: int


class ConversationFoldersOut(Output):
    """A member's folders, by name, and tags, the commonest first."""

    folders: list[ConversationFolderOut]
    tags: list[TagOut]


class SuggestionsOut(Output):
    """Questions to start with."""

    items: list[str]


Body = dict[str, Any]
