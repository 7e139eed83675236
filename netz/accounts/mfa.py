"""Second factors: their secrets are sealed, a one-time code is taken once, guesses are braked."""

import hashlib
from typing import Any

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.headless.mfa.inputs import AuthenticateInput, ReauthenticateInput
from allauth.mfa import app_settings
from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connection
from django.utils.translation import get_language

from netz.accounts.brakes import SECOND_FACTOR
from netz.accounts.models import User
from netz.core.crypto import seal, unseal

PURPOSE = "second-factor"
# What counts as one; recovery codes only stand in for them.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class MfaAdapter(DefaultMFAAdapter):
    """Seals what allauth stores of authenticators and recovery codes."""

    def encrypt(self, text: str) -> str:
        """The secret, sealed for storage."""
        return seal(text, purpose=PURPOSE, bound_to=PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again. Raises `SealBrokenError`."""
        return unseal(encrypted_text, purpose=PURPOSE, bound_to=PURPOSE)

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002  # allauth's name
        """What a key is called until its owner says otherwise."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        english = (get_language() or "").startswith("en")
        return f"Security key {number}" if english else f"Clé de sécurité {number}"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """For whom keys are made: the installation's own address where it is set, whatever the
        request says; else the one that this browser came to."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return {**entity, "id": settings.PUBLIC_HOST or entity["id"]}

    def _get_site_name(self) -> str:
        return str(settings.MFA_TOTP_ISSUER)


class _OneTimeCode:
    """For allauth's forms of a second factor's code: braked, and each code once."""

    user: User
    authenticator: Authenticator

    def clean_code(self) -> Any:
        """The code. Raises `TooMany`, or allauth's error for a wrong or used one."""
        key = str(self.user.pk)
        SECOND_FACTOR.count(key)
        code = super().clean_code()  # type: ignore[misc]  # the form it is mixed into
        if self.authenticator.type == Authenticator.Type.TOTP and not spend(self.user, code):
            raise get_adapter().validation_error("incorrect_code")
        SECOND_FACTOR.forget(key)
        return code


class CodeInput(_OneTimeCode, AuthenticateInput):
    """A code during sign-in."""


class ConfirmingCodeInput(_OneTimeCode, ReauthenticateInput):
    """A code that confirms who is signed in."""


def spend(user: User, code: str) -> bool:
    """Marks a one-time code as used; False when it was used while it has been valid."""
    valid_for = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    digest = hashlib.sha256(normalize_user_code(code).encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO accounts_spentcode AS s (user_id, code_hash, spent_at)"
            " VALUES (%s, %s, now())"
            " ON CONFLICT (user_id, code_hash) DO UPDATE SET spent_at = now()"
            " WHERE s.spent_at < now() - make_interval(secs => %s) RETURNING id",
            [user.pk, digest, float(valid_for)],
        )
        return cursor.fetchone() is not None
