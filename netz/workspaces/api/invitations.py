"""Endpoints of invitations."""

from typing import Annotated
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from fastapi import Query, Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission
from netz.workspaces import queries, services
from netz.workspaces.queries.lists import invitations
from netz.workspaces.schemas.invitations import (
    Acceptance,
    AcceptanceOut,
    InvitationChangesIn,
    InvitationChangesOut,
    InvitationIn,
    InvitationLookup,
    InvitationOut,
    InvitationQuery,
)
from netz.workspaces.schemas.looks import LooksOut

router = Router(tags=["workspace"])


@router.get("/invitations", permission=Permission.MEMBERS_MANAGE)
def list_invitations(
    actor: Actor, where: Annotated[InvitationQuery, Query()]
) -> Page[InvitationOut]:
    """Invitations that are still open or have expired."""
    rows, following = invitations(
        actor, where.filter(), sort=where.sort, cursor=where.cursor, limit=where.limit
    )
    services.note_read(len(rows), actor=actor)
    now = timezone.now()
    return Page(items=[InvitationOut.of(row, now) for row in rows], next_cursor=following)


@router.post("/invitations/changes", permission=Permission.MEMBERS_MANAGE)
def change_invitations(actor: Actor, body: InvitationChangesIn) -> InvitationChangesOut:
    """Sends many invitations again, each with a new link, or withdraws them: all or none."""
    done = services.change_invitations(body.invitation_ids, body.action, actor=actor)
    return InvitationChangesOut(done=done)


@router.post("/invitations", permission=Permission.MEMBERS_MANAGE, status_code=201)
def invite(actor: Actor, body: InvitationIn) -> InvitationOut:
    """Invites a person; the answer holds the link to pass on, this once."""
    invitation, token = services.invite(
        body.email,
        role=body.role,
        custom_role_id=body.custom_role_id,
        company_id=body.company_id,
        language=body.language,
        actor=actor,
    )
    return InvitationOut.of(invitation, timezone.now(), services.link_of(token))


@router.get("/invitations/lookup", public=True)
def look_up_invitation(token: str) -> InvitationLookup:
    """What an invitation offers, before it is accepted."""
    with transaction.atomic():
        invitation, workspace = services.find_invitation(token)
        return InvitationLookup(
            workspace=workspace,
            email=invitation.email,
            role=invitation.role,
            looks=LooksOut.of(invitation.workspace),
        )


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


@router.post("/invitations/{invitation_id}/resend", permission=Permission.MEMBERS_MANAGE)
def resend_invitation(actor: Actor, invitation_id: UUID) -> InvitationOut:
    """Sends an open or expired invitation again with a new link; the old link ends."""
    invitation = queries.invitation(actor, invitation_id)
    token = services.resend_invitation(invitation, actor=actor)
    return InvitationOut.of(invitation, timezone.now(), services.link_of(token))


@router.delete(
    "/invitations/{invitation_id}", permission=Permission.MEMBERS_MANAGE, status_code=204
)
def withdraw_invitation(actor: Actor, invitation_id: UUID) -> Response:
    """Withdraws an invitation."""
    services.withdraw_invitation(queries.invitation(actor, invitation_id), actor=actor)
    return Response(status_code=204)
