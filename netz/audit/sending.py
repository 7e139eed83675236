"""Sending a signed head outside: by mail, or to a webhook (Standard Webhooks)."""

import asyncio
import base64
import hashlib
import hmac
import json
import os
from typing import Any
from uuid import UUID

import httpx2
from django.core.mail import EmailMessage
from django.utils import timezone

from netz.audit.choices import secret_of
from netz.audit.heads import signed_head
from netz.audit.models import TrailSettings
from netz.audit.queries import settings_of
from netz.audit.services import record, record_of_system
from netz.core.actor import Actor
from netz.core.db import tenant
from netz.core.local_hosts import allowed_local_hosts
from netz.core.outbound import OutboundPolicy, open_client

_SUBJECT = "NETZ AI : empreinte du journal / trail head · {day}"
_BODY = """Gardez ce message hors de NETZ AI : il permet de prouver plus tard que le journal n’a \
pas été modifié jusqu’à cette date.
Vérification : netz audit verify --head FICHIER (la pièce jointe).

Keep this message outside NETZ AI: it can prove later that the trail was not changed up to this \
date.
Verification: netz audit verify --head FILE (the attachment).

{head}
"""


class DeliveryFailed(Exception):  # noqa: N818  # a state of the outside world
    """The other side did not take the head; it is tried again."""


def take_head(workspace_id: UUID, actor: Actor | None = None) -> tuple[dict[str, Any], list[str]]:
    """The head as it is now, and the ways on which it is to be sent; none: nothing is set up.

    In the workspace's transaction. That it goes out is itself a row of the trail, the actor's who
    asked for it, else the program's.
    """
    chosen = settings_of(workspace_id)
    ways = ["mail"] * bool(chosen.mail_to) + ["webhook"] * bool(chosen.webhook_url)
    head = signed_head(workspace_id)
    if ways:
        told = {"seq": head["seq"], "hash": head["hash"], "ways": ways}
        if actor:
            record(actor, "trail.head", after=told)
        else:
            record_of_system(workspace_id, "trail.head", after=told)
    return head, ways


def send_head(workspace_id: UUID, way: str, head: dict[str, Any], message_id: str) -> None:
    """Sends a head on one way. Raises `DeliveryFailed`; the settings say when and what happened."""
    with tenant(workspace_id):
        chosen = settings_of(workspace_id)
    try:
        if way == "mail" and chosen.mail_to:
            _mail(chosen, head)
        elif way == "webhook" and chosen.webhook_url:
            _post(chosen, head, message_id)
    except (OSError, httpx2.HTTPError, httpx2.InvalidURL, DeliveryFailed) as error:
        _note(workspace_id, failure=f"{way}: {error}"[:300])
        raise DeliveryFailed(way) from error
    _note(workspace_id, failure="")


def _mail(chosen: TrailSettings, head: dict[str, Any]) -> None:
    content = json.dumps(head, indent=1)
    message = EmailMessage(
        _SUBJECT.format(day=head["at"][:10]), _BODY.format(head=content), to=chosen.mail_to
    )
    message.extra_headers["Auto-Submitted"] = "auto-generated"
    message.attach(f"netz-trail-head-{head['seq']}.json", content, "application/json")
    message.send()


def _post(chosen: TrailSettings, head: dict[str, Any], message_id: str) -> None:
    body = json.dumps({"type": "trail.head", "timestamp": head["at"], "data": head})
    stamp = str(int(timezone.now().timestamp()))
    signed = hmac.new(
        secret_of(chosen), f"{message_id}.{stamp}.{body}".encode(), hashlib.sha256
    ).digest()
    headers = {
        "content-type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": stamp,
        "webhook-signature": "v1," + base64.b64encode(signed).decode(),
    }
    status = asyncio.run(_status(chosen.webhook_url, body, headers))
    if not 200 <= status < 300:
        raise DeliveryFailed(f"HTTP {status}")


async def _status(url: str, body: str, headers: dict[str, str]) -> int:
    policy = OutboundPolicy(
        local_hosts=allowed_local_hosts(os.environ), max_bytes=100_000, max_seconds=15
    )
    async with open_client(policy) as client:
        return (await client.post(url, content=body, headers=headers)).status_code


def _note(workspace_id: UUID, *, failure: str) -> None:
    with tenant(workspace_id):
        known = TrailSettings.objects.filter(workspace_id=workspace_id)
        known.update(failure=failure, **({} if failure else {"sent_at": timezone.now()}))
