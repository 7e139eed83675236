"""Endpoints of notices: one's own inbox, choices and devices."""

from uuid import UUID

from fastapi import Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Cursor, Limit, Page
from netz.core.permissions import Permission
from netz.notices import push, queries, services
from netz.notices.kinds import Ways
from netz.notices.models import NoticeChoices, PushDevice
from netz.notices.schemas import (
    NoticeChoicesIn,
    NoticeChoicesOut,
    NoticeOut,
    NoticesRead,
    PushDeviceIn,
    PushDeviceOut,
    PushKeyOut,
    QuietHoursOut,
    UnreadOut,
    WaysOut,
)

router = Router(tags=["notices"])


@router.get("/notices", permission=Permission.PROFILE_READ)
def list_notices(
    actor: Actor, unread: bool = False, cursor: Cursor = None, limit: Limit = 30
) -> Page[NoticeOut]:
    """One's own notices, the newest first."""
    rows, after = queries.inbox(actor, unread=unread, cursor=cursor, limit=limit)
    return Page(items=[NoticeOut.model_validate(row) for row in rows], next_cursor=after)


@router.get("/notices/count", permission=Permission.PROFILE_READ)
def count_notices(actor: Actor) -> UnreadOut:
    """How many of one's own notices are unread."""
    return UnreadOut(unread=queries.unread_count(actor))


@router.post("/notices/read", permission=Permission.PROFILE_WRITE)
def read_notices(actor: Actor, body: NoticesRead) -> UnreadOut:
    """Marks notices as read: they are told on no other way any more. Ids of others do nothing."""
    services.mark_read(body.ids, actor=actor)
    return UnreadOut(unread=queries.unread_count(actor))


@router.get("/notice-choices", permission=Permission.PROFILE_READ)
def read_choices(actor: Actor) -> NoticeChoicesOut:
    """How one is told, kind by kind."""
    return _choices(actor, queries.choices(actor))


@router.put("/notice-choices", permission=Permission.PROFILE_WRITE)
def change_choices(actor: Actor, body: NoticeChoicesIn) -> NoticeChoicesOut:
    """Chooses how one is told; the person's other devices follow."""
    row = services.choose(
        {one.kind: Ways(push=one.push, mail=one.mail) for one in body.kinds},
        zone=body.zone,
        quiet=(body.quiet.start, body.quiet.end) if body.quiet else None,
        digest_at=body.digest_at,
        actor=actor,
    )
    return _choices(actor, row)


@router.get("/push/key", permission=Permission.PROFILE_READ)
def read_push_key(actor: Actor) -> PushKeyOut:
    """The key that a browser needs to let itself be woken."""
    return PushKeyOut(key=push.public_key())


@router.get("/push/devices", permission=Permission.PROFILE_READ)
def list_devices(actor: Actor) -> Page[PushDeviceOut]:
    """The browsers that one lets be woken."""
    return Page(items=[_device(row) for row in queries.devices(actor)])


@router.post("/push/devices", permission=Permission.PROFILE_WRITE, status_code=201)
def add_device(actor: Actor, body: PushDeviceIn) -> PushDeviceOut:
    """Lets a browser be woken; one that is known already is taken over."""
    row = services.add_device(body.endpoint, body.p256dh, body.auth, body.name, actor=actor)
    return _device(row)


@router.delete("/push/devices/{device_id}", permission=Permission.PROFILE_WRITE, status_code=204)
def remove_device(actor: Actor, device_id: UUID) -> Response:
    """Has a browser be left alone."""
    services.remove_device(queries.device(actor, device_id), actor=actor)
    return Response(status_code=204)


@router.post(
    "/push/devices/{device_id}/trial", permission=Permission.PROFILE_WRITE, status_code=202
)
def try_device(actor: Actor, device_id: UUID) -> PushDeviceOut:
    """Has a message sent to one of one's devices; `used_at` says when its service has taken it."""
    row = queries.device(actor, device_id)
    services.try_device(row, actor=actor)
    return _device(row)


def _choices(actor: Actor, row: NoticeChoices) -> NoticeChoicesOut:
    ways = queries.ways_of(row)
    return NoticeChoicesOut(
        kinds=[
            WaysOut(kind=kind, push=ways[kind].push, mail=ways[kind].mail)
            for kind in queries.kinds_for(actor)
        ],
        zone=row.zone,
        quiet=QuietHoursOut(start=row.quiet_from, end=row.quiet_to) if row.quiet_from else None,
        digest_at=row.digest_at,
        chosen=not row._state.adding,
        mail_is_set_up=queries.mail_is_set_up(),
    )


def _device(row: PushDevice) -> PushDeviceOut:
    return PushDeviceOut(
        id=row.id,
        name=row.name,
        mark=row.endpoint_hash,
        created_at=row.created_at,
        used_at=row.used_at,
    )
