"""Reads of custom roles and limits, and what a member may do, seen from outside."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from netz.core.actor import Actor
from netz.core.permissions import (
    ROLE_PERMISSIONS,
    Permission,
    Role,
    known_permissions,
    permissions_of,
)
from netz.workspaces.access_errors import RoleNotFound
from netz.workspaces.models import CompanyGrant, CustomRole, Member, Preview
from netz.workspaces.queries.people import known_members, open_invitations


def custom_roles(actor: Actor) -> list[CustomRole]:
    """The workspace's custom roles, by name."""
    return list(CustomRole.objects.filter(workspace_id=actor.workspace_id).order_by("name"))


def custom_role(actor: Actor, role_id: UUID) -> CustomRole:
    """One custom role. Raises `RoleNotFound`."""
    found = CustomRole.objects.filter(workspace_id=actor.workspace_id, pk=role_id).first()
    if found is None:
        raise RoleNotFound
    return found


def holders(actor: Actor) -> dict[UUID | str, list[str]]:
    """Who holds each role, by the custom role's id or the built-in one's name.

    Of those whom the actor may know; to who looks after members also the invited, by address.
    """
    found: dict[UUID | str, list[str]] = defaultdict(list)
    rows = known_members(actor).filter(active=True).select_related("user")
    for member in rows.order_by("user__name", "user__email"):
        found[member.custom_role_id or member.role].append(member.user.name or member.user.email)
    if not actor.may(Permission.MEMBERS_MANAGE):
        return found
    for invitation in open_invitations(actor):
        if invitation.expires_at <= timezone.now():
            continue
        found[invitation.custom_role_id or invitation.role].append(invitation.email)
    return found


def limits_of(
    workspace_id: UUID, member_id: UUID | None
) -> Mapping[UUID, frozenset[Permission]] | None:
    """What a limited agent may do for each granted company, for jobs; None without a limit."""
    rows = Member.objects.filter(workspace_id=workspace_id, limited_to_companies=True)
    member = rows.filter(pk=member_id).first() if member_id else None
    return grants_of(member, ROLE_PERMISSIONS[Role.AGENT]) if member else None


def grants(actor: Actor, members: Sequence[Member]) -> dict[UUID, list[CompanyGrant]]:
    """The grants of the limited ones among the members, by member, of companies one may know."""
    limited = [member.id for member in members if member.limited_to_companies]
    found: dict[UUID, list[CompanyGrant]] = defaultdict(list)
    if limited:
        rows = CompanyGrant.objects.filter(
            workspace_id=actor.workspace_id, member_id__in=limited
        ).select_related("company")
        known = actor.known_companies
        if known is not None:
            rows = rows.filter(company_id__in=known)
        for row in rows.order_by("company__name"):
            found[row.member_id].append(row)
    return found


def grant_rows(actor: Actor) -> QuerySet[CompanyGrant]:
    """The workspace's grants, to ask in a larger query who holds one."""
    return CompanyGrant.objects.filter(workspace_id=actor.workspace_id)


def grants_of(
    member: Member, held: frozenset[Permission], rows: Iterable[CompanyGrant] | None = None
) -> dict[UUID, frozenset[Permission]]:
    """What a limited member who holds `held` may do for each company granted."""
    if rows is None:
        rows = CompanyGrant.objects.filter(workspace_id=member.workspace_id, member=member)
    return {
        row.company_id: held
        if row.permissions is None
        else held & known_permissions(row.permissions)
        for row in rows
    }


def held_by(member: Member) -> frozenset[Permission]:
    """What the member may do, by the built-in or the custom role (joined)."""
    custom = member.custom_role
    return permissions_of(Role(member.role), custom.permissions if custom else None)


def actor_of(member: Member) -> Actor:
    """The member as an actor, to see what one may see; it proves nothing."""
    held = held_by(member)
    return Actor(
        workspace_id=member.workspace_id,
        member_id=member.id,
        user_id=member.user_id,
        role=Role(member.role),
        permissions=held,
        company_id=member.company_id,
        credential="system",
        grants=grants_of(member, held) if member.limited_to_companies else None,
    )


def acting_member(
    workspace_id: UUID, member_id: UUID, permissions: Iterable[str], language: str
) -> Actor | None:
    """A member for whom a job goes on, with what they may do today and no more than the credential
    that asked for it held; None for one who is not active any more."""
    member = (
        Member.objects.select_related("custom_role", "user", "workspace")
        .filter(workspace_id=workspace_id, pk=member_id, active=True, user__is_active=True)
        .first()
    )
    if member is None:
        return None
    actor, asked = actor_of(member), known_permissions(permissions)
    grants = actor.grants
    return replace(
        actor,
        permissions=actor.permissions & asked,
        grants=None if grants is None else {one: held & asked for one, held in grants.items()},
        language="en" if language == "en" else "fr",
        name=member.user.name,
        workspace_name=member.workspace.name,
    )


def running_preview(actor: Actor) -> Preview | None:
    """The preview through which the actor looks, its guest joined; None outside one."""
    if actor.previewed_by is None:
        return None
    return (
        Preview.objects.filter(
            workspace_id=actor.workspace_id,
            viewer_id=actor.previewed_by,
            guest_id=actor.member_id,
            ended_at=None,
        )
        .select_related("guest__user", "guest__company")
        .order_by("-created_at")
        .first()
    )
