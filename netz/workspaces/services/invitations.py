"""Inviting a person, and what becomes of an invitation."""

import secrets
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone, translation

from netz.accounts.mail import send
from netz.accounts.models import User
from netz.accounts.services import take_unproved
from netz.audit.services import record
from netz.core.actor import Actor
from netz.core.brake import Brake
from netz.core.db import enter_workspace
from netz.core.permissions import Role
from netz.workspaces import queries
from netz.workspaces.credentials import hash_key, system_actor
from netz.workspaces.errors import (
    AlreadyMember,
    InvitationNotFound,
    WeakPassword,
    WrongPassword,
)
from netz.workspaces.models import Invitation, Member
from netz.workspaces.queries.branding import sender_of
from netz.workspaces.queries.closing import refuse_newcomers
from netz.workspaces.services.granting import check_place
from netz.workspaces.services.people import add_member, check_company

INVITATION_LIFE = timedelta(days=7)
PASSWORD_BRAKE = Brake("invitation-password", attempts=5, seconds=300)


def invite(
    email: str,
    *,
    role: Role,
    company_id: UUID | None,
    language: str,
    actor: Actor,
    custom_role_id: UUID | None = None,
) -> tuple[Invitation, str]:
    """Invites an address; returns the invitation and its secret token, shown this once.

    With a custom role its built-in one holds, whatever `role` says. Raises `AlreadyMember`,
    `CompanyNeeded`, `CompanyNotFound`, `RoleNotFound`, `GrantTooWide`, `WorkspaceCloses`.
    """
    refuse_newcomers(actor.workspace_id)
    custom = queries.custom_role(actor, custom_role_id) if custom_role_id else None
    role = Role(custom.base) if custom else role
    company = queries.company(actor, company_id) if company_id else None
    check_company(role, company)
    check_place(role, custom, company if role.in_company else None, actor=actor)
    address = email.strip().lower()
    if Member.objects.filter(workspace_id=actor.workspace_id, user__email=address).exists():
        raise AlreadyMember
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        workspace_id=actor.workspace_id,
        email=address,
        role=role,
        custom_role=custom,
        company=company if role.in_company else None,
        language=language,
        token_hash=hash_key(token),
        expires_at=timezone.now() + INVITATION_LIFE,
        invited_by_id=actor.member_id,
    )
    record(
        actor,
        "invitation.create",
        invitation,
        after={"email": address, "role": role, "custom_role_id": custom_role_id},
    )
    _send(invitation, token, actor)
    return invitation, token


def resend_invitation(invitation: Invitation, *, actor: Actor) -> str:
    """Gives an open or expired invitation a new link and new days; the old link ends."""
    token = secrets.token_urlsafe(32)
    invitation.token_hash = hash_key(token)
    invitation.expires_at = timezone.now() + INVITATION_LIFE
    invitation.save(update_fields=["token_hash", "expires_at"])
    record(actor, "invitation.resend", invitation, after={"email": invitation.email})
    _send(invitation, token, actor)
    return token


def link_of(token: str) -> str:
    """Where an invitation is accepted."""
    return f"{settings.PUBLIC_URL}/invitation/{token}"


def _send(invitation: Invitation, token: str, actor: Actor) -> None:
    send(
        invitation.email,
        "workspaces/mail/invitation",
        invitation.language,
        sender=sender_of(actor.workspace_id),
        inviter=actor.name or actor.workspace_name,
        workspace=queries.current_workspace(actor).name,
        link=link_of(token),
        until=invitation.expires_at.strftime(
            "%d/%m/%Y" if invitation.language == "fr" else "%Y-%m-%d"
        ),
    )


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
    return add_member(
        user,
        role=Role(invitation.role),
        company=invitation.company,
        custom_role=invitation.custom_role,
        actor=inviter,
    )


def _invited_user(invitation: Invitation, name: str, password: str) -> User:
    # Whoever registered the address without proving it must not keep its owner out.
    take_unproved(invitation.email)
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
