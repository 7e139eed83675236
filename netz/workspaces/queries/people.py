"""Reads of members, companies and invitations."""

from uuid import UUID

from django.db.models import QuerySet

from netz.accounts.models import User
from netz.core.actor import Actor
from netz.core.api.schema import read_cursor, write_cursor
from netz.core.permissions import Role
from netz.workspaces.errors import (
    CompanyNotFound,
    InvitationNotFound,
    MemberNotFound,
)
from netz.workspaces.models import Company, Invitation, Member


def members(actor: Actor, *, cursor: str | None, limit: int) -> tuple[list[Member], str | None]:
    """One page of members by creation, and the cursor of the next one."""
    rows: QuerySet[Member] = Member.objects.filter(workspace_id=actor.workspace_id)
    rows = rows.select_related("user", "company").order_by("id")
    if cursor:
        rows = rows.filter(id__gt=read_cursor(cursor, UUID)[0])
    found = list(rows[: limit + 1])
    following = write_cursor(found[limit - 1].id) if len(found) > limit else None
    return found[:limit], following


def member(actor: Actor, member_id: UUID) -> Member:
    """One member. Raises `MemberNotFound`."""
    found = (
        Member.objects.filter(workspace_id=actor.workspace_id, pk=member_id)
        .select_related("user", "company", "workspace")
        .first()
    )
    if found is None:
        raise MemberNotFound
    return found


def companies(actor: Actor) -> list[Company]:
    """All client companies, by name."""
    return list(Company.objects.filter(workspace_id=actor.workspace_id).order_by("name"))


def company(actor: Actor, company_id: UUID) -> Company:
    """One client company. Raises `CompanyNotFound`."""
    found = Company.objects.filter(workspace_id=actor.workspace_id, pk=company_id).first()
    if found is None:
        raise CompanyNotFound
    return found


def open_invitations(actor: Actor) -> list[Invitation]:
    """Invitations neither accepted nor withdrawn, newest first, expired ones included."""
    return list(
        Invitation.objects.filter(
            workspace_id=actor.workspace_id, accepted_at=None, revoked_at=None
        )
        .select_related("company")
        .order_by("-id")
    )


def invitation(actor: Actor, invitation_id: UUID) -> Invitation:
    """One open invitation. Raises `InvitationNotFound`."""
    found = Invitation.objects.filter(
        workspace_id=actor.workspace_id, pk=invitation_id, accepted_at=None, revoked_at=None
    ).first()
    if found is None:
        raise InvitationNotFound
    return found


def member_names(actor: Actor, member_ids: set[UUID]) -> dict[UUID, str]:
    """Names (or addresses) of members by id; for lists of other domains."""
    rows = Member.objects.filter(workspace_id=actor.workspace_id, pk__in=member_ids)
    return {row.pk: row.user.name or row.user.email for row in rows.select_related("user")}


def staff_of(workspace_id: UUID, roles: tuple[Role, ...]) -> list[User]:
    """Users of the active members with one of the roles; for jobs that write to them."""
    rows = Member.objects.filter(
        workspace_id=workspace_id, active=True, role__in=roles, user__is_active=True
    )
    return [row.user for row in rows.select_related("user").order_by("id")]
