"""Django's registration of the single sign-on domain."""

from django.apps import AppConfig


class SsoConfig(AppConfig):
    """The single sign-on domain."""

    name = "netz.sso"
    label = "sso"
