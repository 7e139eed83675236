"""Bodies of roles."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from netz.core.api.schema import Input, Output
from netz.core.permissions import (
    ESSENTIAL,
    MOST_PERMISSIONS,
    ROLE_PERMISSIONS,
    Permission,
    Role,
    permissions_of,
)
from netz.workspaces.models import CustomRole
from netz.workspaces.schemas.people import Name

Base = Literal[Role.AGENT, Role.MANAGER, Role.GUEST]
Description = Annotated[str, StringConstraints(max_length=500)]
Permissions = Annotated[list[Permission], Field(max_length=100)]


class RoleOut(Output):
    """A built-in role (`id` null) or a custom one, with who holds it.

    `most` is what a custom role on this one may hold at most, `fixed` what it holds in any case.
    """

    id: UUID | None
    name: str
    description: str
    base: Role
    permissions: list[Permission]
    most: list[Permission]
    fixed: list[Permission]
    holders: list[str]

    @classmethod
    def built_in(cls, role: Role, holders: list[str]) -> "RoleOut":
        """One of the roles that are always there."""
        return cls(
            id=None,
            name=role.value,
            description="",
            base=role,
            permissions=sorted(ROLE_PERMISSIONS[role]),
            most=sorted(MOST_PERMISSIONS.get(role, ROLE_PERMISSIONS[role])),
            fixed=sorted(ESSENTIAL),
            holders=holders,
        )

    @classmethod
    def of(cls, role: CustomRole, holders: list[str]) -> "RoleOut":
        """From the row."""
        base = Role(role.base)
        return cls(
            id=role.id,
            name=role.name,
            description=role.description,
            base=base,
            permissions=sorted(permissions_of(base, role.permissions)),
            most=sorted(MOST_PERMISSIONS[base]),
            fixed=sorted(ESSENTIAL),
            holders=holders,
        )


class RoleIn(Input):
    """A new custom role."""

    name: Annotated[Name, StringConstraints(max_length=100)]
    base: Base
    permissions: Permissions
    description: Description = ""


class RoleChange(Input):
    """Changes of a custom role; a field left out stays. Its built-in role can't change."""

    name: Annotated[Name, StringConstraints(max_length=100)] | None = None
    permissions: Permissions | None = None
    description: Description | None = None
