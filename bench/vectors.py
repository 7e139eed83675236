"""Giving an index's passages their vectors as the product's worker does, and making many up."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import numpy as np

from netz.ai.embeddings import Embedder, Vectors, embed_now, normalised
from netz.knowledge.search.fold_vectors import fold_signatures
from netz.knowledge.search.vectors import QueryVector, store_numbered, unseen_passages
from netz.knowledge.text.passages import text_to_embed

BATCH = 128  # passages that the worker gives the model at a time
_MADE_BATCH = 2_000
_NOISE = 0.5  # its length beside a vector's 1: neighbours, not copies

_STORED = """
    SELECT s.number, d.path, d.title,
           ARRAY(SELECT jsonb_array_elements_text(p.headings)), p.text
    FROM search_passage AS s
    JOIN knowledge_passage AS p ON p.workspace_id = s.workspace_id AND p.id = s.passage_id
    JOIN knowledge_document AS d ON d.workspace_id = s.workspace_id AND d.id = s.document_id
    WHERE s.workspace_id = %(workspace)s
      AND (%(numbers)s::bigint[] IS NULL OR s.number = ANY(%(numbers)s::bigint[]))
    ORDER BY s.number
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A workspace's index; `enter` gives a cursor in a transaction of that workspace."""

    workspace: UUID
    enter: Callable[[], AbstractContextManager[Any]]
    dsn: str


def stored(place: Place, numbers: list[int] | None = None) -> list[tuple[int, str, str]]:
    """Number, path and what a model is shown of the passages that the index holds."""
    with place.enter() as cursor:
        cursor.execute(_STORED, {"workspace": place.workspace, "numbers": numbers})
        return [(number, path, text_to_embed(*shown)) for number, path, *shown in cursor.fetchall()]


def embed_stored(place: Place, embedder: Embedder, most: int | None = None) -> int:
    """Gives passages their vectors, the oldest first, at most `most`; returns how many."""
    after = count = 0
    while most is None or count < most:
        size = BATCH if most is None else min(BATCH, most - count)
        with place.enter() as cursor:
            unseen = unseen_passages(cursor, place.workspace, embedder.name, size, after)
        if not unseen:
            break
        shown = stored(place, [number for number, _ in unseen])
        numbers = [number for number, _, _ in shown]
        vectors = embed_now(embedder, [text for _, _, text in shown], "passage")
        with place.enter() as cursor:
            count += store_numbered(cursor, place.workspace, embedder.name, numbers, vectors)
        after = max(numbers)
    fold(place)
    return count


def make_up_rest(place: Place, model: str, real: Vectors) -> int:
    """Gives all other passages noisy mixtures of real vectors; returns how many."""
    made, count = mixtures(real), 0
    while True:
        with place.enter() as cursor:
            unseen = unseen_passages(cursor, place.workspace, model, _MADE_BATCH)
            if not unseen:
                break
            numbers = [number for number, _ in unseen]
            vectors = np.concatenate([next(made) for _ in range(0, len(numbers), 100)])
            count += store_numbered(
                cursor, place.workspace, model, numbers, vectors[: len(numbers)]
            )
    fold(place)
    return count


def mixtures(real: Vectors, seed: int = 6) -> Iterator[Vectors]:
    """Hundreds of vectors of length 1, each somewhere between two real ones and a bit beside."""
    chance = np.random.default_rng(seed)
    spread = _NOISE / np.sqrt(real.shape[1])
    while True:
        one, other = (real[chance.integers(len(real), size=100)] for _ in range(2))
        share = chance.uniform(0.5, 1.0, size=(100, 1))
        noise = chance.normal(0.0, spread, size=one.shape)
        yield normalised((share * one + (1 - share) * other + noise).astype(np.float32))


def fold(place: Place) -> None:
    """What the background job does to the blocks of signatures."""
    with place.enter() as cursor:
        fold_signatures(cursor, place.workspace, leave=1)


def question_vector(embedder: Embedder, text: str) -> QueryVector:
    """The question as the product gives it to the model."""
    values = embed_now(embedder, [text], "query")[0]
    return QueryVector(embedder.name, values.tolist(), embedder.scale)
