"""Making API keys, giving them a new secret, and revoking them."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Permission
from netz.workspaces.credentials import API_KEY_START, hash_key
from netz.workspaces.errors import (
    KeyLivesTooLong,
    KeysByAdminsOnly,
    ScopeTooWide,
)
from netz.workspaces.models import ApiKey, SecurityPolicy
from netz.workspaces.queries.policy import policy_of

# The client counts the days from its own clock, a moment before.
_SLACK = timedelta(minutes=10)


def create_api_key(
    name: str,
    *,
    scopes: Sequence[Permission] | None,
    expires_at: datetime | None,
    actor: Actor,
) -> tuple[ApiKey, str]:
    """A key that acts as the actor's member; returns it with the secret, shown this once.

    Without `scopes` it may do all that the actor may. Raises `ScopeTooWide`, and
    `KeysByAdminsOnly` and `KeyLivesTooLong` where the workspace's policy says so.
    """
    _check_policy(expires_at, actor)
    granted = actor.permissions
    wanted = sorted(granted if scopes is None else set(scopes))
    for scope in wanted:
        if scope not in granted:
            raise ScopeTooWide(scope=scope.value)
    prefix, secret = _new_secret()
    key = ApiKey.objects.create(
        workspace_id=actor.workspace_id,
        member_id=actor.member_id,
        name=name,
        prefix=prefix,
        key_hash=hash_key(secret),
        scopes=[scope.value for scope in wanted],
        expires_at=expires_at,
    )
    after = {"name": name, "scopes": key.scopes, "expires_at": expires_at}
    record(actor, "apikey.create", key, after=after)
    return key, secret


def rotate_api_key(
    key: ApiKey, *, overlap: timedelta, expires_at: datetime | None, actor: Actor
) -> str:
    """A new secret, shown this once; the old one works for `overlap` more, if that is not beyond
    its own end. Raises `KeysByAdminsOnly` and `KeyLivesTooLong`."""
    _check_policy(expires_at, actor)
    now = timezone.now()
    before = {"name": key.name, "prefix": key.prefix, "expires_at": key.expires_at}
    until = min(now + overlap, key.expires_at or now + overlap)
    key.old_hash, key.old_until = (key.key_hash, until) if until > now else (None, None)
    key.prefix, secret = _new_secret()
    key.key_hash = hash_key(secret)
    key.expires_at = expires_at
    key.save(update_fields=["prefix", "key_hash", "old_hash", "old_until", "expires_at"])
    after = {"name": key.name, "prefix": key.prefix, "expires_at": expires_at}
    record(actor, "apikey.rotate", key, before=before, after=after | {"old_until": key.old_until})
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[key.member_id])
    return secret


def revoke_api_key(key: ApiKey, *, actor: Actor) -> None:
    """Ends the key at once, its old secret too."""
    key.revoked_at = timezone.now()
    key.save(update_fields=["revoked_at"])
    record(actor, "apikey.revoke", key, before={"name": key.name})
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[key.member_id])


def set_key_policy(*, max_days: int | None, by_admins_only: bool, actor: Actor) -> SecurityPolicy:
    """How long keys live that are made from now on, and whether only admins make them."""
    SecurityPolicy.objects.get_or_create(workspace_id=actor.workspace_id)
    policy = SecurityPolicy.objects.select_for_update().get(workspace_id=actor.workspace_id)
    before = _told(policy)
    policy.key_max_days, policy.keys_by_admins_only = max_days, by_admins_only
    policy.save(update_fields=["key_max_days", "keys_by_admins_only"])
    record(actor, "policy.change", policy, before=before, after=_told(policy))
    return policy


def _told(policy: SecurityPolicy) -> dict[str, int | bool | None]:
    return {
        "key_max_days": policy.key_max_days,
        "keys_by_admins_only": policy.keys_by_admins_only,
    }


def _check_policy(expires_at: datetime | None, actor: Actor) -> None:
    policy = policy_of(actor.workspace_id)
    if policy.keys_by_admins_only and actor.role != "admin":
        raise KeysByAdminsOnly
    if (days := policy.key_max_days) is None:
        return
    if expires_at is None or expires_at > timezone.now() + timedelta(days=days) + _SLACK:
        raise KeyLivesTooLong(days=days)


def _new_secret() -> tuple[str, str]:
    """What a key is known by, and the whole of it."""
    prefix = f"{API_KEY_START}{secrets.token_hex(4)}"
    return prefix, f"{prefix}_{secrets.token_urlsafe(32)}"
