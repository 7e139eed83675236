"""How allauth fits our users: no open registration, no name fields of its own."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Registration is by invitation (see netz.workspaces), never by allauth's sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Always closed."""
        return False

    def get_user_search_fields(self) -> list[str]:
        """Fields that identify a user."""
        return ["email"]

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Users have no user name."""
