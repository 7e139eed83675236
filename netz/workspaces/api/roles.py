"""Endpoints of roles."""

from uuid import UUID

from fastapi import Response

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission, Role
from netz.workspaces import queries, services
from netz.workspaces.models import CustomRole
from netz.workspaces.schemas.roles import RoleChange, RoleIn, RoleOut

router = Router(tags=["roles"])


def _shown(actor: Actor, role: CustomRole) -> RoleOut:
    return RoleOut.of(role, queries.holders(actor).get(role.id, []))


@router.get("/roles", permission=Permission.MEMBERS_READ)
def list_roles(actor: Actor) -> Page[RoleOut]:
    """The built-in roles, then the custom ones by name; a client's manager sees those of its own
    people alone."""
    holders = queries.holders(actor)
    built_in = [RoleOut.built_in(role, holders.get(role.value, [])) for role in Role]
    custom = [RoleOut.of(role, holders.get(role.id, [])) for role in queries.custom_roles(actor)]
    items = [role for role in built_in + custom if actor.is_staff or role.base.in_company]
    return Page(items=items)


@router.post("/roles", permission=Permission.ROLES_MANAGE, step_up=True, status_code=201)
def create_role(actor: Actor, body: RoleIn) -> RoleOut:
    """Makes a custom role: a named set of permissions on a built-in role."""
    role = services.create_role(
        body.name,
        base=Role(body.base),
        permissions=body.permissions,
        description=body.description,
        actor=actor,
    )
    return _shown(actor, role)


@router.patch("/roles/{role_id}", permission=Permission.ROLES_MANAGE, step_up=True)
def change_role(actor: Actor, role_id: UUID, body: RoleChange) -> RoleOut:
    """Changes a custom role; it holds at once for everybody who has it."""
    role = services.change_role(
        queries.custom_role(actor, role_id),
        name=body.name,
        description=body.description,
        permissions=body.permissions,
        actor=actor,
    )
    return _shown(actor, role)


@router.delete(
    "/roles/{role_id}", permission=Permission.ROLES_MANAGE, step_up=True, status_code=204
)
def delete_role(actor: Actor, role_id: UUID) -> Response:
    """Removes a custom role that nobody holds."""
    services.delete_role(queries.custom_role(actor, role_id), actor=actor)
    return Response(status_code=204)
