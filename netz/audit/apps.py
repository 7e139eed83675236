"""Django's registration of the audit domain."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit domain."""

    name = "netz.audit"
    label = "audit"
