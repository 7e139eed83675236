"""Reads of workspaces, members, companies, invitations and API keys; each takes the actor."""

from netz.workspaces.models import Member as MemberRow
from netz.workspaces.models import SecurityPolicy as PolicyRow
from netz.workspaces.queries.access import (
    actor_of,
    custom_role,
    custom_roles,
    grant_rows,
    grants,
    holders,
    limits_of,
    running_preview,
)
from netz.workspaces.queries.keys import api_key, api_keys
from netz.workspaces.queries.members import MemberCounts, MemberFilter, MemberSort, members
from netz.workspaces.queries.people import (
    companies,
    company,
    invitation,
    known_members,
    member,
    member_names,
    open_invitations,
    staff_of,
)
from netz.workspaces.queries.workspace import (
    WorkspaceRef,
    current_workspace,
    own_theme,
    workspaces_of,
    workspaces_of_user,
)

__all__ = [
    "MemberCounts",
    "MemberFilter",
    "MemberRow",
    "MemberSort",
    "PolicyRow",
    "WorkspaceRef",
    "actor_of",
    "api_key",
    "api_keys",
    "companies",
    "company",
    "current_workspace",
    "custom_role",
    "custom_roles",
    "grant_rows",
    "grants",
    "holders",
    "invitation",
    "known_members",
    "limits_of",
    "member",
    "member_names",
    "members",
    "open_invitations",
    "own_theme",
    "running_preview",
    "staff_of",
    "workspaces_of",
    "workspaces_of_user",
]
