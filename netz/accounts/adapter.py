"""How allauth fits our users: who may register, and what a recent proof of identity is."""

import json
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core.exceptions import ReauthenticationRequired
from django.conf import settings
from django.http import HttpRequest

from netz.accounts.registration import registration_of


class AccountAdapter(DefaultAccountAdapter):
    """Registration is by invitation, unless a workspace lets people register."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether the workspace that the request names lets this address register."""
        if not request.path.endswith("/auth/signup"):
            return False
        try:
            body = json.loads(request.body)
            return registration_of(str(body["workspace"]), str(body["email"])) is not None
        except (ValueError, KeyError, TypeError):
            return False

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whether the person has to confirm: not when a proof of any kind is fresh."""
        user = self.request.user
        times = [record["at"] for record in get_authentication_records(self.request, user)]
        if times and time.time() - max(times) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT:
            return False
        if user.is_authenticated and not get_reauthentication_flows(user):
            # Without a password or a factor, signing in again is the only proof.
            raise ReauthenticationRequired
        return True

    def get_user_search_fields(self) -> list[str]:
        """Fields that identify a user."""
        return ["email"]

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Users have no user name."""
