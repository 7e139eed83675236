"""Giving passages their vectors, batch by batch: each is kept by itself, so that a build may be
stopped or killed at any point and goes on where it was."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from django.db import connection

from netz.ai.embeddings import Embedder, Vectors, embed_now
from netz.ai.errors import FailureCode, ModelError
from netz.ai.sources import embedder_of, source_of_index
from netz.core.db import tenant
from netz.knowledge.models import Passage, VectorIndex
from netz.knowledge.search.fold_vectors import fold_signatures
from netz.knowledge.search.vectors import store_numbered, unseen_passages
from netz.knowledge.services.state import bump
from netz.knowledge.text.passages import text_to_embed
from netz.knowledge.vectors.lifecycle import WRONG_DIMENSIONS, complete, fail, reconcile
from netz.knowledge.vectors.state import BUILDING, READY, announce, indexes

BATCH = 128
TURN_SECONDS = 20.0  # then other jobs of the queue have their turn
REPORT_SECONDS = 1.0
_FOLD_EVERY = 16  # batches

# What another try a little later may well overcome.
_PASSING = frozenset(
    {
        FailureCode.TIMEOUT,
        FailureCode.RATE_LIMITED,
        FailureCode.UNAVAILABLE,
        FailureCode.UNREACHABLE,
        FailureCode.MALFORMED,
    }
)


@dataclass(slots=True)
class _Work:
    """An index with passages to embed, and where its search for them stands."""

    index_id: UUID
    model: str
    embedder: Embedder
    after: int = 0
    made: int = 0
    batches: int = 0
    started: float = field(default_factory=time.monotonic)
    reported: float = 0.0


def build(
    workspace_id: UUID,
    *,
    last_try: bool = True,
    stop: Callable[[], bool] = lambda: False,
    turn_seconds: float = TURN_SECONDS,
) -> bool:
    """Embeds what has no vector yet, for the searched index first; True when more is to be done.

    A failure that may pass is raised as `ModelError`, unless it is the `last_try` or another index
    has more to be done.
    """
    until = time.monotonic() + turn_seconds

    def over() -> bool:
        return stop() or time.monotonic() > until

    with tenant(workspace_id):
        reconcile(workspace_id)
        works = [work for index in indexes(workspace_id) if (work := _work(index)) is not None]
    unfinished, passing = False, None
    for work in works:
        try:
            unfinished = _work_off(workspace_id, work, over) or unfinished
        except ModelError as error:
            # A service that is down must not keep the index that is to replace it waiting.
            if error.code in _PASSING and not last_try:
                passing = error
            else:
                _fail(workspace_id, work, error.code)
        except _WrongDimensions:
            _fail(workspace_id, work, WRONG_DIMENSIONS)
    if passing is not None and not unfinished:
        raise passing
    return unfinished


def _work_off(workspace_id: UUID, work: _Work, over: Callable[[], bool]) -> bool:
    """Embeds batch by batch; True when it is over before all are done."""
    unfinished = False
    try:
        while not unfinished and _batch(workspace_id, work):
            unfinished = over()
    finally:
        if work.made:
            with tenant(workspace_id):
                bump(workspace_id)
    if not unfinished:
        with tenant(workspace_id):
            complete(work.index_id, workspace_id)
    return unfinished


def _fail(workspace_id: UUID, work: _Work, code: str) -> None:
    with tenant(workspace_id):
        fail(work.index_id, workspace_id, code)


class _WrongDimensions(Exception):  # noqa: N818  # not a failure of ours
    """The model answered with vectors of another size than before."""


def _work(index: VectorIndex | None) -> _Work | None:
    if index is None or index.state not in (READY, BUILDING):
        return None
    source = source_of_index(index.workspace_id, index.kind, index.choice_id)
    embedder = embedder_of(source) if source else None
    if embedder is None or embedder.name != index.model:
        return None
    return _Work(index.id, index.model, embedder)


def _batch(workspace_id: UUID, work: _Work) -> bool:
    """Embeds one batch; False when there is none left, or the index is not wanted any more."""
    with tenant(workspace_id), connection.cursor() as cursor:
        found = unseen_passages(cursor, workspace_id, work.model, BATCH, work.after)
        if not found and work.after:
            # From the start again: what was locked was passed over.
            work.after = 0
            found = unseen_passages(cursor, workspace_id, work.model, BATCH)
        rows = Passage.objects.select_related("document").filter(
            workspace_id=workspace_id, pk__in=[passage for _, passage in found]
        )
        texts = {row.pk: text_to_embed(row.document.title, row.headings, row.text) for row in rows}
    if not texts:
        return False
    # Outside the transaction: the model takes its time.
    vectors = embed_now(work.embedder, list(texts.values()), "passage")
    numbers = {passage: number for number, passage in found}
    return _store(workspace_id, work, [numbers[passage] for passage in texts], vectors)


def _store(workspace_id: UUID, work: _Work, numbers: list[int], vectors: Vectors) -> bool:
    with tenant(workspace_id):
        # Locked: the index can't be dropped between this look and the commit.
        index = (
            VectorIndex.objects.select_for_update()
            .filter(workspace_id=workspace_id, pk=work.index_id, state__in=[READY, BUILDING])
            .first()
        )
        if index is None:
            return False
        if index.dimensions not in (None, vectors.shape[1]):
            raise _WrongDimensions
        with connection.cursor() as cursor:
            store_numbered(cursor, workspace_id, work.model, numbers, vectors)
            work.after, work.made, work.batches = (
                max(numbers),
                work.made + len(numbers),
                work.batches + 1,
            )
            if work.batches % _FOLD_EVERY == 0:
                fold_signatures(cursor, workspace_id)
        _report(index, work, int(vectors.shape[1]))
    return True


def _report(index: VectorIndex, work: _Work, dimensions: int) -> None:
    """Writes how fast it goes and tells open screens, at most once a second."""
    now = time.monotonic()
    if (
        index.dimensions is not None
        and not index.error_code
        and now - work.reported < REPORT_SECONDS
    ):
        return
    work.reported = now
    index.dimensions, index.error_code = dimensions, ""
    index.rate = work.made / max(now - work.started, 0.001)
    index.save(update_fields=["dimensions", "error_code", "rate"])
    announce(index)
