"""Bodies of the assistant's endpoints."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from netz.assistant.attachment_schemas import AttachmentOut
from netz.core.api.schema import Input, Output


class QuestionIn(Input):
    """A question, in a new conversation or an earlier one that the member may ask in.

    In an earlier one it goes on from the answer `follows`, else from the latest. With `instead_of`
    it is asked in the place of that answer's question, in other words or to be answered anew: both
    stay, as alternatives. `length` counts for this answer in the place of the member's preference,
    and `model` (see `GET /answer-models`) in the place of the workspace's order. `attachments` (see
    `POST /attachments`) are files that go with it: they are asked before the documents, in this
    conversation alone. So is the document that it is `about`, from which it was asked."""

    question: str = Field(max_length=2_000_000)
    conversation_id: UUID | None = None
    follows: UUID | None = Field(None, description="an answer's id")
    instead_of: UUID | None = Field(None, description="an answer's id")
    length: Literal["short", "normal", "detailed"] | None = None
    model: str | None = Field(None, max_length=64, description="a model's id")
    attachments: list[UUID] = Field([], max_length=5, description="attachments' ids")
    about: UUID | None = Field(None, description="a document's id")

    @model_validator(mode="after")
    def _has_a_place(self) -> Self:
        if self.conversation_id is None and (self.follows or self.instead_of):
            raise ValueError("follows and instead_of are answers of conversation_id")
        if self.follows and self.instead_of:
            raise ValueError("either follows or instead_of")
        return self


class AnswerModelOut(Output):
    """A model that can be asked by its id, with the name that the workspace gave it."""

    id: str
    name: str


class AnswerModelsOut(Output):
    """The models that the member may choose among, in the order in which they are asked."""

    items: list[AnswerModelOut]


class SentenceOut(Output):
    """A sentence, step, table row or list item, with the sources that it rests on."""

    text: str
    kind: Literal["sentence", "step", "row", "item"]
    citations: list[int]
    marker: str = ""
    supported: bool = True


class CitationOut(Output):
    """A source: the passage, and the words of it that the answer rests on. Where it is `attached`,
    `document_id` is an attachment's."""

    index: int
    document_id: UUID
    path: str
    title: str
    passage_id: UUID
    page: int | None
    quote: str
    headings: list[str]
    attached: bool = False


class NearestOut(Output):
    """A document, or an attachment, close to the question."""

    document_id: UUID
    path: str
    title: str
    passage_id: UUID
    page: int | None
    attached: bool = False


class ContextOut(Output):
    """The document that a question was asked from."""

    document_id: UUID
    title: str


class RatingOut(Output):
    """What the reader thought of it."""

    value: Literal["up", "down"]
    comment: str


class AnswerOut(Output):
    """What the assistant said, and what each sentence rests on. `follows` is the answer that it
    goes on from; answers of a conversation that follow the same one, or none, are alternatives. It
    is always written by an AI system: `ai_notice` says so in the answer's language. `confidence`
    is from 0 to 1; a quoted answer below 0.5 was found by meaning alone. With the status `imported`
    it is what another assistant said, which rests on no document; `ai_notice` says which."""

    id: UUID
    conversation_id: UUID
    follows: UUID | None = None
    question: str
    status: Literal["answered", "refused", "imported"]
    text: str
    language: Literal["fr", "en"]
    generator: Literal["extractive", "model", "imported"]
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
    context: ContextOut | None = None
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


class PersonOut(Output):
    """A person by name; `staff` of the IT company itself."""

    id: UUID
    name: str
    staff: bool


class RequestOut(Output):
    """How far a conversation is that was passed to people."""

    status: Literal["waiting", "person", "assistant", "solved"]
    assignee: PersonOut | None
    requested_at: datetime
    taken_at: datetime | None


Origin = Literal["chatgpt", "openwebui"]


class ConversationOut(Output):
    """A conversation in the list; `filing` is null for other people's. `origin` is where it was
    imported from. It is `unread` when somebody wrote in it since the reader was there, and
    `mentioned` when they called the reader by name. `request` is set where it was passed to people
    and the reader sees the list of those."""

    id: UUID
    title: str
    updated_at: datetime
    messages: int
    asker: AskerOut | None = None
    filing: FilingOut | None = None
    origin: Origin | None = None
    unread: bool = False
    mentioned: bool = False
    request: RequestOut | None = None


class MessageOut(Output):
    """A turn: a question (`user`), an answer, or what a `person` wrote to the others. `author` is
    null for a question of the person whose conversation it is, and for somebody who is gone."""

    id: UUID
    role: Literal["user", "assistant", "person"]
    author: PersonOut | None = None
    text: str
    answer: AnswerOut | None
    attachments: list[AttachmentOut] = Field([])
    created_at: datetime


