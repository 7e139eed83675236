"""Django's registration of the accounts domain."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The accounts domain."""

    name = "netz.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Connects what follows from sign-ins."""
        from netz.accounts.receivers import connect

        connect()
