"""allauth's endpoints that take a password, without cutting spaces off its ends: what a person
chose is what is kept and compared."""

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
from django.forms import CharField


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
    """Changes the password of whoever is signed in."""

    input_class = _ChangePassword
