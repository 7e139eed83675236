"""Reads of API keys."""

from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from netz.core.actor import Actor
from netz.workspaces.errors import (
    ApiKeyNotFound,
)
from netz.workspaces.models import ApiKey


def api_keys(actor: Actor) -> list[ApiKey]:
    """The actor's own working keys; an admin sees the whole workspace's."""
    rows = ApiKey.objects.filter(workspace_id=actor.workspace_id, revoked_at=None)
    rows = rows.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))
    if actor.role != "admin":
        rows = rows.filter(member_id=actor.member_id)
    return list(rows.select_related("member__user").order_by("-id"))


def api_key(actor: Actor, key_id: UUID) -> ApiKey:
    """One key that the actor may revoke. Raises `ApiKeyNotFound`."""
    rows = ApiKey.objects.filter(workspace_id=actor.workspace_id, pk=key_id, revoked_at=None)
    if actor.role != "admin":
        rows = rows.filter(member_id=actor.member_id)
    found = rows.first()
    if found is None:
        raise ApiKeyNotFound
    return found
