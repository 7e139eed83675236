"""Endpoints of the security policy."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Request
from pydantic import Field

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission, Role
from netz.sso.queries import verified_domains
from netz.workspaces.credentials import methods_of
from netz.workspaces.queries import PolicyRow
from netz.workspaces.queries.policy import (
    company_domains,
    policy_of,
    unready,
    without_factor,
)
from netz.workspaces.services.policy import PolicySpec, set_policy

router = Router(tags=["policy"])

Method = Literal["password", "code", "passkey", "google", "microsoft"]
Registration = Literal["invitation", "domain", "open"]


class UnreadyOut(Output):
    """An active member without a second factor, and until when one is due under the policy."""

    id: UUID
    name: str
    email: str
    role: Role
    due_at: datetime | None


class PolicyOut(Output):
    """The policy, what may be chosen for it, and who would not meet it.

    `methods` empty means that all are accepted. `unready` names the first hundred people without
    a second factor, `unready_count` counts them all by role. `mfa_starts` is when each role was
    first asked for one.
    """

    registration: Registration
    registration_domains: list[str]
    registration_company_id: UUID | None
    methods: list[Method]
    mfa_roles: list[Role]
    mfa_grace_days: int
    mfa_starts: dict[Role, datetime]
    session_hours: int | None
    sso_enforced: bool
    known_domains: list[str]
    own_methods: list[str] | None
    unready: list[UnreadyOut]
    unready_count: dict[Role, int]


class PolicyIn(Input):
    """The whole policy; whether single sign-on is enforced is set with single sign-on."""

    registration: Registration
    registration_domains: list[Annotated[str, Field(max_length=260)]] = Field(
        default_factory=list, max_length=50
    )
    registration_company_id: UUID | None = None
    methods: list[Method] = Field(default_factory=list, max_length=5)
    mfa_roles: list[Role] = Field(default_factory=list, max_length=4)
    mfa_grace_days: int = Field(14, ge=0, le=90)
    session_hours: int | None = Field(None, ge=1, le=2160)


@router.get("/security-policy", permission=Permission.SECURITY_MANAGE)
def read_policy(actor: Actor, request: Request) -> PolicyOut:
    """How people come into the workspace and must sign in, and who is not ready for more."""
    return _shown(policy_of(actor.workspace_id), actor, request)


@router.put("/security-policy", permission=Permission.SECURITY_MANAGE, step_up=True)
def change_policy(actor: Actor, request: Request, body: PolicyIn) -> PolicyOut:
    """Sets the policy; it holds at once, for sessions that are open too."""
    policy = set_policy(
        PolicySpec(**dict(body)),
        verified_domains=verified_domains(actor),
        used_methods=methods_of(request, actor),
        actor=actor,
    )
    return _shown(policy, actor, request)


def _shown(policy: PolicyRow, actor: Actor, request: Request) -> PolicyOut:
    counts = dict.fromkeys(Role, 0)
    for role in without_factor(actor.workspace_id).values_list("role", flat=True):
        counts[Role(role)] += 1
    return PolicyOut(
        registration=policy.registration,
        registration_domains=policy.registration_domains,
        registration_company_id=policy.registration_company_id,
        methods=policy.methods,
        mfa_roles=policy.mfa_roles,
        mfa_grace_days=policy.mfa_grace_days,
        mfa_starts=policy.mfa_starts,
        session_hours=policy.session_hours,
        sso_enforced=policy.sso_enforced,
        known_domains=sorted({*company_domains(actor), *verified_domains(actor)}),
        own_methods=methods_of(request, actor),
        unready=[
            UnreadyOut(
                id=one.member.id,
                name=one.member.user.name,
                email=one.member.user.email,
                role=Role(one.member.role),
                due_at=one.due_at,
            )
            for one in unready(actor, policy)
        ],
        unready_count=counts,
    )
