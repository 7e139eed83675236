"""Bodies of members and companies."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import StringConstraints

from netz.core.api.schema import Input, Output
from netz.core.permissions import Role
from netz.workspaces.models import Member

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


class MemberOut(Output):
    """A member of the workspace."""

    id: UUID
    user: UserOut
    role: Role
    company: CompanyOut | None
    active: bool
    last_seen_at: datetime | None
    created_at: datetime

    @classmethod
    def of(cls, member: Member) -> "MemberOut":
        """From the row, user and company joined."""
        return cls.model_validate(member)


class MemberChange(Input):
    """Changes of a member; a field left out stays."""

    role: Role | None = None
    company_id: UUID | None = None
    active: bool | None = None
