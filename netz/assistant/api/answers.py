"""Endpoints of answers and suggestions."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import orjson
from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse

from netz.assistant import queries, services
from netz.assistant.schemas import (
    AnswerModelOut,
    AnswerModelsOut,
    AnswerOut,
    HandoverIn,
    HandoverOut,
    QuestionIn,
    RatingIn,
    RatingOut,
    SuggestionsOut,
)
from netz.assistant.services import Pending, Wish
from netz.assistant.services.writing import write
from netz.core.actor import Actor
from netz.core.api.context import request_scope
from netz.core.api.idempotency import find_replay, replayed, stored
from netz.core.api.problems import language_of, problem_body
from netz.core.api.router import Router
from netz.core.api.stream import HEADERS, server_sent
from netz.core.errors import Problem
from netz.core.permissions import Permission

router = Router(tags=["assistant"])

EVENT_STREAM = "text/event-stream"


@router.post(
    "/answers",
    permission=Permission.ANSWERS_ASK,
    raw=True,
    reads=True,
    response_model=AnswerOut,
    responses={200: {"content": {EVENT_STREAM: {}}}},
)
async def ask(request: Request, body: QuestionIn) -> Response:
    """Answers a question from the documents that the member may see, or says that it can't.

    With `Accept: text/event-stream` the answer comes as events: `token` {text}, `restart` (drop
    the text so far), `citation`, `done` (the whole answer), `error` (a problem).
    """
    begun = await run_in_threadpool(_begin, request, body)
    if EVENT_STREAM in request.headers.get("accept", ""):
        events = _events(request, body, begun)
        return StreamingResponse(events, media_type=EVENT_STREAM, headers=HEADERS)
    if not isinstance(begun, Pending):
        return begun
    async for step in write(begun):
        if step.kind == "done":
            return await run_in_threadpool(_finish, request, body, begun, step.body)
    raise Problem


def _begin(request: Request, body: QuestionIn) -> Pending | Response:
    """The finished response, or what a model still has to write; one transaction, one thread."""
    with request_scope(request, Permission.ANSWERS_ASK, reads=True) as actor:
        key = _key(request, actor)
        if key and (earlier := find_replay(request, actor, key, {"body": body})) is not None:
            return _as_of_today(actor, earlier)
        wish = Wish(
            follows=body.follows,
            instead_of=body.instead_of,
            length=body.length,
            model=body.model,
            attachments=tuple(body.attachments),
            about=body.about,
        )
        pending = services.begin(
            body.question, conversation_id=body.conversation_id, actor=actor, wish=wish
        )
        if pending.needs_model:
            return pending
        return _keep(request, body, actor, pending, None)


def _key(request: Request, actor: Actor) -> str | None:
    return None if actor.previewed_by else request.headers.get("idempotency-key")


def _finish(
    request: Request, body: QuestionIn, pending: Pending, written: dict[str, Any] | None
) -> Response:
    with request_scope(request, Permission.ANSWERS_ASK, reads=True) as actor:
        return _keep(request, body, actor, pending, written)


def _keep(
    request: Request,
    body: QuestionIn,
    actor: Actor,
    pending: Pending,
    written: dict[str, Any] | None,
) -> Response:
    key = _key(request, actor)
    if key and (earlier := replayed(request, actor, key, {"body": body})) is not None:
        return _as_of_today(actor, earlier)
    content = services.finish(pending, written).model_dump_json().encode()
    if key:
        stored(actor, key, 200, content)
    return Response(content, media_type="application/json")


def _as_of_today(actor: Actor, earlier: Response) -> Response:
    """A replayed answer without what its reader may not read any more."""
    kept = queries.repeated(actor, AnswerOut.model_validate_json(bytes(earlier.body)).id)
    content = queries.stored_answer(actor, kept).model_dump_json().encode()
    headers = {"Idempotency-Replayed": earlier.headers["Idempotency-Replayed"]}
    return Response(content, media_type="application/json", headers=headers)


async def _events(
    request: Request, body: QuestionIn, begun: Pending | Response
) -> AsyncIterator[str]:
    try:
        if isinstance(begun, Pending):
            response: Response | None = None
            async for step in write(begun):
                if step.kind == "text":
                    yield server_sent("token", _json({"text": step.text}))
                elif step.kind == "restart":
                    yield server_sent("restart", "{}")
                else:
                    response = await run_in_threadpool(_finish, request, body, begun, step.body)
            assert response is not None
            answer = AnswerOut.model_validate_json(bytes(response.body))
        else:
            answer = AnswerOut.model_validate_json(bytes(begun.body))
            for sentence in answer.sentences:
                yield server_sent("token", _json({"text": f"{sentence.text}\n"}))
        for citation in answer.citations:
            yield server_sent("citation", citation.model_dump_json())
        yield server_sent("done", answer.model_dump_json())
    except Problem as problem:
        request_id = request.state.request_id
        content = problem_body(problem, language_of(request), request_id, request.url.path)
        yield server_sent("error", _json(content))


def _json(value: dict[str, Any]) -> str:
    return orjson.dumps(value).decode()


@router.post("/answers/{answer_id}/rating", permission=Permission.ANSWERS_ASK)
def rate(actor: Actor, answer_id: UUID, body: RatingIn) -> RatingOut:
    """Rates one of one's own answers; a new rating replaces the old."""
    rating = services.rate_answer(
        queries.answer(actor, answer_id), body.value, body.comment, actor=actor
    )
    return RatingOut(value=rating.value, comment=rating.comment)


@router.post("/answers/{answer_id}/handover", permission=Permission.ANSWERS_ASK, status_code=201)
def hand_over(actor: Actor, answer_id: UUID, body: HandoverIn) -> HandoverOut:
    """Asks for a person; the wish is kept for the IT company's staff."""
    handover = services.request_handover(queries.answer(actor, answer_id), body.note, actor=actor)
    return HandoverOut(id=handover.id, status="requested")


@router.get("/answer-models", permission=Permission.ANSWERS_ASK)
def list_answer_models(actor: Actor) -> AnswerModelsOut:
    """The models that the member may choose among for one answer: all in use for staff, none for
    client companies' people."""
    return AnswerModelsOut(
        items=[AnswerModelOut(id=one.id, name=one.name) for one in services.choosable(actor)]
    )


@router.get("/suggestions", permission=Permission.ANSWERS_ASK)
def list_suggestions(actor: Actor) -> SuggestionsOut:
    """Questions to start with."""
    return SuggestionsOut(items=queries.suggestions(actor))
