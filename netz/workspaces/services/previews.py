"""Beginning and ending a preview of what a client's person sees."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from procrastinate.contrib.django import app as jobs

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Role
from netz.workspaces.access_errors import NobodyToPreview
from netz.workspaces.credentials import system_actor
from netz.workspaces.models import Member, Preview
from netz.workspaces.previewing import may_preview

PREVIEW_LIFE = timedelta(minutes=30)
CLOSE_TASK = "netz.workspaces.tasks.close_preview"


def start_preview(member: Member, *, actor: Actor) -> Preview:
    """Opens a preview for half an hour; the caller keeps its id in the session.

    Raises `NobodyToPreview` for who isn't a client's active person.
    """
    fit = member.active and Role(member.role).in_company
    if not fit or not may_preview(actor, member.company_id):
        raise NobodyToPreview
    preview = Preview.objects.create(
        workspace_id=actor.workspace_id,
        viewer_id=actor.member_id,
        guest=member,
        ends_at=timezone.now() + PREVIEW_LIFE,
    )
    record(actor, "preview.start", member, after={"until": preview.ends_at})
    # Whatever becomes of the session, the trail gets the preview's end.
    jobs.configure_task(CLOSE_TASK, schedule_at=preview.ends_at).defer(
        workspace_id=str(actor.workspace_id), preview_id=str(preview.id)
    )
    # The sign-in's open stream is the guest's from now on.
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[actor.member_id])
    return preview


def end_preview(
    preview_id: UUID, *, workspace_id: UUID, reason: str, by: Actor | None = None
) -> bool:
    """Ends a running preview, with its row in the trail; False when it has ended already.

    `by` is the actor of the request that ends it, if one does; the row is the viewer’s in any case.
    """
    preview = (
        Preview.objects.select_for_update(of=("self",))
        .filter(workspace_id=workspace_id, pk=preview_id, ended_at=None)
        .select_related("viewer", "guest")
        .first()
    )
    if preview is None:
        return False
    preview.ended_at = timezone.now()
    preview.save(update_fields=["ended_at"])
    actor = system_actor(workspace_id, preview.viewer_id, preview.viewer.user_id)
    if by is not None:
        actor = replace(by, member_id=preview.viewer_id, user_id=preview.viewer.user_id)
    record(actor, "preview.end", preview.guest, after={"reason": reason})
    publish(workspace_id, ACCESS_CHANGED, {}, members=[preview.viewer_id])
    return True
