"""Endpoints of the trail."""

from typing import Annotated

from django.conf import settings
from fastapi import Query, Request
from fastapi.responses import StreamingResponse

from netz.audit import chain, choices, exporting, queries, services, tasks
from netz.audit.heads import public_key, signed_head
from netz.audit.models import TrailSettings
from netz.audit.schemas import (
    EntryOut,
    ExportIn,
    HeadOut,
    PageIn,
    TrailSettingsIn,
    TrailSettingsOut,
    VerificationOut,
)
from netz.core.actor import Actor
from netz.core.api.context import request_scope
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission

router = Router(tags=["trail"])


@router.get("/trail/entries", permission=Permission.TRAIL_READ)
def list_entries(actor: Actor, wanted: Annotated[PageIn, Query()]) -> Page[EntryOut]:
    """The trail, the newest first: who did what, when and from where."""
    found, following = queries.entries(
        actor, wanted.filters(), cursor=wanted.cursor, limit=wanted.limit
    )
    return Page(items=[EntryOut.model_validate(one) for one in found], next_cursor=following)


@router.post(
    "/trail/exports",
    permission=Permission.TRAIL_EXPORT,
    step_up=True,
    raw=True,
    response_class=StreamingResponse,
    responses={200: {"content": {kind: {} for kind in exporting.MEDIA_TYPES.values()}}},
)
def export(request: Request, body: ExportIn) -> StreamingResponse:
    """The wanted rows as a file. That somebody took them is itself a row."""
    with request_scope(request, Permission.TRAIL_EXPORT, step_up=True) as actor:
        told = {"format": body.format, **body.filters.model_dump(exclude_defaults=True)}
        services.record(actor, "trail.export", after=told)
    return StreamingResponse(
        exporting.export(actor.workspace_id, body.filters.filters(), body.format),
        media_type=exporting.MEDIA_TYPES[body.format],
        headers={"Content-Disposition": f'attachment; filename="netz-trail.{body.format}"'},
    )


@router.post("/trail/verification", permission=Permission.TRAIL_READ)
def verify(actor: Actor) -> VerificationOut:
    """Recomputes the whole chain; names the first row that isn't what was written."""
    report = chain.verify(actor.workspace_id)
    fault = report.bad.fault if report.bad else None
    services.record(actor, "trail.verify", after={"checked": report.checked, "fault": fault})
    return VerificationOut.model_validate(report)


@router.get("/trail/settings", permission=Permission.TRAIL_READ)
def read_settings(actor: Actor) -> TrailSettingsOut:
    """How long the trail is kept, and where its head is sent each day."""
    return _shown(queries.settings_of(actor.workspace_id))


@router.put("/trail/settings", permission=Permission.SECURITY_MANAGE, step_up=True)
def change_settings(actor: Actor, body: TrailSettingsIn) -> TrailSettingsOut:
    """Changes them. A new webhook's secret is in the answer, this once."""
    chosen, secret = choices.choose(
        retention_days=body.retention_days,
        mail_to=body.mail_to,
        webhook_url=body.webhook_url,
        actor=actor,
    )
    return _shown(chosen, secret)


@router.get("/trail/head", permission=Permission.TRAIL_READ)
def read_head(actor: Actor) -> HeadOut:
    """The chain's head as it is now, signed: keep it outside, `netz audit verify --head` reads
    it."""
    return HeadOut(**signed_head(actor.workspace_id))


@router.post("/trail/head/sending", permission=Permission.SECURITY_MANAGE, status_code=202)
def send_head(actor: Actor) -> HeadOut:
    """Sends the head now to where it is sent each day."""
    return HeadOut(**tasks.send_now(actor))


def _shown(chosen: TrailSettings, secret: str = "") -> TrailSettingsOut:
    return TrailSettingsOut(
        retention_days=chosen.retention_days,
        mail_to=chosen.mail_to,
        mail_is_set_up=settings.MAIL_IS_SET_UP,
        webhook_url=chosen.webhook_url,
        webhook_secret=secret or None,
        public_key=public_key(),
        sent_at=chosen.sent_at,
        failure=chosen.failure,
    )
