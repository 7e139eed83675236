"""Bodies of applications and what they are allowed."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission
from netz.workspaces.models import OAuthClient, OAuthGrant
from netz.workspaces.oauth.clients import ClientSpec
from netz.workspaces.oauth.consent import Asked
from netz.workspaces.oauth.scopes import SCOPES, IdentityScope
from netz.workspaces.schemas.people import Name

Lendable = Literal[
    Permission.PROFILE_READ,
    Permission.ANSWERS_ASK,
    Permission.CONVERSATIONS_READ,
    Permission.DOCUMENTS_READ,
    Permission.DOCUMENTS_MANAGE,
    Permission.SEARCH,
    Permission.MEMBERS_READ,
    Permission.COMPANIES_READ,
    Permission.STREAM,
]
Scope = IdentityScope | Lendable
Uri = Annotated[str, Field(min_length=1, max_length=500)]


class ApplicationIn(Input):
    """An application's name, where its codes may be sent, and what it may ask for."""

    name: Name
    redirect_uris: list[Uri] = Field(default_factory=list, max_length=20)
    scopes: list[Scope] = Field(min_length=1, max_length=len(SCOPES))

    def spec(self) -> ClientSpec:
        """For the services."""
        return ClientSpec(self.name, self.redirect_uris, sorted({str(one) for one in self.scopes}))


class NewApplicationIn(ApplicationIn):
    """A new application; a confidential one can keep a secret.

    A `machine` acts for itself, in nobody's name; it is confidential and has no redirect address.
    """

    confidential: bool = True
    machine: bool = False


class ApplicationChangeIn(ApplicationIn):
    """What an application is from now on."""

    enabled: bool = True


class ApplicationOut(Output):
    """An application; `client_secret` is given once, when it is made.

    `answered_for_by` is the member whose rights bound a machine's; null for all others.
    """

    id: UUID
    name: str
    client_id: str
    confidential: bool
    redirect_uris: list[str]
    scopes: list[str]
    enabled: bool
    machine: bool
    answered_for_by: str | None
    last_used_at: datetime | None
    created_at: datetime
    client_secret: str | None = None

    @classmethod
    def of(cls, row: OAuthClient, secret: str | None = None) -> "ApplicationOut":
        """From the row with its client joined."""
        return cls(
            id=row.id,
            name=row.client.name,
            client_id=row.client_id,
            confidential=row.client.type == "confidential",
            redirect_uris=row.client.get_redirect_uris(),
            scopes=row.client.get_scopes(),
            enabled=row.enabled,
            machine=row.acts_as is not None,
            answered_for_by=row.acts_as and (row.acts_as.user.name or row.acts_as.user.email),
            last_used_at=row.last_used_at,
            created_at=row.created_at,
            client_secret=secret,
        )


class SecretOut(Output):
    """A new secret, given once."""

    client_secret: str


class AuthorizationOut(Output):
    """What an application asks for; with `location`, nothing is asked: the browser goes there.

    What is allowed holds until `ends_at` at the latest.
    """

    location: str | None = None
    application: str = ""
    redirect_host: str = ""
    workspace: str = ""
    scopes: list[str]
    ends_at: datetime | None = None

    @classmethod
    def of(cls, found: Asked | str, workspace: str) -> "AuthorizationOut":
        """From a request that was looked at."""
        if isinstance(found, str):
            return cls(location=found, scopes=[])
        return cls(
            application=found.application.client.name,
            redirect_host=found.redirect_uri.split("/", 3)[2],
            workspace=workspace,
            scopes=found.scopes,
            ends_at=found.ends_at,
        )


class AuthorizationIn(Input):
    """The person's answer; `query` is the request as the application sent it."""

    query: str = Field(max_length=8000)
    allow: bool


class LocationOut(Output):
    """Where the browser goes next."""

    location: str


class ConnectedOut(Output):
    """What a member allowed an application."""

    id: UUID
    application: str
    member: str
    scopes: list[str]
    created_at: datetime
    ends_at: datetime
    last_used_at: datetime | None

    @classmethod
    def of(cls, row: OAuthGrant) -> "ConnectedOut":
        """From the row with application, member and user joined."""
        return cls(
            id=row.id,
            application=row.oauth_client.client.name,
            member=row.member.user.name or row.member.user.email,
            scopes=row.scopes,
            created_at=row.created_at,
            ends_at=row.ends_at,
            last_used_at=row.last_used_at,
        )


class ConnectionIn(Input):
    """What the application may still do, of what was allowed."""

    scopes: list[Scope] = Field(min_length=1, max_length=len(SCOPES))
