"""A signed-in person joins a workspace by themselves, where its policy lets their address in."""

import json
from dataclasses import dataclass
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import connection, transaction
from starlette.requests import HTTPConnection

from netz.accounts.errors import SsoSession
from netz.accounts.mail import send
from netz.accounts.models import User
from netz.audit.services import record
from netz.core.db import enter_workspace
from netz.core.errors import Unauthenticated
from netz.core.events import emit
from netz.core.permissions import Role
from netz.workspaces import queries
from netz.workspaces.credentials import (
    SSO_SESSION_KEY,
    WORKSPACE_SESSION_KEY,
    authenticate,
    session_of,
    system_actor,
    user_of,
)
from netz.workspaces.domains import domain_of
from netz.workspaces.errors import AlreadyMember
from netz.workspaces.models import Company, Member, SecurityPolicy
from netz.workspaces.policy_errors import AddressUnverified, MembershipEnded, NotOffered
from netz.workspaces.services.directory import company_of_domain
from netz.workspaces.services.people import add_member


@dataclass(frozen=True, slots=True)
class Offer:
    """A workspace that an address in `domain` may join."""

    workspace_id: UUID
    workspace: str
    name: str
    domain: str


def offers_to(request: HTTPConnection, slug: str = "") -> list[Offer]:
    """What the person's verified addresses open. Raises `Unauthenticated`, `SessionNeeded`."""
    with transaction.atomic():
        user = user_of(session_of(request))
        return _offers(_domains(user), slug) if user else []


def _domains(user: User) -> list[str]:
    """The domains of the addresses that the person has proved."""
    rows = EmailAddress.objects.filter(user=user, verified=True).order_by("-primary", "email")
    return [domain_of(row.email) for row in rows]


def _offers(domains: list[str], slug: str) -> list[Offer]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT workspace_id, slug, workspace_name, domain FROM netz_offers(%s, %s)",
            [json.dumps(domains), slug],
        )
        return [Offer(*row) for row in cursor.fetchall()]


def join(request: HTTPConnection, slug: str) -> tuple[Member, str]:
    """Makes the person a guest of the workspace and opens it with this sign-in.

    Whoever is a member already stays what they are. Returns the membership and the workspace's
    name. Raises `Unauthenticated`, `SessionNeeded`, `SsoSession`, `AddressUnverified`,
    `NotOffered`, `MembershipEnded`,
    and what the workspace's policy still asks for.
    """
    with transaction.atomic():
        session = session_of(request)
        if session.get(SSO_SESSION_KEY):
            raise SsoSession
        user = user_of(session)
        if user is None:
            raise Unauthenticated
        member, workspace = _known(user, slug) or _newcomer(user, slug)
        session[WORKSPACE_SESSION_KEY] = str(member.workspace_id)
        session.save()
        # Policy is asked here too: a way in that it refuses does not make a member either.
        actor = authenticate(request)
        assert actor is not None
        record(actor, "workspace.open")
        return member, workspace


def _known(user: User, slug: str) -> tuple[Member, str] | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, name FROM netz_membership(%s, %s)", [user.pk, slug])
        row = cursor.fetchone()
    if row is None:
        return None
    enter_workspace(row[0])
    member = Member.objects.select_related("company").get(workspace_id=row[0], user=user)
    if not member.active:
        raise MembershipEnded
    return member, str(row[1])


def _newcomer(user: User, slug: str) -> tuple[Member, str]:
    domains = _domains(user)
    if not domains:
        raise AddressUnverified
    offer = next((one for one in _offers(domains, slug) if one.workspace == slug), None)
    if offer is None:
        raise NotOffered
    enter_workspace(offer.workspace_id)
    company = _company(offer)
    # What the newcomer does to the workspace's trail, they do as the workspace's policy says.
    actor = system_actor(offer.workspace_id, offer.workspace_id, user.pk)
    try:
        member = add_member(user, role=Role.GUEST, company=company, actor=actor)
    except AlreadyMember:  # by the same click, twice
        return Member.objects.select_related("company").get(
            workspace_id=offer.workspace_id, user=user
        ), offer.name
    member.source = "joined"
    member.save(update_fields=["source"])
    _tell_admins(member, company, offer)
    return member, offer.name


def _company(offer: Offer) -> Company:
    """The company of the address's domain, else the one that takes everybody else.

    The policy is read again under a lock: an admin who closes registration at this moment is
    either before or after it.
    """
    policy = (
        SecurityPolicy.objects.select_for_update(of=("self",))
        .filter(workspace_id=offer.workspace_id)
        .select_related("registration_company")
        .first()
    )
    found = company_of_domain(offer.workspace_id, offer.domain)
    if policy is None or not _lets_in(policy, offer.domain):
        raise NotOffered
    company = found or policy.registration_company
    if company is None:
        raise NotOffered
    return company


def _lets_in(policy: SecurityPolicy, domain: str) -> bool:
    return policy.registration == "open" or (
        policy.registration == "domain" and domain in policy.registration_domains
    )


def _tell_admins(member: Member, company: Company, offer: Offer) -> None:
    emit(offer.workspace_id, "member.joined", {"member_id": str(member.id)}, member_id=member.id)
    for admin in queries.staff_of(offer.workspace_id, (Role.ADMIN,)):
        send(
            admin.user.email,
            "workspaces/mail/joined",
            admin.user.language,
            name=member.user.name or member.user.email,
            email=member.user.email,
            company=company.name,
            workspace=offer.name,
        )