class ConversationDetail(Output):
    """A conversation with its messages, oldest first. One's own is `closed` when it can be read
    and not gone on with: it was held for another company than one's own, or imported."""

    id: UUID
    title: str
    asker: AskerOut | None = None
    filing: FilingOut | None = None
    origin: Origin | None = None
    closed: bool = False
    messages: list[MessageOut]


Tag = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^,]+$")]
FolderName = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class ConversationsNarrowing(Input):
    """Which conversations are meant, and in which order. `state`, `folder`, `tag` and `pinned`
    narrow one's own alone: how people file theirs is nobody else's. `since` and `until` are days
    (UTC), both included; `outcome`, `rated` and `language` hold of one and the same answer.
    `shared` are those that others opened to the reader, `requests` those passed to the staff, of
    which `request` takes those that are so far."""

    of: Literal["own", "company", "shared", "requests"] = "own"
    state: Literal["active", "archived", "deleted"] = "active"
    request: Literal["waiting", "person", "yours", "assistant", "solved"] | None = None
    folder: UUID | None = None
    tag: str | None = Field(None, max_length=40)
    pinned: bool | None = None
    search: str = Field("", max_length=200, description="words of the title")
    outcome: Literal["answered", "refused", "imported"] | None = None
    rated: Literal["up", "down"] | None = None
    language: Literal["fr", "en"] | None = None
    since: date | None = None
    until: date | None = None
    person: UUID | None = Field(None, description="a member's id")
    company: UUID | None = None
    sort: Literal["updated", "-updated", "title", "-title"] = "-updated"


class ConversationsFilter(ConversationsNarrowing):
    """Which conversations a list shows, a page at a time."""

    cursor: str | None = Field(None, max_length=500, description="`next_cursor` of the page before")
    limit: int = Field(50, ge=1, le=200, description="items a page")


class ConversationsSearch(Input):
    """What to look for in what was said, and among which conversations: those one may read, one's
    own, or those of companies that one oversees. `state`, `folder`, `tag` and `pinned` look among
    one's own alone; without `state`, archived ones count too. `source` is a document that an
    answer rests on."""

    q: Annotated[str, StringConstraints(min_length=2, max_length=300)]
    of: Literal["any", "own", "company"] = "any"
    state: Literal["active", "archived"] | None = None
    folder: UUID | None = None
    tag: str | None = Field(None, max_length=40)
    pinned: bool | None = None
    outcome: Literal["answered", "refused", "imported"] | None = None
    rated: Literal["up", "down"] | None = None
    language: Literal["fr", "en"] | None = None
    since: date | None = None
    until: date | None = None
    person: UUID | None = Field(None, description="a member's id")
    company: UUID | None = None
    source: UUID | None = Field(None, description="a document's id")
    limit: int = Field(20, ge=1, le=50)


class FoundPart(Output):
    """A piece of an excerpt; `hit` where it is a word that was looked for."""

    text: str
    hit: bool


class HitOut(Output):
    """A message that was found, with the part of it that shows why."""

    message_id: UUID
    role: Literal["user", "assistant", "person"]
    said_at: datetime
    parts: list[FoundPart]


class FoundOut(Output):
    """A conversation that was found: by its title, by all of the words, by some of them, or
    because it asks nearly the same in other words."""

    conversation: ConversationOut
    match: Literal["title", "words", "some", "meaning"]
    hits: list[HitOut]


class ConversationsFound(Output):
    """What was found, best first; `complete` is false when there may be more."""

    items: list[FoundOut]
    complete: bool


class ConversationChange(Input):
    """What is to be different; what is left out stays. A `folder_id` of null takes it out."""

    title: Annotated[str, StringConstraints(min_length=1, max_length=200)] = ""
    pinned: bool = False
    archived: bool = False
    folder_id: UUID | None = None
    tags: list[Tag] = Field([], max_length=20)


class ConversationsExport(Input):
    """Which conversations are wanted as a file, and of what kind: `markdown`, `pdf` or
    `docx` to read, `json` for programs, `csv` for spreadsheets (a row per conversation)."""

    ids: list[UUID] = Field(min_length=1, max_length=100)
    format: Literal["markdown", "json", "csv", "pdf", "docx"] = "markdown"


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


class LeftOutOut(Output):
    """A conversation of an import that was left out, and why: it holds no message of a person or
    an assistant, can't be read, or is longer than one can be."""

    title: str
    reason: Literal["empty", "unreadable", "too_large", "too_many_messages"]


class ConversationsImportOut(Output):
    """What became of an export: conversations that are new here, that were here already, that were
    left out (the first hundred with their reasons); messages that were cut for their length."""

    created: int
    already: int
    skipped: int
    shortened: int
    reasons: list[LeftOutOut]


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
