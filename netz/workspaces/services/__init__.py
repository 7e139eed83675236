"""Writes of workspaces, members, companies, invitations and API keys."""

from netz.workspaces.services.founding import found_workspace
from netz.workspaces.services.granting import GrantSpec
from netz.workspaces.services.invitations import (
    INVITATION_LIFE,
    PASSWORD_BRAKE,
    accept_invitation,
    find_invitation,
    invite,
    link_of,
    resend_invitation,
    withdraw_invitation,
)
from netz.workspaces.services.keys import create_api_key, revoke_api_key
from netz.workspaces.services.many_invitations import change_invitations
from netz.workspaces.services.people import (
    MemberEdit,
    add_company,
    add_member,
    change_member,
    edit_member,
)
from netz.workspaces.services.preferences import (
    change_default_preferences,
    change_preferences,
)
from netz.workspaces.services.previews import end_preview, start_preview
from netz.workspaces.services.profile import change_profile
from netz.workspaces.services.reading import note_read
from netz.workspaces.services.roles import change_role, create_role, delete_role

__all__ = [
    "INVITATION_LIFE",
    "PASSWORD_BRAKE",
    "GrantSpec",
    "MemberEdit",
    "accept_invitation",
    "add_company",
    "add_member",
    "change_default_preferences",
    "change_invitations",
    "change_member",
    "change_preferences",
    "change_profile",
    "change_role",
    "create_api_key",
    "create_role",
    "delete_role",
    "edit_member",
    "end_preview",
    "find_invitation",
    "found_workspace",
    "invite",
    "link_of",
    "note_read",
    "resend_invitation",
    "revoke_api_key",
    "start_preview",
    "withdraw_invitation",
]
