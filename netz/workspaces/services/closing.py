"""Setting the day on which a workspace is deleted, and taking it back.

Until that day everything works as before, since people go on working and may take their data
along; only nobody new comes in.
"""

from datetime import datetime, timedelta
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from netz.accounts.mail import send
from netz.accounts.models import display_name
from netz.accounts.sessions import SSO_SESSION_KEY, end_session
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Role
from netz.workspaces.closing_errors import ClosingAlready, OtherName
from netz.workspaces.credentials import WORKSPACE_SESSION_KEY
from netz.workspaces.models import Member, Workspace
from netz.workspaces.queries import staff_of
from netz.workspaces.queries.branding import sender_of

USUAL_DAYS, FEWEST_DAYS, MOST_DAYS = 14, 1, 90


def close_workspace(name: str, *, days: int, actor: Actor, again: bool = False) -> datetime:
    """Sets the day of the deletion, with `again` also where one is set; everybody is told by
    mail. Raises `OtherName`, `ClosingAlready`."""
    workspace = Workspace.objects.select_for_update().get(pk=actor.workspace_id)
    if name.strip() != workspace.name.strip():
        raise OtherName
    if workspace.closes_at is not None and not again:
        raise ClosingAlready
    workspace.closes_at = timezone.now() + timedelta(days=days)
    workspace.save(update_fields=["closes_at"])
    record(actor, "workspace.close", workspace, after={"closes_at": workspace.closes_at})
    _tell(workspace, "closing", actor)
    return workspace.closes_at


def keep_workspace(*, actor: Actor) -> bool:
    """Takes the deletion back; False where there was none."""
    workspace = Workspace.objects.select_for_update().get(pk=actor.workspace_id)
    if workspace.closes_at is None:
        return False
    before = {"closes_at": workspace.closes_at}
    workspace.closes_at = None
    workspace.save(update_fields=["closes_at"])
    record(actor, "workspace.keep", workspace, before=before)
    _tell(workspace, "kept", actor)
    return True


def end_sessions_in(workspace_id: UUID) -> list[UUID]:
    """Ends every sign-in that opens this workspace and no other, in the workspace's transaction;
    returns its members, whose streams are told to look again."""
    members = list(Member.objects.filter(workspace_id=workspace_id).values_list("id", "user_id"))
    users = [user_id for _, user_id in members]
    mine = str(workspace_id)
    for row in UserSession.objects.filter(user_id__in=users):
        kept = SessionStore(session_key=row.session_key)
        if mine in (kept.get(SSO_SESSION_KEY), kept.get(WORKSPACE_SESSION_KEY)):
            end_session(row.session_key)
    found = [member_id for member_id, _ in members]
    tell_streams(workspace_id, found)
    return found


def tell_streams(workspace_id: UUID, members: list[UUID]) -> None:
    """Has open streams look at their credentials again, a hundred people at a time."""
    for start in range(0, len(members), 100):
        publish(workspace_id, ACCESS_CHANGED, {}, members=members[start : start + 100])


def _tell(workspace: Workspace, what: str, actor: Actor) -> None:
    day = f"{workspace.closes_at:%Y-%m-%d}" if workspace.closes_at else ""
    for user in (one.user for one in staff_of(workspace.id, tuple(Role))):
        send(
            user.email,
            f"workspaces/mail/{what}",
            user.language,
            sender=sender_of(workspace.id),
            name=display_name(user),
            workspace=workspace.name,
            day=day,
            by=actor.name or "NETZ AI",
        )
