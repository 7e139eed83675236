"""How allauth fits our users: who may register, what is braked, which mails go out, what is told
to the trail."""

import json
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ReauthenticationRequired
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import get_language

from netz.accounts import network, tasks
from netz.accounts.brakes import PASSWORD, account_key
from netz.accounts.hashing import hash_for_nothing
from netz.accounts.mail import send
from netz.accounts.mfa import FACTORS
from netz.accounts.models import User, display_name
from netz.accounts.notices import notify
from netz.accounts.registration import registration_of
from netz.accounts.services import release_address
from netz.accounts.trail import here

# allauth's mails that anybody can ask for, and ours in their place.
_MAILS = {
    "account/email/login_code": "accounts/mail/login_code",
    "account/email/email_confirmation": "accounts/mail/verify_address",
    "account/email/email_confirmation_signup": "accounts/mail/verify_address",
    "account/email/password_reset_key": "accounts/mail/password_reset",
    "account/email/unknown_account": "accounts/mail/no_account",
    "account/email/account_already_exists": "accounts/mail/account_exists",
}


class AccountAdapter(DefaultAccountAdapter):
    """Registration is by invitation, unless a workspace lets people register."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether the workspace that the request names lets this address register."""
        body = _registering(request)
        return bool(body) and registration_of(body["workspace"], body["email"]) is not None

    def clean_password(self, password: str, user: User | None = None) -> str:
        """The password, if it is good enough for this person, who may be just registering."""
        if user is None and (body := _registering(self.request)):
            user = User(email=body["email"], name=body["name"])
            user.password_hints = (body["workspace"],)  # type: ignore[attr-defined]  # for netz.accounts.passwords
        return str(super().clean_password(password, user))

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """The user behind address and password. Raises `TooMany`."""
        key = account_key(request, str(credentials.get("email", "")))
        PASSWORD.count(key)
        user = super().authenticate(request, **credentials)
        if user is not None:
            PASSWORD.forget(key)
        return user

    def login(self, request: HttpRequest, user: User) -> None:
        """Opens the session, in one transaction: each commit waits for the disk."""
        with transaction.atomic():
            super().login(request, user)

    def post_login(self, request: HttpRequest, user: User, **facts: Any) -> Any:
        """What follows from a sign-in, all of it or nothing."""
        with transaction.atomic():
            return super().post_login(request, user, **facts)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Leaves it to a job to find out whose address it was: looking would take time."""
        address = str(credentials.get("email", "")).lower()
        tasks.note_refusal.defer(address=address, action="sign_in.refuse", where=here())

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whether the person has to confirm: not when a proof is fresh. Where the account has a
        second factor, it must be one by such a factor: a password that leaked changes nothing."""
        user = self.request.user
        records = get_authentication_records(self.request, user)
        if user.is_authenticated and is_mfa_enabled(user, FACTORS):
            records = [record for record in records if record["method"] == "mfa"]
            if not _fresh(records):
                raise ReauthenticationRequired
        if _fresh(records):
            return False
        if user.is_authenticated and not get_reauthentication_flows(user):
            # Without a password or a factor, signing in again is the only proof.
            raise ReauthenticationRequired
        return True

    def confirm_email(self, request: HttpRequest, email_address: EmailAddress) -> bool:
        """Makes the address the person's, also if somebody else claimed it without proof."""
        release_address(email_address.email, keeper_id=email_address.user_id)
        return bool(super().confirm_email(request, email_address))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Queues one of our mails in place of allauth's, with the same work for any address."""
        if template_prefix == "account/email/account_already_exists":
            hash_for_nothing(email)  # a new account's password would have been hashed by now
        known = User.objects.filter(email=email.lower()).first()
        person: User | None = context.get("user") or known
        language = person.language if person else (get_language() or "fr")[:2]
        send(
            email,
            _MAILS[template_prefix],
            language,
            code=str(context.get("code", "")),
            link=str(context.get("password_reset_url", "")),
            name=display_name(person) if person else "",
        )

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Queues a notice of a change to the account."""
        kind = template_prefix.rpartition("/")[2]
        named = (context or {}).items()
        values = {name: str(getattr(value, "name", value)) for name, value in named}
        notify(kind, user, self.request, to=email, **values)

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where the request comes from."""
        return network.here()

    def get_user_search_fields(self) -> list[str]:
        """Fields that identify a user."""
        return ["email"]

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """Users have no user name."""


def _fresh(records: list[dict[str, Any]]) -> bool:
    times = [record["at"] for record in records]
    return bool(times) and time.time() - max(times) < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def _registering(request: HttpRequest) -> dict[str, str]:
    """What a request to register says; empty for any other request."""
    if not request.path.endswith("/auth/signup"):
        return {}
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(body, dict):
        return {}
    return {name: str(body.get(name) or "") for name in ("email", "name", "workspace")}
