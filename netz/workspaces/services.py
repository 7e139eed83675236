"""Writes of workspaces, members, companies, invitations and API keys."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone, translation

from netz.accounts.models import User
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.brake import Brake
from netz.core.db import enter_workspace
from netz.core.events import emit
from netz.core.ids import new_id
from netz.core.live import ACCESS_CHANGED, publish
from netz.core.permissions import ROLE_PERMISSIONS, Permission, Role
from netz.workspaces import queries
from netz.workspaces.credentials import API_KEY_START, hash_key, system_actor
from netz.workspaces.errors import (
    AlreadyMember,
    CompanyExists,
    CompanyNeeded,
    InvitationNotFound,
    LastAdmin,
    ScopeTooWide,
    WeakPassword,
    WrongPassword,
)
from netz.workspaces.models import ApiKey, Company, Invitation, Member, Workspace

INVITATION_LIFE = timedelta(days=7)
PASSWORD_BRAKE = Brake("invitation-password", attempts=5, seconds=300)


def found_workspace(*, name: str, slug: str, admin: User) -> tuple[Workspace, Actor]:
    """Creates a workspace with its first admin, inside the caller's transaction.

    The transaction is left scoped to the new workspace.
    """
    workspace = Workspace(id=new_id(), name=name, slug=slug)
    enter_workspace(workspace.id)
    workspace.save(force_insert=True)
    member = Member.objects.create(workspace=workspace, user=admin, role=Role.ADMIN)
    actor = replace(system_actor(workspace.id, member.id, admin.id), language="fr", name=admin.name)
    record(actor, "workspace.create", workspace, after={"name": name, "slug": slug})
    return workspace, actor


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
    _check_company(role, company)
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
    _check_company(Role(member.role), member.company)
    if before["role"] == Role.ADMIN and not (member.role == Role.ADMIN and member.active):
        _keep_an_admin(member)
    member.save(update_fields=["role", "company", "active"])
    after = {"role": member.role, "company_id": member.company_id, "active": member.active}
    record(actor, "member.change", member, before=before, after=after)
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[member.id])
    return member


def _check_company(role: Role, company: Company | None) -> None:
    if role.in_company and company is None:
        raise CompanyNeeded


def _keep_an_admin(leaving: Member) -> None:
    # Locking all admins makes two admins who demote each other at once wait for one another.
    admins = Member.objects.select_for_update().filter(
        workspace_id=leaving.workspace_id, role=Role.ADMIN, active=True
    )
    if all(admin.pk == leaving.pk for admin in admins.order_by("id")):
        raise LastAdmin


def invite(
    email: str, *, role: Role, company_id: UUID | None, language: str, actor: Actor
) -> tuple[Invitation, str]:
    """Invites an address; returns the invitation and its secret token, shown this once."""
    company = queries.company(actor, company_id) if company_id else None
    _check_company(role, company)
    address = email.strip().lower()
    if Member.objects.filter(workspace_id=actor.workspace_id, user__email=address).exists():
        raise AlreadyMember
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        workspace_id=actor.workspace_id,
        email=address,
        role=role,
        company=company if role.in_company else None,
        language=language,
        token_hash=hash_key(token),
        expires_at=timezone.now() + INVITATION_LIFE,
        invited_by_id=actor.member_id,
    )
    record(actor, "invitation.create", invitation, after={"email": address, "role": role})
    return invitation, token


def withdraw_invitation(invitation: Invitation, *, actor: Actor) -> None:
    """Makes the invitation's link useless."""
    invitation.revoked_at = timezone.now()
    invitation.save(update_fields=["revoked_at"])
    record(actor, "invitation.withdraw", invitation)


