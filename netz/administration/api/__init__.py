"""Endpoints of policy, joining, import, overview, branding and configuration."""

from netz.administration.api import branding, companies, importing, joining, overview, policy

ROUTERS = (
    policy.router,
    joining.router,
    importing.router,
    companies.router,
    branding.router,
    overview.router,
)
