"""Reads of notices, of how members want to be told, and of their devices."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet

from netz.core.actor import Actor
from netz.core.api.schema import read_cursor, write_cursor
from netz.notices.errors import DeviceNotFound
from netz.notices.hours import Hours, clock
from netz.notices.kinds import KINDS, PROPOSED, STAFF_ONLY, Kind, Ways
from netz.notices.models import Notice, NoticeChoices, PushDevice

Notices = QuerySet[Notice]


@dataclass(frozen=True, slots=True)
class Plan:
    """How one member is told."""

    ways: Mapping[Kind, Ways]
    hours: Hours
    has_devices: bool


def plans(workspace_id: UUID, members: Collection[UUID]) -> dict[UUID, Plan]:
    """How each of the members is told."""
    chosen = {
        row.member_id: row
        for row in NoticeChoices.objects.filter(workspace_id=workspace_id, member_id__in=members)
    }
    reachable = set(
        PushDevice.objects.filter(workspace_id=workspace_id, member_id__in=members).values_list(
            "member_id", flat=True
        )
    )
    return {
        one: _plan(chosen.get(one) or NoticeChoices(), one in reachable)
        for one in dict.fromkeys(members)
    }


def _plan(row: NoticeChoices, has_devices: bool) -> Plan:
    quiet = (clock(row.quiet_from), clock(row.quiet_to)) if row.quiet_from else None
    hours = Hours(ZoneInfo(row.zone), quiet, clock(row.digest_at))
    return Plan(ways_of(row), hours, has_devices)


def ways_of(row: NoticeChoices) -> dict[Kind, Ways]:
    """Each kind as it was chosen, else as it is proposed."""
    held: Mapping[str, Any] = row.ways
    return {kind: Ways(**held[kind]) if kind in held else PROPOSED[kind] for kind in KINDS}


def choices(actor: Actor) -> NoticeChoices:
    """The member's choices; not stored while they have made none."""
    own = {"workspace_id": actor.workspace_id, "member_id": actor.member_id}
    return NoticeChoices.objects.filter(**own).first() or NoticeChoices(**own)


def kinds_for(actor: Actor) -> list[Kind]:
    """The kinds that the member may be told of."""
    return [kind for kind in KINDS if actor.is_staff or kind not in STAFF_ONLY]


def inbox(
    actor: Actor, *, unread: bool, cursor: str | None, limit: int
) -> tuple[list[Notice], str | None]:
    """A page of the member's notices, the newest first, and where the next begins."""
    rows = _own(actor).order_by("-id")
    if unread:
        rows = rows.filter(read_at=None)
    if cursor:
        rows = rows.filter(pk__lt=read_cursor(cursor, UUID)[0])
    found = list(rows[: limit + 1])
    more = len(found) > limit
    return found[:limit], write_cursor(found[limit - 1].pk) if more else None


def unread_count(actor: Actor) -> int:
    """How many of the member's notices they have not read."""
    return _own(actor).filter(read_at=None).count()


def _own(actor: Actor) -> Notices:
    return Notice.objects.filter(workspace_id=actor.workspace_id, member_id=actor.member_id)


def devices(actor: Actor) -> list[PushDevice]:
    """The browsers that the member lets us wake, the newest first."""
    rows = PushDevice.objects.filter(workspace_id=actor.workspace_id, member_id=actor.member_id)
    return list(rows.order_by("-id"))


def device(actor: Actor, device_id: UUID) -> PushDevice:
    """One of the member's own. Raises `DeviceNotFound`."""
    found = PushDevice.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id, pk=device_id
    ).first()
    if found is None:
        raise DeviceNotFound
    return found


def mail_is_set_up() -> bool:
    """Whether letters go out at all."""
    return bool(settings.MAIL_IS_SET_UP)
