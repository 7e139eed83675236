"""Reads of workspaces, members, companies, invitations and API keys; each takes the actor."""

from netz.workspaces.queries.keys import api_key, api_keys
from netz.workspaces.queries.people import (
    companies,
    company,
    invitation,
    member,
    member_names,
    members,
    open_invitations,
    staff_of,
)
from netz.workspaces.queries.workspace import WorkspaceRef, current_workspace, workspaces_of

__all__ = [
    "WorkspaceRef",
    "api_key",
    "api_keys",
    "companies",
    "company",
    "current_workspace",
    "invitation",
    "member",
    "member_names",
    "members",
    "open_invitations",
    "staff_of",
    "workspaces_of",
]
