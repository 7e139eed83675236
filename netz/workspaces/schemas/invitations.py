"""Bodies of invitations."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import EmailStr, Field, StringConstraints

from netz.core.api.schema import Input, Output
from netz.core.permissions import Role
from netz.workspaces.models import Company, Invitation
from netz.workspaces.queries.lists import InvitationFilter, InvitationSort, InvitationStatus
from netz.workspaces.schemas.looks import LooksOut
from netz.workspaces.schemas.people import CompanyOut, Name, RoleRef


class InvitationIn(Input):
    """Whom to invite as what."""

    email: EmailStr = Field(max_length=254)
    role: Role
    custom_role_id: UUID | None = None
    company_id: UUID | None = None
    language: Literal["fr", "en"] = "fr"


class InvitationOut(Output):
    """An open invitation; `link` is given once, when it is made."""

    id: UUID
    email: str
    role: Role
    custom_role: RoleRef | None
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
            custom_role=RoleRef.model_validate(invitation.custom_role)
            if invitation.custom_role
            else None,
            company=_company(invitation.company),
            link=link,
            expires_at=invitation.expires_at,
            created_at=invitation.created_at,
            status="open" if invitation.expires_at > now else "expired",
        )


class InvitationQuery(Input):
    """A page of the list of invitations; `-` before a sort turns it round."""

    search: str = Field("", max_length=200, description="part of the address")
    status: InvitationStatus | None = None
    role: Role | None = None
    custom_role_id: UUID | None = None
    company_id: UUID | None = None
    sort: InvitationSort = "-created"
    cursor: str | None = Field(None, max_length=500)
    limit: int = Field(50, ge=1, le=200)

    def filter(self) -> InvitationFilter:
        """As the domain's value."""
        return InvitationFilter(
            self.search, self.status, self.role, self.custom_role_id, self.company_id
        )


class InvitationChangesIn(Input):
    """Which invitations to send again, or to withdraw."""

    invitation_ids: list[UUID] = Field(min_length=1, max_length=200)
    action: Literal["resend", "withdraw"]


class InvitationChangesOut(Output):
    """How many invitations that was done with."""

    done: int


class InvitationLookup(Output):
    """What an invited person may know before accepting."""

    workspace: str
    email: str
    role: Role
    looks: LooksOut


class Acceptance(Input):
    """An invited person's answer."""

    token: str = Field(min_length=10, max_length=200)
    name: Name
    # Other texts lose the spaces at their ends; a password is what was typed.
    password: Annotated[
        str, StringConstraints(strip_whitespace=False, min_length=1, max_length=1000)
    ]


class AcceptanceOut(Output):
    """The new membership."""

    email: str
    workspace: str


def _company(company: Company | None) -> CompanyOut | None:
    return CompanyOut.model_validate(company) if company else None
