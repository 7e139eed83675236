"""Where a workspace's vectors come from: its own choice, else the installation's setting, else the
model that the product brings."""

import os
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal
from uuid import UUID

import structlog

from netz.ai.embeddings import Embedder, EndpointEmbedder, builtin_embedder, embedder_from
from netz.ai.errors import ModelError
from netz.ai.models import EmbeddingChoice
from netz.ai.queries import local_hosts
from netz.core.crypto import SealBrokenError

log = structlog.get_logger(__name__)

SourceKind = Literal["builtin", "endpoint", "onnx", "off"]


@dataclass(frozen=True, slots=True)
class Source:
    """All that it takes to make an embedder.

    `setting` is what `embedder_from` reads, or the address of a workspace's own endpoint, which
    names its `workspace`. `choice` is set when the workspace has chosen it; `dimensions` are those
    of a trial.
    """

    kind: SourceKind
    setting: str = ""
    model: str = ""
    api_key: str = field(default="", repr=False)
    local_hosts: frozenset[str] = frozenset()
    workspace: UUID | None = None
    choice: UUID | None = field(default=None, compare=False)
    dimensions: int | None = field(default=None, compare=False)


def installation_source() -> Source:
    """What the operator has set (`NETZ_EMBEDDINGS`, `…_MODEL`, `…_KEY`)."""
    setting, model, key = (
        os.environ.get(f"NETZ_EMBEDDINGS{name}", "").strip() for name in ("", "_MODEL", "_KEY")
    )
    if setting in ("", "builtin"):
        return Source("builtin")
    if setting == "off":
        return Source("off", "off")
    return Source("onnx" if setting.startswith("onnx:") else "endpoint", setting, model, key)


def source_in_force(workspace_id: UUID) -> Source:
    """Where the workspace's vectors come from now; inside a transaction of the workspace."""
    row = EmbeddingChoice.objects.filter(workspace_id=workspace_id, current=True).first()
    return source_of(row) if row else installation_source()


def source_of_index(workspace_id: UUID, kind: str, choice_id: UUID | None) -> Source | None:
    """The source that an index was made with; None when it is no longer there to be asked."""
    if choice_id is not None:
        row = EmbeddingChoice.objects.filter(workspace_id=workspace_id, pk=choice_id).first()
        return source_of(row) if row else None
    given = installation_source()
    if given.kind == "off":
        return None
    return Source("builtin") if kind == "builtin" else given


def source_of(row: EmbeddingChoice) -> Source:
    """The source that a workspace has chosen."""
    if row.kind == "endpoint":
        try:
            key = row.key()
        except SealBrokenError:
            # The installation's secret has changed: the admin has to give the key again.
            log.warning("the key of an embeddings endpoint cannot be read", choice=str(row.id))
            key = ""
        return Source(
            "endpoint",
            row.base_url,
            row.model,
            key,
            local_hosts(),
            workspace=row.workspace_id,
            choice=row.id,
            dimensions=row.dimensions,
        )
    if row.kind == "off":
        return Source("off", "off", choice=row.id)
    return Source("builtin", choice=row.id)


def embedder_of(source: Source) -> Embedder | None:
    """The source's embedder, made once a process; None without a model that can be asked."""
    return builtin_embedder() if source.kind == "builtin" else _made(source)


@lru_cache(maxsize=64)
def _made(source: Source) -> Embedder | None:
    try:
        if source.workspace is None:
            return embedder_from(source.setting, source.model, source.api_key)
    except (ModelError, ValueError) as error:
        log.warning("no embeddings: the model cannot be used", reason=str(error))
        return None
    return EndpointEmbedder(
        source.setting, source.model, source.api_key, local_hosts=source.local_hosts
    )
