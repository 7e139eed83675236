"""Endpoints of API keys."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission
from netz.workspaces import queries, services
from netz.workspaces.models import SecurityPolicy
from netz.workspaces.queries.keys import State, outlasting, own_api_key
from netz.workspaces.queries.policy import policy_of
from netz.workspaces.schemas.keys import (
    ApiKeyIn,
    ApiKeyOut,
    ApiKeyRotationIn,
    KeyPolicyIn,
    KeyPolicyOut,
)
from netz.workspaces.services.keys import rotate_api_key, set_key_policy

router = Router(tags=["workspace"])
MANAGE = Permission.APIKEYS_MANAGE


@router.get("/api-keys", permission=MANAGE)
def list_api_keys(
    actor: Actor,
    q: Annotated[str, Query(max_length=100)] = "",
    state: State | None = None,
) -> Page[ApiKeyOut]:
    """One's own working keys; an admin sees all. `q` looks in name, prefix and owner."""
    found = queries.api_keys(actor, words=q, state=state)
    return Page(items=[ApiKeyOut.of(row, actor) for row in found])


@router.post("/api-keys", permission=MANAGE, status_code=201, step_up=True)
def create_api_key(actor: Actor, body: ApiKeyIn) -> ApiKeyOut:
    """Makes a key; the answer holds its secret, this once."""
    key, secret = services.create_api_key(
        body.name, scopes=body.scopes, expires_at=body.expires_at, actor=actor
    )
    return ApiKeyOut.of(key, actor, secret)


@router.post("/api-keys/{key_id}/rotation", permission=MANAGE, step_up=True)
def rotate_key(actor: Actor, key_id: UUID, body: ApiKeyRotationIn) -> ApiKeyOut:
    """A new secret for one's own key, this once; the old one works for some hours more, if so
    wished."""
    key = own_api_key(actor, key_id)
    overlap = timedelta(hours=body.overlap_hours)
    secret = rotate_api_key(key, overlap=overlap, expires_at=body.expires_at, actor=actor)
    return ApiKeyOut.of(key, actor, secret)


@router.delete("/api-keys/{key_id}", permission=MANAGE, status_code=204)
def revoke_api_key(actor: Actor, key_id: UUID) -> Response:
    """Revokes a key; it stops working at once."""
    services.revoke_api_key(queries.api_key(actor, key_id), actor=actor)
    return Response(status_code=204)


@router.get("/api-key-policy", permission=MANAGE)
def read_key_policy(actor: Actor) -> KeyPolicyOut:
    """What the workspace says about new keys."""
    return _shown(policy_of(actor.workspace_id), actor)


@router.put("/api-key-policy", permission=Permission.SECURITY_MANAGE, step_up=True)
def change_key_policy(actor: Actor, body: KeyPolicyIn) -> KeyPolicyOut:
    """Says how long new keys may live and who makes them; keys that are there stay as they are."""
    policy = set_key_policy(max_days=body.max_days, by_admins_only=body.by_admins_only, actor=actor)
    return _shown(policy, actor)


def _shown(policy: SecurityPolicy, actor: Actor) -> KeyPolicyOut:
    return KeyPolicyOut(
        max_days=policy.key_max_days,
        by_admins_only=policy.keys_by_admins_only,
        allowed=actor.role == "admin" or not policy.keys_by_admins_only,
        outlasting=outlasting(actor, policy.key_max_days) if actor.role == "admin" else 0,
    )
