"""Reads the models of a workspace: rows, and the chain that answers are asked of."""

import os
from uuid import UUID

import structlog

from netz.ai.environment import allowed_local_hosts, models_from
from netz.ai.models import AIModel
from netz.ai.problems import ModelFromEnvironment, ModelNotFound
from netz.ai.specs import ChatModelSpec, ProviderName
from netz.core.actor import Actor
from netz.core.crypto import SealBrokenError
from netz.core.db import rows_of, tenant

log = structlog.get_logger(__name__)


def environment_specs() -> list[ChatModelSpec]:
    """The models that the operator set, for every workspace; they come first."""
    return models_from(os.environ)[0]


def environment_problems() -> list[str]:
    """A sentence for each model in the environment that can't be used; for `netz doctor`."""
    return models_from(os.environ)[1]


def local_hosts() -> frozenset[str]:
    """Hosts that are not public and yet allowed for a workspace's models."""
    return allowed_local_hosts(os.environ)


def models(actor: Actor) -> list[AIModel]:
    """The workspace's own models in their order."""
    return list(AIModel.objects.filter(workspace_id=actor.workspace_id))


def model(actor: Actor, model_id: str) -> AIModel:
    """One of the workspace's own models.

    Raises `ModelNotFound`, and `ModelFromEnvironment` for one that only the operator changes.
    """
    if any(spec.id == model_id for spec in environment_specs()):
        raise ModelFromEnvironment
    try:
        found = AIModel.objects.filter(workspace_id=actor.workspace_id, pk=UUID(model_id)).first()
    except ValueError:
        found = None
    if found is None:
        raise ModelNotFound
    return found


def spec_of(row: AIModel) -> ChatModelSpec:
    """The settings for a call to a stored model. Raises `SealBrokenError` for an unreadable key."""
    provider: ProviderName = row.provider  # type: ignore[assignment]  # one of PROVIDERS, by the form
    return ChatModelSpec(
        id=str(row.id),
        name=row.name,
        provider=provider,
        base_url=row.base_url,
        model=row.model,
        api_key=row.key(),
        timeout_s=float(row.timeout_s),
        redact=row.redact,
        workspace_id=str(row.workspace_id),
        local_hosts=local_hosts(),
    )


def _enabled(workspace_id: UUID) -> list[AIModel]:
    # Asked before every answer: most workspaces have no model, which plain SQL tells sooner.
    if not rows_of("SELECT 1 FROM ai_aimodel WHERE workspace_id = %s LIMIT 1", [workspace_id]):
        return []
    return list(AIModel.objects.filter(workspace_id=workspace_id, enabled=True))


def chat_chain(workspace_id: UUID) -> list[ChatModelSpec]:
    """The models to ask, in order of fall-back; empty when there are none.

    Call it inside a transaction of the workspace; see `load_chat_chain` otherwise.
    """
    chain = environment_specs()
    for row in _enabled(workspace_id):
        try:
            chain.append(spec_of(row))
        except SealBrokenError:
            # The installation's secret has changed: the admin has to give the key again.
            log.warning("model left out: its key cannot be read", model_id=str(row.id))
    return chain


def load_chat_chain(workspace_id: UUID) -> list[ChatModelSpec]:
    """`chat_chain` in a transaction of its own; blocking, so for a thread."""
    with tenant(workspace_id):
        return chat_chain(workspace_id)
