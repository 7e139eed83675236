"""Bodies of the signed-in member."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from netz.accounts.preferences import Theme
from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission, Role
from netz.workspaces.models import Preview
from netz.workspaces.schemas.looks import LooksOut
from netz.workspaces.schemas.people import CompanyOut, Name, RoleRef, UserOut
from netz.workspaces.schemas.preferences import PreferencesOut


class MeMember(Output):
    """The signed-in member."""

    id: UUID
    role: Role
    custom_role: RoleRef | None
    company: CompanyOut | None


class WorkspaceChoice(Input):
    """The workspace to open."""

    workspace_id: UUID


class PreviewIn(Input):
    """Whose view to see."""

    member_id: UUID


class PreviewOut(Output):
    """A running preview: through whose eyes, and until when."""

    name: str
    company: str
    ends_at: datetime

    @classmethod
    def of(cls, preview: Preview) -> "PreviewOut":
        """From the row, the guest with user and company joined."""
        user, company = preview.guest.user, preview.guest.company
        return cls(
            name=user.name or user.email,
            company=company.name if company else "",
            ends_at=preview.ends_at,
        )


class WorkspaceOut(Output):
    """The workspace that the credential opens; `closes_at` is when it is to be deleted."""

    id: UUID
    name: str
    slug: str
    closes_at: datetime | None = None


class WorkspaceRefOut(Output):
    """A workspace of the user; `needs` says what it still asks of this sign-in."""

    id: UUID
    name: str
    role: Role
    needs: Literal["", "sso", "mfa", "sign_in", "method"]


class Me(Output):
    """Who the credential proves, where, with which permissions.

    `mfa_due_at` is when the workspace will ask for a second factor that is not there yet.
    """

    user: UserOut
    member: MeMember
    workspace: WorkspaceOut
    looks: LooksOut | None = None
    workspaces: list[WorkspaceRefOut]
    permissions: list[Permission]
    language: Literal["fr", "en"]
    theme: Theme
    preferences: PreferencesOut
    credential: Literal["session", "jwt", "api_key", "oauth", "system"]
    preview: PreviewOut | None = None
    mfa_due_at: datetime | None = None


class ProfileIn(Input):
    """Changes of one's own profile; a field left out stays."""

    name: Name | None = None
    language: Literal["fr", "en"] | None = None
    theme: Theme | None = None
