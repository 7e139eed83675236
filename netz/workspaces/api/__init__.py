"""Endpoints of the signed-in member, members, companies, invitations and API keys."""

from netz.workspaces.api import (
    account,
    changes,
    invitations,
    keys,
    me,
    oauth,
    people,
    roles,
    signing_out,
)

ROUTERS = (
    me.router,
    people.router,
    changes.router,
    roles.router,
    invitations.router,
    keys.router,
    account.router,
    oauth.router,
    signing_out.router,
)
