"""A question's vector, in time for its search: without one, search is by words."""

import time
from collections import OrderedDict
from uuid import UUID

import structlog

from netz.ai.embeddings import LocalEmbedder, embed_now
from netz.ai.errors import ModelError
from netz.ai.sources import embedder_of, installation_source, source_of_index
from netz.core.db import rows_of
from netz.knowledge.search.vectors import QueryVector
from netz.knowledge.vectors.state import BUILDING, READY

log = structlog.get_logger(__name__)

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
        return QueryVector(model, values.tolist())
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
