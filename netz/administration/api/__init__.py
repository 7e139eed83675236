"""Endpoints of policy, joining, import, overview, branding, exports and deletion."""

from netz.administration.api import (
    branding,
    companies,
    configuration,
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
    configuration.router,
    exports.router,
    deletion.router,
)
