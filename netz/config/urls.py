"""Django's only addresses: allauth's headless API and identity provider."""

from django.urls import include, path

urlpatterns = [
    path("_allauth/", include("netz.accounts.urls")),
    path("_allauth/", include("netz.sso.urls")),
    path("", include("netz.workspaces.oauth.urls")),
]
handler404 = "netz.accounts.middleware.not_found"
handler500 = "netz.accounts.middleware.failed"
