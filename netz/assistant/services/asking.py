"""Answering a question: what is known before a model is asked, and how the answer is kept.

`begin` does all the reading in the caller's transaction. Without a model, or when the answer is
cached or refused, its result is complete; otherwise a model writes from the same passages and
`finish` keeps what came of it.
"""

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from uuid import UUID

from netz.ai.queries import chat_chain
from netz.ai.specs import ChatModelSpec
from netz.assistant import cache, queries
from netz.assistant.answering.catalogue import text
from netz.assistant.answering.errors import InvalidQuestionError
from netz.assistant.answering.followup import resolve_followup
from netz.assistant.answering.language import detect_language
from netz.assistant.answering.question import normalise, validate
from netz.assistant.answering.types import Draft, Language, Length, Style, Turn
from netz.assistant.errors import BadQuestion, ModelNotOffered
from netz.assistant.models import Attachment
from netz.assistant.queries import attachments
from netz.assistant.schemas import AnswerOut
from netz.assistant.services import attaching
from netz.assistant.services.calls import ModelCall, keep_calls
from netz.assistant.services.extracting import extracted
from netz.assistant.services.storing import store_answer, unkept_answer
from netz.core.actor import Actor
from netz.core.ids import new_id
from netz.core.permissions import Permission
from netz.knowledge import queries as knowledge
from netz.knowledge.types import Hit
from netz.workspaces import queries as workspaces

HITS = 12


@dataclass(frozen=True, slots=True)
class Wish:
    """What is special about one question: its place in the conversation (after `follows`, or in
    the place of the answer `instead_of`), its answer's `length`, who is to write it, the files
    that are sent with it, and the document that it is `about`, from which it was asked."""

    follows: UUID | None = None
    instead_of: UUID | None = None
    length: Length | None = None
    model: str | None = None
    attachments: tuple[UUID, ...] = ()
    about: UUID | None = None


_NO_WISH = Wish()


@dataclass(frozen=True, slots=True)
class Pending:
    """A question on its way: the extractive answer stands ready, a model may still improve it.

    `sent` are the files that come with it. Where something was asked before the documents (files
    of its conversation, the document that it is about: its `context`) it stands `alone`: its answer
    is nobody else's.
    """

    actor: Actor
    question: str
    query: str
    language: Language
    conversation_id: UUID
    is_new: bool
    past: queries.Past
    wish: Wish
    hits: tuple[Hit, ...]
    body: dict[str, Any]
    key: str
    workspace: str
    style: Style = field(default_factory=Style)
    refusal: dict[str, Any] = field(default_factory=dict)
    chain: tuple[ChatModelSpec, ...] = ()
    cached: bool = False
    sent: tuple[Attachment, ...] = ()
    alone: bool = False
    context: dict[str, Any] | None = None
    calls: list[ModelCall] = field(default_factory=list)
    started: float = field(default_factory=time.perf_counter)

    @property
    def history(self) -> tuple[Turn, ...]:
        """The turns before it, oldest first."""
        return self.past.turns

    @property
    def again(self) -> bool:
        """Whether it is the question of the answer in whose place it is asked."""
        before = self.past.replaced
        return before is not None and normalise(before) == normalise(self.question)

    @property
    def needs_model(self) -> bool:
        """Whether a model is to write the answer."""
        return bool(self.chain) and not self.cached and self.body["status"] == "answered"


