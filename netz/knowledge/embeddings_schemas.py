"""Bodies of the endpoints of a workspace's vectors."""

from datetime import datetime
from typing import Literal

from netz.ai.choices import Trial
from netz.ai.embeddings import builtin_embedder
from netz.ai.schemas import Address, KeyInput, ModelName
from netz.core.api.schema import Output
from netz.knowledge.vectors import Overview

ChoiceKind = Literal["default", "builtin", "endpoint", "off"]
State = Literal["building", "ready", "stopped", "failed"]


class EmbeddingsIn(KeyInput):
    """Where vectors come from. An endpoint needs `base_url` and `model`; a key left out is kept,
    an empty one removed."""

    kind: ChoiceKind
    base_url: Address | None = None
    model: ModelName | None = None


class ChoiceOut(Output):
    """What the workspace has chosen; the address and model are those of an endpoint."""

    kind: ChoiceKind
    base_url: str = ""
    model: str = ""
    key_set: bool = False


class InForceOut(Output):
    """Where vectors come from now; `model` is null when search is by words only."""

    kind: Literal["builtin", "endpoint", "onnx", "off"]
    model: str | None = None
    dimensions: int | None = None


class BuiltinOut(Output):
    """The model that the product brings."""

    available: bool
    name: str | None = None
    size_bytes: int | None = None


class VectorIndexOut(Output):
    """The vectors of the passages by one model, and how far they are."""

    state: State
    model: str
    passages_total: int
    passages_done: int
    per_second: float | None = None
    started_at: datetime
    ended_at: datetime | None = None
    error: str | None = None


class EmbeddingsOut(Output):
    """The choice, what it comes to, and the vectors that there are.

    `index` is what search uses: the ready one, else the first one while it is built. `building`
    is what is being built, was stopped or has failed; at the first time both are the same.
    """

    choice: ChoiceOut
    effective: InForceOut
    builtin: BuiltinOut
    index: VectorIndexOut | None = None
    building: VectorIndexOut | None = None

    @classmethod
    def of(cls, choice: "ChoiceOut", found: Overview) -> "EmbeddingsOut":
        """From the workspace's choice and the state of its vectors."""
        builtin = builtin_embedder()
        return cls(
            choice=choice,
            effective=InForceOut(
                kind=found.source.kind, model=found.model, dimensions=found.dimensions
            ),
            builtin=BuiltinOut(
                available=builtin is not None,
                name=builtin.name if builtin else None,
                size_bytes=builtin.size_bytes if builtin else None,
            ),
            index=VectorIndexOut.model_validate(found.searched) if found.searched else None,
            building=VectorIndexOut.model_validate(found.other) if found.other else None,
        )


class EmbeddingsTrial(Output):
    """The outcome of a trial: `error` is the code of what went wrong."""

    ok: bool
    dimensions: int | None = None
    ms: float
    error: str | None = None

    @classmethod
    def of(cls, trial: Trial) -> "EmbeddingsTrial":
        """From the trial."""
        return cls(
            ok=trial.failure is None,
            dimensions=trial.dimensions,
            ms=trial.ms,
            error=trial.failure.code if trial.failure else None,
        )
