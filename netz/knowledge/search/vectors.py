"""The optional vector rank: a vector a passage and model, and the passages nearest to a question.

Needs pgvector; without it the table stays empty and search is lexical. Vectors of two models are
never compared: every statement names one model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from netz.knowledge.search import sql
from netz.knowledge.search.connection import Cursor


@dataclass(frozen=True, slots=True)
class QueryVector:
    """A question as a vector of length 1, and the name of the model that made it."""

    model: str
    values: Sequence[float]


def vectors_available(cursor: Cursor) -> bool:
    """Whether this database can compare vectors."""
    cursor.execute(sql.VECTORS_AVAILABLE)
    row = cursor.fetchone()
    return bool(row and row[0])


def passages_without_vector(
    cursor: Cursor, workspace_id: UUID, model: str, limit: int = 256
) -> list[UUID]:
    """Indexed passages that the model has not seen yet, the oldest first."""
    cursor.execute(sql.WITHOUT_VECTOR, [model, workspace_id, limit])
    return [passage for (passage,) in cursor.fetchall()]


def store_vectors(
    cursor: Cursor, workspace_id: UUID, model: str, vectors: Mapping[UUID, Sequence[float]]
) -> None:
    """Keeps the model's vectors of indexed passages; one already there is left as it is."""
    if vectors:
        values = [literal(vector) for vector in vectors.values()]
        cursor.execute(sql.ADD_VECTORS, [workspace_id, model, list(vectors), values, workspace_id])


def forget_model(cursor: Cursor, workspace_id: UUID, model: str) -> None:
    """Drops all vectors of a model that is no longer used."""
    cursor.execute(sql.REMOVE_VECTORS, [workspace_id, model])


def nearest(
    workspace_id: UUID, vector: QueryVector, seen: Sequence[tuple[int, int]], limit: int
) -> tuple[str, dict[str, Any]]:
    """The statement for the passages nearest to the vector in the runs [first, end) of `seen`."""
    runs = ",".join(f"[{first},{end})" for first, end in seen)
    return sql.NEAREST_VECTORS, {
        "workspace": workspace_id,
        "model": vector.model,
        "vector": literal(vector.values),
        "dimensions": len(vector.values),
        "seen": "{" + runs + "}",
        "limit": limit,
    }


def literal(vector: Sequence[float]) -> str:
    """A vector as pgvector reads it."""
    return "[" + ",".join(format(float(value), ".6g") for value in vector) + "]"
