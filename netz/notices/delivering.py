"""Delivering what is due: several at once for one member make one letter, or one push message.

A push message is only a hint, of which the inbox is the truth: it is claimed before it is sent, so
that a job run twice rings once. A letter is sent before it is marked: rather twice than never.
"""

import asyncio
import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

import httpx2
import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.utils import timezone

from netz.core.db import tenant
from netz.core.live import publish
from netz.core.outbound import OutboundPolicy, open_client
from netz.notices import push
from netz.notices.kinds import body_of, choosing, several, title_of
from netz.notices.models import Notice, PushDevice
from netz.workspaces.queries import MemberRow, reachable

log = structlog.get_logger(__name__)

CHANGED = "notice.changed"
# A browser that is off longer finds the notice in the inbox.
KEEP_SECONDS = 24 * 3600
TRY_AGAIN_AFTER = timedelta(minutes=5)
TRY_AGAIN_FOR = timedelta(hours=1)
MOST_FAILURES = 20
MAIL_TRIED_FOR = timedelta(days=1)
LISTED = 30
KEPT = timedelta(days=180)

# Push services are on the internet: no local host is ever one.
POLICY = OutboundPolicy(max_bytes=100_000, max_seconds=10)

Outcome = Literal["taken", "gone", "failed"]
_TRIAL = {
    "fr": ("Les notifications fonctionnent", "Cet appareil vous préviendra désormais."),
    "en": ("Notifications work", "This device will let you know from now on."),
}


class MailNotTaken(Exception):  # noqa: N818  # a state of the outside world
    """A mail server did not take a letter; it is tried again."""


def deliver(workspace_id: UUID) -> None:
    """Sends what is due in the workspace; safe to repeat.

    Raises `MailNotTaken` when a letter did not go: the others have gone all the same.
    """
    for member_id in _members_due(workspace_id, "push_at"):
        _push(workspace_id, member_id)
    refused = 0
    for member_id in _members_due(workspace_id, "mail_at"):
        try:
            _mail(workspace_id, member_id)
        except OSError as error:  # smtplib's errors among them
            log.warning("letter not taken", member=str(member_id), error=str(error)[:200])
            _give_up_old(workspace_id, member_id)
            refused += 1
    if refused:
        raise MailNotTaken(f"{refused} letters were not taken")


def _members_due(workspace_id: UUID, way: str) -> list[UUID]:
    with tenant(workspace_id):
        due = Notice.objects.filter(workspace_id=workspace_id, **{f"{way}__lte": timezone.now()})
        return list(due.order_by("member_id").values_list("member_id", flat=True).distinct())


def _due(workspace_id: UUID, member_id: UUID, way: str) -> list[Notice]:
    rows = Notice.objects.filter(
        workspace_id=workspace_id, member_id=member_id, **{f"{way}__lte": timezone.now()}
    )
    return list(rows.select_for_update(skip_locked=True).order_by("id"))


def any_due(workspace_id: UUID) -> bool:
    """Whether anything is to be sent now."""
    now = timezone.now()
    with tenant(workspace_id):
        due = Notice.objects.filter(Q(push_at__lte=now) | Q(mail_at__lte=now))
        return due.filter(workspace_id=workspace_id).exists()


# -- letters ---------------------------------------------------------------------------------------


def _mail(workspace_id: UUID, member_id: UUID) -> None:
    with tenant(workspace_id):
        rows = _due(workspace_id, member_id, "mail_at")
        member = reachable(workspace_id, member_id)
        if rows and member:
            _letter(rows, member).send()
        _done(workspace_id, rows, "mail_at")


def _give_up_old(workspace_id: UUID, member_id: UUID) -> None:
    """An address that takes nothing for a day is not tried for ever; the inbox has it."""
    with tenant(workspace_id):
        old = Notice.objects.filter(
            workspace_id=workspace_id,
            member_id=member_id,
            mail_at__lt=timezone.now() - MAIL_TRIED_FOR,
        )
        old.update(mail_at=None)


def _letter(rows: Sequence[Notice], member: MemberRow) -> EmailMessage:
    language = member.user.language
    if len(rows) == 1:
        [one] = rows
        subject = title_of(one.kind, one.words, language)
        body = body_of(one.kind, one.words, _address(one.path), language)
    else:
        subject, body = _digest(rows, language)
    end = choosing(_address("/settings/notifications"), language)
    return EmailMessage(
        f"{subject} · {member.workspace.name}" if len(rows) > 1 else subject,
        f"{body}\n\n{end}\n",
        to=[member.user.email],
        headers={"Auto-Submitted": "auto-generated"},
    )


