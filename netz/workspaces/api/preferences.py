"""Endpoints of preferences: one's own, and a workspace's defaults for each role."""

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission, Role
from netz.workspaces import queries, services
from netz.workspaces.schemas.preferences import (
    DefaultsIn,
    DefaultsOut,
    PreferencesIn,
    PreferencesOut,
)

router = Router(tags=["preferences"])


@router.patch("/me/preferences", permission=Permission.PROFILE_WRITE)
def change_preferences(actor: Actor, body: PreferencesIn) -> PreferencesOut:
    """Changes one's own preferences, field by field; the person's other devices follow."""
    services.change_preferences(body.changes(), actor=actor)
    return PreferencesOut.of(queries.member(actor, actor.member_id))


@router.get("/preference-defaults", permission=Permission.SETTINGS_MANAGE)
def read_defaults(actor: Actor) -> Page[DefaultsOut]:
    """What holds for each role's members who have chosen nothing else."""
    found = queries.default_preferences(actor)
    return Page(items=[DefaultsOut(role=role, **held) for role, held in found.items()])


@router.patch("/preference-defaults/{role}", permission=Permission.SETTINGS_MANAGE)
def change_defaults(actor: Actor, role: Role, body: DefaultsIn) -> DefaultsOut:
    """Changes a role's defaults, field by field; what a member has chosen goes before them."""
    services.change_default_preferences(role, body.changes(), actor=actor)
    return DefaultsOut(role=role, **queries.default_preferences(actor)[role])
