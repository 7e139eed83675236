"""Django's registration of the assistant domain."""

from django.apps import AppConfig


class AssistantConfig(AppConfig):
    """The assistant domain."""

    name = "netz.assistant"
    label = "assistant"
