"""When a member was last here, kept to some minutes: writing it at each request would cost."""

import time
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from netz.core.db import tenant
from netz.workspaces.models import Member

EVERY_SECONDS = 300.0
_MOST = 20_000
_noted: dict[UUID, float] = {}


def note_seen(workspace_id: UUID, member_id: UUID) -> None:
    """Has the member noted as seen, unless that was done some minutes ago.

    After the request's own transaction: a lock held through it could make two admins who change
    one another wait for each other.
    """
    now = time.monotonic()
    if now - _noted.get(member_id, -EVERY_SECONDS) < EVERY_SECONDS:
        return
    if len(_noted) >= _MOST:
        _noted.clear()
    _noted[member_id] = now
    transaction.on_commit(lambda: _store(workspace_id, member_id), robust=True)


def _store(workspace_id: UUID, member_id: UUID) -> None:
    with tenant(workspace_id):
        Member.objects.filter(pk=member_id).update(last_seen_at=timezone.now())
