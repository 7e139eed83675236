"""Bodies of the assistant's endpoints."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from pydantic import Field

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


class ConversationOut(Output):
    """A conversation in the list."""

    id: UUID
    title: str
    updated_at: datetime
    messages: int
    asker: AskerOut | None = None


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
    messages: list[MessageOut]


class SuggestionsOut(Output):
    """Questions to start with."""

    items: list[str]


Body = dict[str, Any]
