"""Whom an identity provider's word lets in, as which member and in which role.

The rules: an account is linked to (connection, subject), which lives inside one workspace. An
address makes a link only where the workspace has proved that the address's domain is its own, and
never to somebody who is already linked to another subject. A refusal leaves nothing behind.
"""

from dataclasses import dataclass
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.db import IntegrityError, connection, transaction
from django.utils.translation import get_language

from netz.accounts.models import User
from netz.accounts.services import take_unproved
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.permissions import Role
from netz.sso.claims import Claims
from netz.sso.models import Connection, Domain
from netz.sso.refusals import Refused
from netz.workspaces.closing_errors import WorkspaceCloses
from netz.workspaces.credentials import system_actor
from netz.workspaces.errors import CompanyNeeded
from netz.workspaces.services.directory import (
    Place,
    company_of_domain,
    find_company,
    find_custom_role,
    find_member,
    place_member,
    provision_member,
)

LONGEST_SUBJECT = 191


@dataclass(frozen=True, slots=True)
class Admission:
    """Who came in, and what was made or changed for it."""

    user: User
    member_id: UUID
    role: str
    new_user: bool = False
    new_member: bool = False
    new_link: bool = False
    # False where the provider's groups would have taken the last or an emergency admin's role.
    role_followed: bool = True


def admit(sso: Connection, claims: Claims) -> Admission:
    """Lets the person in, inside the caller's transaction in the workspace. Raises `Refused`."""
    _check_claims(sso, claims)
    _take_turns(f"{sso.workspace_id}:{claims.email or claims.subject}")
    link = SocialAccount.objects.filter(provider=str(sso.id), uid=claims.subject).first()
    user = User.objects.get(pk=link.user_id) if link else _user_at(sso, claims)
    known = user is not None
    if user is None:
        if not sso.jit:
            raise Refused("not_a_member", claims.email)
        user = _new_user(claims)
    member = find_member(sso.workspace_id, user)
    if not user.is_active or (member is not None and not member.active):
        raise Refused("member_inactive", user.email)
    new_member, followed = member is None, True
    place = _place(sso, claims, new=new_member)
    try:
        if member is None:
            if not sso.jit or place is None:
                raise Refused("not_a_member", user.email)
            member = provision_member(user, place, source="sso", actor=_as(sso, sso.id, user))
        elif place is not None:
            followed = place_member(member, place, actor=_as(sso, member.id, user))
    except CompanyNeeded as error:
        raise Refused("company_needed", user.email) from error
    except WorkspaceCloses as error:
        raise Refused("workspace_closes", user.email) from error
    if link is None:
        link = SocialAccount.objects.create(user=user, provider=str(sso.id), uid=claims.subject)
        after = {"user_id": user.id, "subject": claims.subject}
        record(_as(sso, member.id, user), "sso.link", sso, after=after)
        new_link = True
    else:
        new_link = False
    return Admission(
        user, member.id, member.role, not known, new_member, new_link, role_followed=followed
    )


def _check_claims(sso: Connection, claims: Claims) -> None:
    if not claims.subject or len(claims.subject) > LONGEST_SUBJECT:
        raise Refused("no_subject", claims.subject)
    if not claims.email:
        return
    if claims.email_verified is False:
        raise Refused("email_unverified", claims.email)
    held = Domain.objects.filter(
        workspace_id=sso.workspace_id, name=claims.domain, verified_at__isnull=False
    ).first()
    if held is None or held.connection_id not in (None, sso.id):
        raise Refused("domain_unverified", claims.email)


def _user_at(sso: Connection, claims: Claims) -> User | None:
    """The account at the address, whose domain is the workspace's; None where there is none."""
    if not claims.email:
        raise Refused("no_email", claims.subject)
    # Somebody may have registered the address first, with a password of theirs: it is not theirs.
    take_unproved(claims.email)
    user = User.objects.filter(email=claims.email).first()
    if user is None:
        return None
    if not EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists():
        raise Refused("email_unverified", claims.email)
    if SocialAccount.objects.filter(provider=str(sso.id), user=user).exists():
        # The provider knows two people by one address: it was given to somebody else meanwhile.
        raise Refused("subject_changed", claims.email)
    return user


def _new_user(claims: Claims) -> User:
    language = "en" if (get_language() or "").startswith("en") else "fr"
    try:
        with transaction.atomic():
            return User.objects.create_user(claims.email, None, name=claims.name, language=language)
    except IntegrityError:
        # Another workspace's invitation of this address was accepted at the same moment.
        return User.objects.get(email=claims.email)


def _place(sso: Connection, claims: Claims, *, new: bool) -> Place | None:
    """Where the groups put the person; None leaves a member where they are."""
    company = sso.default_company or company_of_domain(sso.workspace_id, claims.domain)
    usual = Place(Role(sso.default_role), sso.default_custom_role, company)
    if not sso.mapping or claims.groups is None:
        return usual if new else None
    for rule in sso.mapping:
        if rule["group"] not in claims.groups:
            continue
        custom = rule.get("custom_role_id")
        role = find_custom_role(sso.workspace_id, UUID(custom)) if custom else None
        if custom and role is None:
            continue  # the role was deleted since: the rule means nothing any more
        there = rule.get("company_id")
        own = find_company(sso.workspace_id, UUID(there)) if there else None
        return Place(Role(role.base if role else rule["role"]), role, own or company)
    return usual


def _as(sso: Connection, member_id: UUID, user: User) -> Actor:
    return system_actor(sso.workspace_id, member_id, user.id)


def _take_turns(person: str) -> None:
    """Two first sign-ins of one person at once wait for one another."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('netz.sso:' || %s, 0))", [person]
        )
