"""Django's registration of the notices domain."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The notices domain."""

    name = "netz.notices"
    label = "notices"
