"""The optional vector rank: passages get their vectors in the background, questions theirs in time.

Search is lexical until a passage has a vector of the model in use, and whenever the model fails.
"""

import time
from uuid import UUID

import structlog
from django.db import connection

from netz.ai.embeddings import configured_embedder, embed_now
from netz.ai.errors import ModelError
from netz.core.db import tenant
from netz.knowledge.models import Passage
from netz.knowledge.search.vectors import (
    QueryVector,
    passages_without_vector,
    store_vectors,
    vectors_available,
)

log = structlog.get_logger(__name__)

BATCH = 128
_PAUSE_SECONDS = 30.0
_paused_until = 0.0


def vectors_wanted() -> bool:
    """Whether this installation has an embeddings model."""
    return configured_embedder() is not None


def embed_passages(workspace_id: UUID) -> int:
    """Gives every indexed passage a vector of the model in use; returns how many were made.

    Safe to run twice and to be stopped: each batch is kept by itself. Raises `ModelError`.
    """
    embedder = configured_embedder()
    made = 0
    while embedder is not None:
        with tenant(workspace_id), connection.cursor() as cursor:
            if not vectors_available(cursor):
                return made
            ids = passages_without_vector(cursor, workspace_id, embedder.name, BATCH)
            rows = Passage.objects.filter(workspace_id=workspace_id, pk__in=ids)
            texts = {row.pk: "\n".join([*row.headings, row.text]) for row in rows}
        if not texts:
            break
        # Outside the transaction: a remote model may take its time.
        vectors = embed_now(embedder, list(texts.values()), "passage")
        with tenant(workspace_id), connection.cursor() as cursor:
            found = dict(zip(texts, vectors.tolist(), strict=True))
            store_vectors(cursor, workspace_id, embedder.name, found)
        made += len(texts)
    return made


def question_vector(text: str) -> QueryVector | None:
    """The question as the model sees it; None without a model, or while it fails."""
    global _paused_until
    embedder = configured_embedder()
    if embedder is None or time.monotonic() < _paused_until:
        return None
    try:
        values = embed_now(embedder, [text], "query")[0]
    except ModelError as error:
        _paused_until = time.monotonic() + _PAUSE_SECONDS
        log.warning("no vector for a question: lexical search goes on", failure=error.code)
        return None
    return QueryVector(embedder.name, values.tolist())
