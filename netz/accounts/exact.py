"""allauth's endpoints that take a password, without cutting spaces off its ends: what a person
chose is what is kept and compared."""

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.core.internal.httpkit import authenticated_user
from allauth.headless.account.inputs import (
    ChangePasswordInput,
    LoginInput,
    ResetPasswordInput,
    SignupInput,
)
from allauth.headless.account.views import (
    ChangePasswordView,
    LoginView,
    ResetPasswordView,
    SignupView,
)
from allauth.mfa.utils import is_mfa_enabled
from django.forms import CharField
from django.http import HttpRequest, HttpResponse

from netz.accounts.mfa import FACTORS


class _Login(LoginInput):
    password = CharField(strip=False)


class _SignUp(SignupInput):
    password = CharField(strip=False)


class _ResetPassword(ResetPasswordInput):
    password = CharField(strip=False)


class _ChangePassword(ChangePasswordInput):
    current_password = CharField(strip=False, required=False)
    new_password = CharField(strip=False)


class Login(LoginView):
    """Signs in by password."""

    input_class = _Login


class SignUp(SignupView):
    """Registers."""

    input_class = {"POST": _SignUp}  # noqa: RUF012  # allauth's own form of it


class ResetPassword(ResetPasswordView):
    """Sets a new password by a mailed link."""

    input_class = _ResetPassword


class ChangePassword(ChangePasswordView):
    """Changes the password of whoever is signed in; with a second factor, who just gave it."""

    input_class = _ChangePassword

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The change. Raises `ReauthenticationRequired`."""
        user = authenticated_user(request)
        # Without a factor the current password, which the form asks for, is the proof.
        if is_mfa_enabled(user, FACTORS) or not user.has_usable_password():
            raise_if_reauthentication_required(request, app="allauth.account")
        answer: HttpResponse = super().post(request, *args, **kwargs)
        return answer
