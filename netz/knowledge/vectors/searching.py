"""A question's vector, in time for its search: without one, search is by words."""

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

import structlog

from netz.ai.embeddings import Embedder, LocalEmbedder, embed_now
from netz.ai.errors import ModelError
from netz.ai.sources import embedder_of, installation_source, source_of_index
from netz.core.db import rows_of
from netz.knowledge.search.likeness import likenesses
from netz.knowledge.search.vectors import QueryVector
from netz.knowledge.vectors.state import BUILDING, READY

log = structlog.get_logger(__name__)

Alike = Callable[[Sequence[str]], list[float]]

_PAUSE_SECONDS = 30.0
_MOST_PAUSES = 1000
_paused: OrderedDict[tuple[UUID, str], float] = OrderedDict()

# Asked before every answer, hence plain SQL; the ready index comes first.
_INDEXES = """
    SELECT model, kind, choice_id FROM knowledge_vectorindex
    WHERE workspace_id = %s AND state IN (%s, %s) ORDER BY state DESC
"""


def question_vector(workspace_id: UUID, text: str) -> QueryVector | None:
    """The question as the searched index's model sees it; None without one, or while it fails.

    Inside a transaction of the workspace.
    """
    for model, kind, choice_id in rows_of(_INDEXES, [workspace_id, READY, BUILDING]):
        source = source_of_index(workspace_id, kind, choice_id)
        embedder = embedder_of(source) if source else None
        if embedder is None or embedder.name != model:
            continue
        if _paused.get((workspace_id, model), 0.0) > time.monotonic():
            return None
        try:
            values = embed_now(embedder, [text], "query")[0]
        except ModelError as error:
            _pause(workspace_id, model)
            log.warning("no vector for a question: search by words goes on", failure=error.code)
            return None
        return QueryVector(model, values.tolist(), embedder.scale)
    return None


def encoder(workspace_id: UUID, vector: QueryVector | None) -> Callable[[str], QueryVector | None]:
    """Makes a vector of other words by the model of a question's, in this process alone.

    It gives None where that would take asking somebody else.
    """

    def encode(text: str) -> QueryVector | None:
        embedder = _embedder(workspace_id, vector.model) if vector else None
        if vector is None or not isinstance(embedder, LocalEmbedder):
            return None
        values = embedder.embed_here([text], "query")[0]
        return replace(vector, values=values.tolist())

    return encode


def alike(workspace_id: UUID, vector: QueryVector | None) -> Alike | None:
    """How alike texts and the question are, from 0 to 1; None without a model that was measured.

    Models of this process alone have a scale: pieces of passages are sent nowhere. To be asked in
    the transaction of the search.
    """
    if vector is None or vector.scale is None:
        return None
    return partial(_likenesses, workspace_id, vector)


def _likenesses(workspace_id: UUID, vector: QueryVector, texts: Sequence[str]) -> list[float]:
    embedder = _embedder(workspace_id, vector.model)
    if not isinstance(embedder, LocalEmbedder):
        return [0.0] * len(texts)
    return likenesses(embedder, vector, texts)


def _embedder(workspace_id: UUID, wanted: str) -> Embedder | None:
    """The searched or growing index's embedder of that name."""
    for model, kind, choice_id in rows_of(_INDEXES, [workspace_id, READY, BUILDING]):
        source = source_of_index(workspace_id, kind, choice_id) if model == wanted else None
        embedder = embedder_of(source) if source else None
        if embedder is not None and embedder.name == wanted:
            return embedder
    return None


def warm_up_model() -> None:
    """Loads the installation's own model, so that the first question need not wait for it."""
    embedder = embedder_of(installation_source())
    if isinstance(embedder, LocalEmbedder):
        try:
            embedder.embed_here(["Bonjour"], "query")
        except ModelError as error:
            log.warning("the embeddings model cannot be loaded", detail=error.detail)


def _pause(workspace_id: UUID, model: str) -> None:
    _paused[workspace_id, model] = time.monotonic() + _PAUSE_SECONDS
    while len(_paused) > _MOST_PAUSES:
        _paused.popitem(last=False)
