"""Google and Microsoft for the whole installation: who may come in by them, and who may link them.

An address alone never links anything. Who has an account links a provider while signed in by other
means, at an address that the provider says is proved and that is the account's own; who has none
registers where a workspace lets that address register.
"""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from allauth.account.models import EmailAddress
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import AuthProcess
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from netz.accounts.forms import REGISTRATION_SESSION_KEY
from netz.accounts.passwords import said
from netz.accounts.registration import registration_of
from netz.accounts.sessions import SSO_SESSION_KEY


class SocialAdapter(DefaultSocialAccountAdapter):
    """The rules for the installation's own providers."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Refuses to link what is not proved to be the signed-in person's.

        Raises `ValidationError`, whose code the page after the sign-in gets.
        """
        if sociallogin.state.get("process") != AuthProcess.CONNECT:
            return
        if request.session.get(SSO_SESSION_KEY):
            raise ValidationError(
                said(
                    en="This session was opened by your organisation.",
                    fr="Cette session a été ouverte par votre organisation.",
                ),
                code="sso_account",
            )
        own = EmailAddress.objects.filter(user_id=request.user.pk, verified=True)
        if not own.filter(email__in=proved_addresses(sociallogin)).exists():
            raise ValidationError(
                said(
                    en="The provider does not vouch for your address.",
                    fr="Le fournisseur ne confirme pas votre adresse.",
                ),
                code="address_not_verified",
            )

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Whether the workspace that the sign-in began at lets a proved address register."""
        slug = workspace_in(str(sociallogin.state.get("next") or ""))
        for address in proved_addresses(sociallogin):
            if slug and registration_of(slug, address):
                request.session[REGISTRATION_SESSION_KEY] = slug
                return True
        return False

    def populate_user(
        self, request: HttpRequest, sociallogin: SocialLogin, data: dict[str, Any]
    ) -> Any:
        """The new user, called as the provider says."""
        user = super().populate_user(request, sociallogin, data)
        parts = (data.get("first_name"), data.get("last_name"))
        user.name = " ".join(str(part) for part in parts if part)[:200]
        return user


def proved_addresses(sociallogin: SocialLogin) -> list[str]:
    """The addresses that the provider says are proved."""
    return [one.email.lower() for one in sociallogin.email_addresses if one.verified]


def workspace_in(address: str) -> str:
    """The slug in an address that a sign-in goes on to, also one inside another (`next`)."""
    for _ in range(3):
        asked = parse_qs(urlsplit(address).query)
        if "workspace" in asked:
            return asked["workspace"][0]
        address = asked.get("next", [""])[0]
    return ""
