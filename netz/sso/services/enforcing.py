"""The switch that leaves the identity provider as the only way in, and who is exempt."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from netz.core.actor import Actor
from netz.sso import queries
from netz.sso.errors import NotTested
from netz.workspaces.services.enforcement import (
    admins,
    break_glass_members,
    enforce_sso,
    sso_enforced,
)


def enforcement(actor: Actor) -> dict[str, Any]:
    """The switch, who is exempt, and the admins who could be."""
    return {
        "enforced": sso_enforced(actor.workspace_id),
        "break_glass": [member.id for member in break_glass_members(actor.workspace_id)],
        "candidates": [
            {
                "id": member.id,
                "name": member.user.name,
                "email": member.user.email,
                "has_password": member.user.has_usable_password(),
            }
            for member in admins(actor.workspace_id)
        ],
    }


def set_enforcement(enforced: bool, break_glass: Collection[UUID], *, actor: Actor) -> None:
    """Sets the switch. Raises `NotTested` without a working connection, and `BreakGlassNeeded`."""
    working = [row for row in queries.connections(actor) if row.enabled and row.tested_at]
    if enforced and not working:
        raise NotTested
    enforce_sso(enforced, break_glass, actor=actor)
