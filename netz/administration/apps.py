"""Django's registration of administration: what needs several domains at once."""

from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    """Administration."""

    name = "netz.administration"
    label = "administration"
