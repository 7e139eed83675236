"""What an admin sees of the directory, and what role its groups give."""

from typing import Self
from uuid import UUID

from pydantic import BaseModel

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Page
from netz.core.permissions import Permission, Role
from netz.sso.scim import groups
from netz.sso.scim.models import ScimGroup

router = Router(tags=["single sign-on"])
MANAGE = Permission.SECURITY_MANAGE


class DirectoryGroupOut(BaseModel):
    """A group that the directory sent, and the role that it gives; null gives none."""

    id: UUID
    name: str
    members: int
    role: Role | None
    custom_role_id: UUID | None
    company_id: UUID | None

    @classmethod
    def of(cls, row: ScimGroup, members: int) -> Self:
        """As the API tells it."""
        return cls(
            id=row.id,
            name=row.display_name,
            members=members,
            role=Role(row.role) if row.role else None,
            custom_role_id=row.custom_role_id,
            company_id=row.company_id,
        )


class GroupMappingIn(BaseModel):
    """What role the group's members get; a custom role stands before a built-in one."""

    role: Role | None = None
    custom_role_id: UUID | None = None
    company_id: UUID | None = None


@router.get("/sso/directory/groups", permission=MANAGE)
def list_directory_groups(actor: Actor) -> Page[DirectoryGroupOut]:
    """The groups that the directory sent."""
    return Page(items=[DirectoryGroupOut.of(*found) for found in groups.group_rows(actor)])


@router.put("/sso/directory/groups/{group_id}/role", permission=MANAGE, step_up=True)
def map_directory_group(actor: Actor, group_id: UUID, body: GroupMappingIn) -> DirectoryGroupOut:
    """Says what role a group gives; its members have it at once."""
    found = groups.map_group(
        actor,
        group_id,
        role=body.role,
        custom_role_id=body.custom_role_id,
        company_id=body.company_id,
    )
    return DirectoryGroupOut.of(*found)
