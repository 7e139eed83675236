"""Django's registration of the ai domain."""

from django.apps import AppConfig


class AiConfig(AppConfig):
    """The ai domain."""

    name = "netz.ai"
    label = "ai"
