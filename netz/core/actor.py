"""Who acts: the one value that every read and write of a domain takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from netz.core.permissions import Permission, Role

Language = Literal["fr", "en"]
Credential = Literal["session", "jwt", "api_key", "oauth", "system"]


@dataclass(frozen=True, slots=True)
class Actor:
    """A member of one workspace, as proved by one credential, for one request or job."""

    workspace_id: UUID
    member_id: UUID
    user_id: UUID
    role: Role
    permissions: frozenset[Permission]
    company_id: UUID | None = None
    language: Language = "fr"
    credential: Credential = "session"
    credential_id: str = ""
    request_id: str = ""
    name: str = field(default="", compare=False)
    workspace_name: str = field(default="", compare=False)
    # When the person behind the credential last proved who they are; None for machines.
    authenticated_at: datetime | None = field(default=None, compare=False)
    # What the member holds, whatever this credential is narrowed to; None: `permissions`.
    standing: frozenset[Permission] | None = field(default=None, compare=False)
    # The client companies that a limited member of staff acts for, with what may be done there;
    # None for everybody else.
    grants: Mapping[UUID, frozenset[Permission]] | None = field(default=None, hash=False)
    # The workspace whose identity provider signed the person in; that sign-in opens no other.
    vouched_by: UUID | None = field(default=None, compare=False)
    # What the person prefers, over the workspace's defaults; empty for machines.
    preferences: Mapping[str, Any] = field(default_factory=dict, compare=False)
    # The member of staff who looks through this one's eyes; such an actor only reads.
    previewed_by: UUID | None = None

    @property
    def is_staff(self) -> bool:
        """Whether the actor belongs to the IT company itself."""
        return self.role.is_staff

    @property
    def sees_all_companies(self) -> bool:
        """Whether nothing of any client company is out of sight."""
        return self.is_staff and self.grants is None

    @property
    def known_companies(self) -> frozenset[UUID] | None:
        """The client companies that exist for the actor; None means all."""
        if self.grants is not None:
            return frozenset(self.grants)
        return self.companies(Permission.PROFILE_READ)

    def companies(self, permission: Permission) -> frozenset[UUID] | None:
        """The client companies for which a permission that the actor holds counts; None: all."""
        if self.grants is not None:
            return frozenset(one for one, held in self.grants.items() if permission in held)
        if self.is_staff:
            return None
        return frozenset({self.company_id} if self.company_id else ())

    def may(self, permission: Permission) -> bool:
        """Whether the actor holds the permission."""
        return permission in self.permissions
