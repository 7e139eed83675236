"""Addresses of the identity provider. `SERVED` are the only ones that the world reaches."""

from allauth.idp.oidc.views import configuration, jwks
from django.urls import include, path

from netz.workspaces.oauth.views import Introspect, OneUse, Revoke, UserInfo, authorize

SERVED = frozenset(
    {
        "/.well-known/openid-configuration",
        "/.well-known/jwks.json",
        "/identity/o/authorize",
        "/identity/o/api/token",
        "/identity/o/api/revoke",
        "/identity/o/api/introspect",
        "/identity/o/api/userinfo",
    }
)

# Ours come before allauth's at the same addresses; the names that allauth looks up are its own.
urlpatterns = [
    path(".well-known/openid-configuration", configuration),
    path(".well-known/jwks.json", jwks),
    path("identity/o/authorize", authorize),
    path("identity/o/api/token", OneUse.as_view()),
    path("identity/o/api/revoke", Revoke.as_view()),
    path("identity/o/api/introspect", Introspect.as_view()),
    path("identity/o/api/userinfo", UserInfo.as_view()),
    path("", include("allauth.idp.urls")),
]
