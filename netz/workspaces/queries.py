"""Reads of workspaces, members, companies, invitations and API keys; each takes the actor."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from netz.accounts.models import User
from netz.core.actor import Actor
from netz.core.api.schema import read_cursor, write_cursor
from netz.core.permissions import Role
from netz.workspaces.errors import (
    ApiKeyNotFound,
    CompanyNotFound,
    InvitationNotFound,
    MemberNotFound,
)
from netz.workspaces.models import ApiKey, Company, Invitation, Member, Workspace


@dataclass(frozen=True, slots=True)
class WorkspaceRef:
    """A workspace that a user belongs to."""

    id: UUID
    name: str


def current_workspace(actor: Actor) -> Workspace:
    """The actor's workspace."""
    return Workspace.objects.get(pk=actor.workspace_id)


def workspaces_of(actor: Actor) -> list[WorkspaceRef]:
    """Every workspace in which the actor's user is an active member."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM netz_workspaces_of_user(%s)", [actor.user_id])
        return [WorkspaceRef(*row) for row in cursor.fetchall()]


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


def api_keys(actor: Actor) -> list[ApiKey]:
    """The actor's own working keys; an admin sees the whole workspace's."""
    rows = ApiKey.objects.filter(workspace_id=actor.workspace_id, revoked_at=None)
    rows = rows.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))
    if actor.role != "admin":
        rows = rows.filter(member_id=actor.member_id)
    return list(rows.select_related("member__user").order_by("-id"))


def api_key(actor: Actor, key_id: UUID) -> ApiKey:
    """One key that the actor may revoke. Raises `ApiKeyNotFound`."""
    rows = ApiKey.objects.filter(workspace_id=actor.workspace_id, pk=key_id, revoked_at=None)
    if actor.role != "admin":
        rows = rows.filter(member_id=actor.member_id)
    found = rows.first()
    if found is None:
        raise ApiKeyNotFound
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
