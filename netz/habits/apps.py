"""Django's registration of the habits domain."""

from django.apps import AppConfig


class HabitsConfig(AppConfig):
    """The habits domain."""

    name = "netz.habits"
    label = "habits"
