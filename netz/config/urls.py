"""Django's only addresses: allauth's headless API."""

from django.urls import include, path

urlpatterns = [
    path("_allauth/", include("netz.accounts.urls")),
    path("_allauth/", include("netz.sso.urls")),
]
handler404 = "netz.accounts.middleware.not_found"
handler500 = "netz.accounts.middleware.failed"
