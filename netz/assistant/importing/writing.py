"""Keeps what another assistant's export holds as the member's own conversations."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import IO, Any
from uuid import UUID, uuid5

from netz.assistant.answering.language import detect_language
from netz.assistant.answering.title import title_of
from netz.assistant.importing.errors import NoConversations
from netz.assistant.importing.reading import (
    MAX_CONVERSATIONS,
    Broken,
    read_export,
    too_large,
)
from netz.assistant.importing.shapes import MAX_CHARACTERS, Foreign
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.db import rows_of
from netz.core.errors import Forbidden
from netz.core.ids import new_id
from netz.core.live import publish
from netz.core.permissions import Permission

TOLD = 100  # how many of those left out are named

_ATTACHMENT = {"fr": "[Pièce jointe non importée]", "en": "[Attachment not imported]"}
_BATCH = 100
_BATCH_CHARACTERS = 4_000_000
# What tells the language of a conversation; longer texts say no more.
_SAMPLE = 400

# One import of a member's at a time: two that hold the same conversations would wait for each
# other's rows.
_LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('netz.import:' || %(member)s, 0))"

_CONVERSATIONS = """
INSERT INTO assistant_conversation (id, created_at, updated_at, workspace_id, member_id, title,
    archived_at, origin, tags)
SELECT v.id, v.started, v.last, %(workspace)s, %(member)s, v.title, v.archived, v.origin, '{}'
  FROM unnest(%(ids)s::uuid[], %(started)s::timestamptz[], %(last)s::timestamptz[],
      %(titles)s::text[], %(archived)s::timestamptz[], %(origins)s::text[])
    AS v(id, started, last, title, archived, origin)
ON CONFLICT (id) DO NOTHING
RETURNING id
"""

_TURNS = """
WITH message AS (
    INSERT INTO assistant_message (id, created_at, workspace_id, conversation_id, role, text)
    SELECT v.id, v.at, %(workspace)s, v.conversation, v.role, v.text
      FROM unnest(%(ids)s::uuid[], %(times)s::timestamptz[], %(conversations)s::uuid[],
          %(roles)s::text[], %(texts)s::text[])
        AS v(id, at, conversation, role, text)
)
INSERT INTO assistant_answer (id, created_at, workspace_id, conversation_id, message_id, question,
    query, status, language, generator, model, fallback, cached, confidence, took_ms, body)
SELECT v.id, v.at, %(workspace)s, v.conversation, v.message, v.question, '', 'imported',
    v.language, 'imported', v.model, false, false, 0, 0, v.body
  FROM unnest(%(answers)s::uuid[], %(said)s::timestamptz[], %(within)s::uuid[],
      %(messages)s::uuid[], %(questions)s::text[], %(languages)s::text[], %(models)s::text[],
      %(bodies)s::jsonb[])
    AS v(id, at, conversation, message, question, language, model, body)
RETURNING id
"""


@dataclass(slots=True)
class Imported:
    """What became of a file: how many are new, were there already, were left out (the first of
    them by name), and how many messages were too long to be kept whole."""

    created: int = 0
    already: int = 0
    skipped: int = 0
    shortened: int = 0
    reasons: list[Broken] = field(default_factory=list)

    def leave_out(self, one: Broken) -> None:
        """Counts it, and names it among the first."""
        self.skipped += 1
        if len(self.reasons) < TOLD:
            self.reasons.append(one)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A conversation with its own id here, and a time for each turn, in their order."""

    id: UUID
    conversation: Foreign
    times: tuple[datetime, ...]


def import_conversations(file: IO[bytes], *, actor: Actor) -> Imported:
    """Makes each conversation of the file that isn't here yet one of the member's own, at its own
    time. Nothing of it counts as an answer of ours. They belong to no client company: what a
    person asked elsewhere is nobody else's to read.

    Raises `Forbidden`, `ExportUnreadable`, `ExportTooLarge`, `NoConversations`.
    """
    if not actor.may(Permission.ANSWERS_ASK):
        raise Forbidden
    rows_of(_LOCK, {"member": str(actor.member_id)})
    done = Imported()
    for batch in _batches(file, done, actor):
        _keep(batch, done, actor)
    if not (done.created or done.already or done.skipped):
        raise NoConversations
    told = {name: getattr(done, name) for name in ("created", "already", "skipped")}
    record(actor, "conversation.import", after=told)
    if done.created:
        publish(actor.workspace_id, "conversation.changed", {"ids": []}, members=[actor.member_id])
    return done


