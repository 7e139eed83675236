"""Bodies of API keys."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime, Field

from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission
from netz.workspaces.models import ApiKey
from netz.workspaces.schemas.people import Name


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
