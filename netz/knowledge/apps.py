"""Django's registration of the knowledge domain."""

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    """The knowledge domain."""

    name = "netz.knowledge"
    label = "knowledge"
