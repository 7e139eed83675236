"""Setting how people come into the workspace and how they must sign in."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import Permission, Role
from netz.workspaces import queries
from netz.workspaces.domains import PUBLIC_PROVIDERS, normal_domain
from netz.workspaces.models import SecurityPolicy
from netz.workspaces.policy_errors import (
    DomainMalformed,
    DomainNotOwn,
    DomainPublic,
    LocksYouOut,
    RegistrationNeedsCompany,
    RegistrationNeedsDomain,
)
from netz.workspaces.queries.policy import company_domains

METHODS = ("password", "code", "passkey", "google", "microsoft")


@dataclass(frozen=True, slots=True)
class PolicySpec:
    """A policy as an admin wants it. No methods at all means every one is accepted."""

    registration: str
    registration_domains: Sequence[str]
    registration_company_id: UUID | None
    methods: Sequence[str]
    mfa_roles: Sequence[Role]
    mfa_grace_days: int
    session_hours: int | None


def set_policy(
    spec: PolicySpec,
    *,
    verified_domains: Collection[str],
    used_methods: Collection[str] | None,
    actor: Actor,
) -> SecurityPolicy:
    """Stores the policy; it holds from the next request on, for open streams too.

    `verified_domains` are those that the workspace has proved by DNS, `used_methods` the ways in
    which the actor signed in (None for a machine). Raises `DomainMalformed`, `DomainPublic`,
    `DomainNotOwn`, `RegistrationNeedsDomain`, `RegistrationNeedsCompany`, `CompanyNotFound` and
    `LocksYouOut`, and then nothing has changed.
    """
    domains = _checked_domains(spec, verified_domains, actor)
    if used_methods is not None and spec.methods and not set(used_methods) & set(spec.methods):
        raise LocksYouOut
    SecurityPolicy.objects.get_or_create(workspace_id=actor.workspace_id)
    policy = SecurityPolicy.objects.select_for_update().get(workspace_id=actor.workspace_id)
    before = facts_of(policy)
    _ask_for_factors(policy, spec)
    policy.registration = spec.registration
    policy.registration_domains = domains
    policy.registration_company_id = spec.registration_company_id
    policy.methods = [method for method in METHODS if method in spec.methods]
    policy.session_hours = spec.session_hours
    policy.save()
    record(actor, "policy.change", policy, before=before, after=facts_of(policy))
    # Everybody's open streams look again whether they may go on.
    publish(actor.workspace_id, ACCESS_CHANGED, {}, permission=Permission.STREAM)
    return policy


def facts_of(policy: SecurityPolicy) -> dict[str, Any]:
    """The policy as the trail tells it."""
    spec = PolicySpec(
        policy.registration,
        policy.registration_domains,
        policy.registration_company_id,
        policy.methods,
        policy.mfa_roles,
        policy.mfa_grace_days,
        policy.session_hours,
    )
    return asdict(spec)


def own_domain(text: str) -> str:
    """A domain that may stand for a company. Raises `DomainMalformed`, `DomainPublic`."""
    name = normal_domain(text)
    if name is None:
        raise DomainMalformed(domain=text.strip()[:80])
    if name in PUBLIC_PROVIDERS:
        raise DomainPublic(domain=name)
    return name


def _checked_domains(spec: PolicySpec, verified: Collection[str], actor: Actor) -> list[str]:
    if spec.registration_company_id is not None:
        queries.company(actor, spec.registration_company_id)
    domains = sorted({own_domain(text) for text in spec.registration_domains})
    held = company_domains(actor)
    for name in domains:
        if name not in held and name not in verified:
            raise DomainNotOwn(domain=name)
    if spec.registration == "domain" and not domains:
        raise RegistrationNeedsDomain
    placed = spec.registration == "domain" and all(name in held for name in domains)
    if spec.registration != "invitation" and spec.registration_company_id is None and not placed:
        raise RegistrationNeedsCompany
    return domains


def _ask_for_factors(policy: SecurityPolicy, spec: PolicySpec) -> None:
    """A role that is asked for a factor for the first time gets the days of grace from now on;
    those that were asked before get no further ones."""
    wanted = [role.value for role in Role if role in spec.mfa_roles]
    now = timezone.now().isoformat()
    policy.mfa_starts = {role: policy.mfa_starts.get(role, now) for role in wanted}
    policy.mfa_roles = wanted
    policy.mfa_grace_days = spec.mfa_grace_days
