"""Endpoints of policy, joining, import, overview, branding and configuration."""

from netz.administration.api import importing, joining, policy

ROUTERS = (policy.router, joining.router, importing.router)
