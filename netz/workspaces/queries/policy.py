"""Reads of the security policy: what holds, and who does not yet meet it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, OuterRef, QuerySet

from netz.accounts.mfa import FACTORS
from netz.core.actor import Actor
from netz.workspaces.models import Company, Member, SecurityPolicy

# How many people without a second factor are named; more are counted.
NAMED = 100


@dataclass(frozen=True, slots=True)
class Unready:
    """An active member without a second factor; `due_at` once the policy asks for one."""

    member: Member
    due_at: datetime | None


def policy_of(workspace_id: UUID) -> SecurityPolicy:
    """The workspace's policy, or the defaults, which are not stored."""
    found = SecurityPolicy.objects.filter(workspace_id=workspace_id).first()
    return found or SecurityPolicy(workspace_id=workspace_id)


def without_factor(workspace_id: UUID) -> QuerySet[Member]:
    """Active members who have no second factor."""
    factors = Authenticator.objects.filter(user_id=OuterRef("user_id"), type__in=FACTORS)
    return Member.objects.filter(
        ~Exists(factors), workspace_id=workspace_id, active=True, user__is_active=True
    )


def unready(actor: Actor, policy: SecurityPolicy) -> list[Unready]:
    """The first members without a second factor, and until when each has time."""
    rows = without_factor(actor.workspace_id).select_related("user").order_by("role", "id")
    return [Unready(member, due_at(member, policy)) for member in rows[:NAMED]]


def due_at(member: Member, policy: SecurityPolicy) -> datetime | None:
    """When the member must have a second factor; None while the policy does not ask."""
    if member.role not in policy.mfa_roles:
        return None
    asked = policy.mfa_starts.get(member.role)
    start = datetime.fromisoformat(asked) if asked else member.created_at
    return max(start, member.created_at) + timedelta(days=policy.mfa_grace_days)


def own_due_at(member: Member, actor: Actor) -> datetime | None:
    """When the signed-in member will need a second factor; None with one, or when none is asked.

    An identity provider that vouches for the session asks for factors itself.
    """
    if actor.vouched_by == actor.workspace_id or actor.credential not in ("session", "jwt"):
        return None
    if not without_factor(actor.workspace_id).filter(pk=member.pk).exists():
        return None
    return due_at(member, policy_of(actor.workspace_id))


def company_domains(actor: Actor) -> dict[str, Company]:
    """The client company behind each domain that one has."""
    rows = Company.objects.filter(workspace_id=actor.workspace_id).order_by("created_at")
    return {name: company for company in rows for name in company.domains}


def people_by_company(actor: Actor) -> dict[UUID, int]:
    """How many active members each company has."""
    rows = Member.objects.filter(
        workspace_id=actor.workspace_id, active=True, company__isnull=False
    ).order_by()
    return dict(rows.values_list("company_id").annotate(Count("id")))
