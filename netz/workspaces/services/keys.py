"""Making and revoking API keys."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Permission
from netz.workspaces.credentials import API_KEY_START, hash_key
from netz.workspaces.errors import (
    ScopeTooWide,
)
from netz.workspaces.models import ApiKey


def create_api_key(
    name: str,
    *,
    scopes: Sequence[Permission] | None,
    expires_at: datetime | None,
    actor: Actor,
) -> tuple[ApiKey, str]:
    """A key that acts as the actor's member; returns it with the secret, shown this once.

    Without `scopes` it may do all that the actor may. Raises `ScopeTooWide`.
    """
    granted = actor.permissions
    wanted = sorted(granted if scopes is None else set(scopes))
    for scope in wanted:
        if scope not in granted:
            raise ScopeTooWide(scope=scope.value)
    prefix = secrets.token_hex(4)
    secret = f"{API_KEY_START}{prefix}_{secrets.token_urlsafe(32)}"
    key = ApiKey.objects.create(
        workspace_id=actor.workspace_id,
        member_id=actor.member_id,
        name=name,
        prefix=f"{API_KEY_START}{prefix}",
        key_hash=hash_key(secret),
        scopes=[scope.value for scope in wanted],
        expires_at=expires_at,
    )
    record(actor, "apikey.create", key, after={"name": name, "scopes": key.scopes})
    return key, secret


def revoke_api_key(key: ApiKey, *, actor: Actor) -> None:
    """Ends the key at once."""
    key.revoked_at = timezone.now()
    key.save(update_fields=["revoked_at"])
    record(actor, "apikey.revoke", key, before={"name": key.name})
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[key.member_id])
