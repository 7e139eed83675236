"""Bodies of members and companies."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission, Role, known_permissions
from netz.workspaces.models import CompanyGrant, Member
from netz.workspaces.services import GrantSpec

Name = Annotated[
    str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")
]


class UserOut(Output):
    """A person."""

    id: UUID
    name: str
    email: str


class CompanyOut(Output):
    """A client company."""

    id: UUID
    name: str


class CompanyIn(Input):
    """A new client company."""

    name: Name


class RoleRef(Output):
    """A custom role."""

    id: UUID
    name: str


class GrantOut(Output):
    """A company that a limited member acts for; `permissions` null means the role's own."""

    company: CompanyOut
    permissions: list[Permission] | None


class MemberOut(Output):
    """A member of the workspace."""

    id: UUID
    user: UserOut
    role: Role
    custom_role: RoleRef | None
    company: CompanyOut | None
    limited_to_companies: bool
    grants: list[GrantOut] = Field(default_factory=list)
    active: bool
    last_seen_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, member: Member, grants: Sequence[CompanyGrant] = ()) -> "MemberOut":
        """From the row, user, company and custom role joined, with its grants."""
        shown = [
            GrantOut(
                company=CompanyOut.model_validate(grant.company),
                permissions=None
                if grant.permissions is None
                else sorted(known_permissions(grant.permissions)),
            )
            for grant in grants
        ]
        return cls.model_validate(member).model_copy(update={"grants": shown})


class GrantIn(Input):
    """A company that a limited member is to act for; without `permissions` as the role allows."""

    company_id: UUID
    permissions: list[Permission] | None = Field(None, max_length=100)

    def spec(self) -> GrantSpec:
        """As the domain's value."""
        names = self.permissions
        return GrantSpec(self.company_id, None if names is None else frozenset(names))


class MemberChange(Input):
    """Changes of a member; a field left out stays. A custom role brings its built-in one with it;
    `custom_role_id: null` takes it away. `grants` replaces the companies of a limited agent."""

    role: Role | None = None
    custom_role_id: UUID | None = None
    limited_to_companies: bool | None = None
    grants: list[GrantIn] | None = Field(None, max_length=500)
    company_id: UUID | None = None
    active: bool | None = None
