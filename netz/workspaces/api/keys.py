"""Endpoints of API keys."""

from uuid import UUID

from fastapi import Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission
from netz.workspaces import queries, services
from netz.workspaces.schemas.keys import ApiKeyIn, ApiKeyOut

router = Router(tags=["workspace"])


@router.get("/api-keys", permission=Permission.APIKEYS_MANAGE)
def list_api_keys(actor: Actor) -> Page[ApiKeyOut]:
    """One's own working keys; an admin sees all."""
    return Page(items=[ApiKeyOut.of(row) for row in queries.api_keys(actor)])


@router.post("/api-keys", permission=Permission.APIKEYS_MANAGE, status_code=201, step_up=True)
def create_api_key(actor: Actor, body: ApiKeyIn) -> ApiKeyOut:
    """Makes a key; the answer holds its secret, this once."""
    key, secret = services.create_api_key(
        body.name, scopes=body.scopes, expires_at=body.expires_at, actor=actor
    )
    return ApiKeyOut.of(key, secret)


@router.delete("/api-keys/{key_id}", permission=Permission.APIKEYS_MANAGE, status_code=204)
def revoke_api_key(actor: Actor, key_id: UUID) -> Response:
    """Revokes a key; it stops working at once."""
    services.revoke_api_key(queries.api_key(actor, key_id), actor=actor)
    return Response(status_code=204)
