"""Keeping a question with its answer: one statement, one trip to the database.

Conversation, both messages, the answer, the event, the trail's row and the notice to open screens
belong together; a cached answer's time is mostly spent here, so they are written at once.
"""

import json
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from netz.assistant.answering.title import title_of
from netz.assistant.models import Conversation
from netz.assistant.queries import answer_out, together
from netz.assistant.schemas import AnswerOut
from netz.core import where as places
from netz.core.db import rows_of
from netz.core.events import wake
from netz.core.ids import new_id
from netz.core.live import CHANNEL

if TYPE_CHECKING:
    from netz.assistant.services.asking import Pending

_STORE = """
WITH conversation AS (
    INSERT INTO assistant_conversation (id, created_at, updated_at, workspace_id, member_id,
        company_id, title)
    VALUES (%(conversation)s, %(now)s, %(now)s, %(workspace)s, %(member)s, %(company)s, %(title)s)
    ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, archived_at = NULL,
        written_at = CASE WHEN assistant_conversation.member_id = excluded.member_id
            THEN assistant_conversation.written_at ELSE excluded.updated_at END
    RETURNING id
), messages AS (
    INSERT INTO assistant_message (id, created_at, workspace_id, conversation_id, role, author_id,
        text)
    SELECT v.id, v.at, %(workspace)s, conversation.id, v.role, v.author, v.text
      FROM conversation, (VALUES
        (%(asked)s::uuid, %(now)s::timestamptz, 'user', %(member)s::uuid, %(question)s),
        (%(said)s::uuid, %(now)s::timestamptz + interval '1 microsecond', 'assistant', NULL,
            %(text)s)
      ) AS v(id, at, role, author, text)
    RETURNING id
), answer AS (
    INSERT INTO assistant_answer (id, created_at, workspace_id, conversation_id, message_id,
        question, query, status, language, generator, model, fallback, cached, confidence,
        took_ms, body, follows_id, instead_of_id)
    VALUES (%(answer)s, %(now)s, %(workspace)s, %(conversation)s, %(said)s, %(question)s, %(query)s,
        %(status)s, %(language)s, %(generator)s, %(model)s, %(fallback)s, %(cached)s,
        %(confidence)s, %(took_ms)s, %(body)s, %(follows)s, %(instead_of)s)
), event AS (
    INSERT INTO core_event (id, created_at, workspace_id, kind, payload, member_id)
    VALUES (%(event)s, %(now)s, %(workspace)s, 'answer.given', %(payload)s, %(member)s)
), trail AS (
    INSERT INTO audit_entry (id, created_at, workspace_id, member_id, credential, credential_id,
        request_id, action, target_kind, target_id, before, after, actor_name, ip, agent)
    VALUES (%(entry)s, %(now)s, %(workspace)s, %(member)s, %(credential)s, %(credential_id)s,
        %(request_id)s, 'answer.give', 'assistant.answer', %(answer)s, NULL, %(after)s,
        %(actor_name)s, %(ip)s, %(agent)s)
)
SELECT pg_notify(%(channel)s, %(notice)s)
"""


def store_answer(pending: "Pending", body: dict[str, Any]) -> tuple[AnswerOut, UUID]:
    """Writes everything; returns the answer as the API shows it, and the question's message."""
    actor, where = pending.actor, places.current()
    answer_id, asked, said, event_id = new_id(), new_id(), new_id(), new_id()
    now = datetime.now(UTC)
    took_ms = _took_ms(pending)
    notice = {
        "w": str(actor.workspace_id),
        "k": "message.created",
        "p": {"conversation_id": str(pending.conversation_id), "message_id": str(said)},
        "m": [str(one) for one in _audience(pending)],
        "r": None,
    }
    outcome = {key: body[key] for key in ("status", "generator", "model", "fallback")}
    rows_of(
        _STORE,
        {
            "conversation": pending.conversation_id,
            "workspace": actor.workspace_id,
            "member": actor.member_id,
            "company": actor.company_id,
            "title": title_of(pending.question),
            "now": now,
            "asked": asked,
            "said": said,
            "question": pending.question,
            "query": pending.query,
            "text": body["text"],
            "answer": answer_id,
            "status": body["status"],
            "language": body["language"],
            "generator": body["generator"],
            "model": body["model"],
            "fallback": body["fallback"],
            "cached": pending.cached,
            "confidence": body["confidence"],
            "took_ms": took_ms,
            "body": json.dumps(body),
            "follows": pending.past.after if pending.past.branched else None,
            "instead_of": pending.wish.instead_of,
            "event": event_id,
            "payload": json.dumps({"answer_id": str(answer_id), "cached": pending.cached}),
            "entry": new_id(),
            "credential": actor.credential,
            "credential_id": actor.credential_id,
            "request_id": actor.request_id,
            "after": json.dumps(outcome),
            "actor_name": actor.name[:200],
            "ip": where.ip,
            "agent": where.agent,
            "channel": CHANNEL,
            "notice": json.dumps(notice),
        },
    )
    wake(actor.workspace_id, "answer.given", event_id)
    return _answer_out(pending, body, answer_id, took_ms, now), asked


def unkept_answer(pending: "Pending", body: dict[str, Any]) -> AnswerOut:
    """The answer as the API shows it, of which nothing is written."""
    return _answer_out(pending, body, new_id(), _took_ms(pending), datetime.now(UTC))


def _audience(pending: "Pending") -> list[UUID]:
    """Whose open screens hear of it; a new conversation has nobody else in it."""
    if pending.is_new:
        return [pending.actor.member_id]
    row = Conversation.objects.get(
        workspace_id=pending.actor.workspace_id, pk=pending.conversation_id
    )
    return together.audience(row)


def _took_ms(pending: "Pending") -> float:
    return round((time.perf_counter() - pending.started) * 1000, 2)


def _answer_out(
    pending: "Pending", body: dict[str, Any], answer_id: UUID, took_ms: float, now: datetime
) -> AnswerOut:
    return answer_out(
        body,
        id=answer_id,
        conversation_id=pending.conversation_id,
        follows=pending.past.after,
        question=pending.question,
        workspace=pending.workspace,
        cached=pending.cached,
        took_ms=took_ms,
        created_at=now,
    )
