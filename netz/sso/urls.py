"""Addresses below /_allauth/ that identity providers and browsers on their way to them use.

The names are allauth's own, which builds links by them.
"""

from django.urls import path

from netz.sso import views

urlpatterns = [
    path("start/<slug:provider>", views.start, name="sign_in_start"),
    path(
        "oidc/<str:provider_id>/login/callback/",
        views.oidc_callback,
        name="openid_connect_callback",
    ),
    path("saml/<str:organization_slug>/acs/", views.saml_acs, name="saml_acs"),
    path("saml/<str:organization_slug>/acs/finish/", views.saml_finish, name="saml_finish_acs"),
    path("saml/<str:organization_slug>/sls/", views.saml_sls, name="saml_sls"),
    path("saml/<str:organization_slug>/metadata/", views.saml_metadata, name="saml_metadata"),
]
