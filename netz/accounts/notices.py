"""Notices to a person about the own account: what happened, when, on which device, from where."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest

from netz.accounts import network
from netz.accounts.devices import device_of
from netz.accounts.mail import send
from netz.accounts.models import User, display_name

# What happened, and what it means: in French, in English.
_WORDS: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "new_device": (
        ("Connexion depuis un nouvel appareil", "votre compte vient d’être ouvert."),
        ("Sign-in from a new device", "your account has just been opened."),
    ),
    "password_changed": (
        ("Votre mot de passe a été changé", "vos autres appareils sont déconnectés."),
        ("Your password was changed", "your other devices are signed out."),
    ),
    "password_set": (
        ("Un mot de passe a été ajouté à votre compte", "il permet désormais de se connecter."),
        ("A password was added to your account", "it opens your account from now on."),
    ),
    "password_reset": (
        ("Votre mot de passe a été réinitialisé", "tous vos appareils sont déconnectés."),
        ("Your password was reset", "all your devices are signed out."),
    ),
    "email_changed": (
        ("Votre adresse e-mail a été changée", "votre compte utilise maintenant {to_email}."),
        ("Your e-mail address was changed", "your account now uses {to_email}."),
    ),
    "email_deleted": (
        ("Une adresse e-mail a été retirée", "{deleted_email} n’ouvre plus votre compte."),
        ("An e-mail address was removed", "{deleted_email} no longer opens your account."),
    ),
    "totp_activated": (
        ("Application d’authentification ajoutée", "elle est demandée à chaque connexion."),
        ("Authenticator app added", "it is asked for at each sign-in."),
    ),
    "totp_deactivated": (
        ("Application d’authentification retirée", "elle n’est plus demandée."),
        ("Authenticator app removed", "it is no longer asked for."),
    ),
    "webauthn_added": (
        ("Clé de sécurité ajoutée", "elle permet d’ouvrir votre compte."),
        ("Security key added", "it opens your account."),
    ),
    "webauthn_removed": (
        ("Clé de sécurité retirée", "elle n’ouvre plus votre compte."),
        ("Security key removed", "it no longer opens your account."),
    ),
    "recovery_codes_generated": (
        ("Nouveaux codes de secours", "les anciens ne servent plus."),
        ("New recovery codes", "the old ones no longer work."),
    ),
    "account_connected": (
        ("Compte externe associé", "{provider} permet désormais de vous connecter."),
        ("External account linked", "{provider} signs you in from now on."),
    ),
    "account_disconnected": (
        ("Compte externe dissocié", "{provider} ne vous connecte plus."),
        ("External account unlinked", "{provider} no longer signs you in."),
    ),
    "token_reused": (
        ("Session fermée par sécurité", "un jeton déjà utilisé a été présenté de nouveau."),
        ("Session closed for safety", "a token that was used before was presented again."),
    ),
}


def notify(
    kind: str, user: User, request: HttpRequest, *, to: str | None = None, **values: Any
) -> None:
    """Queues the notice to the person, in the person's language; `to` is another address."""
    french, english = _WORDS[kind]
    what, detail = english if user.language == "en" else french
    send(
        to or user.email,
        "accounts/mail/notice",
        user.language,
        name=display_name(user),
        what=what,
        detail=detail.format(**values),
        when=said_time(datetime.now(UTC), user.language),
        device=str(device_of(request.headers.get("user-agent", ""))),
        ip=network.here(),
    )


def said_time(moment: datetime, language: str) -> str:
    """A moment as people write it."""
    if language == "en":
        return f"{moment:%Y-%m-%d, %H:%M} UTC"
    return f"{moment:%d/%m/%Y à %H:%M} UTC"
