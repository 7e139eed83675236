"""What an admin sees of the directory, and what role its groups give."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import BaseModel

from netz.core.actor import Actor
from netz.core.api.router import Router
from netz.core.api.schema import Input, Page
from netz.core.permissions import Permission, Role
from netz.sso import addresses
from netz.sso.scim import groups
from netz.sso.scim.failures import last_failures, told
from netz.sso.scim.models import ScimFailure, ScimGroup
from netz.sso.scim.resources import BASE
from netz.workspaces.services.directory import members_by_source

router = Router(tags=["single sign-on"])
MANAGE = Permission.SECURITY_MANAGE


class SourceOut(BaseModel):
    """How many members came in one way."""

    source: Literal["invited", "joined", "sso", "scim"]
    active: int
    inactive: int


class DirectoryFailureOut(BaseModel):
    """A call of the directory that was refused, and why."""

    id: UUID
    at: datetime
    method: str
    path: str
    status: int
    detail: str

    @classmethod
    def of(cls, row: ScimFailure, language: str) -> Self:
        """As the API tells it."""
        return cls(
            id=row.id,
            at=row.created_at,
            method=row.method,
            path=row.path,
            status=row.status,
            detail=told(row, language),
        )


class DirectoryOut(BaseModel):
    """Where a directory finds SCIM, where members came from, and what it was last refused."""

    base_url: str
    sources: list[SourceOut]
    failures: list[DirectoryFailureOut]


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


class GroupMappingIn(Input):
    """What role the group's members get; a custom role stands before a built-in one."""

    role: Role | None = None
    custom_role_id: UUID | None = None
    company_id: UUID | None = None


@router.get("/sso/directory", permission=MANAGE)
def get_directory(actor: Actor) -> DirectoryOut:
    """The address for a directory's set-up, members by where they came from, its last faults."""
    return DirectoryOut(
        base_url=addresses.absolute(BASE),
        sources=[SourceOut.model_validate(one) for one in members_by_source(actor.workspace_id)],
        failures=[DirectoryFailureOut.of(row, actor.language) for row in last_failures(actor)],
    )


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
