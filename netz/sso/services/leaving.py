"""Signing out at the identity provider too, when somebody signs out here."""

from urllib.parse import urlencode

from django.conf import settings

from netz.core.actor import Actor
from netz.sso import addresses, saml
from netz.sso.models import ID_TOKEN
from netz.sso.signing_in import sign_in_of


def provider_sign_out(session_key: str | None, *, actor: Actor) -> str | None:
    """Where a browser goes after its session has ended, so that it ends at the provider as well.

    None for a session that no connection opened, or whose provider offers it no way.
    """
    found = sign_in_of(session_key)
    if found is None or found.user_id != actor.user_id or not found.connection.single_logout:
        return None
    sso = found.connection
    if sso.kind == "saml":
        if not sso.slo_url:
            return None
        return saml.logout_url(sso, found.logout, found.session_index)
    end_session = found.logout.get("end_session")
    if not end_session:
        return None
    query = {
        "client_id": sso.client_id,
        "id_token_hint": found.opened(found.id_token_sealed, purpose=ID_TOKEN),
        "post_logout_redirect_uri": addresses.absolute("/sign-in"),
    }
    return f"{end_session}{'&' if '?' in end_session else '?'}{urlencode(query)}"


def cookie_name() -> str:
    """The cookie that holds the session's key."""
    return settings.SESSION_COOKIE_NAME
