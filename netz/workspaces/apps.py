"""Django's registration of the workspaces domain."""

from django.apps import AppConfig


class WorkspacesConfig(AppConfig):
    """The workspaces domain."""

    name = "netz.workspaces"
    label = "workspaces"
