"""Endpoints of the signed-in member, preferences, members, companies,
invitations and API keys."""

from netz.workspaces.api import (
    account,
    changes,
    filters,
    invitations,
    keys,
    me,
    oauth,
    people,
    preferences,
    roles,
    signing_out,
)

ROUTERS = (
    me.router,
    preferences.router,
    filters.router,
    people.router,
    changes.router,
    roles.router,
    invitations.router,
    keys.router,
    account.router,
    oauth.router,
    signing_out.router,
)
