"""What can be allowed: roles and permissions as enums, and which role holds what."""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache


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

    @property
    def is_staff(self) -> bool:
        """Whether a member with this role belongs to the IT company itself."""
        return not self.in_company


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

# The client's own manager: what a guest may, and everything of that one company.
_MANAGER = _GUEST | {Permission.COMPANY_OVERSEE, Permission.MEMBERS_READ}

ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.GUEST: _GUEST,
    Role.MANAGER: _MANAGER,
    Role.AGENT: _AGENT,
    Role.ADMIN: frozenset(Permission),
}

# What every role holds: without it nobody could look at themselves, or keep a screen up to date.
ESSENTIAL = frozenset({Permission.PROFILE_READ, Permission.PROFILE_WRITE, Permission.STREAM})
# What could make an admin of its holder, or end the workspace, stays with admins.
_ADMIN_ONLY = frozenset(
    {
        Permission.SECURITY_MANAGE,
        Permission.DIRECTORY_PROVISION,
        Permission.WORKSPACE_DELETE,
    }
)
# The most that a custom role may hold on each built-in one: a client's people never get what
# belongs to staff, whoever asks for it.
MOST_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.GUEST: _GUEST,
    Role.MANAGER: _MANAGER,
    Role.AGENT: frozenset(Permission) - _ADMIN_ONLY,
}
_BY_VALUE = {permission.value: permission for permission in Permission}


def known_permissions(values: Iterable[str]) -> frozenset[Permission]:
    """Those of the stored names that are permissions of this version."""
    return frozenset(_BY_VALUE[value] for value in values if value in _BY_VALUE)


def permissions_of(role: Role, custom: Iterable[str] | None) -> frozenset[Permission]:
    """What a member holds: the built-in role's permissions, or those of a custom role on it."""
    if custom is None:
        return ROLE_PERMISSIONS[role]
    return _custom(role, frozenset(custom))


@lru_cache(maxsize=1024)
def _custom(role: Role, names: frozenset[str]) -> frozenset[Permission]:
    most = MOST_PERMISSIONS.get(role, frozenset())
    return (known_permissions(names) | ESSENTIAL) & most
