"""The tenant, who belongs to it, and what they may do."""

from netz.workspaces.models.access import (
    CompanyGrant,
    CustomRole,
    Preview,
    SecurityPolicy,
)
from netz.workspaces.models.branding import Branding
from netz.workspaces.models.changes import MemberChangeSet
from netz.workspaces.models.filters import SavedFilter
from netz.workspaces.models.oauth import OAuthClient, OAuthGrant, OAuthSpent
from netz.workspaces.models.people import ApiKey, Company, Invitation, Member, Workspace

__all__ = [
    "ApiKey",
    "Branding",
    "Company",
    "CompanyGrant",
    "CustomRole",
    "Invitation",
    "Member",
    "MemberChangeSet",
    "OAuthClient",
    "OAuthGrant",
    "OAuthSpent",
    "Preview",
    "SavedFilter",
    "SecurityPolicy",
    "Workspace",
]