def find_invitation(token: str) -> tuple[Invitation, str]:
    """The open invitation behind a token, and its workspace's name; scopes the transaction to it.

    Raises `InvitationNotFound` for a token that is unknown, used, withdrawn or expired.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, workspace_id, workspace_name FROM netz_invitation(%s)", [hash_key(token)]
        )
        row = cursor.fetchone()
    if row is None:
        raise InvitationNotFound
    enter_workspace(row[1])
    # The lock makes two acceptances of one link take turns; the second finds it used.
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .filter(pk=row[0], accepted_at=None, revoked_at=None)
        .first()
    )
    if invitation is None:
        raise InvitationNotFound
    return invitation, str(row[2])


def accept_invitation(token: str, *, name: str, password: str) -> tuple[Member, str]:
    """Makes the invited person a member, with a new user unless the address is known.

    Returns the member and the workspace's name. A known user proves to be that person by the
    account's password; whoever guesses is braked by address, since several workspaces may have
    invited it. Runs in transactions of its own. Raises `InvitationNotFound`, `TooMany`,
    `WeakPassword`, `WrongPassword`, `AlreadyMember`.
    """
    with transaction.atomic():
        address = find_invitation(token)[0].email
    PASSWORD_BRAKE.count(address)
    with transaction.atomic():
        invitation, workspace = find_invitation(token)
        member = _accept(invitation, name, password)
    PASSWORD_BRAKE.forget(address)
    return member, workspace


def _accept(invitation: Invitation, name: str, password: str) -> Member:
    user = _invited_user(invitation, name, password)
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    inviter = system_actor(
        invitation.workspace_id, invitation.invited_by_id or invitation.id, user.id
    )
    return add_member(user, role=Role(invitation.role), company=invitation.company, actor=inviter)


def _invited_user(invitation: Invitation, name: str, password: str) -> User:
    known = User.objects.filter(email=invitation.email).first()
    if known is None:
        try:
            with transaction.atomic():
                return _new_user(invitation, name, password)
        except IntegrityError:
            # Another workspace's invitation of this address was accepted at the same moment.
            known = User.objects.get(email=invitation.email)
    if not known.check_password(password):
        raise WrongPassword
    return known


def _new_user(invitation: Invitation, name: str, password: str) -> User:
    candidate = User(email=invitation.email, name=name, language=invitation.language)
    try:
        with translation.override(invitation.language):
            validate_password(password, candidate)
    except ValidationError as error:
        raise WeakPassword(reason=" ".join(error.messages)) from error
    return User.objects.create_user(
        invitation.email, password, name=name, language=invitation.language
    )


def create_api_key(
    name: str,
    *,
    scopes: Sequence[Permission] | None,
    expires_at: datetime | None,
    actor: Actor,
) -> tuple[ApiKey, str]:
    """A key that acts as the actor's member; returns it with the secret, shown this once.

    Without `scopes` it may do all that the actor may. Raises `ScopeTooWide`.
    """
    granted = actor.permissions & ROLE_PERMISSIONS[actor.role]
    wanted = sorted(granted if scopes is None else set(scopes))
    for scope in wanted:
        if scope not in granted:
            raise ScopeTooWide(scope=scope.value)
    prefix = secrets.token_hex(4)
    secret = f"{API_KEY_START}{prefix}_{secrets.token_urlsafe(32)}"
    key = ApiKey.objects.create(
        workspace_id=actor.workspace_id,
        member_id=actor.member_id,
        name=name,
        prefix=f"{API_KEY_START}{prefix}",
        key_hash=hash_key(secret),
        scopes=[scope.value for scope in wanted],
        expires_at=expires_at,
    )
    record(actor, "apikey.create", key, after={"name": name, "scopes": key.scopes})
    return key, secret


def revoke_api_key(key: ApiKey, *, actor: Actor) -> None:
    """Ends the key at once."""
    key.revoked_at = timezone.now()
    key.save(update_fields=["revoked_at"])
    record(actor, "apikey.revoke", key, before={"name": key.name})
    publish(actor.workspace_id, ACCESS_CHANGED, {}, members=[key.member_id])


def change_profile(
    *, name: str | None, language: str | None, theme: str | None, actor: Actor
) -> User:
    """Changes the actor's own name, language and theme."""
    user = User.objects.get(pk=actor.user_id)
    changes = {
        k: v for k, v in (("name", name), ("language", language), ("theme", theme)) if v is not None
    }
    before = {field: getattr(user, field) for field in changes}
    if name is not None:
        user.name = name
    if language is not None:
        user.language = language
    if theme is not None:
        user.theme = theme
    if changes:
        user.save(update_fields=[*changes])
        record(actor, "profile.change", user, before=before, after=changes)
    return user
