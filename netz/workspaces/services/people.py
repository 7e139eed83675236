"""Writes of members and client companies."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction

from netz.accounts.models import User
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.events import emit
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Role
from netz.workspaces import queries
from netz.workspaces.errors import (
    AlreadyMember,
    CompanyExists,
    CompanyNeeded,
)
from netz.workspaces.models import Company, CustomRole, Member
from netz.workspaces.queries.closing import refuse_newcomers
from netz.workspaces.services.enforcement import keep_a_way_in
from netz.workspaces.services.granting import (
    GrantSpec,
    check_below,
    check_place,
    set_limits,
)


def add_company(name: str, *, actor: Actor) -> Company:
    """A new client company. Raises `CompanyExists`."""
    try:
        with transaction.atomic():
            company = Company.objects.create(workspace_id=actor.workspace_id, name=name)
    except IntegrityError as error:
        raise CompanyExists from error
    record(actor, "company.create", company, after={"name": name})
    return company


def add_member(
    user: User,
    *,
    role: Role,
    company: Company | None,
    actor: Actor,
    custom_role: CustomRole | None = None,
) -> Member:
    """Makes a known user a member. Raises `AlreadyMember`, `CompanyNeeded`, `GrantTooWide`,
    `WorkspaceCloses`."""
    refuse_newcomers(actor.workspace_id)
    check_company(role, company)
    check_place(role, custom_role, company, actor=actor)
    try:
        with transaction.atomic():
            member = Member.objects.create(
                workspace_id=actor.workspace_id,
                user=user,
                role=role,
                custom_role=custom_role,
                company=company,
            )
    except IntegrityError as error:
        raise AlreadyMember from error
    record(actor, "member.create", member, after={"email": user.email, **place_of(member)})
    emit(actor.workspace_id, "member.added", {"member_id": str(member.id)}, member_id=member.id)
    return member


@dataclass(frozen=True, slots=True)
class MemberEdit:
    """What is to change of a member; None stays, but for a custom role and a company when given."""

    role: Role | None = None
    custom_role_id: UUID | None = None
    custom_role_given: bool = False
    company_id: UUID | None = None
    company_given: bool = False
    active: bool | None = None
    limited: bool | None = None
    grants: Sequence[GrantSpec] | None = None


def change_member(
    member: Member,
    *,
    role: Role | None,
    company_id: UUID | None,
    company_given: bool,
    active: bool | None,
    actor: Actor,
) -> Member:
    """Changes role, company or activity; see `edit_member`."""
    edit = MemberEdit(role=role, company_id=company_id, company_given=company_given, active=active)
    return edit_member(member, edit, actor=actor)


def edit_member(member: Member, edit: MemberEdit, *, actor: Actor) -> Member:
    """Changes a member's place and limits; works at once, for open streams too.

    Raises `MemberAbove`, `GrantTooWide`, `LastAdmin`, `LastBreakGlass`, `CompanyNeeded`,
    `CompanyNotFound`, `RoleNotFound`, `LimitNeedsAgent`.
    """
    check_below(member, actor=actor)
    before, was_admin = place_of(member), member.role == Role.ADMIN
    _place(member, edit, actor)
    if edit.active is not None:
        member.active = edit.active
    after = place_of(member)
    if after != before and member.active:
        check_place(Role(member.role), member.custom_role, member.company, actor=actor)
    if was_admin and not (member.role == Role.ADMIN and member.active):
        keep_a_way_in(member.workspace_id, {member.pk})
    limits = set_limits(member, limited=edit.limited, grants=edit.grants, actor=actor)
    member.save(update_fields=["role", "custom_role", "company", "active", "limited_to_companies"])
    record(
        actor,
        "member.change",
        member,
        before=before | limits.before,
        after=after | limits.after,
    )
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[member.id])
    return member


def place_of(member: Member) -> dict[str, object]:
    """Where a member stands, for the trail."""
    return {
        "role": member.role,
        "custom_role_id": member.custom_role_id,
        "company_id": member.company_id,
        "active": member.active,
    }


def _place(member: Member, edit: MemberEdit, actor: Actor) -> None:
    if edit.role is not None:
        member.role = edit.role
    if edit.custom_role_given:
        chosen = queries.custom_role(actor, edit.custom_role_id) if edit.custom_role_id else None
        member.custom_role = chosen
        member.role = chosen.base if chosen else member.role
    elif member.custom_role and member.custom_role.base != member.role:
        member.custom_role = None
    if edit.company_given:
        member.company = queries.company(actor, edit.company_id) if edit.company_id else None
    if not Role(member.role).in_company:
        member.company = None
    check_company(Role(member.role), member.company)


def check_company(role: Role, company: Company | None) -> None:
    """Raises `CompanyNeeded` for a client's person without a company."""
    if role.in_company and company is None:
        raise CompanyNeeded
