"""Endpoints by which admins look after a member's sign-in."""

from uuid import UUID

from fastapi import Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.permissions import Permission
from netz.workspaces import queries
from netz.workspaces.services.signing_out import end_member_sessions, reset_member_factors

router = Router(tags=["workspace"])


@router.post(
    "/members/{member_id}/sessions/end",
    permission=Permission.MEMBERS_MANAGE,
    status_code=204,
    step_up=True,
)
def end_sessions(actor: Actor, member_id: UUID) -> Response:
    """Ends the member's sessions and app tokens in this workspace, open streams too."""
    end_member_sessions(queries.member(actor, member_id), actor=actor)
    return Response(status_code=204)


@router.post(
    "/members/{member_id}/second-factors/reset",
    permission=Permission.SECURITY_MANAGE,
    status_code=204,
    step_up=True,
)
def reset_factors(actor: Actor, member_id: UUID) -> Response:
    """Takes away the second factors of a person who lost them, and signs the account out."""
    reset_member_factors(queries.member(actor, member_id), actor=actor)
    return Response(status_code=204)
