"""Changes the model settings of a workspace."""

import ipaddress
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from netz.ai import queries
from netz.ai.models import AIModel
from netz.ai.problems import BadAddress, KeyNeeded, OrderChanged, TooManyModels
from netz.ai.providers import load
from netz.ai.specs import DEFAULT_BASE_URLS, ProviderName, host_of, is_remote
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.errors import FieldError
from netz.core.events import emit
from netz.core.outbound import is_public

MOST_MODELS = 10
_SHOWN = ("name", "provider", "base_url", "model", "enabled", "position", "timeout_s", "redact")


def draft_model(
    *,
    name: str,
    provider: ProviderName,
    model: str,
    base_url: str | None,
    api_key: str,
    enabled: bool,
    timeout_s: int,
    redact: bool | None,
    actor: Actor,
) -> AIModel:
    """A model that is not stored yet; its address is checked. Raises `BadAddress`."""
    address = checked_address(base_url or DEFAULT_BASE_URLS[provider])
    draft = AIModel(
        workspace_id=actor.workspace_id,
        name=name,
        provider=provider,
        base_url=address,
        model=model,
        enabled=enabled,
        timeout_s=timeout_s,
        redact=is_remote(address) if redact is None else redact,
    )
    draft.set_key(api_key)
    return draft


def add_model(draft: AIModel, *, actor: Actor) -> AIModel:
    """Stores a drafted model at the end of the chain. Raises `TooManyModels`."""
    existing = queries.models(actor)
    if len(existing) >= MOST_MODELS:
        raise TooManyModels(limit=MOST_MODELS)
    draft.position = max((row.position for row in existing), default=-1) + 1
    draft.save()
    record(actor, "model.create", draft, after={**_fields(draft), "key": draft.has_key})
    _changed(actor)
    return draft


def revise_model(model: AIModel, changes: dict[str, Any], *, api_key: str | None) -> AIModel:
    """Applies checked changes to the row in memory. Raises `BadAddress` and `KeyNeeded`.

    `changes` maps field names of the form to new values; None for `api_key` keeps the key.
    """
    host = host_of(model.base_url)
    if "base_url" in changes:
        changes = {**changes, "base_url": checked_address(changes["base_url"])}
    for field, value in changes.items():
        setattr(model, field, value)
    if api_key is not None:
        model.set_key(api_key)
    elif model.has_key and host_of(model.base_url) != host:
        needed = FieldError(
            "api_key", en="Required for another server", fr="Obligatoire pour un autre serveur"
        )
        raise KeyNeeded(fields=[needed])
    return model


def change_model(
    model: AIModel, changes: dict[str, Any], *, api_key: str | None, actor: Actor
) -> AIModel:
    """Changes a stored model. Raises `BadAddress` and `KeyNeeded`."""
    before = _fields(model)
    revise_model(model, changes, api_key=api_key)
    model.save(update_fields=[*changes, *(["key_sealed"] if api_key is not None else [])])
    after = {field: value for field, value in _fields(model).items() if value != before[field]}
    if api_key is not None:
        after["key"] = model.has_key
    record(
        actor,
        "model.change",
        model,
        before={f: before[f] for f in after if f in before},
        after=after,
    )
    _changed(actor)
    return model


def remove_model(model: AIModel, *, actor: Actor) -> None:
    """Deletes a model and its key."""
    record(actor, "model.delete", model, before=_fields(model))
    model.delete()
    _changed(actor)


def order_models(ids: Sequence[str], *, actor: Actor) -> list[AIModel]:
    """Puts the workspace's models into the order of `ids`; the operator's stay first.

    Raises `OrderChanged` when `ids` are not exactly the models that there are.
    """
    rows = {str(row.id): row for row in queries.models(actor)}
    fixed = {spec.id for spec in queries.environment_specs()}
    wanted = [model_id for model_id in ids if model_id not in fixed]
    if sorted(wanted) != sorted(rows):
        raise OrderChanged
    before = list(rows)
    for position, model_id in enumerate(wanted):
        rows[model_id].position = position
    AIModel.objects.bulk_update(rows.values(), ["position"])
    record(actor, "model.order", before={"ids": before}, after={"ids": wanted})
    _changed(actor)
    return [rows[model_id] for model_id in wanted]


def checked_address(url: str) -> str:
    """The address without a trailing slash. Raises `BadAddress` for one that no call may go to."""
    parts = urlsplit(url)
    host = host_of(url)
    local = host in queries.local_hosts()
    plain = parts.scheme == "http" and local
    odd = parts.query or parts.fragment or parts.username is not None
    if (
        not host
        or odd
        or not _port_is_one(url)
        or not (parts.scheme == "https" or plain)
        or not (local or _may_be_public(host))
    ):
        refused = FieldError("base_url", en="Not an allowed address", fr="Adresse non autorisée")
        raise BadAddress(fields=[refused])
    return url.rstrip("/")


def warm_up() -> None:
    """Imports the SDKs of the operator's models, which takes seconds: for a thread at start-up."""
    for spec in queries.environment_specs():
        load(spec.provider)


def _port_is_one(url: str) -> bool:
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False


def _may_be_public(host: str) -> bool:
    try:
        return is_public(ipaddress.ip_address(host))
    except ValueError:
        return True  # a name: what it stands for is checked at each connection


def _fields(model: AIModel) -> dict[str, Any]:
    return {field: getattr(model, field) for field in _SHOWN}


def _changed(actor: Actor) -> None:
    emit(actor.workspace_id, "models.changed", {}, member_id=actor.member_id)
