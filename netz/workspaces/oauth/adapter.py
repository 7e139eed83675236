"""How allauth's identity provider fits this installation."""

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.conf import settings

from netz.workspaces.oauth.scopes import SCOPES


class OAuthAdapter(DefaultOIDCAdapter):
    """Names the installation by its own address, never by what a request's Host says."""

    def get_issuer(self) -> str:
        """The installation's public address."""
        return str(settings.PUBLIC_URL).rstrip("/")

    def populate_server_metadata(self, data: dict[str, str | list[str]]) -> None:
        """Tells only what is offered: codes with PKCE, and refresh tokens."""
        issuer = self.get_issuer()
        for name, value in data.items():
            if isinstance(value, str) and name.endswith(("_endpoint", "_uri")):
                data[name] = issuer + "/" + value.split("/", 3)[3]
        for name in ("device_authorization_endpoint", "end_session_endpoint"):
            data.pop(name, None)
        data["scopes_supported"] = list(SCOPES)
        data["grant_types_supported"] = ["authorization_code", "refresh_token"]
        data["response_types_supported"] = ["code"]
