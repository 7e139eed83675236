"""Reads of API keys."""

from datetime import timedelta
from typing import Literal
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from netz.core.actor import Actor
from netz.workspaces.errors import (
    ApiKeyNotFound,
)
from netz.workspaces.models import ApiKey
from netz.workspaces.queries.overview import KEY_WARNING

State = Literal["expiring", "unused"]
UNUSED = timedelta(days=90)


def api_keys(actor: Actor, *, words: str = "", state: State | None = None) -> list[ApiKey]:
    """The actor's own working keys; an admin sees the whole workspace's.

    `words` are looked for in name, prefix and owner; `state` leaves those that end soon, or that
    nobody has used for long.
    """
    now = timezone.now()
    rows = _working(actor)
    if actor.role != "admin":
        rows = rows.filter(member_id=actor.member_id)
    if state == "expiring":
        rows = rows.filter(expires_at__lte=now + KEY_WARNING)
    if state == "unused":
        rows = rows.filter(Q(last_used_at=None) | Q(last_used_at__lt=now - UNUSED))
    for word in words.split():
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(prefix__icontains=word)
            | Q(member__user__name__icontains=word)
            | Q(member__user__email__icontains=word)
        )
    return list(rows.select_related("member__user").order_by("-id"))


def outlasting(actor: Actor, days: int | None) -> int:
    """How many working keys of the workspace go on for longer than that from now."""
    if days is None:
        return 0
    limit = timezone.now() + timedelta(days=days)
    return _working(actor).filter(Q(expires_at=None) | Q(expires_at__gt=limit)).count()


def _working(actor: Actor) -> QuerySet[ApiKey]:
    rows = ApiKey.objects.filter(workspace_id=actor.workspace_id, revoked_at=None)
    return rows.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))


def own_api_key(actor: Actor, key_id: UUID) -> ApiKey:
    """One of the actor's own, locked: its new secret acts in its owner's name. Raises
    `ApiKeyNotFound`."""
    rows = _working(actor).filter(member_id=actor.member_id, pk=key_id)
    found = rows.select_for_update(of=("self",)).select_related("member__user").first()
    if found is None:
        raise ApiKeyNotFound
    return found


def api_key(actor: Actor, key_id: UUID) -> ApiKey:
    """One key that the actor may revoke. Raises `ApiKeyNotFound`."""
    rows = ApiKey.objects.filter(workspace_id=actor.workspace_id, pk=key_id, revoked_at=None)
    if actor.role != "admin":
        rows = rows.filter(member_id=actor.member_id)
    found = rows.first()
    if found is None:
        raise ApiKeyNotFound
    return found
