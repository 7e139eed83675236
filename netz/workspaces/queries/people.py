"""Reads of single members, companies and invitations, and who may know whom."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from netz.core.actor import Actor
from netz.core.permissions import Permission, Role
from netz.workspaces.errors import (
    CompanyNotFound,
    InvitationNotFound,
    MemberNotFound,
)
from netz.workspaces.models import Company, CompanyGrant, Invitation, Member


def known_members(actor: Actor) -> QuerySet[Member]:
    """The members whom the actor may know: all for staff, the own company's for its manager.

    Staff who act for some companies know those companies' people and one another.
    """
    rows = Member.objects.filter(workspace_id=actor.workspace_id)
    companies = actor.companies(Permission.MEMBERS_READ)
    if companies is None:
        return rows
    known = Q(company_id__in=companies) | Q(pk=actor.member_id)
    if actor.is_staff:
        known |= Q(role__in=[role for role in Role if role.is_staff])
    return rows.filter(known)


def member(actor: Actor, member_id: UUID) -> Member:
    """One member that the actor may know. Raises `MemberNotFound`."""
    found = (
        known_members(actor)
        .filter(pk=member_id)
        .select_related("user", "company", "workspace", "custom_role")
        .first()
    )
    if found is None:
        raise MemberNotFound
    return found


def members_by_id(actor: Actor, member_ids: Sequence[UUID]) -> list[Member]:
    """Those of the members that are active and that the actor may know, in no order."""
    rows = known_members(actor).filter(pk__in=member_ids, active=True)
    return list(rows.select_related("user", "company", "workspace", "custom_role"))


def companies(actor: Actor) -> list[Company]:
    """The client companies that the actor may know, by name."""
    return list(known_companies(actor).order_by("name"))


def known_companies(actor: Actor) -> QuerySet[Company]:
    """The client companies that the actor may know."""
    rows = Company.objects.filter(workspace_id=actor.workspace_id)
    known = actor.known_companies
    return rows if known is None else rows.filter(pk__in=known)


def company(actor: Actor, company_id: UUID) -> Company:
    """One client company that the actor may know. Raises `CompanyNotFound`."""
    found = known_companies(actor).filter(pk=company_id).first()
    if found is None:
        raise CompanyNotFound
    return found


def open_invitations(actor: Actor) -> list[Invitation]:
    """Invitations neither accepted nor withdrawn, newest first, expired ones included."""
    rows = known_invitations(actor).select_related("company", "custom_role")
    return list(rows.order_by("-id"))


def known_invitations(actor: Actor) -> QuerySet[Invitation]:
    """Open invitations of the companies for which the actor looks after members."""
    rows = Invitation.objects.filter(
        workspace_id=actor.workspace_id, accepted_at=None, revoked_at=None
    )
    companies = actor.companies(Permission.MEMBERS_MANAGE)
    return rows if companies is None else rows.filter(company_id__in=companies)


def invitation(actor: Actor, invitation_id: UUID) -> Invitation:
    """One open invitation. Raises `InvitationNotFound`."""
    found = known_invitations(actor).filter(pk=invitation_id).first()
    if found is None:
        raise InvitationNotFound
    return found


def member_names(actor: Actor, member_ids: set[UUID]) -> dict[UUID, str]:
    """Names (or addresses) of members by id; for lists of other domains."""
    rows = Member.objects.filter(workspace_id=actor.workspace_id, pk__in=member_ids)
    return {row.pk: row.user.name or row.user.email for row in rows.select_related("user")}


def staff_of(
    workspace_id: UUID, roles: tuple[Role, ...], *, company_id: UUID | None = None
) -> list[Member]:
    """The active members with one of the roles, with their users; for jobs that write to them.

    What concerns a company goes to those alone who act for it.
    """
    rows = Member.objects.filter(
        workspace_id=workspace_id, active=True, role__in=roles, user__is_active=True
    )
    if company_id is not None:
        granted = CompanyGrant.objects.filter(
            workspace_id=workspace_id, member=OuterRef("pk"), company_id=company_id
        )
        rows = rows.filter(Q(limited_to_companies=False) | Exists(granted))
    return list(rows.select_related("user").order_by("id"))


def reachable(workspace_id: UUID, member_id: UUID) -> Member | None:
    """The member with user and workspace joined, unless they are not to be written to any more."""
    rows = Member.objects.filter(workspace_id=workspace_id, pk=member_id, active=True)
    return rows.filter(user__is_active=True).select_related("user", "workspace").first()