def _digest(rows: Sequence[Notice], language: str) -> tuple[str, str]:
    subject, above, all_of_them = several(len(rows), language)
    listed = [
        f"- {title_of(one.kind, one.words, language)}\n  {_address(one.path)}"
        for one in rows[-LISTED:]
    ]
    lines = [above, "", *reversed(listed), "", f"{all_of_them} : {_address('/inbox')}"]
    return subject, "\n".join(lines)


def _address(path: str) -> str:
    return f"{settings.PUBLIC_URL}{path}"


def _done(workspace_id: UUID, rows: Sequence[Notice], way: str) -> None:
    done = Notice.objects.filter(workspace_id=workspace_id, pk__in=[one.pk for one in rows])
    done.update(**{way: None})


# -- push messages ---------------------------------------------------------------------------------


def _push(workspace_id: UUID, member_id: UUID) -> None:
    with tenant(workspace_id):
        rows = _due(workspace_id, member_id, "push_at")
        _done(workspace_id, rows, "push_at")
        member = reachable(workspace_id, member_id)
        devices = list(PushDevice.objects.filter(workspace_id=workspace_id, member_id=member_id))
    if not rows or member is None or not devices:
        return
    told = _told(rows, member.user.language)
    urgent = any(one.kind in ("request", "unanswered") for one in rows)
    outcomes = [_send_noting(workspace_id, one, told, urgent=urgent) for one in devices]
    if "taken" not in outcomes and "failed" in outcomes:
        _push_later(workspace_id, rows)


def _told(rows: Sequence[Notice], language: str) -> dict[str, Any]:
    last = rows[-1]
    title = title_of(last.kind, last.words, language)
    if len(rows) > 1:
        body, path, tag = title, "/inbox", "several"
        title = several(len(rows), language)[0]
    else:
        body, path, tag = str(last.words.get("title", "")), last.path, str(last.about or last.pk)
    return {"title": title, "body": body, "path": path, "tag": tag}


def send_trial(workspace_id: UUID, device_id: UUID, language: str) -> None:
    """What a device is told when its owner tries it; the list of devices says when it was taken."""
    with tenant(workspace_id):
        device = PushDevice.objects.filter(workspace_id=workspace_id, pk=device_id).first()
    if device is None:
        return
    title, body = _TRIAL["en" if language == "en" else "fr"]
    told = {"title": title, "body": body, "path": "/settings/notifications", "tag": "trial"}
    _send_noting(workspace_id, device, told, urgent=True)
    with tenant(workspace_id):
        publish(workspace_id, CHANGED, {}, members=[device.member_id])


def _push_later(workspace_id: UUID, rows: Sequence[Notice]) -> None:
    now = timezone.now()
    young = [one.pk for one in rows if one.created_at > now - TRY_AGAIN_FOR]
    with tenant(workspace_id):
        unread = Notice.objects.filter(workspace_id=workspace_id, pk__in=young, read_at=None)
        unread.update(push_at=now + TRY_AGAIN_AFTER)


def _send_noting(
    workspace_id: UUID, device: PushDevice, told: dict[str, Any], *, urgent: bool
) -> Outcome:
    outcome = send_to(device, told, urgent=urgent)
    failures = device.failures + 1 if outcome == "failed" else 0
    with tenant(workspace_id):
        row = PushDevice.objects.filter(workspace_id=workspace_id, pk=device.pk)
        if outcome == "gone" or failures >= MOST_FAILURES:
            row.delete()
        else:
            used: dict[str, datetime] = {"used_at": timezone.now()} if outcome == "taken" else {}
            row.update(failures=failures, **used)
    return outcome


def send_to(device: PushDevice, told: dict[str, Any], *, urgent: bool) -> Outcome:
    """One message to one device: `taken` by its push service, which may say that it is `gone`."""
    keys = push.Keys.read(device.p256dh, device.auth)
    body = push.encrypt(push.content_of(told), keys)
    topic = hashlib.sha256(str(told["tag"]).encode()).hexdigest()[:32]
    headers = push.headers(device.endpoint, urgent=urgent, keep_seconds=KEEP_SECONDS, topic=topic)
    try:
        status = asyncio.run(_status(device.endpoint, body, headers))
    except (OSError, httpx2.HTTPError, httpx2.InvalidURL) as error:
        log.info("push failed", device=str(device.pk), error=str(error)[:200])
        return "failed"
    if status in (404, 410):
        return "gone"
    return "taken" if 200 <= status < 300 else "failed"


async def _status(url: str, body: bytes, headers: dict[str, str]) -> int:
    async with open_client(POLICY) as client:
        return (await client.post(url, content=body, headers=headers)).status_code


# -- tidying ---------------------------------------------------------------------------------------


def prune(workspace_id: UUID) -> int:
    """Removes notices that are too old to concern anybody; returns how many."""
    old = Notice.objects.filter(workspace_id=workspace_id, created_at__lt=timezone.now() - KEPT)
    return old.delete()[0]
