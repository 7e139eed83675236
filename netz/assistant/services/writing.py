"""A model writes from the passages; what it says is checked before it counts.

The extractive answer stands ready throughout: when every model fails, or none of a model's
sentences is supported, the reader gets that one, marked as the fall-back.
"""

import asyncio
import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, Literal

import structlog

from netz.ai.chat import ChatEvent, stream_chat
from netz.ai.errors import ChainExhaustedError
from netz.assistant.answering.prompt import NO_ANSWER, build_prompt
from netz.assistant.answering.sentences import split_sentences
from netz.assistant.answering.types import CheckedSentence, Citation, Draft, Piece
from netz.assistant.answering.verify import verify_citations
from netz.assistant.answering.words import either_terms
from netz.assistant.schemas import AnswerOut
from netz.assistant.services.asking import Pending, begin, body_of, finish
from netz.assistant.services.calls import ModelCall, keep_calls_of_a_leaver
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.knowledge.types import Hit

log = structlog.get_logger(__name__)

_MARK = re.compile(r"\s*\[(?:\d+(?:\s*,\s*\d+)*)\]")


@dataclass(frozen=True, slots=True)
class Written:
    """A step of the writing: a piece of `text`, a `restart` (drop the text so far), or the end,
    `done`, with the answer's body."""

    kind: Literal["text", "restart", "done"]
    text: str = ""
    body: dict[str, Any] | None = None


async def write(pending: Pending) -> AsyncGenerator[Written, None]:
    """Streams the model's words, then the checked answer."""
    system, user = build_prompt(
        pending.query, pending.hits, pending.language, pending.history, pending.style
    )
    events: list[ChatEvent] = []
    open_call: list[ChatEvent] = []
    said: list[str] = []

    def follow(event: ChatEvent) -> None:
        events.append(event)
        if event.kind == "started":
            open_call[:] = [event]
        elif event.kind in ("failed", "finished"):
            open_call.clear()

    try:
        deltas = stream_chat(pending.chain, system, user, on_event=follow)
        async with aclosing(deltas):
            async for delta in deltas:
                for event in _drain(events, pending):
                    if event.kind == "restart":
                        said.clear()
                        yield Written("restart")
                said.append(delta)
                yield Written("text", delta)
        finished = next((e for e in reversed(events) if e.kind == "finished"), None)
        _drain(events, pending)
        model = f"{finished.model.provider}/{finished.model.model}" if finished else ""
        body = _checked("".join(said), model, pending)
    except ChainExhaustedError as error:
        _drain(events, pending)
        log.warning("no model answered", failures=len(error.failures))
        body = None
    except BaseException:
        # The reader left. An answer's calls are kept with it; here there is none, and a model was
        # called all the same.
        _drain(events, pending)
        if open_call:
            pending.calls.append(ModelCall.of(open_call[-1], "left"))
        keep_calls_of_a_leaver(pending.calls, actor=pending.actor)
        raise
    if body is None:
        yield Written("restart")
        body = {**pending.body, "fallback": True}
    yield Written("done", body=body)


def _drain(events: list[ChatEvent], pending: Pending) -> list[ChatEvent]:
    """Logs what happened at the models, without any content, notes the calls that came to an end,
    and empties the list."""
    happened = list(events)
    events.clear()
    for event in happened:
        if event.kind in ("failed", "finished"):
            pending.calls.append(ModelCall.of(event, event.kind))
        if event.kind in ("failed", "skipped", "redacted", "finished"):
            log.info(
                "model call",
                step=event.kind,
                model=event.model.model,
                ms=round(event.ms),
                failure=event.failure.code if event.failure else None,
                redacted=event.counts or None,
                request_id=pending.actor.request_id,
            )
    return happened


def _checked(text: str, model: str, pending: Pending) -> dict[str, Any] | None:
    """The answer of the supported sentences; None when nothing of it holds.

    A model that finds no answer in the passages is believed: that is a refusal.
    """
    if not model:
        return None
    if NO_ANSWER in text:
        return {**pending.refusal, "generator": "model", "model": model}
    sentences = verify_citations(text, pending.hits)
    supported = [sentence for sentence in sentences if sentence.supported and sentence.text]
    if not supported:
        log.warning("nothing that the model said is supported", sentences=len(sentences))
        return None
    dropped = len(sentences) - len(supported)
    return body_of(_draft(supported, pending), model=model) | {"dropped": dropped}


def _draft(sentences: list[CheckedSentence], pending: Pending) -> Draft:
    used: dict[int, int] = {}
    for sentence in sentences:
        for number in sentence.citations:
            used.setdefault(number, len(used) + 1)
    pieces = tuple(
        Piece(
            text=_MARK.sub("", sentence.text).strip(),
            kind="sentence",
            citations=tuple(used[number] for number in sentence.citations),
        )
        for sentence in sentences
    )
    citations = tuple(
        _citation(index, pending.hits[number - 1], sentences, number)
        for number, index in used.items()
    )
    kept = pending.body
    return Draft(
        status="answered",
        language=pending.language,
        text=" ".join(piece.text for piece in pieces),
        sentences=pieces,
        citations=citations,
        suggestions=tuple(kept["suggestions"]),
        looked_for=tuple(kept["looked_for"]),
        confidence=float(kept["confidence"]),
    )


def _citation(index: int, hit: Hit, sentences: list[CheckedSentence], number: int) -> Citation:
    about = either_terms(" ".join(s.text for s in sentences if number in s.citations))
    best = max(
        split_sentences(hit.text), key=lambda one: len(about & either_terms(one)), default=hit.text
    )
    return Citation(
        index=index,
        document_id=hit.document_id,
        path=hit.path,
        title=hit.title,
        passage_id=hit.passage_id,
        page=hit.page,
        quote=best,
        headings=hit.headings,
        attached=hit.attached,
    )


def answer_now(question: str, *, actor: Actor) -> AnswerOut:
    """Asks and keeps the answer, models included; for callers outside the event loop."""
    with tenant(actor.workspace_id):
        pending = begin(question, conversation_id=None, actor=actor)
        if not pending.needs_model:
            return finish(pending)
    body = asyncio.run(_last_body(pending))
    with tenant(actor.workspace_id):
        return finish(pending, body)


async def _last_body(pending: Pending) -> dict[str, Any] | None:
    body = None
    async for step in write(pending):
        body = step.body or body
    return body
