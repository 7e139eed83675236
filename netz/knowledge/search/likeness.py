"""How alike a question and pieces of text are, by a model in this process."""

from collections.abc import Sequence

import numpy as np
import structlog

from netz.ai.embeddings import LocalEmbedder
from netz.ai.errors import ModelError
from netz.knowledge.search.vectors import QueryVector

log = structlog.get_logger(__name__)


def likenesses(embedder: LocalEmbedder, vector: QueryVector, texts: Sequence[str]) -> list[float]:
    """Each text's likeness to the question; none is like it while the model fails."""
    if not texts:
        return []
    try:
        found = embedder.embed_here(texts, "query") @ np.array(vector.values, dtype=np.float32)
    except ModelError as error:
        log.warning("no vectors for pieces: the answer goes by words", failure=error.code)
        return [0.0] * len(texts)
    return [vector.likeness(float(cosine)) or 0.0 for cosine in found]
