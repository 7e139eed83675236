"""What can be allowed: roles and permissions as enums, and which role holds what."""

from enum import StrEnum


class Role(StrEnum):
    """A member's place in a workspace; see `ROLE_PERMISSIONS`."""

    ADMIN = "admin"
    AGENT = "agent"
    MANAGER = "manager"
    GUEST = "guest"

    @property
    def in_company(self) -> bool:
        """Whether a member with this role belongs to a client company."""
        return self in (Role.MANAGER, Role.GUEST)


class Permission(StrEnum):
    """One thing that an endpoint can ask for."""

    PROFILE_READ = "profile.read"
    PROFILE_WRITE = "profile.write"
    ANSWERS_ASK = "answers.ask"
    CONVERSATIONS_READ = "conversations.read"
    DOCUMENTS_READ = "documents.read"
    DOCUMENTS_MANAGE = "documents.manage"
    SEARCH = "search.use"
    MEMBERS_READ = "members.read"
    MEMBERS_MANAGE = "members.manage"
    COMPANIES_READ = "companies.read"
    COMPANIES_MANAGE = "companies.manage"
    MODELS_MANAGE = "models.manage"
    APIKEYS_MANAGE = "apikeys.manage"
    SETTINGS_MANAGE = "settings.manage"
    STREAM = "events.stream"
    COMPANY_OVERSEE = "company.oversee"
    ROLES_MANAGE = "roles.manage"
    SECURITY_MANAGE = "security.manage"
    DIRECTORY_PROVISION = "directory.provision"
    TRAIL_READ = "trail.read"
    TRAIL_EXPORT = "trail.export"
    WORKSPACE_EXPORT = "workspace.export"
    WORKSPACE_DELETE = "workspace.delete"


_GUEST = frozenset(
    {
        Permission.PROFILE_READ,
        Permission.PROFILE_WRITE,
        Permission.ANSWERS_ASK,
        Permission.CONVERSATIONS_READ,
        Permission.DOCUMENTS_READ,
        Permission.SEARCH,
        Permission.STREAM,
    }
)
_AGENT = _GUEST | {
    Permission.DOCUMENTS_MANAGE,
    Permission.MEMBERS_READ,
    Permission.COMPANIES_READ,
    Permission.APIKEYS_MANAGE,
}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.GUEST: _GUEST,
    # The client's own manager: what a guest may, and everything of that one company.
    Role.MANAGER: _GUEST | {Permission.COMPANY_OVERSEE},
    Role.AGENT: _AGENT,
    Role.ADMIN: frozenset(Permission),
}
