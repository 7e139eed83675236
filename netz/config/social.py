"""Google's and Microsoft's sign-in for the whole installation, when its environment names them."""

from typing import Any

from pydantic import SecretStr

from netz.config.env import Environment

_ANYBODY_S = ("common", "organizations", "consumers")


def social_providers(env: Environment) -> dict[str, Any]:
    """What allauth needs to know of the providers that are set up."""
    providers: dict[str, Any] = {}
    if env.google_client_id:
        providers["google"] = {
            "APPS": [_app(env.google_client_id, env.google_client_secret)],
            "SCOPE": ["openid", "profile", "email"],
            "OAUTH_PKCE_ENABLED": True,
        }
    if env.microsoft_client_id:
        app = _app(env.microsoft_client_id, env.microsoft_client_secret)
        # Only a tenant that the installation names answers for its people's addresses.
        own = env.microsoft_tenant not in _ANYBODY_S
        app["settings"] = {"tenant": env.microsoft_tenant, "verified_email": own}
        providers["microsoft"] = {"APPS": [app], "OAUTH_PKCE_ENABLED": True}
    return providers


def _app(client_id: str, secret: SecretStr) -> dict[str, Any]:
    return {"client_id": client_id, "secret": secret.get_secret_value()}
