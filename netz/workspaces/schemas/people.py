"""Bodies of members and companies."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission, Role, known_permissions
from netz.workspaces.models import CompanyGrant, Member
from netz.workspaces.queries.members import MemberFilter, MemberSort, SeenWithin, Source
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
    source: Source
    # Null for who may not see it.
    second_factor: bool | None = None
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


class MemberWhere(Input):
    """Which members are meant: each field that is given narrows, and all of them hold."""

    search: str = Field("", max_length=200, description="words of name or address, in any order")
    role: Role | None = None
    custom_role_id: UUID | None = None
    company_id: UUID | None = None
    active: bool | None = None
    source: Source | None = None
    second_factor: bool | None = Field(None, description="needs `security.manage`")
    seen: SeenWithin | None = Field(None, description="`long_ago`: not for 90 days")

    def filter(self) -> MemberFilter:
        """As the domain's value."""
        return MemberFilter(**{name: getattr(self, name) for name in MemberWhere.model_fields})


class MemberQuery(MemberWhere):
    """A page of the list of members; `-` before a sort turns it round."""

    sort: MemberSort = "created"
    cursor: str | None = Field(None, max_length=500)
    limit: int = Field(50, ge=1, le=200)


class MemberCountsOut(Output):
    """How many members there are: left by the filter, in all, active, and of each kind.

    `by_role`, `by_company` and `without_factor` count active members; the last is null for who may
    not see it.
    """

    matching: int
    all: int
    active: int
    by_role: dict[str, int]
    by_source: dict[str, int]
    by_company: dict[UUID, int]
    without_factor: int | None
