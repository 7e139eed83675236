"""Writing the index of messages: what was said since, in small segments that are folded."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

import numpy as np
from django.db import connection

from netz.ai.embeddings import builtin_embedder, embed_now
from netz.assistant.finding import sql
from netz.assistant.finding.records import of_company, of_member, of_source, pack, second, term_key
from netz.assistant.models import Message
from netz.core.db import rows_of
from netz.core.folding import fold
from netz.knowledge.signatures import pack_signatures
from netz.knowledge.text import analyse, detect
from netz.knowledge.text.tokens import distinct_words

MOST_CHARACTERS = 20_000  # of a message that are indexed; a pasted log is cut there
LONGEST_WORD = 40  # that a beginning is completed to
BATCH = 2_000  # messages of a segment that a job writes at once
FOLDED = 8  # segments that may lie beside each other


def catch_up(workspace_id: UUID, *, most: int = BATCH) -> int:
    """Indexes the messages said last, at most so many; returns how many it were.

    In the workspace's transaction. Nobody waits: where another is at it, nothing is done.
    """
    rows = list(
        Message.objects.filter(workspace_id=workspace_id, number=None)
        .select_related("conversation", "answer")
        .order_by("-created_at")[:most]
    )
    if not rows or not _locked(workspace_id):
        return 0
    # What another has indexed between reading and locking must not get a second number.
    pending = Message.objects.filter(
        workspace_id=workspace_id, number=None, pk__in=[row.pk for row in rows]
    ).values_list("pk", flat=True)
    still = set(pending)
    rows = [row for row in reversed(rows) if row.pk in still]
    if rows:
        _add(workspace_id, rows)
        _fold(workspace_id)
    return len(rows)


def waiting(workspace_id: UUID, *, most: int) -> int:
    """How many messages aren't in the index yet, counted up to `most`."""
    found: int = rows_of(sql.WAITING, [workspace_id, most])[0][0]
    return found


def start_again_if_stale(workspace_id: UUID) -> bool:
    """Empties the index where messages in it are gone, or the model is another; whether it did.

    What was purged leaves nothing behind, not even hashes of its words. The job that follows
    indexes the rest anew. In the workspace's transaction.
    """
    if not _locked(workspace_id):
        return False
    with connection.cursor() as cursor:
        cursor.execute(sql.INDEXED, {"workspace": workspace_id})
        listed, living = cursor.fetchone()
        cursor.execute(sql.SEGMENTS, [workspace_id])
        models = {model for _, _, model in cursor.fetchall()}
        if listed == living and models <= {model_name()}:
            return False
        for statement in sql.START_AGAIN:
            cursor.execute(statement, [workspace_id])
    return True


def model_name() -> str:
    """The model that compares meanings: the product's own, which needs no network."""
    embedder = builtin_embedder()
    return embedder.name if embedder else ""


def _locked(workspace_id: UUID) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql.LOCK, [str(workspace_id)])
        return bool(cursor.fetchone()[0])


def _add(workspace_id: UUID, rows: Sequence[Message]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql.NEXT, {"workspace": workspace_id})
        first, segment = cursor.fetchone()
        numbers = range(first, first + len(rows))
        cursor.execute(sql.NUMBER, [[row.pk for row in rows], list(numbers), workspace_id])
        terms: dict[int, list[tuple[int, int]]] = {}
        words: set[tuple[str, str]] = set()
        for number, row in zip(numbers, rows, strict=True):
            text = _said(row)
            record = (number, second(row.created_at))
            for term in _terms(row, text):
                terms.setdefault(term, []).append(record)
            words.update(_written(text))
        signatures = _signatures(rows, numbers)
        cursor.execute(
            sql.ADD_SEGMENT, [workspace_id, segment, len(rows), model_name(), signatures]
        )
        packed = [pack(records) for records in terms.values()]
        cursor.execute(sql.ADD_POSTINGS, [workspace_id, segment, list(terms), packed])
        # Sorted, so that two writers who meet do so in one order.
        known = sorted(words)
        cursor.execute(
            sql.ADD_WORDS,
            [workspace_id, [word for word, _ in known], [written for _, written in known]],
        )


def _said(row: Message) -> str:
    """What is indexed of a message. A refusal repeats the question and says no more."""
    if row.role == "assistant" and row.answer.status == "refused":
        return ""
    return row.text[:MOST_CHARACTERS]


def _written(text: str) -> Iterator[tuple[str, str]]:
    """The words of a text as typed without accents, and as written."""
    for word in distinct_words(text):
        written = word.text.lower()
        if 2 < len(written) <= LONGEST_WORD and 2 < len(fold(written)) <= LONGEST_WORD:
            yield fold(written), written


def _terms(row: Message, text: str) -> set[int]:
    """The keys of a message: its words, whose it is, and what it rests on."""
    answer = row.answer if row.role == "assistant" else None
    language = answer.language if answer else detect(text)
    found = {term_key(token.term) for token in analyse(text, language)}
    found.add(of_member(row.conversation.member_id))
    found.add(of_company(row.conversation.company_id))
    for source in answer.body["citations"] if answer else ():
        if not source.get("attached"):
            found.add(of_source(UUID(source["document_id"])))
    return found


def _signatures(rows: Sequence[Message], numbers: Sequence[int]) -> bytes:
    """What the questions mean; answers are found through the question that they belong to."""
    embedder = builtin_embedder()
    asked = [
        (number, _said(row))
        for number, row in zip(numbers, rows, strict=True)
        if row.role == "user"
    ]
    if embedder is None or not asked:
        return b""
    vectors = embed_now(embedder, [text for _, text in asked], "query")
    return pack_signatures([number for number, _ in asked], np.asarray(vectors))


def _fold(workspace_id: UUID) -> None:
    """Makes one segment of the small ones, so that each message is rewritten a few times only."""
    with connection.cursor() as cursor:
        cursor.execute(sql.SEGMENTS, [workspace_id])
        rows = cursor.fetchall()
        if len(rows) <= FOLDED:
            return
        for _, alike in groupby(sorted(rows, key=_by_model), key=lambda row: row[2]):
            if len(chosen := _small(list(alike))) > 1:
                _merge(cursor, workspace_id, chosen)


def _by_model(row: tuple[int, int, str]) -> tuple[str, int]:
    return row[2], row[1]


def _small(rows: Sequence[tuple[int, int, str]]) -> list[int]:
    """The smallest segments, and each larger one that is not much larger than those together."""
    chosen: list[int] = []
    total = 0
    for number, messages, _ in rows:
        if len(chosen) >= FOLDED // 2 and messages > 2 * total:
            break
        chosen.append(number)
        total += messages
    return chosen


def _merge(cursor: Any, workspace_id: UUID, segments: list[int]) -> None:
    cursor.execute(sql.NEXT, {"workspace": workspace_id})
    _, target = cursor.fetchone()
    wanted = {"workspace": workspace_id, "target": target, "segments": segments}
    cursor.execute(sql.FOLD_POSTINGS, wanted)
    cursor.execute(sql.FOLD_SEGMENTS, wanted)
    cursor.execute(sql.REMOVE_POSTINGS, [workspace_id, segments])
    cursor.execute(sql.REMOVE_SEGMENTS, [workspace_id, segments])
