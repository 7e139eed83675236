"""How far a workspace's vectors are: for the screen, and live while they are made."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from netz.ai.sources import Source, embedder_of, source_in_force, source_of_index
from netz.core.actor import Actor
from netz.core.live import publish
from netz.core.permissions import Permission
from netz.knowledge.models import VectorIndex
from netz.knowledge.search.vectors import count_vectors

BUILDING, READY, STOPPED, FAILED = VectorIndex.STATES


@dataclass(frozen=True, slots=True)
class IndexState:
    """An index and how many of the passages it has."""

    state: str
    model: str
    passages_total: int
    passages_done: int
    per_second: float | None
    started_at: datetime
    ended_at: datetime | None
    error: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """Where the workspace's vectors come from, and its indexes.

    `searched` is what questions are compared with; `other` what is being built, was stopped or
    has failed. While the first one is built both are the same.
    """

    source: Source
    model: str | None
    dimensions: int | None
    searched: IndexState | None
    other: IndexState | None


def indexes(workspace_id: UUID) -> tuple[VectorIndex | None, VectorIndex | None]:
    """The ready index, and the other one."""
    rows = list(VectorIndex.objects.filter(workspace_id=workspace_id))
    return (
        next((row for row in rows if row.state == READY), None),
        next((row for row in rows if row.state != READY), None),
    )


def searched_of(rows: Sequence[VectorIndex | None]) -> VectorIndex | None:
    """Of the ready index and the other one, that which a question can be compared with."""
    for row in rows:
        if row is not None and row.state in (READY, BUILDING):
            source = source_of_index(row.workspace_id, row.kind, row.choice_id)
            embedder = embedder_of(source) if source else None
            if embedder is not None and embedder.name == row.model:
                return row
    return None


def overview(actor: Actor) -> Overview:
    """Everything that the screen of the vectors shows."""
    source = source_in_force(actor.workspace_id)
    embedder = embedder_of(source)
    name = embedder.name if embedder else None
    ready, other = indexes(actor.workspace_id)
    searched = searched_of((ready, other)) if source.kind != "off" else None
    known = (row.dimensions for row in (ready, other) if row and row.model == name)
    return Overview(
        source=source,
        model=name,
        dimensions=next(known, None) or source.dimensions,
        searched=state_of(searched) if searched else None,
        other=state_of(other) if other else None,
    )


def state_of(index: VectorIndex) -> IndexState:
    """The index with its counts as they are now."""
    with connection.cursor() as cursor:
        done, total = count_vectors(cursor, index.workspace_id, index.model)
    return IndexState(
        state=index.state,
        model=index.model,
        passages_total=total,
        passages_done=done,
        per_second=round(index.rate, 1) if index.rate and index.state == BUILDING else None,
        started_at=index.started_at,
        ended_at=index.ended_at,
        error=index.error_code or None,
    )


def announce(index: VectorIndex) -> None:
    """Shows the index's state on the screens of those who look after models."""
    state: dict[str, Any] = asdict(state_of(index))
    publish(index.workspace_id, "embeddings.progress", state, permission=Permission.MODELS_MANAGE)