def _batches(file: IO[bytes], done: Imported, actor: Actor) -> Iterator[list[Foreign]]:
    batch: list[Foreign] = []
    held = 0
    for number, one in enumerate(read_export(file, attachment=_ATTACHMENT[actor.language])):
        if number >= MAX_CONVERSATIONS:
            raise too_large()
        if isinstance(one, Broken):
            done.leave_out(one)
        elif one is not None:
            batch.append(one)
            held += sum(len(turn.text) for turn in one.turns)
        if len(batch) >= _BATCH or held >= _BATCH_CHARACTERS:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _keep(batch: list[Foreign], done: Imported, actor: Actor) -> None:
    placed = {one.id: one for one in (_placed(conversation, actor) for conversation in batch)}
    rows = list(placed.values())
    created = rows_of(
        _CONVERSATIONS,
        {
            "workspace": actor.workspace_id,
            "member": actor.member_id,
            "ids": [one.id for one in rows],
            "started": [
                min(one.times[0], one.conversation.started or one.times[0]) for one in rows
            ],
            "last": [one.times[-1] for one in rows],
            "titles": [_title(one.conversation) for one in rows],
            "archived": [one.times[-1] if one.conversation.archived else None for one in rows],
            "origins": [one.conversation.origin for one in rows],
        },
    )
    new = [placed[row[0]] for row in created]
    done.created += len(new)
    done.already += len(batch) - len(new)
    if new:
        done.shortened += sum(
            len(turn.text) > MAX_CHARACTERS for one in new for turn in one.conversation.turns
        )
        rows_of(_TURNS, _turns(new, actor))


def _placed(conversation: Foreign, actor: Actor) -> _Placed:
    """The same for the same file each time, and never another member's."""
    own = uuid5(actor.member_id, f"{conversation.origin}:{conversation.key}")
    return _Placed(own, conversation, tuple(_times(conversation)))


def _times(conversation: Foreign) -> Iterator[datetime]:
    """When each turn was said. A conversation is read in the order of its times, so that each is
    later than the one before, whatever the export says."""
    known = (turn.at for turn in conversation.turns if turn.at)
    last = conversation.started or next(known, None) or datetime.now(UTC)
    for number, turn in enumerate(conversation.turns):
        if number == 0:
            last = turn.at or last
        else:
            after = last + timedelta(microseconds=1)
            last = max(turn.at or after, after)
        yield last


def _title(conversation: Foreign) -> str:
    if conversation.title:
        return conversation.title
    asked = (turn.text for turn in conversation.turns if turn.role == "user")
    return title_of(next(asked, "")[:_SAMPLE])


def _turns(new: list[_Placed], actor: Actor) -> dict[str, Any]:
    """The columns of all their messages and answers."""
    columns: dict[str, Any] = {
        name: []
        for name in (
            *("ids", "times", "conversations", "roles", "texts"),
            *("answers", "said", "within", "messages", "questions", "languages", "models"),
            "bodies",
        )
    }

    def add(**values: Any) -> None:
        for name, value in values.items():
            columns[name].append(value)

    for one in new:
        question = ""
        language = detect_language(_sample(one.conversation), default=actor.language)
        for turn, at in zip(one.conversation.turns, one.times, strict=True):
            message = new_id()
            add(ids=message, times=at, conversations=one.id, roles=turn.role, texts=turn.text)
            if turn.role == "user":
                question = turn.text
                continue
            add(
                answers=new_id(),
                said=at,
                within=one.id,
                messages=message,
                questions=question,
                languages=language,
                models=turn.model,
                bodies=json.dumps(
                    body_of(turn.text, language, turn.model, one.conversation.origin)
                ),
            )
    return columns | {"workspace": actor.workspace_id}


def _sample(conversation: Foreign) -> str:
    return " ".join(turn.text[:_SAMPLE] for turn in conversation.turns[:2])


def body_of(said: str, language: str, model: str, origin: str) -> dict[str, Any]:
    """What another assistant said, in the form of an answer: one text that rests on nothing."""
    return {
        "status": "imported",
        "text": said,
        "language": language,
        "generator": "imported",
        "model": model,
        "origin": origin,
        "fallback": False,
        "confidence": 0.0,
        "sentences": [],
        "citations": [],
        "nearest": [],
        "looked_for": [],
        "suggestions": [],
    }
