"""Django's registration of the knowledge domain."""

from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    """The knowledge domain, with the search tables that have no model."""

    name = "netz.knowledge"
    label = "knowledge"

    def ready(self) -> None:
        """Names the search tables, so that they are isolated like all others."""
        from netz.core.schema import register_tenant_table
        from netz.knowledge.search.sql import TABLES

        for table in TABLES:
            register_tenant_table(table)
