"""Bodies of API keys."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime, Field

from netz.core.actor import Actor
from netz.core.api.schema import Input, Output
from netz.core.permissions import Permission, known_permissions
from netz.workspaces.models import ApiKey
from netz.workspaces.schemas.people import Name


class ApiKeyIn(Input):
    """A new key; without scopes it may do all that its maker may."""

    name: Name
    scopes: list[Permission] | None = Field(None, min_length=1)
    expires_at: AwareDatetime | None = None


class ApiKeyRotationIn(Input):
    """A new secret: how long the old one goes on working, and until when the key is good."""

    overlap_hours: int = Field(0, ge=0, le=24)
    expires_at: AwareDatetime | None = None


class ApiKeyOut(Output):
    """An API key; `key` is given once, when it is made or gets a new secret.

    `last_used_at` and `last_used_from` (an address) are kept to the minute. The secret before the
    last one works until `old_until`. Only its owner gives it a new one (`own`).
    """

    id: UUID
    name: str
    prefix: str
    scopes: list[Permission]
    owner: str
    own: bool
    created_at: datetime
    expires_at: datetime | None
    old_until: datetime | None
    last_used_at: datetime | None
    last_used_from: str
    key: str | None = None

    @classmethod
    def of(cls, key: ApiKey, actor: Actor, secret: str | None = None) -> "ApiKeyOut":
        """From the row, member and user joined."""
        return cls(
            id=key.id,
            name=key.name,
            prefix=key.prefix,
            scopes=sorted(known_permissions(key.scopes)),
            owner=key.member.user.name or key.member.user.email,
            own=key.member_id == actor.member_id,
            created_at=key.created_at,
            expires_at=key.expires_at,
            old_until=key.old_until,
            last_used_at=key.last_used_at,
            last_used_from=key.last_used_from,
            key=secret,
        )


class KeyPolicyIn(Input):
    """How long new keys may live (null: no limit), and whether only admins make them."""

    max_days: int | None = Field(None, ge=1, le=3650)
    by_admins_only: bool = False


class KeyPolicyOut(Output):
    """What holds for new keys; `outlasting` counts the workspace's keys that go on for longer, and
    `allowed` says whether the reader may make keys."""

    max_days: int | None
    by_admins_only: bool
    allowed: bool
    outlasting: int
