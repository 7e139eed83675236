"""Django's registration of the core domain."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """The core domain."""

    name = "netz.core"
    label = "core"
