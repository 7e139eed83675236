"""Endpoints of policy, joining, import, overview, branding and configuration."""

from netz.administration.api import joining, policy

ROUTERS = (policy.router, joining.router)
