"""Endpoints that change many members at once: look, do exactly that, undo."""

from uuid import UUID

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.permissions import Permission
from netz.workspaces.schemas.changes import ChangePlanOut, MemberChangesDone, MemberChangesIn
from netz.workspaces.services import changing

router = Router(tags=["members"], prefix="/members/changes")


@router.post("/preview", permission=Permission.MEMBERS_MANAGE, reads=True)
def preview_changes(actor: Actor, body: MemberChangesIn) -> ChangePlanOut:
    """What a change of many members would do, one by one; nothing is changed."""
    plan = changing.preview_change(body.selection.spec(), body.change.spec(), actor=actor)
    return ChangePlanOut.of(plan, actor.language)


@router.post("", permission=Permission.MEMBERS_MANAGE)
def change_members(actor: Actor, body: MemberChangesDone) -> ChangePlanOut:
    """Does what the preview with this digest showed; 409 when it would be anything else now."""
    plan, kept = changing.apply_change(
        body.selection.spec(), body.change.spec(), body.digest, actor=actor
    )
    return ChangePlanOut.of(plan, actor.language, kept.id)


@router.post("/{change_id}/restoration", permission=Permission.MEMBERS_MANAGE)
def undo_changes(actor: Actor, change_id: UUID) -> ChangePlanOut:
    """Undoes a change within a day; who was changed again since stays as they are."""
    return ChangePlanOut.of(changing.undo_change(change_id, actor=actor), actor.language)
