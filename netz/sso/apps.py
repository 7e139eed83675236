"""Django's registration of the single sign-on domain."""

from typing import Any

from django.apps import AppConfig


class SsoConfig(AppConfig):
    """The single sign-on domain."""

    name = "netz.sso"
    label = "sso"

    def ready(self) -> None:
        """Has every session that begins pinned, or not, before anything is done with it."""
        from allauth.account.signals import user_logged_in
        from django.conf import settings

        from netz.accounts.sessions import session_renewed
        from netz.sso.resolver import DnsResolver, use_resolver

        use_resolver(DnsResolver(settings.DNS_SERVERS))
        user_logged_in.connect(_begun, dispatch_uid="netz.sso")
        session_renewed.connect(_renewed, dispatch_uid="netz.sso")


def _begun(request: Any, user: Any, sociallogin: Any = None, **_: Any) -> None:
    from netz.sso.signing_in import FACTS, open_session

    open_session(request, user, sociallogin.state.get(FACTS) if sociallogin else None)


def _renewed(before: str, after: str, **_: Any) -> None:
    from netz.sso.signing_in import rename_session

    rename_session(before, after)
