"""Endpoints of the signed-in member, members, companies, invitations and API keys."""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from fastapi import Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Cursor, Limit, Page
from netz.core.permissions import Permission
from netz.workspaces import queries, services
from netz.workspaces.schemas import (
    Acceptance,
    AcceptanceOut,
    ApiKeyIn,
    ApiKeyOut,
    CompanyIn,
    CompanyOut,
    InvitationIn,
    InvitationLookup,
    InvitationOut,
    Me,
    MemberChange,
    MemberOut,
    MeMember,
    ProfileIn,
    UserOut,
    WorkspaceOut,
    WorkspaceRefOut,
)

router = Router(tags=["workspace"])


@router.get("/me", permission=Permission.PROFILE_READ)
def read_me(actor: Actor) -> Me:
    """Who this credential is, in which workspace, and what it may do."""
    member = queries.member(actor, actor.member_id)
    return Me(
        user=UserOut.model_validate(member.user),
        member=MeMember.model_validate(member),
        workspace=WorkspaceOut.model_validate(member.workspace),
        workspaces=[WorkspaceRefOut.model_validate(ref) for ref in queries.workspaces_of(actor)],
        permissions=sorted(actor.permissions),
        language=actor.language,
        theme=member.user.theme,
        credential=actor.credential,
    )


@router.patch("/me", permission=Permission.PROFILE_WRITE)
def change_me(actor: Actor, body: ProfileIn) -> UserOut:
    """Changes one's own name, language or theme."""
    user = services.change_profile(
        name=body.name, language=body.language, theme=body.theme, actor=actor
    )
    return UserOut.model_validate(user)


@router.get("/members", permission=Permission.MEMBERS_READ)
def list_members(actor: Actor, cursor: Cursor = None, limit: Limit = 50) -> Page[MemberOut]:
    """The workspace's members."""
    rows, following = queries.members(actor, cursor=cursor, limit=limit)
    return Page(items=[MemberOut.of(row) for row in rows], next_cursor=following)


@router.patch("/members/{member_id}", permission=Permission.MEMBERS_MANAGE)
def change_member(actor: Actor, member_id: UUID, body: MemberChange) -> MemberOut:
    """Changes a member's role, company or activity; works at once, for open streams too."""
    member = services.change_member(
        queries.member(actor, member_id),
        role=body.role,
        company_id=body.company_id,
        company_given="company_id" in body.model_fields_set,
        active=body.active,
        actor=actor,
    )
    return MemberOut.of(member)


@router.get("/companies", permission=Permission.COMPANIES_READ)
def list_companies(actor: Actor) -> Page[CompanyOut]:
    """All client companies."""
    return Page(items=[CompanyOut.model_validate(row) for row in queries.companies(actor)])


@router.post("/companies", permission=Permission.COMPANIES_MANAGE, status_code=201)
def add_company(actor: Actor, body: CompanyIn) -> CompanyOut:
    """Adds a client company."""
    return CompanyOut.model_validate(services.add_company(body.name, actor=actor))


@router.get("/invitations", permission=Permission.MEMBERS_MANAGE)
def list_invitations(actor: Actor) -> Page[InvitationOut]:
    """Invitations that are still open or have expired."""
    now = timezone.now()
    return Page(items=[InvitationOut.of(row, now) for row in queries.open_invitations(actor)])


@router.post("/invitations", permission=Permission.MEMBERS_MANAGE, status_code=201)
def invite(actor: Actor, body: InvitationIn) -> InvitationOut:
    """Invites a person; the answer holds the link to pass on, this once."""
    invitation, token = services.invite(
        body.email,
        role=body.role,
        company_id=body.company_id,
        language=body.language,
        actor=actor,
    )
    return InvitationOut.of(invitation, timezone.now(), f"{settings.PUBLIC_URL}/invitation/{token}")


@router.get("/invitations/lookup", public=True)
def look_up_invitation(token: str) -> InvitationLookup:
    """What an invitation offers, before it is accepted."""
    with transaction.atomic():
        invitation, workspace = services.find_invitation(token)
        return InvitationLookup(workspace=workspace, email=invitation.email, role=invitation.role)


@router.post("/invitations/acceptance", public=True, status_code=201)
def accept_invitation(body: Acceptance) -> AcceptanceOut:
    """Accepts an invitation: makes the user and the membership. Sign in afterwards.

    A token works once, whatever the `Idempotency-Key`, which is not read here. Five refused
    passwords for one address within five minutes end in a 429 with `Retry-After`.
    """
    member, workspace = services.accept_invitation(
        body.token, name=body.name, password=body.password
    )
    return AcceptanceOut(email=member.user.email, workspace=workspace)


@router.delete(
    "/invitations/{invitation_id}", permission=Permission.MEMBERS_MANAGE, status_code=204
)
def withdraw_invitation(actor: Actor, invitation_id: UUID) -> Response:
    """Withdraws an invitation."""
    services.withdraw_invitation(queries.invitation(actor, invitation_id), actor=actor)
    return Response(status_code=204)


@router.get("/api-keys", permission=Permission.APIKEYS_MANAGE)
def list_api_keys(actor: Actor) -> Page[ApiKeyOut]:
    """One's own working keys; an admin sees all."""
    return Page(items=[ApiKeyOut.of(row) for row in queries.api_keys(actor)])


@router.post("/api-keys", permission=Permission.APIKEYS_MANAGE, status_code=201)
def create_api_key(actor: Actor, body: ApiKeyIn) -> ApiKeyOut:
    """Makes a key; the answer holds its secret, this once."""
    key, secret = services.create_api_key(
        body.name, scopes=body.scopes, expires_at=body.expires_at, actor=actor
    )
    return ApiKeyOut.of(key, secret)


@router.delete("/api-keys/{key_id}", permission=Permission.APIKEYS_MANAGE, status_code=204)
def revoke_api_key(actor: Actor, key_id: UUID) -> Response:
    """Revokes a key; it stops working at once."""
    services.revoke_api_key(queries.api_key(actor, key_id), actor=actor)
    return Response(status_code=204)