def begin(
    question: str, *, conversation_id: UUID | None, actor: Actor, wish: Wish = _NO_WISH
) -> Pending:
    """Reads all that an answer needs.

    Raises `BadQuestion`, `ConversationNotFound`, `AnswerNotFound` for a place that isn't in the
    conversation, `ModelNotOffered`.
    """
    started = time.perf_counter()
    if actor.previewed_by:
        # A preview keeps nothing, so there is nothing to go on with.
        conversation_id = None
        wish = replace(wish, follows=None, instead_of=None, attachments=())
    asked = _checked(question, actor.language)
    past = (
        queries.past(actor, conversation_id, wish.follows, wish.instead_of)
        if conversation_id
        else queries.Past()
    )
    language = detect_language(asked, default=_default_language(past.turns, actor))
    query = resolve_followup(asked, past.turns)
    chain = _chain(actor, wish.model)
    style = _style(actor, by_model=bool(chain), length=wish.length)
    sent = attachments.to_send(actor, wish.attachments)
    held = attachments.held_by(actor, conversation_id) if conversation_id else []
    first = attachments.hits_of([*attachments.legible(sent), *held])
    context = None
    if wish.about:
        document, passages = knowledge.document_to_ask(actor, wish.about)
        first += passages
        context = {"document_id": str(document.id), "title": document.title}
    audiences = knowledge.visible_audiences(actor)
    key = cache.cache_key(
        actor.workspace_id,
        audiences,
        knowledge.state_number(actor),
        [f"{spec.provider}/{spec.model}" for spec in chain],
        language,
        normalise(query),
        style.key,
    )
    pending = Pending(
        actor=actor,
        question=asked,
        query=query,
        language=language,
        conversation_id=conversation_id or new_id(),
        is_new=conversation_id is None,
        past=past,
        wish=wish,
        hits=(),
        body={},
        key=key,
        workspace=actor.workspace_name or workspaces.current_workspace(actor).name,
        style=style,
        chain=chain,
        sent=tuple(sent),
        alone=bool(first or context),
        context=context,
        started=started,
    )
    # Whoever asks for another answer is not given the same from memory.
    known = None if pending.again or pending.alone else cache.read(actor.workspace_id, key)
    if known is not None:
        return replace(pending, body=known, cached=True)
    found = knowledge.search_with_weights(
        actor, query, limit=HITS, language=language, permission=Permission.ANSWERS_ASK
    )
    extract = extracted(query, language, found, style, first)
    return replace(
        pending,
        hits=tuple(extract.hits),
        body=body_of(extract.written),
        refusal=body_of(extract.refused),
    )


def finish(pending: Pending, body: dict[str, Any] | None = None) -> AnswerOut:
    """Keeps question and answer in the conversation, in the caller's transaction.

    `body` is what a model wrote; without it the extractive answer is kept. A preview of what
    somebody sees gives the answer and keeps nothing.
    """
    chosen = (body or pending.body) | {"context": pending.context}
    keep_calls(pending.calls, actor=pending.actor)
    if pending.actor.previewed_by:
        return unkept_answer(pending, chosen)
    if not (pending.cached or pending.again or pending.alone or chosen.get("fallback")):
        cache.write(pending.actor.workspace_id, pending.key, chosen)
    answer, asked = store_answer(pending, chosen)
    attaching.send(
        pending.sent,
        conversation_id=answer.conversation_id,
        message_id=asked,
        actor=pending.actor,
    )
    return answer


def body_of(draft: Draft, *, model: str = "", fallback: bool = False) -> dict[str, Any]:
    """The JSON form in which an answer is stored and cached."""
    return {
        "status": draft.status,
        "text": draft.text,
        "language": draft.language,
        "generator": "model" if model else "extractive",
        "model": model,
        "fallback": fallback,
        "confidence": draft.confidence,
        "sentences": [asdict(piece) for piece in draft.sentences],
        "citations": [_plain(asdict(citation)) for citation in draft.citations],
        "nearest": [_plain(asdict(nearest)) for nearest in draft.nearest],
        "looked_for": list(draft.looked_for),
        "suggestions": list(draft.suggestions),
    }


def choosable(actor: Actor) -> list[ChatModelSpec]:
    """The models that the actor may choose among for one answer: a matter of the staff."""
    return chat_chain(actor.workspace_id) if actor.is_staff else []


def _chain(actor: Actor, wanted: str | None) -> tuple[ChatModelSpec, ...]:
    """The models to ask, in their order; the wanted one alone. Raises `ModelNotOffered`."""
    if wanted is None:
        return tuple(chat_chain(actor.workspace_id))
    chain = tuple(one for one in choosable(actor) if one.id == wanted)
    if not chain:
        raise ModelNotOffered
    return chain


def _style(actor: Actor, *, by_model: bool, length: Length | None) -> Style:
    """How the actor likes answers; without a model, tone and expertise tell none apart."""
    wanted = workspaces.preferences_in(actor)
    length = length or wanted.answer_length
    if not by_model:
        return Style(length)
    return Style(length, wanted.tone, wanted.expertise)


def _checked(question: str, language: Language) -> str:
    try:
        return validate(question)
    except InvalidQuestionError as error:
        raise BadQuestion(reason=text(error.code, language)) from error


def _default_language(history: Sequence[Turn], actor: Actor) -> Language:
    last = next((turn.text for turn in reversed(history) if turn.role == "user"), "")
    return detect_language(last, default=actor.language) if last else actor.language


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {k: str(v) if isinstance(v, UUID) else v for k, v in values.items()}
