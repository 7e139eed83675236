"""Bodies of the workspace endpoints."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, EmailStr, Field, StringConstraints

from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission, Role
from netz.workspaces.models import ApiKey, Company, Invitation, Member

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
    """A workspace of the user."""

    id: UUID
    name: str


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


class InvitationIn(Input):
    """Whom to invite as what."""

    email: EmailStr = Field(max_length=254)
    role: Role
    company_id: UUID | None = None
    language: Literal["fr", "en"] = "fr"


class InvitationOut(Output):
    """An open invitation; `link` is given once, when it is made."""

    id: UUID
    email: str
    role: Role
    company: CompanyOut | None
    link: str | None = None
    expires_at: datetime
    created_at: datetime
    status: Literal["open", "expired"]

    @classmethod
    def of(cls, invitation: Invitation, now: datetime, link: str | None = None) -> "InvitationOut":
        """From the row."""
        return cls(
            id=invitation.id,
            email=invitation.email,
            role=Role(invitation.role),
            company=_company(invitation.company),
            link=link,
            expires_at=invitation.expires_at,
            created_at=invitation.created_at,
            status="open" if invitation.expires_at > now else "expired",
        )


class InvitationLookup(Output):
    """What an invited person may know before accepting."""

    workspace: str
    email: str
    role: Role


class Acceptance(Input):
    """An invited person's answer."""

    token: str = Field(min_length=10, max_length=200)
    name: Name
    password: str = Field(min_length=1, max_length=200)


class AcceptanceOut(Output):
    """The new membership."""

    email: str
    workspace: str


class ApiKeyIn(Input):
    """A new key; without scopes it may do all that its maker may."""

    name: Name
    scopes: list[Permission] | None = Field(None, min_length=1)
    expires_at: AwareDatetime | None = None


class ApiKeyOut(Output):
    """An API key; `key` is given once, when it is made."""

    id: UUID
    name: str
    prefix: str
    scopes: list[Permission]
    owner: str
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    key: str | None = None

    @classmethod
    def of(cls, key: ApiKey, secret: str | None = None) -> "ApiKeyOut":
        """From the row, member and user joined."""
        return cls(
            id=key.id,
            name=key.name,
            prefix=key.prefix,
            scopes=[Permission(scope) for scope in key.scopes],
            owner=key.member.user.name or key.member.user.email,
            created_at=key.created_at,
            expires_at=key.expires_at,
            last_used_at=key.last_used_at,
            key=secret,
        )


def _company(company: Company | None) -> CompanyOut | None:
    return CompanyOut.model_validate(company) if company else None
