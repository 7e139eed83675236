"""A person leaves for good: out of every workspace, and out of the installation."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from netz.accounts.models import User
from netz.accounts.services import close_user
from netz.accounts.trail import note
from netz.core.api.context import STEP_UP
from netz.core.db import enter_workspace
from netz.core.errors import StepUpNeeded
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Role
from netz.workspaces.errors import LastAdmin, LastAdminLeaves
from netz.workspaces.models import Member
from netz.workspaces.queries.workspace import WorkspaceRef, workspaces_of_user
from netz.workspaces.services.enforcement import keep_a_way_in


def delete_account(user: User, *, proved_at: datetime | None) -> None:
    """Ends the person's memberships and sign-in, and frees the address.

    The trail and what the person wrote stay, without name or address. Raises `StepUpNeeded`
    without a recent proof of identity, `LastAdminLeaves` for a workspace's last admin.
    """
    if proved_at is None or proved_at < timezone.now() - STEP_UP:
        raise StepUpNeeded
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        # Always in the same order: two people who leave at once must not wait for one another.
        places = sorted(workspaces_of_user(user.pk, None, None), key=lambda place: place.id)
        stuck = [place.name for place in places if _is_last_admin(user, place)]
        if stuck:
            raise LastAdminLeaves(workspaces=", ".join(stuck))
        note(user, "account.delete")
        for place in places:
            _leave(user, place)
        close_user(user)


def _is_last_admin(user: User, place: WorkspaceRef) -> bool:
    enter_workspace(place.id)
    own = Member.objects.filter(workspace_id=place.id, user=user, role=Role.ADMIN, active=True)
    try:
        if leaving := set(own.values_list("pk", flat=True)):
            keep_a_way_in(place.id, leaving)
    except LastAdmin:
        return True
    return False


def _leave(user: User, place: WorkspaceRef) -> None:
    enter_workspace(place.id)
    member = Member.objects.get(workspace_id=place.id, user=user)
    member.active = False
    member.save(update_fields=["active"])
    publish(place.id, ACCESS_CHANGED, {}, members=[member.id])
