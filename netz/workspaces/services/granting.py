"""Who may give what: nobody gives a permission that they don't hold, or changes who holds more."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from netz.core.actor import Actor
from netz.core.permissions import Permission, Role, permissions_of
from netz.workspaces import queries
from netz.workspaces.access_errors import CompanyLimits, GrantTooWide, LimitNeedsAgent, MemberAbove
from netz.workspaces.models import Company, CompanyGrant, CustomRole, Member
from netz.workspaces.queries.access import held_by


@dataclass(frozen=True, slots=True)
class GrantSpec:
    """A company that a limited member is to act for; `permissions` None means the role's own."""

    company_id: UUID
    permissions: frozenset[Permission] | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """A member's limits before and after a change, for the trail."""

    before: dict[str, object] = field(default_factory=dict)
    after: dict[str, object] = field(default_factory=dict)


def check_grantable(held: frozenset[Permission], *, actor: Actor) -> None:
    """Raises `GrantTooWide` for a permission that the actor does not hold.

    A directory was entrusted by an admin with placing members, and holds nothing else.
    """
    missing = held - actor.permissions
    if missing and not actor.may(Permission.DIRECTORY_PROVISION):
        raise GrantTooWide(permission=sorted(missing)[0].value)


def check_place(
    role: Role, custom_role: CustomRole | None, company: Company | None, *, actor: Actor
) -> None:
    """Raises `GrantTooWide` or `CompanyLimits` for a place that the actor may not give."""
    check_grantable(
        permissions_of(role, custom_role.permissions if custom_role else None), actor=actor
    )
    companies = actor.companies(Permission.MEMBERS_MANAGE)
    if companies is not None and (company is None or company.id not in companies):
        raise CompanyLimits


def check_below(member: Member, *, actor: Actor) -> None:
    """Raises `MemberAbove` for a member who holds what the actor doesn't.

    Who acts for some companies alone stands above those companies' people, and nobody else.
    """
    companies = actor.companies(Permission.MEMBERS_MANAGE)
    if companies is not None and member.company_id not in companies:
        raise MemberAbove
    standing = actor.permissions if actor.standing is None else actor.standing
    if not held_by(member) <= standing:
        raise MemberAbove


def set_limits(
    member: Member, *, limited: bool | None, grants: Sequence[GrantSpec] | None, actor: Actor
) -> Limits:
    """Limits an agent to some companies, or lifts that; the caller saves the member.

    Raises `LimitNeedsAgent`, `CompanyNotFound`.
    """
    if member.role != Role.AGENT:
        if limited or grants:
            raise LimitNeedsAgent
        limited = False
    wanted = member.limited_to_companies if limited is None else limited
    if wanted == member.limited_to_companies and grants is None:
        return Limits()
    rows = CompanyGrant.objects.filter(workspace_id=actor.workspace_id, member=member)
    before = _described(member.limited_to_companies, list(rows))
    if grants is not None or not wanted:
        rows.delete()
        CompanyGrant.objects.bulk_create(
            CompanyGrant(
                workspace_id=actor.workspace_id,
                member=member,
                company=queries.company(actor, company_id),
                permissions=None if names is None else sorted(names),
            )
            for company_id, names in (
                {one.company_id: one.permissions for one in grants} if wanted and grants else {}
            ).items()
        )
    member.limited_to_companies = wanted
    return Limits(before, _described(wanted, list(rows.all())))


def _described(limited: bool, rows: list[CompanyGrant]) -> dict[str, object]:
    grants = {str(row.company_id): row.permissions for row in rows}
    return {"limited_to_companies": limited, "grants": [*grants.items()]}
