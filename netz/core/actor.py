"""Who acts: the one value that every read and write of a domain takes."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from netz.core.permissions import Permission, Role

Language = Literal["fr", "en"]
Credential = Literal["session", "jwt", "api_key", "system"]


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

    @property
    def is_staff(self) -> bool:
        """Whether the actor belongs to the IT company itself (sees every document)."""
        return self.role in (Role.ADMIN, Role.AGENT)

    def may(self, permission: Permission) -> bool:
        """Whether the actor holds the permission."""
        return permission in self.permissions
