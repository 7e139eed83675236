"""What follows from what allauth does: lines in the trail, notices, ended sessions.

allauth tells of it by Django's signals; these receivers are the only ones.
"""

from datetime import timedelta
from typing import Any

from allauth.account import signals as account
from allauth.account.internal.flows.login import (
    get_authentication_records,
    record_authentication,
)
from allauth.mfa import signals as mfa
from allauth.socialaccount import signals as social
from allauth.usersessions.models import UserSession
from allauth.usersessions.signals import on_user_logged_in as keep_session
from django.conf import settings
from django.contrib.auth.signals import user_logged_out
from django.http import HttpRequest
from django.utils import timezone

from netz.accounts.brakes import PASSWORD, forget_account
from netz.accounts.devices import device_of, remember
from netz.accounts.mfa import FACTORS
from netz.accounts.models import User
from netz.accounts.notices import notify
from netz.accounts.sessions import end_all_sessions, renew_key
from netz.accounts.trail import note


def connect() -> None:
    """Connects the receivers; called once, when the program is set up."""
    # allauth would load each of the person's sessions at each sign-in, one by one.
    account.user_logged_in.disconnect(keep_session)
    account.user_logged_in.connect(signed_in)
    account.authentication_step_completed.connect(confirmed)
    account.user_signed_up.connect(signed_up)
    user_logged_out.connect(signed_out)
    account.password_changed.connect(password_changed)
    account.password_set.connect(password_set)
    account.password_reset.connect(password_reset)
    account.email_changed.connect(email_changed)
    account.login_code_rejected.connect(code_refused)
    account.email_verification_code_rejected.connect(code_refused)
    social.social_account_added.connect(provider_linked)
    social.social_account_removed.connect(provider_unlinked)
    mfa.authenticator_added.connect(factor_added)
    mfa.authenticator_removed.connect(factor_removed)
    mfa.authenticator_reset.connect(codes_renewed)
    mfa.authentication_failed.connect(factor_refused)


def signed_in(request: HttpRequest, user: User, **_: Any) -> None:
    """A sign-in is complete."""
    # As a date: Django would otherwise begin to count anew each time the session is saved.
    request.session.set_expiry(timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE))
    UserSession.objects.create_from_request(request)
    methods = [record["method"] for record in get_authentication_records(request, user)]
    device = device_of(request.headers.get("user-agent", ""))
    forget_account(user.email)
    browser = "/browser/" in request.path or not request.path.startswith("/_allauth/")
    if remember(request, user, keeps_cookies=browser):
        notify("new_device", user, request)
    # Last: until the end of the transaction others' lines in the same trail wait for this one.
    note(user, "sign_in", methods=methods, device=str(device))


def confirmed(request: HttpRequest, reauthenticated: bool = False, **_: Any) -> None:
    """Who is signed in has proved it again: what somebody may have seen of the session before
    opens nothing any more. An app's tokens name their session and are renewed by themselves."""
    if reauthenticated and "/browser/" in request.path:
        renew_key(request)


def signed_up(request: HttpRequest, user: User, **facts: Any) -> None:
    """A person has registered; the address is not proved yet."""
    if "sociallogin" not in facts:
        # The sign-in that follows rests on the password just chosen; without a line that says when,
        # a workspace that limits how long a sign-in lasts would take it for an old one.
        record_authentication(request, user, method="password", email=user.email)
    note(user, "account.register")


def signed_out(request: HttpRequest, user: User | None, **_: Any) -> None:
    """A session has ended because its person said so."""
    if user is not None:
        note(user, "sign_out")


def password_changed(user: User, **_: Any) -> None:
    """The other sessions have ended with the old password."""
    PASSWORD.forget(f"change|{user.pk}")
    note(user, "password.change")


def password_set(user: User, **_: Any) -> None:
    """An account without a password has one now."""
    note(user, "password.set")


def password_reset(user: User, **_: Any) -> None:
    """A password was chosen by a link in a mail: whoever knew the old one is out."""
    forget_account(user.email)
    end_all_sessions(user.pk)
    note(user, "password.reset")


def email_changed(user: User, from_email_address: Any, to_email_address: Any, **_: Any) -> None:
    """Another address is the account's."""
    before = from_email_address.email if from_email_address else None
    note(user, "email.change", before=before, after=to_email_address.email)


def provider_linked(sociallogin: Any, **_: Any) -> None:
    """An identity provider opens the account from now on."""
    note(sociallogin.user, "provider.link", provider=sociallogin.account.provider)


def provider_unlinked(socialaccount: Any, **_: Any) -> None:
    """An identity provider no longer opens the account."""
    note(socialaccount.user, "provider.unlink", provider=socialaccount.provider)


def code_refused(user: User, last_attempt: bool, **_: Any) -> None:
    """A mailed code was wrong."""
    note(user, "code.refuse", outcome="refused", last_attempt=last_attempt)


def factor_added(request: HttpRequest, user: User, authenticator: Any, **_: Any) -> None:
    """A second factor was set up, and so just used."""
    if authenticator.type in FACTORS:
        record_authentication(
            request, user, method="mfa", id=authenticator.pk, type=authenticator.type
        )
    note(user, "factor.add", kind=authenticator.type)


def factor_removed(user: User, authenticator: Any, **_: Any) -> None:
    """A second factor was taken away."""
    note(user, "factor.remove", kind=authenticator.type)


def codes_renewed(user: User, authenticator: Any, **_: Any) -> None:
    """New recovery codes replace the old ones."""
    note(user, "factor.renew", kind=authenticator.type)


def factor_refused(user: User, authenticator: Any, **_: Any) -> None:
    """A second factor's code was wrong."""
    note(user, "factor.refuse", outcome="refused", kind=authenticator.type)
