"""Endpoints of the signed-in member, members, companies, invitations and API keys."""

from netz.workspaces.api import account, invitations, keys, me, oauth, people, roles

ROUTERS = (
    me.router,
    people.router,
    roles.router,
    invitations.router,
    keys.router,
    account.router,
    oauth.router,
)
