"""The rank by meaning: a vector a passage and model, and the passages nearest to a question.

Candidates are found by their signatures, among the visible passages alone, then compared exactly.
Vectors of two models are never compared: every statement names one model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from netz.knowledge.block_cache import CACHE
from netz.knowledge.search import sql
from netz.knowledge.search.connection import Cursor
from netz.knowledge.search.visibility import Visibility
from netz.knowledge.signatures import (
    Floats,
    Signatures,
    cosines,
    differing,
    pack_signatures,
    pack_vectors,
    packed_size,
    read_signatures,
    signs,
    word_count,
)

CANDIDATES = 256  # passages compared exactly

Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class QueryVector:
    """A question as a vector of length 1, and the name of the model that made it.

    `scale`: the model's cosine of any two texts, and that of a question and its answer, where they
    were measured.
    """

    model: str
    values: Sequence[float]
    scale: tuple[float, float] | None = None

    def likeness(self, cosine: float) -> float | None:
        """The cosine on the scale from 0 to 1; None without a scale."""
        if self.scale is None:
            return None
        least, most = self.scale
        return min(max((cosine - least) / (most - least), 0.0), 1.0)


def passages_without_vector(
    cursor: Cursor, workspace_id: UUID, model: str, limit: int = 256
) -> list[UUID]:
    """Indexed passages that the model has not seen yet, the oldest first."""
    return [passage for _, passage in unseen_passages(cursor, workspace_id, model, limit)]


def unseen_passages(
    cursor: Cursor, workspace_id: UUID, model: str, limit: int, after: int = 0
) -> list[tuple[int, UUID]]:
    """`passages_without_vector` with their numbers; only those numbered above `after`."""
    cursor.execute(sql.WITHOUT_VECTOR, [model, workspace_id, after, limit])
    return [(number, passage) for number, passage in cursor.fetchall()]


def store_vectors(
    cursor: Cursor, workspace_id: UUID, model: str, vectors: Mapping[UUID, Sequence[float]]
) -> int:
    """Keeps the model's vectors of indexed passages; see `store_numbered`."""
    cursor.execute(sql.NUMBERS, [workspace_id, list(vectors)])
    numbers: dict[int, UUID] = {row[0]: row[1] for row in cursor.fetchall()}
    if not numbers:
        return 0
    values = np.array([vectors[passage] for passage in numbers.values()], dtype=np.float32)
    return store_numbered(cursor, workspace_id, model, list(numbers), values)


def store_numbered(
    cursor: Cursor, workspace_id: UUID, model: str, numbers: Sequence[int], values: Floats
) -> int:
    """Keeps the vectors of the passages with these numbers; one already there is left as it is.

    Returns how many were new. A passage that is being removed at this moment is passed over.
    """
    given = {
        "workspace": workspace_id,
        "model": model,
        "numbers": list(numbers),
        "vectors": pack_vectors(values),
    }
    cursor.execute(sql.ADD_VECTORS, given)
    new = {number for (number,) in cursor.fetchall()}
    rows = [row for row, number in enumerate(numbers) if number in new]
    if rows:
        block = pack_signatures([numbers[row] for row in rows], values[rows])
        cursor.execute(sql.ADD_SIGNATURES, [workspace_id, model, block])
    return len(rows)


def count_vectors(cursor: Cursor, workspace_id: UUID, model: str) -> tuple[int, int]:
    """How many passages have a vector of the model, and how many there are."""
    cursor.execute(sql.COUNT_VECTORS, {"workspace": workspace_id, "model": model})
    done, total = cursor.fetchone() or (0, 0)
    return done, total


def forget_model(cursor: Cursor, workspace_id: UUID, model: str) -> None:
    """Drops all vectors of a model that is no longer used."""
    # A fold under way would bring its signatures back.
    cursor.execute(sql.FOLD_WAIT, [str(workspace_id)])
    cursor.execute(sql.REMOVE_VECTORS, [workspace_id, model])
    cursor.execute(sql.REMOVE_MODEL_SIGNATURES, [workspace_id, model])


class Nearness:
    """A question's vector beside the signatures of one snapshot."""

    def __init__(self, workspace_id: UUID, vector: QueryVector) -> None:
        self._key = (workspace_id, vector.model)
        self._values: Floats = np.array(vector.values, dtype=np.float32)
        self._held = CACHE.held(self._key)
        self._blocks: list[Signatures] = []

    def look_for(self, vector: QueryVector) -> None:
        """Goes on with another vector of the same model."""
        self._values = np.array(vector.values, dtype=np.float32)

    def wanted(self) -> dict[str, Any]:
        """What to fetch: the model's blocks, the contents of those not held in this process."""
        return {"model": self._key[1], "held": list(self._held)}

    def load(self, rows: Sequence[Row]) -> None:
        """Takes in the listed blocks as `(block, contents or None)`."""
        words = word_count(len(self._values))
        blocks = {
            block: self._held[block] if data is None else read_signatures(data, words)
            for block, data in rows
        }
        CACHE.keep(self._key, blocks)
        self._blocks = [block for block in blocks.values() if len(block.words) == words]

    def candidates(self, visible: Visibility) -> list[int]:
        """The visible passages whose signatures are nearest, in no order."""
        signature = signs(self._values[None, :])[0]
        found = [(block, _distances(block, signature, visible)) for block in self._blocks]
        limit = _limit([distances for _, distances in found])
        near = [block.numbers[distances <= limit] for block, distances in found]
        far = [distances[distances <= limit] for _, distances in found]
        if not near:
            return []
        numbers, steps = np.concatenate(near), np.concatenate(far)
        order = np.lexsort((numbers, steps))[:CANDIDATES]
        return [int(number) for number in numbers[order]]

    def vectors_of(self, numbers: Sequence[int]) -> tuple[str, dict[str, Any]]:
        """The statement for the passages' vectors."""
        workspace_id, model = self._key
        return sql.VECTORS, {
            "workspace": workspace_id,
            "model": model,
            "numbers": list(numbers),
            "size": packed_size(len(self._values)),
        }

    def alike(self, rows: Sequence[Row]) -> dict[int, float]:
        """How alike each passage and the question are, from the rows of `vectors_of`."""
        if not rows:
            return {}
        likeness = cosines([data for _, data in rows], self._values)
        return {number: value for (number, _), value in zip(rows, likeness.tolist(), strict=True)}


_HIDDEN = np.uint16(65_535)


def _distances(
    block: Signatures, signature: NDArray[np.uint64], visible: Visibility
) -> NDArray[np.uint16]:
    """How far each of the block is; out of reach when it is not to be seen."""
    found = differing(block, signature)
    found[~visible.shows(block.numbers)] = _HIDDEN
    return found


def _limit(distances: Sequence[NDArray[np.uint16]]) -> np.uint16:
    """A distance within which there are enough candidates, and nothing hidden."""
    every = np.concatenate([np.zeros(0, np.uint16), *distances])
    if len(every) <= CANDIDATES:
        return np.uint16(_HIDDEN - 1)
    nth = np.partition(every, CANDIDATES - 1)[CANDIDATES - 1]
    return np.uint16(min(nth, _HIDDEN - 1))
