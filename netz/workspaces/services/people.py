"""Writes of members and client companies."""

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
    LastAdmin,
)
from netz.workspaces.models import Company, Member


def add_company(name: str, *, actor: Actor) -> Company:
    """A new client company. Raises `CompanyExists`."""
    try:
        with transaction.atomic():
            company = Company.objects.create(workspace_id=actor.workspace_id, name=name)
    except IntegrityError as error:
        raise CompanyExists from error
    record(actor, "company.create", company, after={"name": name})
    return company


def add_member(user: User, *, role: Role, company: Company | None, actor: Actor) -> Member:
    """Makes a known user a member. Raises `AlreadyMember`, `CompanyNeeded`."""
    check_company(role, company)
    try:
        with transaction.atomic():
            member = Member.objects.create(
                workspace_id=actor.workspace_id, user=user, role=role, company=company
            )
    except IntegrityError as error:
        raise AlreadyMember from error
    record(actor, "member.create", member, after={"email": user.email, "role": role})
    emit(actor.workspace_id, "member.added", {"member_id": str(member.id)}, member_id=member.id)
    return member


def change_member(
    member: Member,
    *,
    role: Role | None,
    company_id: UUID | None,
    company_given: bool,
    active: bool | None,
    actor: Actor,
) -> Member:
    """Changes role, company or activity. Raises `LastAdmin`, `CompanyNeeded`, `CompanyNotFound`."""
    before = {"role": member.role, "company_id": member.company_id, "active": member.active}
    if role is not None:
        member.role = role
    if company_given:
        member.company = queries.company(actor, company_id) if company_id else None
    if active is not None:
        member.active = active
    if not Role(member.role).in_company:
        member.company = None
    check_company(Role(member.role), member.company)
    if before["role"] == Role.ADMIN and not (member.role == Role.ADMIN and member.active):
        _keep_an_admin(member)
    member.save(update_fields=["role", "company", "active"])
    after = {"role": member.role, "company_id": member.company_id, "active": member.active}
    record(actor, "member.change", member, before=before, after=after)
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[member.id])
    return member


def check_company(role: Role, company: Company | None) -> None:
    """Raises `CompanyNeeded` for a client's person without a company."""
    if role.in_company and company is None:
        raise CompanyNeeded


def _keep_an_admin(leaving: Member) -> None:
    # Locking all admins makes two admins who demote each other at once wait for one another.
    admins = Member.objects.select_for_update().filter(
        workspace_id=leaving.workspace_id, role=Role.ADMIN, active=True
    )
    if all(admin.pk == leaving.pk for admin in admins.order_by("id")):
        raise LastAdmin
