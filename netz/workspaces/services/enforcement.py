"""Whether the workspace's identity provider alone opens it, and who may come in without."""

from collections.abc import Collection
from uuid import UUID

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Permission, Role
from netz.workspaces.errors import BreakGlassNeeded, LastAdmin, LastBreakGlass
from netz.workspaces.models import Member, SecurityPolicy


def sso_enforced(workspace_id: UUID) -> bool:
    """Whether only the identity provider opens the workspace."""
    return SecurityPolicy.objects.filter(workspace_id=workspace_id, sso_enforced=True).exists()


def break_glass_members(workspace_id: UUID) -> list[Member]:
    """Admins who may sign in without the identity provider."""
    return list(
        Member.objects.filter(workspace_id=workspace_id, break_glass=True)
        .select_related("user")
        .order_by("id")
    )


def admins(workspace_id: UUID) -> list[Member]:
    """The active admins."""
    rows = Member.objects.filter(workspace_id=workspace_id, role=Role.ADMIN, active=True)
    return list(rows.select_related("user").order_by("id"))


def keep_a_way_in(workspace_id: UUID, leaving: Collection[UUID]) -> None:
    """Sees to it that somebody governs the workspace, and gets in, once these members are gone.

    Raises `LastAdmin`, or `LastBreakGlass` where only an identity provider would open it then.
    """
    # Locking all admins makes two admins who demote each other at once wait for one another.
    held = Member.objects.select_for_update().filter(
        workspace_id=workspace_id, role=Role.ADMIN, active=True
    )
    admins = list(held.order_by("id"))
    staying = [admin for admin in admins if admin.pk not in leaving]
    if not staying:
        raise LastAdmin
    loses = any(admin.break_glass for admin in admins if admin.pk in leaving)
    if loses and not any(admin.break_glass for admin in staying) and sso_enforced(workspace_id):
        raise LastBreakGlass


def enforce_sso(enforced: bool, break_glass: Collection[UUID], *, actor: Actor) -> None:
    """Sets the switch and who is exempt from it.

    Whoever is exempt must be an active admin with a password of their own, and enforcing needs at
    least one: an identity provider that fails must not lock everybody out. Raises
    `BreakGlassNeeded`.
    """
    held = Member.objects.select_for_update(of=("self",)).filter(
        workspace_id=actor.workspace_id, role=Role.ADMIN, active=True, user__is_active=True
    )
    fit = {m.id for m in held.select_related("user") if m.user.has_usable_password()}
    chosen = set(break_glass)
    if chosen - fit or (enforced and not chosen):
        raise BreakGlassNeeded
    before = {
        "sso_enforced": sso_enforced(actor.workspace_id),
        "break_glass": sorted(str(m.id) for m in break_glass_members(actor.workspace_id)),
    }
    members = Member.objects.filter(workspace_id=actor.workspace_id)
    members.filter(break_glass=True).exclude(pk__in=chosen).update(break_glass=False)
    members.filter(pk__in=chosen).update(break_glass=True)
    policy, _ = SecurityPolicy.objects.get_or_create(workspace_id=actor.workspace_id)
    policy.sso_enforced = enforced
    policy.save(update_fields=["sso_enforced"])
    after = {"sso_enforced": enforced, "break_glass": sorted(str(found) for found in chosen)}
    record(actor, "policy.sso", policy, before=before, after=after)
    # Everybody's open streams look again whether they may go on.
    publish(actor.workspace_id, ACCESS_CHANGED, {}, permission=Permission.STREAM)
