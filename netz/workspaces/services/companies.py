"""Changing and removing client companies."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.workspaces import queries
from netz.workspaces.errors import CompanyExists
from netz.workspaces.models import Company, Invitation, Member
from netz.workspaces.policy_errors import CompanyInUse, DomainTaken
from netz.workspaces.queries.policy import company_domains
from netz.workspaces.services.policy import own_domain


def change_company(
    company: Company, *, name: str | None, domains: Sequence[str] | None, actor: Actor
) -> Company:
    """Renames the company, or says which e-mail domains are its own.

    Raises `CompanyExists`, `DomainMalformed`, `DomainPublic`, `DomainTaken`.
    """
    before = {"name": company.name, "domains": company.domains}
    if domains is not None:
        company.domains = _free_domains(company, domains, actor)
    company.name = company.name if name is None else name
    try:
        with transaction.atomic():
            company.save(update_fields=["name", "domains"])
    except IntegrityError as error:
        raise CompanyExists from error
    after = {"name": company.name, "domains": company.domains}
    record(actor, "company.change", company, before=before, after=after)
    return company


def _free_domains(company: Company, domains: Sequence[str], actor: Actor) -> list[str]:
    # All companies are locked: two admins who give two companies one domain take turns.
    list(Company.objects.select_for_update().filter(workspace_id=actor.workspace_id).order_by("id"))
    wanted = sorted({own_domain(text) for text in domains})
    held = company_domains(actor)
    for name in wanted:
        if name in held and held[name].id != company.id:
            raise DomainTaken(domain=name, company=held[name].name)
    return wanted


def delete_company(
    company: Company, *, move_to: UUID | None, documents: int, connections: int, actor: Actor
) -> None:
    """Removes the company; its people move to `move_to`, its open invitations end.

    `documents` and `connections` are what else is set up for it: both must be none. Raises
    `CompanyInUse`, `CompanyNotFound`.
    """
    members = Member.objects.filter(workspace_id=actor.workspace_id, company=company)
    target = queries.company(actor, move_to) if move_to else None
    stuck: dict[str, Any] = {
        "members": members.count(),
        "documents": documents,
        "connections": connections,
    }
    if target == company or documents or connections or (stuck["members"] and target is None):
        raise CompanyInUse(**stuck)
    moved = list(members.values_list("id", flat=True))
    members.update(company=target)
    Invitation.objects.filter(workspace_id=actor.workspace_id, company=company).delete()
    before = {"name": company.name, "domains": company.domains}
    record(actor, "company.delete", company, before=before, after={"moved": len(moved)})
    try:
        with transaction.atomic():
            company.delete()
    except (ProtectedError, IntegrityError) as error:
        raise CompanyInUse(**stuck) from error
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=moved)
