"""Endpoints of the signed-in member, members, companies, invitations and API keys."""

from netz.workspaces.api import invitations, keys, me, people

ROUTERS = (me.router, people.router, invitations.router, keys.router)
