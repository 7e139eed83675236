"""Django's registration of administration, which has jobs and mails but no tables."""

from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    """Administration."""

    name = "netz.administration"
    label = "administration"
