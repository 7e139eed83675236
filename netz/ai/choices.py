"""A workspace's choice of where its vectors come from: drafted, tried, then put in force."""

import time
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from starlette.concurrency import run_in_threadpool

from netz.ai.embeddings import embed_now
from netz.ai.errors import FailureCode, ModelError
from netz.ai.models import EmbeddingChoice
from netz.ai.problems import KeyNeeded, NoBuiltinModel
from netz.ai.services import checked_address
from netz.ai.sources import Source, embedder_of, installation_source, source_of
from netz.ai.specs import host_of
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.crypto import SealBrokenError
from netz.core.errors import FieldError, InvalidInput
from netz.core.events import emit

_SAMPLE = "Comment réinitialiser un mot de passe ?"


@dataclass(frozen=True, slots=True)
class Draft:
    """A choice that is not in force yet; without a row, the installation's setting."""

    row: EmbeddingChoice | None
    source: Source


@dataclass(frozen=True, slots=True)
class Trial:
    """What asking for one vector brought; `dimensions` is None when there is nothing to ask."""

    dimensions: int | None
    ms: float
    failure: ModelError | None = None


def choice(actor: Actor) -> EmbeddingChoice | None:
    """The workspace's choice in force; None while the installation decides."""
    return EmbeddingChoice.objects.filter(workspace_id=actor.workspace_id, current=True).first()


def draft_choice(
    kind: str, *, base_url: str | None, model: str | None, api_key: str | None, actor: Actor
) -> Draft:
    """A checked choice, not stored yet; None for `api_key` takes the key of the one in force.

    Raises `InvalidInput`, `BadAddress`, `KeyNeeded` and `NoBuiltinModel`.
    """
    if kind == "default":
        return Draft(None, installation_source())
    row = EmbeddingChoice(workspace_id=actor.workspace_id, kind=kind)
    if kind == "endpoint":
        _fill(row, base_url, model, api_key, choice(actor))
    draft = Draft(row, source_of(row))
    if kind == "builtin" and embedder_of(draft.source) is None:
        raise NoBuiltinModel
    return draft


async def try_source(source: Source) -> Trial:
    """Asks the source for one vector, outside any transaction: it may take its time."""
    return await run_in_threadpool(_tried, source)


def put_in_force(draft: Draft, *, dimensions: int | None, actor: Actor) -> None:
    """Makes the draft the workspace's choice. The earlier one stays for its index's sake."""
    before = choice(actor)
    EmbeddingChoice.objects.filter(workspace_id=actor.workspace_id, current=True).update(
        current=False
    )
    if draft.row is not None:
        draft.row.dimensions = dimensions
        draft.row.save(force_insert=True)
    record(actor, "embeddings.change", draft.row, before=_fields(before), after=_fields(draft.row))
    emit(actor.workspace_id, "embeddings.changed", {}, member_id=actor.member_id)


def forget_choices(workspace_id: UUID, used: Collection[UUID]) -> None:
    """Removes earlier choices, with their keys, that no index was made with."""
    rows = EmbeddingChoice.objects.filter(workspace_id=workspace_id, current=False)
    rows.exclude(pk__in=used).delete()


def _fill(
    row: EmbeddingChoice,
    base_url: str | None,
    model: str | None,
    api_key: str | None,
    current: EmbeddingChoice | None,
) -> None:
    given = {"base_url": base_url, "model": model}
    if missing := [name for name, value in given.items() if not value]:
        raise InvalidInput(
            fields=[FieldError(name, en="Required", fr="Obligatoire") for name in missing]
        )
    row.base_url, row.model = checked_address(base_url or ""), model or ""
    if api_key is not None:
        row.set_key(api_key)
    elif current is not None and current.has_key:
        row.set_key(_kept_key(current, row))


def _kept_key(current: EmbeddingChoice, row: EmbeddingChoice) -> str:
    if host_of(current.base_url) != host_of(row.base_url):
        needed = FieldError(
            "api_key", en="Required for another server", fr="Obligatoire pour un autre serveur"
        )
        raise KeyNeeded(fields=[needed])
    try:
        return current.key()
    except SealBrokenError as error:
        unreadable = FieldError("api_key", en="Cannot be read", fr="Illisible")
        raise KeyNeeded(fields=[unreadable]) from error


def _tried(source: Source) -> Trial:
    started = time.perf_counter()
    embedder = embedder_of(source)
    if embedder is None:
        missing = None if source.kind == "off" else ModelError(FailureCode.NOT_FOUND)
        return Trial(None, 0.0, missing)
    try:
        dimensions = int(embed_now(embedder, [_SAMPLE], "query").shape[1])
    except ModelError as error:
        return Trial(None, _since(started), error)
    return Trial(dimensions, _since(started))


def _since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)


def _fields(row: EmbeddingChoice | None) -> dict[str, Any]:
    if row is None:
        return {"kind": "default"}
    if row.kind != "endpoint":
        return {"kind": row.kind}
    return {"kind": row.kind, "base_url": row.base_url, "model": row.model, "key": row.has_key}
