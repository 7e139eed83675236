"""Endpoints of policy, joining, import, overview, branding, exports and deletion."""

from netz.administration.api import (
    branding,
    companies,
    deletion,
    exports,
    importing,
    joining,
    overview,
    policy,
)

ROUTERS = (
    policy.router,
    joining.router,
    importing.router,
    companies.router,
    branding.router,
    overview.router,
    exports.router,
    deletion.router,
)
