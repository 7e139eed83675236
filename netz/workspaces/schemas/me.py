"""Bodies of the signed-in member."""

from typing import Literal
from uuid import UUID

from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission, Role
from netz.workspaces.schemas.people import CompanyOut, Name, UserOut


class MeMember(Output):
    """The signed-in member."""

    id: UUID
    role: Role
    company: CompanyOut | None


class WorkspaceOut(Output):
    """The workspace that the credential opens."""

    id: UUID
    name: str
    slug: str


class WorkspaceRefOut(Output):
    """A workspace of the user; `needs` says what it still asks of this sign-in."""

    id: UUID
    name: str
    role: Role
    needs: Literal["", "sso", "mfa", "sign_in", "elsewhere"]


class Me(Output):
    """Who the credential proves, where, with which permissions."""

    user: UserOut
    member: MeMember
    workspace: WorkspaceOut
    workspaces: list[WorkspaceRefOut]
    permissions: list[Permission]
    language: Literal["fr", "en"]
    theme: Literal["auto", "light", "dark"]
    credential: Literal["session", "jwt", "api_key", "system"]


class ProfileIn(Input):
    """Changes of one's own profile; a field left out stays."""

    name: Name | None = None
    language: Literal["fr", "en"] | None = None
    theme: Literal["auto", "light", "dark"] | None = None
