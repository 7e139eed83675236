"""Reads of workspaces, members, companies, invitations and API keys; each takes the actor."""

from netz.workspaces.models import Member as MemberRow
from netz.workspaces.models import SecurityPolicy as PolicyRow
from netz.workspaces.queries.access import (
    acting_member,
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
    members_by_id,
    open_invitations,
    reachable,
    staff_of,
)
from netz.workspaces.queries.preferences import (
    at_the_screen,
    chosen_by,
    default_preferences,
    preferences_in,
    preferences_of,
)
from netz.workspaces.queries.workspace import (
    WorkspaceRef,
    current_workspace,
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
    "acting_member",
    "actor_of",
    "api_key",
    "api_keys",
    "at_the_screen",
    "chosen_by",
    "companies",
    "company",
    "current_workspace",
    "custom_role",
    "custom_roles",
    "default_preferences",
    "grant_rows",
    "grants",
    "holders",
    "invitation",
    "known_members",
    "limits_of",
    "member",
    "member_names",
    "members",
    "members_by_id",
    "open_invitations",
    "preferences_in",
    "preferences_of",
    "reachable",
    "running_preview",
    "staff_of",
    "workspaces_of",
    "workspaces_of_user",
]
