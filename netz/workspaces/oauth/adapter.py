"""How allauth's identity provider fits this installation."""

from typing import Any, cast

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from allauth.idp.oidc.models import Client, Token
from django.conf import settings
from oauthlib.common import add_params_to_uri  # type: ignore[import-untyped]  # has no types

from netz.core.db import rows_of
from netz.workspaces.oauth.scopes import SCOPES


def issuer() -> str:
    """The installation's own address: what tokens and answers name as their source."""
    return str(settings.PUBLIC_URL).rstrip("/")


def with_issuer(location: str) -> str:
    """An answer to an application, with who gives it (RFC 9207): one that knows several
    identity providers cannot take one's code to another."""
    return str(add_params_to_uri(location, [("iss", issuer())]))


class OAuthAdapter(DefaultOIDCAdapter):
    """Names the installation by its own address, never by what a request's Host says."""

    def get_issuer(self) -> str:
        """The installation's public address."""
        return issuer()

    def populate_server_metadata(self, data: dict[str, str | list[str]]) -> None:
        """Tells only what is offered: codes with PKCE, refresh tokens, and machines."""
        for name, value in data.items():
            if isinstance(value, str) and name.endswith(("_endpoint", "_uri")):
                data[name] = issuer() + "/" + value.split("/", 3)[3]
        for name in ("device_authorization_endpoint", "end_session_endpoint"):
            data.pop(name, None)
        data["scopes_supported"] = list(SCOPES)
        data["grant_types_supported"] = [
            "authorization_code",
            "client_credentials",
            "refresh_token",
        ]
        data["response_types_supported"] = ["code"]
        cast("dict[str, Any]", data)["authorization_response_iss_parameter_supported"] = True

    def is_introspection_allowed(self, token: Token, *, caller_client: Client) -> bool:
        """An access token that would open something now; of a refresh token nothing is told."""
        if token.type != Token.Type.ACCESS_TOKEN:
            return False
        rows = rows_of("SELECT needs FROM netz_actor_by_token(%s)", [token.hash])
        return bool(rows) and not rows[0][0]
