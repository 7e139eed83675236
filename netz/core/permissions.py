"""What can be allowed: roles and permissions as enums, and which role holds what."""

from enum import StrEnum


class Role(StrEnum):
    """A member's place in a workspace; see `ROLE_PERMISSIONS`."""

    ADMIN = "admin"
    AGENT = "agent"
    GUEST = "guest"


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
    Role.AGENT: _AGENT,
    Role.ADMIN: frozenset(Permission),
}
