"""Writes of workspaces, members, companies, invitations and API keys."""

from netz.workspaces.services.founding import found_workspace
from netz.workspaces.services.invitations import (
    INVITATION_LIFE,
    PASSWORD_BRAKE,
    accept_invitation,
    find_invitation,
    invite,
    withdraw_invitation,
)
from netz.workspaces.services.keys import create_api_key, revoke_api_key
from netz.workspaces.services.people import add_company, add_member, change_member
from netz.workspaces.services.profile import change_profile

__all__ = [
    "INVITATION_LIFE",
    "PASSWORD_BRAKE",
    "accept_invitation",
    "add_company",
    "add_member",
    "change_member",
    "change_profile",
    "create_api_key",
    "find_invitation",
    "found_workspace",
    "invite",
    "revoke_api_key",
    "withdraw_invitation",
]
