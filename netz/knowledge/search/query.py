"""Searching: the same steps for a synchronous cursor and an asynchronous connection."""

from collections.abc import Generator, Sequence
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Cursor
from psycopg.pq import Format

from netz.knowledge.search import sql
from netz.knowledge.search.blocks import POSTING, RUN, read, term_number
from netz.knowledge.search.scoring import Found, Ranking, rank
from netz.knowledge.search.visibility import Visibility
from netz.knowledge.text.question import Question, read_question
from netz.knowledge.text.synonyms import Synonyms, builtin
from netz.knowledge.types import Hit

Row = Sequence[Any]
Steps = Generator[tuple[str, Any], list[Row], list[Hit]]

RANKING = Ranking()


def search(
    cursor: Any,
    workspace_id: UUID,
    query: str,
    *,
    audiences: Sequence[int] | None = None,
    limit: int = 10,
    synonyms: Synonyms | None = None,
    language: str | None = None,
) -> list[Hit]:
    """The passages that fit a question best, best first.

    `audiences` are the audience numbers the reader may see, None for all of them; `synonyms` the
    workspace's own groups beside the built-in ones. The cursor is psycopg's or Django's, in a
    transaction with the workspace set.
    """
    steps = _steps(workspace_id, query, audiences, limit, synonyms, language)
    # Not `connection.cursor`: Django's connections make client-side cursors, which know no binary.
    with Cursor(cursor.connection) as inner:
        inner.format = Format.BINARY
        try:
            statement = next(steps)
            while True:
                inner.execute(*statement)
                statement = steps.send(inner.fetchall())
        except StopIteration as done:
            return list(done.value)


async def search_async(
    connection: AsyncConnection[Any],
    workspace_id: UUID,
    query: str,
    *,
    audiences: Sequence[int] | None = None,
    limit: int = 10,
    synonyms: Synonyms | None = None,
    language: str | None = None,
) -> list[Hit]:
    """`search` on an asynchronous psycopg connection."""
    steps = _steps(workspace_id, query, audiences, limit, synonyms, language)
    async with connection.cursor(binary=True) as inner:
        try:
            statement = next(steps)
            while True:
                await inner.execute(*statement)
                statement = steps.send(await inner.fetchall())
        except StopIteration as done:
            return list(done.value)


def _steps(
    workspace_id: UUID,
    query: str,
    audiences: Sequence[int] | None,
    limit: int,
    synonyms: Synonyms | None,
    language: str | None,
) -> Steps:
    known = synonyms_with(synonyms)
    question = read_question(query, known, language)
    if not question.concepts or limit < 1:
        return []
    rows = yield sql.FETCH, _fetch(workspace_id, question)
    found = _rank(question, rows, audiences, limit)
    if not len(found.numbers):
        return []
    rows = yield sql.HITS, [workspace_id, found.numbers.tolist()]
    return _hits(found, rows)


def synonyms_with(own: Synonyms | None) -> Synonyms:
    """The built-in synonyms and a workspace's own."""
    return builtin().merged(own) if own and own.groups else builtin()


def _fetch(workspace_id: UUID, question: Question) -> dict[str, Any]:
    return {"workspace": workspace_id, "terms": [term_number(term) for term in question.terms()]}


def _rank(
    question: Question, rows: list[Row], audiences: Sequence[int] | None, limit: int
) -> Found:
    postings = {term: read(data, POSTING) for kind, term, data in rows if kind == "p"}
    runs, changes = (
        read(next((data for kind, _, data in rows if kind == wanted), b""), RUN)
        for wanted in ("s", "c")
    )
    return rank(question, postings, Visibility(runs, changes, audiences), RANKING, limit)


def _hits(found: Found, rows: list[Row]) -> list[Hit]:
    by_number = {row[0]: row for row in rows}
    hits = []
    for number, score, coverage in zip(
        found.numbers.tolist(), found.scores.tolist(), found.coverage.tolist(), strict=True
    ):
        row = by_number.get(number)
        if row is None:  # removed since the ranking was read
            continue
        _, passage, version, document, path, title, page, headings, text, language, at, blocks = row
        hits.append(
            Hit(
                document_id=document, version_id=version, passage_id=passage, path=path,
                title=title, page=page, headings=tuple(headings), text=text, language=language,
                score=score, lexical=score, coverage=coverage, ordinal=at, blocks=tuple(blocks),
            )
        )
    return hits
