"""Sending many invitations again, or withdrawing them."""

from collections.abc import Sequence
from typing import Literal
from uuid import UUID

from netz.core.actor import Actor
from netz.workspaces.errors import InvitationNotFound
from netz.workspaces.queries.people import known_invitations
from netz.workspaces.services.invitations import resend_invitation, withdraw_invitation


def change_invitations(
    invitation_ids: Sequence[UUID], action: Literal["resend", "withdraw"], *, actor: Actor
) -> int:
    """Does it with all of them, or with none. Raises `InvitationNotFound`."""
    wanted = set(invitation_ids)
    rows = known_invitations(actor).filter(pk__in=wanted).order_by("id")
    found = list(rows.select_for_update(of=("self",)))
    if len(found) < len(wanted):
        raise InvitationNotFound
    for invitation in found:
        if action == "resend":
            resend_invitation(invitation, actor=actor)
        else:
            withdraw_invitation(invitation, actor=actor)
    return len(found)
