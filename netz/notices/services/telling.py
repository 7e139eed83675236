"""Telling members that something concerns them, and taking it off their lists again."""

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from netz.core.actor import Actor
from netz.core.live import publish
from netz.notices import queries
from netz.notices.delivering import CHANGED
from netz.notices.kinds import Kind
from netz.notices.models import Notice
from netz.notices.tasks import deliver_notices


def tell(
    workspace_id: UUID,
    kind: Kind,
    members: Collection[UUID],
    *,
    source: UUID,
    path: str,
    words: Mapping[str, object],
    about: UUID | None = None,
) -> None:
    """Tells each of the members once, however often it is called for the same `source`.

    In the workspace's transaction. `path` is the client's address of what it is about; `words`
    fill the kind's sentence (`netz.notices.kinds`), on one line each.
    """
    if not members:
        return
    now = timezone.now()
    rows = [
        Notice(
            workspace_id=workspace_id,
            member_id=member_id,
            kind=kind,
            source=source,
            about=about,
            path=path,
            words=dict(words),
            **_due(kind, plan, now),
        )
        for member_id, plan in queries.plans(workspace_id, members).items()
    ]
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    publish(workspace_id, CHANGED, {}, members=[row.member_id for row in rows])
    if any(at and at <= now for row in rows for at in (row.push_at, row.mail_at)):
        deliver_notices.defer(workspace_id=str(workspace_id))


def _due(kind: Kind, plan: queries.Plan, now: datetime) -> dict[str, datetime | None]:
    ways, hours = plan.ways[kind], plan.hours
    at_once = hours.after_quiet(now)
    mail = {"now": at_once, "daily": hours.next_digest(now), "never": None}[ways.mail]
    return {
        "push_at": at_once if ways.push and plan.has_devices else None,
        "mail_at": mail if settings.MAIL_IS_SET_UP else None,
    }


def mark_read(notice_ids: Collection[UUID] | None, *, actor: Actor) -> int:
    """Marks those of the actor's notices as read, all of them by None; returns how many were not.

    What is read is told on no other way any more.
    """
    rows = Notice.objects.filter(
        workspace_id=actor.workspace_id, member_id=actor.member_id, read_at=None
    )
    if notice_ids is not None:
        rows = rows.filter(pk__in=notice_ids)
    count = rows.update(read_at=timezone.now(), push_at=None, mail_at=None)
    if count:
        publish(actor.workspace_id, CHANGED, {}, members=[actor.member_id])
    return count


def read_about(workspace_id: UUID, member_id: UUID, about: UUID) -> None:
    """The member has been where it happened."""
    _end(workspace_id, Notice.objects.filter(member_id=member_id, about=about))


def no_longer(
    workspace_id: UUID, about: UUID, kinds: Collection[Kind], *, but: UUID | None = None
) -> None:
    """What these notices ask for has been done, by whomever: nobody is called for it any more.

    `but`: a source whose notices stay.
    """
    rows = Notice.objects.filter(about=about, kind__in=kinds)
    _end(workspace_id, rows.exclude(source=but) if but else rows)


def forget(workspace_id: UUID, abouts: Collection[UUID]) -> None:
    """Where it happened is removed for good, and with it the words that came from there."""
    Notice.objects.filter(workspace_id=workspace_id, about__in=abouts).delete()


def _end(workspace_id: UUID, rows: "queries.Notices") -> None:
    unread = rows.filter(workspace_id=workspace_id, read_at=None)
    members = set(unread.values_list("member_id", flat=True))
    if members:
        unread.update(read_at=timezone.now(), push_at=None, mail_at=None)
        publish(workspace_id, CHANGED, {}, members=members)
